"""Snapshots: what they hold is what the networks say, and making one changes nothing."""

import numpy as np
import pytest
import torch
from scipy.stats import norm

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, Needs
from ganlab_gui.lab.trainer import Trainer

ALL = frozenset(FIELDS)


def make(**values: object) -> Trainer:
    base = {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16}
    return Trainer(
        with_values(Experiment(), base | {k.replace("__", "."): v for k, v in values.items()}),
        "cpu",
    )


def linear_generator(trainer: Trainer, slope: float, shift: float) -> None:
    """Make G(z) = slope · z + shift exactly."""
    weight, bias = trainer.game.generator.parameters
    with torch.no_grad():
        weight.fill_(slope)
        bias.fill_(shift)


def test_everything_asked_for_is_there_with_its_shape() -> None:
    trainer = make(runs=3)
    snapshot = Probe(trainer).snapshot(Needs(ALL, points=40, cells=12, runs=()))
    assert snapshot.runs == (0, 1, 2)
    assert snapshot.fake is not None
    assert snapshot.fake.shape == (3, 40, 2)
    assert snapshot.real is not None
    assert snapshot.real.shape == (40, 2)
    for grid in (snapshot.d, snapshot.optimum, snapshot.p_generated):
        assert grid is not None
        assert grid.shape == (3, 12, 12)
    assert snapshot.p_data is not None
    assert snapshot.p_data.shape == (12, 12)
    assert snapshot.pull is not None
    assert snapshot.pull.shape == (3, 40, 2)
    assert snapshot.manifold is not None
    assert snapshot.manifold.shape[0::3] == (3, 2)
    assert snapshot.z_line is None


def test_nothing_else_is_made() -> None:
    snapshot = Probe(make()).snapshot(Needs(frozenset({"samples"}), points=10))
    assert snapshot.d is snapshot.optimum is snapshot.pull is snapshot.manifold is None


def test_looking_changes_nothing() -> None:
    watched, alone = make(), make()
    probe = Probe(watched)
    for trainer in (watched, alone):
        trainer.step(5)
        if trainer is watched:
            probe.snapshot(Needs(ALL, 50, 16, ()))
        trainer.step(5)
    np.testing.assert_array_equal(watched.rows()[1], alone.rows()[1])


def test_d_is_read_on_the_grid_row_by_row() -> None:
    trainer = make()
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"d"}), cells=9))
    assert snapshot.xs is not None
    assert snapshot.ys is not None
    assert snapshot.d is not None
    point = torch.tensor([[[snapshot.xs[7], snapshot.ys[2]]]])
    expected = torch.sigmoid(trainer.game.discriminator(point)).item()
    assert snapshot.d[0, 2, 7] == pytest.approx(expected, abs=1e-6)


def test_pull_is_minus_the_gradient_of_each_points_loss() -> None:
    trainer = make()
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"samples", "gradients"}), points=20))
    assert snapshot.fake is not None
    assert snapshot.pull is not None

    def loss(x: np.ndarray) -> float:
        score = trainer.game.discriminator(torch.from_numpy(x)[None, None]).item()
        return float(np.log1p(np.exp(-score)))

    for point, pull in zip(snapshot.fake[0][:5], snapshot.pull[0][:5], strict=True):
        for axis in range(2):
            nudge = np.zeros(2, np.float32)
            nudge[axis] = 1e-2
            slope = (loss(point + nudge) - loss(point - nudge)) / 2e-2
            assert pull[axis] == pytest.approx(-slope, abs=2e-3)


@pytest.mark.parametrize("noise", ["gaussian", "uniform"])
def test_change_of_variables_on_a_line(noise: str) -> None:
    trainer = make(
        data={"name": "gaussian", "mean": 1.0, "std": 0.5},
        noise={"name": noise, "dim": 1}, generator__hidden=[],
    )  # fmt: skip
    linear_generator(trainer, 0.5, 1.0)
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"density", "optimum"}), 10, 256))
    assert snapshot.density_method == "change of variables"
    assert snapshot.xs is not None
    assert snapshot.p_generated is not None
    if noise == "gaussian":
        expected = norm(1.0, 0.5).pdf(snapshot.xs)
        np.testing.assert_allclose(snapshot.p_generated[0], expected, atol=6e-3)
        # A perfect generator: D* is one half wherever there is mass.
        heavy = expected > 0.05
        assert snapshot.optimum is not None
        np.testing.assert_allclose(snapshot.optimum[0][heavy], 0.5, atol=0.02)
    else:
        inside = (snapshot.xs > 0.6) & (snapshot.xs < 1.4)
        np.testing.assert_allclose(snapshot.p_generated[0][inside], 1.0, rtol=0.02)


def test_a_kernel_estimate_says_so() -> None:
    trainer = make(data={"name": "gaussian"})
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"density"}), 10, 64))
    assert snapshot.density_method == "kernel estimate"
    assert snapshot.bandwidth > 0
    asked = Probe(trainer).snapshot(Needs(frozenset({"density"}), 10, 64, bandwidth=0.3))
    assert asked.bandwidth == pytest.approx(0.3)


def test_arrows_are_equally_likely_noise_in_order() -> None:
    trainer = make(
        data={"name": "gaussian"}, noise={"name": "gaussian", "dim": 1}, generator__hidden=[]
    )
    linear_generator(trainer, 2.0, -1.0)
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"arrows"})))
    assert snapshot.z_line is not None
    assert snapshot.g_line is not None
    np.testing.assert_allclose(
        np.diff(norm.cdf(snapshot.z_line)), 1 / len(snapshot.z_line), atol=1e-5
    )
    np.testing.assert_allclose(snapshot.g_line[0], 2 * snapshot.z_line - 1, atol=1e-5)


def test_the_scene_knows_the_data() -> None:
    scene = Probe(make(data={"name": "grid"})).scene()
    assert (scene.dim, scene.modes, scene.density, scene.w1_kind) == (
        2,
        25,
        True,
        "exact assignment",
    )
    line = Probe(make(data={"name": "laplace"})).scene()
    assert (line.dim, line.modes, line.w1_kind) == (1, 0, "exact")


def test_fine_modes_keep_their_mass_and_look_alike() -> None:
    trainer = make(data__name="ring", data__std=0.02)
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"density"}), points=0, cells=64))
    p, xs = snapshot.p_data, snapshot.xs
    assert p is not None
    assert xs is not None
    assert snapshot.ys is not None
    cell = float(xs[1] - xs[0])
    assert snapshot.p_side == pytest.approx(2 * cell, rel=1e-4)
    assert p.sum() * cell**2 == pytest.approx(1, abs=1e-3)
    assert trainer.distribution.modes is not None
    x, y = np.meshgrid(xs, snapshot.ys)
    near = [np.hypot(x - a, y - b) < 5 * cell for a, b in trainer.distribution.modes.centres]
    for mode in near:
        assert p[mode].sum() * cell**2 == pytest.approx(1 / 8, rel=1e-2)
    peaks = [p[mode].max() for mode in near]
    assert max(peaks) < 1.15 * min(peaks)


def test_broad_modes_are_taken_at_the_points() -> None:
    trainer = make(data__name="gaussian-2d")
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"density"}), points=0, cells=64))
    points = np.stack([a.ravel() for a in np.meshgrid(snapshot.xs, snapshot.ys)], 1)
    log_p = trainer.distribution.log_prob(points.astype(np.float64))
    assert log_p is not None
    assert snapshot.p_side == 0
    np.testing.assert_allclose(snapshot.p_data.ravel(), np.exp(log_p), rtol=1e-4)


def test_a_line_without_a_box_reaches_to_where_g_is() -> None:
    trainer = make(data__name="gaussian", noise__dim=1, generator__hidden=[])
    low, high = (float(v[0]) for v in trainer.distribution.extent)
    linear_generator(trainer, 0.1, low - 1)
    snapshot = Probe(trainer).snapshot(Needs(frozenset({"density"}), points=0, cells=256))
    assert snapshot.xs is not None
    assert snapshot.p_generated is not None
    assert snapshot.xs[0] < low - 1.2
    assert snapshot.xs[-1] == pytest.approx(high)
    assert np.trapezoid(snapshot.p_generated[0], snapshot.xs) > 0.97


@pytest.mark.parametrize("box", [(-1, 1, 0, 0), (1, 1, -1, 1), (1, 1 + 1e-14, 0, 1)])
def test_a_box_that_no_grid_fits_into_is_not_taken(box: tuple[float, float, float, float]) -> None:
    """One asked for by a picture of 1-D data, when the data have become 2-D meanwhile."""
    probe = Probe(make())
    asked = Needs(frozenset({"density", "d"}), points=9, cells=12, box=box)
    plain = Needs(asked.fields, points=9, cells=12)
    np.testing.assert_array_equal(probe.snapshot(asked).ys, probe.snapshot(plain).ys)
    np.testing.assert_array_equal(probe.snapshot(asked).xs, probe.snapshot(plain).xs)


def test_an_energy_that_pulls_codes_away_is_told_the_classes_too():
    values = {"data__name": "ring", "training__conditional": True, "objective__name": "energy"}
    away, plain = (make(**values, objective__pull_away=w) for w in (0.5, 0.0))
    needs = Needs(frozenset({"samples", "gradients"}), points=20)
    pulls = [Probe(trainer).snapshot(needs).pull for trainer in (away, plain)]
    assert all(pull.shape == (1, 20, 2) and np.isfinite(pull).all() for pull in pulls)
    assert not np.allclose(*pulls)


def test_a_chosen_class_stands_beside_its_own_data():
    """p of the class alone, as p_g is: both have area 1, and nothing is compared with the whole."""
    values = {"data.name": "gaussian-mixture", "training.conditional": True}
    probe = Probe(Trainer(with_values(Experiment(), values), "cpu"))
    fields = frozenset({"density"})
    whole = probe.snapshot(Needs(fields, 100, 400, (0,), (-6.0, 6.0, 0.0, 0.0)))
    first = probe.snapshot(Needs(fields, 100, 400, (0,), (-6.0, 6.0, 0.0, 0.0), label=0))
    assert np.trapezoid(first.p_data, first.xs) == pytest.approx(1, abs=1e-3)
    below = first.xs < -1
    assert np.allclose(first.p_data[below], 2 * whole.p_data[below], rtol=1e-3)
    again = probe.snapshot(Needs(fields, 100, 400, (0,), (-6.0, 6.0, 0.0, 0.0)))
    assert np.array_equal(again.p_data, whole.p_data)


def test_the_averaged_spectral_generator_is_measured_as_it_is_drawn():
    """With the singular values of its own weights, not those of the weights in training."""
    values = {"generator.norm": "spectral", "generator.average": 0.999, "runs": 2}
    trainer = Trainer(with_values(Experiment(), values), "cpu")
    trainer.step(30)
    weights = trainer.weights("average")
    samples = trainer.samples(64, "average")
    net = trainer.game.generator.net
    z = torch.stack([trainer.latent(64, s, trainer.steps) for s in trainer.seeds])
    for r in range(2):
        x = z[r]
        for layer in range(net.depth + 1):
            w, b = weights[2 * layer][r], weights[2 * layer + 1][r]
            x = x @ (w / torch.linalg.matrix_norm(w, 2)) + b
            x = net.activation(x) if layer < net.depth else x
        assert np.allclose(samples[r], x.numpy(), atol=1e-4)
