"""What checkpoints of earlier versions lack, filled in as it was at the time.

What is filled is not checked here: a part of the wrong kind stays as it is, and is refused later.
"""

from typing import Any

import torch
from torch import Tensor

from ganlab_gui.core.streams import generator
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import PURPOSE
from ganlab_gui.lab.history import AVERAGED, MEASURE_COLUMNS, OF_NETWORKS

LATER = (*AVERAGED, OF_NETWORKS)
"""Measures that earlier programs did not take."""


def from_version_1(tree: dict[str, Any], experiment: Experiment) -> dict[str, Any]:
    """A version 1 tree as version 2 has it.

    No networks had singular vectors, averages or memories; instance noise, label noise and
    histories had drawn nothing yet.
    """
    state = tree.get("state")
    return tree | {"state": _state(state, experiment)} if isinstance(state, dict) else tree


def with_later_measures(history: Any) -> Any:
    """A packed history with a column for every measure: NaN where it was saved before LATER."""
    table = history.get("measures") if isinstance(history, dict) else None
    if not isinstance(table, dict) or not _lacks_later(table.get("columns"), table.get("values")):
        return history
    columns, values = table["columns"], table["values"]
    filled = torch.full((*values.shape[:2], len(MEASURE_COLUMNS)), float("nan"))
    filled[:, :, [MEASURE_COLUMNS.index(name) for name in columns]] = values
    return history | {"measures": table | {"columns": list(MEASURE_COLUMNS), "values": filled}}


def _lacks_later(columns: Any, values: Any) -> bool:
    """Whether a table is whole but for LATER: in order, and as large in memory as it says."""
    if not isinstance(columns, list) or not all(type(name) is str for name in columns):
        return False
    if columns == list(MEASURE_COLUMNS) or type(values) is not Tensor:
        return False
    expected = [name for name in MEASURE_COLUMNS if name in columns or name not in LATER]
    plain = values.layout == torch.strided and values.device.type == "cpu"
    whole = plain and values.is_contiguous() and values.dtype == torch.float32
    return columns == expected and whole and values.dim() == 3 and values.shape[2] == len(columns)


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
