"""Theory pages and lessons in the real window: opening, dragging, computing, leaving, exporting."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ganlab_gui.app.main import create
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.plate import render_plate
from ganlab_gui.figures.style import Style
from ganlab_gui.pages import PAGES, open_page
from ganlab_gui.pages.page import Link
from ganlab_gui.palette import PALETTES

WAIT = 60_000
SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
LESSON = """
title = { en = "A lesson", zh = "一课" }
[[step]]
title = "First"
text = "Look at *this*."
ask = "Why?"
answer = "Because."
page = "loss-shapes"
set = { logit = 2.0 }
controls = ["logit"]
[[step]]
title = "Second"
text = "Play."
preset = "ring"
set = { "training.batch" = 32 }
controls = ["training.d_steps"]
panels = ["losses"]
[[step]]
title = "Third"
text = "No controls."
page = "loss-shapes"
controls = []
"""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    _, window = create(SMALL, home="thread", device="cpu")
    window.show()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    yield window
    window.set_scale(1.0)  # the application's style sheet outlives the window
    window.session.mark_saved()
    window.close()
    window.deleteLater()


@pytest.fixture
def desk_of(qtbot: QtBot, window: MainWindow) -> Callable:
    def opened(name="loss-shapes", values=None):
        window.theory.open(name, values)
        return window.theory.desk

    return opened


def test_a_page_takes_the_labs_place_and_gives_it_back_as_it_was(window, desk_of, qtbot):
    docks = [panel.dock for panel in window.panels.panels.values()]
    before = [dock.isHidden() for dock in docks]
    window.session.play()
    qtbot.waitUntil(lambda: window.session.state is State.PLAYING, timeout=WAIT)
    desk = desk_of()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    assert window.windowTitle().startswith("Shapes of the losses")
    assert desk.isVisible()
    assert not window.panels.stage.isVisible()
    assert all(dock.isHidden() for dock in docks)
    desk.header.buttons["close"].click()
    assert not desk.isVisible()
    assert window.panels.stage.isVisible()
    assert [dock.isHidden() for dock in docks] == before


def test_an_edit_changes_the_picture_and_a_bad_one_is_refused(window, desk_of, qtbot):
    desk = desk_of()
    before = desk.plate
    desk.controls.row("logit").editor.setValue(3.0)
    qtbot.waitUntil(lambda: desk.plate is not before, timeout=WAIT)
    assert desk.settings.logit == 3.0
    with qtbot.waitSignal(desk.refused) as told:
        desk.change({"logit": 99.0})
    assert "must be at most 8" in told.args[0]
    assert desk.settings.logit == 3.0


def test_a_drag_is_held_at_the_bounds(window, desk_of, qtbot):
    desk = desk_of()
    with qtbot.waitSignal(desk.view.dragged):
        desk.view.dragged.emit("s", 77.0, 0.0)
    assert desk.settings.logit == 8.0


def test_space_moves_what_a_page_moves_and_trains_in_the_lab(window, desk_of, qtbot):
    desk = desk_of()
    start = desk.settings
    window.toggle_play()
    assert desk.sweeper.playing
    qtbot.waitUntil(lambda: desk.settings != start, timeout=WAIT)
    window.toggle_play()
    assert not desk.sweeper.playing
    window.theory.leave()
    window.toggle_play()
    qtbot.waitUntil(lambda: window.session.state is State.PLAYING, timeout=WAIT)


def test_settings_are_kept_from_page_to_page_and_can_be_restored(window, desk_of):
    desk = desk_of()
    desk.change({"logit": 1.5})
    desk.turn(1)
    desk.turn(-1)
    assert (desk.name, desk.settings.logit) == ("loss-shapes", 1.5)
    desk.restore()
    assert desk.settings == open_page("loss-shapes").settings()


def test_a_link_leads_to_a_page_or_into_the_lab(window, desk_of, qtbot):
    desk = desk_of()
    desk.follow(Link("x", page="optimal-discriminator"))
    assert desk.name == "optimal-discriminator"
    desk.follow(Link("x", preset="ring"))
    assert not window.theory.active
    qtbot.waitUntil(lambda: window.session.experiment.title == "Ring of eight modes", timeout=WAIT)


def test_an_unknown_page_is_told_and_the_lab_stays(window, qtbot):
    with qtbot.waitSignal(window.session.refused) as told:
        window.theory.open_or_tell("nothing")
    assert "no such page" in told.args[0]
    with qtbot.waitSignal(window.session.refused) as told:
        window.theory.open_or_tell("loss-shapes", {"logit": "much"})
    assert "must be a number" in told.args[0]
    assert not window.theory.active


def test_what_a_study_finds_is_drawn_and_a_process_that_dies_is_told(window, desk_of, qtbot):
    desk = desk_of("optimal-discriminator")
    qtbot.waitUntil(lambda: bool(desk.finds), timeout=WAIT)
    drawn = desk.plate
    qtbot.waitUntil(lambda: desk.plate is not drawn, timeout=WAIT)
    if desk.scholar.busy:
        with qtbot.waitSignal(desk.refused, timeout=WAIT) as told:
            desk.scholar._box.process.kill()
        assert "ended unexpectedly" in told.args[0]
    desk.restore()
    desk.finds.clear()
    desk._ask_now()
    qtbot.waitUntil(lambda: bool(desk.finds), timeout=WAIT)
    assert not any(found.error for found in desk.finds.values())


def test_themes_sizes_and_languages_reach_the_desk(window, desk_of):
    desk = desk_of()
    for theme in PALETTES:
        window.set_theme(theme)
        assert desk.view.cells[0].palette_.name == theme
    window.set_scale(1.5)
    assert desk.formulas.scale == 1.5
    window.toggle_language()
    assert desk.help.toPlainText()
    window.toggle_language()
    desk.header.buttons["explain"].click()
    assert desk.help.isVisible()
    assert "generator asks" in desk.help.toPlainText()


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_a_page_is_exported_as_it_stands(window, desk_of, tmp_path, kind):
    desk = desk_of()
    desk.change({"logit": 1.25})
    desk.draw()
    path = tmp_path / f"page.{kind}"
    style = Style(palette=PALETTES["light"])
    assert window.exporter.export_to("theory", style, path)
    assert path.read_bytes() == render_plate(window.exporter.page_picture(), style, kind)
    if kind == "svg":
        text = path.read_text()
        assert "Shapes of the losses" in text
        assert desk.plate.caption.split(":")[0] in text


def test_the_gallery_offers_pages_and_opens_them(window, qtbot):
    window.documents.choose()
    gallery = window.documents.gallery
    shown = {card.name for card in gallery.cards.cards if card.kind == "page"}
    assert shown == set(PAGES)
    gallery.search.setText("loss-shapes")
    qtbot.keyPress(gallery.search, Qt.Key.Key_Return)
    assert window.theory.active
    assert window.theory.desk.name == "loss-shapes"
    window.documents.choose()
    assert gallery.view.currentIndex().data(Qt.ItemDataRole.UserRole).name == "loss-shapes"
    gallery.reject()


# -- lessons ---------------------------------------------------------------------------------------


@pytest.fixture
def lesson(window: MainWindow, tmp_path: Path) -> Path:
    path = tmp_path / "lesson.toml"
    path.write_text(LESSON, encoding="utf-8")
    window.documents.open_path(path)
    return path


def test_a_lesson_shows_what_its_steps_need_and_no_more(window, lesson, qtbot):
    column, desk = window.lessons.column, window.theory.desk
    assert (column.title.text(), column.count.text()) == ("First", "1 / 3")
    assert desk.settings.logit == 2.0
    assert [row.path for row in desk.controls.rows if row.isVisible()] == ["logit"]
    assert not desk.header.buttons["close"].isVisible()
    column.forward.click()
    assert not window.theory.active
    qtbot.waitUntil(lambda: window.session.scene is not None, timeout=WAIT)
    assert window.session.experiment.training.batch == 32
    rows = [row.path for row in window.controls._rows() if row.isVisible()]
    assert rows == ["training.d_steps"]
    docks = [n for n, panel in window.panels.panels.items() if not panel.dock.isHidden()]
    assert docks == ["losses"]
    column.forward.click()
    assert not desk.controls.isVisible()
    assert column.forward.text() == "Finish"


def test_the_answer_is_folded_until_asked_for(window, lesson):
    column = window.lessons.column
    assert column.ask.isVisible()
    assert not column.answer.isVisible()
    column.fold.click()
    assert column.answer.isVisible()
    column.turned.emit(1)
    column.turned.emit(-1)
    assert not column.answer.isVisible()


def test_the_end_of_a_lesson_gives_the_window_back(window, qtbot, tmp_path):
    docks = [panel.dock for panel in window.panels.panels.values()]
    before = [dock.isHidden() for dock in docks]
    folds = window.controls.folds()
    path = tmp_path / "lesson.toml"
    path.write_text(LESSON, encoding="utf-8")
    window.lessons.open(path)
    for _ in range(3):
        window.lessons.turn(1)
    assert window.lessons.step is None
    assert window.lessons.dock.isHidden()
    assert not window.theory.active
    assert [dock.isHidden() for dock in docks] == before
    assert window.controls.folds() == folds
    assert window.theory.desk.controls.parent() is window.theory.desk


def test_a_lesson_speaks_the_windows_language(window, lesson):
    window.toggle_language()
    assert window.lessons.column.name.text() == "一课"
    assert window.lessons.column.title.text() == "First"
    window.toggle_language()


def test_a_bad_lesson_is_told(window, qtbot, tmp_path):
    path = tmp_path / "lesson.toml"
    path.write_text('title = "x"\nstep = [1]\n')
    with qtbot.waitSignal(window.session.refused) as told:
        window.documents.open_path(path)
    assert "step.0" in told.args[0]
    path.write_text(LESSON.replace("loss-shapes", "no-page"))
    with qtbot.waitSignal(window.session.refused) as told:
        window.documents.open_path(path)
    assert "no such page" in told.args[0]


def test_a_longer_caption_does_not_make_the_picture_jump(window, desk_of, qtbot):
    desk = desk_of()
    heights = set()
    for logit in (-8.0, -2.0, 0.0, 3.0, -8.0, 3.0):
        desk.change({"logit": logit})
        desk.draw()
        heights.add(desk.words.height())
    first = desk.words.height()
    assert first == max(heights)


def test_escape_leaves_a_page_but_not_a_lesson(window, lesson, qtbot):
    desk = window.theory.desk
    desk._obey("close")
    assert window.theory.active
    window.lessons.leave()
    window.theory.open("loss-shapes")
    desk._obey("close")
    assert not window.theory.active


def test_a_page_in_large_text_does_not_outgrow_the_window(window, desk_of):
    window.resize(1920, 1040)
    window.set_scale(1.5)
    for name in PAGES:
        desk = desk_of(name)
        desk.draw()
        window.adjustSize()
        least = window.minimumSizeHint()
        assert least.height() <= 1040, name
        assert least.width() <= 1920, name


def test_the_ways_on_stand_in_the_column_and_lead_there(window, desk_of, qtbot):
    desk = desk_of("family-tree")
    seen = set()
    for leaf in ("gan", "vae"):
        desk.change({"leaf": leaf})
        desk.draw()
        ways = [w for w in desk.controls.ways.findChildren(QPushButton) if w.isVisible()]
        assert [w.text().removeprefix("→ ") for w in ways] == [
            link.text for link in desk.page.ways(desk.settings)
        ]
        seen.add(tuple(w.text() for w in ways))
    assert len(seen) == 2
    desk = desk_of("loss-shapes")
    desk.controls.ways.findChild(QPushButton, "theory.link.vanishing-gradient").click()
    assert desk.name == "vanishing-gradient"
