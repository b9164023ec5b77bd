"""The page of Parzen windows: its own numbers, and those its studies bring."""

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from ganlab_gui.core.theory.parzen import COUNTS, DIMENSIONS
from ganlab_gui.lab.studies import study
from ganlab_gui.pages import open_page
from ganlab_gui.pages.page import Found, changed, dragged
from ganlab_gui.pages.plate import Dots, Handle, Label, Line, Segments

PAGE = open_page("parzen-windows")


def of(axes, kind):
    return [item for item in axes.items if isinstance(item, kind)]


def last(request):
    return list(study(request.study)(**request.arguments))[-1]


@pytest.fixture(scope="module")
def answered():
    """Settings small enough to be answered at once, and the answers."""
    settings = changed(PAGE.settings(), {"dimension": 20, "samples": 100})
    validation, ranking, bias = PAGE.requests(settings)
    table = np.full((2, len(DIMENSIONS), len(COUNTS)), np.nan)
    table[:, :, 0] = 1.0
    finds = {r.study: Found(r, *last(r)) for r in (validation, ranking)}
    return settings, finds | {bias.study: Found(bias, 0.1, table)}


def test_the_windows_number_is_the_integral():
    settings = PAGE.settings()
    windows = PAGE.plate(settings, {}, str).rows[0].cells[0]

    def integrand(x):
        density = np.mean([norm.pdf(x, p, settings.sigma) for p in settings.points])
        return norm.pdf(x) * math.log(density)

    value, _ = quad(integrand, -9, 9)
    assert f"{value:.3f}".replace("-", "−") in windows.says[1].text
    total = of(windows, Line)[-1]
    assert float(total.y.sum() * (total.x[1] - total.x[0])) == pytest.approx(1.0, abs=1e-3)


def test_points_can_be_dragged_drawn_added_and_taken_away():
    settings = PAGE.settings()
    handles = of(PAGE.plate(settings, {}, str).rows[0].cells[0], Handle)
    assert len(handles) == len(settings.points)
    moved = dragged(settings, PAGE.drag(settings, "2", 9.0, 0.0))
    assert moved.points[2] == 4.0
    drawn = changed(settings, PAGE.click(settings, "draw"))
    assert len(drawn.points) == 6
    assert drawn.points != settings.points
    more = settings
    for _ in range(20):
        more = changed(more, PAGE.click(more, "more"))
    assert len(more.points) == 12
    for _ in range(20):
        more = changed(more, PAGE.click(more, "fewer"))
    assert len(more.points) == 1


def test_dragging_a_point_asks_for_nothing_new():
    settings = PAGE.settings()
    moved = changed(settings, {"points": (0.0,), "sigma": 1.0})
    assert PAGE.requests(moved) == PAGE.requests(settings)
    assert PAGE.requests(changed(settings, {"seed": 1})) != PAGE.requests(settings)


def test_what_was_found_is_drawn_with_its_numbers(answered):
    settings, finds = answered
    plate = PAGE.plate(settings, finds, str)
    (_, curve), (biases, ranking) = (row.cells for row in plate.rows)
    found = finds["parzen-validation"].result
    assert f"{found['score'].mean:.3f}".replace("-", "−") in curve.says[-1].text
    best = next(dots for dots in of(curve, Dots) if dots.role == "action")
    assert best.y[0] == pytest.approx(np.max(found["means"]))
    assert f"{found['bias'][0]:.2f}" in biases.says[0].text
    said = {label.text for label in of(ranking, Label)}
    for _, truth, score in finds["parzen-ranking"].result:
        places = 1 - math.floor(math.log10(score.error))
        pair = f"{score.mean:.{places}f} ± {score.error:.{places}f}".replace("-", "−")
        assert pair in said
        assert ("−∞" if truth == -math.inf else f"{truth:.1f}".replace("-", "−")) in said
    assert "nats above them" in plate.caption
    assert not any(cell.note for row in plate.rows for cell in row.cells)


def test_answers_to_other_settings_are_not_shown(answered):
    settings, finds = answered
    other = changed(settings, {"dimension": 21})
    plate = PAGE.plate(other, finds, str)
    (_, curve), (biases, ranking) = (row.cells for row in plate.rows)
    assert curve.note == ranking.note == "computing…"
    assert biases.note == ""
    assert not biases.says
    assert len(curve.says) == 2


def test_a_study_that_failed_says_why():
    request = PAGE.requests(PAGE.settings())[1]
    finds = {request.study: Found(request, 0.0, None, "ValueError: no.")}
    assert PAGE.plate(PAGE.settings(), finds, str).rows[1].cells[1].note == "ValueError: no."


def test_points_far_from_the_data_have_the_closed_form_and_stay_in_sight():
    settings = changed(PAGE.settings(), {"points": (-4.0,), "sigma": 0.1})
    windows = PAGE.plate(settings, {}, str).rows[0].cells[0]
    # ln p̂ is a parabola: E (x + 4)² = 17.
    truth = -0.5 * math.log(2 * math.pi) - math.log(0.1) - 17 / 0.02
    assert f"{truth:.3f}".replace("-", "−") in windows.says[1].text
    assert of(windows, Line)[-1].y.max() < windows.y[1]


def test_a_bias_within_its_error_is_said_to_be(answered):
    settings, finds = answered
    found = finds["parzen-validation"]
    result = found.result | {"bias": (-0.001, 0.002)}
    finds = finds | {"parzen-validation": Found(found.request, 1.0, result)}
    assert "within its error" in PAGE.plate(settings, finds, str).caption


def test_the_bias_is_drawn_within_two_errors(answered):
    settings, finds = answered
    axes = PAGE.plate(settings, finds, str).rows[1].cells[0]
    bars = of(axes, Segments)
    assert len(bars) == len(DIMENSIONS)
    assert (bars[0].y1[0], bars[0].y0[0]) == (3.0, axes.y[0])
