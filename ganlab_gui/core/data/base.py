"""What every data set offers: samples, density, modes and a box to look at."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Generator, Tensor

Array = NDArray[np.float64]

SPREAD = 3.0
"""How many standard deviations around a centre count as the data's extent."""
MARGIN = 0.4
"""Empty border around the data, as a share of half its width."""


class Modes(NamedTuple):
    """The components of a mixture: centres (M, dim), standard deviations (M,), weights (M,) that sum to 1."""

    centres: Array
    stds: Array
    weights: Array


class Distribution(Protocol):
    """A data set. ``modes`` is None where there are no components, ``log_prob`` where no density is known."""

    dim: int
    modes: Modes | None
    extent: tuple[Array, Array]

    def sample(self, n: int, generator: Generator) -> Tensor:
        """n points (n, dim), float32 on the CPU; all randomness comes from ``generator``."""
        ...

    def log_prob(self, x: Array) -> Array | None:
        """Natural logarithm of the density at the points x (n, dim): (n,)."""
        ...


def viewing_box(low: Array, high: Array) -> tuple[Array, Array]:
    """The data's bounding box (dim,), (dim,) made square and given a margin."""
    centre = (low + high) / 2
    half = np.full_like(centre, (high - low).max() / 2 * (1 + MARGIN))
    return centre - half, centre + half
