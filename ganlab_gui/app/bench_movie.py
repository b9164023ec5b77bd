"""How long a movie of what the window has recorded takes, in its process beside the window."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from ganlab_gui.app.window import MainWindow
from ganlab_gui.lab.video import MISSING, encoder_of_mp4

if TYPE_CHECKING:
    from ganlab_gui.app.movie_plan import Plan
    from ganlab_gui.lab.bench import Figure

SECONDS, QUICK = 10.0, 2.0
PANELS = ("plane", "modes", "distances", "losses")
PATIENCE_MS = 600_000


def filming(window: MainWindow, quick: bool) -> "Iterator[Figure]":
    """300 frames of 1280×720 with four panels, from the wish to the file; 60 where ``quick``."""
    from ganlab_gui.app.movie_plan import Plan
    from ganlab_gui.lab.bench import Figure

    name = "10 s of 1280×720 movie at 30 fps"
    encoder = encoder_of_mp4()
    if encoder is None:
        note = f"not measured: {MISSING}"
        yield Figure(name, None, 30, "s", at_least=False, note=note)
        return
    seconds = QUICK if quick else SECONDS
    with TemporaryDirectory(prefix="ganlab-bench-") as folder:
        path = Path(folder) / "bench.mp4"
        plan = Plan(path, PANELS, seconds=seconds, last=window.session.newest_step)
        began = time.perf_counter()
        worked = _film(window, plan)
        spent = time.perf_counter() - began
        size = path.stat().st_size / 1e6 if path.exists() else 0.0
    took = f"{spent:.1f} s for {plan.frames} frames" + (
        f", {worked:.1f} s of CPU" if worked else ""
    )
    note = f"{took}; {len(PANELS)} panels, {encoder}, {size:.1f} MB"
    yield Figure(name, spent * SECONDS / seconds, 30, "s", at_least=False, note=note)


def _film(window: MainWindow, plan: "Plan") -> float:
    """Make the movie while the window stays alive; CPU seconds of its process, 0 if not known."""
    loop = QEventLoop()
    failed: list[str] = []
    if not window.films.film(plan):
        raise RuntimeError("the movie could not be begun")
    job = window.work.job
    assert job is not None
    job.failed.connect(failed.append)
    used = 0.0

    def look() -> None:
        nonlocal used
        used = max(used, cpu_seconds(job.process.pid))
        if not job.running:
            loop.quit()

    timer, limit = QTimer(), QTimer(singleShot=True)
    timer.timeout.connect(look)
    limit.timeout.connect(loop.quit)
    timer.start(100)
    limit.start(PATIENCE_MS)
    loop.exec()
    timer.stop()
    if failed or job.running:
        raise RuntimeError(failed[0] if failed else "the movie took too long")
    return used


def cpu_seconds(pid: int | None) -> float:
    """CPU time that a running process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
