"""The trainer: reproducible bit for bit, unmoved by looking, hot edits, divergence."""

import copy
import io
from itertools import product

import numpy as np
import pytest
import torch

from ganlab_gui.core.models.objectives import OBJECTIVES
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.knobs import is_silent, settings_of
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import ROW_COLUMNS, Edit
from ganlab_gui.lab.step import train_step
from ganlab_gui.lab.trainer import CHUNK, Trainer, device_of

SMALL = {
    "generator.hidden": [8],
    "discriminator.hidden": [8],
    "training.batch": 16,
    "noise.dim": 3,
}
WILD = {
    "objective.name": "wasserstein",
    "generator_optimizer.name": "sgd",
    "discriminator_optimizer.name": "sgd",
    "generator_optimizer.lr": 0.5,
    "discriminator_optimizer.lr": 0.5,
    "generator.hidden": [8, 8],
    "discriminator.hidden": [8, 8],
    "generator.activation": "leaky-relu",
    "discriminator.activation": "leaky-relu",
}


def small(**values):
    return with_values(Experiment(), SMALL | {k.replace("__", "."): v for k, v in values.items()})


def trainer(e, cuts=()):
    t = Trainer(e, "cpu")
    for n in cuts:
        t.step(n)
    return t


def same(one, other):
    """Both weights and all rows, bit for bit."""
    assert one.steps == other.steps
    assert torch.equal(one.game.generator.flat, other.game.generator.flat)
    assert torch.equal(one.game.discriminator.flat, other.game.discriminator.flat)
    (s, v), (t, w) = one.rows(), other.rows()
    assert np.array_equal(s, t)
    assert np.array_equal(v, w, equal_nan=True)


# -- the same numbers ------------------------------------------------------------------------------


@pytest.mark.parametrize("cuts", [(100,), (37, 63), (1,) * 100, (32, 32, 36), (0, 99, 0, 1)])
@pytest.mark.parametrize(("runs", "batch"), [(1, 1), (1, 150), (2, 16), (3, 37)])
def test_reruns_are_bit_identical_however_they_are_cut(runs, batch, cuts):
    e = small(runs=runs, training__batch=batch, penalty__name="r1", discriminator__dropout=0.2)
    same(trainer(e, [100]), trainer(e, cuts))


def test_looking_changes_nothing():
    e = small(runs=2)
    watched, alone = trainer(e), trainer(e, [60])
    for _ in range(12):
        watched.step(5)
        watched.samples(100)
        watched.measures(("js", "w1"))
        watched.state()
        watched.weights("generator")
    same(watched, alone)


def test_samples_depend_on_the_experiment_and_the_step_alone():
    e = small(runs=2)
    often, once = trainer(e), trainer(e, [20])
    for _ in range(20):
        often.step()
        often.samples(7)
    assert np.array_equal(often.samples(50), once.samples(50))
    assert once.samples(50).shape == (2, 50, 2)
    assert once.samples(50).dtype == np.float32
    found, again = often.measures(("js",)), once.measures(("js",))
    assert np.array_equal(found["js"], again["js"])
    assert not np.array_equal(trainer(e, [19]).samples(50), once.samples(50))


CASES = [
    *product(OBJECTIVES, ["none", "gradient", "r1", "r2"], ["relu"]),
    *product(["non-saturating"], ["gradient"], ["leaky-relu", "elu", "tanh", "sigmoid"]),
    *product(["minimax"], ["r1"], ["softplus", "maxout"]),
]


@pytest.mark.parametrize(("objective", "penalty", "activation"), CASES)
def test_run_r_is_the_same_whatever_the_number_of_runs(objective, penalty, activation):
    values = {
        "objective.name": objective,
        "penalty.name": penalty,
        "discriminator.activation": activation,
        "discriminator.dropout": 0.1,
        "seed": 40,
    }
    many = trainer(small(**values, runs=4), [20])
    alone = trainer(small(**values | {"seed": 42}), [20])
    for player in ("generator", "discriminator"):
        pairs = list(zip(many.weights(player), alone.weights(player), strict=True))
        if objective == "relativistic" and player == "discriminator":
            # Only differences of scores count: the last bias has no gradient but rounding's,
            # which Adam makes large.
            del pairs[-1]
        for p, q in pairs:
            assert torch.allclose(p[2], q[0], rtol=1e-3, atol=1e-4)
    (_, rows), (_, row) = many.rows(), alone.rows()
    assert np.allclose(rows[:, 2], row[:, 0], rtol=1e-3, atol=0.07, equal_nan=True)
    assert np.allclose(many.samples(9)[2], alone.samples(9)[0], rtol=1e-3, atol=1e-3)


def test_different_seeds_differ():
    assert not np.array_equal(trainer(small(seed=1)).samples(9), trainer(small(seed=2)).samples(9))


# -- rows ------------------------------------------------------------------------------------------


def test_rows_are_the_scores_read_by_hand():
    e = small(runs=2, training__d_steps=2, penalty__name="r1", penalty__weight=3.0,
              objective__name="minimax", objective__adversarial_weight=0.5)  # fmt: skip
    t, twin = trainer(e, [40]), trainer(e)
    steps, rows = t.rows()
    assert steps.tolist() == list(range(1, 41))
    assert rows.shape == (40, 2, len(ROW_COLUMNS))
    for row in rows:
        o = train_step(twin.game, e)
        p, q, a = (torch.sigmoid(s.double()) for s in (o.real, o.fake, o.answer))
        value = p.log().mean(1) + (1 - q).log().mean(1)
        want = {
            "d_loss": -value,
            "g_loss": 0.5 * (1 - a).log().mean(1),
            "value": value,
            "penalty": 3 * o.penalty,
            "accuracy_real": (p > 0.5).double().mean(1),
            "accuracy_fake": (q < 0.5).double().mean(1),
        }
        for k, name in enumerate(ROW_COLUMNS):
            assert row[:, k].tolist() == pytest.approx(want[name].tolist(), abs=1e-5)


def test_rows_are_handed_out_once():
    t = trainer(small(), [5])
    assert len(t.rows()[0]) == 5
    steps, values = t.rows()
    assert len(steps) == 0
    assert values.shape == (0, 1, len(ROW_COLUMNS))
    t.step(2)
    assert t.rows()[0].tolist() == [6, 7]


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, {"penalty"}),
        ({"penalty.name": "r2"}, set()),
        ({"objective.name": "wasserstein"}, {"penalty", "accuracy_real", "accuracy_fake"}),
        ({"training.g_steps": 0}, {"penalty", "g_loss"}),
        ({"training.d_steps": 0}, set(ROW_COLUMNS) - {"g_loss"}),
        ({"training.d_steps": 0, "training.g_steps": 0}, set(ROW_COLUMNS)),
    ],
)
def test_what_a_step_does_not_have_is_nan_in_its_row(values, missing):
    t = trainer(small(**values), [3])
    _, rows = t.rows()
    nan = {n for k, n in enumerate(ROW_COLUMNS) if np.isnan(rows[:, :, k]).all()}
    assert nan == missing
    assert t.diverged_at == [None]


def test_single_updates_count_as_steps():
    t = trainer(small())
    t.step_d()
    t.step_g()
    steps, rows = t.rows()
    assert steps.tolist() == [1, 2]
    assert np.isnan(rows[0, 0, ROW_COLUMNS.index("g_loss")])
    assert np.isfinite(rows[0, 0, ROW_COLUMNS.index("d_loss")])
    assert np.isfinite(rows[1, 0, ROW_COLUMNS.index("g_loss")])
    assert np.isnan(rows[1, 0, ROW_COLUMNS.index("d_loss")])


# -- state -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sgd", "momentum", "rmsprop", "adam"])
def test_a_state_continues_bit_for_bit_in_another_trainer(name):
    e = small(runs=2, discriminator__dropout=0.3, penalty__name="gradient",
              generator_optimizer__name=name, discriminator_optimizer__name=name)  # fmt: skip
    one = trainer(e, [45])
    file = io.BytesIO()
    torch.save(one.state(), file)
    file.seek(0)
    other = trainer(e, [7])
    other.load_state(torch.load(file, weights_only=True))
    one.rows()
    one.step(200)
    other.step(200)
    same(one, other)


def test_going_back_to_the_start_replays_the_run_even_past_a_block_of_noise():
    e = small(noise__dim=1024, training__batch=64)
    t = trainer(e)
    start = t.state()
    t.step(5)
    t.load_state(start)
    assert t.steps == 0
    t.step(5)
    same(t, trainer(e, [5]))


def test_a_state_is_not_touched_by_what_comes_later():
    t = trainer(small(), [10])
    state = t.state()
    kept = copy.deepcopy(state)
    t.step(40)
    t.load_state(state)
    t.step(3)
    assert torch.equal(state["generator"], kept["generator"])
    for k, v in kept["g_optimizer"]["state"][0].items():
        assert torch.equal(state["g_optimizer"]["state"][0][k], v)


# -- hot and cold edits ----------------------------------------------------------------------------

OTHER = {
    "objective.name": "minimax",
    "objective.adversarial_weight": 0.5,
    "penalty.name": "r1",
    "penalty.weight": 3.0,
    "clip.c": 0.05,
    "training.batch": 24,
    "training.d_steps": 3,
    "training.g_steps": 2,
    "training.order": "simultaneous",
    "discriminator.dropout": 0.4,
    "objective.divergence": "pearson",
    "objective.alternative": True,
    "objective.a": -1.0,
    "objective.b": 2.0,
    "objective.c": 0.5,
    "objective.margin": 0.2,
    "objective.pull_away": 0.5,
    "objective.bandwidths": (0.3, 1.5),
    "objective.label_smoothing": 0.2,
    "penalty.target": 0.3,
    "training.d_until": 45,
    "training.unroll": 2,
    "training.consensus": 0.5,
    "training.minibatches": "mixed",
    "training.label_noise": 0.3,
    "training.instance_noise": 0.5,
    "training.instance_noise_steps": 45,
    "generator.average": 0.9,
}
F_GAN, LEAST_SQUARES = {"objective.name": "f-gan"}, {"objective.name": "least-squares"}
ENERGY = {"objective.name": "energy", "objective.margin": 30.0}
GRADIENT = {"penalty.name": "gradient"}
BEFORE = {
    "objective.divergence": F_GAN,
    "objective.alternative": F_GAN,
    "objective.a": LEAST_SQUARES,
    "objective.b": LEAST_SQUARES,
    "objective.c": LEAST_SQUARES,
    "objective.margin": ENERGY,
    "objective.pull_away": ENERGY,
    "objective.bandwidths": {"objective.name": "moment-matching"},
    "penalty.weight": GRADIENT,
    "penalty.target": GRADIENT,
    "training.consensus": {"training.order": "simultaneous"},
    "training.minibatches": {"discriminator.norm": "batch"},
    "training.instance_noise_steps": {"training.instance_noise": 0.5},
}
"""Where a setting means something."""
for player in ("generator", "discriminator"):
    OTHER |= {
        f"{player}_optimizer.name": "rmsprop",
        f"{player}_optimizer.lr": 0.003,
        f"{player}_optimizer.momentum": 0.5,
        f"{player}_optimizer.beta1": 0.8,
        f"{player}_optimizer.beta2": 0.9,
        f"{player}_optimizer.schedule": "linear",
        f"{player}_optimizer.horizon": 90,
    }
    BEFORE |= {
        f"{player}_optimizer.momentum": {f"{player}_optimizer.name": "momentum"},
        f"{player}_optimizer.horizon": {f"{player}_optimizer.schedule": "cosine"},
    }


def test_every_hot_setting_is_tried_here():
    hot = {s.path for s in settings_of(Experiment()) if s.knob.hot}
    assert set(OTHER) == {path for path in hot if not is_silent(path)}


@pytest.mark.parametrize(("path", "value"), OTHER.items())
def test_a_hot_edit_applies_between_two_steps(path, value):
    start = small(**BEFORE.get(path, {}))
    old = trainer(start, [40])
    edited = trainer(start, [40])
    new = with_values(start, {path: value})
    (edit,) = edited.apply(new)
    assert (edit.step, edit.path, edit.new) == (40, path, value)
    assert edited.edits == [edit]
    assert edited.experiment == new
    old.step(10)
    edited.step(10)
    (_, before), (_, after) = old.rows(), edited.rows()
    assert np.array_equal(before[:40], after[:40], equal_nan=True)
    if path == "generator.average":  # it is only looked at
        same(old, edited)
        assert not np.array_equal(edited.samples(9, "average"), edited.samples(9))
        return
    assert not np.array_equal(before[40:], after[40:], equal_nan=True)
    assert not torch.equal(old.game.discriminator.flat, edited.game.discriminator.flat) or (
        not torch.equal(old.game.generator.flat, edited.game.generator.flat)
    )


def test_edits_are_reproducible_and_survive_a_state():
    e = small()
    new = with_values(e, {"training.batch": 40, "generator_optimizer.name": "momentum"})

    def run(save):
        t = trainer(e, [20])
        t.apply(new)
        t.step(9)
        if save:
            state = t.state()
            t = trainer(new, [2])
            t.load_state(state)
        t.step(30)
        t.rows()
        return t

    same(run(False), run(True))


def test_several_edits_are_recorded_in_order_and_words_are_not_edits():
    t = trainer(small(), [4])
    t.apply(with_values(t.experiment, {"training.d_steps": 5, "clip.c": 0.1}))
    t.step(3)
    t.apply(with_values(t.experiment, {"title": "Another", "training.d_steps": 1}))
    assert sorted(t.edits, key=lambda e: (e.step, e.path)) == [
        Edit(4, "clip.c", 0.0, 0.1),
        Edit(4, "training.d_steps", 1, 5),
        Edit(7, "training.d_steps", 5, 1),
    ]
    assert t.apply(t.experiment) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("seed", 9),
        ("runs", 2),
        ("noise.dim", 5),
        ("noise.name", "uniform"),
        ("generator.hidden", [9]),
        ("discriminator.activation", "tanh"),
        ("generator.init", "he"),
        ("data.std", 0.5),
        ("data.name", "grid"),
        ("objective.name", "energy"),
        ("objective.name", "moment-matching"),
        ("generator.count", 2),
        ("generator.norm", "layer"),
        ("discriminator.pack", 2),
        ("discriminator.minibatch_features", 3),
        ("training.history", 50),
        ("training.scaling", "unit"),
        ("training.conditional", True),
    ],
)
def test_a_cold_edit_is_refused_with_its_path_and_changes_nothing(path, value):
    t = trainer(small(), [3])
    e = t.experiment
    with pytest.raises(ExperimentError, match=f"{path}: ") as refused:
        t.apply(with_values(e, {path: value, "training.d_steps": 4}))
    assert len(refused.value.lines) == 1
    assert t.experiment is e
    assert t.edits == []
    t.step(5)
    same(t, trainer(small(), [8]))


# -- divergence ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lost():
    """A lone run that diverges, taken step by step."""
    return trainer(small(**WILD), [1] * 200)


@pytest.mark.parametrize("cuts", [(200,), (3, 197), (1, 2) * 60])
def test_divergence_is_found_at_the_same_step_however_the_run_is_cut(cuts, lost):
    t = trainer(small(**WILD), cuts)
    assert t.diverged_at == lost.diverged_at
    assert t.cause == lost.cause
    assert t.steps == lost.steps == t.diverged_at[0]
    assert np.array_equal(t.samples(20), lost.samples(20))


def test_divergence_is_where_numbers_first_stop_being_finite(lost):
    e = small(**WILD)
    t = trainer(e)
    step = 0
    finite = True
    while finite:
        step += 1
        o = train_step(t.game, e)
        numbers = [o.real, o.fake, o.answer, t.game.generator.flat, t.game.discriminator.flat]
        finite = all(x.detach().isfinite().all() for x in numbers)
    assert lost.diverged_at == [step]


def test_a_diverged_run_keeps_its_last_finite_state(lost):
    t = trainer(small(**WILD), [lost.diverged_at[0] - 1])
    assert t.diverged_at == [None]
    for player in ("generator", "discriminator"):
        for p, q in zip(t.weights(player), lost.weights(player), strict=True):
            assert torch.equal(p, q)
            assert q.isfinite().all()
    assert np.isfinite(lost.samples(50)).all()


def test_a_lone_diverged_run_stops_and_its_last_row_says_so():
    t = trainer(small(**WILD))
    taken = t.step(200)
    steps, rows = t.rows()
    at = t.diverged_at[0]
    assert taken == at == steps[-1]
    assert np.isnan(rows[-1]).all()
    assert np.isfinite(rows[:-1, 0, ROW_COLUMNS.index("d_loss")]).all()
    assert t.all_diverged
    assert t.step(10) == 0
    t.step_d()
    t.step_g()
    assert t.steps == at
    assert t.cause in {
        "D's scores of the data", "D's scores of the samples", "G's loss", "the weights"
    }  # fmt: skip


def breaking():
    """Three runs that go well, then the middle one alone is thrown out of bounds."""
    e = small(runs=3, seed=11)
    t = trainer(e, [20])
    with torch.no_grad():
        for p in t.game.discriminator.parameters:
            p[1].mul_(1e30)
    t.load_state(t.state())
    return e, t


@pytest.mark.parametrize("cuts", [(60,), (1,) * 60, (7, 53)])
def test_the_other_runs_go_on_unaffected(cuts):
    e, t = breaking()
    for n in cuts:
        t.step(n)
    well = trainer(e, [80])
    assert t.steps == 80
    assert t.diverged_at == [None, 21, None]
    steps, rows = t.rows()
    assert len(steps) == 60
    assert np.isnan(rows[steps >= 21, 1]).all()
    kept = well.rows()[1][20:]
    for r in (0, 2):
        assert np.array_equal(rows[:, r], kept[:, r], equal_nan=True)
        assert np.array_equal(t.samples(9)[r], well.samples(9)[r])
    assert np.isfinite(t.samples(9)).all()


def test_runs_that_diverge_at_different_steps_each_stop_at_their_own():
    e = small(**WILD, runs=4)
    together = trainer(e, [200])
    alone = [trainer(with_values(e, {"runs": 1, "seed": r}), [200]) for r in range(4)]
    assert together.diverged_at == [t.diverged_at[0] for t in alone]
    assert together.steps == max(together.diverged_at)
    steps, rows = together.rows()
    for r, at in enumerate(together.diverged_at):
        assert np.isnan(rows[steps >= at, r]).all()
        assert np.isfinite(rows[steps < at, r, 0]).all()


def test_a_state_remembers_the_lost_runs():
    e, t = breaking()
    t.step(5)
    file = io.BytesIO()
    torch.save(t.state(), file)
    file.seek(0)
    other = trainer(e)
    other.load_state(torch.load(file, weights_only=True))
    assert other.diverged_at == t.diverged_at == [None, 21, None]
    assert other.cause == t.cause
    t.rows()
    t.step(CHUNK + 3)
    other.step(CHUNK + 3)
    assert np.array_equal(t.rows()[1], other.rows()[1], equal_nan=True)
    assert np.array_equal(t.samples(9), other.samples(9))


@pytest.mark.parametrize("update", ["step_d", "step_g"])
def test_a_single_update_that_breaks_a_run_keeps_the_weights_of_before(update):
    e = small(objective__name="wasserstein", generator_optimizer__name="sgd",
              discriminator_optimizer__name="sgd", generator_optimizer__lr=10,
              discriminator_optimizer__lr=10)  # fmt: skip
    t = trainer(e)
    with torch.no_grad():
        for network in (t.game.generator, t.game.discriminator):
            network.flat.mul_(1e18)
    t.load_state(t.state())
    before = t.weights("generator")[0].clone()
    getattr(t, update)()
    assert t.diverged_at == [1]
    assert torch.equal(t.weights("generator")[0], before)
    assert np.isnan(t.rows()[1]).all()


def test_weights_alone_can_break_and_are_named():
    e = small(training__g_steps=0)
    t = trainer(e, [3])
    with torch.no_grad():
        t.game.generator.parameters[1][0, 0, 0] = float("-inf")
    t.load_state(t.state())
    t.step(40)
    assert t.diverged_at == [4]
    assert t.cause == "the weights"


# -- learning --------------------------------------------------------------------------------------


def test_a_gaussian_is_learnt():
    e = with_values(
        Experiment(),
        {
            "data.name": "gaussian",
            "data.mean": 3.0,
            "data.std": 0.5,
            "noise.dim": 1,
            "training.batch": 128,
            "runs": 3,
            "penalty.name": "r1",
            "penalty.weight": 1.0,
        },
    )
    t = trainer(e)
    start = t.measures(("w1",))["w1"]
    t.step(1000)
    end = t.measures(("w1",))["w1"]
    assert (start > 2).all()
    assert (end < 0.6).all()
    assert t.samples(2000).mean((1, 2)) == pytest.approx([3, 3, 3], abs=0.5)


def test_devices():
    assert device_of("cpu").type == "cpu"
    assert device_of("auto").type == ("cuda" if torch.cuda.is_available() else "cpu")
    if not torch.cuda.is_available():
        with pytest.raises(ExperimentError, match="cuda is not available here; allowed: auto, cpu"):
            Trainer(small(), "cuda")
