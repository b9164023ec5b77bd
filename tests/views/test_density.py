"""The 1-D picture: what it asks for, its two axes, the kernel, and the noise's line."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtGui import QColor

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit, History
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.density import TALLEST, DensityView
from ganlab_gui.views.kernel import WIDTHS
from ganlab_gui.views.noiseline import X_HEIGHT, Z_HEIGHT

LINE = Experiment(data={"name": "gaussian"}, noise={"name": "gaussian", "dim": 1})
CRITIC = Reading("critic", None, optimum=False)
XS = np.linspace(-4, 4, 256, dtype=np.float32)


def normal(mean=0.0, std=1.0):
    return np.exp(-(((XS - mean) / std) ** 2) / 2) / np.float32(std * np.sqrt(2 * np.pi))


def scene(runs=1, dim=1):
    real = np.random.default_rng(0).standard_normal((1_000, dim)).astype(np.float32)
    return Scene(dim, runs, np.full(dim, -4.0), np.full(dim, 4.0), real)


def picture(step=0, runs=(0,), critic=False, std=0.5, method="change of variables"):
    p = normal()
    p_g = np.stack([normal(0.5 + r, std) for r in runs])
    d = np.stack([1 / (1 + np.exp(-XS - r)) for r in runs]).astype(np.float32)
    z = np.linspace(-2, 2, 41, dtype=np.float32)
    d, reading = (40 * d - 50, CRITIC) if critic else (d, Reading())
    return Snapshot(
        step, 1, tuple(runs), reading, xs=XS, d=d,
        optimum=p / (p + p_g), p_data=p, p_generated=p_g, density_method=method,
        bandwidth=0.11 if method == "kernel estimate" else 0.0,
        z_line=z, g_line=np.stack([0.5 + r + std * z for r in runs]),
    )  # fmt: skip


@pytest.fixture
def view(qtbot):
    view = DensityView()
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show()
    view.start(scene(), LINE)
    qtbot.waitUntil(lambda: view.needs().box is not None)
    return view


def test_it_asks_only_for_what_is_shown(view):
    assert view.needs().fields == {"density", "d", "optimum", "arrows"}
    assert view.needs().box == (-4.0, 4.0, 0.0, 0.0)
    assert view.needs().bandwidth is None
    for key in ("d", "optimum", "arrows"):
        view.chips.chips[key].click()
    assert view.needs().fields == {"density"}
    assert not view.line.plot.isVisible()


def test_curves_are_the_snapshot_s(view):
    shown = picture()
    view.show_snapshot(shown)
    expected = {
        "data": shown.p_data, "generated": shown.p_generated[0],
        "d": shown.d[0], "optimum": shown.optimum[0],
    }  # fmt: skip
    for key, values in expected.items():
        xs, ys = view.curves[key].getData()
        np.testing.assert_array_equal(xs, XS)
        np.testing.assert_array_equal(ys, values)


def test_d_has_an_axis_of_its_own_from_0_to_1_with_a_half_marked(view):
    view.show_snapshot(picture())
    low, high = view.beliefs.box.viewRange()[1]
    assert low == pytest.approx(0, abs=0.02)
    assert 1 < high < 1.1
    assert view.beliefs.line.isVisible()
    assert view.beliefs.line.value() == 0.5
    left = view.plot.getViewBox().viewRange()[1]
    assert left[1] > 0.79  # the generated peak, 1 / (0.5 √(2π))
    np.testing.assert_allclose(
        view.beliefs.box.viewRange()[0], view.plot.getViewBox().viewRange()[0]
    )


def test_the_height_stands_still_and_a_spike_leaves_the_picture(view):
    view.show_snapshot(picture())
    before = view.plot.getViewBox().viewRange()[1]
    view.show_snapshot(picture(1, std=0.52))
    assert view.plot.getViewBox().viewRange()[1] == before
    view.show_snapshot(picture(2, std=0.01))
    assert view.plot.getViewBox().viewRange()[1][1] < 1.3 * TALLEST * 0.4


def test_a_critic_has_a_range_of_its_own(view):
    view.start(scene(), LINE.model_copy(update={"objective": wasserstein()}))
    view.show_snapshot(picture(critic=True))
    low, high = view.beliefs.box.viewRange()[1]
    assert low < -49
    assert high > -11
    assert not view.beliefs.line.isVisible()
    assert not view.curves["optimum"].isVisible()
    assert not view.chips.chips["optimum"].isEnabled()
    assert view.chips.chips["d"].text() == "critic"


def wasserstein():
    return Experiment(objective={"name": "wasserstein"}).objective


def test_the_header_says_how_p_g_was_found(view, qtbot):
    with qtbot.waitSignal(view.header_changed, check_params_cb=lambda h: "change of var" in h):
        view.show_snapshot(picture())
    with qtbot.waitSignal(view.header_changed, check_params_cb=lambda h: "h = 0.11" in h):
        view.show_snapshot(picture(1, method="kernel estimate"))


def test_the_kernel_s_width_can_be_chosen(view, qtbot):
    assert not view.slider.isVisible()
    with qtbot.waitSignal(view.needs_changed):
        view.chips.chips["automatic"].click()
    assert view.slider.isVisible()
    for value, share in ((0, WIDTHS[0]), (100, WIDTHS[1]), (50, np.sqrt(WIDTHS[0] * WIDTHS[1]))):
        view.slider.setValue(value)
        assert view.needs().bandwidth == pytest.approx(8 * share, rel=5e-3)


def test_arrows_go_from_z_up_to_where_g_sends_it(view):
    shown = picture()
    view.show_snapshot(shown)
    xs, ys = (a.reshape(-1, 6) for a in view.line.arrows.getData())
    assert len(xs) == 41
    np.testing.assert_allclose(xs[:, 1], shown.g_line[0], rtol=1e-6)
    assert set(ys[:, 0]) == {Z_HEIGHT}
    assert set(ys[:, 1]) == {X_HEIGHT}
    # z = 0 stands in the middle of the picture, and equal steps of z are equal steps on the line
    assert xs[20, 0] == pytest.approx(0.0, abs=1e-6)
    np.testing.assert_allclose(np.diff(xs[:, 0]), np.diff(xs[:, 0])[0], rtol=1e-4)


def test_noise_of_many_dimensions_is_named(view):
    many = Experiment(data={"name": "gaussian"}, noise={"name": "uniform", "dim": 8})
    view.start(scene(), many)
    text = view.line.plot.getPlotItem().getAxis("bottom").labelText
    assert "U(−1, 1)" in text
    assert "first of 8 coordinates" in text


def test_a_diverged_run_keeps_its_last_picture(view, qtbot):
    view.show_snapshot(picture(5))
    before = view.curves["d"].getData()[1].copy()
    broken = picture(6)
    broken.d[0, 7] = np.inf
    with qtbot.waitSignal(view.header_changed) as told:
        view.show_snapshot(broken)
    assert "diverged at step 6" in told.args[0]
    np.testing.assert_array_equal(view.curves["d"].getData()[1], before)


def test_before_the_first_picture_the_data_is_a_histogram(view):
    xs, ys = view.curves["data"].getData()
    assert np.trapezoid(ys, xs) == pytest.approx(1.0, abs=1e-6)


def test_data_without_a_density_keeps_its_histogram(view):
    view.start(dataclasses.replace(scene(), density=False), LINE)
    view.show_snapshot(dataclasses.replace(picture(), p_data=None, optimum=None))
    xs, ys = view.curves["data"].getData()
    assert np.trapezoid(ys, xs) == pytest.approx(1.0, abs=1e-6)
    assert not view.chips.chips["optimum"].isEnabled()


def test_the_run_is_chosen(view, qtbot):
    view.start(scene(runs=3), LINE.model_copy(update={"runs": 3}))
    shown = picture(runs=(0, 1, 2))
    view.show_snapshot(shown)
    with qtbot.waitSignal(view.run_chosen):
        view.chooser.activated.emit(1)
    assert view.needs().runs == (1,)
    np.testing.assert_array_equal(view.curves["d"].getData()[1], shown.d[1])


def test_a_zoom_asks_for_a_fine_grid(view, qtbot):
    with qtbot.waitSignal(view.needs_changed):
        view.zoom.look_at((-1.0, 1.0, 0.0, 0.0))
    assert view.needs().box == (-1.0, 1.0, 0.0, 0.0)


def test_a_zoom_has_ends(view):
    view.zoom.look_at((0.5, 0.5 + 1e-30, 0.0, 0.0))
    x0, x1, *_ = view.zoom.seen()
    assert x1 - x0 > 1e-6
    view.zoom.look_at((-1e300, 1e300, 0.0, 0.0))
    x0, x1, *_ = view.zoom.seen()
    assert x1 - x0 < 1e6


def test_options_come_back(view, qtbot):
    view.chips.chips["optimum"].click()
    view.chips.chips["automatic"].click()
    view.slider.setValue(70)
    view.zoom.look_at((-1.0, 2.0, 0.0, 0.0))
    saved = view.options()
    other = DensityView()
    qtbot.addWidget(other)
    other.start(scene(), LINE)
    other.set_options(saved | {"unknown": 1})
    assert other.options() == saved


def test_two_dimensions_are_told_where_to_look(view):
    view.start(scene(dim=2), Experiment())
    assert "two dimensions" in view.message.text()
    assert not view.plot.isVisible()


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_text_size_and_theme_change_live(view, qtbot, scale):
    view.show_snapshot(picture())
    view.set_theme(PALETTES["light"], scale)
    view.show_snapshot(picture(1))
    pen = view.curves["generated"].opts["pen"]
    assert pen.color() == QColor(PALETTES["light"].generated)
    assert pen.widthF() == pytest.approx(2 * scale)
    axes = [p.getPlotItem().getAxis("left") for p in (view.plot, view.line.plot)]
    qtbot.waitUntil(lambda: axes[0].width() == axes[1].width() == round(48 * scale))


def test_every_control_has_a_name_and_says_what_it_is(view):
    for key, chip in view.chips.chips.items():
        assert chip.objectName().startswith("density.")
        assert chip.accessibleName(), key
        assert chip.toolTip(), key
    assert view.slider.accessibleName()


def test_the_picture_widens_to_where_g_is_and_stands_still(view, qtbot):
    far = np.linspace(-7, -1, 400, dtype=np.float32).reshape(1, 400, 1)
    with qtbot.waitSignal(view.needs_changed):
        view.show_snapshot(dataclasses.replace(picture(), fake=far))
    x0, x1 = view.plot.getViewBox().viewRange()[0]
    assert -8 < x0 < -6.9
    assert x1 == 4
    assert view.needs().box == pytest.approx((x0, x1, 0, 0), abs=1e-2)
    assert view.line.plot.getViewBox().viewRange()[0] == pytest.approx([x0, x1])
    assert float(view.line._place(np.array(0.0))) == pytest.approx((x0 + x1) / 2)
    assert view.outside.text() == ""
    view.show_snapshot(dataclasses.replace(picture(1), fake=np.zeros_like(far)))
    assert view.plot.getViewBox().viewRange()[0] == [x0, x1]
    view.start(scene(), LINE)
    assert view.plot.getViewBox().viewRange()[0] == [-4, 4]


def test_who_has_zoomed_stays_there_and_is_told_of_points_outside(view):
    view.zoom.look_at((-1.0, 1.0, 0.0, 0.0))
    far = np.full((1, 400, 1), -6, np.float32)
    view.show_snapshot(dataclasses.replace(picture(), fake=far))
    assert view.plot.getViewBox().viewRange()[0] == [-1, 1]
    assert view.outside.text() == "400 of 400 generated points outside"
    view.zoom.go_home()
    assert view.plot.getViewBox().viewRange()[0][0] < -6


def test_a_change_of_kind_gives_d_its_own_axis_again(view):
    view.start(scene(), LINE.model_copy(update={"objective": wasserstein()}))
    view.show_snapshot(picture(critic=True))
    view.show_snapshot(picture(1))
    assert view.beliefs.line.isVisible()
    assert view.chips.chips["d"].text() == "D"
    assert view.beliefs.box.viewRange()[1] == pytest.approx([0, 1], abs=0.1)


def test_a_missing_curve_keeps_its_last_one(view):
    view.show_snapshot(picture())
    before = view.curves["d"].getData()[1].copy()
    view.show_snapshot(dataclasses.replace(picture(1), d=None, p_generated=None, optimum=None))
    np.testing.assert_array_equal(view.curves["d"].getData()[1], before)


def test_no_kernel_is_offered_as_automatic_where_the_density_is_exact(view):
    assert view.chips.chips["automatic"].text() == "exact density"
    view.start(scene(), LINE.model_copy(update={"noise": Experiment(noise={"dim": 3}).noise}))
    assert view.chips.chips["automatic"].text() == "automatic kernel"


def test_the_optimum_is_open_where_there_is_neither_data_nor_g(view):
    shown = picture()
    nothing = np.where(np.abs(XS) < 2, shown.p_data, 0)
    view.show_snapshot(dataclasses.replace(shown, p_data=nothing, p_generated=nothing[None]))
    best = view.curves["optimum"].getData()[1]
    np.testing.assert_array_equal(np.isfinite(best), np.abs(XS) < 2)
    view.grab()


def read(kind, threshold=None, optimum=True, **parts):
    """A picture whose D is read in this way: its threshold where p = p_g, higher for data."""
    shown = picture()
    ratio = np.log(shown.p_data / shown.p_generated)
    d = (threshold or 0.0) + np.tanh(ratio)
    if kind == "energy":
        d = np.minimum(d - 1, 0)
    made = {"d": d.astype(np.float32), "optimum": d.astype(np.float32)} | parts
    return dataclasses.replace(shown, reading=Reading(kind, threshold, optimum), **made)


@pytest.mark.parametrize(
    ("kind", "threshold", "chip", "axis", "mark"),
    [
        ("bound", 1.0, "T", "T(x)", "f′(1) = 1"),
        ("bound", -0.6931471805599453, "T", "T(x)", "f′(1) = −0.69"),
        ("score", 0.5, "D", "D(x)", ""),
        ("energy", None, "E", "E(x)", ""),
        ("witness", 0.0, "witness", "witness f(x)", ""),
    ],
)
def test_d_is_named_and_marked_for_what_it_is(view, kind, threshold, chip, axis, mark):
    view.show_snapshot(read(kind, threshold, kind != "witness"))
    assert view.chips.chips["d"].text() == chip
    assert "(right axis)" in view.chips.chips["d"].toolTip()
    assert view.beliefs.axis.labelText == axis
    assert view.beliefs.line.isVisible() == (threshold is not None)
    if threshold is not None:
        assert view.beliefs.line.value() == threshold
        low, high = view.beliefs.box.viewRange()[1]
        assert low < threshold < high
    assert view.beliefs.line.label.format == mark
    assert view.chips.chips["optimum"].isEnabled() == (kind != "witness")
    assert view.curves["optimum"].isVisible() == (kind != "witness")
    assert not view.grab().isNull()


def test_low_energy_is_real_and_is_drawn_low(view):
    shown = read("energy")
    view.show_snapshot(shown)
    np.testing.assert_array_equal(view.curves["d"].getData()[1], -shown.d[0])
    np.testing.assert_array_equal(view.curves["optimum"].getData()[1], -shown.optimum[0])
    low, high = view.beliefs.box.viewRange()[1]
    assert -0.05 < low <= 0 < high


@pytest.mark.parametrize("far", [1e6, np.inf])
def test_an_endless_optimum_does_not_flatten_d(view, far):
    shown = read("bound", 0.0)
    best = shown.optimum.copy()
    best[0, XS > 0.5] = far
    view.show_snapshot(dataclasses.replace(shown, optimum=best))
    low, high = view.beliefs.box.viewRange()[1]
    assert high - low < 6
    assert not view.grab().isNull()


def test_d_far_from_everything_does_not_stretch_its_axis(view):
    shown = read("bound", 0.0)
    d = shown.d.copy()
    d[0, :3] = -1e9  # where there is neither data nor G
    view.show_snapshot(dataclasses.replace(shown, d=d))
    assert view.beliefs.box.viewRange()[1][0] > -4


def test_another_divergence_moves_the_line(view):
    view.show_snapshot(read("bound", 1.0))
    view.show_snapshot(read("bound", -1.0))
    assert view.beliefs.line.value() == -1.0
    assert view.beliefs.box.viewRange()[1][1] < 1.0


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "jumps to 1."),
        ({"objective.label_smoothing": 0.1}, "jumps to 1 − s."),
        ({"training.label_noise": 0.1}, "jumps to 1 − ε. Under label noise"),
        ({"objective.label_smoothing": 0.1, "training.label_noise": 0.1}, "to (1 − s)(1 − ε)."),
    ],
)
def test_the_tip_of_the_optimum_says_where_it_ends(view, values, said):
    view.start(scene(), with_values(LINE, values))
    assert said in view.chips.chips["optimum"].toolTip()


def test_blurred_samples_leave_no_optimum(view):
    view.start(scene(), with_values(LINE, {"training.instance_noise": 0.1}))
    chip = view.chips.chips["optimum"]
    assert not chip.isEnabled()
    assert "under instance noise" in chip.toolTip()


def test_the_tip_of_d_says_what_x_passes_with(view):
    view.start(scene(), with_values(LINE, {"discriminator.norm": "batch"}))
    assert "normed over data and samples" in view.chips.chips["d"].toolTip()


def several(kinds, classes=False, step=0):
    """A picture in which p_g is shared among kinds, and the scene it belongs to."""
    shown = picture(step)
    weights = np.arange(1, kinds + 1, dtype=np.float32) / np.arange(1, kinds + 1).sum()
    parts = weights[None, :, None] * shown.p_generated[:, None]
    told = {"classes": kinds} if classes else {"generators": kinds}
    return dataclasses.replace(shown, p_parts=parts), dataclasses.replace(scene(), **told)


@pytest.mark.parametrize("classes", [False, True])
def test_each_generator_and_class_has_its_curve_in_its_colour(view, classes):
    shown, where = several(3, classes)
    view.start(where, LINE)
    assert view.chips.chips["parts"].isVisible()
    assert "parts" in view.needs().fields
    view.show_snapshot(shown)
    curves = view.parts.curves
    assert [c.opts["pen"].color().name() for c in curves] == list(PALETTES["dark"].kinds[:3])
    total = sum(c.getData()[1] for c in curves)
    np.testing.assert_allclose(total, view.curves["generated"].getData()[1], rtol=1e-5)
    quiet = PALETTES["dark"].quiet  # the total: green is the first one's
    for key in ("generated", "average"):
        assert view.curves[key].opts["pen"].color().name() == quiet
    names = [n.toPlainText() for n in view.parts.names]
    assert names == (["y = 1", "y = 2", "y = 3"] if classes else ["G₁", "G₂", "G₃"])
    places = [(n.pos().x(), n.pos().y()) for n in view.parts.names]
    assert len(set(places)) == 3  # their peaks are at one x: names stand one above the other
    view.chips.chips["parts"].click()
    assert "parts" not in view.needs().fields
    assert not any(c.isVisible() for c in curves)
    assert not any(n.isVisible() for n in view.parts.names)


def test_arrows_have_their_generator_s_colour(view):
    shown, where = several(3)
    view.start(where, LINE)
    view.show_snapshot(shown)
    sheaves = view.line.sheaves
    assert [s.opts["pen"].color().name() for s in sheaves] == list(PALETTES["dark"].kinds[:3])
    ends = [s.getData()[0].reshape(-1, 6)[:, 1] for s in sheaves]
    for k in range(3):
        np.testing.assert_allclose(ends[k], shown.g_line[0, k::3], rtol=1e-6)
    view.start(scene(), LINE)
    assert len(view.line.sheaves) == 1
    assert view.curves["generated"].opts["pen"].color().name() == PALETTES["dark"].generated
    assert not view.chips.chips["parts"].isVisible()
    assert not view.parts.curves


def test_a_class_can_be_generated_alone(view, qtbot):
    shown, where = several(3, classes=True)
    view.start(where, LINE)
    view.show_snapshot(shown)
    assert view.classes.isVisible()
    with qtbot.waitSignal(view.needs_changed):
        view.classes.activated.emit(2)
    assert view.needs().label == 1
    assert view.options()["label"] == 1
    colour = view.line.arrows.opts["pen"].color().name()
    assert colour == PALETTES["dark"].kinds[1]
    assert view.beliefs.axis.labelText == "D(x | 2)"
    view.set_options({"label": None})
    assert view.needs().label is None
    view.start(scene(), LINE)
    assert not view.classes.isVisible()


def test_the_averaged_generator_is_a_second_green_line(view):
    assert not view.chips.chips["average"].isVisible()
    assert "average" not in view.needs().fields
    view.start(scene(), LINE.model_copy(update={"generator": AVERAGED}))
    assert view.chips.chips["average"].isVisible()
    assert "average" in view.needs().fields
    shown = dataclasses.replace(picture(), p_averaged=normal()[None])
    view.show_snapshot(shown)
    curve = view.curves["average"]
    np.testing.assert_array_equal(curve.getData()[1], normal())
    assert curve.opts["pen"].color() == view.curves["generated"].opts["pen"].color()
    assert curve.opts["pen"].style() != view.curves["generated"].opts["pen"].style()
    view.chips.chips["average"].click()
    assert not curve.isVisible()
    assert "average" not in view.needs().fields


def test_an_average_switched_on_while_running_is_offered(view):
    made = History(1)
    made.edits = [Edit(5, "generator.average", 0.0, 0.99)]
    view.show_history(made)
    assert view.chips.chips["average"].isVisible()
    assert "average" in view.needs().fields


AVERAGED = Experiment(generator={"average": 0.99}).generator


@pytest.mark.parametrize("count", [1, 5])
def test_d_is_undecided_at_its_share_of_all_makers(view, count):
    _, where = several(count)
    shown = dataclasses.replace(picture(), reading=Reading(threshold=1 / (count + 1)))
    view.start(where, LINE)
    view.show_snapshot(shown)
    ticks = dict(view.beliefs.axis._tickLevels[0])
    assert ticks[1 / (count + 1)] == ("½" if count == 1 else "1/6")
    assert ("beside 5 generators" in view.chips.chips["d"].toolTip()) == (count == 5)


def test_the_axis_of_d_comes_back_soon_from_a_wild_beginning(view):
    calm = read("energy")
    view.show_snapshot(dataclasses.replace(calm, d=40 * calm.d, optimum=None))
    assert view.beliefs.box.viewRange()[1][1] > 40
    for step in range(20):
        view.show_snapshot(dataclasses.replace(calm, step=step, optimum=None))
    assert view.beliefs.box.viewRange()[1][1] < 6


@pytest.mark.parametrize(
    "settings",
    [
        {"objective": {"name": "f-gan", "divergence": "neyman"}},
        {"objective": {"name": "f-gan", "divergence": "gan"}},
        {"objective": {"name": "least-squares", "a": 1.0, "b": 0.0}},
        {"objective": {"name": "hinge"}},
        {"objective": {"name": "energy"}},
        {"objective": {"name": "relativistic"}},
        {"objective": {"name": "moment-matching"}},
        {"generator": {"count": 3, "average": 0.9}},
        {"training": {"conditional": True, "batch": 32}, "noise": {"dim": 2}},
        {"discriminator": {"pack": 2}},
    ],
    ids=str,
)
def test_a_real_game_of_every_kind_is_drawn(view, settings):
    from ganlab_gui.lab.probe import Probe
    from ganlab_gui.lab.trainer import Trainer

    told = {"data": {"name": "gaussian-mixture"}, "noise": {"dim": 1}, "training": {"batch": 32}}
    experiment = Experiment(**(told | settings))
    trainer = Trainer(experiment, "cpu")
    probe = Probe(trainer)
    view.start(probe.scene(), experiment)
    for _ in range(2):
        trainer.step(3)
        view.show_snapshot(probe.snapshot(view.needs()))
    assert np.isfinite(view.curves["d"].getData()[1]).all()
    assert not view.grab().isNull()
    if view.parts.curves:
        total = sum(curve.getData()[1] for curve in view.parts.curves)
        np.testing.assert_allclose(total, view.curves["generated"].getData()[1], atol=0.05)
    assert view.curves["average"].isVisible() == (experiment.generator.average > 0)
