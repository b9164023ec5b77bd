"""Numbers as pages say them."""

from ganlab_gui.pages.numbers import percent, short, signed, thousands


def test_numbers_are_said_with_true_signs_and_no_empty_precision():
    assert [signed(v) for v in (-0.5238, 0.0, -0.0001, 12.0)] == [
        "−0.524", "0.000", "0.000", "12.000",
    ]  # fmt: skip
    assert signed(-1.38629, 4) == "−1.3863"
    assert [short(v) for v in (0.0, 0.978, -2.5, 0.00123, 9.14e-8, 245.3, 51_234.0)] == [
        "0.000", "0.978", "−2.500", "1.2e−3", "9.1e−8", "245", "5.1e4",
    ]  # fmt: skip
    assert thousands(4000) == "4\u202f000"
    assert percent(0.974) == "97\u202f%"
    assert percent(-0.001) == "0\u202f%"
