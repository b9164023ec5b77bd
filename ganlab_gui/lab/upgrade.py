"""What checkpoints of earlier versions lack, filled in as it was at the time.

What is filled is not checked here: a part of the wrong kind stays as it is, and is refused later.
"""

from typing import Any

import torch
from torch import Tensor

from ganlab_gui.core.streams import generator
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import PURPOSE
from ganlab_gui.lab.history import AVERAGED


def from_version_1(tree: dict[str, Any], experiment: Experiment) -> dict[str, Any]:
    """A version 1 tree as version 2 has it.

    No networks had singular vectors, averages or memories; instance noise, label noise and
    histories had drawn nothing yet; and averages were not measured.
    """
    state, history = tree.get("state"), tree.get("history")
    if isinstance(state, dict):
        tree = tree | {"state": _state(state, experiment)}
    if isinstance(history, dict) and isinstance(history.get("measures"), dict):
        tree = tree | {"history": history | {"measures": _measures(history["measures"])}}
    return tree


def _state(state: dict[str, Any], experiment: Experiment) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "g_vectors": torch.zeros(0),
        "d_vectors": torch.zeros(0),
        "average": None,
        "memory": None,
        "remembered": 0,
    }
    streams = state.get("streams")
    if isinstance(streams, dict):
        new = {name: _start(name, experiment) for name in ("blur", "flips", "recall")}
        empty["streams"] = streams | new
    return state | empty


def _start(stream: str, experiment: Experiment) -> dict[str, Any]:
    """A stream before its first draw."""
    starts = [generator(seed, PURPOSE[stream]).get_state() for seed in experiment.seeds]
    return {"starts": torch.stack(starts), "size": 0, "offset": 0}


def _measures(table: dict[str, Any]) -> dict[str, Any]:
    columns, values = table.get("columns"), table.get("values")
    if not isinstance(columns, list) or not isinstance(values, Tensor) or values.dim() != 3:
        return table
    unknown = torch.full((*values.shape[:2], len(AVERAGED)), float("nan"), dtype=values.dtype)
    return table | {
        "columns": [*columns, *AVERAGED],
        "values": torch.cat([values, unknown], 2),
    }
