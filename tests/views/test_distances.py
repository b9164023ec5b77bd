"""The distances panel on real histories."""

import math

import numpy as np
import pytest

from ganlab_gui.core.measures.registry import MEASURES
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import AVERAGED, MEASURE_COLUMNS, Edit, History
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.distances import DistancesView

LN2 = math.log(2.0)


def scene(runs: int = 1, kind: str = "exact assignment") -> Scene:
    low, high = np.full(2, -3.0), np.full(2, 3.0)
    real = np.zeros((4, 2), np.float32)
    return Scene(2, runs, low, high, real, measure_samples=2_500, w1_samples=512, w1_kind=kind)


def history(readings: int = 200, runs: int = 1) -> History:
    """JS at every reading, W1 at every fifth, the others nowhere."""
    made = History(runs)
    steps = np.arange(10, 10 * readings + 1, 10)
    made.rows.extend(steps, np.zeros((readings, runs, 6), np.float32))
    values = np.full((readings, runs, len(MEASURE_COLUMNS)), np.nan, np.float32)
    values[:, :, 0] = 0.664
    values[::5, :, 1] = 1.91
    made.measures.extend(steps, values)
    made.floors = {"js": (0.012, 0.019), "w1": (0.05, 0.08)}
    return made


@pytest.fixture
def view(qtbot):
    made = DistancesView()
    qtbot.addWidget(made)
    made.resize(370, 200)
    made.start(scene(), Experiment())
    made.set_theme(PALETTES["light"], 1.0)
    made.show()
    return made


def test_header_gives_values_units_and_sample_size(view):
    view.show_history(history())
    header = view.header()
    assert f'color:{PALETTES["light"].action}">— JS 0.664' in header
    assert f'color:{PALETTES["light"].second}">·· W₁ 1.910' in header
    assert "n = 2\u2009500 · W₁ 512" in header
    view.chips["w1"].setChecked(False)
    assert "512" not in view.header()
    assert "JS 0.664 nats" in view.header()


def test_a_reading_that_is_old_says_of_which_step_it_is(view):
    made = history()
    view.show_history(made)
    assert "@" not in view.header()
    made.measures.values[100:, :, 1] = np.nan
    view.show_history(made)
    assert "W₁ 1.910 @ 960" in view.header()


def test_what_is_measured_at_few_steps_has_dots_there(view):
    view.show_history(history(80))
    assert len(view.curves["w1"].dots.getData()[0]) == 16
    assert len(view.curves["js"].dots.getData()[0]) == 0


def test_no_two_curves_look_alike(view):
    for palette in PALETTES.values():
        looks = [(t.colour(palette), t.style) for t in view.traces]
        assert len(set(looks)) == len(looks)


def test_kl_does_not_flatten_js(view):
    made = history()
    made.measures.values[:, :, 2] = 12.0
    view.chips["kl"].setChecked(True)
    view.show_history(made)
    assert view.plot.boxes["left"].viewRange()[1][1] < 1.2
    assert view.plot.boxes["kl"].viewRange()[1][1] >= 12.0


def test_lines_go_through_steps_that_were_not_measured(view):
    view.show_history(history(80))
    steps, values = view.drawn["w1"].steps, view.drawn["w1"].line
    assert np.isnan(values).sum() == 64
    xs, ys = view.curves["w1"].line.getData()
    assert np.isfinite(ys).all()
    np.testing.assert_allclose(ys, 1.91, rtol=1e-6)
    assert (xs.min(), xs.max()) == (steps[0], steps[75])


def test_js_axis_runs_from_0_to_ln_2_and_says_so(view):
    view.show_history(history())
    low, high = view.plot.boxes["left"].viewRange()[1]
    assert low <= 0.0
    assert LN2 <= high < 1.2
    assert view.plot.axes["left"].references == {LN2: "ln 2"}


def test_w1_has_an_axis_of_its_own_in_its_colour(view):
    view.show_history(history())
    low, high = view.plot.boxes["w1"].viewRange()[1]
    assert low <= 0.0
    assert high >= 1.91
    assert view.plot.axes["w1"].isVisible()
    assert not view.plot.axes["frechet"].isVisible()
    view.chips["frechet"].setChecked(True)
    assert view.plot.axes["frechet"].isVisible() == bool("frechet" in view.drawn)


def test_each_shown_measure_has_its_floor(view):
    made = history()
    view.show_history(made)
    bands = view.plot.bands.bands
    assert [(b.low, b.high, b.role) for b in bands] == [
        (0.012, 0.019, "action"), (0.05, 0.08, "second")
    ]  # fmt: skip
    assert view.plot.bands.text == "perfect generator"
    view.chips["w1"].setChecked(False)
    assert len(view.plot.bands.bands) == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("exact assignment", "W₁ exact on 512 points"),
        ("exact", "W₁ exact on 512 points"),
        ("sliced", "W₁ sliced on 512 points"),
    ],
)
def test_w1_is_named_as_what_it_is(view, kind, words):
    view.start(scene(kind=kind), Experiment())
    view.retranslate()
    assert words in view.chips["w1"].toolTip()


def test_every_measure_shown_has_its_formula_in_the_tooltip(view):
    for name, chip in view.chips.items():
        assert MEASURES[AVERAGED.get(name, name)].formula in chip.toolTip()
        assert chip.objectName() == f"distances.{name}"


def test_edits_stand_on_this_axis_too(view):
    made = history()
    made.edits = [Edit(700, "training.d_steps", 1, 5)]
    view.show_history(made)
    assert [m.text for _, m in view.plot.marks.placed()] == ["k 1→5"]


def test_several_runs_and_no_measurement_yet(view):
    view.start(scene(16), Experiment())
    view.show_history(History(16))
    view.show_history(history(runs=16))
    assert "median of 16" in view.header()
    assert view.drawn["js"].runs == 16
    assert not view.grab().isNull()


def test_the_averaged_generator_stands_beside_the_raw_one(view):
    made = history()
    places = [MEASURE_COLUMNS.index(name) for name in AVERAGED]
    made.measures.values[::5, :, places] = 0.25
    view.show_history(made)
    assert not view.chips["average_js"].isVisible()
    assert "avg" not in view.header()
    view.start(scene(), Experiment(generator={"average": 0.99}))
    view.resize(900, 400)
    view.show_history(made)
    assert view.chips["average_js"].isVisible()
    assert "JS avg 0.250" in view.header()
    assert "W₁ avg 0.250" in view.header()
    assert view.chips["average_js"].toolTip().startswith("JS of the averaged G")
    assert view.plot.axes["w1"].isVisible()


def test_an_average_switched_on_later_comes_too(view):
    made = history()
    view.resize(900, 400)
    view.show_history(made)
    assert not view.chips["average_js"].isVisible()
    made.edits = [Edit(700, "generator.average", 0.0, 0.99)]
    view.show_history(made)
    assert view.chips["average_js"].isVisible()
    assert [m.text for m in view.plot.marks.marks] == ["G average off→0.99"]
