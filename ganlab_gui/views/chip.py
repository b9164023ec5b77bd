"""Small switches above a picture: one choice of several, or one layer or curve on or off."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

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

    def set_swatch(self, pen: QPen) -> None:
        """Show a short stroke of ``pen`` before the label: the chip is its curve's legend."""
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
