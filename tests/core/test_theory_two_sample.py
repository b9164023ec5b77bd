"""Two-sample statistics against SciPy, brute force and closed forms; p-values under H0."""

import numpy as np
import pytest
from scipy import stats
from scipy.integrate import quad

from ganlab_gui.core.measures.moments import mmd2
from ganlab_gui.core.theory.alternatives import ALTERNATIVES, best_discriminator, draw_pair
from ganlab_gui.core.theory.two_sample import (
    LABELLED,
    STATISTICS,
    Relabellings,
    accuracies,
    critical_value,
    fit_classifier,
    halves,
    mean_power,
    p_value,
    p_values,
    pool,
    rate_interval,
    relabellings,
    statistic_values,
    two_sample_tests,
)

STRENGTHS = {"same": 0.0, "shifted": 0.7, "wider": 1.6, "bimodal": 0.8, "laplace": 0.0}


def pair(n=40, m=None, seed=0, shift=0.6):
    rng = np.random.default_rng(seed)
    return rng.standard_normal(n), 1.3 * rng.standard_normal(m or n) + shift


@pytest.mark.parametrize("m", [40, 27])
def test_the_statistics_are_those_of_scipy(m):
    x, y = pair(m=m)
    found = dict(zip(STATISTICS, statistic_values(x, y), strict=True))
    assert found["mean"] == pytest.approx(abs(x.mean() - y.mean()))
    assert found["std"] == pytest.approx(abs(x.std(ddof=1) - y.std(ddof=1)))
    assert found["Kolmogorov-Smirnov"] == pytest.approx(stats.ks_2samp(x, y).statistic)
    assert found["energy distance"] == pytest.approx(stats.energy_distance(x, y) ** 2)
    assert found["mmd"] == pytest.approx(mmd2(x, y, pool(x, y).bandwidth))


def test_ties_do_not_widen_the_largest_gap():
    x, y = np.array([0.0, 1.0, 1.0, 2.0]), np.array([1.0, 1.0, 2.0, 3.0])
    value = statistic_values(x, y)[STATISTICS.index("Kolmogorov-Smirnov")]
    assert value == pytest.approx(stats.ks_2samp(x, y).statistic)


def test_mmd_and_energy_by_brute_force():
    x, y = pair(n=12, m=9)
    width = pool(x, y).bandwidth

    def k(a, b):
        return np.exp(-((a - b) ** 2) / (2 * width**2))

    within = [
        np.mean([k(s[i], s[j]) for i in range(len(s)) for j in range(len(s)) if i != j])
        for s in (x, y)
    ]
    across = np.mean([k(a, b) for a in x for b in y])
    values = dict(zip(STATISTICS, statistic_values(x, y), strict=True))
    assert values["mmd"] == pytest.approx(sum(within) - 2 * across)
    energy = (
        2 * np.mean([abs(a - b) for a in x for b in y])
        - np.mean([abs(a - b) for a in x for b in x])
        - np.mean([abs(a - b) for a in y for b in y])
    )
    assert values["energy distance"] == pytest.approx(energy)


def test_each_statistic_of_a_relabelling_is_that_of_the_relabelled_samples():
    x, y = pair(n=15, m=11)
    pooled = pool(x, y)
    chosen = relabellings(15, 11, 6, np.random.default_rng(1))
    assert (chosen.labels.sum(axis=1) == 15).all()
    for place, statistic in enumerate(LABELLED.values()):
        for row, value in zip(chosen.labels, statistic(pooled, chosen), strict=True):
            again = statistic_values(pooled.values[row], pooled.values[~row])[place]
            assert value == pytest.approx(again, abs=1e-12)


def test_the_p_value_of_the_means_is_that_of_scipys_permutation_test():
    x, y = pair(n=30, shift=0.4)
    count = 9999
    rng = np.random.default_rng(2)
    ours = p_value(
        statistic_values(x, y)[0], LABELLED["mean"](pool(x, y), relabellings(30, 30, count, rng))
    )
    scipys = stats.permutation_test(
        (x, y), lambda a, b, axis: np.abs(a.mean(axis=axis) - b.mean(axis=axis)),
        vectorized=True, n_resamples=count, alternative="greater", rng=np.random.default_rng(3),
    )  # fmt: skip
    assert ours == pytest.approx(scipys.pvalue, abs=4 * np.sqrt(2 * ours / count))


def test_a_p_value_counts_the_observed_one():
    assert p_value(3.0, np.array([1.0, 2.0, 3.0, 4.0])) == pytest.approx(3 / 5)
    assert p_value(9.0, np.zeros(99)) == pytest.approx(0.01)
    assert p_value(0.3, np.array([0.1 + 0.2, 0.1, 0.1])) == pytest.approx(0.5)


def test_under_h0_p_values_are_uniform_or_larger():
    found = np.array(
        [
            p_values(*draw_pair("same", 0.0, 20, rng), 99, rng)
            for rng in (np.random.default_rng(seed) for seed in range(400))
        ]
    )
    for place, name in enumerate(STATISTICS):
        if name in ("Kolmogorov-Smirnov", "classifier"):
            # Few values are possible, ties make p larger: valid, not exact.
            assert (found[:, place] <= 0.05).mean() < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 400)
        else:
            grid = np.arange(1, 101) / 100
            gap = np.abs((found[:, place][:, None] <= grid + 1e-9).mean(axis=0) - grid).max()
            assert gap < 1.63 / np.sqrt(400), name  # Kolmogorov's 1 % bound


def test_the_power_of_the_test_of_means_is_near_that_of_the_z_test():
    n, shift, repetitions = 60, 0.5, 300
    hits = 0
    for seed in range(repetitions):
        rng = np.random.default_rng([seed, 5])
        x, y = draw_pair("shifted", shift, n, rng)
        null = LABELLED["mean"](pool(x, y), relabellings(n, n, 199, rng))
        hits += p_value(abs(x.mean() - y.mean()), null) <= 0.05
    low, high = rate_interval(hits, repetitions)
    assert low - 0.03 < mean_power(n, shift) < high + 0.03


def test_the_z_tests_power_is_the_level_at_zero_and_right_by_simulation():
    assert mean_power(50, 0.0) == pytest.approx(0.05)
    z = np.random.default_rng(0).standard_normal(200_000) + 0.5 * np.sqrt(30 / 2)
    assert mean_power(30, 0.5) == pytest.approx(
        np.mean(np.abs(z) > stats.norm.isf(0.025)), abs=5e-3
    )


def test_wilsons_interval_is_scipys():
    for hits, trials in ((0, 30), (7, 30), (30, 30), (150, 300)):
        exact = stats.binomtest(hits, trials).proportion_ci(0.95, method="wilson")
        np.testing.assert_allclose(np.array(rate_interval(hits, trials)), exact, atol=1e-9)
    assert np.ravel(rate_interval(0, 0)) == pytest.approx([0.0, 1.0])


@pytest.mark.parametrize("name", ALTERNATIVES)
def test_an_alternative_is_drawn_from_its_own_density(name):
    by, other = STRENGTHS[name], ALTERNATIVES[name]
    assert quad(lambda x: other.density(np.array(x), by), -12, 12, points=[-1, 0, 1])[
        0
    ] == pytest.approx(1.0, abs=1e-7)
    x, y = draw_pair(name, by, 4000, np.random.default_rng(3))
    grid = np.linspace(-12, 12, 6001)
    mass = np.cumsum(other.density(grid, by)) * (grid[1] - grid[0])
    assert stats.kstest(y, lambda v: np.interp(v, grid, mass)).pvalue > 1e-3
    assert stats.kstest(x, stats.norm.cdf).pvalue > 1e-3
    if name in ("bimodal", "laplace"):
        density = other.density(grid, by)
        assert np.trapezoid(grid * density, grid) == pytest.approx(0.0, abs=1e-9)
        assert np.trapezoid(grid**2 * density, grid) == pytest.approx(1.0, abs=1e-4)


def test_more_points_are_added_to_those_there_are():
    few = draw_pair("bimodal", 0.9, 20, np.random.default_rng(0))
    many = draw_pair("bimodal", 0.9, 50, np.random.default_rng(0))
    for a, b in zip(few, many, strict=True):
        np.testing.assert_array_equal(a, b[:20])


def test_the_classifier_nears_the_best_discriminator_with_many_points():
    rng = np.random.default_rng(0)
    x, y = draw_pair("shifted", 1.0, 20_000, rng)
    grid = np.linspace(-1.5, 2.5, 41)
    near = np.abs(fit_classifier(x, y)(grid) - best_discriminator("shifted", 1.0, grid))
    assert near.max() < 0.03


def test_the_classifiers_fit_is_the_minimum_of_its_loss():
    from scipy.optimize import minimize

    from ganlab_gui.core.theory.two_sample import DEGREE, RIDGE, _features

    x, y = pair(n=25)
    found = fit_classifier(x, y)
    both, signs = np.concatenate([x, y]), np.repeat([1.0, -1.0], 25)
    features = _features(both, found.centre, found.scale)

    def loss(w):
        return np.logaddexp(0, -signs * (features @ w)).sum() + RIDGE / 2 * w @ w

    best = minimize(loss, np.zeros(DEGREE + 1), tol=1e-12)
    np.testing.assert_allclose(found.weights, best.x, atol=1e-3)


def test_samples_apart_are_told_apart_and_the_fit_stays_finite():
    x, y = pair(n=20, shift=50.0)
    found = fit_classifier(*halves(x, y)[:2])
    assert np.isfinite(found.weights).all()
    held = halves(x, y)[2:]
    truth = Relabellings(np.repeat([True, False], [len(held[0]), len(held[1])])[None])
    assert accuracies(found, *held, truth)[0] == 1.0


def test_d_sees_what_mean_and_std_do_not():
    x, y = draw_pair("bimodal", 0.95, 200, np.random.default_rng(0))
    rng = np.random.default_rng(1)
    results = two_sample_tests(
        x, y, relabellings(200, 200, 199, rng), relabellings(100, 100, 199, rng)
    )
    assert results["classifier"].p <= 0.01
    assert results["mean"].p > 0.05
    assert results["std"].p > 0.05


@pytest.mark.parametrize("count", [19, 99, 150, 499])
def test_the_critical_value_parts_what_is_rejected_from_what_is_kept(count):
    null = np.random.default_rng(count).integers(0, 40, count).astype(float)
    critical = critical_value(null)
    for value in np.arange(-1.0, 42.0, 0.5):
        assert (p_value(value, null) <= 0.05) == (value > critical)
    assert critical_value(null[:18]) == np.inf
