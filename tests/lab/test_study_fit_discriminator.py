"""A network trained against a fixed pair: it climbs to C(G), never above, and always the same."""

import numpy as np
import pytest
from scipy.special import expit

from ganlab_gui.core.theory.game_value import LN4, Mixture, best_value, cells
from ganlab_gui.lab.studies import study
from ganlab_gui.lab.studies.fit_discriminator import minibatches

P, Q = ((-1.2,), (0.8,), (1.0,)), ((1.0, 2.0), (1.0, 0.5), (1.0, 3.0))
GRID = (-16.0, 16.0, 641)


def answers(steps=600, seed=0, hidden=(32, 32)):
    train = study("fit-discriminator")
    return list(
        train(p=P, q=Q, grid=GRID, hidden=hidden, lr=3e-3, batch=256, steps=steps, seed=seed)
    )


def test_it_climbs_to_the_best_there_is_and_not_above():
    x = np.linspace(*GRID)
    p, q = Mixture(*P).density(x), Mixture(*Q).density(x)
    best = best_value(p, q, cells(x))
    share, last = answers()[-1]
    assert share == 1
    assert last["steps"][0] == 0
    assert last["steps"][-1] == 600
    assert last["scores"].shape == (len(last["steps"]), len(x))
    assert last["values"][0] == pytest.approx(-LN4, abs=0.3)
    assert last["values"].max() <= best + 1e-5
    assert best - last["values"][-1] < 0.01
    d, some = expit(last["scores"][-1]), p + q > 0.05
    assert np.abs(d - p / (p + q))[some].max() < 0.1


def test_answers_come_from_the_first_step_on_and_the_same_every_time():
    first, again, other = answers(40), answers(40), answers(40, seed=1)
    shares = [share for share, _ in first]
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert len(first) > 20
    for key, values in first[-1][1].items():
        np.testing.assert_array_equal(values, again[-1][1][key])
    assert not np.array_equal(first[-1][1]["scores"], other[-1][1]["scores"])


def test_minibatches_are_of_the_mixture():
    draws = minibatches(Q, "data", 3).take(40_000)[0, :, 0].double().numpy()
    means, stds, weights = (np.array(v) for v in Q)
    weights = weights / weights.sum()
    mean = weights @ means
    assert draws.mean() == pytest.approx(mean, abs=0.02)
    assert draws.var() == pytest.approx(weights @ (stds**2 + means**2) - mean**2, rel=0.03)
