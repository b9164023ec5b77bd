"""Saving whole or not at all: a file is written beside its place and then takes it in one move."""

import contextlib
import errno
import glob
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

STALE = 24 * 3600.0
"""Seconds after which the unfinished file of a killed save is swept away by the next one."""

REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EACCES: "writing there is not permitted",
    errno.EPERM: "writing there is not permitted",
    errno.EROFS: "the disk is read-only",
    errno.EFBIG: "the file would be too large",
    errno.ENAMETOOLONG: "the name is too long",
}


class SessionError(ValueError):
    """A session file that cannot be opened; one sentence that names it and says why."""


class SaveError(OSError, ValueError):
    """A file that could not be saved; one sentence that names the file and the reason."""


@contextmanager
def atomic(path: Path | str, parents: bool = False) -> Iterator[BinaryIO]:
    """A binary stream whose content becomes ``path`` when the block ends, and not before.

    A block that raises, a full disk or a kill in between leaves the old file whole. With
    ``parents`` missing folders are made. Raises SaveError, also for an OSError of the block;
    anything else the block raises passes through.
    """
    # Resolved: a link stays a link, and the file it points to is replaced.
    target = Path(path).expanduser().resolve()
    part = target.parent / f".{target.name[:40]}.{secrets.token_hex(6)}.part"
    try:
        if parents:
            target.parent.mkdir(parents=True, exist_ok=True)
        if os.path.isdir(target):
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        try:
            with part.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if os.path.exists(target):
                shutil.copymode(target, part)
            part.replace(target)
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        _sync_folder(target.parent)
        _sweep(target)
    except SaveError:
        raise
    except OSError as error:
        raise SaveError(f"{path}: cannot be saved: {reason(error, target)}.") from error


def atomic_write(
    path: Path | str, write: Callable[[BinaryIO], object], parents: bool = False
) -> None:
    """Save what ``write`` puts on a binary stream; see `atomic`."""
    with atomic(path, parents) as stream:
        write(stream)


def atomic_bytes(path: Path | str, data: bytes, parents: bool = False) -> None:
    """Save ``data``; see `atomic`."""
    with atomic(path, parents) as stream:
        stream.write(data)


@contextmanager
def atomic_folder(path: Path | str, ours: str) -> Iterator[Path]:
    """An empty folder whose content becomes the folder ``path`` when the block ends.

    A folder there already is replaced where all of its files match the pattern ``ours``, an earlier
    export of the same kind; anything else is refused. Raises SaveError, also for an OSError of the
    block.
    """
    target = Path(path).expanduser().resolve()
    part = target.parent / f".{target.name[:40]}.{secrets.token_hex(6)}.part"
    try:
        if target.exists() and not _only(target, ours):
            raise SaveError(f"{path}: cannot be saved: there is something else of that name.")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.mkdir()
            yield part
            if target.exists():
                old = part.with_suffix(".old")
                target.replace(old)
                part.replace(target)
                shutil.rmtree(old, ignore_errors=True)
            else:
                part.replace(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        _sync_folder(target.parent)
    except SaveError:
        raise
    except OSError as error:
        raise SaveError(
            f"{path}: cannot be saved: {reason(error, target.parent / ' ')}."
        ) from error


def _only(folder: Path, ours: str) -> bool:
    """Whether a folder holds nothing but files of that pattern, in folders or not."""
    return folder.is_dir() and all(p.is_dir() or p.match(ours) for p in folder.rglob("*"))


def forget_parts(path: Path | str) -> None:
    """Remove what a save of ``path`` that was killed has left beside it."""
    target = Path(path).expanduser().resolve()
    for left in _parts(target):
        with contextlib.suppress(OSError):
            left.unlink()


def reason(error: OSError, target: Path) -> str:
    """Why ``target`` could not be saved, in words."""
    # os.path answers False where pathlib may raise (a name that is too long).
    folder = target.parent
    if os.path.isdir(target):
        return "there is a folder of that name"
    if folder.exists() and not folder.is_dir():
        return f"{folder} is not a folder"
    if not folder.exists():
        return f"the folder {folder} does not exist"
    known = REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error)).rstrip(".")


def _sync_folder(folder: Path) -> None:
    """Make the move itself survive a power cut, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _parts(target: Path) -> Iterator[Path]:
    """Unfinished files of saves of ``target``."""
    return target.parent.glob(f".{glob.escape(target.name[:40])}.*.part")


def _sweep(target: Path) -> None:
    for left in _parts(target):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink()
