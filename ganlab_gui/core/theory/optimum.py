"""The best discriminator against given densities, in the units of ``realness``.

Arrays of densities p (data) and q (all generators together, on average) have any one shape; the
answers have it too.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES
from ganlab_gui.experiment.objectives import THRESHOLDS

if TYPE_CHECKING:
    from ganlab_gui.experiment.schema import Experiment

Array = NDArray[np.floating[Any]]

NOTHING = 1e-12
"""p + N q at or below which neither has density to speak of, and D is undecided."""
FARTHEST_RATIO = 1e3
"""T* = f'(p / q) takes p / q no farther from 1 than this factor: it has no bound where q or p is 0,
and no picture of it would show anything else."""


def optimal_discriminator(p: Array, q: Array, generators: int = 1) -> Array:
    """D* = p / (p + N q) (Goodfellow et al. 2014, Proposition 1; Ghosh et al. 2018, Proposition 1).

    1 / (N + 1) where neither has density to speak of.
    """
    total = p + generators * q
    return np.where(total > NOTHING, p / np.maximum(total, NOTHING), 1 / (generators + 1))


def optimal_bound(divergence: str, p: Array, q: Array) -> Array:
    """T* = f'(p / q) (Nowozin et al. 2016, equation 5), p / q kept within FARTHEST_RATIO of 1.

    f'(1) where neither has density to speak of.
    """
    some = p + q > NOTHING
    largest = np.maximum(np.maximum(p, q), NOTHING)
    floor = largest / FARTHEST_RATIO
    ratio = np.maximum(p, floor) / np.maximum(q, floor)
    return np.where(some, F_DIVERGENCES[divergence].slope(ratio), THRESHOLDS[divergence])


def optimum(experiment: "Experiment", p: Array, q: Array) -> Array | None:
    """D's realness at its optimum; None where the objective has none in closed form.

    Probability: the target on data (1, less the label smoothing) times p / (p + N q). f-GAN: T*.
    Least squares: (b p + a q) / (p + q), mirrored like realness where b < a. Hinge: sign(p − q).
    Energy: 0 where p ≥ q and −m elsewhere (Zhao et al. 2017, theorem 1), halfway where neither has
    density. With a share ε of the labels exchanged D learns from (1 − ε) p + ε q as data and from
    (1 − ε) q + ε p as samples, which then stand for p and q. Penalties, packing and noise on the
    samples move D* and are not counted.
    """
    objective, swapped = experiment.objective, experiment.training.label_noise
    p, q = (1 - swapped) * p + swapped * q, (1 - swapped) * q + swapped * p
    match objective.name:
        case "minimax" | "non-saturating":
            generators = experiment.generator.count
            best = optimal_discriminator(p, q, generators)
            smoothed = best * (1 - objective.label_smoothing)
            return np.where(p + generators * q > NOTHING, smoothed, best)
        case "f-gan":
            return optimal_bound(objective.divergence, p, q)
        case "least-squares":
            low, high = sorted((objective.a, objective.b))
            return low + (high - low) * optimal_discriminator(p, q)
        case "hinge":
            return np.sign(p - q)
        case "energy":
            decided = np.where(p >= q, 0.0, -objective.margin)
            return np.where(p + q > NOTHING, decided, -objective.margin / 2)
        case _:
            return None
