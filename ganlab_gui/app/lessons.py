"""Runs a lesson: opens what each step shows, and keeps out of sight what it does not need."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QWidget

from ganlab_gui.experiment.io import ExperimentError, load_preset, with_values
from ganlab_gui.palette import Palette

if TYPE_CHECKING:
    from ganlab_gui.app.lesson_column import LessonColumn
    from ganlab_gui.app.window import MainWindow
    from ganlab_gui.experiment.lessons import Lesson, Step


EDGE = 6
"""Pixels of a dock around its contents."""


class Lessons(QObject):
    """The lesson side of a window; its column is made with the first lesson."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.lesson: Lesson | None = None
        self.place = 0
        self.column: LessonColumn | None = None
        self.dock: QDockWidget | None = None
        self._layout = QByteArray()

    @property
    def step(self) -> "Step | None":
        """The step shown."""
        return None if self.lesson is None else self.lesson.step[self.place]

    def open(self, name: str | Path) -> None:
        """Begin a lesson by its name or its file; what cannot be read is told in the window."""
        from ganlab_gui.experiment.lessons import open_lesson

        try:
            lesson = open_lesson(str(name))
        except ExperimentError as error:
            self.window.session.refused.emit(str(error))
            return
        if self.window.documents.confirm():
            self.begin(lesson)

    def begin(self, lesson: "Lesson") -> None:
        """Show a lesson's first step."""
        window = self.window
        window.session.mark_saved()
        window.comparison.leave()
        window.theory.leave()
        if self.lesson is None:
            self._layout = window.saveState()
        self._make()
        self.lesson = lesson
        self.go_to(0)

    def turn(self, by: int) -> None:
        """Go on or back; past the last step the lesson is over."""
        if self.lesson is None:
            return
        if self.place + by >= len(self.lesson.step):
            self.leave()
        else:
            self.go_to(max(0, self.place + by))

    def go_to(self, place: int) -> None:
        """Show a step. What it cannot show is told in the window, and the text is there anyway."""
        assert self.lesson is not None
        assert self.column is not None
        assert self.dock is not None
        self.place = place
        step = self.lesson.step[place]
        self.column.show_step(self.lesson, place)
        self.window.session.pause()
        try:
            if step.page:
                self._show_page(step)
            else:
                self._show_preset(step)
        except ValueError as error:
            self.window.session.refused.emit(str(error))
        self.dock.show()
        self.column.reader.setFocus()

    def leave(self) -> None:
        """Back to the whole window, at what the lesson shows."""
        if self.lesson is None or self.dock is None:
            return
        self.lesson = None
        self.dock.hide()
        self._give_back()
        self.window.theory.leave()
        self.window.controls.show_only(None)
        self.window.panels.to_stage(self.window.panels.main)
        self.window.restoreState(self._layout)
        self.dock.hide()

    # -- steps -------------------------------------------------------------------------------------

    def _show_page(self, step: "Step") -> None:
        theory, column = self.window.theory, self.column
        theory.open(step.page, dict(step.set))
        assert theory.desk is not None
        assert column is not None
        theory.desk.controls.show_only(step.controls)
        theory.desk.set_lesson(True)
        column.slot_.addWidget(theory.desk.controls)
        if step.play and theory.desk.page is not None and theory.desk.page.sweep is not None:
            theory.desk.sweeper.toggle()

    def _show_preset(self, step: "Step") -> None:
        window = self.window
        experiment = with_values(load_preset(step.preset), step.set, step.preset)
        self._give_back()
        window.theory.leave()
        window.documents.path = None
        window.session.open_experiment(experiment)
        window.session.mark_saved()
        self._arrange()
        if step.play:
            window.session.play()

    def _arrange(self) -> None:
        """Only what the step needs, again after each new start: a start brings panels back."""
        step = self.step
        if step is None or not step.preset:
            return
        window = self.window
        window.controls.show_only(step.controls)
        window.settings_dock.setVisible(step.controls is None or bool(step.controls))
        known = window.panels.panels
        window.panels.to_stage(step.stage if step.stage in known else window.panels.main)
        for name, panel in known.items():
            panel.dock.setVisible(name in step.panels and name != window.panels.staged)
        QTimer.singleShot(0, self, self._share_out)

    def _share_out(self) -> None:
        """The settings have the height they need, at most half, and the text has the rest."""
        docks = [self.dock, self.window.settings_dock]
        if self.lesson is None or not all(dock is not None and dock.isVisible() for dock in docks):
            return
        whole = sum(dock.height() for dock in docks if dock is not None)
        needed = min(self.window.controls.content.sizeHint().height() + EDGE, whole // 2)
        heights = [whole - needed, needed]
        self.window.resizeDocks(
            [dock for dock in docks if dock is not None], heights, Qt.Orientation.Vertical
        )

    def _give_back(self) -> None:
        """The desk has its controls back, all of them."""
        desk = self.window.theory.desk
        if desk is not None:
            desk.controls.show_only(None)
            desk.set_lesson(False)

    # -- the column --------------------------------------------------------------------------------

    def _make(self) -> None:
        if self.column is not None:
            return
        from ganlab_gui.app.lesson_column import LessonColumn

        window = self.window
        self.column = LessonColumn()
        self.column.turned.connect(self.turn)
        self.column.left.connect(self.leave)
        self.dock = QDockWidget(window)
        self.dock.setObjectName("dock.lesson")
        self.dock.setTitleBarWidget(QWidget())
        self.dock.setWidget(self.column)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        window.splitDockWidget(self.dock, window.settings_dock, Qt.Orientation.Vertical)
        window.session.scene_changed.connect(self._arrange)
        self.column.set_theme(window.palette_, window.scale)
        self.column.retranslate(window.language)

    def set_theme(self, palette: Palette, scale: float) -> None:
        if self.column is not None:
            self.column.set_theme(palette, scale)

    def retranslate(self) -> None:
        if self.column is not None:
            self.column.retranslate(self.window.language)
