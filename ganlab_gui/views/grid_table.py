"""Heat map and small multiples: a table of cells with the settings' names along its sides."""

import numpy as np
from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ganlab_gui.lab.sweep.summary import Scale, reading_text
from ganlab_gui.palette import Palette
from ganlab_gui.scales import heat
from ganlab_gui.views.grid_model import GridModel, Index
from ganlab_gui.views.grid_painters import CellPainter
from ganlab_gui.views.plotting import small_font


class GridTable(QTableView):
    """Cells that fill the room there is. A click or Return opens one; arrows move among them."""

    opened = Signal(object)
    """(i, j) of a cell that was asked for."""
    looked_at = Signal(object)
    """(i, j) of the cell under the mouse or of the keyboard's."""

    def __init__(self, name: str, model: GridModel, painter: CellPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.grid_model, self.painter_ = model, painter
        self.setModel(model)
        self.setItemDelegate(painter)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.clicked.connect(self._open)
        self.entered.connect(self._look)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.painter_.set_theme(palette, scale)
        hint = self.painter_.sizeHint(self.viewOptions(), QModelIndex())
        self.horizontalHeader().setMinimumSectionSize(hint.width())
        self.verticalHeader().setMinimumSectionSize(hint.height())
        self.setStyleSheet(
            f"QHeaderView::section {{ font-size: {small_font(scale).pixelSize()}px; }}"
            "QTableView { selection-background-color: transparent; outline: 0; }"
            "QTableCornerButton::section { background: transparent; border: none; }"
        )
        self.viewport().update()

    def viewOptions(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._look(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self.grid_model.cell_at(index))

    def _look(self, index: Index) -> None:
        if index.isValid():
            self.looked_at.emit(self.grid_model.cell_at(index))


class HeatBar(QWidget):
    """The colours from bottom to top, with the numbers that ends and middle stand for."""

    BAR = 14

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grid.bar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._scale, self._image, self._ink, self._size = Scale(0, 1), QImage(), "#888888", 1.0

    def set_theme(self, palette: Palette, scale: float) -> None:
        self._ink, self._size = palette.quiet, scale
        lut = np.ascontiguousarray(heat(palette)[::-1])
        image = QImage(lut.data, 1, len(lut), 3, QImage.Format.Format_RGB888)
        self._image = image.copy()
        self.setFont(small_font(scale))
        self.updateGeometry()
        self.update()

    def show_scale(self, scale: Scale, name: str) -> None:
        """``name`` says what is coloured."""
        self._scale = scale
        ends = f"{reading_text(scale.low)} → {reading_text(scale.high)}"
        self.setAccessibleName(f"{name}: {ends}")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """What stands beside the bottom, the middle and the top."""
        return [reading_text(self._scale.value(share)) for share in (0.0, 0.5, 1.0)]

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(text) for text in (*self.texts(), "0.0000"))
        return QSize(round(self.BAR * self._size) + 6 + widest, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        high = self.fontMetrics().height()
        bar = QRectF(0, high / 2, round(self.BAR * self._size), self.height() - high)
        painter.drawImage(bar, self._image)
        painter.setPen(QColor(self._ink))
        for share, text in zip((0.0, 0.5, 1.0), self.texts(), strict=True):
            middle = bar.bottom() - share * bar.height()
            room = QRectF(bar.right() + 6, middle - high / 2, self.width(), high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class Sideways(QWidget):
    """A name that runs upward beside a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text, self._ink = "", "#888888"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self._ink = palette.quiet
        self.setFont(small_font(scale))
        self.updateGeometry()

    def setText(self, text: str) -> None:
        self.text = text
        self.setVisible(bool(text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height(), 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._ink))
        painter.translate(0, self.height())
        painter.rotate(-90)
        room = QRectF(0, 0, self.height(), self.width())
        text = self.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
