"""Optimal pairs between two point sets, and the potentials that prove them."""

import numpy as np
import pytest
from scipy.optimize import linprog

from ganlab_gui.core.measures import wasserstein1
from ganlab_gui.core.theory.assignment import (
    POINT_SETS,
    assign,
    crossings,
    distances,
    mean_cost,
)


def two(p: str, q: str, n: int, seed: int = 0):
    random = np.random.default_rng(seed)
    return POINT_SETS[p](n, random), POINT_SETS[q](n, random) + np.array([1.0, 0.4])


@pytest.mark.parametrize(("p", "q"), [("gaussian", "ring"), ("grid", "moons"), ("moons", "moons")])
@pytest.mark.parametrize("n", [2, 60])
def test_no_potentials_earn_more_and_no_pairing_costs_less(p: str, q: str, n: int):
    found = assign(*two(p, q, n))
    assert found.primal == pytest.approx(wasserstein1(found.x, found.y), abs=1e-12)
    assert found.dual == pytest.approx(found.primal, abs=1e-12)
    assert found.violation < 1e-12
    assert sorted(found.to) == list(range(n))
    assert crossings(found.x, found.y[found.to]) == 0
    for seed in range(20):
        order = np.random.default_rng(seed).permutation(n)
        assert mean_cost(found.x, found.y[order]) >= found.primal


def test_the_dual_program_has_the_same_value():
    found = assign(*two("gaussian", "ring", 20))
    n = 20
    rows = np.hstack([np.repeat(np.eye(n), n, 0), np.tile(np.eye(n), (n, 1))])
    bounds = distances(found.x, found.y).ravel()
    best = linprog(-np.ones(2 * n), A_ub=rows, b_ub=bounds, bounds=(None, None), method="highs")
    assert -best.fun / n == pytest.approx(found.dual, abs=1e-9)


def test_the_potential_is_a_critic():
    found = assign(*two("moons", "grid", 50))
    assert found.potential(found.x) == pytest.approx(found.u, abs=1e-12)
    assert found.potential(found.y) == pytest.approx(-found.v, abs=1e-12)
    points = np.random.default_rng(1).uniform(-3, 3, (40, 10, 2))
    flat, values = points.reshape(-1, 2), found.potential(points).ravel()
    assert found.potential(points).shape == (40, 10)
    steep = np.abs(values[:, None] - values) - distances(flat, flat)
    assert steep.max() < 1e-12


def test_a_shift_costs_its_length():
    x = POINT_SETS["grid"](40, np.random.default_rng(3))
    assert assign(x, x + np.array([3.0, 4.0])).primal == pytest.approx(5.0)


def test_crossing_lines_are_counted():
    x = np.array([[0.0, 0.0], [0.0, 1.0], [0.0, 2.0]])
    y = x + np.array([1.0, 0.0])
    assert crossings(x, y) == 0
    assert crossings(x, y[::-1]) == 3
    assert crossings(x[:2], y[:2][::-1]) == 1


@pytest.mark.parametrize("name", POINT_SETS)
def test_point_sets_are_about_the_origin(name: str):
    points = POINT_SETS[name](2000, np.random.default_rng(0))
    assert points.shape == (2000, 2)
    assert np.abs(points.mean(0)).max() < 0.1
    assert 0.4 < points.std() < 1.2
