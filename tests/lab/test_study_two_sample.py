"""The repeated tests: what they count, that they speak often, and that they repeat themselves."""

import numpy as np
import pytest

from ganlab_gui.core.theory.alternatives import draw_pair
from ganlab_gui.core.theory.two_sample import (
    STATISTICS,
    mean_power,
    rate_interval,
    statistic_values,
)
from ganlab_gui.lab.studies import study

ARGUMENTS = {"alternative": "shifted", "strength": 0.5, "permutations": 199}


def last(name, **arguments):
    return list(study(name)(**arguments))[-1]


def test_power_counts_every_test_and_is_the_same_again():
    runs = [last("two-sample-power", **ARGUMENTS, sizes=(10, 20), repetitions=20) for _ in range(2)]
    share, result = runs[0]
    assert share == 1.0
    assert result["rejected"].shape == (6, 2)
    assert result["trials"].tolist() == [20, 20]
    np.testing.assert_array_equal(result["rejected"], runs[1][1]["rejected"])


def test_repeats_are_the_statistics_of_pairs_drawn_anew():
    share, result = last(
        "two-sample-repeats", alternative="bimodal", strength=0.8, n=30, repetitions=3
    )
    assert share == 1.0
    assert result["values"].shape == (6, 3)
    x, y = draw_pair("bimodal", 0.8, 30, np.random.default_rng([2, 30, 1]))
    np.testing.assert_allclose(result["values"][:, 2], statistic_values(x, y))


def test_partial_answers_come_and_hold_only_what_is_done():
    shares = []
    for share, result in study("two-sample-power")(**ARGUMENTS, sizes=(200,), repetitions=120):
        shares.append(share)
        assert (result["rejected"] <= result["trials"]).all()
    assert len(shares) > 1
    assert shares == sorted(shares)


@pytest.mark.slow
def test_the_power_of_the_means_is_the_z_tests_at_every_size():
    sizes = (20, 40, 70, 120)
    _, result = last("two-sample-power", **ARGUMENTS, sizes=sizes, repetitions=300)
    low, high = rate_interval(result["rejected"][STATISTICS.index("mean")], result["trials"])
    exact = mean_power(np.array(sizes), 0.5)
    assert ((low - 0.03 < exact) & (exact < high + 0.03)).all()
