"""Colours, sizes, fonts and icons."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QSlider

from ganlab_gui.app.icons import ICONS, draw, icon
from ganlab_gui.app.theme import (
    ON_ACTION,
    SIZES,
    apply_theme,
    faded,
    font,
    load_fonts,
    mix,
    on_accent,
    style_sheet,
)
from ganlab_gui.palette import PALETTES

THEMES = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


@pytest.fixture
def unthemed(qapp: QApplication) -> Iterator[QApplication]:
    """The application without a theme, and as it was again afterwards."""
    before = qapp.styleSheet(), qapp.font(), qapp.palette()
    qapp.setStyleSheet("")
    yield qapp
    qapp.setStyleSheet(before[0])
    qapp.setFont(before[1])
    qapp.setPalette(before[2])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@THEMES
def test_text_is_readable(palette):
    for ground in (palette.background, palette.panel, palette.field):
        assert contrast(palette.text, ground) > 7
        assert contrast(palette.quiet, ground) > 4.5
    assert contrast(ON_ACTION, palette.action) > 4.5
    assert contrast(on_accent(palette), palette.discriminator) > 4.5
    assert contrast(palette.danger, palette.panel) > 4.5


@THEMES
def test_disabled_is_fainter_but_there(palette):
    seen = contrast(faded(palette), palette.panel)
    assert 1.8 < seen < contrast(palette.quiet, palette.panel)


def test_mix_is_linear():
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#102030", "#405060", 0) == "#102030"
    assert mix("#102030", "#405060", 1) == "#405060"


@THEMES
def test_the_sheet_names_colours_and_pictures_that_exist(palette):
    sheet = style_sheet(palette, 1.0)
    assert "$" not in sheet
    urls = re.findall(r'url\("([^"]+)"\)', sheet)
    assert urls
    for url in urls:
        with open(url) as file:
            assert "<svg" in file.read()


def test_lengths_grow_but_hairlines_do_not():
    once, twice = (style_sheet(PALETTES["dark"], scale) for scale in (1.0, 2.0))
    assert f"font-size: {SIZES['large']}px" in once
    assert f"font-size: {2 * SIZES['large']}px" in twice
    assert "border: 1px solid" in twice


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.25, 1.5, 2.0])
def test_the_handle_of_a_slider_is_round(scale):
    sheet = style_sheet(PALETTES["dark"], scale)
    groove = int(re.search(r"QSlider::groove:horizontal \{ height: (\d+)px", sheet)[1])
    width, margin = re.search(
        r"handle:horizontal \{\s*background: \S+; width: (\d+)px; margin: -(\d+)px", sheet
    ).groups()
    assert int(width) + 2 == groove + 2 * int(margin)


@THEMES
def test_the_application_takes_the_theme(unthemed, palette):
    qapp = unthemed
    apply_theme(qapp, palette, 1.5)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == palette.background
    assert qapp.font().pixelSize() == round(SIZES["body"] * 1.5)
    apply_theme(qapp, palette, 9.0)
    assert qapp.font().pixelSize() == 2 * SIZES["body"]
    qapp.setStyleSheet("")
    assert qapp.style().objectName() == "fusion"


def test_a_button_grows_with_the_text_size(qtbot, qapp):
    heights = []
    for scale in (1.0, 2.0):
        button, slider = QPushButton("step"), QSlider()
        for widget in (button, slider):
            qtbot.addWidget(widget)
            widget.setStyleSheet(style_sheet(PALETTES["dark"], scale))
            widget.setFont(font("body", scale))
        heights.append(button.sizeHint().height())
    assert 1.8 < heights[1] / heights[0] < 2.2


def test_the_own_font_is_found(qapp):
    load_fonts()
    assert QFontInfo(font()).family().startswith("GanLab Sans")


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_something_within_its_edges(qapp, name):
    image = draw(name, "#ffffff", 24, 2).toImage()
    alpha = [[image.pixelColor(x, y).alpha() for x in range(48)] for y in range(48)]
    assert max(map(max, alpha)) > 200
    assert not any(alpha[0] + alpha[-1] + [row[0] for row in alpha] + [row[-1] for row in alpha])


def test_an_icon_has_a_disabled_and_a_dense_picture(qapp):
    play = icon("play", PALETTES["light"], 1.5, on_action=True)
    dense = play.pixmap(QSize(27, 27), 3.0)
    assert (dense.width(), dense.devicePixelRatio()) == (81, 3)
    shown, grey = (
        play.pixmap(QSize(27, 27), 1.0, mode).toImage().pixelColor(13, 13).name()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert (shown, grey) == (ON_ACTION, faded(PALETTES["light"]))
    with pytest.raises(KeyError):
        icon("no such icon", PALETTES["light"])
