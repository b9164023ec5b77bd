"""Reading columns of numbers, and of labels, from an NPZ file."""

import math
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.table_base import (
    MAX_SIZE,
    Table,
    TableError,
    check_classes,
    check_rows,
    check_whole,
    check_width,
    unlabelled,
)

Result = TypeVar("Result")

MAX_CELLS = 100_000_000
NPZ_NAMES = ("data", "real", "x")
RECORD = b"PK\x01\x02"
"""How the record of each array begins."""
NPZ_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    TypeError,
    KeyError,
    SyntaxError,
    RuntimeError,
    OverflowError,
    MemoryError,
)


def read_npz(file: Path, columns: Sequence[int], label: int) -> Table:
    """The archive's chosen columns and labels, as ``table.read_labelled`` has it."""
    width = _width(_open(file, partial(_header, file)))
    chosen = _columns(file, width, columns, label)
    array = _open(file, _numbers)
    array = array.reshape(-1, width)
    values = array[:, chosen].astype(np.float64)
    bad = np.argwhere(~(np.abs(values) <= MAX_SIZE))
    if bad.size:
        row, place = bad[0]
        raise TableError(
            f"{file.name}, row {row + 1}, column {chosen[place] + 1}: {values[row, place]} is no"
            " number to use; allowed are finite numbers up to 1e30."
        )
    if not label:
        return unlabelled(values)
    different, labels = np.unique(array[:, label - 1], return_inverse=True)
    check_classes(file, label - 1, len(different))
    check_whole(file, label - 1, different.tolist())
    return Table(values, labels.astype(np.int64), tuple(str(int(v)) for v in different))


def npz_dimension(file: Path, label: int) -> int:
    """How many columns are taken where none are named."""
    width = _width(_open(file, partial(_header, file)))
    return len(_columns(file, width, (), label))


def _columns(file: Path, width: int, columns: Sequence[int], label: int) -> list[int]:
    """The chosen columns, from 0."""
    check_width(file, width, (*columns, label))
    chosen = [c - 1 for c in columns] or [c for c in range(width) if c != label - 1][:2]
    if not chosen:
        raise TableError(f"{file.name} has no column beside the labels; one or two are needed.")
    return chosen


def _open(file: Path, read: Callable[[IO[bytes]], Result]) -> Result:
    """What ``read`` makes of the chosen array of the archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            if any(RECORD in entry.extra + entry.comment for entry in archive.infolist()):
                raise zipfile.BadZipFile("a record has swallowed another")
            names = [name for name in archive.namelist() if name.endswith(".npy")]
            if not names:
                raise TableError(f"{file.name} holds no array; save one with numpy.savez.")
            wanted = [f"{name}.npy" for name in NPZ_NAMES if f"{name}.npy" in names]
            with archive.open((wanted or names)[0]) as stream:
                return read(stream)
    except TableError:
        raise
    except NPZ_FAULTS as error:
        raise TableError(
            f"{file.name} is not a sound NPZ file; save one with numpy.savez."
        ) from error


def _header(file: Path, stream: IO[bytes]) -> tuple[int, ...]:
    """The shape of an array whose type and size are allowed, read without its numbers."""
    version = np.lib.format.read_magic(stream)
    read = np.lib.format.read_array_header_2_0
    if version == (1, 0):
        read = np.lib.format.read_array_header_1_0
    shape, _, dtype = read(stream)
    if dtype.kind not in "fiu":
        raise TableError(
            f"{file.name} holds an array of type {dtype};"
            " allowed are integer and floating point numbers."
        )
    if not 1 <= len(shape) <= 3 or 0 in shape:
        raise TableError(
            f"{file.name} holds an array of shape {shape};"
            " allowed are (n,), (n, columns) and (runs, n, columns)."
        )
    width = _width(shape)
    check_rows(file, math.prod(shape) // width)
    if math.prod(shape) > MAX_CELLS:
        raise TableError(
            f"{file.name} holds an array of shape {shape}, more than {MAX_CELLS} numbers."
        )
    return shape


def _numbers(stream: IO[bytes]) -> NDArray[Any]:
    array = np.lib.format.read_array(stream, allow_pickle=False)
    if stream.read(1):  # the sum is checked at the end, and nowhere before
        raise ValueError("there is more than its header says")
    return array


def _width(shape: tuple[int, ...]) -> int:
    return shape[-1] if len(shape) > 1 else 1
