"""Theory pages on paper: every item, every page, the same bytes each time."""

import re

import numpy as np
import pytest

from ganlab_gui.figures.plate import PagePicture, figure_plate, render_plate
from ganlab_gui.figures.style import Style
from ganlab_gui.pages import PAGES, open_page
from ganlab_gui.pages.plate import (
    Area,
    Arrows,
    Axes,
    Bars,
    Box,
    Dots,
    Ground,
    Handle,
    Label,
    Line,
    Plate,
    Right,
    Row,
    Rule,
    Says,
    Segments,
    Table,
)
from ganlab_gui.palette import PALETTES

X = np.linspace(0.1, 4.0, 50)
EVERYTHING = Axes(
    (
        Ground(np.outer(X, X), (0, 4, 0, 4), 0, 16, scale="D(x)", contours=(4.0, 8.0)),
        Area(X, 0 * X, np.sqrt(X), "data"), Line(X, np.where(X > 2, np.nan, X), "generated"),
        Line(X, X / 8, "discriminator", "dashed", side="right"), Line(X, X**2 / 4, step=True),
        Dots(X, X, "kind 3", "t"), Dots(X, X, "data", "x"), Dots(X, X, hollow=True),
        Bars(np.array([1.0, 2.0]), np.array([0.5, np.nan]), 0.4, "second"),
        Arrows(X[:3], X[:3], X[:3], -X[:3]), Segments(X[:3], X[:3], X[3:6], X[3:6]),
        Rule(2.0), Rule(0.5, False, side="right"), Label(1.0, 3.0, "here", bold=True),
        Box(2.0, 3.0, 2.5, 3.5, "press", key="pressed"), Handle("grip", 1.0, 1.0),
    ),
    (0.0, 4.0), (0.0, 4.0), "All", (Says("p_g", "generated", "solid"), Says("n", marker="o")),
    "x", "y", right=Right((0.0, 1.0), "D", ticks=((0.0, "0"), (0.5, "half"))),
)  # fmt: skip
TABLE = Table(("name", "value"), (("alpha", "1"), ("beta", "2")), title="Numbers", chosen=1)
WHOLE = PagePicture(
    "A page",
    Plate((Row((EVERYTHING, TABLE), widths=(2.0, 1.0)), Row((EVERYTHING,), 0.6)), "A caption."),
    (r"$D^*=\frac{p}{p+p_g}$",),
)


def page_picture(name: str) -> PagePicture:
    page = open_page(name)
    settings = page.settings()
    return PagePicture(PAGES[name].title, page.plate(settings, {}, str), page.formulas(settings))


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_everything_is_drawn_and_twice_the_same(kind, theme):
    style = Style(palette=PALETTES[theme], dpi=100)
    first = render_plate(WHOLE, style, kind)
    assert first == render_plate(WHOLE, style, kind)
    assert first[:4] == {"pdf": b"%PDF", "svg": b"<?xm", "png": b"\x89PNG"}[kind]


def test_texts_stay_texts():
    words = render_plate(WHOLE, Style(), "svg").decode()
    for text in ("A page", "A caption.", "All", "here", "press", "beta", "Numbers", "half"):
        assert text in words


def test_a_size_asked_for_is_kept():
    png = render_plate(WHOLE, Style.of_pixels(900, 500), "png")
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (900, 500)


def test_axes_have_the_ranges_of_the_plate():
    figure = figure_plate(WHOLE, Style(), "png")
    plots = [ax for ax in figure.axes if ax.get_xlim() == (0.0, 4.0)]
    assert sum(ax.get_ylim() == (0.0, 4.0) for ax in plots) == 2
    assert sum(ax.get_ylim() == (0.0, 1.0) for ax in figure.axes) == 2


@pytest.mark.parametrize("name", PAGES)
def test_every_page_stands_on_paper(name):
    picture = page_picture(name)
    words = render_plate(picture, Style(), "svg").decode()
    assert picture.title.replace("&", "&amp;") in words
    plain = re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", words))
    first = re.sub(r"\s+", "", picture.plate.caption)[:12]
    assert first.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in plain
