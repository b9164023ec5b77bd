"""Going through what was seen: to a moment and back to now, onto another branch, into a new one."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ganlab_gui.app.editing import Editing
from ganlab_gui.experiment.knobs import is_silent
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History, row_columns
from ganlab_gui.lab.recording import BUDGET, Place, Recording
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot, lacks

REACH = 2_000
"""Steps that are trained again, at most, to reach a moment between two keyframes."""
AGAIN = 20_000
"""The same to reach the end of a branch of which later states are lost."""
REST_MS = 120
"""A moment looked at this long is made again with all that the panels show by now."""

Arrive = Callable[[Scene, int], None]


@dataclass
class Ask:
    """A start that the worker was asked for and has not told of yet; it tells in the same order.

    ``arrive`` takes up the recording it belongs to; ``resumed`` goes on with the present one;
    ``opening`` brings settings of its own.
    """

    arrive: Arrive | None = None
    resumed: bool = False
    opening: bool = False


class Travel(Editing):
    """The recording of a session, and the moment of it that the window shows.

    ``moment`` is None while that is now. Training pauses when a moment is visited; an edit made
    there grows a new branch from it.
    """

    snapshot_arrived = Signal()
    history_changed = Signal()
    moment_changed = Signal()
    recording_changed = Signal()
    """Another recording, branch, mark or bookmark; not each picture that comes in."""
    recording_left = Signal(object)
    """A recording that is complete, because another one begins."""

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(experiment, parent)
        self.recording: Recording | None = None
        self.budget = BUDGET
        self.moment: int | None = None
        self.snapshot: Snapshot | None = None
        """The picture in the window: of ``moment``, or the newest one."""
        self.history = History(experiment.runs)
        """All there is of the current branch."""
        self.needs: Callable[[], Needs] = Needs
        self._newest: Snapshot | None = None
        self._seen: tuple[int, int, History] | None = None
        self._asks: deque[Ask] = deque([Ask()])
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask_again)

    # -- moments -----------------------------------------------------------------------------------

    @property
    def seen_history(self) -> History:
        """What was known at the moment in the window."""
        if self.moment is None:
            return self.history
        key = (self.moment, len(self.history.measures))
        if self._seen is None or self._seen[:2] != key or self._seen[2].runs != self.history.runs:
            self._seen = (*key, self.history.until(self.moment))
        return self._seen[2]

    @property
    def shown_experiment(self) -> Experiment:
        """The settings in force at the moment in the window; now, those edited."""
        if self.moment is None or self.recording is None:
            return self.experiment
        return self.recording.settings_at(self.moment)

    @property
    def seen_experiment(self) -> Experiment:
        """The settings that made what is in the window: what is asked for may be on its way yet."""
        if self.recording is None:
            return self.running
        return self.recording.settings_at(self.newest_step if self.moment is None else self.moment)

    def visit(self, step: int) -> None:
        """Show the recorded moment nearest to ``step``; the newest one is now."""
        picture = self.recording.picture(step) if self.recording is not None else None
        if picture is None or max(step, picture.step) >= self.newest_step:
            self.live()
            return
        if self.moment is None:
            self.pause()
            self._newest = self.snapshot
        elif self.moment == picture.step:
            return
        self._show(picture.step, picture)
        self._rest.start()

    def live(self) -> None:
        """Back to now."""
        if self.moment is not None:
            self._rest.stop()
            self._show(None, self._newest)
            self.refresh()

    def _show(self, moment: int | None, picture: Snapshot | None) -> None:
        self.moment, self.snapshot = moment, picture
        self._seen = None
        self.moment_changed.emit()
        if picture is not None:
            self.snapshot_arrived.emit()
        self.history_changed.emit()

    def _ask_again(self) -> None:
        """Where the picture lacks what a panel shows by now, have it made from a keyframe."""
        needs = self.needs()
        if self.moment is None or self.snapshot is None or not lacks(self.snapshot, needs):
            return
        assert self.recording is not None
        place = self.recording.place(self.moment, reach=REACH)
        if place is not None and place.step == self.moment:
            self._send("remake", place, needs)

    def _on_remade(self, snapshot: Snapshot, needs: Needs) -> None:
        if self.recording is not None and self.moment == snapshot.step:
            self.recording.record(snapshot)
            self._show(self.moment, snapshot)

    # -- branches ----------------------------------------------------------------------------------

    def branch_here(self, name: str = "") -> bool:
        """Grow a branch from the moment in the window and go on in it; whether that is possible."""
        if self._on_the_way():
            return False
        at = self.newest_step if self.moment is None else self.moment
        place = self.recording.place(at, reach=REACH) if self.recording is not None else None
        if place is None or self.recording is None:
            self.refused.emit(self.tr("There is no state to go on from at this moment yet."))
            return False
        recording = self.recording

        def arrive(scene: Scene, step: int) -> None:
            recording.fork(step, name, place.experiment, scene)

        self._travel(place, arrive)
        return True

    def _on_the_way(self) -> bool:
        """Whether the worker is going to another start already, and say so: one after the other."""
        if self._asks:
            self.refused.emit(self.tr("On the way to another moment: ask again in an instant."))
        return bool(self._asks)

    def switch(self, branch: int) -> None:
        """Go on in another branch, at its newest step."""
        recording = self.recording
        if recording is None or branch == recording.current or branch not in recording.branches:
            return
        if self._on_the_way():
            return
        if self._take_up(recording, branch) is None:
            self.refused.emit(self.tr("There is no state to go on from in this branch."))

    def open_recording(self, recording: Recording) -> int | None:
        """Take up a recording at its newest step that has a state; None where there is none.

        What came after that step stays as it is: training goes on in a branch out of it.
        """
        return self._take_up(recording, recording.current)

    def _take_up(self, recording: Recording, branch: int) -> int | None:
        last = recording.branches[branch].last_step
        place = recording.place(last, branch, AGAIN)
        if place is None:
            return None

        def arrive(scene: Scene, step: int) -> None:
            if self.recording is not recording:
                self._leave()
                self.recording = recording
                recording.set_budget(self.budget)
            recording.current = branch
            if step < last:
                recording.fork(step, "", place.experiment, scene)
            else:
                recording.branch.scene = scene

        if self.recording is not recording:
            self.base = place.experiment
        self._travel(place, arrive)
        return place.step

    def take_over(self, place: Place, history: History, started: bool = False) -> None:
        """Go on from a moment of another session, with the history that led there.

        ``started``: the worker was started at ``place``, and is only awaited.
        """

        def arrive(scene: Scene, step: int) -> None:
            self._leave()
            self.recording = Recording(place.experiment, scene, history, step, self.budget)

        self.base = place.experiment
        if started:
            self._asks[-1].arrive = arrive
        else:
            self._travel(place, arrive)

    def _travel(self, place: Place, arrive: Arrive) -> None:
        """Have the worker go to ``place``; what it sends before it is there is still of here."""
        self._rest.stop()
        self.moment = self._seen = None
        self.undo_stack.clear()
        self.running = self.experiment = place.experiment
        self.pending = []
        self.pending_changed.emit()
        self.experiment_changed.emit()
        self._go_to(place, Ask(arrive))
        self.moment_changed.emit()

    def restore(self) -> None:
        """In the past, too, settings go back in a branch of their own."""
        if self.moment is None or self.branch_here():
            super().restore()

    def adopt(self, experiment: Experiment) -> None:
        """What applies to now is seen now."""
        self.live()
        super().adopt(experiment)

    def edit_many(self, values: dict[str, Any]) -> bool:
        """An edit in the past is made in a branch of its own; nothing that was is changed."""
        loud = not all(map(is_silent, values))
        if self.moment is not None and loud and not self.branch_here():
            return False
        return super().edit_many(values)

    # -- what comes in -----------------------------------------------------------------------------

    def _begin(
        self,
        experiment: Experiment,
        scene: Scene,
        step: int,
        history: History | None,
        ask: Ask,
    ) -> None:
        """The worker stands at ``step``: of the place asked for, of what was, or of a new start."""
        self.moment = self._seen = self._newest = None
        if ask.arrive is not None:
            ask.arrive(scene, step)
        elif ask.resumed and self.recording is not None and self.history.runs == scene.runs:
            self.recording.branch.truncate(step)
        else:
            self._leave()
            history = history or History(scene.runs, scene.modes, row_columns(experiment))
            self.recording = Recording(experiment, scene, history, step, self.budget)
        assert self.recording is not None
        self.history = self.recording.branch.history
        self.recording_changed.emit()
        self.moment_changed.emit()

    def _leave(self) -> None:
        if self.recording is not None:
            left, self.recording = self.recording, None
            self.recording_left.emit(left)

    def _on_keyframe(self, step: int, data: bytes, partial: bool) -> None:
        if self.recording is not None:
            self.recording.keep_state(step, data)
            if partial:
                self.recording.moved_one_player(step)

    def set_budget(self, budget: int) -> None:
        """Bytes that pictures and keyframes may take."""
        self.budget = budget
        if self.recording is not None:
            self.recording.set_budget(budget)

    # -- what the session does about it ------------------------------------------------------------

    @property
    def newest_step(self) -> int:
        """The newest step known here."""
        return self.history.last_step

    def pause(self) -> None:
        """Stop training."""

    def refresh(self) -> None:
        """Ask for the present picture again."""

    def _send(self, *command: Any) -> None:
        """Tell the worker something."""

    def _go_to(self, place: Place, ask: Ask) -> None:
        """Have the worker take up training at ``place``."""
