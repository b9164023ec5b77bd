"""The real window with a real worker: actions, controls' names, files, themes, sizes, languages."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.windows import shown

from ganlab_gui.app.actions import ACTIONS
from ganlab_gui.app.export_dialog import ExportDialog
from ganlab_gui.app.main import create, save_widget, settle
from ganlab_gui.app.panel import Numbers
from ganlab_gui.app.panels import SIDE
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.session import State
from ganlab_gui.app.window import SIZE, MainWindow
from ganlab_gui.experiment.io import load, with_values
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Home
from ganlab_gui.views import VIEWS

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
LINE = with_values(SMALL, {"data.name": "gaussian", "noise.dim": 1})
WAIT = 60_000
DIALOGS = {
    "open_preset", "theory", "lesson", "open", "save", "save_as", "save_session",
    "save_session_as", "save_checkpoint", "export", "export_page", "rename_branch", "bookmark",
    "compare_preset", "compare_file",
    "export_history", "export_samples", "export_weights", "export_lesson", "export_events",
    "export_script", "export_strip", "export_movie", "paste_experiment", "draw", "guide",
    "diagnostics", "quit",
}  # fmt: skip
"""Actions that open a dialog, which a test below opens for real."""

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def begin(
        experiment: Experiment = SMALL,
        home: Home = "thread",
        preferences: Preferences | None = None,
    ) -> MainWindow:
        _, window = create(experiment, home=home, device="cpu", preferences=preferences)
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
        return window

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.deleteLater()


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[MainWindow]:
    """One window for tests that may find it in any state: making one is slow."""
    with shown(SMALL) as window:
        yield window


@pytest.fixture
def desk(qtbot: QtBot, shared: MainWindow) -> MainWindow:
    """The shared window, alone, at the beginning of SMALL."""
    shared.comparison.leave()
    begin(qtbot, shared, SMALL)
    return shared


def begin(qtbot: QtBot, window: MainWindow, experiment: Experiment) -> None:
    """Take up an experiment and wait at its step 0."""
    window.session.pause()  # it would go on playing otherwise
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    window.session.open_experiment(experiment)
    qtbot.waitUntil(
        lambda: window.session.state is State.PAUSED and window.session.snapshot is not None,
        timeout=WAIT,
    )


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    target = window.session.step + steps
    window.session.advance("both", steps)
    qtbot.waitUntil(lambda: window.up_to_date(target), timeout=WAIT)


def press(dialog_type: type[QDialog], act: Callable[[QDialog], object]) -> None:
    """Once a dialog of a type is open, do something with it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, dialog_type):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_every_panel_control_and_action_has_its_name(open_window: Open) -> None:
    window = open_window()
    for name in VIEWS:
        assert window.findChild(QWidget, f"panel.{name}") is not None, name
    for setting in settings_of(SMALL):
        assert window.findChild(QWidget, setting.path) is not None, setting.path
    for spec in ACTIONS:
        assert window.findChild(type(window.action("play")), f"action.{spec.key}") is not None


def test_every_action_has_a_shortcut_of_its_own_and_stands_in_a_menu(open_window: Open) -> None:
    window = open_window()
    shortcuts = [window.action(spec.key).shortcut().toString() for spec in ACTIONS]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)
    for spec in ACTIONS:
        assert window.action(spec.key) in window.menus[spec.menu].actions()


@pytest.mark.parametrize("experiment", [SMALL, LINE, with_values(SMALL, {"runs": 3})])
def test_the_window_shows_a_run(qtbot: QtBot, open_window: Open, experiment: Experiment) -> None:
    window = open_window(experiment)
    train(qtbot, window, 20)
    assert window.panels.staged == ("density" if experiment.dim == 1 else "plane")
    assert window.transport.counter.text() == "20"
    assert window.panels.panels["runs"].dock.isVisible() == (experiment.runs > 1)
    assert window.session.snapshot is not None


@pytest.mark.parametrize("key", [spec.key for spec in ACTIONS if spec.key not in DIALOGS])
def test_actions_do_not_fail_while_playing(qtbot: QtBot, desk: MainWindow, key: str) -> None:
    window = desk
    window.session.play()
    qtbot.waitUntil(lambda: window.session.step > 5, timeout=WAIT)
    window.action(key).trigger()
    if key in ("theme", "language", "fullscreen", "shift"):
        window.action(key).trigger()
    qtbot.waitUntil(lambda: window.session.state is not State.STARTING, timeout=WAIT)
    assert window.session.state in (State.PLAYING, State.PAUSED)


@pytest.mark.parametrize("name", list(VIEWS))
def test_every_panel_can_stand_on_the_stage_and_be_copied(
    qtbot: QtBot, desk: MainWindow, name: str
) -> None:
    window = desk
    if name == "density":
        begin(qtbot, window, LINE)
    train(qtbot, window, 5)
    window.panels.to_stage(name)
    assert window.panels.staged == name
    assert window.panels.panels[name].view.isVisible()
    window.exporter.copy(name)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    window.panels.toggle_stage(name)
    assert window.panels.staged == window.panels.main


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_panels_and_the_page_are_exported(
    qtbot: QtBot, open_window: Open, tmp_path: Path, kind: str
) -> None:
    from ganlab_gui.figures import Style

    window = open_window()
    train(qtbot, window, 5)
    start = {"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG"}[kind]
    for name in ("plane", "page"):
        path = tmp_path / f"{name}.{kind}"
        assert window.exporter.export_to(name, Style(palette=window.palette_), path)
        assert path.read_bytes().startswith(start)


def test_a_figure_is_of_what_is_seen_not_of_what_is_on_its_way(
    qtbot: QtBot, open_window: Open
) -> None:
    from ganlab_gui.figures import Style

    several = with_values(SMALL, {"runs": 3})
    window = open_window(several)
    train(qtbot, window, 5)
    window.session.open_experiment(LINE)
    assert window.session.state is State.STARTING
    assert window.exporter.picture("runs").experiment == several
    assert window.exporter.render("page", Style(), "png").startswith(b"\x89PNG")
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    assert window.exporter.picture("density").experiment == LINE


def test_history_samples_and_weights_are_exported(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    train(qtbot, window, 7)
    assert window.exporter.export_history_to(tmp_path / "history.csv")
    lines = (tmp_path / "history.csv").read_text().splitlines()
    assert lines[0].startswith("run,step,d_loss,g_loss")
    assert len(lines) >= 8
    window.session.request("samples", str(tmp_path / "samples.npz"), 50)
    window.session.request("weights", str(tmp_path / "weights.safetensors"))
    qtbot.waitUntil((tmp_path / "weights.safetensors").exists, timeout=WAIT)
    with np.load(tmp_path / "samples.npz") as file:
        assert file["fake"].shape == (1, 50, 2)


def test_a_checkpoint_saved_and_opened_goes_on_with_its_curves(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    train(qtbot, window, 12)
    window.documents.save_checkpoint_to(tmp_path / "c.pt")
    qtbot.waitUntil((tmp_path / "c.pt").exists, timeout=WAIT)
    train(qtbot, window, 8)
    expected = window.session.history.rows.values.copy()
    window.documents.open_path(tmp_path / "c.pt")
    qtbot.waitUntil(
        lambda: window.session.state is State.PAUSED and window.session.step == 12, timeout=WAIT
    )
    train(qtbot, window, 8)
    np.testing.assert_array_equal(window.session.history.rows.values, expected)


def test_experiments_are_saved_and_opened(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.session.edit("training.d_steps", 3)
    assert window.session.unsaved
    assert window.documents.save_to(tmp_path / "e.toml")
    assert not window.session.unsaved
    assert load(tmp_path / "e.toml").training.d_steps == 3
    window.documents.open_preset("ring-collapse")
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    assert window.session.experiment.noise.dim == 256


def test_unsaved_edits_are_never_discarded_unasked(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.session.edit("training.d_steps", 3)
    press(QMessageBox, lambda box: box.reject())
    window.documents.open_preset("ring")
    assert window.session.experiment.training.d_steps == 3
    press(QMessageBox, lambda box: box.findChildren(QPushButton)[1].click())
    window.documents.open_preset("ring")
    assert window.session.experiment.training.d_steps == 1 or not window.session.unsaved


def test_a_file_dropped_on_the_window_becomes_the_data(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    path = tmp_path / "points.csv"
    path.write_text("x,y\n" + "\n".join(f"{i},{-i}" for i in range(50)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.session.running.data.name == "file", timeout=WAIT)
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    train(qtbot, window, 2)


def test_a_bad_data_file_is_refused_in_a_sentence(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    train(qtbot, window, 5)
    path = tmp_path / "bad.csv"
    path.write_text("1,2\n3,4\n5,six\n7,8\n")
    for take in (lambda: window.documents.open_path(path),
                 lambda: window.controls._take_file(str(path))):  # fmt: skip
        take()
        assert window.banner.isVisible()
        assert "bad.csv, line 3, column 2" in window.banner.label.text()
        assert not window.session.pending
        assert window.session.step == 5
        assert window.session.experiment.data == SMALL.data
        window.banner.hide()


def test_edits_that_rebuild_say_so_first(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    train(qtbot, window, 3)
    window.session.edit("noise.dim", 5)
    assert window.banner.isVisible()
    assert window.banner.label.text().startswith("Noise dimension:")
    window.session.edit("data.name", "moons")
    assert window.banner.label.text().startswith("Data, Noise dimension:")
    assert window.session.step == 3
    button = window.findChild(QPushButton, "banner.rebuild")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    assert window.session.running.noise.dim == 5
    assert not window.banner.isVisible()


def test_a_killed_worker_is_said_and_can_be_revived(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(home="process")
    window.session.play()
    qtbot.waitUntil(lambda: window.session.backup_step > 0, timeout=WAIT)
    assert window.session.client.pid is not None
    os.kill(window.session.client.pid, signal.SIGKILL)
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    button = window.findChild(QPushButton, "banner.revive")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    assert window.session.step > 0


def test_theme_size_and_language_are_remembered(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    window = open_window(preferences=preferences)
    window.set_theme("light")
    window.set_scale(1.5)
    if window.language == "en":
        window.toggle_language()
    chinese = window.menus["file"].title()
    window.session.mark_saved()
    window.close()
    again = open_window(preferences=Preferences(tmp_path / "window.ini"))
    assert (again.palette_.name, again.scale, again.language) == ("light", 1.5, "zh")
    assert again.menus["file"].title() == chinese
    assert any("\u4e00" <= c <= "\u9fff" for c in chinese)
    again.toggle_language()
    assert again.menus["file"].title() == "&File"


def test_folds_of_the_settings_are_remembered(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    window = open_window(preferences=Preferences(path))
    assert not window.controls.groups["Tricks"].heading.isChecked()
    for button in ("Tricks", "Lipschitz"):
        window.controls.groups[button].heading.click()
    window.controls.groups["Generator"].more.click()
    kept = window.controls.folds()
    window.close()
    assert open_window(preferences=Preferences(path)).controls.folds() == kept
    assert kept["Tricks"] == [True, False]
    assert kept["Lipschitz"] == [False, False]
    assert kept["Generator"] == [True, True]


def test_what_is_switched_on_in_the_views_is_remembered(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    window = open_window(preferences=Preferences(path))
    plane, shift = (window.panels.panels[name].view for name in ("plane", "shift"))
    shown = plane.options()["layers"]
    plane.set_options({"ground": "none", "layers": shown[1:], "box": [0, 1, 0, 1]})
    shift.set_options({"theta": 0.25})
    window.close()
    views = open_window(preferences=Preferences(path)).panels.panels
    kept = views["plane"].view.options()
    assert (kept["ground"], kept["layers"], kept["box"]) == ("none", shown[1:], None)
    assert views["shift"].view.options()["theta"] == 0.25


@pytest.mark.parametrize("text", ["", "not JSON", "[1, 2]", '{"Game": 1}', '{"Game": [0, 1]}'])
def test_folds_that_cannot_be_read_are_none(text: str) -> None:
    preferences = Preferences(None)
    preferences.set("folds", text)
    assert preferences.folds == {}


def test_a_picture_of_the_window(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app, window, 10)
    save_widget(window, tmp_path / "w.png")
    assert (tmp_path / "w.png").read_bytes().startswith(b"\x89PNG")
    assert window.session.step == 10


@pytest.mark.parametrize("key", ["guide", "diagnostics"])
def test_help_opens(open_window: Open, key: str) -> None:
    window = open_window()
    window.action(key).trigger()
    dialog = window.findChild(QDialog, key)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_closing_while_training_ends_the_worker(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(home="process")
    window.session.play()
    qtbot.waitUntil(lambda: window.session.step > 20, timeout=WAIT)
    worker = window.session.client.worker
    window.close()
    assert not window.isVisible()
    assert not worker.is_alive()


def test_text_size_and_reset_give_back_the_first_widths(open_window: Open) -> None:
    window = open_window()
    side = [window.settings_dock, *(window.panels.panels[n].dock for n in SIDE)]
    size = window.size()
    first = [dock.width() for dock in side]
    window.set_scale(1.5)
    QApplication.processEvents()
    assert window.size() == size
    assert side[0].width() > first[0]
    window.set_scale(1.0)
    QApplication.processEvents()
    assert [dock.width() for dock in side] == first
    window.resizeDocks(side[:2], [500, 500], Qt.Orientation.Horizontal)
    window.reset_layout()
    QApplication.processEvents()
    assert [dock.width() for dock in side] == first
    assert window.size() == size


def test_a_window_opens_in_its_size_with_large_text(open_window: Open) -> None:
    preferences = Preferences(None)
    preferences.set("scale", 1.5)
    assert open_window(preferences=preferences).size() == SIZE


@pytest.mark.parametrize(("scale", "width", "height"), [(1.5, 1280, 800), (2.0, 1920, 1080)])
def test_large_text_fits(open_window: Open, scale: float, width: int, height: int) -> None:
    window = open_window()
    window.resize(width, height)
    window.set_scale(scale)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    needed = window.minimumSizeHint()
    assert needed.width() <= width
    assert needed.height() <= height
    docks = {name: window.panels.panels[name].dock for name in SIDE}
    assert window.tabifiedDockWidgets(docks["modes"]) == [docks["mode_history"]]
    assert window.tabifiedDockWidgets(docks["distances"]) == [docks["losses"]]


@pytest.mark.parametrize("name", ["shift", "losses"])
@pytest.mark.parametrize("docked", [False, True])
def test_the_stage_gives_a_panel_back_as_it_was(open_window: Open, name: str, docked: bool) -> None:
    window = open_window()
    dock = window.panels.panels[name].dock
    dock.setVisible(docked)
    window.panels.to_stage(name)
    assert dock.isHidden()
    window.panels.to_stage(window.panels.main)
    assert dock.isHidden() != docked


def test_numbers_of_a_header_go_whole(qtbot: QtBot) -> None:
    numbers = Numbers()
    qtbot.addWidget(numbers)
    html = "<span>captured <b>8</b> of 8 · high quality 23 %</span>&nbsp; <span>seed 0</span>"
    numbers.show()
    numbers.show_html(html)

    def shown(width: int) -> str:
        numbers.resize(width, 20)
        document = QTextDocument()
        document.setHtml(numbers.text())
        return document.toPlainText()

    assert shown(2000).replace("\xa0", " ") == "captured 8 of 8 · high quality 23 %  seed 0"
    both = numbers.fontMetrics().horizontalAdvance("captured 8 of 8 · high quality 23 %") + 8
    assert shown(both) == "captured 8 of 8 · high quality 23 %"
    assert shown(both // 2 + 10) == "captured 8 of 8"
    assert shown(40).endswith("…")
    assert numbers.toolTip() == html


def test_a_wasserstein_loss_without_bound_offers_the_recipe(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    train(qtbot, window, 3)
    before = window.session.undo_stack.count()
    window.session.edit("objective.name", "wasserstein")
    size = window.size()
    window.set_scale(1.5)
    QApplication.processEvents()
    assert window.size() == size
    said = window.banner.label.text()
    window.toggle_language()
    window.toggle_language()
    assert window.banner.label.text() == said
    button = window.banner.buttons[0]
    assert button.objectName() == "banner.recipe"
    button.click()
    assert not window.banner.isVisible()
    experiment = window.session.experiment
    assert (experiment.clip.c, experiment.training.d_steps) == (0.01, 5)
    for optimizer in (experiment.generator_optimizer, experiment.discriminator_optimizer):
        assert (optimizer.name, optimizer.lr) == ("rmsprop", 5e-5)
    assert window.session.undo_stack.count() == before + 2
    assert not window.session.pending


def test_a_figures_size_survives_a_change_of_unit(qtbot: QtBot) -> None:
    dialog = ExportDialog("plane", "Plane", "dark")
    qtbot.addWidget(dialog)
    assert "Plane" in dialog.windowTitle()
    unit = dialog.findChild(QComboBox, "export.unit")
    width = dialog.findChild(QDoubleSpinBox, "export.width")
    assert unit is not None
    assert width is not None
    for _ in range(3):
        unit.setCurrentIndex(1)
        assert width.value() == round(120 / 25.4 * 300)
        unit.setCurrentIndex(0)
    assert (width.value(), dialog.style_of_figure().width_mm) == (120, 120)
    unit.setCurrentIndex(1)
    width.setValue(3000)
    assert dialog.style_of_figure().width_mm == pytest.approx(254)


def test_the_guide_needs_no_sideways_scrolling_and_no_smeared_bold(open_window: Open) -> None:
    window = open_window()
    if window.language != "en":
        window.toggle_language()
    window.action("guide").trigger()
    page = window.guide.findChild(QTextBrowser)
    assert page is not None
    assert page.horizontalScrollBar().maximum() == 0
    block = page.document().begin()
    while block.isValid():
        assert all(f.format.fontWeight() <= 600 for f in block.textFormats())
        block = block.next()
    window.guide.close()


def test_the_diagnostics_do_not_wait_for_the_accelerator(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.action("diagnostics").trigger()
    dialog = window.diagnostics
    assert "being asked" in dialog.text.toPlainText()
    qtbot.waitUntil(lambda: "being asked" not in dialog.text.toPlainText(), timeout=WAIT)
    assert "cuda" in dialog.text.toPlainText()
    dialog.close()


def test_the_next_run_is_one_that_is_shown(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    """Edited settings may ask for more runs than there are until the next start."""
    window = open_window()
    window.session.pending = []
    window.session.experiment = with_values(window.session.experiment, {"runs": 3})
    window.action("next_run").trigger()
    assert window.panels.panels[window.panels.main].view.run == 0
