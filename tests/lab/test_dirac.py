"""The Dirac-GAN: the trainer's path is the closed-form iteration, step by step."""

from itertools import product
from typing import get_args

import numpy as np
import pytest

from ganlab_gui.core.theory.dirac import departures, iterate
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.losses import Divergence
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import row_columns
from ganlab_gui.lab.trainer import Trainer

DIRAC = {
    "data.name": "dirac",
    "data.theta": 1.0,
    "data.psi": 0.6,
    "noise.dim": 1,
    "runs": 3,
    "training.batch": 16,
    "generator_optimizer.name": "sgd",
    "discriminator_optimizer.name": "sgd",
    "generator_optimizer.lr": 0.1,
    "discriminator_optimizer.lr": 0.1,
}
WGAN = {"objective.name": "wasserstein", "clip.c": 0.0, "training.d_steps": 1}
METHODS = {
    "GAN": {"objective.name": "minimax"},
    "NSGAN": {},
    "WGAN": WGAN,
    "WGAN clipped": WGAN | {"clip.c": 0.5},
    "WGAN-GP": WGAN | {"penalty.name": "gradient", "penalty.weight": 0.5},
    "WGAN-GP, slope 0": WGAN | {
        "penalty.name": "gradient", "penalty.weight": 0.5, "penalty.target": 0.0
    },
    "Lipschitz": WGAN | {"penalty.name": "lipschitz", "penalty.target": 0.5},
    "R1": {"penalty.name": "r1", "penalty.weight": 1.0},
    "R2": {"objective.name": "minimax", "penalty.name": "r2", "penalty.weight": 0.7},
    **{f"f-GAN {f}": {"objective.name": "f-gan", "objective.divergence": f, "data.theta": 0.4}
       for f in get_args(Divergence)},
    "f-GAN alternative": {"objective.name": "f-gan", "objective.alternative": True},
    "least squares": {"objective.name": "least-squares"},
    "hinge": {"objective.name": "hinge"},
    "relativistic": {"objective.name": "relativistic"},
    "λ": {"objective.adversarial_weight": 0.3},
    "several updates": {"training.d_steps": 3, "training.g_steps": 2},
    "two time-scales, falling": {
        "discriminator_optimizer.lr": 0.3, "discriminator_optimizer.schedule": "linear",
        "discriminator_optimizer.horizon": 80, "generator_optimizer.schedule": "cosine",
        "generator_optimizer.horizon": 150,
    },
    "D frozen": {"training.d_until": 30},
    "mixed": {"training.minibatches": "mixed", "training.scaling": "unit"},
}  # fmt: skip
CONSENSUS = {"training.order": "simultaneous", "training.consensus": 0.4}
CASES = {
    **{f"{name}, {order}": METHODS[name] | {"training.order": order}
       for name, order in product(METHODS, ["simultaneous", "alternating"])},
    "consensus, GAN": METHODS["GAN"] | CONSENSUS,
    "consensus, NSGAN": CONSENSUS,
    "consensus, WGAN": WGAN | CONSENSUS,
    "consensus, R1": METHODS["R1"] | CONSENSUS,
}  # fmt: skip
STEPS = 100


def paths(values):
    """(T + 1, R, 2) of the trainer, from its rows, and of the closed form."""
    experiment = with_values(Experiment(), DIRAC | values)
    trainer = Trainer(experiment, "cpu")
    game = trainer.game
    start = np.stack([game.generator.flat.numpy(), game.discriminator.flat.numpy()], 1)
    start = start.astype(np.float64)
    trainer.step(STEPS)
    _, rows = trainer.rows()
    assert row_columns(experiment)[-2:] == ("theta", "psi")
    end = np.stack([game.generator.flat.numpy(), game.discriminator.flat.numpy()], 1)
    np.testing.assert_array_equal(rows[-1, :, -2:], end)
    trained = np.concatenate([start[None], rows[:, :, -2:]])
    return trained, iterate(experiment, start, STEPS)


@pytest.mark.parametrize("case", CASES)
def test_the_trainers_path_is_the_closed_form_in_float64(case, float64):
    trained, exact = paths(CASES[case])
    assert departures(with_values(Experiment(), DIRAC | CASES[case])) == ()
    assert np.abs(exact[-1] - exact[0]).max() > 0.05
    np.testing.assert_allclose(trained, exact, rtol=0, atol=1e-12)


@pytest.mark.parametrize("case", CASES)
def test_the_trainers_path_is_the_closed_form_as_shipped(case):
    """In float32, whose rounding a step is 6e-8 of the numbers; they grow to at most a few."""
    trained, exact = paths(CASES[case])
    np.testing.assert_allclose(trained, exact, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("order", ["simultaneous", "alternating"])
def test_instance_noise_by_the_very_noise_drawn(order, float64):
    """D descends E softplus(−ψε) + E softplus(ψ(θ + ε')), G E softplus(−ψ(θ + ε''))."""
    values = {"training.order": order, "training.instance_noise": 0.7,
              "training.instance_noise_steps": 60, "runs": 1}  # fmt: skip
    experiment = with_values(Experiment(), DIRAC | values)
    trainer, twin = Trainer(experiment, "cpu"), Trainer(experiment, "cpu")
    theta, psi = trainer.game.generator.flat.item(), trainer.game.discriminator.flat.item()

    def sigmoid(s):
        return 1 / (1 + np.exp(-s))

    def pull(theta, psi, noise):
        return np.mean(-psi * sigmoid(-psi * (theta + noise)))

    def slope(theta, psi, real, fake):
        own = np.mean(-real * sigmoid(-psi * real))
        return own + np.mean((theta + fake) * sigmoid(psi * (theta + fake)))

    path, batch = [], experiment.training.batch
    for step in range(STEPS):
        level, blur = 0.7 * max(0, 1 - step / 60), twin.game.blur
        old = psi
        if order == "simultaneous":
            move = pull(theta, old, level * blur.take(batch).numpy())
        noise = level * blur.take(2 * batch).numpy()[0]
        psi = psi - 0.1 * slope(theta, psi, noise[:batch], noise[batch:])
        if order == "alternating":
            move = pull(theta, psi, level * blur.take(batch).numpy())
        theta = theta - 0.1 * move
        path.append([theta, psi])
    trainer.step(STEPS)
    np.testing.assert_allclose(trainer.rows()[1][:, 0, -2:], path, rtol=0, atol=1e-12)


@pytest.mark.parametrize("order", ["simultaneous", "alternating"])
def test_instance_noise_of_a_large_minibatch_is_its_mean(order):
    """The mean of 32 768 draws of 0.7 ε strays by 0.004, and 100 steps of 0.1 by 0.004 · √10."""
    trained, exact = paths({"training.order": order, "training.instance_noise": 0.7,
                            "training.batch": 32_768, "runs": 1})  # fmt: skip
    np.testing.assert_allclose(trained, exact, atol=0.02)


def test_simultaneous_wgan_spirals_out_by_the_known_factor(float64):
    """Simultaneous steps of h multiply the radius by √(1 + h²); alternating stay on an ellipse."""
    out, _ = paths(WGAN | {"training.order": "simultaneous"})
    radius = np.hypot(*out.transpose(2, 0, 1))
    np.testing.assert_allclose(radius[1:] / radius[:-1], np.sqrt(1.01), rtol=1e-12)
    around, _ = paths(WGAN | {"training.order": "alternating"})
    theta, psi = around.transpose(2, 0, 1)
    # ψ' = ψ − hθ and θ' = θ + hψ' keep θ² + ψ² − hθψ: both are θ² + ψ'² + hθψ'.
    kept = theta**2 + psi**2 - 0.1 * theta * psi
    np.testing.assert_allclose(kept, kept[:1].repeat(STEPS + 1, 0), rtol=1e-12)
