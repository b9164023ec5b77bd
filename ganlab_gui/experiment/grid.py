"""A grid of experiments: one or two settings, the values each takes, and seeds for every pair.

A grid's file is TOML. It names what all cells share (``preset``, ``file`` or a whole
``[experiment]``, with ``[set]`` to change some of it), and has an ``[[axis]]`` for each setting.
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import tomlkit
from pydantic import Field, ValidationInfo, field_validator

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import (
    ExperimentError,
    find_data,
    load,
    load_preset,
    parse_assignments,
    read_toml,
    validate,
    validate_table,
    with_values,
)
from ganlab_gui.experiment.knob import Settings
from ganlab_gui.experiment.knobs import Setting, settings_in, settings_of
from ganlab_gui.experiment.labels import value_text
from ganlab_gui.experiment.schema import LAST_SEED, Experiment

Cell = tuple[int, int]
"""Which value of the first and of the second setting; the second is 0 where there is one only."""

MOST_VALUES = 64
MOST_CELLS = 1024
READINGS = 20
"""Measurements a cell has where nothing else is asked for."""
PLAYERS = {"G": "generator", "D": "discriminator"}
DATA_LABEL = "Data"
"""What the choice of a data set is called: it has no knob of its own."""
OWN = ("seed", "runs")
"""Settings that a grid has in its own way."""
PLACES = ("preset", "file", "experiment")


class Range(Settings):
    """Numbers from ``low`` to ``high``, evenly spaced themselves or in their logarithms."""

    scale: Literal["linear", "log"] = "linear"
    low: float
    high: float
    count: Annotated[int, Field(ge=2, le=MOST_VALUES)]

    @field_validator("low")
    @classmethod
    def _has_a_logarithm(cls, low: float, others: ValidationInfo) -> float:
        if others.data.get("scale") == "log" and low <= 0:
            raise ValueError("must be greater than 0 on a log scale")
        return low

    @field_validator("high")
    @classmethod
    def _in_order(cls, high: float, others: ValidationInfo) -> float:
        low = others.data.get("low")
        if low is not None and high <= low:
            raise ValueError(f"must be greater than low, {low:g}")
        return high

    def values(self, whole: bool) -> list[float] | list[int]:
        """The numbers, to three digits but for the ends; whole ones are rounded, each once."""
        ends = (self.low, self.high)
        a, b = map(math.log, ends) if self.scale == "log" else ends
        places = [a + (b - a) * i / (self.count - 1) for i in range(1, self.count - 1)]
        between = [math.exp(x) if self.scale == "log" else x for x in places]
        if whole:
            return list(dict.fromkeys(round(x) for x in (self.low, *between, self.high)))
        return [self.low, *(float(f"{x:.3g}") for x in between), self.high]


class Axis(Settings):
    """One setting and its values; ``also`` names settings that take each value with it."""

    path: Annotated[str, Field(max_length=200)]
    also: Annotated[tuple[str, ...], Field(strict=False, max_length=8)] = ()
    values: Annotated[tuple[Any, ...], Field(strict=False, min_length=1, max_length=MOST_VALUES)]

    @field_validator("values")
    @classmethod
    def _different(cls, values: tuple[Any, ...]) -> tuple[Any, ...]:
        texts = [repr(_plain(v)) for v in values]
        if twice := next((t for t in texts if texts.count(t) > 1), ""):
            raise ValueError(f"{twice} is there twice; every value may be there once")
        return values

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.path, *self.also)


class Grid(Settings):
    """What to train: every pair of values, ``runs`` seeds from ``seed`` on, ``steps`` steps each.

    Every measure is read at the multiples of ``every`` and at the last step. Made by ``build``,
    which has made sure of every cell's experiment.
    """

    title: Annotated[str, Field(max_length=200)] = ""
    steps: Annotated[int, Field(ge=1, le=10**8)]
    runs: Annotated[int, Field(ge=1, le=256)] = 8
    seed: Annotated[int, Field(ge=0, le=LAST_SEED)] = 0
    every: Annotated[int, Field(ge=0)] = 0
    """0 gives READINGS measurements."""
    axis: Annotated[tuple[Axis, ...], Field(strict=False)]
    experiment: Experiment = Experiment()

    @field_validator("axis")
    @classmethod
    def _possible(cls, axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
        if not 1 <= len(axes) <= 2:
            raise ValueError("one or two settings are varied, each an [[axis]]")
        many = math.prod(len(axis.values) for axis in axes)
        if many > MOST_CELLS:
            raise ValueError(f"the grid has {many} cells; allowed are {MOST_CELLS} at most")
        paths = [path for axis in axes for path in axis.paths]
        if twice := next((p for p in paths if paths.count(p) > 1), ""):
            raise ValueError(f"{twice} is varied twice; a setting may be varied once")
        return axes

    @property
    def shape(self) -> Cell:
        """How many values the first and the second setting have."""
        return len(self.axis[0].values), len(self.axis[1].values) if len(self.axis) > 1 else 1

    @property
    def cells(self) -> list[Cell]:
        """Every cell, in the order in which they are trained: row by row of the second setting."""
        across, down = self.shape
        return [(i, j) for j in range(down) for i in range(across)]

    @property
    def spacing(self) -> int:
        """Steps from one measurement to the next."""
        return self.every or max(1, self.steps // READINGS)

    def values(self, cell: Cell) -> dict[str, Any]:
        """The settings that make ``cell`` what it is, path to value."""
        pairs = zip(self.axis, cell, strict=False)
        return {path: _plain(axis.values[n]) for axis, n in pairs for path in axis.paths}

    def experiment_of(self, cell: Cell) -> Experiment:
        """What ``cell`` trains. Raises ExperimentError where its settings cannot go together."""
        own = {"runs": self.runs, "seed": self.seed, "title": self.cell_title(cell), "expect": []}
        return with_values(self.experiment, self.values(cell) | own, "grid")

    def cell_words(self, cell: Cell) -> str:
        """The cell's values: "k (D steps) 5, c clip 0.01"."""
        return ", ".join(
            f"{name_of(axis)} {value_text(axis.values[n])}"
            for axis, n in zip(self.axis, cell, strict=False)
        )

    def cell_title(self, cell: Cell) -> str:
        """The shared experiment's title and the cell's values."""
        return f"{self.experiment.title}: {self.cell_words(cell)}"[:200]


def _plain(value: Any) -> Any:
    """As TOML has it: a list where Python has a tuple."""
    return [_plain(v) for v in value] if isinstance(value, list | tuple) else value


# -- the settings of axes --------------------------------------------------------------------------


def setting(experiment: Experiment, path: str) -> Setting | None:
    """What is known of the setting at ``path``; of any data set's where it is one of data."""
    found = next((s for s in settings_of(experiment) if s.path == path), None)
    if found is None and path.startswith("data."):
        inner = path.removeprefix("data.")
        every = (s for model in DATA.values() for s in settings_in(model))
        found = next((s for s in every if s.path == inner), None)
    return found


def label_of(axis: Axis) -> str:
    """The label of an axis' setting."""
    known = setting(Experiment(), axis.path)
    return known.knob.label if known else DATA_LABEL


def players_of(axis: Axis) -> tuple[str, ...]:
    """Whose settings an axis varies: "G", "D", both or neither."""
    owners = {path.split(".")[0].removesuffix("_optimizer") for path in axis.paths}
    return tuple(name for name, owner in PLAYERS.items() if owner in owners)


def name_of(axis: Axis) -> str:
    """The label of an axis' setting; one that both players have says whose it is."""
    players = " and ".join(players_of(axis))
    return f"{label_of(axis)} ({players})" if players else label_of(axis)


# -- reading and writing ---------------------------------------------------------------------------


def load_grid(path: Path | str, assignments: list[str] | None = None) -> Grid:
    """The grid of a TOML file; raises ExperimentError with every error of it, a sentence each.

    ``assignments`` are ``PATH=VALUE`` texts that change what all cells share.
    """
    path = Path(path)
    values = read_toml(path, "a grid")
    where, lines = str(path), list[str]()
    base, changed = Experiment(), dict[str, Any]()
    try:
        base = _shared(values, path)
    except ExperimentError as error:
        lines += error.lines
    try:
        changed = parse_assignments(assignments or [])
    except ExperimentError as error:
        lines += error.lines
    own = values.pop("set", {})
    if not isinstance(own, dict):
        lines.append(f"{where}: set: must be a table of settings.")
        own = {}
    try:
        base = with_values(base, dict(_flat(own)), f"{where}: set")
        base = with_values(base, changed, "command line")
    except ExperimentError as error:
        lines += error.lines
    try:
        grid = build(values, base, where)
    except ExperimentError as error:
        # What is wrong with a cell may only follow from what is wrong with all.
        raise ExperimentError(lines or error.lines) from None
    if lines:
        raise ExperimentError(lines)
    return grid


def _shared(values: dict[str, Any], path: Path) -> Experiment:
    """The experiment that a grid's file starts from, whose keys are taken out of ``values``."""
    given = {key: values.pop(key) for key in PLACES if key in values}
    if len(given) != 1:
        raise ExperimentError(
            [f"{path}: the experiment must be given once, as one of preset, file or [experiment]."]
        )
    ((key, value),) = given.items()
    if key == "experiment" and isinstance(value, dict):
        find_data(value, path.parent)
        return validate(value, f"{path}: experiment")
    if key == "experiment" or not isinstance(value, str):
        kind = "a table of settings" if key == "experiment" else "text"
        raise ExperimentError([f"{path}: {key}: must be {kind}."])
    return load_preset(value) if key == "preset" else load(path.parent / value)


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def build(values: Mapping[str, Any], experiment: Experiment, where: str = "grid") -> Grid:
    """A grid of tables as its file has them, over ``experiment``, with every cell made sure of.

    An axis may have low, high, count and scale in place of its values. Raises ExperimentError with
    every error, a sentence each.
    """
    tables, lines = dict(values), list[str]()
    axes = tables.get("axis", [])
    if isinstance(axes, list):
        tables["axis"] = []
        for number, axis in enumerate(axes):
            try:
                tables["axis"].append(_with_values_of_range(axis, experiment, number, where))
            except ExperimentError as error:
                lines += error.lines
                tables["axis"].append({"path": f"axis.{number}", "values": [0]})
    try:
        grid = validate_table(Grid, tables | {"experiment": experiment}, where)
    except ExperimentError as error:
        raise ExperimentError(lines + error.lines) from None
    if lines:
        raise ExperimentError(lines)
    if lines := [*_unknown(grid, where)] or [*_impossible(grid, where)]:
        raise ExperimentError(lines)
    return grid


def _with_values_of_range(axis: Any, experiment: Experiment, number: int, where: str) -> Any:
    given = {"low", "high", "count", "scale"} & set(axis) if isinstance(axis, dict) else set()
    if not given:
        return axis
    here = f"{where}: axis.{number}"
    if "values" in axis:
        raise ExperimentError([f"{here}: give either values or low, high and count, not both."])
    found = validate_table(Range, {key: axis[key] for key in given}, here)
    known = setting(experiment, str(axis.get("path", "")))
    if known is not None and known.kind not in ("int", "float"):
        raise ExperimentError([f"{here}: {known.path} is no number; give its values as a list."])
    whole = known is not None and known.kind == "int"
    return {k: v for k, v in axis.items() if k not in given} | {"values": found.values(whole)}


def _unknown(grid: Grid, where: str) -> Iterator[str]:
    """A sentence for each path that no knob belongs to."""
    for number, axis in enumerate(grid.axis):
        for path in axis.paths:
            if path in OWN:
                yield f"{where}: axis.{number}: {path} is no axis; runs and seed say which seeds."
            elif path != "data.name" and setting(grid.experiment, path) is None:
                yield f"{where}: axis.{number}: {path}: no such setting."


def _impossible(grid: Grid, where: str) -> Iterator[str]:
    """A sentence for each thing wrong with cells, said of the first cell that has it."""
    found: dict[str, list[Cell]] = {}
    for cell in grid.cells:
        try:
            grid.experiment_of(cell)
        except ExperimentError as error:
            for line in error.lines:
                found.setdefault(line.removeprefix("grid: "), []).append(cell)
    for line, cells in found.items():
        pairs = zip(grid.axis, cells[0], strict=False)
        said = ", ".join(f"{axis.path} = {_shown(axis.values[n])}" for axis, n in pairs)
        more = f" (and {len(cells) - 1} more)" if len(cells) > 1 else ""
        yield f"{where}: cell {said}{more}: {line}"


def _shown(value: Any) -> str:
    text = repr(_plain(value))
    return text if len(text) <= 60 else f"{text[:60]}…"


def dumps_grid(grid: Grid) -> str:
    """TOML that reads back as the same grid, whatever presets and files become."""
    document = tomlkit.document()
    for key, value in grid.model_dump(mode="json", exclude_none=True).items():
        document[key] = value
    return tomlkit.dumps(document)
