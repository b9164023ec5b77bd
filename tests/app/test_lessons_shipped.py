"""Every lesson that travels with the program, turned through in the real window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ganlab_gui.app.main import create
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.experiment.knobs import is_meant, settings_in
from ganlab_gui.experiment.lessons import Step, lesson_names, open_lesson
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.pages import open_page
from ganlab_gui.pages.page import changed
from ganlab_gui.views import VIEWS

WAIT = 60_000
LANGUAGES = ("en", "zh")
SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
STEPS = [(name, step) for name in lesson_names() for step in open_lesson(name).step]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    _, window = create(SMALL, home="thread", device="cpu")
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    yield window
    window.session.mark_saved()
    window.close()
    window.deleteLater()


def _id(value: object) -> str:
    return value.title.en if isinstance(value, Step) else str(value).split("-")[0]


@pytest.mark.parametrize("name", lesson_names())
def test_a_lesson_turns_from_its_first_step_to_its_last(name, window):
    refused: list[str] = []
    window.session.refused.connect(refused.append)
    window.lessons.open(name)
    lesson = open_lesson(name)
    for place, step in enumerate(lesson.step):
        assert (window.lessons.place, window.lessons.step) == (place, step)
        assert not refused, (step.title.en, refused)
        _shows(window, step)
        if step.page:
            _fits(window, step)
        window.lessons.turn(1)
    assert window.lessons.lesson is None


def _shows(window: MainWindow, step: Step) -> None:
    desk = window.theory.desk
    if step.page:
        assert desk is not None
        assert desk.name == step.page
        for path, value in step.set.items():
            assert getattr(desk.settings, path) == value
        seen = {row.path for row in desk.controls.rows if not row.isHidden()}
        assert seen == set(step.controls or ()) - {button.key for button in desk.page.buttons}
        return
    for name in step.panels:
        assert not window.panels.panels[name].dock.isHidden()
    assert window.panels.staged == (step.stage or window.panels.main)


def _fits(window: MainWindow, step: Step) -> None:
    """The words of a page's step stand in the column whole, with the answer unfolded."""
    column = window.lessons.column
    assert column is not None
    for language in LANGUAGES:
        column.retranslate(language)
        column.fold.setChecked(True)
        QApplication.processEvents()
        assert column.reader.verticalScrollBar().maximum() == 0, (language, step.title.en)


@pytest.mark.parametrize(("name", "step"), STEPS, ids=_id)
def test_a_step_names_what_there_is(name, step):
    assert set(step.panels) | ({step.stage} if step.stage else set()) <= set(VIEWS)
    if step.preset:
        with_values(load_preset(step.preset), step.set)
        return
    page = open_page(step.page)
    settings = changed(page.settings(), step.set)
    known = {s.path: s for s in settings_in(page.settings)}
    buttons = {button.key for button in page.buttons}
    assert set(step.controls or ()) <= set(known) | buttons
    for path in set(step.controls or ()) - buttons:
        assert is_meant(known[path], settings), (path, "has no meaning in this step")
    assert not step.play or page.sweep is not None


@pytest.mark.parametrize(("name", "step"), STEPS, ids=_id)
def test_a_text_is_short_enough_for_the_column(name, step):
    assert 35 <= len(step.text.en.split()) <= 115
    assert 80 <= len(step.text.zh) <= 260
    assert len(step.answer.en.split()) <= 85
