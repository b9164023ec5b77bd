"""The worker: one function that trains and answers, at home in a process or in a thread.

Commands (tuples) come in on a connection; messages (tuples) go out on it. Rows are never dropped; a
snapshot is made only when one is wanted; measurements and keyframes take a small fixed share of the
time.
"""

import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import OF_NETWORKS
from ganlab_gui.lab.memory import SHORT_OF_MEMORY, is_memory_error, keep_freed_memory
from ganlab_gui.lab.recording import Place
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.stops import Stopped, Stops

if TYPE_CHECKING:
    from ganlab_gui.lab.history import History
    from ganlab_gui.lab.trainer import Trainer

SLICE = 0.008
"""Seconds trained between two looks at the inbox."""
ROWS_EVERY = 0.03
MEASURED_ON_THE_WAY = 100
"""Readings taken while many single steps are done."""
SEEN_EVERY = 8
"""Readings from one picture to the next on that way."""
KEYFRAME_EVERY = 1.0
IDLE = 0.5
HELD = 0.02
"""Seconds between two looks at what else is due while the ceiling holds the training."""
SHARE = {"snapshot": 0.06, "quick": 0.015, "slow": 0.015, "floor": 0.04, "keyframe": 0.01}
"""Largest share of the training time each side job takes while playing."""
FLOORS = ("js", "w1", "high_quality", "reverse_kl", "kl", "tv", "mmd2", "frechet")
"""Measures of which it is told what a perfect generator reads."""


Start = Experiment | bytes | Place
"""What training begins with: settings, a checkpoint's bytes, or a moment of a recording."""


def serve(connection: Connection, experiment: Start, device: str) -> None:
    """Answer until told to stop or the other end is gone."""
    import torch

    torch.set_num_threads(1)
    keep_freed_memory()
    try:
        Worker(connection, device).run(experiment)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except BaseException as error:
        short = is_memory_error(error)
        what = SHORT_OF_MEMORY if short else f"{type(error).__name__}: {error}"
        _tell(connection, ("crashed", what, traceback.format_exc()))
    finally:
        _tell(connection, ("bye",))


def _tell(connection: Connection, message: tuple[Any, ...]) -> None:
    try:
        connection.send(message)
    except OSError:
        return


class Clock:
    """When a side job is due: its cost over its share of the time after it last ended.

    The first time does not count: it loads libraries and draws reference samples.
    """

    def __init__(self, share: float, least: float = 0.0) -> None:
        self.share, self.least = share, least
        self.rewind()

    def rewind(self) -> None:
        """Due at once, and the next time is the first."""
        self.due, self.warm = 0.0, False

    def ready(self) -> bool:
        return time.perf_counter() >= self.due

    def took(self, seconds: float) -> None:
        wait = seconds / self.share if self.warm else 0.0
        self.due, self.warm = time.perf_counter() + max(self.least, wait), True


class Worker:
    """Trains one experiment at a time and serves one connection."""

    trainer: "Trainer"
    """Missing until the first experiment is built."""

    def __init__(self, connection: Connection, device: str) -> None:
        self.connection, self.device = connection, device
        self.playing = False
        self.speed: float | None = None
        self.ceiling: int | None = None
        """The step that playing does not go past, as two workers in step need it."""
        self.keyframes = True
        """Whether playing sends its state now and then; a benchmark does without."""
        self.wanted: Needs | None = None
        self.looked: Needs | None = None
        """What was wanted last."""
        self.running = True
        self.next_step = 0.0
        self.steps_a_slice = 1
        self.rows_due = 0.0
        self.clocks = {job: Clock(share) for job, share in SHARE.items()}
        self.clocks["keyframe"].least = KEYFRAME_EVERY
        self.measured: dict[str, int] = {}
        self.floors: list[str] = []
        self.gradient_too = False
        self.stops = Stops()

    def run(self, experiment: Start) -> None:
        self.reset(experiment)
        while self._listen():
            if self.playing:
                self._train()
            self._side_jobs()

    def _listen(self) -> bool:
        """Carry out what has come in; False once told to stop."""
        wait = self._patience()
        while self.running and self.connection.poll(wait):
            command, *arguments = self.connection.recv()
            self.obey(command, arguments)
            wait = 0.0
        return self.running

    def _patience(self) -> float:
        """Seconds the inbox may be waited on: none while there is something to do."""
        if self.playing:
            if self._held:
                return HELD
            if self.speed is None:
                return 0.0
            return max(0.0, min(0.05, self.next_step - time.perf_counter()))
        return 0.0 if self.wanted or self._unmeasured() or self.floors else IDLE

    def obey(self, command: str, arguments: list[Any]) -> None:
        """Carry out one command; a user's mistake is answered with ("refused", sentence)."""
        try:
            getattr(self, COMMANDS[command])(*arguments)
        except ValueError as error:
            self.send("refused", str(error))

    def send(self, *message: Any) -> None:
        self.connection.send(message)

    # -- commands ----------------------------------------------------------------------------------

    def reset(self, experiment: Start) -> None:
        """Build an experiment afresh, take up a checkpoint, or go to a moment of a recording."""
        from ganlab_gui.lab.probe import Probe

        try:
            trainer, history = self._trainer(experiment)
            self.probe = Probe(trainer)
        except (ValueError, MemoryError, RuntimeError) as error:
            short = is_memory_error(error)
            if not (short or isinstance(error, ValueError)):
                raise
            self.playing = False
            first = not hasattr(self, "trainer")
            kept = Experiment() if first else self.trainer.experiment
            self.send("unbuildable", SHORT_OF_MEMORY if short else str(error), kept)
            if first:
                self.reset(kept)
            return
        self.trainer, self.playing = trainer, False
        self.measured = {}
        self.stops = Stops()
        self.floors = ["js", "w1", "high_quality", "reverse_kl", "kl", "tv", "mmd2", "frechet"]
        for clock in self.clocks.values():
            clock.rewind()
        scene = self.probe.scene()
        self.send("scene", self.trainer.experiment, self.trainer.steps, scene, history)
        self._announce_divergence()
        self._keyframe()

    def _inherit(self, trainer: "Trainer") -> bool:
        """Hand on reference samples and floors to a trainer of the same data; whether it is."""
        if not hasattr(self, "trainer"):
            return False
        old, new = self.trainer.experiment, trainer.experiment
        same = (old.data, old.seed, old.runs) == (new.data, new.seed, new.runs)
        if same:
            trainer.examiner = self.trainer.examiner
        return same

    def _trainer(self, start: Start) -> "tuple[Trainer, History | None]":
        from ganlab_gui.lab import checkpoint, keyframe
        from ganlab_gui.lab.trainer import Trainer

        if isinstance(start, Place):
            return keyframe.restore(start, self.device), None
        if isinstance(start, bytes):
            saved = checkpoint.loads(start)
            return checkpoint.restore(saved, self.device), saved.history
        return Trainer(start, self.device), None

    def play(self) -> None:
        self.playing = not self.trainer.all_diverged
        self.next_step = time.perf_counter()
        self.clocks["keyframe"].took(0.0)
        self.stops.begin(self.trainer.steps, self.trainer.diverged_at)
        self.send("state", "playing" if self.playing else "diverged")

    def pause(self) -> None:
        self.playing = False
        self._keyframe()
        self.send("state", "paused")

    def step(self, kind: str, count: int) -> None:
        """Take ``count`` steps: of both players, or updates of d or g alone.

        Many steps at once are measured and seen on their way, so that the curves have points to go
        through, and the time line pictures.
        """
        self.playing = False
        if kind == "both":
            self._walk(count)
            self._keyframe()
        else:
            for _ in range(count):
                {"d": self.trainer.step_d, "g": self.trainer.step_g}[kind]()
                self._keyframe(partial=True)
        self._announce_divergence()
        self.send("state", "paused")

    def _walk(self, count: int) -> None:
        piece = max(1, count // MEASURED_ON_THE_WAY)
        for number, start in enumerate(range(0, count, piece)):
            self.trainer.step(min(piece, count - start))
            self._send_rows()
            if count > MEASURED_ON_THE_WAY:
                self._quick()
                if number % 10 == 0:
                    self._slow()
                if number % SEEN_EVERY == 0:
                    self.wanted = self.looked
                    self._look()

    def dissect(self, kind: str, run: int) -> None:
        """Take one step, or one update of d or g alone, and tell of all its stages."""
        from ganlab_gui.lab.dissector import dissect

        self.playing = False
        run = min(run, self.trainer.experiment.runs - 1)  # the window may not know of fewer yet
        found = dissect(self.trainer, self.probe, kind, run)
        self._keyframe(partial=kind != "both")
        if found is not None:
            self.send("dissection", found)
        self._announce_divergence()
        self.send("state", "paused")

    def apply(self, experiment: Experiment) -> None:
        self._send_rows()
        edits = self.trainer.apply(experiment)
        self.send("edited", edits, self.trainer.steps, experiment)

    def want(self, needs: Needs) -> None:
        self.wanted = self.looked = needs

    def set_speed(self, speed: float | None) -> None:
        self.speed = speed
        self.next_step = time.perf_counter()

    def set_keyframes(self, sent: bool) -> None:
        self.keyframes = sent

    def set_ceiling(self, step: int | None) -> None:
        self.ceiling = step

    def checkpoint(self, tag: Any, history: Any) -> None:
        from ganlab_gui.lab import checkpoint

        self._send_rows()
        self.send("checkpoint", tag, checkpoint.dumps(self.trainer, history))

    def samples(self, tag: Any, count: int, place: Place | None = None) -> None:
        from ganlab_gui.lab import exports

        there = self._at(place)
        real = there.examiner.draw(count, 1).astype("float32")
        self.send("samples", tag, real, *exports.samples_of(there, count))

    def weights(self, tag: Any, place: Place | None = None) -> None:
        from ganlab_gui.lab import exports

        self.send("weights", tag, exports.weights_safetensors(self._at(place)))

    def script(self, tag: Any, name: str, place: Place | None = None) -> None:
        from ganlab_gui.lab.script import generator_script

        script = generator_script(self._at(place), name)
        self.send("script", tag, script.text, script.weights)

    def _at(self, place: Place | None) -> "Trainer":
        """The trainer itself, or one at a moment of the recording; the run stays where it is."""
        from ganlab_gui.lab import keyframe

        return self.trainer if place is None else keyframe.restore(place, self.device)

    def stop(self) -> None:
        self.running = False

    # -- work --------------------------------------------------------------------------------------

    @property
    def _held(self) -> bool:
        """Whether the ceiling is reached: playing waits there until it is raised."""
        return self.ceiling is not None and self.trainer.steps >= self.ceiling

    def _train(self) -> None:
        if self._held:
            return
        began = time.perf_counter()
        if self.speed is None:
            stop, steps = self.trainer.experiment.stop, self.trainer.steps
            room = self.stops.room(stop, steps, self.steps_a_slice)
            if self.ceiling is not None:
                room = min(room, self.ceiling - steps)
            taken = self.trainer.step(room)
            spent = time.perf_counter() - began
            if taken:
                per_step = max(spent / taken, 1e-6)
                self.steps_a_slice = max(1, min(256, int(SLICE / per_step)))
        elif began >= self.next_step:
            self.trainer.step(1)
            self.next_step = max(self.next_step + 1 / self.speed, began - 0.1)
        trainer = self.trainer
        self._heed(self.stops.went(trainer.experiment.stop, trainer.steps, trainer.diverged_at))
        if time.perf_counter() >= self.rows_due or trainer.all_diverged or self._held:
            self._send_rows()
            self._announce_divergence()

    def _heed(self, stopped: Stopped | None) -> None:
        """Stop playing where there is a reason, and say which; a lost experiment says so itself."""
        if stopped is None or not self.playing or self.trainer.all_diverged:
            return
        self.playing = False
        self._keyframe()
        self._announce_divergence()
        self.send("stopped", stopped)
        self.send("state", "paused")

    def _send_rows(self) -> None:
        steps, values = self.trainer.rows()
        if len(steps):
            self.send("rows", steps, values)
        self.rows_due = time.perf_counter() + ROWS_EVERY

    def _announce_divergence(self) -> None:
        if any(at is not None for at in self.trainer.diverged_at):
            if self.trainer.all_diverged:
                self.playing = False
            self.send("diverged", list(self.trainer.diverged_at), self.trainer.cause)

    def _unmeasured(self) -> bool:
        """Whether the current step, once standing still, still lacks a reading."""
        return any(self.measured.get(job) != self.trainer.steps for job in ("quick", "slow"))

    def _side_jobs(self) -> None:
        """What is due besides training; standing still, one job at a time between two looks."""
        jobs: dict[str, Callable[[], bool]] = {
            "snapshot": self._look,
            "quick": self._quick,
            "slow": self._slow,
            "floor": self._floor,
            "keyframe": self._keyframe_due,
        }
        for name, job in jobs.items():
            if self._do(name, job) and not self.playing:
                return

    def _do(self, name: str, job: Callable[[], bool]) -> bool:
        """Do a job if it is due and has something to do; whether it did."""
        clock = self.clocks[name]
        if self.playing and not clock.ready():
            return False
        began = time.perf_counter()
        done = job()
        if done:
            clock.took(time.perf_counter() - began)
        return done

    def _look(self) -> bool:
        if self.wanted is None:
            return False
        needs, self.wanted = self.wanted, None
        self.send("snapshot", self.probe.snapshot(needs))
        return True

    def _quick(self) -> bool:
        from ganlab_gui.lab.examiner import QUICK

        # Of the smallest networks G's gradient costs as much as all the rest: every other time.
        self.gradient_too = not (self.playing and self.gradient_too)
        names = QUICK if self.gradient_too else tuple(n for n in QUICK if n != OF_NETWORKS)
        return self._measure("quick", names)

    def _slow(self) -> bool:
        from ganlab_gui.lab.examiner import SLOW

        return self._measure("slow", SLOW)

    def _measure(self, job: str, names: tuple[str, ...]) -> bool:
        if self.measured.get(job) == self.trainer.steps:
            return False
        self.measured[job] = self.trainer.steps
        trainer = self.trainer
        readings = trainer.measures(names)
        self.send("measures", trainer.steps, readings)
        stop, lost = trainer.experiment.stop, trainer.diverged_at
        self._heed(self.stops.read(stop, trainer.steps, readings, lost))
        return True

    def _floor(self) -> bool:
        if not self.floors:
            return False
        name = self.floors.pop(0)
        band = self.trainer.examiner.floor(name)
        if band is not None:
            self.send("floor", name, band)
        return True

    def _keyframe_due(self) -> bool:
        return self.playing and self.keyframes and self._keyframe()

    def _keyframe(self, partial: bool = False) -> bool:
        """Send the whole state; ``partial`` tells that the step before it moved one player alone.

        The curves that led to it come first: a state is no use without them.
        """
        from ganlab_gui.lab import keyframe

        self._send_rows()
        self.send("keyframe", self.trainer.steps, keyframe.dumps(self.trainer), partial)
        return True

    def remake(self, place: Place, needs: Needs) -> None:
        """Make a picture of a moment of the recording; the run itself stays where it is."""
        from ganlab_gui.lab.probe import Probe

        self.send("remade", Probe(self._at(place)).snapshot(needs), needs)


COMMANDS = {
    "reset": "reset", "play": "play", "pause": "pause", "step": "step", "apply": "apply",
    "want": "want", "speed": "set_speed", "checkpoint": "checkpoint", "samples": "samples",
    "weights": "weights", "script": "script", "stop": "stop", "dissect": "dissect",
    "keyframe": "_keyframe", "remake": "remake", "ceiling": "set_ceiling",
    "keyframes": "set_keyframes",
}  # fmt: skip
