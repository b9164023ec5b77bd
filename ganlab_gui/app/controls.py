"""The settings on the left, generated from the experiment's declaration."""

from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ganlab_gui.app.control_groups import FIRST, Group
from ganlab_gui.app.control_rows import Row, said, table_fault, why_disabled
from ganlab_gui.app.control_widgets import CountButton, ask_for_table
from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.knob import Knob
from ganlab_gui.experiment.knobs import GROUPS, Setting, is_meant, settings_of
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
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
MIXTURE = ("means", "stds", "weights")
"""Lists that must be equally long, so that one of them cannot grow alone."""


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
        self._folds: dict[str, list[bool]] | None = None
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
        """Show an experiment, silently; only groups whose settings differ are made anew.

        What is in sight stays where it is, whatever comes and goes above it.
        """
        places = self._places()
        self.experiment = experiment
        if self._build():
            self._scroll_back(places)

    def show_only(self, paths: Iterable[str] | None) -> None:
        """Only these settings are in sight, as a lesson asks; all of them where None."""
        only = None if paths is None else tuple(paths)
        if only is not None and self._folds is None:
            self._folds = self.folds()
        for rule in self.content.findChildren(QFrame, options=DIRECT):
            if rule.property("rule") == "true":
                rule.setVisible(only is None)
        for group in self.groups.values():
            group.only = only
            group.setVisible(True)
            group.arrange()
        if only is None and self._folds is not None:
            self.set_folds(self._folds)
            self._folds = None

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
        """Of each group: was it opened, and its “more”? To be kept with the layout."""
        return {name: group.fold() for name, group in self.groups.items()}

    def set_folds(self, folds: dict[str, list[bool]]) -> None:
        """Take back what ``folds`` gave; unknown groups are ignored."""
        for name, (opened, more) in folds.items():
            if name in self.groups:
                self.groups[name].set_fold(opened, more)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH * self.scale), round(640 * self.scale))

    def _rows(self) -> Iterable[Row]:
        for group in self.groups.values():
            yield from group.rows

    def _build(self) -> bool:
        """Make rows where there are others, and show all; returns whether any come or go."""
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
        return self._show() or changed

    def _connect(self, row: Row) -> None:
        row.edited.connect(self._edit)
        row.finished.connect(self.edit_finished)
        row.refused.connect(self._refuse)
        if isinstance(row.editor, CountButton):
            row.editor.asked.connect(self.draw_requested)

    def _chain_tabs(self) -> None:
        widgets: list[QWidget] = []
        for group in self.groups.values():
            fields = (field for row in group.rows for field in row.fields())
            widgets += [group.heading, *fields, group.more]
        for first, second in pairwise(widgets):
            QWidget.setTabOrder(first, second)

    def _show(self) -> bool:
        """Show every value, and the rows that are meant; returns whether any come or go."""
        for row in self._rows():
            row.show_value(self._value(row.path), why_disabled(row.path, self.experiment))
            row.meant = is_meant(row.setting, self.experiment)
            if row.focused and not row.meant and row.setting.knob.when:
                row.hand_focus_to(self.row(row.setting.knob.when[0]))
        moved = [group.arrange() for group in self.groups.values()]
        return any(moved)

    def _places(self) -> list[tuple[Row, int]]:
        """The rows in sight and where they stand in the viewport, the one being edited first."""
        seen = []
        for row in self._rows():
            if row.isVisible():
                top = row.mapTo(self.viewport(), QPoint()).y()
                if top + row.height() > 0 and top < self.viewport().height():
                    seen.append((row, top))
        return sorted(seen, key=lambda place: not place[0].focused)

    def _scroll_back(self, places: list[tuple[Row, int]]) -> None:
        """Bring the first row of ``places`` that is still there to where it was."""
        for group in self.groups.values():
            group.layouts()
        self.column.activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        for row, top in places:
            if row.isVisible():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + row.mapTo(self.viewport(), QPoint()).y() - top)
                return

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
