"""What is integrated for D_f(p‖q) and for its slopes, of the logarithms of both densities; nats."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Pointwise = Callable[[Array, Array], Array]

LN2 = math.log(2.0)


@dataclass(frozen=True)
class Integrals:
    """What is integrated, of a = ln p and b = ln q: ``value`` for D_f and ``pull`` for its slopes.

    ``pull`` is q (f(u) − u f′(u)) up to a multiple of q, which integrates to nothing.
    """

    value: Pointwise
    pull: Pointwise


def _jensen_shannon(a: Array, b: Array) -> Array:
    total = np.logaddexp(a, b)
    return np.exp(a) * (a - total) + np.exp(b) * (b - total)


INTEGRALS: dict[str, Integrals] = {
    "kl": Integrals(lambda a, b: np.exp(a) * (a - b), lambda a, b: -np.exp(a)),
    "reverse-kl": Integrals(lambda a, b: np.exp(b) * (b - a), lambda a, b: np.exp(b) * (b - a)),
    "pearson": Integrals(
        lambda a, b: np.exp(2 * a - b) - np.exp(a), lambda a, b: -np.exp(2 * a - b)
    ),
    "neyman": Integrals(
        lambda a, b: np.exp(2 * b - a) - np.exp(b), lambda a, b: 2 * np.exp(2 * b - a)
    ),
    "squared-hellinger": Integrals(
        lambda a, b: (np.exp(a / 2) - np.exp(b / 2)) ** 2, lambda a, b: -np.exp((a + b) / 2)
    ),
    "jeffrey": Integrals(
        lambda a, b: (np.exp(a) - np.exp(b)) * (a - b),
        lambda a, b: np.exp(b) * (b - a) - np.exp(a),
    ),
    "jensen-shannon": Integrals(
        lambda a, b: _jensen_shannon(a, b) + LN2 * (np.exp(a) + np.exp(b)),
        lambda a, b: np.exp(b) * (b - np.logaddexp(a, b)),
    ),
    "gan": Integrals(_jensen_shannon, lambda a, b: np.exp(b) * (b - np.logaddexp(a, b))),
    "total-variation": Integrals(
        lambda a, b: np.abs(np.exp(a) - np.exp(b)) / 2,
        lambda a, b: -np.sign(a - b) * np.exp(b) / 2,
    ),
}
