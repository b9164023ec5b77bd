"""Small multiples: one picture a run, on one scale; a click chooses."""

import dataclasses
import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import ROW_COLUMNS, History
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.runs import MOST, RunsView
from ganlab_gui.views.thumb import columns

CRITIC = Reading("critic", None, optimum=False)


def scene(runs, dim=2):
    real = np.random.default_rng(0).standard_normal((1_000, dim)).astype(np.float32)
    return Scene(dim, runs, np.full(dim, -3.0), np.full(dim, 3.0), real)


def plane(runs):
    rng = np.random.default_rng(1)
    xs = np.linspace(-3, 3, 32, dtype=np.float32)
    fake = rng.standard_normal((len(runs), 200, 2)).astype(np.float32)
    d = np.stack([np.full((32, 32), 0.3 + 0.05 * r) for r in runs]).astype(np.float32)
    return Snapshot(3, 2, tuple(runs), Reading(), fake=fake, xs=xs, ys=xs, d=d)


@pytest.fixture
def view(qtbot):
    view = RunsView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    return view


def start(view, runs, dim=2):
    view.start(scene(runs, dim), Experiment(seed=7, runs=runs))


def test_one_run_needs_nothing_and_says_so(view):
    start(view, 1)
    assert view.needs() == Needs()
    assert "Set Runs above 1" in view.message.text()
    assert not view.thumbs


def test_every_run_has_a_picture_named_by_its_seed(view):
    start(view, 4)
    assert [thumb.text() for thumb in view.thumbs] == ["seed 7", "seed 8", "seed 9", "seed 10"]
    assert view.needs().runs == ()
    assert view.needs().fields == {"samples", "d"}
    assert not view.message.isVisible()
    places = [thumb.geometry() for thumb in view.thumbs]
    assert all(view.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_the_first_sixteen_are_shown_and_it_is_said(view, qtbot):
    with qtbot.waitSignal(view.header_changed) as told:
        start(view, 20)
    assert "first 16 of 20 runs" in told.args[0]
    assert len(view.thumbs) == MOST
    assert view.needs().runs == tuple(range(MOST))


def test_all_runs_share_one_scale(view):
    view.set_theme(PALETTES["light"], 1.0)
    start(view, 3)
    view.show_snapshot(plane(range(3)))
    blues = []
    for thumb in view.thumbs:
        image = thumb.grab().toImage()
        seen = [
            QColor(image.pixel(x, y)).red()
            for x in range(image.width() // 2 - 60, image.width() // 2 + 60, 3)
            for y in range(40, 140, 3)
        ]
        blues.append(np.median(seen))
    assert blues[0] > blues[1] > blues[2]  # the more real, the bluer


def test_a_click_chooses_the_run(view, qtbot):
    start(view, 4)
    with qtbot.waitSignal(view.run_chosen) as told:
        qtbot.mouseClick(view.thumbs[2], Qt.MouseButton.LeftButton)
    assert told.args == [2]
    assert [thumb.isChecked() for thumb in view.thumbs] == [False, False, True, False]
    view.set_run(1)
    assert [thumb.isChecked() for thumb in view.thumbs] == [False, True, False, False]


def test_a_diverged_run_is_marked(view):
    start(view, 3)
    shown = plane(range(3))
    shown.fake[1, 5, 0] = np.nan
    view.show_snapshot(shown)
    assert [thumb.broken for thumb in view.thumbs] == [False, True, False]
    assert view.thumbs[1].accessibleName() == "seed 8 diverged"


def test_the_rows_tell_of_divergence_and_of_its_end(view):
    start(view, 2)
    history = History(2)
    values = np.zeros((1, 2, len(ROW_COLUMNS)), np.float32)
    values[:, :, 3] = np.nan  # no penalty: not a divergence
    values[0, 1] = np.nan
    history.rows.extend(np.array([1]), values)
    view.show_history(history)
    assert [thumb.broken for thumb in view.thumbs] == [False, True]
    history.truncate(0)
    history.rows.extend(np.array([1]), np.zeros_like(values))
    view.show_history(history)
    assert not any(thumb.broken for thumb in view.thumbs)


def test_one_dimension_draws_densities(view):
    start(view, 2, dim=1)
    assert view.needs().fields == {"density"}
    xs = np.linspace(-3, 3, 128, dtype=np.float32)
    p = np.exp(-(xs**2) / 2)
    snapshot = Snapshot(
        1, 1, (0, 1), Reading(), xs=xs, p_data=p, p_generated=np.stack([p, np.roll(p, 20)])
    )
    view.show_snapshot(snapshot)
    image = view.thumbs[1].grab().toImage()
    greens = sum(
        QColor(image.pixel(x, y)).green() > QColor(image.pixel(x, y)).red() + 40
        for x in range(image.width())
        for y in range(image.height())
    )
    assert greens > 50


def test_a_new_experiment_forgets_the_old_pictures(view):
    start(view, 6)
    start(view, 2)
    assert len(view.thumbs) == 2
    start(view, 1)
    assert not view.thumbs
    assert view.message.isVisible()


@pytest.mark.parametrize(
    ("count", "size", "expected"),
    [(4, (400, 400), 2), (4, (900, 200), 4), (16, (800, 800), 4), (3, (100, 600), 1)],
)
def test_columns_make_the_pictures_large(count, size, expected):
    assert columns(count, *size, aspect=1.0, title=0.0) == expected


def test_text_size_changes_live(view):
    start(view, 2)
    before = view.thumbs[0].sizeHint().height()
    view.set_theme(PALETTES["light"], 2.0)
    assert view.thumbs[0].sizeHint().height() > 1.5 * before


def test_a_change_of_kind_starts_a_fresh_scale(view, qtbot):
    start(view, 2)
    shown = plane(range(2))
    with qtbot.waitSignal(view.header_changed, check_params_cb=lambda h: "score" in h):
        view.show_snapshot(dataclasses.replace(shown, reading=CRITIC, d=90 * shown.d - 60))
    told = lambda h: "D(x) 0" in h and "probability" in h  # noqa: E731
    with qtbot.waitSignal(view.header_changed, check_params_cb=told):
        view.show_snapshot(shown)


def test_a_low_strip_gives_its_height_to_the_pictures(view):
    start(view, 9)
    view.resize(1_200, 110)
    assert min(thumb._frame().height() for thumb in view.thumbs) > 95
    view.resize(600, 600)
    assert view.thumbs[0]._frame().top() > 10


def test_pictures_without_a_ground_keep_the_last(view):
    start(view, 2)
    view.show_snapshot(plane(range(2)))
    before = view.thumbs[0].grab().toImage()
    view.show_snapshot(dataclasses.replace(plane(range(2)), d=None))
    assert view.thumbs[0].grab().toImage() == before


def test_generators_keep_their_colours_in_every_run(view):
    view.set_theme(PALETTES["light"], 1.0)
    view.start(dataclasses.replace(scene(2), generators=2), Experiment(runs=2))
    shown = plane(range(2))
    kinds = np.tile(np.arange(200) % 2, (2, 1))
    fake = np.where(kinds[..., None] == 0, -1.0, 1.0) * np.ones(2, np.float32)
    view.show_snapshot(dataclasses.replace(shown, kinds=kinds, fake=fake.astype(np.float32)))
    image = view.thumbs[1].grab().toImage()
    seen = {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }
    assert set(PALETTES["light"].kinds[:2]) <= seen


def test_one_dimension_draws_each_generators_part(view):
    view.set_theme(PALETTES["dark"], 1.0)
    view.start(dataclasses.replace(scene(2, dim=1), generators=2), Experiment(runs=2))
    assert view.needs().fields == {"density", "parts"}
    xs = np.linspace(-3, 3, 128, dtype=np.float32)
    parts = np.stack([np.exp(-((xs - m) ** 2) / 2) / 2 for m in (-1, 1)])
    both = np.stack([parts, parts])
    view.show_snapshot(
        Snapshot(1, 1, (0, 1), Reading(), xs=xs, p_generated=both.sum(1), p_parts=both)
    )
    inks = [ink for ink, _, _ in view.thumbs[0]._lines]
    assert inks == [0, 1]
    view.grab()


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (Reading("bound", 1.0), "T(x)"),
        (Reading("energy", None), "E(x)"),
        (Reading("witness", 0.0, optimum=False), "witness f(x)"),
        (Reading("score", 0.5), "D(x)"),
    ],
)
def test_the_header_says_what_d_is(view, qtbot, reading, said):
    start(view, 2)
    shown = plane(range(2))
    d = -shown.d if reading.kind == "energy" else shown.d
    with qtbot.waitSignal(view.header_changed, check_params_cb=lambda h: said in h) as told:
        view.show_snapshot(dataclasses.replace(shown, reading=reading, d=d))
    if reading.kind == "energy":
        high, low = re.search(r"E\(x\) ([\d.]+) → ([\d.]+)", told.args[0]).groups()
        assert float(high) > float(low) >= 0
