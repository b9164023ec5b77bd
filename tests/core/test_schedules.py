"""Learning-rate schedules against values by hand."""

import math

import pytest

from ganlab_gui.core.models.schedules import SCHEDULES, rate
from ganlab_gui.experiment.schema import Optimizer


def rates(schedule, steps, lr=0.5, horizon=100):
    settings = Optimizer(lr=lr, schedule=schedule, horizon=horizon)
    return [rate(settings, step) for step in steps]


@pytest.mark.parametrize(
    ("schedule", "wanted"),
    [
        ("constant", [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
        ("linear", [0.5, 0.375, 0.25, 0.005, 0.0, 0.0]),
        (
            "cosine",
            [0.5, 0.25 * (1 + math.sqrt(0.5)), 0.25, 0.5 * math.sin(math.pi / 200) ** 2, 0.0, 0.0],
        ),
        (
            "exponential",
            [0.5 * math.exp(-passed) for passed in (0, 0.25, 0.5, 0.99, 1, 1000)],
        ),
    ],
)
def test_every_schedule_by_hand(schedule, wanted):
    found = rates(schedule, [0, 25, 50, 99, 100, 100_000])
    assert found == pytest.approx(wanted, rel=1e-12, abs=1e-15)
    assert all(type(value) is float for value in found)


def test_every_schedule_of_the_settings_is_there_and_never_rises():
    for schedule in SCHEDULES:
        values = rates(schedule, range(300))
        assert values == sorted(values, reverse=True)
        assert values[0] == 0.5
    names = Optimizer.model_json_schema()["properties"]["schedule"]["enum"]
    assert list(SCHEDULES) == names


def test_a_horizon_of_one_step_ends_after_it():
    assert rates("linear", [0, 1], horizon=1) == [0.5, 0.0]
    assert rates("cosine", [0, 1], horizon=1) == [0.5, 0.0]
