"""A picture as plain data: what is drawn where, for the screen and for paper alike.

A theory page makes a Plate from its settings; ``views/plate.py`` draws it with pyqtgraph and
``figures/plate.py`` with matplotlib, so that neither picture is described twice. Arrays are NumPy,
(n,) unless said otherwise; NaN leaves a gap. ``role`` names a colour of the palette ("data",
"generated", "discriminator", "action", "second", "quiet", "text", "danger", "line") or "kind k",
that of the k-th of several alike. ``line`` is solid, dashed, dotted or dashdot. Roles keep their
meaning everywhere: data dotted, generated solid, D dashed, gradients and "here" action.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.pages.ticks import decade_ticks

Array = NDArray[np.floating[Any]]
LineStyle = Literal["solid", "dashed", "dotted", "dashdot"]
Side = Literal["left", "right"]
Range = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A curve through (x, y). ``width`` is in those of a curve, ``side`` the axis y is told on."""

    x: Array
    y: Array
    role: str = "text"
    line: LineStyle = "solid"
    width: float = 1.0
    alpha: float = 1.0
    side: Side = "left"
    step: bool = False
    """Whether y holds from each x to the next one, as in a histogram or a distribution function."""


@dataclass(frozen=True)
class Area:
    """What lies between two curves, filled."""

    x: Array
    low: Array
    high: Array
    role: str = "text"
    alpha: float = 0.2
    side: Side = "left"


@dataclass(frozen=True)
class Dots:
    """Points. ``marker`` is one of o s t (triangle) d (diamond) + x; ``size`` is in pixels."""

    x: Array
    y: Array
    role: str = "text"
    marker: str = "o"
    size: float = 5.0
    alpha: float = 1.0
    hollow: bool = False


@dataclass(frozen=True)
class Bars:
    """Upright bars about the centres x, from ``base`` to ``height``."""

    x: Array
    height: Array
    width: float
    role: str = "text"
    base: float = 0.0
    alpha: float = 1.0


@dataclass(frozen=True)
class Ground:
    """A field of values (ny, nx), its first row at the bottom, over ``box`` = (x0, x1, y0, y1).

    ``low`` and ``high`` are what the ends of the colour scale stand for; ``roles`` are the colours
    from low to high, two or three ("panel" is the panel's own). The scale is drawn beside it with
    the name ``scale`` unless that is empty.
    """

    values: Array
    box: tuple[float, float, float, float]
    low: float
    high: float
    roles: tuple[str, ...] = ("panel", "discriminator")
    scale: str = ""
    contours: tuple[float, ...] = ()
    """Levels along which a thin line is drawn."""


@dataclass(frozen=True)
class Arrows:
    """Arrows from (x, y) to (x + dx, y + dy), in the units of the axes."""

    x: Array
    y: Array
    dx: Array
    dy: Array
    role: str = "action"
    width: float = 1.0
    alpha: float = 1.0


@dataclass(frozen=True)
class Segments:
    """Straight lines from (x0, y0) to (x1, y1)."""

    x0: Array
    y0: Array
    x1: Array
    y1: Array
    role: str = "quiet"
    line: LineStyle = "solid"
    width: float = 1.0
    alpha: float = 1.0


@dataclass(frozen=True)
class Rule:
    """A line right across at one value."""

    at: float
    upright: bool = True
    role: str = "quiet"
    line: LineStyle = "solid"
    width: float = 0.6
    side: Side = "left"


@dataclass(frozen=True)
class Label:
    """A short text at a point; ``anchor`` is where it lies in the text: (0, 0) is bottom left."""

    x: float
    y: float
    text: str
    role: str = "quiet"
    anchor: tuple[float, float] = (0.5, 0.5)
    bold: bool = False


@dataclass(frozen=True)
class Box:
    """A rounded box with text, in the units of the axes; ``key`` makes it something to click."""

    x0: float
    x1: float
    y0: float
    y1: float
    text: str
    role: str = "quiet"
    key: str = ""
    chosen: bool = False
    hint: str = ""
    """Tooltip."""


@dataclass(frozen=True)
class Handle:
    """A point to drag, large enough to hit; the page's ``drag`` is told its key and where to."""

    key: str
    x: float
    y: float
    moves: Literal["x", "y", "xy"] = "xy"
    role: str = "action"
    hint: str = ""
    """Tooltip: what dragging it changes."""
    side: Side = "left"


Item = (
    Line | Area | Dots | Bars | Ground | Arrows | Segments | Rule | Label | Box | Handle
)  # fmt: skip


@dataclass(frozen=True)
class Says:
    """A text in a header, in the colour and line style (or marker) of what it speaks of.

    A plate has no legends: what a curve is, and its number, stand here.
    """

    text: str
    role: str = "text"
    line: LineStyle | Literal[""] = ""
    marker: str = ""
    hollow: bool = False
    """Whether the marker is an outline."""


@dataclass(frozen=True)
class Right:
    """A second value axis at the right: its range, label and colour; linear."""

    range: Range
    label: str = ""
    role: str = "discriminator"
    ticks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True)
class Axes:
    """One picture of a plate. Ranges are given, so that nothing jumps while one drags."""

    items: tuple[Item, ...]
    x: Range
    y: Range
    title: str = ""
    says: tuple[Says, ...] = ()
    x_label: str = ""
    y_label: str = ""
    log_x: bool = False
    log_y: bool = False
    equal: bool = False
    """Whether one unit of x is as long as one unit of y."""
    x_ticks: tuple[tuple[float, str], ...] | None = None
    """Places and texts of the numbers along x; None leaves them to the painter, () has none."""
    y_ticks: tuple[tuple[float, str], ...] | None = None
    right: Right | None = None
    bare: bool = False
    """Whether it has neither frame nor numbers: a diagram."""
    note: str = ""
    """What is said over the middle where there is nothing to draw yet ("computing…")."""

    def ticks(self, along: Literal["x", "y"]) -> tuple[tuple[float, str], ...] | None:
        """The numbers along an axis: those given, powers of ten on a logarithmic one, else None."""
        x = along == "x"
        given, (low, high) = (self.x_ticks, self.x) if x else (self.y_ticks, self.y)
        logarithmic = self.log_x if x else self.log_y
        return decade_ticks(low, high) if given is None and logarithmic else given


@dataclass(frozen=True)
class Table:
    """Texts in columns; the first column is aligned left, the others right."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    roles: tuple[str, ...] = ()
    """A colour a row; the texts' own where left out."""
    title: str = ""
    chosen: int = -1
    """The row spoken of, if any."""
    keys: tuple[str, ...] = ()
    """What a click on each row says to the page; rows cannot be clicked where left out."""


Cell = Axes | Table


@dataclass(frozen=True)
class Row:
    """Cells side by side, their widths to one another, and the row's height to the other rows'."""

    cells: tuple[Cell, ...]
    height: float = 1.0
    widths: tuple[float, ...] = ()
    """Equal where left out."""


@dataclass(frozen=True)
class Plate:
    """Rows of pictures, and one sentence that says what is to be seen with the numbers of now."""

    rows: tuple[Row, ...]
    caption: str = ""
    says: tuple[Says, ...] = ()
    """The page's own running numbers, in its header."""
    notes: tuple[str, ...] = field(default=())
    """How the numbers came about: closed form, quadrature, estimate from n samples."""


def single(*cells: Cell, **others: Any) -> Plate:
    """A plate of one row."""
    return Plate((Row(tuple(cells)),), **others)
