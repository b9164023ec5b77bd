"""The results of a grid as one table: a line a cell and seed."""

import csv
import io
from collections.abc import Mapping
from typing import Any

import numpy as np

from ganlab_gui.experiment.grid import Cell, Grid
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS
from ganlab_gui.lab.sweep.result import CellResult


def results_csv(grid: Grid, results: Mapping[Cell, CellResult]) -> bytes:
    """CSV: each axis' setting, the seed, the last step, where it diverged, the last numbers.

    What is not there, or not a number, is an empty field. The same results give the same bytes.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    paths = [axis.path for axis in grid.axis]
    writer.writerow([*paths, "seed", "step", "diverged_at", *MEASURE_COLUMNS, *ROW_COLUMNS])
    for cell in grid.cells:
        if cell in results:
            values = [_field(grid.values(cell)[path]) for path in paths]
            writer.writerows([*values, *line] for line in _lines(results[cell]))
    return text.getvalue().encode()


def _lines(result: CellResult) -> list[list[Any]]:
    history = result.history
    measures = np.array([result.last(name) for name in MEASURE_COLUMNS])
    rows = np.full((len(ROW_COLUMNS), history.runs), np.nan, np.float32)
    if len(history.rows):
        rows = history.rows.values[-1, :, : len(ROW_COLUMNS)].T
    step = result.snapshot.step
    seeds = zip(result.job.experiment.seeds, result.diverged_at, strict=True)
    return [
        [seed, step, "" if at is None else at, *map(_number, (*measures[:, r], *rows[:, r]))]
        for r, (seed, at) in enumerate(seeds)
    ]


def _number(value: np.float32) -> str:
    return "" if np.isnan(value) else str(value).removesuffix(".0")


def _field(value: Any) -> Any:
    return " ".join(map(str, value)) if isinstance(value, list) else value
