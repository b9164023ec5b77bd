"""The editors of a choice among names, and of yes or no."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ganlab_gui.app.control_base import NoWheel
from ganlab_gui.app.theme import mark


class Choice(NoWheel, QComboBox):
    """Raw values under readable names; ``setCurrentText`` and ``findText`` take either."""

    valueChanged = Signal(object)
    dragging = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)
        self.currentIndexChanged.connect(self._choose)

    def fill(self, items: list[tuple[str, str | None, str]]) -> None:
        """Text, raw value and tooltip of each item; without a value it is a heading."""
        model = QStandardItemModel(self)
        for text, raw, tip in items:
            item = QStandardItem(text)
            item.setData(raw, Qt.ItemDataRole.UserRole)
            item.setToolTip(tip)
            item.setEnabled(raw is not None)
            model.appendRow(item)
        kept = self.value()
        with QSignalBlocker(self):
            self.setModel(model)
            self.setCurrentIndex(self.findData(kept))

    def value(self) -> Any:
        """The raw value chosen."""
        return self.currentData()

    def setValue(self, value: Any) -> None:
        """Choose a raw value as a user would."""
        self.setCurrentIndex(self.findData(value))

    def show_value(self, value: Any) -> None:
        """Show a raw value without telling anybody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))
        self.refuse("")

    def reject(self, value: Any, sentence: str) -> None:
        """Go back to ``value`` and outline the list."""
        self.show_value(value)
        self.refuse(sentence)

    def refuse(self, sentence: str) -> None:
        """Outline the list; an empty sentence takes that back."""
        mark(self, "invalid", "true" if sentence else "false")

    def set_scale(self, scale: float) -> None:
        """The style sheet does all there is to do."""

    def findText(self, text: str, *flags: Any) -> int:
        """The index of a raw value or of a readable name, −1 where there is neither."""
        index = self.findData(text)
        return index if index >= 0 else super().findText(text, *flags)

    def setCurrentText(self, text: str) -> None:
        """Choose by raw value or readable name; anything else changes nothing."""
        index = self.findText(text)
        if index >= 0:
            self.setCurrentIndex(index)

    def showPopup(self) -> None:
        """Open the list, as wide as its longest name."""
        around = 2 * self.view().frameWidth() + self.fontMetrics().averageCharWidth()
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + around)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the list closed; what stands in brackets, then the end, goes where room lacks."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text, room, metrics = self.currentText(), field.width() - 2, self.fontMetrics()
        if metrics.horizontalAdvance(text) > room:
            text = text.partition(" (")[0]
        option.currentText = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _choose(self, index: int) -> None:
        if index >= 0:
            self.valueChanged.emit(self.itemData(index))


class Switch(QCheckBox):
    """Yes or no."""

    valueChanged = Signal(bool)
    dragging = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self.valueChanged)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def setValue(self, value: bool) -> None:
        """Switch as a user would."""
        self.setChecked(value)

    def show_value(self, value: Any) -> None:
        """Show a state without telling anybody."""
        with QSignalBlocker(self):
            self.setChecked(value)

    def reject(self, value: Any, sentence: str) -> None:
        """Go back to ``value``."""
        self.show_value(value)

    def set_scale(self, scale: float) -> None:
        """The style sheet does all there is to do."""
