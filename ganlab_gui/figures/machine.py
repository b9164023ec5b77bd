"""The machine on paper: the data-flow picture with its small pictures and numbers, as on screen."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.machine_thumbs import UNITS, Brush
from ganlab_gui.figures.style import Picture
from ganlab_gui.pages.machine import Edge, Moment, Places, Rect, aside, places
from ganlab_gui.pages.machine_moments import of_snapshot
from ganlab_gui.pages.machine_says import figure
from ganlab_gui.scales import middle, shares

DIM = 0.36
"""Opacity of what takes no part in the stage shown."""
STRENGTH = 0.72
ROLES = {
    "noise": "text", "g": "generated", "fake": "generated", "real": "data",
    "d": "discriminator", "says": "discriminator", "d_loss": "discriminator",
    "g_loss": "generated",
}  # fmt: skip


def draw_machine(frame: Frame, picture: Picture) -> None:
    """The moment the view shows, or the newest picture's; its sentence stands below the header."""
    moment = picture.options.get("moment")
    if not isinstance(moment, Moment):
        run = int(picture.options.get("run", 0))
        moment = of_snapshot(
            picture.snapshot, run, picture.history, picture.experiment, picture.scene, frame.tr
        )
    frame.header(frame.tr("Machine"), [Item(moment.headline, "action" if moment.lit else "quiet")])
    x, y, w, h = frame.left
    em = 1.45 * frame.style.small
    if moment.lit:
        lines = _lines(frame, moment.sentence, w)
        room = (len(lines) + 0.6) * em
        for k, line in enumerate(lines):
            frame.text(x, y + room - (k + 1.4) * em, line, "text")
        y, h = y + room, h - room
    ax = frame.figure.add_axes((0, 0, 1, 1))
    x, y, w, h = x + 1, y + 1, w - 2, h - 2
    frame.set_rect([ax], (x, y, w, h))
    ax.set_xlim(0, w)
    ax.set_ylim(h, 0)
    ax.set_axis_off()
    Sheet(frame, ax, moment, em).draw(places(w, h, em, moment.kernel))


def _lines(frame: Frame, sentence: str, width: float) -> list[str]:
    """A sentence in lines no wider than ``width``."""
    lines, ruler = [""], frame.text(0, 0, "")
    for word in sentence.split():
        longer = f"{lines[-1]} {word}".strip()
        ruler.set_text(longer)
        if frame.width(ruler) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    ruler.remove()
    return lines


class Sheet(Brush):
    """The moment drawn whole."""

    def draw(self, where: Places) -> None:
        """All ways and parts."""
        for way in self.moment.edges:
            self.way(where, way)
        for way, length in self.moment.back.items():
            thick = 1.0 if not length > 0 else min(3.5, max(1.0, 2.4 + 0.6 * math.log10(length)))
            points = np.array(aside(where.way(way), 0.45 * self.em))
            self.arrow(points, self.frame.palette.action, thick * self.stroke, 1.0)
        for part in self.moment.parts:
            self.part(part, where)

    def way(self, where: Places, way: Edge) -> None:
        """A forward way: bold and coloured where something takes it."""
        taken = way in self.moment.lit
        role = ROLES[way[0]] if taken else "quiet"
        width = (1.7 if taken else 0.9) * self.stroke
        alpha = 1.0 if taken or not self.moment.lit else 0.4
        self.arrow(np.array(where.way(way)), self.colour(role), width, alpha)

    def arrow(self, points: NDArray[Any], colour: str, width: float, alpha: float) -> None:
        self.ax.plot(*points[:-1].T, color=colour, lw=width, alpha=alpha, solid_joinstyle="round")
        style = {"arrowstyle": "-|>", "color": colour, "lw": width, "alpha": alpha,
                 "shrinkA": 0, "shrinkB": 0, "mutation_scale": 0.7 * self.em}  # fmt: skip
        self.ax.annotate("", xy=points[-1], xytext=points[-2], arrowprops=style)

    # -- parts -------------------------------------------------------------------------------------

    def part(self, part: str, where: Places) -> None:
        """Frame, name, number, line and picture of one part."""
        from matplotlib.patches import FancyBboxPatch

        moment, (x, y, w, h), em = self.moment, where.whole[part], self.em
        self.alpha = 1.0 if moment.shows(part) else DIM
        noted = part in moment.noted
        self.ax.add_patch(
            FancyBboxPatch(
                (x, y), w, h, boxstyle=f"round,pad=0,rounding_size={0.35 * em}",
                fc=self.colour("panel"), ec=self.colour("action" if noted else "line"),
                lw=1.2 if noted else 0.6, alpha=self.alpha, zorder=2,
            )
        )  # fmt: skip
        title, value = moment.titles.get(part, ""), moment.values.get(part, "")
        line = (moment.lines.get(part) or ("",))[0]
        if part.endswith("loss"):
            head = f"{title} = {value}" if value else title
            self.text(x + 0.6 * em, y + 1.1 * em, head, ROLES[part], w - em, 1.2, weight=600)
            self.text(x + 0.6 * em, y + 2.7 * em, line, "quiet", w - em, 0.9)
            return
        name = self.text(x + 0.5 * em, y + 0.7 * em, title, ROLES[part], w - em, weight=600)
        free = w - 1.3 * em - self.frame.width(name)
        role = "action" if noted else "quiet" if part == "says" else ROLES[part]
        shown = self.text(x + w - 0.5 * em, y + 0.7 * em, value, role, w, ha="right")
        if self.frame.width(shown) > free and not noted:
            shown.remove()  # an end of a scale says nothing without the other
        amber = part == "fake" and (moment.moved is not None or moment.pull is not None)
        self.text(x + 0.5 * em, y + h - 0.6 * em, line, "action" if amber else "quiet", w - em)
        if min(where.inner[part][2:]) > 8:
            getattr(self, f"draw_{part}")(where.inner[part])

    def text(
        self, x: float, y: float, text: str, role: str, room: float, larger: float = 1.0,
        **how: Any,
    ) -> Any:  # fmt: skip
        how = {"va": "center_baseline", **how}
        shown = self.ax.text(
            x, y, text, color=self.colour(role), fontsize=larger * self.frame.style.small,
            alpha=self.alpha, zorder=6, **how,
        )  # fmt: skip
        self.frame.shorten(shown, max(room, 1.0))
        return shown

    def draw_d(self, room: Rect) -> None:
        moment, room = self.moment, self.layers("d", room)
        frame, place = self.fitted(room)
        for ground, faint in ((moment.before, 0.35), (moment.ground, 1.0)):
            if ground is not None and moment.dim == 1 and moment.xs is not None:
                low, high = moment.span
                up = 0.03 + 0.94 * np.clip((ground - low) / (high - low), -0.02, 1.02)
                line = place(np.stack([moment.xs, up], 1))
                self.ax.plot(*line.T, color=self.colour("discriminator"), ls=DASHES["dashed"],
                             lw=self.stroke, alpha=faint * self.alpha, zorder=4)  # fmt: skip
        if moment.dim == 2 and moment.ground is not None:
            self.plane(moment.ground, frame)
            if moment.before is not None:
                x, y, w, h = frame
                self.plane(moment.before, (x, y, 0.36 * w, 0.36 * h))

    def plane(self, ground: NDArray[Any], room: Rect) -> None:
        """D's realness as the plane's ground."""
        from matplotlib.colors import LinearSegmentedColormap, to_rgb

        moment, (low, high) = self.moment, self.moment.span
        if not moment.reading.bounded and moment.reading.threshold is not None:
            ground, (low, high) = shares(moment.reading, low, high, ground), (0.0, 1.0)
        ends = [np.array(to_rgb(self.colour(role))) for role in ("panel", "discriminator")]
        colours = [ends[0], ends[0] + STRENGTH * (ends[1] - ends[0])]
        x, y, w, h = room
        self.ax.imshow(
            ground, origin="lower", extent=(x, x + w, y + h, y), vmin=low, vmax=high,
            cmap=LinearSegmentedColormap.from_list("d", colours), aspect="auto",
            interpolation="bilinear", alpha=self.alpha, zorder=3,
        )  # fmt: skip

    def draw_g(self, room: Rect) -> None:
        """The network: a column of units a layer."""
        x, y, w, h = self.layers("g", room)
        widths = self.moment.layers.get("g", ())
        if len(widths) < 2:
            fake = self.moment.fake
            said = "" if fake is None or not len(fake) else f"θ = {figure(float(fake[0, 0]))}"
            self.text(x + w / 2, y + h / 2, said, "generated", w, 1.5, ha="center", weight=600)
            return
        columns = [
            np.stack([
                np.full(n := min(width, UNITS), x + w * (0.08 + 0.84 * i / (len(widths) - 1))),
                y + h / 2 + 0.86 * h * (np.arange(n) - (n - 1) / 2) / UNITS,
            ], 1)
            for i, width in enumerate(widths)
        ]  # fmt: skip
        lines = [(a, b) for left, right in pairwise(columns) for a in left for b in right]
        from matplotlib.collections import LineCollection

        how: dict[str, Any] = {"alpha": self.alpha, "zorder": 3}
        self.ax.add_collection(
            LineCollection(lines, colors=self.colour("line"), linewidths=0.4, **how)
        )
        x, y = np.concatenate(columns).T
        size, ink = (0.3 * self.em) ** 2, self.colour("generated")
        self.ax.scatter(x, y, s=size, lw=0, color=ink, alpha=self.alpha, zorder=4)

    def layers(self, player: str, room: Rect) -> Rect:
        """Amber bars of the lengths layer by layer at the bottom; gives the room above them."""
        lengths, em = self.moment.noted.get(player, ()), self.em
        x, y, w, h = room
        if len(lengths) < 2 or h < 5 * em:
            return room
        most, each = max(lengths) or 1.0, w / len(lengths)
        for i, length in enumerate(lengths):
            high = 0.9 * em * length / most
            left = x + i * each
            self.ax.bar(left + each / 2, high, 0.76 * each, y + h - 1.1 * em - high,
                        color=self.colour("action"), alpha=self.alpha, zorder=4)  # fmt: skip
            self.text(left + each / 2, y + h - 0.5 * em, f"{length:.2g}", "action", each, 0.8,
                      ha="center")  # fmt: skip
        return x, y, w, h - 2.3 * em

    def draw_says(self, room: Rect) -> None:
        """Two histograms of what D says on one axis: data above, samples below."""
        moment, em, (x, y, w, h) = self.moment, self.em, room
        low, high = moment.axis
        axis, half = y + h / 2, h / 2 - 1.1 * em
        if half < 4:
            return
        for key, role, down in (("said_real", "data", False), ("said_fake", "generated", True)):
            values: NDArray[Any] | None = getattr(moment, key)
            if values is None or not values.size:
                continue
            top = axis if down else axis - half
            line = "solid" if down else "dotted"
            self.histogram(values, (x, top, w, half), (low, high), role, line, down)
            at = x + w * float(np.clip((np.nanmean(values) - low) / (high - low), 0, 1))
            self.ax.vlines(at, top, top + half, color=self.colour(role), lw=1.1 * self.stroke,
                           alpha=self.alpha, zorder=5)  # fmt: skip
            place = top + half + 0.5 * em if down else top - 0.5 * em
            self.text(min(max(at, x + em), x + w - em), place, moment.values.get(key, ""), role,
                      w, ha="center")  # fmt: skip
        self.ax.hlines(axis, x, x + w, color=self.colour("quiet"), lw=0.6, alpha=self.alpha,
                       zorder=5)  # fmt: skip
        self.ends((x, y, w, h))

    def ends(self, room: Rect) -> None:
        """The values at the ends of the axis, and where D is undecided."""
        moment, (x, y, w, h) = self.moment, room
        sign = -1 if moment.reading.kind == "energy" else 1
        low, high = (f"{sign * v:.3g}".replace("-", "−") for v in moment.axis)
        line = y + h + 0.7 * self.em
        self.text(x, line, low, "quiet", w / 2)
        self.text(x + w, line, high, "quiet", w / 2, ha="right")
        threshold = moment.reading.threshold
        if threshold is not None and moment.axis[0] < threshold < moment.axis[1]:
            share = (threshold - moment.axis[0]) / (moment.axis[1] - moment.axis[0])
            at, half = x + w * share, h / 2 - 1.1 * self.em
            ink: dict[str, Any] = {"color": self.colour("discriminator"), "alpha": self.alpha}
            ends = y + h / 2 - half, y + h / 2 + half
            self.ax.plot([at, at], ends, ls=DASHES["dashed"], lw=0.6, zorder=5, **ink)
            if moment.reading.bounded and 0.15 < share < 0.85:
                self.text(at, line, middle(moment.reading), "quiet", w, ha="center")
