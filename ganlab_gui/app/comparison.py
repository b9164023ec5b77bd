"""A|B: a second experiment beside the window's own, under one transport."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer

from ganlab_gui.app.compare_bar import CompareBar, SideSwitch
from ganlab_gui.app.conductor import Conductor
from ganlab_gui.app.notices import Notices
from ganlab_gui.app.panels import SIDE, main_picture
from ganlab_gui.app.rival import RivalStage, SideTitle, second, tr
from ganlab_gui.app.rival_choice import ONLY_COMPARING, RivalChoice
from ganlab_gui.app.session import Session, State
from ganlab_gui.app.sides import Sides
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client
from ganlab_gui.lab.history import History
from ganlab_gui.lab.recording import Place
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.compare import CompareView
from ganlab_gui.views.twins import Twins

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow

WIDE = 1500
"""Pixels of a window at 100 % from which the curves have room in the side column."""
TALL = 640
"""Pixels of a window's height at 100 % that leave room for the curves below."""
LOW = 0.2
"""Share of a small window's height that the curves have below the stages."""


class Comparison(Sides):
    """The A|B side of a window; everything it needs is made when it is first entered.

    Where there is no B, all that is asked of it goes to A's session alone.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.choice = RivalChoice(self)
        self.stage: RivalStage | None = None
        self.twins: Twins | None = None
        self._layout = QByteArray()
        self._retell = QTimer(self, singleShot=True, interval=0)
        self._retell.timeout.connect(self._tell)
        self._stale = False
        self._turn = False
        self._playing = False

    # -- entering and leaving ----------------------------------------------------------------------

    def begin(self, experiment: Experiment) -> None:
        """Compare with ``experiment`` from step 0."""
        self._keep_seed(experiment)
        if self.same_seed:
            seed = self.window.session.experiment.seed
            experiment = with_values(experiment, {"seed": seed})
        if self.rival is None:
            self._enter(self._session(experiment, experiment))
        else:
            self.rival.open_experiment(experiment)

    def take_over(self, place: Place, history: History) -> None:
        """Compare with what goes on from a moment of A's recording."""
        self._keep_seed(place.experiment)
        history = history.copy(place.step)
        if self.rival is None:
            rival = self._session(place.experiment, place)
            rival.take_over(place, history, started=True)
            self._enter(rival)
        else:
            self.rival.take_over(place, history)

    def _session(self, experiment: Experiment, start: Experiment | Place) -> Session:
        a = self.window.session
        rival = Session(experiment, Client(start, a.home, a.client.device), self)
        rival.set_budget(a.budget)
        self.window.keeping.also(rival)
        return rival

    def _keep_seed(self, experiment: Experiment) -> None:
        """The seed that B has again once it is not to be A's."""
        a = self.window.session.experiment
        self.own_seed = experiment.seed if experiment.seed != a.seed else (a.seed + a.runs) % 2**31

    def _enter(self, rival: Session) -> None:
        window = self.window
        window.theory.leave()
        window.lessons.leave()
        self._layout = window.saveState()
        self._staged = window.panels.staged
        self.rival = rival
        rival.set_speed(window.session.speed)
        self._make_parts(rival)
        self._connect(rival)
        self.conductor = Conductor(window.session, rival, self)
        self.conductor.moved.connect(self._moved)
        self._make_room()
        self._match_view()
        self.set_theme(window.palette_, window.scale)
        self.retranslate()
        self._show_sides()

    def _make_parts(self, rival: Session) -> None:
        window = self.window
        self.title = SideTitle("A", window)
        self._led = ""
        self.stage = RivalStage(rival, self.choice.menu(window), window)
        window.stages.addWidget(self.stage.frame, 1)
        window.stages.setStretch(0, 1)
        self.bar = CompareBar(window.arena)
        self.bar.left_.connect(self.leave)
        self.bar.same_seed.toggled.connect(self.set_same_seed)
        window.arena_column.insertWidget(0, self.bar)
        self.switch = SideSwitch(window.settings)
        self.switch.chosen.connect(self.set_side)
        window.settings_column.insertWidget(0, self.switch)
        self.notices = Notices(window, rival, self.stage.banner, "B")
        window.notices.name_side("A")

    def _connect(self, rival: Session) -> None:
        window = self.window
        for session in self.sessions:
            session.experiment_changed.connect(self._retell.start)
            session.scene_changed.connect(self._retell.start)
        window.session.experiment_changed.connect(self._follow_seed)
        rival.experiment_changed.connect(window._show_experiment)
        rival.state_changed.connect(window._show_state)
        rival.scene_changed.connect(self._start_rival)
        rival.history_changed.connect(self._mark_stale)
        for signal in (rival.undo_stack.canUndoChanged, rival.undo_stack.canRedoChanged):
            signal.connect(window._show_undo)
        window.panels.stage_changed.connect(self._match_view)

    def leave(self) -> None:
        """Back to A alone, which goes on as it was."""
        rival, window = self.rival, self.window
        if rival is None or self.conductor is None or self.stage is None:
            return
        self.conductor.release()
        self.conductor.deleteLater()
        if self.twins is not None:
            self.twins.part()
        window.session.experiment_changed.disconnect(self._retell.start)
        window.session.scene_changed.disconnect(self._retell.start)
        window.session.experiment_changed.disconnect(self._follow_seed)
        window.panels.stage_changed.disconnect(self._match_view)
        window.keeping.let_go(rival)
        rival.close()
        self.stage.close()
        window.panels.panels[self._led].header.lead_with(None)
        for part in (self.title, self.bar, self.switch):
            part.setParent(None)
            part.deleteLater()
        rival.deleteLater()
        self.notices.deleteLater()
        self.rival = self.conductor = self.stage = self.twins = None
        self.side = "a"
        window.notices.name_side("")
        self.curves.start_rival(None, None)
        self._give_back_layout()
        self._show_sides()
        window.session.refresh()

    def _give_back_layout(self) -> None:
        window = self.window
        window.panels.to_stage(self._staged)
        window.panels.panels["compare"].dock.hide()
        window.timeline.make_way(False)
        size = window.size()
        for _ in range(2):  # at first the layout makes room for what is hidden a moment later
            window.restoreState(self._layout)
            if layout := window.layout():
                layout.activate()
            window.resize(size)

    def close(self) -> None:
        """The window closes: B's worker ends with it, and A's layout is the one to keep."""
        self.leave()

    def _make_room(self) -> None:
        """The curves of both take the side column, or in a small window the room below.

        Where the text is large for the window, the pictures need it all; the menu has the curves.
        """
        window = self.window
        for name in (*SIDE, "runs"):
            window.panels.panels[name].dock.hide()
        dock = window.panels.panels["compare"].dock
        wide = window.width() >= WIDE * max(1.0, window.scale)
        area = Qt.DockWidgetArea
        window.addDockWidget(area.RightDockWidgetArea if wide else area.BottomDockWidgetArea, dock)
        window.timeline.make_way(True)
        dock.setFloating(False)
        dock.setVisible(wide or window.height() >= TALL * window.scale)
        if wide:
            width = window.panels.side_width(window.scale)
            window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        else:
            height = round(window.height() * LOW)
            window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def toggle_seed(self) -> None:
        if self.rival is not None:
            self.bar.same_seed.toggle()

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def curves(self) -> CompareView:
        """The panel with both sides' curves."""
        view = self.window.panels.panels["compare"].view
        assert isinstance(view, CompareView)
        return view

    def _match_view(self) -> None:
        """B's stage shows what A's does, or B's own main picture."""
        window, stage = self.window, self.stage
        if stage is None or self.rival is None:
            return
        name = window.panels.staged
        if self._led and self._led != name:
            window.panels.panels[self._led].header.lead_with(None)
        window.panels.panels[name].header.lead_with(self.title)
        self._led = name
        wanted = second(name, main_picture(self.rival.scene, self.rival.experiment))
        panel = window.panels.panels.get(wanted)
        options = panel.view.options() if panel is not None else {}
        stage.show_view(wanted, {k: v for k, v in options.items() if k not in ("box", "label")})
        if self.twins is not None:
            self.twins.part()
        self.twins = None
        if stage.view is not None and name == wanted:
            self.twins = Twins(window.panels.panels[name].view, stage.view)

    def _start_rival(self) -> None:
        assert self.rival is not None
        self._match_view()
        self.curves.start_rival(self.rival.scene, self.rival.seen_experiment)

    def _mark_stale(self) -> None:
        self._stale = True

    def each_frame(self) -> None:
        """Keep both pictures alike; B's curves and B's stage take turns to be drawn."""
        if self.rival is None or self.stage is None:
            return
        if self.twins is not None:
            self.twins.keep()
        self._turn = not self._turn
        if self._turn:
            self.stage.draw_curves()
        elif self._stale and self.window.panels.panels["compare"].visible:
            self._stale = False
            self.curves.show_rival(self.rival.seen_history)

    def _moved(self) -> None:
        if self.rival is None or self.conductor is None or self.stage is None:
            return
        self.title.show_session(self.window.session, self._note(self.window.session))
        self.stage.title.show_session(self.rival, self._note(self.rival))
        if self._playing != self.playing:
            self._playing = self.playing
            self.window._show_state()

    def _note(self, session: Session) -> str:
        """What a side does while the other waits."""
        assert self.conductor is not None
        other = next(s for s in self.sessions if s is not session)
        if session.state is State.STARTING:
            return tr("starting")
        if session.state is State.DIVERGED:
            return tr("diverged")
        if session.state is State.LOST:
            return tr("worker lost")
        if self.conductor.apart and session.step < other.step:
            return tr("catching up to {0}").format(thousands(other.step))
        return ""

    def _tell(self) -> None:
        if self.rival is not None:
            self.bar.show_differences(self.window.session.running, self.rival.running)
            self._moved()

    def _show_sides(self) -> None:
        """What depends on whether there is a B: actions, the button of the bar, settings."""
        for key in ONLY_COMPARING:
            self.window.actions_[key].setEnabled(self.active)
        self.window.transport.show_comparing(self.active)
        self.window._show_experiment()
        self.window._show_state()
        self.window._show_undo()
        self._tell()

    # -- look and language -------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        if self.stage is not None:
            self.stage.set_theme(palette, scale)
            self.bar.set_theme(palette, scale)

    def retranslate(self) -> None:
        if self.stage is not None:
            self.stage.retranslate()
            self.bar.retranslate(self.same_seed)
            self.switch.retranslate(self.side)
            self.notices.retranslate()
            self._tell()
