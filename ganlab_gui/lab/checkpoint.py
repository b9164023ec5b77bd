"""Checkpoints: one file from which an experiment goes on, bit for bit, as if it had never stopped.

A checkpoint is one ``torch.save`` of tensors (on the CPU) and plain values. It is read with
``weights_only=True`` and nothing else, so it can hold no code; and every shape in it is compared
with the experiment it names before anything is built from it.
"""

import io
import pickle
import struct
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ganlab_gui.experiment import io as experiments
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.history import TABLES, Edit, History, Table, row_columns
from ganlab_gui.lab.state_check import StateError, check_edits, check_history, check_state
from ganlab_gui.lab.trainer import Trainer, device_of
from ganlab_gui.lab.upgrade import from_version_1, with_later_measures

FORMAT = "ganlab-gui checkpoint"
VERSION = 2
ZIP_FAULTS = (  # what zipfile raises, depending on where a byte is wrong
    zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
    OverflowError, struct.error,
)  # fmt: skip


class CheckpointError(ValueError):
    """A checkpoint that cannot be used; one sentence that names the file and what is wrong."""


@dataclass(frozen=True)
class Checkpoint:
    """What a file holds, checked: ``state`` is `Trainer.state` without the optimizers' settings.

    ``history`` is None where the file was saved without one.
    """

    experiment: Experiment
    state: dict[str, Any]
    edits: list[Edit]
    history: History | None

    @property
    def steps(self) -> int:
        return int(self.state["steps"])


# -- writing ---------------------------------------------------------------------------------


def dumps(trainer: Trainer, history: History | None = None) -> bytes:
    """A trainer between two steps, and the curves so far, as the bytes of a file."""
    stream = io.BytesIO()
    torch.save(_pack(trainer, history), stream)
    return stream.getvalue()


def save(path: Path | str, trainer: Trainer, history: History | None = None) -> None:
    """Save a checkpoint atomically; raises SaveError."""
    atomic_bytes(path, dumps(trainer, history))


def bare_state(trainer: Trainer) -> dict[str, Any]:
    """`Trainer.state` with tensors of its own on the CPU, less what the experiment says."""
    state = trainer.state()
    for slot in ("g_optimizer", "d_optimizer"):
        # Rates and memories come from the experiment, so that nothing is stored twice.
        state[slot] = {str(k): v for k, v in state[slot]["state"].get(0, {}).items()}
    bare: dict[str, Any] = _to_cpu(state)
    return bare


def _pack(trainer: Trainer, history: History | None) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "experiment": experiments.dumps(trainer.experiment),
        "state": bare_state(trainer),
        "edits": [(e.step, e.path, e.old, e.new) for e in trainer.edits],
        "history": None if history is None else _pack_history(history),
    }


def _pack_history(history: History) -> dict[str, Any]:
    packed: dict[str, Any] = {"modes": history.modes, "floors": dict(history.floors)}
    for name in TABLES:
        table: Table = getattr(history, name)
        steps, values = torch.tensor(table.steps), torch.tensor(table.values)
        packed[name] = {"columns": list(table.columns), "steps": steps, "values": values}
    packed["edits"] = [(e.step, e.path, e.old, e.new) for e in history.edits]
    return packed


def _to_cpu(value: Any) -> Any:
    """The same nest of dicts and lists with every tensor a copy of its own on the CPU."""
    if isinstance(value, Tensor):
        return value.detach().to("cpu", copy=True).contiguous()
    if isinstance(value, dict):
        return {k: _to_cpu(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_to_cpu(v) for v in value]
    return value


# -- reading ---------------------------------------------------------------------------------


def load(path: Path | str) -> Checkpoint:
    """Read and check a file; raises CheckpointError."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise CheckpointError(f"{path}: no such file.") from None
    except IsADirectoryError:
        raise CheckpointError(f"{path}: is a folder, not a checkpoint.") from None
    except OSError as error:
        raise CheckpointError(f"{path}: cannot be read: {error.strerror}.") from None
    return loads(data, str(path))


def loads(data: bytes, where: str = "checkpoint") -> Checkpoint:
    """Read and check the bytes of a file called ``where``; raises CheckpointError."""
    tree = _unpickle(data, where)
    if not isinstance(tree, dict) or not _is(tree.get("format"), FORMAT):
        raise CheckpointError(f"{where}: is not a checkpoint of this program.")
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise CheckpointError(
            f"{where}: was made by a newer version of this program"
            f" (format {version}; this one reads up to {VERSION})."
        )
    try:
        if type(version) is not int or version < 1 or not isinstance(tree.get("experiment"), str):
            raise StateError("its header is not what this program writes")
        experiment = experiments.loads(tree["experiment"], "its experiment")
        return _unpack(from_version_1(tree, experiment) if version == 1 else tree, experiment)
    except (ValueError, OSError) as error:
        # StateError, ExperimentError, and TableError where the experiment's own data file is gone.
        reason = str(error).splitlines()[0].rstrip(".")
        raise CheckpointError(f"{where}: cannot be resumed: {reason}.") from None


def restore(checkpoint: Checkpoint, device: str = "auto") -> Trainer:
    """A trainer that goes on where the checkpoint was saved.

    Raises ExperimentError where ``device`` is not there, CheckpointError where the data is not.
    """
    device_of(device)
    try:
        trainer = Trainer(checkpoint.experiment, device)
    except (ValueError, OSError) as error:
        raise CheckpointError(f"checkpoint: cannot be resumed: {error}") from None
    state = _to_cpu(checkpoint.state)
    for slot in ("g_optimizer", "d_optimizer"):
        settings = getattr(trainer.game, slot).state_dict()["param_groups"]
        memory = state[slot]
        state[slot] = {"state": {0: memory} if memory else {}, "param_groups": settings}
    trainer.load_state(state)
    trainer.edits = list(checkpoint.edits)
    return trainer


def _is(value: Any, expected: str | int) -> bool:
    """Equal and of the same type: a tensor in a plain value's place compares into a tensor."""
    return type(value) is type(expected) and value == expected


def _members(data: bytes) -> dict[str, bytes]:
    """What a torch archive holds, name to bytes, every sum checked.

    Raises KeyError where it is another kind of archive, and what ``zipfile`` does where damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        names = {entry.filename for entry in entries}
        leaves = {name.rsplit("/", 1)[-1] for name in names}
        # torch stores and never compresses; so a small file cannot unpack into a huge one.
        plain = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
        if not plain or "data.pkl" not in leaves or "constants.pkl" in leaves:
            raise KeyError("data.pkl")
        if len(names) != len(entries) or sum(e.file_size for e in entries) > len(data):
            raise zipfile.BadZipFile("members overlap")
        return {entry.filename: archive.read(entry) for entry in entries}


def _unpickle(data: bytes, where: str) -> Any:
    """The plain values of a torch archive.

    torch checks no sums, and for a member whose record says "folder" it hands out memory that
    nobody wrote; so it is given a fresh archive of members that Python has read and summed.
    """
    damaged = CheckpointError(f"{where}: is damaged, and cannot be read.")
    foreign = CheckpointError(f"{where}: is not a checkpoint of this program.")
    if not data.startswith(b"PK"):
        raise foreign
    fresh = io.BytesIO()
    try:
        with zipfile.ZipFile(fresh, "w") as archive:
            for name, content in _members(data).items():
                archive.writestr(name, content)
        fresh.seek(0)
    except KeyError:
        raise foreign from None
    except ZIP_FAULTS:
        raise damaged from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return torch.load(fresh, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        if "GLOBAL" in str(error):  # the name of a function or class
            raise CheckpointError(
                f"{where}: is refused: it asks to run code, and a checkpoint holds only numbers."
            ) from None
        raise damaged from None
    except Exception:  # the reader raises whatever a bad byte leads it to
        raise damaged from None


def _unpack(tree: dict[str, Any], experiment: Experiment) -> Checkpoint:
    state = check_state(tree.get("state"), experiment)
    edits = check_edits(tree.get("edits"), state["steps"])
    history = None
    if tree.get("history") is not None:
        packed = with_later_measures(tree["history"])
        history = _unpack_history(packed, experiment, state["steps"])
    return Checkpoint(experiment, state, edits, history)


def _unpack_history(packed: Any, experiment: Experiment, steps: int) -> History:
    check_history(packed, experiment)
    history = History(experiment.runs, packed["modes"], row_columns(experiment))
    for name in TABLES:
        table = packed[name]
        getattr(history, name).extend(table["steps"].numpy(), table["values"].numpy())
    history.floors = dict(packed["floors"])
    history.edits = check_edits(packed.get("edits"), steps)
    history.truncate(steps)
    return history
