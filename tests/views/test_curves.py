"""What the panels over the steps share: digest, dashes, marks of edits, honest ranges."""

import math

import numpy as np
import pytest

from ganlab_gui.lab.history import Table
from ganlab_gui.views import digest as digests
from ganlab_gui.views.curves import usual_range, with_reference
from ganlab_gui.views.dashes import dashed
from ganlab_gui.views.digest import Blocks, Digest, block_size, quantiles
from ganlab_gui.views.marks import Mark, plain
from ganlab_gui.views.steps import edit_label
from ganlab_gui.views.timeplot import SYMLOG, ValueAxis, symlog


def table(rows: int, runs: int = 1, holes: bool = False) -> Table:
    rng = np.random.default_rng(0)
    values = rng.standard_normal((rows, runs, 2)).astype(np.float32)
    if holes:
        values[rng.random((rows, runs, 2)) < 0.6] = np.nan
    made = Table(("a", "b"), runs)
    made.extend(np.arange(1, rows + 1), values)
    return made


@pytest.mark.parametrize("runs", [1, 3])
@pytest.mark.parametrize("holes", [False, True])
def test_blocks_agree_with_plain_reductions(monkeypatch, runs, holes):
    monkeypatch.setattr(digests, "MOST_BLOCKS", 256)
    rows = table(5_000, runs, holes)
    digest = Digest()
    digest.update(rows)
    assert digest.size > 1
    for first, last, size in (
        (0, 5_000, 64),
        (1_024, 4_999, 32),
        (2_048, 2_500, 4),
        (4_992, 5_000, 1),
    ):
        got = digest.blocks(rows, "b", first, last, size)
        values = rows.column("b")[first:last].astype(np.float64)
        parts = [values[i : i + size] for i in range(0, len(values), size)]
        counts = np.array([np.isfinite(p).sum(0) for p in parts])
        sums = np.array([np.nansum(p, 0) for p in parts])
        means = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
        np.testing.assert_allclose(got.moving_mean(1), means, atol=1e-5)
        assert (got.low is None) == (runs > 1)
        if runs == 1:
            filled = [np.where(np.isfinite(p), p, np.inf).min(0) for p in parts]
            expected = np.where(np.isinf(filled), np.nan, filled)
            np.testing.assert_allclose(got.low, expected, rtol=1e-6)


def test_digest_in_many_small_updates_is_the_digest_in_one(monkeypatch):
    monkeypatch.setattr(digests, "MOST_BLOCKS", 128)
    whole, growing = table(3_000), Table(("a", "b"), 1)
    slow, quick = Digest(), Digest()
    for start in range(0, 3_000, 37):
        end = min(3_000, start + 37)
        growing.extend(whole.steps[start:end], whole.values[start:end])
        slow.update(growing)
    quick.update(whole)
    for name in ("a", "b"):
        one = slow.blocks(growing, name, 0, 3_000, 64)
        two = quick.blocks(whole, name, 0, 3_000, 64)
        np.testing.assert_allclose(one.total, two.total, atol=1e-4)
        np.testing.assert_array_equal(one.high, two.high)


def test_digest_notices_a_table_cut_short_and_filled_again(monkeypatch):
    monkeypatch.setattr(digests, "MOST_BLOCKS", 64)
    rows, digest = table(2_000), Digest()
    digest.update(rows)
    rows.truncate(500)
    rows.extend(np.arange(501, 2_101), np.full((1_600, 1, 2), 7.0, np.float32))
    digest.update(rows)
    blocks = digest.blocks(rows, "a", 1_024, 2_048, 256)
    np.testing.assert_allclose(blocks.moving_mean(1), 7.0)


def test_moving_mean_trails_and_leaves_out_what_is_not_finite():
    values = np.array([[1.0], [2.0], [np.nan], [6.0]], np.float32)
    means = Blocks.of(values).moving_mean(3)
    np.testing.assert_allclose(means[:, 0], [1.0, 1.5, np.nan, 4.0])


@pytest.mark.parametrize(("rows", "most", "size"), [(0, 5, 1), (5, 5, 1), (6, 5, 2), (41, 5, 16)])
def test_block_size_is_the_least_power_of_two(rows, most, size):
    assert block_size(rows, most) == size


def test_quantiles_agree_with_numpy():
    values = np.random.default_rng(1).standard_normal((40, 16))
    values[3, :5] = np.nan
    for share, got in zip((0.1, 0.5, 0.9), quantiles(values, (0.1, 0.5, 0.9)), strict=True):
        np.testing.assert_allclose(got, np.nanquantile(values, share, axis=1))
    assert np.isnan(quantiles(np.full((1, 4), np.nan), (0.5,))[0]).all()


def test_dashes_cover_their_share_of_the_line():
    x, y, joined = dashed(np.array([0.0, 40.0]), np.array([0.0, 30.0]), (1.0, 1.0), (3.0, 2.0))
    lengths = np.hypot(np.diff(x), np.diff(y))
    on = joined[:-1].astype(bool)
    assert lengths.sum() == pytest.approx(50.0)
    assert lengths[on].sum() == pytest.approx(30.0)
    np.testing.assert_allclose(y, 0.75 * x, atol=1e-12)
    assert joined[-1] == 0


def test_dashes_count_pixels_not_units():
    _, _, joined = dashed(np.array([0.0, 1_000.0]), np.zeros(2), (100.0, 1.0), (3.0, 2.0))
    assert np.count_nonzero(joined) == 2


def test_symlog_keeps_sign_and_order_and_zero():
    values = np.array([-100.0, -1.0, -SYMLOG, 0.0, SYMLOG, 1.0, 100.0])
    shown = symlog(values)
    assert (np.diff(shown) > 0).all()
    np.testing.assert_allclose(shown, -shown[::-1])
    assert shown[4] == pytest.approx(math.log10(2.0))


def test_an_outlier_does_not_flatten_the_rest():
    values = np.concatenate([np.linspace(0.0, 1.0, 99), [3.1e9]])
    low, high = usual_range(values)
    assert low == 0.0
    assert 1.0 <= high < 10.0
    assert usual_range(np.linspace(0.0, 5.0, 50)) == (0.0, 5.0)


def test_a_reference_is_in_sight_unless_it_flattens_the_curves():
    assert with_reference(0.5, 1.0, 1.386) == (0.5, 1.386)
    assert with_reference(900.0, 901.0, 1.386) == (900.0, 901.0)


def test_axis_puts_references_in_the_place_of_ticks_close_by(qtbot):
    axis = ValueAxis("left")
    axis.references = {math.log(4): "log 4"}
    levels = axis.tickValues(0.0, 2.0, 130.0)
    names = [n for spacing, values in levels for n in axis.tickStrings(values, 1.0, spacing)]
    assert "log 4" in names
    assert "0.5" in names
    assert "1.5" not in names


def test_edits_are_short():
    assert Mark(3, "k", 1, 5).text == "k 1→5"
    assert [plain(v) for v in (0.0001, 0.002, 0.5, 10.0, (32, 32), "adam")] == [
        "1e-4", "2e-3", "0.5", "10", "32·32", "adam"
    ]  # fmt: skip
    assert edit_label("training.d_steps", "k (D steps)") == "k"
    assert edit_label("generator_optimizer.lr", "Learning rate") == "G learning rate"
