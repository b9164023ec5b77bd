"""Experiments as TOML: read, write, change by path, compare.

All errors of a file are reported at once.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import tomlkit
from pydantic import BaseModel, ValidationError

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.resources import presets_dir

T = TypeVar("T", bound=BaseModel)

FIRST_PRESET = "ring"
"""What the window opens with when nothing is asked for."""


class ExperimentError(ValueError):
    """An experiment that cannot be run; ``lines`` has one sentence an error."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@contextmanager
def collected() -> Iterator[Callable[[Callable[[], Any]], Any]]:
    """Gives a function that makes attempts; the errors of all are raised together in the end."""
    lines: list[str] = []

    def attempt(action: Callable[[], Any]) -> Any:
        try:
            return action()
        except ExperimentError as error:
            lines.extend(error.lines)

    yield attempt
    if lines:
        raise ExperimentError(lines)


def validate(values: Mapping[str, Any], where: str) -> Experiment:
    """The experiment of a nested mapping.

    Raises ExperimentError naming ``where`` and every bad path.
    """
    return validate_table(Experiment, values, where)


def validate_table(model: type[T], values: Mapping[str, Any], where: str) -> T:
    """A table of settings of any kind from a mapping; raises ExperimentError as ``validate``."""
    try:
        return model.model_validate(dict(values))
    except ValidationError as error:
        raise ExperimentError([_sentence(where, e) for e in error.errors()]) from None


def loads(text: str, where: str = "experiment") -> Experiment:
    try:
        return validate(tomllib.loads(text), where)
    except tomllib.TOMLDecodeError as error:
        raise ExperimentError([f"{where}: not valid TOML: {error}."]) from None


def read_toml(path: Path, what: str = "an experiment") -> dict[str, Any]:
    """The tables of a TOML file; raises ExperimentError where it cannot be read as ``what``."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ExperimentError([f"{path}: no such file."]) from None
    except OSError as error:
        raise ExperimentError([f"{path}: cannot be read: {error.strerror}."]) from None
    except UnicodeDecodeError:
        raise ExperimentError([f"{path}: not a text file; {what} is TOML in UTF-8."]) from None
    except tomllib.TOMLDecodeError as error:
        raise ExperimentError([f"{path}: not valid TOML: {error}."]) from None


def load(path: Path | str) -> Experiment:
    """The experiment of a TOML file; a relative ``data.path`` is taken from the file's folder."""
    path = Path(path)
    values = read_toml(path)
    find_data(values, path.parent)
    return validate(values, str(path))


def find_data(values: Mapping[str, Any], folder: Path) -> None:
    """Take a relative ``data.path`` in an experiment's tables from ``folder``."""
    data = values.get("data")
    if isinstance(data, dict) and data.get("name") == "file" and isinstance(data.get("path"), str):
        data["path"] = str((folder / data["path"]).resolve())


def preset_names() -> list[str]:
    """Names of the presets that travel with the program, sorted."""
    return sorted(p.stem for p in presets_dir().glob("*.toml"))


def load_preset(name: str) -> Experiment:
    """A preset by name; raises ExperimentError that lists the names there are."""
    if name not in preset_names():
        known = ", ".join(preset_names())
        raise ExperimentError([f"{name}: no preset of that name; there are: {known}."])
    return load(presets_dir() / f"{name}.toml")


def open_experiment(name: str) -> Experiment:
    """A preset's name or a TOML file's path, as the command line takes them."""
    if name in preset_names():
        return load_preset(name)
    if name.endswith(".toml") or "/" in name or Path(name).exists():
        return load(name)
    return load_preset(name)


def dumps(experiment: Experiment) -> str:
    """TOML of every setting, defaults included: a later version's defaults change nothing."""
    document = tomlkit.document()
    for key, value in experiment.model_dump(mode="json", exclude_none=True).items():
        if key == "expect" and not value:
            continue
        document[key] = value
    return tomlkit.dumps(document)


def with_values(
    experiment: Experiment, values: Mapping[str, Any], where: str = "settings"
) -> Experiment:
    """A copy with settings changed, dotted path to value.

    Switching ``data.name`` takes that data's defaults.
    """
    tree = experiment.model_dump(mode="json")
    errors = []
    # The name first: it brings that data's defaults, which the other values then change.
    for path, value in sorted(values.items(), key=lambda item: item[0] != "data.name"):
        *parents, leaf = path.split(".")
        node: Any = tree
        for parent in parents:
            node = node.get(parent) if isinstance(node, dict) else None
        if not isinstance(node, dict) or (leaf not in node and parents != ["data"]):
            errors.append(f"{where}: {path}: no such setting.")
        elif path == "data.name" and node.get("name") != value:
            tree["data"] = {"name": value}
        else:
            node[leaf] = value
    try:
        changed = validate(tree, where)
    except ExperimentError as error:
        raise ExperimentError(errors + error.lines) from None
    if errors:
        raise ExperimentError(errors)
    return changed


def parse_assignments(assignments: list[str]) -> dict[str, Any]:
    """``PATH=VALUE`` texts to values.

    TOML where it parses (numbers, lists, true), else plain text.
    """
    values: dict[str, Any] = {}
    errors = []
    for text in assignments:
        path, equals, raw = text.partition("=")
        if not equals or not path.strip():
            errors.append(f"--set {text}: expected PATH=VALUE, such as training.d_steps=5.")
            continue
        try:
            values[path.strip()] = tomllib.loads(f"v = {raw.strip()}")["v"]
        except tomllib.TOMLDecodeError:
            values[path.strip()] = raw.strip()
    if errors:
        raise ExperimentError(errors)
    return values


def flatten(experiment: Experiment) -> dict[str, Any]:
    """Dotted path to value, nested tables opened."""
    return dict(_leaves(experiment, ""))


def changes(old: Experiment, new: Experiment) -> dict[str, tuple[Any, Any]]:
    """Path to (old, new) for each setting that differs; None where one side lacks it."""
    a, b = flatten(old), flatten(new)
    keys = list(a) + [k for k in b if k not in a]
    return {k: (a.get(k), b.get(k)) for k in keys if a.get(k) != b.get(k)}


def _leaves(model: BaseModel, prefix: str) -> Iterator[tuple[str, Any]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


ALLOWED = {
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "extra_forbidden": "no such setting",
    "finite_number": "must be a finite number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "greater_than": "must be greater than {gt:g}",
    "greater_than_equal": "must be at least {ge:g}",
    "int_from_float": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "less_than": "must be less than {lt:g}",
    "less_than_equal": "must be at most {le:g}",
    "literal_error": "allowed: {expected}",
    "missing": "is missing",
    "model_attributes_type": "must be a table of settings",
    "model_type": "must be a table of settings",
    "string_too_long": "must have at most {max_length} characters",
    "string_type": "must be text",
    "too_long": "must have at most {max_length} entries",
    "too_short": "needs more entries; the least is {min_length}",
    "tuple_type": "must be a list",
    "union_tag_invalid": "allowed: {expected_tags}",
    "union_tag_not_found": "is missing",
}
"""What a setting must be, for each kind of error pydantic reports.

Other kinds keep pydantic's words.
"""

UNSHOWN = ("extra_forbidden", "missing", "union_tag_not_found")


def _sentence(where: str, error: Any) -> str:
    parts, kind = list(error["loc"]), error["type"]
    if len(parts) > 1 and parts[0] == "data":
        del parts[1]  # the data set's own name, which is no part of the path
    context = error.get("ctx") or {}
    value = error["input"]
    if kind.startswith("union_tag"):
        parts.append("name")
        value = context.get("tag")
    message = ALLOWED.get(kind, "").format(**context) or error["msg"].removeprefix("Value error, ")
    if kind not in UNSHOWN and not isinstance(value, dict | list):
        shown = repr(value)
        message = f"is {shown if len(shown) <= 60 else shown[:60] + '…'}; {message}"
    location = ".".join(str(part) for part in parts)
    return f"{where}: {location or 'experiment'}: {message.rstrip('.')}."
