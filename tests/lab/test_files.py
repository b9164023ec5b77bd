"""Saves are whole or not at all."""

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ganlab_gui.lab.files import STALE, SaveError, atomic, atomic_bytes, atomic_write

ROOT = Path(__file__).resolve().parents[2]

KILLED = """
import sys
from ganlab_gui.lab.files import atomic
with atomic(sys.argv[1]) as stream:
    stream.write(b"new" * 100_000)
    stream.flush()
    print("half way", flush=True)
    sys.stdin.read()
"""


def names(folder):
    return sorted(p.name for p in folder.iterdir())


def test_bytes_arrive_and_nothing_else_is_left(tmp_path):
    atomic_bytes(tmp_path / "a.bin", b"one")
    atomic_write(tmp_path / "a.bin", lambda stream: stream.write(b"two"))
    assert (tmp_path / "a.bin").read_bytes() == b"two"
    assert names(tmp_path) == ["a.bin"]


def test_old_file_stays_until_the_block_ends(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with atomic(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt])
def test_a_failing_block_changes_nothing(tmp_path, failure):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")

    def write(stream):
        stream.write(b"half of the ne")
        raise failure

    with pytest.raises(failure):
        atomic_write(path, write)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.bin"]


def test_killed_in_the_middle_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    command = [sys.executable, "-c", KILLED, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"half way\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert path.read_bytes() == b"old"
    assert len(names(tmp_path)) == 2  # the unfinished part
    atomic_bytes(path, b"next")
    assert path.read_bytes() == b"next"


def test_leftovers_of_killed_saves_are_swept_once_they_are_old(tmp_path):
    old, young, other = (
        tmp_path / n for n in (".a[1].bin.x.part", ".a[1].bin.y.part", ".b.x.part")
    )
    for part in (old, young, other):
        part.write_bytes(b"half")
    then = time.time() - 2 * STALE
    os.utime(old, (then, then))
    os.utime(other, (then, then))
    atomic_bytes(tmp_path / "a[1].bin", b"whole")
    assert names(tmp_path) == sorted([young.name, other.name, "a[1].bin"])


def test_missing_folder_is_named_and_made_only_when_asked(tmp_path):
    path = tmp_path / "none" / "a.bin"
    with pytest.raises(
        SaveError, match=r"a\.bin: cannot be saved: the folder .*none does not exist\."
    ):
        atomic_bytes(path, b"x")
    assert names(tmp_path) == []
    atomic_bytes(path, b"x", parents=True)
    assert path.read_bytes() == b"x"


def test_a_folder_in_the_way_is_named(tmp_path):
    with pytest.raises(SaveError, match="there is a folder of that name"):
        atomic_bytes(tmp_path, b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SaveError, match="file is not a folder"):
        atomic_bytes(tmp_path / "file" / "a.bin", b"x")
    with pytest.raises(SaveError, match="file is not a folder"):
        atomic_bytes(tmp_path / "file" / "a.bin", b"x", parents=True)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs Linux's /sys")
def test_a_folder_that_refuses_is_named():
    with pytest.raises(SaveError, match=r"/sys/a\.bin: cannot be saved: (writing there|the disk)"):
        atomic_bytes("/sys/a.bin", b"x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_named_and_changes_nothing(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")

    def write(stream):
        stream.write(b"half")
        with open("/dev/full", "wb", buffering=0) as full:
            full.write(b"x")

    with pytest.raises(SaveError, match="the disk is full") as caught:
        atomic_write(path, write)
    assert caught.value.__cause__.errno == errno.ENOSPC
    assert isinstance(caught.value, ValueError)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.bin"]


def test_a_long_name_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(SaveError, match="the name is too long"):
        atomic_bytes(tmp_path / ("a" * 300), b"x")


def test_mode_and_link_are_kept(tmp_path):
    real, link = tmp_path / "real.bin", tmp_path / "link.bin"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    atomic_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
