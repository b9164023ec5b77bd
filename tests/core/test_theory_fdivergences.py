"""f, f' and f* against each other, and divergences against closed forms."""

import math

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES, divergence, divergence_1d, integrand
from ganlab_gui.experiment.objectives import THRESHOLDS

NAMES = tuple(F_DIVERGENCES)
SMOOTH = [name for name in NAMES if name != "total-variation"]
RATIOS = np.array([0.05, 0.3, 0.9, 1.2, 3.0, 11.0])


def log_normal(mean, std):
    return lambda x: -((x - mean) ** 2) / 2 / std**2 - math.log(std * math.sqrt(2 * math.pi))


def uniform(low, high):
    return lambda x: -math.log(high - low) if low <= x <= high else -math.inf


def test_the_same_nine_have_a_threshold():
    assert set(NAMES) == set(THRESHOLDS)


@pytest.mark.parametrize("name", NAMES)
def test_f_is_0_at_1_and_its_slope_there_is_the_threshold(name):
    one = np.array(1.0)
    at_one = -math.log(4) if name == "gan" else 0.0
    assert F_DIVERGENCES[name].f(one) == pytest.approx(at_one)
    assert F_DIVERGENCES[name].slope(one) == pytest.approx(THRESHOLDS[name])


@pytest.mark.parametrize("name", NAMES)
def test_the_slope_equals_finite_differences(name):
    f, step = F_DIVERGENCES[name].f, 1e-6 * RATIOS
    want = (f(RATIOS + step) - f(RATIOS - step)) / 2 / step
    assert F_DIVERGENCES[name].slope(RATIOS) == pytest.approx(want, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("name", NAMES)
def test_the_conjugate_is_the_largest_of_ut_minus_f(name):
    f, conjugate = F_DIVERGENCES[name].f, F_DIVERGENCES[name].conjugate
    for t in F_DIVERGENCES[name].slope(RATIOS):

        def short(log_u, t=t):
            u = np.exp(log_u)
            return float(f(u) - u * t)

        found = minimize_scalar(short, bounds=(-6, 6), method="bounded", options={"xatol": 1e-9})
        # TV's f has a straight part: its supremum for t = ½ is that of the open end.
        assert -found.fun == pytest.approx(
            float(conjugate(t)), abs=3e-3 if name == NAMES[-1] else 1e-8
        )


@pytest.mark.parametrize("name", NAMES)
def test_fenchels_inequality_is_an_equality_at_t_star(name):
    each = F_DIVERGENCES[name]
    t = each.slope(RATIOS)
    assert RATIOS * t - each.conjugate(t) == pytest.approx(each.f(RATIOS), abs=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_the_dual_is_the_divergence_the_other_way_round(name):
    each = F_DIVERGENCES[name]
    dual = F_DIVERGENCES[each.dual]
    assert RATIOS * each.f(1 / RATIOS) == pytest.approx(dual.f(RATIOS), abs=1e-12)
    p, q = np.array([0.7, 0.2, 0.1]), np.array([0.1, 0.3, 0.6])
    assert divergence(name, p, q) == pytest.approx(divergence(each.dual, q, p))
    assert divergence(name, p, q) == pytest.approx(float((q * each.f(p / q)).sum()))


def test_divergences_of_coins_by_hand():
    p, q = np.array([0.5, 0.5]), np.array([0.25, 0.75])
    assert divergence("kl", p, q) == pytest.approx(0.5 * math.log(2) + 0.5 * math.log(2 / 3))
    assert divergence("pearson", p, q) == pytest.approx(0.25 + 0.0625 / 0.75)
    assert divergence("neyman", p, q) == pytest.approx(0.25)
    assert divergence("total-variation", p, q) == pytest.approx(0.25)
    both = divergence("kl", p, q) + divergence("reverse-kl", p, q)
    assert divergence("jeffrey", p, q) == pytest.approx(both)


def test_goodfellows_is_jensen_shannon_less_log_4():
    p, q = np.array([0.7, 0.2, 0.1]), np.array([0.1, 0.3, 0.6])
    m = (p + q) / 2
    twice = divergence("kl", p, m) + divergence("kl", q, m)
    assert divergence("jensen-shannon", p, q) == pytest.approx(twice)
    assert divergence("gan", p, q) == pytest.approx(twice - math.log(4))


@pytest.mark.parametrize(("shift", "std"), [(0.5, 1.2), (1.0, 1.0), (-0.3, 0.9)])
def test_gaussians_by_quadrature_equal_their_closed_forms(shift, std):
    """N(0, 1) against N(shift, std²); χ² is finite where 2 std² > 1."""
    p, q = log_normal(0, 1), log_normal(shift, std)
    kl = math.log(std) + (1 + shift**2) / 2 / std**2 - 0.5
    reverse = -math.log(std) + (std**2 + shift**2) / 2 - 0.5
    overlap = math.sqrt(2 * std / (1 + std**2)) * math.exp(-(shift**2) / 4 / (1 + std**2))
    chi = std**2 / math.sqrt(2 * std**2 - 1) * math.exp(shift**2 / (2 * std**2 - 1)) - 1
    want = {
        "kl": kl,
        "reverse-kl": reverse,
        "jeffrey": kl + reverse,
        "squared-hellinger": 2 - 2 * overlap,
        "pearson": chi,
    }
    for name, value in want.items():
        assert divergence_1d(name, p, q, -25, 25) == pytest.approx(value, rel=1e-8), name


def test_neyman_of_gaussians_is_pearson_the_other_way_round():
    p, q = log_normal(0, 1), log_normal(0.5, 1.2)
    there = divergence_1d("neyman", p, q, -25, 25)
    assert there == pytest.approx(divergence_1d("pearson", q, p, -25, 25), rel=1e-9)


def test_shifted_uniforms_have_infinite_and_finite_divergences():
    """U[0, 1] and U[θ, θ + 1]: TV = θ, JS = 2 θ ln 2 (twice the JSD), squared Hellinger 2 θ."""
    theta = 0.25
    p, q = uniform(0, 1), uniform(theta, 1 + theta)
    for name in ("kl", "reverse-kl", "pearson", "neyman", "jeffrey"):
        assert divergence_1d(name, p, q, -1, 3) == math.inf
    want = {
        "total-variation": theta,
        "jensen-shannon": 2 * theta * math.log(2),
        "squared-hellinger": 2 * theta,
    }
    for name, value in want.items():
        assert divergence_1d(name, p, q, -1, 3) == pytest.approx(value, rel=1e-4)


def test_grids_with_empty_cells_are_infinite_only_where_they_should_be():
    p, q = np.array([0.5, 0.5, 0.0, 0.0]), np.array([0.0, 0.5, 0.5, 0.0])
    infinite = {name for name in NAMES if divergence(name, p, q) == math.inf}
    assert infinite == {"kl", "reverse-kl", "pearson", "neyman", "jeffrey"}
    assert divergence("total-variation", p, q) == 0.5
    assert divergence("jensen-shannon", p, q) == pytest.approx(math.log(2))
    # KL forgives q where p is nothing, and reverse KL the other way round.
    assert divergence("kl", np.array([1.0, 0.0]), np.array([0.5, 0.5])) == pytest.approx(
        math.log(2)
    )
    assert divergence("reverse-kl", np.array([1.0, 0.0]), np.array([0.5, 0.5])) == math.inf


def test_weights_are_the_sizes_of_the_cells():
    x = np.linspace(-9, 9, 361)
    p, q = (np.exp([at(v) for v in x]) for at in (log_normal(0, 1), log_normal(1, 1)))
    assert divergence("kl", p, q, x[1] - x[0]) == pytest.approx(0.5)
    plane = p[:, None] * p, q[:, None] * q
    assert divergence("kl", *plane, (x[1] - x[0]) ** 2) == pytest.approx(1.0)


@pytest.mark.parametrize("name", SMOOTH)
def test_tiny_densities_overflow_nothing_on_the_way(name):
    found = integrand(name, np.array([1e-300, 1.0]), np.array([1e-310, 1.0]))
    assert np.isfinite(found).all()
