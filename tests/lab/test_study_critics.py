"""One network as discriminator and as critic: what each learns between two Gaussians."""

import numpy as np
import pytest
from scipy.special import expit

from ganlab_gui.core.theory import critics as theory
from ganlab_gui.core.theory import game_value
from ganlab_gui.core.theory.critics import Gaussian
from ganlab_gui.lab.studies import study

P, Q, GRID = (-2.0, 1.0), (2.0, 1.0), (-8.0, 8.0, 401)


def train(constraint, steps=300, clip=0.05, weight=10.0, seed=0):
    answers = study("critics")(
        p=P, q=Q, grid=GRID, constraint=constraint, clip=clip, weight=weight, hidden=(32, 32),
        batch=128, steps=steps, seed=seed,
    )  # fmt: skip
    return list(answers)


@pytest.mark.parametrize(("constraint", "least"), [("one-sided", 0.75), ("clipping", 0.4)])
def test_the_critic_finds_w1_and_never_more_and_d_finds_js(constraint, least):
    x = np.linspace(*GRID)
    p, q, w = Gaussian(*P).density(x), Gaussian(*Q).density(x), game_value.cells(x)
    share, last = train(constraint)[-1]
    assert share == 1
    assert last["steps"][-1] == 300
    constants = theory.lipschitz(last["critic_slope"], np.full(len(x), True))
    shares = theory.found(last["critic"].astype(float), p, q, w) / constants / 4.0
    assert least < shares[-1] <= 1 + 1e-6
    assert shares.max() <= 1 + 1e-6
    d = expit(last["d"][-1].astype(float))
    assert d[x < -2].min() > 0.95
    assert d[x > 2].max() < 0.05
    value = game_value.value_of_scores(p, q, last["d"][-1].astype(float), w)
    assert value == pytest.approx(game_value.best_value(p, q, w), abs=0.02)
    assert value <= game_value.best_value(p, q, w) + 1e-5


def test_slopes_are_those_of_the_curves():
    _, last = train("one-sided", steps=40)[-1]
    x = np.linspace(*GRID)
    for key in ("d", "critic"):
        numeric = np.gradient(last[key][-1].astype(float), x)
        kinks = np.abs(numeric - last[f"{key}_slope"][-1]) > 1e-2
        assert kinks.mean() < 0.2  # a ReLU network has kinks between two points


def test_both_start_alike_and_everything_comes_out_the_same_again():
    first, again = train("clipping", steps=20), train("clipping", steps=20)
    np.testing.assert_array_equal(first[0][1]["d"], first[0][1]["critic"])
    for key, values in first[-1][1].items():
        np.testing.assert_array_equal(values, again[-1][1][key])
    # The critic's constraint leaves D alone.
    np.testing.assert_array_equal(first[-1][1]["d"], train("one-sided", steps=20)[-1][1]["d"])


def test_a_tighter_clip_makes_a_flatter_critic():
    slopes = [
        np.abs(train("clipping", steps=30, clip=c)[-1][1]["critic_slope"][-1]).max()
        for c in (0.01, 0.1)
    ]
    assert 0 < slopes[0] < 0.1 * slopes[1]


def test_in_one_dimension_the_two_sided_penalty_can_hold_the_critic_the_wrong_way_round():
    """Slopes of +1 and −1 cost the same, and 0 between them costs λ: a valley on either side."""
    x = np.linspace(*GRID)
    p, q, w = Gaussian(*P).density(x), Gaussian(*Q).density(x), game_value.cells(x)
    ends = {}
    for constraint in ("one-sided", "two-sided"):
        critic = train(constraint)[-1][1]["critic"][-1].astype(float)
        ends[constraint] = float(theory.found(critic, p, q, w))
    assert ends["two-sided"] < 0 < ends["one-sided"]
