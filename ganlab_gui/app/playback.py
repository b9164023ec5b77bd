"""Playing what was recorded, forwards and backwards."""

from time import monotonic

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ganlab_gui.app.session import Session

Steps = NDArray[np.int64]
EVERY_MS = 40
"""25 pictures a second."""
LONGEST = 750
"""Pictures that a whole line is played in at full speed, at most: half a minute."""


class Playback(QObject):
    """Visits one recorded picture after the other, at the speed chosen in the bar on top.

    At full speed that is 25 pictures a second, some of them left out where there are many. It ends
    at the first picture, or in now, and where the user goes somewhere else.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.direction = 0
        """−1 backwards, 1 forwards, 0 standing still."""
        self._place = 0.0
        self._then = 0.0
        self._visiting = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        session.moment_changed.connect(self._moved)

    @property
    def steps(self) -> Steps:
        """Steps of all recorded pictures of the current line."""
        recording = self.session.recording
        return np.zeros(0, np.int64) if recording is None else recording.steps("pictures")

    def toggle(self, direction: int) -> None:
        """Play that way, or stop doing so; forwards from now begins at the beginning."""
        steps = self.steps
        if self.direction == direction or len(steps) < 2:
            self.stop()
            return
        if direction > 0 and self.session.moment is None:
            self._visit(int(steps[0]))
        self.direction = direction
        self._place, self._then = float(self.session.shown_step), monotonic()
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        if self.direction:
            self.direction = 0
            self._timer.stop()
            self.changed.emit()

    def tick(self) -> None:
        """On to where playing has come to by now; called by a timer."""
        now = monotonic()
        passed, self._then = now - self._then, now
        steps = self.steps
        index = self._index(steps, passed)
        if self.direction > 0 and index >= len(steps) - 1:
            self.stop()
            self.session.live()
        elif index <= 0:
            self.stop()
            self._visit(int(steps[0]))
        elif steps[index] != self.session.shown_step:
            self._visit(int(steps[index]))

    def _index(self, steps: Steps, passed: float) -> int:
        """The picture to show ``passed`` seconds later; it may lie beyond either end."""
        speed = self.session.speed
        if speed is not None:
            self._place += self.direction * speed * passed
            return int(steps.searchsorted(self._place, side="right")) - 1
        here = int(steps.searchsorted(self.session.shown_step, side="right")) - 1
        return here + self.direction * max(1, len(steps) // LONGEST)

    def _visit(self, step: int) -> None:
        self._visiting = True
        self.session.visit(step)
        self._visiting = False

    def _moved(self) -> None:
        if not self._visiting:
            self.stop()
