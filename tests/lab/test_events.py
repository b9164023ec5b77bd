"""Events: each rule on curves made by hand, and the same marks however a history comes in."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.lab import headless
from ganlab_gui.lab.events import BLOCK, EVENTS, Detector, Latch, gathered
from ganlab_gui.lab.history import MEASURE_COLUMNS, OF_NETWORKS, ROW_COLUMNS, History
from ganlab_gui.lab.recording import Mark
from ganlab_gui.lab.trainer import Trainer

EVEN = np.ones(8) / 8


def one_mode(mode):
    return np.eye(8)[mode]


def history_of(shares=(), rows=None, gradients=(), every=25, runs=1):
    """A history with a reading of shares and gradients at every ``every``-th step.

    ``shares`` lists (8,) or (R, 8), ``gradients`` numbers or (R,), ``rows`` (loss, accuracy).
    """
    last = every * max(len(shares), len(gradients)) if rows is None else len(rows)
    history = History(runs, 8)
    values = np.full((last, runs, len(ROW_COLUMNS)), 0.6, np.float32)
    for step, (loss, accuracy) in enumerate(rows or ()):
        values[step, :, 0], values[step, :, 4:6] = loss, accuracy
    history.rows.extend(np.arange(1, last + 1), values)
    for number in range(max(len(shares), len(gradients))):
        readings = {"modes_captured": np.ones(runs)}
        if number < len(shares):
            readings["shares"] = np.broadcast_to(shares[number], (runs, 8))
        if number < len(gradients):
            readings[OF_NETWORKS] = np.broadcast_to(gradients[number], runs)
        history.measure((number + 1) * every, readings)
    return history


def found(history, diverged_at=()):
    return Detector(EVEN, history.runs).update(history, diverged_at)


def told(history):
    return [(mark.step, mark.kind, mark.note) for mark in found(history)]


# -- modes -----------------------------------------------------------------------------------------


def test_a_collapse_is_marked_once_where_it_began_and_so_is_the_way_out():
    hops = [one_mode(n % 8) for n in range(30)]
    shares = [EVEN] * 5 + hops + [EVEN] * 5
    assert told(history_of(shares)) == [(150, "collapse", "1/8"), (900, "recovery", "8/8")]


def test_a_generator_that_has_not_spread_yet_has_not_collapsed():
    start = [one_mode(3)] * 10
    assert told(history_of(start + [EVEN] * 10)) == []
    moved = told(history_of(start + [one_mode(5)] * 10))
    assert moved == [(275, "mode-lost", "4")], "nor has it, on two modes in turn"
    hops = [one_mode(n % 8) for n in range(10)]
    assert told(history_of(start + hops)) == [(325, "collapse", "1/8")], "by turns it has"


def test_what_lasts_for_few_steps_is_nothing_however_often_it_is_read():
    shares = [EVEN] * 5 + [one_mode(2)] * 80 + [EVEN] * 5
    assert told(history_of(shares, every=1)) == []
    assert len(told(history_of(shares, every=2))) == 1


def test_two_readings_of_a_few_modes_are_no_collapse():
    shares = [EVEN, one_mode(1), one_mode(2), EVEN] * 10
    assert told(history_of(shares)) == []


def without(*modes):
    shares = EVEN.copy()
    shares[list(modes)] = 0
    return shares / shares.sum()


def test_modes_are_lost_and_regained_together():
    shares = [EVEN] * 6 + [without(2, 6)] * 6 + [EVEN] * 6
    assert told(history_of(shares)) == [
        (175, "mode-lost", "3, 7"),
        (325, "mode-regained", "3, 7"),
    ]


def test_a_mode_that_flickers_makes_no_marks():
    faint = EVEN.copy()
    faint[2] = 0.3 / 8  # neither held nor lost
    flicker = [EVEN, without(2), without(2), faint] * 20
    assert told(history_of([EVEN] * 6 + flicker)) == []


def test_modes_that_go_in_a_collapse_are_not_told_apart():
    shares = [EVEN] * 6 + [one_mode(4)] * 20 + [EVEN] * 8 + [without(0)] * 8
    kinds = [kind for _, kind, _ in told(history_of(shares))]
    assert kinds == ["collapse", "recovery", "mode-lost"]


def test_a_mode_first_reached_is_not_regained():
    assert told(history_of([without(5)] * 10 + [EVEN] * 10)) == []


def test_weights_of_the_modes_are_heeded():
    weights = np.array([0.7, 0.1, 0.1, 0.1])
    history = History(1, 4)
    for step in range(1, 20):
        history.measure(step, {"modes_captured": np.ones(1), "shares": weights[None]})
    history.rows.extend(np.arange(1, 20), np.full((19, 1, 6), 0.6))
    assert Detector(weights, 1).update(history) == []


# -- D and G ---------------------------------------------------------------------------------------

CHANCE, PERFECT = (1.386, 0.5), (0.01, 1.0)


def test_a_saturated_discriminator_is_right_and_sure_for_two_blocks():
    rows = [CHANCE] * 100 + [PERFECT] * 200
    assert told(history_of(rows=rows)) == [(150, "d-saturated", "100.0%")]
    assert told(history_of(rows=[CHANCE] * 100 + [PERFECT] * 50 + [CHANCE] * 100)) == []
    assert told(history_of(rows=[CHANCE] * 100 + [(0.5, 1.0)] * 200)) == [], "right, but not sure"
    assert told(history_of(rows=[CHANCE] * 100 + [(0.01, 0.98)] * 200)) == [], "sure, but not right"


def test_it_is_told_again_only_after_it_was_no_longer_so():
    rows = [CHANCE] * 50 + [PERFECT] * 100 + [(0.2, 0.97)] * 100 + [PERFECT] * 100
    assert [step for step, *_ in told(history_of(rows=rows))] == [100]
    rows = [CHANCE] * 50 + [PERFECT] * 100 + [CHANCE] * 100 + [PERFECT] * 100
    assert [step for step, *_ in told(history_of(rows=rows))] == [100, 300]


def test_a_gradient_vanishes_only_under_a_saturated_discriminator():
    gradients = [0.1] * 15 + [0.001] * 20
    perfect = history_of(rows=[CHANCE] * 50 + [PERFECT] * 300, gradients=gradients, every=10)
    assert told(perfect) == [(100, "d-saturated", "100.0%"), (160, "gradient-vanished", "0.001")]
    equal = history_of(rows=[CHANCE] * 350, gradients=gradients, every=10)
    assert told(equal) == []


def test_a_non_saturating_gradient_is_alive_under_a_saturated_discriminator():
    gradients = [0.5, 0.9, 0.4, 0.1, 0.05, 0.04] * 6
    history = history_of(rows=[CHANCE] * 50 + [PERFECT] * 310, gradients=gradients, every=10)
    assert [kind for _, kind, _ in told(history)] == ["d-saturated"]


def test_critics_and_players_that_stand_still_do_not_saturate():
    nothing = (np.nan, np.nan)
    assert told(history_of(rows=[(0.0, np.nan)] * 200)) == []
    assert told(history_of(rows=[nothing] * 200, gradients=[0.1] * 20, every=10)) == []


# -- several runs ----------------------------------------------------------------------------------


def test_runs_are_told_apart_and_divergence_ends_a_run():
    shares = [np.stack([EVEN, EVEN])] * 5
    shares += [np.stack([EVEN, one_mode(n % 8)]) for n in range(20)]
    history = history_of(shares, runs=2)
    assert found(history) == [Mark(150, "collapse", "1/8", 1)]
    assert found(history, [None, 40]) == [Mark(40, "divergence", "", 1)]
    assert found(history_of([EVEN] * 5), [7]) == [Mark(7, "divergence")]


def test_marks_of_several_runs_are_gathered_to_be_shown():
    marks = [Mark(step, "collapse", "1/8", run) for run, step in enumerate((240, 250, 900))]
    marks += [Mark(245, "divergence", "", 3), Mark(260, "collapse", "2/8", 0)]
    groups = gathered(marks, within=100)
    assert [(g[0].step, len(g)) for g in groups] == [(240, 2), (245, 1), (260, 1), (900, 1)]
    assert [len(g) for g in gathered(marks, 0)] == [1] * 5


# -- pieces ----------------------------------------------------------------------------------------


def by_chance(rng, options, count):
    """``count`` draws from ``options``, each six times in a row."""
    return [options[i] for i in np.repeat(rng.integers(len(options), size=count), 6)][:count]


@st.composite
def stories(draw):
    """Two runs of 1 000 steps in which everything happens by chance, and where to cut them."""
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    every = draw(st.sampled_from([10, 25, 40]))
    count = 1_000 // every
    scenes = [EVEN, one_mode(1), one_mode(2), without(3), without(3, 4), EVEN * np.nan]
    shares = np.stack([by_chance(rng, scenes, count) for _ in range(2)], 1)
    gradients = np.stack([by_chance(rng, [0.1, 1e-3, np.nan], count) for _ in range(2)], 1)
    states = [CHANCE, PERFECT, PERFECT, (0.2, 0.97), (np.nan, np.nan)]
    rows = [state for state in by_chance(rng, states, 40) for _ in range(25)]
    cuts = draw(st.lists(st.integers(0, 1_000), max_size=12))
    return history_of(shares, rows, gradients, every, runs=2), sorted(cuts)


@settings(max_examples=60, deadline=None)
@given(stories())
def test_marks_are_the_same_however_a_history_is_cut(story):
    history, cuts = story
    whole = Detector(EVEN, 2)
    whole.update(history)
    pieces, grown = Detector(EVEN, 2), History(2, 8)
    before = -1
    for cut in [*cuts, 1_000]:
        for name in ("measures", "shares", "rows"):  # a reading may come before its rows
            table, part = getattr(history, name), getattr(grown, name)
            new = (table.steps > before) & (table.steps <= cut)
            if name == "measures":  # and first without the gradient
                for step, values in zip(table.steps[new], table.values[new], strict=True):
                    grown.measure(int(step), {"w1": np.ones(2)})
                    pieces.update(grown)
                    part.values[-1] = values
            else:
                part.extend(table.steps[new], table.values[new])
            pieces.update(grown)
        before = cut
    assert Counter(pieces.marks) == Counter(whole.marks)
    assert pieces.update(grown) == []


@settings(max_examples=100, deadline=None)
@given(st.text("rf.", max_size=60), st.integers(1, 5), st.integers(0, 20))
def test_a_latch_changes_after_so_many_looks_in_a_row_and_steps(looks, confirm, lasting):
    latch, on, count, since = Latch((1,), confirm, lasting), False, 0, 0
    for step, look in enumerate(looks * 2, 1):
        changed = latch.feed(step, np.array([look == "r"]), np.array([look == "f"]))
        asked = look == ("f" if on else "r")
        since = step if asked and count == 0 else since
        count = count + 1 if asked else 0
        assert bool(changed[0]) == (count >= max(confirm, lasting + 1))
        if changed[0]:
            assert latch.since[0] == since == step - count + 1
            on, count = not on, 0
        assert bool(latch.on[0]) == on


def test_every_kind_is_described():
    for event in EVENTS.values():
        assert event.name
        assert event.definition.endswith(".")
    assert "bookmark" not in EVENTS


def test_a_long_history_is_read_in_pieces_and_skips_what_was_thinned():
    rows = [CHANCE] * (300 * BLOCK) + [PERFECT] * (20 * BLOCK)
    history = history_of(rows=rows)
    assert [step for step, *_ in told(history)] == [301 * BLOCK]
    thin = History(1, 8)
    thin.rows.extend(history.rows.steps[6::7], history.rows.values[6::7])
    assert [step for step, *_ in told(thin)] == [301 * BLOCK]


# -- real training ---------------------------------------------------------------------------------


def trained(name, steps, every=10, **over):
    """Marks of a preset: the rows of every step, a reading at every ``every``-th."""
    trainer = Trainer(with_values(load_preset(name), over), "cpu")
    history, modes = headless.empty_history(trainer), trainer.distribution.modes
    while trainer.steps < steps and not trainer.all_diverged:
        trainer.step(every)
        history.rows.extend(*trainer.rows())
        history.measure(trainer.steps, trainer.measures(("modes_captured", OF_NETWORKS)))
    detector = Detector(None if modes is None else modes.weights, trainer.experiment.runs)
    return detector.update(history, trainer.diverged_at)


def test_ring_collapse_collapses_and_ring_does_not():
    (mark,) = trained("ring-collapse", 150, **{"runs": 1, "training.batch": 64})
    assert (mark.kind, mark.run) == ("collapse", None)
    assert mark.step <= 50
    assert mark.note in ("1/8", "2/8")
    assert trained("ring", 300, runs=2) == []


def test_the_saturating_loss_loses_its_gradient():
    kinds = [mark.kind for mark in trained("vanishing-gradient", 250)]
    assert kinds == ["d-saturated", "gradient-vanished"]


def test_a_clipless_critic_with_a_large_step_diverges():
    over = {
        "objective.name": "wasserstein", "runs": 2,
        "generator_optimizer.name": "sgd", "generator_optimizer.lr": 1.0,
        "discriminator_optimizer.name": "sgd", "discriminator_optimizer.lr": 1.0,
    }  # fmt: skip
    marks = trained("ring", 100, **over)
    assert [mark.kind for mark in marks if mark.kind == "divergence"] == ["divergence"] * 2
    assert {mark.run for mark in marks} == {0, 1}


@pytest.mark.parametrize("column", [OF_NETWORKS, "modes_captured"])
def test_the_measures_that_events_rest_on_are_kept(column):
    assert column in MEASURE_COLUMNS
