"""The losses panel on real histories."""

import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QApplication

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment, Objective
from ganlab_gui.lab.history import Edit, History
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.curves import MOST_POINTS
from ganlab_gui.views.losses import LossesView
from ganlab_gui.views.losstexts import loss_texts
from ganlab_gui.views.plotting import small_font

DOWN = Qt.MouseButton.LeftButton
LN4 = math.log(4)
LOSSES = ("non-saturating", "wasserstein")
NO_KEY = Qt.KeyboardModifier.NoModifier


def scene(runs: int = 1) -> Scene:
    return Scene(2, runs, np.full(2, -3.0), np.full(2, 3.0), np.zeros((4, 2), np.float32))


def history(rows: int = 3_000, runs: int = 1) -> History:
    rng = np.random.default_rng(0)
    values = np.zeros((rows, runs, 6), np.float32)
    values[:, :, 0] = 1.38 + 0.05 * rng.standard_normal((rows, runs))
    values[:, :, 1] = 0.7 + 0.05 * rng.standard_normal((rows, runs))
    values[:, :, 2] = -values[:, :, 0]
    values[:, :, 4:] = 0.5
    made = History(runs)
    made.rows.extend(np.arange(1, rows + 1), values)
    return made


@pytest.fixture
def view(qtbot):
    made = LossesView()
    qtbot.addWidget(made)
    made.resize(370, 200)
    made.start(scene(), Experiment())
    made.set_theme(PALETTES["dark"], 1.0)
    made.show()
    return made


def points(view: LossesView, name: str) -> tuple[np.ndarray, np.ndarray]:
    return view.curves[name].line.getData()


def test_header_gives_the_last_values_in_their_colours(view, qtbot):
    made = history(10)
    made.rows.values[-1, 0, :2] = 1.388, 0.712
    with qtbot.waitSignal(view.header_changed) as caught:
        view.show_history(made)
    header = caught.args[0]
    assert f'color:{PALETTES["dark"].discriminator}">╌ D 1.388' in header
    assert f'color:{PALETTES["dark"].generated}">— G 0.712' in header
    assert "nats" in header


def test_many_rows_become_few_points_and_keep_a_spike(view):
    made = history(200_000)
    made.rows.values[77_777, 0, 1] = 2.5
    view.show_history(made)
    drawn = view.drawn["g_loss"]
    assert len(drawn.steps) * 2 <= MOST_POINTS
    assert drawn.high.max() == np.float32(2.5)
    assert drawn.steps[-1] == 200_000


def test_an_exploding_loss_leaves_the_rest_readable(view):
    made = history()
    made.rows.values[-20:, 0, 0] = np.geomspace(10, 3.1e9, 20)
    view.show_history(made)
    low, high = view.plot.boxes["left"].viewRange()[1]
    assert high - low < 20
    assert view.plot.marks.above == "↑ off scale, max 3.1e+09"
    view.set_log(True)
    assert view.plot.marks.above == ""
    assert view.plot.boxes["left"].viewRange()[1][1] > math.log10(3.1e9)


def test_values_that_are_not_finite_are_left_out(view):
    made = history(100)
    made.rows.values[50:, 0, 0] = np.inf
    made.rows.values[60:, 0, 1] = np.nan
    view.show_history(made)
    assert np.isfinite(points(view, "g_loss")[1]).all()
    assert points(view, "g_loss")[0].max() <= 60


def test_several_runs_give_median_and_band(qtbot, view):
    made = history(500, runs=16)
    view.start(scene(16), Experiment())
    view.show_history(made)
    drawn = view.drawn["d_loss"]
    assert drawn.runs == 16
    assert (drawn.low <= drawn.line).all()
    assert (drawn.line <= drawn.high).all()
    assert view.curves["d_loss"].band.isVisible()
    assert "median of 16" in view.header()


@pytest.mark.parametrize("width", [160, 370, 1200])
def test_the_header_tells_the_newest_row_however_wide_the_panel(view, width):
    made = history(3_001)
    view.resize(width, 200)
    view.show_history(made)
    assert view.drawn["g_loss"].last == made.rows.column("g_loss")[-1, 0]
    assert view.drawn["g_loss"].last_step == 3_001


def test_smoothing_is_a_trailing_mean(view):
    made = history(60)
    view.set_smoothing(10)
    view.show_history(made)
    expected = made.rows.column("g_loss")[-10:, 0].mean()
    assert view.drawn["g_loss"].last == pytest.approx(expected, rel=1e-5)
    assert view.curves["g_loss"].raw.isVisible()


def test_window_follows_and_zoom_holds_until_double_click(view):
    made = history(3_000)
    view.set_window(500)
    view.show_history(made)
    assert view.plot.time.viewRange()[0] == [2_500, 3_000]
    view.zoom(100.0, 200.0)
    view.show_history(made)
    assert view.plot.time.viewRange()[0] == [100, 200]
    view.plot.time.released.emit()
    assert view.plot.time.viewRange()[0] == [2_500, 3_000]


def send(view: LossesView, kind: QEvent.Type, x: float, button: Qt.MouseButton) -> None:
    """A mouse event at step ``x``, at half the plot's height."""
    time, port = view.plot.time, view.plot.viewport()
    low, high = time.viewRange()[1]
    place = view.plot.mapFromScene(time.mapViewToScene(QPointF(x, (low + high) / 2))).toPointF()
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else DOWN
    event = QMouseEvent(kind, place, port.mapToGlobal(place), button, held, NO_KEY)
    QApplication.sendEvent(port, event)


def test_dragging_zooms_into_some_steps(view, qtbot):
    view.show_history(history(3_000))
    qtbot.waitExposed(view)
    send(view, QEvent.Type.MouseButtonPress, 900, DOWN)

    def dragged() -> bool:  # the scene takes at most 100 moves a second
        for x in (1_500, 2_100):
            send(view, QEvent.Type.MouseMove, x, Qt.MouseButton.NoButton)
        return view.plot.time.region.isVisible()

    qtbot.waitUntil(dragged)
    send(view, QEvent.Type.MouseButtonRelease, 2_100, DOWN)
    assert not view.plot.time.region.isVisible()
    assert view.plot.time.viewRange()[0] == pytest.approx([900, 2_100], abs=40)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease,
                 QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):  # fmt: skip
        send(view, kind, 1_500, DOWN)
    assert view.plot.time.viewRange()[0] == [0, 3_000]


def test_references_follow_the_curves_shown(view):
    view.show_history(history())
    assert view.plot.axes["left"].references == {LN4: "log 4", LN4 / 2: "log 2"}
    view.chips["g_loss"].setChecked(False)
    assert view.plot.axes["left"].references == {LN4: "log 4"}
    view.chips["value"].setChecked(True)
    assert -math.log(4) in view.plot.axes["left"].references
    view.chips["accuracy_real"].setChecked(True)
    assert view.plot.axes["accuracy"].references == {0.5: "½"}
    assert view.plot.axes["accuracy"].isVisible()


def test_a_critic_has_no_equilibrium_at_log_4(view):
    experiment = Experiment(objective=Objective(name="wasserstein"))
    view.start(scene(), experiment)
    view.show_history(history())
    assert view.references("left") == {}
    assert view.chips["value"].text() == "W₁ estimate"


def test_curves_break_where_the_objective_changes(view):
    made = history(3_000)
    made.rows.values[1_000:, 0, 0] += 5.0
    made.edits = [Edit(1_000, "objective.name", *LOSSES)]
    view.set_smoothing(200)
    view.show_history(made)
    drawn = view.drawn["d_loss"]
    np.testing.assert_allclose(drawn.line[drawn.steps < 1_000], 1.38, atol=0.1)
    after = drawn.line[drawn.steps > 1_000]
    np.testing.assert_allclose(after[np.isfinite(after)], 6.38, atol=0.1)
    for name in ("d_loss", "g_loss"):
        xs = points(view, name)[0]
        joined = np.asarray(view.curves[name].line.opts["connect"])
        assert not joined[:-1][(xs[:-1] <= 1_000) & (xs[1:] > 1_000)].any()
    assert view.chips["value"].text() == "W₁ estimate"
    assert [line[2] for line in view.plot.bands.lines] == [((-1e15, 1_000.0),)] * 2
    view.zoom(1_500.0, 2_500.0)
    assert view.plot.axes["left"].references == {}


def test_a_diverged_run_keeps_its_last_finite_losses(view):
    made = history(50)
    made.rows.values[-2, 0, :2] = 3.0, 4.0
    made.rows.values[-1, 0, :2] = np.inf, np.nan
    view.show_history(made)
    assert "D 3.000" in view.header()
    assert "G 4.000" in view.header()


def test_accuracies_are_smoothed(view):
    made = history(500)
    made.rows.values[:, 0, 4] = np.arange(500) % 2
    view.chips["accuracy_real"].setChecked(True)
    view.show_history(made)
    np.testing.assert_allclose(view.drawn["accuracy_real"].line[-100:], 0.5, atol=0.02)
    axis = view.plot.axes["accuracy"]
    assert axis.title == "accuracy"
    assert axis.maximumWidth() > QFontMetricsF(small_font(1.0)).horizontalAdvance(axis.title)


def test_edits_are_marked_and_quick_ones_joined(view):
    made = history()
    made.edits = [
        Edit(800, "training.d_steps", 1, 2),
        Edit(801, "training.d_steps", 2, 5),
        Edit(2_000, "discriminator_optimizer.lr", 1e-4, 1e-3),
    ]
    view.show_history(made)
    assert [m.text for _, m in view.plot.marks.placed()] == ["k 1→5", "D learning rate 1e-4→1e-3"]
    x = view.plot.marks.place(800)
    assert view.plot.marks.tip_at(x) == "800: k 1→2\n801: k 2→5"
    made.edits.append(Edit(2_500, "penalty.weight", 10.0, 1.0))
    view.show_history(made)
    assert len(view.plot.marks.marks) == 3 + 1


def test_crowded_labels_do_not_overlap(view):
    made = history()
    made.edits = [Edit(100 + 40 * i, f"x.{'abc'[i % 3]}{i}", i, i + 1) for i in range(60)]
    view.show_history(made)
    flags = view.plot.marks.labels
    assert 0 < len(flags) < 60
    assert sum(len(f.marks) for f in flags) == 60
    assert all(a.left + a.width < b.left for a, b in pairwise(flags))
    assert flags[0].text == f"{flags[0].marks[0].text} +{len(flags[0].marks) - 1}"
    assert flags[-1].left + flags[-1].width <= view.plot.time.width() + 1
    tip = view.plot.marks.tip_at(flags[0].left + 2, strip=True)
    assert all(m.text in tip for m in flags[0].marks[:12])


def test_labels_of_edits_stand_above_the_plot(view):
    made = history()
    view.show_history(made)
    top = view.plot.getPlotItem().getAxis("top")
    before = top.height()
    made.edits = [Edit(800, "clip.c", 0.0, 0.05), Edit(900, "objective.name", *LOSSES)]
    view.show_history(made)
    texts = [m.text for m in view.plot.marks.marks]
    assert texts == ["c clip off→0.05", "Loss non-saturating→Wasserstein"]
    assert before == 2
    assert top.maximumHeight() >= view.plot.marks.strip > 8
    assert not view.grab().isNull()


def test_the_last_step_stands_at_the_right_end(view):
    view.show_history(history(400))
    axis = view.plot.getPlotItem().getAxis("bottom")
    assert axis.ends() == ("step", "400")
    ticks = [v for _, values in axis.tickValues(0.0, 400.0, 300.0) for v in values]
    assert ticks == [200]
    assert axis.tickStrings(ticks, 1.0, 200.0) == ["200"]


def test_a_low_panel_keeps_one_row_of_chips_and_the_menu_has_them_all(view):
    view.resize(340, 150)
    heights = {chip.y() for chip in view.chips.values() if chip.isVisible()}
    assert len(heights) == 1
    assert not view.chips["accuracy_fake"].isVisible()
    menu = view.menu.curves.menu()
    menu.aboutToShow.emit()
    action = next(a for a in menu.actions() if a.text() == "accuracy on fake")
    action.trigger()
    assert view.chips["accuracy_fake"].isChecked()
    view.resize(340, 400)
    assert view.chips["accuracy_fake"].isVisible()
    view.grab()
    bottom = max(chip.geometry().bottom() for chip in view.chips.values())
    assert bottom < view.plot.y()


def test_the_menu_has_room_for_its_text(view):
    view.menu.setText("全部")
    wide = view.menu.fontMetrics().horizontalAdvance("全部")
    assert view.menu.sizeHint().width() >= wide + 30


def test_options_come_back(view, qtbot):
    view.chips["penalty"].setChecked(True)
    view.set_log(True)
    view.set_smoothing(20)
    other = LossesView()
    qtbot.addWidget(other)
    other.set_options(view.options())
    assert other.options() == view.options()


def test_an_empty_history_and_a_new_experiment_are_drawn(view):
    view.show_history(History(1))
    view.show_history(history())
    view.start(scene(), Experiment())
    assert points(view, "d_loss")[0] is None or not len(points(view, "d_loss")[0])
    view.grab()


def test_every_theme_and_size_paints(view):
    view.show_history(history())
    for theme in PALETTES.values():
        for scale in (0.8, 1.0, 2.0):
            view.set_theme(theme, scale)
            assert not view.grab().isNull()


def under(view, **objective):
    """The panel under an objective, with a history whose rows are what it would lose at p_g = p."""
    generators = objective.pop("generators", 1)
    experiment = Experiment(objective=objective, generator={"count": generators})
    view.start(scene(), experiment)
    view.show_history(history(50))
    return view


@pytest.mark.parametrize(
    ("objective", "marked", "value", "unit"),
    [
        ({"name": "minimax"}, {"log 4": LN4, "−log 2": -LN4 / 2}, "V", "nats"),
        ({"name": "f-gan", "divergence": "kl"}, {"0": 0.0, "−1": -1.0}, "bound on KL", "nats"),
        (
            {"name": "f-gan", "divergence": "gan"},
            {"log 4": LN4, "−log 2": -LN4 / 2},
            "bound on GAN",
            "nats",
        ),
        ({"name": "f-gan", "divergence": "pearson"}, {"0": 0.0}, "bound on Pearson χ²", ""),
        ({"name": "least-squares"}, {"0.25": 0.25, "0.125": 0.125}, "V", "score²"),
        ({"name": "hinge"}, {"2": 2.0}, "V", "score"),
        ({"name": "relativistic"}, {"log 4": LN4}, "V", "nats"),
        ({"name": "energy", "margin": 3.0}, {"3": 3.0}, "V", "energy"),
        (
            {"name": "non-saturating", "generators": 5},
            {"2.7": 6 * math.log(6) - 5 * math.log(5), "1.79": math.log(6)},
            "V",
            "nats",
        ),
    ],
)
def test_every_objective_has_its_own_equilibrium_names_and_unit(
    view, objective, marked, value, unit
):
    under(view, **objective)
    found = {name: level for level, name in view.plot.axes["left"].references.items()}
    assert found == pytest.approx(marked)
    assert view.chips["value"].text() == value
    assert ("nats" in view.header()) == (unit == "nats")
    assert unit in view.header()
    for level in marked.values():
        said = f"{level:.3f}".replace("-", "−")
        assert any(said in chip.toolTip() for chip in view.chips.values())


@pytest.mark.parametrize("name", ["wasserstein", "energy", "relativistic"])
def test_who_has_no_threshold_has_no_accuracy(view, name):
    under(view, name=name)
    view.resize(800, 400)
    assert view.chips["d_loss"].isVisible()
    assert not view.chips["accuracy_real"].isVisible()
    view.chips["accuracy_real"].setChecked(True)
    assert "accuracy" not in view.header()
    assert not view.plot.axes["accuracy"].isVisible()


def test_moment_matching_shows_its_one_loss_alone(view):
    under(view, name="moment-matching")
    view.resize(800, 400)
    assert [name for name, chip in view.chips.items() if chip.isVisible()] == ["g_loss"]
    assert view.chips["g_loss"].text() == "MMD²"
    assert list(view.drawn) == ["g_loss"]
    assert "D " not in view.header()
    assert [a.isVisible() for _, a in view.menu._choices] == [False, True] + [False] * 4


def test_levels_move_with_the_settings_they_rest_on(view):
    view.start(scene(), Experiment(objective={"name": "least-squares"}))
    made = history(100)
    made.edits = [Edit(40, "objective.b", 1.0, 3.0), Edit(60, "objective.name", *ZOO)]
    view.chips["g_loss"].setChecked(False)
    view.show_history(made)
    lines = {value: stretches for _, value, stretches in view.plot.bands.lines}
    assert lines == {
        0.25: ((-1e15, 40.0),), 2.25: ((40.0, 60.0),), 2.0: ((60.0, 1e15),)
    }  # fmt: skip
    assert view.cuts(made) == (60,)
    assert view.chips["accuracy_real"].text() == "accuracy on real"
    assert "score²" not in view.header()


ZOO = ("least-squares", "hinge")


def test_of_two_names_that_would_overlap_the_first_is_written(view):
    under(view, name="non-saturating", generators=5)
    axis = view.plot.axes["left"]
    written = {v for _, values in axis.tickValues(0.0, 20.0, 100.0) for v in values}
    d, g = axis.references
    assert d in written
    assert g not in written
    assert len(view.plot.bands.lines) == 2


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("discriminator.pack", 4, "packs of 4"),
        ("training.history", 500, "old and new samples"),
        ("training.instance_noise", 0.3, "blurred samples"),
    ],
)
def test_estimates_say_what_they_are_of(path, value, said):
    for name in ("wasserstein", "f-gan"):
        plain = with_values(Experiment(), {"objective.name": name})
        assert said not in loss_texts(plain)["value"][1]
        assert said in loss_texts(with_values(plain, {path: value}))["value"][1]
    assert said not in loss_texts(with_values(Experiment(), {path: value}))["value"][1]


def test_instance_noise_is_heard_while_running(view):
    view.start(scene(), Experiment(objective={"name": "wasserstein"}))
    made = history(10)
    view.show_history(made)
    assert "blurred" not in view.trace_text("value")[1]
    made.edits = [Edit(5, "training.instance_noise", 0.0, 0.1)]
    view.show_history(made)
    assert "blurred" in view.trace_text("value")[1]
