"""The table of contents of a session file: everything of a recording that is not numbers by step.

It is ``ganlab.json``: a JSON table of plain values, checked value by value when it is read.
"""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ganlab_gui import __version__
from ganlab_gui.experiment.io import validate
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.files import SessionError
from ganlab_gui.lab.history import Edit
from ganlab_gui.lab.recording import Branch, Mark, Recording

FORMAT = "ganlab session"
VERSION = 1
MOST_STEPS = 2**53
"""Steps up to which float64, and so every reader of a table, counts exactly."""

Step = Annotated[int, Field(ge=0, le=MOST_STEPS)]
Before = Annotated[int, Field(ge=-1, le=MOST_STEPS)]
"""A step after which something begins; −1 where that is the first."""
Name = Annotated[str, Field(max_length=1000)]
Plain = str | int | float | bool | None
Band = tuple[float | None, float | None]


class Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SettingHead(Part):
    """Settings that hold from ``step`` on: all of them, or the groups that changed."""

    step: Step
    experiment: dict[str, Any] | None = None
    changes: dict[str, Any] | None = None


class EditHead(Part):
    step: Step
    path: Name
    old: Plain | tuple[Plain, ...]
    new: Plain | tuple[Plain, ...]


class MarkHead(Part):
    step: Step
    kind: Name
    note: Annotated[str, Field(max_length=100_000)] = ""
    run: Annotated[int, Field(ge=0, lt=256)] | None = None


class BranchHead(Part):
    """A branch; the three numbers of ``shared`` and ``chunks`` are of rows, measures, shares.

    ``shared`` are the steps up to which its tables are its parent's. Chunk n replaces what a table
    has after the step in ``chunks[n]``.
    """

    id: Annotated[int, Field(ge=0, lt=1_000_000)]
    name: Name
    parent: int | None
    fork: Step
    scene: Annotated[int, Field(ge=0)]
    settings: Annotated[list[SettingHead], Field(min_length=1)]
    marks: list[MarkHead]
    partial: list[Step]
    edits: list[EditHead]
    floors: dict[Name, Band]
    columns: Annotated[list[Name], Field(max_length=64)]
    measures: Annotated[list[Name], Field(max_length=64)]
    runs: Annotated[int, Field(ge=1, le=256)]
    modes: Annotated[int, Field(ge=0, le=100_000)]
    last: Step
    shared: tuple[Before, Before, Before]
    chunks: list[tuple[Before, Before, Before]]
    pictures: list[Step]
    kept_pictures: list[Step]
    keyframes: list[tuple[Step, Annotated[int, Field(ge=0)]]]
    kept_keyframes: list[Step]


class Head(Part):
    """The whole table of contents. ``about`` is for people: when it was run, and for how long."""

    format: Literal["ganlab session"]
    version: Annotated[int, Field(ge=1, le=VERSION)]
    program: Name
    current: int
    about: dict[Name, Plain]
    tables: dict[Annotated[str, Field(max_length=4096)], Name] = {}
    """Data files of the user's own: their path where it was saved, to the member that is theirs."""
    branches: Annotated[list[BranchHead], Field(min_length=1)]


# -- writing ---------------------------------------------------------------------------------------


def head_of(
    recording: Recording,
    parts: Mapping[int, Any],
    tables: Mapping[str, str],
    about: Mapping[str, Any],
) -> bytes:
    """The bytes of ``ganlab.json``; ``parts`` adds to each branch what lies in other members."""
    branches = [_branch(b) | parts[n] for n, b in sorted(recording.branches.items())]
    head = {
        "format": FORMAT, "version": VERSION, "program": __version__,
        "current": recording.current, "about": dict(about), "tables": dict(tables),
        "branches": branches,
    }  # fmt: skip
    return json.dumps(head, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _branch(branch: Branch) -> dict[str, Any]:
    history = branch.history
    return {
        "id": branch.id, "name": branch.name, "parent": branch.parent, "fork": branch.fork,
        "settings": _settings(branch.settings),
        "marks": [{"step": m.step, "kind": m.kind, "note": m.note, "run": m.run}
                  for m in branch.marks],
        "partial": branch.partial,
        "edits": [{"step": e.step, "path": e.path, "old": e.old, "new": e.new}
                  for e in history.edits],
        "floors": {name: [_finite(end) for end in band] for name, band in history.floors.items()},
        "columns": list(history.columns), "measures": list(history.measures.columns),
        "runs": history.runs, "modes": history.modes, "last": branch.last_step,
    }  # fmt: skip


def _settings(settings: Sequence[tuple[int, Experiment]]) -> list[dict[str, Any]]:
    """The first settings whole, of each later ones what they changed."""
    out: list[dict[str, Any]] = []
    before: dict[str, Any] = {}
    for step, experiment in settings:
        values = experiment.model_dump(mode="json")
        if out:
            changed = {k: v for k, v in values.items() if before[k] != v}
            out.append({"step": step, "changes": changed})
        else:
            out.append({"step": step, "experiment": values})
        before = values
    return out


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


# -- reading ---------------------------------------------------------------------------------------


def read_head(data: bytes, where: str) -> Head:
    """The checked table of contents of a file called ``where``; raises SessionError."""
    foreign = SessionError(f"{where}: is not a session of this program.")
    try:
        table = json.loads(data)
    except (ValueError, RecursionError):
        raise foreign from None
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        raise foreign
    version = table.get("version")
    if type(version) is int and version > VERSION:
        raise SessionError(
            f"{where}: was made by a newer version of this program"
            f" (format {version}; this one reads up to {VERSION})."
        )
    try:
        head = Head.model_validate_json(data)
        check_tree(head)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise SessionError(f"{where}: its table of contents is wrong at {place}.") from None
    except ValueError as error:
        raise SessionError(f"{where}: {error}.") from None
    return head


def check_tree(head: Head) -> None:
    """Refuse branches that do not grow from one another; raises ValueError."""
    forks: dict[int, int] = {}
    for branch in head.branches:
        root = not forks
        if branch.id in forks or (root != (branch.parent is None)) or (root and branch.id):
            raise ValueError("its branches are no tree")
        if not root and branch.fork < forks.get(branch.parent, MOST_STEPS + 1):  # type: ignore[arg-type]
            raise ValueError(f"branch {branch.id + 1} does not grow out of another")
        forks[branch.id] = branch.fork
        if any(setting >= len(branch.settings) for _, setting in branch.keyframes):
            raise ValueError(f"a state of branch {branch.id + 1} has no settings")
    if head.current not in forks:
        raise ValueError("its current branch is none of its branches")


def settings_of(
    branch: BranchHead, where: str, moved: Mapping[str, str] | None = None
) -> list[tuple[int, Experiment]]:
    """A branch's settings by step, with data files where they are now; raises ExperimentError."""
    values: dict[str, Any] = {}
    out = []
    for setting in branch.settings:
        values = values | (setting.experiment or setting.changes or {})
        data = values.get("data")
        if moved and isinstance(data, dict) and data.get("path") in moved:
            values["data"] = data | {"path": moved[data["path"]]}
        out.append((setting.step, validate(values, where)))
    return out


def edits_of(branch: BranchHead) -> list[Edit]:
    return [Edit(e.step, e.path, e.old, e.new) for e in branch.edits]


def marks_of(branch: BranchHead) -> list[Mark]:
    return [Mark(m.step, m.kind, m.note, m.run) for m in branch.marks]


def floors_of(branch: BranchHead) -> dict[str, tuple[float, float]]:
    nan = math.nan
    return {
        name: (nan if low is None else low, nan if high is None else high)
        for name, (low, high) in branch.floors.items()
    }
