"""KL, JS and TV between gridded densities."""

from math import inf, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.special import rel_entr
from scipy.stats import norm

from ganlab_gui.core.measures import js, kl, tv

masses = arrays(float, 6, elements=st.just(0.0) | st.floats(1e-9, 1)).filter(np.any)
probabilities = masses.map(lambda a: a / a.sum())


def test_by_hand():
    p, q = [0.5, 0.5, 0.0], [0.25, 0.25, 0.5]
    assert kl(p, q, 1.0) == pytest.approx(log(2))
    assert kl(q, p, 1.0) == inf
    assert tv(p, q, 1.0) == pytest.approx(0.5)
    middle = 0.5 * log(4 / 3) + 0.5 * (0.5 * log(2 / 3) + 0.5 * log(2))
    assert js(p, q, 1.0) == pytest.approx(middle)


def test_gaussians():
    x = np.linspace(-15, 15, 6001)
    dx = x[1] - x[0]
    p, q = norm.pdf(x, 0.5, 1.0), norm.pdf(x, -1.0, 2.0)
    assert kl(p, q, dx) == pytest.approx(log(2) + (1 + 1.5**2) / 8 - 0.5, abs=1e-9)
    q = norm.pdf(x, 2.0, 1.0)
    assert tv(p, q, dx) == pytest.approx(2 * norm.cdf(0.75) - 1, abs=1e-6)


@pytest.mark.parametrize("theta", [0.0, 0.25, 0.5, 1.0])
def test_uniforms(theta: float):
    x = (np.arange(4000) + 0.5) / 1000 - 1
    p = ((x > 0) & (x < 1)).astype(float)
    q = ((x > theta) & (x < theta + 1)).astype(float)
    assert js(p, q, 1e-3) == pytest.approx(theta * log(2), abs=1e-12)
    assert tv(p, q, 1e-3) == pytest.approx(theta, abs=1e-12)
    assert kl(p, q, 1e-3) == (0.0 if theta == 0 else inf)


def test_plane_density_is_summed_over_every_cell():
    rng = np.random.default_rng(0)
    p, q = rng.random((5, 7)), rng.random((5, 7))
    for measure in (kl, js, tv):
        assert measure(p, q, 0.3) == pytest.approx(0.3 * measure(p.ravel(), q.ravel(), 1.0))


def test_nothing_is_renormalised():
    p, q = np.array([0.2, 0.3]), np.array([0.4, 0.1])
    assert tv(3 * p, 3 * q, 1.0) == pytest.approx(3 * tv(p, q, 1.0))
    assert js(3 * p, 3 * q, 1.0) == pytest.approx(3 * js(p, q, 1.0))


def test_values_near_the_smallest_number():
    p, q = [5e-324, 1.0], [0.0, 1.0]
    assert js(p, q, 1.0) == pytest.approx(0.0, abs=1e-300)
    assert kl([1.0], [1e-320], 1.0) == pytest.approx(320 * log(10), rel=1e-3)


@pytest.mark.parametrize(
    ("p", "q", "says"),
    [
        ([1.0], [0.5, 0.5], "shapes"),
        ([-0.1, 1.1], [0.5, 0.5], "≥ 0"),
        ([0.5, 0.5], [np.nan, 1.0], "≥ 0"),
    ],
)
def test_bad_densities(p: list[float], q: list[float], says: str):
    for measure in (kl, js, tv):
        with pytest.raises(ValueError, match=says):
            measure(p, q, 1.0)


@settings(deadline=None)
@given(probabilities, probabilities)
def test_against_scipy(p: np.ndarray, q: np.ndarray):
    middle = 0.5 * (p + q)
    expected = 0.5 * rel_entr(p, middle).sum() + 0.5 * rel_entr(q, middle).sum()
    assert js(p, q, 1.0) == pytest.approx(expected, abs=1e-12)
    assert kl(p, q, 1.0) == pytest.approx(rel_entr(p, q).sum(), abs=1e-12)


@settings(deadline=None)
@given(probabilities, probabilities)
def test_bounds_and_symmetry(p: np.ndarray, q: np.ndarray):
    assert 0.0 <= js(p, q, 1.0) <= log(2) + 1e-12
    assert js(p, q, 1.0) == pytest.approx(js(q, p, 1.0), abs=1e-14)
    assert 0.0 <= tv(p, q, 1.0) <= 1.0 + 1e-12
    assert kl(p, q, 1.0) >= 2 * tv(p, q, 1.0) ** 2 - 1e-12  # Pinsker
    assert js(p, p, 1.0) == 0.0


@settings(deadline=None)
@given(probabilities, probabilities, probabilities)
def test_root_of_js_is_a_metric(p: np.ndarray, q: np.ndarray, r: np.ndarray):
    a, b, c = (js(u, v, 1.0) ** 0.5 for u, v in ((p, r), (p, q), (q, r)))
    assert a <= b + c + 1e-7
