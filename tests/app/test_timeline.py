"""The time line of a real window with a real worker: going through what was seen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from support.windows import shown

from ganlab_gui.app import memory
from ganlab_gui.app.main import create, settle
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.recording import BOOKMARK, Mark, Recording

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WAIT = 60_000
MOMENTS = [0, 10, 20, 30, 40, 50]

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def begin(experiment: Experiment = SMALL, preferences: Preferences | None = None) -> MainWindow:
        _, window = create(experiment, home="thread", device="cpu", preferences=preferences)
        windows.append(window)
        window.show()
        settled(qtbot, window)
        return window

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.deleteLater()


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[MainWindow]:
    """One window for many tests: to build one takes longer than most of them."""
    with shown(SMALL) as window:
        settle(qapp, window, 0)
        yield window


@pytest.fixture
def seen(qtbot: QtBot, shared: MainWindow) -> MainWindow:
    """A window with a picture at each of MOMENTS, and nothing else."""
    session, before = shared.session, shared.session.recording
    session.pause()
    session.set_speed(None)
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    session.open_experiment(SMALL)
    qtbot.waitUntil(lambda: session.recording is not before, timeout=WAIT)
    settled(qtbot, shared)
    walk(qtbot, shared, len(MOMENTS) - 1)
    assert recorded(shared).steps("pictures").tolist() == MOMENTS
    return shared


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the worker stands still and the picture of where it stands is there."""
    session = window.session
    qtbot.waitUntil(
        lambda: session.state is State.PAUSED and session.snapshot is not None
        and session.snapshot.step == session.step, timeout=WAIT,
    )  # fmt: skip


def walk(qtbot: QtBot, window: MainWindow, pictures: int) -> None:
    for _ in range(pictures):
        target = window.session.step + 10
        window.session.advance("both", 10)
        qtbot.waitUntil(lambda: window.session.step == target, timeout=WAIT)  # noqa: B023
        settled(qtbot, window)
    window.timeline.refresh()


def recorded(window: MainWindow) -> Recording:
    assert window.session.recording is not None
    return window.session.recording


def on_track(window: MainWindow, step: int, height: int | None = None) -> QPoint:
    track = window.timeline.track
    return QPoint(round(track.scale_.x(step)), track.height() - 8 if height is None else height)


def answer(act: Callable[[QDialog], object]) -> None:
    """Once a dialog is open, do something with it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def type_in(text: str) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(text)
        dialog.accept()

    answer(fill)


def entry(menu: QMenu, name: str) -> object:
    found = [action for action in menu.actions() if action.objectName() == name]
    assert found, name
    return found[0]


def test_the_mouse_goes_to_any_moment_and_back_to_now(qtbot: QtBot, seen: MainWindow) -> None:
    track, session = seen.timeline.track, seen.session
    assert [step for step, _ in seen.timeline.strip.frames][-1] == 50
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=on_track(seen, 21))
    qtbot.waitUntil(lambda: session.moment == 20)
    assert seen.transport.counter.text() == "20"
    assert "step 20 of 50 — the past" in seen.timeline.says.text()
    assert "in the past: step 20 of 50" in seen.status.labels["state"].text()
    assert seen.timeline.to_now.isVisible()
    assert seen.timeline.strip.shown == 20
    qtbot.mouseMove(track, on_track(seen, 39))
    qtbot.waitUntil(lambda: session.moment == 40)
    qtbot.mouseMove(track, QPoint(track.width() - 1, track.height() - 8))
    qtbot.waitUntil(lambda: session.moment is None)
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=on_track(seen, 50))
    step, middle = seen.timeline.strip.frames[0]
    place = QPoint(round(middle), seen.timeline.strip.side // 2)
    qtbot.mouseClick(seen.timeline.strip, Qt.MouseButton.LeftButton, pos=place)
    assert session.moment == step == 0
    qtbot.mouseClick(seen.timeline.to_now, Qt.MouseButton.LeftButton)
    assert session.moment is None
    assert "now" in seen.timeline.says.text()
    assert not seen.timeline.to_now.isVisible()


def test_keys_go_through_time_and_take_no_step(qtbot: QtBot, seen: MainWindow) -> None:
    track, session = seen.timeline.track, seen.session
    track.setFocus()
    for key, moment in (
        (Qt.Key.Key_Left, 40), (Qt.Key.Key_Left, 30), (Qt.Key.Key_Right, 40),
        (Qt.Key.Key_PageDown, 0), (Qt.Key.Key_Left, 0), (Qt.Key.Key_End, None),
        (Qt.Key.Key_Right, None), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        qtbot.keyClick(track, key)
        assert session.moment == moment, key
    assert session.step == 50
    for name, moment in (("next", 10), ("next", 20), ("previous", 10), ("now", None),
                         ("beginning", 0)):  # fmt: skip
        seen.action(name).trigger()
        assert session.moment == moment, name
    assert (track.accessibleName(), track.value()) == ("Time line", 0)


def test_playing_what_was_recorded_ends_at_the_first_picture_and_in_now(
    qtbot: QtBot, seen: MainWindow
) -> None:
    session, playback = seen.session, seen.timeline.playback
    visited: list[int | None] = []
    session.moment_changed.connect(lambda: visited.append(session.moment))
    seen.timeline.buttons["play_back"].click()
    assert seen.timeline.buttons["play_back"].isChecked()
    qtbot.waitUntil(lambda: playback.direction == 0, timeout=WAIT)
    assert visited == [40, 30, 20, 10, 0]
    seen.action("play_on").trigger()
    qtbot.waitUntil(lambda: session.moment is None, timeout=WAIT)
    assert visited[5:] == [10, 20, 30, 40, None]
    assert playback.direction == 0
    assert not seen.timeline.buttons["play_on"].isChecked()
    seen.action("play_on").trigger()
    assert session.moment == 0
    seen.timeline.visit(30)
    assert playback.direction == 0


def test_playing_follows_the_speed(seen: MainWindow) -> None:
    playback = seen.timeline.playback
    seen.session.set_speed(60)
    playback.toggle(-1)
    playback._then -= 0.25
    playback.tick()
    assert seen.session.moment == 30
    playback.stop()
    assert seen.session.moment == 30


def test_training_goes_on_from_now(qtbot: QtBot, seen: MainWindow) -> None:
    seen.timeline.play_back()
    seen.timeline.visit(10)
    seen.toggle_play()
    qtbot.waitUntil(lambda: seen.session.step > 50, timeout=WAIT)
    assert seen.session.moment is None


def test_settings_are_those_of_the_moment_and_an_edit_there_grows_a_branch(
    qtbot: QtBot, seen: MainWindow
) -> None:
    session, row = seen.session, seen.controls.row("training.d_steps")
    session.edit("training.d_steps", 3)
    qtbot.waitUntil(lambda: len(session.history.edits) == 1, timeout=WAIT)
    walk(qtbot, seen, 1)
    seen.timeline.visit(20)
    assert row.editor.value() == 1
    assert "k (D steps) 1 → 3" in seen.timeline.says.toolTip()
    seen.timeline.visit(59)
    seen.timeline.now()
    assert row.editor.value() == 3
    seen.timeline.visit(20)
    seen.controls.edited.emit("training.d_steps", 5)
    qtbot.waitUntil(lambda: recorded(seen).current == 1, timeout=WAIT)
    assert seen.status.currentMessage() == "Branched at step 20: branch 2"
    assert "now · branch 2" in seen.timeline.says.text()
    settled(qtbot, seen)
    walk(qtbot, seen, 1)
    assert session.experiment.training.d_steps == 5
    assert recorded(seen).branches[0].experiment.training.d_steps == 3


def test_branches_are_grown_named_switched_and_removed_by_buttons_and_menu(
    qtbot: QtBot, seen: MainWindow
) -> None:
    recording, timeline = recorded(seen), seen.timeline
    timeline.visit(30)
    timeline.buttons["branch_here"].click()
    qtbot.waitUntil(lambda: recording.current == 1, timeout=WAIT)
    settled(qtbot, seen)
    walk(qtbot, seen, 1)
    seen.session.edit("training.d_steps", 2)
    qtbot.waitUntil(lambda: len(seen.session.history.edits) == 1, timeout=WAIT)
    type_in("many D steps")
    seen.action("rename_branch").trigger()
    assert recording.branch.name == "many D steps"
    menu = timeline.menu
    timeline.branches.fill(menu)
    assert entry(menu, "timeline.branch.1").isChecked()
    about = entry(menu, "timeline.branch.0").toolTip()
    assert "Settings compared with many D steps:\nk (D steps) 2 → 1" in about
    assert "Grew from branch 1 at step 30" in entry(menu, "timeline.branch.1").toolTip()
    entry(menu, "timeline.branch.0").trigger()
    qtbot.waitUntil(lambda: recording.current == 0, timeout=WAIT)
    settled(qtbot, seen)
    assert seen.session.step == 50
    timeline.branches.fill(menu)
    remove = next(action.menu() for action in menu.actions() if action.text() == "Remove")
    for button in (QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes):
        answer(lambda box, b=button: box.button(b).click())
        entry(remove, "timeline.remove.1").trigger()
        assert set(recording.branches) == ({0, 1} if button.name == "Cancel" else {0})


def test_marks_are_told_by_shape_and_words_and_lead_to_their_moment(
    qtbot: QtBot, seen: MainWindow
) -> None:
    recording, track, session = recorded(seen), seen.timeline.track, seen.session
    seen.timeline.visit(20)
    type_in("  it   turns ")
    seen.timeline.buttons["bookmark"].click()
    assert recording.marks() == [Mark(20, BOOKMARK, "it turns")]
    recording.mark(Mark(40, "collapse", "1/8"))
    seen.timeline.now()
    session.edit("training.d_steps", 3)
    qtbot.waitUntil(lambda: len(session.history.edits) == 1, timeout=WAIT)
    seen.timeline.refresh()
    kinds = [[(s.kind, s.letter) for s in group] for group in track.groups]
    assert kinds == [[(BOOKMARK, "")], [("collapse", "C")], [("edit", "")]]
    assert track.words_at(track.scale_.x(20)) == "step 20: Bookmark: it turns"
    event = track.words_at(track.scale_.x(40))
    assert event.startswith("step 40: Collapse · 1/8 modes\nFor 3 readings in a row")
    assert track.words_at(track.scale_.x(50)) == "step 50: k (D steps): 1 → 3"
    assert track.words_at(track.scale_.x(10)) == "step 10"
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=on_track(seen, 20, 6))
    qtbot.waitUntil(lambda: session.moment == 20)
    for name, moment in (("mark_after", 40), ("mark_before", 20), ("mark_before", 20)):
        seen.action(name).trigger()
        assert session.moment == moment
    mark = recording.marks()[0]
    type_in("turned")
    seen.timeline.branches.edit_note(mark)
    assert recording.marks()[0].note == "turned"
    menu = QMenu()
    seen.timeline.branches.fill_bookmark(menu, recording.marks()[0])
    menu.actions()[-1].trigger()
    assert [m.kind for m in recording.marks()] == ["collapse"]


def test_events_are_marked_once_in_every_branch(qtbot: QtBot, open_window: Open) -> None:
    wild = with_values(
        SMALL,
        {
            "objective.name": "wasserstein",
            "generator_optimizer.name": "sgd", "generator_optimizer.lr": 10,
            "discriminator_optimizer.name": "sgd", "discriminator_optimizer.lr": 10,
        },
    )  # fmt: skip
    window = open_window(wild)
    window.session.play()
    qtbot.waitUntil(lambda: window.session.state is State.DIVERGED, timeout=WAIT)
    window.session.observer.look()
    marks = recorded(window).marks()
    assert [m.kind for m in marks].count("divergence") == 1
    window.session.observer._begin()
    window.session.observer.look()
    assert recorded(window).marks() == marks


def test_nothing_is_looked_up_while_nobody_sees_it(qtbot: QtBot, seen: MainWindow) -> None:
    timeline = seen.timeline
    timeline.refresh()
    looks, drawn = timeline.looks, timeline.strip.drawn
    timeline.refresh()
    assert (timeline.looks, timeline.strip.drawn) == (looks, drawn)
    seen.theory.open("optimal-discriminator")
    assert not timeline.isVisible()
    walk(qtbot, seen, 1)
    assert (timeline.looks, timeline.strip.drawn) == (looks, drawn)
    seen.theory.leave()
    assert timeline.isVisible()
    assert timeline.looks > looks
    assert timeline.strip.drawn == drawn + 1


def test_folded_it_is_a_line_and_stays_so(qtbot: QtBot, open_window: Open) -> None:
    preferences = Preferences(None)
    window = open_window(preferences=preferences)
    assert window.timeline.strip.frames == []
    tall = window.timeline.height()
    window.timeline.buttons["fold"].click()
    assert not window.timeline.strip.isVisible()
    qtbot.waitUntil(lambda: window.timeline.height() < tall)
    again = open_window(preferences=preferences)
    assert again.timeline.folded
    again.action("timeline").trigger()
    assert again.timeline.strip.isVisible()


def test_the_memory_bar_tells_what_is_used_and_the_budget_is_kept(
    qtbot: QtBot, open_window: Open
) -> None:
    preferences = Preferences(None)
    window = open_window(preferences=preferences)
    walk(qtbot, window, 1)
    window.memory.refresh(1.0)
    assert window.memory.button.text() == "recording 1 of 256 MB"
    assert "Pictures: 2\n" in window.memory.button.toolTip()
    window.memory.menu.aboutToShow.emit()
    entry(window.memory.menu, "memory.1024").trigger()
    window.memory.refresh(1.0)
    assert window.memory.button.text() == "recording 1 of 1 GB"
    assert recorded(window).budget == window.session.budget == 1 << 30
    assert memory.preferred(preferences) == 1024
    assert open_window(preferences=preferences).session.budget == 1 << 30
    preferences.set("budget", 77)
    assert memory.preferred(preferences) == 256
