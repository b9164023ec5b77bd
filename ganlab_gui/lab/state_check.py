"""Compares what a checkpoint holds with what its experiment asks for, before it is used."""

import math
from typing import Any

import torch
from torch import Tensor

from ganlab_gui.core.models.players import Player, build_players
from ganlab_gui.core.streams import BLOCK
from ganlab_gui.experiment.data import class_count
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import widths
from ganlab_gui.lab.history import MEASURE_COLUMNS, Edit, row_columns

SLOTS: dict[str, frozenset[str]] = {
    "sgd": frozenset(),
    "momentum": frozenset({"momentum_buffer"}),
    "rmsprop": frozenset({"step", "square_avg"}),
    "adam": frozenset({"step", "exp_avg", "exp_avg_sq"}),
}
"""What each of torch's optimizers remembers of a tensor; nothing before its first step."""

LARGEST_DRAW = 2 * 65_536
"""Samples a step can take from a stream at once: two of the largest minibatches."""
MOST_STEPS = 2**53
"""Steps up to which float64, and so every reader of a table, counts exactly."""
MOST_MODES = 100_000

Kinds = type | tuple[type, ...]


class StateError(ValueError):
    """A value that is not what the experiment asks for; one phrase that names it."""


def check_state(state: Any, experiment: Experiment) -> dict[str, Any]:
    """The state, if every part has the shape, type and range that ``experiment`` gives it."""
    table = _table(state, "its state")
    steps = _count(table, "steps", MOST_STEPS)
    players = _players(experiment)
    for name, player in players.items():
        _tensor(table.get(name), tuple(player.flat.shape), torch.float32, f"its {name}")
        optimizer, slot = getattr(experiment, f"{name}_optimizer").name, f"{name[0]}_optimizer"
        _check_optimizer(table.get(slot), optimizer, table[name].shape, f"its {name}'s optimizer")
        _check_vectors(table.get(f"{name[0]}_vectors"), player, f"its {name}'s singular vectors")
    _check_average(table, experiment, players["generator"])
    _check_memory(table, experiment)
    _check_streams(table.get("streams"), experiment)
    _check_divergence(table, experiment.runs, steps, players)
    _check_finite(table, experiment.runs, players)
    _kind(table.get("cause"), str, "its cause of divergence")
    return table


def check_edits(edits: Any, steps: int) -> list[Edit]:
    """The edits of a list of (step, path, old, new) with plain values."""
    out = []
    for item in _kind(edits, list, "its list of edits"):
        if not isinstance(item, tuple | list) or len(item) != 4:
            raise StateError("its list of edits is not one")
        step, path, old, new = item
        if type(step) is not int or not 0 <= step <= steps or not isinstance(path, str):
            raise StateError("its list of edits is not one")
        for value in (old, new):
            _kind(value, (str, int, float, bool, type(None), tuple), "a value among its edits")
        out.append(Edit(step, path, old, new))
    return out


def check_history(packed: Any, experiment: Experiment) -> None:
    """Refuse curves whose columns, shapes or order are not a history's."""
    table = _table(packed, "its history")
    modes = _count(table, "modes", MOST_MODES)
    runs = experiment.runs
    tables = {
        "rows": list(row_columns(experiment)),
        "measures": list(MEASURE_COLUMNS),
        "shares": [str(m + 1) for m in range(modes)],
    }
    for name, expected in tables.items():
        part = _table(table.get(name), f"its {name}")
        columns = _kind(part.get("columns"), list, f"its {name}")
        if not all(type(column) is str for column in columns) or columns != expected:
            raise StateError(f"its {name} have other columns than this program's")
        steps = part.get("steps")
        length = len(steps) if isinstance(steps, Tensor) and steps.dim() == 1 else -1
        steps = _tensor(steps, (length,), torch.int64, f"its {name}")
        _tensor(part.get("values"), (length, runs, len(expected)), torch.float32, f"its {name}")
        if length > 0 and (int(steps[0]) < 0 or bool((steps.diff() <= 0).any())):
            raise StateError(f"the steps of its {name} are out of order")
    for name, band in _table(table.get("floors"), "its floors").items():
        ends = band if isinstance(band, tuple | list) and len(band) == 2 else ("",)
        if name not in MEASURE_COLUMNS or not all(isinstance(end, float) for end in ends):
            raise StateError("its floors are not bands of a measure")


def _classes(experiment: Experiment) -> int:
    return class_count(experiment.data) if experiment.training.conditional else 0


def _players(experiment: Experiment) -> dict[str, Player]:
    """Both players' shapes without their memory: a file must not make this program claim any."""
    meta = torch.device("meta")
    g, d = build_players(experiment, experiment.dim, _classes(experiment), None, meta)
    return {"generator": g, "discriminator": d}


def _check_optimizer(memory: Any, name: str, shape: torch.Size, what: str) -> None:
    slots = _table(memory, what)
    if slots and set(slots) != SLOTS[name]:
        raise StateError(f"{what} is not {name}'s")
    for key, value in slots.items():
        tensor = _tensor(value, () if key == "step" else tuple(shape), torch.float32, what)
        if key == "step" and not (0 <= float(tensor) <= MOST_STEPS and float(tensor) % 1 == 0):
            raise StateError(f"{what} counts steps that are no count")


def _check_vectors(vectors: Any, player: Player, what: str) -> None:
    tensor = _tensor(vectors, tuple(player.vectors.shape), torch.float32, what)
    if not bool(tensor.isfinite().all()):
        raise StateError(f"{what} are not finite")


def _check_average(table: dict[str, Any], experiment: Experiment, generator: Player) -> None:
    """The generator's average is there where the experiment has one, and only there."""
    what = "its generator's average"
    if experiment.generator.average:
        _tensor(table.get("average"), tuple(generator.flat.shape), torch.float32, what)
    else:
        _nothing(table, "average", what)


def _check_memory(table: dict[str, Any], experiment: Experiment) -> None:
    """The same for its old samples, and how many of them there are."""
    size, what = experiment.training.history, "its memory of old samples"
    if size:
        shape = (experiment.runs, size, experiment.dim + _classes(experiment))
        _tensor(table.get("memory"), shape, torch.float32, what)
    else:
        _nothing(table, "memory", what)
    _count(table, "remembered", size)


def _nothing(table: dict[str, Any], key: str, what: str) -> None:
    if key not in table or table[key] is not None:
        raise StateError(f"{what} is missing or of the wrong kind")


def _check_streams(streams: Any, experiment: Experiment) -> None:
    table = _table(streams, "its random streams")
    bytes_ = torch.Generator().get_state().numel()
    for name, width in widths(experiment, _classes(experiment)).items():
        what = f"its random stream of {name}"
        stream = _table(table.get(name), what)
        starts = _tensor(stream.get("starts"), (experiment.runs, bytes_), torch.uint8, what)
        size = _count(stream, "size", max(LARGEST_DRAW, BLOCK // width))
        if _count(stream, "offset", MOST_STEPS) > size:
            raise StateError(f"{what} is read beyond its end")
        for start in starts:
            try:
                torch.Generator().set_state(start.clone())
            except RuntimeError:
                raise StateError(f"{what} is not a generator's") from None


def _check_divergence(
    table: dict[str, Any], runs: int, steps: int, players: dict[str, Player]
) -> None:
    at = _kind(table.get("diverged_at"), list, "its list of diverged runs")
    if len(at) != runs or not all(s is None or (type(s) is int and 0 < s <= steps) for s in at):
        raise StateError("its list of diverged runs is not one")
    frozen = _table(table.get("frozen"), "its kept weights")
    if set(frozen) != {r for r, step in enumerate(at) if step is not None}:
        raise StateError("its kept weights are not the diverged runs'")
    for run, kept in frozen.items():
        _table(kept, f"run {run + 1}'s kept weights")
        # A run lost while there was an average keeps that too.
        averaged = {"average": players["generator"]} if "average" in kept else {}
        for name, player in (players | averaged).items():
            what = f"run {run + 1}'s kept {name}"
            weights = _kind(kept.get(name), list, what)
            if len(weights) != len(player.shapes):
                raise StateError(f"{what} has another number of layers than its experiment's")
            for weight, shape in zip(weights, player.shapes, strict=True):
                _tensor(weight, shape, torch.float32, what)


def _check_finite(table: dict[str, Any], runs: int, players: dict[str, Player]) -> None:
    """Weights of runs that are not lost; averages have the generator's layout."""
    alive = [r for r, step in enumerate(table["diverged_at"]) if step is None]
    averaged = {} if table["average"] is None else {"average": players["generator"]}
    for name, player in (players | averaged).items():
        parts = table[name].split([p.numel() for p in player.parameters]) if player.shapes else ()
        if not all(bool(part.view(runs, -1)[alive].isfinite().all()) for part in parts):
            raise StateError(f"its {name} has weights that are not finite")


def _table(value: Any, what: str) -> dict[Any, Any]:
    return _kind(value, dict, what)


def _kind(value: Any, kinds: Kinds, what: str) -> Any:
    if not isinstance(value, kinds):
        raise StateError(f"{what} is missing or of the wrong kind")
    if isinstance(value, tuple):
        for item in value:
            _kind(item, (str, int, float, bool), what)
    return value


def _count(table: dict[str, Any], key: str, most: int) -> int:
    value = table.get(key)
    if type(value) is not int or not 0 <= value <= most:
        raise StateError(f"its {key} is not a count from 0 to {most}")
    return value


def _tensor(value: Any, shape: tuple[int, ...], dtype: torch.dtype, what: str) -> Tensor:
    """A plain tensor of its own memory: nothing sparse, nothing that a stride makes look larger."""
    if type(value) is not Tensor or value.layout != torch.strided or value.device.type != "cpu":
        raise StateError(f"{what} is missing or of the wrong kind")
    if tuple(value.shape) != tuple(shape) or value.dtype != dtype:
        found = f"{tuple(value.shape)} of {value.dtype}".replace("torch.", "")
        wanted = f"{tuple(shape)} of {dtype}".replace("torch.", "")
        raise StateError(f"{what} has the shape {found}; its experiment needs {wanted}")
    if not value.is_contiguous() or value.requires_grad or math.prod(shape) > 2**40:
        raise StateError(f"{what} is missing or of the wrong kind")
    return value
