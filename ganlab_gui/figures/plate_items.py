"""The items of a plate, drawn by matplotlib: one function an item."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ganlab_gui.figures.frame import DASHES, Frame
from ganlab_gui.pages import plate

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Plot

STRENGTH = 0.72
"""How far a ground goes from the panel's colour towards its own, as on screen."""
MARKERS = {"t": "v", "d": "D", "+": "+", "x": "x", "o": "o", "s": "s"}
SMOOTH = 40
"""Cells each way from which on a ground is drawn smoothly."""
PIXEL = 0.55
"""Points of paper for a pixel of the screen, at 7.5 points of text."""


SUBSCRIPT = re.compile(r"_\{?([\w′*]+)\}?")


def low(text: str) -> str:
    """Mathtext in which what follows an underscore is a subscript; other text as it is."""
    if not SUBSCRIPT.search(text):
        return text
    # Beside a formula the text's own font has to do, and it has no ∇.
    plain = text.replace("$", r"\$").replace("∇", r"$\nabla$")
    return SUBSCRIPT.sub(r"$_{\\mathregular{\1}}$", plain)


@dataclass(frozen=True)
class Look:
    """Where items of one axes are drawn."""

    frame: Frame
    ax: "Plot"
    axes: plate.Axes
    order: float = 0.0

    def y(self, values: Any, side: str) -> Any:
        """Values of either y axis on the left one."""
        if side == "right" and self.axes.right is not None:
            (low, high), (bottom, top) = self.axes.right.range, self.axes.y
            return bottom + (np.asarray(values) - low) / (high - low) * (top - bottom)
        return values

    @property
    def pixel(self) -> float:
        return PIXEL * self.frame.style.font_size / 7.5

    def line(self, item: Any) -> dict[str, Any]:
        """How a line item is drawn."""
        return {
            "color": self.frame.colour(item.role), "alpha": getattr(item, "alpha", 1.0),
            "lw": item.width * self.frame.style.stroke, "ls": DASHES[item.line],
            "zorder": 2 + self.order,
        }  # fmt: skip


def paint_line(item: plate.Line, look: Look) -> None:
    how: dict[str, Any] = {"drawstyle": "steps-post"} if item.step else {}
    look.ax.plot(item.x, look.y(item.y, item.side), **look.line(item), **how)


def paint_area(item: plate.Area, look: Look) -> None:
    low, high = look.y(item.low, item.side), look.y(item.high, item.side)
    colour = look.frame.colour(item.role)
    look.ax.fill_between(
        item.x, low, high, color=colour, alpha=item.alpha, lw=0, zorder=2 + look.order
    )


def paint_dots(item: plate.Dots, look: Look) -> None:
    colour, line = look.frame.colour(item.role), item.marker in "+x"
    size = item.size * look.pixel * (0.75 if item.marker == "d" else 1.0)
    look.ax.plot(
        item.x, item.y, MARKERS[item.marker], ms=size, color=colour,
        alpha=item.alpha, mfc="none" if item.hollow else colour,
        mew=0.8 * look.frame.style.stroke if item.hollow or line else 0.0, ls="none",
        zorder=2 + look.order,
    )  # fmt: skip


def paint_bars(item: plate.Bars, look: Look) -> None:
    look.ax.bar(
        item.x, np.asarray(item.height) - item.base, item.width, item.base, alpha=item.alpha,
        color=look.frame.colour(item.role), edgecolor=look.frame.palette.panel, linewidth=0.3,
        zorder=2 + look.order,
    )  # fmt: skip


def paint_ground(item: plate.Ground, look: Look) -> None:
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    # Few cells are meant as cells; many are samples of something smooth.
    smooth = "bilinear" if min(item.values.shape) >= SMOOTH else "nearest"
    panel = np.array(to_rgb(look.frame.palette.panel))
    ends = [np.array(to_rgb(look.frame.colour(role))) for role in item.roles]
    toned = [panel + STRENGTH * (end - panel) for end in ends]
    colours = LinearSegmentedColormap.from_list("ground", [tuple(c) for c in toned])
    how: dict[str, Any] = {
        "vmin": item.low,
        "vmax": item.high,
        "aspect": "auto",
        "interpolation": smooth,
    }
    look.ax.imshow(
        item.values, cmap=colours, origin="lower", extent=item.box, zorder=0.5 + look.order, **how
    )
    if item.contours:
        ny, nx = item.values.shape
        x0, x1, y0, y1 = item.box
        half = (x1 - x0) / nx / 2, (y1 - y0) / ny / 2
        x = np.linspace(x0 + half[0], x1 - half[0], nx)
        y = np.linspace(y0 + half[1], y1 - half[1], ny)
        look.ax.contour(
            x, y, item.values, sorted(item.contours), colors=[look.frame.colour(item.roles[-1])],
            linewidths=0.5 * look.frame.style.stroke, zorder=1 + look.order,
            negative_linestyles="-",
        )  # fmt: skip


def paint_arrows(item: plate.Arrows, look: Look) -> None:
    tips = np.asarray(item.x) + item.dx, np.asarray(item.y) + item.dy
    ends = np.stack([item.x, item.y, *tips], axis=1)
    pixel = look.pixel
    for x0, y0, x1, y1 in ends[np.isfinite(ends).all(1)]:
        look.ax.annotate(
            "", (x1, y1), (x0, y0), zorder=2 + look.order, annotation_clip=True,
            arrowprops={
                "arrowstyle": f"->,head_length={0.5 * pixel},head_width={0.25 * pixel}",
                "color": look.frame.colour(item.role), "alpha": item.alpha,
                "lw": item.width * look.frame.style.stroke, "shrinkA": 0, "shrinkB": 0,
                "mutation_scale": 6,
            },
        )  # fmt: skip


def paint_segments(item: plate.Segments, look: Look) -> None:
    from matplotlib.collections import LineCollection

    ends = np.stack([item.x0, item.y0, item.x1, item.y1], axis=1).reshape(-1, 2, 2)
    how = look.line(item)
    how["colors"] = how.pop("color")
    look.ax.add_collection(LineCollection(list(ends), **how))


def paint_rule(item: plate.Rule, look: Look) -> None:
    if item.upright:
        look.ax.axvline(item.at, **look.line(item))
    else:
        look.ax.axhline(look.y(item.at, item.side), **look.line(item))


def paint_label(item: plate.Label, look: Look) -> None:
    across, up = ("left", "center", "right"), ("bottom", "center", "top")
    look.ax.text(
        item.x, item.y, low(item.text), color=look.frame.colour(item.role),
        ha=across[round(2 * item.anchor[0])], va=up[round(2 * item.anchor[1])],
        fontsize=look.frame.style.small, weight=600 if item.bold else 400, zorder=60, clip_on=True,
    )  # fmt: skip


def paint_box(item: plate.Box, look: Look) -> None:
    from matplotlib.patches import FancyBboxPatch

    colour, style = look.frame.colour(item.role), look.frame.style
    wide, tall = item.x1 - item.x0, item.y1 - item.y0
    for face, alpha in ((colour, 0.28 if item.chosen else 0.10), ("none", 1.0)):
        look.ax.add_patch(
            FancyBboxPatch(
                (item.x0, item.y0), wide, tall, boxstyle="round,pad=0,rounding_size=0.02",
                mutation_aspect=1.0, fc=face, ec=colour if face == "none" else "none", alpha=alpha,
                lw=(1.6 if item.chosen else 0.8) * style.stroke, zorder=2 + look.order,
            )
        )  # fmt: skip
    look.ax.text(
        (item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2, low(item.text), ha="center", va="center",
        color=look.frame.palette.text, fontsize=style.small, weight=600 if item.chosen else 400,
        zorder=3 + look.order, wrap=False, linespacing=1.15,
    )  # fmt: skip


def paint_handle(item: plate.Handle, look: Look) -> None:
    """On paper nothing is dragged: a small dot where the handle is."""
    look.ax.plot(
        [item.x], [look.y(item.y, item.side)], "o", ms=7 * look.pixel, zorder=70, clip_on=False,
        color=look.frame.colour(item.role), mec=look.frame.palette.panel, mew=0.5,
    )  # fmt: skip


PAINTERS: dict[type, Callable[[Any, Look], None]] = {
    plate.Line: paint_line,
    plate.Area: paint_area,
    plate.Dots: paint_dots,
    plate.Bars: paint_bars,
    plate.Ground: paint_ground,
    plate.Arrows: paint_arrows,
    plate.Segments: paint_segments,
    plate.Rule: paint_rule,
    plate.Label: paint_label,
    plate.Box: paint_box,
    plate.Handle: paint_handle,
}
