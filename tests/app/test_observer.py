"""Events of a real session become marks of its recording, once, on every branch they belong to."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from ganlab_gui.app import observer
from ganlab_gui.app.session import Session, State
from ganlab_gui.experiment.io import load_preset
from ganlab_gui.lab.client import Client
from ganlab_gui.lab.recording import Mark
from ganlab_gui.lab.snapshot import Needs

WAIT = 60_000
VANISHING = load_preset("vanishing-gradient")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(VANISHING, Client(VANISHING, "thread", "cpu"))
    session.needs = lambda: Needs(frozenset({"samples"}), 10)
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    yield session
    session.close()


def kinds(session: Session) -> list[str]:
    assert session.recording is not None
    return [mark.kind for mark in session.recording.marks()]


def advance(qtbot: QtBot, session: Session, count: int) -> None:
    target = session.step + count
    session.advance("both", count)
    qtbot.waitUntil(lambda: session.history.last_step == target, timeout=WAIT)


def test_what_happens_is_marked_in_the_recording(qtbot: QtBot, session: Session) -> None:
    recording = session.recording
    recording.mark(Mark(0, "bookmark", "here it begins"))
    with qtbot.waitSignal(session.recording_changed, timeout=WAIT):
        advance(qtbot, session, 100)
    assert kinds(session) == ["bookmark", "d-saturated"]
    assert recording.marks()[1].step == 50
    session.observer.look()
    assert kinds(session) == ["bookmark", "d-saturated"], "once"


def test_a_branch_has_the_marks_of_its_past_and_finds_its_own(
    qtbot: QtBot, session: Session
) -> None:
    advance(qtbot, session, 100)
    qtbot.waitUntil(lambda: kinds(session) == ["d-saturated"], timeout=WAIT)
    with qtbot.waitSignal(session.scene_changed, timeout=WAIT):
        session.branch_here("again")
    session.observer.look()
    assert session.recording.current == 1
    assert kinds(session) == ["d-saturated"]
    assert session.recording.branches[1].marks == [], "it is its parent's"


def test_a_new_recording_starts_without_marks(qtbot: QtBot, session: Session) -> None:
    advance(qtbot, session, 100)
    qtbot.waitUntil(lambda: kinds(session) == ["d-saturated"], timeout=WAIT)
    with qtbot.waitSignal(session.scene_changed, timeout=WAIT):
        session.reset()
    session.observer.look()
    assert kinds(session) == []


def test_a_long_history_is_gone_through_in_portions(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(observer, "AT_ONCE", 40)
    rows = np.zeros((200, 1, 6))
    rows[:, :, 0], rows[:, :, 4:6] = 0.001, 1.0
    rows[:10, :, 0] = 1.4
    session.history.rows.extend(np.arange(1, 201), rows)
    session.history_changed.emit()
    qtbot.waitUntil(lambda: kinds(session) == ["d-saturated"], timeout=WAIT)


def test_a_stop_set_in_the_past_grows_no_branch(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.snapshot is not None, timeout=WAIT)
    advance(qtbot, session, 5)
    qtbot.waitUntil(
        lambda: session.snapshot is not None and session.snapshot.step == 5, timeout=WAIT
    )
    session.visit(0)
    assert session.moment == 0
    settings = list(session.recording.branch.settings)
    assert session.edit("stop.step", 90)
    qtbot.waitUntil(lambda: session.recording.branch.experiment.stop.step == 90, timeout=WAIT)
    assert session.recording.current == 0
    assert len(session.recording.branch.settings) == len(settings)
