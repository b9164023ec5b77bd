"""The figures of recording and opening are measured on what the program really does."""

import io

from support.taped import Taped

from ganlab_gui.app import bench_files
from ganlab_gui.lab import keyframe
from ganlab_gui.lab.session_file import read, write


def test_the_long_session_is_one_that_opens_and_goes_on(monkeypatch) -> None:
    for name, count in (("ROWS", 3_000), ("PICTURES", 30), ("STATES", 6)):
        monkeypatch.setattr(bench_files, name, count)
    tape = Taped()
    tape.step(5)
    tape.keep()
    stream = io.BytesIO()
    write(stream, bench_files.long_recording(tape.recording))
    loaded = read(stream)
    assert loaded.damage == []
    branch = loaded.recording.branch
    assert (len(branch.history.rows), len(branch.pictures), len(branch.keyframes)) == (3_000, 30, 6)
    place = loaded.recording.place(3_000)
    assert place is not None
    there = keyframe.restore(place, "cpu")
    there.step(2)
    assert there.steps == 3_002
