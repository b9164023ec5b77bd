"""What recording and saving cost while training, and how soon a long session is open again."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from ganlab_gui.app.keeper import EVERY_MS, Keeper
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.lab.history import TABLES, History
from ganlab_gui.lab.pack import pack, unpack
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.session_file import save
from ganlab_gui.lab.snapshot import Snapshot

if TYPE_CHECKING:
    from ganlab_gui.lab.bench import Figure

ROWS, PICTURES, STATES = 1_000_000, 2_000, 200
READ_EVERY = 25
"""Steps from one reading to the next in a long session."""


def recording(window: MainWindow, pairs: int, seconds: float) -> "Iterator[Figure]":
    """Steps of the live window that records and saves against one that does not, in turns."""
    from ganlab_gui.app.bench import Watch, pause, play
    from ganlab_gui.lab.bench import Figure, work

    session, watch = window.session, Watch(window)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        keeper = Keeper(session, Path(folder))
        session.open_experiment(work(32, 150))
        play(window, 1.0)
        pause(window)
        rates: dict[bool, list[float]] = {True: [], False: []}
        late: dict[bool, list[float]] = {True: [], False: []}
        for turn in range(2 * pairs):
            on = turn % 4 in (0, 3)  # on off off on: what drifts counts for both
            _record(window, keeper, on)
            play(window, min(1.0, seconds / 4))
            watch.late.clear()
            rates[on].append(watch.over(seconds)[0])
            late[on] += watch.late
            pause(window)
        _record(window, keeper, True)
        keeper.close()
        keeper.deleteLater()
    shares = [a / b for a, b in zip(rates[True], rates[False], strict=True)]
    cost = 100 * (1 - median(shares))
    note = (
        f"{median(rates[True]):.0f} of {median(rates[False]):.0f} steps/s, {pairs} pairs of"
        f" {seconds:g} s, saved every {EVERY_MS / 1000:g} s"
    )
    yield Figure("recording's cost in steps/s", cost, 3, "%", at_least=False, note=note)
    p99 = {on: sorted(late[on])[int(len(late[on]) * 0.99)] for on in late}
    note = f"{p99[False]:.1f} ms without; worst {max(late[True]):.1f} and {max(late[False]):.1f} ms"
    name = "lateness of a 5 ms event-loop tick while recording, p99"
    yield Figure(name, p99[True], 16, "ms", at_least=False, note=note)


def _record(window: MainWindow, keeper: Keeper, on: bool) -> None:
    """Have the window record and save, or neither."""
    recording = window.session.recording
    assert recording is not None
    window.session.client.send("keyframes", on)
    if on:
        recording.__dict__.pop("record", None)
        keeper._timer.start()
    else:
        recording.__dict__["record"] = lambda snapshot: None
        keeper._timer.stop()


def opening(window: MainWindow, times: int) -> "Figure":
    """Seconds from the wish to the newest picture of a long session in the window."""
    from ganlab_gui.app.bench import pause, play, wait_until
    from ganlab_gui.lab.bench import Figure, work

    session = window.session
    took = []
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "long.ganlab"
        session.open_experiment(work(32, 150))
        play(window, 2.0)
        pause(window)
        assert session.recording is not None
        save(path, long_recording(session.recording))
        size = path.stat().st_size / 1e6
        for _ in range(times):
            session.reset()
            wait_until(lambda: session.state is State.PAUSED and session.step == 0)
            began = time.perf_counter()
            window.sessions.open(path)
            wait_until(lambda: session.snapshot is not None and session.snapshot.step >= ROWS)
            took.append(time.perf_counter() - began)
        window.sessions.close()
    name = "open a session of 1 000 000 rows, 2 000 snapshots"
    note = f"{size:.0f} MB, median of {times}, worst {max(took):.2f} s, picture included"
    return Figure(name, median(took), 2.0, "s", at_least=False, note=note)


def long_recording(short: Recording) -> Recording:
    """A session as long as the figure asks for, made of what a short one has recorded."""
    branch = short.branch
    old = branch.history
    history = History(old.runs, old.modes, old.columns)
    draw = np.random.default_rng(0)
    for name in TABLES:
        steps = np.arange(1, ROWS + 1) if name == "rows" else np.arange(0, ROWS + 1, READ_EVERY)
        table = getattr(history, name)
        shape = (len(steps), *table.values.shape[1:])
        table.extend(steps, draw.random(shape, np.float32))
    long = Recording(branch.experiment, branch.scene, history, 0, 1 << 30)
    picture, (_, state) = branch.pictures.items()[-1][1], branch.keyframes.items()[-1]
    for number in range(1, PICTURES + 1):
        long.record(_other(picture, number * (ROWS // PICTURES), draw))
    for number in range(1, STATES + 1):
        step = number * (ROWS // STATES)
        long.keep_state(step, _at(state.data, step))
    return long


def _other(picture: Snapshot, step: int, draw: np.random.Generator) -> Snapshot:
    """A picture of another step: what a network makes differs, what is the data's does not."""
    changed = {
        name: (value + draw.random(value.shape, np.float32) * 1e-3).astype(np.float32)
        for name in ("fake", "d", "optimum", "p_generated", "pull", "manifold")
        if (value := getattr(picture, name)) is not None
    }
    return replace(picture, step=step, **changed)


def _at(state: bytes, step: int) -> bytes:
    """A packed state that says it is of another step."""
    arrays, meta = unpack(state)
    pairs = [["steps", step] if p[0] == "steps" else p for p in meta["state"]["dict"]]
    return pack(arrays, {"state": {"dict": pairs}})
