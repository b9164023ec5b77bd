"""The bilinear game min_x max_y xy, the smallest that gradient steps do not solve.

Each player goes down (x) or up (y) the gradient of xy at its own pace: ẋ = −y, ẏ = x. The flow
keeps x² + y²; steps do not (Goodfellow 2016, section 7.2; Mescheder et al. 2018). float64.
"""

import math
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Order = Literal["simultaneous", "alternating"]


def field(x: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    """(ẋ, ẏ) = (−y, x), in the common shape of ``x`` and ``y``."""
    x, y = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))
    return -y, x.copy()


def eigenvalues() -> NDArray[np.complex128]:
    """Eigenvalues (2,) of the field's Jacobian [[0, −1], [1, 0]]: ±i."""
    return np.array([1j, -1j])


def jacobian(h: float, y_steps: int = 1, order: Order = "simultaneous") -> Array:
    """The linear map (2, 2) that one step of size ``h`` is, with ``y_steps`` updates of y first.

    Simultaneous: x answers the y before the step, I + hJ for one update; alternating: the y after.
    """
    s = h * y_steps
    along = 1.0 - h * s if order == "alternating" else 1.0
    return np.array([[along, -h], [s, 1.0]])


def multipliers(
    h: float, y_steps: int = 1, order: Order = "simultaneous"
) -> NDArray[np.complex128]:
    """Eigenvalues (2,) of ``jacobian``, in closed form.

    With q = h√(y_steps): 1 ± iq simultaneously; alternating the roots of λ² − (2 − q²)λ + 1, which
    lie on the unit circle while q ≤ 2 and have product 1 beyond.
    """
    q = h * math.sqrt(y_steps)
    if order == "simultaneous":
        return np.array([1 + 1j * q, 1 - 1j * q])
    half = 1 - q * q / 2
    root = np.sqrt(complex(half * half - 1))
    return np.array([half + root, half - root])


def iterate(
    start: ArrayLike, steps: int, h: float, y_steps: int = 1, order: Order = "simultaneous"
) -> Array:
    """The path (steps + 1, 2) of (x, y) from ``start`` (2,); each step is ``jacobian`` once."""
    step = jacobian(h, y_steps, order)
    path = np.empty((steps + 1, 2))
    path[0] = start
    for k in range(steps):
        path[k + 1] = step @ path[k]
    return path
