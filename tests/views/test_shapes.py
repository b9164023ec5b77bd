"""Arrows, meshes, contours and held ranges against values worked out by hand."""

import math

import numpy as np
import pytest

from ganlab_gui.views.plotting import HeldRange, blend
from ganlab_gui.views.shapes import ArrowScale, arrows, circles, contours, levels, mesh_lines


def test_an_arrow_goes_from_its_point_along_the_pull():
    ends = arrows(np.array([[1.0, 2.0]], np.float32), np.array([[0.3, 0.4]], np.float32), 2.0, 9.0)
    assert ends.shape == (6, 2)
    np.testing.assert_allclose(ends[:2], [[1, 2], [1.6, 2.8]], rtol=1e-6)
    np.testing.assert_allclose(ends[[2, 4]], [[1.6, 2.8]] * 2, rtol=1e-6)
    sides = np.hypot(*(ends[[3, 5]] - ends[1]).T)
    np.testing.assert_allclose(sides, 0.22 * 1.0, rtol=1e-5)  # the arrow is 1 long
    middle = ends[[3, 5]].mean(0) - ends[1]
    assert middle @ np.array([0.6, 0.8]) == pytest.approx(0.22 * math.cos(math.radians(155)))


def test_no_arrow_is_longer_than_allowed():
    tails = np.zeros((3, 2), np.float32)
    pull = np.array([[10, 0], [0, 1], [0, 0]], np.float32)
    ends = arrows(tails, pull, 1.0, 2.0).reshape(3, 6, 2)
    np.testing.assert_allclose(ends[:, 1], [[2, 0], [0, 1], [0, 0]], atol=1e-6)


def test_arrow_scale_starts_at_the_usual_gradient_and_follows_slowly():
    scale = ArrowScale()
    pull = np.full((50, 2), [0.3, 0.4], np.float32)
    assert scale.update(pull, 1.0) == pytest.approx(2.0)
    first = scale.update(pull * 1e-4, 1.0)
    assert first == pytest.approx(2.0 * 1e4**ArrowScale.FOLLOW)
    for _ in range(200):
        last = scale.update(pull * 1e-4, 1.0)
    assert last == pytest.approx(2e4, rel=1e-3)
    assert ArrowScale().update(np.zeros((5, 2), np.float32), 1.0) == 0.0


def test_mesh_lines_hold_rows_then_columns_with_gaps():
    mesh = np.arange(12, dtype=np.float32).reshape(2, 3, 2)
    lines = mesh_lines(mesh)
    assert lines.shape == (2 * 2 * 3 + 2 + 3, 2)
    assert np.isnan(lines).all(1).sum() == 5
    np.testing.assert_array_equal(lines[:3], mesh[0])
    np.testing.assert_array_equal(lines[8:10], mesh[:, 0])


def test_circles_reach_as_far_as_their_radius():
    path = circles(np.array([[0.0, 0.0], [5.0, 1.0]]), np.array([1.0, 0.5]))
    bounds = path.boundingRect()
    assert (bounds.left(), bounds.right()) == pytest.approx((-1.0, 5.5))
    assert (bounds.top(), bounds.bottom()) == pytest.approx((-1.0, 1.5))


@pytest.mark.parametrize(
    ("low", "high", "first", "step"), [(0.0, 1.0, 0.2, 0.2), (-6.0, 6.0, -4.0, 2.0)]
)
def test_levels_are_round_and_inside(low, high, first, step):
    found = levels(low, high)
    assert found[0] == pytest.approx(first)
    np.testing.assert_allclose(np.diff(found), step)
    assert found[-1] < high


def test_contours_of_a_bowl_are_circles():
    xs = np.linspace(-2, 2, 81, dtype=np.float32)
    x, y = np.meshgrid(xs, xs)
    lines = contours(xs, xs, x**2 + y**2, np.array([1.0]))
    radius = np.hypot(*lines[~np.isnan(lines[:, 0])].T)
    np.testing.assert_allclose(radius, 1.0, atol=2e-3)
    assert len(contours(xs, xs, x, np.array([9.0]))) == 0


def test_a_range_grows_at_once_and_shrinks_slowly():
    held = HeldRange()
    assert held.empty
    held.update(np.array([0.36, 0.64]))
    assert (held.low, held.high) == pytest.approx((0.36, 0.64))
    assert held.update(np.array([0.1, 0.9]))
    assert held.low <= 0.1
    assert held.high >= 0.9
    assert not held.update(np.array([0.2, 0.8]))  # small changes move nothing
    before = held.high - held.low
    held.update(np.array([0.5, 0.51]))
    assert held.high - held.low > 0.8 * before
    for _ in range(500):
        held.update(np.array([0.5, 0.51]))
    assert 0.5 - held.low < 0.05
    assert held.high - 0.51 < 0.05


def test_a_range_ignores_what_is_not_finite_and_keeps_its_floor():
    held = HeldRange(floor=0.0)
    held.update(np.array([0.5, np.nan, 2.0, np.inf]))
    assert (held.low, held.high) == pytest.approx((0.0, 2.0))
    assert not held.update(np.array([np.nan]))
    assert (held.low, held.high) == pytest.approx((0.0, 2.0))


def test_a_constant_has_a_range_all_the_same():
    held = HeldRange(least=1e-3)
    held.update(np.full(9, 0.5))
    assert held.low <= 0.5 < held.high


def test_blend_meets_both_colours():
    assert blend("#000000", "#ff8000", 0.0).name() == "#000000"
    assert blend("#000000", "#ff8000", 1.0).name() == "#ff8000"
    assert blend("#000000", "#646464", 0.5).name() == "#323232"
