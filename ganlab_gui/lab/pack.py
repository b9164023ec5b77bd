"""Arrays and plain values as one NPZ file that NumPy, zipfile and json alone can read.

The arrays are ``NAME.npy``, the plain values are in ``meta.json``. Nothing is compressed, so that a
small file cannot unpack into a huge one; nothing is pickled, so that no file can run code.
"""

import ast
import io
import json
import math
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]
META = "meta.json"
MAGIC = b"\x93NUMPY\x01\x00"
KINDS = "fiub"
"""What an array may hold: floats, integers, booleans."""


class PackError(ValueError):
    """Bytes that are not what this program packs; one sentence."""


def pack(arrays: Mapping[str, NDArray[Any]], meta: Mapping[str, Any] | None = None) -> bytes:
    """The bytes of an NPZ file; the same input gives the same bytes, on any day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), npy(array))
        if meta is not None:
            archive.writestr(zipfile.ZipInfo(META), json.dumps(meta, ensure_ascii=False))
    return stream.getvalue()


def npy(array: NDArray[Any]) -> bytes:
    """The bytes of a NPY file."""
    part = io.BytesIO()
    np.lib.format.write_array(part, np.asarray(array, order="C"), (1, 0), allow_pickle=False)
    return part.getvalue()


def unpack(data: bytes) -> tuple[Arrays, dict[str, Any]]:
    """What ``pack`` was given; raises PackError. Arrays are read-only."""
    members = members_of(data)
    meta = plain(members.pop(META, b"{}"))
    arrays = {}
    for name, content in members.items():
        if not name.endswith(".npy"):
            raise PackError(f"{name} is not an array")
        arrays[name.removesuffix(".npy")] = from_npy(content)
    return arrays, meta


def plain(data: bytes) -> dict[str, Any]:
    """A table of plain values from the bytes of a JSON file; raises PackError."""
    try:
        meta = json.loads(data)
    except (ValueError, RecursionError):
        raise PackError("its plain values are not JSON") from None
    if not isinstance(meta, dict):
        raise PackError("its plain values are not a table")
    return meta


def members_of(data: bytes) -> dict[str, bytes]:
    """Name to content of an archive in memory whose every sum is right; raises PackError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
                raise PackError("it is compressed, which this program never does")
            if len({entry.filename for entry in entries}) != len(entries):
                raise PackError("it has two parts of one name")
            # A record whose comment is said to be longer takes the records after it for comment.
            if any(entry.extra or entry.comment for entry in entries):
                raise PackError("it has a part that this program does not write")
            if sum(entry.file_size for entry in entries) > len(data):
                raise PackError("its parts are larger than it is")
            return {entry.filename: archive.read(entry) for entry in entries}
    except PackError:
        raise
    except Exception:  # zipfile raises whatever a bad byte leads it to
        raise PackError("it is damaged") from None


def from_npy(data: bytes) -> NDArray[Any]:
    """A plain array from the bytes of a NPY file, read-only; raises PackError.

    The header is read here: NumPy's own reader makes room for any size a header may claim.
    """
    if not data.startswith(MAGIC) or len(data) < 10:
        raise PackError("an array has no header of its kind")
    start = 10 + int.from_bytes(data[8:10], "little")
    try:
        header = ast.literal_eval(data[10:start].decode("latin1").strip())
        dtype, shape = np.dtype(header["descr"]), header["shape"]
        ordered = header["fortran_order"] is False
    except Exception:  # whatever a bad byte leads the readers to
        raise PackError("an array's header is damaged") from None
    whole = type(shape) is tuple and all(type(n) is int and n >= 0 for n in shape)
    if not whole or not ordered or dtype.kind not in KINDS:
        raise PackError("an array is of a kind that this program does not write")
    if math.prod(shape) * dtype.itemsize != len(data) - start:
        raise PackError("an array is shorter or longer than its header says")
    return np.frombuffer(data, dtype, offset=start).reshape(shape)
