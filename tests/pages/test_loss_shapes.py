"""The loss shapes page says the numbers of the theory, and a true sentence at every point."""

import numpy as np
import pytest
from scipy.special import expit

from ganlab_gui.core.theory.loss_shapes import LOSS_SHAPES, slope_in_d
from ganlab_gui.pages.loss_shapes import PAGE, LossShapesSettings
from ganlab_gui.pages.page import dragged
from ganlab_gui.pages.plate import Dots, Handle


def at(logit):
    return PAGE.plate(LossShapesSettings(logit=logit), {}, str)


def cells(plate):
    return [cell for row in plate.rows for cell in row.cells]


def number(says):
    return float(says.text.rsplit(" ", 1)[1].replace("−", "-"))


@pytest.mark.parametrize("logit", [-7.0, -1.0, 0.0, 0.4, 3.0])
def test_headers_say_loss_and_slope_at_the_point(logit):
    here = np.array(logit)
    tables = [
        *[[float(shape.loss(here)) for shape in LOSS_SHAPES.values()]] * 2,
        [float(slope_in_d(name, here)) for name in LOSS_SHAPES],
        [float(shape.slope(here)) for shape in LOSS_SHAPES.values()],
    ]
    for cell, expected in zip(cells(at(logit)), tables, strict=True):
        assert [number(says) for says in cell.says] == pytest.approx(expected, rel=5e-3, abs=6e-4)


def test_every_curve_in_the_picture_has_its_mark_at_the_point():
    for cell in cells(at(0.3)):
        marks = [item for item in cell.items if isinstance(item, Dots)]
        assert len(marks) == len(LOSS_SHAPES)
        assert len({mark.marker for mark in marks}) == len(LOSS_SHAPES)
        place = float(expit(0.3)) if cell.x_label == "D(G(z))" else 0.3
        assert [float(mark.x[0]) for mark in marks] == pytest.approx([place] * 4)


@pytest.mark.parametrize(
    ("logit", "said"),
    [(-4.0, "for a fake"), (0.0, "undecided"), (0.8, "for real"), (3.0, "pushes back")],
)
def test_the_sentence_is_true_where_the_point_is(logit, said):
    caption = at(logit).caption
    assert said in caption
    assert ("pushes back" in caption) == (LOSS_SHAPES["least-squares"].slope(np.array(logit)) > 0)
    if abs(logit) > 0.1:
        ratio = LOSS_SHAPES["non-saturating"].slope(np.array(logit)) / LOSS_SHAPES["minimax"].slope(
            np.array(logit)
        )
        assert f"{max(ratio, 1 / ratio):.3g} times as hard" in caption


def test_the_point_is_dragged_by_d_and_by_the_logit():
    settings = LossShapesSettings()
    for cell in cells(PAGE.plate(settings, {}, str)):
        (handle,) = (item for item in cell.items if isinstance(item, Handle))
        x = 0.75 if handle.key == "d" else float(np.log(3.0))
        moved = dragged(settings, PAGE.drag(settings, handle.key, x, 0.0))
        assert moved.logit == pytest.approx(np.log(3.0))
    assert dragged(settings, PAGE.drag(settings, "d", 1.5, 0.0)).logit == 8.0
