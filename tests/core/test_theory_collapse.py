"""Modes held and D's rise: against surfaces known in closed form."""

import numpy as np
from numpy.testing import assert_allclose

from ganlab_gui.core.theory.collapse import Visit, at, last_lap, mode_shares, uphill, visits

BOX = (-2.0, 2.0, -1.0, 1.0)
X, Y = np.meshgrid(np.linspace(-2, 2, 81), np.linspace(-1, 1, 41))


def test_shares_count_the_nearest_centres():
    centres = np.array([[-1.0, 0.0], [1.0, 0.0], [0.0, 5.0]])
    samples = np.array([[[-1, 0.2], [-3, 0], [0.4, 0], [1, 1]], [[0, 9], [0, 4], [0, 5], [1, 5]]])
    assert_allclose(mode_shares(samples, centres), [[0.5, 0.5, 0], [0, 0, 1]])


def test_visits_part_the_run_where_the_mode_changes():
    shares = np.eye(3)[[0, 0, 2, 2, 2, 1, 0]]
    found = visits(shares)
    assert found == [Visit(0, 0, 1), Visit(2, 2, 4), Visit(1, 5, 5), Visit(0, 6, 6)]
    assert visits(np.zeros((0, 3))) == []


def test_values_of_a_bilinear_surface_are_exact_and_held_at_the_edge():
    points = np.random.default_rng(0).uniform((-2, -1), (2, 1), (50, 2))
    wanted = 3 + points[:, 0] - 2 * points[:, 1] + points[:, 0] * points[:, 1]
    assert_allclose(at(3 + X - 2 * Y + X * Y, BOX, points), wanted, atol=1e-12)
    assert_allclose(at(X, BOX, np.array([[7.0, 0.0]])), 2.0)


def test_uphill_is_the_gradient():
    points = np.random.default_rng(1).uniform((-1.8, -0.8), (1.8, 0.8), (50, 2))
    x, y = points.T
    wanted = np.stack([np.cos(x) * np.cos(y), -np.sin(x) * np.sin(y)], 1)
    assert_allclose(uphill(np.sin(X) * np.cos(Y), BOX, points), wanted, atol=3e-3)


def test_the_last_lap_counts_back_to_where_it_was_once_round():
    ring = np.eye(8)
    steady = np.repeat(np.arange(20) % 8, 3)
    # The last of the pictures that are eight modes back is three before the end's first one.
    assert last_lap(ring[steady]) == 24
    assert last_lap(ring[steady[::-1]]) == 24
    assert last_lap(ring[steady[:15]]) is None
    to_and_fro = np.array([0, 1, 2, 3, 2, 1, 0, 1, 2, 3])
    assert last_lap(ring[to_and_fro]) is None
