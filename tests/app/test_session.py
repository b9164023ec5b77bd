"""The session with a real worker: play, edits, undo, rebuilding, losing the worker."""

import os
import signal
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from ganlab_gui.app.session import Session, State
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client, Home
from ganlab_gui.lab.history import AVERAGED, MEASURE_COLUMNS
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WAIT = 60_000

Start = Callable[..., Session]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    sessions: list[Session] = []

    def begin(experiment: Experiment = SMALL, home: Home = "thread") -> Session:
        session = Session(experiment, Client(experiment, home, "cpu"))
        session.needs = lambda: Needs(frozenset({"samples"}), 10)
        sessions.append(session)
        qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
        return session

    yield begin
    for session in sessions:
        session.close()


def steps(qtbot: QtBot, session: Session, count: int) -> None:
    target = session.step + count
    session.advance("both", count)
    qtbot.waitUntil(lambda: len(session.history.rows) > 0 and session.step == target, timeout=WAIT)


def test_history_holds_the_trainers_rows(qtbot: QtBot, start: Start) -> None:
    session = start()
    steps(qtbot, session, 30)
    alone = Trainer(SMALL, "cpu")
    alone.step(30)
    np.testing.assert_array_equal(session.history.rows.values, alone.rows()[1])


def test_readings_and_floors_arrive_while_it_stands_still(qtbot: QtBot, start: Start) -> None:
    session = start()
    steps(qtbot, session, 3)
    measures = session.history.measures
    raw = [k for k, name in enumerate(MEASURE_COLUMNS) if name not in AVERAGED]
    qtbot.waitUntil(
        lambda: len(measures) > 0 and measures.steps[-1] == 3
        and bool(np.isfinite(measures.values[-1][:, raw]).all()), timeout=WAIT,
    )  # fmt: skip
    qtbot.waitUntil(lambda: "frechet" in session.history.floors, timeout=WAIT)
    low, high = session.history.floors["js"]
    assert 0 <= low <= high < 0.05


def test_playing_and_pausing(qtbot: QtBot, start: Start) -> None:
    session = start()
    session.play()
    qtbot.waitUntil(lambda: session.step > 50, timeout=WAIT)
    assert session.state is State.PLAYING
    session.toggle()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.elapsed > 0
    assert session.snapshot is not None


def test_hot_edits_apply_at_once_and_are_marked(qtbot: QtBot, start: Start) -> None:
    session = start()
    steps(qtbot, session, 5)
    assert session.edit("training.d_steps", 5)
    qtbot.waitUntil(lambda: len(session.history.edits) == 1, timeout=WAIT)
    edit = session.history.edits[0]
    assert (edit.step, edit.path, edit.old, edit.new) == (5, "training.d_steps", 1, 5)
    assert session.pending == []
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: len(session.history.edits) == 2, timeout=WAIT)
    assert session.experiment == SMALL


def test_cold_edits_at_step_0_rebuild_at_once(qtbot: QtBot, start: Start) -> None:
    session = start()
    session.edit("generator.hidden", [4, 4])
    assert session.pending == []
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.running.generator.hidden == (4, 4)


def test_cold_edits_later_wait_until_they_are_confirmed(qtbot: QtBot, start: Start) -> None:
    session = start()
    steps(qtbot, session, 5)
    session.edit("generator.hidden", [4])
    assert session.pending == ["generator.hidden"]
    assert session.running.generator.hidden == (8,)
    session.edit("training.batch", 32)
    assert session.running.training.batch == 32, "hot edits go on applying meanwhile"
    session.rebuild()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.running.generator.hidden == (4,)
    assert session.step == 0
    assert session.pending == []


def test_edits_that_the_running_networks_cannot_take_wait_with_the_others(
    qtbot: QtBot, start: Start
) -> None:
    session = start(with_values(SMALL, {"generator.count": 2}))
    steps(qtbot, session, 2)
    assert session.edit("generator.count", 1)
    assert session.edit("objective.name", "hinge")  # which two generators do not play with
    assert set(session.pending) == {"generator.count", "objective.name"}
    assert session.running.objective.name == "non-saturating"
    session.rebuild()
    assert not session.pending
    assert session.running == session.experiment
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)


def test_waiting_edits_can_be_taken_back(qtbot: QtBot, start: Start) -> None:
    session = start()
    steps(qtbot, session, 5)
    session.edit("noise.dim", 7)
    session.keep_running()
    assert session.pending == []
    assert session.experiment == session.running == SMALL
    assert session.step == 5


def test_a_dragged_slider_is_one_undo(qtbot: QtBot, start: Start) -> None:
    session = start()
    for weight in (1.0, 2.0, 3.0):
        session.edit("penalty.weight", weight)
    session.finish_edit()
    session.edit("penalty.weight", 4.0)
    session.undo_stack.undo()
    assert session.experiment.penalty.weight == 3.0
    session.undo_stack.undo()
    assert session.experiment.penalty.weight == 10.0


def test_refused_edits_change_nothing(qtbot: QtBot, start: Start) -> None:
    session = start()
    with qtbot.waitSignal(session.refused) as signal_:
        assert not session.edit("training.batch", 0)
    assert "training.batch" in signal_.args[0]
    assert session.experiment == SMALL
    assert not session.unsaved


def test_reset_keeps_seed_and_settings_and_a_new_seed_does_not(qtbot: QtBot, start: Start) -> None:
    session = start(with_values(SMALL, {"runs": 2}))
    session.edit("training.d_steps", 2)
    steps(qtbot, session, 5)
    first = session.history.rows.values.copy()
    session.reset()
    qtbot.waitUntil(lambda: session.state is State.PAUSED and session.step == 0, timeout=WAIT)
    assert session.experiment.training.d_steps == 2
    steps(qtbot, session, 5)
    np.testing.assert_array_equal(session.history.rows.values, first)
    session.new_seed()
    qtbot.waitUntil(lambda: session.state is State.PAUSED and session.step == 0, timeout=WAIT)
    assert session.experiment.seed == 7
    steps(qtbot, session, 5)
    assert not np.array_equal(session.history.rows.values, first)


def test_data_that_cannot_be_read_is_refused_and_training_goes_on(
    qtbot: QtBot, start: Start
) -> None:
    session = start()
    steps(qtbot, session, 4)
    session.edit("data", {"name": "file", "path": "nowhere.csv"})
    with qtbot.waitSignal(session.refused, timeout=WAIT) as signal_:
        session.rebuild()
    assert "nowhere.csv" in signal_.args[0]
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.experiment.data == SMALL.data
    steps(qtbot, session, 1)
    assert session.step == 5


def test_divergence_stops_and_keeps_the_last_finite_picture(qtbot: QtBot, start: Start) -> None:
    session = start()
    steps(qtbot, session, 3)
    with qtbot.waitSignal(session.diverged, timeout=WAIT) as signal_:
        session.edit_many(
            {
                "objective.name": "wasserstein",
                "generator_optimizer.name": "sgd", "generator_optimizer.lr": 10,
                "discriminator_optimizer.name": "sgd", "discriminator_optimizer.lr": 10,
            }
        )  # fmt: skip
        session.play()
    assert signal_.args[0][0] > 3
    assert session.state is State.DIVERGED
    session.advance("both", 3)
    qtbot.waitUntil(lambda: not session.client.drain(), timeout=WAIT)
    assert session.state is State.DIVERGED, "a diverged run has no more steps to take"
    qtbot.waitUntil(lambda: session.snapshot is not None, timeout=WAIT)
    assert session.snapshot is not None
    assert np.isfinite(session.snapshot.fake).all()
    session.reset()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.diverged_at == [None]


def test_a_killed_worker_is_said_and_training_goes_on(qtbot: QtBot, start: Start) -> None:
    session = start(home="process")
    session.play()
    qtbot.waitUntil(lambda: session.backup_step > 0, timeout=WAIT)
    assert session.client.pid is not None
    with qtbot.waitSignal(session.lost, timeout=WAIT):
        os.kill(session.client.pid, signal.SIGKILL)
    assert session.state is State.LOST
    step = session.backup_step
    session.revive()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.step == step
    assert session.history.last_step == step, "what came after the backup is forgotten"
    steps(qtbot, session, 2)
    alone = Trainer(SMALL, "cpu")
    alone.step(step + 2)
    np.testing.assert_array_equal(session.history.rows.values, alone.rows()[1])


def test_edits_made_while_the_worker_starts_are_kept(qtbot: QtBot, start: Start) -> None:
    session = start()
    session.reset()
    assert session.state is State.STARTING
    session.edit("training.d_steps", 4)
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    steps(qtbot, session, 1)
    assert session.experiment.training.d_steps == session.running.training.d_steps == 4
    assert [e.new for e in session.history.edits] == [4]


def test_edits_made_after_the_worker_was_lost_apply_to_the_next(qtbot: QtBot, start: Start) -> None:
    session = start(home="process")
    session.play()
    qtbot.waitUntil(lambda: session.backup_step > 0, timeout=WAIT)
    with qtbot.waitSignal(session.lost, timeout=WAIT):
        os.kill(session.client.pid or 0, signal.SIGKILL)
    session.edit("penalty.weight", 3.0)
    session.revive()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    qtbot.waitUntil(lambda: [e.new for e in session.history.edits] == [3.0], timeout=WAIT)
    assert session.experiment.penalty.weight == 3.0


def test_moving_from_a_process_to_a_thread(qtbot: QtBot, start: Start) -> None:
    session = start(home="process")
    steps(qtbot, session, 4)
    session.move_home("thread")
    qtbot.waitUntil(
        lambda: session.home == "thread" and session.state is State.PAUSED, timeout=WAIT
    )
    assert session.client.pid is None
    assert session.step == 4
