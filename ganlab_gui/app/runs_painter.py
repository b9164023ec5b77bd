"""Draws the rows of the earlier runs: a picture, a line, a quieter line below."""

from collections import OrderedDict

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ganlab_gui.app.runs_model import COLUMNS, ENTRY, NUMBERS, Index, cell
from ganlab_gui.app.theme import font, mix
from ganlab_gui.lab.library import Entry
from ganlab_gui.palette import PALETTES, Palette

ROW = 64
"""Height of a row at 100 %."""
PAD = 8
KEPT = 300
"""Pictures that are kept read."""
WIDTHS = {"run": 220, "steps": 82, "js": 74, "w1": 74, "modes": 78, "date": 106, "tags": 104}
"""Widths of the columns at 100 %; the first takes what is left, and has this much at least."""
GIVEN_UP = ("tags", "w1", "js", "modes", "date")
"""Columns that go, one by one, where there is no room: the details beside tell them."""


class RunPainter(QStyledItemDelegate):
    """Draws a cell; a picture is read when its row is first on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(WIDTHS[COLUMNS[index.column()]] * self.scale), round(ROW * self.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        column, area = COLUMNS[index.column()], option.rect
        painter.save()
        self._ground(painter, option)
        pad = round(PAD * self.scale)
        if column == "run":
            side = area.height() - pad
            place = QRect(area.left() + pad, area.top() + pad // 2, side, side)
            picture = self.picture(entry)
            if picture.isNull():
                painter.fillRect(place, QColor(self.palette_.field))
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(place, picture)
            area = area.adjusted(side + pad, 0, 0, 0)
        self._lines(painter, area.adjusted(pad, 0, -pad, 0), entry, column)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = self.palette_
        if option.state & QStyle.StateFlag.State_Selected:
            ground = QColor(mix(palette.panel, palette.action, 0.18))
            painter.fillRect(option.rect, ground)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(palette.field))
        painter.setPen(QColor(palette.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _lines(self, painter: QPainter, area: QRect, entry: Entry, column: str) -> None:
        shown = cell(entry, column)
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        first, second = font("body", self.scale, bold=column == "run"), font("small", self.scale)
        painter.setFont(second)
        low = painter.fontMetrics().height() if shown.below else 0
        painter.setFont(first)
        high = painter.fontMetrics().height()
        top = area.top() + (area.height() - high - low) // 2
        lines = (
            (first, shown.text, top, high, "text"),
            (second, shown.below, top + high, low, "quiet"),
        )
        for face, text, y, tall, role in lines:
            painter.setFont(face)
            painter.setPen(QColor(getattr(self.palette_, role)))
            place = QRect(area.left(), y, area.width(), tall)
            fitted = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, fitted)

    def picture(self, entry: Entry) -> QPixmap:
        """The picture of a run in the window's palette; a null one where it has none."""
        path = str(entry.thumbnail(self.palette_.name))
        if path not in self._pictures:
            self._pictures[path] = QPixmap(path)
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(path)
        return self._pictures[path]
