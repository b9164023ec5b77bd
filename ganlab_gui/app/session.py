"""The window's side of an experiment: settings, history, the newest snapshot, the worker."""

from collections import deque
from collections.abc import Callable
from enum import Enum
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ganlab_gui.app.observer import Observer
from ganlab_gui.app.travel import Ask, Travel
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client, Home
from ganlab_gui.lab.dissection import Dissection
from ganlab_gui.lab.history import History, row_columns
from ganlab_gui.lab.recording import Place
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot, keep_finite
from ganlab_gui.lab.stops import Stopped
from ganlab_gui.lab.worker import Start

FRAME_MS = 16
UNSEEN_EVERY = 0.5
"""Seconds between two pictures that are recorded while no panel is in sight."""
DISSECTIONS = 50
"""Steps taken apart that are kept, to walk back through."""
PUMP_MS = 4
"""The mailbox is looked into more often than a frame is drawn: no picture waits a frame for it."""


class State(Enum):
    STARTING = "starting"
    PAUSED = "paused"
    PLAYING = "playing"
    DIVERGED = "diverged"
    LOST = "lost"


class Session(Travel):
    """An experiment with its worker, and everything seen of it so far."""

    scene_changed = Signal()
    dissected = Signal()
    state_changed = Signal()
    diverged = Signal(list, str)
    lost = Signal(str)
    stopped = Signal(object)
    """Training has stopped by itself: a ``lab.stops.Stopped`` that says why."""
    reply = Signal(str, object, object)
    """(kind, tag, payload) of an answer to ``request``."""

    def __init__(
        self, experiment: Experiment, client: Client, parent: QObject | None = None
    ) -> None:
        """``client`` is a worker already started on ``experiment``."""
        super().__init__(experiment, parent)
        self.client = client
        self.state = State.STARTING
        self.history = History(experiment.runs, columns=row_columns(experiment))
        self.scene: Scene | None = None
        self.speed: float | None = None
        self.ceiling: int | None = None
        self.diverged_at: list[int | None] = []
        self.cause = ""
        self.first_step = 0
        self.unseen_needs: Callable[[], Needs] = Needs
        """What is recorded while nobody looks."""
        self.dissections: deque[Dissection] = deque(maxlen=DISSECTIONS)
        self.dissected_run: Callable[[], int | None] = lambda: None
        """The run of which single steps are taken apart; None where nobody looks."""
        self.steps_per_second = 0.0
        self.crash = ""
        """Where the worker was when it last broke, for a report."""
        self._play_when_ready = False
        self._asked = False
        self._drawn: Snapshot | None = None
        self._drawn_at = 0.0
        self._begun = False
        """Whether this worker has told of a first start."""
        self._last_needs: Needs | None = None
        self._rate = (monotonic(), 0)
        self._elapsed = 0.0
        self._since: float | None = None
        self.observer = Observer(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.pump)
        self._timer.start(PUMP_MS)

    # -- transport ---------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        """The newest step known here."""
        newest = self.snapshot if self.moment is None else self._newest
        return max(self.history.last_step, self.first_step, newest.step if newest else 0)

    @property
    def newest_step(self) -> int:
        return self.step

    @property
    def shown_step(self) -> int:
        """The step the window shows."""
        return self.step if self.moment is None else self.moment

    @property
    def elapsed(self) -> float:
        """Seconds played since the last reset."""
        running = 0.0 if self._since is None else monotonic() - self._since
        return self._elapsed + running

    def play(self) -> None:
        self.live()
        if self.pending:
            self.rebuild()
        if self.state is State.STARTING:
            self._play_when_ready = True
        elif self.state is State.LOST:
            self.revive()
            self._play_when_ready = True
        elif self.state is not State.DIVERGED:
            self.client.send("play")

    def pause(self) -> None:
        self._play_when_ready = False
        self.client.send("pause")

    def toggle(self) -> None:
        if self.state is State.PLAYING or self._play_when_ready:
            self.pause()
        else:
            self.play()

    def advance(self, kind: str = "both", count: int = 1) -> None:
        """Take single steps: both players, or "d" or "g" alone."""
        self.live()
        if self.pending:
            self.rebuild()
        run = self.dissected_run()
        if count == 1 and run is not None:
            self.client.send("dissect", kind, run)
        else:
            self.client.send("step", kind, count)

    def step_both(self) -> None:
        self.advance("both")

    def step_d(self) -> None:
        self.advance("d")

    def step_g(self) -> None:
        self.advance("g")

    def set_speed(self, speed: float | None) -> None:
        """Steps a second; None is as fast as it goes."""
        self.speed = speed
        self.client.send("speed", speed)

    def set_ceiling(self, step: int | None) -> None:
        """Play no further than ``step``, and wait there; None takes the end away."""
        if step != self.ceiling:
            self.ceiling = step
            self.client.send("ceiling", step)

    def reset(self) -> None:
        """Start again from step 0 with the same seed and settings."""
        self._rebuild(self.experiment)

    def new_seed(self) -> None:
        """The next seed block that shares no run with the present one, from step 0."""
        runs = self.experiment.runs
        seed = (self.experiment.seed + runs) % 2**31
        self.edit("seed", seed)
        if self.pending:
            self.rebuild()

    # -- other experiments -------------------------------------------------------------------------

    def open_experiment(self, experiment: Experiment) -> None:
        """Take another experiment, from step 0; the caller has asked about unsaved edits."""
        self.base = experiment
        self.undo_stack.clear()
        self.experiment = experiment
        self.experiment_changed.emit()
        self._rebuild(experiment)

    @property
    def fresh(self) -> bool:
        return self.step == 0 and self.state is not State.PLAYING

    def _apply(self, experiment: Experiment) -> None:
        self.client.send("apply", experiment)

    def _rebuild(self, experiment: Experiment) -> None:
        self.live()
        playing = self.state is State.PLAYING
        self._start(experiment, Ask())
        self.running = experiment
        self.pending = []
        self.pending_changed.emit()
        self._play_when_ready = playing
        self._set_state(State.STARTING)

    # -- the worker --------------------------------------------------------------------------------

    def request(self, kind: str, tag: Any, *arguments: Any) -> None:
        """Ask for "checkpoint", "samples", "weights" or "script"; ``reply`` brings the answer."""
        self.client.send(kind, tag, *arguments)

    def open_checkpoint(self, data: bytes) -> None:
        """Go on from a checkpoint's bytes; a bad one is refused and changes nothing."""
        self.live()
        self._start(data, Ask(opening=True))
        self._set_state(State.STARTING)

    def revive(self) -> None:
        """A new worker for a lost one: it goes on from the last state sent, or from the start."""
        self.live()
        place = self._backup()
        if place is not None and not self.pending:
            self._start_client(place, Ask(resumed=True))
        else:
            self._start_client(self.experiment, Ask())
        self._set_state(State.STARTING)

    @property
    def backup_step(self) -> int:
        """The step ``revive`` goes on from."""
        place = self._backup()
        return 0 if place is None else place.step

    def _backup(self) -> Place | None:
        """The newest keyframe's own moment: what came after it may be what killed the worker."""
        return self.recording.place(self.step, reach=0) if self.recording is not None else None

    def _send(self, *command: Any) -> None:
        self.client.send(*command)

    def _go_to(self, place: Place, ask: Ask) -> None:
        self.client.send("keyframe")  # the state of the branch that is left
        self._start(place, ask)
        self._play_when_ready = False
        self._set_state(State.STARTING)

    @property
    def home(self) -> Home:
        """Where the worker lives."""
        return self.client.home

    def _start(self, start: Start, ask: Ask) -> None:
        """Have the worker begin with something, in a new one where it is lost."""
        if self.state is State.LOST:
            self._start_client(start, ask)
        else:
            self._asks.append(ask)
            self.client.send("reset", start)

    def _start_client(self, start: Start, ask: Ask, home: Home | None = None) -> None:
        self.client.close(0.1)
        self.client = Client(start, home or self.client.home, self.client.device)
        self._asks, self._begun = deque([ask]), False
        self.client.send("speed", self.speed)
        self.client.send("ceiling", self.ceiling)

    def move_home(self, home: Home) -> None:
        """Train in a process or in a thread from now on, going on from the present state."""
        if home != self.home:
            self.request("checkpoint", ("move", home), None)

    def _resume_in(self, home: Home, data: bytes) -> None:
        self._play_when_ready = self.state is State.PLAYING
        self._start_client(data, Ask(resumed=True), home)
        self._set_state(State.STARTING)

    def close(self) -> None:
        self._timer.stop()
        self.client.close()

    # -- messages ----------------------------------------------------------------------------------

    def pump(self) -> None:
        """Take in what the worker has sent; show the newest picture, at most once a frame.

        The next picture is asked for just before this one is drawn, so that the worker makes it
        meanwhile.
        """
        rows = len(self.history.rows)
        for kind, *arguments in self.client.drain():
            getattr(self, f"_on_{kind}")(*arguments)
        fresh = self.moment is None and self.snapshot is not self._drawn
        if fresh and monotonic() - self._drawn_at >= (FRAME_MS - 1) / 1000:
            self._drawn, self._drawn_at = self.snapshot, monotonic()
            self._ask()
            if self.snapshot is not None:
                self.snapshot_arrived.emit()
        elif not fresh:
            self._ask()
        if len(self.history.rows) != rows:
            self.history_changed.emit()

    def _ask(self) -> None:
        """Ask for a picture of the present step, unless the newest one shows it already."""
        idle = self.state is State.LOST or self.moment is not None
        if self.scene is None or self._asked or idle:
            return
        needs = self.needs()
        if not needs.fields and monotonic() - self._drawn_at >= UNSEEN_EVERY:
            needs = self.unseen_needs()
        if needs.fields and self._stale(needs):
            self._asked = True
            self._last_needs = needs
            self.client.send("want", needs)

    def _stale(self, needs: Needs) -> bool:
        shown = self.snapshot
        return (
            shown is None or self.state is State.PLAYING or shown.step != self.step
            or needs != self._last_needs
        )  # fmt: skip

    def refresh(self) -> None:
        """Ask for the present picture again: what views need or networks optimise has changed."""
        self._last_needs = None

    def _set_state(self, state: State) -> None:
        if state is State.PLAYING and self._since is None:
            self._since = monotonic()
        elif state is not State.PLAYING and self._since is not None:
            self._elapsed += monotonic() - self._since
            self._since = None
        self.state = state
        self._rate = (monotonic(), self.step)
        if state is not State.PLAYING:
            self.steps_per_second = 0.0
        self.state_changed.emit()

    def _on_scene(
        self, experiment: Experiment, step: int, scene: Scene, history: History | None
    ) -> None:
        self.scene, self.first_step, self.snapshot = scene, step, None
        self.dissections.clear()
        self._asked = False
        self.diverged_at, self.cause = [None] * scene.runs, ""
        ask = self._asks.popleft() if self._asks else Ask()
        self._begun = True
        before = self.recording
        self._begin(experiment, scene, step, history, ask)
        if self.recording is not before:
            self._elapsed = 0.0
        if self._asks:  # another start was asked for meanwhile; until it comes, this one is shown
            self.scene_changed.emit()
            return
        if ask.opening:
            self.running = self.experiment = self.base = experiment
            self.experiment_changed.emit()
        elif experiment != self.running:
            # Hot edits made while the worker was starting, or after the backup it goes on from.
            self._apply(self.running)
        self.scene_changed.emit()
        self._set_state(State.PAUSED)
        if self._play_when_ready:
            self._play_when_ready = False
            self.client.send("play")

    def _on_rows(self, steps: Any, values: Any) -> None:
        self.history.rows.extend(steps, values)
        then, count = self._rate
        now = monotonic()
        if now - then >= 1.0:
            self.steps_per_second = (self.step - count) / (now - then)
            self._rate = (now, self.step)

    def _on_measures(self, step: int, readings: dict[str, Any]) -> None:
        self.history.measure(step, readings)
        self.history_changed.emit()

    def _on_floor(self, name: str, band: tuple[float, float]) -> None:
        self.history.floors[name] = band
        self.history_changed.emit()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._asked = False
        newest = self.snapshot if self.moment is None else self._newest
        snapshot = keep_finite(snapshot, newest)
        if self.recording is not None:
            self.recording.record(snapshot)
        if self.moment is None:
            self.snapshot = snapshot
        else:
            self._newest = snapshot

    def _on_dissection(self, found: Dissection) -> None:
        self.dissections.append(found)
        self.dissected.emit()

    def _on_edited(self, edits: list[Any], step: int, experiment: Experiment) -> None:
        self.history.edits += edits
        if self.recording is not None and edits:
            self.recording.set_settings(step, experiment)
        elif self.recording is not None:
            self.recording.amend_settings(experiment)
        self.refresh()
        self.history_changed.emit()

    def _on_state(self, name: str) -> None:
        if self._asks:  # it was said before the start that was asked for
            return
        if self.state is not State.DIVERGED or name == "playing":
            self._set_state(State(name))

    def _on_diverged(self, diverged_at: list[int | None], cause: str) -> None:
        if diverged_at != self.diverged_at:
            self.diverged_at, self.cause = diverged_at, cause
            self.diverged.emit(diverged_at, cause)
        if all(at is not None for at in diverged_at):
            self._set_state(State.DIVERGED)

    def _on_stopped(self, stopped: Stopped) -> None:
        self.stopped.emit(stopped)

    def _on_refused(self, sentence: str) -> None:
        self.refused.emit(sentence)

    def _on_unbuildable(self, sentence: str, experiment: Experiment) -> None:
        """The worker keeps what it had; the settings go back to that."""
        if not self._begun and self._asks:  # a new worker takes the default then, and tells of it
            self._asks[0] = Ask()
        elif self._asks:
            self._asks.popleft()
        if len(self._asks) <= (not self._begun):
            self.running = self.experiment = experiment
            self.experiment_changed.emit()
            self._set_state(State.PAUSED)
        self.refused.emit(sentence)

    def _on_checkpoint(self, tag: Any, data: bytes) -> None:
        if isinstance(tag, tuple) and tag[0] == "move":
            # Where another start was asked for meanwhile, it is that which moves.
            if self._asks:
                self.move_home(tag[1])
            else:
                self._resume_in(tag[1], data)
        else:
            self.reply.emit("checkpoint", tag, data)

    def _on_samples(self, tag: Any, *arrays: Any) -> None:
        self.reply.emit("samples", tag, arrays)

    def _on_weights(self, tag: Any, data: bytes) -> None:
        self.reply.emit("weights", tag, data)

    def _on_script(self, tag: Any, text: str, weights: bytes | None) -> None:
        self.reply.emit("script", tag, (text, weights))

    def _on_crashed(self, sentence: str, details: str) -> None:
        self.crash = details
        self._lose(sentence)

    def _on_lost(self, sentence: str) -> None:
        self._lose(sentence)

    def _lose(self, sentence: str) -> None:
        if self.state is not State.LOST:
            self._asks.clear()
            self._set_state(State.LOST)
            self.lost.emit(sentence)
