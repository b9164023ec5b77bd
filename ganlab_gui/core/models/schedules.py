"""How a learning rate falls over the steps."""

import math
from collections.abc import Callable

from ganlab_gui.experiment.players import Optimizer

SCHEDULES: dict[str, Callable[[float], float]] = {
    "constant": lambda passed: 1.0,
    "linear": lambda passed: max(0.0, 1.0 - passed),
    "cosine": lambda passed: (1.0 + math.cos(math.pi * passed)) / 2 if passed < 1.0 else 0.0,
    "exponential": lambda passed: math.exp(-passed),
}
"""The factor on the learning rate by the share of the horizon that has passed, which may exceed 1.

Linear and cosine (Loshchilov & Hutter 2017, equation 5, one period) reach 0 at the horizon and stay
there; exponential falls by a factor e every horizon.
"""


def rate(settings: Optimizer, step: int) -> float:
    """The learning rate of the update made after ``step`` whole steps: the first is at step 0."""
    return settings.lr * SCHEDULES[settings.schedule](step / settings.horizon)
