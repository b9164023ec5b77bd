"""What a grid's settings, values, measures and cells are called, in the user's language."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from ganlab_gui.experiment.grid import Axis, Cell, Grid, label_of, players_of
from ganlab_gui.experiment.labels import CHOICE_LABELS, value_text
from ganlab_gui.lab.sweep.result import CellResult
from ganlab_gui.lab.sweep.summary import DIVERGED, is_broken, median, reading_text, said


def tr(text: str) -> str:
    return QCoreApplication.translate("Grid", text)


def of_experiment(text: str) -> str:
    """A label of the experiment's declaration."""
    return QCoreApplication.translate("Experiment", text)


def of_measures(text: str) -> str:
    return QCoreApplication.translate("measures", text)


def axis_name(axis: Axis) -> str:
    """A setting's label; one that both players have says whose it is."""
    label = of_experiment(label_of(axis))
    match players_of(axis):
        case ():
            return label
        case (one,):
            return f"{label} ({one})"
        case (one, other):
            return tr("{0} ({1} and {2})").format(label, one, other)
    raise AssertionError("there are two players")


def value_name(value: Any) -> str:
    """A value as it is read aloud."""
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, str):
        return of_experiment(CHOICE_LABELS.get(value, value.replace("-", " ")))
    if isinstance(value, list | tuple) and not value:
        return of_experiment("no hidden layer")
    return value_text(value)


def cell_name(grid: Grid, cell: Cell) -> str:
    """The values that make a cell: "k (D steps) 5, c clip 0.01"."""
    pairs = zip(grid.axis, cell, strict=False)
    return ", ".join(f"{axis_name(axis)} {value_name(axis.values[n])}" for axis, n in pairs)


def measure_name(measure: str) -> str:
    """A measure without its unit."""
    words = said(measure)
    label = of_measures(words.label)
    return tr("{0} of the averaged G").format(label) if words.average else label


def unit_name(measure: str) -> str:
    return of_measures(said(measure).unit) if said(measure).unit else ""


def better(measure: str) -> str:
    """Which end is the good one, in words; empty where neither is."""
    higher = said(measure).higher_is_better
    if higher is None:
        return ""
    return tr("more is better") if higher else tr("less is better")


def reading_name(result: CellResult, measure: str) -> str:
    """A cell's reading in words: the median over its seeds, their range, and who diverged."""
    runs = result.history.runs
    parts = []
    if is_broken(result) and measure != DIVERGED:
        step = max(at for at in result.diverged_at if at is not None)
        parts.append(tr("all seeds diverged, the last at step {0}").format(step))
    elif measure == DIVERGED:
        parts.append(tr("{0} of {1} seeds diverged").format(result.diverged, runs))
    else:
        unit = f" {unit_name(measure)}" if unit_name(measure) else ""
        middle = reading_text(median(result, measure))
        parts.append(f"{measure_name(measure)} {middle}{unit}")
        ends = _ends(result.last(measure).tolist())
        if runs > 1 and ends:
            parts.append(tr("median of {0} seeds, from {1} to {2}").format(runs, *ends))
        if result.diverged:
            parts.append(tr("{0} of {1} seeds diverged").format(result.diverged, runs))
    return "; ".join(parts)


def _ends(values: Sequence[float]) -> tuple[str, str] | None:
    finite = [value for value in values if np.isfinite(value)]
    return (reading_text(min(finite)), reading_text(max(finite))) if finite else None
