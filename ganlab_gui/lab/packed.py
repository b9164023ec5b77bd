"""Snapshots and scenes as NPZ files, and back: every array's kind and shape is checked."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any, get_args, get_origin

from numpy.typing import NDArray

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.pack import Arrays, PackError, pack, unpack
from ganlab_gui.lab.snapshot import Scene, Snapshot

PICTURE_SHAPES = {
    "real": "n dim", "fake": "runs m dim", "kinds": "runs m", "averaged": "runs m dim",
    "xs": "nx", "ys": "ny", "d": "runs grid", "optimum": "runs grid", "p_data": "grid",
    "p_generated": "runs grid", "p_parts": "runs kinds_ grid", "p_averaged": "runs grid",
    "pull": "runs pulls dim", "manifold": "runs a b 2", "z_line": "line", "g_line": "runs line",
    "point": "runs 2",
}  # fmt: skip
"""Axes of a snapshot's arrays; one name has one length throughout. "grid" is ny nx, in 1-D nx."""
SCENE_SHAPES = {
    "low": "dim", "high": "dim", "real": "n dim", "centres": "modes dim", "stds": "modes",
    "weights": "modes", "labels": "n",
}  # fmt: skip
WHOLE = ("kinds", "labels")
"""Arrays of whole numbers; all others hold floats."""
MOST_RUNS = 256


def pack_snapshot(snapshot: Snapshot) -> bytes:
    """The bytes of a NPZ file: one array a field, the rest in its meta.json."""
    return pack(*parts_of(snapshot))


def unpack_snapshot(data: bytes) -> Snapshot:
    """Raises PackError."""
    return snapshot_of(*unpack(data))


def parts_of(snapshot: Snapshot) -> tuple[Arrays, dict[str, Any]]:
    """A snapshot's arrays by field, and its plain values."""
    return _parted(snapshot, PICTURE_SHAPES)


def snapshot_of(arrays: Arrays, meta: Mapping[str, Any]) -> Snapshot:
    """The snapshot of the parts that ``parts_of`` gives; raises PackError."""
    dim, runs = _whole(meta, "dim", 1, 2), meta.get("runs")
    if not isinstance(runs, list) or not 0 < len(runs) <= MOST_RUNS:
        raise PackError("its runs are not a list")
    if not all(type(run) is int and 0 <= run < MOST_RUNS for run in runs):
        raise PackError("its runs are not counts")
    sizes = {"dim": dim, "runs": len(runs), "2": 2}
    _check(arrays, PICTURE_SHAPES, sizes, grid=("nx",) if dim == 1 else ("ny", "nx"))
    reading = _reading(meta.get("reading"))
    return _made(Snapshot, arrays, {**meta, "runs": tuple(runs), "reading": reading})


def pack_scene(scene: Scene) -> bytes:
    """The bytes of a NPZ file: one array a field, the rest in its meta.json."""
    return pack(*_parted(scene, SCENE_SHAPES))


def unpack_scene(data: bytes) -> Scene:
    """Raises PackError."""
    arrays, meta = unpack(data)
    _check(arrays, SCENE_SHAPES, {"dim": _whole(meta, "dim", 1, 2)}, grid=())
    for name in ("low", "high", "real"):
        if name not in arrays:
            raise PackError(f"its {name} is missing")
    _whole(meta, "runs", 1, MOST_RUNS)
    return _made(Scene, arrays, meta)


def _parted(value: Any, shapes: Mapping[str, str]) -> tuple[Arrays, dict[str, Any]]:
    table = {field.name: getattr(value, field.name) for field in fields(value)}
    arrays = {name: table.pop(name) for name in shapes}
    if isinstance(table.get("reading"), Reading):
        table["reading"] = asdict(table["reading"])
    return {name: array for name, array in arrays.items() if array is not None}, table


def _check(
    arrays: Arrays, shapes: Mapping[str, str], sizes: dict[str, int], grid: tuple[str, ...]
) -> None:
    for name, array in arrays.items():
        if name not in shapes:
            raise PackError(f"{name} is no array of it")
        axes: list[str] = []
        for axis in shapes[name].split():
            axes += grid if axis == "grid" else (axis,)
        kind = "i" if name in WHOLE else "f"
        alike = array.ndim == len(axes) and array.dtype.kind == kind
        if not alike or any(
            sizes.setdefault(axis, size) != size
            for axis, size in zip(axes, array.shape, strict=True)
        ):
            raise PackError(f"its {name} has the wrong shape {array.shape} or kind {array.dtype}")


def _reading(table: Any) -> Reading:
    if not isinstance(table, dict):
        raise PackError("it does not say how D is read")
    return _made(Reading, {}, table)


def _made(kind: Any, arrays: Mapping[str, NDArray[Any]], table: Mapping[str, Any]) -> Any:
    """A dataclass of plain values and arrays; raises PackError where a value is of another kind."""
    known = {field.name: field.type for field in fields(kind)}
    values = dict(table)
    if set(values) - set(known):
        raise PackError(f"{sorted(set(values) - set(known))[0]} is no value of it")
    for name, value in values.items():
        if not _fits(value, known[name]):
            raise PackError(f"its {name} is {value!r:.60}")
    try:
        return kind(**values, **arrays)
    except TypeError:
        raise PackError("a value of it is missing") from None


def _fits(value: Any, wanted: Any) -> bool:
    if wanted in (int, float, bool, str):
        return type(value) is wanted or (wanted is float and type(value) is int)
    if get_origin(wanted) is tuple or wanted is Reading:
        return isinstance(value, tuple | Reading)
    plain = [kind for kind in get_args(wanted) if kind in (float, int, str, type(None))]
    if plain:
        return type(value) in plain or (float in plain and type(value) is int)
    choices = get_args(wanted)
    return bool(choices) and value in choices


def _whole(table: Mapping[str, Any], name: str, low: int, high: int) -> int:
    value = table.get(name)
    if type(value) is not int or not low <= value <= high:
        raise PackError(f"its {name} is not a whole number from {low} to {high}")
    return value


def sizes_of(snapshot: Snapshot, beside: Snapshot | None = None) -> int:
    """Bytes of a snapshot's arrays; those it shares with ``beside`` do not count."""
    arrays = [getattr(snapshot, name) for name in PICTURE_SHAPES]
    shared = {id(getattr(beside, name)) for name in PICTURE_SHAPES} if beside else set()
    return sum(a.nbytes for a in arrays if a is not None and id(a) not in shared)


def share(snapshot: Snapshot, beside: Snapshot) -> Snapshot:
    """The same snapshot, its arrays that equal ``beside``'s taken from there: held once."""
    changed = {}
    for name in PICTURE_SHAPES:
        mine, theirs = getattr(snapshot, name), getattr(beside, name)
        if mine is None or theirs is None or mine is theirs or mine.shape != theirs.shape:
            continue
        if mine.dtype == theirs.dtype and mine.tobytes() == theirs.tobytes():
            changed[name] = theirs
    return replace(snapshot, **changed) if changed else snapshot
