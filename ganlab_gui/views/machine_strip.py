"""The stages of a step in a row: where one stands, and a place to click."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganlab_gui.lab.dissection import Dissection
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.plotting import blend, small_font

ROLE = {"d": "discriminator", "g": "generated"}


class StageStrip(QWidget):
    """A cell a stage, under the name of its update: D's blue, G's green, here amber."""

    chosen = Signal(int)
    """The stage that was clicked."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._found: Dissection | None = None
        self._at = range(0)
        self._words: dict[str, str] = {}
        self._palette, self._scale = PALETTES["dark"], 1.0

    def show_place(self, found: Dissection | None, at: range, words: dict[str, str]) -> None:
        """The stages ``at`` of ``found`` are here; ``words`` name the stages."""
        self._found, self._at, self._words = found, at, words
        self.update()

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._palette, self._scale = palette, scale
        self.setFont(small_font(0.95 * scale))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.fontMetrics().height() * 2.35))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def cells(self) -> list[QRectF]:
        """The place of every stage, a little apart where another update begins."""
        if self._found is None or not self._found.stages:
            return []
        units = self._found.units("update")
        stages = len(self._found.stages)
        gap = min(8.0 * self._scale, 0.25 * self.width() / max(1, len(units)))
        each = (self.width() - 2 - gap * (len(units) - 1)) / stages
        top = self.fontMetrics().height() * 1.05
        tall = self.height() - top - 1
        return [
            QRectF(1 + i * each + k * gap, top, each, tall)
            for k, unit in enumerate(units)
            for i in unit
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        cells = self.cells()
        if not cells or self._found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, (cell, stage) in enumerate(zip(cells, self._found.stages, strict=True)):
            role = getattr(self._palette, ROLE[stage.player])
            here = i in self._at
            passed = bool(self._at) and i < self._at[0]
            share = 0.55 if passed else 0.22
            fill = blend(self._palette.panel, self._palette.action if here else role,
                         1.0 if here else share)  # fmt: skip
            apart = min(1.5, 0.2 * cell.width())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(cell.adjusted(apart, 0, -apart, 0), 2, 2)
            word = self._words.get(stage.name, stage.name)
            if QFontMetricsF(self.font()).horizontalAdvance(word) + 3 < cell.width():
                ink = self._palette.panel if here else self._palette.text
                painter.setPen(QColor(ink))
                painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), word)
        self._names(painter, cells)

    def _names(self, painter: QPainter, cells: list[QRectF]) -> None:
        """ "D 2" above the first stage of every update."""
        assert self._found is not None
        free = 0.0
        for unit in self._found.units("update"):
            stage = self._found.stages[unit[-1]]
            x = cells[unit[0]].x()
            name = stage.player.upper() + (f" {stage.number}" if stage.of > 1 else "")
            wide = QFontMetricsF(self.font()).horizontalAdvance(name)
            if x < free or x + wide > self.width():
                continue
            painter.setPen(QColor(getattr(self._palette, ROLE[stage.player])))
            painter.drawText(QRectF(x + 1, 0, wide + 4, cells[0].y()), 0, name)
            free = x + wide + 6

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for i, cell in enumerate(self.cells()):
            if cell.left() <= event.position().x() <= cell.right():
                self.chosen.emit(i)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor)
