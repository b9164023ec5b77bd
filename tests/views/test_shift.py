"""JS versus Wasserstein: what is written agrees with the closed forms."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from ganlab_gui.core.theory.shift import SHIFTS
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.shift import REACH, ShiftView, figure, signed


@pytest.fixture
def view(qtbot):
    made = ShiftView()
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.set_theme(PALETTES["dark"], 1.0)
    made.show()
    return made


def test_disjoint_uniforms_js_is_flat_and_w1_pulls(view):
    view.set_family("uniforms")
    view.set_theta(1.5)
    assert view.at("js") == (pytest.approx(math.log(2)), 0.0)
    assert view.at("w1") == (1.5, 1.0)
    assert (
        view.takeaway_text() == "JS is flat here: its gradient is 0. W₁ still pulls with slope 1."
    )
    assert "KL = ∞" in view.table.text()
    assert view.infinite.isVisible()


def test_slider_stands_at_theta_and_under_its_line(view, qtbot):
    assert view.slider.value() == 120
    box = view.graph.getPlotItem().getViewBox()
    for theta in (-3.0, 1.2, 3.0):
        view.set_theta(theta)
        line = view.graph.mapFromScene(box.mapViewToScene(QPointF(theta, 0.0))).x()
        option = QStyleOptionSlider()
        view.slider.initStyleOption(option)
        thumb = view.slider.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, view.slider
        )
        assert view.slider.x() + thumb.center().x() == pytest.approx(line, abs=3)


def test_infinite_kl_is_said_beside_zero_where_it_is_zero(view):
    view.set_family("uniforms")
    assert view.infinite.toPlainText() == "KL = ∞ for θ ≠ 0"
    assert view.infinite.pos().x() * view.theta < 0
    assert [tuple(p) for p in np.transpose(view.jumps.getData())] == [(0.0, 0.0)]


def test_takeaway_changes_with_theta(view):
    view.set_family("gaussians")
    said = set()
    for theta in (0.0, 1.0, -1.0):
        view.set_theta(theta)
        said.add(view.takeaway.text())
    assert len(said) == 3
    view.set_theta(-1.0)
    assert "slope −1" in view.takeaway_text()
    assert not view.infinite.isVisible()


def test_kink_at_equal_uniforms(view):
    view.set_family("uniforms")
    view.set_theta(1.0)
    assert "kink" in view.takeaway_text()
    view.set_theta(0.0)
    assert view.takeaway_text() == "The two are equal: every distance is 0."


@pytest.mark.parametrize("family", list(SHIFTS))
def test_curves_are_the_closed_forms(view, family):
    view.set_family(family)
    for key, line in view.lines.items():
        thetas, values = line.getOriginalDataset()
        expected = getattr(SHIFTS[family], key)(thetas)
        shown = np.isfinite(values)
        np.testing.assert_array_equal(values[shown], expected[shown])
        assert shown.sum() >= len(thetas) - 1 or (key == "kl" and math.isinf(expected[0]))


def test_jumps_are_drawn_as_open_and_full_circles(view):
    view.set_family("segments")
    places = sorted(float(y) for y in view.jumps.getData()[1])
    assert places == pytest.approx([0.0, math.log(2), 1.0])
    view.set_family("gaussians")
    assert len(view.jumps.getData()[0]) == 0


def test_slider_and_drag_move_the_same_theta(view):
    view.slider.setValue(70)
    assert view.theta == pytest.approx(0.7)
    view.pair.getPlotItem().getViewBox().carried.emit(0.5)
    assert view.theta == pytest.approx(1.2)
    assert view.slider.value() == 120
    assert view.here.value() == pytest.approx(1.2)
    view.carry(100.0)
    assert view.theta == REACH


def test_chips_choose_the_family(view, qtbot):
    qtbot.mouseClick(view.chips["segments"], Qt.MouseButton.LeftButton)
    assert view.family == "segments"
    assert not view.chips["uniforms"].isChecked()
    assert SHIFTS["segments"].formula.split(":")[0] in view.formula.text()


def test_header_and_options(view, qtbot):
    with qtbot.waitSignal(view.header_changed) as caught:
        view.set_options({"family": "gaussians", "theta": -2.0})
    view.set_theta(-2.0)
    assert "W₁" in caught.args[0]
    assert view.options() == {"family": "gaussians", "theta": -2.0}


@pytest.mark.parametrize("size", [(370, 260), (760, 600)])
@pytest.mark.parametrize("theme", list(PALETTES))
def test_every_size_and_theme_paints(view, size, theme):
    view.resize(*size)
    view.set_theme(PALETTES[theme], 1.0)
    for family in SHIFTS:
        view.set_family(family)
        assert not view.grab().isNull()


def test_numbers_are_written_with_a_true_minus():
    assert signed(-0.25, 2) == "−0.25"
    assert signed(-0.0001, 2) == "0.00"
    assert signed(math.nan, 2) == "–"
    assert figure(math.inf) == "∞"
