"""Session files: exact, readable without this program, and opened as far as they are whole."""

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.taped import SMALL, Taped, contents, tree, weights

from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.experiment.own_data import File
from ganlab_gui.lab import keyframe
from ganlab_gui.lab.archive import Archive, entry, member
from ganlab_gui.lab.history import TABLES
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.session_file import (
    SessionError,
    glance,
    is_closed,
    load,
    read,
    save,
    settings_in,
    write,
)
from ganlab_gui.lab.session_members import CHUNK, common


def written(recording: Recording, **about: Any) -> bytes:
    stream = io.BytesIO()
    write(stream, recording, about)
    return stream.getvalue()


@pytest.fixture(scope="module")
def tape() -> Taped:
    return tree()


@pytest.fixture(scope="module")
def data(tape: Taped) -> bytes:
    return written(tape.recording, title="Ring", seconds=12.5)


def test_what_is_saved_is_loaded_exactly(tape: Taped, data: bytes) -> None:
    loaded = read(io.BytesIO(data))
    assert loaded.damage == []
    assert loaded.about == {"title": "Ring", "seconds": 12.5}
    assert contents(loaded.recording) == contents(tape.recording)


def test_the_same_recording_gives_the_same_bytes(tape: Taped, data: bytes) -> None:
    again = read(io.BytesIO(data)).recording
    assert written(again, title="Ring", seconds=12.5) == data


def test_saving_changes_nothing_and_lends_what_it_reads(tape: Taped, data: bytes) -> None:
    before = contents(tape.recording)
    assert written(tape.recording.lend(), title="Ring", seconds=12.5) == data
    assert contents(tape.recording) == before


def test_zipfile_numpy_and_json_alone_read_it(tape: Taped, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.ganlab"
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        head = json.loads(archive.read("ganlab.json"))
        root, other = head["branches"]
        curves = np.load(io.BytesIO(archive.read("branches/0/curves/0.npz")))
        picture = np.load(io.BytesIO(archive.read("branches/0/pictures/20.npz")))
        meta = json.loads(picture["meta.json"])
        real = np.load(io.BytesIO(archive.read(f"arrays/{meta['shared']['real']}.npy")))
        state = np.load(io.BytesIO(archive.read("branches/1/keyframes/40.npz")))
        tail = np.load(io.BytesIO(archive.read("branches/1/curves/0.npz")))
    history = tape.recording.branches[0].history
    np.testing.assert_array_equal(curves["rows_values"], history.rows.values)
    np.testing.assert_array_equal(curves["measures_steps"], history.measures.steps)
    snapshot = tape.recording.branches[0].pictures.get(20)
    assert snapshot is not None
    np.testing.assert_array_equal(picture["fake"], snapshot.fake)
    np.testing.assert_array_equal(real, snapshot.real)
    assert root["settings"][0]["experiment"]["seed"] == 5
    assert (other["parent"], other["fork"], other["name"]) == (0, 30, "slower")
    assert root["marks"][0]["note"] == "看 here"
    assert tail["rows_steps"].tolist() == list(range(31, 41)), "only what is its own"
    assert "a0" in state


def test_a_branch_that_was_cut_below_a_fork_keeps_the_others_curves(tmp_path: Path) -> None:
    tape = tree()
    tape.recording.branches[0].truncate(20)
    save(tmp_path / "a.ganlab", tape.recording)
    assert contents(load(tmp_path / "a.ganlab").recording) == contents(tape.recording)


@pytest.mark.parametrize(
    "name", ["trick-batch-norm", "trick-history", "trick-average", "unrolled-ring", "cgan-ring",
             "mad-gan-1d", "dirac-gan", "trick-spectral-norm", "figure-1"]
)  # fmt: skip
def test_every_kind_of_game_goes_on_bit_for_bit(name: str, tmp_path: Path) -> None:
    known = name if name != "figure-1" else "figure-1"
    tape = Taped(with_values(load_preset(known), {"training.batch": 24, "runs": 2}))
    tape.step(3, measure=True)
    tape.keep()
    tape.edit({"discriminator_optimizer.lr": 0.003})
    tape.step(3)
    save(tmp_path / "a.ganlab", tape.recording)
    loaded = load(tmp_path / "a.ganlab").recording
    assert contents(loaded) == contents(tape.recording)
    place = loaded.place(5)
    assert place is not None
    there = keyframe.restore(place, "cpu")
    there.step(4)
    tape.step(3)
    np.testing.assert_array_equal(weights(there), weights(tape.trainer))


def test_steps_of_one_player_are_remembered(tmp_path: Path) -> None:
    tape = Taped()
    tape.step(5)
    tape.trainer.step_d()
    tape.keep()
    tape.recording.moved_one_player(6)
    tape.step(4)
    save(tmp_path / "a.ganlab", tape.recording)
    loaded = load(tmp_path / "a.ganlab").recording
    assert loaded.branch.partial == [6]
    place = loaded.place(5)
    assert place is not None
    assert place.step == 5
    assert contents(loaded) == contents(tape.recording)


def test_curves_longer_than_a_chunk_and_diverged_ones(tmp_path: Path) -> None:
    tape = Taped()
    history = tape.recording.branch.history
    steps = np.arange(1, 2 * CHUNK + 5)
    values = np.random.default_rng(0).normal(size=(len(steps), 1, 6)).astype(np.float32)
    values[CHUNK + 3 :, :, 2] = np.nan
    values[-1] = np.inf
    history.rows.extend(steps, values)
    path = tmp_path / "a.ganlab"
    save(path, tape.recording)
    assert contents(load(path).recording) == contents(tape.recording)
    content = bytearray(path.read_bytes())
    content[content.index(b"branches/0/curves/1.npz") + 5_000] ^= 1
    loaded = read(io.BytesIO(bytes(content)))
    assert loaded.damage == ["The curves of branch 1 lack steps 65\u202f537 to 131\u202f072."]
    kept = loaded.recording.branch.history.rows.steps
    assert (kept[CHUNK - 1], kept[CHUNK], kept[-1]) == (CHUNK, 2 * CHUNK + 1, steps[-1])


def test_more_than_the_budget_is_not_read() -> None:
    tape = Taped()
    for _ in range(20):
        tape.step(1)
        tape.keep()
    budget = tape.recording.used // 2
    loaded = read(io.BytesIO(written(tape.recording)), budget=budget).recording
    assert loaded.used <= budget
    assert loaded.branch.pictures.newest == loaded.branch.keyframes.newest == 20
    assert 2 <= len(loaded.branch.keyframes) < 21


def test_own_curves_begin_where_they_differ_from_the_parents() -> None:
    tape = tree()
    root, other = (tape.recording.branches[n].history for n in (0, 1))
    assert common(other.rows, root.rows) == 30
    other.rows.values[4, 0, 0] += 1
    assert common(other.rows, root.rows) == 4


def test_data_of_ones_own_travels_along(tmp_path: Path) -> None:
    there, path = tmp_path / "there" / "my data.csv", tmp_path / "a.ganlab"
    there.parent.mkdir()
    rows = np.random.default_rng(0).normal(size=(300, 2))
    np.savetxt(there, rows, delimiter=",")
    own = with_values(SMALL, {"data": {"name": "file", "path": str(there), "columns": [1, 2]}})
    tape = Taped(own)
    tape.step(4)
    tape.keep()
    tape.edit({"training.d_steps": 2})
    save(path, tape.recording)
    here = load(path, tables=tmp_path / "tables").recording
    assert here.branch.experiment.data == own.data, "the file is where it was"
    there.write_text(there.read_text().replace("1", "2"))  # another file of that name
    for _ in range(2):
        moved = load(path, tables=tmp_path / "tables").recording
        data = moved.branch.experiment.data
        assert isinstance(data, File)
        assert Path(data.path).parent == tmp_path / "tables"
        np.testing.assert_array_equal(np.loadtxt(data.path, delimiter=","), rows)
    assert [e.data for _, e in moved.branch.settings] == [data, data]
    place = moved.place(4)
    assert place is not None
    there_ = keyframe.restore(place, "cpu")
    there_.step(3)
    tape.step(3)
    np.testing.assert_array_equal(weights(there_), weights(tape.trainer))


# -- damage ----------------------------------------------------------------------------------------


def members(data: bytes) -> dict[str, tuple[int, int]]:
    """Where the content of each member begins and ends."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        out = {}
        for info in archive.infolist():
            at = info.header_offset
            named, more = struct.unpack("<2H", data[at + 26 : at + 30])
            start = at + 30 + named + more
            out[info.filename] = start, start + info.file_size
        return out


def flipped(data: bytes, name: str, at: float = 0.5) -> bytes:
    start, end = members(data)[name]
    place = start + int(at * (end - start - 1))
    return data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("ganlab.json", "Ganlab.json is damaged or missing."),
        ("scenes/0.npz", "Scenes/0.npz is damaged or missing."),
        ("branches/0/pictures/20.npz",
         "The picture of step 20 of branch 1 is damaged and left out."),
        ("branches/0/keyframes/40.npz",
         "The state of step 40 of branch 1 is damaged and left out."),
        ("branches/1/curves/0.npz", "The curves of branch 2 lack steps 31 to 40."),
    ],
)  # fmt: skip
def test_damage_is_named_and_the_rest_is_whole(
    tape: Taped, data: bytes, name: str, sentence: str
) -> None:
    loaded = read(io.BytesIO(flipped(data, name)))
    assert loaded.damage == [sentence]
    expected, found = contents(tape.recording), contents(loaded.recording)
    if "picture" in name:
        del expected["branch 0"]["pictures"][20]
    elif "keyframe" in name:
        del expected["branch 0"]["keyframes"][40]
    elif "curves" in name:
        for table in (expected, found):
            for key in TABLES:
                table["branch 1"].pop(key)
        assert loaded.recording.branches[1].history.last_step == 30
    assert found == expected


def test_a_damaged_array_that_pictures_share_is_named(data: bytes) -> None:
    name = next(name for name in members(data) if name.startswith("arrays/"))
    loaded = read(io.BytesIO(flipped(data, name)))
    assert loaded.damage == [f"A{name[1:]}, which pictures share, is damaged."]
    assert len(loaded.recording.branches[0].pictures.items()) == 5


@pytest.mark.parametrize("share", [0.5, 0.8, 0.97, 0.999])
def test_a_file_that_was_cut_off_opens_as_far_as_it_goes(
    tape: Taped, data: bytes, share: float
) -> None:
    loaded = read(io.BytesIO(data[: int(share * len(data))]))
    assert loaded.damage
    expected = tape.recording.branches
    for number, branch in loaded.recording.branches.items():
        assert (
            branch.history.rows.values.tobytes() == expected[number].history.rows.values.tobytes()
        )
        for step, picture in branch.pictures.items():
            other = expected[number].pictures.get(step)
            assert other is not None
            assert picture.step == step
            np.testing.assert_array_equal(picture.fake, other.fake)


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1), bit=st.integers(0, 7))
def test_no_flipped_bit_is_taken_for_the_truth(
    tape: Taped, data: bytes, place: float, bit: int
) -> None:
    at = int(place * (len(data) - 1))
    loaded = read(io.BytesIO(data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]))
    if not loaded.damage:
        assert contents(loaded.recording) == contents(tape.recording)
    else:
        agrees(contents(loaded.recording), contents(tape.recording))


def agrees(found: dict[str, Any], whole: dict[str, Any]) -> None:
    """What is there of each branch is as it was; some of it may be missing."""
    for key in [k for k in whole if k.startswith("branch")]:
        there, true = found[key], whole[key]
        assert there["keyframes"].items() <= true["keyframes"].items()
        assert there["settings"] == true["settings"]
        assert set(there["pictures"]) <= set(true["pictures"])
        assert there["rows"][1] in true["rows"][1]


def test_a_member_with_anothers_name_does_not_take_its_place(tape: Taped, data: bytes) -> None:
    at = data.index(b"branches/0/pictures/20.npz")
    other = data[:at] + b"branches/0/pictures/30.npz" + data[at + 26 :]
    loaded = read(io.BytesIO(other))
    assert loaded.damage == ["The picture of step 20 of branch 1 is damaged and left out."]


def rewritten(data: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """The same file with another table of contents."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head = json.loads(parts["ganlab.json"])
    change(head)
    parts["ganlab.json"] = parts["copy/ganlab.json"] = json.dumps(head).encode()
    return b"".join(member(name, content) for name, content in parts.items())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda h: h.update(version=2), "newer version"),
        (lambda h: h.update(format="other"), "not a session"),
        (lambda h: h.update(current=7), "current branch"),
        (lambda h: h["branches"][1].update(parent=1), "does not grow"),
        (lambda h: h["branches"][1].update(parent=None), "no tree"),
        (lambda h: h["branches"][0].update(fork=-1), "branches.0.fork"),
        (lambda h: h["branches"][0].update(runs=200), "not those of its settings"),
        (lambda h: h["branches"][0].update(modes=90_000), "not those of its settings"),
        (lambda h: h["branches"][0]["settings"][0]["experiment"].update(seed=-1), "seed"),
        (lambda h: h["branches"][0].pop("chunks"), "branches.0.chunks"),
        (lambda h: h["branches"][0]["keyframes"].append([50, 99]), "no settings"),
    ],
)
def test_a_table_of_contents_that_is_none_is_refused(
    data: bytes, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    with pytest.raises(SessionError, match=words) as error:
        read(io.BytesIO(rewritten(data, change)), "a.ganlab")
    assert str(error.value).startswith("a.ganlab: ")
    assert len(str(error.value).splitlines()) == 1


def test_a_picture_that_is_no_picture_is_as_if_it_were_not_there(data: bytes) -> None:
    bad = data + member("branches/0/pictures/20.npz", b"nothing")
    start = members(data)["copy/scenes/0.npz"][1]
    moved = data[:start] + bad[len(data) :]  # before the directory
    recording = read(io.BytesIO(moved)).recording
    assert [step for step, _ in recording.branches[0].pictures.items()] == [10, 30, 40, 50]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "is empty"), (b"PK\x03\x04", "not a session"), (b"hello" * 99, "not a session"),
     (member("a.txt", b"x"), "not a session")],
)  # fmt: skip
def test_what_is_no_session_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.ganlab"
    path.write_bytes(content)
    with pytest.raises(SessionError, match=words):
        load(path)


def test_the_settings_and_the_contents_are_told_without_reading_all(
    tape: Taped, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "a.ganlab"
    path.write_bytes(data)
    assert settings_in(path) == tape.recording.branch.experiment
    assert [branch.last for branch in glance(path).branches] == [50, 40]
    assert is_closed(path)
    path.write_bytes(data[:-30])
    assert not is_closed(path)


def test_files_that_are_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="no such file"):
        load(tmp_path / "a.ganlab")
    with pytest.raises(SessionError, match="is a folder"):
        load(tmp_path)


def test_a_file_packed_again_by_another_program_opens(tape: Taped, data: bytes) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert contents(read(stream).recording) == contents(tape.recording)


def test_of_two_members_of_one_name_the_later_counts() -> None:
    archive = Archive(io.BytesIO(member("a", b"1") + member("b", b"22") + member("a", b"333")))
    assert (archive.read("a"), archive.read("b"), list(archive)) == (b"333", b"22", ["a", "b"])
    assert archive.whole
    assert entry("a", b"1").CRC != entry("b", b"2").CRC
