"""Every feature of a game: looked at, saved, broken, turned and shuffled."""

import io
import math

import numpy as np
import pytest
import torch

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.minibatch import minibatch
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, Needs
from ganlab_gui.lab.step import Outcome, d_loss, g_loss
from ganlab_gui.lab.trainer import Trainer

SMALL = {
    "generator.hidden": [6],
    "discriminator.hidden": [5],
    "training.batch": 12,
    "runs": 2,
}
LINE = {"data.name": "mad-gan", "noise.dim": 1}
FEATURES = {
    "f-GAN": {"objective.name": "f-gan", "objective.divergence": "jeffrey"},
    "least squares": {"objective.name": "least-squares"},
    "hinge": {"objective.name": "hinge"},
    "relativistic": {"objective.name": "relativistic"},
    "energy": {"objective.name": "energy", "objective.pull_away": 0.3},
    "moment matching": {"objective.name": "moment-matching"},
    "several generators": {"generator.count": 3, "generator.average": 0.9},
    "several generators on a line": LINE | {"generator.count": 5, "generator.average": 0.9},
    "conditional": {"training.conditional": True, "training.history": 20},
    "conditional on a line": LINE | {"training.conditional": True, "generator.average": 0.5},
    "packed": {"discriminator.pack": 3, "training.label_noise": 0.2},
    "batch norm": {"generator.norm": "batch", "discriminator.norm": "batch"},
    "spectral norm": {"generator.norm": "spectral", "discriminator.norm": "spectral"},
    "minibatch features": {"discriminator.minibatch_features": 2},
    "layer norm": {"generator.norm": "layer", "discriminator.norm": "instance"},
    "history": {"training.history": 33},
    "scaling": {"training.scaling": "unit", "generator.output": "tanh"},
    "instance noise": {"training.instance_noise": 0.5, "training.instance_noise_steps": 30},
    "unrolled": {"training.unroll": 2, "discriminator.dropout": 0.2},
    "consensus": {"training.consensus": 0.1, "training.order": "simultaneous"},
    "schedule": {"generator_optimizer.schedule": "cosine", "generator_optimizer.horizon": 30},
    "dirac": {"data.name": "dirac", "noise.dim": 1, "generator.average": 0.8},
}  # fmt: skip
EVERYTHING = Needs(frozenset(FIELDS), points=30, cells=9, runs=())


def built(values):
    return Trainer(with_values(Experiment(), SMALL | values), "cpu")


def alike(one, other):
    """Everything that the next step depends on, bit for bit; and the rows so far."""
    mine, theirs = one.state(), other.state()
    buffers = []
    for state in (mine, theirs):
        buffer = io.BytesIO()
        torch.save(state, buffer)
        buffers.append(buffer.getvalue())
    assert buffers[0] == buffers[1]
    assert np.array_equal(one.rows()[1], other.rows()[1], equal_nan=True)


@pytest.mark.parametrize("feature", FEATURES)
def test_looking_changes_nothing(feature):
    watched, alone = built(FEATURES[feature]), built(FEATURES[feature])
    probe = Probe(watched)
    for label in (None, 1, None):
        watched.step(4)
        probe.snapshot(EVERYTHING)
        probe.snapshot(Needs(frozenset(FIELDS), points=5, cells=4, runs=(1,), label=label))
    watched.measures(("modes_captured", "high_quality"))
    alone.step(12)
    alike(watched, alone)


@pytest.mark.parametrize("feature", FEATURES)
def test_a_state_goes_on_bit_for_bit(feature):
    whole, part = built(FEATURES[feature]), built(FEATURES[feature])
    whole.step(25)
    part.step(10)
    buffer = io.BytesIO()
    torch.save(part.state(), buffer)
    resumed = built(FEATURES[feature])
    resumed.step(3)
    resumed.load_state(torch.load(io.BytesIO(buffer.getvalue()), weights_only=True))
    resumed.step(15)
    assert np.array_equal(whole.rows()[1][10:], resumed.rows()[1], equal_nan=True)
    alike(whole, resumed)


BREAKABLE = {
    "average and history": {"generator.average": 0.9, "training.history": 20},
    "several generators": {"generator.count": 3, "generator.average": 0.5},
    "spectral norm": {"discriminator.norm": "spectral", "discriminator.minibatch_features": 2},
    "conditional, packed": {"training.conditional": True, "discriminator.pack": 2},
    "energy": {"objective.name": "energy"},
    "unrolled": {"training.unroll": 2},
}


@pytest.mark.parametrize("feature", BREAKABLE)
def test_a_run_that_breaks_is_frozen_and_the_others_go_on(feature):
    values = BREAKABLE[feature] | {"runs": 3}
    trainer, well = built(values), built(values)
    trainer.step(15)
    with torch.no_grad():
        # A bias, for spectral norm would divide a weight by itself.
        trainer.game.generator.parameters[-1 if trainer.game.generator.count > 1 else 3][1] = (
            math.inf
        )
    trainer.load_state(trainer.state())
    trainer.step(30)
    well.step(45)
    assert trainer.diverged_at == [None, 16, None]
    players = ["generator"] + (["average"] if trainer.game.average is not None else [])
    for player in players:
        for mine, own in zip(trainer.weights(player), well.weights(player), strict=True):
            assert torch.equal(mine[[0, 2]], own[[0, 2]])
    if "average" in players:
        assert all(w.isfinite().all() for w in trainer.weights("average"))
    assert np.array_equal(trainer.rows()[1][-30:, ::2], well.rows()[1][-30:, ::2], equal_nan=True)
    assert np.array_equal(trainer.samples(9)[::2], well.samples(9)[::2])


# -- what must not matter --------------------------------------------------------------------------

ROUND = {
    "data.name": "gaussian-2d", "noise.dim": 2, "training.batch": 16,
    "generator_optimizer.name": "momentum", "discriminator_optimizer.name": "sgd",
    "generator_optimizer.lr": 0.02, "discriminator_optimizer.lr": 0.03,
}  # fmt: skip
TURNED = {
    "minimax": {"objective.name": "minimax"},
    "gradient penalty": {"penalty.name": "gradient"},
    "R1, instance noise": {"penalty.name": "r1", "training.instance_noise": 0.5},
    "f-GAN": {"objective.name": "f-gan", "objective.divergence": "pearson"},
    "least squares": {"objective.name": "least-squares"},
    "hinge": {"objective.name": "hinge"},
    "relativistic": {"objective.name": "relativistic"},
    "energy": {"objective.name": "energy", "objective.pull_away": 0.5},
    "moment matching": {"objective.name": "moment-matching"},
    "several generators": {"generator.count": 3},
    "unrolled": {"training.unroll": 2},
    "consensus": {"training.consensus": 0.2, "training.order": "simultaneous"},
    "minibatch features": {"discriminator.minibatch_features": 2, "discriminator.norm": "batch"},
    "history": {"training.history": 20, "generator.average": 0.5},
}


def turn(trainer, q):
    """Rotate data, noise, instance noise, and both networks' ends with them."""
    game = trainer.game
    for name in ("data", "noise", "blur"):
        stream = getattr(game, name)
        stream.take = lambda n, take=stream.take: take(n) @ q
    players = [(game.generator, True)]
    if game.discriminator.parameters:
        players.append((game.discriminator, game.discriminator.kind == "energy"))
    with torch.no_grad():
        for player, both_ends in players:
            w = player.parameters
            last = 2 * player.net.depth
            w[0].copy_(q.T @ w[0])
            if both_ends:
                w[last].copy_(w[last] @ q)
                w[last + 1].copy_(w[last + 1] @ q)
    if game.average is not None:
        game.average = game.generator.flat.clone()
    trainer.load_state = None
    trainer._good = trainer.state()


@pytest.mark.parametrize("case", TURNED)
def test_rotating_data_and_noise_rotates_the_samples_alone(case, float64):
    angle = 0.7
    q = torch.tensor([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    straight, turned = built(ROUND | TURNED[case]), built(ROUND | TURNED[case])
    turn(turned, q)
    straight.step(12)
    turned.step(12)
    np.testing.assert_allclose(turned.rows()[1], straight.rows()[1], rtol=1e-9, atol=1e-10)
    noise = torch.randn(2, 20, 2)
    made = straight.game.generator(noise).detach() @ q
    torch.testing.assert_close(turned.game.generator(noise @ q).detach(), made, rtol=0, atol=1e-9)


@pytest.mark.parametrize(
    "values",
    [*(v for k, v in TURNED.items() if k not in ("several generators", "history")),
     {"discriminator.norm": "spectral"}, {"training.conditional": True, "data.name": "ring"},
     {"discriminator.norm": "batch", "penalty.name": "r2"}],
)  # fmt: skip
def test_permuting_samples_changes_no_loss(values, float64):
    trainer = built(ROUND | values)
    trainer.step(3)
    game, e = trainer.game, trainer.experiment
    seen = minibatch(game, e)
    noise, data = game.noise.take(16), game.data.take(16).clone()
    losses = []
    for order in (torch.arange(16), torch.randperm(16)):
        seen.real, seen.fake = seen.real[:, order], seen.fake[:, order]
        if seen.epsilon is not None:
            seen.epsilon = seen.epsilon[:, order]
        game.data.take = lambda n, order=order: data[:, order]
        game.blur.take = lambda n: torch.zeros(2, n, 2)
        fake, weights = game.generator(noise[:, order]), game.discriminator.frozen()
        found = [g_loss(game, e, fake, weights, Outcome())]
        if game.discriminator.parameters:
            found.append(d_loss(game, e, seen, game.discriminator.parameters, Outcome()))
        losses.append(torch.stack(found).detach())
    torch.testing.assert_close(losses[0], losses[1], rtol=1e-12, atol=1e-13)


# -- pictures --------------------------------------------------------------------------------------

T_STAR = {
    "kl": lambda u: 1 + np.log(u),
    "reverse-kl": lambda u: -1 / u,
    "pearson": lambda u: 2 * (u - 1),
    "neyman": lambda u: 1 - u**-2.0,
    "squared-hellinger": lambda u: 1 - u**-0.5,
    "jeffrey": lambda u: np.log(u) + 1 - 1 / u,
    "jensen-shannon": lambda u: np.log(2 * u / (1 + u)),
    "gan": lambda u: np.log(u / (1 + u)),
    "total-variation": lambda u: np.sign(u - 1) / 2,
}
"""f'(u) of every divergence, differentiated by hand."""


def picture(values, **needs):
    trainer = built(values)
    trainer.step(5)
    return trainer, Probe(trainer).snapshot(Needs(frozenset(FIELDS), 60, 150, (), **needs))


@pytest.mark.parametrize("divergence", T_STAR)
def test_the_best_bound_drawn_is_the_slope_of_f(divergence):
    values = {"objective.name": "f-gan", "objective.divergence": divergence}
    _, seen = picture(values | {"data.name": "gaussian", "noise.dim": 1})
    p, q = (np.broadcast_to(a, seen.p_generated.shape).astype(np.float64)
            for a in (seen.p_data, seen.p_generated))  # fmt: skip
    there = (p > 1e-3) & (q > 1e-3) & (p < 900 * q) & (q < 900 * p)
    assert there.sum() > 3
    np.testing.assert_allclose(
        seen.optimum[there], T_STAR[divergence](p[there] / q[there]), rtol=1e-4
    )


def test_the_best_share_drawn_counts_every_generator():
    _, seen = picture(LINE | {"generator.count": 4})
    p, q = seen.p_data[None], seen.p_generated
    there = p + q > 1e-6
    shown = np.broadcast_to(p, q.shape)[there] / (p + 4 * q)[there]
    np.testing.assert_allclose(seen.optimum[there], shown, rtol=1e-4)


@pytest.mark.parametrize("values", [{"generator.count": 4}, {"training.conditional": True}])
@pytest.mark.parametrize("noise", [1, 2])
def test_parts_add_up_to_the_whole(values, noise):
    values = LINE | values | {"noise.dim": noise}
    _, far = picture(values)
    ends = float(far.fake.min()) - 1, float(far.fake.max()) + 1
    _, seen = picture(values, box=(*ends, 0.0, 0.0))
    assert (seen.p_generated > 0.01).sum() > 10
    assert seen.p_parts.shape[1] == (4 if "generator.count" in values else 5)
    scale = seen.p_generated.max()
    np.testing.assert_allclose(seen.p_parts.sum(1), seen.p_generated, atol=1e-5 * scale)


@pytest.mark.parametrize("values", [{}, {"generator.count": 3}, {"training.conditional": True}])
def test_averaged_points_are_the_averaged_weights_samples(values):
    trainer, seen = picture(values | {"generator.average": 0.9})
    noise = torch.stack([trainer.latent(2_000, seed) for seed in trainer.seeds])[:, :60]
    with torch.no_grad():
        raw, smooth = (trainer.game.generator(noise, trainer.weights(player))[..., :2]
                       for player in ("generator", "average"))  # fmt: skip
    np.testing.assert_allclose(seen.fake, raw, atol=1e-5)
    np.testing.assert_allclose(seen.averaged, smooth, atol=1e-5)
    assert not np.allclose(seen.averaged, seen.fake, atol=1e-4)


@pytest.mark.parametrize("data", ["ring", "mad-gan"])
def test_a_chosen_class_is_all_that_is_made(data):
    values = {"training.conditional": True, "data.name": data}
    _, everything = picture(values)
    trainer, chosen = picture(values, label=3)
    assert set(everything.kinds.ravel()) == set(range(trainer.game.classes))
    assert (chosen.kinds == 3).all()
    same = everything.kinds == 3
    np.testing.assert_allclose(chosen.fake[same], everything.fake[same], atol=1e-6)
    assert not np.allclose(chosen.d, everything.d)
