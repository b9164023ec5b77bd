"""What pictures need at one step, as NumPy copies.

Made to order, picklable, never shared with the trainer.
"""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.objectives import Reading

Array = NDArray[np.float32]
Box = tuple[float, float, float, float]

RUN_FIELDS = (
    "fake", "kinds", "averaged", "d", "optimum", "p_generated", "p_parts", "p_averaged", "pull",
    "manifold", "g_line", "point",
)  # fmt: skip
"""Arrays of a snapshot whose leading axis runs over the runs."""
REACH = 0.005
"""Share of G's points at either end that a 1-D picture may leave out."""
FARTHEST = 2.0
"""How many widths of the data's box a 1-D picture follows G to either side."""
NEGLIGIBLE = 1e-6
"""Share of the data's peak below which p + p_g counts as nothing: D* has no meaning there."""

FIELDS = (
    "samples", "d", "optimum", "density", "gradients", "manifold", "arrows", "average", "parts",
    "point",
)  # fmt: skip


@dataclass(frozen=True)
class Needs:
    """What the visible views ask for. ``a | b`` asks for both.

    ``fields`` is a subset of FIELDS. ``points`` generated samples are shown, the grid has ``cells``
    points a side over ``box`` (x0, x1, y0, y1; None: the data's own extent, in 1-D widened to where
    G(z) is), ``runs`` names the runs (empty: all), ``bandwidth`` is the kernel estimate's (None:
    Scott's rule). ``label`` is the class a conditional game is shown for: G makes samples of it
    alone, and D is asked about it (None: all classes in the data's proportions).
    """

    fields: frozenset[str] = frozenset()
    points: int = 0
    cells: int = 0
    runs: tuple[int, ...] = (0,)
    box: Box | None = None
    bandwidth: float | None = None
    label: int | None = None

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
            self.label if self.label is not None else other.label,
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
    reading: Reading
    """What the numbers in ``d`` and ``optimum`` are."""
    real: Array | None = None
    """(n, dim) data points."""
    fake: Array | None = None
    """(r, n, dim) generated points, the same noise at every step so that points move smoothly."""
    kinds: NDArray[np.int64] | None = None
    """(r, n) which generator made each point, or of which class it is; None where neither."""
    averaged: Array | None = None
    """(r, n, dim) the same noise through the averaged generator."""
    xs: Array | None = None
    ys: Array | None = None
    d: Array | None = None
    """(r, g) realness, as ``reading`` says: D(x) in [0, 1], a score, T(x), −E(x), a witness."""
    optimum: Array | None = None
    """(r, g) the best D against the current generator, in the units of ``d``.

    p / (p + p_g) for a probability. None where the data has no density or the objective no D*.
    """
    p_data: Array | None = None
    """(g) density of the data; None where unknown."""
    p_generated: Array | None = None
    """(r, g) density of the generated samples."""
    p_parts: Array | None = None
    """(r, K, g) each generator's or class' part of p_generated: they add up to it. 1-D only."""
    p_averaged: Array | None = None
    """(r, g) density of the averaged generator. 1-D only."""
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
    point: Array | None = None
    """(r, 2) θ and ψ of the one-parameter players, where the data is Dirac's."""
    p_side: float = 0.0
    """Side of the square around a grid point that p_data is the mean over; 0: at the point."""

    @property
    def critic(self) -> bool:
        """Whether realness is not bounded by 0 and 1."""
        return not self.reading.bounded

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


HOLDS = {
    "samples": "fake", "d": "d", "optimum": "optimum", "density": "p_generated",
    "gradients": "pull", "manifold": "manifold", "arrows": "g_line", "average": "averaged",
    "parts": "p_parts", "point": "point",
}  # fmt: skip
"""The array of a snapshot that answers each of FIELDS."""


def lacks(snapshot: Snapshot, needs: Needs) -> bool:
    """Whether ``snapshot`` was made before somebody asked for all that ``needs`` asks for."""
    missing = any(getattr(snapshot, HOLDS[field]) is None for field in needs.fields)
    return missing or not set(needs.runs) <= set(snapshot.runs)


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
        alike = old is not None and (old.runs, old.reading) == (new.runs, new.reading)
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
    labels: NDArray[np.int64] | None = None
    """(n,) the class of every point of ``real``; None where the data has no classes."""
    classes: int = 0
    """How many classes a conditional game is told of; 0 where the game is not conditional."""
    generators: int = 1
    """How many generators play."""
    density: bool = True
    """Whether the data has a known density, and so D* is known."""
    point: bool = False
    """Whether both players are single numbers, θ and ψ: the Dirac-GAN."""
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
