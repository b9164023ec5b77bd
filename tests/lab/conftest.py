"""Double precision where a test compares to the last digits; a grid that trains in a moment."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from ganlab_gui.experiment.grid import Grid, build
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.sweep.alone import Alone
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.run import sweep


@pytest.fixture
def float64() -> Iterator[None]:
    """Networks, streams and all else in float64."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(before)


@pytest.fixture(scope="session")
def tiny() -> Callable[..., Grid]:
    """Makes a grid of four cells of two seeds; tables given take the place of its own."""
    own = {"title": "Tiny", "data.name": "gaussian", "noise.dim": 1, "training.batch": 8}
    own |= {"generator.hidden": [4], "discriminator.hidden": [4]}
    base = with_values(Experiment(), own)
    steps = {"path": "training.d_steps", "values": [1, 2]}
    rates = {"path": "discriminator_optimizer.lr", "low": 1e-3, "high": 1e-1, "count": 2}

    def make(**changed: Any) -> Grid:
        return build(
            {"steps": 600, "runs": 2, "every": 300, "axis": [steps, rates]} | changed, base
        )

    return make


@pytest.fixture(scope="session")
def alone(tiny: Callable[..., Grid], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of that grid's cells, trained one after another in this process."""
    folder = Folder.make(tmp_path_factory.mktemp("alone"), tiny())
    for _ in sweep(folder, Alone()):
        pass
    return {path.name: path.read_bytes() for path in (folder.path / "cells").iterdir()}


@pytest.fixture(scope="session")
def files() -> Callable[[Path], dict[str, bytes]]:
    """Reads the files of a grid's cells."""
    return lambda path: {file.name: file.read_bytes() for file in (path / "cells").iterdir()}
