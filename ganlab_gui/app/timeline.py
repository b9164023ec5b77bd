"""The bar under the stage by which one goes through time."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from ganlab_gui.app.branches import Branches
from ganlab_gui.app.icons import SIZE, icon
from ganlab_gui.app.playback import Playback
from ganlab_gui.app.timeline_signs import branch_name, differing, plain, signs, tr
from ganlab_gui.app.timeline_track import Track
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.filmstrip import FilmStrip
from ganlab_gui.views.timescale import TimeScale

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow

EVERY_MS = 500
"""Milliseconds between two looks at what has been recorded since."""
HIGH = 940
"""Height of the window from which on the pictures are larger."""
SAME = 50
"""The same event in several runs is one sign where it lies within a fiftieth of the line."""
LOW = 640
"""Height of the window under which, at 100 %, there is room for the line alone."""
NARROW = 470, 270
"""Widths under which, at 100 %, the buttons stand below instead of beside: with pictures, without.
"""
BUTTONS = ("play_back", "play_on", "now", "branch_here", "bookmark")
FILMS = ("export_strip", "export_movie")
"""Buttons that a narrow bar leaves to the menus."""
ROOMY = 700
ICONS = {
    "play_back": "play_back", "play_on": "play", "now": "now", "branch_here": "branch",
    "bookmark": "bookmark", "export_strip": "film", "export_movie": "movie", "branches": "tree",
    "fold": "chevron",
}  # fmt: skip


class Timeline(QFrame):
    """Small pictures over a line with a handle, marks on it, and buttons beside it.

    What it shows is looked up twice a second while training, and only while it is in sight.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setObjectName("timeline")
        self.setProperty("panel", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.window_, self.session = window, window.session
        self.playback = Playback(self.session)
        self.branches = Branches(window)
        self.strip = FilmStrip("timeline.strip", self)
        self.track = Track("timeline.track", self)
        self.says = QLabel(self)
        self.says.setObjectName("timeline.says")
        self.to_now = QPushButton(self)
        self.to_now.setObjectName("timeline.to_now")
        self.to_now.setProperty("primary", True)
        self.crowded = False
        self.folded = bool(window.preferences.get("timeline_folded", False))
        self.looks = 0
        """How often it was brought up to date."""
        self._shown: object = None
        self._look: object = None
        self._build()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.buttons = {key: self._button(key) for key in (*BUTTONS, *FILMS, "branches", "fold")}
        for key in (*BUTTONS, *FILMS):
            action = self.window_.actions_[key]
            self.buttons[key].clicked.connect(action.trigger)
        self.buttons["fold"].clicked.connect(self.window_.actions_["timeline"].trigger)
        self.menu = QMenu(self)
        self.menu.setObjectName("timeline.menu")
        self.menu.aboutToShow.connect(lambda: self.branches.fill(self.menu))
        self.buttons["branches"].setMenu(self.menu)
        self.buttons["branches"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for key in ("play_back", "play_on"):
            self.buttons[key].setCheckable(True)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self.buttons.values():
            row.addWidget(button)
        self.side = QVBoxLayout()
        self.side.setSpacing(3)
        self.side.addWidget(self.says)
        self.side.addWidget(self.to_now, 0, Qt.AlignmentFlag.AlignLeft)
        self.side.addStretch(1)
        self.side.addLayout(row)
        line = QVBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.strip)
        line.addWidget(self.track)
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(8, 5, 8, 4)
        self.box.setSpacing(10)
        self.box.addLayout(line, 1)
        self.box.addLayout(self.side)

    def _button(self, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"timeline.{key}")
        button.setProperty("slim", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _connect(self) -> None:
        session = self.session
        session.moment_changed.connect(self._moved)
        session.recording_changed.connect(self._renew)
        session.scene_changed.connect(self._renew)
        self.playback.changed.connect(self._show_buttons)
        self.track.asked.connect(self.visit)
        self.track.moved.connect(self.pass_over)
        self.track.mark_menu.connect(self._mark_menu)
        self.strip.asked.connect(self.visit)
        self.to_now.clicked.connect(self.now)

    # -- going through time ------------------------------------------------------------------------

    def visit(self, step: int) -> None:
        """To the recorded picture nearest to a step."""
        self.playback.stop()
        self.session.visit(step)

    def pass_over(self, pictures: int) -> None:
        """So many pictures on (or back, where negative)."""
        steps, here = self.playback.steps, self.session.shown_step
        if not len(steps) or (self.session.moment is None and pictures > 0):
            return
        index = int(steps.searchsorted(here, side="left" if pictures < 0 else "right"))
        index += pictures if pictures < 0 else pictures - 1
        if index >= len(steps):
            self.now()
        else:
            self.visit(int(steps[max(0, index)]))

    def previous(self) -> None:
        self.pass_over(-1)

    def next(self) -> None:
        self.pass_over(1)

    def mark_before(self) -> None:
        self._to_mark(-1)

    def mark_after(self) -> None:
        self._to_mark(1)

    def _to_mark(self, way: int) -> None:
        """To the next moment with a sign; after the last one comes now."""
        recording = self.session.recording
        if recording is None:
            return
        places = {self._nearest(sign.step) for sign in signs(recording, str)}
        here = self.session.shown_step
        beyond = sorted((s for s in places if (s - here) * way > 0), key=lambda s: abs(s - here))
        if beyond:
            self.visit(beyond[0])
        elif way > 0:
            self.now()

    def _nearest(self, step: int) -> int:
        assert self.session.recording is not None
        picture = self.session.recording.picture(step)
        return step if picture is None else picture.step

    def beginning(self) -> None:
        steps = self.playback.steps
        if len(steps):
            self.visit(int(steps[0]))

    def now(self) -> None:
        self.playback.stop()
        self.session.live()

    def play_back(self) -> None:
        self.playback.toggle(-1)
        self._show_buttons()

    def play_on(self) -> None:
        self.playback.toggle(1)
        self._show_buttons()

    # -- what it shows -----------------------------------------------------------------------------

    def _renew(self) -> None:
        self._shown = None
        self._moved()

    def _moved(self) -> None:
        looks = self.looks
        self.refresh()
        if self.looks == looks:
            self._say()

    def refresh(self) -> None:
        """Show what has been recorded since, if anybody can see it."""
        recording, scene, session = self.session.recording, self.session.scene, self.session
        if recording is None or scene is None or not self.isVisible():
            return
        self._fit()
        branch, history = recording.branch, session.history
        state = (
            id(recording), branch.id, session.step, branch.pictures.newest, session.moment,
            len(history.edits), len(branch.marks), self._run, self.track.width(), self.flat,
            self.strip.side,
        )  # fmt: skip
        if state == self._shown:
            return
        self._shown = state
        self.looks += 1
        self._say()
        scale = self._scale()
        self.track.show_line(
            scale, session.shown_step, session.moment is None,
            recording.steps("pictures"), recording.steps("keyframes"),
        )  # fmt: skip
        within = scale.steps // SAME
        self.track.show_signs(signs(recording, self.window_.controls.name_of, within))
        if not self.flat:
            self.strip.show_recording(recording, scene, scale, session.moment, self._run)

    @property
    def _run(self) -> int:
        panels = self.window_.panels
        return panels.panels[panels.main].view.run

    def _scale(self) -> TimeScale:
        recording = self.session.recording
        assert recording is not None
        first = min(branch.fork for branch, _ in recording.line())
        margin = 8 * self.window_.scale if self.flat else self.strip.margin()
        return TimeScale(
            first, max(self.session.step, first + 1), margin, self.track.width() - margin
        )

    def _say(self) -> None:
        """Which moment the window shows."""
        session, palette = self.session, self.window_.palette_
        recording, moment = session.recording, session.moment
        past = moment is not None
        self.to_now.setVisible(past and not self.flat)
        if moment is None:
            several = recording is not None and len(recording.branches) > 1
            words = tr("now")
            if several and recording is not None:
                words += " · " + branch_name(recording.branch)
            self.says.setText(f'<span style="color:{palette.quiet}">{escape(words)}</span>')
            self.says.setToolTip("")
        else:
            text = tr("step {0} of {1} — the past")
            words = text.format(thousands(moment), thousands(session.step))
            self.says.setText(f'<b style="color:{palette.action}">{words}</b>')
            self.says.setToolTip(plain(self.then()))
        self.track.setAccessibleDescription(words)
        self._show_buttons()

    def then(self) -> str:
        """Which settings of the moment differ from those of now."""
        session = self.session
        if session.moment is None or session.recording is None:
            return ""
        held = session.recording.settings_at(session.moment)
        found = differing(held, session.experiment, self.window_.controls.name_of)
        if not found:
            return tr("The settings were the same as now.")
        return tr("Shown are the settings of that moment. Since then:") + "\n" + found

    def _show_buttons(self) -> None:
        past = self.session.moment is not None
        self.window_.actions_["now"].setEnabled(past)
        self.buttons["now"].setEnabled(past)
        for key, way in (("play_back", -1), ("play_on", 1)):
            self.buttons[key].setChecked(self.playback.direction == way)

    def _mark_menu(self, mark: object, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("timeline.mark")
        self.branches.fill_bookmark(menu, mark)  # type: ignore[arg-type]
        menu.exec(place)
        menu.deleteLater()

    # -- look and language -------------------------------------------------------------------------

    def toggle_fold(self) -> None:
        """Leave the line alone, or give the pictures back."""
        self.folded = not self.folded
        self.window_.preferences.set("timeline_folded", self.folded)
        self._renew()

    @property
    def flat(self) -> bool:
        """Whether the line stands alone: folded, or in a window too low for more."""
        low = HIGH if self.crowded else LOW
        return self.folded or self.window_.height() < low * self.window_.scale

    def make_way(self, crowded: bool) -> None:
        """Two stages need the room of the pictures, but for a high window."""
        self.crowded = crowded
        self._fit()

    def set_theme(self, palette: Palette, scale: float) -> None:
        for key, name in ICONS.items():
            self.buttons[key].setIcon(icon(name, palette, scale))
            side = round((SIZE - 2) * scale)
            self.buttons[key].setIconSize(QSize(side, side))
        self.track.set_look(palette, scale)
        self._look = None
        self._fit()
        self.refresh()

    def _fit(self) -> None:
        """Larger pictures in a high window; buttons below the line in a narrow one."""
        palette, scale = self.window_.palette_, self.window_.scale
        tall = self.window_.height() >= HIGH * scale
        narrow = self.width() < NARROW[self.flat] * scale
        roomy = self.width() >= ROOMY * scale
        look = tall, narrow, roomy, self.flat
        if look == self._look:
            return
        self._look, self._shown = look, None
        self.strip.set_look(palette, scale, tall)
        direction = QBoxLayout.Direction
        self.box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for key in FILMS:
            self.buttons[key].setVisible(roomy)
        self.strip.setHidden(self.flat)
        self.says.setHidden(self.flat)
        self.buttons["fold"].setIcon(icon("up" if self.folded else "chevron", palette, scale))
        self.buttons["fold"].setVisible(self.folded or not self.flat)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.playback.stop()

    def retranslate(self) -> None:
        self.strip.empty = tr("press space: what you see is recorded here")
        self.strip.word = tr("step {0}: click to go there")
        self.strip.setAccessibleName(tr("Recorded pictures"))
        self.track.setAccessibleName(tr("Time line"))
        self.to_now.setText(tr("back to now"))
        names = {"branches": tr("Branches and bookmarks"), "fold": self._text("timeline")}
        for key, button in self.buttons.items():
            name = names.get(key) or self._text(key)
            shortcut = "" if key == "branches" else self._shortcut(key)
            button.setToolTip(f"{name} ({shortcut})" if shortcut else name)
            button.setAccessibleName(name)
        self._renew()

    def _text(self, key: str) -> str:
        return self.window_.actions_[key].text().replace("&", "")

    def _shortcut(self, key: str) -> str:
        key = "timeline" if key == "fold" else key
        return self.window_.actions_[key].shortcut().toString()
