"""The compare panel: both curves, one axis, floors, edits, ranges, how plots stand; and twins."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLayout
from pytestqt.qtbot import QtBot

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, Edit, History
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.compare import QUANTITIES, CompareView, best_columns, reading
from ganlab_gui.views.plotting import HeldRange
from ganlab_gui.views.twins import union

A = Experiment()
B = with_values(A, {"training.d_steps": 5})


def scene(runs: int = 1, modes: int = 8) -> Scene:
    centres = np.zeros((modes, 2)) if modes else None
    real = np.zeros((9, 2), np.float32)
    return Scene(2, runs, np.full(2, -3.0), np.full(2, 3.0), real, centres)


def history(level: float, steps: int = 40, runs: int = 1) -> History:
    out = History(runs, 8)
    numbers = np.arange(1, steps + 1)
    out.rows.extend(numbers, np.full((steps, runs, len(ROW_COLUMNS)), level))
    values = np.full((steps // 10, runs, len(MEASURE_COLUMNS)), level)
    out.measures.extend(numbers[9::10], values + 0.01 * np.arange(steps // 10)[:, None, None])
    return out


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    view = CompareView()
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    view.start(scene(), A)
    view.show_history(history(0.2))
    view.start_rival(scene(), B)
    view.show_rival(history(0.6, steps=80))
    view.redraw()  # curves that grow are drawn a few times a second
    return view


def test_both_histories_stand_on_one_axis(view: CompareView) -> None:
    plot = view.plots["js"]
    lines = {side: curve.line.getData() for side, curve in plot.curves.items()}
    assert lines["a"][1].max() < lines["b"][1].min()
    (low, high), (bottom, top) = plot.plot.time.viewRange()
    assert (low, high) == (0.0, 80.0)
    assert bottom <= 0.0
    assert top >= lines["b"][1].max()
    assert view.plots["d_loss"].last("a") == pytest.approx(0.2)
    assert "A&nbsp;0.230" in plot.caption.text()
    assert "B&nbsp;0.670" in plot.caption.text()


def test_b_is_told_apart_by_stroke_squares_and_a_paler_colour(view: CompareView) -> None:
    for name in ("dark", "light"):
        view.set_theme(PALETTES[name], 1.0)
        for plot in view.plots.values():
            role = getattr(PALETTES[name], plot.quantity.role)
            assert plot.colour("a") == role
            assert plot.colour("b") != role
            assert plot.curves["b"].pattern
            assert not plot.curves["a"].pattern
    assert len(view.plots["d_loss"].squares.getData()[0]) > 3


def test_floors_of_both_are_bands_and_equal_ones_one(view: CompareView) -> None:
    for side, floor in (("a", (0.01, 0.02)), ("b", (0.01, 0.02))):
        seen = view.seen[side].history
        assert seen is not None
        seen.floors["js"] = floor
    view.redraw()
    assert len(view.plots["js"].plot.bands.bands) == 1
    view.seen["b"].history.floors["js"] = (0.03, 0.04)
    view.redraw()
    assert len(view.plots["js"].plot.bands.bands) == 2
    assert not view.plots["w1"].plot.bands.bands


def test_losses_of_different_games_are_said_to_differ(view: CompareView) -> None:
    caption = view.plots["d_loss"].caption
    assert "not the same loss" not in caption.text()
    seen = view.seen["b"].history
    assert seen is not None
    seen.edits = [Edit(20, "objective.name", "non-saturating", "wasserstein")]
    view.redraw()
    assert "not the same loss" in caption.text()
    assert "not the same loss" not in view.plots["js"].caption.text()
    (mark,) = view.plots["js"].plot.marks.marks
    assert (mark.step, mark.label) == (20, "B: Loss")
    # The curve is not joined across the change.
    drawn = view.plots["d_loss"].drawn["b"]
    assert drawn.cuts == (20,)


def test_curves_that_grow_are_drawn_a_few_times_a_second(qtbot: QtBot, view: CompareView) -> None:
    drawn: list[int] = []
    view.header_changed.connect(lambda _: drawn.append(1))
    for steps in range(100, 150):
        view.show_rival(history(0.6, steps=steps))
    assert len(drawn) <= 1
    shown = [plot.plot.time for plot in view.plots.values() if plot.isVisible()]
    qtbot.waitUntil(
        lambda: all(tuple(time.viewRange()[0]) == (0.0, 149.0) for time in shown), timeout=10_000
    )
    assert len(drawn) <= len(shown) + 1


def test_a_zoom_in_one_plot_is_in_all_until_let_go(view: CompareView) -> None:
    view.plots["js"].plot.time.zoomed.emit(10.0, 30.0)
    shown = [p for p in view.plots.values() if p.isVisible()]
    assert len(shown) == sum(q.on for q in QUANTITIES)
    assert all(tuple(p.plot.time.viewRange()[0]) == (10.0, 30.0) for p in shown)
    assert view.options()["span"] == [10.0, 30.0]
    view.plots["w1"].plot.time.released.emit()
    assert view.visible_steps() == (0.0, 80.0)


def test_what_neither_side_has_is_not_offered(view: CompareView) -> None:
    assert view.chips["modes_captured"].isVisibleTo(view)
    view.start(scene(modes=0), A)
    view.start_rival(scene(modes=0), with_values(A, {"objective.name": "moment-matching"}))
    assert not view.chips["modes_captured"].isVisibleTo(view)
    assert not view.plots["modes_captured"].isVisible()
    assert view.chips["d_loss"].isVisibleTo(view)
    view.start(scene(modes=0), with_values(A, {"objective.name": "moment-matching"}))
    assert not view.chips["d_loss"].isVisibleTo(view)
    assert view.chips["g_loss"].isVisibleTo(view)


def test_chosen_curves_are_remembered_and_without_b_a_is_alone(view: CompareView) -> None:
    view.chips["kl"].click()
    options = view.options()
    assert "kl" in options["curves"]
    other = CompareView()
    other.set_options(options)
    assert other.options()["curves"] == options["curves"]
    view.start_rival(None, None)
    view.show_history(history(0.2))
    view.redraw()
    assert "b" not in view.plots["js"].drawn
    assert "second run" in view.header()


def test_a_low_panel_leaves_the_room_to_the_plots(view: CompareView) -> None:
    assert view.chips["js"].isVisible()
    layout, high = view.layout(), view.plots["js"].height()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    view.setMinimumHeight(1)  # as in a dock, which is squeezed
    view.resize(900, 160)
    assert not view.chips["js"].isVisible()
    assert not view.menu.isVisible()
    assert view.plots["js"].height() > high - 140 + 10
    view.resize(900, 300)
    assert view.chips["js"].isVisible()


@pytest.mark.parametrize(
    ("count", "size", "columns"), [(4, (900, 150), 4), (4, (400, 900), 1), (4, (500, 300), 2)]
)
def test_plots_stand_so_that_they_are_largest(
    count: int, size: tuple[int, int], columns: int
) -> None:
    assert best_columns(count, *size) == columns


def test_counts_are_written_as_counts() -> None:
    assert reading("modes_captured", 8.0) == "8"
    assert reading("modes_captured", 7.5) == "7.5"
    assert reading("modes_captured", float("nan")) == "–"
    assert reading("w1", -0.25) == "−0.250"


def test_a_range_of_two_pictures_is_that_of_what_both_showed_last() -> None:
    held, one, two = HeldRange(), object(), object()
    held.update(np.array([0.0, 1.0]), one)
    held.update(np.array([0.0, 9.0]), two)
    for _ in range(300):
        held.update(np.array([0.0, 1.0]), one)
    assert held.high >= 9.0
    held.only(one)
    for _ in range(300):
        held.update(np.array([0.0, 1.0]), one)
    assert held.high < 2.0


def test_the_box_around_two() -> None:
    assert union((0, 1, -2, 0), (-1, 0.5, -1, 3)) == (-1, 1, -2, 3)
