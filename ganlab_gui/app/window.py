"""The main window: settings, the stage, panels around it, a bar above and a line below."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app import actions, language
from ganlab_gui.app.banner import Banner
from ganlab_gui.app.chrome import chrome
from ganlab_gui.app.comparison import Comparison
from ganlab_gui.app.controls import ControlPanel
from ganlab_gui.app.documents import SUFFIXES, Documents
from ganlab_gui.app.exporter import Exporter
from ganlab_gui.app.films import Films
from ganlab_gui.app.keeping import Keeping
from ganlab_gui.app.lessons import Lessons
from ganlab_gui.app.many import Many
from ganlab_gui.app.memory import MemoryBar
from ganlab_gui.app.notices import Notices
from ganlab_gui.app.panels import Panels
from ganlab_gui.app.preferences import SCALES, Preferences
from ganlab_gui.app.recent import Recent
from ganlab_gui.app.rival_choice import ONLY_COMPARING
from ganlab_gui.app.session import FRAME_MS, Session, State
from ganlab_gui.app.session_files import SessionFiles
from ganlab_gui.app.status import StatusBar
from ganlab_gui.app.theme import apply_theme
from ganlab_gui.app.theory import Theory
from ganlab_gui.app.timeline import Timeline
from ganlab_gui.app.transport import SPEEDS, TransportBar
from ganlab_gui.app.work import Work
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client
from ganlab_gui.palette import PALETTES

SIZE = QSize(1280, 800)
OF_DATA = ("box", "window", "span", "label", "moment")
"""Options of views that go with the data they show, such as a zoom: they are not kept."""
SLOW_EVERY = 250
"""Milliseconds between two refreshes of the status line."""


class MainWindow(QMainWindow):
    """Joins session, controls, panels, documents, exports; an action calls one method of one."""

    def __init__(
        self, experiment: Experiment, preferences: Preferences, client: Client,
        file: Path | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setObjectName("window")
        self.preferences = preferences
        self.session = Session(experiment, client, self)
        self.palette_ = PALETTES[preferences.theme]
        self.scale = preferences.scale
        self.language = language.install(preferences.get("language", language.system()))
        # Before any widget exists: a style sheet set later has to restyle them all.
        apply_theme(self._app(), self.palette_, self.scale)
        self.setStyleSheet(chrome(self.palette_, self.scale))
        self.documents = Documents(self, self.session, preferences)
        self.documents.path = file
        self.exporter = Exporter(self)
        self.work = Work(self)
        self.films = Films(self)
        self.theory = Theory(self)
        self.lessons = Lessons(self)
        self.comparison = Comparison(self)
        self.many = Many(self)
        self.actions_ = actions.build(self)
        self.panels = Panels(self, self.session)
        self.transport = TransportBar(self.actions_, self)
        self.banner = Banner(self)
        self.status = StatusBar(self.session, self)
        self.recent = Recent(self, preferences)
        self.keeping = Keeping(self)
        self.sessions = SessionFiles(self, self.keeping.keeper)
        self.memory = MemoryBar(self.session, preferences, self.status)
        self.timeline = Timeline(self)
        self._build()
        self.notices = Notices(self, self.session, self.banner)
        self._connect()
        self._paint_parts()
        self.retranslate()
        self._show_experiment()
        for name, options in self.preferences.options.items():
            if name in self.panels.panels:
                self.panels.panels[name].view.set_options(options)
        self._frame = self._timer(FRAME_MS, self._each_frame)
        self._slow = self._timer(SLOW_EVERY, self._refresh_slowly)

    # -- building ----------------------------------------------------------------------------------

    def _app(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app

    def _timer(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(slot)
        timer.start(interval)
        return timer

    def _build(self) -> None:
        self.setDockNestingEnabled(True)
        self.setContentsMargins(8, 0, 8, 0)
        self.setAcceptDrops(True)
        for area in (Qt.Corner.BottomLeftCorner, Qt.Corner.TopLeftCorner):
            self.setCorner(area, Qt.DockWidgetArea.LeftDockWidgetArea)
        for area in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            self.setCorner(area, Qt.DockWidgetArea.RightDockWidgetArea)
        centre = QWidget(self)
        column = self.column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self._arena(), 1)
        column.addWidget(self.timeline)
        self.setCentralWidget(centre)
        self.controls = ControlPanel(self)
        self.controls.set_folds(self.preferences.folds)
        self.settings_dock = QDockWidget(self)
        self.settings_dock.setObjectName("dock.settings")
        self.settings_dock.setTitleBarWidget(QWidget())
        self.settings = QWidget(self)
        self.settings_column = QVBoxLayout(self.settings)
        self.settings_column.setContentsMargins(0, 0, 0, 0)
        self.settings_column.addWidget(self.controls)
        self.settings_dock.setWidget(self.settings)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.settings_dock)
        self._bar()
        self.setStatusBar(self.status)
        self.status.addPermanentWidget(self.memory)
        self._menus()
        self.resize(SIZE)
        self.reset_layout()
        if layout := self.layout():
            layout.activate()
        self.resize(SIZE)  # again: before the layout knew what is hidden, it asked for more
        if not self.preferences.layout.isEmpty():
            self.restoreGeometry(self.preferences.get("geometry", self.preferences.layout))
            self.restoreState(self.preferences.layout)

    def _arena(self) -> QWidget:
        """Where the stage stands; while two runs are compared, both stages."""
        self.arena = QWidget(self)
        self.arena_column = QVBoxLayout(self.arena)
        self.stages, self.left = QHBoxLayout(), QVBoxLayout()
        for layout in (self.arena_column, self.stages, self.left):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
        self.arena_column.addLayout(self.stages, 1)
        self.stages.addLayout(self.left, 1)
        self.left.addWidget(self.panels.stage, 1)
        return self.arena

    def _bar(self) -> None:
        bar = self.addToolBar("transport")
        bar.setObjectName("toolbar.transport")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.transport)

    def _menus(self) -> None:
        self.menus: dict[str, QMenu] = {}
        for key in actions.MENUS:
            inner = key in actions.SUBMENUS
            self.menus[key] = QMenu(self) if inner else self.menuBar().addMenu("")
            self.menus[key].setObjectName(f"menu.{key}")
        for spec in actions.ACTIONS:
            menu = self.menus[spec.menu]
            if spec.menu in actions.SUBMENUS and menu.isEmpty():
                around = self.menus[actions.SUBMENUS[spec.menu]]
                around.addSeparator()
                around.addMenu(menu)
            elif spec.rule:
                menu.addSeparator()
            menu.addAction(self.actions_[spec.key])
            self.addAction(self.actions_[spec.key])
        self.menus["file"].insertMenu(self.actions_["runs"], self.recent)
        view = self.menus["view"]
        view.addSeparator()
        docks = [self.settings_dock, *(p.dock for p in self.panels.panels.values())]
        for dock in docks:
            view.addAction(dock.toggleViewAction())
        if self._app().platformName() == "offscreen":
            self.menuBar().setNativeMenuBar(False)

    def _connect(self) -> None:
        session = self.session
        session.experiment_changed.connect(self._show_experiment)
        session.moment_changed.connect(self._show_moment)
        session.state_changed.connect(self._show_state)
        session.snapshot_arrived.connect(self.status.frame)
        self.controls.edited.connect(self._edit)
        self.controls.edit_finished.connect(self.comparison.finish_edit)
        self.controls.refused.connect(self.notices.tell_refusal)
        self.controls.draw_requested.connect(self.documents.draw)
        self.transport.speed_chosen.connect(self.comparison.set_speed)
        self.transport.compare.clicked.connect(self.comparison.choice.press)
        self.panels.copy_asked.connect(self.exporter.copy)
        self.panels.export_asked.connect(self.exporter.export)
        stack = session.undo_stack
        stack.canUndoChanged.connect(self._show_undo)
        stack.canRedoChanged.connect(self._show_undo)
        self._show_undo()
        for key in ONLY_COMPARING:
            self.actions_[key].setEnabled(False)

    # -- each frame --------------------------------------------------------------------------------

    def _each_frame(self) -> None:
        self.transport.show_step(self.comparison.step, self.session.moment is not None)
        self.panels.draw_curves()
        self.comparison.each_frame()

    def _refresh_slowly(self) -> None:
        self.status.refresh()
        self.keeping.refresh()
        self.memory.refresh(self.scale)

    def up_to_date(self, step: int) -> bool:
        """Whether the window shows all there is of ``step``: picture, readings, floors, curves."""
        session = self.session
        history = session.history
        shown = -1 if session.snapshot is None else session.snapshot.step
        picture = shown == session.step and (shown >= step or session.state is State.DIVERGED)
        # The costly readings come last; a run that broke at once may never have any.
        w1 = history.measures.column("w1")[-1:]
        measured = len(w1) > 0 and history.measures.steps[-1] == session.step
        measured = measured and (bool(np.isfinite(w1).any()) or session.state is State.DIVERGED)
        whole = {"js", "w1", "kl", "tv", "mmd2", "frechet"} <= set(history.floors)
        return bool(picture and measured and whole and self.panels.drawn)

    def picture_target(self, panel: str | None) -> QWidget:
        """The widget a picture is taken of; a panel goes to the stage.

        Raises ValueError, naming the panels there are.
        """
        if panel is None:
            return self
        if panel not in self.panels.panels:
            known = ", ".join(self.panels.panels)
            raise ValueError(f"--panel {panel}: no such panel; there are: {known}.")
        self.panels.to_stage(panel)
        return self.panels.stage

    # -- what the session says ---------------------------------------------------------------------

    def _edit(self, path: str, value: object) -> None:
        taken = [session.edit(path, value) for session in self.comparison.edited]
        if not all(taken):
            self._show_experiment()

    def _show_moment(self) -> None:
        """The step and the settings of the moment in the window."""
        self.transport.show_step(self.comparison.step, self.session.moment is not None)
        if self._held is not self.session.shown_experiment:
            self._show_experiment()
        self.status.refresh()

    def _show_experiment(self) -> None:
        e = self._held = self.session.shown_experiment
        self.controls.set_experiment(self.comparison.edited[0].shown_experiment)
        self.transport.show_experiment(e.title, e.notes, e.seed, self.session.unsaved)
        self.show_heading()

    def show_heading(self) -> None:
        """What is open, in the window's title: the page on the desk, else the experiment."""
        title = language.of_preset(self.session.experiment.title)
        if self.theory.active and self.theory.desk is not None:
            title = self.theory.desk.heading()
        self.setWindowTitle(f"{title}{' •' if self.session.unsaved else ''} — GAN Lab")

    def _show_state(self) -> None:
        self.transport.show_playing(self.comparison.playing, self.palette_, self.scale)
        states = [session.state for session in self.comparison.sessions]
        for key in ("step", "step_d", "step_g"):
            self.actions_[key].setEnabled(State.PAUSED in states or State.PLAYING in states)
        self.status.refresh()

    def _show_undo(self) -> None:
        stacks = [session.undo_stack for session in self.comparison.edited]
        self.actions_["undo"].setEnabled(any(stack.canUndo() for stack in stacks))
        self.actions_["redo"].setEnabled(any(stack.canRedo() for stack in stacks))

    def say(self, text: str) -> None:
        """A passing message in the status line."""
        self.status.showMessage(text, 4_000)

    # -- actions -----------------------------------------------------------------------------------

    def toggle_play(self) -> None:
        """The space bar: training in the lab, what moves on a theory page."""
        if self.theory.active and self.theory.desk is not None:
            self.theory.desk.sweeper.toggle()
        else:
            self.comparison.toggle()

    def slower(self) -> None:
        self._shift_speed(-1)

    def faster(self) -> None:
        self._shift_speed(1)

    def _shift_speed(self, by: int) -> None:
        index = SPEEDS.index(self.session.speed) + by
        speed = SPEEDS[max(0, min(index, len(SPEEDS) - 1))]
        self.transport.current_speed = speed
        self.transport.retranslate()
        self.comparison.set_speed(speed)

    def next_run(self) -> None:
        view = self.panels.panels[self.panels.main].view
        if view.scene is not None:  # the settings may ask for other runs, from the next start on
            self.panels.set_run((view.run + 1) % view.scene.runs)

    def stage_shift(self) -> None:
        self.panels.toggle_stage("shift")

    def stage_main(self) -> None:
        self.panels.to_stage(self.panels.main)

    def toggle_fullscreen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def reset_layout(self) -> None:
        self.settings_dock.show()
        self.panels.to_stage(self.panels.main)
        self.panels.lay_out(self.scale)
        self.size_docks()

    def size_docks(self) -> None:
        """Give settings and side column the widths that go with the text size."""
        columns = [(self.settings_dock, self.controls.sizeHint().width())]
        columns += [(dock, self.panels.side_width(self.scale)) for dock in self.panels.column()]
        docks, widths = zip(*columns, strict=True)
        self.resizeDocks(list(docks), list(widths), Qt.Orientation.Horizontal)

    def toggle_theme(self) -> None:
        self.set_theme("light" if self.palette_.dark else "dark")

    def set_theme(self, name: str) -> None:
        self.preferences.set("theme", name)
        self.palette_ = PALETTES[name]
        self._restyle()

    def larger(self) -> None:
        self.set_scale(min((s for s in SCALES if s > self.scale), default=SCALES[-1]))

    def smaller(self) -> None:
        self.set_scale(max((s for s in SCALES if s < self.scale), default=SCALES[0]))

    def normal_size(self) -> None:
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Text size, 0.8 to 2: widgets and plots alike."""
        self.preferences.set("scale", scale)
        self.scale = scale
        self._restyle()
        self.panels.arrange(scale)
        self.size_docks()

    def _restyle(self) -> None:
        apply_theme(self._app(), self.palette_, self.scale)
        self.setStyleSheet(chrome(self.palette_, self.scale))
        self._paint_parts()

    def _paint_parts(self) -> None:
        self.transport.set_theme(self.palette_, self.scale)
        self.controls.set_theme(self.palette_, self.scale)
        self.panels.set_theme(self.palette_, self.scale)
        self.theory.set_theme(self.palette_, self.scale)
        self.lessons.set_theme(self.palette_, self.scale)
        self.timeline.set_theme(self.palette_, self.scale)
        self.comparison.set_theme(self.palette_, self.scale)
        self.memory.refresh(self.scale)
        self.many.set_theme(self.palette_, self.scale)
        self.status.palette_ = self.palette_
        self._show_state()

    def toggle_language(self) -> None:
        self.language = language.install("zh" if self.language == "en" else "en")
        self.preferences.set("language", self.language)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every visible text again, after a change of language."""
        actions.retranslate(self.actions_)
        for key, text in actions.MENUS.items():
            self.menus[key].setTitle(language.translate("Action", text))
        self.settings_dock.setWindowTitle(self.tr("Settings"))
        self.transport.retranslate()
        self.controls.retranslate()
        self.panels.retranslate()
        self.timeline.retranslate()
        self.theory.retranslate()
        self.lessons.retranslate()
        self.comparison.retranslate()
        self.many.retranslate()
        self.notices.retranslate()
        self.recent.retranslate()
        self.keeping.retranslate()
        self._show_experiment()
        self._show_state()

    def show_guide(self) -> None:
        from ganlab_gui.app.help import Guide

        self.guide = Guide(self, self.language)
        self.guide.show()

    def show_diagnostics(self) -> None:
        from ganlab_gui.app.help import Diagnostics

        self.diagnostics = Diagnostics(self)
        self.diagnostics.show()

    # -- events ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        file = len(urls) == 1 and Path(urls[0].toLocalFile()).suffix.lower() in SUFFIXES
        if file or (not urls and event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().urls():
            self.documents.open_path(Path(event.mimeData().urls()[0].toLocalFile()))
        else:
            self.documents.open_text(event.mimeData().text(), self.tr("The dropped text"))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.confirm():
            event.ignore()
            return
        self.lessons.leave()
        self.theory.close()
        self.comparison.close()
        self.many.close()
        self.preferences.set("layout", self.saveState())
        self.preferences.set("geometry", self.saveGeometry())
        self.preferences.folds = self.controls.folds()
        self.preferences.options = {
            name: {key: on for key, on in panel.view.options().items() if key not in OF_DATA}
            for name, panel in self.panels.panels.items()
        }
        self._frame.stop()
        self._slow.stop()
        self.keeping.close()
        self.session.close()
        self.exporter.let_go()
        self.work.close()
        self.films.close()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.preferences.layout.isEmpty():
            self.size_docks()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.session.refresh()

    def action(self, key: str) -> QAction:
        return self.actions_[key]
