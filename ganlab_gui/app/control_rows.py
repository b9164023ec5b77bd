"""A setting as the panel shows it: its editor, label and tooltip, and why it is grey."""

from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ganlab_gui.app.control_base import BoxEditor, Editor
from ganlab_gui.app.control_choices import Choice, Switch
from ganlab_gui.app.control_rules import reason
from ganlab_gui.app.control_scales import track_of
from ganlab_gui.app.control_widgets import (
    CountButton,
    FileControl,
    ListControl,
    NumberControl,
    number_text,
)
from ganlab_gui.experiment import objectives
from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.knobs import Setting
from ganlab_gui.experiment.labels import CHOICE_LABELS
from ganlab_gui.experiment.own_data import File
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.experiment.table import TableError
from ganlab_gui.palette import Palette
from ganlab_gui.views.subscripts import rich

LABEL_WIDTH = 118
ROW_HEIGHT = 26
THROTTLE_MS = 33

FORMULAS = {
    "objective.name": objectives.FORMULAS,
    "objective.divergence": objectives.DIVERGENCE_FORMULAS,
}
"""Choices each of which has formulas of its own."""
WHEN_EMPTY = {
    "data.columns": "automatic",
    "generator.hidden": "no hidden layer",
    "discriminator.hidden": "no hidden layer",
}
"""What an empty list means, where it may be empty."""


EDITORS: dict[str, Callable[[QWidget], Editor | Choice | Switch]] = {
    "choice": Choice,
    "bool": Switch,
    "text": FileControl,
    "other": CountButton,
}


def said(text: str) -> str:
    """A text of the experiment's declaration in the user's language."""
    return QCoreApplication.translate("Experiment", text) if text else ""


def readable(raw: str) -> str:
    """The name a raw value is shown under."""
    return said(CHOICE_LABELS.get(raw, raw.replace("-", " ")))


def why_disabled(path: str, experiment: Experiment) -> str:
    """Why a setting has no effect as things are; empty where it has one."""
    return said(reason(path, experiment))


def table_fault(experiment: Experiment) -> str:
    """What is wrong with the file of the data, in a sentence; empty where nothing is.

    It is read as training would read it.
    """
    data = experiment.data
    if not isinstance(data, File):
        return ""
    try:
        data.read()
    except TableError as error:
        return str(error)
    return ""


def strong(text: str) -> str:
    """Rich text in the weight the font has; plain bold would be smeared from it."""
    return f'<span style="font-weight:600">{escape(text)}</span>'


def allowed(setting: Setting) -> str:
    """The bounds of a number: ``> 0, ≤ 10``; empty where there are none."""
    low, high = ">" if setting.exclusive_low else "≥", "<" if setting.exclusive_high else "≤"
    ends = ((low, setting.low), (high, setting.high))
    return ", ".join(f"{sign} {_end(end)}" for sign, end in ends if end is not None)


def _end(value: float) -> str:
    return str(int(value)) if value == int(value) else number_text(value)


def make_editor(setting: Setting, parent: QWidget) -> Editor | Choice | Switch:
    """The editor for a setting's kind."""
    if setting.kind in ("int", "float"):
        return NumberControl(track_of(setting), setting.kind == "int", setting.knob.off, parent)
    if setting.kind in ("widths", "numbers"):
        return ListControl(setting.kind == "widths", parent)
    return EDITORS[setting.kind](parent)


def formulas(setting: Setting, value: Any) -> str:
    """What a setting's value stands for, one formula a line, as rich text."""
    own = FORMULAS.get(setting.path, {}).get(value, "")
    lines = [said(setting.knob.formula), *own.split(" · ")]
    return "<br>".join(f"<i>{escape(line)}</i>" for line in lines if line)


def choice_items(setting: Setting) -> list[tuple[str, str | None, str]]:
    """What a list offers: readable, raw and formulas; data sets under headings by dimension."""
    if setting.path != "data.name":
        known = FORMULAS.get(setting.path, {})
        return [
            (readable(raw), raw, formulas(setting, raw) if raw in known else "")
            for raw in setting.choices
        ]
    own = [name for name in DATA if name in ("file", "drawn")]
    by_dim = {
        dim: [name for name in DATA if name not in own and getattr(DATA[name], "dim", 0) == dim]
        for dim in (1, 2)
    }
    items: list[tuple[str, str | None, str]] = []
    for heading, names in (("1-D", by_dim[1]), ("2-D", by_dim[2]), ("Your own", own)):
        items.append((said(heading), None, ""))
        items.extend((readable(name), name, "") for name in names)
    return items


class Row(QWidget):
    """Label and editor of one setting; a drag's values are passed on ~30 times a second.

    ``meant`` is whether the choice it belongs to is made, ``differs`` whether it has an effect and
    not its default.
    """

    edited = Signal(str, object)
    finished = Signal(str)
    refused = Signal(str, str)

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self.path = setting.path
        self.label = QLabel(self, textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.editor = make_editor(setting, self)
        self.editor.setObjectName(setting.path)
        self.label.setBuddy(self.editor)
        self._throttle = QTimer(self, singleShot=True, interval=THROTTLE_MS)
        self._throttle.timeout.connect(self._flush)
        self._pending = False
        self.meant, self.differs = True, False
        self._told: tuple[Any, str] | None = None
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.addWidget(self.label)
        self.line.addWidget(self.editor, 1)
        self.editor.valueChanged.connect(self._change)
        if isinstance(self.editor, Editor):
            self.editor.finished.connect(self._finish)
            self.editor.refused.connect(self._refuse)

    @property
    def dragging(self) -> bool:
        """Whether more values follow at once."""
        return self.editor.dragging

    @property
    def focused(self) -> bool:
        """Whether the keyboard is here, or comes back here with the window."""
        widget = self.window().focusWidget()
        return widget is not None and self.isAncestorOf(widget)

    def hand_focus_to(self, other: "Row") -> None:
        """Before it is hidden: forget what was half typed, and leave the keyboard to ``other``."""
        if isinstance(self.editor, BoxEditor):
            self.editor.box.restore()
        other.editor.setFocus()

    def fields(self) -> list[QWidget]:
        """What can have the keyboard, from left to right."""
        return self.editor.fields() if isinstance(self.editor, Editor) else [self.editor]

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.line.setSpacing(round(4 * scale))
        self.editor.set_scale(scale)
        dot = (
            f'&nbsp;<span style="color:{palette.action}">•</span>' if self.setting.knob.hot else ""
        )
        self.label.setText(rich(said(self.setting.knob.label)) + dot)
        self.label.setFixedWidth(round(LABEL_WIDTH * scale))
        wrapped = self.label.heightForWidth(self.label.width())
        self.setFixedHeight(max(round(ROW_HEIGHT * scale), wrapped + round(4 * scale)))

    def retranslate(self) -> None:
        """Set names and choices again; label and tooltip come with theme and value."""
        self._told = None
        name = said(self.setting.knob.label)
        for part in (self.editor, *self.fields()):
            part.setAccessibleName(name)
        if isinstance(self.editor, Choice):
            self.editor.fill(choice_items(self.setting))
        if isinstance(self.editor, ListControl):
            self.editor.box.setPlaceholderText(said(WHEN_EMPTY.get(self.path, "")))

    def show_value(self, value: Any, why: str) -> None:
        """Show a value, and whether it matters; nothing is emitted."""
        if not (self.dragging or self._pending):
            self.editor.show_value(value)
        if (value, why) == self._told:
            return
        self._told = (value, why)
        self.differs = not why and value != self.setting.default
        self.editor.setEnabled(not why)
        self.label.setEnabled(not why)
        tip = self.tooltip(value, why)
        self.label.setToolTip(tip)
        self.editor.setToolTip(tip)

    def tooltip(self, value: Any, why: str) -> str:
        """Name, help, formula, bounds, when it applies, and why it is grey if it is."""
        setting, knob = self.setting, self.setting.knob
        unit = f" [{escape(knob.unit)}]" if knob.unit else ""
        lines = [strong(said(knob.label)) + unit, escape(said(setting.help))]
        lines.append(formulas(setting, value))
        lines.append(" · ".join(filter(None, map(escape, (allowed(setting), self._when())))))
        if why:
            lines.append(strong(why))
        return "<p>" + "<br>".join(filter(None, lines)) + "</p>"

    def _when(self) -> str:
        """Whether a change has to wait; of the objectives, some need another discriminator."""
        if self.path == "objective.name":
            return self.tr(
                "applies while running; to and from energy and moment matching, rebuilds the"
                " networks"
            )
        if self.setting.knob.hot:
            return self.tr("applies while running")
        return self.tr("rebuilds the networks")

    def reject(self, value: Any, sentence: str) -> None:
        """Back to ``value``, outlined, with the reason as tooltip."""
        self._throttle.stop()
        self._pending = False
        self.editor.reject(value, sentence)

    def _change(self) -> None:
        if self.dragging and self._throttle.isActive():
            self._pending = True
            return
        if self.dragging:
            self._throttle.start()
        self._emit()
        if not isinstance(self.editor, Editor):
            self._finish()

    def _flush(self) -> None:
        if self._pending:
            self._throttle.start()
            self._emit()

    def _emit(self) -> None:
        self._pending = False
        self.edited.emit(self.path, self.editor.value())

    def _finish(self) -> None:
        self._throttle.stop()
        if self._pending:
            self._emit()
        self.finished.emit(self.path)

    def _refuse(self, sentence: str) -> None:
        if isinstance(self.editor, Editor):
            self.editor.refuse(sentence)
        self.refused.emit(self.path, sentence)
