"""What pictures need at one step, as NumPy copies.

Made to order, picklable, never shared with the trainer.
"""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Box = tuple[float, float, float, float]

RUN_FIELDS = ("fake", "d", "optimum", "p_generated", "pull", "manifold", "g_line")
"""Arrays of a snapshot whose leading axis runs over the runs."""
REACH = 0.005
"""Share of G's points at either end that a 1-D picture may leave out."""
FARTHEST = 2.0
"""How many widths of the data's box a 1-D picture follows G to either side."""
NEGLIGIBLE = 1e-6
"""Share of the data's peak below which p + p_g counts as nothing: D* has no meaning there."""

FIELDS = ("samples", "d", "optimum", "density", "gradients", "manifold", "arrows")


@dataclass(frozen=True)
class Needs:
    """What the visible views ask for. ``a | b`` asks for both.

    ``fields`` is a subset of FIELDS. ``points`` generated samples are shown, the grid has ``cells``
    points a side over ``box`` (x0, x1, y0, y1; None: the data's own extent, in 1-D widened to where
    G(z) is), ``runs`` names the runs (empty: all), ``bandwidth`` is the kernel estimate's (None:
    Scott's rule).
    """

    fields: frozenset[str] = frozenset()
    points: int = 0
    cells: int = 0
    runs: tuple[int, ...] = (0,)
    box: Box | None = None
    bandwidth: float | None = None

    def __or__(self, other: "Needs") -> "Needs":
        if not other.fields:
            return self
        if not self.fields:
            return other
        everyone = not self.runs or not other.runs
        return Needs(
            self.fields | other.fields,
            max(self.points, other.points),
            max(self.cells, other.cells),
            () if everyone else tuple(sorted({*self.runs, *other.runs})),
            self.box if self.box is not None else other.box,
            self.bandwidth if self.bandwidth is not None else other.bandwidth,
        )


@dataclass(frozen=True)
class Snapshot:
    """Pictures' data at ``step``; leading axis r runs over ``runs`` wherever a network is involved.

    Shapes: n points, m arrows, g grid shape ((nx,) in 1-D, (ny, nx) in 2-D). What was not asked for
    is None.
    """

    step: int
    dim: int
    runs: tuple[int, ...]
    critic: bool
    """Whether D is read as an unbounded score (wasserstein) instead of a probability."""
    real: Array | None = None
    """(n, dim) data points."""
    fake: Array | None = None
    """(r, n, dim) generated points, the same noise at every step so that points move smoothly."""
    xs: Array | None = None
    ys: Array | None = None
    d: Array | None = None
    """(r, g) realness: D(x) in [0, 1], or the critic's score."""
    optimum: Array | None = None
    """(r, g) D* = p / (p + p_g) of the current generator; None where the data has no density."""
    p_data: Array | None = None
    """(g) density of the data; None where unknown."""
    p_generated: Array | None = None
    """(r, g) density of the generated samples."""
    density_method: str = ""
    """How p_generated was found: "change of variables" or "kernel estimate"."""
    bandwidth: float = 0.0
    """The kernel estimate's bandwidth; 0 where none was used."""
    pull: Array | None = None
    """(r, m, dim) where G's loss pulls the first m generated points.

    Minus its gradient with respect to the point.
    """
    manifold: Array | None = None
    """(r, a, b, 2) the generator's image of an a by b noise grid: 2-D data, 2-D noise or more."""
    z_line: Array | None = None
    """(m,) noise values of the arrows under the 1-D picture, in order."""
    g_line: Array | None = None
    """(r, m) where G sends them."""
    p_side: float = 0.0
    """Side of the square around a grid point that p_data is the mean over; 0: at the point."""

    def index(self, run: int) -> int:
        """Position of ``run`` on the leading axis; the first one where it was not asked for."""
        return self.runs.index(run) if run in self.runs else 0

    def ground(self, key: str, run: int) -> Array | None:
        """(ny, nx) values on the grid of the plane for ``run``; None where there are none.

        ``key`` is "d", "optimum" (NaN where there is neither data nor G), "p_data", "p_generated",
        or "difference": p_g − p.
        """
        r, p, p_g = self.index(run), self.p_data, self.p_generated
        if key == "p_data":
            return p
        if key == "difference":
            return None if p is None or p_g is None else p_g[r] - p
        if key == "optimum" and self.optimum is not None and p is not None and p_g is not None:
            nothing = p + p_g[r] <= NEGLIGIBLE * max(float(p.max()), float(p_g[r].max()))
            return np.where(nothing, np.float32(np.nan), self.optimum[r])
        by_run = {"d": self.d, "optimum": self.optimum, "p_generated": p_g}.get(key)
        return None if by_run is None else by_run[r]


def keep_finite(new: Snapshot, old: Snapshot | None) -> Snapshot:
    """``new`` with the last finite state, from ``old``, of whatever is not finite in it.

    An array with a run axis keeps the rows of its finite runs: only a run that is broken is taken
    from ``old``, where that shows the same runs in the same shape. What cannot be taken from
    ``old`` becomes None.
    """
    changed: dict[str, Array | None] = {}
    for field in fields(new):
        value = getattr(new, field.name)
        if not isinstance(value, np.ndarray) or np.isfinite(value).all():
            continue
        alike = old is not None and (old.runs, old.critic) == (new.runs, new.critic)
        before: Array | None = getattr(old, field.name) if alike else None
        if before is None or before.shape != value.shape or not np.isfinite(before).all():
            changed[field.name] = None
        elif field.name in RUN_FIELDS:
            whole = np.isfinite(value).reshape(len(value), -1).all(axis=1)
            changed[field.name] = np.where(
                whole.reshape(-1, *[1] * (value.ndim - 1)), value, before
            )
        else:
            changed[field.name] = before
    return replace(new, **changed) if changed else new  # type: ignore[arg-type]


def reach(low: float, high: float, x: Array) -> tuple[float, float]:
    """The range [low, high] of the data, widened to where nearly all of G's points x are.

    Ends move by twentieths of the data's width, and no farther than FARTHEST widths; points that
    are not finite do not count.
    """
    x = x[np.isfinite(x)]
    if not x.size:
        return low, high
    wide = high - low
    first, last = np.quantile(x, [REACH, 1 - REACH])
    room, unit = 0.05 * wide, wide / 20
    left = np.ceil(max(0.0, low - first + room) / unit) * unit if first < low else 0.0
    right = np.ceil(max(0.0, last - high + room) / unit) * unit if last > high else 0.0
    most = FARTHEST * wide
    return float(low - min(left, most)), float(high + min(right, most))


@dataclass(frozen=True)
class Scene:
    """What stays the same while an experiment runs: told once, before the first snapshot."""

    dim: int
    runs: int
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    """(dim,) corners of the box to look at."""
    real: Array
    """(n, dim) data points to draw."""
    centres: NDArray[np.float64] | None = None
    """(M, dim) mode centres, with ``stds`` (M,) and ``weights`` (M,).

    None where the data has no modes.
    """
    stds: NDArray[np.float64] | None = None
    weights: NDArray[np.float64] | None = None
    density: bool = True
    """Whether the data has a known density, and so D* is known."""
    measure_samples: int = 0
    """Generated samples a measurement takes."""
    w1_samples: int = 0
    w1_kind: str = "exact"
    """How W1 is found: "exact" (sorting) or "exact assignment" on ``w1_samples`` points a side."""
    device: str = "cpu"

    @property
    def modes(self) -> int:
        return 0 if self.centres is None else len(self.centres)

    @property
    def box(self) -> Box:
        """x0, x1, y0, y1; in 1-D y0 = y1 = 0."""
        if self.dim == 1:
            return float(self.low[0]), float(self.high[0]), 0.0, 0.0
        return float(self.low[0]), float(self.high[0]), float(self.low[1]), float(self.high[1])
