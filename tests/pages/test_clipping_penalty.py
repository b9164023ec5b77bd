"""The page's numbers are the studies'; c asks for nothing new, λ for the penalty alone."""

import numpy as np
import pytest

from ganlab_gui.lab.studies import study
from ganlab_gui.pages.clipping_penalty import (
    LIMITS,
    PAGE,
    ClippingPenaltySettings,
    chosen,
    found_distance,
)
from ganlab_gui.pages.page import Found, changed, dragged
from ganlab_gui.pages.plate import Bars, Ground, Line

SETTINGS = ClippingPenaltySettings(depth=2)


@pytest.fixture(scope="module")
def finds():
    found = {}
    for request in PAGE.requests(SETTINGS):
        *_, (share, result) = study(request.study)(**{**request.arguments, "steps": 30})
        found[request.study] = Found(request, share, result)
    return found


def cells(settings, finds):
    plate = PAGE.plate(settings, finds, str)
    return plate, [cell for row in plate.rows for cell in row.cells]


def test_the_picture_is_that_of_the_nearest_c(finds):
    settings = dragged(SETTINGS, PAGE.drag(SETTINGS, "c", 0.12, 0.5))
    assert PAGE.requests(settings) == PAGE.requests(SETTINGS)
    assert LIMITS[chosen(settings.c)] == 0.1
    plate, (surface, _, layers, weights, _, over_c) = cells(settings, finds)
    result = finds["clipped-critics"].result
    assert surface.title == "clipped, c = 0.1"
    ground = next(item for item in surface.items if isinstance(item, Ground))
    f = result["surface"][4].astype(float)
    assert ground.values == pytest.approx((f - f.mean()) / f.std())
    bars = next(item for item in weights.items if isinstance(item, Bars))
    assert bars.height.max() == pytest.approx(result["weights"][4].max())
    assert weights.says[0].text == f"{100 * result['clipped'][4]:.0f} % within 1 % of ±c"
    thick = [item for item in layers.items if isinstance(item, Line) and item.width == 2.0]
    assert thick[0].y == pytest.approx(result["norms"][4].astype(float))
    assert "c = 0.1," in plate.caption
    assert over_c.right is not None


def test_ends_of_c_and_halves_between_choose_the_nearest():
    assert [chosen(c) for c in (1e-3, 1.0)] == [0, 6]
    assert chosen(0.0018) == 1
    assert chosen(0.0017) == 0


def test_another_weight_of_the_penalty_leaves_the_clipped_critics(finds):
    settings = changed(SETTINGS, {"weight": 1.0})
    before, after = PAGE.requests(SETTINGS), PAGE.requests(settings)
    assert before[0] == after[0]
    assert before[1] != after[1]
    _, (clip, penalty, *_) = cells(settings, finds)
    assert not clip.note
    assert penalty.note == "computing…"
    assert not penalty.items


def test_a_critic_that_is_flat_has_found_nothing():
    result = {"gain": np.array([0.0, 2.0]), "steepest": np.array([0.0, 4.0])}
    assert np.isnan(found_distance(result)[0])
    assert found_distance(result)[1] == 0.5


def test_a_failed_study_says_why():
    request = PAGE.requests(SETTINGS)[0]
    _, (clip, *_) = cells(SETTINGS, {request.study: Found(request, 1.0, None, "No memory.")})
    assert clip.note == "No memory."
