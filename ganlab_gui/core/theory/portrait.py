"""The phase portrait of the Dirac-GAN: what its picture is made of, on the screen and on paper."""

import math
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.theory import dirac
from ganlab_gui.experiment.schema import Experiment

Array = NDArray[np.float64]
Motion = Literal["turns", "in", "out", "straight-in", "straight-out", "saddle", "still", "jumps"]

ZERO = 1e-8
"""What of an eigenvalue counts as nothing; finite differences are right to a tenth of it."""
NUDGE = 1e-5
LASTING = 60.0
"""Units of time that a line of the flow is followed for: 4.8 turns of the plain game."""
LINE_POINTS = 900
ESCAPED = 1e3
"""A line of the flow ends where it is so far from the equilibrium."""

FINE = 0.08
"""Radians about the equilibrium between two points of a drawn path."""
COARSEST = 8_192
WINDOW = 512
"""Rows that a path's speed is told from."""
CHUNK = 96
"""Points of a piece of an old path that is too long to be drawn whole: more than a turn."""


# -- the game near its equilibrium -----------------------------------------------------------------


def paces(experiment: Experiment) -> tuple[float, float]:
    """How fast G and D go against each other: rates times updates, of geometric mean 1.

    Training follows (θ̇, ψ̇) times these. A player that does not move has 0, the other 1.
    """
    training = experiment.training
    g = experiment.generator_optimizer.lr * training.g_steps
    d = experiment.discriminator_optimizer.lr * training.d_steps
    if g == 0 or d == 0:
        return float(g > 0), float(d > 0)
    return math.sqrt(g / d), math.sqrt(d / g)


def drift(experiment: Experiment, theta: Any, psi: Any) -> tuple[Array, Array]:
    """The field that training follows: ``dirac.field`` at both players' paces."""
    v, w = dirac.field(experiment, theta, psi)
    g, d = paces(experiment)
    return g * v, d * w


def plain(experiment: Experiment) -> bool:
    """Whether ``dirac.iterate`` is the path of training, or with instance noise its mean."""
    quiet = experiment.training.model_copy(update={"instance_noise": 0.0})
    return not dirac.departures(experiment.model_copy(update={"training": quiet}))


def multipliers(experiment: Experiment) -> NDArray[np.complex128]:
    """Eigenvalues (2,) of the first training step's Jacobian at the equilibrium (0, 0).

    By central differences of the step in float64, which are exact to 1e-9; NaN where the field
    jumps there.
    """
    if np.isnan(dirac.eigenvalues(experiment)).any():
        return np.full(2, np.nan, np.complex128)
    ends = NUDGE * np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])
    after = dirac.iterate(experiment, ends, 1)[1]
    return np.linalg.eigvals((after[:2] - after[2:]).T.astype(np.complex128) / (2 * NUDGE))


def flow_motion(eigenvalues: NDArray[np.complex128]) -> Motion:
    """What a flow with these eigenvalues does near its equilibrium."""
    turning = bool((np.abs(eigenvalues.imag) > ZERO).any())
    return _motion(eigenvalues.real, turning)


def step_motion(multipliers: NDArray[np.complex128]) -> Motion:
    """What steps with these multipliers do near the equilibrium."""
    with np.errstate(divide="ignore"):
        growth = np.log(np.abs(multipliers))
    turning = bool((np.abs(multipliers.imag) > ZERO).any())
    return _motion(growth, turning)


def _motion(growth: Array, turning: bool) -> Motion:
    """By the growth rates of both directions."""
    if np.isnan(growth).any():
        return "jumps"
    low, high = float(growth.min()), float(growth.max())
    if abs(low) <= ZERO and abs(high) <= ZERO:
        return "turns" if turning else "still"
    if low < -ZERO and high > ZERO:
        return "saddle"
    if high > ZERO:
        return "out" if turning else "straight-out"
    return "in" if turning else "straight-in"


def eigenvalue_text(values: NDArray[np.complex128]) -> str:
    """Both as they are written: "±0.500 i", "−0.250 ± 0.433 i", "−0.134, −1.866"; "" for NaN."""
    if np.isnan(values).any():
        return ""
    first, second = (complex(v) for v in values)
    if abs(first.imag) > ZERO:
        turn = f"{abs(first.imag):.3f} i"
        return f"±{turn}" if abs(first.real) <= ZERO else f"{_signed(first.real)} ± {turn}"
    if abs(first.real + second.real) <= ZERO and abs(first.real) > ZERO:
        return f"±{abs(first.real):.3f}"
    return f"{_signed(first.real)}, {_signed(second.real)}"


def _signed(value: float) -> str:
    return f"{0.0 if abs(value) <= ZERO else value:.3f}".replace("-", "−")


# -- the field and its lines -----------------------------------------------------------------------


def grid(box: tuple[float, float, float, float], cell: float) -> Array:
    """(n, 2) points ``cell`` apart that cover ``box`` (x0, x1, y0, y1), one of them the origin."""
    x0, x1, y0, y1 = box
    xs = cell * np.arange(math.ceil(x0 / cell), math.floor(x1 / cell) + 1)
    ys = cell * np.arange(math.ceil(y0 / cell), math.floor(y1 / cell) + 1)
    return np.stack(np.meshgrid(xs, ys), -1).reshape(-1, 2)


def arrows(experiment: Experiment, points: Array) -> tuple[Array, Array]:
    """Unit directions (n, 2) of the drift at ``points`` (n, 2), and strengths (n,) from 0 to 1.

    A strength is the length over the nine-tenths quantile of all. Both are 0 where nothing moves,
    the field is not finite, or D's clip lets nobody go.
    """
    way = np.stack(drift(experiment, points[:, 0], points[:, 1]), 1)
    length = np.hypot(way[:, 0], way[:, 1])
    c = experiment.clip.c
    outside = (np.abs(points[:, 1]) > c) & (c > 0)
    length = np.where(np.isfinite(length) & ~outside, length, 0.0)
    moving = length > 1e-12
    directions = np.where(moving[:, None], way / np.where(moving, length, 1.0)[:, None], 0.0)
    usual = float(np.quantile(length[moving], 0.9)) if moving.any() else 1.0
    return directions, np.minimum(length / usual, 1.0)


def flow_line(experiment: Experiment, start: complex) -> Array:
    """(n, 2) points of the flow of the drift from ``start`` = θ + iψ, ``LASTING`` units of time."""
    from scipy.integrate import solve_ivp

    def rates(_time: float, z: Array) -> Array:
        return np.array(drift(experiment, z[0], z[1]))

    def escapes(_time: float, z: Array) -> float:
        return float(np.hypot(*z)) - ESCAPED

    escapes.terminal = True  # type: ignore[attr-defined]
    times = np.linspace(0, LASTING, LINE_POINTS)
    with np.errstate(over="ignore", invalid="ignore"):
        found = solve_ivp(
            rates, (0, LASTING), [start.real, start.imag], t_eval=times, events=escapes,
            rtol=1e-6, atol=1e-9, max_step=0.5,
        )  # fmt: skip
    line: Array = found.y.T
    c = experiment.clip.c
    if c > 0:
        line[:, 1] = np.clip(line[:, 1], -c, c)
    return line


# -- the path of training --------------------------------------------------------------------------


def stride(points: NDArray[Any]) -> int:
    """Rows from one drawn point to the next on paths ``points`` (T, R, 2), a power of two.

    No more than ``FINE`` radians about the equilibrium, by the fastest tenth of the last rows.
    """
    recent = points[-WINDOW:].astype(np.float64)
    if len(recent) < 2:
        return 1
    steps = np.hypot(*np.moveaxis(np.diff(recent, axis=0), -1, 0))
    radius = np.hypot(*np.moveaxis(recent[1:], -1, 0))
    known = np.isfinite(steps) & (radius > 0)
    if not known.any():
        return 1
    angle = float(np.quantile(steps[known] / radius[known], 0.9))
    if angle <= FINE / COARSEST:
        return COARSEST
    return max(1, 2 ** math.floor(math.log2(FINE / angle)))


def old_rows(count: int, stride: int, most: int) -> NDArray[np.int64]:
    """Which of the first ``count`` rows are drawn, about ``most`` of them; −1 parts two pieces.

    The whole path where that is not too many, its points as near as that allows and ``stride``
    apart at most: else pieces of ``CHUNK`` points that start at multiples of a power of two, so
    that they stay where they are while the path grows.
    """
    if count <= most * stride:
        return np.arange(0, count, min(stride, 2 ** math.ceil(math.log2(max(1.0, count / most)))))
    spacing = 2 ** math.ceil(math.log2(count / max(1, most // CHUNK)))
    starts = np.arange(0, count, spacing)
    rows = starts[:, None] + stride * np.arange(CHUNK + 1)
    rows[:, -1] = -1
    return np.where(rows < count, rows, -1).ravel()


def take(points: NDArray[Any], rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """(R, len(rows), 2) of ``points`` (T, R, 2); NaN where a row is −1."""
    if not len(points):
        return np.full((points.shape[1], len(rows), 2), np.nan, np.float32)
    taken = points[np.maximum(rows, 0)].astype(np.float32)
    taken[rows < 0] = np.nan
    return np.ascontiguousarray(np.moveaxis(taken, 1, 0))
