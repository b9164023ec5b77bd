"""Autosave, what a crash leaves, and session files in the window, with real workers and disks."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.taped import Taped, contents, tree

from ganlab_gui.app import keeper as keepers
from ganlab_gui.app.keeper import Keeper, kept_at, sessions_in
from ganlab_gui.app.keeping import thumbnails
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.rescue import Rescue
from ganlab_gui.app.session import Session, State
from ganlab_gui.app.session_files import locked
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client
from ganlab_gui.lab.library import SESSION, Library, card_of, write_card
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.session_file import load, save, write
from ganlab_gui.lab.snapshot import Needs

SMALL = with_values(
    Experiment(),
    {"title": "Small", "generator.hidden": [8], "discriminator.hidden": [8],
     "training.batch": 16, "seed": 5},
)  # fmt: skip
WAIT = 60_000

Start = Callable[..., tuple[Session, Keeper]]


@pytest.fixture(autouse=True)
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's trash, for the test alone."""
    (tmp_path / "xdg").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    return tmp_path / "xdg" / "Trash" / "files"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def start(qtbot: QtBot, home: Path) -> Iterator[Start]:
    made: list[tuple[Session, Keeper]] = []

    def begin(folder: Path | None = home) -> tuple[Session, Keeper]:
        session = Session(SMALL, Client(SMALL, "thread", "cpu"))
        session.needs = lambda: Needs(frozenset({"samples"}), 10)
        keeper = Keeper(session, folder)
        made.append((session, keeper))
        settled(qtbot, session)
        return session, keeper

    yield begin
    for session, keeper in made:
        keeper.close()
        session.close()


def settled(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(
        lambda: session.state in (State.PAUSED, State.DIVERGED)
        and session.snapshot is not None
        and session.snapshot.step == session.step, timeout=WAIT,
    )  # fmt: skip


def walk(qtbot: QtBot, session: Session, count: int = 20) -> None:
    target = session.step + count
    session.advance("both", count)
    qtbot.waitUntil(lambda: session.step == target, timeout=WAIT)
    settled(qtbot, session)


def saved(qtbot: QtBot, keeper: Keeper) -> None:
    with qtbot.waitSignal(keeper._wrote, timeout=WAIT):
        keeper.save_now()


def only(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


# -- autosave --------------------------------------------------------------------------------------


def test_what_was_seen_is_on_the_disk(qtbot: QtBot, start: Start, home: Path) -> None:
    session, keeper = start()
    keeper.save_now()
    assert not sessions_in(home).exists(), "nothing has happened yet"
    walk(qtbot, session)
    saved(qtbot, keeper)
    walk(qtbot, session)
    session._timer.stop()  # readings may still be coming in
    saved(qtbot, keeper)
    kept = load(only(sessions_in(home)) / SESSION, journal=True)
    assert session.recording is not None
    assert contents(kept.recording) == contents(session.recording)
    assert kept.about["title"] == "Small"
    assert keeper.said().startswith("autosaved 0 s")


def test_the_timer_saves_and_the_clock_may_jump(
    qtbot: QtBot, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, keeper = start()
    keeper._timer.start(50)
    with qtbot.waitSignal(keeper._wrote, timeout=WAIT):
        walk(qtbot, session)
    monkeypatch.setattr(time, "time", lambda: 1e9)
    with qtbot.waitSignal(keeper._wrote, timeout=WAIT):
        walk(qtbot, session)
    assert keepers.EVERY_MS <= 5_000
    assert keeper.said().startswith("autosaved ")
    assert "-" not in keeper.said()


def test_without_a_folder_nothing_is_kept(qtbot: QtBot, start: Start, home: Path) -> None:
    session, keeper = start(None)
    walk(qtbot, session)
    keeper.save_now()
    assert keeper.said() == ""
    assert keeper.kept is None
    assert not home.exists()


def test_a_disk_that_takes_nothing_is_said_once_and_tried_again(
    qtbot: QtBot, start: Start, home: Path
) -> None:
    home.write_text("a file where the folder should be")
    session, keeper = start()
    told: list[str] = []
    keeper.failed.connect(told.append)
    walk(qtbot, session)
    saved(qtbot, keeper)
    saved(qtbot, keeper)
    assert len(told) == 1
    assert str(home) in told[0]
    assert keeper.said() == "autosave is off"
    home.unlink()
    with qtbot.waitSignal(keeper.worked, timeout=WAIT):
        keeper.save_now()
    assert load(only(sessions_in(home)) / SESSION, journal=True).damage == []


# -- the end of a session --------------------------------------------------------------------------


def test_a_session_becomes_a_run_when_another_begins(
    qtbot: QtBot, start: Start, home: Path
) -> None:
    session, keeper = start()
    keeper.thumbnails = lambda recording: {"dark": b"a picture"}
    walk(qtbot, session, 60)
    assert session.recording is not None
    left: list[dict] = []
    session.recording_left.connect(lambda recording: left.append(contents(recording)))
    with qtbot.waitSignal(keeper.filed, timeout=WAIT) as filed:
        session.reset()
    (entry,) = Library(home / "library").entries()
    assert [entry.name] == filed.args
    assert contents(load(entry.session).recording) == left[0]
    assert (entry.card.title, entry.card.steps, entry.card.seed) == ("Small", 60, 5)
    assert entry.card.measures.keys() == {"js", "w1", "modes_captured", "high_quality"}
    assert entry.thumbnail("dark").read_bytes() == b"a picture"
    assert list(sessions_in(home).iterdir()) == []


def test_what_is_hardly_begun_is_no_run(qtbot: QtBot, start: Start, home: Path) -> None:
    session, keeper = start()
    walk(qtbot, session, keepers.LEAST_STEPS - 1)
    saved(qtbot, keeper)
    keeper.close()
    assert list(sessions_in(home).iterdir()) == []
    assert Library(home / "library").entries() == []


def test_closing_files_the_session(qtbot: QtBot, start: Start, home: Path) -> None:
    session, keeper = start()
    walk(qtbot, session, 60)
    keeper.close()
    keeper.background.close(10)  # a busy machine may need longer than a window waits
    (entry,) = Library(home / "library").entries()
    assert load(entry.session, journal=True).recording.branch.last_step == 60
    keepers.tidy(Library(home / "library"))
    assert load(entry.session).damage == []


def test_a_run_that_goes_on_is_not_there_twice(qtbot: QtBot, start: Start, home: Path) -> None:
    session, keeper = start()
    walk(qtbot, session, 60)
    with qtbot.waitSignal(keeper.filed, timeout=WAIT):
        session.reset()
    settled(qtbot, session)
    library = Library(home / "library")
    (entry,) = library.entries()
    library.retag(entry, ["good"])
    for steps in (0, 30):
        loaded = load(entry.session)
        keeper.origin = keepers.Origin(loaded.recording, entry.name)
        assert session.open_recording(loaded.recording)
        settled(qtbot, session)
        assert session.recording is loaded.recording
        if steps:
            walk(qtbot, session, steps)
    keeper.close()
    keeper.background.close(10)
    (entry,) = library.entries()
    assert (entry.card.steps, entry.card.tags) == (90, ("good",))


def test_the_oldest_untagged_runs_make_room(
    qtbot: QtBot, start: Start, home: Path, trash: Path
) -> None:
    library = Library(home / "library")
    names = [f"2026010{n}-000000-abc" for n in range(1, 5)]
    for number, name in enumerate(names):
        folder = library.folder / name
        folder.mkdir(parents=True)
        (folder / SESSION).write_bytes(bytes(1000))
        card = card_of(Taped().recording, 1.0, ("keep",) if number == 0 else ())
        write_card(folder, card.model_copy(update={"date": f"2026-01-0{number + 1}"}))
    _, keeper = start()
    keeper.limit = 3500
    with qtbot.waitSignal(keeper.trimmed, timeout=WAIT) as trimmed:
        keeper.background.put("trim", keeper._trim)
    assert trimmed.args == [1]
    assert [e.name for e in library.entries()] == [names[3], names[2], names[0]]


# -- windows ---------------------------------------------------------------------------------------


Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, home: Path) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def begin() -> MainWindow:
        window = MainWindow(SMALL, Preferences(None, home), Client(SMALL, "thread", "cpu"))
        windows.append(window)
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
        return window

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.keeping.keeper.background.close(10)
        window.deleteLater()


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[MainWindow]:
    """One window, without a folder, for tests that leave it as it was: making one is slow."""
    window = MainWindow(SMALL, Preferences(None), Client(SMALL, "thread", "cpu"))
    until = time.monotonic() + WAIT / 1000
    while window.session.state is not State.PAUSED and time.monotonic() < until:
        QTest.qWait(10)
    yield window
    window.session.mark_saved()
    window.close()
    window.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, shared: MainWindow) -> Iterator[MainWindow]:
    """The shared window, told nothing, its run at the beginning."""
    yield shared
    shared.sessions.close()
    shared.banner.topic = ""
    shared.banner.hide()
    shared.session.open_experiment(SMALL)
    qtbot.waitUntil(
        lambda: shared.session.state is State.PAUSED and shared.session.step == 0, timeout=WAIT
    )


@pytest.fixture
def rescue(desk: MainWindow, home: Path) -> Iterator[Rescue]:
    """What looks for the left behind in the folder ``home`` at a start."""
    keeper = Keeper(desk.session, home)
    keeper.thumbnails = thumbnails
    yield Rescue(desk, keeper)
    keeper.kept = None
    keeper.close()
    keeper.deleteLater()


def left_behind(home: Path, name: str = "20260101-000000-aaa", tape: Taped | None = None) -> Path:
    """What a killed window leaves: a journal that ends in the middle of a write."""
    folder = sessions_in(home) / name
    kept = kept_at(folder)
    keepers.hold(kept)
    kept.journal.write((tape or tree()).recording.lend(), {"title": "Lost one", "seconds": 7.0})
    kept.lock.unlock()
    with (folder / SESSION).open("ab") as stream:
        stream.write(b"PK\x03\x04 and then the power went")
    return folder


def press(window: MainWindow, name: str) -> None:
    next(b for b in window.banner.buttons if b.objectName() == f"banner.{name}").click()


def test_a_crash_is_offered_and_opened_where_it_was(
    qtbot: QtBot, open_window: Open, home: Path
) -> None:
    tape = tree()
    folder = left_behind(home, tape=tape)
    window = open_window()
    window.keeping.rescue.look()
    assert "“Lost one”, ended unexpectedly at step 40" in window.banner.label.text()
    press(window, "rescue")
    qtbot.waitUntil(lambda: window.session.step == 40, timeout=WAIT)
    recording = window.session.recording
    assert recording is not None
    found, expected = contents(recording), contents(tape.recording)
    for table in (found, expected):
        for branch in ("branch 0", "branch 1"):
            del table[branch]["scene"], table[branch]["keyframes"]
            del table[branch]["pictures"], table[branch]["measures"], table[branch]["shares"]
    assert found == expected
    assert window.keeping.keeper.kept is not None
    assert window.keeping.keeper.kept.folder == folder
    walk(qtbot, window.session, 5)
    with qtbot.waitSignal(window.keeping.keeper._wrote, timeout=WAIT):
        window.keeping.keeper.save_now()
    again = load(folder / SESSION, journal=True)
    assert (again.damage, again.recording.branch.last_step) == ([], 45)
    assert again.about["seconds"] >= 7.0


def test_a_crash_may_be_kept_for_later(qtbot: QtBot, rescue: Rescue, home: Path) -> None:
    left_behind(home)
    rescue.look()
    with qtbot.waitSignal(rescue.keeper.filed, timeout=WAIT):
        press(rescue.window, "keep_run")
    (entry,) = Library(home / "library").entries()
    assert (entry.card.steps, entry.card.seconds, entry.card.branches) == (40, 7.0, 2)
    assert entry.thumbnail("dark").exists()
    assert load(entry.session).damage == []
    assert rescue.window.session.step == 0


def test_a_crash_may_be_thrown_away_and_found_in_the_trash(
    rescue: Rescue, home: Path, trash: Path
) -> None:
    folder = left_behind(home)
    rescue.look()
    press(rescue.window, "discard")
    assert not folder.exists()
    assert load(trash / folder.name / SESSION, journal=True).recording.branch.last_step == 40


def test_an_offer_that_is_not_answered_is_made_again(rescue: Rescue, home: Path) -> None:
    folder = left_behind(home)
    rescue.look()
    second = Rescue(rescue.window, rescue.keeper)
    second.look()
    assert second.offered is None, "the first one offers it"
    assert rescue.offered is not None
    rescue.offered.lock.unlock()  # as its process ends
    second.look()
    assert second.offered is not None
    assert second.offered.folder == folder


def test_of_several_crashes_the_newest_is_offered(qtbot: QtBot, rescue: Rescue, home: Path) -> None:
    left_behind(home)
    newest = left_behind(home, "20260102-000000-bbb", Taped())
    with qtbot.waitSignal(rescue.keeper.filed, timeout=WAIT):
        rescue.look()
    assert rescue.offered is not None
    assert rescue.offered.folder == newest
    assert "earlier runs (1)" in rescue.window.banner.label.text()
    assert len(Library(home / "library").entries()) == 1


def test_what_came_to_a_good_end_is_filed_without_a_word(rescue: Rescue, home: Path) -> None:
    tape = tree()
    folder = left_behind(home, tape=tape)
    write_card(folder, card_of(tape.recording, 3.0))
    rescue.look()
    assert rescue.window.banner.isHidden()
    assert [e.name for e in Library(home / "library").entries()] == [folder.name]


@pytest.mark.parametrize("content", [b"", b"not a session"])
def test_a_journal_that_cannot_be_opened_is_said_once(
    rescue: Rescue, home: Path, content: bytes
) -> None:
    folder = sessions_in(home) / "20260101-000000-aaa"
    folder.mkdir(parents=True)
    (folder / SESSION).write_bytes(content)
    rescue.look()
    assert rescue.window.banner.isHidden() == (not content)
    assert not folder.exists()


def test_a_failing_disk_is_told_in_the_window(qtbot: QtBot, open_window: Open, home: Path) -> None:
    window = open_window()
    home.write_text("")
    walk(qtbot, window.session)
    window.keeping.keeper.save_now()
    qtbot.waitUntil(lambda: window.banner.topic == "autosave", timeout=WAIT)
    assert window.banner.label.text().startswith("Autosave is off: ")
    window.keeping.refresh()
    assert window.keeping.label.text() == "autosave is off"
    home.unlink()
    window.keeping.keeper.save_now()
    qtbot.waitUntil(window.banner.isHidden, timeout=WAIT)


def test_the_other_side_of_a_comparison_is_kept_too(
    qtbot: QtBot, open_window: Open, home: Path
) -> None:
    window = open_window()
    window.comparison.begin(with_values(SMALL, {"title": "Rival", "seed": 6}))
    rival = window.comparison.rival
    assert rival is not None
    qtbot.waitUntil(lambda: rival.state is State.PAUSED, timeout=WAIT)
    rival.advance("both", 60)
    qtbot.waitUntil(lambda: rival.step >= 60, timeout=WAIT)
    library = Library(home / "library")
    window.comparison.leave()
    qtbot.waitUntil(lambda: len(library.entries()) == 1, timeout=WAIT)
    assert library.entries()[0].card.title == "Rival"


# -- session files ---------------------------------------------------------------------------------


def test_a_session_is_saved_and_opened_in_another_window(
    qtbot: QtBot, desk: MainWindow, open_window: Open, tmp_path: Path
) -> None:
    first, path = desk, tmp_path / "a.ganlab"
    walk(qtbot, first.session, 30)
    with qtbot.waitSignal(first.sessions.saved, timeout=WAIT):
        first.sessions.save_to(path)
    assert first.sessions.path == path
    assert load(path).recording.branch.keyframes.newest == 30
    first.sessions.close()
    second = open_window()
    with qtbot.waitSignal(second.sessions.opened, timeout=WAIT):
        second.documents.open_path(path)
    settled(qtbot, second.session)
    assert second.session.step == 30
    np.testing.assert_array_equal(
        second.session.history.rows.values, first.session.history.rows.values
    )
    for window in (first, second):
        walk(qtbot, window.session, 10)
    np.testing.assert_array_equal(
        second.session.history.rows.values, first.session.history.rows.values
    )
    assert second.recent.paths == [path]
    second.session.reset()
    qtbot.waitUntil(lambda: second.sessions.path is None, timeout=WAIT)


def test_the_second_window_on_a_file_has_a_copy(
    qtbot: QtBot, desk: MainWindow, open_window: Open, tmp_path: Path
) -> None:
    path = tmp_path / "a.ganlab"
    save(path, tree().recording)
    before = path.read_bytes()
    first, second = open_window(), desk
    with qtbot.waitSignal(first.sessions.opened, timeout=WAIT):
        first.sessions.open(path)
    second.sessions.open(path)
    qtbot.waitUntil(lambda: second.session.step == 40, timeout=WAIT)
    assert f"a.ganlab is open in another window (process {os.getpid()}" in (
        second.banner.label.text()
    )
    assert second.sessions.path is None
    second.sessions.save_to(path)
    assert "choose another name" in second.banner.label.text()
    assert path.read_bytes() == before
    first.sessions.close()
    with qtbot.waitSignal(second.sessions.saved, timeout=WAIT):
        second.sessions.save_to(path)
    assert load(path).damage == []


def test_damage_is_told_and_the_rest_opened(qtbot: QtBot, desk: MainWindow, tmp_path: Path) -> None:
    stream = io.BytesIO()
    write(stream, tree().recording)
    data = stream.getvalue()
    at = data.index(b"branches/0/pictures/20.npz") + 200
    path = tmp_path / "a.ganlab"
    path.write_bytes(data[:at] + b"?" + data[at + 1 :])
    with qtbot.waitSignal(desk.sessions.opened, timeout=WAIT):
        desk.sessions.open(path)
    assert desk.banner.label.text() == "The picture of step 20 of branch 1 is damaged and left out."
    assert desk.session.step == 40


def without_states(path: Path, first: int = 0) -> Recording:
    """A session file of a run that began at ``first``, with pictures and no states."""
    recording = tree().recording
    recording.branches[0].fork = first
    for branch in recording.branches.values():
        for step in branch.keyframes.steps.tolist():
            branch.keyframes.remove(step)
    save(path, recording)
    return recording


def test_without_any_state_it_is_trained_again(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    recording = without_states(tmp_path / "a.ganlab")
    with qtbot.waitSignal(desk.sessions.opened, timeout=WAIT):
        desk.sessions.open(tmp_path / "a.ganlab")
    assert desk.session.step == 40
    assert desk.session.recording is not None
    pictures = recording.branch.pictures.steps
    np.testing.assert_array_equal(desk.session.recording.branch.pictures.steps, pictures)


def test_where_no_state_is_near_the_end_it_is_told(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ganlab_gui.app.travel.AGAIN", 4)
    recording = tree().recording
    recording.branch.keyframes.remove(40)
    save(tmp_path / "a.ganlab", recording)
    with qtbot.waitSignal(desk.sessions.opened, timeout=WAIT):
        desk.sessions.open(tmp_path / "a.ganlab")
    assert "newest state left near its end is of step 0:" in desk.banner.label.text()
    assert desk.session.step == 0
    assert desk.session.recording is not None
    assert desk.session.recording.branches[1].last_step == 40


def test_without_any_way_to_a_state_the_settings_are_opened(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    recording = without_states(tmp_path / "a.ganlab", first=10)
    with qtbot.waitSignal(desk.session.scene_changed, timeout=WAIT):
        desk.sessions.open(tmp_path / "a.ganlab")
    assert "its settings are opened" in desk.banner.label.text()
    assert desk.session.experiment == recording.branch.experiment
    assert desk.session.step == 0
    assert desk.sessions.path is None


def test_what_cannot_be_opened_or_saved_changes_nothing(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "a.ganlab").write_bytes(b"no session")
    walk(qtbot, desk.session, 5)
    with qtbot.waitSignal(desk.session.refused, timeout=WAIT):
        desk.documents.open_path(tmp_path / "a.ganlab")
    assert "not a session" in desk.banner.label.text()
    with qtbot.waitSignal(desk.session.refused, timeout=WAIT):
        desk.sessions.save_to(tmp_path / "nowhere" / "a.ganlab")
    assert "does not exist" in desk.banner.label.text()
    assert desk.session.step == 5


def test_locks_of_the_dead_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.ganlab"
    code = (
        "import sys, time; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication(sys.argv); from ganlab_gui.app.session_files import locked;"
        f"lock, holder = locked(Path({str(path)!r})); print(holder or 'mine', flush=True);"
        "time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "mine\n"
    assert f"process {child.pid}" in locked(path)[1]
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    lock, holder = locked(path)
    assert holder == ""
    assert lock is not None
    lock.unlock()


def test_recent_files_are_listed_and_those_that_are_gone_said(
    desk: MainWindow, tmp_path: Path
) -> None:
    window = desk
    for number in range(12):
        window.recent.add(tmp_path / f"{number}.toml")
    assert [p.name for p in window.recent.paths][:2] == ["11.toml", "10.toml"]
    window.recent.fill()
    assert len(window.recent.actions()) == 12
    window.recent.actions()[0].trigger()
    assert "no such file" in window.banner.label.text()
    assert len(window.recent.paths) == 9
    assert json.loads(window.preferences.get("recent", "[]"))[0].endswith("10.toml")
    window.recent.actions()[-1].trigger()
    assert window.recent.paths == []


def test_the_command_line_refuses_what_is_no_session(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from ganlab_gui.cli import main

    bad = tmp_path / "bad.ganlab"
    bad.write_bytes(b"no session")
    for path, words in ((tmp_path / "none.ganlab", "no such file"), (bad, "is not a session")):
        assert main([str(path)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(f"{path}: ")
        assert words in line
