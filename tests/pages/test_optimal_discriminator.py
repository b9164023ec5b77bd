"""The page of the optimal discriminator: its numbers are the theory's, its network the study's."""

import numpy as np
import pytest

from ganlab_gui.core.theory import game_value
from ganlab_gui.lab.studies import study
from ganlab_gui.pages.optimal_discriminator import GRID, PAGE, STEPS, OptimalDiscriminatorSettings
from ganlab_gui.pages.page import Found, changed, dragged
from ganlab_gui.pages.plate import Area, Dots, Handle, Line


def settings_of(**values):
    return OptimalDiscriminatorSettings(**values)


def axes(settings, finds=None):
    plate = PAGE.plate(settings, finds or {}, str)
    return [cell for row in plate.rows for cell in row.cells], plate


def answer(settings, steps=30, stop=None):
    """The study's answer to this page's request, of a shorter training."""
    (request,) = PAGE.requests(settings)
    found = list(study(request.study)(**{**request.arguments, "steps": steps}))
    share, result = found[-1 if stop is None else stop]
    return {request.study: Found(request, share, result)}


def handle(cell, key):
    return next(i for i in cell.items if isinstance(i, Handle) and i.key == key)


@pytest.mark.parametrize(
    "values", [{}, {"p_gap": 3.0, "q_std": 0.4}, {"q_mean": 3.0, "q_gap": 1.5, "p_mean": -3.0}]
)
def test_the_header_and_both_areas_say_what_quadrature_says(values):
    settings = settings_of(**values)
    cells, plate = axes(settings)
    numbers = plate.says[0].text.replace("−", "-").split()
    best = game_value.best_value_1d(settings.p, settings.q)
    assert float(numbers[-2]) == pytest.approx(best, abs=6e-5)
    areas = [item for item in cells[2].items if isinstance(item, Area)]
    weights = game_value.cells(np.linspace(*GRID))
    total = sum(float(((area.high - area.low) * weights).sum()) for area in areas)
    assert total - game_value.LN4 == pytest.approx(best, abs=1e-9)
    said = [float(says.text.rsplit(" ", 1)[1]) for says in cells[2].says[:2]]
    assert said == pytest.approx(
        [float(((a.high - a.low) * weights).sum()) for a in areas], abs=1e-4
    )


def test_the_game_at_x_has_its_maximum_at_the_share():
    settings = settings_of(x=0.4)
    cells, _ = axes(settings)
    curve = next(i for i in cells[1].items if isinstance(i, Line) and i.role == "action")
    (best,) = [i for i in cells[1].items if isinstance(i, Dots)]
    a, b = float(settings.p.density(0.4)), float(settings.q.density(0.4))
    assert float(best.x[0]) == pytest.approx(a / (a + b), abs=1e-9)
    assert curve.x[np.argmax(curve.y)] == pytest.approx(a / (a + b), abs=2e-3)


def test_a_perfect_generator_by_one_click():
    settings = changed(settings_of(), PAGE.click(settings_of(), "equal"))
    cells, plate = axes(settings)
    assert "2 · 0.0000 = −1.3863" in plate.says[0].text
    best = next(i for i in cells[0].items if isinstance(i, Line) and i.width == 0.6)
    assert best.y == pytest.approx(np.full_like(best.y, 0.5))
    assert PAGE.requests(settings) != PAGE.requests(settings_of())
    assert changed(settings, PAGE.click(settings, "again")).seed == 1


@pytest.mark.parametrize(
    ("key", "x", "expected"),
    [("p-mean", 1.5, {"p_mean": 1.5}), ("q-mean", 9.0, {"q_mean": 3.0}), ("x", 2.0, {"x": 2.0}),
     ("p-std", 0.3, {"p_std": 1.5}), ("q-std", -5.0, {"q_std": 0.3}),
     ("step", 250.4, {"step": 250})],
)  # fmt: skip
def test_dragging_moves_what_the_handle_stands_for(key, x, expected):
    moved = dragged(settings_of(), PAGE.drag(settings_of(), key, x, 0.0))
    assert {name: getattr(moved, name) for name in expected} == pytest.approx(expected)


@pytest.mark.parametrize("gap", [0.0, 2.0])
def test_handles_lie_on_the_densities_and_dragging_one_to_where_it_is_changes_nothing(gap):
    settings = settings_of(p_gap=gap)
    cells, _ = axes(settings)
    for key in ("p-mean", "p-std", "q-mean", "q-std"):
        grip = handle(cells[0], key)
        of = settings.p if key[0] == "p" else settings.q
        assert grip.y == pytest.approx(float(of.density(grip.x)))
        assert dragged(settings, PAGE.drag(settings, key, grip.x, grip.y)).model_dump() == (
            pytest.approx(settings.model_dump())
        )


def test_the_network_is_drawn_at_the_step_shown_and_only_for_this_pair():
    settings = settings_of(width=8, batch=16)
    finds = answer(settings)
    cells, plate = axes(settings, finds)
    assert "after 30 steps" in plate.caption
    assert handle(cells[3], "step").x == 30
    earlier = changed(settings, {"step": 7})
    assert PAGE.requests(earlier) == PAGE.requests(settings)
    cells, plate = axes(earlier, finds)
    assert "D after 7 steps" in [says.text for says in cells[0].says]
    result = finds["fit-discriminator"].result
    at = list(result["steps"]).index(7)
    assert handle(cells[3], "step").y == pytest.approx(float(result["values"][at]))
    cells, _ = axes(changed(settings, {"q_mean": 0.0}), finds)
    assert cells[3].note
    assert not any(says.text.startswith("V(D)") for says in cells[3].says)


def test_the_first_answer_is_drawn_already():
    settings = settings_of(width=8, batch=16)
    cells, plate = axes(settings, answer(settings, stop=0))
    assert "after 0 steps" in plate.caption
    assert handle(cells[3], "step").x == 1


def test_the_request_asks_for_the_training_the_page_shows():
    (request,) = PAGE.requests(settings_of(p_gap=2.0))
    assert request.arguments["steps"] == STEPS
    means, stds, weights = request.arguments["p"]
    assert means == pytest.approx((-2.2, -0.2))
    assert (stds, weights) == ((0.8, 0.8), (0.5, 0.5))


def test_d_star_is_known_where_both_densities_are_too_small_to_divide():
    settings = settings_of(p_mean=-3.0, q_mean=3.0, p_std=0.3, q_std=0.3, x=-0.3)
    cells, plate = axes(settings)
    log_ratio = ((-0.3 - 3.0) ** 2 - (-0.3 + 3.0) ** 2) / (2 * 0.3**2)
    assert log_ratio > 10
    assert "p's share is D* = 1.000" in plate.caption
    assert handle(cells[0], "x").y == pytest.approx(1 / (1 + np.exp(-log_ratio)))


@pytest.mark.parametrize("side", [-1, 1])
def test_every_handle_stays_in_the_picture_at_the_ends_of_all_settings(side):
    ends = {"mean": 3.0 * side, "std": 1.6, "gap": 4.0}
    settings = settings_of(**{f"{of}_{key}": v for of in "pq" for key, v in ends.items()})
    stage = axes(settings)[0][0]
    for grip in (i for i in stage.items if isinstance(i, Handle)):
        assert stage.x[0] < grip.x < stage.x[1]
