"""Going through a session's recording, with a real worker: visits, branches, ways back."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from ganlab_gui.app.session import Session, State
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.snapshot import Needs

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WAIT = 60_000

Start = Callable[..., Session]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    sessions: list[Session] = []

    def begin(experiment: Experiment = SMALL) -> Session:
        session = Session(experiment, Client(experiment, "thread", "cpu"))
        session.needs = lambda: Needs(frozenset({"samples"}), 10)
        sessions.append(session)
        settled(qtbot, session)
        return session

    yield begin
    for session in sessions:
        session.close()


def settled(qtbot: QtBot, session: Session) -> None:
    """Wait until the worker stands still and the picture of where it stands is there."""
    qtbot.waitUntil(
        lambda: session.state in (State.PAUSED, State.DIVERGED)
        and session.snapshot is not None
        and session.snapshot.step == session.step, timeout=WAIT,
    )  # fmt: skip


def walk(qtbot: QtBot, session: Session, pictures: int, count: int = 5) -> None:
    """Take ``count`` steps several times, each with its picture."""
    for _ in range(pictures):
        target = session.step + count
        session.advance("both", count)
        qtbot.waitUntil(lambda: session.step == target, timeout=WAIT)  # noqa: B023
        settled(qtbot, session)


def left(qtbot: QtBot, session: Session) -> tuple[Recording, NDArray[np.float32]]:
    """A recording of 15 steps that the session has left for a new one, and its rows."""
    walk(qtbot, session, 3)
    kept, rows = recorded(session), session.history.rows.values.copy()
    session.reset()
    settled(qtbot, session)
    return kept, rows


def recorded(session: Session) -> Recording:
    assert session.recording is not None
    return session.recording


def test_everything_seen_is_recorded(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 4)
    assert [step for step, _ in recorded(session).pictures()] == [0, 5, 10, 15, 20]
    assert recorded(session).branch.history is session.history


def test_a_visit_shows_the_picture_and_the_curves_of_the_moment(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 4)
    with qtbot.waitSignals([session.moment_changed, session.snapshot_arrived]):
        session.visit(11)
    assert session.moment == session.shown_step == 10
    assert session.snapshot is not None
    assert session.snapshot.step == 10
    assert session.seen_history.last_step == 10
    assert session.seen_history.end == session.step == 20
    session.live()
    assert session.moment is None
    assert session.snapshot.step == 20
    assert session.seen_history is session.history


def test_the_newest_moment_is_now(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 2)
    session.visit(5)
    session.visit(10)
    assert session.moment is None


def test_a_visit_pauses_and_playing_goes_on_from_now(qtbot: QtBot, start: Start) -> None:
    session = start()
    session.play()
    qtbot.waitUntil(lambda: len(recorded(session).pictures()) > 3, timeout=WAIT)
    session.visit(0)
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.moment == 0
    before = session.step
    session.play()
    assert session.moment is None
    qtbot.waitUntil(lambda: session.step > before, timeout=WAIT)


def test_a_branch_without_a_change_is_the_original_bit_for_bit(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 6)
    rows = session.history.rows.values.copy()
    picture = session.snapshot
    session.visit(10)
    assert session.branch_here("again")
    settled(qtbot, session)
    assert (session.step, recorded(session).current) == (10, 1)
    walk(qtbot, session, 4)
    np.testing.assert_array_equal(session.history.rows.values, rows)
    assert picture is not None
    assert session.snapshot is not None
    assert picture.fake is not None
    np.testing.assert_array_equal(session.snapshot.fake, picture.fake)


def test_an_edit_in_the_past_grows_a_branch(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 4)
    session.visit(10)
    assert session.edit("training.d_steps", 4)
    qtbot.waitUntil(lambda: len(session.history.edits) == 1, timeout=WAIT)
    recording = recorded(session)
    assert (recording.current, session.history.edits[0].step) == (1, 10)
    assert recording.branch.experiment.training.d_steps == 4
    assert recording.branches[0].experiment.training.d_steps == 1
    assert recording.branches[0].history.last_step == 20


def test_switching_between_branches_loses_nothing(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 3)
    session.visit(5)
    session.edit("training.d_steps", 2)
    settled(qtbot, session)
    walk(qtbot, session, 1)
    there = session.history.rows.values.copy()
    session.switch(0)
    settled(qtbot, session)
    assert session.step == 15
    assert session.experiment.training.d_steps == 1
    walk(qtbot, session, 1)
    session.switch(1)
    settled(qtbot, session)
    np.testing.assert_array_equal(session.history.rows.values, there)
    assert session.experiment.training.d_steps == 2
    assert recorded(session).branches[0].history.last_step == 20


def test_a_picture_that_lacks_what_is_shown_now_is_made_again(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 3)
    session.needs = lambda: Needs(frozenset({"samples", "d"}), 10, 6)
    rows = session.history.rows.values.copy()
    session.visit(7)
    moment = session.moment
    qtbot.waitUntil(
        lambda: session.snapshot is not None and session.snapshot.d is not None, timeout=WAIT
    )
    assert session.moment == moment == session.snapshot.step
    session.live()
    walk(qtbot, session, 1)
    np.testing.assert_array_equal(session.history.rows.values[:15], rows)


def test_a_new_start_leaves_the_recording_whole(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 2)
    old = recorded(session)
    with qtbot.waitSignal(session.recording_left) as left:
        session.reset()
    assert left.args == [old]
    assert old.branch.history.last_step == 10
    assert recorded(session) is not old
    assert len(session.history.rows) == 0


def test_a_recording_is_taken_up_again_at_its_end(qtbot: QtBot, start: Start) -> None:
    session = start()
    kept, rows = left(qtbot, session)
    assert session.open_recording(kept) == 15
    settled(qtbot, session)
    assert session.step == 15
    np.testing.assert_array_equal(session.history.rows.values, rows)
    assert recorded(session) is kept


def test_where_no_state_is_near_the_end_a_branch_goes_on_and_nothing_is_lost(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    kept, rows = left(qtbot, session)
    steps = kept.branch.pictures.steps.tolist()
    kept.branch.keyframes.remove(15)
    monkeypatch.setattr("ganlab_gui.app.travel.AGAIN", 4)
    assert session.open_recording(kept) == 10
    settled(qtbot, session)
    assert (recorded(session), kept.current, session.step) == (kept, 1, 10)
    np.testing.assert_array_equal(kept.branches[0].history.rows.values, rows)
    assert kept.branches[0].pictures.steps.tolist() == steps
    walk(qtbot, session, 1)
    np.testing.assert_array_equal(session.history.rows.values, rows)
    session.switch(0)
    settled(qtbot, session)
    assert (kept.current, session.step) == (2, 10)
    assert kept.branches[0].pictures.steps.tolist() == steps


def test_without_any_state_the_way_begins_with_the_settings(qtbot: QtBot, start: Start) -> None:
    session = start()
    kept, rows = left(qtbot, session)
    for step in kept.branch.keyframes.steps.tolist():
        kept.branch.keyframes.remove(step)
    assert session.open_recording(kept) == 15
    settled(qtbot, session)
    session.visit(10)
    assert session.branch_here()
    settled(qtbot, session)
    walk(qtbot, session, 1)
    np.testing.assert_array_equal(session.history.rows.values, rows)


def test_steps_of_one_player_can_be_branched_from(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 1)
    session.step_d()
    qtbot.waitUntil(lambda: session.step == 6, timeout=WAIT)
    settled(qtbot, session)
    walk(qtbot, session, 2)
    rows = session.history.rows.values.copy()
    session.visit(11)
    session.branch_here()
    settled(qtbot, session)
    walk(qtbot, session, 1)
    np.testing.assert_array_equal(session.history.rows.values, rows)


def test_many_steps_at_once_are_seen_on_their_way(qtbot: QtBot, start: Start) -> None:
    session = start()
    session.advance("both", 200)
    qtbot.waitUntil(lambda: session.step == 200, timeout=WAIT)
    settled(qtbot, session)
    steps = [step for step, _ in recorded(session).pictures()]
    assert steps == [0, *range(2, 200, 16), 200]


def test_the_past_is_recorded_while_nobody_looks(qtbot: QtBot, start: Start) -> None:
    session = start()
    session.needs = Needs
    session.unseen_needs = lambda: Needs(frozenset({"samples"}), 10)
    session.play()
    qtbot.waitUntil(lambda: len(recorded(session).pictures()) > 2, timeout=WAIT)


def test_a_second_wish_on_the_way_to_a_branch_loses_nothing(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 3)
    recording = recorded(session)
    session.visit(5)
    assert session.branch_here()
    with qtbot.waitSignal(session.refused) as told:
        assert not session.branch_here()
    assert "On the way" in told.args[0]
    session.switch(0)
    settled(qtbot, session)
    assert session.recording is recording
    assert (set(recording.branches), recording.current, session.step) == ({0, 1}, 1, 5)


def test_starts_asked_for_at_once_do_not_mix(qtbot: QtBot, start: Start) -> None:
    """Each answer of the worker belongs to the start that was asked for, in the same order."""
    session = start()
    walk(qtbot, session, 3)
    saved = recorded(session)
    rows = session.history.rows.values.copy()
    other = with_values(SMALL, {"data.name": "gaussian", "noise.dim": 1, "seed": 9})
    session.open_experiment(other)
    assert session.open_recording(saved) is not None
    assert not session.branch_here("too soon")
    settled(qtbot, session)
    assert session.recording is saved
    assert session.step == 15
    assert (saved.branch.scene.dim, session.running.seed) == (2, 5)
    np.testing.assert_array_equal(session.history.rows.values, rows)
    session.reset()
    session.open_experiment(other)
    settled(qtbot, session)
    assert (recorded(session).branch.scene.dim, session.step) == (1, 0)
    assert recorded(session).branch.experiment.seed == 9
    walk(qtbot, session, 1)


def test_a_start_that_fails_leaves_the_one_before_it(qtbot: QtBot, start: Start) -> None:
    session = start()
    walk(qtbot, session, 2)
    told: list[str] = []
    session.refused.connect(told.append)
    session.open_experiment(with_values(SMALL, {"seed": 9}))
    session.open_checkpoint(b"no checkpoint")
    settled(qtbot, session)
    assert len(told) == 1
    assert "is not a checkpoint" in told[0]
    assert (session.running.seed, session.step) == (9, 0)
    assert recorded(session).branch.experiment.seed == 9
    walk(qtbot, session, 1)


def test_a_start_that_is_overtaken_is_told_with_its_own_settings(
    qtbot: QtBot, start: Start
) -> None:
    session = start()
    told: list[tuple[int, int]] = []

    def hear() -> None:
        assert session.scene is not None
        told.append((session.scene.runs, session.seen_experiment.runs))

    session.scene_changed.connect(hear)
    for runs in (3, 1, 2):
        session.open_experiment(with_values(SMALL, {"runs": runs}))
    settled(qtbot, session)
    assert told == [(3, 3), (1, 1), (2, 2)]
    assert session.running.runs == 2
