"""Your own data: the rows of a file, or a density drawn by hand."""

import numpy as np
import torch
from torch import Generator, Tensor

from ganlab_gui.core.data.base import Array, Labelled, Modes, Unlabelled, shares, viewing_box
from ganlab_gui.experiment import data
from ganlab_gui.experiment.raster import rasterise

BULK = (0.001, 0.999)
"""Quantiles of the columns that the viewing box shows: a few outliers must not shrink the rest."""


class File(Labelled):
    """Rows of a table drawn with replacement; no density is known. Raises TableError."""

    modes: Modes | None = None

    def __init__(self, s: data.File) -> None:
        rows, labels, names = s.read()
        self.dim = rows.shape[1]
        self._rows, self._labels = (
            torch.from_numpy(rows.astype(np.float32)),
            torch.from_numpy(labels),
        )
        self.classes = shares(np.bincount(labels, minlength=len(names)).astype(np.float64))
        low, high = np.quantile(rows, BULK, axis=0)
        self.extent = viewing_box(low, high)

    def sample_labelled(self, n: int, generator: Generator) -> tuple[Tensor, Tensor]:
        """n rows (n, dim) and their labels (n,)."""
        chosen = torch.randint(len(self._rows), (n,), generator=generator)
        return self._rows[chosen], self._labels[chosen]

    def log_prob(self, x: Array) -> Array | None:
        """None: the density behind a file is not known."""
        return None


class Drawn(Unlabelled):
    """A drawing: a density constant on every cell of a grid. Raises ValueError if empty."""

    dim = 2
    modes: Modes | None = None

    def __init__(self, s: data.Drawn) -> None:
        density = rasterise(s.strokes, s.extent)
        total = density.sum()
        if total == 0:
            raise ValueError("The drawing is empty; paint at least one stroke inside the frame.")
        self._cells, self._low, self._side = len(density), -s.extent, 2 * s.extent / len(density)
        self._density = density / (total * self._side**2)
        self._filled = torch.from_numpy(np.argwhere(density > 0))
        shares = density[density > 0] / total
        self._bounds = torch.from_numpy(shares.cumsum()[:-1])
        corner = np.full(2, s.extent)
        self.extent = -corner, corner

    def sample(self, n: int, generator: Generator) -> Tensor:
        """n points (n, 2): a cell by its weight, then a place in it."""
        draw = torch.rand(n, generator=generator, dtype=torch.float64)
        cell = self._filled[torch.bucketize(draw, self._bounds, right=True)].flip(1)
        place = torch.rand(n, 2, generator=generator, dtype=torch.float64)
        return (self._low + self._side * (cell + place)).float()

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, 2): (n,); minus infinity where nothing is drawn."""
        cell = np.floor((x - self._low) / self._side)
        inside = np.all((cell >= 0) & (cell < self._cells), axis=1)
        column, row = np.where(inside[:, None], cell, 0).astype(np.int64).T
        with np.errstate(divide="ignore"):
            return np.where(inside, np.log(self._density[row, column]), -np.inf)
