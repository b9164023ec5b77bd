"""What the floors below say is wrong, in Chinese: nothing a user can meet is left in English."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

import ganlab_gui
from ganlab_gui.app import language
from ganlab_gui.app.sentences import FILE, LONGEST, PLACE, in_chinese, said_here
from ganlab_gui.experiment.io import ALLOWED, ExperimentError, load, with_values
from ganlab_gui.experiment.own_data import File
from ganlab_gui.experiment.rules import RULES
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint, session_file
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.session_damage import Damage
from ganlab_gui.resources import resources_dir

SOURCES = Path(ganlab_gui.__file__).parent
MODULES = (
    "experiment/grid.py", "experiment/io.py", "experiment/schema.py", "experiment/table.py",
    "experiment/table_base.py", "experiment/table_npz.py", "experiment/text.py",
    "experiment/toys.py", "experiment/lessons.py", "core/data/empirical.py", "lab/journal.py",
    "lab/files.py", "lab/session_file.py", "lab/session_head.py", "lab/trainer.py",
    "lab/video.py", "lab/sweep/result.py", "figures/strip_rows.py", "app/movie.py",
    "app/keeper.py", "app/movie_plan.py", "app/batch.py", "lab/sweep/folder.py",
    "lab/sweep/cluster.py",
)  # fmt: skip
"""Modules whose errors stand in the window."""
LISTED = ("lines.append", "errors.append", "said.append", "self.damage.other")
"""Calls that such errors are gathered with."""
INNER = {
    "a record has swallowed another",
    "there is more than its header says",
    "a frame is X of X; the movie's size is X",
    "a block without a fault was complained about",
    " (X more)",
    "X X, not X",
    "# It rests on a file of data that is not in this text: X",
    "X, line X: no columnX holds numbers; one or two columns of numbers, with a decimal point, are"
    " needed",
}
"""What is caught before it gets that far, is a part of others, or is names and numbers alone."""
NAMES = re.findall(
    r"\w+",
    """CSV TSV NPZ TOML UTF numpy savez ganlab gui low high count values auto cuda cpu device preset
    file experiment columns runs seed at_least at_most minimax non saturating dirac axis true false
    presets pip install PyAV python out set PATH VALUE training d_steps mp gif XxX""",
)
"""Names that are no words of a language."""


def template(node: ast.AST) -> str | None:
    """A literal with X for what changes in it."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "X" for v in node.values)
    return None


def texts(node: ast.AST) -> Iterator[str]:
    found = template(node)
    if found is not None:
        yield found
        return
    for child in ast.iter_child_nodes(node):
        yield from texts(child)


def raised() -> Iterator[str]:
    """What is raised, or gathered to be."""
    for name in MODULES:
        for node in ast.walk(ast.parse((SOURCES / name).read_text(encoding="utf-8"))):
            call = node.exc if isinstance(node, ast.Raise) else node
            if not isinstance(call, ast.Call):
                continue
            function = ast.unparse(call.func)
            if call is not node or function in LISTED:
                found = [text.rstrip(".") for a in call.args for text in texts(a)]
                begins = function == "self.damage.other"
                yield from (text[:1].upper() + text[1:] if begins else text for text in found)


def english(sentence: str) -> list[str]:
    """The English words in it."""
    return [w for w in re.findall(r"[A-Za-z_]{2,}", sentence) if w not in NAMES]


SAID = sorted(
    {text for text in raised() if " " in text} - INNER
    | {text.format(gt=1, ge=1, lt=1, le=1, max_length=1, min_length=1, expected=1, expected_tags=1)
       for text in ALLOWED.values()}
    | {sentence for _, _, sentence in RULES}
)  # fmt: skip


@pytest.mark.parametrize("sentence", SAID)
def test_every_error_of_the_window_is_said_in_chinese(sentence: str) -> None:
    assert not english(in_chinese(sentence)), in_chinese(sentence)


def test_translations_have_the_places_of_their_patterns() -> None:
    table = tomllib.loads((resources_dir() / "translations" / FILE).read_text(encoding="utf-8"))
    for pattern, text in table.items():
        assert sorted(PLACE.findall(pattern)) == sorted(PLACE.findall(text)), pattern
        assert PLACE.findall(pattern) == sorted(PLACE.findall(pattern)), pattern
        assert not text.endswith(("。", ".")), pattern


def told(action: Callable[[], object]) -> str:
    with pytest.raises((ExperimentError, ValueError, OSError)) as error:
        action()
    return str(error.value)


def test_real_errors_are_said_with_what_and_where(tmp_path: Path) -> None:
    def here(action: Callable[[], object]) -> str:
        return in_chinese(told(action)).replace(str(tmp_path), "DIR")

    (tmp_path / "a.csv").write_text("1,2\n3,x\n")
    (tmp_path / "a.pt").write_bytes(b"nothing")
    (tmp_path / "a.ganlab").write_bytes(b"nothing")
    settings = Experiment()
    assert here(lambda: with_values(settings, {"training.batch": 0})) == (
        "设置：training.batch：为 0；必须至少为 1。"
    )
    assert here(lambda: with_values(settings, {"training.kk": 1})) == (
        "设置：training.kk：没有这个设置。"
    )
    several = {"discriminator.pack": 2, "generator.count": 2}
    assert here(lambda: with_values(settings, several)) == (
        "设置：discriminator.pack：为 2；打包会混合多个生成器的样本；允许：1。"
    )
    assert here(lambda: load(tmp_path / "no.toml")) == "DIR/no.toml：没有这个文件。"
    assert here(lambda: File(name="file", path=str(tmp_path / "a.csv"), header="no").read()) == (
        "a.csv 第 2 行第 2 列：'x' 不是数；允许有限的数，如 1.5 或 -2e-3。"
    )
    assert here(lambda: checkpoint.load(tmp_path / "a.pt")) == "DIR/a.pt：不是本程序的检查点。"
    assert here(lambda: session_file.load(tmp_path / "a.ganlab")) == (
        "DIR/a.ganlab：不是本程序的会话。"
    )
    assert here(lambda: atomic_bytes(tmp_path / "no" / "a.csv", b"")) == (
        "DIR/no/a.csv：无法保存：文件夹 DIR/no 不存在。"
    )


def test_damage_is_said_in_chinese() -> None:
    damage = Damage()
    damage.curves(0, 1, 20)
    damage.other("scenes/0.npz is damaged or missing")
    damage.other("arrays/5.npy, which pictures share, is damaged")
    damage.item("picture", 1, 1000)
    for step in range(5):
        damage.item("state", 0, step)
    sentences = [in_chinese(one) for one in damage.sentences()]
    assert sentences[0] == "分支 1 的曲线缺少第 1 至 20 步。"
    assert sentences[3] == "分支 2 第 1\N{NARROW NO-BREAK SPACE}000 步的图已损坏，略去。"
    assert sentences[4] == "分支 1 第 0 至 4 步的 5 个状态已损坏，略去。"
    for one in sentences:
        assert not set(english(one)) - {"Scenes", "npz", "Arrays", "arrays", "npy"}


@pytest.mark.parametrize("text", ["a: b; c", "x: ", "is 1; ", "allowed: ", "is damaged: "])
def test_a_sentence_of_many_parts_takes_no_deeper_way_for_each(text: str) -> None:
    """Each part doubled the work once, and a dozen of them held the window."""
    whole = (text * 300)[:LONGEST]
    assert len(in_chinese(whole)) <= len(whole)
    assert in_chinese(whole + text * 300) == whole + text * 300


def test_a_path_keeps_its_own_marks() -> None:
    assert in_chinese("DIR; x/a.csv: no such file.") == "DIR; x/a.csv：没有这个文件。"


@given(st.text(max_size=80))
def test_whatever_else_stays_as_it_is_or_keeps_its_names(text: str) -> None:
    in_chinese(text)
    assert in_chinese(f"{text.replace(': ', '').replace('; ', '')} XQ").endswith("XQ")


def test_lines_are_said_in_the_language_of_the_window(qtbot: QtBot) -> None:
    lines = "a.toml: no such file.\na.toml: seed: is missing."
    assert said_here(lines) == "a.toml: no such file. a.toml: seed: is missing."
    language.install("zh")
    assert said_here(lines) == "a.toml：没有这个文件。 a.toml：seed：缺失。"
