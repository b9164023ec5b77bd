"""Optimal transport on the line: three readings of W₁, the map, and mass on its way."""

from itertools import pairwise
from math import pi, sqrt

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm, wasserstein_distance

from ganlab_gui.core.theory.transport import Mixture, line_plan, mean_signs, optimal_map

HEAPS = (
    Mixture((-3.0, -1.0), (0.5, 0.4), (0.6, 0.4)),
    Mixture((1.0, 3.5), (0.3, 0.6), (0.5, 0.5)),
    Mixture((-4.0, 4.0), (0.2, 0.2), (0.5, 0.5)),
    Mixture((0.0,), (1.5,), (1.0,)),
)
PAIRS = list(pairwise((*HEAPS, HEAPS[0])))


def test_a_mixture_against_scipy():
    heap, x = HEAPS[0], np.linspace(-6, 3, 41)
    parts = [w * norm(m, s).pdf(x) for m, s, w in zip(*vars(heap).values(), strict=False)]
    assert heap.density(x) == pytest.approx(sum(parts))
    assert heap.log_density(x) == pytest.approx(np.log(sum(parts)))
    assert heap.cdf(-1.3) == pytest.approx(quad(heap.density, -12, -1.3)[0])
    assert heap.score(x) == pytest.approx(
        (heap.log_density(x + 1e-6) - heap.log_density(x - 1e-6)) / 2e-6, abs=1e-6
    )
    assert np.isfinite(heap.log_density(1e3))
    assert heap.density(np.zeros((2, 3))).shape == (2, 3)


@pytest.mark.parametrize("heap", HEAPS)
def test_quantiles_invert_the_distribution_function(heap: Mixture):
    u = np.array([1e-9, 1e-3, 0.1, 0.3, 0.5, 0.61, 0.9, 0.999])
    assert heap.cdf(heap.quantile(u)) == pytest.approx(u, rel=1e-9)
    assert (np.diff(heap.quantile(np.linspace(0, 1, 2001))) >= 0).all()
    low, high = heap.quantile([0.0, 1.0])
    assert heap.support[0] <= low < high <= heap.support[1]


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_primal_dual_and_area_agree(p: Mixture, q: Mixture):
    plan = line_plan(p, q)
    assert plan.dual == pytest.approx(plan.primal, abs=1e-5)
    assert plan.area == pytest.approx(plan.primal, abs=1e-5)
    adaptive = quad(lambda x: abs(p.cdf(x) - q.cdf(x)), -16, 16, limit=300, epsabs=1e-9)[0]
    assert plan.primal == pytest.approx(adaptive, abs=1e-5)
    draws = [heap.draw(40_000, np.random.default_rng(k)) for k, heap in enumerate((p, q))]
    assert wasserstein_distance(*draws) == pytest.approx(plan.primal, abs=0.05)


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_the_map_pushes_p_onto_q(p: Mixture, q: Mixture):
    x = np.linspace(*p.support, 301)
    there = optimal_map(p, q, x)
    assert q.cdf(there) == pytest.approx(p.cdf(x), abs=1e-9)
    assert (np.diff(there) >= 0).all()


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_the_potential_is_nowhere_steeper_than_one(p: Mixture, q: Mixture):
    plan = line_plan(p, q)
    assert (np.abs(np.diff(plan.potential)) - np.diff(plan.x)).max() <= 1e-12
    assert np.interp(0.0, plan.x, plan.potential) == pytest.approx(0.0, abs=1e-12)
    # No other critic of slope ≤ 1 earns more.
    for other in (np.sin(plan.x), np.abs(plan.x - 1), plan.x, -plan.x):
        earned = np.trapezoid(other * (p.density(plan.x) - q.density(plan.x)), plan.x)
        assert earned <= plan.dual + 1e-6


def test_gaussians_in_closed_form():
    def plan(m: float, s: float):
        return line_plan(Mixture((0.5,), (0.8,), (1.0,)), Mixture((m,), (s,), (1.0,)))

    shifted, wider = plan(3.0, 0.8), plan(0.5, 1.4)
    assert shifted.primal == pytest.approx(2.5, abs=1e-9)
    assert shifted.w2 == pytest.approx(2.5, abs=1e-9)
    assert wider.primal == pytest.approx(0.6 * sqrt(2 / pi), abs=1e-5)
    assert wider.w2 == pytest.approx(0.6, abs=1e-5)
    both = plan(-1.0, 1.1)
    assert both.w2 == pytest.approx(sqrt(1.5**2 + 0.3**2), abs=1e-5)
    gap = norm(1.5, 0.3)
    assert both.primal == pytest.approx(quad(lambda d: abs(d) * gap.pdf(d), -2, 4)[0], abs=1e-5)
    x = np.linspace(-2, 3, 11)
    p, q = Mixture((0.5,), (0.8,), (1.0,)), Mixture((-1.0,), (1.1,), (1.0,))
    assert optimal_map(p, q, x) == pytest.approx(-1 + 1.1 / 0.8 * (x - 0.5), abs=1e-6)


@pytest.mark.parametrize("t", [0.0, 0.3, 0.7, 1.0])
def test_mass_on_its_way(t: float):
    p, q = HEAPS[:2]
    plan = line_plan(p, q)
    places, density = plan.along(t)
    assert (np.diff(places) >= 0).all()
    assert np.trapezoid(density, places) == pytest.approx(1.0, abs=1e-4)
    x = p.draw(200_000, np.random.default_rng(0))
    moved = (1 - t) * x + t * optimal_map(p, q, x)
    for low, high in ((-2.0, 0.0), (0.0, 1.0), (1.0, 4.0)):
        fine = np.linspace(low, high, 4001)
        mass = np.trapezoid(np.interp(fine, places, density), fine)
        assert np.mean((moved > low) & (moved < high)) == pytest.approx(mass, abs=4e-3)


def test_the_way_is_a_geodesic_of_w1():
    p, q = HEAPS[3], HEAPS[1]
    plan = line_plan(p, q)
    halfway = 0.5 * (plan.source + plan.target)
    assert np.trapezoid(np.abs(halfway - plan.source), plan.u) == pytest.approx(plan.primal / 2)


def test_mean_signs_split_a_cell_at_its_crossing():
    assert mean_signs(np.array([1.0, 3.0, -1.0, -2.0, 0.0, 0.0])).tolist() == [1, 0.5, -1, -1, 0]
