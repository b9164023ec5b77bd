"""The settings on the left, generated from the experiment's declaration."""

from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ganlab_gui.app.control_rows import Row, said, table_fault, why_disabled
from ganlab_gui.app.control_widgets import CountButton, ask_for_table
from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.knob import Knob
from ganlab_gui.experiment.knobs import GROUPS, Setting, settings_of
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import PALETTES, Palette

WIDTH = 326
DATA_NAME = Setting(
    "data.name",
    Knob("Data", "Data and noise"),
    "choice",
    "ring",
    "The distribution the generator is to learn.",
    choices=tuple(DATA),
)
FIRST = (
    "objective.name",
    "training.d_steps",
    "training.g_steps",
    "objective.adversarial_weight",
    "training.order",
    "training.batch",
    "generator_optimizer.name",
    "generator_optimizer.lr",
    "discriminator_optimizer.name",
    "discriminator_optimizer.lr",
)
"""What stands on top of its group, in this order; the rest follows as declared."""
FOLDED = ("output", "init", "dropout", "momentum", "beta1", "beta2")
"""A player's settings that wait behind “more”."""
MIXTURE = ("means", "stds", "weights")
"""Lists that must be equally long, so that one of them cannot grow alone."""
DOTS = {"Generator": "generated", "Discriminator": "discriminator"}


class Heading(QPushButton):
    """A group's name; a click folds the group."""

    def __init__(self, group: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.topic = group
        self.palette_ = PALETTES["dark"]
        self.setCheckable(True)
        self.setChecked(True)
        self.setProperty("group", "true")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        height, unit = self.height(), self.fontMetrics().height() / 16
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.topic in DOTS:
                x = self.fontMetrics().horizontalAdvance(self.text()) + 11 * unit
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(getattr(self.palette_, DOTS[self.topic])))
                painter.drawEllipse(QPointF(x, height / 2), 4.5 * unit, 4.5 * unit)
            painter.setPen(QPen(QColor(self.palette_.quiet), 1.4 * unit))
            painter.translate(self.width() - 8 * unit, height / 2)
            painter.rotate(0 if self.isChecked() else -90)
            corners = (QPointF(-3.5, -1.8), QPointF(0, 1.8), QPointF(3.5, -1.8))
            painter.drawPolyline([corner * unit for corner in corners])


class Group(QWidget):
    """A heading and its rows, those that matter less behind “more”."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.settings: list[Setting] = []
        self.rows: list[Row] = []
        self.heading = Heading(name, self)
        self.more = QPushButton(self)
        self.more.setCheckable(True)
        self.more.setProperty("more", "true")
        self.body = QWidget(self)
        self.lines = QVBoxLayout(self.body)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.body)
        self.heading.toggled.connect(self.body.setVisible)
        self.more.toggled.connect(self._fold)

    def build(self, settings: list[Setting]) -> list[Row]:
        """Make the rows of ``settings``, keeping those already there; returns the new ones."""
        kept = {row.setting: row for row in self.rows if row.setting in settings}
        for row in self.rows:
            if row.setting not in kept:
                row.setParent(None)
                row.deleteLater()
        self.settings = settings
        self.rows = [kept.get(s) or Row(s, self.body) for s in settings]
        for widget in (*sorted(self.rows, key=self._is_folded), self.more):
            self.lines.removeWidget(widget)
            self.lines.addWidget(widget)
        self._fold(self.more.isChecked())
        return [row for row in self.rows if row.setting not in kept]

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.heading.palette_ = palette
        self.heading.update()
        self.lines.setSpacing(round(2 * scale))
        self.column.setSpacing(round(3 * scale))
        for row in self.rows:
            row.set_theme(palette, scale)

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(said(self.name))
        self._fold(self.more.isChecked())
        for row in self.rows:
            row.retranslate()

    def _fold(self, opened: bool) -> None:
        folded = [row for row in self.rows if self._is_folded(row)]
        self.more.setVisible(bool(folded))
        self.more.setText(self.tr("fewer") if opened else self.tr("more…"))
        for row in folded:
            row.setVisible(opened)

    def _is_folded(self, row: Row) -> bool:
        return self.name in DOTS and row.path.rpartition(".")[2] in FOLDED


class ControlPanel(QScrollArea):
    """Every setting of an experiment in groups.

    It changes nothing itself: it says what the user wants, checked against the bounds, and shows
    what it is given by ``set_experiment``. ``edited`` carries a settings path and a value for
    ``with_values``; where one change needs several (the lists of a mixture, a file of your own)
    the path is ``data`` and the value its whole table.
    """

    edited = Signal(str, object)
    edit_finished = Signal(str)
    """No more values of this edit follow: what came since the last one is one edit to undo."""
    refused = Signal(str)
    draw_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.experiment = Experiment()
        self.setWidgetResizable(True)
        self.setProperty("panel", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.content.setProperty("scrolled", "true")
        self.column = QVBoxLayout(self.content)
        self.groups: dict[str, Group] = {}
        for name in GROUPS:
            if self.groups:
                rule = QFrame(self.content)
                rule.setProperty("rule", "true")
                self.column.addWidget(rule)
            self.groups[name] = Group(name, self.content)
            self.column.addWidget(self.groups[name])
        self.column.addStretch(1)
        self._build()
        self.setWidget(self.content)
        self.set_theme(self.palette_, self.scale)

    def row(self, path: str) -> Row:
        """The row of a setting; raises KeyError where this experiment has no such setting."""
        return {row.path: row for row in self._rows()}[path]

    def name_of(self, path: str) -> str:
        """A setting as the panel calls it, "Learning rate (Discriminator)".

        The group stands with it where another group has one of that name; what has no row goes
        by its path.
        """
        knobs = {row.path: row.setting.knob for row in self._rows()}
        knob = knobs.get("data.name" if path == "data" else path)
        if knob is None:
            return path
        alike = sum(other.label == knob.label for other in knobs.values())
        return f"{said(knob.label)} ({said(knob.group)})" if alike > 1 else said(knob.label)

    def names_of(self, paths: Iterable[str]) -> str:
        """Several settings in a row; other data are named as one, not by what they consist of."""
        paths = list(paths)
        other = bool({"data", "data.name"} & set(paths))
        merged = ["data" if other and path.startswith("data.") else path for path in paths]
        return ", ".join(self.name_of(path) for path in dict.fromkeys(merged))

    def set_experiment(self, experiment: Experiment) -> None:
        """Show an experiment, silently; only groups whose settings differ are made anew."""
        self.experiment = experiment
        self._build()

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.palette_, self.scale = palette, scale
        margin = round(12 * scale)
        self.column.setContentsMargins(margin, round(8 * scale), margin, margin)
        self.column.setSpacing(round(7 * scale))
        self.setMinimumWidth(round(250 * scale))
        for group in self.groups.values():
            group.set_theme(palette, scale)

    def retranslate(self) -> None:
        """Set every text again."""
        for group in self.groups.values():
            group.retranslate()
        self.set_theme(self.palette_, self.scale)
        self._show()

    def folds(self) -> dict[str, list[bool]]:
        """Of each group: is it open, and is its “more”? To be kept with the layout."""
        return {n: [g.heading.isChecked(), g.more.isChecked()] for n, g in self.groups.items()}

    def set_folds(self, folds: dict[str, list[bool]]) -> None:
        """Take back what ``folds`` gave; unknown groups are ignored."""
        for name, (opened, more) in folds.items():
            if name in self.groups:
                self.groups[name].heading.setChecked(opened)
                self.groups[name].more.setChecked(more)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH * self.scale), round(640 * self.scale))

    def _rows(self) -> Iterable[Row]:
        for group in self.groups.values():
            yield from group.rows

    def _build(self) -> None:
        settings = [DATA_NAME, *settings_of(self.experiment)]
        settings.sort(key=lambda s: FIRST.index(s.path) if s.path in FIRST else len(FIRST))
        changed = False
        for name, group in self.groups.items():
            wanted = [s for s in settings if s.knob.group == name]
            if wanted == group.settings:
                continue
            changed = True
            for row in group.build(wanted):
                self._connect(row)
            group.retranslate()
            group.set_theme(self.palette_, self.scale)
        if changed:
            self._chain_tabs()
        self._show()

    def _connect(self, row: Row) -> None:
        row.edited.connect(self._edit)
        row.finished.connect(self.edit_finished)
        row.refused.connect(self._refuse)
        if isinstance(row.editor, CountButton):
            row.editor.asked.connect(self.draw_requested)

    def _chain_tabs(self) -> None:
        widgets: list[QWidget] = []
        for group in self.groups.values():
            widgets += [group.heading, *(field for row in group.rows for field in row.fields())]
        for first, second in pairwise(widgets):
            QWidget.setTabOrder(first, second)

    def _show(self) -> None:
        for row in self._rows():
            row.show_value(self._value(row.path), why_disabled(row.path, self.experiment))

    def _value(self, path: str) -> Any:
        return attrgetter(path)(self.experiment)

    def _edit(self, path: str, value: Any) -> None:
        if path == "data.name" and value in ("file", "drawn"):
            self._own_data(value)
            return
        path, value = self._together(path, value)
        try:
            wanted = with_values(self.experiment, {path: value})
        except ExperimentError as error:
            self._refuse(path, "\n".join(error.lines))
            return
        fault = table_fault(wanted) if wanted.data != self.experiment.data else ""
        if fault and not table_fault(self.experiment):
            self._refuse(path, fault)
            return
        self.edited.emit(path, value)

    def _own_data(self, name: str) -> None:
        """A file is asked for before it is taken, and a drawing is drawn before it is."""
        self.row("data.name").editor.show_value(self.experiment.data.name)
        if name == self.experiment.data.name:
            return
        if name == "drawn":
            self.draw_requested.emit()
        else:
            ask_for_table(self, "", self._take_file)

    def _take_file(self, path: str) -> None:
        self._edit("data", {"name": "file", "path": path})
        self.edit_finished.emit("data")

    def _together(self, path: str, value: Any) -> tuple[str, Any]:
        """A mixture's lists grow and shrink as one; new entries repeat the last."""
        table, _, name = path.partition(".")
        if table != "data" or name not in MIXTURE or not value:
            return path, value
        data = self.experiment.data.model_dump(mode="json")
        if len(value) == len(data[name]):
            return path, value
        for other in MIXTURE:
            entries = list(value) if other == name else data[other]
            data[other] = (entries + entries[-1:] * len(value))[: len(value)]
        return "data", data

    def _refuse(self, path: str, sentence: str) -> None:
        for row in self._rows():
            if row.path == path:
                row.reject(self._value(path), sentence)
        self.refused.emit(sentence)
