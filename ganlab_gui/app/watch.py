"""Marks what happens in a run, by the rules of `lab.events`, while it is recorded."""

from PySide6.QtCore import QObject

from ganlab_gui.app.session import Session
from ganlab_gui.lab.events import Detector
from ganlab_gui.lab.history import History

AT_ONCE = 20_000
"""Steps of a long history that are looked through at once: the window waits no longer for it."""


class Watch(QObject):
    """Looks through what is new in the current branch; each event is marked once.

    In another branch it begins again with the whole history of that one, which brings the marks
    that are known already and those to come.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self._history: History | None = None
        self._cuts = 0
        self._detector = Detector(None, 1)
        self._seen = -1

    def look(self) -> None:
        """Called a few times a second."""
        session, recording = self.session, self.session.recording
        if recording is None or session.scene is None:
            return
        history = recording.branch.history
        if history is not self._history or len(history.rows.cuts) != self._cuts:
            self._history, self._cuts = history, len(history.rows.cuts)
            self._detector = Detector(recording.branch.scene.weights, history.runs)
            self._seen = -1
        last = history.last_step
        if self._seen + AT_ONCE < last:
            self._seen += AT_ONCE
            found = self._detector.update(history.until(self._seen))
        else:
            self._seen = last
            found = self._detector.update(history, session.diverged_at)
        known = set(recording.marks()) if found else set()
        new = [mark for mark in found if mark not in known]
        for mark in new:
            recording.mark(mark)
        if new:
            session.recording_changed.emit()
