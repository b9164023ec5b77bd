"""A grid's folder: ``grid.toml`` and a file a finished cell. A finished cell stays finished."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ganlab_gui.experiment.grid import Cell, Grid, dumps_grid, load_grid
from ganlab_gui.experiment.io import ExperimentError, changes
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.sweep.result import CellError, CellResult, Job, loads

GRID = "grid.toml"
CELLS = "cells"
LOCK = ".lock"


def check_place(path: Path) -> None:
    """Raises ExperimentError where ``path`` is no folder for results and cannot become one."""
    if path.exists() and not path.is_dir():
        raise ExperimentError([f"--out {path}: is a file; give a folder."])
    nearest = next(p for p in (path, *path.absolute().parents) if p.exists())
    if not nearest.is_dir():
        raise ExperimentError([f"--out: {nearest} is a file, so no folder can be made in it."])
    if not os.access(nearest, os.W_OK):
        raise ExperimentError([f"--out: writing in {nearest} is not permitted."])


class Folder:
    """The grid in ``path`` and its cells' results."""

    def __init__(self, path: Path, grid: Grid) -> None:
        self.path, self.grid = path, grid

    @classmethod
    def open(cls, path: Path) -> "Folder":
        """A folder as an earlier start left it; raises ExperimentError where it holds no grid."""
        if not (path / GRID).is_file():
            raise ExperimentError([f"{path}: holds no {GRID}, so it is no folder of a grid."])
        return cls(path, load_grid(path / GRID))

    @classmethod
    def make(cls, path: Path, grid: Grid) -> "Folder":
        """A folder for ``grid``, made where there is none.

        Raises ExperimentError where it holds another grid, SaveError where it cannot be written.
        """
        if (path / GRID).exists():
            before = cls.open(path).grid
            if differences := _differences(before, grid):
                said = ", ".join(differences)
                line = f"{path}: holds another grid ({said}); give another folder."
                raise ExperimentError([line])
        else:
            atomic_bytes(path / GRID, dumps_grid(grid).encode(), parents=True)
        return cls(path, grid)

    def place(self, cell: Cell) -> Path:
        """Where a cell's result is or will be."""
        return self.path / CELLS / f"{cell[0]}-{cell[1]}.npz"

    def job(self, cell: Cell) -> Job:
        return Job(self.grid.experiment_of(cell), self.grid.steps, self.grid.spacing)

    def result(self, cell: Cell) -> CellResult | None:
        """A cell's result; None where it is not there. Raises CellError where it is no use."""
        place = self.place(cell)
        try:
            data = place.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CellError(f"cannot be read: {error.strerror}") from None
        return loads(data, self.job(cell))

    def results(self) -> tuple[dict[Cell, CellResult], list[str]]:
        """Every cell's result that can be used, and a sentence for each that cannot."""
        found, said = {}, []
        for cell in self.grid.cells:
            try:
                result = self.result(cell)
            except CellError as error:
                said.append(f"{self.place(cell)}: {error}; the cell is trained again.")
                continue
            if result is not None:
                found[cell] = result
        return found, said

    def write(self, cell: Cell, data: bytes) -> None:
        """Keep the bytes of a cell's result; raises SaveError."""
        atomic_bytes(self.place(cell), data, parents=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else trains in this folder meanwhile; raises ExperimentError where one does.

        The system takes the lock from a process that is gone, however it ended.
        """
        try:
            import fcntl
        except ImportError:  # not on Windows; two would only do the same work twice
            yield
            return
        descriptor = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError:
            line = f"{self.path}: a grid is being trained in this folder already."
            raise ExperimentError([line]) from None
        finally:
            os.close(descriptor)


def _differences(a: Grid, b: Grid) -> list[str]:
    """What differs between two grids, in words; nothing where they train the same."""
    said = []
    for name in ("steps", "runs", "seed", "spacing"):
        one, other = getattr(a, name), getattr(b, name)
        if one != other:
            said.append(f"{'every' if name == 'spacing' else name} {one}, not {other}")
    if [(x.paths, x.values) for x in a.axis] != [(x.paths, x.values) for x in b.axis]:
        said.append("other settings or values on its axes")
    said += [
        f"{path} {old}, not {new}"
        for path, (old, new) in changes(a.experiment, b.experiment).items()
        if path not in ("title", "notes", "shelf", "expect", "runs", "seed")
    ]
    return said
