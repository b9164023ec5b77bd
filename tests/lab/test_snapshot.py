"""What pictures ask for and are told: the union of needs, and the scene."""

import pickle

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.snapshot import FIELDS, Needs, Scene, Snapshot, keep_finite, reach

NEEDS = st.builds(
    Needs,
    fields=st.frozensets(st.sampled_from(FIELDS)),
    points=st.integers(0, 500),
    cells=st.integers(0, 200),
    runs=st.lists(st.integers(0, 7), max_size=4, unique=True).map(lambda r: tuple(sorted(r))),
    box=st.none() | st.just((-1.0, 1.0, -2.0, 2.0)),
    bandwidth=st.none() | st.just(0.3),
)


@given(NEEDS, NEEDS)
def test_a_union_covers_both(a, b):
    both = a | b
    assert both.fields == a.fields | b.fields
    for one in (a, b):
        if one.fields:
            assert both.points >= one.points
            assert both.cells >= one.cells
            assert not both.runs or (one.runs and set(one.runs) <= set(both.runs))


@given(NEEDS)
def test_asking_twice_or_for_nothing_more_changes_nothing(a):
    nothing = Needs()
    if a.fields:
        assert a | a == a
        assert a | nothing == nothing | a == a


@given(NEEDS, NEEDS, NEEDS)
def test_the_order_of_a_union_does_not_matter_for_what_is_covered(a, b, c):
    def covered(n):
        return n.fields, n.points, n.cells, n.runs

    if a.fields and b.fields and c.fields:
        assert covered((a | b) | c) == covered(a | (b | c)) == covered(c | b | a)


def test_the_first_box_and_bandwidth_are_kept():
    field = frozenset({"d"})
    near, far = (0.0, 1.0, 0.0, 1.0), (-9.0, 9.0, -9.0, 9.0)
    assert (Needs(field, box=near) | Needs(field, box=far)).box == near
    assert (Needs(field) | Needs(field, box=far)).box == far
    assert (Needs(field) | Needs(field, bandwidth=0.2)).bandwidth == 0.2


def test_a_snapshot_finds_a_run_or_shows_its_first():
    snapshot = Snapshot(step=3, dim=2, runs=(2, 5), reading=Reading("score", 0.0))
    assert [snapshot.index(r) for r in (2, 5, 0)] == [0, 1, 0]
    assert pickle.loads(pickle.dumps(snapshot)) == snapshot


def test_a_scene_knows_its_box_and_its_modes():
    real = np.zeros((4, 1), np.float32)
    line = Scene(1, 1, np.array([-2.0]), np.array([3.0]), real)
    assert line.box == (-2, 3, 0, 0)
    assert line.modes == 0
    plane = Scene(
        2, 1, np.array([-2.0, -4.0]), np.array([3.0, 5.0]), real.repeat(2, 1), np.zeros((8, 2))
    )
    assert plane.box == (-2, 3, -4, 5)
    assert plane.modes == 8


def test_a_ground_is_the_runs_own_and_the_difference_is_p_g_minus_p():
    rng = np.random.default_rng(0)
    p, p_g = rng.random((3, 4), np.float32), rng.random((2, 3, 4), np.float32)
    seen = Snapshot(5, 2, (1, 3), False, p_data=p, p_generated=p_g)
    assert seen.ground("p_data", 3) is p
    np.testing.assert_array_equal(seen.ground("p_generated", 3), p_g[1])
    np.testing.assert_array_equal(seen.ground("difference", 1), p_g[0] - p)
    assert seen.ground("d", 1) is None
    assert seen.ground("none", 1) is None


def test_what_is_not_finite_is_taken_from_the_last_finite_picture():
    fine = np.ones((2, 3), np.float32)
    broken = np.array([[2, 2, 2], [2, np.inf, 2]], np.float32)
    old = Snapshot(1, 1, (0, 1), False, d=fine, p_data=fine[0])
    new = Snapshot(2, 1, (0, 1), False, d=broken, p_data=broken[1], p_generated=broken)
    kept = keep_finite(new, old)
    np.testing.assert_array_equal(kept.d, [[2, 2, 2], [1, 1, 1]])
    assert kept.p_data is old.p_data
    assert kept.p_generated is None
    assert kept.step == 2
    assert keep_finite(new, None).d is None
    assert keep_finite(new, Snapshot(1, 1, (0,), False, d=fine[:1])).d is None
    assert keep_finite(old, None) is old


def test_a_range_reaches_where_nearly_all_points_are_but_not_without_end():
    assert reach(0.0, 4.0, np.linspace(1, 3, 101)) == (0.0, 4.0)
    low, high = reach(0.0, 4.0, np.linspace(-1, 3, 101))
    assert -1.3 < low < -0.95
    assert high == 4.0
    assert reach(0.0, 4.0, np.array([np.nan, -1e9, -1e9])) == (-8.0, 4.0)
    assert reach(0.0, 4.0, np.array([np.inf])) == (0.0, 4.0)


def test_the_optimum_is_left_open_where_there_is_nothing():
    p = np.array([[1.0, 0.0], [0.0, 0.0]], np.float32)
    p_g = np.array([[[0.0, 1.0], [0.0, 0.0]]], np.float32)
    best = np.where(p + p_g > 0, p / np.maximum(p + p_g, 1e-9), 0.5).astype(np.float32)
    seen = Snapshot(0, 2, (0,), False, optimum=best, p_data=p, p_generated=p_g)
    np.testing.assert_array_equal(seen.ground("optimum", 0), [[1, 0], [np.nan, np.nan]])
