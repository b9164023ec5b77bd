"""A plate on paper: the same pictures as on the screen, with the page's formulas beneath."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ganlab_gui.figures.fonts import families
from ganlab_gui.figures.frame import Frame, Item, Rect
from ganlab_gui.figures.plate_items import MARKERS, PAINTERS, Look, low
from ganlab_gui.figures.save import sheet, to_stream
from ganlab_gui.figures.style import Style
from ganlab_gui.pages.plate import Axes, Cell, Ground, Plate, Row, Says, Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Plot
    from matplotlib.figure import Figure

WIDTH_MM = 170.0
"""Two columns of a journal."""
RATIOS = (0.30, 0.28)
"""Height over width of what is not pictures, and of one row of them."""
CJK = 0x2E80


@dataclass(frozen=True)
class PagePicture:
    """What a page's figure is made of; texts are in the reader's language already."""

    title: str
    plate: Plate
    formulas: tuple[str, ...] = ()

    def words(self) -> Iterable[str]:
        """Every text, to tell which fonts are needed."""
        yield from (self.title, self.plate.caption)
        for cell in (cell for row in self.plate.rows for cell in row.cells):
            yield cell.title
            yield from cell.headers if isinstance(cell, Table) else (cell.x_label, cell.y_label)


def figure_plate(picture: PagePicture, style: Style, format: str = "pdf") -> "Figure":
    """The page as a figure: title, plate, formulas and the sentence under it."""
    heights = [row.height for row in picture.plate.rows]
    around, each = RATIOS
    figure, rect = sheet(style, WIDTH_MM, around + each * sum(heights) / max(heights))
    frame = Frame(figure, rect, style)
    frame.header(picture.title, [_item(say) for say in picture.plate.says])
    x, y, w, h = frame.left
    floor = _underneath(frame, picture, (x, y, w, h))
    _rows(frame, picture.plate.rows, (x, y + floor, w, h - floor))
    return figure


def render_plate(picture: PagePicture, style: Style | None = None, format: str = "pdf") -> bytes:
    """The figure as the bytes of a pdf, svg or png file; same input, same bytes."""
    from ganlab_gui.figures.save import defaults

    style = style or Style()
    chinese = any(ord(letter) >= CJK for text in picture.words() for letter in text)
    with defaults(families(format, chinese), mathtext=True):
        return to_stream(figure_plate(picture, style, format), style, format)


def _item(say: Says) -> Item:
    mark = MARKERS.get(say.marker, say.marker)
    return Item(low(say.text), say.role, say.line, mark, hollow=say.hollow)


def _underneath(frame: Frame, picture: PagePicture, rect: Rect) -> float:
    """Formulas and the caption at the foot; gives the height they take."""
    x, y, w, _ = rect
    size, line, high = frame.style.font_size, 2.2 * frame.style.font_size, 0.0
    for formula in reversed(picture.formulas):
        text = frame.text(
            x, y + high + 0.4 * line, formula, fontsize=1.1 * size, math_fontfamily="stix",
        )  # fmt: skip
        wide = frame.width(text)
        if wide > w:
            text.set_fontsize(1.1 * size * w / wide)
        high += line
    for part in reversed(_wrapped(frame, picture.plate.caption, w)):
        frame.text(x, y + high + 0.5 * size, low(part), "quiet")
        high += 1.4 * frame.style.small
    return high + size


def _wrapped(frame: Frame, text: str, width: float) -> list[str]:
    """A text in lines no wider than ``width``; Chinese breaks anywhere."""
    import textwrap

    probe = frame.text(0, 0, text or " ")
    wide = frame.width(probe)
    probe.remove()
    if wide <= width:
        return [text] if text else []
    letters = max(8, int(len(text) * width / wide * 0.95))
    if any(ord(letter) >= CJK for letter in text):
        return [text[i : i + letters] for i in range(0, len(text), letters)]
    return textwrap.wrap(text, letters)


def _rows(frame: Frame, rows: tuple[Row, ...], rect: Rect) -> None:
    x, y, w, h = rect
    gap = 1.2 * frame.style.font_size
    room = h - gap * (len(rows) - 1)
    total, top = sum(row.height for row in rows), y + h
    for row in rows:
        tall = room * row.height / total
        _cells(frame, row, (x, top - tall, w, tall), gap)
        top -= tall + gap


def _cells(frame: Frame, row: Row, rect: Rect, gap: float) -> None:
    x, y, w, h = rect
    widths = row.widths or (1.0,) * len(row.cells)
    room = w - gap * (len(widths) - 1)
    for cell, share in zip(row.cells, widths, strict=True):
        wide = room * share / sum(widths)
        _cell(Frame(frame.figure, (x, y, wide, h), frame.style), cell)
        x += wide + gap


def _cell(frame: Frame, cell: Cell) -> None:
    if isinstance(cell, Table):
        frame.header(low(cell.title), (), bool(cell.title))
        _table(frame, cell)
        return
    frame.header(low(cell.title), [_item(say) for say in cell.says], bool(cell.title))
    ax = frame.axes()
    _dress(frame, ax, cell)
    for place, item in enumerate(cell.items):
        PAINTERS[type(item)](item, Look(frame, ax, cell, place / max(1, len(cell.items))))
    ax.set_xlim(*cell.x)
    ax.set_ylim(*cell.y)
    aspect = (cell.y[1] - cell.y[0]) / (cell.x[1] - cell.x[0]) if cell.equal else None
    grounds = [item for item in cell.items if isinstance(item, Ground) and item.scale]
    _name_scale(frame, grounds)
    axes = [ax, *_right(frame, ax, cell)]
    frame.place(axes, frame.left, aspect)
    if cell.note:
        frame.note(cell.note)


def _dress(frame: Frame, ax: "Plot", cell: Axes) -> None:
    if cell.log_x:
        ax.set_xscale("log")
    if cell.log_y:
        ax.set_yscale("log")
    for axis, ticks in ((ax.xaxis, cell.ticks("x")), (ax.yaxis, cell.ticks("y"))):
        if ticks is not None:
            axis.set_ticks([at for at, _ in ticks], [text for _, text in ticks])
            axis.set_ticks([], minor=True)
    if cell.bare:
        ax.set_axis_off()
    frame.label(ax, x=low(cell.x_label), y=low(cell.y_label))


def _right(frame: Frame, ax: "Plot", cell: Axes) -> list[Any]:
    """The second value axis: a scale only, for its items are drawn on the left one's."""
    right = cell.right
    if right is None:
        return []
    other = frame.twin(ax, right.role)
    other.set_ylim(*right.range)
    if right.ticks:
        other.set_yticks([at for at, _ in right.ticks], [text for _, text in right.ticks])
    frame.label(other, y=low(right.label), role=right.role)
    other.patch.set_visible(False)
    return [other]


def _name_scale(frame: Frame, grounds: list[Ground]) -> None:
    """What the ends of a ground's colours stand for, in a line at the foot."""
    for ground in grounds[:1]:
        x, y, w, h = frame.left
        text = f"{ground.scale}: {ground.low:.3g} … {ground.high:.3g}".replace("-", "−")
        shown = frame.text(x + w, y, text, "quiet", ha="right")
        frame.shorten(shown, w)
        line = 1.4 * frame.style.small
        frame.left = (x, y + line, w, h - line)


def _edges(frame: Frame, table: Table, width: float) -> list[float]:
    """Where columns begin and end, by what stands in them; the first has what is left over.

    A table that is too wide has all of them narrower.
    """
    widths = []
    for column in zip(table.headers, *table.rows, strict=True):
        probes = [frame.text(0, 0, low(text), weight=600) for text in column]
        widths.append(max(frame.width(probe) for probe in probes) + frame.style.font_size)
        for probe in probes:
            probe.remove()
    spare = width - sum(widths)
    if spare >= 0:
        widths[0] += spare
    else:
        widths = [width * one / sum(widths) for one in widths]
    return [0.0, *np.cumsum(widths)]


def _table(frame: Frame, table: Table) -> None:
    x, y, w, h = frame.left
    edges = _edges(frame, table, w)
    line = min(1.9 * frame.style.small, h / (len(table.rows) + 1))
    for row, texts in enumerate((table.headers, *table.rows)):
        base = y + h - (row + 0.8) * line
        role = "quiet" if row == 0 else table.roles[row - 1] if table.roles else "text"
        weight = 600 if row - 1 == table.chosen else 400
        for column, text in enumerate(texts):
            at = x if column == 0 else x + float(edges[column + 1])
            side = "left" if column == 0 else "right"
            frame.text(at, base, low(text), role, ha=side, weight=weight)
