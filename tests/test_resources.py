"""Resources are found, and the fonts show every character the program uses."""

from functools import cache
from pathlib import Path

import matplotlib.font_manager
import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from ganlab_gui import resources

FORMULAE = "V(G, D) λ θ σ μ ε √ ∇ ≤ ≥ − ± × ½ ‖ · ∞ ≈ ∈ ∝ ∫ ∑ → ← ↑ ↓ 𝔼 ℝ ² ₂ ⁻ ᵀ “ ” ’ … – —"
TEXTS = {".ts", ".md", ".html", ".toml", ".txt"}


def test_a_missing_resource_is_named() -> None:
    assert resources.resource("fonts/OFL.txt").is_file()
    with pytest.raises(FileNotFoundError, match=r"no resource 'fonts/none\.otf' in .*resources"):
        resources.resource("fonts/none.otf")


@cache
def covered() -> set[int]:
    return set().union(*(TTFont(path).getBestCmap() for path in resources.font_files()))


def test_fonts_cover_the_formulae() -> None:
    assert set(map(ord, FORMULAE)) <= covered()


def test_fonts_cover_every_text_of_the_program() -> None:
    folders = (resources.presets_dir(), resources.resources_dir())
    texts = [path for folder in folders for path in folder.rglob("*") if path.suffix in TEXTS]
    assert texts
    lacking = {
        (path.name, character)
        for path in texts
        for character in set(path.read_text(encoding="utf-8"))
        if character.isprintable() and ord(character) not in covered()
    }
    assert not lacking


def test_the_chinese_font_holds_every_common_character() -> None:
    chinese = TTFont(resources.resource("fonts/GanLabSansSC-Regular.otf")).getBestCmap()
    rows = [bytes((hi, lo)) for hi in range(0xB0, 0xD8) for lo in range(0xA1, 0xFF)]
    level_1 = {ord(code.decode("gb2312")) for code in rows if code < b"\xd7\xfa"}
    assert len(level_1) == 3755
    assert level_1 <= set(chinese)


@pytest.mark.parametrize("path", resources.font_files(), ids=lambda path: path.name)
def test_fonts_load_in_qt_and_in_matplotlib(qapp: QApplication, path: Path) -> None:
    number = QFontDatabase.addApplicationFont(str(path))
    assert number >= 0
    assert QFontDatabase.applicationFontFamilies(number)[0] in resources.FONT_FAMILIES
    assert QRawFont(str(path), 12.0).isValid()
    family = matplotlib.font_manager.get_font(path).family_name
    assert family in resources.FONT_FAMILIES


def test_figures_can_be_set_to_one_width(qapp: QApplication) -> None:
    for path in resources.font_files():
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(list(resources.FONT_FAMILIES), 12)
    font.setFeature(QFont.Tag("tnum"), 1)
    widths = {QFontMetricsF(font).horizontalAdvance(digit * 10) for digit in "0123456789"}
    assert len(widths) == 1


def test_font_licence_keeps_both_copyright_lines() -> None:
    licence = resources.resource("fonts/OFL.txt").read_text(encoding="utf-8")
    assert "The Inter Project Authors" in licence
    assert "Adobe" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
