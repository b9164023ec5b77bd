"""Choosing a preset from cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from ganlab_gui.app.cards import Card, preset_cards, thumbnail
from ganlab_gui.app.gallery import Gallery
from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import preset_names, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import PALETTES


def card(name: str, title: str, notes: str = "") -> Card:
    return Card.of(name, with_values(Experiment(), {"title": title, "notes": notes}))


CARDS = [
    card("ring", "A ring", "\nEight places to be.\nMore below."),
    card("grid", "A grid"),
    Card("broken", "broken", "broken: not valid TOML.", None),
]


@pytest.fixture
def gallery(qtbot) -> Gallery:
    gallery = Gallery(cards=CARDS)
    qtbot.addWidget(gallery)
    gallery.show()
    qtbot.waitExposed(gallery)
    return gallery


def test_a_card_says_title_and_first_line():
    assert (CARDS[0].title, CARDS[0].line) == ("A ring", "Eight places to be.")
    assert CARDS[1].line == ""


def test_every_preset_has_a_card():
    cards = preset_cards()
    assert sorted(c.name for c in cards) == preset_names()
    assert cards[0].name == "ring"
    assert all(c.title for c in cards)


def test_return_takes_the_first(gallery, qtbot):
    with qtbot.waitSignal(gallery.chosen) as chosen:
        qtbot.keyPress(gallery.search, Qt.Key.Key_Return)
    assert chosen.args == ["ring"]
    assert not gallery.isVisible()


def test_arrows_walk_through_the_cards(gallery, qtbot):
    qtbot.keyPress(gallery.search, Qt.Key.Key_Down)
    qtbot.keyPress(gallery.view, Qt.Key.Key_Right)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        qtbot.keyPress(gallery.view, Qt.Key.Key_Return)
    assert chosen.args == ["grid"]


def test_a_click_chooses(gallery, qtbot):
    place = gallery.view.visualRect(gallery.found.index(1, 0)).center()
    with qtbot.waitSignal(gallery.chosen) as chosen:
        qtbot.mouseClick(gallery.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["grid"]


def test_a_broken_one_cannot_be_chosen(gallery, qtbot):
    place = gallery.view.visualRect(gallery.found.index(2, 0)).center()
    with qtbot.assertNotEmitted(gallery.chosen):
        qtbot.mouseClick(gallery.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(("words", "found"), [("PLACES", 1), ("a r", 1), ("grid", 1), ("zzz", 0)])
def test_search_looks_at_titles_and_lines(gallery, words, found):
    gallery.search.setText(words)
    assert gallery.found.rowCount() == found
    assert gallery.nothing.isVisible() == (found == 0)


def test_return_with_nothing_found_does_nothing(gallery, qtbot):
    gallery.search.setText("zzz")
    with qtbot.assertNotEmitted(gallery.chosen):
        qtbot.keyPress(gallery.search, Qt.Key.Key_Return)
    assert gallery.isVisible()


def test_a_file_instead(gallery, qtbot):
    with qtbot.waitSignal(gallery.open_file_asked):
        gallery.file.click()


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_kind_of_data_has_a_picture(qtbot, palette):
    cards = [Card.of(name, with_values(Experiment(), {"data.name": name})) for name in DATA]
    gallery = Gallery(cards=cards)
    qtbot.addWidget(gallery)
    gallery.set_theme(palette, 1.0)
    gallery.resize(1300, 1300)
    image = gallery.grab().toImage()
    for row in range(len(cards)):
        area = gallery.view.visualRect(gallery.found.index(row, 0))
        area.translate(gallery.view.viewport().mapTo(gallery, area.topLeft() - area.topLeft()))
        inner = image.copy(area.adjusted(24, 24, -24, -110))
        colours = {inner.pixel(x, y) for x in range(inner.width()) for y in range(inner.height())}
        assert len(colours) > 2, cards[row].name


def test_a_thumbnail_is_the_palettes_own_where_there_is_one(qtbot):
    for name in preset_names():
        path = thumbnail(name, PALETTES["dark"])
        assert path.stem in (name, f"{name}-dark")
        if path.exists():
            assert not QPixmap(str(path)).isNull()


def test_the_open_experiment_is_chosen_and_the_search_forgotten(gallery):
    gallery.search.setText("zzz")
    gallery.show_open("A grid")
    assert gallery.search.text() == ""
    assert gallery.view.currentIndex().row() == 1


@pytest.mark.parametrize("width", [500, 720, 1000])
def test_cards_share_the_width(gallery, width):
    gallery.resize(width, 600)
    cell = gallery.view.gridSize().width()
    left = gallery.view.width() - gallery.view.width() // cell * cell
    assert left < 20


def test_shelves_show_their_own_cards_and_a_search_looks_on_all_of_them(qtbot):
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.show()
    everything = gallery.found.rowCount()
    shelf = gallery.findChild(QWidget, "gallery.shelf.collapse")
    shelf.click()
    shown = [gallery.found.index(r, 0).data(Qt.ItemDataRole.UserRole) for r in
             range(gallery.found.rowCount())]  # fmt: skip
    assert {card.shelf for card in shown} == {"collapse"}
    assert 0 < len(shown) < everything
    gallery.search.setText("Swiss")
    assert gallery.found.shelf == "all"
    assert gallery.found.rowCount() >= 1


def test_a_shelf_with_nothing_on_it_is_not_offered(gallery):
    assert gallery.findChild(QWidget, "gallery.shelf.all").isVisible()
    assert not gallery.findChild(QWidget, "gallery.shelf.published").isVisible()


def test_every_preset_stands_on_a_shelf_of_the_course():
    assert all(card.shelf != "own" for card in preset_cards())
