"""The dialog of film strips: what is chosen, what is shown of it, what is written."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.taped import SMALL, Taped

from ganlab_gui.app.main import create
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.session import State
from ganlab_gui.app.strip_dialog import StripDialog
from ganlab_gui.app.window import MainWindow
from ganlab_gui.figures.filmstrip import render_strip
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.session_file import save

Open = Callable[..., StripDialog]


def recorded() -> Recording:
    """A root with pictures at 3, 6 and 9, and a branch from 6 with one at 10."""
    taped = Taped()
    for _ in range(2):
        taped.step(3)
    taped.keep()
    taped.step(3)
    taped.fork(6, "k = 5")
    taped.step(4)
    return taped.recording


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Open:
    def begin(recording: Recording | None = None, **kept: object) -> StripDialog:
        dialog = StripDialog([("", recording or recorded())], "light", kept)
        qtbot.addWidget(dialog)
        return dialog

    return begin


def test_branches_are_rows_and_the_current_one_is_chosen(open_dialog: Open):
    dialog = open_dialog()
    assert [(c.text(), c.isChecked()) for _, c in dialog.rows] == [
        ("Untitled", False), ("Untitled · k = 5", True),
    ]  # fmt: skip
    assert [row.title for row in dialog.strip().rows] == [""]
    dialog.rows[0][1].setChecked(True)
    assert [row.title for row in dialog.strip().rows] == ["Untitled", "Untitled · k = 5"]
    assert [row.at(99).step for row in dialog.strip().rows] == [9, 10]


def test_the_preview_is_the_figure_and_the_caption_stands_below(qtbot: QtBot, open_dialog: Open):
    dialog = open_dialog(spacing="list")
    save_button = dialog.box.button(dialog.box.StandardButton.Save)
    assert "List steps as whole numbers" in dialog.note.text()
    assert not save_button.isEnabled()
    dialog.list_.setText("3, 10")
    qtbot.waitUntil(save_button.isEnabled, timeout=60_000)
    assert dialog.strip().steps == (3, 10)
    assert dialog.preview.pixmap().width() == dialog.preview.width()
    assert "after 10 training steps" in dialog.words.toPlainText()


def test_the_window_lives_on_while_what_draws_figures_is_loaded(
    qtbot: QtBot, open_dialog: Open, monkeypatch: pytest.MonkeyPatch
):
    end = threading.Event()
    loading = threading.Thread(target=end.wait, daemon=True)
    loading.start()
    monkeypatch.setattr("ganlab_gui.app.strip_dialog.warming", lambda: loading)
    dialog = open_dialog()
    save_button = dialog.box.button(dialog.box.StandardButton.Save)
    assert dialog.preview.text() == "Loading what draws figures…"
    assert not save_button.isEnabled()
    end.set()
    qtbot.waitUntil(save_button.isEnabled, timeout=60_000)
    assert dialog.preview.pixmap().width() == dialog.preview.width()


def test_without_a_row_it_says_so(qtbot: QtBot, open_dialog: Open):
    dialog = open_dialog()
    dialog.rows[1][1].setChecked(False)
    qtbot.waitUntil(lambda: dialog.note.text() == "Choose at least one row.")


def test_a_session_file_brings_its_rows(open_dialog: Open, tmp_path):
    save(tmp_path / "other.ganlab", recorded())
    dialog = open_dialog()
    dialog.add_file(tmp_path / "other.ganlab")
    assert [c.text() for _, c in dialog.rows[2:]] == [
        "Untitled (other.ganlab)", "Untitled · k = 5 (other.ganlab)",
    ]  # fmt: skip
    assert len(dialog.strip().rows) == 2
    (tmp_path / "bad.ganlab").write_bytes(b"no session")
    dialog.add_file(tmp_path / "bad.ganlab")
    assert "bad.ganlab" in dialog.note.text()
    assert len(dialog.rows) == 4


def test_both_sides_of_a_comparison_are_rows(qtbot: QtBot):
    dialog = StripDialog([("A", recorded()), ("B", recorded())], "dark", {})
    qtbot.addWidget(dialog)
    assert [row.title for row in dialog.strip().rows] == [
        "Untitled · k = 5 (A)", "Untitled · k = 5 (B)",
    ]  # fmt: skip


def test_choices_are_kept(open_dialog: Open):
    kept = {
        "kind": "svg", "look": "samples", "spacing": "log", "columns": 4, "width": 120, "font": 9.0,
    }  # fmt: skip
    dialog = open_dialog(**kept)
    assert dialog.kept() == kept
    assert dialog.style_of_figure().width_mm == 120
    assert dialog.strip().kind == "samples"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    _, window = create(SMALL, home="thread", preferences=Preferences(None))
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=60_000)
    window.session.recording = recorded()
    yield window
    window.session.mark_saved()
    window.close()


def test_the_window_writes_what_was_chosen(qtbot, window: MainWindow, tmp_path, monkeypatch):
    place = (str(tmp_path / "a"), "PNG (*.png)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: place)
    strips = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, StripDialog):
            QTimer.singleShot(20, choose)
            return
        dialog.kind.setCurrentIndex(dialog.kind.findData("png"))
        strips.append((dialog.strip(), dialog.style_of_figure()))
        dialog.accept()

    QTimer.singleShot(20, choose)
    window.action("export_strip").trigger()
    assert (tmp_path / "a.png").read_bytes() == render_strip(*strips[0], "png")
