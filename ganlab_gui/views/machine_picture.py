"""Paints the machine: noise → G → samples, data → D → what it says → losses, gradients back."""

import math
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganlab_gui.lab.snapshot import Array
from ganlab_gui.pages.machine import Edge, Moment, Places, aside, places
from ganlab_gui.pages.machine_says import figure
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.scales import middle
from ganlab_gui.views.machine_thumbs import Brush
from ganlab_gui.views.plotting import TEXT_PX, small_font
from ganlab_gui.views.subscripts import rich

DIM = 0.36
"""Opacity of what takes no part in the stage shown."""
ROOMY = (560, 430)
"""Pixels from which on texts grow with the picture."""
LARGEST = 1.5
ROLES = {
    "noise": "quiet", "g": "generated", "fake": "generated", "real": "data",
    "d": "discriminator", "says": "discriminator", "d_loss": "discriminator",
    "g_loss": "generated",
}  # fmt: skip
WAYS = {"noise": "quiet", "g": "generated", "fake": "generated", "real": "data"}
"""Colours of the ways that leave a part; D's and the losses' are D's."""
UNITS = 7
"""Most units of a layer that are drawn."""


class MachinePicture(QWidget):
    """Shows one `Moment`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.moment: Moment | None = None
        self._palette, self._scale = PALETTES["dark"], 1.0

    def show_moment(self, moment: Moment) -> None:
        """Show another moment."""
        self.moment = moment
        self.setAccessibleName(f"{moment.headline}. {moment.sentence}")
        self.update()

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._palette, self._scale = palette, scale
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(480 * self._scale), round(400 * self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.panel))
        try:
            if self.moment is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                Sheet(painter, self._palette, self._scale, self.moment).paint(QRectF(self.rect()))
        finally:
            painter.end()  # a painter left open on its widget would crash the program


class Sheet(Brush):
    """One painting of a moment."""

    def paint(self, room: QRectF) -> None:
        """Paint everything into ``room``."""
        grown = min(room.width() / ROOMY[0], room.height() / ROOMY[1], LARGEST * self.scale)
        self.scale = max(self.scale * min(1.0, 1.6 * grown / self.scale), grown, 0.55)
        self.painter.setFont(self.font())
        self.em = QFontMetricsF(self.font()).height()
        edge = 0.4 * self.em
        self.painter.translate(room.x() + edge, room.y() + edge)
        wide, tall = room.width() - 2 * edge, room.height() - 2 * edge
        where = places(wide, tall, self.em, self.moment.kernel)
        for way in self.moment.edges:
            self.way(where, way)
        for way, length in self.moment.back.items():
            self.way_back(where, way, length)
        for part in self.moment.parts:
            self.part(part, where)

    def font(self, larger: float = 1.0, bold: bool = False) -> QFont:
        font = small_font(self.scale * larger, bold)
        font.setPixelSize(max(6, round(TEXT_PX * self.scale * larger)))
        return font

    # -- ways --------------------------------------------------------------------------------------

    def way(self, where: Places, way: Edge) -> None:
        """A forward way: bold and coloured where something takes it."""
        taken = bool(self.moment.lit) and way in self.moment.lit
        idle = bool(self.moment.lit) and not taken
        role = WAYS.get(way[0], "discriminator")
        pen = self.pen(role if taken else "quiet", 2.2 if taken else 1.2)
        self.painter.setOpacity(0.4 if idle else 1.0)
        self.line([QPointF(*p) for p in where.way(way)], pen, 7)
        self.painter.setOpacity(1.0)

    def way_back(self, where: Places, way: Edge, length: float) -> None:
        """An amber way back beside it, the thicker the longer the gradient."""
        thick = 1.0 if not length > 0 else min(4.5, max(1.2, 3 + 0.8 * math.log10(length)))
        points = [QPointF(*p) for p in aside(where.way(way), 0.55 * self.em)]
        self.line(points, self.pen("action", thick), 6 + thick)

    def line(self, points: list[QPointF], pen: QPen, size: float) -> None:
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        a, b = points[-2:]
        short = QPointF(b)
        length = math.hypot(b.x() - a.x(), b.y() - a.y()) or 1.0
        short -= (b - a) * (min(0.8 * size * self.scale, length) / length)
        self.painter.drawPolyline([*points[:-1], short])
        self.painter.setPen(QPen(pen.color(), 0.5))
        self.head(a, b, size)

    # -- parts -------------------------------------------------------------------------------------

    def part(self, part: str, where: Places) -> None:
        """A part with its frame, its name above, its picture, and its line below."""
        moment, rect = self.moment, QRectF(*where.whole[part])
        self.painter.setOpacity(1.0 if moment.shows(part) else DIM)
        noted = part in moment.noted
        width = 1.8 if noted else 1.0
        self.painter.setPen(self.pen("action" if noted else "line", width))
        self.painter.setBrush(self.colour("panel"))
        self.painter.drawRoundedRect(rect, 0.4 * self.em, 0.4 * self.em)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        if part.endswith("loss"):
            self.card(part, rect)
        else:
            inner = QRectF(*where.inner[part])
            self.heading(part, rect)
            if inner.height() > 8 and inner.width() > 8:
                self.painter.save()
                getattr(self, f"draw_{part}")(inner)
                self.painter.restore()
        self.painter.setOpacity(1.0)

    def heading(self, part: str, rect: QRectF) -> None:
        """Name above, the number in amber beside it where it moves, the line below."""
        moment, pad = self.moment, 0.5 * self.em
        value = moment.values.get(part, "")
        above = QRectF(rect.x() + pad, rect.y() + 0.15 * self.em, rect.width() - 2 * pad, self.em)
        below = QRectF(above.x(), rect.bottom() - 1.15 * self.em, above.width(), self.em)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.painter.setFont(self.font(bold=True))
        title = moment.titles.get(part, "")
        self.text(above, title, ROLES[part] if part != "noise" else "text", left)
        taken = QFontMetricsF(self.painter.font()).horizontalAdvance(title) + pad
        self.painter.setFont(self.font())
        if value:
            quiet = "quiet" if part == "says" else ROLES[part]
            role = "action" if part in moment.noted else quiet
            room = above.width() - taken
            # An end of a scale says nothing without the other.
            if role == "action" or QFontMetricsF(self.font()).horizontalAdvance(value) < room:
                self.text(above.adjusted(taken, 0, 0, 0), value, role, right)
        lines = moment.lines.get(part, ())
        if lines:
            amber = part == "fake" and (moment.moved is not None or moment.pull is not None)
            self.text(below, lines[0], "action" if amber else "quiet", left)

    def card(self, part: str, rect: QRectF) -> None:
        """A loss: its name and number, its formula below."""
        moment, pad = self.moment, 0.6 * self.em
        rect = rect.adjusted(pad, 0.3 * self.em, -pad, -0.3 * self.em)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        top = QRectF(rect.x(), rect.y(), rect.width(), 1.7 * self.em)
        self.painter.setFont(self.font(1.25, bold=True))
        title, value = moment.titles.get(part, ""), moment.values.get(part, "")
        self.text(top, f"{title} = {value}" if value else title, ROLES[part], left)
        self.painter.setFont(self.font(0.92))
        below = QRectF(rect.x(), top.bottom(), rect.width(), rect.bottom() - top.bottom())
        self.painter.setPen(self.colour("quiet"))
        formula = (moment.lines.get(part) or ("",))[0]
        wrap = int(Qt.TextFlag.TextWordWrap) | int(left)
        self.painter.drawText(below, wrap, formula)

    def text(self, rect: QRectF, text: str, role: str, flags: Qt.AlignmentFlag) -> None:
        metrics = QFontMetricsF(self.painter.font())
        self.painter.setPen(self.colour(role))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        if "_" not in shown:
            self.painter.drawText(rect, int(flags), shown)
            return
        low = QStaticText(rich(shown))
        low.setTextFormat(Qt.TextFormat.RichText)
        one_line = QTextOption(Qt.AlignmentFlag.AlignLeft)
        one_line.setWrapMode(QTextOption.WrapMode.NoWrap)
        low.setTextOption(one_line)
        low.prepare(font=self.painter.font())
        spare = rect.width() - low.size().width()
        x = rect.x() + (spare if flags & Qt.AlignmentFlag.AlignRight else 0.0)
        y = rect.y() + (rect.height() - metrics.height()) / 2
        self.painter.drawStaticText(QPointF(x, y), low)

    # -- their pictures ----------------------------------------------------------------------------

    def draw_d(self, room: QRectF) -> None:
        moment = self.moment
        room = self.layers("d", room)
        frame, place = self.fitted(room)
        if moment.ground is None:
            return
        if moment.dim == 1:
            if moment.before is not None:
                self.curve(moment.before, frame, place, 0.35)
            self.curve(moment.ground, frame, place)
            return
        self.plane_ground(moment.ground, frame, place)
        if moment.before is not None:
            inset = QRectF(frame.x(), frame.y(), 0.36 * frame.width(), 0.36 * frame.height())
            _, small = self.fitted(inset)
            self.plane_ground(moment.before, inset, small)
            self.painter.setPen(self.pen("quiet"))
            self.painter.drawRect(inset)

    def draw_g(self, room: QRectF) -> None:
        """The network: a column of units a layer."""
        room = self.layers("g", room)
        widths = self.moment.layers.get("g", ())
        if len(widths) < 2:
            self.theta(room)
            return
        columns = []
        for i, width in enumerate(widths):
            count = min(width, UNITS)
            x = room.x() + room.width() * (0.08 + 0.84 * i / (len(widths) - 1))
            ys = (
                room.center().y()
                + room.height() * 0.86 * (np.arange(count) - (count - 1) / 2) / UNITS
            )
            columns.append([QPointF(x, float(y)) for y in ys])
        self.painter.setPen(self.pen("line", 0.8))
        for left, right in pairwise(columns):
            for a in left:
                for b in right:
                    self.painter.drawLine(a, b)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour("generated"))
        size = min(0.24 * self.em, 0.3 * room.height() / UNITS)
        for column in columns:
            for unit in column:
                self.painter.drawEllipse(unit, size, size)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def theta(self, room: QRectF) -> None:
        """A generator of a single number: that number."""
        fake = self.moment.fake
        if fake is not None and len(fake):
            said = f"θ = {figure(float(fake[0, 0]))}"
            plain = QFontMetricsF(self.font(1.0, bold=True)).horizontalAdvance(said)
            self.painter.setFont(self.font(min(1.6, 0.95 * room.width() / plain), bold=True))
            self.text(room, said, "generated", Qt.AlignmentFlag.AlignCenter)

    def layers(self, player: str, room: QRectF) -> QRectF:
        """Amber bars of the lengths layer by layer at the bottom; gives the room above them."""
        lengths = self.moment.noted.get(player, ())
        if len(lengths) < 2 or room.height() < 5 * self.em:
            return room
        tall = 2.3 * self.em
        strip = QRectF(room.x(), room.bottom() - tall, room.width(), tall)
        most = max(lengths) or 1.0
        each = strip.width() / len(lengths)
        self.painter.setFont(self.font(0.85))
        for i, length in enumerate(lengths):
            x = strip.x() + i * each
            high = max(1.0, 1.1 * self.em * length / most) if length == length else 0.0
            bar = QRectF(x + 0.12 * each, strip.y() + 1.2 * self.em - high, 0.76 * each, high)
            self.painter.fillRect(bar, self.colour("action"))
            self.painter.setPen(self.colour("action"))
            number = QRectF(x, strip.bottom() - 1.05 * self.em, each, self.em)
            self.painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), f"{length:.2g}")
        self.painter.setFont(self.font())
        return room.adjusted(0, 0, 0, -tall - 0.2 * self.em)

    def draw_says(self, room: QRectF) -> None:
        """Two histograms of what D says on one axis: data above, samples below."""
        moment, em = self.moment, self.em
        low, high = moment.axis
        sides = (("said_real", "data", False), ("said_fake", "generated", True))
        axis = room.center().y()
        half = room.height() / 2 - 1.15 * em
        if half < 4:
            return
        for key, role, down in sides:
            values: Array | None = getattr(moment, key)
            top = axis if down else axis - half
            frame = QRectF(room.x(), top, room.width(), half)
            if values is None or not values.size:
                continue
            style = Qt.PenStyle.SolidLine if down else Qt.PenStyle.DotLine
            self.histogram(values, frame, (low, high), role, style, 0.25, down)
            mean = float(np.clip((np.nanmean(values) - low) / (high - low), 0, 1))
            x = room.x() + mean * room.width()
            self.painter.setPen(self.pen(role, 1.6))
            self.painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            self.mean(key, role, QPointF(x, frame.bottom() if down else frame.top() - em), room)
        self.painter.setPen(self.pen("quiet", 1.0))
        self.painter.drawLine(QPointF(room.x(), axis), QPointF(room.right(), axis))
        if moment.reading.threshold is not None and low < moment.reading.threshold < high:
            x = room.x() + room.width() * (moment.reading.threshold - low) / (high - low)
            self.painter.setPen(self.pen("discriminator", 1.0, Qt.PenStyle.DashLine))
            self.painter.drawLine(QPointF(x, axis - half), QPointF(x, axis + half))
        self.ends(room)

    def mean(self, key: str, role: str, at: QPointF, room: QRectF) -> None:
        text = self.moment.values.get(key, "")
        wide = QFontMetricsF(self.painter.font()).horizontalAdvance(text) + 4
        x = min(max(at.x() - wide / 2, room.x()), room.right() - wide)
        self.text(QRectF(x, at.y(), wide, self.em), text, role, Qt.AlignmentFlag.AlignCenter)

    def ends(self, room: QRectF) -> None:
        """The values at the ends of the axis, and D's threshold, in the line below."""
        low, high = self.moment.axis
        sign = -1 if self.moment.reading.kind == "energy" else 1
        texts = [f"{sign * v:.3g}".replace("-", "−") for v in (low, high)]
        if self.moment.reading.bounded:
            texts = ["0", "1"]
        line = QRectF(room.x(), room.bottom() + 0.15 * self.em, room.width(), self.em)
        flags = Qt.AlignmentFlag.AlignVCenter
        self.text(line, texts[0], "quiet", flags | Qt.AlignmentFlag.AlignLeft)
        self.text(line, texts[1], "quiet", flags | Qt.AlignmentFlag.AlignRight)
        if self.moment.reading.bounded and self.moment.reading.threshold is not None:
            at = room.x() + room.width() * self.moment.reading.threshold
            box = QRectF(at - self.em, line.y(), 2 * self.em, self.em)
            if box.left() < room.x() + self.em or box.right() > room.right() - self.em:
                return
            self.text(box, middle(self.moment.reading), "quiet", Qt.AlignmentFlag.AlignCenter)
