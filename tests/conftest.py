"""Set-up shared by every test: no display, one torch thread, no window left open."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["MPLBACKEND"] = "Agg"

import gc
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6

TESTS_RUN = pytest.StashKey[int]()
WHOLE_EVERY = 40
"""Tests from one whole collection to the next; the others collect young objects only."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    needing = [item for item in items if item.get_closest_marker("cuda")]
    if needing and not _cuda():
        for item in needing:
            item.add_marker(pytest.mark.skip(reason="needs an NVIDIA GPU"))


def _cuda() -> bool:
    import torch

    return torch.cuda.is_available()


@pytest.fixture(autouse=True)
def one_torch_thread() -> None:
    """Small networks are faster on one thread, and the machine is shared."""
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)


def pytest_sessionstart() -> None:
    """Garbage is collected between tests, in this thread.

    Python would collect in whichever thread asks for memory, but a widget that is freed in another
    thread than the one that made it can crash the interpreter.
    """
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Only once a test has given up its fixtures are its windows garbage, and young enough."""
    result = yield
    core = sys.modules.get("PySide6.QtCore")
    if core and core.QCoreApplication.instance():
        # What is to be deleted later waits for a loop of events, which the next test may not have.
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    count = item.config.stash.get(TESTS_RUN, 0) + 1
    item.config.stash[TESTS_RUN] = count
    gc.collect(2 if count % WHOLE_EVERY == 0 else 1)
    return result


@pytest.fixture(autouse=True)
def no_window_left_open() -> Iterator[None]:
    """A plot that outlives the test goes on drawing, and can crash the interpreter's exit.

    The application is every test's: the language that a window has chosen is taken back too.
    """
    before = set(map(id, _windows()))
    yield
    for window in _windows():
        if id(window) not in before and shiboken6.isValid(window):  # one may close another
            window.close()
    language = sys.modules.get("ganlab_gui.app.language")
    if language and language._installed:
        language.install("en")


def _windows() -> list:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.topLevelWidgets() if widgets else []


@pytest.fixture
def made_grid() -> Callable[..., tuple]:
    """Makes a grid of 3 × 2 cells of 4 seeds and results for it, without training.

    JS of cell (i, j) falls to 0.1 (1 + i) + 0.01 j in the median. All seeds of cell (2, 0) have
    diverged and one of (1, 0); (2, 1) has no result. ``dim`` is that of the data.
    """
    return _made_grid


def _made_grid(dim: int = 2) -> tuple:
    from ganlab_gui.experiment.grid import build
    from ganlab_gui.experiment.io import with_values
    from ganlab_gui.experiment.schema import Experiment
    from ganlab_gui.lab.sweep.result import Job

    own = {"title": "Made", "data.name": "ring" if dim == 2 else "gaussian", "noise.dim": dim}
    k = {"path": "training.d_steps", "values": [1, 3, 5]}
    c = {"path": "clip.c", "values": [0.01, 0.1]}
    tables = {"steps": 400, "runs": 4, "every": 100, "axis": [k, c]}
    grid = build(tables, with_values(Experiment(), own))
    found = {}
    for cell in grid.cells[:-1]:
        job = Job(grid.experiment_of(cell), grid.steps, grid.spacing)
        broken = {(2, 0): 4, (1, 0): 1}.get(cell, 0)
        found[cell] = _made_result(job, 0.1 * (1 + cell[0]) + 0.01 * cell[1], broken)
    return grid, found


def _made_result(job: Any, js: float, broken: int) -> Any:
    import numpy as np

    from ganlab_gui.experiment.objectives import reading
    from ganlab_gui.lab.history import History
    from ganlab_gui.lab.snapshot import Scene, Snapshot
    from ganlab_gui.lab.sweep.result import CellResult

    dim, rng = job.experiment.dim, np.random.default_rng(0)
    history = History(4)
    for step in range(100, 500, 100):
        values = js + 0.2 * (400 - step) / 400 + np.array([-0.02, -0.01, 0.01, 0.02])
        history.measure(step, {"js": values, "modes_captured": np.full(4, 8.0)})
    box = np.full(dim, -3.0), np.full(dim, 3.0)
    real = rng.normal(size=(50, dim)).astype(np.float32)
    scene = Scene(dim, 4, *box, real)
    fake = rng.normal(size=(4, 50, dim)).astype(np.float32)
    xs = np.linspace(-3, 3, 20, dtype=np.float32)
    p = np.exp(-(xs**2) / 2)
    own = {"d": np.full((4, 20, 20), 0.4, np.float32), "ys": xs} if dim == 2 else {}
    own |= {"p_data": p, "p_generated": np.stack([p] * 4)} if dim == 1 else {}
    snapshot = Snapshot(
        400, dim, (0, 1, 2, 3), reading(job.experiment), real=real, fake=fake, xs=xs, **own
    )
    at = tuple(50 if r < broken else None for r in range(4))
    return CellResult(job, history, scene, snapshot, at, "D's loss" if broken else "")
