"""What a figure is drawn from, and how it looks. No matplotlib: the window imports this early."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import PALETTES, Palette

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / MM_PER_INCH
MARKERS = ("o", "^", "s", "D", "v", "*", "P", "X")
"""A shape for each generator or class in turn, as on screen."""


def marker(kind: int) -> str:
    """The shape of the k-th generator or class."""
    return MARKERS[kind % len(MARKERS)]


@dataclass(frozen=True)
class Picture:
    """One moment of an experiment; ``options`` are the panel's view's, and may be absent.

    For the page ``options`` maps a panel's name to its options. ``rival`` is the other side where
    two experiments are compared; a film strip shows ``pictures``, what was recorded in the order
    of steps.
    """

    experiment: Experiment
    scene: Scene
    snapshot: Snapshot | None
    history: History
    options: Mapping[str, Any] = field(default_factory=dict)
    rival: "Picture | None" = None
    pictures: Sequence[Snapshot] = ()


@dataclass(frozen=True)
class Style:
    """Size and look. A width of None is one or two columns of a journal; a height of None suits it.

    ``font_size`` is in points; ``dpi`` counts for PNG and for images inside PDF and SVG;
    ``translate`` turns an English text into the reader's language.
    """

    palette: Palette = PALETTES["light"]
    font_size: float = 7.5
    width_mm: float | None = None
    height_mm: float | None = None
    dpi: float = 300
    translate: Callable[[str], str] = str

    @classmethod
    def of_pixels(cls, width: int, height: int, dpi: float = 150, **others: Any) -> "Style":
        """A style for an image of ``width`` by ``height`` pixels."""
        per_pixel = MM_PER_INCH / dpi
        return cls(width_mm=width * per_pixel, height_mm=height * per_pixel, dpi=dpi, **others)

    @property
    def small(self) -> float:
        """Size of tick labels and of what stands beside a title."""
        return 0.9 * self.font_size

    @property
    def stroke(self) -> float:
        """Width of a curve in points."""
        return 0.14 * self.font_size


def number(value: float, digits: int = 3) -> str:
    """A value for a header; NaN as a dash."""
    if value != value:
        return "–"
    if value in (float("inf"), float("-inf")):
        return "∞" if value > 0 else "−∞"
    if abs(value) >= 1e4 or (value and digits > 1 and abs(value) < 10**-digits):
        return f"{value:.{max(digits, 1) - 1}e}".replace("-", "−")
    return f"{value:.{digits}f}".replace("-", "−")


def thousands(value: float) -> str:
    """12 345 with thin spaces."""
    return f"{round(value):,}".replace(",", "\u2009").replace("-", "−")
