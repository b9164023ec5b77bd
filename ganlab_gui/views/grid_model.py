"""A grid and what is known of its cells, as a table model: heat map and small multiples show it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ganlab_gui.experiment.grid import Cell, Grid
from ganlab_gui.lab.sweep.result import CellResult
from ganlab_gui.lab.sweep.summary import DIVERGED, Scale, measured, medians, reading_text, scale_of
from ganlab_gui.views.gridtexts import cell_name, reading_name, tr, value_name

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """Rows run upward over the second setting's values, columns over the first's.

    ``states`` says in words what a cell without a result is at. ``measure`` and ``run`` are what
    the views show; every change of anything resets or tells the model.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self.results: dict[Cell, CellResult] = {}
        self.states: dict[Cell, str] = {}
        self.measure, self.run = "js", 0
        self.table: NDArray[np.float64] = np.zeros((0, 0))
        self.scale = Scale(0.0, 1.0)

    # -- what is shown -----------------------------------------------------------------------------

    def show(self, grid: Grid, results: Mapping[Cell, CellResult]) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.grid, self.results, self.states = grid, dict(results), {}
        self.run = min(self.run, grid.runs - 1)
        self._measure()
        self.endResetModel()

    def take(self, cell: Cell, result: CellResult) -> None:
        """A cell has come."""
        self.results[cell] = result
        self.states.pop(cell, None)
        self._measure()
        self.tell()

    def set_state(self, cell: Cell, words: str) -> None:
        """Say what a cell is at; empty words say nothing."""
        if self.states.get(cell, "") != words:
            self.states[cell] = words
            index = self.index_of(cell)
            self.dataChanged.emit(index, index)

    def set_measure(self, measure: str) -> None:
        self.measure = measure
        self._measure()
        self.tell()

    def set_run(self, run: int) -> None:
        self.run = run
        self.tell()

    def measures(self) -> list[str]:
        """The measures that can be shown."""
        return measured(self.results)

    def tell(self) -> None:
        """All cells are to be drawn again."""
        if self.grid is not None:
            across, down = self.grid.shape
            self.dataChanged.emit(self.index(0, 0), self.index(down - 1, across - 1))

    def _measure(self) -> None:
        assert self.grid is not None
        self.table = medians(self.grid, self.results, self.measure)
        self.scale = Scale(0.0, 1.0) if self.measure == DIVERGED else scale_of(self.table)

    # -- where a cell is ---------------------------------------------------------------------------

    def index_of(self, cell: Cell) -> QModelIndex:
        return self.index(self.rowCount() - 1 - cell[1], cell[0])

    def cell_at(self, index: Index) -> Cell:
        return index.column(), self.rowCount() - 1 - index.row()

    def share(self, cell: Cell) -> float:
        """Where a cell's reading lies on the colour scale, in [0, 1]; NaN where it has none."""
        return float(self.scale.shares(self.table[cell[1], cell[0]]))

    def words(self, cell: Cell) -> str:
        """All there is to say of a cell, in a line."""
        assert self.grid is not None
        result = self.results.get(cell)
        state = self.states.get(cell, "") or tr("not trained yet")
        rest = reading_name(result, self.measure) if result is not None else state
        return f"{cell_name(self.grid, cell)} — {rest}"

    # -- as Qt asks --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return self.grid.shape[1] if self.grid is not None and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return self.grid.shape[0] if self.grid is not None and not parent.isValid() else 0

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        cell = self.cell_at(index)
        if role == Role.DisplayRole:
            return reading_text(float(self.table[cell[1], cell[0]]))
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return self.words(cell)
        return cell if role == Role.UserRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role != Role.DisplayRole or self.grid is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return value_name(self.grid.axis[0].values[section])
        if len(self.grid.axis) < 2:
            return ""
        return value_name(self.grid.axis[1].values[self.rowCount() - 1 - section])
