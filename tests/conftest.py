"""Set-up shared by every test: no display, one torch thread, no window left open."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["MPLBACKEND"] = "Agg"

import sys
from collections.abc import Iterator

import pytest


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
