"""What a grid gains: stacked seeds on every core, over the same runs in turn in one process.

Both sides train the same cells' settings for the same steps and read the same measures. The runs in
turn are those of every cell's first seed, one after another; the others would take as long again.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ganlab_gui.experiment.grid import Grid, build
from ganlab_gui.lab.bench import Figure, work
from ganlab_gui.lab.sweep.alone import Alone
from ganlab_gui.lab.sweep.events import Failed, Finished, Runner
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.pool import Pool
from ganlab_gui.lab.sweep.run import sweep

WIDTH, BATCH = 32, 150
SEEDS = 8
STEPS, QUICK_STEPS = 2_000, 400
FASTER = 4.0


def grid(steps: int, runs: int) -> Grid:
    """4 × 4 cells: D steps, and D's learning rate; two measurements a run."""
    d_steps = {"path": "training.d_steps", "values": [1, 2, 3, 4]}
    rates = {"path": "discriminator_optimizer.lr", "low": 1e-4, "high": 1e-2, "count": 4}
    axes = [d_steps, rates | {"scale": "log"}]
    tables = {"steps": steps, "runs": runs, "every": steps // 2, "axis": axes}
    return build(tables, work(WIDTH, BATCH), "benchmark")


def timed(grid: Grid, runner: Runner) -> float:
    """Runs · steps a second of a whole grid, from the start of the first process to the end."""
    with tempfile.TemporaryDirectory() as path:
        folder = Folder.make(Path(path), grid)
        began = time.perf_counter()
        events = list(sweep(folder, runner))
        spent = time.perf_counter() - began
    finished = sum(isinstance(event, Finished) for event in events)
    if finished != len(grid.cells):
        raise RuntimeError(next(e.sentence for e in events if isinstance(e, Failed)))
    return finished * grid.runs * grid.steps / spent


def grids(quick: bool = False) -> Iterator[Figure]:
    """The one figure."""
    steps = QUICK_STEPS if quick else STEPS
    warm = Alone()
    timed(grid(2, 1), warm)  # imports and reference samples count on neither side
    one = timed(grid(steps, 1), Alone())
    pool = Pool()
    many = timed(grid(steps, SEEDS), pool)
    note = f"{many:.0f} against {one:.0f} runs·steps/s, {steps} steps, {pool.workers} processes"
    name = "grid of 4 × 4 settings × 8 seeds, runs·steps/s, over the same runs one after another"
    yield Figure(name, many / one, FASTER, "×", note=note)
