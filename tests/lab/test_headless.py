"""Recordings: what they keep, and that looking, stopping and resuming change no number."""

import json
import os
import signal
from pathlib import Path

import numpy as np
import pytest
import torch

from ganlab_gui.experiment.io import ExperimentError, validate, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint, headless
from ganlab_gui.lab.trainer import Trainer

TINY = {
    "data": {"name": "gaussian"},
    "generator": {"hidden": [3]},
    "discriminator": {"hidden": [3]},
    "training": {"batch": 8},
}


def tiny(**settings: object) -> Experiment:
    return validate({**TINY, **settings}, "test")


def never(taken: int) -> bool:
    return False


def test_rows_and_measures_lie_at_the_multiples_and_the_last_step() -> None:
    recording = headless.start(tiny(runs=2), 25, 10, "cpu")
    recording.run(never)
    history = recording.history
    assert history.rows.steps.tolist() == history.measures.steps.tolist() == [10, 20, 25]
    assert recording.taken == 25
    trainer = Trainer(tiny(runs=2), "cpu")
    trainer.step(20)
    np.testing.assert_array_equal(history.rows.values[1], trainer.rows()[1][-1])
    found = trainer.measures(("js",))["js"].astype(np.float32)
    np.testing.assert_array_equal(history.measures.column("js")[1], found)


def test_about_a_hundred_rows_where_nothing_is_asked_for() -> None:
    assert headless.start(tiny(), 50, None, "cpu").every == 1
    assert headless.start(tiny(), 2_000, None, "cpu").every == 20


def test_a_tick_stops_the_recording_at_a_step_that_is_kept() -> None:
    recording = headless.start(tiny(), 1_000, 100, "cpu")
    recording.run(lambda taken: recording.trainer.steps >= 40)
    assert recording.trainer.steps == 64
    assert recording.history.rows.steps.tolist() == [64]
    assert recording.history.measures.steps.tolist() == [64]


def test_resuming_keeps_the_spacing_and_drops_the_odd_last_row(tmp_path: Path) -> None:
    first = headless.start(tiny(), 7, 5, "cpu")
    first.run(never)
    checkpoint.save(tmp_path / "a.pt", first.trainer, first.history)
    second = headless.resume(tmp_path / "a.pt", lambda e: e, 15, None, "cpu")
    assert second.every == 5
    second.run(never)
    assert second.history.rows.steps.tolist() == [5, 10, 15]
    assert second.taken == 8


def test_resuming_goes_on_from_a_checkpoint_without_a_history(tmp_path: Path) -> None:
    trainer = Trainer(tiny(), "cpu")
    trainer.step(3)
    checkpoint.save(tmp_path / "a.pt", trainer)
    recording = headless.resume(tmp_path / "a.pt", lambda e: e, 5, 1, "cpu")
    recording.run(never)
    assert recording.history.rows.steps.tolist() == [4, 5]


def test_a_change_made_on_resuming_is_an_edit_of_the_history(tmp_path: Path) -> None:
    trainer = Trainer(tiny(), "cpu")
    trainer.step(3)
    checkpoint.save(tmp_path / "a.pt", trainer)

    def faster(experiment: Experiment) -> Experiment:
        return with_values(experiment, {"generator_optimizer.lr": 0.01})

    recording = headless.resume(tmp_path / "a.pt", faster, 5, 1, "cpu")
    recording.run(never)
    recording.write(tmp_path / "out")
    (edit,) = checkpoint.load(tmp_path / "out" / "checkpoint.pt").history.edits
    assert (edit.step, edit.path, edit.new) == (3, "generator_optimizer.lr", 0.01)


def test_a_run_that_broke_has_its_step_and_finite_measures(tmp_path: Path) -> None:
    wild = {"name": "sgd", "lr": 10}
    penalty = {"name": "gradient", "weight": 10_000}
    recording = headless.start(tiny(discriminator_optimizer=wild, penalty=penalty), 500, 100, "cpu")
    recording.run(never)
    recording.write(tmp_path)
    (run,) = json.loads((tmp_path / "summary.json").read_text())["runs"]
    at = run["diverged_at"]
    assert recording.history.rows.steps[-1] == recording.trainer.steps <= 500
    assert np.isfinite(run["js"])
    assert recording.warnings() == [
        f"run 1 (seed 0) diverged at step {at}: {recording.trainer.cause} not finite."
    ]


def test_real_samples_are_the_runs_own_and_fresh() -> None:
    recording = headless.start(tiny(runs=2, seed=3), 1, 1, "cpu")
    alone = headless.start(tiny(seed=4), 1, 1, "cpu")
    real = recording.real()
    np.testing.assert_array_equal(real[1], alone.real()[0])
    assert not np.array_equal(real[0], real[1])


def test_what_figures_need_is_there_and_changes_nothing() -> None:
    looked, plain = (headless.start(tiny(runs=2), 4, 2, "cpu") for _ in range(2))
    looked.look()
    for recording in (looked, plain):
        recording.run(never)
    scene, snapshot = looked.look()
    assert (scene.dim, snapshot.step, snapshot.runs) == (1, 4, (0, 1))
    assert snapshot.d.shape == snapshot.p_generated.shape == (2, headless.GRID[1])
    low, high = looked.history.floors["js"]
    assert 0 <= low <= high
    np.testing.assert_array_equal(looked.trainer.samples(9), plain.trainer.samples(9))


def test_one_thread_trains() -> None:
    headless.start(tiny(), 1, 1, "cpu")
    assert torch.get_num_threads() == 1


def test_control_c_asks_first_and_stops_at_the_second_time() -> None:
    before = signal.getsignal(signal.SIGINT)
    with headless.interruptible() as stopped:
        assert not stopped()
        os.kill(os.getpid(), signal.SIGINT)
        assert stopped()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_files_and_folders_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    headless.check_folder(tmp_path / "a" / "b")
    headless.check_file(tmp_path / "a" / "b.png", ".png")
    for check, arguments in (
        (headless.check_folder, (file,)),
        (headless.check_folder, (file / "a",)),
        (headless.check_file, (tmp_path / "a.jpg", ".png")),
        (headless.check_file, (file / "a.png", ".png")),
    ):
        with pytest.raises(ExperimentError) as refused:
            check(*arguments)
        assert len(refused.value.lines) == 1
    assert list(tmp_path.iterdir()) == [file]


def test_what_does_not_fit_in_memory_is_the_inputs_fault_and_other_failures_are_not() -> None:
    with pytest.raises(ExperimentError, match="do not fit in memory"), headless.as_input():
        torch.empty(1 << 58)
    with pytest.raises(RuntimeError, match="must match"), headless.as_input():
        torch.ones(2) + torch.ones(3)


def ending(tmp_path: Path, steps: int = 200, **stop: object) -> dict:
    """What summary.json says of the end of a recording with a stop condition."""
    recording = headless.start(tiny(runs=2, stop=stop), steps, 10, "cpu")
    recording.run(never)
    recording.write(tmp_path)
    return json.loads((tmp_path / "summary.json").read_text())


def test_stop_conditions_end_a_recording_and_the_summary_says_which(tmp_path: Path) -> None:
    summary = ending(tmp_path, step=25)
    assert summary["steps"] == 25
    assert summary["ended"] == {
        "reason": "stop", "condition": "step", "step": 25, "limit": 25, "reading": 0,
        "measure": "", "runs": 1,
    }  # fmt: skip
    assert ending(tmp_path, step=300)["ended"] == {"reason": "steps"}
    found = ending(tmp_path, measure="js", direction="above", value=0.0)
    assert (found["steps"], found["ended"]["condition"]) == (10, "above"), "at the first reading"
    assert found["ended"]["runs"] == 2
    assert ending(tmp_path, seconds=1e-9)["ended"]["condition"] == "seconds"


def test_a_recording_says_on_which_line_it_stopped_and_goes_on_beyond(tmp_path: Path) -> None:
    first = headless.start(tiny(stop={"step": 7}), 100, 5, "cpu")
    first.run(never)
    assert first.warnings() == ["Stopped at step 7, as set."]
    checkpoint.save(tmp_path / "a.pt", first.trainer, first.history)
    second = headless.resume(tmp_path / "a.pt", lambda e: e, 15, None, "cpu")
    second.run(never)
    assert second.ended() == {"reason": "steps"}
    assert second.history.rows.steps.tolist() == [5, 10, 15]


def test_the_other_ends_have_names_too(tmp_path: Path) -> None:
    recording = headless.start(tiny(), 1_000, 100, "cpu")
    recording.run(lambda taken: True)
    assert recording.ended() == {"reason": "interrupted"}
    wild = {"name": "sgd", "lr": 10}
    penalty = {"name": "gradient", "weight": 10_000}
    lost = headless.start(tiny(discriminator_optimizer=wild, penalty=penalty), 500, 100, "cpu")
    lost.run(never)
    assert lost.ended() == {"reason": "diverged"}
