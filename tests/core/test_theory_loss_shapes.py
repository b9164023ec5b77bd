"""G's losses on one sample: hand values, and slopes against differences."""

import math

import numpy as np
import pytest
from scipy.special import expit, logit

from ganlab_gui.core.theory.loss_shapes import LOSS_SHAPES, slope_in_d


def test_values_at_an_undecided_d():
    zero = np.zeros(1)
    values = {name: float(shape.loss(zero)[0]) for name, shape in LOSS_SHAPES.items()}
    ln2 = math.log(2)
    expected = {"minimax": -ln2, "non-saturating": ln2, "least-squares": 0.5, "hinge": 0.0}
    assert values == pytest.approx(expected)


@pytest.mark.parametrize("name", LOSS_SHAPES)
def test_slopes_are_the_derivatives(name):
    shape, s, h = LOSS_SHAPES[name], np.linspace(-9, 9, 73), 1e-5
    assert shape.slope(s) == pytest.approx((shape.loss(s + h) - shape.loss(s - h)) / (2 * h))


@pytest.mark.parametrize("name", LOSS_SHAPES)
def test_slopes_in_d_are_the_derivatives_in_d(name):
    d, h = np.linspace(0.02, 0.98, 49), 1e-7
    loss = LOSS_SHAPES[name].loss
    numeric = (loss(logit(d + h)) - loss(logit(d - h))) / (2 * h)
    assert slope_in_d(name, logit(d)) == pytest.approx(numeric, rel=1e-5, abs=1e-5)


def test_only_the_minimax_loss_loses_its_slope_where_d_is_sure_of_a_fake():
    s = np.array([-12.0])
    flat = {name: abs(float(shape.slope(s)[0])) for name, shape in LOSS_SHAPES.items()}
    assert flat["minimax"] == pytest.approx(float(expit(-12.0)), rel=1e-12)
    assert min(flat[name] for name in flat if name != "minimax") > 0.99
