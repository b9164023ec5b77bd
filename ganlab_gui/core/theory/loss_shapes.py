"""G's losses on one sample as functions of the logit s, D = σ(s), and their slopes. In nats.

What is left to learn from where D is sure (D → 0 on samples).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, log_expit

Array = NDArray[np.float64]
Curve = Callable[[Array], Array]


@dataclass(frozen=True)
class LossShape:
    """L(s) and dL/ds, elementwise."""

    label: str
    formula: str
    loss: Curve
    slope: Curve


LOSS_SHAPES: dict[str, LossShape] = {
    "minimax": LossShape("minimax", r"\log(1-D)", lambda s: log_expit(-s), lambda s: -expit(s)),
    "non-saturating": LossShape(
        "non-saturating", r"-\log D", lambda s: -log_expit(s), lambda s: -expit(-s)
    ),
    "least-squares": LossShape(
        "least squares", r"\frac{1}{2}(s-1)^2", lambda s: (s - 1) ** 2 / 2, lambda s: s - 1
    ),
    "hinge": LossShape("hinge, Wasserstein", "-s", np.negative, lambda s: -np.ones_like(s)),
}
"""Hinge and Wasserstein have one loss for G: −s (Lim & Ye 2017; Arjovsky et al. 2017)."""


def slope_in_d(name: str, logit: ArrayLike) -> Array:
    """dL/dD = dL/ds / (D(1 − D)) at D = σ(s), of the shape of ``logit``."""
    s = np.asarray(logit, np.float64)
    with np.errstate(over="ignore"):
        return LOSS_SHAPES[name].slope(s) / (expit(s) * expit(-s))
