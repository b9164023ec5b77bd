"""The whole way from an experiment to its results, held against outside knowledge.

What the parts' own tests leave open: names that others build on, any valid experiment at all, and
numbers a person reads, found a second time by other means.
"""

import csv
import inspect
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import foldnorm, multivariate_normal, norm

import ganlab_gui
from ganlab_gui.cli import main
from ganlab_gui.core import data, measures
from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import dumps, loads, validate
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.examiner import Examiner
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, Needs
from ganlab_gui.lab.trainer import Trainer

SIGNATURES = {
    "kl": "p q dx",
    "js": "p q dx",
    "tv": "p q dx",
    "wasserstein1": "x y",
    "frechet": "x y",
    "mmd2": "x y bandwidth",
    "mode_coverage": "samples modes std",
}
QUICK = tuple(name for name in MEASURE_COLUMNS if name not in ("w1", "mmd2"))
OF_ANY_DATA = ("js", "kl", "tv", "frechet", "g_gradient")


# -- names that others build on --------------------------------------------------------------------


@pytest.mark.parametrize("name", SIGNATURES)
def test_measures_take_their_arguments_by_name(name: str) -> None:
    wanted = SIGNATURES[name].split()
    parameters = inspect.signature(getattr(measures, name)).parameters.values()
    assert [p.name for p in parameters][: len(wanted)] == wanted
    assert all(p.default is not p.empty for p in list(parameters)[len(wanted) :])


def test_a_trainer_made_from_the_package_alone() -> None:
    trainer = ganlab_gui.Trainer(ganlab_gui.Experiment(runs=2, seed=3))
    trainer.step(2)
    assert trainer.samples(7).shape == (2, 7, 2)
    assert {"js", "w1", "modes_captured", "high_quality"} <= set(trainer.measures())


# -- the command line ------------------------------------------------------------------------------


def test_every_bad_assignment_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = ("training.d_stps=5", "training.batch=many", "clip.c=true", "noise.dim=-1")
    options = [part for text in bad for part in ("--set", text)]
    out = tmp_path / "out"
    assert main(["train", "ring", "--steps", "3", "--out", str(out), *options]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == len(bad)
    for text in bad:
        assert any(text.split("=")[0] in line for line in lines), text
    assert not out.exists()


def test_a_folder_in_a_results_place_is_told_before_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "metrics.csv").mkdir()
    assert main(["train", "ring", "--steps", "3", "--out", str(tmp_path)]) == 2
    assert "metrics.csv: is a folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["metrics.csv"]


def test_every_setting_that_keeps_a_checkpoint_from_going_on_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, saved = tmp_path / "out", tmp_path / "checkpoint.pt"
    checkpoint.save(saved, Trainer(ganlab_gui.Experiment(), "cpu"))
    cold = ("--set", "noise.dim=3", "--set", "generator.hidden=[5]", "--set", "training.batch=8")
    resume = ["train", "--steps", "3", "--out", str(out), "--resume", str(saved)]
    assert main([*resume, *cold]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert ["noise.dim" in lines[0], "generator.hidden" in lines[1], len(lines)] == [True, True, 2]
    assert not out.exists()


def test_the_first_of_four_runs_is_the_one_trained_alone(tmp_path: Path) -> None:
    def first_run(runs: int) -> list[list[float]]:
        out = tmp_path / str(runs)
        command = f"train ring --steps 30 --every 10 --runs {runs} --device cpu --out {out}"
        assert main(command.split()) == 0
        with (out / "metrics.csv").open(newline="") as stream:
            rows = [row for row in csv.DictReader(stream) if row["run"] == "0"]
        return [[float(row[c] or "nan") for c in ROW_COLUMNS] for row in rows]

    np.testing.assert_allclose(first_run(4), first_run(1), rtol=1e-4, atol=1e-6)


def test_a_written_checkpoint_opens_in_plain_torch(tmp_path: Path) -> None:
    assert main(["train", "ring", "--steps", "3", "--out", str(tmp_path), "--device", "cpu"]) == 0
    tree = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert loads(tree["experiment"]).data.name == "ring"
    assert tree["state"]["steps"] == 3


# -- any experiment at all -------------------------------------------------------------------------

WIDTHS = st.lists(st.sampled_from([1, 3, 16]), max_size=3)
INITS = st.sampled_from(["default", "xavier", "he", "orthogonal", "normal"])
ACTIVATIONS = st.sampled_from(
    ["relu", "leaky-relu", "elu", "tanh", "sigmoid", "softplus", "maxout"]
)
OPTIMIZERS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["sgd", "momentum", "rmsprop", "adam"]),
        "lr": st.sampled_from([1e-4, 1e-2]),
    }
)
EXPERIMENTS = st.fixed_dictionaries(
    {
        "seed": st.sampled_from([0, 2**31 - 1]),
        "runs": st.sampled_from([1, 2, 16]),
        "data": st.fixed_dictionaries(
            {"name": st.sampled_from([name for name in DATA if name not in ("file", "drawn")])}
        ),
        "noise": st.fixed_dictionaries(
            {
                "name": st.sampled_from(["gaussian", "uniform"]),
                "dim": st.sampled_from([1, 2, 1024]),
            }
        ),
        "generator": st.fixed_dictionaries(
            {
                "hidden": WIDTHS,
                "activation": ACTIVATIONS,
                "init": INITS,
                "output": st.sampled_from(["linear", "tanh", "sigmoid"]),
            }
        ),
        "discriminator": st.fixed_dictionaries(
            {
                "hidden": WIDTHS,
                "activation": ACTIVATIONS,
                "init": INITS,
                "dropout": st.sampled_from([0, 0.5]),
            }
        ),
        "objective": st.fixed_dictionaries(
            {"name": st.sampled_from(["minimax", "non-saturating", "wasserstein"])}
        ),
        "penalty": st.fixed_dictionaries(
            {
                "name": st.sampled_from(["none", "gradient", "r1", "r2"]),
                "weight": st.sampled_from([0, 0.1]),
            }
        ),
        "clip": st.fixed_dictionaries({"c": st.sampled_from([0, 0.01])}),
        "training": st.fixed_dictionaries(
            {
                "batch": st.sampled_from([1, 7, 64]),
                "d_steps": st.sampled_from([0, 1, 3]),
                "g_steps": st.sampled_from([0, 1, 2]),
                "order": st.sampled_from(["alternating", "simultaneous"]),
            }
        ),
        "generator_optimizer": OPTIMIZERS,
        "discriminator_optimizer": OPTIMIZERS,
    }
)


@settings(max_examples=25, deadline=None)
@given(EXPERIMENTS)
def test_any_experiment_trains_is_seen_measured_and_resumed(values: dict) -> None:
    experiment = validate(values, "drawn")
    assert loads(dumps(experiment)) == experiment
    trainer = Trainer(experiment, "cpu")
    trainer.step(3)
    trainer.rows()
    alive = not any(trainer.diverged_at)
    picture = Probe(trainer).snapshot(Needs(frozenset(FIELDS), 60, 16, runs=()))
    for field in ("fake", "d", "optimum", "p_data", "p_generated", "pull", "manifold", "g_line"):
        array = getattr(picture, field)
        assert array is None or not alive or np.isfinite(array).all(), field
    for name, readings in trainer.measures(QUICK).items():
        known = trainer.distribution.modes is not None or name in OF_ANY_DATA
        assert np.isfinite(readings).all() == known, name
    resumed = checkpoint.restore(checkpoint.loads(checkpoint.dumps(trainer)), "cpu")
    trainer.step(2)
    resumed.step(2)
    np.testing.assert_array_equal(trainer.rows()[1], resumed.rows()[1])
    assert torch.equal(trainer.game.generator.flat, resumed.game.generator.flat)


# -- numbers a person reads ------------------------------------------------------------------------


@pytest.mark.parametrize(("mean", "std"), [(0.5, 1.0), (1.0, 0.5), (2.0, 2.0)])
def test_readings_of_a_gaussian_are_near_the_exact_distances(mean: float, std: float) -> None:
    x, dx = np.linspace(-20, 25, 200_001, retstep=True)
    p, q = norm(0, 1).pdf(x), norm(mean, std).pdf(x)
    middle = np.maximum((p + q) / 2, 1e-300)
    js = sum(np.sum(f * np.log(np.maximum(f, 1e-300) / middle)) * dx / 2 for f in (p, q))
    gap = abs(std - 1)
    w1 = foldnorm(mean / gap, scale=gap).mean() if gap else mean

    examiner = Examiner(data.build(validate({"data": {"name": "gaussian"}}, "").data), 0)
    draw = np.random.default_rng(0)
    samples = [draw.normal(mean, std, (examiner.n, 1)) for _ in range(8)]
    read = {name: np.mean([examiner.read(name, s) for s in samples]) for name in ("js", "w1")}
    lowest, highest = examiner.floor("js")
    assert js - 0.005 < read["js"] < js + highest
    assert lowest > 0
    assert read["w1"] == pytest.approx(w1, abs=0.05)


def test_the_optimal_discriminator_of_a_linear_generator_is_the_exact_one() -> None:
    values = {"data": {"name": "ring", "std": 0.3}, "generator": {"hidden": []}}
    trainer = Trainer(validate(values, ""), "cpu")
    weight, bias = np.array([[0.9, 0.3], [-0.2, 0.7]]), np.array([0.3, -0.4])
    with torch.no_grad():
        trainer.game.generator.parameters[0][0].copy_(torch.tensor(weight))
        trainer.game.generator.parameters[1][0, 0].copy_(torch.tensor(bias))
    picture = Probe(trainer).snapshot(Needs(frozenset({"optimum", "density"}), 10, 60))
    points = np.stack(np.meshgrid(picture.xs, picture.ys), -1)
    angles = 2 * np.pi * np.arange(8) / 8
    p = np.mean(
        [
            multivariate_normal([2 * np.cos(a), 2 * np.sin(a)], 0.09 * np.eye(2)).pdf(points)
            for a in angles
        ],
        axis=0,
    )
    q = multivariate_normal(bias, weight.T @ weight).pdf(points)
    np.testing.assert_allclose(picture.p_data, p, atol=1e-6)
    error = np.abs(picture.optimum[0] - p / (p + q))
    assert np.sum(error * (p + q)) / np.sum(p + q) < 0.04


def test_v_is_minus_log_4_where_d_is_one_half() -> None:
    trainer = Trainer(validate({"data": {"name": "gaussian"}}, ""), "cpu")
    with torch.no_grad():
        trainer.game.discriminator.flat.zero_()
    trainer.step(1)
    row = dict(zip(ROW_COLUMNS, trainer.rows()[1][0, 0], strict=True))
    assert row["value"] == pytest.approx(-math.log(4), abs=1e-6)
    assert row["d_loss"] == pytest.approx(math.log(4), abs=1e-6)
