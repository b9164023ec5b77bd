"""One Gaussian for a mixture: global minima, all nine divergences, against other methods."""

import subprocess
import sys

import numpy as np
import pytest
from scipy.optimize import minimize

from ganlab_gui.core import theory
from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES, divergence_1d
from ganlab_gui.core.theory.gaussian_fit import Fit, fit_gaussian, landscape, local_minima
from ganlab_gui.core.theory.mixture_divergences import Evaluator, mixture_of

TWO = ((-2.0, 2.0), (0.6, 0.8), (0.4, 0.6))
HARD = {
    "two": TWO,
    "far": ((20.0, 0.0), (1.0, 1.0), (0.7, 0.3)),
    "rare": ((0.0, 20.0), (0.1, 5.0), (0.99, 0.01)),
    "three": ((4.0, -3.0, 0.0), (0.8, 1.0, 0.5), (0.4, 0.3, 0.3)),
    "five": ((7.0, 0.0, 12.0, 1.0, 3.0), (1.0, 0.1, 5.0, 0.5, 2.0), (0.2,) * 5),
}
SLOW = ("rare", "five", "far")


def test_the_package_offers_it_and_loads_no_scipy_before_it_is_asked_for():
    assert theory.fit_gaussian is fit_gaussian
    assert theory.Fit is Fit
    code = "import sys, ganlab_gui.core.theory as t; assert 'scipy' not in sys.modules; "
    code += "import ganlab_gui.core.theory.gaussian_fit; assert callable(t.fit_gaussian)"
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = theory.nothing


@pytest.mark.parametrize("name", F_DIVERGENCES)
@pytest.mark.parametrize(
    ("case", "ends"),
    [(TWO, (-20, 20)), (((0.0, 1.0, 4.0), (0.3, 2.0, 1.0), (0.2, 0.5, 0.3)), (-45, 45))],
)
def test_values_are_those_of_adaptive_quadrature(name, case, ends):
    mixture = mixture_of(*case)
    for mu, sigma in ((0.5, 1.7), (-1.0, 2.2)):

        def q_log(x, mu=mu, sigma=sigma):
            return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma * np.sqrt(2 * np.pi))

        other = divergence_1d(name, lambda x: float(mixture.log_density(np.array(x))), q_log, *ends)
        evaluator = Evaluator(mixture, name)
        found = float(evaluator.values([mu], [sigma])[0])
        exact = evaluator.worth(evaluator.slope(mu, np.log(sigma))[0])
        if np.isfinite(found):
            assert found == pytest.approx(other, abs=2e-3 if name == "total-variation" else 1e-7)
            assert exact == pytest.approx(other, abs=1e-6)
        else:
            assert exact == np.inf


@pytest.mark.parametrize("name", F_DIVERGENCES)
def test_slopes_are_those_of_central_differences(name):
    evaluator = Evaluator(mixture_of(*TWO), name)
    at, h = np.array([1.2, np.log(1.05)]), 1e-5
    ends = [(at + h * e, at - h * e) for e in np.eye(2)]
    other = [(evaluator.slope(*a)[0] - evaluator.slope(*b)[0]) / (2 * h) for a, b in ends]
    assert evaluator.slope(*at)[1] == pytest.approx(other, abs=1e-6)


@pytest.mark.parametrize("case", HARD.values(), ids=HARD)
def test_kl_fits_the_moments(case):
    m, s, w = map(np.array, case)
    mu, sigma, value = fit_gaussian(*case, "kl")
    mean = w @ m
    assert mu == pytest.approx(mean, abs=1e-5)
    assert sigma == pytest.approx(np.sqrt(w @ (s**2 + (m - mean) ** 2)), abs=1e-5)
    assert value > 0


@pytest.mark.parametrize("name", F_DIVERGENCES)
@pytest.mark.parametrize(
    "case", [pytest.param(HARD[k], id=k, marks=[pytest.mark.slow] * (k in SLOW)) for k in HARD]
)
def test_no_random_start_goes_lower_and_those_as_low_end_there(name, case):
    mixture = mixture_of(*case)
    evaluator = Evaluator(mixture, name, order=12)
    best = fit_gaussian(*case, name)
    ceiling = evaluator.worth(evaluator.slope(best.mu, np.log(best.sigma))[0])
    assert best.value == pytest.approx(ceiling, rel=1e-8)
    rng = np.random.default_rng(7)
    low, high = min(case[0]) - max(case[1]), max(case[0]) + max(case[1])
    for _ in range(20 if name == "reverse-kl" else 4):
        start = [rng.uniform(low, high), np.log(rng.uniform(min(case[1]), high - low))]
        found = minimize(_height, start, args=(evaluator,), method="Nelder-Mead",
                         options={"xatol": 1e-6, "fatol": 1e-12, "maxiter": 200})  # fmt: skip
        value = evaluator.worth(found.fun)
        assert value >= best.value - 1e-9 * max(1.0, abs(best.value))
        if value < best.value + 1e-10 and name != "total-variation":
            assert found.x[0] == pytest.approx(best.mu, abs=1e-3)
            assert np.exp(found.x[1]) == pytest.approx(best.sigma, abs=1e-3)


def _height(at, evaluator):
    found = evaluator.slope(float(at[0]), float(np.clip(at[1], -6, 6)))[0]
    return found if np.isfinite(found) else 1e3


@pytest.mark.parametrize("name", F_DIVERGENCES)
def test_a_single_gaussian_is_found_exactly(name):
    least = -2 * np.log(2) if name == "gan" else 0.0
    assert fit_gaussian([3.0], [0.1], [1.0], name) == (3.0, 0.1, least)
    assert fit_gaussian([3.0, 3.0, 9.0], [0.1, 0.1, 1.0], [0.5, 0.5, 0.0], name)[:2] == (3.0, 0.1)


def test_of_two_equal_minima_it_is_the_one_with_the_smaller_mean():
    minima = local_minima([3.0, -3.0], [0.7, 0.7], [0.5, 0.5], "reverse-kl")
    assert len(minima) == 3
    assert minima[0].mu == pytest.approx(-minima[1].mu, abs=1e-5)
    assert minima[0].mu < 0
    assert minima[0].value == pytest.approx(np.log(2), abs=1e-3)
    assert minima[2].value > minima[1].value


def test_gan_is_jensen_shannon_less_ln_4_and_jeffrey_is_both_kls():
    gan, js = (fit_gaussian(*TWO, name) for name in ("gan", "jensen-shannon"))
    assert gan[:2] == pytest.approx(js[:2], abs=1e-5)
    assert gan.value == pytest.approx(js.value - 2 * np.log(2), abs=1e-9)
    at = ([0.3, 1.0], [1.5, 2.5])
    sums = sum(landscape(*TWO, name, *at) for name in ("kl", "reverse-kl"))
    assert landscape(*TWO, "jeffrey", *at) == pytest.approx(sums, rel=1e-6)


def test_where_tails_are_too_light_it_is_infinite():
    case = ((0.0, 1.0), (1.0, 2.0), (0.5, 0.5))
    assert np.isinf(landscape(*case, "pearson", [0.0], [1.4])).all()
    assert np.isfinite(landscape(*case, "pearson", [0.0], [1.5])).all()
    assert np.isinf(landscape(*case, "neyman", [0.0], [2.9])).all()
    assert np.isfinite(landscape(*case, "neyman", [0.0], [2.7])).all()


def test_moving_and_scaling_the_mixture_moves_and_scales_the_fit():
    base = fit_gaussian(*TWO, "neyman")
    moved = fit_gaussian([1000 + 5 * m for m in TWO[0]], [5 * s for s in TWO[1]], TWO[2], "neyman")
    assert moved.mu == pytest.approx(1000 + 5 * base.mu, abs=1e-4)
    assert moved.sigma == pytest.approx(5 * base.sigma, abs=1e-4)


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (([0, 1], [1], [0.5, 0.5]), "have 2, 1 and 2 numbers"),
        (([0, 1], [1, 0], [0.5, 0.5]), "stds: 0 is not allowed"),
        (([0, 1], [1, 1], [1.5, -0.5]), "weights: -0.5 is not allowed"),
        (([0, 1], [1, 1], [0.5, 0.4]), "sum to 0.9; they must sum to 1"),
        (([0, np.nan], [1, 1], [0.5, 0.5]), "means: every number must be finite"),
        (([], [], []), "at least one number"),
        ((["a"], [1], [1]), "means: must be a list of numbers"),
    ],
)
def test_what_is_no_mixture_is_refused_in_a_sentence(case, sentence):
    with pytest.raises(ValueError, match=sentence):
        fit_gaussian(*case, "kl")


def test_a_divergence_that_is_no_text_is_refused():
    with pytest.raises(ValueError, match="no such divergence"):
        fit_gaussian([0], [1], [1], ["kl"])


def test_an_unknown_divergence_is_refused_with_the_names_there_are():
    with pytest.raises(ValueError, match="no such divergence; there are: kl, reverse-kl"):
        fit_gaussian([0.0], [1.0], [1.0], "wasserstein")


def test_minima_beside_where_the_integral_diverges_are_found():
    means, stds = (4.8476, 3.0920, 1.7148, 0.3236), (0.4481, 0.4943, 0.1194, 0.1210)
    fit = fit_gaussian(means, stds, (0.25,) * 4, "neyman")
    assert (fit.mu, fit.sigma) == pytest.approx((3.331, 0.6864), abs=2e-3)
    assert fit.value == pytest.approx(2.244, abs=2e-3)
    assert fit.sigma > 0.98 * stds[1] * np.sqrt(2)  # whose own fit is far better than the humps'


@pytest.mark.parametrize(
    ("case", "at"),
    [
        (((0.0, 20.0), (0.1, 5.0), (0.5, 0.5)), (16.5717, 9.0183)),
        (((0.0, 20.0), (5.0, 0.1), (0.99, 0.01)), (0.02935, 5.04601)),
    ],
)
def test_total_variation_misses_no_pair_of_crossings(case, at):
    x, mixture = np.linspace(-80, 120, 4_000_001), mixture_of(*case)
    q = np.exp(-0.5 * ((x - at[0]) / at[1]) ** 2) / (at[1] * np.sqrt(2 * np.pi))
    brute = np.abs(np.exp(mixture.log_density(x)) - q).sum() * (x[1] - x[0]) / 2
    found = Evaluator(mixture, "total-variation").slope(at[0], np.log(at[1]))[0]
    assert found == pytest.approx(brute, abs=1e-8)


@pytest.mark.parametrize("name", F_DIVERGENCES)
def test_extreme_mixtures_have_a_fit_too(name):
    for case in (((0, 2), (1e-9, 1), (0.5, 0.5)), ((1e6, 1e6 + 1), (1e-3, 1e-2), (0.5, 0.5))):
        fit = fit_gaussian(*case, name)
        assert fit.sigma > 0
        assert fit.value > -2 * np.log(2)
