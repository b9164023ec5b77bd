"""The panels of a window, on the stage and in docks: who is visible, needs what, draws when."""

from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QVBoxLayout

from ganlab_gui.app.panel import Panel
from ganlab_gui.app.session import Session
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.snapshot import Needs, Scene
from ganlab_gui.palette import Palette
from ganlab_gui.views import VIEWS
from ganlab_gui.views.compare import CompareView
from ganlab_gui.views.machine import MachineView
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.runs import RunsView

SIDE = ("modes", "mode_history", "distances", "losses")
"""Panels of the right column, top to bottom, in the layout the program starts with."""
MAIN = ("plane", "density", "field")
"""Panels that are the stage's own for some data; the stage changes among them with the data."""
HEIGHTS = (170, 150, 200, 200)
"""Their heights to one another."""
TABBED = 1.4
"""From this text size on the side column is two pairs of tabs: four panels would not fit."""
MENU = (
    ("stage", "Send to the stage"),
    ("copy", "Copy figure"),
    ("export", "Export figure…"),
    ("hide", "Hide"),
)


class Panels(QObject):
    """Builds every panel of VIEWS, keeps the main picture on the stage, hands out what has come.

    Curves are redrawn one panel a frame in turn, so that no frame has to draw them all.
    """

    stage_changed = Signal()
    copy_asked = Signal(str)
    export_asked = Signal(str)

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self.window, self.session = window, session
        self.stage = QFrame(window)
        self.stage.setProperty("stage", True)
        self.stage_layout = QVBoxLayout(self.stage)
        self.stage_layout.setContentsMargins(0, 0, 0, 0)
        self.stage_layout.setSpacing(0)
        self.panels = {name: Panel(view(), window) for name, view in VIEWS.items()}
        self.staged = ""
        self._docked = False
        self._tabbed: bool | None = None
        self._stale: list[str] = []
        self._unsuited: set[str] = set()
        for name, panel in self.panels.items():
            self._connect(name, panel)
        session.scene_changed.connect(self._start)
        session.snapshot_arrived.connect(self._draw)
        session.history_changed.connect(self._mark_stale)
        session.dissected.connect(self._show_dissections)
        session.needs, session.unseen_needs = self.needs, self.unseen_needs
        session.dissected_run = self.dissected_run

    def _connect(self, name: str, panel: Panel) -> None:
        for key, text in MENU:
            panel.add_action(key, text)
        panel.actions["stage"].triggered.connect(lambda: self.toggle_stage(name))
        panel.actions["copy"].triggered.connect(lambda: self.copy_asked.emit(name))
        panel.actions["export"].triggered.connect(lambda: self.export_asked.emit(name))
        panel.actions["hide"].triggered.connect(lambda: self._hide(name))
        panel.header.double_clicked.connect(lambda: self.toggle_stage(name))
        panel.dock.visibilityChanged.connect(lambda: self._freshen(name))
        panel.view.needs_changed.connect(self.session.refresh)
        panel.view.edit_asked.connect(self.session.edit)
        if isinstance(panel.view, CompareView) and panel.view.menu.curves is not None:
            panel.menu.addAction(panel.view.menu.curves)
        if isinstance(panel.view, OneRunView | RunsView):
            panel.view.run_chosen.connect(self.set_run)
        if isinstance(panel.view, MachineView):
            panel.view.step_asked.connect(self.session.step_both)

    # -- where they are ----------------------------------------------------------------------------

    @property
    def main(self) -> str:
        """The picture that belongs on the stage: density for 1-D data, plane for 2-D.

        The Dirac-GAN, of two parameters, has its vector field.
        """
        return main_picture(self.session.scene, self.session.experiment)

    def lay_out(self, scale: float) -> None:
        """The layout the program starts with: the side column, everything else hidden."""
        for panel in self.panels.values():
            panel.dock.setFloating(False)
            panel.dock.hide()  # all of them stacked would need a taller window, even if for once
            self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel.dock)
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        self.window.addDockWidget(bottom, self.panels["runs"].dock)
        self._tabbed = None
        self.arrange(scale)
        for name, panel in self.panels.items():
            panel.dock.setVisible(name in SIDE and name != self.staged)
        self._docked = False
        self._unsuited.clear()
        self.show_runs()
        if self.session.scene is not None:
            self.show_suited(self.session.scene)

    def arrange(self, scale: float) -> None:
        """Stack the side column, or in large text put it in tabs; done where that changes only."""
        tabbed = scale >= TABBED
        if tabbed == self._tabbed:
            return
        self._tabbed = tabbed
        docks = [self.panels[name].dock for name in SIDE]
        shown = [not dock.isHidden() for dock in docks]
        for dock in docks:
            self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        # Split before tabs: what is split off a tab becomes a tab itself.
        step = 2 if tabbed else 1
        for above, dock in pairwise(docks[::step]):
            self.window.splitDockWidget(above, dock, Qt.Orientation.Vertical)
        if tabbed:
            for front, behind in zip(docks[::2], docks[1::2], strict=True):
                self.window.tabifyDockWidget(front, behind)
        for dock, was in zip(docks, shown, strict=True):
            dock.setVisible(was)
        for dock in docks[::2]:
            dock.raise_()
        self.window.resizeDocks(docks, list(HEIGHTS), Qt.Orientation.Vertical)

    def side_width(self, scale: float) -> int:
        """Pixels of the side column: its share of the window's width."""
        widest = max(460, round(340 * scale))
        return max(340, min(widest, int(self.window.width() * 0.28)))

    def column(self) -> list[QDockWidget]:
        """A visible dock of the side column, if there is one: its width is the column's."""
        docks = [self.panels[name].dock for name in SIDE]
        return [dock for dock in docks if not dock.isHidden()][:1]

    def show_suited(self, scene: Scene) -> None:
        """Hide side panels that have nothing to say about this data, until other data suits."""
        for name in SIDE:
            dock, suits = self.panels[name].dock, self.panels[name].view.suits(scene)
            if not suits and not dock.isHidden():
                self._unsuited.add(name)
                dock.hide()
            elif suits and name in self._unsuited:
                self._unsuited.discard(name)
                dock.show()

    def show_runs(self) -> None:
        """Several runs bring their panel; a single one takes it away, and so does their field."""
        several = self.session.experiment.runs > 1 and self.main != "field"
        if self.staged == "runs":
            self._docked = several
        else:
            self.panels["runs"].dock.setVisible(several)

    def to_stage(self, name: str) -> None:
        """Put a panel on the stage; the one that stood there goes back to where it was."""
        if name == self.staged:
            return
        leaving = self.panels.get(self.staged)
        if leaving is not None:
            leaving.to_dock()
            leaving.dock.setVisible(self._docked)
        self.staged = name
        self._docked = not self.panels[name].dock.isHidden()
        self.panels[name].to_stage(self.stage_layout)
        self.session.refresh()
        self._freshen(name)
        self.stage_changed.emit()

    def toggle_stage(self, name: str) -> None:
        self.to_stage(self.main if name == self.staged else name)

    def _hide(self, name: str) -> None:
        if name == self.staged:
            self.to_stage(self.main)
        self.panels[name].dock.hide()

    # -- what they show ----------------------------------------------------------------------------

    def visible(self) -> list[str]:
        return [name for name, panel in self.panels.items() if panel.visible]

    def needs(self) -> Needs:
        """The union of what the visible views ask for, the stage's wishes first."""
        total = Needs()
        scene = self.session.scene
        for name in sorted(self.visible(), key=lambda n: n != self.staged):
            view = self.panels[name].view
            if scene is not None and view.suits(scene):
                total = total | view.needs()
        return total

    def unseen_needs(self) -> Needs:
        """What the main picture asks for, to be recorded while nobody looks."""
        return self.panels[self.main].view.needs()

    def _start(self) -> None:
        scene = self.session.scene
        assert scene is not None
        if self.staged in ("", *MAIN):
            self.to_stage(self.main)
        for panel in self.panels.values():
            panel.view.start(scene, self.session.seen_experiment)
        self.show_runs()
        self.show_suited(scene)
        self._mark_stale()

    def _draw(self) -> None:
        snapshot = self.session.snapshot
        assert snapshot is not None
        for name in self.visible():
            if self.panels[name].view.needs().fields:
                self.panels[name].view.show_snapshot(snapshot)

    @property
    def machine(self) -> MachineView:
        """The machine at work."""
        view = self.panels["machine"].view
        assert isinstance(view, MachineView)
        return view

    def dissected_run(self) -> int | None:
        """The run of which single steps are taken apart: the machine's, where it is in sight."""
        return self.machine.run if self.panels["machine"].visible else None

    def _show_dissections(self) -> None:
        self.machine.show_dissections(self.session.dissections)

    def stage_machine(self) -> None:
        self.toggle_stage("machine")

    def stage_forward(self) -> None:
        """The machine's next stage; at first the machine comes to the stage."""
        if self.panels["machine"].visible:
            self.machine.forward()
        else:
            self.to_stage("machine")

    def stage_back(self) -> None:
        if self.panels["machine"].visible:
            self.machine.back()

    def walk(self) -> None:
        """The machine walks on by itself, or stops."""
        if not self.panels["machine"].visible:
            self.to_stage("machine")
        self.machine.toggle_walk()

    def stand_still(self, frames: int) -> None:
        """Draw the same picture ``frames`` times, as a window does that is looked at for a while.

        Scales that follow what is drawn come to rest.
        """
        if self.session.snapshot is not None:
            for _ in range(frames):
                self._draw()

    def _mark_stale(self) -> None:
        self._stale += [name for name in self.panels if name not in self._stale]

    def _freshen(self, name: str) -> None:
        """A panel came into sight: it gets what it missed."""
        if name not in self._stale:
            self._stale.insert(0, name)
        self.session.refresh()

    def draw_curves(self) -> None:
        """Redraw the next visible panel whose history has grown."""
        visible = self.visible()
        for name in self._stale:
            if name in visible:
                self._stale.remove(name)
                self.panels[name].view.show_history(self.session.seen_history)
                return

    @property
    def drawn(self) -> bool:
        """Whether every visible panel shows all there is."""
        return not any(name in self.visible() for name in self._stale)

    def set_run(self, run: int) -> None:
        for panel in self.panels.values():
            panel.view.set_run(run)
        self._mark_stale()

    def set_theme(self, palette: Palette, scale: float) -> None:
        for panel in self.panels.values():
            panel.set_theme(palette, scale)
        self.session.refresh()
        self._mark_stale()

    def retranslate(self) -> None:
        for panel in self.panels.values():
            panel.retranslate()
        self._mark_stale()


def main_picture(scene: Scene | None, experiment: Experiment) -> str:
    """The name of the picture that belongs on the stage for an experiment's data."""
    if experiment.data.name == "dirac" if scene is None else scene.point:
        return "field"
    try:
        return "density" if (scene or experiment).dim == 1 else "plane"
    except ValueError:  # a file that cannot be read: the worker says so
        return "plane"
