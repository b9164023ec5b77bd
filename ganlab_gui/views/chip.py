"""Small switches above a picture: one choice of several, or one layer or curve on or off."""

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

Role = Literal["text", "ground"]


class Chip(QPushButton):
    """A checkable button that the style sheet draws as a pill: ``QPushButton[chip="text"]``.

    ``role`` is "ground" for one of several exclusive choices (filled when chosen), "text" for
    something that is on or off (outlined when on). ``name`` becomes the object name.
    """

    def __init__(
        self, text: str, name: str, role: Role = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("chip", role)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.describe(text, "")

    def describe(self, text: str, tip: str) -> None:
        """Set the label and the tooltip (a formula or a sentence), also for screen readers."""
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)

    def set_swatch(self, pen: QPen | None) -> None:
        """Show a short stroke of ``pen`` before the label: the chip is its curve's legend."""
        if pen is None:
            self.setIcon(QIcon())
            return
        ratio, width, height = 2.0, 18, 10
        pixmap = QPixmap(int(width * ratio), int(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        stroke = QPen(pen)
        stroke.setWidthF(max(1.6, pen.widthF()))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(stroke)
        painter.drawLine(1, height // 2, width - 1, height // 2)
        painter.end()
        self.setIcon(QIcon(pixmap))
        self.setIconSize(pixmap.deviceIndependentSize().toSize())


class ChipFlow(QLayout):
    """Chips in a row that wraps where the panel is narrow; the last item keeps to the right."""

    def __init__(self, spacing: int = 2) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(h.width() + self.spacing() for h in hints)
        return QSize(width, max((h.height() for h in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._shown()]
        width = max((h.width() for h in hints), default=0)
        return QSize(width, max((h.height() for h in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Height taken at the width of ``rect``; ``move`` also places the items."""
        x, y, line = rect.left(), rect.top(), 0
        shown = self._shown()
        for item in shown:
            hint = item.sizeHint()
            if x + hint.width() > rect.right() + 1 and x > rect.left():
                x, y, line = rect.left(), y + line + self.spacing(), 0
            if item is shown[-1]:
                x = max(x, rect.right() + 1 - hint.width())
            if move:
                item.setGeometry(QRect(x, y, hint.width(), hint.height()))
            x += hint.width() + self.spacing()
            line = max(line, hint.height())
        return y + line - rect.top()
