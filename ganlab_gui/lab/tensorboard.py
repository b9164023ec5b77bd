"""History as TensorBoard logs: a folder with one event file a run. No torch of our own.

tensorboardX is an extra and imported late; it brings torch along where there is one, so that the
window has this done in another process.
"""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from ganlab_gui.experiment.io import ExperimentError, dumps, flatten
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.files import atomic_folder
from ganlab_gui.lab.history import History, Table

MOST = 10_000
"""Steps of one curve in an event file; of a longer history every second, third, … is taken."""
FILE = "events.out.tfevents.0.ganlab"
VERSION = "brain.Event:2"
LACKING = (
    "TensorBoard logs are written by tensorboardX, which is not installed;"
    " to install it: python -m pip install tensorboardX"
)

Progress = Callable[[int, int], object]
"""Told how many of how many runs are written."""


def check_available() -> None:
    """Raises ExperimentError, with what to install, where tensorboardX is missing."""
    if find_spec("tensorboardX") is None:
        raise ExperimentError([LACKING])


def write_events(
    history: History, experiment: Experiment, folder: Path | str,
    progress: Progress = lambda done, total: None,
) -> None:  # fmt: skip
    """Make ``folder`` with a folder a run, ``seed-S``, whole or not at all.

    Scalars are "training/…", "measures/…" and "mode shares/…" at their steps; settings are hparams
    and, as TOML, a text; each edit is a text at its step. A history keeps no times of day, so all
    events have the time 0, and the same history gives the same bytes. Raises ExperimentError where
    tensorboardX is missing, SaveError where the folder cannot be written.
    """
    check_available()
    with atomic_folder(folder, "*.tfevents.*") as place:
        for run, seed in enumerate(experiment.seeds):
            progress(run, experiment.runs)
            home = place / f"seed-{seed}"
            home.mkdir()
            _write(home / FILE, _events(history, experiment, run))
        progress(experiment.runs, experiment.runs)


def _write(path: Path, events: Iterator[Any]) -> None:
    from tensorboardX.record_writer import RecordWriter

    writer = RecordWriter(str(path))
    try:
        for event in events:
            writer.write(event.SerializeToString())
    finally:
        writer.close()


def _events(history: History, experiment: Experiment, run: int) -> Iterator[Any]:
    """Every event of a run: what it is, then curve after curve."""
    from tensorboardX.proto.event_pb2 import Event
    from tensorboardX.summary import hparams, text

    yield Event(file_version=VERSION)
    last = {f"measures/{name}": value for name, value in _last(history.measures, run).items()}
    settings = {path: _plain(value) for path, value in flatten(experiment).items()}
    for summary in hparams({k: v for k, v in settings.items() if v is not None}, last):
        yield Event(summary=summary)
    toml = "\n".join(f"    {line}" for line in dumps(experiment).splitlines())
    yield Event(summary=text("settings", toml))
    for edit in history.edits:
        said = f"`{edit.path}`: {edit.old} → {edit.new}"
        yield Event(step=edit.step, summary=text("edits", said))
    tables = {"training": history.rows, "measures": history.measures, "mode shares": history.shares}
    for name, table in tables.items():
        yield from _scalars(name, table, run)


def _plain(value: Any) -> Any:
    """As hparams have it: a number, a truth, a text; None for what is none of these."""
    if isinstance(value, bool | int | float | str):
        return value
    flat = isinstance(value, tuple) and all(isinstance(v, int | float) for v in value)
    return " ".join(map(str, value)) if flat else None


def _last(table: Table, run: int) -> dict[str, float]:
    """The newest reading of each column that has one."""
    found = {}
    for column, name in enumerate(table.columns):
        values = table.values[:, run, column]
        read = np.flatnonzero(~np.isnan(values))
        if len(read):
            found[name] = float(values[read[-1]])
    return found


def _scalars(name: str, table: Table, run: int) -> Iterator[Any]:
    """An event a step with every number of that step; what was not measured is left out."""
    from tensorboardX.proto.event_pb2 import Event
    from tensorboardX.proto.summary_pb2 import Summary

    every = -(-len(table) // MOST) or 1
    # Counted from the end, so that the newest step is always there.
    chosen = np.arange(len(table) - 1, -1, -every)[::-1]
    tags = [f"{name}/{column}" for column in table.columns]
    for index in chosen:
        row = table.values[index, run]
        values = [
            Summary.Value(tag=tag, simple_value=float(value))
            for tag, value in zip(tags, row, strict=True)
            if not np.isnan(value)
        ]
        if values:
            yield Event(step=int(table.steps[index]), summary=Summary(value=values))
