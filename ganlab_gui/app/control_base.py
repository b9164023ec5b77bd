"""What the editors of settings are made of."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSlider, QWidget

from ganlab_gui.app.sentences import said_here
from ganlab_gui.app.theme import mark


class NoWheel:
    """The wheel scrolls the panel, and turns a control only where that has been chosen first."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():  # type: ignore[attr-defined]
            super().wheelEvent(event)  # type: ignore[misc]
        else:
            event.ignore()


class Slider(NoWheel, QSlider):
    """A horizontal slider over places."""

    def __init__(self, last: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, last)
        self.setPageStep(max(1, last // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Box(QLineEdit):
    """A field that hands over its text on Return or when left, and takes it back on Escape."""

    typed = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """Show what holds now; half-typed text stays unless what it would replace has changed."""
        if text != self._shown or not self.hasFocus():
            self._shown = text
            self.restore()

    def restore(self) -> None:
        """Forget what was typed."""
        if self.text() != self._shown:
            self.setText(self._shown)
        self.setCursorPosition(0)
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Outline the box and say what is wrong; an empty sentence takes that back."""
        mark(self, "invalid", "true" if sentence else "false")
        self.setToolTip(said_here(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.restore()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.text() != self._shown:
            self.typed.emit(self.text())


class Editor(QWidget):
    """Base of the editors made of several widgets."""

    valueChanged = Signal(object)
    finished = Signal()
    """The edit is over: a drag has ended, a text was entered, a choice was made."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def dragging(self) -> bool:
        """Whether a slider is held down, so that more values follow."""
        return False

    def value(self) -> Any:
        """The setting's value as shown."""
        return self._value

    def setValue(self, value: Any) -> None:
        """Change the value as a user would: ``valueChanged`` tells of it."""
        if value != self._value:
            self.show_value(value)
            self.valueChanged.emit(value)
            self.finished.emit()

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        raise NotImplementedError

    def reject(self, value: Any, sentence: str) -> None:
        """Go back to ``value``, and say why another was not taken."""
        self.show_value(value)

    def refuse(self, sentence: str) -> None:
        """Outline the field and say what is wrong; an empty sentence takes that back."""

    def set_scale(self, scale: float) -> None:
        """Take a text size."""

    def fields(self) -> list[QWidget]:
        """What can have the keyboard, from left to right."""
        return [self]


class BoxEditor(Editor):
    """Base of the editors with a field to type in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = Box(self)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.setFocusProxy(self.box)

    def fields(self) -> list[QWidget]:
        items = (self.line.itemAt(place) for place in range(self.line.count()))
        return [widget for item in items if item and (widget := item.widget())]

    def reject(self, value: Any, sentence: str) -> None:
        """Go back to ``value``, but leave what was typed for mending."""
        text = self.box.text()
        self.show_value(value)
        if text != self.box.text():
            self.box.setText(text)
        self.refuse(sentence)

    def refuse(self, sentence: str) -> None:
        self.box.refuse(sentence)
