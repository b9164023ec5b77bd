"""What tables of every format have in common: limits, labels, and the error that names a fault."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Labels = NDArray[np.int64]

MAX_ROWS = 1_000_000
MAX_SIZE = 1e30
MAX_CLASSES = 64
MAX_WHOLE = 2**53


class TableError(ValueError):
    """A file that cannot serve as data; the message is one sentence for the user."""


class Table(NamedTuple):
    """Values (n, 1 or 2), each row's class (n,) from 0, and the names of the classes in order.

    Without a column of labels every class is 0 and there are no names.
    """

    values: Array
    labels: Labels
    names: tuple[str, ...]


def unlabelled(values: Array) -> Table:
    """A table without a column of labels."""
    return Table(values, np.zeros(len(values), np.int64), ())


def check_rows(file: Path, count: int) -> None:
    """Raises TableError where there are more rows than allowed."""
    if count > MAX_ROWS:
        raise TableError(f"{file.name} has more than the {MAX_ROWS} rows that are allowed.")


def check_width(file: Path, width: int, columns: Sequence[int]) -> None:
    """Raises TableError where ``columns``, from 1, are not all there; 0 stands for none."""
    if max(columns) > width:
        raise TableError(
            f"{file.name} has {counted(width, 'column')}, so column {max(columns)} cannot be taken."
        )


def is_number(cell: str) -> bool:
    """Whether a cell reads as a number, be it infinite or NaN."""
    try:
        float(cell)
    except ValueError:
        return False
    return True


def counted(n: int, noun: str) -> str:
    """As in 1 row, 2 rows."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def classes(file: Path, column: int, texts: list[str]) -> tuple[Labels, tuple[str, ...]]:
    """The class of each of the different texts, and the names of the classes in their order.

    Whole numbers are sorted as numbers, other texts as texts. Raises TableError.
    """
    names = texts
    if all(map(is_number, texts)):
        numbers = list(map(float, texts))
        check_whole(file, column, numbers)
        names = [str(int(number)) for number in numbers]
    order = sorted(set(names), key=int if names is not texts else str)
    check_classes(file, column, len(order))
    return np.array([order.index(name) for name in names], np.int64), tuple(order)


def check_classes(file: Path, column: int, count: int, least: int = 2) -> None:
    """Raises TableError where ``column``, from 0, has not as many different labels as allowed."""
    if not least <= count <= MAX_CLASSES:
        found = "only one value" if count == 1 else f"more than {MAX_CLASSES} different values"
        raise TableError(
            f"{file.name}, column {column + 1}: {found};"
            f" a column of labels has 2 to {MAX_CLASSES} different whole numbers or texts."
        )


def check_whole(file: Path, column: int, numbers: Sequence[float]) -> None:
    """Raises TableError where not all labels of ``column``, from 0, are whole numbers."""
    for number in numbers:
        if not (abs(number) <= MAX_WHOLE and number == int(number)):
            raise TableError(
                f"{file.name}, column {column + 1}: {number:g} is not a whole number up to 2⁵³;"
                " allowed labels are whole numbers or texts."
            )
