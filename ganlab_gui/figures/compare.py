"""Two runs over each other: chosen quantities, A solid, B paler, dash-dotted, with squares."""

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from ganlab_gui.figures.curves import DISTANCES, LOSSES, Trace, last_of, series_of, span
from ganlab_gui.figures.edits import differing
from ganlab_gui.figures.frame import DASHES, Frame, Item, Rect
from ganlab_gui.figures.style import Picture, number
from ganlab_gui.lab.history import Table, thin

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SMOOTHED = 50
"""Rows whose mean stands for a loss, as on screen."""
PALER = 0.55
MARKERS = 9
MOST_POINTS = 1_000
SHAPE = 1.6
"""Width over height that suits a plot."""
CHOSEN = ("js", "w1", "modes_captured", "d_loss")
NAMES = ("d_loss", "g_loss", "value")
MOST_DIFFERENCES = 4


def draw_compare(frame: Frame, picture: Picture) -> None:
    """A header that says how A and B are drawn and differ; a plot a quantity below."""
    frame.header(
        frame.tr("Compare"), [*side_items(frame, picture), *difference_items(frame, picture)]
    )
    draw_quantities(frame, picture, frame.left)


def side_items(frame: Frame, picture: Picture) -> list[Item]:
    """How A and B are drawn."""
    items = [Item("A", "text", "solid")]
    return [*items, Item("B", "quiet", "dashdot")] if picture.rival is not None else items


def difference_items(frame: Frame, picture: Picture) -> list[Item]:
    """The first few settings that differ."""
    if picture.rival is None:
        return []
    found = differing(frame.tr, picture.experiment, picture.rival.experiment)
    more = [f"+{len(found) - MOST_DIFFERENCES}"] if len(found) > MOST_DIFFERENCES else []
    return [Item(text) for text in [*found[:MOST_DIFFERENCES], *more]]


def draw_quantities(frame: Frame, picture: Picture, rect: Rect) -> None:
    """The chosen quantities in a grid that fills ``rect``."""
    names = [n for n in picture.options.get("curves", CHOSEN) if _says(n, picture)]
    if not names:
        frame.note(frame.tr("Nothing is chosen."))
        return
    x, y, w, h = rect
    columns = best_columns(len(names), w, h)
    rows = math.ceil(len(names) / columns)
    gap = 1.2 * frame.style.font_size
    wide, high = (w - gap * (columns - 1)) / columns, (h - gap * (rows - 1)) / rows
    for place, name in enumerate(names):
        row, column = divmod(place, columns)
        corner = x + column * (wide + gap), y + h - (row + 1) * high - row * gap
        _quantity(Frame(frame.figure, (*corner, wide, high), frame.style), picture, name)


def best_columns(count: int, width: float, height: float) -> int:
    """How many columns make plots of SHAPE largest."""

    def size(columns: int) -> float:
        return min(width / columns / SHAPE, height / math.ceil(count / columns))

    return max(range(1, max(1, count) + 1), key=size)


def _says(name: str, picture: Picture) -> bool:
    """Whether any side has a finite number of a quantity to show."""
    if name not in (*NAMES, *DISTANCES, "modes_captured", "high_quality"):
        return False
    if name in ("modes_captured", "high_quality"):
        return any(s.scene.modes > (name == "modes_captured") for s in _sides(picture))
    tables = [_table(name, side) for side in _sides(picture)]
    return any(np.isfinite(t.column(name)).any() or not len(t) for t in tables)


def _sides(picture: Picture) -> list[Picture]:
    return [picture] if picture.rival is None else [picture, picture.rival]


def _table(name: str, picture: Picture) -> Table:
    return picture.history.rows if name in NAMES else picture.history.measures


def _trace(frame: Frame, name: str) -> Trace:
    if name in DISTANCES:
        return DISTANCES[name]
    if name == "d_loss":
        return Trace(frame.tr("D loss"), LOSSES[name].role)
    if name == "g_loss":
        return Trace(frame.tr("G loss"), LOSSES[name].role)
    if name == "value":
        return LOSSES[name]
    words = frame.tr("modes") if name == "modes_captured" else frame.tr("high quality")
    return Trace(words, "generated")


def _quantity(frame: Frame, picture: Picture, name: str) -> None:
    trace, ax = _trace(frame, name), frame.axes()
    colours = frame.colour(trace.role), _paler(frame, trace.role)
    width = SMOOTHED if name in NAMES else 1
    options = {"smoothing": max(width, int(picture.options.get("smoothing") or 1))}
    items = [Item(trace.label, "text")]
    last = 0.0
    for place, side in enumerate(_sides(picture)):
        steps, _, middle, _ = series_of(_table(name, side), name, options)
        value = last_of(middle)
        digits = 3
        if name == "modes_captured":
            digits = 0 if value == value and float(value).is_integer() else 1
        items.append(Item(f"{'AB'[place]} {number(value, digits)}", trace.role))
        _curve(frame, ax, (steps, middle), colours[place], bool(place))
        if name in side.history.floors:
            band = side.history.floors[name]
            ax.axhspan(*band, color=colours[0], alpha=0.25, lw=frame.style.stroke, zorder=0)
        last = max(last, span(side)[1])
    low, high = span(picture)
    whole = picture.options.get("span") is None and picture.options.get("window") is None
    frame.step_axis(ax, low, last if whole else high)
    if name not in NAMES and name != "mmd2":
        ax.set_ylim(bottom=0)
    frame.header("", items, heading=False)
    frame.place([ax], frame.left)


def _curve(frame: Frame, ax: "Axes", series: tuple[Any, Any], colour: str, second: bool) -> None:
    xs, ys = thin(*series, MOST_POINTS)
    how: dict[str, Any] = {"color": colour, "lw": frame.style.stroke}
    ax.plot(xs, ys, ls=DASHES["dashdot" if second else "solid"], solid_joinstyle="round", **how)
    if second and len(xs):
        places = np.unique(np.linspace(0, len(xs) - 1, MARKERS).round().astype(int))
        ax.plot(xs[places], ys[places], "s", ms=0.45 * frame.style.font_size, color=colour, mew=0)


def _paler(frame: Frame, role: str) -> str:
    """The colour of B: the role's, leaning to the text's."""
    from matplotlib.colors import to_hex, to_rgb

    own, text = np.array(to_rgb(frame.colour(role))), np.array(to_rgb(frame.palette.text))
    return to_hex(own + PALER * (text - own))
