"""Files damaged at a thousand places each: refused in a sentence, or read as what they now say.

A checkpoint and an NPZ file carry sums: one that can still be read holds exactly what was saved. A
text (TOML, CSV, TSV) carries none, and a changed digit is a legal text: what is read is then what
the text now says, no more and no less. Nothing a file holds is ever run.
"""

import io
import pickle
import re
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.corruption import PLACES, damaged, nothing_is_run
from support.same import same
from support.taped import SMALL, Taped, contents, tree

from ganlab_gui.experiment.io import ExperimentError, load, load_preset, with_values
from ganlab_gui.experiment.lessons import load_lesson
from ganlab_gui.experiment.table import TableError, read_labelled, table_dimension
from ganlab_gui.lab import checkpoint, keyframe
from ganlab_gui.lab.checkpoint import CheckpointError
from ganlab_gui.lab.history import MEASURE_COLUMNS, TABLES, History, row_columns
from ganlab_gui.lab.journal import Journal
from ganlab_gui.lab.library import CARD, SESSION, Library, RunCard, move_in, write_card
from ganlab_gui.lab.pack import PackError, unpack
from ganlab_gui.lab.packed import pack_snapshot, unpack_snapshot
from ganlab_gui.lab.session_file import SessionError, read, write
from ganlab_gui.lab.sweep.cell import train
from ganlab_gui.lab.sweep.result import CellError, Job
from ganlab_gui.lab.sweep.result import dumps as result_bytes
from ganlab_gui.lab.sweep.result import loads as result_of
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.resources import presets_dir


def attempt(read: Callable[[], Any], error: type[Exception]) -> Any | None:
    """What is read, or None where it is refused as it should be: in sentences, without a run."""
    with nothing_is_run():
        try:
            return read()
        except error as refused:
            lines = str(refused).splitlines()
            assert lines
            # These are phrases, which others put into their sentences.
            if error not in (PackError, CellError):
                assert all(line.endswith(".") for line in lines), lines
            return None


# -- checkpoints -----------------------------------------------------------------------------------


def saved() -> bytes:
    """A checkpoint with everything in it: two runs, an average, a history of fakes, curves."""
    rich = {
        "runs": 2, "generator.average": 0.9, "generator.norm": "spectral", "training.history": 30,
        "training.conditional": True, "generator.hidden": [6], "discriminator.hidden": [6],
        "training.batch": 8,
    }  # fmt: skip
    trainer = Trainer(with_values(load_preset("ring"), rich), "cpu")
    trainer.step(5)
    trainer.apply(with_values(trainer.experiment, {"training.d_steps": 2}))
    trainer.step(5)
    history = History(2, 8, row_columns(trainer.experiment))
    history.rows.extend(*trainer.rows())
    history.measures.extend(np.array([10]), np.full((1, 2, len(MEASURE_COLUMNS)), 0.5))
    history.edits = list(trainer.edits)
    return checkpoint.dumps(trainer, history)


def held(found: checkpoint.Checkpoint) -> dict[str, Any]:
    history = found.history
    assert history is not None
    tables = {name: (getattr(history, name).steps, getattr(history, name).values)
              for name in ("rows", "measures", "shares")}  # fmt: skip
    return {
        "experiment": found.experiment, "state": found.state, "edits": found.edits, **tables,
        "history edits": history.edits, "floors": history.floors,
    }  # fmt: skip


def test_a_damaged_checkpoint_is_refused_or_holds_what_was_saved() -> None:
    whole = saved()
    expected = held(checkpoint.loads(whole))
    read = 0
    for number, data in enumerate(damaged(whole, seed=1, tail=6_000)):
        found = attempt(lambda data=data: checkpoint.loads(data, "c.pt"), CheckpointError)
        assert found is None or same(held(found), expected), f"version {number}"
        read += found is not None
    assert read < 200  # only marks that no reader needs may change: times, versions, comments


def test_a_member_that_is_called_a_folder_is_still_read() -> None:
    """torch would skip it and hand out memory that nobody wrote."""
    whole = saved()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        names = [entry.filename.encode() for entry in archive.infolist()]
    records = whole.index(b"PK\x01\x02")
    for name in names:
        attributes = whole.index(name, records) - 8
        data = bytearray(whole)
        data[attributes] |= 0x10
        found = checkpoint.loads(bytes(data))
        assert same(held(found), held(checkpoint.loads(whole))), name


# -- what a recording is made of -------------------------------------------------------------------


@pytest.fixture(scope="module")
def tape() -> Taped:
    return tree()


def test_a_damaged_state_is_refused_or_is_what_it_was(tape: Taped) -> None:
    whole = keyframe.dumps(tape.trainer)
    expected = unpack(whole)
    for number, data in enumerate(damaged(whole, 7, PLACES // 2, tail=2_000)):
        found = attempt(lambda data=data: unpack(data), PackError)
        assert found is None or same(found, expected), f"version {number}"


def test_a_damaged_picture_is_refused_or_is_what_it_was(tape: Taped) -> None:
    picture = tape.recording.picture(20)
    assert picture is not None
    for number, data in enumerate(damaged(pack_snapshot(picture), 8, PLACES // 2, tail=2_000)):
        found = attempt(lambda data=data: unpack_snapshot(data), PackError)
        assert found is None or same(vars(found), vars(picture)), f"version {number}"


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_session_opens_as_far_as_it_is_whole(tape: Taped, seed: int) -> None:
    stream = io.BytesIO()
    write(stream, tape.recording, {"title": "Ring"})
    whole, expected = stream.getvalue(), contents(tape.recording)
    for number, data in enumerate(damaged(whole, seed, PLACES // 4, tail=4_000)):
        found = attempt(lambda data=data: read(io.BytesIO(data), "a.ganlab"), SessionError)
        if found is None:
            continue
        there = contents(found.recording)
        if not found.damage:
            assert there == expected, f"version {number}: not a word"
        for sentence in found.damage:
            assert sentence.endswith("."), sentence
        parts_of(there, expected)


def test_a_damaged_journal_opens_as_far_as_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "session.ganlab"
    grown, journal = tree(), Journal(path)
    for _ in range(3):
        journal.write(grown.recording.lend(), {"seconds": 1.5})
        grown.step(5, measure=True)
        grown.keep()
    journal.write(grown.recording.lend(), {"seconds": 2.5})
    expected = contents(grown.recording)
    for data in damaged(path.read_bytes(), 9, PLACES // 2):
        stream = io.BytesIO(data)
        found = attempt(lambda stream=stream: read(stream, "j", journal=True), SessionError)
        if found is not None:
            parts_of(contents(found.recording), expected | {"current": found.recording.current})
            assert all(line.endswith(".") for line in found.damage)


def test_a_damaged_cell_of_a_grid_is_trained_again_or_is_what_it_was() -> None:
    job = Job(with_values(SMALL, {"runs": 2}), 6, 3)
    expected = train(job, lambda steps: False)
    assert expected is not None
    for number, data in enumerate(damaged(result_bytes(expected), 10, PLACES // 2, tail=3_000)):
        found = attempt(lambda data=data: result_of(data, job), CellError)
        if found is None:
            continue
        assert found.diverged_at == expected.diverged_at
        for table in TABLES:
            mine, theirs = getattr(found.history, table), getattr(expected.history, table)
            assert same((mine.steps, mine.values), (theirs.steps, theirs.values)), number
        assert same(vars(found.snapshot), vars(expected.snapshot)), number


def test_a_damaged_card_still_lists_its_run_and_deletes_nothing_else(tmp_path: Path) -> None:
    library = tmp_path / "library"
    folder = library / "20260101-000000-abc"
    folder.mkdir(parents=True)
    (folder / SESSION).write_bytes(b"x" * 10)
    write_card(folder, RunCard(title="Ring", steps=5, tags=("kept",), measures={"js": 0.5}))
    for data in damaged((folder / CARD).read_bytes(), 11, PLACES // 2):
        (folder / CARD).write_bytes(data)
        with nothing_is_run():
            (entry,) = Library(library).entries()
        assert entry.size == 10
    beside = tmp_path / "beside"
    beside.mkdir()
    for name in ("..", ".", "/", str(beside), "../library", "../beside"):
        (tmp_path / "new").mkdir()
        move_in(tmp_path / "new", library, name)
        assert (folder / SESSION).exists()
        assert beside.exists()
        (library / "new").rmdir()


def parts_of(found: dict[str, Any], whole: dict[str, Any]) -> None:
    """What is there of each branch is as it was saved; some of it may be missing."""
    assert found["current"] == whole["current"]
    for name in set(found) - {"current"}:
        there, true = found[name], whole[name]
        assert there["keyframes"].items() <= true["keyframes"].items(), name
        for step, picture in there["pictures"].items():
            mine, theirs = (
                vars(unpack_snapshot(data)) for data in (picture, true["pictures"][step])
            )
            lost = {field for field, value in mine.items() if value is None}
            assert all(same(mine[field], theirs[field]) for field in mine.keys() - lost), (
                name,
                step,
            )
        for key in set(there) - {"keyframes", "pictures", "kept", *TABLES}:
            assert there[key] == true[key], (name, key)
        for table in TABLES:
            rows_of(there[table], true[table])


def rows_of(found: tuple[Any, bytes, bytes], whole: tuple[Any, bytes, bytes]) -> None:
    """The rows that are there are those of their steps."""
    columns, steps, values = found
    assert columns == whole[0]
    true = dict(by_step(whole))
    assert all(true[step] == row for step, row in by_step((columns, steps, values)))


def by_step(table: tuple[Any, bytes, bytes]) -> Iterator[tuple[int, bytes]]:
    _, steps, values = table
    numbers = np.frombuffer(steps, np.int64).tolist()
    width = len(values) // len(numbers) if numbers else 0
    return ((step, values[n * width : (n + 1) * width]) for n, step in enumerate(numbers))


# -- code ------------------------------------------------------------------------------------------


class Touching:
    """What touches a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


def test_a_pickle_that_would_run_code_is_refused_wherever_it_is_hidden(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    pickle.loads(pickle.dumps(Touching(touched)))
    assert touched.exists()  # it would
    touched.unlink()
    with zipfile.ZipFile(io.BytesIO(saved())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in members:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for other, data in members.items():
                archive.writestr(other, pickle.dumps(Touching(touched)) if other == name else data)
        data = stream.getvalue()
        attempt(lambda data=data: checkpoint.loads(data, "c.pt"), CheckpointError)
    evil = np.empty((3, 2), object)
    evil[:] = Touching(touched)
    path = tmp_path / "evil.npz"
    np.savez(path, data=evil)
    for reader in (read_labelled, table_dimension):
        assert attempt(lambda reader=reader: reader(path), TableError) is None
    assert not touched.exists()


# -- texts -----------------------------------------------------------------------------------------


def says(found: Any, text: Any) -> bool:
    """Whether what was read has all that the text says, at its place and as it says it."""
    if isinstance(text, dict):
        return all(says(found.get(key, found), value) for key, value in text.items())
    if isinstance(text, list):
        return len(found) == len(text) and all(map(says, found, text))
    return bool(found == text)


def test_a_damaged_preset_is_refused_or_read_as_what_it_now_says(tmp_path: Path) -> None:
    files = sorted(presets_dir().glob("*.toml"))
    path = tmp_path / "preset.toml"
    for seed, whole in enumerate(files):
        for data in damaged(whole.read_bytes(), seed, 1 + PLACES // len(files)):
            path.write_bytes(data)
            found = attempt(lambda: load(path), ExperimentError)
            if found is not None:
                text = tomllib.loads(path.read_text(encoding="utf-8"))
                assert says(as_text(found.model_dump(mode="json")), as_text(text)), data


def as_text(values: dict[str, Any]) -> dict[str, Any]:
    """A preset's values without what reading is meant to change: one promise is a list of one."""
    expect = values.get("expect", [])
    return values | {"expect": expect if isinstance(expect, list) else [expect]}


def test_a_damaged_lesson_is_refused_or_read_as_what_it_now_says(tmp_path: Path) -> None:
    files = sorted((presets_dir() / "lessons").glob("*.toml"))
    path = tmp_path / "lesson.toml"
    for seed, whole in enumerate(files):
        for data in damaged(whole.read_bytes(), seed, 1 + PLACES // len(files)):
            path.write_bytes(data)
            found = attempt(lambda: load_lesson(path), ExperimentError)
            if found is not None:
                assert says(
                    found.model_dump(),
                    plain_titles(tomllib.loads(path.read_text(encoding="utf-8"))),
                ), data


def plain_titles(text: dict[str, Any]) -> dict[str, Any]:
    """A lesson's text with plain words put where reading puts them: under English."""
    words = ("title", "text", "ask", "answer", "about")
    english = {k: {"en": v} if k in words and isinstance(v, str) else v for k, v in text.items()}
    if "step" in english:
        english["step"] = [plain_titles(step) for step in english["step"]]
    return english


NUMBER = re.compile(r"[^\s,;\"']+")


def tables() -> dict[str, bytes]:
    """The same forty rows as a CSV, TSV, semicolon and whitespace file, and under a title."""
    rng = np.random.default_rng(5)
    rows = [[f"{v:.4f}" for v in row] for row in rng.normal(0, 2, (40, 2))]
    kinds = {"a.csv": ",", "a.tsv": "\t", "semicolon.csv": ";", "space.txt": "  "}
    files = {name: "\n".join(map(mark.join, rows)) + "\n" for name, mark in kinds.items()}
    files["title.csv"] = "# measured by hand\nx,y\n" + files["a.csv"]
    return {name: text.encode() for name, text in files.items()}


@pytest.mark.parametrize("name", tables())
def test_a_damaged_table_is_refused_or_read_as_what_it_now_says(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for data in damaged(tables()[name], 3, PLACES // 4):
        path.write_bytes(data)
        dim = attempt(lambda: table_dimension(path), TableError)
        found = attempt(lambda: read_labelled(path), TableError)
        if found is not None:
            assert found.values.shape[1] == dim
            assert in_order(found.values.ravel(), numbers(data.decode("utf-8-sig"))), data


def numbers(text: str) -> Iterator[float]:
    """Every number of a text, in its order."""
    for cell in NUMBER.findall(text):
        try:
            yield float(cell)
        except ValueError:
            continue


def in_order(values: np.ndarray, said: Iterator[float]) -> bool:
    """Whether ``values`` are among what is said, in the same order."""
    return all(any(value == number for number in said) for value in values)


# -- arrays ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_a_damaged_archive_is_refused_or_holds_what_was_saved(
    tmp_path: Path, save: Callable[..., None]
) -> None:
    path = tmp_path / "a.npz"
    rng = np.random.default_rng(6)
    kinds = rng.integers(3, size=40)
    save(
        path, other=rng.normal(size=(9, 1)), data=np.column_stack([rng.normal(size=(40, 2)), kinds])
    )
    expected = read_labelled(path, label=3)
    for number, data in enumerate(damaged(path.read_bytes(), 4, PLACES // 2, tail=250)):
        path.write_bytes(data)
        attempt(lambda: table_dimension(path), TableError)
        found = attempt(lambda: read_labelled(path, label=3), TableError)
        assert found is None or same(tuple(found), tuple(expected)), f"version {number}"
