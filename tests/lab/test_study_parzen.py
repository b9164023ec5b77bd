"""Parzen studies: partial answers, the same ones each time, and what they must come to."""

import math

import numpy as np
import pytest

from ganlab_gui.core.theory.parzen import (
    COUNTS,
    DIMENSIONS,
    SIGMAS,
    endless_likelihood,
    gaussian_likelihood,
    log_density,
    single_likelihood,
)
from ganlab_gui.lab.studies import parzen


def test_validation_comes_sigma_by_sigma_and_ends_with_the_score():
    answers = list(parzen.validation(5, 200, 3))
    shares = [share for share, _ in answers]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert [int(np.isfinite(a["means"]).sum()) for _, a in answers[:3]] == [1, 2, 3]
    assert "score" not in answers[-2][1]
    last = answers[-1][1]
    assert last["score"].sigma == SIGMAS[int(np.argmax(last["means"]))]
    again = list(parzen.validation(5, 200, 3))[-1][1]
    np.testing.assert_array_equal(again["means"], last["means"])
    assert again["score"] == last["score"]


@pytest.mark.parametrize(("dimension", "n"), [(2, 50), (20, 300)])
def test_the_curve_lies_between_one_sample_and_endless_ones(dimension, n):
    last = list(parzen.validation(dimension, n, 0))[-1][1]
    sigmas = np.array(SIGMAS)
    slack = 0.1 * dimension
    assert (last["means"] < endless_likelihood(dimension, sigmas) + slack).all()
    assert (last["means"] > single_likelihood(dimension, sigmas) - slack).all()
    score, (bias, error) = last["score"], last["bias"]
    truth = float(gaussian_likelihood(dimension))
    assert bias == pytest.approx(truth - score.mean, abs=4 * score.error)
    assert bias > 3 * error
    assert bias < 0.5 * dimension * math.log(2)


def test_the_bias_is_the_divergence_by_quadrature_on_the_line():
    rng = np.random.default_rng(0)
    samples, test = rng.standard_normal((40, 1)), rng.standard_normal((20_000, 1))
    lost = parzen._lost(test, log_density(test, samples, 0.4))
    bias, error = parzen._mean_and_error(lost[None])
    x = np.linspace(-9, 9, 4001)
    p = np.exp(-0.5 * x**2) / math.sqrt(2 * math.pi)
    divergence = np.trapezoid(p * (np.log(p) - log_density(x[:, None], samples, 0.4)), x)
    assert bias == pytest.approx(divergence, abs=4 * error)


def test_a_cheat_scores_higher_than_the_datas_own_samples():
    steps = list(parzen.ranking(50, 500, 0))
    assert [len(rows) for _, rows in steps] == sorted(len(rows) for _, rows in steps)
    rows = {name: (truth, score) for name, truth, score in steps[-1][1]}
    assert list(rows) == ["true", "shrunken", "memory", "k-means", "point"]
    own = rows["true"][1]
    for name in ("shrunken", "k-means", "point"):
        assert rows[name][0] < rows["true"][0]
        assert rows[name][1].mean > own.mean + 10 * own.error
    assert rows["point"][1].mean == pytest.approx(rows["true"][0], abs=0.7)
    assert steps[-1][1] == list(parzen.ranking(50, 500, 0))[-1][1]


def test_the_bias_falls_with_samples_and_grows_with_dimensions(monkeypatch):
    monkeypatch.setattr(parzen, "COUNTS", COUNTS[:4])
    answers = list(parzen.bias(0))
    assert np.isfinite(answers[0][1]).sum() == 0
    assert answers[-1][0] == pytest.approx(1.0)
    table = answers[-1][1]
    assert table.shape == (2, len(DIMENSIONS), 4)
    table, errors = table
    assert (errors > 0).all()
    assert (errors < table).all()
    assert (np.diff(table, axis=0) > 0).all()
    assert (np.diff(table, axis=1) < 0).all()
    bound = 0.5 * np.array(DIMENSIONS) * math.log(2)
    assert (table[:, 0] < bound).all()


@pytest.mark.parametrize(("dimension", "n", "start"), [(1, 300, 27), (2, 10, 0), (50, 100, 14)])
def test_climbing_finds_the_sigma_that_the_whole_grid_finds(dimension, n, start):
    rng = np.random.default_rng(5)
    samples, held_out, test = (rng.standard_normal((k, dimension)) for k in (n, 400, 500))
    values, place = list(parzen._climbed(samples, held_out, test, start))[-1]
    *_, (whole, sigma) = list(parzen._scored(samples, held_out, test))[-1]
    assert SIGMAS[place] == sigma
    np.testing.assert_array_equal(values, whole)
