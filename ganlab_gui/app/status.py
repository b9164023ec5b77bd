"""The line at the bottom: state, steps/s, device, home, frames/s, time played."""

from time import monotonic

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ganlab_gui.app.session import Session, State
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands


def tr(text: str) -> str:
    return QCoreApplication.translate("Status", text)


class StatusBar(QStatusBar):
    """Shows the session's state; ``frame`` counts the pictures shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setSizeGripEnabled(False)
        self.labels = {
            key: QLabel(self) for key in ("state", "rate", "device", "frames", "elapsed", "edits")
        }
        for key, label in self.labels.items():
            label.setObjectName(f"status.{key}")
            self.addWidget(label)
        self.palette_: Palette | None = None
        self._frames, self._since = 0, monotonic()
        self.frames_per_second = 0.0

    def frame(self) -> None:
        self._frames += 1

    def refresh(self) -> None:
        """Write everything again; called a few times a second."""
        now = monotonic()
        if now - self._since >= 1.0:
            self.frames_per_second = self._frames / (now - self._since)
            self._frames, self._since = 0, now
        session, playing = self.session, self.session.state is State.PLAYING
        words = {
            State.STARTING: tr("starting"),
            State.PAUSED: tr("paused"),
            State.PLAYING: tr("playing"),
            State.DIVERGED: tr("diverged"),
            State.LOST: tr("worker lost"),
        }
        moment = session.moment
        if moment is None:
            self.labels["state"].setText(self._dot(session.state) + words[session.state])
        else:
            past = tr("in the past: step {0} of {1}")
            there = past.format(thousands(moment), thousands(session.step))
            self.labels["state"].setText(self._coloured("action") + there)
        rate = tr("{0} steps/s").format(thousands(round(session.steps_per_second)))
        self.labels["rate"].setText(rate if playing else "")
        frames = tr("{0} pictures/s").format(round(self.frames_per_second))
        self.labels["frames"].setText(frames if playing else "")
        home = tr("worker process") if session.home == "process" else tr("worker thread")
        device = session.scene.device.upper() if session.scene else "…"
        self.labels["device"].setText(f"{device} · {home}")
        seconds = int(session.elapsed)
        self.labels["elapsed"].setText(
            f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        )
        self.labels["edits"].setText(tr("unsaved changes") if session.unsaved else "")
        for key in ("rate", "frames", "edits"):
            self.labels[key].setVisible(bool(self.labels[key].text()))

    def _dot(self, state: State) -> str:
        if self.palette_ is None:
            return ""
        role = {State.PLAYING: "generated", State.DIVERGED: "danger", State.LOST: "danger"}
        return self._coloured(role.get(state, "quiet"))

    def _coloured(self, role: str) -> str:
        return f'<span style="color:{getattr(self.palette_, role)}">●</span> '
