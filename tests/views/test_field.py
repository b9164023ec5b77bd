"""The Dirac-GAN's field: arrows along the closed form, the trainer's points, words that hold."""

import math

import numpy as np
import pytest

from ganlab_gui.core.theory import dirac, portrait
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.objectives import reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit, History, row_columns
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.field import FieldView
from ganlab_gui.views.trails import LAST

SGD = {"generator_optimizer.name": "sgd", "discriminator_optimizer.name": "sgd",
       "generator_optimizer.lr": 0.05, "discriminator_optimizer.lr": 0.05}  # fmt: skip


def game(runs=1, **values):
    paths = {key.replace("__", "."): value for key, value in values.items()}
    return with_values(Experiment(runs=runs), {"data.name": "dirac", **SGD, **paths})


def scene(runs=1, point=True):
    reach = np.array([2.0])
    return Scene(1, runs, -reach, reach, np.zeros((10, 1), np.float32), point=point)


def starts(experiment):
    return np.array([(z.real, z.imag) for z in map(experiment.data.start, experiment.seeds)])


def history(experiment, steps):
    """Rows of the closed-form path, which is the trainer's (see tests/core/test_theory_dirac)."""
    out = History(experiment.runs, columns=row_columns(experiment))
    path = dirac.iterate(experiment, starts(experiment), steps)[1:]
    rows = np.zeros((steps, experiment.runs, len(out.columns)), np.float32)
    rows[:, :, -2:] = path
    out.rows.extend(np.arange(1, steps + 1), rows)
    return out


@pytest.fixture
def show(qtbot):
    def shown(experiment):
        view = FieldView()
        qtbot.addWidget(view)
        view.resize(500, 560)
        view.show()
        view.start(scene(experiment.runs), experiment)
        qtbot.waitUntil(lambda: view.zoom.box is not None)
        return view

    return shown


def drawn(items):
    """All points of some curves, without the gaps between pieces."""
    points = np.concatenate([np.stack(item.getData(), 1) for item in items])
    return points[np.isfinite(points).all(1)]


def test_it_suits_the_dirac_gan_alone(show):
    view = show(game())
    assert view.suits(scene())
    assert not view.suits(scene(point=False))
    assert view.needs().fields == {"point"}
    assert view.needs().runs == ()


def test_arrows_go_where_the_closed_form_goes(show):
    experiment = game(objective__name="minimax")
    view = show(experiment)
    ends = np.concatenate([np.stack(i.getData(), 1).reshape(-1, 6, 2) for i in view.arrows])
    assert len(ends) > 150
    tails, tips = ends[:, 0], ends[:, 1]
    middle, way = (tails + tips) / 2, tips - tails
    v, w = dirac.field(experiment, middle[:, 0], middle[:, 1])
    along = (way[:, 0] * v + way[:, 1] * w) / (np.hypot(*way.T) * np.hypot(v, w))
    np.testing.assert_allclose(along, 1, atol=1e-4)


def test_the_trail_begins_at_the_start_and_ends_at_the_newest_row(show):
    experiment = game(runs=3)
    view, rows = show(experiment), history(experiment, 40)
    view.show_history(rows)
    path = np.concatenate([starts(experiment)[:1], rows.rows.values[:, 0, -2:]])
    own = drawn(view.trails.chosen)
    assert {tuple(p) for p in own.round(5)} == {tuple(p) for p in path.astype("f").round(5)}
    assert len(drawn(view.trails.others)) >= 2 * len(path)
    np.testing.assert_allclose(np.array(view.here.getData()).T, path[-1:], rtol=1e-6)


def test_a_long_history_is_drawn_from_few_of_its_own_rows(show):
    experiment = game(objective__name="wasserstein", training__d_steps=1, clip__c=0.0)
    view, rows = show(experiment), history(experiment, 200)
    turned = rows.rows.values[-1:, :, :] * np.ones((200_000, 1, 1), np.float32)
    angle = 0.05 * np.arange(200_000)
    turned[:, 0, -2:] = np.stack([np.cos(angle), np.sin(angle)], 1)
    rows.rows.extend(np.arange(201, 200_201), turned)
    view.show_history(rows)
    own = drawn(view.trails.chosen)
    assert LAST < len(own) < 10_000
    far = own[np.abs(np.hypot(*own.T) - 1) > 1e-5]
    assert len(far) <= 201  # only the first rows: nothing is drawn that was not a row


def test_the_picture_widens_with_a_run_that_leaves(show):
    experiment = game(objective__name="minimax", training__order="simultaneous")
    view = show(experiment)
    before = view.zoom.seen()
    far = np.array([[30.0, -40.0]], np.float32)
    view.show_snapshot(Snapshot(900, 1, (0,), reading(experiment), point=far))
    x0, x1, y0, y1 = view.zoom.seen()
    assert before[1] < 3
    assert x0 < -40 < 30 < x1
    assert y0 < -40 < 40 < y1
    assert "50.000" in view._header


def test_a_run_that_diverged_keeps_its_last_mark(show):
    experiment = game(runs=2)
    view, rows = show(experiment), history(experiment, 10)
    view.show_history(rows)
    broken = rows.rows.values[-1:].copy()
    broken[:, 0] = np.nan
    rows.rows.extend(np.array([11]), broken)
    view.show_history(rows)
    np.testing.assert_allclose(
        np.array(view.here.getData()).T, rows.rows.values[9, :1, -2:], rtol=1e-6
    )
    assert "diverged at step 11" in view._header


@pytest.mark.parametrize(
    ("values", "eigenvalue", "words"),
    [
        ({"objective.name": "minimax", "training.order": "simultaneous"}, "±0.500 i",
         ("the flow turns", "1.000312", "training spirals out")),
        ({"objective.name": "minimax"}, "±0.500 i", ("1.000000", "keeps its orbit")),
        ({"penalty.name": "r1", "penalty.weight": 0.5}, "−0.250 ± 0.433 i",
         ("spirals in", "0.987421", "R1:")),
        ({"penalty.name": "r1", "penalty.weight": 2.0}, "−0.134, −1.866", ("without turning",)),
        ({"training.instance_noise": 1.0}, "−0.250 ± 0.433 i", ("instance noise:",)),
    ],
)  # fmt: skip
def test_header_and_sentences_say_the_numbers(show, values, eigenvalue, words):
    view = show(with_values(game(), values))
    assert f"λ = {eigenvalue}" in view._header
    for word in words:
        assert word in view.sentence.text()


def test_nothing_is_said_of_steps_that_are_not_plain(show):
    view = show(game(discriminator_optimizer__name="adam"))
    assert "step multiplies" not in view.sentence.text()
    assert "not plain SGD" in view.sentence.toolTip()


def test_a_hot_edit_changes_field_words_and_walls(show):
    experiment = game(objective__name="minimax")
    view, rows = show(experiment), history(experiment, 5)
    before = drawn(view.arrows)
    rows.edits.append(Edit(5, "penalty.name", "none", "r1"))
    rows.edits.append(Edit(5, "clip.c", 0.0, 0.5))
    view.show_history(rows)
    assert not np.array_equal(before[:50], drawn(view.arrows)[:50])
    assert "±0.500" not in view._header
    assert [wall.value() for wall in view.walls if wall.isVisible()] == [0.5, -0.5]
    assert np.abs(drawn(view.arrows)[:, 1]).max() < 0.75  # none starts beyond the walls
    rows.edits.clear()
    view.show_history(rows)
    assert "±0.500" in view._header
    assert not any(wall.isVisible() for wall in view.walls)


def test_layers_and_flow_follow_their_chips(show):
    experiment = game(objective__name="wasserstein", training__d_steps=1, clip__c=0.0)
    view = show(experiment)
    view.show_history(history(experiment, 50))
    view.chips.check("flow")
    line = np.stack(view.flow.getData(), 1)
    np.testing.assert_allclose(np.hypot(*line.T), math.sqrt(2), rtol=1e-4)
    assert view.options()["layers"] == ["field", "trajectory", "flow"]
    view.set_options({"layers": []})
    assert not any(item.isVisible() for item in (*view.arrows, *view.trails.chosen, view.flow))


def test_another_run_is_brought_forward(show):
    experiment = game(runs=3)
    view, rows = show(experiment), history(experiment, 30)
    view.show_history(rows)
    view.set_run(2)
    np.testing.assert_allclose(
        np.array(view.here.getData()).T, rows.rows.values[-1, 2:, -2:], rtol=1e-6
    )
    assert len(view.others.getData()[0]) == 2
    assert "run 3 of 3" in view._header


@pytest.mark.parametrize("theme", list(PALETTES))
def test_every_theme_size_and_language_change_keeps_it_whole(show, theme):
    experiment = game(runs=2)
    view = show(experiment)
    view.show_history(history(experiment, 30))
    view.set_theme(PALETTES[theme], 1.8)
    view.retranslate()
    assert len(drawn(view.arrows)) > 50
    assert view.plot.isVisible()


def test_other_data_get_a_sentence_instead(show):
    view = show(game())
    view.start(scene(point=False), Experiment())
    assert view.message.isVisible()
    assert not view.plot.isVisible()
    assert view.readings() == []


# -- the portrait ----------------------------------------------------------------------------------


def test_multipliers_are_the_closed_forms():
    both = portrait.multipliers(game(objective__name="minimax", training__order="simultaneous"))
    np.testing.assert_allclose(np.abs(both), math.sqrt(1 + 0.05**2 / 4), rtol=1e-9)
    h = 0.05 * 0.5  # alternating: trace 2 − h², determinant 1
    turning = portrait.multipliers(game(objective__name="minimax"))
    np.testing.assert_allclose(turning.sum().real, 2 - h**2, rtol=1e-9)
    np.testing.assert_allclose(np.prod(turning).real, 1, rtol=1e-9)
    jumping = game(objective__name="wasserstein", penalty__name="gradient", clip__c=0.0)
    assert np.isnan(portrait.multipliers(jumping)).all()
    assert portrait.eigenvalue_text(dirac.eigenvalues(jumping)) == ""


def test_the_drift_follows_both_paces():
    fast = game(objective__name="minimax", generator_optimizer__lr=0.2)
    assert portrait.paces(fast) == pytest.approx((2.0, 0.5))
    assert portrait.paces(game(training__g_steps=0)) == (0.0, 1.0)
    v, w = portrait.drift(fast, 1.0, 0.0)
    assert (float(v), float(w)) == pytest.approx((0.0, -0.25))


def test_the_flow_of_the_penalised_game_reaches_the_equilibrium():
    line = portrait.flow_line(game(penalty__name="r1", penalty__weight=0.5), 1 + 1j)
    np.testing.assert_allclose(line[0], [1, 1])
    np.testing.assert_allclose(line[-1], [0, 0], atol=1e-5)
    held = portrait.flow_line(
        game(objective__name="wasserstein", clip__c=0.5, training__d_steps=1), 1.5 + 0j
    )
    assert np.abs(held[:, 1]).max() <= 0.5


def test_old_rows_stay_where_they_are_while_the_path_grows():
    assert list(portrait.old_rows(10, 4, 100)) == list(range(10))
    assert list(portrait.old_rows(300, 4, 100)) == list(range(0, 300, 4))
    shorter, longer = (set(portrait.old_rows(n, 2, 960)) for n in (100_000, 120_000))
    assert shorter <= longer
    assert len(longer) < 2 * 960


@pytest.mark.parametrize(("step", "apart"), [(0.001, 64), (0.05, 1), (0.02, 4)])
def test_the_stride_follows_the_angle_of_a_step(step, apart):
    angle = step * np.arange(600)
    points = np.stack([np.cos(angle), np.sin(angle)], 1)[:, None].astype(np.float32)
    assert portrait.stride(points) == apart
    assert portrait.stride(points[:1]) == 1
    assert portrait.stride(0 * points) == 1
