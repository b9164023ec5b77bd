"""The journal: a session file that grows while the session lasts, so that a crash costs seconds.

It has the members of a session file (see `session_file`) without a directory at its end. Each
``write`` appends what is new and then a table of contents; the last whole one counts. What was cut
off in the middle of a write is ignored.
"""

import errno
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from ganlab_gui.lab.archive import member
from ganlab_gui.lab.files import SaveError, atomic, reason
from ganlab_gui.lab.history import TABLES, Table
from ganlab_gui.lab.packed import pack_scene
from ganlab_gui.lab.recording import Branch, Recording
from ganlab_gui.lab.reel import Reel
from ganlab_gui.lab.session_file import Members, members, plan_curves, steps_before
from ganlab_gui.lab.session_head import head_of
from ganlab_gui.lab.session_members import (
    ARRAYS,
    CHUNK,
    HEAD,
    array_name,
    chunk_name,
    key_of,
    keyframe_name,
    pack_chunk,
    pack_picture,
    picture_name,
    scene_name,
)

T = TypeVar("T")

PICTURES, KEYFRAMES = 20, 4
"""Pictures and states of a branch that one write appends at most."""
ROOM = 8 << 20
"""Bytes of pictures, and of states, that one write appends at most, the newest one aside."""
SPARE = 64 << 20
"""Bytes beyond twice what counts after which the journal is written anew."""
MOST_CHUNKS = 2_000


@dataclass
class _Written:
    """What the journal holds of a branch; lists of three are of rows, measures, shares."""

    scene: int
    shared: list[int]
    """First rows of each table that are the parent's."""
    rows: list[int]
    cuts: list[int]
    """How many cuts of each table have been taken in."""
    last: bytes = b""
    """The newest reading as it was written: others may come to complete it."""
    chunks: list[list[int]] = field(default_factory=list)
    pictures: dict[int, int] = field(default_factory=dict)
    keyframes: dict[int, int] = field(default_factory=dict)

    def copy(self) -> "_Written":
        return replace(
            self, shared=self.shared[:], rows=self.rows[:], cuts=self.cuts[:],
            chunks=self.chunks[:], pictures=dict(self.pictures), keyframes=dict(self.keyframes),
        )  # fmt: skip


@dataclass
class _State:
    branches: dict[int, _Written] = field(default_factory=dict)
    scenes: list[bytes] = field(default_factory=list)
    arrays: set[str] = field(default_factory=set)
    head: bytes = b""

    def copy(self) -> "_State":
        branches = {number: written.copy() for number, written in self.branches.items()}
        return _State(branches, self.scenes[:], set(self.arrays), self.head)


class Journal:
    """One file, written by one thread. ``recording`` must be lent: it is read while others go on.

    ``write`` raises SaveError where the disk does not take it; the file is whole then, and the next
    write brings what this one could not.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._state: _State | None = None

    def write(self, recording: Recording, about: Mapping[str, Any] | None = None) -> int:
        """Append what is new; how many bytes those are."""
        try:
            state = self._state.copy() if self._state and self.path.exists() else None
            if state is None or self._wasteful(state, recording) or _undercut(state, recording):
                return self._write_anew(recording, about or {})
            data = b"".join(member(*m) for m in self._news(state, recording, about or {}))
            self._append(data)
        except OSError as error:
            if isinstance(error, SaveError):
                raise
            raise SaveError(f"{self.path}: cannot be saved: {reason(error, self.path)}.") from error
        self._state = state
        return len(data)

    def _wasteful(self, state: _State, recording: Recording) -> bool:
        curves = sum(4 * t.values.size for b in recording.branches.values()
                     for t in (getattr(b.history, n) for n in TABLES))  # fmt: skip
        many = any(len(w.chunks) > MOST_CHUNKS for w in state.branches.values())
        return many or self.size > 2 * (recording.used + curves) + SPARE

    # -- all of it ---------------------------------------------------------------------------------

    def _write_anew(self, recording: Recording, about: Mapping[str, Any]) -> int:
        size, state = 0, _State()
        with atomic(self.path, parents=True) as stream:
            for name, data in members(recording, about):
                size += stream.write(member(name, data))
                if name.startswith(ARRAYS):
                    state.arrays.add(key_of(name))
                elif name == HEAD:
                    state.head = data
        _take_all(state, recording)
        self._state, self.size = state, size
        return size

    # -- what is new -------------------------------------------------------------------------------

    def _append(self, data: bytes) -> None:
        if not data:
            return
        with self.path.open("r+b", buffering=0) as stream:
            stream.seek(self.size)
            try:
                rest = memoryview(data)
                while rest:
                    written = stream.write(rest)
                    if not written:
                        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                    rest = rest[written:]
                os.fsync(stream.fileno())
            except OSError:
                stream.truncate(self.size)
                raise
        self.size += len(data)

    def _news(self, state: _State, recording: Recording, about: Mapping[str, Any]) -> Members:
        for number in set(state.branches) - set(recording.branches):
            del state.branches[number]
        for number, branch in sorted(recording.branches.items()):
            written = state.branches.get(number)
            if written is None:
                written = state.branches[number] = _begun(branch, recording)
            yield from _scene(state, written, branch)
            yield from _curves(written, branch)
            yield from _keyframes(written, branch)
            yield from _pictures(state, written, branch)
        tables = {n: _table(w, recording.branches[n]) for n, w in state.branches.items()}
        head = head_of(recording, tables, about)
        if head != state.head:
            state.head = head
            yield HEAD, head


def _take_all(state: _State, recording: Recording) -> None:
    """All that there is has been written."""
    for number, branch in sorted(recording.branches.items()):
        written = state.branches[number] = _begun(branch, recording)
        list(_scene(state, written, branch))
        written.rows = [len(getattr(branch.history, name)) for name in TABLES]
        written.chunks = plan_curves(branch, recording)[0]["chunks"]
        written.last = _last_reading(branch)
        written.pictures = branch.pictures.versions()
        written.keyframes = branch.keyframes.versions()


def _begun(branch: Branch, recording: Recording) -> _Written:
    _, plan = plan_curves(branch, recording)
    tables = [getattr(branch.history, name) for name in TABLES]
    shared = list(plan[0][0]) if plan else [len(t) for t in tables]
    return _Written(-1, shared, list(shared), [len(t.cuts) for t in tables])


def _undercut(state: _State, recording: Recording) -> bool:
    """Whether a branch lost rows that another has from it."""
    for number, written in state.branches.items():
        branch = recording.branches.get(number)
        parent = None if branch is None or branch.parent is None else branch.parent
        if parent is None or parent not in state.branches:
            continue
        history, seen = recording.branches[parent].history, state.branches[parent].cuts
        for name, shared, since in zip(TABLES, written.shared, seen, strict=True):
            if min(getattr(history, name).cuts[since:], default=shared) < shared:
                return True
    return False


def _scene(state: _State, written: _Written, branch: Branch) -> Members:
    scene = pack_scene(branch.scene)
    if scene not in state.scenes:
        state.scenes.append(scene)
        yield scene_name(len(state.scenes) - 1), scene
    written.scene = state.scenes.index(scene)


def _curves(written: _Written, branch: Branch) -> Members:
    """New rows; those that were cut off, and a last reading that came to be completed, go first."""
    history, ends = branch.history, []
    last, before = _last_reading(branch), written.rows[:]
    for at, name in enumerate(TABLES):
        table: Table = getattr(history, name)
        stay = min([written.rows[at], *table.cuts[written.cuts[at] :]])
        if name == "measures" and stay and stay == written.rows[at]:
            stay -= written.last != table.values[stay - 1].tobytes()
        written.rows[at], written.cuts[at] = stay, len(table.cuts)
        written.shared[at] = min(written.shared[at], stay)
        ends.append(len(table))
    written.last = last
    cut = written.rows != before  # a chunk without rows will do to say so
    while cut or written.rows != ends:
        begins, cut = written.rows, False
        until = [min(b + CHUNK, e) for b, e in zip(begins, ends, strict=True)]
        written.chunks.append(steps_before(history, begins))
        written.rows = until
        data = pack_chunk(history, tuple(begins), tuple(until))
        yield chunk_name(branch.id, len(written.chunks) - 1), data


def _last_reading(branch: Branch) -> bytes:
    return branch.history.measures.values[-1:].tobytes()


def _keyframes(written: _Written, branch: Branch) -> Members:
    for step, version in _chosen(branch.keyframes, written.keyframes, KEYFRAMES):
        keyframe = branch.keyframes.get(step)
        if keyframe is not None:
            written.keyframes[step] = version
            yield keyframe_name(branch.id, step), keyframe.data


def _pictures(state: _State, written: _Written, branch: Branch) -> Members:
    for step, version in _chosen(branch.pictures, written.pictures, PICTURES):
        snapshot = branch.pictures.get(step)
        if snapshot is None:
            continue
        data, still = pack_picture(snapshot)
        for key in still.keys() - state.arrays:
            yield array_name(key), still[key]
        state.arrays |= still.keys()
        written.pictures[step] = version
        yield picture_name(branch.id, step), data


def _chosen(reel: Reel[T], written: dict[int, int], most: int) -> Iterator[tuple[int, int]]:
    """Items to write now: the newest, and of the others that are not there a few, evenly spread."""
    versions = reel.versions()
    for step in written.keys() - versions.keys():
        del written[step]
    new = [(step, version) for step, version in versions.items() if written.get(step) != version]
    if not new:
        return
    mean = reel.used / max(1, len(reel))
    most = max(1, min(most, int(ROOM / max(mean, 1))))
    apart = max(1.0, len(new) / most)
    places = {len(new) - 1 - int(number * apart) for number in range(min(most, len(new)))}
    yield from (new[place] for place in sorted(places))


def _table(written: _Written, branch: Branch) -> dict[str, Any]:
    """What the head says of a branch's other members: only what is in the journal."""
    pictures, keyframes = branch.pictures.versions(), branch.keyframes.versions()
    states = [
        [step, keyframe.setting]
        for step, keyframe in branch.keyframes.items()
        if step in written.keyframes.keys() & keyframes.keys()
    ]
    return {
        "scene": written.scene,
        "shared": steps_before(branch.history, written.shared),
        "chunks": written.chunks,
        "pictures": sorted(written.pictures.keys() & pictures.keys()),
        "kept_pictures": sorted(branch.pictures.kept),
        "keyframes": states,
        "kept_keyframes": sorted(branch.keyframes.kept),
    }
