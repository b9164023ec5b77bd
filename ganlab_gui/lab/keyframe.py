"""Keyframes: the whole state of a trainer as an NPZ file that NumPy and JSON alone can read.

``meta.json`` holds the nest of the state: a dict is {"dict": [[key, value], …]}, a list is
{"list": […]}, a tensor is {"array": NAME}, everything else stands for itself.
"""

from typing import Any

import torch
from torch import Tensor

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.pack import Arrays, PackError, pack, unpack
from ganlab_gui.lab.recording import AFRESH, Place
from ganlab_gui.lab.state_check import check_state
from ganlab_gui.lab.trainer import Trainer

DEEPEST = 12
"""Levels of a state's nest."""


def dumps(trainer: Trainer) -> bytes:
    """A trainer between two steps; what its experiment says is not repeated."""
    arrays: Arrays = {}
    tree = _flat(checkpoint.bare_state(trainer), arrays)
    return pack(arrays, {"state": tree})


def restore(place: Place, device: str = "auto") -> Trainer:
    """A trainer at ``place``: the keyframe's state, and from there the very steps that were taken.

    Raises PackError where the keyframe is not one of its experiment, else what
    `checkpoint.restore` raises.
    """
    (start, experiment), *later = place.settings
    if place.keyframe == AFRESH:
        trainer = Trainer(experiment, device)
    else:
        trainer = _trainer(place.keyframe, start, experiment, device)
    for step, settings in later:
        trainer.step(step - trainer.steps)
        trainer.apply(settings)
    trainer.step(place.step - trainer.steps)
    trainer.rows()  # the history has them
    trainer.edits = list(place.edits)
    return trainer


def _trainer(keyframe: bytes, step: int, experiment: Experiment, device: str) -> Trainer:
    """A trainer as it was when the keyframe was made."""
    arrays, meta = unpack(keyframe)
    state = check_state(_nest(meta.get("state"), arrays, DEEPEST), experiment)
    if state["steps"] != step:
        raise PackError(f"it is of step {state['steps']}, not of {step}")
    return checkpoint.restore(checkpoint.Checkpoint(experiment, state, [], None), device)


def _flat(value: Any, arrays: Arrays) -> Any:
    """Plain values in place of a nest's tensors, which go into ``arrays``."""
    if isinstance(value, Tensor):
        name = f"a{len(arrays)}"
        arrays[name] = value.numpy()
        return {"array": name}
    if isinstance(value, dict):
        return {"dict": [[key, _flat(v, arrays)] for key, v in value.items()]}
    if isinstance(value, list):
        return {"list": [_flat(v, arrays) for v in value]}
    return value


def _nest(value: Any, arrays: Arrays, depth: int) -> Any:
    """The reverse of ``_flat``; every tensor has memory of its own."""
    if depth == 0:
        raise PackError("its state is nested too deep")
    match value:
        case {"array": str(name)} if name in arrays:
            return torch.from_numpy(arrays[name].copy())
        case {"dict": list(pairs)}:
            return {_key(pair): _nest(pair[1], arrays, depth - 1) for pair in pairs}
        case {"list": list(items)}:
            return [_nest(item, arrays, depth - 1) for item in items]
        case None | bool() | int() | float() | str():
            return value
    raise PackError("its state is not what this program writes")


def _key(pair: Any) -> Any:
    if not isinstance(pair, list) or len(pair) != 2 or type(pair[0]) not in (str, int):
        raise PackError("its state is not what this program writes")
    return pair[0]
