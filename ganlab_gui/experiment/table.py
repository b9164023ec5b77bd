"""Reading columns of numbers, and of labels, from a CSV, TSV, semicolon, whitespace or NPZ file.

Whatever is wrong with a file ends in a ``TableError`` whose one sentence names the file, the place
and what is allowed.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import IO, Literal, NamedTuple, NoReturn

import numpy as np

from ganlab_gui.experiment.table_base import (
    MAX_SIZE,
    Array,
    Labels,
    Table,
    TableError,
    check_classes,
    check_rows,
    check_width,
    classes,
    counted,
    is_number,
    unlabelled,
)
from ganlab_gui.experiment.table_npz import npz_dimension, read_npz

__all__ = [
    "Header",
    "Table",
    "TableError",
    "class_names",
    "read_labelled",
    "read_table",
    "standardise",
    "table_dimension",
]

Header = Literal["auto", "yes", "no"]
Row = tuple[int, list[str]]

LOOKED_AT = 100
BLOCK = 8192


def read_table(path: str | Path, columns: Sequence[int] = (), header: Header = "auto") -> Array:
    """The chosen columns (n, 1 or 2) of a table, as ``read_labelled`` reads them."""
    return read_labelled(path, columns, header).values


def read_labelled(
    path: str | Path, columns: Sequence[int] = (), header: Header = "auto", label: int = 0
) -> Table:
    """The chosen columns of a table of up to a million rows, and the classes of its rows.

    ``columns`` and ``label`` count from 1; no columns takes the first one or two numeric ones
    beside the labels, label 0 takes no labels. Classes are sorted: as numbers where all are whole
    numbers, else as texts. Blank lines and lines that start with # are skipped. In an NPZ file the
    array ``data``, ``real`` or ``x`` is read, else the first; of three axes (runs, n, dim) the
    first two are joined. Raises TableError.
    """
    file = _existing(path)
    _check_columns(columns)
    if file.suffix.lower() == ".npz":
        return read_npz(file, columns, label)
    with _text(file) as rows:
        top = list(islice(rows, LOOKED_AT))
        layout = _layout(file, top, columns, header, label)
        return _collect(file, chain(top[layout.skip :], rows), layout)


def class_names(
    path: str | Path, columns: Sequence[int] = (), header: Header = "auto", label: int = 0
) -> tuple[str, ...]:
    """The names of the classes that ``read_labelled`` finds. Raises TableError.

    Read anew only where the file has changed.
    """
    stat = _existing(path).stat()
    return _class_names(path, tuple(columns), header, label, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8)
def _class_names(
    path: str | Path, columns: tuple[int, ...], header: Header, label: int, *version: int
) -> tuple[str, ...]:
    return read_labelled(path, columns, header, label).names


def table_dimension(path: str | Path, header: Header = "auto", label: int = 0) -> int:
    """1 or 2: how many columns are taken where none are named, told from the top of the file.

    Raises TableError.
    """
    file = _existing(path)
    if file.suffix.lower() == ".npz":
        return npz_dimension(file, label)
    with _text(file) as rows:
        return len(_layout(file, list(islice(rows, LOOKED_AT)), (), header, label).chosen)


def standardise(values: Array, path: str | Path) -> Array:
    """Every column of ``values`` (n, d) with mean 0 and standard deviation 1. Raises TableError."""
    centred = values - values.mean(axis=0)
    std = centred.std(axis=0)
    constant = np.flatnonzero((np.ptp(values, axis=0) == 0) | (std == 0))
    if constant.size:
        raise TableError(
            f"{Path(path).name}: number {constant[0] + 1} of the chosen columns is constant, so it"
            " cannot be standardised; choose a column that varies or switch standardise off."
        )
    return centred / std


class _Layout(NamedTuple):
    """Cells in a row, the chosen ones (from 0), the label (−1: none), header rows at the top."""

    width: int
    chosen: tuple[int, ...]
    label: int
    skip: int


def _existing(path: str | Path) -> Path:
    if not str(path) or "\0" in str(path):
        raise TableError("No data file is chosen; name a CSV, TSV or NPZ file.")
    file = Path(path).expanduser()
    try:
        if not file.is_file():
            problem = "is a folder" if file.is_dir() else "does not exist"
            raise TableError(f"{file} {problem}; name a CSV, TSV or NPZ file.")
        if file.stat().st_size == 0:
            raise TableError(f"{file.name} is empty; it must hold one or two columns of numbers.")
    except OSError as error:
        raise TableError(f"{file} cannot be opened: {error.strerror}.") from error
    return file


def _check_columns(columns: Sequence[int]) -> None:
    if len(columns) > 2 or any(c < 1 for c in columns):
        raise TableError(
            f"Columns {', '.join(map(str, columns))} cannot be taken;"
            " one or two are allowed, counted from 1."
        )


@contextmanager
def _text(file: Path) -> Iterator[Iterator[Row]]:
    """The rows of a text file, each with its line number; reading errors become TableErrors."""
    try:
        with file.open(encoding="utf-8-sig") as stream:
            delimiter = _delimiter(stream)
            stream.seek(0)
            yield _spaced(stream) if delimiter is None else _delimited(stream, delimiter)
    except UnicodeDecodeError as error:
        raise TableError(
            f"{file.name} is not a text file in UTF-8; allowed are CSV, TSV and NPZ files."
        ) from error
    except csv.Error as error:
        raise TableError(f"{file.name} cannot be split into cells: {error}.") from error
    except OSError as error:
        raise TableError(f"{file} cannot be read: {error.strerror}.") from error


def _delimiter(stream: IO[str]) -> str | None:
    """What parts the cells in at least half of the first lines; None stands for white space."""
    lines = [line for line in stream.read(1 << 16).splitlines() if line.strip() and line[0] != "#"]
    sample = lines[:LOOKED_AT]
    shares = {mark: sum(mark in line for line in sample) for mark in "\t;,"}
    return next((mark for mark, share in shares.items() if 2 * share >= max(1, len(sample))), None)


def _spaced(stream: IO[str]) -> Iterator[Row]:
    for number, line in enumerate(stream, 1):
        cells = line.split()
        if cells and cells[0][0] != "#":
            yield number, cells


def _delimited(stream: IO[str], delimiter: str) -> Iterator[Row]:
    reader = csv.reader(stream, delimiter=delimiter)
    for cells in reader:
        if cells and cells[0][:1] != "#" and (len(cells) > 1 or cells[0].strip()):
            yield reader.line_num, cells


def _layout(
    file: Path, top: list[Row], columns: Sequence[int], header: Header, label: int
) -> _Layout:
    if not top:
        raise TableError(f"{file.name} holds no rows; it must hold one or two columns of numbers.")
    start = 0 if any(map(is_number, top[0][1])) else 1
    body = [cells for _, cells in top[start:] or top]
    width = Counter(map(len, body)).most_common(1)[0][0]
    check_width(file, width, (*columns, label))
    chosen = tuple(c - 1 for c in columns) or _numeric_columns(body, width, label - 1)
    if not chosen:
        beside = " beside the labels" if label else ""
        raise TableError(
            f"{file.name}, line {top[0][0]}: no column{beside} holds numbers;"
            " one or two columns of numbers, with a decimal point, are needed."
        )
    first = top[0][1]
    named = not any(c < len(first) and is_number(first[c]) for c in chosen)
    skip = int(header == "yes" or (header == "auto" and named))
    return _Layout(width, chosen, label - 1, skip)


def _numeric_columns(body: list[list[str]], width: int, label: int) -> tuple[int, ...]:
    """The first two columns but the label's in which at least half of the rows hold a number."""
    share = [
        sum(c < len(cells) and is_number(cells[c]) for cells in body) / len(body)
        for c in range(width)
    ]
    return tuple(islice((c for c in range(width) if c != label and share[c] >= 0.5), 2))


def _collect(file: Path, rows: Iterator[Row], layout: _Layout) -> Table:
    blocks: list[Array] = []
    codes: list[Labels] = []
    found: dict[str, int] = {}
    while block := list(islice(rows, BLOCK)):
        check_rows(file, len(blocks) * BLOCK + len(block))
        blocks.append(_numbers(file, block, layout))
        if layout.label >= 0:
            codes.append(_codes(file, block, layout.label, found))
    if not blocks:
        raise TableError(f"{file.name} holds a header and no rows; at least one row is needed.")
    values = np.concatenate(blocks)
    if not codes:
        return unlabelled(values)
    order, names = classes(file, layout.label, list(found))
    return Table(values, order[np.concatenate(codes)], names)


def _numbers(file: Path, block: list[Row], layout: _Layout) -> Array:
    cells = [row for _, row in block]
    if set(map(len, cells)) != {layout.width}:
        _complain(file, block, layout)
    try:
        columns = [list(map(float, map(itemgetter(c), cells))) for c in layout.chosen]
    except ValueError:
        _complain(file, block, layout)
    values = np.array(columns).T
    if not (np.abs(values) <= MAX_SIZE).all():
        _complain(file, block, layout)
    return values


def _complain(file: Path, block: list[Row], layout: _Layout) -> NoReturn:
    """Raise the TableError of the first fault in a block of rows that has one."""
    for line, cells in block:
        if len(cells) != layout.width:
            found, wanted = counted(len(cells), "cell"), counted(layout.width, "cell")
            raise TableError(
                f"{file.name}, line {line}: {found} where other rows have {wanted};"
                " every row must have equally many."
            )
        for c in layout.chosen:
            fault = _fault(cells[c])
            if fault:
                raise TableError(
                    f"{file.name}, line {line}, column {c + 1}: {fault};"
                    " allowed are finite numbers such as 1.5 or -2e-3."
                )
    raise AssertionError("a block without a fault was complained about")


def _fault(cell: str) -> str:
    shown = repr(cell if len(cell) <= 40 else f"{cell[:40]}…")
    if not cell.strip():
        return "the cell is empty"
    if not is_number(cell):
        return f"{shown} is not a number"
    return "" if abs(float(cell)) <= MAX_SIZE else f"{shown} is not a finite number up to 1e30"


def _codes(file: Path, block: list[Row], column: int, found: dict[str, int]) -> Labels:
    """The cells' numbers (n,) in the order in which ``found``, which grows, first met them."""
    texts = [cells[column].strip() for _, cells in block]
    if "" in texts:
        line = block[texts.index("")][0]
        raise TableError(
            f"{file.name}, line {line}, column {column + 1}: the cell is empty;"
            " allowed labels are whole numbers or texts."
        )
    codes = [found.setdefault(text, len(found)) for text in texts]
    check_classes(file, column, len(found), least=1)
    return np.array(codes, np.int64)
