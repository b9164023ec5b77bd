"""The page of D against the critic: exact numbers, honest scale, the study's networks."""

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import expit

from ganlab_gui.core.theory.critics import PULLS, best_score, best_score_slope
from ganlab_gui.lab.studies import study
from ganlab_gui.pages.discriminator_critic import PAGE, DiscriminatorCriticSettings
from ganlab_gui.pages.page import Found, changed, dragged
from ganlab_gui.pages.plate import Handle, Line, Table


def settings_of(**values):
    return DiscriminatorCriticSettings(**values)


def cells(settings, finds=None):
    plate = PAGE.plate(settings, finds or {}, str)
    return [cell for row in plate.rows for cell in row.cells]


def answer(settings, steps=40):
    (request,) = PAGE.requests(settings)
    short = {**request.arguments, "steps": steps, "hidden": (16, 16), "batch": 64}
    share, result = list(study(request.study)(**short))[-1]
    return {request.study: Found(request, share, result)}


def handle(cell, key):
    return next(i for i in cell.items if isinstance(i, Handle) and i.key == key)


def number(text):
    return float(text.replace("−", "-").replace("\u202f", "").rstrip(" %"))


@pytest.mark.parametrize("distance", [2.0, 6.0, 8.0])
def test_the_table_has_the_exact_gradients(distance):
    settings = settings_of(distance=distance, x=distance / 2)
    table = cells(settings)[1]
    assert isinstance(table, Table)
    best_d, best_f = table.rows
    expected = distance * expit(-(distance**2) / 2)
    assert number(best_d[1]) == pytest.approx(expected, rel=0.05)
    assert number(best_f[1]) == number(best_f[2]) == 1
    assert number(best_f[3]) == 0


def test_the_thin_curves_are_d_star_and_a_straight_line():
    stage = cells(settings_of(distance=4.0))[0]
    d, f = (i for i in stage.items if isinstance(i, Line) and i.width == 0.6)
    assert d.y == pytest.approx(expit(-4.0 * d.x))
    assert f.side == "right"
    assert f.y == pytest.approx(-f.x)


def test_with_unequal_spreads_the_potential_has_a_kink():
    stage = cells(settings_of(distance=2.0, std=1.5))[0]
    _, f = (i for i in stage.items if isinstance(i, Line) and i.width == 0.6)
    slopes = np.diff(f.y) / np.diff(f.x)
    assert slopes[0] == pytest.approx(1.0)
    assert slopes[-1] == pytest.approx(-1.0)
    assert f.x[np.argmax(f.y)] == pytest.approx(-5.0, abs=0.05)


@pytest.mark.parametrize("constraint", ["one-sided", "clipping"])
def test_the_critic_is_drawn_by_its_lipschitz_constant(constraint):
    settings = settings_of(constraint=constraint, clip=0.05)
    finds = answer(settings)
    stage, table, gradients, learning = cells(settings, finds)
    critic = next(i for i in stage.items if isinstance(i, Line) and i.width == 1.8)
    inside = np.abs(critic.x) < 3 + 3.09
    steepest = np.abs(np.gradient(critic.y, critic.x))[inside].max()
    assert steepest == pytest.approx(1.0, abs=0.05)
    assert len(table.rows) == 4
    assert not learning.note
    assert handle(learning, "step").x == 40
    shares = [number(says.text.split("₁")[-1].split("JSD")[-1]) for says in learning.says]
    assert max(shares) <= 100
    lines = [i for i in gradients.items if isinstance(i, Line) and i.width > 1]
    assert all((line.y > 0).all() for line in lines)


def test_networks_of_an_older_pair_are_not_drawn():
    finds = answer(settings_of())
    for settings in (settings_of(distance=5.0), settings_of(constraint="clipping")):
        assert cells(settings, finds)[3].note
        assert len(cells(settings, finds)[1].rows) == 2
    # What only changes the look does not train again.
    for same in (settings_of(step=10), settings_of(loss="d"), settings_of(x=0.0),
                 settings_of(clip=0.5)):  # fmt: skip
        assert PAGE.requests(same) == PAGE.requests(settings_of())
        assert not cells(same, finds)[3].note


def test_each_loss_has_its_own_gradient_on_d():
    pulls = {}
    for loss in ("minimax", "non-saturating", "d"):
        pulls[loss] = number(cells(settings_of(loss=loss, distance=2.0, x=1.0))[1].rows[0][1])
    d = float(expit(-2.0))
    assert pulls == pytest.approx(
        {"minimax": 2 * d, "non-saturating": 2 * (1 - d), "d": 2 * d * (1 - d)}, abs=1e-3
    )


def test_two_equal_densities_leave_nothing_to_find():
    settings = settings_of(distance=0.0)
    assert cells(settings, answer(settings))[3].note
    for finds in ({}, answer(settings)):
        plate = PAGE.plate(settings, finds, str)
        assert plate.says[0].text == "W₁ = 0.000"
        assert plate.caption.startswith("The two are equal")
    best = [row[1:3] for row in cells(settings)[1].rows]
    assert best == [("0.000", "0.000")] * 2


def test_either_density_is_dragged_and_the_spread():
    settings = settings_of()
    stage, _, gradients, _ = cells(settings)
    assert (handle(stage, "p").x, handle(stage, "q").x) == (-3.0, 3.0)
    for key, x, expected in (("p", -2.0, {"distance": 4.0}), ("q", 9.0, {"distance": 8.0}),
                             ("std", 3.5, {"std": 0.5}), ("x", 1.0, {"x": 1.0}),
                             ("step", 7.4, {"step": 7})):  # fmt: skip
        moved = dragged(settings, PAGE.drag(settings, key, x, 0.0))
        assert {name: getattr(moved, name) for name in expected} == expected
    assert handle(gradients, "x").x == settings.x
    assert changed(settings, PAGE.click(settings, "again")).seed == 1


def test_the_header_says_both_distances():
    says = [s.text for s in PAGE.plate(settings_of(distance=3.0), {}, str).says]
    assert says[0] == "W₁ = 3.000"
    assert "JSD = " in says[1]
    assert f"{math.log(2):.3f}" in says[1]


def test_numbers_do_not_depend_on_the_grids_ends():
    """The widest p_g at its farthest: its mean gradient is the adaptive quadrature's."""
    settings = settings_of(distance=8.0, std=1.5, loss="non-saturating")
    p, q = settings.p, settings.q

    def weighted(x):
        s, slope = best_score(p, q, x), best_score_slope(p, q, x)
        return float(PULLS["non-saturating"](s, slope) * q.density(x))

    mean = quad(weighted, -20, 24, limit=400, points=[0, 4, 8])[0]
    assert number(cells(settings)[1].rows[0][2]) == pytest.approx(mean, abs=1e-3)


def test_a_critic_that_slopes_the_wrong_way_is_said_to():
    settings = settings_of()
    finds = answer(settings)
    assert "wrong way" not in PAGE.plate(settings, finds, str).caption
    (found,) = finds.values()
    turned = {key: -values if key.startswith("critic") else values
              for key, values in found.result.items()}  # fmt: skip
    finds = {"critics": Found(found.request, 1.0, turned)}
    assert "wrong way" in PAGE.plate(settings, finds, str).caption
    assert cells(settings, finds)[3].y[0] < -1
