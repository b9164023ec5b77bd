"""Training without a window: check everything, train, write a folder of results."""

import json
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from os import W_OK, access
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ganlab_gui.core.streams import generator
from ganlab_gui.experiment.io import ExperimentError, dumps, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint, exports, tensorboard
from ganlab_gui.lab.examiner import SAMPLES
from ganlab_gui.lab.files import atomic_bytes, atomic_write
from ganlab_gui.lab.history import AVERAGED, MEASURE_COLUMNS, History, row_columns
from ganlab_gui.lab.memory import keep_freed_memory
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.script import generator_script, write_script
from ganlab_gui.lab.snapshot import FIELDS, Needs, Scene, Snapshot
from ganlab_gui.lab.stops import Stopped, Stops
from ganlab_gui.lab.trainer import CHUNK, Trainer

RECORDS = 100
"""About how many rows and measurements a recording has where nothing else is asked for."""
GRID = {1: 600, 2: 160}
"""Cells a side of the grids in figures, by dimension."""
POINTS = 1_000
"""Generated points in figures."""
RESULTS = ("experiment.toml", "metrics.csv", "samples.npz", "summary.json", "checkpoint.pt")
SUMMARY = ("js", "w1", "modes_captured", "high_quality")

Change = Callable[[Experiment], Experiment]


# -- what can be wrong, before anything is written -------------------------------------------------


def check_folder(path: Path) -> None:
    """Raises ExperimentError where ``path`` is no folder for results and cannot become one."""
    if path.exists() and not path.is_dir():
        raise ExperimentError([f"--out {path}: is a file; give a folder."])
    _check_parent(path, "--out")
    taken = [path / name for name in RESULTS if (path / name).is_dir()]
    if taken:
        raise ExperimentError([f"--out: {place}: is a folder; give another." for place in taken])


def check_file(path: Path, suffix: str) -> None:
    """Raises ExperimentError where no file of that suffix can be written at ``path``."""
    if path.suffix.lower() != suffix:
        raise ExperimentError([f"{path}: the file's name must end in {suffix}."])
    if path.is_dir():
        raise ExperimentError([f"{path}: is a folder; give a file."])
    _check_parent(path.parent, str(path))


def _check_parent(path: Path, where: str) -> None:
    """The nearest folder that exists must take new files."""
    nearest = next(p for p in (path, *path.absolute().parents) if p.exists())
    if not nearest.is_dir():
        raise ExperimentError([f"{where}: {nearest} is a file, so no folder can be made in it."])
    if not access(nearest, W_OK):
        raise ExperimentError([f"{where}: writing in {nearest} is not permitted."])


@contextmanager
def as_input() -> Iterator[None]:
    """What cannot be built or read is the input's fault, told in sentences."""
    try:
        yield
    except ExperimentError:
        raise
    except ValueError as error:
        raise ExperimentError(str(error).splitlines()) from error
    except (RuntimeError, MemoryError) as error:
        if "memory" not in f"{type(error).__name__} {error}".lower():
            raise
        raise ExperimentError(["experiment: its networks do not fit in memory."]) from error


def start(experiment: Experiment, steps: int, every: int | None, device: str) -> "Recording":
    """A recording from step 0; raises ExperimentError where the experiment cannot be built."""
    with as_input():
        trainer = Trainer(absolute(experiment), device)
    return Recording(trainer, empty_history(trainer), steps, every)


def resume(file: Path, change: Change, steps: int, every: int | None, device: str) -> "Recording":
    """Go on from a checkpoint until ``steps``, with the settings ``change`` makes of its own.

    Raises ExperimentError where the file cannot be read, the step is past, or a setting differs
    that rebuilds the networks.
    """
    with as_input():
        saved = checkpoint.load(file)
        trainer = checkpoint.restore(saved, device)
        if steps <= trainer.steps:
            done = f"{file} is at step {trainer.steps} already"
            raise ExperimentError([f"--steps: is {steps}; allowed: more, because {done}."])
        target = absolute(change(trainer.experiment))
        try:
            trainer.apply(target)
        except ExperimentError as error:
            raise ExperimentError([f"--resume {file}: {line}" for line in error.lines]) from None
    return Recording(trainer, saved.history or empty_history(trainer), steps, every)


def one_thread() -> None:
    """As in the worker: small networks are faster so, and no number depends on the cores."""
    torch.set_num_threads(1)


def empty_history(trainer: Trainer) -> History:
    modes = trainer.examiner.modes
    count = 0 if modes is None else len(modes.centres)
    return History(trainer.experiment.runs, count, row_columns(trainer.experiment))


def absolute(experiment: Experiment) -> Experiment:
    """The same experiment with its data file's full path, so that it reads back from anywhere."""
    if experiment.data.name != "file":
        return experiment
    return with_values(experiment, {"data.path": str(Path(experiment.data.path).resolve())})


def opened(file: Path, device: str) -> "Recording":
    """A checkpoint as it is, for what can be made of it. Raises ExperimentError."""
    with as_input():
        saved = checkpoint.load(file)
        trainer = checkpoint.restore(saved, device)
    history = saved.history or empty_history(trainer)
    return Recording(trainer, history, trainer.steps, 1)


# -- training --------------------------------------------------------------------------------------


class Recording:
    """A trainer whose rows and measures are kept at the multiples of ``every`` and the last step.

    ``seconds`` is the time spent in training steps alone, ``taken`` the steps taken in it.
    """

    def __init__(self, trainer: Trainer, history: History, steps: int, every: int | None) -> None:
        one_thread()
        keep_freed_memory()
        self.trainer, self.history, self.target = trainer, history, steps
        self.every = every or self._spacing()
        self.seconds, self.taken = 0.0, 0
        self.stops = Stops()
        self.stopped: Stopped | None = None
        self.interrupted = False
        self._thin()

    def _spacing(self) -> int:
        """As before, where a recording is resumed; else one that gives about RECORDS rows."""
        rows = self.history.rows
        before = int(rows.steps[0]) if len(rows) else 1
        return before if before > 1 else max(1, self.target // RECORDS)

    def _thin(self) -> None:
        """Forget what the history has between the multiples."""
        history = self.history
        for table in (history.rows, history.measures, history.shares):
            kept = table.steps % self.every == 0
            steps, values = table.steps[kept].copy(), table.values[kept].copy()
            table.truncate(-1)
            table.extend(steps, values)

    def run(self, tick: Callable[[int], bool]) -> None:
        """Train to the target, to divergence, to a stop condition of the experiment's own, or until
        ``tick(steps just taken)`` is true.
        """
        trainer, stop = self.trainer, self.trainer.experiment.stop
        self.stops.begin(trainer.steps, trainer.diverged_at)
        while not self._done:
            due = (trainer.steps // self.every + 1) * self.every
            count = min(CHUNK, due - trainer.steps, self.target - trainer.steps)
            began = time.perf_counter()
            taken = trainer.step(self.stops.room(stop, trainer.steps, count))
            self.seconds += time.perf_counter() - began
            self.taken += taken
            self.stopped = self.stops.went(stop, trainer.steps, trainer.diverged_at)
            self.interrupted = tick(taken)
            self._keep(last=self._done)

    @property
    def _done(self) -> bool:
        ended = self.interrupted or self.stopped is not None or self.trainer.all_diverged
        return ended or self.trainer.steps >= self.target

    def _keep(self, last: bool) -> None:
        steps, values = self.trainer.rows()
        kept = steps % self.every == 0
        if last and len(kept):
            kept[-1] = True
        self.history.rows.extend(steps[kept], values[kept])
        if kept.any():
            self._measure()

    def _measure(self) -> None:
        trainer, readings = self.trainer, self.trainer.measures()
        self.history.measure(trainer.steps, readings)
        stop, lost = trainer.experiment.stop, trainer.diverged_at
        found = self.stops.read(stop, trainer.steps, readings, lost)
        self.stopped = self.stopped or found

    # -- results -----------------------------------------------------------------------------------

    @property
    def steps_per_second(self) -> float | None:
        """Training alone; None where no step was taken."""
        return self.taken / self.seconds if self.seconds else None

    def warnings(self) -> list[str]:
        """A line where a stop condition ended it, and one for each run that diverged."""
        ended = [] if self.stopped is None else [self.stopped.sentence()]
        return ended + [
            f"run {r} (seed {seed}) diverged at step {at}: {self.trainer.cause} not finite."
            for r, (seed, at) in enumerate(
                zip(self.trainer.seeds, self.trainer.diverged_at, strict=True), 1
            )
            if at is not None
        ]

    def ended(self) -> dict[str, Any]:
        """Why training ended.

        ``reason`` is "steps" (as many as were asked for), "diverged" (every run has), "interrupted"
        or "stop": then ``condition`` and the rest are those of ``Stopped``.
        """
        if self.trainer.all_diverged:
            return {"reason": "diverged"}
        if self.stopped is not None:
            found = asdict(self.stopped)
            numbers = {name: _number(found[name]) for name in ("limit", "reading")}
            return {"reason": "stop", "condition": found.pop("reason"), **found, **numbers}
        return {"reason": "interrupted" if self.interrupted else "steps"}

    def summary(self) -> dict[str, Any]:
        """What summary.json says; a number that does not exist is None."""
        last = self.trainer.measures(SUMMARY)
        runs = [
            {
                "seed": seed,
                **{name: _number(last[name][r]) for name in SUMMARY},
                "diverged_at": self.trainer.diverged_at[r],
            }
            for r, seed in enumerate(self.trainer.seeds)
        ]
        return {
            "steps": self.trainer.steps,
            "ended": self.ended(),
            "steps_per_second": self.steps_per_second,
            "runs": runs,
        }

    def real(self) -> NDArray[np.float32]:
        """(R, n, dim) data points, run r's drawn from its own seed."""
        sample = self.trainer.distribution.sample
        drawn = [sample(SAMPLES, generator(seed, "reference", 1)) for seed in self.trainer.seeds]
        return np.stack([d.numpy() for d in drawn]).astype(np.float32)

    def look(self) -> tuple[Scene, Snapshot]:
        """What figures need of the present step; works out the floors of the measures too."""
        probe = Probe(self.trainer)
        scene = probe.scene()
        for name in MEASURE_COLUMNS:
            # A perfect average reads what a perfect generator reads.
            known = name in self.history.floors or name in AVERAGED
            if not known and (band := self.trainer.examiner.floor(name)):
                self.history.floors[name] = band
        cells = GRID[scene.dim]
        return scene, probe.snapshot(Needs(frozenset(FIELDS), POINTS, cells, runs=()))

    def write(self, folder: Path) -> None:
        """Write every result, each file whole or not at all; raises SaveError."""
        self.history.edits = list(self.trainer.edits)
        folder.mkdir(parents=True, exist_ok=True)
        atomic_bytes(folder / "experiment.toml", dumps(self.trainer.experiment).encode())
        atomic_write(
            folder / "metrics.csv", lambda stream: exports.write_history(stream, self.history)
        )
        samples = exports.samples_npz(self.real(), *exports.samples_of(self.trainer, SAMPLES))
        atomic_bytes(folder / "samples.npz", samples)
        text = json.dumps(self.summary(), indent=2, allow_nan=False) + "\n"
        atomic_bytes(folder / "summary.json", text.encode())
        atomic_bytes(folder / "checkpoint.pt", checkpoint.dumps(self.trainer, self.history))

    def write_script(self, path: Path) -> None:
        """The generator as a program, and its weights beside it where they are many."""
        write_script(generator_script(self.trainer, path.stem), path)

    def write_samples_csv(self, path: Path) -> None:
        """The samples as a table."""
        fake, kinds = exports.samples_of(self.trainer, SAMPLES)
        name = exports.kind_name(self.trainer.experiment)
        atomic_bytes(path, exports.samples_csv(self.real(), fake, kinds, name), parents=True)

    def write_events(self, folder: Path) -> None:
        """The history as TensorBoard logs."""
        self.history.edits = list(self.trainer.edits)
        tensorboard.write_events(self.history, self.trainer.experiment, folder)


def _number(value: float) -> float | int | None:
    """As JSON has it: whole numbers without a point, and no number that is not finite."""
    if not np.isfinite(value):
        return None
    return int(value) if value == int(value) else float(value)


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Ctrl-C asks to stop between two steps, a second one stops at once.

    Gives a function that says whether it was asked.
    """
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set
        return

    def ask(number: int, frame: Any) -> None:
        asked.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
