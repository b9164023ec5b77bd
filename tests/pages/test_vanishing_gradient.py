"""The page's numbers are the study's, and n alone asks for nothing new."""

import numpy as np
import pytest

from ganlab_gui.lab.studies import study
from ganlab_gui.pages.page import Found, changed, dragged
from ganlab_gui.pages.plate import Dots, Ground, Line
from ganlab_gui.pages.vanishing_gradient import PAGE, VanishingGradientSettings


@pytest.fixture(scope="module")
def found():
    settings = VanishingGradientSettings(seeds=2, g_steps=20)
    request = PAGE.requests(settings)[0]
    answers = list(study(request.study)(**{**request.arguments, "d_steps": 60}))
    return settings, [Found(request, share, result) for share, result in answers]


def axes(settings, found):
    plate = PAGE.plate(settings, {found.request.study: found}, str)
    return plate, [cell for row in plate.rows for cell in row.cells]


def test_curves_are_the_medians_of_the_seeds(found):
    settings, answers = found
    _, (norms, plane, histogram, variance) = axes(settings, answers[-1])
    result = answers[-1].result
    thick = [item for item in norms.items if isinstance(item, Line) and item.width > 1]
    assert thick[0].y == pytest.approx(np.median(result["norms"][:, 0], -1))
    assert thick[1].y == pytest.approx(np.median(result["norms"][:, 1], -1))
    assert not norms.note
    assert any(isinstance(item, Ground) for item in plane.items)
    assert sum(isinstance(item, Dots) for item in plane.items) == 2
    assert f"KS {result['ks'][-1, 0]:.3f}" in histogram.says[1].text
    assert len(variance.items) == 5


def test_while_g_is_trained_the_page_says_so(found):
    settings, answers = found
    plate, (norms, plane, *_) = axes(settings, answers[0])
    assert norms.note == "computing… G at step 0 of 20"
    assert not plane.note
    assert plate.caption == ""


def test_n_chooses_what_is_shown_and_asks_for_nothing_new(found):
    settings, answers = found
    early = dragged(settings, PAGE.drag(settings, "n", 10.4, 1.0))
    assert early.n == 10
    assert PAGE.requests(early) == PAGE.requests(settings)
    plate, _ = axes(early, answers[-1])
    assert plate.says[0].text == "n = 10"
    plate, _ = axes(changed(settings, {"n": 4000}), answers[-1])
    assert plate.says[0].text == "n = 60"


def test_what_was_found_for_other_settings_is_not_shown(found):
    settings, answers = found
    plate, (norms, *_) = axes(changed(settings, {"noise": 0.5}), answers[-1])
    assert norms.note.startswith("computing…")
    assert plate.says == ()


def test_a_line_has_d_on_an_axis_of_its_own():
    settings = VanishingGradientSettings(target="gaussian", seeds=1, g_steps=0)
    request = PAGE.requests(settings)[0]
    *_, (_, result) = study(request.study)(**{**request.arguments, "d_steps": 3})
    _, (_, line, *_) = axes(settings, Found(request, 1.0, result))
    assert line.right is not None
    assert [item.side for item in line.items] == ["left", "left", "right"]
