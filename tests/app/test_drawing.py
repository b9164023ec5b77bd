"""Drawing a density by hand."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from ganlab_gui.app.canvas import picture, ticks
from ganlab_gui.app.drawing import DrawDialog
from ganlab_gui.experiment.data import Stroke
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.raster import rasterise
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import PALETTES

DOT = Stroke(points=((1.0, 1.0),))


@pytest.fixture
def dialog(qtbot) -> DrawDialog:
    dialog = DrawDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def paint(qtbot, dialog: DrawDialog, *points: tuple[float, float]) -> None:
    canvas = dialog.canvas
    places = [canvas.position(point).toPoint() for point in points]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(canvas, place)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])


def test_the_mouse_paints_a_stroke(dialog, qtbot):
    paint(qtbot, dialog, (-1, 0), (1, 2))
    (stroke,) = dialog.strokes()
    np.testing.assert_allclose(stroke.points, [(-1, 0), (1, 2)], atol=0.03)
    assert (stroke.size, stroke.softness, stroke.erase) == (0.4, 0.5, False)


@pytest.mark.parametrize("erase", [False, True])
def test_what_grows_is_what_will_be(dialog, erase):
    """The picture while painting, made piece by piece, is that of the whole stroke."""
    canvas = dialog.canvas
    dialog.set_strokes([Stroke(points=((-2.0, 0.0), (2.0, 0.0)), size=1.0)])
    canvas.brush.size, canvas.brush.erase = 0.7, erase
    angles = np.linspace(0, 5, 60)
    path = [(float(np.cos(a)), float(np.sin(2 * a))) for a in angles]
    canvas.press(path[0])
    for point in path[1:]:
        canvas.draw_to(point, down=True)
    live = canvas.density().copy()
    canvas.release()
    np.testing.assert_allclose(live, rasterise(dialog.strokes(), 3.0), atol=1e-12)
    np.testing.assert_allclose(canvas.density(), live, atol=1e-12)


def test_undo_and_redo(dialog, qtbot):
    paint(qtbot, dialog, (0, 0))
    paint(qtbot, dialog, (1, 1))
    both = dialog.strokes()
    dialog.undo_.click()
    assert dialog.strokes() == both[:1]
    np.testing.assert_allclose(dialog.canvas.density(), rasterise(both[:1], 3.0))
    dialog.undo_.click()
    assert dialog.strokes() == ()
    assert not dialog.undo_.isEnabled()
    dialog.redo_.click()
    dialog.redo_.click()
    assert dialog.strokes() == both
    np.testing.assert_allclose(dialog.canvas.density(), rasterise(both, 3.0))


def test_undo_by_shortcut(dialog, qtbot):
    dialog.canvas.setFocus()
    paint(qtbot, dialog, (0, 0))
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.strokes() == ()


def test_clear_can_be_undone(dialog):
    dialog.set_strokes([DOT])
    assert not dialog.undo_.isEnabled()
    dialog.clear_.click()
    assert dialog.strokes() == ()
    assert dialog.canvas.density().sum() == 0
    dialog.undo_.click()
    assert dialog.strokes() == (DOT,)


def test_an_empty_drawing_is_not_accepted(dialog):
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.message.text().endswith(".")
    dialog.set_strokes([DOT, DOT.model_copy(update={"erase": True, "size": 2.0, "softness": 0.0})])
    dialog.accept()
    assert dialog.isVisible()
    dialog.set_strokes([DOT])
    assert dialog.message.text() == ""
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.result() == DrawDialog.DialogCode.Accepted


def test_the_keyboard_paints_too(dialog, qtbot):
    canvas = dialog.canvas
    canvas.setFocus()
    for _ in range(3):
        qtbot.keyPress(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    qtbot.keyPress(canvas, Qt.Key.Key_Up)
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    (stroke,) = dialog.strokes()
    np.testing.assert_allclose(stroke.points, [(0.9, 0.0), (0.9, 0.05)], atol=1e-9)


def test_brackets_turn_the_brush(dialog, qtbot):
    size = dialog.canvas.brush.size
    qtbot.keyPress(dialog.canvas, Qt.Key.Key_BracketRight)
    assert dialog.canvas.brush.size > size
    qtbot.keyPress(dialog.canvas, Qt.Key.Key_BracketLeft)
    assert dialog.canvas.brush.size == pytest.approx(size, rel=0.1)


def test_brush_and_eraser(dialog, qtbot):
    dialog.size_.setValue(1.0)
    dialog.softness.setValue(0.0)
    dialog.eraser.click()
    paint(qtbot, dialog, (0, 0))
    (stroke,) = dialog.strokes()
    assert (stroke.size, stroke.softness, stroke.erase) == (1.0, 0.0, True)


@pytest.mark.parametrize("size", [0.0, -1.0, 7.0])
def test_a_brush_out_of_range_is_refused(dialog, size):
    dialog.size_.setValue(size)
    assert dialog.canvas.brush.size == 0.4
    assert dialog.size_.value() == 0.4
    assert dialog.size_.box.toolTip().endswith(".")


def test_the_brush_stays_on_the_canvas(dialog, qtbot):
    for _ in range(20):
        qtbot.keyPress(dialog.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.canvas.place[0] == -3.0


def test_position_and_point_are_inverse(dialog):
    canvas = dialog.canvas
    for point in ((0.0, 0.0), (-3.0, 3.0), (1.25, -2.5)):
        assert canvas._point(canvas.position(point)) == pytest.approx(point, abs=1e-9)


def test_the_strokes_are_data(dialog):
    dialog.set_strokes([DOT])
    strokes = [stroke.model_dump(mode="json") for stroke in dialog.strokes()]
    experiment = with_values(Experiment(), {"data.name": "drawn", "data.strokes": strokes})
    assert experiment.data.strokes == (DOT,)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_picture_has_y_upwards_and_the_panels_colour_where_nothing_is(palette):
    density = np.zeros((4, 4))
    density[3, 0] = 1e6
    image = picture(density, palette)
    assert image.pixelColor(3, 3).name() == palette.panel
    assert image.pixelColor(0, 0).lightnessF() == pytest.approx(
        0.91 if palette.dark else 0.11, abs=0.03
    )


@pytest.mark.parametrize(
    ("extent", "step", "count"), [(3, 1, 7), (1, 0.2, 11), (10, 2, 11), (4.5, 1, 9)]
)
def test_ticks_are_round(extent, step, count):
    assert len(ticks(extent)) == count
    assert 0.0 in ticks(extent)
    assert ticks(extent)[-1] - ticks(extent)[-2] == pytest.approx(step)
    assert max(ticks(extent)) <= extent
