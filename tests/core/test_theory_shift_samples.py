"""Estimates from samples of two distributions a shift apart, and the shifted mixtures."""

from itertools import pairwise
from math import inf, log

import numpy as np
import pytest

from ganlab_gui.core.measures import wasserstein1
from ganlab_gui.core.theory.fdivergences import divergence_1d
from ganlab_gui.core.theory.shift import SHIFTS
from ganlab_gui.core.theory.shift_mixtures import MIXTURE_P, MIXTURE_Q, PAIRS
from ganlab_gui.core.theory.shift_samples import curves, draw
from ganlab_gui.core.theory.transport import Mixture, line_plan

THETAS = [-4.0, -2.9, -0.3, 0.0, 0.61, 2.0, 3.1]


def moved(theta: float) -> Mixture:
    return Mixture(tuple(m + theta for m in MIXTURE_Q.means), MIXTURE_Q.stds, MIXTURE_Q.weights)


@pytest.mark.parametrize("theta", THETAS)
def test_mixtures_against_adaptive_quadrature(theta: float):
    pair, q = PAIRS["mixtures"], moved(theta)
    for name, curve, scale in (
        ("jensen-shannon", pair.js, 0.5), ("kl", pair.kl, 1.0), ("total-variation", pair.tv, 1.0),
    ):  # fmt: skip
        value = divergence_1d(
            name, lambda x: MIXTURE_P.log_density(x), lambda x: q.log_density(x), -9.0, 9.0
        )
        assert curve(theta) == pytest.approx(scale * value, abs=2e-4 if curve is pair.tv else 1e-8)
    assert pair.w1(theta) == pytest.approx(line_plan(MIXTURE_P, q).primal, abs=5e-4)


@pytest.mark.parametrize("curve", ["js", "kl", "tv", "w1"])
def test_slopes_of_mixtures_against_finite_differences(curve: str):
    pair, smooth = PAIRS["mixtures"], curve in ("js", "kl")
    h, theta = (1e-4 if smooth else 0.05), np.array(THETAS)
    rise = getattr(pair, curve)(theta + h) - getattr(pair, curve)(theta - h)
    slope = getattr(pair, f"d_{curve}")(theta)
    assert slope == pytest.approx(rise / (2 * h), abs=1e-6 if smooth else 2e-2)


def test_mixtures_js_has_valleys_that_w1_has_not():
    theta = np.linspace(-5, 5, 401)
    js, w1 = PAIRS["mixtures"].js(theta), PAIRS["mixtures"].w1(theta)
    valleys = [m for (a, m), (_, b) in pairwise(pairwise(js)) if m < a and m < b]
    assert len(valleys) == 3
    assert (np.diff(w1, 2) > -1e-3).all()  # convex
    assert set(PAIRS) - set(SHIFTS) == {"mixtures"}


@pytest.mark.parametrize("family", PAIRS)
def test_many_samples_come_close_and_w1_is_the_lab_s(family: str):
    samples, pair = draw(family, 5000, 0), PAIRS[family]
    for theta in (-2.5, 0.5, 1.5):
        found = samples.estimate(theta)
        assert found.js == pytest.approx(float(pair.js(theta)), abs=0.03)
        assert found.w1 == pytest.approx(float(pair.w1(theta)), abs=0.1)
    few = draw(family, 80, 1)
    assert few.w1(0.7) == pytest.approx(wasserstein1(few.p, few.moved(0.7)), abs=1e-12)


def test_the_bias_is_seen():
    few, many = draw("gaussians", 50, 0).estimate(0.0), draw("gaussians", 5000, 0).estimate(0.0)
    assert few.js > 0.1 > 0.01 > many.js > 0.0
    assert few.stray > 0.1
    assert few.kl == inf
    blurred = draw("segments", 500, 0).estimate(0.05)  # closer than a cell: counted as one
    assert blurred.js < 0.05
    assert draw("segments", 500, 0).estimate(2.0).js == pytest.approx(log(2))
    assert draw("uniforms", 100, 0).estimate(1.5).stray == pytest.approx(1.0)


def test_samples_are_the_same_for_the_same_seed():
    again = draw.__wrapped__("mixtures", 30, 7)
    assert np.array_equal(again.p, draw("mixtures", 30, 7).p)
    assert not np.array_equal(again.p, draw("mixtures", 30, 8).p)
    js, w1 = curves("uniforms", 30, 7, (0.0, 2.0))
    assert js[1] == pytest.approx(log(2))
    assert w1[1] == draw("uniforms", 30, 7).w1(2.0)


@pytest.mark.parametrize("family", ["uniforms", "segments", "gaussians", "mixtures"])
def test_slopes_of_the_estimates_are_those_of_their_curves(family: str):
    samples, theta, nudge = draw(family, 400, 3), 1.7, 1e-6
    js, w1 = samples.slopes(theta)
    ahead, behind = samples.w1(theta + nudge), samples.w1(theta - nudge)
    assert w1 == pytest.approx((ahead - behind) / (2 * nudge), abs=1e-6)
    step = 20 / 48 if family == "segments" else 0.1
    ends = (samples.estimate(theta + step).js, samples.estimate(theta - step).js)
    assert js == pytest.approx((ends[0] - ends[1]) / (2 * step))
    assert js == pytest.approx(float(PAIRS[family].d_js(theta)), abs=0.3)
