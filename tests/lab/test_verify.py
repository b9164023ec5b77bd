"""Promises: which seeds meet a bound, and what a promise may name, against another way to it."""

import numpy as np
import pytest
import torch

from ganlab_gui.core.streams import generator
from ganlab_gui.experiment.io import ExperimentError, validate
from ganlab_gui.experiment.schema import Expect, Experiment
from ganlab_gui.lab import verify
from ganlab_gui.lab.gradient import g_gradient_norm
from ganlab_gui.lab.history import ROW_COLUMNS
from ganlab_gui.lab.trainer import Trainer


def experiment(*promises: dict, **settings: object) -> Experiment:
    values = {
        "data": {"name": "gaussian"},
        "generator": {"hidden": [3]},
        "discriminator": {"hidden": [3]},
        "training": {"batch": 8},
        "expect": list(promises),
        **settings,
    }
    return validate(values, "test")


def outcome(values: list[float], **expect: object) -> verify.Outcome:
    return verify.Outcome(Expect(steps=1, measure="js", **expect), np.array(values), 0.0)


def test_share_counts_the_seeds_within_both_bounds() -> None:
    values = [0.1, 0.2, 0.3, 0.4, float("nan")]
    assert outcome(values, at_least=0.2).share == pytest.approx(3 / 5)
    assert outcome(values, at_most=0.2).share == pytest.approx(2 / 5)
    assert outcome(values, at_least=0.2, at_most=0.3).share == pytest.approx(2 / 5)
    assert outcome(values, at_least=0.2).median == pytest.approx(0.25)


def test_a_promise_is_met_from_its_share_on() -> None:
    values = [1.0, 1.0, 1.0, 0.0]
    assert outcome(values, at_least=1, share=0.75).met
    assert not outcome(values, at_least=1, share=0.76).met
    assert not outcome([float("nan")], at_least=0, share=0.1).met


def test_cells_say_bound_share_and_verdict() -> None:
    cells = outcome([1.0, 3.0], at_least=2, runs=2, share=1.0).cells()
    assert len(cells) == len(verify.HEADINGS) - 1
    assert cells[:6] == ("js at step 1", "≥ 2", "100% of 2", "50%", "2", "NOT met")


def test_verify_reads_what_a_trainer_reads() -> None:
    promise = {"steps": 7, "runs": 2, "measure": "w1", "at_least": 0.0, "set": {"seed": 4}}
    (found,) = verify.verify(experiment(promise))
    trainer = Trainer(experiment(seed=4, runs=2), "cpu")
    trainer.step(7)
    np.testing.assert_allclose(found.values, trainer.measures(("w1",))["w1"], rtol=1e-5)
    assert found.met


def test_runs_in_portions_are_the_runs_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    promise = {"steps": 5, "runs": 3, "measure": "g_loss", "at_least": 0.0}
    (together,) = verify.verify(experiment(promise))
    monkeypatch.setattr(verify, "SIDE_BY_SIDE", 2 * 3 * 2 * 8)
    (portions,) = verify.verify(experiment(promise))
    np.testing.assert_allclose(portions.values, together.values, rtol=1e-5)


def test_a_column_of_the_rows_is_the_mean_of_the_last_hundred() -> None:
    promise = {"steps": 120, "runs": 2, "measure": "d_loss", "at_least": 0.0}
    (found,) = verify.verify(experiment(promise))
    trainer = Trainer(experiment(runs=2), "cpu")
    trainer.step(120)
    losses = trainer.rows()[1][20:, :, ROW_COLUMNS.index("d_loss")]
    np.testing.assert_allclose(found.values, losses.mean(0), rtol=1e-5)


def test_accuracy_is_the_mean_over_both_classes() -> None:
    rows = np.zeros((2, 1, len(ROW_COLUMNS)))
    rows[:, 0, ROW_COLUMNS.index("accuracy_real")] = [1.0, 0.5]
    rows[:, 0, ROW_COLUMNS.index("accuracy_fake")] = [0.0, 0.1]
    trainer = Trainer(experiment(), "cpu")
    assert verify.read("d_accuracy", trainer, rows) == pytest.approx([0.4])


@pytest.mark.parametrize("objective", ["minimax", "non-saturating", "wasserstein"])
def test_gradient_norm_matches_finite_differences(objective: str) -> None:
    trainer = Trainer(
        experiment(
            runs=2, objective={"name": objective, "adversarial_weight": 0.5},
            generator={"hidden": [2], "activation": "tanh"},
            discriminator={"hidden": [2], "activation": "tanh"}, noise={"dim": 1},
        ),
        "cpu",
    )  # fmt: skip
    trainer.step(3)
    for run, found in enumerate(g_gradient_norm(trainer, verify.PROBE_BATCH)):
        z = torch.randn(verify.PROBE_BATCH, 1, generator=generator(run, "picture", 3)).double()
        g = [w[run].double() for w in trainer.weights("generator")]
        d = [w[run].double() for w in trainer.weights("discriminator")]
        assert found == pytest.approx(_norm_by_differences(objective, z, g, d), rel=1e-3)


def _norm_by_differences(objective: str, z: torch.Tensor, g: list, d: list) -> float:
    """Central differences of λ L_G, written from the papers' formulas, λ = 0.5."""

    def network(x: torch.Tensor, w: list) -> torch.Tensor:
        return torch.tanh(x @ w[0] + w[1]) @ w[2] + w[3]

    def loss() -> float:
        score = network(network(z, g), d)
        losses = {
            "minimax": torch.log(1 - torch.sigmoid(score)),
            "non-saturating": -torch.log(torch.sigmoid(score)),
            "wasserstein": -score,
        }
        return float(0.5 * losses[objective].mean())

    total, h = 0.0, 1e-5
    for weight in g:
        for index in np.ndindex(*weight.shape):
            kept = float(weight[index])
            weight[index] = kept + h
            high = loss()
            weight[index] = kept - h
            low = loss()
            weight[index] = kept
            total += ((high - low) / (2 * h)) ** 2
    return total**0.5


def test_looking_at_the_gradient_changes_nothing() -> None:
    looked, plain = Trainer(experiment(), "cpu"), Trainer(experiment(), "cpu")
    looked.step(4)
    g_gradient_norm(looked, 100)
    looked.step(4)
    plain.step(8)
    np.testing.assert_array_equal(looked.samples(20), plain.samples(20))


def test_a_diverged_run_meets_nothing_but_divergence() -> None:
    wild = {
        "discriminator_optimizer.name": "sgd", "discriminator_optimizer.lr": 10,
        "penalty.name": "gradient", "penalty.weight": 10_000,
    }  # fmt: skip
    common = {"steps": 80, "runs": 1, "at_least": 0.0, "set": wild}
    broken, said = verify.verify(
        experiment({**common, "measure": "js"}, {**common, "measure": "diverged", "at_least": 1})
    )
    assert np.isnan(broken.values).all()
    assert not broken.met
    assert said.met


def test_promises_that_cannot_be_tested_are_told_together() -> None:
    promise = {"steps": 1, "at_least": 0.0}
    bad = experiment(
        {**promise, "measure": "beauty"}, {**promise, "measure": "js", "set": {"no.such": 1}}
    )
    with pytest.raises(ExperimentError) as refused:
        verify.verify(bad)
    first, second = refused.value.lines
    assert "measure is 'beauty'" in first
    assert "g_gradient_norm" in first
    assert "no.such: no such setting" in second


# -- what several generators and classes are judged by ---------------------------------------------

FIVE = np.array([10.0, 20.0, 60.0, 80.0, 110.0])


def shown(points: object, kinds: object, **settings: object) -> Trainer:
    """A trainer of MAD-GAN's five modes whose samples are the given ones."""
    trainer = Trainer(experiment(data={"name": "mad-gan"}, **settings), "cpu")
    samples = np.asarray(points, np.float32)[..., None], np.asarray(kinds)
    trainer.labelled_samples = lambda n, player="generator": samples
    return trainer


NONE = np.zeros((0, 1, 6), np.float64)


def test_labels_are_right_where_the_nearest_mode_is_the_class_asked_for() -> None:
    points = [[11, 19, 65, 81, 90], [10, 10, 10, 10, 10]]
    asked = [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]
    trainer = shown(points, asked, runs=2)
    # 90 is nearest to 80, so one of five is wrong; and in the second run four are.
    assert verify.label_accuracy(trainer, NONE).tolist() == pytest.approx([0.8, 0.2])


def test_division_is_the_information_of_maker_about_mode() -> None:
    apart = shown([np.tile(FIVE, 20)], [np.tile(np.arange(5), 20)])
    assert verify.division(apart, NONE)[0] == pytest.approx(np.log(5))
    alike = shown([np.repeat(FIVE, 20)], [np.tile(np.arange(5), 20)])
    assert verify.division(alike, NONE)[0] == pytest.approx(0, abs=1e-12)
    # Two makers of two modes, a joint of 3/8, 1/8, 1/8, 3/8: ¾ ln 3 − ln 2 nats.
    points = [10] * 4 + [20] * 4
    makers = [0, 0, 0, 1, 1, 1, 1, 0]
    halves = shown([points], [makers])
    assert verify.division(halves, NONE)[0] == pytest.approx(0.75 * np.log(3) - np.log(2))


def test_spread_is_the_distance_from_the_mean() -> None:
    trainer = Trainer(experiment(runs=2), "cpu")
    trainer.samples = lambda n, player="generator": np.array([[[1.0], [3.0]], [[5.0], [5.0]]])
    assert verify.spread(trainer, NONE).tolist() == [1, 0]


def test_an_average_is_measured_by_its_own_samples() -> None:
    settings = {"generator": {"hidden": [3], "average": 0.9}}
    trainer = Trainer(experiment(**settings), "cpu")
    trainer.step(20)
    for name, raw in (("average_js", "js"), ("average_w1", "w1")):
        smooth = trainer.examiner.measure(trainer.samples(2_500, "average"), (raw,))[raw]
        assert verify.read(name, trainer, NONE).tolist() == smooth.tolist()
        assert smooth.tolist() != trainer.measures((raw,))[raw].tolist()


@pytest.mark.parametrize(
    "settings",
    [
        {"generator": {"hidden": [3], "count": 3}, "data": {"name": "mad-gan"}},
        {"training": {"batch": 8, "conditional": True}, "data": {"name": "ring"}},
        {"discriminator": {"hidden": [3], "pack": 2}},
        {"objective": {"name": "energy"}},
        {"objective": {"name": "moment-matching"}},
        {"data": {"name": "dirac"}},
    ],
)
def test_every_game_is_read(settings: dict) -> None:
    trainer = Trainer(experiment(**settings), "cpu")
    trainer.step(3)
    _, rows = trainer.rows()
    for name in ("g_gradient_norm", "spread", "division", "label_accuracy", "diverged"):
        assert verify.read(name, trainer, rows).shape == (1,)
    assert verify.read("g_gradient_norm", trainer, rows)[0] >= 0
