"""Mode coverage."""

from math import exp, inf, log

import numpy as np
import pytest
from scipy.stats import chi

from ganlab_gui.core.measures import high_quality_ceiling, mode_coverage, quality_radius

SQUARE = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 10.0], [10.0, 10.0]])


def test_by_hand():
    samples = [[0.0, 2.9], [0.0, 3.1], [13.1, 0.0], [10.0, 8.0]]
    read = mode_coverage(samples, SQUARE, 1.0)
    assert read.captured == 2
    assert read.high_quality == 0.5
    assert read.shares.tolist() == [0.5, 0.25, 0.0, 0.25]
    assert read.reverse_kl == pytest.approx(0.5 * log(2))


def test_collapse_onto_one_of_eight():
    angles = 2 * np.pi * np.arange(8) / 8
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    read = mode_coverage(np.tile(ring[3], (100, 1)), ring, 0.01)
    assert (read.captured, read.high_quality) == (1, 1.0)
    assert read.reverse_kl == pytest.approx(log(8))


def test_true_weights():
    samples = np.repeat(SQUARE[:2], [30, 10], axis=0)
    assert mode_coverage(samples, SQUARE, 1.0, [3, 1, 0, 0]).reverse_kl == pytest.approx(0.0)
    assert mode_coverage(samples, SQUARE, 1.0, [1, 0, 1, 1]).reverse_kl == inf


def test_a_std_for_each_mode_leaves_the_nearest_mode_as_it_is():
    samples = [[4.0, 0.0], [6.0, 0.0]]
    read = mode_coverage(samples, SQUARE, [1.0, 2.0, 1.0, 1.0])
    assert read.shares.tolist() == [0.5, 0.5, 0.0, 0.0]
    assert (read.captured, read.high_quality) == (1, 0.5)


def test_against_all_distances_far_from_the_origin():
    rng = np.random.default_rng(0)
    modes = rng.uniform(-4, 4, (25, 2)) + 1e5
    samples = rng.uniform(-5, 5, (2500, 2)) + 1e5
    distance = np.linalg.norm(samples[:, None] - modes[None], axis=-1)
    nearest = distance.argmin(axis=1)
    good = distance.min(axis=1) <= 3 * 0.2
    read = mode_coverage(samples, modes, 0.2)
    assert read.captured == len(set(nearest[good]))
    assert read.high_quality == pytest.approx(good.mean())
    assert read.shares == pytest.approx(np.bincount(nearest, minlength=25) / 2500)
    assert read.reverse_kl == pytest.approx(
        sum(s * log(25 * s) for s in read.shares if s > 0), abs=1e-12
    )


@pytest.mark.parametrize("dim", [1, 2, 3, 10])
def test_a_perfect_generator_reads_the_ceiling_in_every_dimension(dim: int):
    assert quality_radius(dim) == pytest.approx(chi(dim).ppf(high_quality_ceiling))
    rng = np.random.default_rng(dim)
    modes = 100.0 * np.arange(5)[:, None] * np.ones(dim)
    samples = modes[rng.integers(5, size=40_000)] + 2.0 * rng.standard_normal((40_000, dim))
    read = mode_coverage(samples, modes, 2.0)
    assert read.captured == 5
    assert read.high_quality == pytest.approx(1 - exp(-4.5), abs=0.003)
    assert read.reverse_kl == pytest.approx(0.0, abs=1e-3)


def test_line_samples_may_be_flat():
    assert mode_coverage([0.0, 2.5, 2.6], [0.0, 50.0], 1.0).high_quality == pytest.approx(2 / 3)


def test_diverged_samples_are_of_low_quality():
    read = mode_coverage([[0.0, 0.0], [np.nan, 0.0], [np.inf, 1.0]], SQUARE, 1.0)
    assert (read.captured, read.high_quality) == (1, pytest.approx(1 / 3))
    assert read.shares.sum() == 1.0
    assert np.isnan(mode_coverage([[np.nan, 0.0]], SQUARE, 1.0).reverse_kl)


def test_bad_arguments():
    with pytest.raises(ValueError, match="1-D but modes are 2-D"):
        mode_coverage([0.0], SQUARE, 1.0)
    with pytest.raises(ValueError, match="4 numbers"):
        mode_coverage(SQUARE, SQUARE, 1.0, [1.0, 2.0])
