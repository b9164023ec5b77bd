"""Fréchet distance and MMD² between samples."""

from math import exp, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import sqrtm

from ganlab_gui.core.measures import frechet, median_bandwidth, mmd2


def test_frechet_on_the_line_is_the_gap_of_means_and_stds():
    x, y = np.array([-1.0, 0.0, 1.0]), np.array([1.0, 3.0, 5.0])
    assert frechet(x, y) == pytest.approx(3.0**2 + (2.0 - 1.0) ** 2)


@pytest.mark.parametrize("dim", [1, 2, 5])
def test_frechet_against_the_matrix_square_root(dim: int):
    rng = np.random.default_rng(dim)
    x = rng.standard_normal((60, dim)) @ rng.standard_normal((dim, dim))
    y = rng.standard_normal((40, dim)) @ rng.standard_normal((dim, dim)) + 1.0
    s, t = (np.atleast_2d(np.cov(a.T)) for a in (x, y))
    gap = x.mean(0) - y.mean(0)
    expected = gap @ gap + np.trace(s + t - 2 * np.real(sqrtm(s @ t)))
    assert frechet(x, y) == pytest.approx(expected, rel=1e-9)


def test_frechet_of_singular_covariances():
    line = np.linspace(-1, 1, 11)
    along_x, along_y = np.zeros((2, 11, 2))
    along_x[:, 0], along_y[:, 1] = line, line
    assert frechet(along_x, along_y) == pytest.approx(2 * line.var(ddof=1))
    assert frechet(along_x, along_x) == pytest.approx(0.0, abs=1e-14)
    point = np.ones((5, 2))
    assert frechet(point, along_x) == pytest.approx(2.0 + line.var(ddof=1))
    assert frechet([[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]], [[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]]) < 1e-14


def test_mmd2_of_two_points_each():
    x, y = [0.0, 1.0], [0.0, 2.0]

    def k(distance: float) -> float:
        return exp(-(distance**2) / (2 * 0.5**2))

    expected = k(1) + k(2) - 2 * (k(0) + k(2) + k(1) + k(1)) / 4
    assert mmd2(x, y, 0.5) == pytest.approx(expected, abs=1e-14)


def test_mmd2_against_the_double_loop_across_blocks():
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((700, 2)) + 40.0, rng.standard_normal((530, 2)) * 1.3 + 40.0

    def kernel(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.exp(-np.sum((a[:, None] - b[None]) ** 2, axis=-1) / (2 * 0.7**2))

    kxx, kyy = kernel(x, x), kernel(y, y)
    off_x, off_y = kxx[~np.eye(700, dtype=bool)], kyy[~np.eye(530, dtype=bool)]
    expected = off_x.mean() + off_y.mean() - 2 * kernel(x, y).mean()
    assert mmd2(x, y, 0.7) == pytest.approx(expected, abs=1e-12)


def test_mmd2_is_unbiased():
    """Between N(0,1) and N(μ,1): E k = h/√(h²+2)·exp(−μ²/(2(h²+2)))."""
    rng = np.random.default_rng(5)
    h, mu = 0.8, 1.0
    peak, spread = h / sqrt(h**2 + 2), h**2 + 2
    for shift, expected in ((0.0, 0.0), (mu, 2 * peak * (1 - exp(-(mu**2) / (2 * spread))))):
        values = [
            mmd2(rng.standard_normal(20), rng.standard_normal(20) + shift, h) for _ in range(600)
        ]
        assert np.mean(values) == pytest.approx(expected, abs=4 * np.std(values) / sqrt(600))


@settings(deadline=None)
@given(st.integers(0, 10**6))
def test_order_does_not_matter(seed: int):
    rng = np.random.default_rng(seed)
    x, y = rng.standard_normal((2, 9, 2))
    shuffled = rng.permutation(x)
    assert frechet(shuffled, y) == pytest.approx(frechet(x, y), abs=1e-10)
    assert mmd2(shuffled, y, 1.0) == pytest.approx(mmd2(x, y, 1.0), abs=1e-12)


def test_median_bandwidth():
    assert median_bandwidth([0.0, 1.0, 3.0]) == 2.0
    assert median_bandwidth([4.0, 4.0, 4.0]) == 1.0
    assert median_bandwidth([4.0]) == 1.0
    x = np.random.default_rng(0).standard_normal(5000)
    # |x − x′| ~ √2|N(0,1)|, whose median is √2·0.6745.
    assert median_bandwidth(x) == pytest.approx(0.9539, rel=0.05)


def test_what_cannot_be_measured():
    x = np.zeros((3, 2))
    broken = np.full((3, 2), np.inf)
    assert np.isnan(frechet(x, broken))
    assert np.isnan(mmd2(broken, x, 1.0))
    with pytest.raises(ValueError, match="at least 2"):
        frechet(x[:1], x)
    with pytest.raises(ValueError, match="bandwidth"):
        mmd2(x, x, 0.0)
