"""A step taken apart: the same step bit for bit, and numbers that are this very step's."""

import pickle

import numpy as np
import pytest
import torch

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.objectives import NAMES
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.dissection import Dissection
from ganlab_gui.lab.dissector import dissect
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.trainer import Trainer

SMALL = {
    "data.name": "ring", "generator.hidden": [6], "discriminator.hidden": [7],
    "training.batch": 16,
}  # fmt: skip

GAMES = {
    **{name: {"objective.name": name} for name in NAMES},
    "two runs": {"runs": 2},
    "one dimension": {"data.name": "gaussian-mixture"},
    "many updates": {"training.d_steps": 3, "training.g_steps": 2},
    "simultaneous": {"training.order": "simultaneous", "training.g_steps": 2},
    "consensus": {"training.order": "simultaneous", "training.consensus": 0.1},
    "unrolled": {"training.unroll": 2},
    "packed": {"discriminator.pack": 2},
    "mad-gan": {"generator.count": 3},
    "conditional": {"training.conditional": True},
    "penalty": {"objective.name": "wasserstein", "penalty.name": "gradient"},
    "clip": {"objective.name": "wasserstein", "clip.c": 0.01},
    "spectral": {"discriminator.norm": "spectral", "generator.norm": "spectral"},
    "batch norm": {"discriminator.norm": "batch", "generator.norm": "batch"},
    "neighbours": {"discriminator.minibatch_features": 3},
    "dropout": {"discriminator.dropout": 0.3},
    "noisy": {"training.instance_noise": 0.2, "training.label_noise": 0.1},
    "memory": {"training.history": 24, "generator.average": 0.9},
    "pulling away": {"objective.name": "energy", "objective.pull_away": 0.1},
    "dirac": {"data.name": "dirac"},
}


def game(**values):
    return with_values(Experiment(), {**SMALL, **values})


def alike(a, b):
    if isinstance(a, torch.Tensor):
        return a.shape == b.shape and torch.allclose(a, b, 0, 0, equal_nan=True)
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(alike(a[k], b[k]) for k in a)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(alike, a, b))
    return a == b


def taken_apart(experiment, steps=1, kind="both", run=0):
    trainer = Trainer(experiment, "cpu")
    probe = Probe(trainer)
    return trainer, [dissect(trainer, probe, kind, run) for _ in range(steps)]


@pytest.mark.parametrize("name", GAMES)
def test_a_step_taken_apart_is_the_same_step(name):
    experiment = game(**GAMES[name])
    plain = Trainer(experiment, "cpu")
    trainer, found = taken_apart(experiment, 3, run=experiment.runs - 1)
    plain.step(3)
    assert alike(plain.state(), trainer.state())
    for one, other in zip(plain.rows(), trainer.rows(), strict=True):
        np.testing.assert_array_equal(one, other)
    assert [d.step for d in found] == [1, 2, 3]
    for d in found:
        assert all(np.isfinite(s.ground).all() for s in d.stages)


@pytest.mark.parametrize("kind", ["d", "g"])
def test_a_single_players_update_taken_apart_is_the_same(kind):
    plain = Trainer(game(), "cpu")
    getattr(plain, f"step_{kind}")()
    trainer, (found,) = taken_apart(game(), kind=kind)
    assert alike(plain.state(), trainer.state())
    assert {s.player for s in found.stages} == {kind}
    assert [s.name for s in found.stages] == ["sample", "forward", "loss", "backward", "update"]


def test_its_numbers_are_the_rows_and_follow_from_one_another():
    trainer, (found,) = taken_apart(game(**{"objective.name": "minimax"}))
    row = dict(zip(("d_loss", "g_loss", "value"), trainer.rows()[1][0, 0], strict=False))
    d, g = found.latest("d", 99), found.latest("g", 99)
    assert d.loss == pytest.approx(row["d_loss"], rel=1e-6)
    assert g.loss == pytest.approx(row["g_loss"], rel=1e-6)
    told = -np.log(d.said_real).mean() - np.log(1 - d.said_fake).mean()
    assert d.loss == pytest.approx(told, rel=1e-5)
    assert g.loss == pytest.approx(np.log(1 - g.said_fake).mean(), rel=1e-4)
    for stage in (d, g):
        assert stage.slope == pytest.approx(np.linalg.norm(stage.slopes), rel=1e-5)
        assert stage.move == pytest.approx(np.linalg.norm(stage.moves), rel=1e-5)
    assert not np.array_equal(d.before, d.ground)
    assert not np.array_equal(g.fake, g.moved)


def test_samples_are_pulled_where_a_small_move_lowers_gs_loss():
    trainer = Trainer(game(), "cpu")
    trainer.step(20)
    found = dissect(trainer, Probe(trainer), "g")
    pull, fake = found.stages[-1].pull, torch.from_numpy(found.stages[-1].fake)

    def loss(x):
        with torch.no_grad():
            raw = trainer.game.discriminator(x[None], trainer.game.discriminator.frozen())
        return float(torch.nn.functional.softplus(-raw.double()).mean())

    toward = fake + 1e-2 * torch.from_numpy(pull)
    fall = loss(fake) - loss(toward)
    assert fall == pytest.approx(1e-2 * float((pull**2).sum()) / len(pull), rel=0.1)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("many updates", "d1 d2 d3 g1 g2"),
        ("simultaneous", "g1 g2 d1 g1 g2"),
        ("moment-matching", "g1"),
        ("consensus", "d1 g1 d1"),
    ],
)
def test_units_are_updates_in_the_order_they_happen(name, said):
    _, (found,) = taken_apart(game(**GAMES[name]))
    last = [found.stages[unit[-1]] for unit in found.units("update")]
    assert " ".join(f"{s.player}{s.number}" for s in last) == said
    assert [i for unit in found.units("stage") for i in unit] == list(range(len(found.stages)))
    assert found.units("iteration") == [range(len(found.stages))]


def test_no_discriminator_has_no_forward_stage():
    _, (found,) = taken_apart(game(**GAMES["moment-matching"]))
    assert [s.name for s in found.stages] == ["sample", "loss", "backward", "update"]
    assert found.stages[1].real is not None
    assert found.layers["d"] == ()


def test_packs_are_judged_together_and_kinds_are_told():
    _, (packed,) = taken_apart(game(**GAMES["packed"]))
    assert packed.stages[1].said_fake.shape == (8,)
    _, (mad,) = taken_apart(game(**GAMES["mad-gan"]))
    assert set(mad.stages[0].kinds) == {0, 1, 2}
    _, (told,) = taken_apart(game(**GAMES["conditional"]))
    assert told.stages[0].kinds.max() > 2


def test_the_simultaneous_updates_of_g_are_told_apart():
    _, (found,) = taken_apart(game(**GAMES["simultaneous"]))
    first, second = [s for s in found.stages if s.player == "g" and s.name == "update"]
    samples = [s for s in found.stages if s.player == "g" and s.name == "sample"]
    np.testing.assert_array_equal(first.fake, samples[0].fake)
    np.testing.assert_array_equal(second.fake, samples[1].fake)


def test_a_run_that_breaks_is_told_to_its_end_and_then_nothing_happens():
    wild = {f"{p}_optimizer.{k}": v for p in ("generator", "discriminator")
            for k, v in (("name", "sgd"), ("lr", 10.0))}  # fmt: skip
    experiment = game(**wild, **{"objective.name": "least-squares"})
    trainer, found = taken_apart(experiment, 60)
    plain = Trainer(experiment, "cpu")
    plain.step(60)
    assert plain.diverged_at[0] is not None
    assert trainer.diverged_at == plain.diverged_at
    assert alike(plain.state(), trainer.state())
    assert found[0] is not None
    assert found[-1] is None


def test_it_travels():
    _, (found,) = taken_apart(game())
    copy = pickle.loads(pickle.dumps(found))
    assert isinstance(copy, Dissection)
    assert copy.stages[0].noise.shape == (16, 2)
