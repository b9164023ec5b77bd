"""The plane: what it asks for, what it draws, its scales, zoom and options."""

import dataclasses
import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import ROW_COLUMNS, Edit, History
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.lab.trainer import Trainer
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


def test_a_zoom_has_ends(view):
    view.zoom.look_at((0.5, 0.5 + 1e-30, 0.5, 0.5 + 1e-30))
    x0, x1, *_ = view.zoom.seen()
    assert x1 - x0 > 1e-6
    view.zoom.look_at((-1e300, 1e300, -1e300, 1e300))
    x0, x1, *_ = view.zoom.seen()
    assert x1 - x0 < 1e6


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
    assert view.ground_layer.contours.getData()[0] is None or not len(
        view.ground_layer.contours.getData()[0]
    )
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


# -- other ways to read D, several generators, classes, averages ----------------------------------


def trained(**values):
    """A trainer of small networks on the ring, after a few steps, with its probe."""
    small = {"data.name": "ring", "generator.hidden": (8,), "discriminator.hidden": (8,)}
    trainer = Trainer(with_values(Experiment(), small | values), device="cpu")
    trainer.step(3)
    return trainer.experiment, Probe(trainer)


def shown(view, **values):
    """The view with a picture of such a trainer; gives the picture."""
    experiment, probe = trained(**values)
    view.start(probe.scene(), experiment)
    snapshot = probe.snapshot(view.needs())
    view.show_snapshot(snapshot)
    return snapshot


def plain(text):
    return re.sub("<[^>]*>|&nbsp;", "", text)


def named(view):
    """Texts of the key's marks of generators or classes that are shown."""
    return [plain(label.text()).strip() for label in view.key.kinds if not label.isHidden()]


def test_each_generator_has_its_colour_and_shape(view):
    snapshot = shown(view, **{"generator.count": 4})
    assert len(view.swarm.items) == 4
    for kind, item in enumerate(view.swarm.items):
        own = snapshot.fake[0][snapshot.kinds[0] == kind]
        np.testing.assert_array_equal(np.stack(item.getData(), 1), own)
        assert item.opts["brush"].color().name() == view.palette_.kinds[kind]
    assert len({item.opts["symbol"] for item in view.swarm.items}) == 4
    assert named(view) == ["● G1", "▲ G2", "■ G3", "◆ G4"]
    assert view.key.marks["generated"].isHidden()
    assert view.key.bar._mark is None or view.key.bar._mark[1] == "0.2"
    view.set_theme(PALETTES["light"], 2.0)
    assert view.swarm.items[3].opts["brush"].color().name() == PALETTES["light"].kinds[3]


def test_a_sheet_of_noise_is_one_generators_alone(view):
    shown(view, **{"generator.count": 2})
    chip = view.chips.chips["manifold"]
    assert not chip.isEnabled()
    assert "Each generator" in chip.toolTip()
    view.chips.check("manifold")
    assert "manifold" not in view.needs().fields
    shown(view, **{"noise.dim": 1})
    assert "one dimension" in chip.toolTip()
    shown(view)
    assert chip.isEnabled()
    assert "manifold" in view.needs().fields


def test_classes_are_coloured_and_one_can_be_chosen(view, qtbot):
    experiment, probe = trained(**{"training.conditional": True})
    view.start(probe.scene(), experiment)
    assert view.classes.isVisible()
    assert view.classes.count() == 9
    view.show_snapshot(probe.snapshot(view.needs()))
    assert len(named(view)) == 8
    assert "mean over classes" in view.key.note.text()
    colours = {brush.color().name() for brush in view.real.data["brush"]}
    assert colours == set(view.palette_.kinds[:8])
    with qtbot.waitSignal(view.needs_changed):
        view.classes.activated.emit(3)
    assert view.needs().label == 2
    snapshot = probe.snapshot(view.needs())
    view.show_snapshot(snapshot)
    assert named(view) == ["■ y = 3"]
    assert view.key.bar.accessibleName().startswith("D(x | 3)")
    assert "D(x | 3)" in view.chips.chips["d"].toolTip()
    assert view.key.note.isHidden()
    np.testing.assert_array_equal(view.swarm.points(), snapshot.fake[0])
    assert view.swarm.items[2].getData()[0].size == POINTS
    opacity = {b.color().name(): b.color().alphaF() for b in view.real.data["brush"]}
    faint = [alpha for colour, alpha in opacity.items() if colour != view.palette_.kinds[2]]
    assert max(faint) < opacity[view.palette_.kinds[2]] / 2


def test_a_chosen_class_comes_back_and_goes_with_its_game(view, qtbot):
    experiment, probe = trained(**{"training.conditional": True})
    view.start(probe.scene(), experiment)
    view.set_options({"label": 4})
    assert view.classes.currentIndex() == 5
    assert view.options()["label"] == 4
    view.set_options({"label": 99})
    assert view.label == 4
    view.start(scene(), Experiment())
    assert view.needs().label is None
    assert not view.classes.isVisible()


def test_the_average_lies_beside_the_raw_points(view):
    assert not view.chips.chips["average"].isVisible()
    snapshot = shown(view, **{"generator.average": 0.9})
    assert "average" in view.needs().fields
    assert view.chips.chips["average"].isVisible()
    np.testing.assert_array_equal(view.rings.points(), snapshot.averaged[0])
    assert view.rings.items[0].opts["pen"].color().name() == view.palette_.generated
    assert "averaged G" in view.key.marks["average"].text()
    view.chips.chips["average"].click()
    assert "average" not in view.needs().fields
    assert not view.rings.items[0].isVisible()
    assert view.key.marks["average"].isHidden()


def test_an_average_switched_on_while_it_runs_is_offered(view):
    history = History(1)
    history.edits = [Edit(5, "generator.average", 0.0, 0.99)]
    view.show_history(history)
    assert view.chips.chips["average"].isVisible()
    assert "average" in view.needs().fields
    history.edits = []
    view.show_history(history)
    assert "average" not in view.needs().fields


def test_low_energy_is_real(view):
    snapshot = shown(view, **{"objective.name": "energy"})
    assert view.chips.chips["d"].text() == "E"
    assert view.chips.chips["optimum"].text() == "E*"
    assert "low energy = real" in view.key.note.text()
    texts = view.key.bar._texts
    assert texts[0] == "E(x)"
    far, near = (float(text.lstrip("≥≤")) for text in texts[1:3])
    assert far > near >= 0
    assert snapshot.d.max() <= 0
    low, high = view.ground_layer.image.levels
    assert (low, high) == pytest.approx((-far, -near))
    assert view.key.border.isHidden()


@pytest.mark.parametrize(
    ("divergence", "middle"), [("kl", "1"), ("reverse-kl", "−1"), ("gan", "−0.69")]
)
def test_an_undecided_t_has_the_middle_colour(view, divergence, middle):
    values = {"objective.name": "f-gan", "objective.divergence": divergence}
    snapshot = shown(view, **values)
    assert view.chips.chips["d"].text() == "T"
    assert view.key.bar._mark == (0.5, middle)
    assert middle in view.key.border.text()
    share, t = view.ground_layer.image.image, snapshot.reading.threshold
    np.testing.assert_array_equal(share > 0.5, snapshot.d[0] > t)
    assert tuple(view.ground_layer.image.levels) == (0.0, 1.0)
    assert "f′(p(x) / p<sub>g</sub>(x))" in view.chips.chips["optimum"].toolTip()


def test_the_undecided_line_runs_where_the_score_is_its_threshold(view):
    view.start(scene(), Experiment(objective={"name": "least-squares"}))
    split = dataclasses.replace(
        picture(), reading=Reading("score", 0.5), d=(np.tile(picture().xs, (1, 16, 1)) + 0.5)
    )
    view.show_snapshot(split)
    x, y = view.ground_layer.border.getData()
    np.testing.assert_allclose(x[np.isfinite(x)], 0.0, atol=1e-6)
    assert np.nanmax(y) == 3
    assert not view.key.border.isHidden()


def test_a_witness_has_no_optimum_and_equal_sides(view):
    shown(view, **{"objective.name": "moment-matching"})
    assert view.chips.chips["d"].text() == "witness"
    assert not view.chips.chips["optimum"].isEnabled()
    assert "No discriminator" in view.chips.chips["optimum"].toolTip()
    low, high = view.ground_layer.scales["d"].update(np.zeros((4, 4), np.float32))
    assert low == -high


@pytest.mark.parametrize(
    ("values", "formula"),
    [
        ({}, "p(x) / (p(x) + p<sub>g</sub>(x))"),
        ({"generator.count": 3}, "p(x) / (p(x) + 3 p<sub>g</sub>(x))"),
        ({"objective.label_smoothing": 0.1}, "(1 − s) p(x) / (p(x) + p<sub>g</sub>(x))"),
        ({"training.label_noise": 0.1}, "(1 − ε) p + ε p<sub>g</sub>"),
        ({"training.history": 500}, "old samples"),
        ({"objective.name": "least-squares"}, "(b p(x) + a p<sub>g</sub>(x))"),
        ({"objective.name": "hinge"}, "sign(p(x) − p<sub>g</sub>(x))"),
        ({"objective.name": "energy"}, "0 where p(x) ≥ p<sub>g</sub>(x), m elsewhere"),
    ],
)
def test_the_best_d_is_drawn_with_its_formula(view, values, formula):
    shown(view, **values)
    chip = view.chips.chips["optimum"]
    assert chip.isEnabled()
    assert formula in chip.toolTip()
    chip.click()
    snapshot = shown(view, **values)
    assert view.ground == "optimum"
    assert snapshot.optimum is not None
    assert view.ground_layer.image.image is not None


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"objective.name": "wasserstein"}, "best critic"),
        ({"training.conditional": True}, "a class or sees a pack"),
        ({"discriminator.pack": 2}, "a class or sees a pack"),
        ({"training.instance_noise": 0.2}, "under instance noise"),
    ],
)
def test_an_unknown_optimum_says_why(view, values, reason):
    view.chips.chips["optimum"].click()
    shown(view, **values)
    assert view.ground == "d"
    assert not view.chips.chips["optimum"].isEnabled()
    assert reason in view.chips.chips["optimum"].toolTip()


def test_a_pack_is_judged_beside_data(view):
    shown(view, **{"discriminator.pack": 2})
    assert "beside data points (pack 2)" in view.key.note.text()


def test_another_score_starts_a_fresh_scale(view):
    view.start(scene(), Experiment(objective={"name": "hinge"}))
    far = dataclasses.replace(picture(critic=True), reading=Reading("score", 0.0))
    view.show_snapshot(dataclasses.replace(far, d=100 * far.d))
    before = view.ground_layer.scales["d"]
    view.show_snapshot(dataclasses.replace(far, reading=Reading("score", 0.5), d=far.d / 20))
    assert view.ground_layer.scales["d"] is not before
    assert view.key.bar._mark == (0.5, "½")


def test_twenty_five_classes_are_named_in_short(view):
    experiment, probe = trained(**{"data.name": "grid", "training.conditional": True})
    view.start(probe.scene(), experiment)
    view.show_snapshot(probe.snapshot(view.needs()))
    assert len(view.swarm.items) == 25
    assert len(named(view)) == 16
    assert named(view)[-1].endswith("y = 16 … 25")
    looks = {(i.opts["symbol"], i.opts["brush"].color().name()) for i in view.swarm.items[:16]}
    assert len(looks) == 16


@pytest.mark.parametrize(
    ("chip", "values", "clause"),
    [
        ("d", {"discriminator.norm": "batch"}, "normed over data and samples"),
        ("d", {"discriminator.minibatch_features": 4}, "a minibatch of data"),
        ("gradients", {"training.unroll": 2}, "against D as it is now"),
        ("gradients", {"training.instance_noise": 0.1}, "without instance noise"),
    ],
)
def test_a_tip_says_what_a_picture_rests_on(view, chip, values, clause):
    shown(view)
    assert clause not in view.chips.chips[chip].toolTip()
    shown(view, **values)
    assert clause in view.chips.chips[chip].toolTip()


def test_an_edit_is_heard_in_the_tips(view):
    experiment, probe = trained()
    view.start(probe.scene(), experiment)
    history = History(1)
    history.edits = [Edit(1, "training.unroll", 0, 3)]
    view.show_history(history)
    assert "not unrolled" in view.chips.chips["gradients"].toolTip()
