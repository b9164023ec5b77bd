"""Distances between two distributions a shift θ apart."""

from math import inf, log

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from ganlab_gui.core.measures import js, kl, tv
from ganlab_gui.core.theory import SHIFTS

CURVES = ["js", "kl", "tv", "w1"]


def test_parallel_segments():
    pair = SHIFTS["segments"]
    theta = np.array([-2.0, -1e-9, 0.0, 0.5, 1.0])
    assert pair.js(theta).tolist() == [log(2), log(2), 0.0, log(2), log(2)]
    assert pair.tv(theta).tolist() == [1.0, 1.0, 0.0, 1.0, 1.0]
    assert pair.kl(theta).tolist() == [inf, inf, 0.0, inf, inf]
    assert pair.w1(theta).tolist() == np.abs(theta).tolist()
    assert pair.d_js(0.5) == pair.d_tv(0.5) == 0.0
    assert pair.d_w1(-2.0) == -1.0
    assert pair.densities is None


def test_uniforms():
    pair = SHIFTS["uniforms"]
    assert pair.js([0.0, 0.25, -0.5, 1.0, 7.0]) == pytest.approx(
        log(2) * np.array([0.0, 0.25, 0.5, 1.0, 1.0])
    )
    assert pair.tv([0.25, -3.0]).tolist() == [0.25, 1.0]
    assert pair.kl([0.0, 0.1]).tolist() == [0.0, inf]
    assert pair.d_js([-0.5, 0.5, 2.0]) == pytest.approx([-log(2), log(2), 0.0])
    assert pair.d_tv([-0.5, 0.5, -2.0]).tolist() == [-1.0, 1.0, 0.0]


def test_gaussians_in_closed_form():
    pair = SHIFTS["gaussians"]
    theta = np.array([-3.0, 0.0, 0.5, 4.0])
    assert pair.kl(theta) == pytest.approx(theta**2 / 2)
    assert pair.tv(theta) == pytest.approx(2 * norm.cdf(np.abs(theta) / 2) - 1)
    assert pair.w1(theta) == pytest.approx(np.abs(theta))
    assert pair.d_kl(theta) == pytest.approx(theta)
    assert pair.js(0.0) == pytest.approx(0.0, abs=1e-15)
    assert pair.js([40.0, -1e4]) == pytest.approx(log(2), abs=1e-12)
    assert pair.js(1e-2) == pytest.approx(1e-4 / 8, rel=1e-4)  # JS ≈ θ²/8, the Fisher information


@pytest.mark.parametrize("theta", [0.1, 1.0, -2.0, 5.0, 9.0, 15.0])
def test_gaussian_js_and_its_slope_against_adaptive_quadrature(theta: float):
    pair = SHIFTS["gaussians"]

    def log_middle(x: float) -> float:
        return float(np.logaddexp(norm.logpdf(x), norm.logpdf(x, theta)) - log(2))

    def halves(x: float) -> float:
        a, b = norm.logpdf(x), norm.logpdf(x, theta)
        return 0.5 * (np.exp(a) * (a - log_middle(x)) + np.exp(b) * (b - log_middle(x)))

    def slope(x: float) -> float:
        b = norm.logpdf(x, theta)
        return 0.5 * np.exp(b) * (x - theta) * (b - log_middle(x))

    ends = sorted([-12.0, 12.0 + theta if theta > 0 else 12.0, theta - 12.0])
    options = {"points": [0.0, theta / 2, theta], "limit": 400, "epsabs": 1e-11}
    assert pair.js(theta) == pytest.approx(quad(halves, ends[0], ends[-1], **options)[0], abs=1e-9)
    assert pair.d_js(theta) == pytest.approx(quad(slope, ends[0], ends[-1], **options)[0], abs=1e-9)


@pytest.mark.parametrize("family", ["uniforms", "gaussians"])
@pytest.mark.parametrize("theta", [-0.75, 0.0, 0.5, 1.5])
def test_curves_against_the_gridded_densities(family: str, theta: float):
    pair = SHIFTS[family]
    x = (np.arange(40_000) + 0.5) / 2000 - 10
    p, q = pair.densities(theta, x)
    assert p.sum() / 2000 == pytest.approx(1.0)
    assert q.sum() / 2000 == pytest.approx(1.0)
    for measure, curve in ((js, pair.js), (kl, pair.kl), (tv, pair.tv)):
        assert measure(p, q, 1 / 2000) == pytest.approx(float(curve(theta)), abs=1e-6)


@pytest.mark.parametrize("family", SHIFTS)
@pytest.mark.parametrize("curve", CURVES)
def test_slopes_against_finite_differences(family: str, curve: str):
    pair = SHIFTS[family]
    theta = np.array([-3.0, -0.6, 0.3, 0.9, 2.0, 6.0])
    slope = getattr(pair, f"d_{curve}")(theta)
    values = [getattr(pair, curve)(theta + h) for h in (-1e-5, 1e-5)]
    if np.isinf(values).all():
        assert np.isnan(slope).all()
    else:
        assert slope == pytest.approx((values[1] - values[0]) / 2e-5, abs=1e-8)


def test_no_slope_at_kinks_and_jumps():
    for pair in SHIFTS.values():
        assert np.isnan(pair.d_w1(0.0))
        assert np.isnan(pair.d_tv(0.0))
    assert np.isnan(SHIFTS["uniforms"].d_js([0.0, 1.0, -1.0])).all()
    assert np.isnan(SHIFTS["segments"].d_js(0.0))
    assert SHIFTS["gaussians"].d_js(0.0) == pytest.approx(0.0, abs=1e-15)


@pytest.mark.parametrize("family", SHIFTS)
def test_every_curve_keeps_the_shape_of_theta(family: str):
    for name in [*CURVES, *(f"d_{curve}" for curve in CURVES)]:
        curve = getattr(SHIFTS[family], name)
        assert np.shape(curve(0.5)) == ()
        assert np.shape(curve(np.ones((2, 3)))) == (2, 3)
