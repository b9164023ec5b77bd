"""What pictures ask for and are told: the union of needs, and the scene."""

import pickle

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ganlab_gui.lab.snapshot import FIELDS, Needs, Scene, Snapshot

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
    snapshot = Snapshot(step=3, dim=2, runs=(2, 5), critic=False)
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
