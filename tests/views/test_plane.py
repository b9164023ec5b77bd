"""The plane: what it asks for, what it draws, its scales, zoom and options."""

import dataclasses
import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import ROW_COLUMNS, History
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.divergence import diverged_at
from ganlab_gui.views.ground import GROUNDS, GroundScale, colours, ground_values
from ganlab_gui.views.plane import ARROWS, POINTS, PlaneView

CRITIC = Reading("critic", None, optimum=False)


def scene(runs=1, dim=2):
    angle = np.arange(8) * np.pi / 4
    centres = 2 * np.stack([np.cos(angle), np.sin(angle)], 1)
    rng = np.random.default_rng(0)
    real = (centres[rng.integers(0, 8, 1_000)] + 0.05 * rng.standard_normal((1_000, 2)))[:, :dim]
    return Scene(
        dim, runs, np.full(dim, -3.0), np.full(dim, 3.0), real.astype(np.float32),
        centres[:, :dim], np.full(8, 0.05), np.full(8, 1 / 8),
    )  # fmt: skip


def picture(step=0, runs=(0,), critic=False, cells=16):
    rng = np.random.default_rng(step)
    xs = np.linspace(-3, 3, cells, dtype=np.float32)
    x, y = np.meshgrid(xs, xs)
    count = len(runs)
    fake = rng.standard_normal((count, 500, 2)).astype(np.float32)
    d = np.stack([0.5 + 0.1 * np.tanh(x + r) for r in runs]).astype(np.float32)
    p = np.exp(-(x**2 + y**2) / 2).astype(np.float32) / np.float32(2 * np.pi)
    return Snapshot(
        step, 2, tuple(runs), CRITIC if critic else Reading(), real=fake[0], fake=fake,
        xs=xs, ys=xs, d=20 * d if critic else d,
        optimum=np.stack([p / (p + 0.5 * p)] * count), p_data=p,
        p_generated=np.stack([0.5 * p] * count), density_method="kernel estimate", bandwidth=0.1,
        pull=np.full((count, 150, 2), 0.01, np.float32),
        manifold=np.zeros((count, 4, 5, 2), np.float32),
    )  # fmt: skip


@pytest.fixture
def view(qtbot):
    view = PlaneView()
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show()
    view.start(scene(), Experiment())
    qtbot.waitUntil(lambda: view.needs().box is not None)
    return view


def test_it_asks_only_for_what_is_shown(view):
    assert view.needs().fields == {"d", "samples", "gradients"}
    assert view.needs().points == POINTS
    for key in ("generated", "gradients"):
        view.chips.chips[key].click()
    assert view.needs().fields == {"d"}
    view.chips.chips["none"].click()
    assert view.needs().fields == set()
    view.chips.chips["manifold"].click()
    view.chips.chips["difference"].click()
    assert view.needs().fields == {"density", "manifold"}


def test_a_switch_tells_that_the_needs_changed(view, qtbot):
    with qtbot.waitSignal(view.needs_changed):
        view.chips.chips["optimum"].click()
    assert view.ground == "optimum"
    assert [key for key in GROUNDS if view.chips.on(key)] == ["optimum"]


def test_the_snapshot_is_drawn_where_it_belongs(view):
    shown = picture()
    view.show_snapshot(shown)
    xs, ys = view.swarm.items[0].getData()
    np.testing.assert_allclose(np.stack([xs, ys], 1), shown.fake[0])
    bounds = view.ground_layer.image.mapRectToParent(view.ground_layer.image.boundingRect())
    half = 0.5 * 6 / 15  # cells are centred on the grid's points
    assert (bounds.left(), bounds.right()) == pytest.approx((-3 - half, 3 + half), rel=1e-6)
    np.testing.assert_array_equal(view.ground_layer.image.image, shown.d[0])
    low, high = view.ground_layer.image.levels
    assert low <= shown.d.min() < shown.d.max() <= high
    assert view.pulls.getData()[0].shape == (6 * ARROWS,)
    assert "D(x)" in view.key.bar.accessibleName()


def test_the_picture_shows_data_generated_and_ground_in_their_colours(view):
    view.set_theme(PALETTES["light"], 1.0)
    for key in ("gradients", "modes", "none"):
        view.chips.chips[key].click()
    view.show_snapshot(picture())
    image = view.plot.grab().toImage()
    seen = {image.pixel(x, y) for x in range(60, 590, 2) for y in range(10, 500, 2)}
    for role in ("panel", "data", "generated"):
        assert QColor(getattr(PALETTES["light"], role)).rgb() in seen


def test_axes_are_equal(view):
    dx, dy = view.plot.getViewBox().viewPixelSize()
    assert dx == pytest.approx(dy, rel=1e-6)


def test_a_zoom_asks_for_a_sharp_ground_and_home_goes_back(view, qtbot):
    home = view.needs().box
    assert home[0] <= -3
    assert home[3] >= 3
    with qtbot.waitSignal(view.needs_changed):
        view.zoom.look_at((-1.0, 1.0, -1.0, 1.0))
    x0, x1, _, y1 = view.needs().box
    assert x0 <= -1
    assert y1 >= 1
    assert x1 - x0 < 2.5
    reset = view.chips.chips["reset"]
    assert reset.isVisible()
    with qtbot.waitSignal(view.needs_changed):
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert view.needs().box == home
    assert not reset.isVisible()


def test_the_critic_gets_contours_and_its_name(view, qtbot):
    view.start(scene(), Experiment(objective={"name": "wasserstein"}))
    view.show_snapshot(picture(critic=True))
    assert view.chips.chips["d"].text() == "critic"
    assert len(view.ground_layer.contours.getData()[0]) > 10
    assert view.key.contours.text().startswith("contours every")
    assert "critic f(x)" in view.key.bar.accessibleName()


def test_a_diverged_run_keeps_its_last_picture(view, qtbot):
    view.show_snapshot(picture(5))
    before = view.swarm.items[0].getData()[0].copy()
    broken = picture(6)
    broken.fake[0, 3, 1] = np.nan
    with qtbot.waitSignal(view.header_changed) as told:
        view.show_snapshot(broken)
    assert "diverged at step 6" in told.args[0]
    np.testing.assert_array_equal(view.swarm.items[0].getData()[0], before)


def test_the_rows_tell_when_the_run_diverged(view, qtbot):
    history = History(1)
    values = np.zeros((9, 1, len(ROW_COLUMNS)), np.float32)
    values[:, :, 3] = np.nan  # no penalty: not a divergence
    history.rows.extend(np.arange(1, 10), values)
    assert diverged_at(history, 0) is None
    values[2:] = np.nan
    history.rows.extend(np.arange(10, 19), values)
    assert diverged_at(history, 0) == 12
    with qtbot.waitSignal(view.header_changed) as told:
        view.show_history(history)
    assert "diverged at step 12" in told.args[0]
    history.truncate(9)
    with qtbot.waitSignal(view.header_changed) as told:
        view.show_history(history)
    assert "diverged" not in told.args[0]


def test_the_run_is_chosen_and_named(view, qtbot):
    view.start(scene(runs=3), Experiment(seed=7, runs=3))
    assert view.chooser.isVisible()
    told = []
    view.header_changed.connect(told.append)
    shown = picture(runs=(0, 1, 2))
    view.show_snapshot(shown)
    with qtbot.waitSignals([view.run_chosen, view.needs_changed]):
        view.chooser.activated.emit(2)
    assert view.needs().runs == (2,)
    np.testing.assert_array_equal(view.swarm.items[0].getData()[0], shown.fake[2, :, 0])
    assert re.sub("<[^>]*>", "", told[-1]) == "run 3 of 3 · seed 9"
    other = picture(runs=(0,))
    view.show_snapshot(other)  # a picture of another run is not passed off as this one's
    np.testing.assert_array_equal(view.swarm.items[0].getData()[0], shown.fake[2, :, 0])


def test_options_come_back(view, qtbot):
    view.chips.chips["p_data"].click()
    view.chips.chips["modes"].click()
    view.zoom.look_at((0.0, 1.0, 0.0, 1.0))
    saved = view.options()
    other = PlaneView()
    qtbot.addWidget(other)
    other.resize(600, 600)
    other.show()
    other.start(scene(), Experiment())
    other.set_options(saved | {"unknown": 1})
    assert other.options()["ground"] == "p_data"
    assert "modes" not in other.options()["layers"]
    np.testing.assert_allclose(other.options()["box"], saved["box"], atol=1e-6)


def test_data_without_a_density_offers_no_optimum(view):
    view.chips.chips["optimum"].click()
    view.start(dataclasses.replace(scene(), density=False), Experiment())
    assert view.ground == "d"
    assert not view.chips.chips["p_data"].isEnabled()


def test_one_dimension_is_told_where_to_look(view):
    view.start(scene(dim=1), Experiment())
    assert "one dimension" in view.message.text()
    assert not view.plot.isVisible()


@pytest.mark.parametrize("name", PALETTES)
def test_ground_colours_start_at_the_panel(name):
    palette = PALETTES[name]
    panel = QColor(palette.panel).getRgb()
    for key, ground in GROUNDS.items():
        lut = colours(ground, palette)
        assert lut.shape == (256, 4)
        zero = 127 if key == "difference" else 0
        assert tuple(lut[zero]) == panel


def test_grounds_are_what_they_say():
    shown = picture()
    p, p_g = shown.p_data, shown.p_generated[0]
    np.testing.assert_array_equal(ground_values("difference", shown, 0), p_g - p)
    np.testing.assert_array_equal(ground_values("p_data", shown, 0), p)
    assert ground_values("none", shown, 0) is None
    low, high = GroundScale(GROUNDS["difference"]).update(p_g - p)
    assert low == -high
    assert GroundScale(GROUNDS["p_data"]).update(p)[0] == 0.0


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_text_size_and_theme_change_live(view, scale):
    view.show_snapshot(picture())
    view.set_theme(PALETTES["light"], scale)
    view.show_snapshot(picture(1))
    assert view.swarm.items[0].opts["size"] == pytest.approx(5 * scale)
    assert view.pulls.opts["pen"].color() == QColor(PALETTES["light"].action)


def test_every_control_has_a_name_and_says_what_it_is(view):
    for key, chip in view.chips.chips.items():
        assert chip.objectName().startswith("plane.")
        assert chip.accessibleName(), key
        assert chip.toolTip(), key


def test_a_change_of_kind_starts_a_fresh_scale_without_contours(view):
    view.start(scene(), Experiment(objective={"name": "wasserstein"}))
    view.show_snapshot(picture(critic=True))
    assert len(view.ground_layer.contours.getData()[0]) > 10
    view.show_snapshot(picture(1))
    low, high = view.ground_layer.image.levels
    assert 0 <= low < 0.45
    assert 0.55 < high <= 1
    assert view.ground_layer.contours.getData()[0] is None or not len(view.ground_layer.contours.getData()[0])
    assert view.key.bar.accessibleName().startswith("D(x)")
    assert view.chips.chips["d"].text() == "D"
    assert not view.key.contours.isVisible()


def test_probabilities_keep_within_0_and_1():
    scale = GroundScale(GROUNDS["d"], Reading())
    assert scale.update(np.array([0.0, 0.9999], np.float32)) == (0.0, 1.0)
    assert scale.update(np.array([1e-9, 1.0], np.float32)) == (0.0, 1.0)


def test_a_missing_ground_leaves_the_last_one(view):
    view.show_snapshot(picture())
    before, levels = view.ground_layer.image.image.copy(), tuple(view.ground_layer.image.levels)
    view.show_snapshot(dataclasses.replace(picture(1), d=None, pull=None))
    np.testing.assert_array_equal(view.ground_layer.image.image, before)
    assert tuple(view.ground_layer.image.levels) == levels


def test_the_ground_follows_the_size_at_once(view):
    view.resize(1_000, 500)
    x0, x1, y0, y1 = view.needs().box
    (a0, a1), (b0, b1) = view.plot.getViewBox().viewRange()
    assert x0 < a0 < a1 < x1
    assert y0 < b0 < b1 < y1


def test_points_outside_are_counted(view):
    view.show_snapshot(picture())
    assert view.outside.text() == ""
    far = picture(1)
    far.fake[0] *= 0.1
    far.fake[0, :120] += 50
    view.show_snapshot(far)
    assert view.outside.text() == "120 of 500 generated points outside"


def test_the_key_says_how_densities_were_found(view):
    view.chips.chips["difference"].click()
    view.show_snapshot(dataclasses.replace(picture(), p_side=0.19))
    note = view.key.note.text()
    assert "p<sub>g</sub>: kernel estimate" in note
    assert "p: mean over squares of side 0.19" in note
    view.chips.chips["d"].click()
    assert view.key.note.isHidden()


def test_noise_of_many_dimensions_shows_a_slice(view):
    view.start(scene(), Experiment(noise={"dim": 8}))
    view.chips.chips["manifold"].click()
    assert "8 noise coordinates" in view.chips.chips["manifold"].toolTip()
    assert "slice" in view.key.marks["manifold"].text()
    view.start(scene(), Experiment(noise={"dim": 2}))
    assert "slice" not in view.key.marks["manifold"].text()


def test_the_optimum_is_not_painted_where_there_is_nothing(view):
    shown = picture()
    nothing = np.zeros_like(shown.p_data)
    nothing[4:12, 4:12] = 1
    view.chips.chips["optimum"].click()
    view.show_snapshot(dataclasses.replace(shown, p_data=nothing, p_generated=nothing[None]))
    assert np.isnan(view.ground_layer.image.image[0, 0])
    assert np.isfinite(view.ground_layer.image.image[6, 6])
    view.grab()
