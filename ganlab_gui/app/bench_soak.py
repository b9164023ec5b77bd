"""Long play with scrubbing and edits: whether both processes stay as small and as quick as ever."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.window import MainWindow

if TYPE_CHECKING:
    from ganlab_gui.app.bench import Watch
    from ganlab_gui.lab.bench import Figure

PLAY_SECONDS = 8.0
"""How long is played before the next scrubbing."""
VISITS = 12
"""Moments gone to in one scrubbing."""
EDITS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("training.d_steps", (1, 2, 3)),
    ("generator_optimizer.lr", (1e-3, 5e-4, 2e-4)),
    ("discriminator_optimizer.lr", (1e-3, 5e-4)),
    ("objective.name", ("non-saturating", "saturating", "least-squares")),
    ("penalty.name", ("none", "r1")),
)
"""Made while it trains, one a round in turns, each through its values again and again."""
SETTLED = 0.1
"""Share of the time that is play before the first measure: buffers and caches fill meanwhile."""
LEAST_SETTLED = 2


@dataclass
class Course:
    """What each round measured: MB of both processes and of the recording, frames, steps."""

    memory: list[float] = field(default_factory=list)
    recorded: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    """p99 of how late a 5 ms tick came, in ms."""

    def ends(self, values: list[float]) -> tuple[float, float]:
        """Medians of the first and of the last tenth, after what is let settle."""
        first = min(max(LEAST_SETTLED, round(SETTLED * len(values))), len(values) - 1)
        few = max(1, round(SETTLED * len(values)))
        return median(values[first : first + few]), median(values[-few:])


def soak(minutes: float) -> "Iterator[Figure]":
    """A window that saves as it goes, played for ``minutes`` by a restless user."""
    from ganlab_gui.app.bench import Watch, offscreen_if_need_be, pause
    from ganlab_gui.app.main import collect_from_now_on, create
    from ganlab_gui.lab.bench import Figure, work

    offscreen_if_need_be()
    name = f"memory of both processes over {minutes:g} min of play, edits and scrubbing"
    if not Path("/proc/self/smaps_rollup").exists():
        note = "not measured: it is read from /proc, which this system has not"
        yield Figure(name, None, 50, "MB", at_least=False, note=note)
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        preferences = Preferences(Path(folder) / "window.ini", Path(folder) / "kept")
        _, window = create(work(32, 150), preferences=preferences)
        window.resize(1280, 800)
        window.show()
        collect_from_now_on()
        try:
            course, watch, draw = Course(), Watch(window), Random(0)
            until = time.monotonic() + 60 * minutes
            while time.monotonic() < until or len(course.memory) < 4:
                _round(window, watch, course, draw)
            pause(window)
            yield from _told(course, name)
        finally:
            window.session.mark_saved()
            window.close()


def _round(window: MainWindow, watch: "Watch", course: Course, draw: Random) -> None:
    """Play, measure, edit, and scrub through all that was."""
    from ganlab_gui.app.bench import play, proportional_memory, spin

    session, number = window.session, len(course.memory)
    play(window, 1.0)
    watch.late.clear()
    steps, frames = watch.over(PLAY_SECONDS)
    path, values = EDITS[number % len(EDITS)]
    session.edit(path, values[number // len(EDITS) % len(values)])
    spin(0.5)
    for _ in range(VISITS):
        session.visit(draw.randrange(max(1, session.step)))
        spin(0.05)
    session.live()
    pids = [os.getpid(), *filter(None, [session.client.pid])]
    recording = session.recording
    course.memory.append(proportional_memory(pids))
    course.recorded.append(0.0 if recording is None else recording.used / (1 << 20))
    course.frames.append(frames)
    course.steps.append(steps)
    course.late.append(sorted(watch.late)[int(len(watch.late) * 0.99)])


def _told(course: Course, name: str) -> "Iterator[Figure]":
    from ganlab_gui.lab.bench import Figure

    before, after = course.ends(course.memory)
    held, holds = course.ends(course.recorded)
    note = (
        f"{before:.0f} to {after:.0f} MB, of which the recording, which has a budget,"
        f" {held:.0f} to {holds:.0f} MB; growth of the rest"
    )
    grown = (after - holds) - (before - held)
    yield Figure(name, grown, 50, "MB", at_least=False, note=note)
    first, last = course.ends(course.frames)
    quick, slow = course.ends(course.steps)
    soon, late = course.ends(course.late)
    note = (
        f"{first:.0f} and {last:.0f} frames/s, {quick:.0f} and {slow:.0f} steps/s; tick p99"
        f" {soon:.1f} and {late:.1f} ms, {len(course.memory)} rounds"
    )
    share = 100 * last / first
    yield Figure("frames/s at the end, of those at the beginning", share, 95, "%", note=note)
