"""A table of a plate: texts in columns, rows that may be clicked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.pages.plate import Table
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.plate_look import colour_of
from ganlab_gui.views.plotting import small_font
from ganlab_gui.views.says import SaysBar
from ganlab_gui.views.subscripts import rich


class LowDelegate(QStyledItemDelegate):
    """Sets what follows an underscore low, and room about ‖; other texts are drawn as ever."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = str(index.data() or "")
        if "_" not in text and "‖" not in text:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        shown = QStaticText(rich(text))
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.prepare(font=option.font)
        painter.save()
        painter.fillRect(option.rect, option.backgroundBrush)
        painter.setFont(option.font)
        painter.setPen(option.palette.text().color())
        room = option.rect.adjusted(3, 0, -3, 0)
        right = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
        x = room.right() - shown.size().width() if right else room.left()
        y = room.top() + (room.height() - option.fontMetrics.height()) / 2
        painter.drawStaticText(QPointF(x, y), shown)
        painter.restore()


class TableView(QWidget):
    """A table of a plate; a row may be clicked."""

    dragged = Signal(str, float, float)
    released = Signal()
    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.table: Table | None = None
        self.header = SaysBar(self)
        self.grid = QTableWidget(self)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid.verticalHeader().hide()
        self.grid.horizontalHeader().hide()
        self.grid.horizontalHeader().setMinimumSectionSize(8)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setShowGrid(False)
        self.grid.setFrameShape(QTableWidget.Shape.NoFrame)
        self.grid.setWordWrap(False)
        self.grid.setItemDelegate(LowDelegate(self.grid))
        self.grid.cellClicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.header)
        column.addWidget(self.grid, 1)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self.header.set_theme(palette, scale)
        sheet = f"QTableWidget {{ background: {palette.panel}; border: none; }}"
        self.grid.setStyleSheet(sheet)
        if self.table is not None:
            table, self.table = self.table, None
            self.show_cell(table)

    def show_cell(self, table: Table) -> None:
        """Fill in what has changed."""
        before, self.table = self.table, table
        if table == before:
            return
        self.header.show_says(table.title, ())
        grid = self.grid
        grid.setRowCount(len(table.rows) + 1)
        grid.setColumnCount(len(table.headers))
        roles = ("quiet", *(table.roles or ("text",) * len(table.rows)))
        for row, texts in enumerate((table.headers, *table.rows)):
            for column, text in enumerate(texts):
                cell = self._cell(text, column, roles[row], row == table.chosen + 1 > 0)
                grid.setItem(row, column, cell)
            grid.setRowHeight(row, round(23 * self.scale))
        self._fit_columns()
        hand = Qt.CursorShape.PointingHandCursor if table.keys else Qt.CursorShape.ArrowCursor
        grid.viewport().setCursor(hand)

    def _fit_columns(self) -> None:
        """Columns as wide as what is in them, with air between; where that is too much, without.

        Names and numbers stay near each other, however wide the window.
        """
        grid = self.grid
        wanted = [grid.sizeHintForColumn(column) for column in range(grid.columnCount())]
        spare = grid.viewport().width() - sum(wanted)
        air = max(0, min(round(22 * self.scale), spare // max(1, len(wanted))))
        for column, width in enumerate(wanted):
            grid.setColumnWidth(column, width + air)
        if wanted and spare < 0:
            grid.setColumnWidth(0, max(wanted[0] + spare, 20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _cell(self, text: str, column: int, role: str, chosen: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        item.setFont(small_font(self.scale, chosen))
        item.setForeground(QColor(colour_of(self.palette_, role)))
        if chosen:
            item.setBackground(QColor(self.palette_.field))
        return item

    def _click(self, row: int, _column: int) -> None:
        if self.table is not None and 0 < row <= len(self.table.keys):
            self.clicked.emit(self.table.keys[row - 1])
