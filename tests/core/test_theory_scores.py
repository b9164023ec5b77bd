"""Exact scores of mixtures against sampling, quadrature and the lab's own estimates."""

import numpy as np
import pytest
from scipy import stats
from scipy.special import entr

from ganlab_gui.core.measures import moments as estimates
from ganlab_gui.core.measures.modes import high_quality_ceiling, mode_coverage
from ganlab_gui.core.theory.score_models import (
    MODES,
    RING,
    TARGETS,
    lost,
    memorised,
    modes_model,
    one_gaussian,
    perfect,
    reverse_kl,
    scores_along_kept,
    scores_along_noise,
    scores_along_spread,
    scores_of,
)
from ganlab_gui.core.theory.scores import (
    ScoredData,
    frechet,
    inception_score,
    lattice,
    mean_kernel,
    moments,
    ring,
)

PERFECT = modes_model(1.0, MODES, "neighbours", 0.0)
MODELS = {
    "perfect": PERFECT,
    "five and noise": modes_model(0.6, 5, "neighbours", 0.15),
    "blurred": modes_model(4.0, 8, "spread out", 0.0),
    "narrow": modes_model(0.1, 3, "spread out", 0.3),
    "one Gaussian": one_gaussian(0.1),
    "memorised": memorised(40, 0.05),
    "grid": modes_model(0.6, 5, "neighbours", 0.15, "grid"),
    "grid blurred": modes_model(5.0, 25, "spread out", 0.3, "grid"),
    "grid, one Gaussian": one_gaussian(0.0, "grid"),
    "grid memorised": memorised(40, 0.05, "grid"),
}


def sample(model, n, seed=0):
    rng = np.random.default_rng(seed)
    return model.sample(rng.random(n), rng.standard_normal((n, 2)))


@pytest.mark.parametrize("name", MODELS)
def test_exact_scores_are_those_of_very_many_samples(name):
    model, n, h = MODELS[name], 200_000, 0.7
    true = TARGETS[model.target].data
    x, data = sample(model, n), sample(perfect(model.target), n, seed=1)
    now = scores_of(model, h)
    posterior = true.posterior(x)
    entropy = entr(posterior).sum(axis=1)
    assert now.entropy == pytest.approx(entropy.mean(), abs=5 * entropy.std() / np.sqrt(n) + 1e-5)
    np.testing.assert_allclose(now.labels, posterior.mean(axis=0), atol=0.005)
    assert now.inception == pytest.approx(
        inception_score(entropy.mean(), posterior.mean(axis=0)), rel=0.01
    )
    far = float(np.trace(true.moments[1])) / 4.0
    assert now.fid == pytest.approx(estimates.frechet(x, data), abs=0.02 * far, rel=0.02)
    part = slice(0, 4000)
    assert now.mmd2 == pytest.approx(estimates.mmd2(x[part], data[part], h), abs=0.004)
    coverage = mode_coverage(x, true.means, true.std)
    quality = true.high_quality(model.means, model.stds, model.weights)
    assert quality == pytest.approx(coverage.high_quality, abs=0.006)
    assert reverse_kl(now.labels) == pytest.approx(coverage.reverse_kl, abs=0.02)


def test_the_perfect_generator_has_8_one_mode_has_1_and_the_data_lose_nothing():
    far = ring(radius=2.0, std=0.05)
    sharp = ScoredData(far.means, 0.05, reach=3.0, spacing=0.0125)
    entropy, labels = sharp.read(sharp.means, sharp.stds)
    assert inception_score(entropy.mean(), labels.mean(axis=0)) == pytest.approx(8.0, abs=1e-9)
    assert inception_score(entropy[0], labels[0]) == pytest.approx(1.0, abs=1e-9)
    assert scores_of(PERFECT, 1.0).inception == pytest.approx(8.0, abs=0.01)
    assert scores_of(modes_model(1.0, 1, "neighbours", 0.0), 1.0).inception < 1.01
    assert lost(scores_of(PERFECT, 1.0), 1.0) == pytest.approx(
        {"inception": 0.0, "fid": 0.0, "mmd2": 0.0}, abs=1e-9
    )
    point = scores_of(modes_model(0.0, 1, "neighbours", 0.0), 1.0)
    assert lost(point, 1.0) == pytest.approx({"inception": 1.0, "fid": 1.0, "mmd2": 1.0})


def test_the_quadrature_does_not_depend_on_its_grid():
    means = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 0.0], [2.0, 0.0], [1.4, 1.4]])
    stds = np.array([2.5, 0.2, 1.0, 0.05, 0.0499])
    finer = ScoredData(RING.means, RING.std, spacing=0.02)
    for a, b in zip(RING.read(means, stds), finer.read(means, stds), strict=True):
        np.testing.assert_allclose(a, b, atol=2e-5)


def test_a_reading_turned_by_symmetry_is_the_reading_itself():
    model = modes_model(3.0, 8, "neighbours", 0.2)
    entropy, labels = RING.read(model.means, model.stds)
    np.testing.assert_allclose(model.reading[0], entropy, atol=1e-5)
    np.testing.assert_allclose(model.reading[1], labels, atol=1e-5)


def test_frechet_in_the_plane_is_that_of_matrix_square_roots():
    from scipy.linalg import sqrtm

    rng = np.random.default_rng(0)
    for _ in range(10):
        a, b = (m @ m.T for m in rng.standard_normal((2, 2, 2)))
        p, q = rng.standard_normal((2, 2))
        exact = (p - q) @ (p - q) + np.trace(a + b - 2 * np.real(sqrtm(a @ b)))
        assert frechet(p, a, q, b) == pytest.approx(exact, abs=1e-6)
        assert frechet(p, a, p, a) == pytest.approx(0.0, abs=1e-9)


def test_moments_and_kernel_of_mixtures_by_quadrature():
    means, stds = np.array([[0.3, -0.2], [1.0, 0.5]]), np.array([0.4, 0.7])
    weights, other = np.array([0.3, 0.7]), np.array([[0.5, 0.1]])
    line = np.linspace(-6, 6, 601)
    x = np.stack(np.meshgrid(line, line, indexing="ij"), axis=-1)
    cell = (line[1] - line[0]) ** 2
    density = sum(
        w * stats.multivariate_normal(m, s**2).pdf(x)
        for m, s, w in zip(means, stds, weights, strict=True)
    )
    mean, cov = moments(means, stds, weights)
    np.testing.assert_allclose(mean, np.einsum("xy,xyi->i", density, x) * cell, atol=1e-6)
    away = x - mean
    found = np.einsum("xy,xyi,xyj->ij", density, away, away) * cell
    np.testing.assert_allclose(cov, found, atol=1e-6)
    h = 0.6
    kernel = np.exp(-np.sum((x - other[0]) ** 2, axis=-1) / (2 * h**2))
    exact = mean_kernel(means, stds, weights, other, np.zeros(1), np.ones(1), h)
    assert exact == pytest.approx((density * kernel).sum() * cell, abs=1e-8)


def test_frechet_is_blind_where_the_moments_are_equal():
    for model in (modes_model(1.0, 4, "spread out", 0.0), one_gaussian(0.0)):
        now = scores_of(model, 1.0)
        assert now.fid == pytest.approx(0.0, abs=1e-9)
        assert now.mmd2 > 0.04
    assert RING.high_quality(*_parts(one_gaussian(0.0))) < 0.3
    assert scores_of(modes_model(1.0, 4, "neighbours", 0.0), 1.0).fid > 2.0


def _parts(model):
    return model.means, model.stds, model.weights


def test_is_is_blind_to_collapse_within_modes_and_a_wide_kernel_too():
    shrunken, h = modes_model(0.05, 8, "neighbours", 0.0), 0.2
    assert scores_of(shrunken, 1.0).inception > scores_of(PERFECT, 1.0).inception
    assert lost(scores_of(shrunken, 1.0), 1.0)["mmd2"] < 0.001
    assert lost(scores_of(shrunken, h), h)["mmd2"] > 0.04


def test_nobody_notices_that_the_training_points_are_repeated():
    share = lost(scores_of(memorised(200, 0.0), 1.0), 1.0)
    assert max(float(v) for v in share.values()) < 0.001


def test_high_quality_of_the_data_is_the_ceiling_and_narrow_modes_have_all():
    # The other seven modes add what the 3 σ of the nearest leave out: below 1e-5.
    assert RING.high_quality(*_parts(PERFECT)) == pytest.approx(high_quality_ceiling, abs=1e-5)
    for spread in (0.0, 1e-4, 0.01, 0.2):
        model = modes_model(spread, 8, "neighbours", 0.0)
        assert RING.high_quality(*_parts(model)) == pytest.approx(1.0, abs=1e-9)


@pytest.mark.parametrize("data", TARGETS)
@pytest.mark.parametrize("noise", [0.0, 0.2, 1.0])
def test_the_curves_go_through_the_scores_of_single_models(noise, data):
    h, order = 0.5, "spread out"
    spreads = (0.1, 1.0, 4.0)
    here = modes_model(0.7, 5, order, noise, data)
    along = scores_along_spread(here, spreads, h)
    kept = scores_along_kept(here, order, h)
    shares = scores_along_noise(here, np.array([0.0, 0.3, 1.0]), h)
    cases = [
        *((along, k, modes_model(s, 5, order, noise, data)) for k, s in enumerate(spreads)),
        *((kept, k - 1, modes_model(0.7, k, order, noise, data)) for k in (1, 5, 8)),
        *((shares, k, modes_model(0.7, 5, order, s, data)) for k, s in enumerate((0.0, 0.3, 1.0))),
    ]
    for curve, place, model in cases:
        single = scores_of(model, h)
        for name in ("inception", "fid", "mmd2", "entropy"):
            assert getattr(curve, name)[place] == pytest.approx(
                float(getattr(single, name)), abs=1e-9
            )


def test_few_modes_of_the_grid_have_the_moments_of_all():
    for kept in (4, 16):
        assert scores_of(modes_model(1.0, kept, "spread out", 0.0, "grid"), 1.0).fid < 1e-12
    assert sorted(TARGETS["grid"].orders["spread out"]) == list(range(25))


def test_the_grids_product_of_lines_is_its_quadrature_in_the_plane():
    small = lattice((-4.0, -2.0, 0.0))
    plain = ScoredData(small.means, small.std, reach=9.0, spacing=0.03)
    means, stds = np.array([[-4.0, -2.0], [-1.0, -1.3], [0.5, 0.0]]), np.array([0.2, 1.0, 0.1])
    for a, b in zip(small.read(means, stds), plain.read(means, stds), strict=True):
        np.testing.assert_allclose(a, b, atol=2e-5)
