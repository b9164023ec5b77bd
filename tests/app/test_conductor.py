"""Two real sessions in step: playing, pausing, stepping, restarting, losing one of them."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from ganlab_gui.app.conductor import Conductor
from ganlab_gui.app.session import Session, State
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client, Home
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
SLOWER = with_values(SMALL, {"training.d_steps": 6, "training.batch": 256})
WAIT = 60_000

Start = Callable[..., Session]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    sessions: list[Session] = []

    def begin(experiment: Experiment = SMALL, home: Home = "thread") -> Session:
        session = Session(experiment, Client(experiment, home, "cpu"))
        sessions.append(session)
        qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
        return session

    yield begin
    for session in sessions:
        session.close()


def at_rest(conductor: Conductor) -> bool:
    both = conductor.a, conductor.b
    return not conductor.playing and all(s.state is State.PAUSED for s in both)


def level(qtbot: QtBot, conductor: Conductor, least: int = 0) -> int:
    """Wait until both stand at the same step, and give it."""
    qtbot.waitUntil(
        lambda: at_rest(conductor) and conductor.gap == 0 and conductor.step >= least, timeout=WAIT
    )
    return conductor.step


def rows(experiment: Experiment, steps: int) -> np.ndarray:
    alone = Trainer(experiment, "cpu")
    alone.step(steps)
    return alone.rows()[1]


def test_both_play_in_step_and_stand_at_the_same_step(qtbot: QtBot, start: Start) -> None:
    a, b = start(), start(SLOWER)
    conductor = Conductor(a, b)
    gaps: list[int] = []
    conductor.moved.connect(lambda: gaps.append(abs(conductor.gap) - conductor._lead))
    for _ in range(2):
        conductor.toggle()
        target = conductor.step + 60
        qtbot.waitUntil(lambda target=target: conductor.step > target, timeout=WAIT)
        assert a.state is b.state is State.PLAYING
        conductor.toggle()
        level(qtbot, conductor, target)
    assert max(gaps) <= conductor._far
    steps = conductor.step
    np.testing.assert_array_equal(a.history.rows.values, rows(SMALL, steps))
    np.testing.assert_array_equal(b.history.rows.values, rows(SLOWER, steps))


def test_equal_settings_and_seed_train_alike(qtbot: QtBot, start: Start) -> None:
    a, b = start(), start()
    conductor = Conductor(a, b)
    conductor.play()
    qtbot.waitUntil(lambda: conductor.step > 40, timeout=WAIT)
    conductor.pause()
    level(qtbot, conductor)
    np.testing.assert_array_equal(a.history.rows.values, b.history.rows.values)


def test_whoever_plays_or_steps_a_means_both(qtbot: QtBot, start: Start) -> None:
    a, b = start(), start(SLOWER)
    conductor = Conductor(a, b)
    a.advance("both", 30)
    assert level(qtbot, conductor, 30) == 30
    a.play()
    qtbot.waitUntil(lambda: conductor.playing and b.state is State.PLAYING, timeout=WAIT)
    qtbot.waitUntil(lambda: b.step > 40, timeout=WAIT)
    a.pause()
    level(qtbot, conductor, 40)
    step = conductor.step
    a.reset()
    qtbot.waitUntil(lambda: b.state is State.STARTING, timeout=WAIT)
    assert level(qtbot, conductor) == 0
    assert step > 0


def test_single_steps_and_those_of_one_player_are_taken_by_both(qtbot: QtBot, start: Start) -> None:
    a, b = start(), start()
    conductor = Conductor(a, b)
    for place, kind in enumerate(("both", "d", "g", "both"), start=1):
        conductor.advance(kind)
        assert level(qtbot, conductor, place) == place
    alone = Trainer(SMALL, "cpu")
    for take in (alone.step, alone.step_d, alone.step_g, alone.step):
        take()
    expected = alone.rows()[1]
    for session in (a, b):
        np.testing.assert_array_equal(session.history.rows.values, expected)


def test_a_step_asked_for_while_b_begins_is_taken_once(qtbot: QtBot, start: Start) -> None:
    a, b = start(), start()
    conductor = Conductor(a, b)
    b.reset()
    conductor.advance()
    assert level(qtbot, conductor, 1) == 1


@pytest.mark.parametrize("ahead", [40, 400])
def test_who_comes_later_catches_up_while_a_stands(qtbot: QtBot, start: Start, ahead: int) -> None:
    a = start()
    a.advance("both", ahead)
    qtbot.waitUntil(lambda: a.step == ahead, timeout=WAIT)
    a.set_speed(5)
    b = start()
    b.set_speed(5)
    conductor = Conductor(a, b)
    assert level(qtbot, conductor) == ahead
    assert b.speed == 5
    np.testing.assert_array_equal(a.history.rows.values, b.history.rows.values)


def test_a_pause_ends_the_catching_up_and_playing_takes_it_up(qtbot: QtBot, start: Start) -> None:
    a = start()
    a.advance("both", 1_500)
    qtbot.waitUntil(lambda: a.step == 1_500, timeout=WAIT)
    b = start()
    conductor = Conductor(a, b)
    qtbot.waitUntil(lambda: b.step > 10, timeout=WAIT)
    conductor.pause()
    qtbot.waitUntil(lambda: at_rest(conductor), timeout=WAIT)
    assert b.step < 1_500
    conductor.play()
    qtbot.waitUntil(lambda: b.step > 1_500, timeout=WAIT)
    assert a.step <= b.step + conductor._far
    conductor.pause()
    level(qtbot, conductor, 1_500)


@pytest.mark.parametrize("loser", ["a", "b"])
def test_one_that_loses_its_worker_leaves_the_other_at_work(
    qtbot: QtBot, start: Start, loser: str
) -> None:
    lost, other = start(), start()
    a, b = (lost, other) if loser == "a" else (other, lost)
    conductor = Conductor(a, b)
    conductor.play()
    qtbot.waitUntil(lambda: conductor.step > 5, timeout=WAIT)
    lost.client.send("no such command")  # which the worker does not survive
    qtbot.waitUntil(lambda: lost.state is State.LOST, timeout=WAIT)
    step = other.step
    qtbot.waitUntil(lambda: other.step > step + 100, timeout=WAIT)
    conductor.toggle()
    qtbot.waitUntil(lambda: other.state is State.PAUSED, timeout=WAIT)
    lost.revive()
    qtbot.waitUntil(lambda: lost.state is State.PAUSED, timeout=WAIT)
    conductor.play()
    # Where A had no keyframe yet it is revived at its beginning, and B begins anew with it.
    qtbot.waitUntil(lambda: not conductor.apart and conductor.step > step + 100, timeout=WAIT)
    conductor.pause()
    level(qtbot, conductor, step + 100)


@pytest.mark.parametrize("loser", ["a", "b"])
def test_one_that_diverges_leaves_the_other_at_work(qtbot: QtBot, start: Start, loser: str) -> None:
    wild = with_values(
        SMALL, {"generator_optimizer.lr": 10.0, "discriminator_optimizer.lr": 10.0,
                "generator_optimizer.name": "sgd", "discriminator_optimizer.name": "sgd",
                "objective.name": "least-squares"},
    )  # fmt: skip
    a, b = start(wild if loser == "a" else SMALL), start(wild if loser == "b" else SMALL)
    broken, other = (a, b) if loser == "a" else (b, a)
    conductor = Conductor(a, b)
    conductor.play()
    qtbot.waitUntil(lambda: broken.state is State.DIVERGED, timeout=WAIT)
    step = broken.step
    qtbot.waitUntil(lambda: other.step > step + 200, timeout=WAIT)
    conductor.toggle()
    qtbot.waitUntil(lambda: other.state is State.PAUSED, timeout=WAIT)
    before = other.step
    conductor.advance()
    qtbot.waitUntil(lambda: other.step == before + 1, timeout=WAIT)
    assert broken.state is State.DIVERGED


def test_leaving_lets_a_go_its_own_way(qtbot: QtBot, start: Start) -> None:
    a, b = start(), start(SLOWER)
    conductor = Conductor(a, b)
    conductor.play()
    qtbot.waitUntil(lambda: conductor.step > 10, timeout=WAIT)
    conductor.release()
    b.close()
    step = a.step
    qtbot.waitUntil(lambda: a.step > step + 300, timeout=WAIT)
    assert a.state is State.PLAYING
