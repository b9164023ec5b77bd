"""The base of panels over the steps: window of time, drag to zoom, marks of edits, a menu."""

import math
from typing import Any, ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ganlab_gui.experiment.knobs import Setting, settings_of
from ganlab_gui.experiment.labels import CHOICE_LABELS
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit, History, Table
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import View
from ganlab_gui.views.chip import ChipFlow
from ganlab_gui.views.curvemenu import CurveMenu
from ganlab_gui.views.digest import Digest
from ganlab_gui.views.marks import Mark
from ganlab_gui.views.timeplot import TimePlot


class StepsView(View):
    """A picture over the steps of one table of the history. A subclass draws it in ``draw``."""

    logarithmic: ClassVar[bool] = False
    smoothable: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_: int | None = None
        """Only the last so many steps are shown; None shows all."""
        self.span: tuple[float, float] | None = None
        """The stretch of steps the user has zoomed to."""
        self.log = False
        self.smoothing = 1
        self.history: History | None = None
        self.digest = Digest()
        self.plot = TimePlot(self, f"{self.name}.plot")
        self.menu = CurveMenu(self, self.name, self.logarithmic, self.smoothable)
        self.row = ChipFlow()
        self._marked: list[Edit] = []
        self._size = QSize()
        layout = self.box = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self.row)
        layout.addWidget(self.plot, 1)
        self.plot.time.zoomed.connect(self.zoom)
        self.plot.time.released.connect(self.release)
        self.plot.time.sigResized.connect(self._resized)
        self.menu.changed.connect(self._menu_changed)

    # -- what a subclass says ----------------------------------------------------------------------

    def table(self, history: History) -> Table:
        """The table that is drawn."""
        return history.rows

    def draw(self, history: History, low: float, high: float) -> None:
        """Draw the steps from ``low`` to ``high``."""
        raise NotImplementedError

    def header(self) -> str:
        """Rich text for the panel's header."""
        return ""

    # -- what the window calls ---------------------------------------------------------------------

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.history, self.span = None, None
        self.digest = Digest()
        self._marked = []
        self.plot.marks.marks, self.plot.marks.above, self.plot.marks.below = [], "", ""
        self.plot.make_room()
        self._menu_text()

    def show_history(self, history: History) -> None:
        self.history = history
        self.digest.update(self.table(history))
        low, high = self.visible_steps(history)
        self._mark(history.edits)
        self.plot.set_steps(low, high)
        self.plot.marks.arrange()
        self.draw(history, low, high)
        self.header_changed.emit(self.header())

    def visible_steps(self, history: History) -> tuple[float, float]:
        """First and last step in sight."""
        if self.span is not None:
            return self.span
        last = float(max(history.end, 10))
        return (0.0 if self.window_ is None else max(0.0, last - self.window_)), last

    def _mark(self, edits: list[Edit]) -> None:
        if edits == self._marked or self.experiment is None:
            return
        settings = {s.path: s for s in settings_of(self.experiment)}
        self._marked = list(edits)
        self.plot.marks.marks = [mark_of(e, settings.get(e.path)) for e in edits]
        self.plot.make_room()

    # -- what the user changes ---------------------------------------------------------------------

    def zoom(self, low: float, high: float) -> None:
        """Show the steps from ``low`` to ``high`` until ``release``."""
        last = float(max(self.history.end, 10)) if self.history else 10.0
        low, high = max(0.0, low), min(last, high)
        if high - low >= 2:
            self.span = None if (low, high) == (0.0, last) else (low, high)
            self.redraw()

    def release(self) -> None:
        """Back from the zoom to the chosen window of time."""
        self.span = None
        self.redraw()

    def set_window(self, steps: int | None) -> None:
        """Follow the last ``steps`` steps; None shows all."""
        self.window_, self.span = steps, None
        self.redraw()

    def set_log(self, log: bool) -> None:
        """Logarithmic on both sides of 0."""
        self.log = log and self.logarithmic
        self.redraw()

    def set_smoothing(self, rows: int) -> None:
        """Draw the mean of this many readings, the raw ones faintly behind; 1: as they are."""
        self.smoothing = max(1, int(rows))
        self.redraw()

    def _resized(self, _box: object) -> None:
        size = self.plot.time.size().toSize()
        if size != self._size and self.history is not None:
            self._size = size
            self.show_history(self.history)

    def _menu_changed(self, key: str, value: Any) -> None:
        setters = {"window": self.set_window, "log": self.set_log, "smoothing": self.set_smoothing}
        setters[key](value)

    def redraw(self) -> None:
        """Draw what is known again, after something about the picture has changed."""
        self._menu_text()
        if self.history is not None:
            self.show_history(self.history)

    def _menu_text(self) -> None:
        self.menu.show_state(self.window_, self.log, self.smoothing, self.span is not None)

    # -- look and language -------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        self.plot.restyle(palette, scale)
        self.redraw()

    def retranslate(self) -> None:
        self.plot.getPlotItem().getAxis("bottom").word = self.tr("step")
        self.menu.retranslate()
        self._marked = []
        self.redraw()

    def options(self) -> dict[str, Any]:
        span = list(self.span) if self.span else None
        state = {"window": self.window_, "span": span, "smoothing": self.smoothing}
        return {**state, "log": self.log}

    def set_options(self, options: dict[str, Any]) -> None:
        self.log = bool(options.get("log", self.log)) and self.logarithmic
        self.window_ = options.get("window", self.window_)
        self.smoothing = max(1, int(options.get("smoothing", self.smoothing)))
        span = options.get("span")
        self.span = (float(span[0]), float(span[1])) if span else None
        self.redraw()


def rows_between(table: Table, low: float, high: float) -> tuple[int, int]:
    """First row, and one past the last, of the steps from ``low`` to ``high``."""
    ends = np.array([math.ceil(low), math.floor(high) + 1])  # whole: else all steps are converted
    first, last = np.searchsorted(table.steps, ends)
    return int(first), int(last)


def mark_of(edit: Edit, setting: Setting | None) -> Mark:
    """An edit in the words of the controls."""
    label = edit_label(edit.path, setting.knob.label if setting else "")
    return Mark(edit.step, label, told(edit.old, setting), told(edit.new, setting))


def told(value: Any, setting: Setting | None) -> Any:
    """A value as the controls say it."""
    on_off = (
        QCoreApplication.translate("StepsView", "off"),
        QCoreApplication.translate("StepsView", "on"),
    )
    if isinstance(value, bool):
        return on_off[value]
    if setting is None:
        return value
    if setting.kind == "choice":
        return readable(value)
    return on_off[0] if setting.knob.off is not None and value == setting.knob.off else value


def readable(raw: Any) -> str:
    """The name of a choice in the user's language."""
    name = CHOICE_LABELS.get(str(raw), str(raw).replace("-", " "))
    return QCoreApplication.translate("Experiment", name)


def edit_label(path: str, label: str) -> str:
    """A setting's short name on the time axis, such as "k" or "G learning rate"."""
    label = QCoreApplication.translate("knobs", label) if label else path.rsplit(".", 1)[-1]
    label = label.split(" (")[0]
    player = {"generator": "G ", "discriminator": "D "}.get(path.split("_")[0].split(".")[0], "")
    return player + label[:1].lower() + label[1:] if player else label
