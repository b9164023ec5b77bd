"""The Cauchy fit against scipy's, closed forms and its own likelihood equations."""

import numpy as np
import pytest
from scipy import stats

from ganlab_gui.core.theory.cauchy import (
    Cauchy,
    Gaussian,
    fit_cauchy,
    fit_gaussian_by_quartiles,
    ks_distance,
    mean_log_likelihood,
    slope_per_decade,
)


@pytest.mark.parametrize(("centre", "scale"), [(0.0, 1.0), (-3.0, 0.01), (1e-6, 1e-8)])
def test_the_fit_is_scipys_and_finds_what_was_drawn(centre, scale):
    x = stats.cauchy(centre, scale).rvs(4000, random_state=np.random.default_rng(1))
    found = fit_cauchy(x)
    assert found.centre == pytest.approx(centre, abs=0.1 * scale)
    assert found.scale == pytest.approx(scale, rel=0.1)
    units = (x - centre) / scale
    theirs = stats.cauchy.fit(units)
    assert ((found.centre - centre) / scale, found.scale / scale) == pytest.approx(theirs, abs=1e-3)


def test_the_fit_solves_the_likelihood_equations():
    x = stats.t(3).rvs(500, random_state=np.random.default_rng(2))
    found = fit_cauchy(x)
    u = (x - found.centre) / found.scale
    assert np.mean(u / (1 + u**2)) == pytest.approx(0, abs=1e-6)
    assert np.mean(1 / (1 + u**2)) == pytest.approx(0.5, abs=1e-6)


def test_on_exact_quantiles_the_fit_is_the_law_itself():
    p = (np.arange(20_000) + 0.5) / 20_000
    found = fit_cauchy(2.0 + 0.5 * np.tan(np.pi * (p - 0.5)))
    assert (found.centre, found.scale) == pytest.approx((2.0, 0.5), abs=1e-4)
    # One sample of each share: the distance is half a step.
    x = 2.0 + 0.5 * np.tan(np.pi * (p - 0.5))
    assert ks_distance(x, Cauchy(2.0, 0.5)) == pytest.approx(0.5 / 20_000, rel=1e-6)


def test_quartiles_of_both_laws_are_the_samples():
    p = (np.arange(20_000) + 0.5) / 20_000
    found = fit_gaussian_by_quartiles(stats.norm(1.0, 3.0).ppf(p))
    assert (found.centre, found.scale) == pytest.approx((1.0, 3.0), abs=1e-3)
    assert Cauchy(0.0, 2.0).cdf([-2.0, 0.0, 2.0]) == pytest.approx([0.25, 0.5, 0.75])


@pytest.mark.parametrize(
    ("ours", "theirs"), [(Cauchy(0.3, 2.0), stats.cauchy), (Gaussian(0.3, 2.0), stats.norm)]
)
def test_densities_and_distances_are_scipys(ours, theirs):
    x, law = np.random.default_rng(3).normal(size=300), theirs(0.3, 2.0)
    assert ours.density(x) == pytest.approx(law.pdf(x))
    assert ours.cdf(x) == pytest.approx(law.cdf(x))
    assert ks_distance(x, ours) == pytest.approx(stats.kstest(x, law.cdf).statistic)
    assert mean_log_likelihood(x, ours) == pytest.approx(law.logpdf(x).mean())


def test_each_law_fits_its_own_sample_better():
    rng = np.random.default_rng(4)
    for draw, cauchy_wins in ((rng.standard_cauchy, True), (rng.standard_normal, False)):
        x = draw(3000)
        cauchy, gaussian = fit_cauchy(x), fit_gaussian_by_quartiles(x)
        assert (ks_distance(x, cauchy) < ks_distance(x, gaussian)) == cauchy_wins
        better = mean_log_likelihood(x, cauchy) > mean_log_likelihood(x, gaussian)
        assert better == cauchy_wins


def test_a_sample_on_one_point_has_no_scale():
    for fit in (fit_cauchy, fit_gaussian_by_quartiles):
        with pytest.raises(ValueError, match="half of the sample lies on one point"):
            fit([0.0, 0.0, 0.0, 0.0, 5.0])


def test_the_slope_of_a_power_law_is_its_exponent():
    n = np.array([1, 10, 100, 1000])
    assert slope_per_decade(n, 3.0 * n**-1.5) == pytest.approx(-1.5)
    assert slope_per_decade(n, [0, 1, 0.1, 0]) == pytest.approx(-1.0)
    assert np.isnan(slope_per_decade(n, [0, 0, 0, 1]))
