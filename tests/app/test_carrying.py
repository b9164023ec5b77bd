"""What a real window gives away: programs, logs, tables, captions, whole lessons, experiments."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from ganlab_gui.app.batch import Look
from ganlab_gui.app.batch_dialog import BatchDialog
from ganlab_gui.app.export_dialog import ExportDialog
from ganlab_gui.app.exporter import SAMPLES
from ganlab_gui.app.main import create
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.experiment.text import copied, pasted
from ganlab_gui.figures import Style
from ganlab_gui.lab import tensorboard
from ganlab_gui.lab.exports import samples_csv, samples_of
from ganlab_gui.lab.script import generator_script
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WAIT = 60_000

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def begin(experiment: Experiment = SMALL) -> MainWindow:
        _, window = create(experiment, home="thread", device="cpu")
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
        return window

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.deleteLater()


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    target = window.session.step + steps
    window.session.advance("both", steps)
    qtbot.waitUntil(lambda: window.up_to_date(target), timeout=WAIT)


def answering(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    """The system's own dialog for a place to save to, which no test can press."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))


# -- numbers and programs --------------------------------------------------------------------------


def test_program_and_tables_are_exported(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(with_values(SMALL, {"generator.count": 2}))
    train(qtbot, window, 3)
    answering(monkeypatch, tmp_path / "mine.py")
    window.action("export_script").trigger()
    answering(monkeypatch, tmp_path / "samples", "CSV (*.csv)")
    window.action("export_samples").trigger()
    qtbot.waitUntil((tmp_path / "samples.csv").exists, timeout=WAIT)
    text = (tmp_path / "mine.py").read_text(encoding="utf-8")
    assert "    import mine" in text
    assert "GENERATORS = 2" in text
    with (tmp_path / "samples.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["source"] for row in rows} == {"data", "generated"}
    assert {row["generator"] for row in rows if row["source"] == "generated"} == {"0", "1"}


def test_what_is_exported_is_of_the_moment_in_the_window(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    train(qtbot, window, 6)
    train(qtbot, window, 2)
    window.session.edit("training.d_steps", 3)
    qtbot.waitUntil(lambda: bool(window.session.history.edits), timeout=WAIT)
    train(qtbot, window, 4)
    then = window.session.step
    window.session.visit(6)
    for name in ("generator.py", "samples.csv"):
        answering(monkeypatch, tmp_path / name)
        window.action("export_script" if name.endswith("py") else "export_samples").trigger()
        qtbot.waitUntil((tmp_path / name).exists, timeout=WAIT)
    trainer = Trainer(SMALL, "cpu")
    trainer.step(6)
    assert (tmp_path / "generator.py").read_text() == generator_script(trainer).text
    fake, kinds = samples_of(trainer, SAMPLES)
    real = trainer.examiner.draw(SAMPLES, 1).astype("float32")
    assert (tmp_path / "samples.csv").read_bytes() == samples_csv(real, fake, kinds)
    assert window.session.step == then
    assert "k = 1, " in window.exporter.caption("plane")
    window.session.live()
    assert "k = 3, " in window.exporter.caption("plane")
    assert "Changed while running: k 1 → 3 at step 8." in window.exporter.caption("plane")


def test_many_weights_are_written_beside_the_program(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window(with_values(SMALL, {"generator.hidden": [600, 600]}))
    window.session.request("script", str(tmp_path / "g.py"), "g")
    qtbot.waitUntil((tmp_path / "g.py").exists, timeout=WAIT)
    assert (tmp_path / "g.weights").stat().st_size > 600 * 600 * 4


def test_logs_are_written_beside_the_window(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    train(qtbot, window, 5)
    answering(monkeypatch, tmp_path / "logs")
    window.action("export_events").trigger()
    assert window.work.busy
    assert window.work.job is not None
    assert window.work.job.bar.isVisible()
    assert not window.work.export_events_to(tmp_path / "again")  # one at a time
    assert "Another export" in window.banner.label.text()
    qtbot.waitUntil(lambda: not window.work.busy, timeout=WAIT)
    assert (tmp_path / "logs" / "seed-5" / tensorboard.FILE).stat().st_size > 1_000
    assert not (tmp_path / "again").exists()


def test_a_missing_package_and_a_taken_name_are_told(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    (tmp_path / "logs").write_text("mine")
    window.work.export_events_to(tmp_path / "logs")
    qtbot.waitUntil(lambda: not window.work.busy, timeout=WAIT)
    assert "something else of that name" in window.banner.label.text()
    assert (tmp_path / "logs").read_text() == "mine"
    monkeypatch.setattr(tensorboard, "find_spec", lambda name: None)
    window.action("export_events").trigger()
    assert "pip install tensorboardX" in window.banner.label.text()


# -- figures ---------------------------------------------------------------------------------------


def test_a_figure_comes_with_caption_and_latex(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    train(qtbot, window, 5)
    answering(monkeypatch, tmp_path / "plane.pdf")

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ExportDialog):
            QTimer.singleShot(20, accept)
            return
        box = dialog.findChild(QCheckBox, "export.words")
        assert not box.isChecked()
        box.setChecked(True)
        dialog.accept()

    QTimer.singleShot(20, accept)
    window.action("export").trigger()
    assert "seed 5" in (tmp_path / "plane.txt").read_text(encoding="utf-8").lower()
    assert r"{plane.pdf}" in (tmp_path / "plane.tex").read_text(encoding="utf-8")
    assert window.exporter.export_to("page", Style(), tmp_path / "alone.svg")
    assert not (tmp_path / "alone.txt").exists()


def test_a_theory_page_has_a_caption_in_the_windows_language(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    window.theory.open("loss-shapes")
    said = []
    for _ in range(2):
        window.exporter.export_to("theory", Style(), tmp_path / "page.svg", words=True)
        said.append((tmp_path / "page.txt").read_text(encoding="utf-8"))
        assert r"\label{fig:loss-shapes}" in (tmp_path / "page.tex").read_text(encoding="utf-8")
        window.toggle_language()
    chinese = [any("\u4e00" <= letter <= "\u9fff" for letter in text) for text in said]
    assert sorted(chinese) == [False, True]


def test_a_lesson_is_drawn_beside_the_window_and_can_be_stopped(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    names = ["page:loss-shapes", "mixture-1d"]
    assert window.work.export_figures_to(names, 100_000, Look("svg"), tmp_path)
    job = window.work.job
    assert job is not None
    qtbot.waitUntil(lambda: (tmp_path / "01-loss-shapes" / "page.tex").exists(), timeout=WAIT)
    train(qtbot, window, 2)  # the window is alive
    qtbot.waitUntil(lambda: job.bar.value() >= 100, timeout=WAIT)
    with qtbot.waitSignal(job.stopped, timeout=WAIT):
        job.bar.findChild(QPushButton).click()
    assert not window.work.busy
    assert not job.process.is_alive()
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "01-loss-shapes/page.svg" in index
    assert "mixture" not in index


def test_the_action_asks_what_and_where_and_closing_the_window_ends_it(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    answering(monkeypatch, tmp_path)

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, BatchDialog):
            dialog.accept()
        else:
            QTimer.singleShot(20, accept)

    QTimer.singleShot(20, accept)
    window.action("export_lesson").trigger()
    job = window.work.job
    assert job is not None
    assert window.work.busy
    window.close()
    assert not job.process.is_alive()


def test_the_dialog_of_a_lesson_offers_the_lessons(qtbot: QtBot) -> None:
    dialog = BatchDialog(None, "dark", "zh")
    qtbot.addWidget(dialog)
    lessons = dialog.findChild(QComboBox, "batch.lesson")
    assert lessons.count() == 5
    lessons.setCurrentIndex(2)
    assert dialog.chosen() == (["3-from-js-to-wasserstein"], None, Look("pdf", "dark", "zh"))
    dialog.findChild(QSpinBox, "batch.steps").setValue(500)
    assert dialog.chosen()[1] == 500


# -- an experiment as a text -----------------------------------------------------------------------


def test_a_copied_experiment_opens_in_another_window(qtbot: QtBot, open_window: Open) -> None:
    one = open_window(load_preset("mad-gan-1d"))
    one.session.edit("training.d_steps", 3)
    one.action("copy_experiment").trigger()
    other = open_window()
    other.action("paste_experiment").trigger()
    qtbot.waitUntil(lambda: other.session.state is State.PAUSED, timeout=WAIT)
    assert other.session.experiment == one.session.experiment == other.session.running
    assert not other.session.unsaved


def test_pasting_asks_before_edits_are_lost_and_refuses_what_is_none(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    QGuiApplication.clipboard().setText("no experiment\nat all")
    window.action("paste_experiment").trigger()
    assert window.banner.label.text() == "The clipboard: holds no experiment."
    window.session.edit("training.d_steps", 3)
    QGuiApplication.clipboard().setText(copied(load_preset("moons")))

    def answer(button: int) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.findChildren(QPushButton)[button].click()
        else:
            QTimer.singleShot(20, lambda: answer(button))

    QTimer.singleShot(20, lambda: answer(2))
    window.action("paste_experiment").trigger()
    assert window.session.experiment.training.d_steps == 3
    QTimer.singleShot(20, lambda: answer(1))
    window.action("paste_experiment").trigger()
    assert window.session.experiment == load_preset("moons")


def test_keys_paste_into_a_field_that_has_the_focus_and_else_into_the_window(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    text = copied(load_preset("moons"))
    QGuiApplication.clipboard().setText(text)
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text().startswith("# An experiment")
    assert window.session.experiment == SMALL
    field.deleteLater()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.session.experiment == pasted(text)


def test_a_dropped_text_is_taken_too(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    data = QMimeData()
    data.setText(copied(load_preset("moons")))
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
             Qt.KeyboardModifier.NoModifier)  # fmt: skip
    enter = QDragEnterEvent(QPointF(10, 10).toPoint(), *given)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(10, 10), *given))
    assert window.session.experiment == load_preset("moons")
