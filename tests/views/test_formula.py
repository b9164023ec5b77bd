"""Formulas as outlines."""

import numpy as np
import pytest

from ganlab_gui.palette import PALETTES
from ganlab_gui.views.formula import FormulaView, outline


def test_an_outline_has_the_size_of_its_letters():
    box = outline(r"$x$").boundingRect()
    assert 0.3 < box.width() < 0.6
    assert 0.3 < box.height() < 0.6
    assert box.bottom() == pytest.approx(0.0, abs=0.05)


def test_a_fraction_is_higher_than_a_letter():
    tall = outline(r"$\frac{p(x)}{p(x)+p_g(x)}$").boundingRect().height()
    assert tall > 1.2 * outline(r"$p(x)$").boundingRect().height()


def test_what_is_no_mathtext_is_an_error():
    with pytest.raises(ValueError, match="frac"):
        outline(r"$\frac{1$")


def test_formulas_appear_in_the_colour_of_the_text(qtbot):
    view = FormulaView()
    qtbot.addWidget(view)
    view.set_theme(PALETTES["light"], 1.0)
    view.resize(400, 80)
    view.show_formulas((r"$D^*=\frac{p}{p+p_g}$", r"$C(G)=-\log 4+2\,JSD$"))
    qtbot.waitUntil(lambda: view.ready, timeout=60_000)
    one, two = view.height(), 0
    view.show()
    image = view.grab().toImage()
    dark = sum(
        image.pixelColor(x, y).lightness() < 80
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    )
    assert dark > 40
    view.set_theme(PALETTES["light"], 2.0)
    two = view.height()
    assert two == pytest.approx(2 * one, abs=3)
    assert np.isfinite(two)
