"""B's stage: title and step in the header, a banner of its own, the main picture in a new view."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.banner import Banner
from ganlab_gui.app.icons import icon
from ganlab_gui.app.language import of_preset
from ganlab_gui.app.panel import LOWEST, Header
from ganlab_gui.app.session import Session
from ganlab_gui.app.transport import Elided
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views import VIEWS
from ganlab_gui.views.base import View, thousands

ALONE = ("machine", "compare", "runs")
"""Panels of the window that have no second one; B then shows its main picture."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)


class SideTitle(QWidget):
    """What leads the header of a stage: the side's letter, what it trains, its step."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"compare.title.{letter.lower()}")
        self.letter = QLabel(letter, self)
        self.letter.setProperty("role", "title")
        self.title = Elided(self)
        self.note = QLabel(self)
        self.note.setProperty("role", "quiet")
        self.step = QLabel(self)
        self.step.setObjectName(f"compare.step.{letter.lower()}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.letter)
        row.addWidget(self.title, 1)
        row.addWidget(self.note)
        row.addWidget(self.step)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_session(self, session: Session, note: str) -> None:
        """Write title, step and note."""
        mark = " •" if session.unsaved else ""
        whole = of_preset(session.experiment.title) + mark
        if whole != self.title.whole:
            self.title.set_whole(whole)
        self.step.setText(tr("step {0}").format(thousands(session.shown_step)))
        self.note.setText(note)


class RivalStage(QObject):
    """Feeds a view of B's with what B's session brings; ``frame`` is a column with all of it."""

    view_changed = Signal()

    def __init__(self, session: Session, menu: QMenu, window: QWidget) -> None:
        super().__init__(window)
        self.session = session
        self.frame = QWidget(window)
        self.frame.setObjectName("compare.b")
        self.banner = Banner(self.frame)
        self.stage = QFrame(self.frame)
        self.stage.setProperty("stage", True)
        self.header = Header(self.stage)
        self.title = SideTitle("B", self.header)
        self.header.more.setObjectName("compare.choose")
        self.header.more.setMenu(menu)
        self.header.lead_with(self.title)
        self.body = QFrame(self.stage)
        self.body.setProperty("panelBody", True)
        self.body.setObjectName("panel.rival")
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(8, 0, 8, 8)
        column = QVBoxLayout(self.stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)
        whole = QVBoxLayout(self.frame)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.banner)
        whole.addWidget(self.stage, 1)
        self.views: dict[str, View] = {}
        self.name = ""
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self._headers: dict[str, str] = {}
        self._stale = False
        session.scene_changed.connect(self._start)
        session.snapshot_arrived.connect(self._draw)
        session.history_changed.connect(self._mark_stale)
        session.needs = self.needs

    @property
    def view(self) -> View | None:
        """The view in sight."""
        return self.views.get(self.name)

    def show_view(self, name: str, options: dict[str, object]) -> None:
        """Bring a view of VIEWS to the stage; it is made once, with A's options."""
        if name == self.name:
            return
        if name not in self.views:
            self.views[name] = self._make(name)
            self.views[name].set_options(options)
        for known, view in self.views.items():
            view.setVisible(known == name)
        self.name = name
        self.header.numbers.show_html(self._headers.get(name, ""))
        self._stale = True
        self.session.refresh()
        self.view_changed.emit()

    def _make(self, name: str) -> View:
        view = VIEWS[name](self.body)
        view.set_theme(self.palette_, self.scale)
        view.needs_changed.connect(self.session.refresh)
        view.edit_asked.connect(self.session.edit)
        view.header_changed.connect(lambda html: self._tell(name, html))
        self.inside.addWidget(view)
        if self.session.scene is not None:
            view.start(self.session.scene, self.session.seen_experiment)
        return view

    def _tell(self, name: str, html: str) -> None:
        self._headers[name] = html
        if name == self.name:
            self.header.numbers.show_html(html)

    # -- what it shows -----------------------------------------------------------------------------

    @property
    def visible(self) -> bool:
        """Whether anybody can see it."""
        return self.body.isVisible() and not self.body.visibleRegion().isEmpty()

    def needs(self) -> Needs:
        """What B's snapshots must hold."""
        view, scene = self.view, self.session.scene
        if view is None or scene is None or not self.visible or not view.suits(scene):
            return Needs()
        return view.needs()

    def _start(self) -> None:
        assert self.session.scene is not None
        for view in self.views.values():
            view.start(self.session.scene, self.session.seen_experiment)
        self._stale = True

    def _draw(self) -> None:
        view, snapshot = self.view, self.session.snapshot
        if view is not None and snapshot is not None and view.needs().fields and self.visible:
            view.show_snapshot(snapshot)

    def _mark_stale(self) -> None:
        self._stale = True

    def draw_curves(self) -> None:
        """Show the view the history, where that has grown."""
        if self._stale and self.view is not None and self.visible:
            self._stale = False
            self.view.show_history(self.session.seen_history)

    # -- look and language -------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self.body.setMinimumHeight(round(LOWEST * scale))
        self.header.more.setIcon(icon("menu", palette, scale))
        for view in self.views.values():
            view.set_theme(palette, scale)
        self.session.refresh()
        self._stale = True

    def retranslate(self) -> None:
        self.header.more.setToolTip(tr("Choose what B trains"))
        self.header.more.setAccessibleName(tr("Choose what B trains"))
        for view in self.views.values():
            view.retranslate()
        self._stale = True

    def close(self) -> None:
        """Take B's stage out of the window."""
        self.frame.setParent(None)
        self.frame.deleteLater()


def second(name: str, main: str) -> str:
    """What B shows while A shows ``name``: the same, or B's own main picture."""
    return main if name in ALONE or name in ("plane", "density", "field") else name
