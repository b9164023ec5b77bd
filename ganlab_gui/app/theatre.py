"""The picture of a movie: the panels of a window without the window, under a line of words.

Nothing in it depends on the time of day: timers never fire, so the same moments give the same
frames.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app import language
from ganlab_gui.app.chrome import chrome
from ganlab_gui.app.movie_plan import Plan
from ganlab_gui.app.panel import Panel
from ganlab_gui.app.panels import MAIN, main_picture
from ganlab_gui.app.quiet import hush
from ganlab_gui.app.theme import apply_theme
from ganlab_gui.app.transport import Elided
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.edits import edit_words
from ganlab_gui.lab.history import Edit, History
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot
from ganlab_gui.lab.video import Frame
from ganlab_gui.palette import PALETTES
from ganlab_gui.views import VIEWS
from ganlab_gui.views.base import View, thousands
from ganlab_gui.views.chip import Chip
from ganlab_gui.views.chiprow import ChipRow
from ganlab_gui.views.curvemenu import CurveMenu
from ganlab_gui.views.machine_bar import WalkBar
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.twins import Twins

CONTROLS = (ChipRow, Chip, CurveMenu, WalkBar, QSlider)
"""What a movie cannot press."""
HINTS = ("machine.sentence",)
"""Words that say what one could press."""
TELL = 0.25
"""Seconds of movie between two looks at running numbers in a header."""
COLUMN, BELOW = 4, 2
"""Panels in a column beside the large one, and in a row below it."""
SIDE = 0.54
"""Width of the column beside the large panel, or height of the row below it, of that one's."""


def offscreen() -> QApplication:
    """The application of this process; where there is none yet, one that needs no display."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    hush()
    return QApplication(["ganlab-gui"])


@dataclass(frozen=True)
class Moment:
    """What a frame shows: all that was known at ``step``, and the edits that are said."""

    step: int
    snapshot: Snapshot
    history: History
    edits: Sequence[Edit] = ()


class Theatre(QWidget):
    """Shows moments one after another, at the size of the movie."""

    def __init__(self, plan: Plan, scene: Scene, experiment: Experiment, letter: str = "") -> None:
        """``letter`` is the side's name, where there are two."""
        super().__init__()
        self._letter = letter
        self.twins: list[Twins] = []
        """Pairs of its views with those of the side before it."""
        self.plan, self.experiment, self.scene = plan, experiment, scene
        self._palette = PALETTES[plan.theme]
        self._settings = {s.path: s for s in settings_of(experiment)}
        self._count = 0
        views = {view.name: view for view in (_view(n, scene, experiment) for n in plan.panels)}
        self._panels = {name: Panel(view, self) for name, view in views.items()}
        self.views = [panel.view for panel in self._panels.values()]
        self._build()
        self._begin()

    def _build(self) -> None:
        plan, scale = self.plan, self.plan.scale
        self.setObjectName("theatre")
        self.setStyleSheet(chrome(self._palette, scale))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Elided(self)
        self._title.setProperty("role", "title")
        self._change = QLabel(self)
        self._change.setObjectName("theatre.change")
        self._step = QLabel(self)
        self._step.setProperty("role", "title")
        self._step.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setContentsMargins(round(8 * scale), 0, round(8 * scale), 0)
        line.setSpacing(round(16 * scale))
        line.addWidget(self._title, 1)
        line.addWidget(self._change)
        line.addWidget(self._step)
        column = QVBoxLayout(self)
        gap = round(8 * scale)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(gap)
        column.addLayout(line)
        column.addLayout(self._places(gap), 1)
        self.setFixedSize(*plan.side)

    def _places(self, gap: int) -> QBoxLayout:
        """The large panel, and columns of the others at its right; in a tall movie below it."""
        width, height = self.plan.side
        tall = width < height
        row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight
        )
        row.setSpacing(gap)
        large, *others = self._panels.values()
        row.addWidget(_housed(large), 100)
        if others:
            grid = QGridLayout()
            grid.setSpacing(gap)
            columns = min(len(others), BELOW) if tall else -(-len(others) // COLUMN)
            for number, panel in enumerate(others):
                grid.addWidget(_housed(panel), number // columns, number % columns)
            lines = -(-len(others) // columns)
            row.addLayout(grid, round(100 * SIDE * (lines if tall else columns)))
        return row

    def _begin(self) -> None:
        plan = self.plan
        for panel in self._panels.values():
            view = panel.view
            view.set_options(plan.options.get(view.name, {}))
            panel.set_theme(self._palette, plan.scale)
            panel.body.setMinimumHeight(0)
        self.show()
        for panel in self._panels.values():
            panel.view.start(self.scene, self.experiment)
            panel.view.set_run(min(plan.run, self.scene.runs - 1))
            panel.view.set_options(plan.options.get(panel.view.name, {}))
            panel.retranslate()
        self._controls = [
            control
            for panel in self._panels.values()
            for kind in CONTROLS
            for control in panel.view.findChildren(kind)
        ]
        self._controls += [c for c in map(self._named, HINTS) if c is not None]
        title = language.of_preset(self.experiment.title)
        self._title.set_whole(f"{self._letter} · {title}" if self._letter else title)
        self._settle()

    def _named(self, name: str) -> QWidget | None:
        found = self.findChild(QWidget, name)
        return found if isinstance(found, QWidget) else None

    def needs(self) -> Needs:
        """What a snapshot must hold for all panels."""
        total = Needs()
        for panel in self._panels.values():
            if panel.view.suits(self.scene):
                total = total | panel.view.needs()
        return total

    def show_moment(self, moment: Moment) -> None:
        """Draw a moment; moments come in the order of the movie, because scales follow slowly."""
        tells = self._count % max(1, round(TELL * self.plan.fps)) == 0
        self._count += 1
        for panel in self._panels.values():
            view = panel.view
            if view.needs().fields:
                view.show_snapshot(moment.snapshot)
            view.show_history(moment.history)
            if tells and isinstance(view, OneRunView):
                view.tell_header()
        step = QCoreApplication.translate("Theatre", "step {0}")
        for twins in self.twins:
            twins.keep()
        self._step.setText(step.format(thousands(moment.snapshot.step)))
        words = [
            edit_words(language.of_figure, edit, self._settings.get(edit.path))
            for edit in moment.edits
        ]
        colour = self._palette.action
        self._change.setText(f'<span style="color:{colour}">{" · ".join(words)}</span>')
        self._settle()

    def _settle(self) -> None:
        """Put controls away that have shown themselves, and have layouts take effect.

        Timers do not fire in this.
        """
        for control in self._controls:
            control.hide()
        for _ in range(2):
            QCoreApplication.sendPostedEvents()

    def frame(self) -> Frame:
        """(height, width, 3) what is to be seen."""
        width, height = self.plan.side
        image = QImage(width, height, QImage.Format.Format_RGB888)
        self.render(image)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
        return rows[:, : 3 * width].reshape(height, width, 3).copy()


def _housed(panel: Panel) -> QFrame:
    """A panel on a place of its own, without the menu of its header."""
    place = QFrame()
    place.setProperty("stage", True)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    panel.to_stage(column)
    panel.header.more.hide()
    place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    return place


def _view(name: str, scene: Scene, experiment: Experiment) -> View:
    """The view of a panel; the one for this data where it is a picture of other data."""
    view = VIEWS[name]()
    if view.suits(scene) or name not in MAIN:
        return view
    return VIEWS[main_picture(scene, experiment)]()


def theatres(plan: Plan, sides: Sequence[tuple[Scene, Experiment]]) -> list[Theatre]:
    """One for each side, with the same ranges and scales."""
    letters = "AB" if len(sides) > 1 else [""]
    stages = [Theatre(plan, *side, letter) for side, letter in zip(sides, letters, strict=True)]
    for one, other in pairwise(stages):
        pairs = zip(one.views, other.views, strict=False)
        other.twins = [Twins(a, b) for a, b in pairs]
    return stages


def dress(plan: Plan) -> None:
    """Give the application the theme, text size and language of a movie."""
    app = offscreen()
    language.install(plan.language)
    apply_theme(app, PALETTES[plan.theme], plan.scale)
