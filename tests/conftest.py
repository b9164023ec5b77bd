"""Set-up shared by every test: no display, one torch thread, no window left open."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["MPLBACKEND"] = "Agg"

import gc
import sys
from collections.abc import Iterator

import pytest

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


@pytest.fixture(autouse=True)
def garbage_of_this_test(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    count = request.config.stash.get(TESTS_RUN, 0) + 1
    request.config.stash[TESTS_RUN] = count
    gc.collect(2 if count % WHOLE_EVERY == 0 else 1)


@pytest.fixture(autouse=True)
def no_window_left_open() -> Iterator[None]:
    """A plot that outlives the test goes on drawing, and can crash the interpreter's exit."""
    before = set(map(id, _windows()))
    yield
    for window in _windows():
        if id(window) not in before:
            window.close()


def _windows() -> list:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.topLevelWidgets() if widgets else []
