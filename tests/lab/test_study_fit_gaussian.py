"""The studies of one Gaussian for a mixture: quadrature first, then training that comes to it."""

import numpy as np
import pytest

from ganlab_gui.core.theory import fit_gaussian
from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES
from ganlab_gui.lab.studies import study

MIXTURE = ((-1.6, 2.0), (0.5, 1.0), (0.4, 0.6))
GRID = (-8.0, 8.0, 21, -0.7, 0.8, 11)


def test_the_minima_come_first_and_the_landscape_has_nothing_lower():
    answers = list(study("gaussian-fit")(MIXTURE, "reverse-kl", GRID))
    assert "landscape" not in answers[0][1]
    share, last = answers[-1]
    assert share == 1
    assert last["landscape"].shape == (11, 21)
    assert last["minima"][0] == fit_gaussian(*MIXTURE, "reverse-kl")
    assert len(last["minima"]) == 2
    assert last["landscape"].min() >= last["minima"][0].value - 1e-3


def test_every_divergence_comes_in_turn():
    answers = list(study("gaussian-fits")(MIXTURE))
    assert [len(found) for _, found in answers] == list(range(1, 10))
    assert tuple(answers[-1][1]) == tuple(F_DIVERGENCES)


@pytest.mark.parametrize("name", ["kl", "jensen-shannon"])
def test_training_comes_near_the_minimum_and_the_bound_near_the_divergence(name):
    (*_, (share, last)) = study("gaussian-training")(MIXTURE, name, (0.0, 1.0), 400, 0)
    best = fit_gaussian(*MIXTURE, name)
    assert share == 1
    assert last["mu"][0] == 0.0
    assert last["sigma"][0] == pytest.approx(1.0)
    assert last["mu"][-1] == pytest.approx(best.mu, abs=0.3)
    assert last["sigma"][-1] == pytest.approx(best.sigma, abs=0.3)
    assert best.value - 1e-3 <= last["exact"][-1] < best.value + 0.05
    assert last["bound"][-10:].mean() == pytest.approx(best.value, abs=0.06)


def test_training_is_the_same_again_and_another_with_another_seed():
    def path(seed):
        (*_, (_, last)) = study("gaussian-training")(MIXTURE, "reverse-kl", (1.0, 1.0), 30, seed)
        return last["mu"]

    assert np.array_equal(path(1), path(1))
    assert not np.array_equal(path(1), path(2))
