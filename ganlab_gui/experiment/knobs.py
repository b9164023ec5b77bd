"""The flat list of an experiment's settings, read off its declaration."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ganlab_gui.experiment.knob import Knob
from ganlab_gui.experiment.objectives import family
from ganlab_gui.experiment.schema import Experiment

GROUPS = (
    "Game", "Lipschitz", "Tricks", "Generator", "Discriminator", "Data and noise", "Runs", "Stop",
)  # fmt: skip
SILENT = ("title", "notes", "shelf", "expect", "stop")
"""What the game does not depend on, settings and tables: no change of it is marked."""
PLAYERS = {"generator_optimizer": "Generator", "discriminator_optimizer": "Discriminator"}


@dataclass(frozen=True)
class Setting:
    """One setting as a control shows it.

    ``kind`` is one of bool, int, float, choice, widths, numbers, text, other.
    """

    path: str
    knob: Knob
    kind: str
    default: Any
    help: str
    low: float | None = None
    high: float | None = None
    exclusive_low: bool = False
    exclusive_high: bool = False
    choices: tuple[str, ...] = ()


def settings_of(experiment: Experiment) -> list[Setting]:
    """Every setting that has a knob, in the order of declaration.

    Data's own depend on ``data.name``.
    """
    return list(_settings(type(experiment.data)))


@cache
def _settings(data: type[BaseModel]) -> tuple[Setting, ...]:
    return tuple(_walk(Experiment, data))


def settings_in(model: type[BaseModel]) -> tuple[Setting, ...]:
    """Every setting of any table that has a knob, in the order of declaration."""
    return _settings_in(model)


@cache
def _settings_in(model: type[BaseModel]) -> tuple[Setting, ...]:
    return tuple(_walk(model, model))


def is_meant(setting: Setting, experiment: BaseModel) -> bool:
    """Whether the choice that ``setting`` belongs to, if any, is the one made.

    ``experiment`` may be any table of settings that the setting's path is of.
    """
    if setting.knob.when is None:
        return True
    path, values = setting.knob.when
    return attrgetter(path)(experiment) in values


def is_silent(path: str) -> bool:
    """Whether a change of ``path`` leaves training as it is."""
    return path.partition(".")[0] in SILENT


def is_hot(path: str, experiment: Experiment, running: Experiment | None = None) -> bool:
    """Whether a change of ``path`` to ``experiment``'s value applies to ``running``'s networks.

    An objective that needs a discriminator of another shape does not.
    """
    if path == "objective.name" and running and family(running) != family(experiment):
        return False
    return any(s.path == path and s.knob.hot for s in settings_of(experiment))


def _walk(model: type[BaseModel], data: type[BaseModel], prefix: str = "") -> Iterator[Setting]:
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        table = data if path == "data" else field.annotation
        if isinstance(table, type) and issubclass(table, BaseModel):
            yield from _walk(table, data, f"{path}.")
            continue
        knob = next((m for m in field.metadata if isinstance(m, Knob)), None)
        if knob is not None:
            group = knob.group or PLAYERS.get(prefix.rstrip("."), "")
            yield _setting(path, replace(knob, group=group), field)


def _setting(path: str, knob: Knob, field: FieldInfo) -> Setting:
    bounds: dict[str, Any] = {}
    for item in field.metadata:
        for key, name in (("ge", "low"), ("gt", "low"), ("le", "high"), ("lt", "high")):
            if getattr(item, key, None) is not None:
                bounds[name] = float(getattr(item, key))
                bounds[f"exclusive_{name}"] = key in ("gt", "lt")
    kind, choices = _kind(field.annotation)
    return Setting(
        path, knob, kind, field.get_default(), field.description or "", choices=choices, **bounds
    )


def _kind(annotation: Any) -> tuple[str, tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        return "choice", tuple(get_args(annotation))
    for kind in (bool, int, float, str):
        if annotation is kind:
            return ("text" if kind is str else kind.__name__), ()
    if get_origin(annotation) is tuple:
        inner = str(get_args(annotation)[0])
        return ("widths" if "int" in inner else "numbers" if "float" in inner else "other"), ()
    return "other", ()
