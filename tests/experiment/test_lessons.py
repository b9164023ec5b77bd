"""Lessons as TOML: what they say in which language, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganlab_gui.experiment.io import ExperimentError, load_preset, preset_names, with_values
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.lessons import (
    Words,
    is_lesson,
    lesson_names,
    load_lesson,
    open_lesson,
)

STEP = '[[step]]\ntitle = "One"\ntext = "Look."\npage = "loss-shapes"\n'


@pytest.fixture
def lesson_of(tmp_path):
    def made(text):
        path = tmp_path / "lesson.toml"
        path.write_text(text, encoding="utf-8")
        return load_lesson(path)

    return made


def test_plain_text_is_english_and_a_missing_language_falls_back(lesson_of):
    lesson = lesson_of('title = { en = "A", zh = "甲" }\nabout = "B"\n' + STEP)
    assert (lesson.title.of("en"), lesson.title.of("zh")) == ("A", "甲")
    assert (lesson.about.of("zh"), lesson.step[0].text.of("en")) == ("B", "Look.")
    assert not lesson.step[0].ask
    assert Words(zh="乙").of("en") == "乙"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('title = "A"\n', "step: is missing"),
        ('title = "A"\nstep = []\n', "step: needs more entries; the least is 1"),
        ('title = "A"\n[[step]]\ntitle = "x"\ntext = "y"\n', "either a page or a preset"),
        ('title = "A"\n' + STEP + 'preset = "ring"\n', "either a page or a preset"),
        ('title = "A"\n' + STEP + 'panels = ["losses"]\n', "a page has neither"),
        ('title = "A"\n' + STEP + 'script = "x"\n', "step.0.script: no such setting"),
        ('title = 3\n' + STEP, "title: is 3; must be a table"),
        ("title = ", "not valid TOML"),
    ],
)  # fmt: skip
def test_what_is_no_lesson_is_refused_in_a_sentence(lesson_of, text, sentence):
    with pytest.raises(ExperimentError) as error:
        lesson_of(text)
    assert sentence in str(error.value)
    assert "lesson.toml: " in str(error.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_lesson_or_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "lesson.toml"
    path.write_bytes(data)
    is_lesson(path)
    with pytest.raises(ExperimentError):
        load_lesson(path)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(ExperimentError, match="no such file"):
        open_lesson(str(tmp_path / "none.toml"))
    with pytest.raises(ExperimentError, match="no lesson of that name; there are: "):
        open_lesson("none")


def test_lessons_and_experiments_are_told_apart(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text('title = "A"\n' + STEP)
    assert is_lesson(path)
    path.write_text('title = "A"\n')
    assert not is_lesson(path)
    path.write_bytes(b"\xff")
    assert not is_lesson(path)


def test_at_least_the_four_lessons_are_there():
    titles = {open_lesson(name).title.of("en") for name in lesson_names()}
    assert {
        "From likelihood to games",
        "Why GANs are hard to train",
        "From JS to Wasserstein",
        "Mode collapse and its cures",
    } <= titles


@pytest.mark.parametrize("name", lesson_names())
def test_a_lesson_shows_what_there_is_and_says_it_in_both_languages(name):
    lesson = open_lesson(name)
    assert lesson.about.en
    assert lesson.about.zh
    for step in lesson.step:
        for words in (step.title, step.text, step.ask, step.answer):
            assert bool(words.en) == bool(words.zh), (name, step.title.en)
        assert bool(step.ask) == bool(step.answer)
        if step.preset:
            assert step.preset in preset_names()
            experiment = with_values(load_preset(step.preset), step.set)
            known = {s.path for s in settings_of(experiment)} | {"data.name"}
            assert set(step.controls or ()) <= known
    assert any(step.ask for step in lesson.step)
