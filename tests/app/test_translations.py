"""Every visible text is translated and compiled, and the guides are whole."""

import importlib.util
import re
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QApplication

from ganlab_gui.app import language
from ganlab_gui.app.actions import ACTIONS
from ganlab_gui.experiment.io import load_preset, preset_names
from ganlab_gui.resources import resource

GUIDES = ("help/guide-en.md", "help/guide-zh.md")


def load() -> ModuleType:
    path = resource("translations/collect.py")
    spec = importlib.util.spec_from_file_location("collect_translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COLLECT = load()
TRANSLATED = COLLECT.read()


@pytest.fixture
def compiled(qapp: QApplication) -> QTranslator:
    translator = QTranslator(qapp)
    assert translator.load("ganlab_zh_CN", str(resource("translations")))
    return translator


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    language.install("zh")
    yield
    language.install("en")


def test_every_text_of_the_program_is_translated() -> None:
    lacking = set(COLLECT.collect()) - set(TRANSLATED)
    assert not lacking, f"run `make translations`, then translate: {sorted(lacking)}"


def test_nothing_is_translated_that_the_program_no_longer_says() -> None:
    left = set(TRANSLATED) - set(COLLECT.collect())
    assert not left, f"run `make translations` to drop: {sorted(left)}"


def test_no_entry_is_unfinished() -> None:
    text = resource("translations/ganlab_zh_CN.ts").read_text(encoding="utf-8")
    assert 'type="unfinished"' not in text


def test_the_compiled_file_is_up_to_date(compiled: QTranslator) -> None:
    stale = [
        source
        for (context, source), text in TRANSLATED.items()
        if compiled.translate(context, source) != text
    ]
    assert not stale, f"run `make translations`: {stale}"


def placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}|%n|%\d", text))


def mnemonics(text: str) -> int:
    return len(re.findall(r"&\w", text))


def test_placeholders_and_mnemonics_agree() -> None:
    differing = [
        (source, text)
        for (_, source), text in TRANSLATED.items()
        if placeholders(source) != placeholders(text) or mnemonics(source) != mnemonics(text)
    ]
    assert not differing


def test_a_text_that_cannot_be_seen_is_named(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "panel.py").write_text(
        "class P:\n    def show(self, key):\n        self.tr('seen' if key else 'also')\n"
    )
    monkeypatch.setattr(COLLECT, "SOURCES", tmp_path)
    assert COLLECT.collect() == [("P", "also"), ("P", "seen")]
    (tmp_path / "panel.py").write_text("def show(self, key):\n    self.tr(key)\n")
    with pytest.raises(COLLECT.UnknownText, match=r"line 2 of ganlab_gui/panel\.py: key"):
        COLLECT.collect()


def test_texts_that_functions_answer_are_seen() -> None:
    texts = set(COLLECT.collect())
    assert {("MainWindow", "the weights"), ("MainWindow", "D's loss")} <= texts
    assert {("theory", "D also sees old samples."), ("theory", "weight clipping")} <= texts
    assert ("Figure", "mean over classes") in texts


def test_a_wrapper_gives_its_texts_their_context(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.py").write_text(
        "def tr(text):\n    return QCoreApplication.translate('One', text)\n\ntr('here')\n"
    )
    (tmp_path / "two.py").write_text("from ganlab_gui.one import tr\n\ntr('there')\n")
    monkeypatch.setattr(COLLECT, "SOURCES", tmp_path)
    assert COLLECT.collect() == [("One", "here"), ("One", "there")]
    (tmp_path / "two.py").write_text("def show():\n    tr = translate\n    tr('Two', 'aside')\n")
    assert COLLECT.collect() == [("One", "here"), ("Two", "aside")]


def test_new_words_take_the_translation_they_have_elsewhere(tmp_path) -> None:
    path = tmp_path / "some.ts"
    known = {("A", "step"): "步", ("A", "gone"): "走了"}
    lacking = COLLECT.write([("A", "step"), ("B", "step"), ("B", "new")], known, path)
    assert lacking == [("B", "new")]
    assert COLLECT.read(path) == {("A", "step"): "步", ("B", "step"): "步"}


def test_the_program_speaks_chinese(chinese: None) -> None:
    assert QCoreApplication.translate("Experiment", "λ penalty") == "惩罚权重 λ"
    assert language.of_figure("Losses") == "损失"
    for name in preset_names():
        experiment = load_preset(name)
        said = language.of_preset(f"{experiment.title}\n{experiment.notes}")
        assert all(re.search(r"[\u4e00-\u9fff]", line) for line in said.splitlines() if line)


def test_a_title_of_ones_own_stays_as_it_is(chinese: None) -> None:
    assert language.of_preset("My first\nGAN") == "My first\nGAN"


@pytest.mark.parametrize("name", GUIDES)
def test_every_action_stands_in_the_guide(name: str, compiled: QTranslator) -> None:
    text = resource(name).read_text(encoding="utf-8")
    rows = {
        f"| {said.rstrip('…')} | `{action.shortcut}` |"
        for action in ACTIONS
        for said in [compiled.translate("Action", action.text) if "zh" in name else action.text]
    }
    assert not [row for row in rows if row not in text]


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_is_markdown_that_qt_reads(name: str, qapp: QApplication) -> None:
    document = QTextDocument()
    document.setMarkdown(resource(name).read_text(encoding="utf-8"))
    shown = document.toPlainText()
    assert "p_g(x)" in shown
    assert "D*(x) = p(x) / (p(x) + p_g(x))" in shown
    assert "**" not in shown
    assert "|--" not in shown


def test_the_chinese_font_has_every_character_of_the_translation(qapp: QApplication) -> None:
    from fontTools.ttLib import TTFont

    path = resource("fonts/GanLabSansSC-Regular.otf")
    assert QFontDatabase.addApplicationFont(str(path)) >= 0
    there = TTFont(path).getBestCmap()
    used = set("".join(TRANSLATED.values()) + resource(GUIDES[1]).read_text(encoding="utf-8"))
    assert not [c for c in used if c >= "\u2e80" and ord(c) not in there]
