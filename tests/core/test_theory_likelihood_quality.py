"""The noise mixture and the memorising model against sampling, scipy and their bounds."""

import math

import numpy as np
import pytest
from scipy.stats import multivariate_normal

from ganlab_gui.core.theory.likelihood_quality import (
    MODES,
    STD,
    Memory,
    centres,
    data_likelihood,
    log_ring,
    loss_bound,
    mixture_loss,
    noise_likelihood,
    plane,
    sample_data,
)


def whole_samples(n, dimension, seed):
    """ln p and ln n at n samples of p in d dimensions, coordinate by coordinate."""
    rng = np.random.default_rng(seed)
    first, rest = sample_data(n, rng), STD * rng.standard_normal((n, dimension - 2))
    half = 0.5 * math.log(2 * math.pi)
    log_p = log_ring(first) + (-0.5 * (rest / STD) ** 2 - math.log(STD) - half).sum(axis=1)
    log_n = -0.5 * (first**2).sum(axis=1) - 0.5 * (rest**2).sum(axis=1) - dimension * half
    return log_p, log_n


def test_the_ring_is_its_gaussians_and_has_mass_one():
    x = np.random.default_rng(0).standard_normal((20, 2))
    each = [multivariate_normal(c, STD**2 * np.eye(2)).logpdf(x) for c in centres()]
    by_hand = np.logaddexp.reduce(each, axis=0) - math.log(MODES)
    np.testing.assert_allclose(log_ring(x), by_hand, rtol=1e-12)
    side = np.arange(-2, 2, STD / 2)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    assert np.exp(log_ring(grid)).sum() * (STD / 2) ** 2 == pytest.approx(1.0, abs=1e-9)


@pytest.mark.parametrize("dimension", [2, 3, 5, 40])
def test_expectations_agree_with_a_hundred_thousand_samples(dimension):
    n = 100_000
    log_p, log_n = whole_samples(n, dimension, 1)
    for exact, values in (
        (data_likelihood(dimension), log_p),
        (noise_likelihood(dimension), log_n),
        *(
            (
                mixture_loss(w, dimension),
                log_p - np.logaddexp(math.log(w) + log_p, math.log1p(-w) + log_n),
            )
            for w in (0.001, 0.01, 0.5)
        ),
    ):
        assert exact == pytest.approx(values.mean(), abs=5 * values.std() / math.sqrt(n) + 1e-9)


def test_the_loss_is_a_divergence_below_its_bound_and_grows_towards_it():
    for w in (0.001, 0.01, 0.3, 0.99):
        losses = [mixture_loss(w, d) for d in (2, 3, 5, 10, 100, 10_000)]
        assert all(0 <= loss <= loss_bound(w) + 1e-12 for loss in losses)
        assert np.all(np.diff(losses) > -1e-9)
        assert losses[-1] == pytest.approx(loss_bound(w), abs=1e-6)
    assert loss_bound(0.01) == pytest.approx(math.log(100))
    assert mixture_loss(1.0, 7) == pytest.approx(0.0, abs=1e-12)


def test_the_quadrature_has_converged(monkeypatch):
    coarse = [mixture_loss(w, d) for w in (0.001, 0.01, 0.5) for d in (2, 3, 4)]
    monkeypatch.setattr("ganlab_gui.core.theory.likelihood_quality.plane", lambda: plane(60))
    fine = [mixture_loss(w, d) for w in (0.001, 0.01, 0.5) for d in (2, 3, 4)]
    np.testing.assert_allclose(coarse, fine, atol=3e-5)


def test_likelihood_grows_with_the_dimension_and_the_loss_does_not():
    assert data_likelihood(10_000) / data_likelihood(100) == pytest.approx(100, rel=0.02)
    assert mixture_loss(0.01, 10_000) - mixture_loss(0.01, 100) < 1e-6
    each = -0.5 * math.log(2 * math.pi * math.e * STD**2)
    assert data_likelihood(11) - data_likelihood(10) == pytest.approx(each)


@pytest.mark.parametrize(("share", "dimension"), [(0.0, 5), (1.5, 5), (0.1, 1)])
def test_what_makes_no_sense_is_refused(share, dimension):
    with pytest.raises(ValueError, match="share must be in"):
        mixture_loss(share, dimension)


def test_memory_is_a_mixture_about_its_training_points():
    rng = np.random.default_rng(2)
    train, test = sample_data(6, rng), sample_data(40, rng)
    memory = Memory.of(train, test)
    each = [multivariate_normal(x, 0.03**2 * np.eye(2)).logpdf(test) for x in train]
    logs = np.logaddexp.reduce(each, axis=0) - math.log(6)
    mean, error = memory.test(0.03)
    assert mean == pytest.approx(logs.mean())
    assert error == pytest.approx(logs.std(ddof=1) / math.sqrt(40))
    own = Memory.of(train, train)
    assert memory.train(0.03) == pytest.approx(own.test(0.03)[0])


def test_as_the_width_goes_to_nothing_train_goes_up_and_test_down_without_end():
    rng = np.random.default_rng(3)
    memory = Memory.of(sample_data(50, rng), sample_data(200, rng))
    for width in (1e-4, 1e-6):
        alone = -math.log(50) - math.log(2 * math.pi) - 2 * math.log(width)
        assert memory.train(width) == pytest.approx(alone, abs=0.1)
    tests = [memory.test(width)[0] for width in (1e-2, 1e-3, 1e-4)]
    assert tests[0] > tests[1] > tests[2]
    nearest = memory.across.min(axis=1).mean()
    assert tests[2] == pytest.approx(-nearest / 2e-8, rel=1e-3)
    assert max(memory.test(w)[0] for w in np.geomspace(0.01, 1, 30)) < data_likelihood(2)
