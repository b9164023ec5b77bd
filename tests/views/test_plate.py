"""The painter of plates on the screen: every item, headers, handles, boxes, tables."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from ganlab_gui.pages.plate import (
    Area,
    Arrows,
    Axes,
    Bars,
    Box,
    Dots,
    Ground,
    Handle,
    Label,
    Line,
    Plate,
    Right,
    Row,
    Rule,
    Says,
    Segments,
    Table,
    single,
)
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.plate import PlateView
from ganlab_gui.views.plate_items import ground_colours
from ganlab_gui.views.plate_marks import arrow_path
from ganlab_gui.views.subscripts import rich

X = np.linspace(0.1, 4.0, 50)
EVERYTHING = Axes(
    (
        Ground(np.outer(X, X), (0, 4, 0, 4), 0, 16, scale="D(x)", contours=(4.0, 8.0)),
        Area(X, 0 * X, np.sqrt(X), "data"),
        Line(X, np.where(X > 2, np.nan, X), "generated"),
        Line(X, X / 8, "discriminator", "dashed", side="right"),
        Line(X, X**2 / 4, "text", step=True),
        Dots(X, X, "kind 3", "t"),
        Dots(X, X, "data", "x"),
        Bars(np.array([1.0, 2.0]), np.array([0.5, np.nan]), 0.4, "second"),
        Arrows(X[:3], X[:3], X[:3], -X[:3]),
        Segments(X[:3], X[:3], X[3:6], X[3:6]),
        Rule(2.0), Rule(0.5, False, side="right"),
        Label(1.0, 3.0, "here", bold=True),
        Box(2.0, 3.0, 2.5, 3.5, "press", key="pressed", hint="a hint"),
        Handle("grip", 1.0, 1.0), Handle("side", 3.0, 0.5, "y", side="right"),
    ),
    (0.0, 4.0), (0.0, 4.0), "All", (Says("p_g", "generated", "solid"), Says("n", marker="o")),
    "x", "y", right=Right((0.0, 1.0), "D", ticks=((0.0, "0"), (0.5, "½"))),
)  # fmt: skip


@pytest.fixture
def view(qtbot):
    made = PlateView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.mark.parametrize("theme", PALETTES)
def test_every_item_is_drawn_in_both_themes(view, theme):
    view.set_theme(PALETTES[theme], 1.0)
    view.show_plate(single(EVERYTHING))
    before = view.grab().toImage()
    view.show_plate(single(Axes((), (0.0, 4.0), (0.0, 4.0))))
    assert view.grab().toImage() != before


def test_a_plate_of_the_same_shape_keeps_its_widgets_and_items(view):
    view.show_plate(single(EVERYTHING))
    cells, drawers = view.cells[0], [d for _, d in view.cells[0]._drawers]
    moved = Axes(EVERYTHING.items, (0.0, 5.0), (0.0, 4.0), right=EVERYTHING.right)
    view.show_plate(single(moved))
    assert view.cells[0] is cells
    assert [d for _, d in view.cells[0]._drawers] == drawers
    assert view.cells[0].plot.viewRange()[0] == pytest.approx([0.0, 5.0])
    view.show_plate(Plate((Row((moved,)), Row((moved, moved), 0.5, (2.0, 1.0)))))
    assert len(view.cells) == 3


def test_logarithmic_axes_and_what_cannot_be_on_them(view):
    line = Line(np.array([0.0, 1.0, 100.0]), np.array([-1.0, 10.0, 1000.0]))
    view.show_plate(single(Axes((line,), (1.0, 100.0), (1.0, 1000.0), log_x=True, log_y=True)))
    x, y = view.cells[0]._drawers[0][1].curve.getData()
    assert np.allclose(x[1:], [0, 2])
    assert np.isnan(x[0])
    assert np.isnan(y[0])
    assert view.cells[0].plot.viewRange() == [pytest.approx([0, 2]), pytest.approx([0, 3])]


def test_the_right_axis_has_its_own_scale(view):
    view.show_plate(single(EVERYTHING))
    axis = view.cells[0].plot.getPlotItem().getAxis("right")
    assert list(axis.range) == [0.0, 1.0]
    curve = view.cells[0]._drawers[3][1].curve
    assert curve.getData()[1][-1] == pytest.approx(4.0 * 0.5)


class Drag:
    """What pyqtgraph tells an item of a drag."""

    def __init__(self, place: QPointF, finish: bool = False) -> None:
        self.place, self.finish, self.taken = place, finish, False

    def button(self):
        return Qt.MouseButton.LeftButton

    def scenePos(self):
        return self.place

    def isFinish(self):
        return self.finish

    def accept(self):
        self.taken = True


@pytest.mark.parametrize(("key", "expected"), [("grip", (2.0, 3.0)), ("side", (2.0, 0.75))])
def test_a_handle_tells_where_it_is_dragged_in_the_units_of_its_axis(view, qtbot, key, expected):
    view.show_plate(single(EVERYTHING))
    handle = view.cells[0]._handles[key]
    scene = view.cells[0].plot.getViewBox().mapViewToScene(QPointF(2.0, 3.0))
    with qtbot.waitSignal(view.dragged) as told:
        handle.mouseDragEvent(Drag(scene))
    assert told.args[0] == key
    assert told.args[1:] == pytest.approx(expected, abs=0.02)
    with qtbot.waitSignal(view.released):
        handle.mouseDragEvent(Drag(scene, True))


def test_a_handle_outlives_a_picture_with_other_items(view):
    view.show_plate(single(EVERYTHING))
    handle = view.cells[0]._handles["grip"]
    others = (Label(1, 1, "x"), Handle("grip", 2.0, 2.0))
    view.show_plate(single(Axes(others, (0.0, 4.0), (0.0, 4.0))))
    assert view.cells[0]._handles == {"grip": handle}
    assert handle.pos() == QPointF(2.0, 2.0)


def test_a_click_on_a_box_and_on_a_row_says_its_key(view, qtbot):
    table = Table(
        ("name", "value"), (("a", "1"), ("b", "2")), ("text", "danger"), "T", 1, ("a", "b")
    )
    view.show_plate(single(EVERYTHING, table))
    box = next(d for kind, d in view.cells[0]._drawers if kind is Box).box
    with qtbot.waitSignal(view.clicked) as told:
        box.clicked.emit("pressed")
    assert told.args == ["pressed"]
    grid = view.cells[1].grid
    with qtbot.waitSignal(view.clicked) as told:
        place = grid.visualItemRect(grid.item(2, 0)).center()
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["b"]
    assert [grid.item(2, c).text() for c in (0, 1)] == ["b", "2"]


def test_a_note_stands_over_what_is_not_there_yet(view):
    view.show_plate(single(Axes((), (0.0, 1.0), (0.0, 1.0), note="computing…")))
    assert view.cells[0].note.isVisible()
    view.show_plate(single(Axes((), (0.0, 1.0), (0.0, 1.0))))
    assert not view.cells[0].note.isVisible()


def test_grounds_go_from_role_to_role():
    palette = PALETTES["dark"]
    colours = ground_colours(("generated", "panel", "data"), palette)
    middle = "#{:02x}{:02x}{:02x}".format(*colours[127][:3])
    assert colours.shape == (256, 4)
    assert abs(int(middle[1:3], 16) - int(palette.panel[1:3], 16)) < 4


def test_arrows_too_short_to_see_have_no_head():
    long = arrow_path(np.array([[0.0, 30.0]]), np.array([[0.0, 0.0]]), 5.0)
    assert long.boundingRect().right() == 30.0
    assert long.elementCount() == 6
    assert arrow_path(np.array([[0.0, 0.2]]), np.array([[0.0, 0.0]]), 5.0).isEmpty()


def test_subscripts_are_set_low():
    assert rich("p_g < 1") == "p<sub>g</sub> &lt; 1"
    assert rich("‖∇_θ‖") == "‖∇<sub>θ</sub>‖"
    assert rich("KL(p_g‖m)") == "KL(p<sub>g</sub>&nbsp;‖&nbsp;m)"
    assert rich("4\u202f000") == "4&nbsp;000"
