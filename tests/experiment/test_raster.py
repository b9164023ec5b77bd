"""From strokes to a density: shape, place, softness, eraser."""

from itertools import pairwise

import numpy as np
import pytest

from ganlab_gui.experiment.data import Stroke
from ganlab_gui.experiment.raster import CELLS, apply_stroke, rasterise

CENTRES = (np.arange(CELLS) + 0.5) / CELLS * 6 - 3
X, Y = np.meshgrid(CENTRES, CENTRES)


def distance_to_path(points):
    """Distance of every cell to the polyline through ``points``, by small steps along it."""
    walk = np.concatenate([np.linspace(a, b, 400) for a, b in pairwise(points)])
    return np.sqrt(np.min([(X - x) ** 2 + (Y - y) ** 2 for x, y in walk], axis=0))


def test_no_stroke_leaves_nothing():
    assert rasterise((), 3.0).shape == (CELLS, CELLS)
    assert not rasterise((), 3.0).any()


def test_a_hard_dot_is_a_disc_at_its_place():
    density = rasterise([Stroke(points=((1.0, -2.0),), size=1.0, softness=0)], 3.0)
    assert set(np.unique(density)) == {0, 1}
    assert density.sum() * (6 / CELLS) ** 2 == pytest.approx(np.pi / 4, rel=0.02)
    assert (density * X).sum() / density.sum() == pytest.approx(1, abs=1e-9)
    assert (density * Y).sum() / density.sum() == pytest.approx(-2, abs=1e-9)


@pytest.mark.parametrize("softness", [0.0, 0.3, 1.0])
def test_a_stroke_falls_off_smoothly_with_the_distance_from_its_path(softness):
    points = np.array([[-2.0, -1.0], [0.5, 1.0], [0.5, 1.0], [2.0, -0.5]])
    density = rasterise([Stroke(points=points, size=0.8, softness=softness)], 3.0)
    depth = 1 - distance_to_path(points) / 0.4
    if softness == 0:
        agrees = (density > 0) == (depth > 0)
        assert agrees[np.abs(depth) > 1e-3].all()
        return
    rise = np.clip(depth / softness, 0, 1)
    np.testing.assert_allclose(density, 3 * rise**2 - 2 * rise**3, atol=2e-3)


def test_painting_twice_is_twice_as_likely_and_the_eraser_clears_its_core():
    line = Stroke(points=((-1, 0), (1, 0)), size=0.6)
    rubber = Stroke(points=((0, 0),), size=1.0, softness=0, erase=True)
    twice = rasterise([line, line], 3.0)
    np.testing.assert_allclose(twice, 2 * rasterise([line], 3.0))
    erased = rasterise([line, line, rubber], 3.0)
    gone = X**2 + Y**2 < 0.25
    assert not erased[gone].any()
    np.testing.assert_array_equal(erased[~gone], twice[~gone])
    assert not rasterise([rubber], 3.0).any()


def test_strokes_added_one_by_one_give_the_same_picture():
    strokes = [Stroke(points=((x, 0), (0, x)), erase=x == 2) for x in (1, 2, 3)]
    density = np.zeros((CELLS, CELLS))
    for stroke in strokes:
        apply_stroke(density, stroke, 3.0)
    np.testing.assert_array_equal(density, rasterise(strokes, 3.0))
    assert (density >= 0).all()


def test_a_hair_leaves_a_trace_and_what_is_outside_leaves_none():
    hair = rasterise([Stroke(points=((-2, -1.37), (2, 1.61)), size=1e-6, softness=0)], 3.0)
    assert (hair.sum(axis=0) > 0).sum() >= CELLS * 4 / 6 - 1
    assert not rasterise([Stroke(points=((50, 50), (60, 50)))], 3.0).any()
    crossing = rasterise([Stroke(points=((-50, 0), (50, 0)), size=0.5)], 3.0)
    assert (crossing[CELLS // 2] > 0).all()
