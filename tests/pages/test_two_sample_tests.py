"""The page of two-sample tests: its table is the theory's, its pictures wait for the studies."""

import numpy as np
import pytest

from ganlab_gui.core.theory.two_sample import STATISTICS, p_value
from ganlab_gui.lab.studies import study
from ganlab_gui.pages import open_page
from ganlab_gui.pages.page import Found, changed, dragged
from ganlab_gui.pages.plate import Bars, Dots, Handle, Right
from ganlab_gui.pages.two_sample_tests import drawn

PAGE = open_page("two-sample-tests")


def settings(**changes):
    return changed(PAGE.settings(), changes)


def test_the_table_tells_every_test_and_a_click_chooses_one():
    chosen = settings(n=40)
    table = PAGE.plate(chosen, {}, str).rows[1].cells[0]
    results = drawn(chosen).results
    assert table.keys == STATISTICS
    for key, row in zip(table.keys, table.rows, strict=True):
        assert float(row[1].replace("−", "-")) == pytest.approx(results[key].value, abs=6e-4)
        assert float(row[2]) == pytest.approx(p_value(results[key].value, results[key].null), 0.1)
        assert row[3] == ("rejects" if results[key].p <= 0.05 else "keeps")
        assert changed(chosen, PAGE.click(chosen, key)).statistic == key


@pytest.mark.parametrize("name", STATISTICS)
def test_the_histogram_holds_the_null_and_its_tail_is_the_p_value(name):
    for draw in range(4):
        chosen = settings(statistic=name, draw=draw, n=40)
        null = PAGE.plate(chosen, {}, str).rows[0].cells[1]
        below, beyond = (item for item in null.items if isinstance(item, Bars))
        result = drawn(chosen).results[name]
        total = below.height.sum() + beyond.height.sum()
        assert total == pytest.approx(1.0, abs=0.01)
        share = np.mean(result.null >= result.value - 1e-9)
        assert beyond.height.sum() == pytest.approx(share, abs=0.01)


def test_the_classifier_draws_d_on_its_own_axis_and_says_what_it_was_trained_on():
    axes = PAGE.plate(settings(statistic="classifier", n=50), {}, str).rows[0].cells[0]
    assert isinstance(axes.right, Right)
    dots = [item for item in axes.items if isinstance(item, Dots)]
    assert [(len(d.x), d.hollow) for d in dots] == [(25, True), (25, False)] * 2


@pytest.mark.parametrize(
    ("alternative", "key"), [("shifted", "shift"), ("wider", "spread"), ("bimodal", "apart")]
)
def test_the_second_density_is_dragged(alternative, key):
    chosen = settings(alternative=alternative)
    axes = PAGE.plate(chosen, {}, str).rows[0].cells[0]
    assert [i.key for i in axes.items if isinstance(i, Handle)] == [key]
    assert getattr(dragged(chosen, PAGE.drag(chosen, key, 0.7, 0.0)), key) == pytest.approx(0.7)


def test_another_draw_is_another_pair_and_comes_round():
    first = settings(draw=99)
    assert PAGE.click(first, "again") == {"draw": 0}
    assert not np.array_equal(drawn(first).x, drawn(settings(draw=0)).x)


def test_answers_to_other_settings_are_not_shown():
    now, then = settings(n=40), settings(n=40, apart=0.5)
    request = PAGE.requests(then)[1]
    result = {"rejected": np.zeros((6, 6), int), "trials": np.ones(6, int)}
    found = {request.study: Found(request, 1.0, result)}
    assert PAGE.plate(now, found, str).rows[1].cells[1].note == "computing…"
    assert PAGE.plate(then, found, str).rows[1].cells[1].note == ""


def test_the_studies_fill_the_pictures_from_their_first_answer_on():
    chosen = settings(n=40)
    finds = {}
    for request in PAGE.requests(chosen):
        arguments = dict(request.arguments)
        arguments["repetitions"] = 5
        share, result = list(study(request.study)(**arguments))[-1]
        finds[request.study] = Found(request, share, result)
    plate = PAGE.plate(chosen, finds, str)
    assert "5 other pairs of samples" in [s.text for s in plate.rows[0].cells[1].says]
    power = plate.rows[1].cells[1]
    assert len([i for i in power.items if isinstance(i, Dots)]) == len(STATISTICS)
    assert "5 pairs of samples at each n" in [s.text for s in power.says]


@pytest.mark.parametrize(
    ("alternative", "changes"), [("shifted", {"shift": 0.0}), ("wider", {"spread": 1.0})]
)
def test_where_the_two_are_equal_the_power_is_called_level(alternative, changes):
    for by, said in ((changes, "Level"), ({}, "Power")):
        chosen = settings(alternative=alternative, n=20, **by)
        assert PAGE.plate(chosen, {}, str).rows[1].cells[1].title.startswith(said)


def test_nearly_all_points_are_in_sight():
    for alternative, by in (("shifted", {"shift": -3.0}), ("wider", {"spread": 3.0})):
        chosen = settings(alternative=alternative, n=200, **by)
        low, high = PAGE.plate(chosen, {}, str).rows[0].cells[0].x
        y = drawn(chosen).y
        assert np.mean((low < y) & (y < high)) > 0.98
