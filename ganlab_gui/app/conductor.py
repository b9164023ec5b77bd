"""Two sessions in step: both train up to a ceiling that is raised as the slower one gets there."""

import math
from time import monotonic

from PySide6.QtCore import QObject, Signal

from ganlab_gui.app.session import Session, State

LEAD = 0.06
"""Seconds of training that one may be ahead of the other while both play."""
LEAST = 2
RATE_EVERY = 0.15
"""Seconds over which the common pace is measured."""
SHORT = 256
"""Steps up to which the one behind takes them at a stretch; more are played, to be seen."""
AT_WORK = (State.STARTING, State.PAUSED, State.PLAYING)


class Conductor(QObject):
    """Leads ``b`` where ``a`` goes: what plays, pauses, steps or restarts A does so to B.

    While both play neither goes far ahead; at a pause both come to stand at the same step. A B that
    begins later catches up by itself. Where one has diverged or lost its worker, the other goes on
    alone.
    """

    moved = Signal()
    """The common step, or who waits for whom, has changed."""

    def __init__(self, a: Session, b: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.a, self.b = a, b
        self.playing = a.state is State.PLAYING
        """Whether both are to play."""
        self._was = a.state
        self._follow = True
        self._settling = False
        self._catching, self._asked = False, False
        self._promised = {a: a.step, b: b.step}
        self._hurried: dict[Session, bool] = {a: False, b: False}
        self._rate, self._since = 0.0, (monotonic(), 0)
        for session in (a, b):
            session.history_changed.connect(self.look)
        a.state_changed.connect(self._on_a)
        b.state_changed.connect(self._on_b)
        a.moment_changed.connect(self._visit)
        b.stopped.connect(self.pause)
        a.scene_changed.connect(self._restart)
        b.scene_changed.connect(self._begin)
        self.look()

    # -- what is known -----------------------------------------------------------------------------

    @property
    def step(self) -> int:
        """The step that both have reached."""
        return min((s.step for s in self._at_work()), default=self.a.step)

    @property
    def gap(self) -> int:
        """Steps that B is ahead of A; negative where it is behind."""
        return self.b.step - self.a.step

    @property
    def apart(self) -> bool:
        """Whether one has to catch up with the other before both go on."""
        return len(self._at_work()) == 2 and abs(self.gap) > self._far

    @property
    def _far(self) -> int:
        return max(4 * self._lead, 32)

    @property
    def _lead(self) -> int:
        speed = self.a.speed
        rate = self._rate if speed is None else min(self._rate or speed, speed)
        return max(LEAST if speed is None or speed > 20 else 1, math.ceil(LEAD * rate))

    def _at_work(self) -> list[Session]:
        return [s for s in (self.a, self.b) if s.state in AT_WORK]

    # -- transport ---------------------------------------------------------------------------------

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        self.playing = True
        for session in (self.a, self.b):
            if session.state is not State.PLAYING:
                session.play()
        self.look()

    def pause(self) -> None:
        """Pause both; they come to stand at the same step."""
        self._rest()
        for session in (self.a, self.b):
            session.pause()
        self.look()

    def advance(self, kind: str = "both") -> None:
        """One step of both sides: of both players, or "d" or "g" alone."""
        together = self.gap == 0 or self.a.state not in AT_WORK
        if self.a.state in AT_WORK:
            self.a.advance(kind)
        if together and self.b.state in (State.PAUSED, State.PLAYING):  # one that begins follows
            self._promised[self.b] += 1
            self.b.advance(kind)

    def set_speed(self, speed: float | None) -> None:
        for session in (self.a, self.b):
            session.set_speed(speed)
            self._hurried[session] = False
        self.look()

    def release(self) -> None:
        """Let A go its own way again; B is left as it stands."""
        for session in (self.a, self.b):
            session.history_changed.disconnect(self.look)
        self.a.state_changed.disconnect(self._on_a)
        self.b.state_changed.disconnect(self._on_b)
        self.a.moment_changed.disconnect(self._visit)
        self.b.stopped.disconnect(self.pause)
        self.a.scene_changed.disconnect(self._restart)
        self.b.scene_changed.disconnect(self._begin)
        self._hurry(self.a, False)
        self.a.set_ceiling(None)

    # -- what they say -----------------------------------------------------------------------------

    def _on_a(self) -> None:
        """Whoever has A play or pause means both."""
        was, self._was = self._was, self.a.state
        if self.a.state is State.PLAYING and was is not State.PLAYING:
            self.playing = True
        elif self.a.state is State.PAUSED and was is not State.PAUSED:
            self._promised[self.a] = max(self._promised[self.a], self.a.step)
            if self.playing:
                self._rest()
                self.b.pause()
        self.look()

    def _on_b(self) -> None:
        self._asked = False
        self.look()

    def _rest(self) -> None:
        """Nobody plays any more, and whoever is a little behind has to close up."""
        self.playing, self._follow, self._catching = False, False, False
        self._settling = True

    def _restart(self) -> None:
        """A is new: from its beginning on B starts anew too."""
        self._promised[self.a] = self.a.step
        if self.a.step == 0 and self.b.step > 0 and self.b.state is not State.STARTING:
            self.b.rebuild()
        self.look()

    def _visit(self) -> None:
        """Both show the same moment."""
        if self.a.moment is None:
            self.b.live()
        else:
            self.b.visit(self.a.moment)
        self.look()

    def _begin(self) -> None:
        self._promised[self.b] = self.b.step
        self._follow, self._catching = True, False
        self.look()

    def look(self) -> None:
        """See where both are, and tell them how far to go."""
        self._note_steps()
        if self.playing:
            self._keep_pace()
        elif self._catching:
            self._catch_up()
        else:
            self._gather()
        self.moved.emit()

    def _note_steps(self) -> None:
        moved = self.a.step > self._promised[self.a]
        if moved and not self.playing and self.a.state is State.PAUSED:
            self._follow = True  # somebody had A take steps
        for session in (self.a, self.b):
            self._promised[session] = max(self._promised[session], session.step)

    def _keep_pace(self) -> None:
        """Both may go a little beyond the step that both have reached; one far behind hurries."""
        self._catching = False
        at_work = self._at_work()
        self._measure_pace()
        ceiling = self.step + self._lead if len(at_work) == 2 else None
        for session in (self.a, self.b):
            session.set_ceiling(ceiling)
            self._hurry(session, self.apart and session.step == self.step)
        if self.b.state is State.PAUSED and not self._asked:
            self._asked = True
            self.b.play()

    def _measure_pace(self) -> None:
        now, (then, step) = monotonic(), self._since
        if now - then < RATE_EVERY:
            return
        if self.step > step and now - then < 1.0:
            self._rate = (self.step - step) / (now - then)
        self._since = now, self.step

    def _hurry(self, session: Session, on: bool) -> None:
        if on != self._hurried[session]:
            self._hurried[session] = on
            session.client.send("speed", None if on else session.speed)

    def _gather(self) -> None:
        """Standing still: the one behind takes the steps that it lacks."""
        if any(s.state is not State.PAUSED for s in (self.a, self.b)):
            return
        for session in (self.a, self.b):
            self._hurry(session, False)
        behind = self._promised[self.a] - self._promised[self.b]
        if self._settling and abs(behind) > self._far:
            self._settling = False
        follow = self._follow and self.a.moment is None
        if behind > 0 and (self._settling or follow):
            self._bring(self.b, behind)
        elif behind < 0 and self._settling:
            self._bring(self.a, -behind)
        if self.gap == 0:
            self._settling = False

    def _bring(self, session: Session, count: int) -> None:
        if count <= max(SHORT, self._far):
            self._promised[session] += count
            session.client.send("step", "both", count)
            return
        self._catching = True
        self._hurry(session, True)
        session.set_ceiling(self.a.step)
        session.play()

    def _catch_up(self) -> None:
        """B plays up to where A stands."""
        self.b.set_ceiling(self.a.step)
        if self.b.state not in AT_WORK:
            self._catching = False
        elif self.gap >= 0:
            self._catching = False
            self.b.pause()
