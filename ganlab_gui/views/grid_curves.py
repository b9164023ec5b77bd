"""A measure over the steps: a plot for each second value, a curve with its band for each first."""

from html import escape
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ganlab_gui.experiment.grid import Cell
from ganlab_gui.lab.sweep.summary import Band, Scale, band, is_broken, span
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.scales import heat
from ganlab_gui.views.grid_model import GridModel
from ganlab_gui.views.gridtexts import axis_name, tr, value_name
from ganlab_gui.views.plotting import faded, label_axis, make_plot, style_plot

COLUMNS = 4
NEAR = 14.0
"""Pixels from a curve at which the mouse is on it."""
STYLES = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
)  # fmt: skip
SAMPLES = ("━━━", "╍╍╍", "┅┅┅", "━·━")
"""The same in letters, for the key."""
STEP = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip


class GridCurves(QWidget):
    """Median over the seeds as a line, least to greatest as a band.

    The curve under the mouse, or the keyboard's, is drawn strong; a click or Return opens its cell.
    """

    opened = Signal(object)
    looked_at = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grid.curves")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grid_model = model
        self.palette_, self.scale = PALETTES["dark"], 1.0
        self.current: Cell | None = None
        self.plots: list[pg.PlotWidget] = []
        self.curves: dict[Cell, pg.PlotDataItem] = {}
        self.bands: dict[Cell, Band] = {}
        self.key = QLabel(self)
        self.key.setWordWrap(True)
        self.note = QLabel(self)
        self.note.setProperty("role", "small")
        self.room = QGridLayout()
        self.room.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.key)
        column.addLayout(self.room, 1)
        column.addWidget(self.note)
        model.modelReset.connect(self.rebuild)
        model.dataChanged.connect(self.refresh)

    # -- building ----------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Another grid: other plots."""
        for plot in self.plots:
            self.room.removeWidget(plot)
            plot.deleteLater()
        self.plots, self.current = [], None
        grid = self.grid_model.grid
        for j in range(grid.shape[1] if grid is not None else 0):
            plot = make_plot(self, self.palette_, self.scale, name=f"grid.curves.{j}")
            plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            plot.scene().sigMouseMoved.connect(self._hover)
            plot.scene().sigMouseClicked.connect(self._click)
            self.room.addWidget(plot, j // COLUMNS, j % COLUMNS)
            self.plots.append(plot)
        self.refresh()

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        for plot in self.plots:
            style_plot(plot, palette, scale)
        self.refresh()

    def refresh(self) -> None:
        """Draw what there is."""
        grid = self.grid_model.grid
        if grid is None or not self.plots:
            return
        self.curves, self.bands = {}, {}
        scale = span(self.grid_model.results, self.grid_model.measure)
        for j, plot in enumerate(self.plots):
            plot.clear()
            item = plot.getPlotItem()
            item.setLogMode(x=False, y=scale.log)
            ends = np.log10([scale.low, scale.high]) if scale.log else (scale.low, scale.high)
            item.setXRange(0, grid.steps, padding=0)
            item.setYRange(float(ends[0]), float(ends[1]), padding=0)
            self._title(plot, j)
            for i in range(grid.shape[0]):
                if (i, j) in self.grid_model.results:
                    self._draw(plot, (i, j), scale)
        self._tell()

    def _title(self, plot: pg.PlotWidget, j: int) -> None:
        grid = self.grid_model.grid
        assert grid is not None
        if len(grid.axis) > 1:
            words, size = value_name(grid.axis[1].values[j]), f"{round(11 * self.scale)}px"
            plot.getPlotItem().setTitle(escape(words), color=self.palette_.text, size=size)
        label_axis(plot.getPlotItem().getAxis("bottom"), tr("step"), self.palette_, self.scale)

    def _draw(self, plot: pg.PlotWidget, cell: Cell, scale: Scale) -> None:
        result = self.grid_model.results[cell]
        found = self.bands[cell] = band(result, self.grid_model.measure)
        if not len(found.steps):
            return
        ink = self.ink(cell[0])
        floor = scale.low if scale.log else -np.inf
        low, high = (plot.plot(found.steps, np.maximum(y, floor)) for y in (found.low, found.high))
        for edge in (low, high):
            edge.setPen(None)
        plot.addItem(pg.FillBetweenItem(low, high, brush=faded(ink, 0.16)))
        curve = plot.plot(found.steps, np.maximum(found.middle, floor))
        curve.setPen(self._pen(cell))
        self.curves[cell] = curve
        if is_broken(result):
            cross = {"symbol": "x", "symbolPen": self.palette_.danger, "symbolSize": 9}
            plot.plot(found.steps[-1:], np.maximum(found.middle[-1:], floor), pen=None, **cross)

    def ink(self, i: int) -> str:
        """The colour of the first setting's i-th value: from quiet to strong in its order."""
        grid = self.grid_model.grid
        assert grid is not None
        count = grid.shape[0]
        place = 0.4 + 0.6 * i / (count - 1) if count > 1 else 0.7
        return QColor(*map(int, heat(self.palette_)[round(255 * place)])).name()

    def _pen(self, cell: Cell) -> QPen:
        width = (2.6 if cell == self.current else 1.4) * self.scale
        pen = QPen(QColor(self.ink(cell[0])), width, STYLES[cell[0] % len(STYLES)])
        pen.setCosmetic(True)
        return pen

    def _tell(self) -> None:
        grid = self.grid_model.grid
        assert grid is not None
        parts = [escape(axis_name(grid.axis[0]))]
        for i, value in enumerate(grid.axis[0].values):
            mark = SAMPLES[i % len(SAMPLES)]
            parts.append(
                f'<span style="color:{self.ink(i)}">{mark} {escape(value_name(value))}</span>'
            )
        self.key.setText(" &nbsp; ".join(parts))
        said = [tr("line: median of {0} seeds; band: least to greatest").format(grid.runs)]
        if len(grid.axis) > 1:
            said.insert(0, tr("a plot for each value of {0}").format(axis_name(grid.axis[1])))
        self.note.setText("; ".join(said))

    # -- one curve ---------------------------------------------------------------------------------

    def look_at(self, cell: Cell) -> None:
        """Draw a cell's curve strong and tell of it."""
        before, self.current = self.current, cell
        for one in (before, cell):
            if one is not None and one in self.curves:
                self.curves[one].setPen(self._pen(one))
        self.looked_at.emit(cell)

    def _near(self, place: QPointF) -> Cell | None:
        """The cell whose curve passes near a place of a plot's scene."""
        sender = self.sender()
        plot = next((p for p in self.plots if p.scene() is sender), None)
        if plot is None:
            return None
        j, box = self.plots.index(plot), plot.getPlotItem().getViewBox()
        at = box.mapSceneToView(place)
        pixel = box.viewPixelSize()[1]
        best: tuple[float, Cell | None] = (NEAR * self.scale, None)
        for (i, row), curve in self.curves.items():
            x, y = curve.getData()
            if row != j or x is None or not len(x):
                continue
            away = abs(float(np.interp(at.x(), x, y)) - at.y()) / pixel
            best = min(best, (away, (i, row)), key=lambda pair: pair[0])
        return best[1]

    def _hover(self, place: QPointF) -> None:
        cell = self._near(place)
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor)
        if cell is not None and cell != self.current:
            self.look_at(cell)

    def _click(self, event: Any) -> None:
        cell = self._near(event.scenePos())
        if cell is not None:
            self.opened.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid, key = self.grid_model.grid, Qt.Key(event.key())
        if grid is None:
            super().keyPressEvent(event)
        elif key in STEP:
            i, j = self.current or (0, 0)
            by = STEP[key] if self.current is not None else (0, 0)
            across, down = grid.shape
            self.look_at((min(max(i + by[0], 0), across - 1), min(max(j + by[1], 0), down - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)
