"""A plate on the screen: pictures in rows, updated in place while something is dragged."""

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.pages.plate import Axes, Cell, Ground, Handle, Plate, Row, Table
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.ground import ColourBar
from ganlab_gui.views.plate_items import DRAWERS, Drawer, ground_colours
from ganlab_gui.views.plate_look import Look
from ganlab_gui.views.plate_marks import BoxItem, HandleItem
from ganlab_gui.views.plate_table import TableView
from ganlab_gui.views.plotting import SIDES, label_axis, make_plot, style_plot
from ganlab_gui.views.says import SaysBar
from ganlab_gui.views.subscripts import rich

TOP = 6
"""Pixels above a picture: the number at the top of its axis reaches so far."""
EDGE = 11
"""Pixels right of a picture without a right axis: its last number reaches so far."""
RIGHT = 52
"""Pixels of a right axis with numbers and a label, at 100 %."""
LEAST_HEADER = 130
"""Pixels that a header keeps beside a colour bar, at 100 %."""
OVERHANG = 16
"""Pixels that a number may reach beyond the end of its axis, at 100 %."""


class AxesView(QWidget):
    """One picture of a plate with its header."""

    dragged = Signal(str, float, float)
    released = Signal()
    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.axes: Axes | None = None
        self.header = SaysBar(self)
        self.bar = ColourBar(self)
        self.bar.hide()
        self.plot = make_plot(self, self.palette_)
        self.note = QLabel(self.plot)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.note.setProperty("role", "quiet")
        self._drawers: list[tuple[type, Drawer]] = []
        self._handles: dict[str, HandleItem] = {}
        top = self.top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.header, 1)
        top.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.plot, 1)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self.header.set_theme(palette, scale)
        self.bar.style_bar(palette, scale)
        style_plot(self.plot, palette, scale)
        if self.axes is not None:
            axes, self.axes = self.axes, None
            self.show_cell(axes)

    def show_cell(self, axes: Axes) -> None:
        """Draw; what is there already is changed where it stands."""
        before, self.axes = self.axes, axes
        look = Look(self.palette_, self.scale, axes)
        self.header.show_says(axes.title, axes.says)
        self.plot.setAccessibleName(axes.title)
        if before is None or _frame(before) != _frame(axes):
            self._frame(look)
        self._draw(look)
        self._show_handles(look)
        self._show_bar(look)
        self.note.setText(axes.note)
        self.note.setVisible(bool(axes.note))
        self.note.setGeometry(self.plot.rect())

    def resizeEvent(self, event: object) -> None:
        self.note.setGeometry(self.plot.rect())
        self._place_bar()

    def _place_bar(self) -> None:
        """The colour bar stands beside the header, or where that leaves no room under it."""
        narrow = self.width() < self.bar.sizeHint().width() + LEAST_HEADER * self.scale
        way = QBoxLayout.Direction
        self.top.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    # -- axes --------------------------------------------------------------------------------------

    def _frame(self, look: Look) -> None:
        axes, item = look.axes, self.plot.getPlotItem()
        box = item.getViewBox()
        box.setAspectLocked(axes.equal)
        x, y = look.x(np.array(axes.x)), look.y(np.array(axes.y))
        box.setRange(xRange=tuple(x), yRange=tuple(y), padding=0.0)
        for side in SIDES:
            item.showAxis(side, not axes.bare)
        item.getAxis("top").setHeight(round(TOP * self.scale))
        for side, log, ticks in (
            ("bottom", axes.log_x, axes.ticks("x")), ("left", axes.log_y, axes.ticks("y"))
        ):  # fmt: skip
            axis = item.getAxis(side)
            axis.setStyle(hideOverlappingLabels=round(OVERHANG * self.scale))
            axis.setLogMode(x=log, y=log)
            place = look.x if side == "bottom" else look.y
            axis.setTicks(None if ticks is None else [[(float(place(v)), t) for v, t in ticks]])
        self._label("bottom", axes.x_label)
        self._label("left", axes.y_label)
        self._frame_right(look)

    def _label(self, side: str, text: str, role: str = "quiet") -> None:
        axis = self.plot.getPlotItem().getAxis(side)
        if text:
            label_axis(axis, rich(text), self.palette_, self.scale, role)
        axis.showLabel(bool(text))

    def _frame_right(self, look: Look) -> None:
        right, axis = look.axes.right, self.plot.getPlotItem().getAxis("right")
        axis.setStyle(showValues=right is not None)
        self._label("right", right.label if right else "", right.role if right else "quiet")
        if right is None:
            return
        axis.unlinkFromView()
        axis.setRange(*right.range)
        axis.setTextPen(look.colour(right.role))
        axis.setTicks([list(right.ticks)] if right.ticks else None)

    def reserve_right(self, width: int) -> None:
        """Keep so many pixels for the right axis, whether there is one or not."""
        axis = self.plot.getPlotItem().getAxis("right")
        if axis.fixedWidth != width:
            axis.setWidth(width)

    # -- items -------------------------------------------------------------------------------------

    def _draw(self, look: Look) -> None:
        items = [item for item in look.axes.items if not isinstance(item, Handle)]
        kinds = [type(item) for item in items]
        if kinds != [kind for kind, _ in self._drawers]:
            self._make(kinds)
        for item, (_, drawer) in zip(items, self._drawers, strict=True):
            drawer.show(item, look)

    def _make(self, kinds: list[type]) -> None:
        """Keep the drawers up to the first that differs, and make the rest anew."""
        plot = self.plot.getPlotItem()
        same = 0
        for (old, _), new in zip(self._drawers, kinds, strict=False):
            if old is not new:
                break
            same += 1
        for _, drawer in self._drawers[same:]:
            for part in drawer.parts():
                plot.removeItem(part)
        del self._drawers[same:]
        for place, kind in enumerate(kinds[same:], same):
            drawer = DRAWERS[kind]()
            for part in drawer.parts():
                part.setZValue(place)
                plot.addItem(part, ignoreBounds=True)
                if isinstance(part, BoxItem):
                    part.clicked.connect(self.clicked)
            self._drawers.append((kind, drawer))

    def _show_handles(self, look: Look) -> None:
        plot = self.plot.getPlotItem()
        handles = {item.key: item for item in look.axes.items if isinstance(item, Handle)}
        for key in self._handles.keys() - handles.keys():
            plot.removeItem(self._handles.pop(key))
        for key, handle in handles.items():
            if key not in self._handles:
                self._handles[key] = HandleItem()
                self._handles[key].moved.connect(self.dragged)
                self._handles[key].released.connect(self.released)
                plot.addItem(self._handles[key], ignoreBounds=True)
            self._handles[key].show_item(handle, look)

    def _show_bar(self, look: Look) -> None:
        ground = next((i for i in look.axes.items if isinstance(i, Ground) and i.scale), None)
        self.bar.setVisible(ground is not None)
        if ground is not None:
            self.bar.set_colours(ground_colours(ground.roles, look.palette))
            self.bar.set_scale(ground.scale, ground.low, ground.high, "")
            self._place_bar()


def _frame(axes: Axes) -> tuple[Any, ...]:
    """What axes are told by, without what is drawn in them."""
    ticks = (axes.x_ticks, axes.y_ticks, axes.right, axes.bare)
    return (axes.x, axes.y, axes.x_label, axes.y_label, axes.log_x, axes.log_y, axes.equal, *ticks)


CELLS: dict[type, type[AxesView] | type[TableView]] = {Axes: AxesView, Table: TableView}


class PlateView(QWidget):
    """All cells of a plate. What the user does is told by the keys the plate gives."""

    dragged = Signal(str, float, float)
    released = Signal()
    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.plate: Plate | None = None
        self.cells: list[AxesView | TableView] = []
        self._shape: object = None
        self._grid: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        for cell in self.cells:
            cell.set_theme(palette, scale)

    def show_plate(self, plate: Plate) -> None:
        """Draw a plate; one of the same shape as the last is drawn into the same widgets."""
        shape = [(row.height, row.widths, [type(cell) for cell in row.cells]) for row in plate.rows]
        if shape != self._shape:
            self._shape = shape
            self._build(plate)
        self.plate = plate
        cells: list[Cell] = [cell for row in plate.rows for cell in row.cells]
        for view, cell in zip(self.cells, cells, strict=True):
            view.show_cell(cell)  # type: ignore[arg-type]
        self._align(plate)

    def _align(self, plate: Plate) -> None:
        """Pictures above each other end at the same x, also where only one has a right axis."""
        views = iter(self.cells)
        columns: dict[tuple[Any, ...], list[AxesView]] = {}
        for row in plate.rows:
            for place in range(len(row.cells)):
                view = next(views)
                if isinstance(view, AxesView):
                    columns.setdefault((len(row.cells), row.widths, place), []).append(view)
        for column in columns.values():
            rights = [view.axes.right for view in column if view.axes and view.axes.right]
            wide = RIGHT if any(right.label for right in rights) else RIGHT - 18
            for view in column:
                view.reserve_right(round((wide if rights else EDGE) * self.scale))

    def _build(self, plate: Plate) -> None:
        if self._grid is not None:
            self._grid.setParent(None)
            self._grid.deleteLater()
        self._grid = QWidget(self)
        column = QVBoxLayout(self._grid)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(8 * self.scale))
        self.cells = []
        for row in plate.rows:
            column.addLayout(self._row(row), round(100 * row.height))
        self._column.addWidget(self._grid)
        self._grid.show()

    def _row(self, row: Row) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(round(14 * self.scale))
        widths = row.widths or (1.0,) * len(row.cells)
        for cell, width in zip(row.cells, widths, strict=True):
            view = CELLS[type(cell)](self._grid)
            view.set_theme(self.palette_, self.scale)
            view.dragged.connect(self.dragged)
            view.released.connect(self.released)
            view.clicked.connect(self.clicked)
            line.addWidget(view, round(100 * width))
            self.cells.append(view)
        return line
