"""Watches a session's curves for events, and marks them in its recording."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ganlab_gui.lab.events import Detector

if TYPE_CHECKING:
    from ganlab_gui.app.session import Session

EVERY_MS = 250
AT_ONCE = 100_000
"""Steps that are gone through at once: a long recording that is opened must not hold the window."""


class Observer(QObject):
    """Finds what has happened on the current branch, some moments after it did.

    Whenever training is taken up somewhere else it begins again with all that the branch has seen,
    and marks only what is not marked yet.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.session = session
        self.detector: Detector | None = None
        self._reached = 0
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        session.scene_changed.connect(self._begin)
        session.history_changed.connect(self._wake)

    def _begin(self) -> None:
        scene = self.session.scene
        self.detector = None if scene is None else Detector(scene.weights, scene.runs)
        self._reached = 0
        self._wake()

    def _wake(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Go through what is new, and mark what is found."""
        session, recording = self.session, self.session.recording
        if self.detector is None or recording is None:
            return
        history, last = session.history, session.history.last_step
        if last - self._reached > AT_ONCE:
            history = history.until(self._reached + AT_ONCE)
            self._timer.start()
        self._reached = min(last, self._reached + AT_ONCE)
        found = self.detector.update(history, session.diverged_at)
        known = {(mark.step, mark.kind, mark.run) for mark in recording.marks()}
        new = [mark for mark in found if (mark.step, mark.kind, mark.run) not in known]
        for mark in new:
            recording.mark(mark)
        if new:
            session.recording_changed.emit()
