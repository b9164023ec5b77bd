"""Small pictures of the machine on paper: points and histograms of noise, data and samples."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.figures.frame import DASHES, Frame
from ganlab_gui.pages.machine import Moment, Rect

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST, ARROWS, FEW, BINS, UNITS = 300, 60, 12, 28, 7
REACH = 0.16
"""How long the 90 % quantile of the pulls is drawn, as a share of the picture's width."""


class Brush:
    """Axes whose units are points, downwards, and a moment whose parts are drawn on them."""

    def __init__(self, frame: Frame, ax: "Axes", moment: Moment, em: float) -> None:
        self.frame, self.ax, self.moment, self.em = frame, ax, moment, em
        self.stroke, self.alpha = frame.style.stroke, 1.0

    def colour(self, role: str) -> str:
        return str(getattr(self.frame.palette, role))

    def fitted(self, room: Rect) -> tuple[Rect, Any]:
        """The frame of the data's box in ``room``, and the way from data (n, 2) to points."""
        x0, x1, y0, y1 = self.moment.box
        x, y, w, h = room
        if self.moment.dim == 1:
            y0, y1 = 0.0, 1.0
        else:
            unit = min(w / (x1 - x0), h / (y1 - y0))
            wide, tall = unit * (x1 - x0), unit * (y1 - y0)
            x, y, w, h = x + (w - wide) / 2, y + (h - tall) / 2, wide, tall

        def place(points: NDArray[Any]) -> NDArray[Any]:
            along = x + w * (points[:, 0] - x0) / (x1 - x0)
            return np.stack([along, y + h - h * (points[:, 1] - y0) / (y1 - y0)], 1)

        return (x, y, w, h), place

    def clipped(self, artist: Any, room: Rect) -> None:
        """Show an artist within ``room`` alone."""
        from matplotlib.patches import Rectangle

        artist.set_clip_path(Rectangle(room[:2], *room[2:], transform=self.ax.transData))

    def dots(self, points: NDArray[Any], role: str, size: float, room: Rect) -> None:
        colours: Any = self.colour(role)
        kinds = self.moment.kinds
        if role == "generated" and kinds is not None and len(kinds) >= len(points):
            colours = [self.frame.palette.kind(int(k)) for k in kinds[: len(points)]]
        size = (size * self.stroke) ** 2
        how = {"s": size, "c": colours, "lw": 0, "alpha": self.alpha, "zorder": 4}
        self.clipped(self.ax.scatter(*points.T, **how), room)

    def histogram(
        self, values: NDArray[Any], room: Rect, span: tuple[float, float], role: str,
        line: str = "solid", down: bool = False,
    ) -> None:  # fmt: skip
        """Shares of ``values`` in equal bins of ``span``, from the floor (or the roof) on."""
        values = values[np.isfinite(values)]
        x, y, w, h = room
        base, sign = (y, 1) if down else (y + h, -1)
        how: dict[str, Any] = {"color": self.colour(role), "lw": self.stroke, "zorder": 4}
        how["alpha"] = self.alpha
        if len(values) < FEW:
            at = x + w * (values - span[0]) / (span[1] - span[0])
            self.ax.vlines(at, base, base + 0.8 * sign * h, **how)
            return
        counts, edges = np.histogram(np.clip(values, *span), BINS, span)
        heights = np.concatenate([[0], np.repeat(counts / counts.max() * 0.94 * h, 2), [0]])
        along = np.repeat(x + w * (edges - span[0]) / (span[1] - span[0]), 2)
        up = base + sign * heights
        self.ax.fill_between(along, base, up, color=how["color"], alpha=0.2 * self.alpha, lw=0,
                             zorder=3)  # fmt: skip
        self.ax.plot(along, up, ls=DASHES[line], **how)

    def draw_noise(self, room: Rect) -> None:
        noise = self.moment.noise
        if noise is None:
            return
        most = float(np.abs(noise).max())
        reach = max(3.0 if most > 1 else 1.1, most)
        if noise.shape[1] == 1:
            self.histogram(noise[:, 0], room, (-reach, reach), "quiet")
            return
        x, y, w, h = room
        points = np.array([x + w / 2, y + h / 2]) + noise[:MOST, :2] * (min(w, h) / 2 / reach)
        self.dots(points, "quiet", 1.1, room)

    def draw_real(self, room: Rect) -> None:
        self.samples(room, self.moment.real, "data")

    def draw_fake(self, room: Rect) -> None:
        moment, fake = self.moment, self.moment.fake
        self.samples(room, moment.moved if moment.moved is not None else fake, "generated")
        if fake is None:
            return
        _, place = self.fitted(room)
        if moment.pull is not None:
            starts, reach = fake[:ARROWS], moment.pull[:ARROWS]
            usual = float(np.nanquantile(np.linalg.norm(moment.pull, axis=1), 0.9))
            if not usual > 0:
                return
            reach = reach * (REACH * (moment.box[1] - moment.box[0]) / usual)
            if moment.dim == 1:
                rows = np.linspace(0.08, 0.5, len(starts))[:, None]
                starts = np.concatenate([starts, rows], 1)
                reach = np.concatenate([reach, 0 * reach], 1)
            self.arrows(place(starts), place(starts + reach), room, 5)
        elif moment.moved is not None and moment.dim == 2:
            self.arrows(place(fake[:150]), place(moment.moved[:150]), room, 0)

    def arrows(self, starts: NDArray[Any], tips: NDArray[Any], room: Rect, head: float) -> None:
        how: dict[str, Any] = {"color": self.colour("action"), "alpha": self.alpha, "zorder": 5,
               "angles": "xy", "scale_units": "xy", "scale": 1, "units": "dots",
               "width": 0.7 * self.stroke, "headwidth": head, "headlength": head,
               "headaxislength": head}  # fmt: skip
        self.clipped(self.ax.quiver(*starts.T, *(tips - starts).T, **how), room)

    def samples(self, room: Rect, points: NDArray[Any] | None, role: str) -> None:
        if points is None or not len(points):
            return
        frame, place = self.fitted(room)
        if self.moment.dim == 2:
            self.dots(place(points[:MOST]), role, 1.1 if role == "data" else 1.6, frame)
            return
        line = "dotted" if role == "data" else "solid"
        self.histogram(points[:, 0], frame, self.moment.box[:2], role, line)
