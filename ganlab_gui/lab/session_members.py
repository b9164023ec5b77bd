"""What a session file holds besides its table of contents: curves, pictures, states."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from threading import Lock
from typing import Any

import numpy as np

from ganlab_gui.lab.history import TABLES, History, Table
from ganlab_gui.lab.pack import Arrays, PackError, from_npy, npy, pack, unpack
from ganlab_gui.lab.packed import parts_of, snapshot_of
from ganlab_gui.lab.session_head import MOST_STEPS
from ganlab_gui.lab.snapshot import Snapshot

CHUNK = 65_536
"""Rows of each table in one member: damage to one costs no more than these."""
STILL = ("real", "xs", "ys", "p_data", "z_line")
"""Arrays of pictures that are often those of the picture before: they are held once."""
GRID = ("d", "optimum", "p_data", "p_generated", "p_parts", "p_averaged")
"""Arrays that mean nothing without the axes ``xs`` and ``ys``."""

HEAD = "ganlab.json"
ARRAYS = "arrays/"
COPY = "copy/"
"""What cannot be missed lies in the file twice: again under this name, at the end."""


def scene_name(number: int) -> str:
    return f"scenes/{number}.npz"


def chunk_name(branch: int, number: int) -> str:
    return f"branches/{branch}/curves/{number}.npz"


def picture_name(branch: int, step: int) -> str:
    return f"branches/{branch}/pictures/{step}.npz"


def keyframe_name(branch: int, step: int) -> str:
    return f"branches/{branch}/keyframes/{step}.npz"


def array_name(key: str) -> str:
    return f"{ARRAYS}{key}.npy"


def key_of(name: str) -> str:
    """The key in an ``array_name``."""
    return name.removeprefix(ARRAYS).removesuffix(".npy")


# -- curves ----------------------------------------------------------------------------------------


def common(table: Table, parent: Table) -> int:
    """How many first rows of two tables are the same, whole steps only."""
    length = min(len(table), len(parent))
    alike = table.steps[:length] == parent.steps[:length]
    for start in range(0, length, CHUNK):  # large tables lie on the disk
        part = slice(start, min(start + CHUNK, length))
        mine, theirs = (np.ascontiguousarray(t.values[part]) for t in (table, parent))
        alike[part] &= (mine.view(np.uint32) == theirs.view(np.uint32)).all(axis=(1, 2))
    count = length if alike.all() else int(alike.argmin())
    while 0 < count < len(parent) and parent.steps[count] == parent.steps[count - 1]:
        count -= 1
    return count


def step_before(table: Table, row: int) -> int:
    """The step of the row before ``row``; −1 before the first."""
    return int(table.steps[row - 1]) if row else -1


def pack_chunk(history: History, begins: tuple[int, ...], ends: tuple[int, ...]) -> bytes:
    """The rows from ``begins`` to ``ends`` of the three tables as a NPZ file."""
    arrays: Arrays = {}
    for name, begin, end in zip(TABLES, begins, ends, strict=True):
        table: Table = getattr(history, name)
        if end > begin:
            arrays[f"{name}_steps"] = table.steps[begin:end]
            arrays[f"{name}_values"] = table.values[begin:end]
    return pack(arrays)


def add_chunk(history: History, data: bytes, after: tuple[int, ...]) -> None:
    """Put a chunk's rows after the steps ``after`` of the three tables; raises PackError."""
    arrays, _ = unpack(data)
    found = {}
    for name, begin in zip(TABLES, after, strict=True):
        steps, values = arrays.pop(f"{name}_steps", None), arrays.pop(f"{name}_values", None)
        if steps is None or values is None:
            continue
        table: Table = getattr(history, name)
        shape = (len(steps), *table.values.shape[1:]) if steps.ndim == 1 else ()
        if steps.dtype != np.int64 or values.dtype != np.float32 or values.shape != shape:
            raise PackError(f"its {name} have the wrong shape or kind")
        ends = len(steps) and (int(steps[0]) < max(begin, 0) or int(steps[-1]) > MOST_STEPS)
        if ends or bool((np.diff(steps) < 0).any()):
            raise PackError(f"the steps of its {name} are out of order")
        found[name] = steps, values
    for name, (steps, values) in found.items():
        getattr(history, name).extend(steps, values)


# -- pictures --------------------------------------------------------------------------------------


def pack_picture(snapshot: Snapshot) -> tuple[bytes, dict[str, bytes]]:
    """A picture's NPZ file, and the NPY files, by key, of the arrays it shares with others."""
    arrays, meta = parts_of(snapshot)
    shared, still = {}, {}
    for name in STILL:
        if name in arrays:
            content = npy(arrays.pop(name))
            shared[name] = key = sha256(content).hexdigest()[:16]
            still[key] = content
    return pack(arrays, meta | {"shared": shared}), still


def unpack_picture(data: bytes, step: int, still: Callable[[str], Any]) -> Snapshot:
    """The picture of ``step``; ``still`` gives an array by its key, or None. Raises PackError."""
    arrays, meta = unpack(data)
    shared = meta.pop("shared", None)
    if not isinstance(shared, dict):
        raise PackError("it does not say what it shares with others")
    missing = set()
    for name, key in shared.items():
        if name not in STILL or not isinstance(key, str) or name in arrays:
            raise PackError("it does not say what it shares with others")
        array = still(key)
        if array is None:
            missing.add(name)
        else:
            arrays[name] = array
    if missing & {"xs", "ys"}:
        for name in GRID:
            arrays.pop(name, None)
    if "z_line" in missing:
        arrays.pop("g_line", None)
    snapshot = snapshot_of(arrays, meta)
    if snapshot.step != step:
        raise PackError(f"it is of step {snapshot.step}")
    return snapshot


class Still:
    """The arrays that pictures share, each made once."""

    def __init__(self, members: Iterator[tuple[str, bytes]]) -> None:
        self._content = dict(members)
        self._made: dict[str, Any] = {}
        self._lock = Lock()

    def __call__(self, key: str) -> Any:
        """The array; None where there is none. From any thread."""
        with self._lock:
            content = self._content.pop(key, None)
            if content is not None:
                with suppress(PackError):
                    self._made[key] = from_npy(content)
            return self._made.get(key)
