"""What the players optimise: how D's raw scores s are read, and how both players lose.

Scores are (R, B); losses are (R,), averaged over the batch, in nats where the objective is a
log-likelihood.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import softplus


@dataclass(frozen=True)
class Objective:
    """Both losses, and how D's scores are read."""

    d_loss: Callable[[Tensor, Tensor], Tensor]
    """(real, fake) to D's loss."""
    g_loss: Callable[[Tensor], Tensor]
    """fake to G's loss, before the adversarial weight."""
    value: Callable[[Tensor, Tensor], Tensor]
    """(real, fake) to V(G, D): what D maximises."""
    realness: Callable[[Tensor], Tensor]
    """Score to a number that grows where D believes "real"."""
    critic: bool
    """Whether realness is an unbounded score instead of a probability."""


def log_likelihood_d(real: Tensor, fake: Tensor) -> Tensor:
    """−E log D(x) − E log(1 − D(G(z))), D = sigmoid(s) (Goodfellow et al. 2014, equation 1)."""
    return softplus(-real).mean(1) + softplus(fake).mean(1)


def minimax_g(fake: Tensor) -> Tensor:
    """E log(1 − D(G(z))): saturates where D is sure (Goodfellow et al. 2014, Algorithm 1)."""
    return -softplus(fake).mean(1)


def non_saturating_g(fake: Tensor) -> Tensor:
    """−E log D(G(z)) (Goodfellow et al. 2014, section 3)."""
    return softplus(-fake).mean(1)


def critic_d(real: Tensor, fake: Tensor) -> Tensor:
    """E f(G(z)) − E f(x) (Arjovsky et al. 2017, Algorithm 1)."""
    return fake.mean(1) - real.mean(1)


def critic_g(fake: Tensor) -> Tensor:
    """−E f(G(z)) (Arjovsky et al. 2017, Algorithm 1)."""
    return -fake.mean(1)


def log_likelihood_value(real: Tensor, fake: Tensor) -> Tensor:
    """V(G, D) = E log D(x) + E log(1 − D(G(z))), in nats; −log 4 at the equilibrium."""
    return -log_likelihood_d(real, fake)


def critic_value(real: Tensor, fake: Tensor) -> Tensor:
    """E f(x) − E f(G(z)): W1 times the critic's Lipschitz constant, at the critic's optimum."""
    return -critic_d(real, fake)


def optimal_discriminator(p: NDArray[np.floating], q: NDArray[np.floating]) -> NDArray[np.floating]:
    """D* = p / (p + q) (Goodfellow et al. 2014, Proposition 1).

    ½ where neither has density to speak of.
    """
    total = p + q
    return np.where(total > 1e-12, p / np.maximum(total, 1e-12), 0.5)


OBJECTIVES: dict[str, Objective] = {
    "minimax": Objective(
        log_likelihood_d, minimax_g, log_likelihood_value, torch.sigmoid, critic=False
    ),
    "non-saturating": Objective(
        log_likelihood_d, non_saturating_g, log_likelihood_value, torch.sigmoid, critic=False
    ),
    "wasserstein": Objective(critic_d, critic_g, critic_value, lambda score: score, critic=True),
}
