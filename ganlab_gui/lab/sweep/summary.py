"""What a grid's results come to: one number a cell and measure, bands over the seeds. No torch."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.measures.registry import MEASURES
from ganlab_gui.experiment.grid import Cell, Grid
from ganlab_gui.lab.history import AVERAGED, MEASURE_COLUMNS, OF_NETWORKS
from ganlab_gui.lab.sweep.result import CellResult

Floats = NDArray[np.float64]
Results = Mapping[Cell, CellResult]

DIVERGED = "diverged"
"""A measure of its own: the share of the seeds that diverged."""
FAR = 100.0
"""Of positive numbers so many times apart even steps of colour are even steps of the logarithm."""


@dataclass(frozen=True)
class Said:
    """How a measure is called: ``unit`` is "" for a pure number; whether more of it is better,
    None where neither is."""

    label: str
    unit: str
    higher_is_better: bool | None
    average: bool = False
    """Whether it is of the averaged generator."""


def said(measure: str) -> Said:
    """The words for a measure of a grid."""
    if measure == DIVERGED:
        return Said("Diverged", "share of the seeds", False)
    if measure == OF_NETWORKS:
        return Said("Norm of G's gradient", "", None)
    known = MEASURES[AVERAGED.get(measure, measure)]
    return Said(known.label, known.unit, known.higher_is_better, measure in AVERAGED)


def measured(results: Results) -> list[str]:
    """The measures that some cell has a number of."""
    names = [
        name
        for name in MEASURE_COLUMNS
        if any(np.isfinite(result.last(name)).any() for result in results.values())
    ]
    return [*names, DIVERGED]


def medians(grid: Grid, results: Results, measure: str) -> Floats:
    """(rows, columns) of the grid: the median over the seeds of the last readings.

    NaN where there is no result, no number or no seed that has not diverged. One that has counts
    with its last finite weights.
    """
    across, down = grid.shape
    table = np.full((down, across), np.nan)
    for (i, j), result in results.items():
        if measure == DIVERGED or not is_broken(result):
            table[j, i] = median(result, measure)
    return table


def median(result: CellResult, measure: str) -> float:
    """The median over a cell's seeds of the last readings."""
    if measure == DIVERGED:
        return result.diverged / result.history.runs
    values = result.last(measure)
    values = values[np.isfinite(values)]
    return float(np.median(values)) if values.size else float("nan")


@dataclass(frozen=True)
class Band:
    """(T,) steps, and the median, least and greatest of the seeds at each."""

    steps: NDArray[np.int64]
    middle: Floats
    low: Floats
    high: Floats


def band(result: CellResult, measure: str) -> Band:
    """A measure over the steps; of DIVERGED, the share of the seeds that had by then."""
    table = result.history.measures
    steps = table.steps
    if measure == DIVERGED:
        at = np.array([np.inf if step is None else step for step in result.diverged_at])
        share = (at[None, :] <= steps[:, None]).mean(1)
        return Band(steps, share, share, share)
    values = table.column(measure).astype(np.float64)
    there = np.isfinite(values).any(1)
    values = np.where(np.isfinite(values), values, np.nan)[there]
    if not len(values):
        nothing = np.zeros(0)
        return Band(steps[there], nothing, nothing, nothing)
    ends = np.nanmin(values, 1), np.nanmax(values, 1)
    return Band(steps[there], np.nanmedian(values, 1), *ends)


def is_broken(result: CellResult) -> bool:
    """Whether every seed of a cell has diverged."""
    return result.diverged == result.history.runs


WIDER = 0.25
"""How many widths of the data's box a small 1-D picture reaches to either side of it."""
HIGHER = 1.6
"""How many times as high as the data's peak it is."""


def line_box(result: CellResult) -> tuple[float, float, float]:
    """Left, right and top of a small 1-D picture: the same for all cells of the same data."""
    low, high, _, _ = result.scene.box
    p, p_g = result.snapshot.p_data, result.snapshot.p_generated
    usual = p if p is not None else p_g
    peak = float(np.nanmax(usual, initial=0.0)) if usual is not None else 0.0
    room = WIDER * (high - low)
    return low - room, high + room, HIGHER * peak or 1.0


@dataclass(frozen=True)
class Scale:
    """Which numbers the ends of a colour scale stand for, and whether it is logarithmic."""

    low: float
    high: float
    log: bool = False

    def shares(self, values: Floats) -> Floats:
        """Where between the ends ``values`` lie, in [0, 1]; NaN stays."""
        low, high, at = self.low, self.high, values
        if self.log:
            with np.errstate(invalid="ignore", divide="ignore"):
                low, high, at = np.log(low), np.log(high), np.log(values)
        return np.clip((at - low) / (high - low), 0, 1)

    def value(self, share: float) -> float:
        """The number at a share of the way."""
        if self.log:
            return float(np.exp(np.log(self.low) + share * np.log(self.high / self.low)))
        return self.low + share * (self.high - self.low)


def scale_of(values: Floats) -> Scale:
    """A scale from the least to the greatest of the finite ``values``."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return Scale(0.0, 1.0)
    low, high = float(finite.min()), float(finite.max())
    if high <= low:
        return Scale(low, low + (abs(low) or 1.0))
    return Scale(low, high, low > 0 and high > FAR * low)


AWAY = 1.5
"""How far beyond the medians, in their own range, the bands may stretch an axis."""
DECADE = 10.0
"""… and by what factor a logarithmic one."""


def span(results: Results, measure: str) -> Scale:
    """The axis that every cell's band is drawn on.

    It holds the medians of cells that have not diverged, and their bands as far as these do not
    dwarf the medians: one seed that is on its way to infinity must not hide all others.
    """
    bands = [band(r, measure) for r in results.values() if not is_broken(r) or measure == DIVERGED]
    bands = [b for b in bands if len(b.steps)]
    if not bands:
        return Scale(0.0, 1.0)
    middle = min(b.middle.min() for b in bands), max(b.middle.max() for b in bands)
    ends = min(b.low.min() for b in bands), max(b.high.max() for b in bands)
    if ends[0] > 0 and ends[1] > FAR * ends[0]:
        low, high = max(ends[0], middle[0] / DECADE), min(ends[1], middle[1] * DECADE)
        return Scale(float(low / 1.1), float(high * 1.1), log=True)
    far = AWAY * ((middle[1] - middle[0]) or abs(middle[1]) or 1.0)
    low, high = max(ends[0], middle[0] - far), min(ends[1], middle[1] + far)
    room = 0.05 * ((high - low) or abs(high) or 1.0)
    return Scale(float(low - room), float(high + room))


def reading_text(value: float) -> str:
    """A reading to three digits; NaN as a dash."""
    if value != value:
        return "–"
    if abs(value) >= 1e4 or 0 < abs(value) < 1e-3:
        return f"{value:.1e}".replace("e-0", "e-").replace("e+0", "e").replace("-", "−")
    return f"{value:.3g}".replace("-", "−")
