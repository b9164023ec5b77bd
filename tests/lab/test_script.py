"""The program of a generator, run without this package, makes the samples that the lab makes."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.probe import KERNEL_POINTS, Probe
from ganlab_gui.lab.script import INSIDE, generator_script
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.trainer import Trainer

KINDS = {
    "plain": {},
    "one number": {"data.name": "gaussian", "noise.dim": 1},
    "no hidden layer": {"generator.hidden": []},
    "uniform noise, tanh": {"noise.name": "uniform", "noise.dim": 5, "generator.output": "tanh"},
    "sigmoid": {"generator.output": "sigmoid", "generator.activation": "sigmoid"},
    "tanh units": {"generator.activation": "tanh"},
    "leaky": {"generator.activation": "leaky-relu"},
    "elu": {"generator.activation": "elu"},
    "softplus": {"generator.activation": "softplus"},
    "maxout": {"generator.activation": "maxout", "generator.norm": "layer"},
    "batch": {"generator.norm": "batch"},
    "layer": {"generator.norm": "layer"},
    "instance": {"generator.norm": "instance"},
    "spectral": {"generator.norm": "spectral"},
    "scaled": {"training.scaling": "unit", "generator.output": "tanh", "data.name": "moons"},
    "several": {"generator.count": 3},
    "several in batch norm": {"generator.count": 3, "generator.norm": "batch"},
    "several, spectral, scaled": {
        "generator.count": 2, "generator.norm": "spectral", "training.scaling": "unit",
    },
    "conditional": {"training.conditional": True},
    "conditional, several": {"training.conditional": True, "generator.count": 2},
    "average": {"generator.average": 0.9},
    "average in batch norm": {"generator.average": 0.9, "generator.norm": "batch"},
    "average under spectral norm": {"generator.average": 0.9, "generator.norm": "spectral"},
    "dirac": {"data.name": "dirac", "noise.dim": 1},
    "dirac average": {"data.name": "dirac", "noise.dim": 1, "generator.average": 0.5},
}  # fmt: skip

ASK = """
import importlib.util, json, sys
import numpy as np, torch; torch.set_num_threads(1)
for folder, players in json.loads(sys.argv[1]).items():
    spec = importlib.util.spec_from_file_location("generator", f"{folder}/generator.py")
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    asked, made = np.load(f"{folder}/asked.npz"), {}
    for run in range(generator.RUNS):
        inputs = [torch.from_numpy(asked[name][run]) for name in asked]
        for player in players:
            how = {"averaged": True} if player == "average" else {}
            with torch.no_grad():
                made[f"{player}{run}"] = generator.build(run, **how)(*inputs).numpy()
    np.savez(f"{folder}/made.npz", **made)
assert not any(name.startswith("ganlab") for name in sys.modules)
"""


def trained(values, steps=4, runs=2):
    small = {"generator.hidden": [7, 6], "discriminator.hidden": [5], "training.batch": 12}
    experiment = with_values(Experiment(runs=runs, seed=3, title='A "ring" \\ of 8'), small)
    trainer = Trainer(with_values(experiment, values), "cpu")
    trainer.step(steps)
    return trainer


def write(trainer, folder: Path) -> str:
    script = generator_script(trainer)
    (folder / "generator.py").write_text(script.text, encoding="utf-8")
    if script.weights is not None:
        (folder / "generator.weights").write_bytes(script.weights)
    return script.text


def isolated(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-I", "-W", "error", *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def players(kind: str) -> list[str]:
    return ["generator"] + ["average"] * ("average" in kind)


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """Small networks are faster so; the cores are busy with other tests."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def programs(tmp_path_factory):
    """Every kind's program and what it makes of the noise of the lab's pictures, in one folder
    each; one process without this package asks them all."""
    root, shown = tmp_path_factory.mktemp("programs"), {}
    for number, kind in enumerate(KINDS):
        trainer, folder = trained(KINDS[kind]), root / str(number)
        folder.mkdir()
        write(trainer, folder)
        picture = Probe(trainer).snapshot(Needs(frozenset({"samples", "average"}), 300, runs=()))
        shown[kind] = folder, {"generator": picture.fake, "average": picture.averaged}
        noise = trainer.experiment.noise.dim
        z = torch.stack([trainer.latent(KERNEL_POINTS, seed)[:300] for seed in trainer.seeds])
        asked = {"z": z[..., :noise].numpy()}
        if trainer.game.classes:
            asked["labels"] = z[..., noise:].argmax(-1).numpy()
        np.savez(folder / "asked.npz", **asked)
    asking = {str(number): players(kind) for number, kind in enumerate(KINDS)}
    isolated(root, "-c", ASK, json.dumps(asking))
    return shown


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_program_makes_what_the_labs_pictures_show(kind, programs):
    folder, shown = programs[kind]
    with np.load(folder / "made.npz") as made:
        for player in players(kind):
            for run in range(2):
                ours, theirs = made[f"{player}{run}"], shown[player][run]
                np.testing.assert_allclose(ours, theirs, rtol=2e-5, atol=2e-6)
    text = (folder / "generator.py").read_text(encoding="utf-8")
    assert "ganlab_gui" not in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_program_writes_a_table(tmp_path):
    trainer = trained({"generator.count": 3, "generator.average": 0.9})
    write(trainer, tmp_path)
    isolated(tmp_path, "generator.py", "7", "--run", "1", "--averaged", "--out", "points.csv")
    rows = list(csv.DictReader((tmp_path / "points.csv").read_text().splitlines()))
    assert [row["generator"] for row in rows] == ["0", "1", "2", "0", "1", "2", "0"]
    assert all(np.isfinite([float(row["x"]), float(row["y"])]).all() for row in rows)


def test_a_class_can_be_asked_for(tmp_path):
    write(trained({"training.conditional": True}), tmp_path)
    code = (
        "import sys; sys.path.insert(0, '.'); import generator as g;"
        "a = g.sample(4000, label=5); _, k = g.noise(4000);"
        "print((g.sample(4000)[k == 5] == a[k == 5]).all().item(), (k == 5).sum().item())"
    )
    same, count = isolated(tmp_path, "-c", code).split()
    assert same == "True"
    assert 400 < int(count) < 600


def test_many_weights_lie_beside_the_program(tmp_path):
    trainer = trained({"generator.hidden": [300, 300], "noise.dim": 256, "runs": 3}, 1)
    write(trainer, tmp_path)
    weights = tmp_path / "generator.weights"
    assert weights.stat().st_size == trainer.game.generator.flat.numel() * 4 > INSIDE
    assert len((tmp_path / "generator.py").read_text()) < 10_000
    code = """
import pathlib, sys; sys.path.insert(0, '.'); import generator
print(tuple(generator.sample(5, run=2).shape))
weights = pathlib.Path('generator.weights')
weights.write_bytes(weights.read_bytes()[::-1])
try: generator.build()
except ValueError as error: print(error)
"""
    assert isolated(tmp_path, "-c", code).splitlines() == [
        "(5, 2)", "the .weights file beside this program is not its own",
    ]  # fmt: skip


def test_a_run_that_diverged_has_its_last_finite_weights():
    trainer = trained({"generator_optimizer.lr": 10.0, "generator_optimizer.name": "sgd"}, 0)
    trainer.game.generator.flat.data[-3:] = float("inf")  # the last run's
    trainer._good = trainer.state()
    trainer._frozen[1] = {"generator": [w[1] * 0 for w in trainer.weights("generator")]}
    trainer.diverged_at[1] = 7
    text = generator_script(trainer).text
    assert "Run 1 diverged at step 7: these are its last finite weights." in text


@pytest.mark.parametrize("title", ['"""', "\\", "a\nb\x00", "", 'ends with "', "Ring 环"])
def test_any_title_leaves_a_program(title):
    trainer = trained({"title": title}, 0)
    compile(generator_script(trainer).text, "generator.py", "exec")


@pytest.mark.parametrize("name", ['my "best" one', "a'b", "\\", "环", "1st"])
def test_any_file_name_leaves_a_program(name):
    text = generator_script(trained({"generator.hidden": [600, 600]}, 0), name).text
    compile(text, "generator.py", "exec")
    assert ("import 环" in text) == (name == "环")


def test_looking_does_not_change_the_run():
    looked, alone = (trained({"generator.norm": "spectral", "generator.average": 0.9}, 3)
                     for _ in range(2))  # fmt: skip
    assert generator_script(looked) == generator_script(looked)
    for trainer in (looked, alone):
        trainer.step(3)
    assert torch.equal(looked.game.generator.flat, alone.game.generator.flat)
    np.testing.assert_array_equal(looked.rows()[1], alone.rows()[1])
