"""The page on moving earth: three readings of one number, handles, and pairs with their proof."""

import numpy as np
import pytest
from scipy.stats import wasserstein_distance

from ganlab_gui.core.measures import wasserstein1
from ganlab_gui.pages import open_page
from ganlab_gui.pages.moving_earth import heap
from ganlab_gui.pages.moving_earth_line import plan_of
from ganlab_gui.pages.moving_earth_points import LEVELS, matched
from ganlab_gui.pages.page import changed, dragged
from ganlab_gui.pages.plate import Area, Dots, Ground, Handle, Line, Segments

PAGE = open_page("moving-earth")


def settings(**changes):
    return changed(PAGE.settings(), changes)


def plate(**changes):
    return PAGE.plate(settings(**changes), {}, str)


def column(table, k=1):
    return [row[k] for row in table.rows]


def items(axes, kind, role):
    return [i for i in axes.items if isinstance(i, kind) and i.role == role]


@pytest.mark.parametrize("key", ["", "split", "shift", "swap"])
def test_work_potential_and_area_are_one_number(key: str):
    here = changed(PAGE.settings(), PAGE.click(PAGE.settings(), key) if key else {})
    primal, dual, area, *_ = (
        float(v.replace("−", "-")) for v in column(PAGE.plate(here, {}, str).rows[1].cells[1])
    )
    assert dual == pytest.approx(primal, abs=2e-4)
    assert area == pytest.approx(primal, abs=2e-4)
    draws = [heap(here, w).draw(60_000, np.random.default_rng(3)) for w in "pq"]
    assert wasserstein_distance(*draws) == pytest.approx(primal, abs=0.05)
    if key == "shift":
        assert primal == pytest.approx(3.5, abs=1e-4)


def test_the_way_back_costs_the_same():
    here = PAGE.settings()
    back = changed(here, PAGE.click(here, "swap"))
    assert heap(back, "p") == heap(here, "q")
    there, again = (plan_of(heap(s, "p"), heap(s, "q")) for s in (here, back))
    assert there.primal == pytest.approx(again.primal)
    np.testing.assert_allclose(there.potential, -again.potential, atol=1e-12)


@pytest.mark.parametrize(("t", "which"), [(0.0, "p"), (1.0, "q")])
def test_the_heap_starts_as_p_and_ends_as_q(t: float, which: str):
    heaps = plate(t=t).rows[0].cells[0]
    moving = items(heaps, Area, "second")[0]
    assert moving.high == pytest.approx(heap(PAGE.settings(), which).density(moving.x), abs=1e-8)
    assert np.trapezoid(moving.high, moving.x) == pytest.approx(1.0, abs=1e-3)
    potential = items(heaps, Line, "discriminator")[0]
    assert potential.side == "right"
    assert (np.abs(np.diff(potential.y)) - np.diff(potential.x)).max() < 1e-12


def test_grains_go_along_the_map():
    grains = items(plate(t=0.4).rows[1].cells[0], Dots, "second")[0]
    ways = items(plate(t=0.4).rows[1].cells[0], Segments, "quiet")[0]
    p, q = heap(PAGE.settings(), "p"), heap(PAGE.settings(), "q")
    assert q.cdf(ways.x1) == pytest.approx(p.cdf(ways.x0), abs=1e-9)
    assert grains.x == pytest.approx(0.6 * ways.x0 + 0.4 * ways.x1)
    assert np.abs(ways.x1 - ways.x0).mean() == pytest.approx(plan_of(p, q).primal, rel=0.02)


def test_a_hump_is_dragged_by_its_top():
    here = PAGE.settings()
    handles = [i for i in plate().rows[0].cells[0].items if isinstance(i, Handle)]
    assert [h.key for h in handles] == ["p_1", "p_2", "q_1", "q_2"]
    for handle in handles:
        assert dragged(here, PAGE.drag(here, handle.key, handle.x, handle.y)).model_dump() == (
            pytest.approx(here.model_dump())
        )
    moved = dragged(here, PAGE.drag(here, "q_2", -1.0, handles[3].y / 1.2))
    assert moved.q_mean_2 == -1.0
    assert moved.q_std_2 == pytest.approx(1.2 * here.q_std_2)


@pytest.mark.parametrize(("p", "q"), [("gaussian", "ring"), ("moons", "grid")])
@pytest.mark.parametrize("n", [10, 200])
def test_pairs_cost_w1_and_the_critic_earns_it(p: str, q: str, n: int):
    shown = plate(space="plane", p_shape=p, q_shape=q, n=n, draw=2, t=0.5)
    found = matched((p, q, n, 2), (0.7, 0.2))
    w1 = wasserstein1(found.best.x, found.best.y)
    costs = column(shown.rows[1].cells[1])
    assert float(costs[0]) == float(costs[3]) == pytest.approx(w1, abs=5e-4)
    assert float(costs[1]) > w1
    assert float(costs[6]) == pytest.approx(w1 / 2, abs=1e-3)
    assert column(shown.rows[1].cells[1], 3)[0] == "0"
    ground = next(i for i in shown.rows[0].cells[1].items if isinstance(i, Ground))
    x0, x1, y0, y1 = ground.box
    steps = (y1 - y0) / len(ground.values), (x1 - x0) / len(ground.values[0])
    for axis, step in enumerate(steps):
        assert np.abs(np.diff(ground.values, axis=axis)).max() <= step + 1e-9
    assert LEVELS in ground.contours
    handle = next(i for i in shown.rows[0].cells[0].items if isinstance(i, Handle))
    assert dragged(settings(space="plane"), PAGE.drag(settings(), handle.key, 9.0, 0.1)).q_x == 2.4


def test_only_moved_points_and_other_pairings():
    here = changed(settings(space="plane"), PAGE.click(settings(), "shift"))
    assert here.q_shape == here.p_shape
    for beside in ("random", "left-to-right"):
        table = plate(space="plane", beside=beside).rows[1].cells[1]
        assert table.rows[table.chosen][0] in ("at random", "from left to right")
        assert PAGE.formulas(settings(space="plane")) != PAGE.formulas(settings())


def test_a_hump_higher_than_the_picture_keeps_its_width_while_it_is_moved():
    here = changed(PAGE.settings(), {"p_weight": 0.95, "p_std_1": 0.25})
    grip = next(
        i for i in plate(p_weight=0.95, p_std_1=0.25).rows[0].cells[0].items
        if isinstance(i, Handle) and i.key == "p_1"
    )  # fmt: skip
    moved = dragged(here, PAGE.drag(here, "p_1", 1.0, grip.y))
    assert (moved.p_mean_1, moved.p_std_1) == (1.0, 0.25)
    assert dragged(here, PAGE.drag(here, "p_1", 1.0, 0.5 * grip.y)).p_std_1 > 0.5


def test_two_equal_heaps_have_nothing_to_carry():
    parts = ("mean_1", "std_1", "mean_2", "std_2", "weight")
    same = {f"q_{part}": getattr(PAGE.settings(), f"p_{part}") for part in parts}
    shown = plate(**same)
    assert "nothing to carry" in shown.caption
    assert {row[1] for row in shown.rows[1].cells[1].rows} == {"0.0000", "0.000"}
