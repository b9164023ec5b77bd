"""The history: rows that grow, go back, and are thinned for drawing without losing a spike."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganlab_gui.lab import history as history_module
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, Edit, History, Table, thin


def test_a_table_keeps_what_it_is_given():
    table = Table(("a", "b"), runs=3)
    rng = np.random.default_rng(0)
    values = rng.normal(size=(2000, 3, 2)).astype(np.float32)
    start = 0
    for size in (1, 0, 254, 2, 700, 1043):
        table.extend(np.arange(start, start + size), values[start : start + size])
        start += size
    assert len(table) == 2000
    assert np.array_equal(table.steps, np.arange(2000))
    assert np.array_equal(table.values, values)
    assert np.array_equal(table.column("b"), values[:, :, 1])


def test_an_empty_table_has_shapes():
    table = Table(("a", "b"), runs=3)
    assert table.steps.shape == (0,)
    assert table.values.shape == (0, 3, 2)
    with pytest.raises(ValueError, match="not in"):
        table.column("c")


def test_truncating_forgets_what_came_later():
    table = Table(("a",), runs=1)
    table.extend(np.array([5, 10, 15]), np.array([1, 2, 3]).reshape(3, 1, 1))
    table.truncate(10)
    assert table.steps.tolist() == [5, 10]
    table.extend(np.array([11]), np.full((1, 1, 1), 9))
    assert table.column("a").ravel().tolist() == [1, 2, 9]
    table.truncate(4)
    assert len(table) == 0


def test_a_history_goes_back_with_all_it_has():
    history = History(runs=2, modes=3)
    assert history.last_step == 0
    history.rows.extend(np.arange(1, 21), np.zeros((20, 2, len(ROW_COLUMNS))))
    history.measures.extend(np.array([10, 20]), np.zeros((2, 2, len(MEASURE_COLUMNS))))
    history.shares.extend(np.array([10, 20]), np.ones((2, 2, 3)) / 3)
    history.edits = [Edit(10, "training.d_steps", 1, 5), Edit(11, "clip.c", 0.0, 0.1)]
    assert history.last_step == 20
    history.truncate(10)
    assert history.last_step == 10
    assert (len(history.measures), len(history.shares)) == (1, 1)
    assert history.edits == [Edit(10, "training.d_steps", 1, 5)]
    assert history.shares.columns == ("1", "2", "3")


def test_a_history_can_be_pickled():
    history = History(runs=1)
    history.rows.extend(np.array([1]), np.ones((1, 1, len(ROW_COLUMNS))))
    back = pickle.loads(pickle.dumps(history))
    assert np.array_equal(back.rows.values, history.rows.values)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3000), st.integers(4, 600), st.integers(0, 2**31))
def test_thinning_keeps_order_extremes_and_the_whole_range(n, points, seed):
    values = np.random.default_rng(seed).normal(size=n)
    steps = np.arange(n) * 3 + 7
    x, y = thin(steps, values, points)
    assert len(x) == len(y) <= max(points, 0)
    assert (np.diff(x) >= 0).all()
    where = dict(zip(steps, values, strict=True))
    assert all(where[a] == b for a, b in zip(x, y, strict=True))
    if n:
        assert y.max() == values.max()
        assert y.min() == values.min()
        # Every bin shows: no gap is wider than two bins.
        bin_width = -(-n // (points // 2)) if n > points else 1
        assert np.diff([steps[0], *x, steps[-1]]).max(initial=0) <= 3 * 2 * bin_width


def test_a_single_spike_anywhere_survives_thinning():
    for place in (0, 1, 999, 1500, 1997, 1998):
        values = np.zeros(1999)
        values[place] = -5.0
        x, y = thin(np.arange(1999), values, 1000)
        assert x[y == -5.0].tolist()[:1] == [place]
        assert len(x) <= 1000


def test_thinning_leaves_out_what_is_not_finite():
    values = np.array([1.0, np.nan, 3.0, np.inf, 5.0])
    x, y = thin(np.arange(5), values, 100)
    assert x.tolist() == [0, 2, 4]
    assert y.tolist() == [1, 3, 5]
    x, y = thin(np.arange(3), np.full(3, np.nan), 100)
    assert len(x) == len(y) == 0


def test_readings_of_a_step_come_in_parts():
    history = History(runs=2, modes=3)
    shares = np.array([[0.2, 0.3, 0.5], [1.0, 0.0, 0.0]])
    history.measure(7, {"js": np.array([0.1, 0.2]), "w1": np.array([1e300, 2.0])})
    history.measure(7, {"modes_captured": np.array([3, 1]), "shares": shares})
    history.measure(7, {"high_quality": np.array([0.9, 0.8]), "shares": shares})
    history.measure(9, {"js": np.array([0.3, 0.4])})
    np.testing.assert_array_equal(history.measures.steps, [7, 9])
    np.testing.assert_allclose(history.measures.column("js"), [[0.1, 0.2], [0.3, 0.4]])
    np.testing.assert_array_equal(history.measures.column("w1")[0], [np.inf, 2.0])
    np.testing.assert_array_equal(history.measures.column("modes_captured")[0], [3, 1])
    assert np.isnan(history.measures.column("kl")).all()
    np.testing.assert_array_equal(history.shares.steps, [7])
    np.testing.assert_allclose(history.shares.values[0], shares)


def test_many_rows_live_in_a_file_and_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "IN_MEMORY", 100_000)
    table = Table(("a", "b"), runs=3)
    blocks = [np.random.default_rng(i).normal(size=(700, 3, 2)).astype("f4") for i in range(20)]
    for i, block in enumerate(blocks):
        table.extend(np.arange(700) + 700 * i + 1, block)
    assert isinstance(table._values, np.memmap)
    assert table.in_memory < 200_000 < table.values.nbytes
    np.testing.assert_array_equal(table.values, np.concatenate(blocks))
    again = pickle.loads(pickle.dumps(table))
    np.testing.assert_array_equal(again.values, table.values)
    again.extend(np.array([14_001]), np.ones((1, 3, 2)))
    assert len(again) == 14_001
    assert len(table) == 14_000


def test_a_disk_without_room_leaves_the_rows_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(history_module, "IN_MEMORY", 1_000)
    monkeypatch.setattr(history_module.tempfile, "TemporaryFile", full)
    table = Table(("a",), runs=1)
    values = np.arange(5_000, dtype="f4").reshape(-1, 1, 1)
    table.extend(np.arange(5_000), values)
    np.testing.assert_array_equal(table.values, values)
    assert not isinstance(table._values, np.memmap)


def test_a_part_of_a_history_shares_its_memory_and_keeps_the_axis() -> None:
    history = History(runs=1)
    history.rows.extend(np.arange(1, 11), np.arange(60).reshape(10, 1, 6))
    history.measure(4, {"js": np.array([0.4])})
    history.measure(9, {"js": np.array([0.9])})
    history.edits.append(Edit(7, "training.d_steps", 1, 5))
    part = history.until(6)
    assert np.shares_memory(part.rows.values, history.rows.values)
    assert (part.last_step, part.end, len(part.measures), part.edits) == (6, 10, 1, [])
    own = history.copy(8)
    own.rows.extend(np.array([9]), np.zeros((1, 1, 6)))
    assert history.rows.values[8].any(), "a copy grows by itself"
    assert (own.end, len(own.edits)) == (9, 1)
    assert own.edits is not history.edits
