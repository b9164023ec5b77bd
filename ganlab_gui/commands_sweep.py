"""``ganlab-gui sweep``: a grid of experiments × seeds, on this machine's cores or on a cluster."""

import argparse
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganlab_gui.arguments import INTERRUPTED, Parser, UsageError, add_set, nonempty, place, whole

if TYPE_CHECKING:
    from ganlab_gui.experiment.grid import Cell, Grid
    from ganlab_gui.lab.sweep.events import Runner
    from ganlab_gui.lab.sweep.folder import Folder
    from ganlab_gui.lab.sweep.result import CellResult
    from ganlab_gui.lab.sweep.tally import Tally

FAILED = 1
"""Exit code where a cell could not be trained."""


def add(parser: Parser) -> None:
    parser.add_argument(
        "grid", nargs="?", type=nonempty, metavar="FILE",
        help="a grid's TOML file; left out, the grid in DIR goes on",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=place, required=True, metavar="DIR",
        help="where results go; an interrupted grid goes on from what is there",
    )  # fmt: skip
    parser.add_argument(
        "--workers", type=whole(1, 1024), metavar="N", help="processes (default: one a core)"
    )
    parser.add_argument(
        "--cluster", type=nonempty, metavar="ADDRESS",
        help="train on a dask cluster instead, such as tcp://host:8786",
    )  # fmt: skip
    add_set(parser)
    parser.add_argument(
        "--figures", action="store_true",
        help="also draw DIR/figures: heat maps, curves, small multiples (PDF, PNG)",
    )  # fmt: skip


def sweep(options: argparse.Namespace) -> int:
    """Train a grid of experiments; DIR takes a file a cell and results.csv."""
    from ganlab_gui.lab.files import atomic_bytes
    from ganlab_gui.lab.sweep.run import runner_of
    from ganlab_gui.lab.sweep.table import results_csv

    if options.cluster and options.workers:
        raise UsageError("ganlab-gui sweep: --workers are of this machine; a cluster has its own.")
    folder = _folder(options)
    tally, stopped = _train(folder, runner_of(options.workers, options.cluster))
    results, _ = folder.results()
    atomic_bytes(folder.path / "results.csv", results_csv(folder.grid, results))
    if options.figures and results:
        from ganlab_gui.figures.folder import write_grid

        write_grid(folder.grid, results, folder.path / "figures")
    for line in _told(folder.grid, results, tally):
        print(line, file=sys.stderr)
    if stopped:
        left = len(folder.grid.cells) - len(results)
        print(f"{left} cells are left; the same command goes on with them.", file=sys.stderr)
        return INTERRUPTED
    return FAILED if tally.failed else 0


def _folder(options: argparse.Namespace) -> "Folder":
    """Find everything that is wrong with the command before anything is written."""
    from ganlab_gui.experiment.grid import load_grid
    from ganlab_gui.experiment.io import ExperimentError
    from ganlab_gui.lab.sweep.folder import Folder, check_place

    lines, grid = list[str](), None
    if options.grid is None and options.assignments:
        raise UsageError("ganlab-gui sweep: --set needs FILE: the grid in DIR stays as it is.")
    try:
        check_place(options.out)
    except ExperimentError as error:
        lines += error.lines
    try:
        if options.grid is not None:
            grid = load_grid(Path(options.grid), options.assignments)
    except ExperimentError as error:
        lines += error.lines
    if lines:
        raise ExperimentError(lines)
    return Folder.open(options.out) if grid is None else Folder.make(options.out, grid)


def _train(folder: "Folder", runner: "Runner") -> tuple["Tally", bool]:
    """Train what is missing with a progress bar on a terminal; whether Ctrl-C ended it early."""
    from tqdm import tqdm

    from ganlab_gui.lab.sweep.events import Noticed
    from ganlab_gui.lab.sweep.run import sweep as run
    from ganlab_gui.lab.sweep.tally import Tally

    tally = Tally(folder.grid, set(folder.results()[0]))
    terminal = sys.stderr.isatty()
    with (
        _interrupts_cancel(runner) as asked,
        tqdm(total=tally.total, initial=tally.steps, unit="step", disable=not terminal,
             dynamic_ncols=True) as bar,
    ):  # fmt: skip
        for event in run(folder, runner):
            tally.take(event)
            bar.set_postfix_str(f"{len(tally.done)} of {len(folder.grid.cells)} cells", False)
            bar.update(tally.steps - bar.n)
            if isinstance(event, Noticed):
                bar.write(event.sentence, file=sys.stderr)
    return tally, asked.is_set()


@contextmanager
def _interrupts_cancel(runner: "Runner") -> Iterator[threading.Event]:
    """Ctrl-C gives up what is under way and keeps the rest; a second one stops at once."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return

    def ask(number: int, frame: Any) -> None:
        asked.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        runner.cancel()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


def _told(grid: "Grid", results: "dict[Cell, CellResult]", tally: "Tally") -> Iterator[str]:
    """A line for each cell with runs that diverged, and for each that could not be trained."""
    for cell, result in results.items():
        if result.diverged:
            runs = f"{result.diverged} of {grid.runs} runs diverged"
            yield f"{grid.cell_words(cell)}: {runs}: {result.cause} not finite."
    for cell, sentence in tally.failed.items():
        yield f"{grid.cell_words(cell)}: {sentence}"
