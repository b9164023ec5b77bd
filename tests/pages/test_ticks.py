"""Numbers along a logarithmic axis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganlab_gui.pages.ticks import MOST, decade_ticks


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0.01, 100, ["0.01", "0.1", "1", "10", "100"]),
        (1, 20_000, ["1", "10", "100", "1\u2009000", "10\u2009000"]),
        (1e-12, 1, ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"]),
        (10, 60, ["10", "20", "50"]),
        (2e-6, 4e-5, ["2·10⁻⁶", "5·10⁻⁶", "10⁻⁵", "2·10⁻⁵"]),
    ],
)
def test_they_are_round_and_few(low, high, texts):
    assert [text for _, text in decade_ticks(low, high)] == texts


@given(st.floats(-12, 12), st.floats(0.8, 20))
def test_they_lie_on_the_axis(low, decades):
    low, high = 10.0**low, 10.0 ** (low + decades)
    ticks = decade_ticks(low, high)
    assert 1 <= len(ticks) <= 2 * MOST
    assert all(low * 0.999 <= at <= high * 1.001 for at, _ in ticks)
