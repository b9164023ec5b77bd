"""The journal: a crash costs no more than what came after the last write."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.taped import Taped, contents, tree, weights

from ganlab_gui.lab import journal as journals
from ganlab_gui.lab import keyframe
from ganlab_gui.lab.background import Background
from ganlab_gui.lab.files import SaveError
from ganlab_gui.lab.journal import Journal
from ganlab_gui.lab.recording import BOOKMARK, Mark
from ganlab_gui.lab.session_file import Loaded, SessionError, load, read


def reopened(path: Path) -> Loaded:
    return load(path, journal=True)


def write(journal: Journal, tape: Taped) -> int:
    return journal.write(tape.recording.lend(), {"seconds": 1.5})


def same(path: Path, tape: Taped) -> None:
    loaded = reopened(path)
    assert loaded.damage == []
    assert contents(loaded.recording) == contents(tape.recording)


def test_each_write_brings_what_is_new(tmp_path: Path) -> None:
    tape, journal = Taped(), Journal(tmp_path / "a.ganlab")
    write(journal, tape)
    first = journal.path.stat().st_size
    for _ in range(4):
        tape.step(5, measure=True)
        tape.keep()
        write(journal, tape)
        same(journal.path, tape)
    assert reopened(journal.path).about == {"seconds": 1.5}
    tape.edit({"generator_optimizer.lr": 0.01})
    tape.recording.mark(Mark(10, BOOKMARK, "here"))
    write(journal, tape)
    same(journal.path, tape)
    assert journal.path.stat().st_size == journal.size > first
    assert write(journal, tape) == 0, "nothing is new"


def test_branches_cuts_and_removals_are_followed(tmp_path: Path) -> None:
    tape, journal = tree(), Journal(tmp_path / "a.ganlab")
    write(journal, tape)
    same(journal.path, tape)
    tape.fork(40, "third")
    tape.step(5)
    write(journal, tape)
    same(journal.path, tape)
    tape.recording.branch.truncate(42)
    tape.step(3)
    write(journal, tape)
    same(journal.path, tape)
    tape.recording.branches[0].truncate(25)  # below the fork of branch 1
    write(journal, tape)
    same(journal.path, tape)
    tape.recording.current = 1
    tape.recording.remove(2)
    write(journal, tape)
    same(journal.path, tape)


def test_a_branch_that_is_cut_below_its_own_fork(tmp_path: Path) -> None:
    tape, journal = tree(), Journal(tmp_path / "a.ganlab")
    write(journal, tape)
    tape.recording.branch.truncate(15)
    write(journal, tape)
    same(journal.path, tape)


def test_rows_that_were_trained_again_replace_the_old(tmp_path: Path) -> None:
    tape, journal = Taped(), Journal(tmp_path / "a.ganlab")
    tape.step(20, measure=True)
    write(journal, tape)
    place = tape.recording.place(0)
    assert place is not None
    tape.recording.branch.truncate(0)
    tape.go_to(place)
    tape.edit({"training.d_steps": 4})
    tape.step(25, measure=True)
    write(journal, tape)
    same(journal.path, tape)


def test_a_reading_that_is_completed_later_is_written_again(tmp_path: Path) -> None:
    tape, journal = Taped(), Journal(tmp_path / "a.ganlab")
    tape.step(5, measure=True)
    write(journal, tape)
    tape.recording.branch.history.measure(5, {"w1": np.array([0.25])})
    write(journal, tape)
    same(journal.path, tape)
    assert reopened(journal.path).recording.branch.history.measures.column("w1")[-1] == 0.25


def test_a_picture_made_again_and_those_thinned_out_are_followed(tmp_path: Path) -> None:
    tape, journal = Taped(), Journal(tmp_path / "a.ganlab")
    for _ in range(6):
        tape.step(2)
    write(journal, tape)
    from ganlab_gui.lab.probe import Probe
    from ganlab_gui.lab.snapshot import Needs

    tape.recording.record(Probe(tape.trainer).snapshot(Needs(frozenset({"samples"}), 33)))
    tape.recording.set_budget(1)
    write(journal, tape)
    same(journal.path, tape)


def test_no_write_is_large_and_in_the_end_all_is_there(tmp_path: Path) -> None:
    tape, journal = Taped(), Journal(tmp_path / "a.ganlab")
    write(journal, tape)
    for _ in range(journals.PICTURES * 2 + 5):
        tape.step(1)
    write(journal, tape)
    some = reopened(journal.path).recording.branch.pictures
    assert len(some) == journals.PICTURES
    assert some.newest == 45
    assert np.diff(some.steps).max() <= 4, "evenly spread"
    write(journal, tape)
    write(journal, tape)
    same(journal.path, tape)


def test_a_wasteful_journal_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "SPARE", 10_000)
    tape, journal = Taped(), Journal(tmp_path / "a.ganlab")
    tape.recording.set_budget(1)
    sizes = []
    for _ in range(30):
        tape.step(1)
        tape.keep()
        write(journal, tape)
        sizes.append(journal.path.stat().st_size)
        assert sizes[-1] == journal.size
    assert min(np.diff(sizes)) < 0
    same(journal.path, tape)


def test_what_is_lent_is_not_overwritten_by_what_comes_later() -> None:
    tape = Taped()
    tape.step(20)
    lent = tape.recording.lend()
    before = contents(lent)
    tape.recording.branch.truncate(5)
    tape.step(30)
    tape.edit({"training.d_steps": 3})
    tape.recording.mark(Mark(3, BOOKMARK))
    assert contents(lent) == before


# -- the end may come at any time ------------------------------------------------------------------


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[int], list[dict]]:
    """A journal, its length after each write, and what it held then."""
    tape, journal = Taped(), Journal(tmp_path_factory.mktemp("journal") / "a.ganlab")
    lengths, held = [], []
    for _ in range(4):
        tape.step(3, measure=True)
        tape.keep()
        write(journal, tape)
        lengths.append(journal.size)
        held.append(contents(tape.recording))
    return journal.path.read_bytes(), lengths, held


@settings(max_examples=120, deadline=None)
@given(share=st.floats(0, 1))
def test_a_journal_cut_at_any_byte_holds_what_was_written_before(
    grown: tuple[bytes, list[int], list[dict]], share: float
) -> None:
    data, lengths, held = grown
    end = lengths[0] + round(share * (lengths[-1] - lengths[0]))
    whole = max(number for number, length in enumerate(lengths) if length <= end)
    loaded = _read(data[:end])
    found = contents(loaded.recording)
    assert not loaded.damage
    for name in ("rows", "measures", "settings", "keyframes"):
        assert found["branch 0"][name] == held[whole]["branch 0"][name]


def _read(data: bytes) -> Loaded:
    import io

    return read(io.BytesIO(data), journal=True)


@settings(max_examples=60, deadline=None)
@given(share=st.floats(0, 1), size=st.integers(1, 5000))
def test_zeros_after_a_power_cut_are_survived(
    grown: tuple[bytes, list[int], list[dict]], share: float, size: int
) -> None:
    data, lengths, held = grown
    start = lengths[0] + round(share * (lengths[-1] - lengths[0] - 1))
    torn = data[:start] + bytes(min(size, len(data) - start)) + data[start + size :]
    recording = _read(torn).recording
    steps = recording.branch.history.rows.steps
    values = dict(zip(steps.tolist(), recording.branch.history.rows.values, strict=True))
    whole = np.frombuffer(held[-1]["branch 0"]["rows"][2], np.float32).reshape(-1, 1, 6)
    assert len(steps) >= 3
    for step, row in values.items():
        np.testing.assert_array_equal(row, whole[step - 1])


CHILD = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from support.taped import Taped
from ganlab_gui.lab.journal import Journal
tape, journal = Taped(), Journal(Path({path!r}))
while True:
    tape.step(4, measure=True)
    tape.keep()
    journal.write(tape.recording.lend())
    print(tape.trainer.steps, flush=True)
"""


def test_kill_9_in_the_middle_loses_nothing_that_was_written(tmp_path: Path) -> None:
    path, tests = tmp_path / "a.ganlab", Path(__file__).parents[1]
    code = CHILD.format(tests=str(tests), path=str(path))
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=tests.parent
    )
    assert child.stdout is not None
    steps = [int(child.stdout.readline()) for _ in range(12)]
    os.kill(child.pid, signal.SIGKILL)
    rest = child.stdout.read().split()
    child.stdout.close()
    child.wait()
    told = int(rest[-1]) if rest else steps[-1]
    recording = reopened(path).recording
    assert recording.branch.history.last_step >= told >= 48
    place = recording.place(recording.branch.last_step)
    assert place is not None
    there = keyframe.restore(place, "cpu")
    again = Taped()
    again.step(there.steps)
    np.testing.assert_array_equal(weights(there), weights(again.trainer))


# -- disks ---------------------------------------------------------------------------------------


LIMITED = """
import resource, signal, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from support.taped import Taped, contents
from ganlab_gui.lab.files import SaveError
from ganlab_gui.lab.journal import Journal
from ganlab_gui.lab.session_file import load
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
tape, journal = Taped(), Journal(Path({path!r}))
tape.step(3)
journal.write(tape.recording.lend())
before = contents(tape.recording)
resource.setrlimit(resource.RLIMIT_FSIZE, (journal.size + 500, resource.RLIM_INFINITY))
for _ in range(3):
    tape.step(20)
    tape.keep()
    try:
        journal.write(tape.recording.lend())
    except SaveError as error:
        print(error)
    assert contents(load(journal.path, journal=True).recording) == before
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.write(tape.recording.lend())
assert contents(load(journal.path, journal=True).recording) == contents(tape.recording)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of the size of a file")
def test_a_full_disk_leaves_the_journal_whole_and_is_made_up_for_later(tmp_path: Path) -> None:
    path, tests = tmp_path / "a.ganlab", Path(__file__).parents[1]
    code = LIMITED.format(tests=str(tests), path=str(path))
    child = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tests.parent
    )
    assert child.stderr == ""
    assert (
        child.stdout.splitlines() == [f"{path}: cannot be saved: the file would be too large."] * 3
    )


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    journal = Journal(tmp_path / "file" / "a.ganlab")
    with pytest.raises(SaveError, match="is not a folder"):
        write(journal, Taped())


def test_a_journal_that_someone_deleted_is_written_anew(tmp_path: Path) -> None:
    tape, journal = Taped(), Journal(tmp_path / "sessions" / "a.ganlab")
    tape.step(2)
    write(journal, tape)
    journal.path.unlink()
    tape.step(2)
    write(journal, tape)
    same(journal.path, tape)


def test_an_empty_journal_is_no_session(tmp_path: Path) -> None:
    (tmp_path / "a.ganlab").write_bytes(b"")
    with pytest.raises(SessionError, match="is empty"):
        reopened(tmp_path / "a.ganlab")


# -- the thread ------------------------------------------------------------------------------------


def test_of_waiting_jobs_of_one_key_only_the_newest_runs() -> None:
    import threading

    background, told, gate = Background("test"), [], threading.Event()
    background.put("gate", lambda: gate.wait(10))
    for number in range(3):
        background.put("tick", lambda number=number: told.append(number))
    background.put("other", lambda: told.append("other"))
    assert background.busy("tick")
    gate.set()
    assert background.close(10)
    assert told == [2, "other"]
    background.put("late", lambda: told.append("late"))
    assert told == [2, "other"]
