"""Wasserstein-1 between samples."""

from itertools import permutations
from math import pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import foldnorm, norm, wasserstein_distance

from ganlab_gui.core.measures import sliced_wasserstein1, wasserstein1, wasserstein1_kind

SHIFT = np.array([3.0, 4.0])

numbers = st.floats(-100, 100)
lines = st.integers(1, 12).flatmap(lambda n: arrays(float, n, elements=numbers))
planes = st.integers(1, 5).flatmap(
    lambda n: st.tuples(*(arrays(float, (n, 2), elements=numbers) for _ in range(2)))
)


def test_by_hand():
    assert wasserstein1([0.0, 1.0], [3.0, 1.0]) == pytest.approx(1.5)
    assert wasserstein1([0.0], [0.0, 1.0]) == pytest.approx(0.5)
    assert wasserstein1([0.0, 1.0, 2.0], [0.0, 2.0]) == pytest.approx(1 / 3)
    assert wasserstein1([[0.0, 0.0], [3.0, 4.0]], [[3.0, 4.0], [0.0, 1.0]]) == pytest.approx(0.5)


@pytest.mark.parametrize(("shift", "scale"), [(0.0, 2.0), (1.5, 1.0), (-0.5, 0.4)])
def test_gaussians(shift: float, scale: float):
    levels = norm.ppf((np.arange(20_000) + 0.5) / 20_000)
    gap = abs(scale - 1.0)
    expected = foldnorm.mean(abs(shift) / gap, scale=gap) if gap else abs(shift)
    assert wasserstein1(levels, shift + scale * levels) == pytest.approx(expected, rel=1e-4)


@settings(deadline=None)
@given(lines, lines)
def test_line_against_scipy(x: np.ndarray, y: np.ndarray):
    assert wasserstein1(x, y) == pytest.approx(wasserstein_distance(x, y), abs=1e-9)
    assert wasserstein1(x[:, None], y[:, None]) == wasserstein1(x, y)


@settings(deadline=None)
@given(planes)
def test_plane_against_all_permutations(pair: tuple[np.ndarray, np.ndarray]):
    x, y = pair
    cost = np.linalg.norm(x[:, None] - y[None], axis=-1)
    rows = np.arange(len(x))
    best = min(cost[rows, list(order)].mean() for order in permutations(range(len(x))))
    assert wasserstein1(x, y) == pytest.approx(best, abs=1e-9)
    assert sliced_wasserstein1(x, y) <= best + 1e-9


@settings(deadline=None)
@given(planes, st.floats(-50, 50), st.floats(0.1, 10), st.randoms(use_true_random=False))
def test_shift_scale_and_order(pair, shift: float, scale: float, random):
    x, y = pair
    order = list(range(len(x)))
    random.shuffle(order)
    for measure in (wasserstein1, sliced_wasserstein1):
        plain = measure(x, y)
        assert measure(x + shift, y + shift) == pytest.approx(plain, abs=1e-9)
        assert measure(scale * x, scale * y) == pytest.approx(scale * plain, rel=1e-9, abs=1e-9)
        assert measure(x[order], y) == pytest.approx(plain, abs=1e-9)


def test_sliced_reads_two_thirds_of_a_shift():
    x = np.random.default_rng(1).standard_normal((800, 2))
    assert sliced_wasserstein1(x, x + SHIFT) == pytest.approx(5 * 2 / pi, rel=1e-3)
    assert wasserstein1(x, x + SHIFT) == sliced_wasserstein1(x, x + SHIFT)
    assert wasserstein1(x[:512], x[:512] + SHIFT) == pytest.approx(5.0)


def test_sliced_in_three_dimensions_is_close_to_the_mean_over_the_sphere():
    x = np.random.default_rng(2).standard_normal((50, 3))
    shifted = sliced_wasserstein1(x, x + np.eye(3)[2], directions=4000)
    assert shifted == pytest.approx(0.5, abs=0.02)


def test_sliced_with_unequal_sizes_equals_the_repeated_sample():
    rng = np.random.default_rng(3)
    x, y = rng.standard_normal((30, 2)), rng.standard_normal((20, 2))
    repeated = sliced_wasserstein1(np.repeat(x, 2, axis=0), np.repeat(y, 3, axis=0))
    assert sliced_wasserstein1(x, y) == pytest.approx(repeated)
    assert wasserstein1(x, y) == sliced_wasserstein1(x, y)


def test_one_dimensional_slices_are_exact():
    x, y = np.random.default_rng(4).standard_normal((2, 90))
    assert sliced_wasserstein1(x, y) == pytest.approx(wasserstein1(x, y))


def test_the_kind_is_named():
    assert wasserstein1_kind(100_000, 1) == "exact"
    assert wasserstein1_kind(512, 2) == "exact assignment"
    assert wasserstein1_kind(513, 2) == "sliced"
    assert wasserstein1_kind(100, 3, m=99) == "sliced"


def test_what_is_not_finite_reads_nan_and_what_is_misshapen_is_refused():
    x = np.zeros((3, 2))
    broken = np.array([[0.0, np.inf], [0.0, 0.0], [np.nan, 0.0]])
    assert np.isnan(wasserstein1(broken, x))
    assert np.isnan(sliced_wasserstein1(x, broken))
    with pytest.raises(ValueError, match="different dimensions: 2 and 1"):
        wasserstein1(x, np.zeros(3))
    with pytest.raises(ValueError, match="at least 1"):
        wasserstein1(np.zeros((0, 2)), x)
    with pytest.raises(ValueError, match="shape"):
        wasserstein1(np.zeros((2, 2, 2)), x)
