"""Figures of lessons, presets and pages: what names stand for, what is written, what stops it."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ganlab_gui.app.batch import STEPS, Item, Look, draw, plan
from ganlab_gui.cli import main
from ganlab_gui.experiment.io import ExperimentError, load_preset
from ganlab_gui.experiment.lessons import lesson_names, open_lesson
from ganlab_gui.lab.jobs import Stopped

TOY = """
title = "Toy & co"
[data]
name = "gaussian"
[noise]
dim = 1
[generator]
hidden = [4]
[discriminator]
hidden = [4]
[training]
batch = 8
"""
LESSON = """
title = { en = "Mine", zh = "我的" }
[[step]]
title = { en = "Shapes <of> losses", zh = "损失的形状" }
text = "Look."
page = "loss-shapes"
[[step]]
title = { en = "A run_", zh = "一次运行" }
text = "Look."
preset = "dirac-gan"
set = { runs = 1 }
"""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    path = tmp_path / "my toy.toml"
    path.write_text(TOY)
    return path


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "lesson.toml"
    path.write_text(LESSON, encoding="utf-8")
    return path


def test_a_lesson_is_its_steps() -> None:
    for name in lesson_names():
        items, steps = plan([name], None), open_lesson(name).step
        assert [item.page or item.name for item in items] == [s.page or s.preset for s in steps]
        assert [item.title for item in items] == [step.title.en for step in steps]
    assert plan(["4-mode-collapse"], 7)[0].steps == 7


def test_an_experiment_is_trained_as_long_as_its_promise_says(toy: Path) -> None:
    promised, own = plan(["dirac-gan", str(toy)], None)
    assert promised.steps == load_preset("dirac-gan").expect[0].steps
    assert own.steps == STEPS


def test_names_that_are_none_or_two_are_all_told() -> None:
    with pytest.raises(ExperimentError) as caught:
        plan(["vanishing-gradient", "nothing", "page:ring", "no.toml"], None)
    lines = caught.value.lines
    assert "say page:vanishing-gradient or preset:vanishing-gradient" in lines[0]
    assert lines[1].startswith("nothing: no lesson, page or preset")
    assert lines[2].startswith("ring: no page of that name")
    assert lines[3] == "no.toml: no such file."
    assert len(lines) == 4
    both = plan(["page:vanishing-gradient", "preset:vanishing-gradient"], None)
    assert [bool(item.page) for item in both] == [True, False]


def test_the_command_draws_a_lesson_and_an_experiment(
    lesson: Path, toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    out = tmp_path / "out"
    options = ["--out", str(out), "--steps", "3", "--kind", "svg", "--theme", "dark"]
    assert main(["figures", str(lesson), str(toy), *options, "--device", "cpu"]) == 0
    count = len(list(out.rglob("*.svg")))
    assert count >= 8
    assert capsys.readouterr().out.startswith(f"{count} figures; see ")
    folders = ["01-loss-shapes", "02-dirac-gan", "03-my-toy"]
    assert sorted(p.name for p in out.iterdir()) == [*folders, "index.html", "index.tex"]
    for folder in folders:
        stems = {p.stem for p in (out / folder).iterdir()}
        names = {f"{stem}.{kind}" for stem in stems for kind in ("svg", "txt", "tex")}
        assert {p.name for p in (out / folder).iterdir()} == names
    assert {p.stem for p in (out / "03-my-toy").iterdir()} >= {"page", "density", "losses"}
    for figure in out.rglob("*.svg"):
        ElementTree.parse(figure)
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "Shapes &lt;of&gt; losses" in page
    assert "Toy &amp; co: " in page
    listed = re.findall(r'src="([^"]+)"', page)
    assert len(listed) == count
    assert all((out / path).is_file() for path in listed)
    document = (out / "index.tex").read_text(encoding="utf-8")
    assert r"\section{A run\_}" in document
    assert r"\usepackage{svg}" in document
    imported = re.findall(r"\\import\{([^}]+)\}\{([^}]+)\}", document)
    assert all((out / folder / f"{name}.tex").is_file() for folder, name in imported)
    assert len(imported) == count
    labels = [re.search(r"\\label\{(.+)\}", p.read_text())[1] for p in out.glob("0*/*.tex")]
    assert len(set(labels)) == count


def test_figures_are_the_same_whether_drawn_alone_or_with_others(tmp_path: Path) -> None:
    page = Item("loss-shapes", "Shapes", page="loss-shapes")
    for name, items in (("one", [page]), ("two", [page, page])):
        draw(items, Look("svg"), tmp_path / name)
    first = (tmp_path / "one" / "01-loss-shapes" / "page.svg").read_bytes()
    assert first == (tmp_path / "two" / "02-loss-shapes" / "page.svg").read_bytes()


def test_what_is_stopped_keeps_what_is_whole(toy: Path, tmp_path: Path) -> None:
    items = plan(["loss-shapes", str(toy)], 2_000)
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, text: str) -> None:
        told.append((done, total, text))
        if done > 100:
            raise Stopped

    with pytest.raises(Stopped):
        draw(items, Look("png"), tmp_path / "out", "cpu", progress)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "01-loss-shapes", "index.html", "index.tex",
    ]  # fmt: skip
    done = [number for number, _, _ in told]
    assert done == sorted(done)
    assert {total for _, total, _ in told} == {200}
    assert "my-toy" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_figures_speak_chinese(qapp: object, lesson: Path, tmp_path: Path) -> None:
    from ganlab_gui.app import language

    try:
        items = plan([str(lesson)], 2, "zh")
        draw(items[:1], Look("svg", "light", "zh"), tmp_path / "out")
    finally:
        language.install("en")
    assert "损失的形状" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    words = (tmp_path / "out" / "01-loss-shapes" / "page.txt").read_text(encoding="utf-8")
    assert any("\u4e00" <= letter <= "\u9fff" for letter in words)
    assert "ctex" in (tmp_path / "out" / "index.tex").read_text(encoding="utf-8")


def test_bad_names_are_refused_before_anything_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["figures", "nothing", "ring", "--out", str(tmp_path / "file")]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"--out {tmp_path / 'file'}", "nothing"]


def test_a_grid_is_drawn_from_its_folder(made_grid: Callable[..., tuple], tmp_path: Path) -> None:
    from ganlab_gui.lab.sweep.folder import Folder
    from ganlab_gui.lab.sweep.result import dumps

    grid, results = made_grid()
    folder = Folder.make(tmp_path / "k against c", grid)
    (item,) = plan([str(folder.path)], None)
    with pytest.raises(ExperimentError, match="no cell of this grid has been trained yet"):
        draw([item], Look("svg"), tmp_path / "out")
    folder.write((0, 0), dumps(results[0, 0]))
    assert draw([item], Look("svg"), tmp_path / "out") == 7
    files = {path.name for path in (tmp_path / "out" / "01-k-against-c").iterdir()}
    assert {"multiples.svg", "heat-js.svg", "heat-js.tex", "curves-js.txt"} <= files
    with pytest.raises(ExperimentError, match=r"holds no grid\.toml"):
        plan([str(tmp_path)], None)
