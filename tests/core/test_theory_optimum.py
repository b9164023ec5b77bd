"""D* by hand, and as what no other D does better than."""

import math

import numpy as np
import pytest
import torch

from ganlab_gui.core.models.divergences import DIVERGENCES
from ganlab_gui.core.models.objectives import objective_of
from ganlab_gui.core.theory.optimum import (
    FARTHEST_RATIO,
    optimal_bound,
    optimal_discriminator,
    optimum,
)
from ganlab_gui.experiment.objectives import NAMES, optimum_formula, reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.experiment.training import Training

P, Q = np.array([0.3, 0.0, 0.2, 0.1, 0.0]), np.array([0.1, 0.5, 0.2, 0.4, 0.0])


def experiment(name, generators=1, **values):
    return Experiment.model_validate(
        {"objective": {"name": name, **values}, "generator": {"count": generators}}
    )


def test_optimal_discriminator_by_hand_and_as_a_sigmoid():
    p, q = np.array([0.3, 0.0, 0.2, 0.0]), np.array([0.1, 0.5, 0.2, 0.0])
    assert optimal_discriminator(p, q) == pytest.approx([0.75, 0, 0.5, 0.5])
    p, q = np.random.default_rng(0).uniform(0.01, 2, (2, 20))
    assert optimal_discriminator(p, q) == pytest.approx(1 / (1 + np.exp(np.log(q) - np.log(p))))


def test_optimal_discriminator_attains_the_jensen_shannon_bound():
    """C(G) = −log 4 + 2 JSD (Goodfellow et al. 2014, Theorem 1), and no other D does better."""
    p, q = np.array([0.7, 0.2, 0.1]), np.array([0.1, 0.3, 0.6])
    best = optimal_discriminator(p, q)

    def value(d):
        return float((p * np.log(d) + q * np.log(1 - d)).sum())

    m = (p + q) / 2
    jsd = 0.5 * float((p * np.log(p / m) + q * np.log(q / m)).sum())
    assert value(best) == pytest.approx(-math.log(4) + 2 * jsd)
    for shift in (-0.05, 0.05):
        assert value(best + shift) < value(best)


def test_several_generators_by_hand():
    """p / (p + 3 q): ½, 0, ¼ and 1 / 13; ¼ where there is nothing."""
    found = optimum(experiment("minimax", generators=3), P, Q)
    assert found == pytest.approx([0.5, 0, 0.25, 1 / 13, 0.25])


def test_scores_and_energies_by_hand():
    found = optimum(experiment("least-squares", a=-1.0, b=3.0), P, Q)
    assert found == pytest.approx([2, -1, 1, -0.2, 1])
    assert optimum(experiment("hinge"), P, Q).tolist() == [1, -1, 0, -1, 0]
    assert optimum(experiment("energy", margin=2.0), P, Q).tolist() == [0, -2, 0, -2, -1]


def test_label_smoothing_lowers_the_target_on_data():
    found = optimum(experiment("non-saturating", label_smoothing=0.2), P, Q)
    assert found == pytest.approx([0.6, 0, 0.4, 0.16, 0.5])


def mislabelled(name, share, **values):
    return experiment(name, **values).model_copy(update={"training": Training(label_noise=share)})


def test_label_noise_mixes_the_densities():
    """((1 − ε) p + ε q) / (p + q) by hand; no D has any hold where half the labels are wrong."""
    assert optimum(mislabelled("minimax", 0.25), P, Q) == pytest.approx(
        [0.25 / 0.4, 0.25, 0.5, 0.175 / 0.5, 0.5]
    )
    smoothed = optimum(mislabelled("non-saturating", 0.25, label_smoothing=0.2), P, Q)
    assert smoothed[:4] == pytest.approx([0.5, 0.2, 0.4, 0.28])
    for name in ("minimax", "hinge", "f-gan", "least-squares"):
        settings = mislabelled(name, 0.5)
        assert optimum(settings, P, Q) == pytest.approx([reading(settings).threshold] * 5)


def test_the_optimum_is_unknown_where_d_sees_blurred_samples():
    assert reading(mislabelled("minimax", 0.25)).optimum
    blurred = Experiment(training={"instance_noise": 0.1})
    assert not reading(blurred).optimum
    assert reading(blurred).threshold == 0.5


def test_formulas_count_generators_and_smoothing():
    assert optimum_formula(experiment("minimax", label_smoothing=0.1)) == (
        "D*(x) = (1 − s) p(x) / (p(x) + p_g(x))"
    )
    assert optimum_formula(experiment("minimax", 3)) == "D*(x) = p(x) / (p(x) + 3 p_g(x))"
    assert optimum_formula(experiment("wasserstein")) == ""


def test_bounds_by_hand_and_where_one_density_is_0():
    far = FARTHEST_RATIO
    found = optimal_bound("kl", P, Q)
    want = [1 + math.log(3), 1 - math.log(far), 1, 1 + math.log(0.25), 1]
    assert found == pytest.approx(want)
    assert optimal_bound("reverse-kl", Q, P)[1] == pytest.approx(-1 / far)
    assert optimal_bound("pearson", P, Q)[:1] == pytest.approx([4])
    for name in DIVERGENCES:
        assert np.isfinite(optimal_bound(name, P, Q)).all()


def test_what_has_no_optimum_says_none_just_where_its_reading_does():
    for name in NAMES:
        found = optimum(experiment(name), P, Q)
        assert (found is not None) == reading(experiment(name)).optimum, name
        if found is not None:
            assert found.shape == P.shape


def test_an_undecided_d_is_at_the_readings_threshold():
    nothing = np.zeros(2)
    for name in ("minimax", "f-gan", "least-squares", "hinge"):
        for generators in (1, 3) if name == "minimax" else (1,):
            settings = experiment(name, generators=generators)
            want = reading(settings).threshold
            assert optimum(settings, nothing, nothing).tolist() == [want, want]


@pytest.mark.parametrize(
    ("name", "raw_of"),
    [
        ("minimax", lambda d: np.log(d / (1 - d))),
        ("least-squares", lambda d: d),
        ("hinge", lambda d: d),
        ("energy", lambda d: -d),
        ("f-gan", lambda d: d),
    ],
)
@pytest.mark.parametrize("share", [0.0, 0.2])
def test_no_other_d_has_a_smaller_loss(name, raw_of, share):
    """Over three points with weights p and q, against D* moved up or down at each of them.

    Of both, a ``share`` is given to the other side.
    """
    p, q = np.array([0.7, 0.25, 0.05]), np.array([0.1, 0.3, 0.6])
    settings = mislabelled(name, share)
    game, best = objective_of(settings.objective), optimum(settings, p, q)

    def loss(raw):
        """The mean over a minibatch in which point i stands 100 p_i and 100 q_i times."""
        seen = (1 - share) * p + share * q, (1 - share) * q + share * p
        real, fake = (np.repeat(raw, np.round(100 * w).astype(int))[None] for w in seen)
        return game.d_loss(torch.tensor(real), torch.tensor(fake)).item()

    lowest = loss(raw_of(best))
    for i in range(3):
        for shift in (-0.03, 0.03):
            moved = raw_of(best).copy()
            moved[i] += shift
            if name == "energy" and not 0 <= moved[i] <= 1:
                continue
            assert loss(moved) >= lowest - 1e-12


def test_densities_keep_their_precision_and_shape():
    p, q = np.ones((2, 3), np.float32), np.ones((2, 3), np.float32)
    found = optimum(experiment("minimax"), p, q)
    assert found.dtype == np.float32
    assert found.shape == (2, 3)
