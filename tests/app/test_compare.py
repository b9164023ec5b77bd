"""A|B in the real window: entering, settings of either side, pictures alike, leaving, closing."""

import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ganlab_gui.app.comparison import Comparison
from ganlab_gui.app.gallery import Gallery
from ganlab_gui.app.main import create
from ganlab_gui.app.movie_dialog import MovieDialog
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.rival_choice import ONLY_COMPARING
from ganlab_gui.app.session import Session, State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import dumps, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Home
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.views.density import DensityView
from ganlab_gui.views.plane import PlaneView

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
LINE = with_values(SMALL, {"data.name": "gaussian", "noise.dim": 1})
WAIT = 60_000

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def begin(experiment: Experiment = SMALL, home: Home = "thread") -> MainWindow:
        _, window = create(experiment, home=home, device="cpu", preferences=Preferences(None))
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
        return window

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.deleteLater()


def rival_of(window: MainWindow) -> Session:
    rival = window.comparison.rival
    assert rival is not None
    return rival


def level(qtbot: QtBot, comparison: Comparison, least: int = 0) -> int:
    """Wait until both stand at the same step, and give it."""

    def there() -> bool:
        conductor = comparison.conductor
        still = all(s.state is State.PAUSED for s in comparison.sessions)
        return (
            conductor is not None and still and conductor.gap == 0 and conductor.step >= least
            and not conductor.playing
        )  # fmt: skip

    qtbot.waitUntil(there, timeout=WAIT)
    return comparison.step


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    target = window.session.step + steps
    window.session.advance("both", steps)
    qtbot.waitUntil(lambda: window.session.step == target, timeout=WAIT)


def test_a_copy_goes_on_from_where_a_stands_as_a_does(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    train(qtbot, window, 20)
    comparison = window.comparison
    window.action("compare_copy").trigger()
    assert level(qtbot, comparison, 20) == 20
    rival = rival_of(window)
    assert rival.first_step == 20
    assert window.findChild(QWidget, "compare.differences").whole.startswith("no setting")
    comparison.toggle()
    qtbot.waitUntil(lambda: comparison.step > 60, timeout=WAIT)
    comparison.toggle()
    steps = level(qtbot, comparison, 60)
    alone = Trainer(SMALL, "cpu")
    alone.step(steps)
    expected = alone.rows()[1]
    for session in comparison.sessions:
        np.testing.assert_array_equal(session.history.rows.values, expected)


def test_another_experiment_takes_as_seed_and_has_its_own_again(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    comparison = window.comparison
    (tmp_path / "b.toml").write_text(dumps(with_values(SMALL, {"seed": 77, "runs": 2})))
    comparison.choice.open_file(tmp_path / "b.toml")
    level(qtbot, comparison)
    rival = rival_of(window)
    assert (rival.running.seed, rival.running.runs) == (5, 2)
    comparison.bar.same_seed.click()
    level(qtbot, comparison)
    assert rival.running.seed == 77
    train(qtbot, window, 3)
    level(qtbot, comparison, 3)
    comparison.bar.same_seed.click()
    qtbot.waitUntil(lambda: rival.running.seed == 5, timeout=WAIT)
    assert level(qtbot, comparison, 3) == 3
    window.action("new_seed").trigger()
    qtbot.waitUntil(lambda: window.session.step == 0 and rival.step == 0, timeout=WAIT)
    assert window.session.running.seed == rival.running.seed == 6
    comparison.bar.same_seed.click()
    level(qtbot, comparison)
    window.action("new_seed").trigger()
    level(qtbot, comparison)
    assert window.session.running.seed == 7
    assert rival.running.seed == 79
    comparison.choice.open_file(tmp_path / "none.toml")
    assert "none.toml: no such file" in window.banner.label.text()
    assert rival_of(window) is rival


def test_settings_go_to_the_side_that_is_chosen(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    comparison = window.comparison
    comparison.choice.copy()
    level(qtbot, comparison)
    a, b = window.session, rival_of(window)

    def steps() -> tuple[int, int]:
        return a.experiment.training.d_steps, b.experiment.training.d_steps

    comparison.switch.chips["b"].click()
    window.controls.edited.emit("training.d_steps", 5)
    assert steps() == (1, 5)
    assert window.controls.experiment is b.experiment
    assert window.action("undo").isEnabled()
    qtbot.waitUntil(lambda: comparison.bar.text.whole == "k 1 | 5", timeout=WAIT)
    comparison.switch.chips["a"].click()
    assert not window.action("undo").isEnabled()
    assert window.controls.experiment is a.experiment
    comparison.switch.chips["both"].click()
    window.controls.edit_finished.emit("training.d_steps")
    window.controls.edited.emit("training.d_steps", 3)
    assert steps() == (3, 3)
    window.action("undo").trigger()
    assert steps() == (1, 5)
    window.controls.edited.emit("objective.name", "wasserstein")
    qtbot.waitUntil(lambda: comparison.bar.text.whole == "k 1 | 5", timeout=WAIT)
    assert {s.experiment.objective.name for s in comparison.sessions} == {"wasserstein"}


def test_differing_settings_are_said_by_their_names(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    comparison = window.comparison
    other = {"data.name": "moons", "objective.name": "wasserstein", "generator.hidden": [8, 8]}
    comparison.begin(with_values(SMALL, other))
    level(qtbot, comparison)
    assert sorted(comparison.bar.text.whole.split(" · ")) == [
        "G hidden 8 | 8·8", "Loss non-saturating | Wasserstein", "data ring | two moons",
    ]  # fmt: skip


def test_leaving_gives_the_window_back_and_a_goes_on(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    comparison, size = window.comparison, window.size()
    docks = {n: p.dock.isVisible() for n, p in window.panels.panels.items()}
    train(qtbot, window, 5)
    comparison.choice.copy()
    level(qtbot, comparison)
    worker = rival_of(window).client.worker
    assert window.panels.panels["compare"].dock.isVisible()
    assert not window.panels.panels["losses"].dock.isVisible()
    comparison.toggle()
    qtbot.waitUntil(lambda: comparison.step > 20, timeout=WAIT)
    window.transport.compare.click()
    assert not comparison.active
    assert not worker.is_alive()
    assert window.session.state is State.PLAYING
    step = window.session.step
    qtbot.waitUntil(lambda: window.session.step > step + 50, timeout=WAIT)
    QApplication.processEvents()
    assert {n: p.dock.isVisible() for n, p in window.panels.panels.items()} == docks
    assert window.size() == size
    assert not any(window.action(key).isEnabled() for key in ONLY_COMPARING)
    assert window.findChild(QWidget, "compare.bar") is None
    window.session.pause()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    alone = Trainer(SMALL, "cpu")
    alone.step(window.session.step)
    np.testing.assert_array_equal(window.session.history.rows.values, alone.rows()[1])


def test_closing_the_window_ends_both_workers(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(home="process")
    window.comparison.choice.copy()
    level(qtbot, window.comparison)
    window.comparison.toggle()
    qtbot.waitUntil(lambda: window.comparison.step > 5, timeout=WAIT)
    workers = [s.client.worker for s in window.comparison.sessions]
    window.close()
    assert len(workers) == 2
    assert not any(worker.is_alive() for worker in workers)


def test_a_lost_worker_is_said_on_its_own_side(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    comparison = window.comparison
    comparison.begin(SMALL)
    level(qtbot, comparison)
    rival = rival_of(window)
    rival.move_home("process")
    qtbot.waitUntil(lambda: rival.client.pid is not None, timeout=WAIT)
    level(qtbot, comparison)
    comparison.toggle()
    qtbot.waitUntil(lambda: comparison.step > 5, timeout=WAIT)
    assert rival.client.pid is not None
    os.kill(rival.client.pid, signal.SIGKILL)
    assert comparison.stage is not None
    banner = comparison.stage.banner
    qtbot.waitUntil(banner.isVisible, timeout=WAIT)
    assert banner.label.text().startswith("B: Training has stopped")
    assert window.banner.isHidden()
    step = window.session.step
    qtbot.waitUntil(lambda: window.session.step > step + 50, timeout=WAIT)
    button = banner.findChild(QPushButton, "banner.revive")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: rival.state is not State.LOST, timeout=WAIT)
    comparison.conductor.pause()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    window.session.refused.emit("no")
    assert window.banner.label.text() == "A: no"


@pytest.mark.parametrize("experiment", [SMALL, LINE])
def test_both_pictures_have_the_same_ranges_scales_and_layers(
    qtbot: QtBot, open_window: Open, experiment: Experiment
) -> None:
    window = open_window(experiment)
    comparison = window.comparison
    wide = {"data.std": 4.0} if experiment is LINE else {"data.radius": 4.0}
    comparison.begin(with_values(experiment, wide))
    train(qtbot, window, 8)
    level(qtbot, comparison, 8)
    assert comparison.stage is not None
    ours, theirs = window.panels.panels[window.panels.main].view, comparison.stage.view
    assert isinstance(ours, PlaneView | DensityView)
    assert isinstance(theirs, type(ours))

    def ranges(view: PlaneView | DensityView) -> np.ndarray:
        return np.array(view.plot.getViewBox().viewRange()).round(6)

    both = comparison.sessions
    qtbot.waitUntil(lambda: all(s.snapshot and s.snapshot.step == 8 for s in both), timeout=WAIT)
    qtbot.waitUntil(lambda: bool((ranges(ours) == ranges(theirs)).all()), timeout=WAIT)
    (low, high), _ = ours.plot.getViewBox().viewRange()
    boxes = [s.scene.box for s in both if s.scene]
    assert low <= min(b[0] for b in boxes)
    assert high >= max(b[1] for b in boxes)
    ours.zoom.look_at((-1.0, 1.5, -1.0, 1.0))
    ours.plot.getViewBox().sigRangeChangedManually.emit([True, True])
    np.testing.assert_array_equal(ranges(ours), ranges(theirs))
    ours.chips.chips["data"].click()
    assert not theirs.chips.on("data")
    theirs.zoom.go_home()
    assert not ours.zoom.away
    if isinstance(ours, PlaneView) and isinstance(theirs, PlaneView):
        assert ours.ground_layer.scales["d"].held is theirs.ground_layer.scales["d"].held
        comparison.leave()
        assert ours.zoom.home == window.session.scene.box


def test_data_of_another_dimension_has_its_own_picture(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(LINE)
    comparison = window.comparison
    comparison.begin(SMALL)
    train(qtbot, window, 4)
    level(qtbot, comparison, 4)
    assert comparison.stage is not None
    assert (window.panels.staged, comparison.stage.name) == ("density", "plane")
    rival = rival_of(window)
    qtbot.waitUntil(lambda: rival.snapshot is not None and rival.snapshot.step == 4, timeout=WAIT)
    window.panels.to_stage("losses")
    assert comparison.stage.name == "losses"
    window.panels.to_stage("machine")
    assert comparison.stage.name == "plane"
    window.panels.to_stage("density")
    rival.open_experiment(LINE)
    level(qtbot, comparison, 4)
    assert comparison.stage.name == "density"


def test_a_moment_of_a_is_shown_on_both_sides(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    comparison = window.comparison
    comparison.begin(with_values(SMALL, {"training.d_steps": 2}))
    both = comparison.sessions

    def drawn(step: int) -> bool:
        return all(s.snapshot is not None and s.snapshot.step == step for s in both)

    for _ in range(3):
        comparison.step_both()
        step = level(qtbot, comparison, comparison.step + 1)
        qtbot.waitUntil(partial(drawn, step), timeout=WAIT)
    window.session.visit(2)
    assert [s.moment for s in comparison.sessions] == [2, 2]
    assert comparison.step == 2
    window.action("compare_copy").trigger()
    rival = rival_of(window)
    qtbot.waitUntil(lambda: rival.first_step == 2, timeout=WAIT)
    window.session.live()
    assert level(qtbot, comparison, 3) == 3
    values = [s.history.rows.values for s in comparison.sessions]
    np.testing.assert_array_equal(values[0], values[1])


def test_a_branch_can_be_b(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    train(qtbot, window, 6)
    window.session.branch_here("more D")
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    window.session.edit("training.d_steps", 4)
    train(qtbot, window, 2)
    menu = window.comparison.choice.menu(window)
    menu.aboutToShow.emit()
    texts = {action.text(): action for action in menu.actions()}
    texts["A|B with branch 1, step 6"].trigger()
    assert level(qtbot, window.comparison, 8) == 8
    assert rival_of(window).running.training.d_steps == 1
    assert window.comparison.bar.text.whole == "k 4 | 1"
    assert isinstance(menu, QMenu)


def test_presets_are_chosen_in_the_gallery(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.action("compare_preset").trigger()
    gallery = window.findChild(Gallery)
    assert gallery is not None
    assert all(card.kind == "preset" for card in gallery.cards.cards)
    gallery.chosen.emit("figure-1")
    gallery.close()
    level(qtbot, window.comparison)
    assert rival_of(window).base.title != window.session.base.title
    window.comparison.set_side("b")
    assert window.comparison.edited == [rival_of(window)]


def test_a_small_window_has_room_for_both_in_large_text(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.set_scale(1.5)
    window.comparison.choice.copy()
    level(qtbot, window.comparison)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 800)
    needed = window.minimumSizeHint()
    assert needed.width() <= 1280
    assert needed.height() <= 800
    assert not window.panels.panels["compare"].dock.isVisible()
    assert window.comparison.stage is not None
    widths = window.panels.stage.width(), window.comparison.stage.frame.width()
    assert abs(widths[0] - widths[1]) <= 1
    window.toggle_theme()
    window.toggle_language()
    window.toggle_language()


def test_both_are_exported_on_one_page(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    from ganlab_gui.figures import Style

    window = open_window()
    window.comparison.begin(with_values(SMALL, {"training.d_steps": 5}))
    train(qtbot, window, 4)
    level(qtbot, window.comparison, 4)
    both = window.comparison.sessions
    qtbot.waitUntil(lambda: all(s.snapshot and s.snapshot.step == 4 for s in both), timeout=WAIT)
    for name in ("page", "compare"):
        path = tmp_path / f"{name}.svg"
        assert window.exporter.export_to(name, Style(), path)
        assert "k 1 | 5" in path.read_text()


def test_both_are_filmed_side_by_side(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    train(qtbot, window, 20)
    window.action("compare_copy").trigger()
    level(qtbot, window.comparison, 20)
    recording = rival_of(window).recording
    assert recording is not None
    qtbot.waitUntil(lambda: bool(recording.pictures()), timeout=WAIT)
    asked: list[str] = []

    def choose(dialog: MovieDialog) -> int:
        asked.append(dialog.sides)
        dialog.kind.setCurrentIndex(dialog.kind.findData("gif"))
        dialog.seconds.setValue(0.5)
        dialog.size_.setCurrentText("640 × 360")
        return 1

    monkeypatch.setattr(MovieDialog, "exec", choose)
    place = (str(tmp_path / "both"), "GIF (*.gif)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: place)
    window.action("export_movie").trigger()
    assert asked == ["ab"]
    with qtbot.waitSignal(window.work.job.done, timeout=WAIT):
        pass
    with Image.open(tmp_path / "both.gif") as image:
        assert (image.n_frames, image.size) == (15, (640, 360))
