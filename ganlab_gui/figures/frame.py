"""A rectangle of a figure into which one panel is drawn: a header line, and axes below it.

All lengths are points, so that a panel looks the same alone and on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ganlab_gui.figures.style import Style, thousands

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

Rect = tuple[float, float, float, float]
"""Left, bottom, width, height."""

DASHES: dict[str, Any] = {
    "solid": "-",
    "dashed": (0, (4, 2)),
    "dotted": (0, (1, 1.4)),
    "dashdot": (0, (5, 1.5, 1, 1.5)),
}


@dataclass(frozen=True)
class Item:
    """A text beside the title in a palette colour, with the line style or marker it explains.

    ``role`` names the colour; "kind 3" is that of the fourth generator or class.
    """

    text: str
    role: str = "quiet"
    line: str = ""
    marker: str = ""
    weight: float = 1.0
    """Width of the line, in those of a curve."""
    hollow: bool = False
    """Whether the marker is an outline."""


class Frame:
    """``rect`` of ``figure``, whose dpi is 72: a pixel is a point; ``left`` is what is free."""

    def __init__(self, figure: "Figure", rect: Rect, style: Style) -> None:
        self.figure, self.rect, self.style = figure, rect, style
        self.left = rect
        self.palette = style.palette
        self.tr = style.translate

    # -- texts -------------------------------------------------------------------------------------

    def colour(self, role: str) -> str:
        """The colour of a role of the palette, of "kind k", or itself where it is one."""
        if role.startswith("#"):
            return role
        kind = role.removeprefix("kind ")
        return self.palette.kind(int(kind)) if kind != role else str(getattr(self.palette, role))

    def text(self, x: float, y: float, text: str, role: str = "text", **how: Any) -> "Text":
        """Text at a point of the figure."""
        width, height = self.figure.get_size_inches() * 72
        how = {"fontsize": self.style.small, "va": "baseline", **how}
        colour = self.colour(role)
        return self.figure.text(x / width, y / height, text, color=colour, **how)

    def width(self, text: "Text") -> float:
        return text.get_window_extent(renderer(self.figure)).width

    def header(self, title: str, items: Sequence[Item] = (), heading: bool = True) -> None:
        """Title left and items right of it, or on lines of their own where they do not fit."""
        size, (x, y, w, h) = self.style.font_size, self.rect
        line, base = 1.55 * size, y + h - 1.2 * size
        start = x
        if heading:
            text = self.text(x, base, title, fontsize=size, weight=600)
            self.shorten(text, w)
            start = x + self.width(text) + 1.6 * size
        placed = [self._item(item) for item in items]
        widths = [sum(p) for _, *p in placed]
        gap = 1.1 * size
        total = sum(widths) + gap * max(0, len(widths) - 1)
        here = x + w - total if heading else x
        if heading and here < start and items:
            here, base = x, base - line
        for (text, mark, _), item, wide in zip(placed, items, widths, strict=True):
            if here + wide > x + w + 0.5 and here > x:
                here, base = x, base - line
            self._put(text, item, here, mark, base)
            here += wide + gap
        if heading or items:
            self.left = (x, y, w, base - 0.7 * size - y)

    def _item(self, item: Item) -> tuple["Text", float, float]:
        mark = 2.0 * self.style.font_size if item.line else 0.9 * self.style.font_size
        text = self.text(0, 0, item.text, item.role)
        return text, mark if item.line or item.marker else 0.0, self.width(text)

    def _put(self, text: "Text", item: Item, x: float, mark: float, base: float) -> None:
        from matplotlib.lines import Line2D

        width, height = self.figure.get_size_inches() * 72
        text.set_position(((x + mark) / width, base / height))
        size, middle = self.style.font_size, base + 0.3 * self.style.font_size
        colour = self.colour(item.role)
        if item.line:
            ends = [x, x + 1.6 * size]
            self._line(
                Line2D(
                    ends, [middle] * 2, ls=DASHES[item.line], lw=item.weight * self.style.stroke
                ),
                colour,
            )
        elif item.marker:
            thin = item.hollow or item.marker in "+x"
            hollow = {"mfc": "none", "mew": 0.1 * size} if thin else {"mew": 0}
            point = Line2D([x + 0.3 * size], [middle], marker=item.marker, ms=0.5 * size, **hollow)
            self._line(point, colour)

    def _line(self, line: Any, colour: str) -> None:
        """Add a line given in points of the figure."""
        line.set_color(colour)
        width, height = self.figure.get_size_inches() * 72
        xs, ys = line.get_data()
        line.set_data([v / width for v in xs], [v / height for v in ys])
        line.set_transform(self.figure.transFigure)
        self.figure.add_artist(line)

    def shorten(self, text: "Text", width: float) -> None:
        """Cut a text that is wider than ``width``, with an ellipsis."""
        whole = text.get_text()
        while self.width(text) > width and len(whole) > 1:
            whole = whole[:-1]
            text.set_text(whole.rstrip() + "…")

    # -- axes --------------------------------------------------------------------------------------

    def axes(self) -> "Axes":
        """Axes in the panel's look, placed later with `place`."""
        palette, style = self.palette, self.style
        ax = self.figure.add_axes((0.1, 0.1, 0.8, 0.8))
        ax.set_facecolor(palette.panel)
        for side in ax.spines.values():
            side.set(color=palette.line, linewidth=0.6)
        ax.tick_params(
            colors=palette.quiet, labelsize=style.small, length=2, width=0.6, pad=2,
            color=palette.line,
        )  # fmt: skip
        ax.set_axisbelow(True)
        return ax

    def twin(self, ax: "Axes", role: str) -> "Axes":
        """A second value axis at the right, its numbers in a palette colour."""
        other = ax.twinx()
        for side in other.spines.values():
            side.set_visible(False)
        other.tick_params(
            colors=getattr(self.palette, role), labelsize=self.style.small, length=2, width=0.6,
            pad=2, color=self.palette.line,
        )  # fmt: skip
        return other

    def label(self, ax: "Axes", x: str = "", y: str = "", role: str = "quiet") -> None:
        how = {"color": getattr(self.palette, role), "fontsize": self.style.small, "labelpad": 2}
        if x:
            ax.set_xlabel(x, **how)
        if y:
            ax.set_ylabel(y, **how)

    def step_axis(self, ax: "Axes", low: float, high: float) -> None:
        """The time axis: steps, in thousands apart by thin spaces."""
        from matplotlib.ticker import FuncFormatter, MaxNLocator

        ax.set_xlim(low, max(high, low + 1))
        count = max(2, int(self.rect[2] / (7 * self.style.font_size)))
        ax.xaxis.set_major_locator(MaxNLocator(count, integer=True))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: thousands(value)))
        self.label(ax, x=self.tr("step"))

    def note(self, text: str) -> None:
        """A quiet sentence in the middle, where there is nothing to draw."""
        x, y, w, h = self.left
        shown = self.text(x + w / 2, y + h / 2, text, "quiet", ha="center", va="center")
        self.shorten(shown, w)

    def place(self, axes: Sequence["Axes"], rect: Rect, aspect: float | None = None) -> Rect:
        """Put axes that share one box so that they and all their labels fill ``rect``.

        With ``aspect`` the box is that many times as high as wide, and stands at the top.
        """
        x, y, w, h = rect
        inner = (x + 0.1 * w, y + 0.1 * h, 0.8 * w, 0.8 * h)
        for _ in range(3):  # tick labels depend on the size, the size on tick labels
            self.set_rect(axes, inner)
            left, bottom, right, top = self._overhang(axes, inner)
            wide, high = max(8.0, w - left - right), max(8.0, h - bottom - top)
            inner = (x + left, y + bottom, wide, high)
            if aspect is not None:
                side = min(wide, high / aspect)
                inner = (
                    x + left + (wide - side) / 2, y + bottom + high - side * aspect,
                    side, side * aspect,
                )  # fmt: skip
        self.set_rect(axes, inner)
        return inner

    def set_rect(self, axes: Sequence["Axes"], rect: Rect) -> None:
        """Put axes at ``rect``, their labels outside it."""
        width, height = self.figure.get_size_inches() * 72
        x, y, w, h = rect
        for ax in axes:
            ax.set_position((x / width, y / height, w / width, h / height))

    def _overhang(self, axes: Sequence["Axes"], inner: Rect) -> Rect:
        boxes = [ax.get_tightbbox(renderer(self.figure)) for ax in axes]
        x, y, w, h = inner
        return (
            max(1.0, x - min(b.x0 for b in boxes if b)),
            max(1.0, y - min(b.y0 for b in boxes if b)),
            max(1.0, max(b.x1 for b in boxes if b) - x - w),
            max(1.0, max(b.y1 for b in boxes if b) - y - h),
        )


def renderer(figure: "Figure") -> Any:
    return figure.canvas.get_renderer()  # type: ignore[attr-defined]
