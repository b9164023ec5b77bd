"""Any experiment at all, drawn from its own declaration, as a nested mapping of plain values.

Fields, types, bounds and choices are read off the pydantic models, so a new setting is drawn as
soon as it is declared. ``SMALL`` keeps what costs time or memory small.
"""

import math
import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from copy import deepcopy
from functools import reduce
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, validate
from ganlab_gui.experiment.schema import Experiment

MANY = int(os.environ.get("GANLAB_DEEP", 0))
"""Examples of a run by hand, GANLAB_DEEP=2000; without that none are drawn beyond the usual."""
deep = pytest.mark.skipif(not MANY, reason="thousands of examples: set GANLAB_DEEP to how many")

Values = dict[str, Any]
Bounds = dict[str, Any]

SMALL: dict[str, tuple[int, int]] = {
    "runs": (1, 3), "training.batch": (1, 32), "training.d_steps": (0, 2),
    "training.g_steps": (0, 2), "training.unroll": (0, 2), "training.history": (0, 40),
    "noise.dim": (1, 8), "generator.count": (1, 4), "discriminator.pack": (1, 4),
    "discriminator.minibatch_features": (0, 4), "expect.runs": (1, 256),
}  # fmt: skip
"""Bounds narrower than the declared ones; all lie within them."""
WIDEST = 16
LONGEST = 4
"""Entries of a list, where more are allowed."""

OWN: dict[str, str] = {
    "line.csv": "x\n" + "".join(f"{i * 0.37 % 3:.3f}\n" for i in range(40)),
    "plane.tsv": "".join(f"{i * 0.37 % 3:.3f}\t{i * 0.61 % 2:.3f}\n" for i in range(40)),
    "kinds.csv": "x,y,kind\n" + "".join(f"{i % 7}.5,{i % 5},{'abc'[i % 3]}\n" for i in range(40)),
}
"""Files of numbers that experiments with data of one's own are drawn with."""
FILES: tuple[Values, ...] = (
    {"path": "line.csv", "columns": []},
    {"path": "line.csv", "columns": [1], "header": "yes", "standardise": True},
    {"path": "plane.tsv", "columns": [], "header": "no"},
    {"path": "plane.tsv", "columns": [2, 1], "standardise": True},
    {"path": "kinds.csv", "columns": [2], "label_column": 3},
    {"path": "kinds.csv", "columns": [1, 2], "label_column": 3, "header": "auto"},
)
AGREEING: Values = {
    "order": "simultaneous", "d_steps": 1, "g_steps": 1, "unroll": 0, "d_until": 0
}  # fmt: skip
"""What consensus optimization asks of the rest of ``training``."""
STROKE: Values = {"points": [[0.0, 0.0], [1.0, 1.0]], "size": 0.4, "softness": 0.5, "erase": False}
"""A last stroke that leaves something of every drawing."""


@contextmanager
def own_data(folder: Path) -> Iterator[None]:
    """Be in a folder with the files of ``OWN``, where experiments find them."""
    for name, text in OWN.items():
        (folder / name).write_text(text)
    with chdir(folder):
        yield


# -- reading the declaration -----------------------------------------------------------------------


def tables(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Every field of a table that is not itself a table, with its path; data's own are left out."""
    for name, field in model.model_fields.items():
        if name == "data":
            continue
        if _is_table(field.annotation):
            yield from ((f"{name}.{path}", inner) for path, inner in tables(field.annotation))
        else:
            yield name, field


def choices() -> dict[str, tuple[Any, ...]]:
    """Every setting that is one of a few: its path, and all it may be."""
    found: dict[str, tuple[Any, ...]] = {"data.name": tuple(DATA)}
    for path, field in tables(Experiment):
        if get_origin(field.annotation) is Literal:
            found[path] = get_args(field.annotation)
        elif field.annotation is bool:
            found[path] = (False, True)
    return found


def bounds(metadata: list[Any]) -> Bounds:
    """``ge``, ``gt``, ``le``, ``lt``, ``min_length`` and ``max_length``, where they are said."""
    keys = ("ge", "gt", "le", "lt", "min_length", "max_length")
    said = ((key, getattr(item, key, None)) for item in metadata for key in keys)
    return {key: value for key, value in said if value is not None}


def _is_table(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


# -- drawing ---------------------------------------------------------------------------------------


def of_table(model: type[BaseModel], prefix: str = "") -> SearchStrategy[Values]:
    """A table's values; every field is left at its default half of the time."""
    found = {}
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        drawn = _of(field.annotation, bounds(field.metadata), path)
        alone = field.is_required() or _is_table(field.annotation) or path == "data"
        if not alone:
            default = field.get_default(call_default_factory=True)
            drawn = st.just(_plain(default)) | drawn
        found[name] = drawn
    return st.fixed_dictionaries(found)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _of(annotation: Any, limits: Bounds, path: str) -> SearchStrategy[Any]:
    if path == "data":
        return st.sampled_from(sorted(DATA)).flatmap(_data)
    if path == "expect.set":
        return st.dictionaries(st.sampled_from(["runs", "seed"]), st.integers(1, 3), max_size=2)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if _is_table(annotation):
        return of_table(annotation, f"{path}.")
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, UnionType):
        return st.one_of(*(_of(a, limits, path) for a in arguments))
    if origin is tuple:
        return _list(arguments, limits, path)
    if hasattr(annotation, "__metadata__"):
        inner, *metadata = arguments[0], *annotation.__metadata__
        fields = [m for item in metadata for m in getattr(item, "metadata", [item])]
        return _of(inner, bounds(fields), path)
    return _scalar(annotation, limits, path)


def _list(arguments: tuple[Any, ...], limits: Bounds, path: str) -> SearchStrategy[Any]:
    if arguments[-1] is not Ellipsis:
        return st.tuples(*(_of(a, {}, path) for a in arguments)).map(list)
    least = limits.get("min_length", 0)
    most = min(limits.get("max_length", LONGEST), LONGEST)
    return st.lists(_of(arguments[0], {}, path), min_size=least, max_size=most)


def _scalar(kind: Any, limits: Bounds, path: str) -> SearchStrategy[Any]:
    if kind is type(None):
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is str:
        most = min(limits.get("max_length", 40), 40)
        return st.text(st.characters(exclude_categories=["Cs"]), max_size=most)
    if kind is int:
        low, high = SMALL.get(path, (limits["ge"], limits.get("le", 10**6)))
        return st.integers(low, WIDEST if path.endswith(".hidden") else high)
    if kind is float:
        low, high = limits.get("gt", limits.get("ge")), limits.get("lt", limits.get("le"))
        return st.floats(
            low, high, exclude_min="gt" in limits, exclude_max="lt" in limits,
            allow_nan=False, allow_infinity=False,
        )  # fmt: skip
    raise NotImplementedError(f"{path}: a field of {kind} is drawn in no way yet")


@st.composite
def _data(draw: DrawFn, name: str) -> Values:
    """The values of one data set, consistent as its own validator asks."""
    if name == "file":
        return {"name": name, **draw(st.sampled_from(FILES))}
    values = draw(of_table(DATA[name], f"{name}."))
    values["name"] = name
    if name == "uniform":
        ends = sorted(float(values[end]) for end in ("low", "high"))
        values["low"], values["high"] = min(ends[0], 999.0), max(ends[1], min(ends[0], 999.0) + 0.5)
    if name == "gaussian-mixture":
        lists = [values[key] for key in ("means", "stds", "weights")]
        count = min(map(len, lists))
        values |= {key: values[key][:count] for key in ("means", "stds", "weights")}
    if name == "drawn":
        frame = values["extent"]
        points = [[x * frame / 2, y * frame / 2] for x, y in STROKE["points"]]
        values["strokes"] = [*values["strokes"], STROKE | {"points": points}]
    return values


def mended(values: Values, kept: frozenset[str] = frozenset()) -> Values:
    """``values`` with whatever cannot go together put back to its default.

    Rules name the setting that breaks them, and defaults break none. ``kept`` are not put back.
    """
    for _ in range(20):
        try:
            validate(values, "")
            return values
        except ExperimentError as error:
            for line in error.lines:
                table, _, leaf = line.split(": ")[1].partition(".")
                if f"{table}.{leaf}" in kept or not leaf or (table == "data" and leaf != "name"):
                    raise
                values = values | {table: {k: v for k, v in values[table].items() if k != leaf}}
                if table == "data":
                    values["data"] = {"name": "ring"}
    raise AssertionError("an experiment cannot be mended")


@st.composite
def experiments(draw: DrawFn) -> Values:
    """A valid experiment as nested plain values, ready for ``experiment.io.validate``."""
    values = draw(of_table(Experiment))
    for expect in values["expect"]:
        if expect["at_least"] is expect["at_most"] is None:
            expect["at_most"] = 1.0
        for bound in [key for key, value in expect.items() if value is None]:
            del expect[bound]  # TOML has no word for it
    if values["training"]["consensus"] and draw(st.booleans()):
        values["training"] |= AGREEING
    return mended(values)


def covering() -> list[Values]:
    """A few experiments that together make every choice there is, each list gone through once."""
    listed = choices()
    count = max(map(len, listed.values()))
    found = []
    for row in range(count):
        values: Values = {"runs": 1 + row % 3, "training": {"batch": 8}}
        for player in ("generator", "discriminator"):
            values[player] = {"hidden": [5, 4]}
        for path, allowed in listed.items():
            *table, leaf = path.split(".")
            node = values.setdefault(table[0], {}) if table else values
            node[leaf] = allowed[row % len(allowed)]
        if values["data"]["name"] == "file":
            values["data"] |= FILES[-1]
        if values["data"]["name"] == "drawn":
            values["data"]["strokes"] = [STROKE]
        if values["data"]["name"] == "dirac":
            values["objective"]["name"], values["training"]["conditional"] = "hinge", False
        found.append(mended(values))
    return found


# -- spoiling --------------------------------------------------------------------------------------

STRANGE = (None, True, 3, 0.5, -7.5, float("nan"), float("inf"), "text", [], ["x"], {}, {"x": 1})


def fields_of(values: Values) -> list[tuple[str, Any, Bounds]]:
    """Path, type and bounds of every setting of an experiment, its data's own included."""
    own = DATA[values["data"]["name"]].model_fields.items()
    found = [*tables(Experiment), *((f"data.{name}", field) for name, field in own)]
    return [(path, field.annotation, bounds(field.metadata)) for path, field in found]


def wrong(annotation: Any, limits: Bounds) -> list[Any]:
    """Values that a setting of a type and bounds may not have."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return [v for v in (*STRANGE, "", arguments[0].upper()) if v not in arguments]
    if origin in (Union, UnionType):
        return ["text", True, [], float("nan")]
    if origin is tuple:
        few, many = limits.get("min_length", 0) - 1, limits.get("max_length", 0) + 1
        out: list[Any] = [None, True, 3, "text", {"x": 1}, ["x"], [None], [[]]]
        out += [[1] * few] * (few >= 0) + [[1] * many] * (1 < many < 1000)
        return out
    if origin is dict:
        return [None, True, 3, "text", [1]]
    if annotation is str:
        return [None, True, 3, 0.5, [], {}, "x" * (limits.get("max_length", 10**6) + 1)]
    if annotation is bool:
        return [v for v in STRANGE if v is not True] + [0, 1, "true"]
    return [*_beyond(limits, annotation), *(v for v in STRANGE if not _is_number(v, annotation))]


def _is_number(value: Any, kind: Any) -> bool:
    numbers = (int,) if kind is int else (int, float)
    return type(value) in numbers and abs(value) < float("inf")


def _beyond(limits: Bounds, kind: Any) -> list[Any]:
    """Numbers just outside of the bounds, and far from them."""
    out: list[Any] = []
    for closed, exclusive, sign in (("ge", "gt", -1), ("le", "lt", 1)):
        if exclusive in limits:
            out.append(kind(limits[exclusive]))
        if closed in limits:
            end = limits[closed]
            out.append(end + sign if kind is int else math.nextafter(end, sign * math.inf))
        if {closed, exclusive} & limits.keys():
            out.append(sign * (10**30 if kind is int else 1e30))
    return out


@st.composite
def spoiled(draw: DrawFn) -> tuple[Values, str]:
    """An experiment with one thing wrong, and the path that must be named."""
    values = deepcopy(draw(experiments()))
    path, annotation, limits = draw(st.sampled_from(fields_of(values)))
    *parents, leaf = path.split(".")
    table = values
    for parent in parents:
        table = table.setdefault(parent, {})
    kind = draw(st.sampled_from(["wrong"] * 6 + ["unknown", "no table"]))
    if kind == "unknown":
        leaf = draw(st.sampled_from(["x", leaf + "_", leaf.upper(), "lr2"]))
        table[leaf] = draw(st.sampled_from(STRANGE))
        return values, ".".join([*parents, leaf])
    if kind == "no table" and parents:
        values[parents[0]] = draw(st.sampled_from([v for v in STRANGE if not isinstance(v, dict)]))
        return values, parents[0]
    table[leaf] = draw(st.sampled_from(wrong(annotation, limits)))
    return values, path


def at(values: Values, path: str) -> Any:
    """The value at a dotted path."""
    return reduce(lambda node, key: node[key], path.split("."), values)
