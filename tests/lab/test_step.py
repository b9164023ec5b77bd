"""One step of Algorithm 1, against a step worked out by hand with torch's own layers."""

import pytest
import torch

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import step as module
from ganlab_gui.lab.step import d_alone, dropout_masks, g_alone, train_step
from ganlab_gui.lab.trainer import Trainer


def experiment(**tables):
    base = {
        "data": {"name": "ring"},
        "generator": {"hidden": [6], "activation": "tanh"},
        "discriminator": {"hidden": [7], "activation": "tanh"},
        "training": {"batch": 16},
        "generator_optimizer": {"name": "sgd", "lr": 0.1},
        "discriminator_optimizer": {"name": "sgd", "lr": 0.2},
    }
    for table, values in tables.items():
        base[table] = base.get(table, {}) | values if isinstance(values, dict) else values
    return Experiment.model_validate(base)


def game_of(e):
    return Trainer(e, "cpu").game


def forward(weights, x):
    """A network of one hidden tanh layer on (B, in), written out."""
    w1, b1, w2, b2 = weights
    return torch.tanh(x @ w1 + b1) @ w2 + b2


def first_run(network):
    return [p[0].detach().clone().requires_grad_() for p in network.parameters]


def by_hand(e, d_steps, g_steps, order):
    """Weights of both players after one step: separate tensors, log sigmoid, plain descent."""
    twin = game_of(e)
    g, d = first_run(twin.generator), first_run(twin.discriminator)
    batch, log_d = e.training.batch, torch.nn.functional.logsigmoid

    def g_gradients():
        fake = forward(g, twin.noise.take(batch)[0])
        return torch.autograd.grad(-log_d(forward(d, fake)).mean(), g)

    def descend(weights, gradients, lr):
        with torch.no_grad():
            for w, gradient in zip(weights, gradients, strict=True):
                w -= lr * gradient

    early = [g_gradients() for _ in range(g_steps)] if order == "simultaneous" else []
    for _ in range(d_steps):
        real, fake = twin.data.take(batch)[0], forward(g, twin.noise.take(batch)[0]).detach()
        loss = -log_d(forward(d, real)).mean() - log_d(-forward(d, fake)).mean()
        descend(d, torch.autograd.grad(loss, d), 0.2)
    for i in range(g_steps):
        descend(g, early[i] if early else g_gradients(), 0.1)
    return g, d


@pytest.mark.parametrize("order", ["alternating", "simultaneous"])
@pytest.mark.parametrize(("d_steps", "g_steps"), [(1, 1), (3, 1), (1, 2), (0, 1), (2, 0)])
def test_a_step_is_the_one_worked_out_by_hand(order, d_steps, g_steps):
    e = experiment(training={"order": order, "d_steps": d_steps, "g_steps": g_steps})
    game = game_of(e)
    train_step(game, e)
    g, d = by_hand(e, d_steps, g_steps, order)
    for network, weights in ((game.generator, g), (game.discriminator, d)):
        for p, w in zip(network.parameters, weights, strict=True):
            assert torch.allclose(p[0], w, atol=1e-6)


def test_orders_differ_in_the_generator_alone():
    games = {}
    for order in ("alternating", "simultaneous"):
        e = experiment(training={"order": order, "d_steps": 1})
        games[order] = game_of(e)
        # The same minibatches for both: a block of noise that repeats one draw.
        noise = games[order].noise.take(16).clone()
        games[order].noise.take = lambda n, noise=noise: noise
        train_step(games[order], e)
    one, other = games.values()
    assert torch.equal(one.discriminator.flat, other.discriminator.flat)
    assert not torch.equal(one.generator.flat, other.generator.flat)


@pytest.mark.parametrize(("d_steps", "g_steps"), [(5, 1), (1, 3), (2, 2)])
def test_minibatches_are_fresh_and_counted(d_steps, g_steps):
    e = experiment(training={"d_steps": d_steps, "g_steps": g_steps})
    game = game_of(e)
    train_step(game, e)
    twin = game_of(e)
    twin.data.take(16 * d_steps)
    twin.noise.take(16 * (d_steps + g_steps))
    assert torch.equal(game.data.take(16), twin.data.take(16))
    assert torch.equal(game.noise.take(16), twin.noise.take(16))


def test_a_frozen_player_does_not_move():
    for frozen, steps in (("generator", {"g_steps": 0}), ("discriminator", {"d_steps": 0})):
        e = experiment(training=steps)
        game = game_of(e)
        before = getattr(game, frozen).flat.clone()
        outcome = train_step(game, e)
        assert torch.equal(getattr(game, frozen).flat, before)
        assert (outcome.answer is None) == (frozen == "generator")
        assert (outcome.real is None) == (frozen == "discriminator")


def test_single_updates_move_one_player():
    e = experiment()
    for update, moving, still in (
        (d_alone, "discriminator", "generator"),
        (g_alone, "generator", "discriminator"),
    ):
        game = game_of(e)
        before = {p: getattr(game, p).flat.clone() for p in (moving, still)}
        update(game, e)
        assert torch.equal(getattr(game, still).flat, before[still])
        assert not torch.equal(getattr(game, moving).flat, before[moving])


def test_every_critic_weight_is_clipped_after_every_critic_step(monkeypatch):
    c = 0.003
    e = experiment(objective={"name": "wasserstein"}, clip={"c": c}, training={"d_steps": 3})
    game, seen = game_of(e), []
    update = module.d_update

    def watched(*arguments):
        update(*arguments)
        seen.append(game.discriminator.flat.abs().max().item())

    monkeypatch.setattr(module, "d_update", watched)
    train_step(game, e)
    assert len(seen) == 3
    assert all(size <= c * (1 + 1e-6) for size in seen)
    assert game.generator.flat.abs().max() > c


def test_adversarial_weight_scales_the_generators_gradient():
    moves = {}
    for weight in (1.0, 0.25, 0.0):
        e = experiment(objective={"adversarial_weight": weight}, training={"d_steps": 0})
        game = game_of(e)
        before = game.generator.flat.clone()
        train_step(game, e)
        moves[weight] = game.generator.flat - before
    assert torch.allclose(moves[0.25], moves[1.0] / 4, atol=1e-7)
    assert not moves[0.0].any()


@pytest.mark.parametrize("name", ["gradient", "r1", "r2"])
def test_the_penalty_enters_the_discriminators_loss_times_lambda(name):
    """One plain step moves D by −lr times the sum of both gradients, so it is affine in λ."""
    moves = {}
    for weight in (0.0, 1.0, 3.0):
        e = experiment(penalty={"name": name, "weight": weight}, training={"g_steps": 0})
        game = game_of(e)
        before = game.discriminator.flat.clone()
        train_step(game, e)
        moves[weight] = game.discriminator.flat - before
    pull = moves[1.0] - moves[0.0]
    assert pull.abs().max() > 1e-6
    assert torch.allclose(moves[3.0] - moves[0.0], 3 * pull, atol=1e-6)
    without = game_of(experiment(training={"g_steps": 0}))
    before = without.discriminator.flat.clone()
    train_step(without, experiment(training={"g_steps": 0}))
    assert torch.allclose(without.discriminator.flat - before, moves[0.0], atol=1e-7)


@pytest.mark.parametrize("p", [0.1, 0.5, 0.9])
def test_dropout_masks_keep_the_mean(p):
    e = experiment(discriminator={"hidden": [50, 30], "dropout": p}, runs=2)
    masks = dropout_masks(game_of(e), e, 400)
    assert [tuple(m.shape) for m in masks] == [(2, 400, 50), (2, 400, 30)]
    for mask in masks:
        assert mask.unique().tolist() == pytest.approx([0, 1 / (1 - p)])
        tolerance = 5 * (p / (1 - p) / mask.numel()) ** 0.5
        assert mask.mean().item() == pytest.approx(1, abs=tolerance)


@pytest.mark.parametrize("hidden", [[], [5], [5, 4]])
@pytest.mark.parametrize("activation", ["relu", "maxout"])
def test_dropout_trains_for_any_widths(hidden, activation):
    layers = {"hidden": hidden, "activation": activation, "dropout": 0.5}
    e = experiment(discriminator=layers, penalty={"name": "gradient"})
    outcome = train_step(game_of(e), e)
    assert outcome.answer.isfinite().all()


def test_without_dropout_no_mask_is_drawn():
    e = experiment()
    game = game_of(e)
    assert dropout_masks(game, e, 10) is None
    train_step(game, e)
    assert game.silence.state()["offset"] == 0


def test_an_outcome_holds_the_last_updates_scores():
    e = experiment(training={"d_steps": 2}, runs=3, penalty={"name": "r1", "weight": 5.0})
    outcome = train_step(game_of(e), e)
    assert outcome.real.shape == outcome.fake.shape == outcome.answer.shape == (3, 16)
    assert outcome.penalty.shape == (3,)
    assert outcome.point is None
    assert not any(t.requires_grad for t in vars(outcome).values() if t is not None)
