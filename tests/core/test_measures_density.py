"""Kernel density estimates and the change of variables."""

import numpy as np
import pytest
from scipy.stats import chi2, gaussian_kde, norm

from ganlab_gui.core.measures import (
    change_of_variables,
    gaussian_kde_1d,
    gaussian_kde_2d,
    scott_bandwidth,
)

GRID = np.linspace(-6, 6, 401)
Z = np.linspace(-8, 8, 8001)


def test_one_sample_is_one_kernel():
    density, width = gaussian_kde_1d([1.0], GRID, bandwidth=0.5)
    assert width == 0.5
    assert density == pytest.approx(norm.pdf(GRID, 1.0, 0.5), rel=1e-4, abs=1e-9)


def test_line_against_scipy():
    samples = np.random.default_rng(0).standard_normal(2000) * 0.7 + 1.0
    density, width = gaussian_kde_1d(samples, GRID)
    other = gaussian_kde(samples)
    assert width == pytest.approx(np.sqrt(other.covariance[0, 0]))
    assert density == pytest.approx(other(GRID), rel=1e-3, abs=1e-6)


def test_more_samples_than_one_block():
    samples = np.random.default_rng(1).standard_normal(9001)
    density, _ = gaussian_kde_1d(samples, GRID, bandwidth=0.3)
    assert density == pytest.approx(
        gaussian_kde(samples, 0.3 / samples.std(ddof=1))(GRID), abs=1e-5
    )
    assert np.trapezoid(density, GRID) == pytest.approx(1.0, abs=1e-4)


def test_plane_against_scipy_with_diagonal_kernels():
    rng = np.random.default_rng(2)
    samples = rng.standard_normal((300, 2)) * [1.0, 0.4]
    xs, ys = np.linspace(-3, 3, 31), np.linspace(-1.5, 1.5, 25)
    density = gaussian_kde_2d(samples, xs, ys, bandwidth=(0.3, 0.2))
    assert density.shape == (25, 31)
    direct = norm.pdf(xs[None, :, None], samples[:, 0], 0.3) * norm.pdf(
        ys[:, None, None], samples[:, 1], 0.2
    )
    assert density == pytest.approx(direct.mean(axis=-1), abs=1e-6)
    factor = 300 ** (-1 / 6)
    by_rule = gaussian_kde_2d(samples, xs, ys)
    same = gaussian_kde_2d(samples, xs, ys, tuple(factor * samples.std(axis=0, ddof=1)))
    assert by_rule == pytest.approx(same, rel=1e-4)


def test_plane_of_uncorrelated_samples_is_scipys():
    samples = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
    xs = np.linspace(-3, 3, 15)
    points = np.stack(np.meshgrid(xs, xs), axis=-1).reshape(-1, 2).T
    expected = gaussian_kde(samples.T)(points).reshape(15, 15)
    assert gaussian_kde_2d(samples, xs, xs) == pytest.approx(expected, rel=1e-4)


def test_a_collapsed_generator_is_a_spike_of_mass_one():
    density, width = gaussian_kde_1d(np.zeros(100), GRID)
    assert width == pytest.approx(GRID[1] - GRID[0])
    assert np.trapezoid(density, GRID) == pytest.approx(1.0, abs=1e-3)


def test_diverged_samples_carry_their_mass_away():
    density, _ = gaussian_kde_1d([0.0, np.nan, np.inf, 1e38], GRID, bandwidth=0.2)
    assert np.trapezoid(density, GRID) == pytest.approx(0.25, abs=1e-4)
    assert not gaussian_kde_1d([np.nan], GRID)[0].any()
    assert not gaussian_kde_2d([[np.nan, 0.0]], GRID, GRID).any()


def test_affine_generator_gives_the_exact_gaussian():
    density = change_of_variables(Z, 0.5 - 1.5 * Z, norm.pdf(Z), GRID)
    assert density == pytest.approx(norm.pdf(GRID, 0.5, 1.5), abs=1e-4)


def test_a_square_gives_chi_square_in_every_cell():
    grid = np.linspace(0.05, 9.95, 100)
    edges = np.append(grid - 0.05, 10.0)
    density = change_of_variables(Z, Z**2, norm.pdf(Z), grid)
    assert density * 0.1 == pytest.approx(np.diff(chi2(1).cdf(edges)), abs=2e-4)


def test_mass_is_kept_through_folds():
    for x in (np.sin(3 * Z) * 2, np.round(Z), np.zeros_like(Z), 0.6 * Z):
        density = change_of_variables(Z, x, norm.pdf(Z), GRID)
        assert np.sum(density) * (GRID[1] - GRID[0]) == pytest.approx(1.0, abs=1e-9)


def test_change_of_variables_against_sampling():
    rng = np.random.default_rng(3)
    draws = np.tanh(2 * rng.standard_normal(400_000)) + 0.3
    density = change_of_variables(Z, np.tanh(2 * Z) + 0.3, norm.pdf(Z), np.linspace(-1, 1.5, 26))
    edges = np.linspace(-1.05, 1.55, 27)
    counted = np.histogram(draws, edges)[0] / len(draws) / 0.1
    assert density == pytest.approx(counted, abs=0.03)


def test_uneven_grid_and_coarse_noise():
    grid = np.array([0.0, 1.0, 3.0])
    density = change_of_variables([0.0, 1.0], [-0.5, 3.5], [1.0, 1.0], grid)
    # Cells [−½, ½], [½, 2], [2, 4] and mass ¼ on each unit of [−½, 3½].
    assert density == pytest.approx([0.25, 0.25, 0.25 * 1.5 / 2])


def test_what_leaves_the_grid_is_missing():
    assert not change_of_variables(Z, 0 * Z + 50.0, norm.pdf(Z), GRID).any()
    assert not change_of_variables(Z, 0 * Z + np.inf, norm.pdf(Z), GRID).any()


def test_bad_arguments():
    with pytest.raises(ValueError, match="bandwidth"):
        gaussian_kde_1d([0.0, 1.0], GRID, bandwidth=0.0)
    with pytest.raises(ValueError, match="increasing"):
        gaussian_kde_1d([0.0, 1.0], GRID[::-1])
    with pytest.raises(ValueError, match=r"\(n, 2\)"):
        gaussian_kde_2d([0.0, 1.0], GRID, GRID)
    with pytest.raises(ValueError, match="differ in shape"):
        change_of_variables(Z, Z[1:], Z, GRID)


def test_samples_that_are_not_finite_do_not_widen_the_bandwidth():
    samples = np.random.default_rng(0).normal(size=(500, 2))
    broken = np.vstack([samples, [[np.inf, 0.0], [np.nan, 1.0]]])
    np.testing.assert_array_equal(scott_bandwidth(broken), scott_bandwidth(samples))
    np.testing.assert_array_equal(scott_bandwidth(np.full((3, 2), np.inf)), [0, 0])
