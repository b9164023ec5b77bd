"""The coloured ground of a plane: what it shows, its colours, its scale and its bar."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QStaticText
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.snapshot import Array, Snapshot
from ganlab_gui.palette import Palette
from ganlab_gui.scales import bend, ends, shares, unbend, usual
from ganlab_gui.views.plotting import HeldRange, blend, small_font

STRENGTH = 0.72
"""How far from the panel's colour a ground goes towards its own: points must stand out on it."""


@dataclass(frozen=True)
class Ground:
    """One thing to colour the plane by: the snapshot field it needs, and the colour of its ends."""

    field: str
    high: str
    low: str = ""
    """Palette role of the negative end; empty where values start from the panel's colour."""
    positive: bool = False
    """Whether the scale starts at 0, as a density's does."""


GROUNDS = {
    "d": Ground("d", "discriminator"),
    "optimum": Ground("optimum", "discriminator"),
    "p_data": Ground("density", "text", positive=True),
    "p_generated": Ground("density", "generated", positive=True),
    "difference": Ground("density", "generated", low="text"),
    "none": Ground("", ""),
}


def ground_values(key: str, snapshot: Snapshot, run: int) -> Array | None:
    """(ny, nx) values of ground ``key`` for run ``run``; None where the snapshot has none."""
    values = snapshot.ground(key, run)
    return None if values is None or not np.isfinite(values).any() else values


def colours(ground: Ground, palette: Palette) -> NDArray[np.uint8]:
    """(256, 4) RGBA from the ground's low end to its high end; 0 has the panel's colour."""
    high = getattr(palette, ground.high or "panel")
    share = np.linspace(0.0, STRENGTH, 128 if ground.low else 256)
    up = [blend(palette.panel, high, s).getRgb() for s in share]
    if ground.low:
        down = [blend(palette.panel, getattr(palette, ground.low), s).getRgb() for s in share]
        up = down[::-1] + up
    return np.array(up, np.uint8)


class GroundScale:
    """The values at the ends of a ground, held so that they do not jump between frames."""

    def __init__(self, ground: Ground, reading: Reading | None = None) -> None:
        """``reading`` is how D is read, where the ground is D or D*."""
        self.reading = reading
        self._symmetric = bool(ground.low)
        start = 0.0 if ground.positive or self._symmetric else None
        self.held = HeldRange(floor=start, least=1e-3)
        """The range of the values; two pictures side by side have one."""
        self._ends = 0.0, 1.0

    @property
    def middle(self) -> float | None:
        """The value that the middle colour stands for, where that is D's threshold."""
        read = self.reading
        return None if read is None or read.bounded else read.threshold

    def update(self, values: Array) -> tuple[float, float]:
        """Take a frame's values; gives (low, high)."""
        read = self.reading
        if read is not None and not read.bounded:
            values = bend(read, np.clip(values, *usual(read, values)))
        self.held.update(np.abs(values) if self._symmetric else values, self)
        if self.held.empty:
            return self._ends
        low, high = (-self.held.high if self._symmetric else self.held.low), self.held.high
        self._ends = low, high
        if read is not None and read.bounded:
            self._ends = ends(read, low, high)
        elif read is not None:
            self._ends = ends(read, unbend(read, low), unbend(read, high))
        return self._ends

    def beyond(self, values: Array) -> tuple[bool, bool]:
        """Whether some of an unbounded D's values lie beyond either end."""
        if self.reading is None or self.reading.bounded:
            return False, False
        low, high = self._ends
        return bool(np.nanmin(values) < low), bool(np.nanmax(values) > high)

    def shares(self, values: Array) -> Array:
        """Where between the ends' colours values lie, in [0, 1]: ½ at the middle, if any."""
        low, high = self._ends
        if self.middle is None or self.reading is None:
            return np.clip((values - low) / (high - low), 0, 1)
        return shares(self.reading, low, high, values)


def short(value: float, span: float = 0.0) -> str:
    """An end of a scale ``span`` wide, in as few figures as its rounding has."""
    text = f"{value:.3g}"
    return "0" if abs(float(text)) <= 1e-4 * span else text.replace("-", "−")


def typeset(text: str) -> str:
    """Rich text in which p_g has its subscript; text without p_g stays as it is."""
    return text.replace("p_g", "p<sub>g</sub>")


class ColourBar(QWidget):
    """A ground's colours from end to end, between the values they stand for, with name and unit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plane.bar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._image = QImage()
        self._texts = ("", "", "", "")
        self._mark: tuple[float, str] | None = None
        self._scale, self._ink, self._strong = 1.0, "#888888", "#888888"

    def style_bar(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._scale, self._ink, self._strong = scale, palette.quiet, palette.text
        self.setFont(small_font(scale))
        self.updateGeometry()
        self.update()

    def set_colours(self, lut: NDArray[np.uint8]) -> None:
        """(256, 4) RGBA."""
        lut = np.ascontiguousarray(lut)
        self._image = QImage(lut.data, len(lut), 1, QImage.Format.Format_RGBA8888).copy()
        self.update()

    def set_scale(
        self,
        name: str,
        low: float,
        high: float,
        unit: str,
        mark: tuple[float, str] | None = None,
        signs: tuple[str, str] = ("", ""),
    ) -> None:
        """What is coloured, the values of both ends and their unit.

        ``mark`` is a place along the bar, in [0, 1], with what to write there; ``signs`` stand
        before the values of the ends.
        """
        if mark is not None and not 0.08 < mark[0] < 0.92:
            mark = None
        if mark != self._mark:
            self._mark = mark
            self.update()
        span = abs(high - low)
        texts = (name, signs[0] + short(low, span), signs[1] + short(high, span), unit)
        if texts != self._texts:
            self._texts = texts
            self.setAccessibleName(f"{name}: {texts[1]} → {texts[2]} {unit}".strip())
            self.setToolTip(typeset(self.accessibleName()))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        # Room for the widest number, so that the bar does not wander while its ends change.
        numbers = sum(
            max(self._width(metrics, t), self._width(metrics, "−0.00")) for t in self._texts[1:3]
        )
        ends = self._width(metrics, self._texts[0]) + self._width(metrics, self._texts[3])
        return QSize(numbers + ends + self._length(), metrics.height() + 2)

    def _length(self) -> int:
        return round(110 * self._scale)

    def _width(self, metrics: QFontMetrics, text: str) -> int:
        if not text:
            return 0
        # A subscript is narrower than the two letters it stands for.
        return metrics.horizontalAdvance(text.replace("_", "")) + round(7 * self._scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._ink)
        metrics = painter.fontMetrics()
        x, tall = 0, self.height()
        name, low, high, unit = self._texts
        flags = Qt.AlignmentFlag.AlignVCenter
        for text in (name, low, None, high, unit):
            if text is None:
                bar = QRectF(x, (tall - 10 * self._scale) / 2, self._length() - 7, 10 * self._scale)
                painter.drawImage(bar, self._image)
                painter.drawRect(bar)
                self._paint_mark(painter, bar)
                x += self._length()
            else:
                wide = self._width(metrics, text)
                if "_" in text:
                    painter.drawStaticText(x, 0, self._rich(text))
                else:
                    painter.drawText(x, 0, wide, tall, flags, text)
                x += wide

    def _rich(self, text: str) -> QStaticText:
        rich = QStaticText(typeset(text))
        rich.setTextFormat(Qt.TextFormat.RichText)
        return rich

    def _paint_mark(self, painter: QPainter, bar: QRectF) -> None:
        """A tick where D is undecided, and its value in the bar beside it."""
        if self._mark is None:
            return
        place, text = self._mark
        x = bar.left() + place * bar.width()
        painter.save()
        painter.setPen(self._strong)
        painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 2))
        font = QFont(self.font())
        font.setPixelSize(max(6, round(9 * self._scale)))
        painter.setFont(font)
        room = painter.fontMetrics().horizontalAdvance(text) + 4 * self._scale
        side = x + 2 if x + room < bar.right() else x - room
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(side, bar.top(), room, bar.height()), flags, text)
        painter.restore()
