"""The grid's window: planning, training in processes of its own, and three ways to read results."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ganlab_gui.app import grid_form
from ganlab_gui.app.grid_axis import AxisEditor, usual, varied
from ganlab_gui.app.grid_window import GridWindow, duration
from ganlab_gui.app.main import application, create
from ganlab_gui.app.theme import apply_theme
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.grid import load_grid
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.result import dumps
from ganlab_gui.palette import PALETTES

WAIT = 120_000
SMALL = with_values(
    Experiment(),
    {"generator.hidden": [4], "discriminator.hidden": [4], "training.batch": 8, "seed": 3},
)
LONG = 10**7
Made = Callable[..., tuple]


@pytest.fixture
def folder(made_grid: Made, tmp_path: Path) -> Folder:
    """Five of six cells are done."""
    grid, results = made_grid(1)
    folder = Folder.make(tmp_path / "grid", grid)
    for cell, result in results.items():
        folder.write(cell, dumps(result))
    return folder


@pytest.fixture
def grid(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GridWindow]:
    """The window of a grid over SMALL, with nothing behind it."""
    monkeypatch.setattr(grid_form, "free_folder", lambda: tmp_path / "free")
    apply_theme(application(), PALETTES["dark"], 1.0)
    parent = QWidget()
    qtbot.addWidget(parent)
    grid = GridWindow(parent)
    grid.set_theme(PALETTES["dark"], 1.0)
    grid.form.set_experiment(SMALL)
    grid.show()
    yield grid
    grid.client.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The main window, with a grid's window opened from its menu."""
    monkeypatch.setattr(grid_form, "free_folder", lambda: tmp_path / "free")
    _, window = create(SMALL, home="thread")
    qtbot.addWidget(window, before_close_func=lambda w: w.session.mark_saved())
    window.action("many").trigger()
    return window


def editor(qtbot: QtBot, path: str, experiment: Experiment = SMALL) -> AxisEditor:
    editor = AxisEditor("axis", False, None)
    qtbot.addWidget(editor)
    editor.set_experiment(experiment, path)
    return editor


# -- an axis ---------------------------------------------------------------------------------------


def test_a_range_writes_the_list_of_values(qtbot: QtBot) -> None:
    axis = editor(qtbot, "generator_optimizer.lr")
    assert axis.log.isChecked()
    axis.low.setText("")
    qtbot.keyClicks(axis.low, "1e-4")
    axis.high.setText("")
    qtbot.keyClicks(axis.high, "0.1")
    axis.count.setValue(4)
    assert axis.table() == {
        "path": "generator_optimizer.lr",
        "also": ["discriminator_optimizer.lr"],
        "values": [1e-4, 1e-3, 1e-2, 1e-1],
    }
    axis.log.click()
    assert axis.table()["values"] == [1e-4, 0.0334, 0.0667, 0.1]
    axis.both.click()
    assert axis.table()["also"] == []


def test_a_list_may_be_typed_and_a_range_that_is_none_leaves_it(qtbot: QtBot) -> None:
    axis = editor(qtbot, "training.d_steps")
    axis.values.setText("1, 2,  7")
    qtbot.keyClicks(axis.low, "x")
    assert axis.table()["values"] == [1, 2, 7]
    axis.values.setText("1, two")
    with pytest.raises(ExperimentError, match=r"k \(D steps\): “two” is not a whole number"):
        axis.table()
    axis.values.setText("1, 2.5")
    with pytest.raises(ExperimentError, match=r"“2\.5” is not a whole number"):
        axis.table()


def test_choices_and_switches_are_chips_and_widths_a_list(qtbot: QtBot) -> None:
    axis = editor(qtbot, "generator_optimizer.name")
    assert axis.table()["values"] == ["sgd", "momentum", "rmsprop", "adam"]
    axis.chips["momentum"].click()
    assert axis.table()["values"] == ["sgd", "rmsprop", "adam"]
    axis.choice.setValue("training.conditional")
    assert axis.table()["values"] == [False, True]
    axis.choice.setValue("generator.hidden")
    axis.values.setText("8, 16 · 16, 0")
    assert axis.table()["values"] == [[8], [16, 16], []]
    axis.values.setText("8, wide")
    with pytest.raises(ExperimentError, match="“wide” is not widths such as 32"):
        axis.table()


def _fault(experiment: Experiment, path: str, value: object) -> str:
    try:
        with_values(experiment, {path: value})
    except ExperimentError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", ["ring", "gaussian", "moons"])
def test_every_setting_begins_with_values_it_may_take(qtbot: QtBot, name: str) -> None:
    experiment = with_values(SMALL, {"data.name": name})
    axis = editor(qtbot, "training.d_steps", experiment)
    for setting in varied(experiment):
        axis.choice.setValue(setting.path)
        table = axis.table()
        assert table["values"], setting.path
        faults = [_fault(experiment, setting.path, value) for value in table["values"]]
        # A rule may want another setting to go with it; no bound may be broken.
        assert not any("must be" in fault for fault in faults), setting.path
    assert usual(axis.settings["training.d_steps"], 1) == (1.0, 5.0, 3)


# -- planning --------------------------------------------------------------------------------------


def test_the_plan_says_how_much_there_is_to_do_or_what_is_wrong(grid: GridWindow) -> None:
    assert grid.plan.text() == "3 × 3 cells × 8 seeds = 72 runs of 2000 steps"
    grid.form.first.values.setText("1, 500")
    grid.form.first.values.textEdited.emit("1, 500")
    assert "training.d_steps: is 500; must be at most 100." in grid.fault.text()
    assert grid.plan.text() == ""
    grid.start()
    assert not grid.form.place().exists()
    grid.form.second.choice.setValue("")
    grid.form.first.values.setText("1, 2")
    grid.form.first.values.textEdited.emit("1, 2")
    assert grid.plan.text() == "2 × 1 cells × 8 seeds = 16 runs of 2000 steps"
    assert not grid.fault.isVisible()


def test_a_folder_that_cannot_be_made_is_told(grid: GridWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    grid.form.folder.setText(str(tmp_path / "file" / "in"))
    grid.start_button.click()
    assert "cannot be saved" in grid.fault.text()
    assert not grid.client.busy


# -- training --------------------------------------------------------------------------------------


def test_an_interrupted_grid_is_opened_and_gone_on_with(
    grid: GridWindow, folder: Folder, qtbot: QtBot
) -> None:
    grid.open_folder(folder.path)
    assert grid.progress.text() == "5 of 6 cells · stopped"
    assert grid.model.words((2, 1)) == "k (D steps) 5, c clip 0.1 — not trained yet"
    assert grid.form.grid() == load_grid(folder.path / "grid.toml")
    seen: list[str] = []
    grid.model.dataChanged.connect(lambda *_: seen.append(grid.model.states.get((2, 1), "")))
    with qtbot.waitSignal(grid.client.ended, timeout=WAIT):
        grid.resume_button.click()
        assert not grid.form.isEnabled()
        assert grid.cancel_button.isVisible()
    assert grid.progress.text() == f"6 of 6 cells · {folder.path}"
    assert "begins" in seen
    assert any(state.endswith(" %") for state in seen)
    assert "JS" not in grid.fault.text()
    assert folder.result((2, 1)) is not None
    assert len((folder.path / "results.csv").read_text().splitlines()) == 1 + 6 * 4
    assert not grid.resume_button.isVisible()


def test_cancel_stops_and_leaves_what_can_be_gone_on_with(grid: GridWindow, qtbot: QtBot) -> None:
    grid.form.steps.setValue(LONG)
    grid.start_button.click()
    assert grid.client.busy
    qtbot.waitUntil(lambda: any("%" in s for s in grid.model.states.values()), timeout=WAIT)
    with qtbot.waitSignal(grid.client.ended, timeout=WAIT):
        grid.cancel_button.click()
    assert grid.progress.text() == "0 of 9 cells · stopped"
    assert not any(grid.model.states.values())
    assert grid.resume_button.isVisible()
    assert grid.form.isEnabled()


def test_a_process_that_is_killed_is_told_and_a_closed_window_goes_on(
    grid: GridWindow, qtbot: QtBot
) -> None:
    grid.form.steps.setValue(LONG)
    grid.start_button.click()
    with qtbot.waitSignal(grid.client.ended, timeout=WAIT):
        grid.client._process.kill()
    assert grid.fault.text() == "The grid's process has ended unexpectedly."
    grid.resume_button.click()
    process = grid.client._process
    grid.close()
    assert process.is_alive()
    grid.client.close()
    assert not process.is_alive()


def test_a_folder_in_use_and_one_that_is_none_are_told(
    grid: GridWindow, folder: Folder, tmp_path: Path, qtbot: QtBot
) -> None:
    pytest.importorskip("fcntl")
    grid.open_folder(tmp_path)
    assert "holds no grid.toml" in grid.fault.text()
    grid.open_folder(folder.path)
    with folder.locked(), qtbot.waitSignal(grid.client.ended, timeout=WAIT):
        grid.resume()
    assert "being trained in this folder already" in grid.fault.text()


# -- reading results -------------------------------------------------------------------------------


def test_every_cell_says_its_numbers_in_words(grid: GridWindow, folder: Folder) -> None:
    grid.open_folder(folder.path)
    words = grid.model.words
    assert words((0, 0)) == (
        "k (D steps) 1, c clip 0.01 — Jensen-Shannon divergence 0.1 nats; "
        "median of 4 seeds, from 0.08 to 0.12"
    )
    assert words((1, 0)).endswith("from 0.18 to 0.22; 1 of 4 seeds diverged")
    assert words((2, 0)).endswith("all seeds diverged, the last at step 50")
    index = grid.model.index_of((1, 0))
    assert (index.row(), index.column()) == (1, 1), "the second setting grows upward"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == words((1, 0))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words((1, 0))
    assert grid.model.headerData(0, Qt.Orientation.Vertical) == "0.1"
    measure = grid.results.measure
    measure.setCurrentIndex(measure.findText("Diverged"))
    assert words((1, 0)).endswith("1 of 4 seeds diverged")
    assert grid.results.bar.texts() == ["0", "0.5", "1"]


@pytest.mark.parametrize("view", ["pictures", "heat"])
def test_arrows_move_among_cells_and_return_opens_one(
    grid: GridWindow, folder: Folder, qtbot: QtBot, view: str
) -> None:
    grid.open_folder(folder.path)
    grid.results.show_view(view)
    table = getattr(grid.results, view)
    table.setCurrentIndex(grid.model.index_of((0, 0)))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert grid.results.said.text() == grid.model.words((1, 1))
    with qtbot.waitSignal(grid.cell_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [folder.grid.experiment_of((1, 1))]


def test_curves_are_chosen_by_key_and_mouse(grid: GridWindow, folder: Folder, qtbot: QtBot) -> None:
    grid.open_folder(folder.path)
    grid.results.show_view("curves")
    curves = grid.results.curves
    assert set(curves.curves) == {(0, 0), (1, 0), (2, 0), (0, 1), (1, 1)}
    assert len(curves.plots) == 2
    qtbot.keyClick(curves, Qt.Key.Key_Right)
    assert curves.current == (0, 0)
    qtbot.keyClick(curves, Qt.Key.Key_Right)
    assert curves.current == (1, 0)
    assert grid.results.said.text() == grid.model.words((1, 0))
    box = curves.plots[1].getPlotItem().getViewBox()
    x, y = (values[2] for values in curves.curves[1, 1].getData())
    place = box.mapViewToScene(QPointF(float(x), float(y)))
    curves.plots[1].scene().sigMouseMoved.emit(place)
    assert curves.current == (1, 1)
    opened: list[object] = []
    curves.opened.connect(opened.append)
    qtbot.keyClick(curves, Qt.Key.Key_Return)
    assert opened == [(1, 1)]


def test_a_click_opens_a_cell_in_the_main_window_but_loses_no_edits_unasked(
    window: MainWindow, folder: Folder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid = window.many.grid
    assert grid is not None
    assert grid.form.experiment == SMALL
    assert grid.form.seed.value() == 3
    grid.open_folder(folder.path)
    grid.results.show_view("heat")
    table = grid.results.heat

    def click(*cell: int) -> None:
        centre = table.visualRect(grid.model.index_of(cell)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)

    click(1, 0)
    opened = window.session.experiment
    assert opened == folder.grid.experiment_of((1, 0))
    assert (opened.training.d_steps, opened.clip.c, opened.runs) == (3, 0.01, 4)
    assert grid.form.experiment == folder.grid.experiment, "the grid stays what it was"
    grid.form.take.click()
    assert grid.form.experiment == opened
    window.session.edit("training.batch", 16)
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    click(0, 0)
    assert len(asked) == 1
    assert window.session.experiment.training.batch == 16


def test_the_window_s_theme_size_and_language_are_the_grid_s_too(
    window: MainWindow, folder: Folder
) -> None:
    grid = window.many.grid
    assert grid is not None
    grid.open_folder(folder.path)
    narrow = grid.column.width()
    window.set_scale(1.5)
    assert grid.column.width() > narrow
    window.set_theme("light")
    assert grid.results.heat.painter_.palette_.name == "light"
    window.toggle_language()
    assert grid.results.title.text() == "Made"
    window.session.mark_saved()
    window.close()
    assert not grid.isVisible()


@pytest.mark.parametrize("dim", [1, 2])
@pytest.mark.parametrize("theme", PALETTES)
def test_every_view_is_drawn_in_both_themes(
    grid: GridWindow, made_grid: Made, dim: int, theme: str
) -> None:
    grid.set_theme(PALETTES[theme], 1.0)
    grid.model.show(*made_grid(dim))
    grid.results.name_grid()
    grid.results.show()
    colours = {}
    for view in ("pictures", "heat", "curves"):
        grid.results.show_view(view)
        image = grid.results.views.grab().toImage()
        at = QPoint(image.width() // 2, image.height() // 2)
        area = [(at.x() + dx, at.y() + dy) for dx in range(-90, 90, 3) for dy in range(-90, 90, 3)]
        colours[view] = {image.pixel(x, y) for x, y in area if image.valid(x, y)}
    assert all(len(found) > 2 for found in colours.values())


def test_times_are_read_as_clocks_show_them() -> None:
    assert [duration(s) for s in (5, 65, 3725)] == ["0:05", "1:05", "1:02:05"]
