"""Drawing a data set by hand."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut, QUndoCommand, QUndoStack
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.canvas import Canvas
from ganlab_gui.app.control_scales import Linear, Logarithmic
from ganlab_gui.app.control_widgets import NumberControl
from ganlab_gui.app.icons import icon
from ganlab_gui.app.theme import mark
from ganlab_gui.experiment.data import Stroke
from ganlab_gui.experiment.raster import rasterise
from ganlab_gui.palette import PALETTES, Palette

Strokes = tuple[Stroke, ...]


class Edit(QUndoCommand):
    """One change of the drawing, as the strokes before and after it."""

    def __init__(self, dialog: "DrawDialog", text: str, after: Strokes) -> None:
        super().__init__(text)
        self.dialog, self.before, self.after = dialog, dialog.strokes(), after

    def undo(self) -> None:
        self.dialog.show_strokes(self.before)

    def redo(self) -> None:
        self.dialog.show_strokes(self.after)


class DrawDialog(QDialog):
    """A canvas with brush, eraser, undo and clear; ``strokes`` is the result once accepted."""

    def __init__(
        self,
        parent: QWidget | None = None,
        extent: float = 3.0,
        strokes: Sequence[Stroke] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("drawing")
        self._strokes: Strokes = ()
        self.canvas = Canvas(self)
        self.canvas.extent = extent
        self.stack = QUndoStack(self)
        self.size_label, self.softness_label = QLabel(self), QLabel(self)
        self.size_ = NumberControl(Logarithmic(extent / 100, extent), parent=self)
        self.softness = NumberControl(Linear(0, 1, 0.01), parent=self)
        self.eraser, self.clear_, self.undo_, self.redo_ = (QPushButton(self) for _ in range(4))
        self.message, self.hint = QLabel(self), QLabel(self)
        box = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(box.Ok | box.Cancel, self)
        self._name()
        self._arrange()
        self._connect()
        self.size_.show_value(self.canvas.brush.size)
        self.softness.show_value(self.canvas.brush.softness)
        self.set_theme(PALETTES["dark"], 1.0)
        self.retranslate()
        self.set_strokes(strokes)

    def strokes(self) -> Strokes:
        """The strokes in the order they were drawn."""
        return self._strokes

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Start from these strokes; there is nothing to undo then."""
        self.stack.clear()
        self.show_strokes(tuple(strokes))

    def show_strokes(self, strokes: Strokes) -> None:
        """Show strokes; where there is just one more than before, only that one is new work."""
        grown = len(strokes) > 0 and strokes[:-1] == self._strokes
        self._strokes = strokes
        if grown:
            self.canvas.add_stroke(strokes[-1])
        else:
            self.canvas.show_strokes(strokes)
        self.message.clear()
        self.clear_.setEnabled(bool(strokes))

    def accept(self) -> None:
        """Close, unless nothing is left to learn from: the sentence says so then."""
        if rasterise(self._strokes, self.canvas.extent).sum() > 0:
            super().accept()
        else:
            self.message.setText(self.tr("The drawing is empty: paint something first."))

    def clear(self) -> None:
        """Wipe the canvas; it can be undone."""
        if self._strokes:
            self.stack.push(Edit(self, self.tr("clear"), ()))

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.canvas.set_theme(palette, scale)
        for control in (self.size_, self.softness):
            control.set_scale(scale)
        names = {"eraser": self.eraser, "clear": self.clear_}
        names |= {"undo": self.undo_, "redo": self.redo_}
        for name, button in names.items():
            button.setIcon(icon(name, palette, scale))

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(self.tr("Draw the data"))
        self.size_label.setText(self.tr("Brush size"))
        self.softness_label.setText(self.tr("Softness"))
        self.size_.box.setAccessibleName(self.tr("Brush size"))
        self.softness.box.setAccessibleName(self.tr("Softness"))
        self.size_.setToolTip(self.tr("Diameter of the brush ([ and ])"))
        self.softness.setToolTip(self.tr("0 is a hard disc, 1 fades from the centre on."))
        self.canvas.setAccessibleName(self.tr("Canvas"))
        for button, text, keys in (
            (self.eraser, self.tr("Eraser"), "E"),
            (self.clear_, self.tr("Clear"), "Ctrl+Backspace"),
            (self.undo_, self.tr("Undo"), "Ctrl+Z"),
            (self.redo_, self.tr("Redo"), "Ctrl+Shift+Z"),
        ):
            button.setText(text)
            button.setToolTip(f"{text} ({keys})")
        self.hint.setText(
            self.tr("Paint where data should be; a place gone over twice is twice as likely.")
            + " "
            + self.tr("By keyboard: arrows move, space paints.")
        )
        self.box.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Use this drawing"))
        self.box.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))

    def _name(self) -> None:
        self.size_.setObjectName("drawing.size")
        self.softness.setObjectName("drawing.softness")
        self.eraser.setObjectName("drawing.eraser")
        self.eraser.setCheckable(True)
        self.clear_.setObjectName("drawing.clear")
        self.undo_.setObjectName("drawing.undo")
        self.redo_.setObjectName("drawing.redo")
        self.message.setObjectName("drawing.message")
        mark(self.message, "role", "danger")
        mark(self.hint, "role", "small")
        mark(self.box.button(QDialogButtonBox.StandardButton.Ok), "primary", "true")
        for button in (self.eraser, self.clear_, self.undo_, self.redo_):
            button.setAutoDefault(False)
        self.hint.setWordWrap(True)

    def _arrange(self) -> None:
        tools = QGridLayout()
        tools.setHorizontalSpacing(10)
        tools.addWidget(self.size_label, 0, 0)
        tools.addWidget(self.size_, 0, 1)
        tools.addWidget(self.softness_label, 0, 2)
        tools.addWidget(self.softness, 0, 3)
        buttons = QHBoxLayout()
        for button in (self.eraser, self.undo_, self.redo_, self.clear_):
            buttons.addWidget(button)
        buttons.addStretch(1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.message, 1)
        bottom.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(buttons)
        column.addLayout(tools)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.hint)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.canvas.drawn.connect(self._add)
        self.canvas.brush_turned.connect(self._turn)
        self.size_.valueChanged.connect(self._resize)
        self.softness.valueChanged.connect(self._soften)
        self.eraser.toggled.connect(self._erase)
        self.clear_.clicked.connect(self.clear)
        self.undo_.clicked.connect(self.stack.undo)
        self.redo_.clicked.connect(self.stack.redo)
        self.stack.canUndoChanged.connect(self.undo_.setEnabled)
        self.stack.canRedoChanged.connect(self.redo_.setEnabled)
        self.undo_.setEnabled(False)
        self.redo_.setEnabled(False)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        for keys, button in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo_),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo_),
            (QKeySequence("E"), self.eraser),
            (QKeySequence("Ctrl+Backspace"), self.clear_),
        ):
            QShortcut(keys, self).activated.connect(button.click)

    def _add(self, stroke: Stroke) -> None:
        self.stack.push(Edit(self, self.tr("stroke"), (*self._strokes, stroke)))

    def _turn(self, direction: int) -> None:
        if self.size_.slider:
            self.size_.slider.setValue(self.size_.slider.value() + 3 * direction)

    def _resize(self, size: float) -> None:
        if 0 < size <= 2 * self.canvas.extent:
            self.canvas.brush.size = size
            self.canvas.update()
        else:
            self.size_.reject(self.canvas.brush.size, self._range("0", 2 * self.canvas.extent))

    def _soften(self, softness: float) -> None:
        if 0 <= softness <= 1:
            self.canvas.brush.softness = softness
        else:
            self.softness.reject(self.canvas.brush.softness, self._range("0", 1))

    def _erase(self, on: bool) -> None:
        self.canvas.brush.erase = on
        self.canvas.update()

    def _range(self, low: str, high: float) -> str:
        return self.tr("Allowed: {low} to {high}.").format(low=low, high=f"{high:g}")
