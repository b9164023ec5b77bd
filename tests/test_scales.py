"""Scales of D: where their ends and their middle lie, under every reading."""

import math

import numpy as np
import pytest

from ganlab_gui.experiment.objectives import THRESHOLDS, Reading
from ganlab_gui.scales import FARTHEST, bend, ends, middle, shares, steps_away, unbend, usual

SCORE = Reading("score", 0.5)
ENERGY = Reading("energy", None)
WITNESS = Reading("witness", 0.0, optimum=False)


@pytest.mark.parametrize("divergence", THRESHOLDS)
def test_a_bounds_scale_is_logarithmic_to_both_sides_of_its_threshold(divergence):
    reading = Reading("bound", THRESHOLDS[divergence])
    t = reading.threshold
    away = np.array([-math.expm1(2.0), -math.expm1(1.0), 0.0, math.expm1(1.0)])
    np.testing.assert_allclose(bend(reading, t + away), [-2, -1, 0, 1], atol=1e-5)
    for value in (-7.0, t, 3.5):
        assert unbend(reading, float(bend(reading, value))) == pytest.approx(value, abs=1e-5)
    found = shares(reading, t - math.expm1(2), t + math.expm1(1), np.float32(t + away))
    np.testing.assert_allclose(found, [0, 0.25, 0.5, 1], atol=1e-5)


def test_a_score_is_even_on_each_side_of_its_threshold():
    low, high = ends(SCORE, -3.5, 1.5)
    assert (low, high) == (-3.5, 1.5)
    at = np.array([-9, -3.5, -1.5, 0.5, 1.0, 1.5, 9], np.float32)
    np.testing.assert_allclose(shares(SCORE, low, high, at), [0, 0, 0.25, 0.5, 0.75, 1, 1])


def test_neither_side_of_a_threshold_vanishes_and_a_witness_is_symmetric():
    assert ends(SCORE, -9.5, 0.5) == pytest.approx((-9.5, 1.5))
    assert ends(WITNESS, -0.01, 0.3) == pytest.approx((-0.3, 0.3))
    assert ends(Reading(), -0.1, 1.2) == (0.0, 1.0)
    assert ends(ENERGY, -4.0, 0.5) == (-4.0, 0.0)
    for reading, value in ((Reading(), 1.0), (Reading(), 0.0), (ENERGY, 0.0)):
        low, high = ends(reading, value, value)
        assert low < high, "D says the same everywhere"
    assert ends(Reading("critic", None), -4.0, 0.5) == (-4.0, 0.5)


def test_what_lies_far_out_does_not_spread_the_scale():
    values = np.append(np.linspace(-1, 1, 1_000), [1e6, -1e6, np.nan]).astype(np.float32)
    low, high = usual(SCORE, values)
    assert -8 < low < -1
    assert 1 < high < 8
    low, high = usual(Reading("bound", -1.0), values)
    assert (low, high) == (-1 - FARTHEST, -1 + FARTHEST)
    energies = -np.linspace(0, 100, 401).astype(np.float32)
    assert usual(ENERGY, energies) == pytest.approx((-75.0, 0.0))
    assert usual(SCORE, np.full(4, np.nan, np.float32)) == (0.0, 1.0)
    assert usual(SCORE, np.full(4, 2.0, np.float32)) == (2.0, 2.0)


def test_contours_of_a_bound_stand_at_round_distances():
    found = steps_away(Reading("bound", 1.0), -5.0, 3.0)
    np.testing.assert_allclose(found, [-2.0, 0.0, 0.7, 1.3, 2.0])


def test_the_middle_is_named():
    assert middle(Reading()) == "½"
    assert middle(Reading(threshold=0.2)) == "0.2"
    assert middle(Reading("bound", THRESHOLDS["gan"])) == "−0.69"
    assert middle(WITNESS) == "0"
    assert middle(ENERGY) == ""
