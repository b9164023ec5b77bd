"""The page of scores: its numbers are the theory's, its buttons show the blind spots."""

import pytest

from ganlab_gui.core.theory.score_models import lost, scores_of
from ganlab_gui.pages import open_page
from ganlab_gui.pages.page import changed, dragged
from ganlab_gui.pages.plate import Handle, Line
from ganlab_gui.pages.scores import generated

PAGE = open_page("scores")


def table(settings):
    return PAGE.plate(settings, {}, str).rows[0].cells[2]


def test_the_table_tells_the_exact_scores():
    settings = changed(PAGE.settings(), {"dropped": 3, "noise": 0.2, "bandwidth": 0.4})
    now = scores_of(generated(settings), 0.4)
    rows = table(settings).rows
    assert float(rows[0][1]) == pytest.approx(float(now.inception), abs=1e-3)
    assert float(rows[1][1]) == pytest.approx(float(now.fid), abs=1e-4)
    assert float(rows[2][1]) == pytest.approx(float(now.mmd2), abs=1e-4)
    share = float(lost(now, 0.4)["fid"])
    assert float(rows[1][3].rstrip(" %")) == pytest.approx(100 * share, abs=0.06)
    # The estimates beside them are near.
    assert float(rows[0][4]) == pytest.approx(float(now.inception), rel=0.1)


@pytest.mark.parametrize(
    ("button", "place", "value"),
    [("four", 1, 0.0), ("gaussian", 1, 0.0), ("shrunken", 0, 8.0), ("perfect", 2, 0.0)],
)
def test_a_button_shows_what_a_score_is_blind_to(button, place, value):
    settings = changed(PAGE.settings(), PAGE.click(PAGE.settings(), button))
    assert float(table(settings).rows[place][1]) == pytest.approx(value, abs=1e-3)


def test_every_button_leads_somewhere():
    for button in PAGE.buttons:
        assert PAGE.click(PAGE.settings(), button.key)


def test_the_curves_stand_still_while_their_own_setting_is_dragged():
    before = PAGE.settings()
    after = dragged(before, PAGE.drag(before, "spread", 2.0, 0.0))
    assert after.spread == pytest.approx(2.0)
    first, second = (PAGE.plate(s, {}, str).rows[1].cells[0] for s in (before, after))
    for a, b in zip(first.items, second.items, strict=True):
        if isinstance(a, Line):
            assert a.y == pytest.approx(b.y)
    assert [i.x for i in second.items if isinstance(i, Handle)] == [2.0]


def test_a_generator_without_modes_has_curves_over_noise_and_kernel_width():
    for model in ("one Gaussian", "memorised"):
        plate = PAGE.plate(changed(PAGE.settings(), {"model": model}), {}, str)
        keys = [i.key for cell in plate.rows[1].cells for i in cell.items if isinstance(i, Handle)]
        assert keys == ["noise", "bandwidth"]


def test_the_grid_has_25_modes_and_four_of_them_have_its_moments():
    grid = changed(PAGE.settings(), {"target": "grid", "spread": 1.0})
    assert float(table(grid).rows[0][1]) == pytest.approx(25.0, abs=0.05)
    four = changed(grid, PAGE.click(grid, "four"))
    assert "4 of 25" in PAGE.plate(four, {}, str).caption
    counts = PAGE.plate(four, {}, str).rows[1].cells[1]
    assert [i.x for i in counts.items if isinstance(i, Handle)] == [4]
    assert dragged(four, PAGE.drag(four, "dropped", 10.2, 0.0)).dropped == 15


def test_dropping_more_modes_than_there_are_leaves_one():
    settings = changed(PAGE.settings(), {"dropped": 24, "spread": 1.0})
    assert float(table(settings).rows[0][1]) == pytest.approx(1.0, abs=0.01)
