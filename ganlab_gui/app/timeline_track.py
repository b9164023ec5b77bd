"""The line of time itself: what is recorded, what happened, and where the window stands."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from ganlab_gui.app.timeline_signs import EDIT, FORK, Sign, plain, told, tr
from ganlab_gui.lab.recording import BOOKMARK, Mark
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.plotting import blend, small_font
from ganlab_gui.views.timescale import TimeScale

CELL = 13
"""Pixels that a sign takes at 100 %: signs that lie closer are drawn as one."""
FAR = 10
"""Pictures that Page Up and Page Down pass over."""
KEYS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -FAR, Qt.Key.Key_PageUp: FAR,
}  # fmt: skip

Steps = NDArray[np.int64]


class Track(QAbstractSlider):
    """An axis of steps with a handle at the moment shown; its right end is now.

    ``asked`` brings a step to go to, ``moved`` how many pictures on or back, ``mark_menu`` a mark
    that was clicked with the right button, and where.
    """

    asked = Signal(int)
    moved = Signal(int)
    mark_menu = Signal(object, QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.palette_: Palette = PALETTES["dark"]
        self.text_scale = 1.0
        self.scale_ = TimeScale(0, 1, 0.0, 1.0)
        self.groups: list[list[Sign]] = []
        """The signs in the order of steps, those together that lie within `CELL` pixels."""
        self._pictures, self._keyframes = np.zeros(0, np.int64), np.zeros(0, np.int64)
        self._live = True
        self._wanted: int | None = None
        self._go = QTimer(self, singleShot=True, interval=0)
        self._go.timeout.connect(self._ask)

    # -- what the time line tells ------------------------------------------------------------------

    def set_look(self, palette: Palette, scale: float) -> None:
        self.palette_, self.text_scale = palette, scale
        self.setFont(small_font(0.85 * scale, bold=True))
        self.setFixedHeight(round(26 * scale))
        self.update()

    def show_line(
        self, scale: TimeScale, shown: int, live: bool, pictures: Steps, keyframes: Steps
    ) -> None:
        """Steps from ``scale.first`` to ``scale.end``; the handle at ``shown``."""
        self.scale_, self._live = scale, live
        self._pictures, self._keyframes = pictures, keyframes
        self.blockSignals(True)
        self.setRange(scale.first, scale.end)
        self.setValue(shown)
        self.blockSignals(False)
        self.update()

    def show_signs(self, signs: list[Sign]) -> None:
        """Take signs in the order of their steps."""
        self.groups = []
        begin = -np.inf
        for sign in signs:
            x = self.scale_.x(sign.step)
            if x - begin >= self._cell:
                self.groups.append([])
                begin = x
            self.groups[-1].append(sign)
        self.update()

    @property
    def _cell(self) -> float:
        return CELL * self.text_scale

    def group_at(self, x: float) -> list[Sign]:
        """The signs drawn nearest to a pixel, none where none is near."""
        group = min(self.groups, key=lambda g: abs(self._middle(g) - x), default=[])
        return group if group and abs(self._middle(group) - x) <= self._cell / 2 else []

    def _middle(self, group: list[Sign]) -> float:
        return self.scale_.x(group[0].step)

    # -- on the screen -----------------------------------------------------------------------------

    @property
    def _rail(self) -> float:
        """Pixels from the top to the line."""
        return self.height() - 8.0 * self.text_scale

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, scale, rail = self.palette_, self.scale_, self._rail
        ground = blend(palette.panel, palette.text, 0.12)
        self._bar(painter, scale.left, scale.right, ground)
        here = scale.x(self.value())
        self._bar(painter, scale.left, here, blend(palette.panel, palette.action, 0.55))
        faint = blend(palette.panel, palette.quiet, 0.55)
        self._ticks(painter, self._pictures, rail + 3, rail + 5, faint)
        self._ticks(painter, self._keyframes, rail + 3, rail + 7, faint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for group in self.groups:
            self._sign(painter, _first(group), self._middle(group), len(group) > 1)
        self._handle(painter, here)

    def _bar(self, painter: QPainter, left: float, right: float, colour: QColor) -> None:
        tall = 3.0 * self.text_scale
        painter.fillRect(QRectF(left, self._rail - tall / 2, right - left, tall), colour)

    def _ticks(
        self, painter: QPainter, steps: Steps, top: float, bottom: float, colour: QColor
    ) -> None:
        if not len(steps):
            return
        scale = self.scale_
        share = (steps - scale.first) / scale.steps
        columns = np.unique(np.round(scale.left + (scale.right - scale.left) * share))
        painter.setPen(QPen(colour, 1))
        painter.drawLines([QLineF(x + 0.5, top, x + 0.5, bottom) for x in columns.tolist()])

    def _handle(self, painter: QPainter, x: float) -> None:
        palette, size = self.palette_, 5.5 * self.text_scale
        ring = palette.discriminator if self.hasFocus() else palette.panel
        painter.setPen(QPen(QColor(ring), 2))
        painter.setBrush(QColor(palette.action))
        painter.drawEllipse(QPointF(x, self._rail), size, size)

    def _sign(self, painter: QPainter, sign: Sign, x: float, more: bool) -> None:
        palette, u = self.palette_, self.text_scale
        y = self._rail - 11.0 * u
        stem = blend(palette.panel, palette.quiet, 0.6)
        painter.setPen(QPen(stem, 1))
        painter.drawLine(QPointF(x, y), QPointF(x, self._rail - 2 * u))
        painter.setPen(QPen(QColor(palette.panel), 1))
        if sign.kind == EDIT:
            painter.setBrush(QColor(palette.action))
            painter.drawPolygon(_shape(x, y, u, ((0, -5), (5, 0), (0, 5), (-5, 0))))
        elif sign.kind == BOOKMARK:
            painter.setBrush(QColor(palette.text))
            painter.drawPolygon(
                _shape(x, y, u, ((-3.5, -6), (3.5, -6), (3.5, 6), (0, 3), (-3.5, 6)))
            )
        elif sign.kind == FORK:
            painter.setBrush(QColor(palette.quiet))
            painter.drawPolygon(_shape(x, y, u, ((-5, -4.5), (5, -4.5), (0, 5))))
        else:
            self._letter(painter, sign, x, y)
        if more:
            painter.setPen(QPen(QColor(palette.text), max(1.0, u)))
            painter.drawLine(QPointF(x + 4 * u, y - 6 * u), QPointF(x + 8 * u, y - 6 * u))
            painter.drawLine(QPointF(x + 6 * u, y - 8 * u), QPointF(x + 6 * u, y - 4 * u))

    def _letter(self, painter: QPainter, sign: Sign, x: float, y: float) -> None:
        """An event: a letter in a round frame."""
        palette, u = self.palette_, self.text_scale
        broken = sign.kind in ("divergence", "collapse")
        colour = QColor(palette.danger if broken else palette.quiet)
        painter.setBrush(QColor(palette.panel))
        painter.setPen(QPen(colour, 1.2))
        painter.drawEllipse(QPointF(x, y), 6 * u, 6 * u)
        painter.setPen(QColor(palette.text))
        place = QRectF(x - 8 * u, y - 8 * u, 16 * u, 16 * u)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign.letter)

    # -- the mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setSliderDown(True)
        x, y = event.position().x(), event.position().y()
        group = self.group_at(x) if y < self._rail - 4 * self.text_scale else []
        self._want(_first(group).step if group else self._step(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._want(self._step(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def _step(self, x: float) -> int:
        return self.scale_.step(x)

    def _want(self, step: int) -> None:
        """Ask for the newest wish only, once the moves that wait have come in."""
        self._wanted = step
        self._go.start()

    def _ask(self) -> None:
        if self._wanted is not None:
            step, self._wanted = self._wanted, None
            self.asked.emit(step)

    def wheelEvent(self, event: object) -> None:
        """The wheel is left to what scrolls around it."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        marks = [sign.mark for sign in self.group_at(event.pos().x()) if sign.mark is not None]
        own: list[Mark] = [mark for mark in marks if mark.kind == BOOKMARK]
        if own:
            self.mark_menu.emit(own[0], event.globalPos())

    # -- the keyboard ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS:
            self.moved.emit(KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.asked.emit(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alone = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if alone and Qt.Key(event.key()) in (*KEYS, Qt.Key.Key_Home, Qt.Key.Key_End):
                event.accept()  # the arrows move along the line, they take no step
                return True
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain(self.words_at(event.pos().x())), self)
            return True
        return super().event(event)

    def words_at(self, x: float) -> str:
        """The tooltip at a pixel: what happened there, else which step that is."""
        group = self.group_at(x)
        return told(group) if group else tr("step {0}").format(thousands(self._step(x)))


def _first(group: list[Sign]) -> Sign:
    """The sign that is drawn for a group."""
    return min(group, key=lambda sign: sign.rank)


def _shape(x: float, y: float, unit: float, corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x + a * unit, y + b * unit) for a, b in corners])
