"""Folders that fail: a disk that is full, a folder that takes nothing, whoever asks."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOM = 64 << 10
"""Bytes that fit on a small disk."""
SHORT = 16 << 10
"""Bytes of the longest file where files are to be short."""


def _told(*command: str) -> bool:
    """Whether a system command could be run and was obeyed."""
    try:
        return subprocess.run(command, capture_output=True, timeout=20).returncode == 0
    except OSError:
        return False


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of ``ROOM`` bytes on ``folder``; skips where none may be mounted."""
    folder.mkdir(exist_ok=True)
    if not _told("mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)):
        pytest.skip("mounting a small disk is not permitted here")
    try:
        yield folder
    finally:
        _told("umount", "-l", str(folder))


@contextmanager
def short_files() -> Iterator[None]:
    """No file of this process grows beyond ``SHORT`` bytes: works on any system with limits."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SHORT, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """``folder`` takes no new file, not even from root; skips where that cannot be had."""
    as_root = os.geteuid() == 0
    if not (_told("chattr", "+i", str(folder)) if as_root else True):
        pytest.skip("root writes anywhere here, and no folder can be made immutable")
    if not as_root:
        folder.chmod(0o500)
    try:
        yield folder
    finally:
        if as_root:
            _told("chattr", "-i", str(folder))
        else:
            folder.chmod(0o700)
