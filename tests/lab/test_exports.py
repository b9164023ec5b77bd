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
    kind_name,
    samples_csv,
    samples_npz,
    samples_of,
    weights_safetensors,
)
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, Edit, History, row_columns
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
    measured = np.full((2, 2, 12), NAN)
    measured[:, :, 0], measured[1, 0, 6] = 0.5, 8
    history.measures.extend(np.array([0, 2]), measured)
    assert history_csv(history).decode().splitlines() == [
        "run,step,d_loss,g_loss,value,penalty,accuracy_real,accuracy_fake,"
        "js,w1,kl,tv,mmd2,frechet,modes_captured,high_quality,reverse_kl,"
        "average_js,average_w1,g_gradient",
        "0,0,,,,,,,0.5,,,,,,,,,,,",
        "1,0,,,,,,,0.5,,,,,,,,,,,",
        "0,1,0.1,2,-1.5,,1,0.25,,,,,,,,,,,,",
        "1,1,0.1,2,-1.5,,1,0.25,,,,,,,,,,,,",
        "0,2,1e-09,inf,0,,1,0.25,0.5,,,,,,8,,,,,",
        "1,2,,,,,,,0.5,,,,,,,,,,,",
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


def samples_in_numpy(weights, z, player="generator"):
    """(R, n, 2) of noise (R, n, 2), layer by layer."""
    for layer in range(3):
        sigma = weights.get(f"{player}.{layer}.sigma", np.ones(()))[..., None, None]
        z = z @ weights[f"{player}.{layer}.weight"] / sigma
        z = z + weights[f"{player}.{layer}.bias"][..., None, :]
        if layer < 2:
            z = np.maximum(z, 0)
    return z


def test_averages_and_several_generators_are_told_apart():
    values = {"generator.count": 3, "generator.average": 0.9}
    trainer = Trainer(with_values(Experiment(runs=2), values), "cpu")
    trainer.step(5)
    weights = load(weights_safetensors(trainer))
    assert weights["generator.0.weight"].shape == (2, 3, 2, 32)
    assert weights["average.2.bias"].shape == (2, 3, 2)
    assert weights["discriminator.2.bias"].shape == (2, 4)
    noise = torch.stack([trainer.latent(7, s, 5) for s in trainer.seeds]).numpy()
    for player in ("generator", "average"):
        ours = trainer.samples(7, player)
        for j in range(7):
            own = {k: w[:, j % 3] for k, w in weights.items() if k.startswith(player)}
            made = samples_in_numpy(own, noise[:, j : j + 1], player)
            np.testing.assert_allclose(made[:, 0], ours[:, j], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("norm", ["batch", "layer", "instance", "spectral"])
def test_norms_and_features_have_names(norm):
    values = {"generator.norm": norm, "discriminator.norm": norm}
    trainer = Trainer(with_values(Experiment(runs=2), values), "cpu")
    weights = load(weights_safetensors(trainer))
    gains = {f"{p}.{i}.gain" for p in ("generator", "discriminator") for i in range(2)}
    assert (gains <= set(weights)) == (norm in ("batch", "layer"))
    assert ("generator.2.sigma" in weights) == (norm == "spectral")
    if norm == "batch":
        assert weights["generator.0.gain"].tolist() == np.ones((2, 32)).tolist()
    if norm == "spectral":
        noise = torch.stack([trainer.latent(5, s, 0) for s in trainer.seeds]).numpy()
        made = samples_in_numpy(weights, noise)
        np.testing.assert_allclose(made, trainer.samples(5), rtol=1e-3, atol=1e-4)


def test_features_and_the_dirac_gans_numbers_have_names():
    features = with_values(Experiment(), {"discriminator.minibatch_features": 4})
    weights = load(weights_safetensors(Trainer(features, "cpu")))
    assert weights["discriminator.features"].shape == (1, 32, 20)
    assert weights["discriminator.2.weight"].shape == (1, 36, 1)
    dirac = with_values(Experiment(runs=2), {"data.name": "dirac", "noise.dim": 1})
    weights = load(weights_safetensors(Trainer(dirac, "cpu")))
    assert set(weights) == {"generator.theta", "discriminator.psi"}
    assert weights["generator.theta"][0].tolist() == [1.0]
    none = with_values(Experiment(), {"objective.name": "moment-matching"})
    assert "discriminator" not in str(load(weights_safetensors(Trainer(none, "cpu"))).keys())


def test_the_dirac_gans_path_is_in_the_table():
    dirac = with_values(Experiment(), {"data.name": "dirac", "noise.dim": 1})
    trainer, history = Trainer(dirac, "cpu"), History(1, 0, row_columns(dirac))
    trainer.step(3)
    history.rows.extend(*trainer.rows())
    rows = table(history_csv(history))
    assert float(rows[-1]["theta"]) == pytest.approx(trainer.game.generator.flat.item(), abs=1e-6)
    assert float(rows[-1]["psi"]) == pytest.approx(trainer.game.discriminator.flat.item(), abs=1e-6)
    assert "js" in rows[0]


@pytest.mark.parametrize(
    ("values", "kinds"),
    [({}, None), ({"generator.count": 3}, 3), ({"training.conditional": True}, 8)],
)
def test_samples_say_whose_they_are_where_it_matters(values, kinds):
    trainer = Trainer(with_values(Experiment(runs=2), values), "cpu")
    fake, whose = samples_of(trainer, 500)
    assert fake.shape == (2, 500, 2)
    with np.load(io.BytesIO(samples_npz(fake[0], fake, whose))) as back:
        assert ("kinds" in back) == (kinds is not None)
        if kinds:
            assert back["kinds"].shape == (2, 500)
            assert set(back["kinds"].ravel()) == set(range(kinds))


def test_samples_are_a_table_too():
    fake = np.float32([[[0.5, 1], [-2, 1e-9]], [[3, 4], [5, 6]]])
    both = np.float32([[[1, 2]], [[3, 4]]])
    assert samples_csv(both, fake).decode().splitlines() == [
        "source,run,x,y", "data,0,1,2", "data,1,3,4", "generated,0,0.5,1", "generated,0,-2,1e-09",
        "generated,1,3,4", "generated,1,5,6",
    ]  # fmt: skip
    line = samples_csv(both[0, :, :1], fake[:1, :, :1], np.array([[2, 0]]), "class")
    assert line.decode().splitlines() == [
        "source,run,x,class", "data,,1,", "generated,0,0.5,2", "generated,0,-2,0",
    ]  # fmt: skip


def test_a_table_of_samples_reads_back_the_same():
    trainer = Trainer(with_values(Experiment(runs=2), {"training.conditional": True}), "cpu")
    fake, whose = samples_of(trainer, 200)
    rows = table(samples_csv(fake[0], fake, whose, kind_name(trainer.experiment)))
    made = [row for row in rows if row["source"] == "generated"]
    back = np.float32([[float(row["x"]), float(row["y"])] for row in made])
    np.testing.assert_array_equal(back.reshape(fake.shape), fake)
    assert [int(row["class"]) for row in made] == whose.ravel().tolist()
    assert [int(row["run"]) for row in made] == [0] * 200 + [1] * 200


def test_the_module_does_not_load_torch():
    code = (
        "import sys, ganlab_gui.lab.exports, ganlab_gui.lab.files; sys.exit('torch' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
