"""Data files of the user's own, as a session takes them along to another machine."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from ganlab_gui.experiment.own_data import File
from ganlab_gui.lab.archive import Archive
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.recording import Recording

LARGEST = 64 << 20
"""Bytes of a data file that is taken along; a larger one stays where it is."""
SUFFIXES = (".csv", ".tsv", ".txt", ".npz")
PLAIN = ".csv"


def taken_along(recording: Recording) -> dict[str, tuple[str, bytes]]:
    """Path to (member, content) of the data files that a recording's settings name."""
    found: dict[str, tuple[str, bytes]] = {}
    for branch in recording.branches.values():
        for _, experiment in branch.settings:
            data = experiment.data
            if not isinstance(data, File) or data.path in found:
                continue
            with suppress(OSError, ValueError):
                path = Path(data.path)
                if path.stat().st_size <= LARGEST:
                    content = path.read_bytes()
                    found[data.path] = f"tables/{_name(path, content)}", content
    return found


def put_down(tables: dict[str, str], archive: Archive, folder: Path | None) -> dict[str, str]:
    """Path on the other machine to path on this one, of the data files in a session.

    A file that is here as it was there is used; else the session's own is put into ``folder``
    (None: the program's cache). What cannot be had keeps its path.
    """
    here: dict[str, str] = {}
    for told, member in tables.items():
        content = archive.read(member)
        if content is None:
            continue
        with suppress(OSError, ValueError):
            path = Path(told)
            alike = path.is_file() and path.stat().st_size == len(content)
            if alike and path.read_bytes() == content:
                continue
        with suppress(OSError, ValueError):
            own = folder or user_cache_path("ganlab-gui", appauthor=False) / "tables"
            target = own / _name(Path(told), content)
            if not target.is_file() or target.stat().st_size != len(content):
                atomic_bytes(target, content, parents=True)
            here[told] = str(target)
    return here


def _name(path: Path, content: bytes) -> str:
    suffix = path.suffix.lower()
    return sha256(content).hexdigest()[:16] + (suffix if suffix in SUFFIXES else PLAIN)
