"""Stop conditions: each is met when it is crossed, once, and stopping changes no number."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganlab_gui.experiment import stop as stop_settings
from ganlab_gui.experiment.io import dumps, loads, with_values
from ganlab_gui.experiment.schema import Experiment, Stop
from ganlab_gui.lab.history import MEASURE_COLUMNS
from ganlab_gui.lab.stops import SENTENCES, Stopped, Stops
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WHOLE = [None]


def started(step: int = 0) -> tuple[Stops, list[float]]:
    """Stops at ``step`` whose clock is the one number of a list."""
    now = [0.0]
    stops = Stops(lambda: now[0])
    stops.begin(step, WHOLE)
    return stops, now


def test_training_can_wait_for_every_measure():
    assert set(stop_settings.MEASURES) == set(MEASURE_COLUMNS)


def test_a_step_is_reached_once():
    stop, (stops, _) = Stop(step=100), started()
    assert stops.room(stop, 0, 256) == 100
    assert stops.room(stop, 96, 3) == 3
    assert stops.went(stop, 99, WHOLE) is None
    assert stops.went(stop, 100, WHOLE) == Stopped(100, "step", limit=100)
    stops.begin(100, WHOLE)
    assert stops.room(stop, 100, 256) == 256, "who plays on is not stopped again"
    assert stops.went(stop, 100, WHOLE) is None
    assert stops.went(stop, 356, WHOLE) is None
    assert stops.went(Stop(step=200), 400, WHOLE) is None, "it was passed before it was set"
    assert stops.went(Stop(step=500), 500, WHOLE) == Stopped(500, "step", limit=500)


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 3_000), st.lists(st.integers(1, 256), min_size=1, max_size=40))
def test_no_step_is_taken_beyond_it_however_many_are_wanted(at, wanted):
    stop, (stops, _) = Stop(step=at), started()
    step, stopped = 0, []
    for count in wanted:
        step += stops.room(stop, step, count)
        found = stops.went(stop, step, WHOLE)
        stopped += [found] if found else []
        if found:
            assert step == at
    assert len(stopped) == (step >= at)


def test_pauses_are_not_played_time():
    stop, (stops, now) = Stop(seconds=10), started()
    now[0] = 6.0
    assert stops.went(stop, 5, WHOLE) is None
    now[0] = 1_000.0
    stops.begin(5, WHOLE)
    now[0] = 1_003.0
    assert stops.went(stop, 8, WHOLE) is None
    now[0] = 1_004.5
    assert stops.went(stop, 9, WHOLE) == Stopped(9, "seconds", limit=10, reading=10.5)
    now[0] = 1_009.0
    assert stops.went(stop, 12, WHOLE) is None


def read(stops, stop, values, diverged_at=None):
    """The steps, from 1 on, at which readings of w1 stop."""
    found = [
        stops.read(stop, n, {"w1": np.atleast_1d(v)}, diverged_at or [None] * np.size(v))
        for n, v in enumerate(values, 1)
    ]
    return [stopped.step for stopped in found if stopped]


def test_a_measure_stops_where_it_crosses_its_limit():
    below = Stop(measure="w1", direction="below", value=0.1)
    above = Stop(measure="w1", direction="above", value=0.5)
    falling = [0.9, 0.2, 0.1, 0.05, 0.3, np.nan, 0.09]
    assert read(started()[0], below, falling) == [3, 7]
    assert read(started()[0], above, falling) == [1]
    assert read(started()[0], above, [0.1, np.inf, 3.0, np.nan, 4.0]) == [2, 5]
    assert read(started()[0], Stop(measure="js"), falling) == []
    assert read(started()[0], Stop(), falling) == []


def test_what_holds_already_when_it_is_set_waits_until_it_holds_anew():
    stops, _ = started()
    assert read(stops, Stop(), [0.05]) == []
    assert read(stops, Stop(measure="w1", value=0.1), [0.05, 0.2, 0.05]) == [3]


def test_of_several_runs_the_median_counts_without_the_diverged():
    stop = Stop(measure="w1", value=0.1)
    values = np.array([0.05, 0.3, 0.09])
    assert read(started()[0], stop, [values]) == [1]
    assert read(started()[0], stop, [values], [3, None, None]) == []
    assert read(started()[0], stop, [values], [3, 5, 7]) == []
    found = started()[0].read(stop, 8, {"w1": values, "shares": np.ones((3, 2))}, [None] * 3)
    assert found == Stopped(8, "below", 0.1, 0.09, "w1", 3)


def test_any_run_that_diverges_stops_where_that_is_asked_for():
    stop, (stops, _) = Stop(diverged="any"), started()
    assert stops.went(Stop(), 3, [None, 2]) is None
    assert stops.went(stop, 4, [None, 2]) is None, "that has happened before"
    assert stops.went(stop, 5, [5, 2, None]) == Stopped(5, "diverged", reading=2, runs=3)


def test_every_reason_has_a_sentence():
    stopped = [Stopped(2_000, reason, 0.1, 0.0942, "w1") for reason in SENTENCES]
    sentences = [s.sentence() for s in stopped]
    assert sentences[2] == "Stopped at step 2000: w1 fell to 0.0942 (limit 0.1)."
    assert all(a != b for a, b in pairwise(sentences))


def test_a_stop_is_set_silently_and_changes_no_number():
    plain, stopping = Trainer(SMALL, "cpu"), Trainer(SMALL, "cpu")
    for trainer in (plain, stopping):
        trainer.step(5)
    values = {"stop.step": 9, "stop.measure": "w1", "stop.diverged": "any"}
    assert stopping.apply(with_values(SMALL, values)) == []
    assert stopping.edits == []
    assert stopping.experiment.stop.step == 9
    for trainer in (plain, stopping):
        trainer.step(20)
    np.testing.assert_array_equal(plain.rows()[1], stopping.rows()[1])


def test_experiments_of_before_have_no_stop_and_those_of_now_keep_theirs():
    assert loads("seed = 3").stop == Stop()
    with_stop = with_values(SMALL, {"stop.step": 2_000, "stop.seconds": 1.5})
    assert loads(dumps(with_stop)) == with_stop


@pytest.mark.parametrize("table", ["step = -1", 'measure = "speed"', 'diverged = "none"'])
def test_a_stop_that_cannot_be_is_refused_by_name(table):
    with pytest.raises(ValueError, match=rf"stop\.{table.split()[0]}"):
        loads(f"[stop]\n{table}")
