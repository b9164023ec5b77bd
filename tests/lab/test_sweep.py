"""A cell's training, its file, the folder that keeps it, and how far a grid is."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ganlab_gui.experiment.grid import Grid
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.lab.sweep.alone import Alone
from ganlab_gui.lab.sweep.cell import train
from ganlab_gui.lab.sweep.events import Failed, Finished, Noticed, Progress, Started
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.result import CellError, CellResult, Job, dumps, loads
from ganlab_gui.lab.sweep.run import sweep
from ganlab_gui.lab.sweep.table import results_csv
from ganlab_gui.lab.sweep.tally import Tally

Tiny = Callable[..., Grid]
Files = Callable[[Path], dict[str, bytes]]


def trained(job: Job) -> CellResult:
    found = train(job, lambda steps: False)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def job(tiny: Tiny) -> Job:
    return Job(tiny().experiment_of((0, 0)), 20, 5)


@pytest.fixture(scope="module")
def result(job: Job) -> CellResult:
    return trained(job)


# -- a cell ----------------------------------------------------------------------------------------


def test_a_cell_has_its_measures_its_picture_and_its_floors(result: CellResult) -> None:
    assert result.history.measures.steps.tolist() == [5, 10, 15, 20]
    assert np.isfinite(result.history.measures.column("w1")).all()
    assert result.history.rows.values.shape == (4, 2, 6)
    assert result.snapshot.step == 20
    assert result.snapshot.runs == (0, 1)
    assert result.snapshot.p_generated is not None
    assert result.snapshot.p_generated.shape[0] == 2
    assert result.history.floors["js"][0] > 0
    assert result.diverged == 0


def test_in_the_plane_the_costly_measure_is_taken_more_seldom_and_last(job: Job) -> None:
    plane = with_values(job.experiment, {"data.name": "ring", "noise.dim": 2})
    found = trained(Job(plane, 6, 1)).history.measures
    assert np.isfinite(found.column("w1")).all(1).tolist() == [False] * 3 + [True, False, True]
    assert np.isfinite(found.column("js")).all()


def test_runs_of_a_cell_are_the_runs_of_their_seeds_alone(result: CellResult) -> None:
    job = result.job
    for r, seed in enumerate(job.experiment.seeds):
        single = with_values(job.experiment, {"runs": 1, "seed": seed})
        found = trained(Job(single, job.steps, job.every))
        together = result.history.rows.values[:, r]
        np.testing.assert_allclose(found.history.rows.values[:, 0], together, rtol=1e-3, atol=1e-4)


def test_a_cell_whose_runs_diverge_is_a_result(job: Job) -> None:
    wild = {"discriminator_optimizer.name": "sgd", "discriminator_optimizer.lr": 10.0}
    wild |= {"penalty.name": "gradient", "penalty.weight": 10_000.0}
    found = trained(Job(with_values(job.experiment, wild), 60, 20))
    assert found.diverged == 2
    assert all(1 <= at <= 60 for at in found.diverged_at)
    assert np.isfinite(found.last("js")).all()
    assert loads(dumps(found), found.job).diverged_at == found.diverged_at


def test_a_cell_that_is_stopped_gives_nothing(job: Job) -> None:
    assert train(job, lambda steps: steps >= 10) is None


# -- its file --------------------------------------------------------------------------------------


def test_a_result_reads_back_as_it_was(result: CellResult) -> None:
    data = dumps(result)
    again = loads(data, result.job)
    assert dumps(again) == data
    np.testing.assert_array_equal(again.last("js"), result.last("js"))
    assert again.history.floors == result.history.floors
    with np.load(io.BytesIO(data)) as plain:
        assert "measures.values" in plain.files


def test_a_file_of_another_job_is_refused(result: CellResult) -> None:
    data = dumps(result)
    longer = Job(result.job.experiment, 40, 5)
    other = Job(with_values(result.job.experiment, {"seed": 3}), 20, 5)
    for job in (longer, other):
        with pytest.raises(CellError, match="another experiment"):
            loads(data, job)


def test_a_damaged_file_is_told_wherever_it_is_hurt(result: CellResult) -> None:
    data = dumps(result)
    for place in np.random.default_rng(0).integers(0, len(data), 60):
        hurt = bytearray(data)
        hurt[place] ^= 0xFF
        try:
            again = loads(bytes(hurt), result.job)
        except CellError:
            continue
        assert dumps(again) == data, "damage that goes unnoticed changes nothing"
    for length in (0, 10, len(data) // 2, len(data) - 1):
        with pytest.raises(CellError, match="damaged"):
            loads(data[:length], result.job)


# -- the folder ------------------------------------------------------------------------------------


def test_a_finished_cell_is_not_trained_again(
    tiny: Tiny, alone: dict[str, bytes], tmp_path: Path
) -> None:
    folder = Folder.make(tmp_path, tiny())
    for cell in ((0, 0), (1, 1)):
        folder.write(cell, alone[folder.place(cell).name])
    events = list(sweep(Folder.open(tmp_path), Alone()))
    assert [e.cell for e in events if isinstance(e, Started)] == [(1, 0), (0, 1)]
    assert list(sweep(folder, Alone())) == []


def test_damaged_and_foreign_files_are_told_and_trained_again(
    tiny: Tiny, alone: dict[str, bytes], tmp_path: Path, files: Files
) -> None:
    folder = Folder.make(tmp_path, tiny())
    for cell in folder.grid.cells:
        folder.write(cell, alone[folder.place(cell).name])
    folder.write((0, 0), alone["0-0.npz"][:-50])
    folder.write((1, 0), alone["0-1.npz"])
    events = list(sweep(folder, Alone()))
    said = [e.sentence for e in events if isinstance(e, Noticed)]
    assert "0-0.npz: is damaged: it is damaged; the cell is trained again." in said[0]
    assert "1-0.npz: holds another experiment; the cell is trained again." in said[1]
    assert [e.cell for e in events if isinstance(e, Finished)] == [(0, 0), (1, 0)]
    assert files(tmp_path) == alone


def test_a_folder_of_another_grid_is_refused(tiny: Tiny, tmp_path: Path) -> None:
    Folder.make(tmp_path, tiny())
    Folder.make(tmp_path, tiny(title="Another title"))
    with pytest.raises(ExperimentError, match=r"holds another grid \(steps 600, not 700, runs 2"):
        Folder.make(tmp_path, tiny(steps=700, runs=3))
    axis = [{"path": "training.d_steps", "values": [1, 3]}]
    with pytest.raises(ExperimentError, match="other settings or values on its axes"):
        Folder.make(tmp_path, tiny(axis=axis))
    with pytest.raises(ExperimentError, match=r"holds no grid\.toml"):
        Folder.open(tmp_path / "none")


def test_two_do_not_train_in_one_folder(tiny: Tiny, tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    folder = Folder.make(tmp_path, tiny())
    first = sweep(folder, Alone())
    next(first)
    with pytest.raises(ExperimentError, match="being trained in this folder already"):
        next(sweep(Folder.open(tmp_path), Alone()))
    first.close()
    assert isinstance(next(sweep(folder, Alone())), Started)


def test_a_cell_that_cannot_be_trained_does_not_stop_the_others(tiny: Tiny, tmp_path: Path) -> None:
    data = [{"path": "data.name", "values": ["file", "gaussian"]}]
    folder = Folder.make(tmp_path, tiny(steps=5, every=5, axis=data))
    events = list(sweep(folder, Alone()))
    (failed,) = [e for e in events if isinstance(e, Failed)]
    assert failed.cell == (0, 0)
    assert "No data file is chosen" in failed.sentence
    assert [e.cell for e in events if isinstance(e, Finished)] == [(1, 0)]


# -- what is made of it ----------------------------------------------------------------------------


def test_the_table_has_a_line_a_cell_and_seed(
    tiny: Tiny, alone: dict[str, bytes], tmp_path: Path
) -> None:
    folder = Folder.make(tmp_path, tiny())
    for cell in ((0, 0), (1, 0)):
        folder.write(cell, alone[folder.place(cell).name])
    results, _ = folder.results()
    lines = list(csv.DictReader(io.StringIO(results_csv(folder.grid, results).decode())))
    assert [(line["training.d_steps"], line["seed"]) for line in lines] == [
        ("1", "0"), ("1", "1"), ("2", "0"), ("2", "1"),
    ]  # fmt: skip
    assert {line["step"] for line in lines} == {"600"}
    assert [float(line["js"]) for line in lines[2:]] == pytest.approx(results[1, 0].last("js"))
    assert lines[0]["diverged_at"] == lines[0]["average_js"] == ""


def test_the_tally_counts_what_is_left(tiny: Tiny) -> None:
    tally = Tally(tiny(steps=100), {(0, 0)})
    assert (tally.total, tally.steps) == (400, 100)
    for event in (Started((1, 0)), Progress((1, 0), 50), Started((0, 1))):
        tally.take(event)
    assert tally.steps == 150
    tally.take(Noticed("A worker ended.", (1, 0)))
    assert tally.steps == 100
    tally.take(Failed((0, 1), "No."))
    tally.take(Finished((1, 0), b""))
    assert (tally.steps, tally.failed) == (300, {(0, 1): "No."})
    assert tally.seconds_left() is None
