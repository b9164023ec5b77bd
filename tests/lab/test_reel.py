"""Thinning: both ends stay dense, the middle thins out, what is kept stays."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ganlab_gui.lab.reel import NEAR, Reel


def filled(count: int, most: int, every: int = 1) -> Reel[int]:
    reel: Reel[int] = Reel()
    for step in range(0, count * every, every):
        reel.add(step, step, 1)
        while reel.used > most:
            assert reel.drop()
    return reel


def test_the_first_and_the_newest_item_stay() -> None:
    reel = filled(1_000, 20)
    assert (reel.steps[0], reel.steps[-1]) == (0, 999)
    assert len(reel) == reel.used == 20


def test_both_ends_are_dense_and_the_gaps_grow_with_the_distance_from_them() -> None:
    reel = filled(100_000, 400)
    gaps, middle = np.diff(reel.steps), (reel.steps[1:] + reel.steps[:-1]) / 2
    room = np.minimum(middle, reel.steps[-1] - middle) + NEAR
    assert gaps[0] <= 5
    assert gaps[-1] <= 5
    assert gaps.max() > 500
    share = gaps / room
    assert share.max() < 6 * np.median(share), "no place is thinned out of all proportion"


def test_what_is_kept_is_dropped_last() -> None:
    reel: Reel[int] = Reel()
    for step in range(50):
        reel.add(step, step, 1)
    reel.keep(20)
    while len(reel) > 3:
        reel.drop()
    assert reel.steps.tolist() == [0, 20, 49]
    assert reel.drop()
    assert reel.steps.tolist() == [0, 49]
    assert not reel.drop()


def test_items_are_found_by_step() -> None:
    reel: Reel[str] = Reel()
    for step in (10, 30, 20):
        reel.add(step, f"at {step}", 5)
    assert reel.at(9) is None
    assert reel.at(25) == (20, "at 20")
    assert reel.after(20) == (30, "at 30")
    assert reel.after(30) is None
    assert reel.get(20) == "at 20"
    assert reel.get(21) is None
    reel.add(20, "again", 7)
    assert reel.get(20) == "again"
    assert reel.used == 17
    reel.truncate(20)
    assert reel.newest == 20
    assert reel.used == 12


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 9)), min_size=1), st.integers(10, 60))
def test_the_budget_holds_in_any_order(items: list[tuple[int, int]], most: int) -> None:
    reel: Reel[int] = Reel()
    sizes: dict[int, int] = {}
    for step, size in items:
        reel.add(step, size, size)
        sizes[step] = size
        while reel.used > most and reel.drop():
            pass
    assert reel.used <= most or len(reel) <= 2
    assert reel.used == sum(sizes[step] for step, _ in reel.items())
    assert (np.diff(reel.steps) > 0).all()
