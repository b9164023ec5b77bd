"""Every trick of a step, against what its formula says of the very numbers drawn."""

import math

import numpy as np
import pytest
import torch

from ganlab_gui.core.models.objectives import mad_gan_d, pull_away
from ganlab_gui.core.models.penalties import PENALTIES
from ganlab_gui.core.models.schedules import rate
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import objective
from ganlab_gui.lab.minibatch import Minibatch, exchanged, minibatch, noise_level, recalled
from ganlab_gui.lab.step import Outcome, d_loss, train_step
from ganlab_gui.lab.trainer import Trainer

SMALL = {
    "generator.hidden": [6],
    "discriminator.hidden": [5],
    "training.batch": 16,
    "noise.dim": 3,
}


def experiment(**values):
    return with_values(Experiment(), SMALL | {k.replace("__", "."): v for k, v in values.items()})


def built(**values):
    e = experiment(**values)
    return Trainer(e, "cpu").game, e


def trained(steps, **values):
    trainer = Trainer(experiment(**values), "cpu")
    trainer.step(steps)
    return trainer


# -- who moves when --------------------------------------------------------------------------------


@pytest.mark.parametrize("cuts", [(30,), (1,) * 30, (11, 19)])
def test_d_is_frozen_from_its_step_on(cuts):
    trainer, free = Trainer(experiment(training__d_until=10), "cpu"), trained(10)
    for n in cuts:
        trainer.step(n)
    for mine, own in zip(
        trainer.weights("discriminator"), free.weights("discriminator"), strict=True
    ):
        assert torch.equal(mine, own)
    _, rows = trainer.rows()
    lost = np.isnan(rows[:, 0, 0])
    assert lost.tolist() == [False] * 10 + [True] * 20
    assert np.isfinite(rows[:, 0, 1]).all()
    assert not torch.equal(trainer.weights("generator")[0], free.weights("generator")[0])


@pytest.mark.parametrize("schedule", ["linear", "cosine", "exponential"])
def test_the_rate_is_in_the_optimizer(schedule):
    game, e = built(generator_optimizer__schedule=schedule, generator_optimizer__horizon=8,
                    discriminator_optimizer__lr=0.01)  # fmt: skip
    for step in range(10):
        train_step(game, e)
        lr = game.g_optimizer.param_groups[0]["lr"]
        assert lr == rate(e.generator_optimizer, step)
        assert game.d_optimizer.param_groups[0]["lr"] == 0.01
    assert lr < 1e-3


def test_an_update_is_made_at_the_rate_of_its_step(float64):
    """Plain descent at half the rate goes half as far: linear, at step 5 of 10."""
    moves = {}
    for schedule in ("constant", "linear"):
        game, e = built(generator_optimizer__schedule=schedule, generator_optimizer__horizon=10,
                        generator_optimizer__name="sgd", training__d_steps=0)  # fmt: skip
        game.steps, before = 5, game.generator.flat.clone()
        train_step(game, e)
        moves[schedule] = game.generator.flat - before
    torch.testing.assert_close(moves["linear"], moves["constant"] / 2)


def test_an_edit_of_the_schedule_starts_from_the_set_rate():
    trainer = trained(5, generator_optimizer__schedule="linear", generator_optimizer__horizon=10)
    trainer.apply(with_values(trainer.experiment, {"generator_optimizer.schedule": "constant"}))
    trainer.step(1)
    assert trainer.game.g_optimizer.param_groups[0]["lr"] == 1e-3


# -- what D is shown -------------------------------------------------------------------------------


def test_the_share_of_exchanged_labels():
    share = 0.3
    game, e = built(training__label_noise=share, training__batch=4096)
    twin, plain = built(training__batch=4096)
    seen, pure = minibatch(game, e), minibatch(twin, plain)
    assert torch.equal(seen.real, pure.real)
    assert torch.equal(seen.fake, pure.fake)
    flip = seen.flip[..., 0]
    assert flip.double().mean().item() == pytest.approx(share, abs=4 * (0.21 / 4096) ** 0.5)
    real, fake = exchanged(seen.flip, seen.real, seen.fake)
    assert torch.equal(real[flip], pure.fake[flip])
    assert torch.equal(fake[flip], pure.real[flip])
    assert torch.equal(fake[~flip], pure.fake[~flip])


def test_exchanged_labels_teach_d_and_leave_its_readings_alone():
    """The loss is of the exchanged pairs; scores, and so V and accuracy, are of the true ones."""
    game, e = built(training__label_noise=0.5, penalty__name="r1")
    seen, outcome = minibatch(game, e), Outcome()
    with torch.no_grad():
        real, fake = game.discriminator(seen.real), game.discriminator(seen.fake)
    loss = d_loss(game, e, seen, game.discriminator.parameters, outcome)
    torch.testing.assert_close(outcome.real, real)
    torch.testing.assert_close(outcome.fake, fake)
    flip = seen.flip[..., 0]
    called = torch.where(flip, fake, real), torch.where(flip, real, fake)
    torch.testing.assert_close(outcome.d_loss, objective(e).d_loss(*called))
    slope = PENALTIES["r1"](game.discriminator, seen.real, seen.fake, seen.epsilon)
    torch.testing.assert_close(outcome.penalty, slope.detach())
    torch.testing.assert_close(loss.detach(), outcome.d_loss + 10 * outcome.penalty)


def test_packs_change_sides_as_a_whole():
    settings = {"discriminator__pack": 4, "training__batch": 64}
    seen = minibatch(*built(training__label_noise=0.5, **settings))
    real, _ = exchanged(seen.flip, seen.real, seen.fake)
    changed = (real != seen.real).any(-1).view(16, 4)
    assert torch.equal(changed.all(1), changed.any(1))
    assert 0 < changed.float().mean() < 1


@pytest.mark.parametrize(("step", "level"), [(0, 0.8), (5, 0.4), (9, 0.08), (10, 0.0), (99, 0.0)])
def test_instance_noise_falls_in_a_straight_line(step, level):
    e = experiment(training__instance_noise=0.8, training__instance_noise_steps=10)
    assert noise_level(e, step) == pytest.approx(level)
    assert noise_level(experiment(training__instance_noise=0.8), step) == 0.8


def test_instance_noise_has_its_deviation_and_spares_the_classes():
    settings = {"training__batch": 4096, "training__conditional": True}
    seen = minibatch(*built(training__instance_noise=0.7, **settings))
    pure = minibatch(*built(**settings))
    for noisy, clean in ((seen.real, pure.real), (seen.fake, pure.fake)):
        assert torch.equal(noisy[..., 2:], clean[..., 2:])
        noise = noisy[..., :2] - clean[..., :2]
        assert noise.std().item() == pytest.approx(0.7, rel=0.05)
        assert noise.mean().item() == pytest.approx(0, abs=0.04)


def test_conditional_samples_have_the_datas_classes():
    game, e = built(training__conditional=True, data__name="grid")
    seen = minibatch(game, e)
    labels = seen.real[..., 2:]
    assert labels.shape == (1, 16, 25)
    assert torch.equal(seen.fake[..., 2:], labels)
    assert torch.equal(labels.sum(-1), torch.ones(1, 16))
    centres = torch.from_numpy(Trainer(e, "cpu").distribution.modes.centres).float()
    nearest = torch.cdist(seen.real[0, :, :2], centres).argmin(1)
    assert torch.equal(nearest, labels[0].argmax(1))


def test_a_remainder_fills_no_pack():
    game, e = built(discriminator__pack=5)
    seen = minibatch(game, e)
    assert seen.real.shape == seen.fake.shape == (1, 15, 2)
    outcome = train_step(game, e)
    assert outcome.real.shape == outcome.fake.shape == outcome.answer.shape == (1, 3)
    twin, _ = built(discriminator__pack=5)
    twin.data.take(30)
    assert torch.equal(game.data.take(5), twin.data.take(5))


# -- history ---------------------------------------------------------------------------------------


def numbered(game, n):
    """Fake fakes, (1, n, 2), that tell when they were made."""
    game.made = getattr(game, "made", 0) + n
    return (
        torch.arange(game.made - n, game.made).float()[None, :, None].expand(1, n, 2).contiguous()
    )


def test_nothing_is_recalled_before_the_memory_is_full():
    game, _ = built(training__history=40)
    for full in (16, 32, 40):
        fake = numbered(game, 16)
        assert torch.equal(recalled(game, fake), fake)
        assert game.remembered == full
    assert game.memory[0, :, 0].tolist() == list(range(40))
    assert game.recall.state()["size"] == 0


@pytest.mark.parametrize("size", [16, 37, 60])
def test_half_of_a_minibatch_is_recalled_and_what_it_replaces_remembered(size):
    game, _ = built(training__history=size)
    while game.remembered < size:
        recalled(game, numbered(game, 16))
    for _ in range(50):
        before, fake = game.memory.clone(), numbered(game, 16)
        shown = recalled(game, fake)
        assert torch.equal(shown[:, 8:], fake[:, 8:])
        old, kept = shown[0, :8, 0].tolist(), before[0, :, 0].tolist()
        assert len(set(old)) == 8
        assert set(old) <= set(kept)
        left = set(kept) - set(old)
        assert set(game.memory[0, :, 0].tolist()) == left | set(fake[0, :8, 0].tolist())


@pytest.mark.parametrize("size", [8, 20, 31])
def test_every_slot_is_as_likely(size):
    game, _ = built(training__history=size, noise__dim=1)
    game.remembered, rounds = size, 4000
    counts = torch.zeros(size)
    game.memory[0, :, 0] = torch.arange(size).float()
    for _ in range(rounds):
        slots = game.memory[0, :, 0].clone()
        fake = torch.full((1, 12, 2), -1.0)
        counts[recalled(game, fake)[0, :6, 0].long()] += 1
        game.memory[0, :, 0] = slots
    p = 6 / size
    deviation = math.sqrt(p * (1 - p) / rounds)
    assert (counts / rounds - p).abs().max() <= 4.5 * deviation + 1e-6


def test_a_memory_serves_d_alone():
    one, two = trained(1, training__history=1), trained(1)
    assert torch.equal(one.game.generator.flat, two.game.generator.flat)
    assert not torch.equal(
        trained(30, training__history=64).game.discriminator.flat,
        trained(30).game.discriminator.flat,
    )


# -- losses ----------------------------------------------------------------------------------------


def scored(settings, groups_of=None, **more):
    game, e = built(**settings, **more)
    seen = minibatch(game, e)
    outcome = Outcome()
    return d_loss(game, e, seen, game.discriminator.parameters, outcome), outcome


def test_one_sided_smoothing_moves_the_target_of_the_data_alone():
    """Cross entropy with target 1 − s on data and 0 on samples."""
    loss, outcome = scored({"objective__label_smoothing": 0.1})
    p, q = torch.sigmoid(outcome.real), torch.sigmoid(outcome.fake)
    by_hand = -(0.9 * p.log() + 0.1 * (1 - p).log()).mean() - (1 - q).log().mean()
    assert loss.item() == pytest.approx(by_hand.item(), rel=1e-5)


def test_mixed_minibatches_matter_where_samples_meet_and_nowhere_else():
    for settings, matters in (
        ({}, False),
        ({"discriminator__norm": "layer"}, False),
        ({"discriminator__norm": "spectral"}, False),
        ({"discriminator__norm": "batch"}, True),
        ({"discriminator__minibatch_features": 2}, True),
    ):
        apart, _ = scored(settings)
        together, _ = scored(settings, training__minibatches="mixed")
        assert torch.equal(apart, together) != matters


def test_separate_minibatches_are_two_passes():
    game, e = built(discriminator__norm="batch", discriminator__minibatch_features=2)
    seen, outcome = minibatch(game, e), Outcome()
    d_loss(game, e, seen, game.discriminator.parameters, outcome)
    torch.testing.assert_close(outcome.real, game.discriminator(seen.real).detach())
    torch.testing.assert_close(outcome.fake, game.discriminator(seen.fake).detach())


def test_sample_j_is_generator_js_and_d_is_told_so():
    game, e = built(generator__count=3)
    noise = game.noise.take(16)
    fake = game.generator(noise)
    for j in range(16):
        weights = [w[:, [j % 3]].expand(-1, 3, -1, -1) for w in game.generator.frozen()]
        alone = game.generator(noise, weights)
        torch.testing.assert_close(fake[:, j], alone[:, j])
    seen, outcome = Minibatch(game.data.take(16), fake.detach(), None, None), Outcome()
    loss = d_loss(game, e, seen, game.discriminator.parameters, outcome)
    assert outcome.fake.shape == (1, 16, 4)
    log_p = torch.log_softmax(outcome.fake, -1)[0]
    own = -sum(log_p[j, j % 3] for j in range(16)) / 16
    real = -torch.log_softmax(outcome.real, -1)[0, :, 3].mean()
    assert loss.item() == pytest.approx((real + 3 * own).item(), rel=1e-5)
    assert loss.item() == pytest.approx(mad_gan_d(outcome.real, outcome.fake).item(), rel=1e-6)


def test_energy_is_the_reconstruction_error():
    game, e = built(objective__name="energy", objective__margin=3.0, objective__pull_away=0.2)
    seen, outcome = minibatch(game, e), Outcome()
    loss = d_loss(game, e, seen, game.discriminator.parameters, outcome)
    again = game.discriminator.net(seen.real)
    energy = (again - seen.real).square().sum(-1)
    torch.testing.assert_close(outcome.real, energy.detach())
    by_hand = outcome.real.mean() + (3 - outcome.fake).clamp_min(0).mean()
    assert loss.item() == pytest.approx(by_hand.item(), rel=1e-5)
    g_outcome = train_step(game, e)
    weights = game.discriminator.frozen()
    assert g_outcome.g_loss.item() >= g_outcome.answer.mean().item()
    assert 0 <= pull_away(game.discriminator.code(seen.fake, weights)).item() <= 1


def test_moment_matching_has_no_d_to_update():
    game, e = built(objective__name="moment-matching")
    outcome = train_step(game, e)
    assert outcome.real is None
    assert outcome.d_loss is None
    assert game.discriminator.flat.numel() == 0
    assert game.d_optimizer.state == {}
    # One minibatch of noise and one of data, both G's.
    twin, _ = built(objective__name="moment-matching")
    twin.data.take(16), twin.noise.take(16)
    assert torch.equal(game.data.take(3), twin.data.take(3))
    assert torch.equal(game.noise.take(3), twin.noise.take(3))
    assert game.mixing.state()["size"] == 0


def test_lambda_scales_an_energys_pull_too(float64):
    moves = {}
    for weight in (1.0, 0.25):
        game, e = built(
            objective__name="energy", objective__pull_away=0.5, training__d_steps=0,
            objective__adversarial_weight=weight, generator_optimizer__name="sgd",
        )  # fmt: skip
        before = game.generator.flat.clone()
        train_step(game, e)
        moves[weight] = game.generator.flat - before
    torch.testing.assert_close(moves[0.25], moves[1.0] / 4)


# -- the average -----------------------------------------------------------------------------------


def test_the_average_is_the_recursion_from_the_first_weights(float64):
    trainer = Trainer(experiment(generator__average=0.7, runs=2), "cpu")
    own = trainer.game.generator.flat.clone()
    for step in range(12):
        if step == 5:
            trainer.step_d()
            continue
        trainer.step_g() if step == 7 else trainer.step(1)
        own = 0.7 * own + 0.3 * trainer.game.generator.flat
    torch.testing.assert_close(trainer.game.average, own, rtol=1e-12, atol=1e-14)
    assert torch.equal(trainer.game.generator.flat, trained_alike(trainer).game.generator.flat)


def trained_alike(trainer):
    plain = Trainer(with_values(trainer.experiment, {"generator.average": 0.0}), "cpu")
    for step in range(12):
        {5: plain.step_d, 7: plain.step_g}.get(step, plain.step)()
    return plain


def test_a_still_generator_leaves_its_average():
    trainer = trained(5, generator__average=0.5, training__g_steps=0)
    assert torch.equal(trainer.game.average, trainer.game.generator.flat)


def test_an_average_can_be_switched_on_and_off():
    trainer = trained(10)
    trainer.apply(with_values(trainer.experiment, {"generator.average": 0.9}))
    assert torch.equal(trainer.game.average, trainer.game.generator.flat)
    trainer.step(10)
    assert "average_js" in trainer.measures()
    trainer.apply(with_values(trainer.experiment, {"generator.average": 0.0}))
    assert trainer.game.average is None
    assert "average_js" not in trainer.measures()


@pytest.mark.parametrize(
    ("before", "after"),
    [("energy", "hinge"), ("moment-matching", "minimax"), ("energy", "moment-matching")],
)
def test_another_kind_of_d_is_not_had_while_running(before, after):
    trainer = trained(2, objective__name=before)
    with pytest.raises(ExperimentError, match=r"objective\.name: cannot change while running"):
        trainer.apply(with_values(trainer.experiment, {"objective.name": after}))
    assert trainer.experiment.objective.name == before
