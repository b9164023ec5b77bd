"""The modes panel and the mode history on real histories."""

from dataclasses import replace

import numpy as np
import pytest

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import MEASURE_COLUMNS, History
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.mode_history import MOST_COLUMNS, ModeHistoryView, verdict
from ganlab_gui.views.modes import ModesView

CAPTURED, QUALITY, REVERSE = (
    MEASURE_COLUMNS.index(n) for n in ("modes_captured", "high_quality", "reverse_kl")
)


def scene(modes: int = 8, runs: int = 1, dim: int = 2) -> Scene:
    low, high = np.full(dim, -3.0), np.full(dim, 3.0)
    real = np.zeros((4, dim), np.float32)
    if not modes:
        return Scene(dim, runs, low, high, real)
    parts = (np.zeros((modes, dim)), np.full(modes, 0.02), np.full(modes, 1 / modes))
    return Scene(dim, runs, low, high, real, *parts, measure_samples=2_500)


def history(modes: int = 8, runs: int = 1, quality: float = 0.06, readings: int = 400) -> History:
    """The generator sits on one mode for ten readings, then on the next."""
    made = History(runs, modes)
    steps = np.arange(10, 10 * readings + 1, 10)
    made.rows.extend(steps, np.zeros((readings, runs, 6), np.float32))
    values = np.full((readings, runs, len(MEASURE_COLUMNS)), np.nan, np.float32)
    values[:, :, CAPTURED], values[:, :, QUALITY], values[:, :, REVERSE] = 1, quality, 2.079
    made.measures.extend(steps, values)
    shares = np.zeros((readings, runs, modes), np.float32)
    shares[np.arange(readings), :, np.arange(readings) // 10 % modes] = 1.0
    made.shares.extend(steps, shares)
    return made


@pytest.fixture
def modes(qtbot):
    return shown(qtbot, ModesView())


@pytest.fixture
def image(qtbot):
    return shown(qtbot, ModeHistoryView())


def shown(qtbot, view):
    qtbot.addWidget(view)
    view.resize(340, 170)
    view.start(scene(), Experiment())
    view.set_theme(PALETTES["dark"], 1.0)
    view.show()
    return view


def plain(text: str) -> str:
    """Rich text without its tags."""
    from PySide6.QtGui import QTextDocumentFragment

    return QTextDocumentFragment.fromHtml(text).toPlainText()


def test_header_says_captured_and_high_quality_with_its_ceiling(modes):
    modes.show_history(history())
    expected = "captured 1 of 8 · high quality 6 %"
    assert plain(modes.header()) == expected
    assert "reverse KL 2.079 nats" in plain(modes.note.text())


def test_the_ceiling_of_high_quality_is_said_below(modes):
    modes.show_history(history())
    assert "high quality at best 98.9 %" in plain(modes.note.text())


@pytest.mark.parametrize(("quality", "shrunk"), [(0.95, False), (0.99, False), (0.999, True)])
def test_modes_that_have_shrunk_are_named(modes, quality, shrunk):
    modes.show_history(history(quality=quality))
    assert ("modes have shrunk" in modes.note.text()) == shrunk


def test_bars_show_the_newest_shares_and_the_true_weights(modes):
    modes.show_history(history())
    np.testing.assert_array_equal(modes.bars.shares[1], np.eye(8)[(400 - 1) // 10 % 8])
    np.testing.assert_array_equal(modes.bars.weights, np.full(8, 1 / 8))
    assert modes.bars.top == 1.0


def test_scale_of_the_bars_fits_many_even_modes(modes):
    modes.start(scene(25), Experiment())
    modes.bars.show_shares(np.full((3, 25), 0.04))
    assert modes.bars.top == 0.05
    modes.bars.show_shares(np.full((3, 25), 0.03))
    assert modes.bars.top == 0.05
    assert not modes.grab().isNull()


def test_several_runs_give_whiskers(modes):
    modes.start(scene(runs=16), Experiment())
    made = history(runs=16)
    made.shares.values[-1, :, 0] = np.linspace(0, 1, 16)
    modes.show_history(made)
    low, middle, high = modes.bars.shares[:, 0]
    assert (low, middle, high) == pytest.approx((0.1, 0.5, 0.9), abs=1e-6)
    assert "16" in modes.note.text()


@pytest.mark.parametrize("view", [ModesView, ModeHistoryView])
def test_before_an_experiment_runs_it_says_that_it_starts(qtbot, view):
    made = view()
    qtbot.addWidget(made)
    made.retranslate()
    assert made.empty.text() == "Starting…"


def test_data_without_modes_has_a_sentence(modes, image):
    for view in (modes, image):
        view.start(scene(0), Experiment())
        view.show_history(History(1))
        assert view.empty.isVisible()
        assert view.empty.text() == "This data has no separate modes."
        assert view.header() == ""
    view.start(scene(), Experiment())
    assert not view.empty.isVisible()


def test_image_shows_the_share_of_each_mode_over_the_steps(image):
    image.show_history(history(readings=80))
    pixels = image.image.image
    assert pixels.shape[0] == 8
    assert pixels.shape[1] <= MOST_COLUMNS
    tops = pixels.argmax(axis=0)
    assert set(tops) == set(range(8))
    assert (np.diff(tops[:-1]) >= 0).all()
    image.show_history(history(readings=400))
    assert plain(image.header()) == "the generator hops"


def test_columns_of_a_long_run_are_means(image):
    image.show_history(history(readings=16_000))
    pixels = image.image.image
    np.testing.assert_allclose(pixels[:, 5:-5].sum(axis=0), 1.0, atol=1e-5)
    assert pixels.max() < 0.7
    assert plain(image.header()) == "the generator hops"


def test_image_follows_the_chosen_run(image):
    image.start(scene(runs=2), Experiment())
    made = history(runs=2)
    made.shares.values[:, 1] = np.eye(8)[3]
    image.show_history(made)
    image.set_run(1)
    assert (image.image.image.argmax(axis=0) == 3).all()
    assert plain(image.header()) == "the generator stays on one mode · run 2 of 2"


def test_what_is_not_yet_measured_is_empty(image):
    made = history(readings=10)
    made.rows.extend(np.array([1_000]), np.zeros((1, 1, 6), np.float32))
    image.show_history(made)
    assert image.image.image[:, -20:].max() == 0.0


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (np.zeros((0, 4)), ("none", 0)),
        (np.full((8, 4), np.nan), ("none", 0)),
        (np.zeros((8, 4)), ("none", 0)),
        (np.full((7, 4), 0.25), ("none", 0)),
        (np.eye(4)[[0, 1, 2, 3, 0, 0, 0, 0]], ("hops", 1)),
        (np.eye(4)[[0, 0, 1, 1, 1, 1, 1, 1]], ("stays", 1)),
        (np.full((8, 4), 0.25), ("all", 4)),
        (np.tile([0.5, 0.45, 0.05, 0.0], (8, 1)), ("some", 2)),
        (np.full((8, 4), 0.1), ("nowhere", 0)),
        (np.tile([0.64, 0.12, 0.12, 0.12], (8, 1)), ("stays", 1)),
        (np.tile([0.61, 0.13, 0.13, 0.13], (8, 1)), ("all", 4)),
    ],
)
def test_verdict(shares, expected):
    assert verdict(shares, np.full(4, 0.25)) == expected


def test_one_mode_needs_no_sentence():
    assert verdict(np.ones((20, 1)), np.ones(1)) == ("none", 0)


def test_the_sentence_rests_on_the_last_quarter_in_sight(image, qtbot):
    made = history(readings=400)
    made.shares.values[:300] = 1 / 8
    made.shares.values[300:] = np.eye(8)[2]
    image.show_history(made)
    assert plain(image.header()) == "the generator stays on one mode"
    image.zoom(0.0, 2_900.0)
    assert plain(image.header()) == "spread over all modes"
    with qtbot.waitSignal(image.header_changed) as caught:
        image.start(scene(), Experiment())
    assert caught.args[0] == ""


def test_a_diverged_run_keeps_its_last_finite_reading(modes):
    made = history(quality=0.9)
    made.shares.values[-3:] = 0.0
    made.measures.values[-3:, :, [CAPTURED, QUALITY]] = 0.0
    made.measures.values[-3:, :, REVERSE] = np.nan
    modes.show_history(made)
    assert plain(modes.header()) == "captured 1 of 8 · high quality 90 %"
    assert modes.bars.shares[1].sum() == 1.0
    made.shares.values[:] = 0.0
    made.measures.values[:, :, REVERSE] = np.nan
    modes.show_history(made)
    assert modes.header() == ""


def test_bars_say_what_they_count(modes):
    assert "nearest to each mode" in modes.bars.toolTip()
    modes.resize(700, 300)
    modes.show_history(history())
    assert "share by nearest mode" in plain(modes.note.text())


def test_bars_of_several_generators_say_that_they_are_all_of_them(modes):
    modes.start(replace(scene(), generators=4), Experiment())
    modes.show_history(history())
    assert "all 4 generators together" in modes.note.text()
    modes.start(replace(scene(), classes=8), Experiment())
    modes.show_history(history())
    assert "all classes together" in modes.note.text()
    modes.start(scene(), Experiment())
    modes.show_history(history())
    assert "together" not in modes.note.text()
