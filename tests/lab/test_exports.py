"""What is written reads back as what was there, and always in the same bytes."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.numpy import load

from ganlab_gui.experiment.io import loads, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.exports import (
    BLOCK,
    MetricsWriter,
    edits_csv,
    history_csv,
    samples_npz,
    weights_safetensors,
)
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, Edit, History
from ganlab_gui.lab.trainer import Trainer

NAN = np.nan

ROOT = Path(__file__).resolve().parents[2]


def table(data):
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_history_by_hand():
    history = History(runs=2)
    history.rows.extend(np.array([1, 2]), np.array([
        [[0.1, 2, -1.5, NAN, 1, 0.25]] * 2,
        [[1e-9, np.inf, 0, NAN, 1, 0.25], [NAN] * 6],
    ]))  # fmt: skip
    measured = np.full((2, 2, 9), NAN)
    measured[:, :, 0], measured[1, 0, 6] = 0.5, 8
    history.measures.extend(np.array([0, 2]), measured)
    assert history_csv(history).decode().splitlines() == [
        "run,step,d_loss,g_loss,value,penalty,accuracy_real,accuracy_fake,"
        "js,w1,kl,tv,mmd2,frechet,modes_captured,high_quality,reverse_kl",
        "0,0,,,,,,,0.5,,,,,,,,",
        "1,0,,,,,,,0.5,,,,,,,,",
        "0,1,0.1,2,-1.5,,1,0.25,,,,,,,,,",
        "1,1,0.1,2,-1.5,,1,0.25,,,,,,,,,",
        "0,2,1e-09,inf,0,,1,0.25,0.5,,,,,,8,,",
        "1,2,,,,,,,0.5,,,,,,,,",
    ]


def test_every_number_reads_back_the_same():
    rng = np.random.default_rng(0)
    history = History(runs=3)
    steps = np.arange(1, BLOCK + 100)
    values = np.float32(rng.standard_normal((len(steps), 3, 6)) * 10.0 ** rng.integers(-30, 30))
    history.rows.extend(steps, values)
    rows = table(history_csv(history))
    assert len(rows) == 3 * len(steps)
    back = np.array([[float(r[c]) for c in ROW_COLUMNS] for r in rows], np.float32)
    np.testing.assert_array_equal(back.reshape(values.shape), values)
    assert [int(r["run"]) for r in rows[:6]] == [0, 1, 2, 0, 1, 2]


def test_written_step_by_step_or_from_the_history_is_the_same_file():
    trainer = Trainer(Experiment(runs=2, training={"batch": 16}), "cpu")
    history, stream = History(2, 8), io.BytesIO()
    writer = MetricsWriter(stream)
    for _ in range(3):
        trainer.step(10)
        steps, rows = trainer.rows()
        measures = trainer.measures(("js", "modes_captured"))
        writer.add_step(int(steps[-1]), rows[-1], measures)
        history.rows.extend(steps, rows)
        values = np.full((1, 2, len(MEASURE_COLUMNS)), NAN)
        for name in ("js", "modes_captured"):
            values[0, :, MEASURE_COLUMNS.index(name)] = measures[name]
        history.measures.extend(steps[-1:], values)
    assert stream.getvalue() == history_csv(history, every=10)
    rows = table(stream.getvalue())
    assert [r["step"] for r in rows] == ["10", "10", "20", "20", "30", "30"]
    assert all(r["js"] and r["modes_captured"] and not r["w1"] for r in rows)


def test_empty_history_is_a_header():
    assert history_csv(History(4)).decode().count("\n") == 1


def test_edits():
    edits = [Edit(5, "clip.c", 0.0, 0.01), Edit(9, "objective.name", "minimax", 'a "b", c')]
    rows = table(edits_csv(edits))
    assert rows[0] == {"step": "5", "path": "clip.c", "old": "0.0", "new": "0.01"}
    assert rows[1]["new"] == 'a "b", c'


def test_samples_read_back_and_do_not_depend_on_the_day():
    rng = np.random.default_rng(0)
    real = np.float32(rng.standard_normal((50, 2)))
    fake = np.float32(rng.standard_normal((3, 50, 2)))[:, ::2]
    data = samples_npz(real, fake)
    with np.load(io.BytesIO(data)) as back:
        np.testing.assert_array_equal(back["real"], real)
        np.testing.assert_array_equal(back["fake"], fake)
    assert samples_npz(real, fake) == data
    assert b"PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x21\x00" in data  # 1 January 1980


@pytest.mark.parametrize("activation", ["relu", "maxout"])
def test_weights_give_the_same_samples_in_plain_numpy(activation, tmp_path):
    experiment = with_values(Experiment(runs=2), {"generator.activation": activation})
    trainer = Trainer(experiment, "cpu")
    trainer.step(3)
    data = weights_safetensors(trainer)
    assert data == weights_safetensors(trainer)
    weights = load(data)
    x = z = np.float32(np.random.default_rng(0).standard_normal((2, 7, 2)))
    for layer in range(3):
        x = x @ weights[f"generator.{layer}.weight"] + weights[f"generator.{layer}.bias"][:, None]
        if layer < 2:
            x = np.maximum(x, 0) if activation == "relu" else x.reshape(2, 7, 32, 5).max(-1)
    ours = trainer.game.generator(torch.from_numpy(z)).detach().numpy()
    np.testing.assert_allclose(x, ours, rtol=1e-4, atol=1e-5)
    (tmp_path / "w").write_bytes(data)
    with safe_open(tmp_path / "w", "np") as file:
        assert loads(file.metadata()["experiment"]) == experiment
        assert len(file.keys()) == 12


def test_the_module_does_not_load_torch():
    code = (
        "import sys, ganlab_gui.lab.exports, ganlab_gui.lab.files; sys.exit('torch' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
