"""What a grid has come to: small multiples, heat map or curves, and a line on one cell."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.language import of_preset
from ganlab_gui.app.theme import font
from ganlab_gui.experiment.grid import Cell
from ganlab_gui.palette import Palette
from ganlab_gui.views.chip import Chip
from ganlab_gui.views.grid_curves import GridCurves
from ganlab_gui.views.grid_model import GridModel
from ganlab_gui.views.grid_painters import HeatPainter, PicturePainter
from ganlab_gui.views.grid_table import GridTable, HeatBar, Sideways
from ganlab_gui.views.gridtexts import axis_name, better, measure_name, unit_name

PICTURES, HEAT, CURVES = "pictures", "heat", "curves"
VIEWS = (PICTURES, HEAT, CURVES)


def tr(text: str) -> str:
    return QCoreApplication.translate("GridResults", text)


class GridResults(QWidget):
    """Three views of one model. ``opened`` carries the cell that was clicked or chosen by key."""

    opened = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.title = QLabel(self)
        self.chips = QButtonGroup(self)
        for number, name in enumerate(VIEWS):
            self.chips.addButton(Chip("", f"grid.view.{name}", "ground", self), number)
        self.measure, self.run = QComboBox(self), QComboBox(self)
        self.measure.setObjectName("grid.measure")
        self.run.setObjectName("grid.run")
        self.pictures = GridTable("grid.pictures", model, PicturePainter(model, self), self)
        self.heat = GridTable("grid.heat", model, HeatPainter(model, self), self)
        self.curves = GridCurves(model, self)
        self.bar = HeatBar(self)
        self.sides = {table: Sideways(self) for table in (self.pictures, self.heat)}
        self.heads = {table: QLabel(self) for table in (self.pictures, self.heat)}
        self.views = QStackedWidget(self)
        self.said = QLabel(self)
        self.said.setObjectName("grid.cell")
        self.said.setWordWrap(True)
        self._arrange()
        self.chips.idClicked.connect(self._chip)
        self.measure.currentIndexChanged.connect(self._choose_measure)
        self.run.currentIndexChanged.connect(self._choose_run)
        for view in (self.pictures, self.heat, self.curves):
            view.opened.connect(self.opened)
            view.looked_at.connect(self._look_at)
        self.show_view(PICTURES)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.title, 1)
        for chip in self.chips.buttons():
            top.addWidget(chip)
        top.addSpacing(8)
        top.addWidget(self.run)
        top.addWidget(self.measure)
        for table in (self.pictures, self.heat):
            self.views.addWidget(self._framed(table))
        self.views.addWidget(self.curves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.views, 1)
        column.addWidget(self.said)

    def _framed(self, table: GridTable) -> QWidget:
        """A table with the names of the settings above it and at its side."""
        room = QWidget(self)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.sides[table])
        row.addWidget(table, 1)
        if table is self.heat:
            row.addSpacing(8)
            row.addWidget(self.bar)
        self.heads[table].setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heads[table].setProperty("role", "small")
        column.addWidget(self.heads[table])
        column.addLayout(row, 1)
        return room

    # -- look --------------------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        parts: list[Any] = [self.pictures, self.heat, self.curves, self.bar, *self.sides.values()]
        for part in parts:
            part.set_theme(palette, scale)
        self.title.setFont(font("body", scale, bold=True))

    def retranslate(self) -> None:
        """Set every text again."""
        words = (tr("Small multiples"), tr("Heat map"), tr("Curves"))
        views = (self.pictures, self.heat, self.curves)
        for chip, view, text in zip(self.chips.buttons(), views, words, strict=True):
            chip.setText(text)
            chip.setAccessibleName(text)
            view.setAccessibleName(text)
        self.measure.setAccessibleName(tr("Measure"))
        self.run.setAccessibleName(tr("Seed"))
        self.model.tell()
        self.curves.refresh()
        self.name_grid()

    def name_grid(self) -> None:
        """The names that go with the grid on show."""
        grid = self.model.grid
        self.said.setText("")
        if grid is None:
            self.title.setText("")
            return
        self.title.setText(of_preset(grid.experiment.title))
        second = axis_name(grid.axis[1]) if len(grid.axis) > 1 else ""
        for table in (self.pictures, self.heat):
            self.heads[table].setText(axis_name(grid.axis[0]))
            self.sides[table].setText(second)
        seeds = [tr("seed {0}").format(grid.seed + r) for r in range(grid.runs)]
        _fill(self.run, seeds, seeds, seeds[self.model.run])
        self.name_measures()

    def name_measures(self) -> None:
        """The measures there are by now, and what the colours stand for."""
        names = self.model.measures()
        texts = [measure_name(name) for name in names]
        if [self.measure.itemText(k) for k in range(self.measure.count())] != texts:
            _fill(self.measure, texts, names, self.model.measure)
        name = self.model.measure
        unit = f", {unit_name(name)}" if unit_name(name) else ""
        self.bar.show_scale(self.model.scale, f"{measure_name(name)}{unit}")
        self.measure.setToolTip(f"{measure_name(name)}{unit} · {better(name)}".rstrip(" ·"))

    # -- looking -----------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        return VIEWS[self.views.currentIndex()]

    def show_view(self, name: str) -> None:
        """Small multiples have a seed to choose, the others a measure."""
        number = VIEWS.index(name)
        self.views.setCurrentIndex(number)
        self.chips.button(number).setChecked(True)
        self.run.setVisible(name == PICTURES)
        self.measure.setVisible(name != PICTURES)

    def _chip(self, number: int) -> None:
        self.show_view(VIEWS[number])

    def _choose_measure(self, index: int) -> None:
        self.model.set_measure(self.measure.itemData(index))
        self.name_measures()

    def _choose_run(self, index: int) -> None:
        self.model.set_run(index)

    def _look_at(self, cell: Cell) -> None:
        self.said.setText(self.model.words(cell))


def _fill(box: QComboBox, texts: list[str], data: list[str], chosen: str) -> None:
    box.blockSignals(True)
    box.clear()
    for text, raw in zip(texts, data, strict=True):
        box.addItem(text, raw)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
