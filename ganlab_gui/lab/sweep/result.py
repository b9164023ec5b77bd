"""What a cell of a grid has come to, and the one file that holds it. No torch."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.io import ExperimentError, validate
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History, Table, row_columns
from ganlab_gui.lab.pack import Arrays, PackError, pack, unpack
from ganlab_gui.lab.packed import pack_scene, pack_snapshot, unpack_scene, unpack_snapshot
from ganlab_gui.lab.snapshot import Scene, Snapshot

VERSION = 1
TABLES = ("rows", "measures", "shares")
PICTURES: dict[str, tuple[Any, Any]] = {
    "scene": (pack_scene, unpack_scene),
    "snapshot": (pack_snapshot, unpack_snapshot),
}


class CellError(ValueError):
    """A cell's file that cannot be used; the text says why, and begins where its name would end."""


@dataclass(frozen=True)
class Job:
    """What to train: ``steps`` steps with every measure at the multiples of ``every``."""

    experiment: Experiment
    steps: int
    every: int


@dataclass(frozen=True)
class CellResult:
    """A cell's measures and rows over its steps, a small picture of its last, and who diverged.

    ``diverged_at[r]`` is the step at which run r's numbers stopped being finite, None where they
    are; ``cause`` says which number broke last.
    """

    job: Job
    history: History
    scene: Scene
    snapshot: Snapshot
    diverged_at: tuple[int | None, ...]
    cause: str = ""

    @property
    def diverged(self) -> int:
        """How many runs have diverged."""
        return sum(step is not None for step in self.diverged_at)

    def last(self, measure: str) -> NDArray[np.float32]:
        """(R,) the last reading of a measure; NaN where there is none."""
        table = self.history.measures
        column = table.column(measure)
        return column[-1] if len(table) else np.full(self.history.runs, np.nan, np.float32)


# -- as a file -------------------------------------------------------------------------------------


def dumps(result: CellResult) -> bytes:
    """The bytes of an NPZ file with a meta.json; the same result gives the same bytes."""
    job, history = result.job, result.history
    arrays: Arrays = {}
    meta: dict[str, Any] = {
        "version": VERSION,
        "experiment": job.experiment.model_dump(mode="json", exclude_none=True),
        "steps": job.steps,
        "every": job.every,
        "diverged_at": list(result.diverged_at),
        "cause": result.cause,
        "floors": {name: list(band) for name, band in history.floors.items()},
    }
    for name in TABLES:
        table: Table = getattr(history, name)
        arrays |= {f"{name}.steps": table.steps, f"{name}.values": table.values}
        meta[f"{name}.columns"] = list(table.columns)
    for name, (packed, _) in PICTURES.items():
        parts, meta[name] = unpack(packed(getattr(result, name)))
        arrays |= {f"{name}.{key}": array for key, array in parts.items()}
    return pack(arrays, meta)


def loads(data: bytes, job: Job) -> CellResult:
    """The result of ``job``; raises CellError where the bytes are damaged or of another job."""
    try:
        arrays, meta = unpack(data)
        if meta.get("version") != VERSION:
            raise CellError("is of another version of the program")
        found = validate(meta["experiment"], "experiment")
        if (found, meta["steps"], meta["every"]) != (job.experiment, job.steps, job.every):
            raise CellError("holds another experiment")
        scene, snapshot = (_picture(name, arrays, meta) for name in PICTURES)
        history = _history(job.experiment, arrays, meta)
        at = meta["diverged_at"]
        if len(at) != job.experiment.runs or not all(n is None or type(n) is int for n in at):
            raise CellError("is damaged: it does not say which runs diverged")
        return CellResult(job, history, scene, snapshot, tuple(at), str(meta["cause"]))
    except PackError as error:
        raise CellError(f"is damaged: {error}") from None
    except (ExperimentError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, CellError):
            raise
        raise CellError("is damaged: a part of it is missing or wrong") from None


def _picture(name: str, arrays: Arrays, meta: Mapping[str, Any]) -> Any:
    own = {k.removeprefix(f"{name}."): a for k, a in arrays.items() if k.startswith(f"{name}.")}
    return PICTURES[name][1](pack(own, meta[name]))


def _history(experiment: Experiment, arrays: Arrays, meta: Mapping[str, Any]) -> History:
    modes = len(meta["shares.columns"])
    history = History(experiment.runs, modes, row_columns(experiment))
    for name in TABLES:
        table: Table = getattr(history, name)
        steps, found = arrays[f"{name}.steps"], arrays[f"{name}.values"]
        columns = meta[f"{name}.columns"]
        if found.shape != (len(steps), experiment.runs, len(columns)):
            raise CellError(f"is damaged: its {name} have another shape")
        # A version with other measures has no numbers for those that it did not know.
        values = np.full((*found.shape[:2], len(table.columns)), np.nan, np.float32)
        for k, column in enumerate(table.columns):
            if column in columns:
                values[:, :, k] = found[:, :, columns.index(column)]
        table.extend(steps, values)
    history.floors = {name: (float(a), float(b)) for name, (a, b) in meta["floors"].items()}
    return history
