"""Session files: a whole recording in one ZIP file that zipfile, NumPy and json alone can read.

``ganlab.json`` is the table of contents (see `session_head`). The numbers are NPZ files: data to
draw in ``scenes/N.npz``; of each branch its curves after the fork in ``branches/ID/curves/N.npz``,
pictures in ``branches/ID/pictures/STEP.npz``, whole states in ``branches/ID/keyframes/STEP.npz``.
Arrays that pictures share are ``arrays/KEY.npy``. Every member has its own sum, so that damage to
one costs that one; the journal that saves a session by itself has the same members.
"""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.archive import Archive, entry
from ganlab_gui.lab.files import SessionError, atomic
from ganlab_gui.lab.history import TABLES, History, row_columns
from ganlab_gui.lab.pack import PackError
from ganlab_gui.lab.packed import pack_scene, unpack_scene
from ganlab_gui.lab.recording import BUDGET, Branch, Keyframe, Recording
from ganlab_gui.lab.reel import Reel, Sealed
from ganlab_gui.lab.session_damage import Damage
from ganlab_gui.lab.session_head import (
    BranchHead,
    Head,
    edits_of,
    floors_of,
    head_of,
    marks_of,
    read_head,
    settings_of,
)
from ganlab_gui.lab.session_members import (
    ARRAYS,
    CHUNK,
    COPY,
    HEAD,
    Still,
    add_chunk,
    array_name,
    chunk_name,
    common,
    key_of,
    keyframe_name,
    pack_chunk,
    pack_picture,
    picture_name,
    scene_name,
    step_before,
    unpack_picture,
)
from ganlab_gui.lab.snapshot import Scene, Snapshot

__all__ = ["Loaded", "SessionError", "glance", "is_closed", "load", "read", "save", "write"]

SUFFIX = ".ganlab"
Members = Iterator[tuple[str, bytes]]


@dataclass(frozen=True)
class Loaded:
    """What a file holds; ``damage`` has a sentence for each thing that had to be left out."""

    recording: Recording
    damage: list[str] = field(default_factory=list)
    about: dict[str, Any] = field(default_factory=dict)


# -- writing ---------------------------------------------------------------------------------------


def save(path: Path | str, recording: Recording, about: Mapping[str, Any] | None = None) -> None:
    """Save a recording whole or not at all; raises SaveError.

    ``about`` are plain values for people. The same recording gives the same bytes.
    """
    with atomic(path) as stream:
        write(stream, recording, about)


def write(stream: BinaryIO, recording: Recording, about: Mapping[str, Any] | None = None) -> None:
    """Put a session file on a stream."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members(recording, about or {}):
            archive.writestr(entry(name, data), data)


def members(recording: Recording, about: Mapping[str, Any]) -> Members:
    """Name and content of everything, what matters most first."""
    scenes: list[bytes] = []
    tables: dict[int, dict[str, Any]] = {}
    plans: list[tuple[Branch, list[tuple[list[int], list[int]]]]] = []
    for number, branch in sorted(recording.branches.items()):
        scene = pack_scene(branch.scene)
        if scene not in scenes:
            scenes.append(scene)
        table, plan = plan_curves(branch, recording)
        plans.append((branch, plan))
        tables[number] = table | contents(branch) | {"scene": scenes.index(scene)}
    head = head_of(recording, tables, about)
    twice = [(HEAD, head), *((scene_name(n), scene) for n, scene in enumerate(scenes))]
    yield from twice
    for branch, plan in plans:
        for number, (begins, ends) in enumerate(plan):
            chunk = pack_chunk(branch.history, tuple(begins), tuple(ends))
            yield chunk_name(branch.id, number), chunk
    for branch, _ in plans:
        for step, keyframe in branch.keyframes.items():
            yield keyframe_name(branch.id, step), keyframe.data
    known: set[str] = set()
    for branch, _ in plans:
        for step, snapshot in branch.pictures.items():
            picture, still = pack_picture(snapshot)
            yield from ((array_name(k), v) for k, v in still.items() if k not in known)
            known |= still.keys()
            yield picture_name(branch.id, step), picture
    yield from ((COPY + name, data) for name, data in twice)


def contents(branch: Branch) -> dict[str, Any]:
    """Which pictures and states of a branch there are."""
    pictures, keyframes = branch.pictures, branch.keyframes
    return {
        "pictures": [step for step, _ in pictures.items()],
        "kept_pictures": sorted(pictures.kept),
        "keyframes": [[step, keyframe.setting] for step, keyframe in keyframes.items()],
        "kept_keyframes": sorted(keyframes.kept),
    }


def plan_curves(
    branch: Branch, recording: Recording
) -> tuple[dict[str, Any], list[tuple[list[int], list[int]]]]:
    """Which rows of a branch are its parent's, and the chunks that the others go into."""
    history, shared = branch.history, [0, 0, 0]
    if branch.parent is not None:
        parent = recording.branches[branch.parent].history
        shared = [common(getattr(history, name), getattr(parent, name)) for name in TABLES]
    lengths = [len(getattr(history, name)) for name in TABLES]
    chunks: list[tuple[list[int], list[int]]] = []
    begins = shared
    while begins != lengths:
        ends = [min(begin + CHUNK, length) for begin, length in zip(begins, lengths, strict=True)]
        chunks.append((begins, ends))
        begins = ends
    table = {
        "shared": steps_before(history, shared),
        "chunks": [steps_before(history, begins) for begins, _ in chunks],
    }
    return table, chunks


def steps_before(history: History, rows: list[int]) -> list[int]:
    """The steps before the given rows of the three tables."""
    return [step_before(getattr(history, n), row) for n, row in zip(TABLES, rows, strict=True)]


# -- reading ---------------------------------------------------------------------------------------


def load(path: Path | str, budget: int = BUDGET, journal: bool = False) -> Loaded:
    """What is whole in a file, within ``budget`` bytes of pictures and states.

    A ``journal`` may end anywhere. Raises SessionError where it cannot be opened at all.
    """
    with _opened(path) as stream:
        return read(stream, str(path), budget, journal)


@contextmanager
def _opened(path: Path | str) -> Iterator[BinaryIO]:
    """A file to read; whatever is in the way becomes a SessionError."""
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise SessionError(f"{path}: no such file.") from None
    except IsADirectoryError:
        raise SessionError(f"{path}: is a folder, not a session.") from None
    except (OSError, ValueError) as error:
        if isinstance(error, SessionError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise SessionError(f"{path}: cannot be read: {reason.rstrip('.')}.") from None


def glance(path: Path | str) -> Head:
    """The table of contents of a session file or journal alone; raises SessionError."""
    with _opened(path) as stream:
        return _Reading(Archive(stream), str(path), 0).head()


def settings_in(path: Path | str) -> Experiment:
    """The settings that a session file goes on with; raises SessionError."""
    head = glance(path)
    table = next(branch for branch in head.branches if branch.id == head.current)
    try:
        return settings_of(table, str(path))[-1][1]
    except ExperimentError as error:
        raise SessionError(error.lines[0]) from None


def is_closed(path: Path | str) -> bool:
    """Whether a file is a whole session file, not a journal or the beginning of one."""
    with Path(path).open("rb") as stream:
        return Archive(stream).closed


def read(
    stream: BinaryIO, where: str = "session", budget: int = BUDGET, journal: bool = False
) -> Loaded:
    """What is whole on a stream that can be moved about in; raises SessionError."""
    archive = Archive(stream)
    loaded = _Reading(archive, where, budget).loaded()
    if not (journal or loaded.damage or (archive.whole and archive.closed)):
        loaded.damage.append("The file is damaged, but nothing of the recording is lost.")
    return loaded


class _Reading:
    """One file being read: its archive, and the damage found so far."""

    def __init__(self, archive: Archive, where: str, budget: int) -> None:
        self.archive, self.where, self.budget = archive, where, budget
        self.damage = Damage()

    def loaded(self) -> Loaded:
        head = self.head()
        scenes = self._scenes(head)
        recording: Recording | None = None
        for table in head.branches:
            branch = self._branch(table, scenes, recording)
            if recording is None:
                first = branch.settings[0][1]
                recording = Recording(first, branch.scene, branch.history, 0, self.budget)
            recording.branches[table.id] = branch
        assert recording is not None
        recording.current = head.current
        recording.set_budget(self.budget)  # before anything is read that would not stay
        still = Still(self._arrays())
        for branch in recording.branches.values():
            self._fill(branch, still)
        return Loaded(recording, self.damage.sentences(), dict(head.about))

    def _twice(self, name: str) -> Iterator[bytes]:
        """A member that lies in the file twice: whichever is whole."""
        for one in (name, COPY + name):
            data = self.archive.read(one)
            if data is None:
                self.damage.other(f"{one} is damaged or missing")
            else:
                yield data

    def head(self) -> Head:
        if not any(name.removeprefix(COPY) == HEAD for name in self.archive):
            what = "is empty" if not self.archive.length else "is not a session of this program"
            raise SessionError(f"{self.where}: {what}.")
        for data in self._twice(HEAD):
            return read_head(data, self.where)
        raise SessionError(f"{self.where}: its table of contents is damaged.")

    def _scenes(self, head: Head) -> dict[int, Scene]:
        scenes: dict[int, Scene] = {}
        for number in sorted({branch.scene for branch in head.branches}):
            for data in self._twice(scene_name(number)):
                with suppress(PackError):
                    scenes[number] = unpack_scene(data)
                    break
        if not scenes:
            raise SessionError(f"{self.where}: the picture of its data is damaged.")
        return scenes

    def _branch(
        self, table: BranchHead, scenes: dict[int, Scene], recording: Recording | None
    ) -> Branch:
        try:
            settings = settings_of(table, f"{self.where}: branch {table.id + 1}")
        except ExperimentError as error:
            raise SessionError(error.lines[0]) from None
        scene = scenes.get(table.scene)
        if scene is None:  # of one experiment they hardly differ, and the worker sends its own
            scene = next(iter(scenes.values()))
            self.damage.other(f"the picture of the data of branch {table.id + 1} is another's")
        facts = settings[0][1].runs, scene.modes, row_columns(settings[0][1])
        if facts != (table.runs, table.modes, tuple(table.columns)):
            raise SessionError(
                f"{self.where}: the curves of branch {table.id + 1} are not those of its settings."
            )
        parent = None
        if table.parent is not None and recording is not None:
            parent = recording.branches[table.parent].history
        history = self._history(table, parent)
        branch = Branch(
            table.id, table.name, table.parent, table.fork, settings, scene, history,
            marks=marks_of(table), partial=list(table.partial),
        )  # fmt: skip
        self._reserve(branch.pictures, table.pictures, table.kept_pictures,
                      lambda step: picture_name(table.id, step), lambda step: None)  # fmt: skip
        setting = dict(table.keyframes)
        self._reserve(
            branch.keyframes, list(setting), table.kept_keyframes,
            lambda step: keyframe_name(table.id, step), lambda step: Keyframe(b"", setting[step]),
        )  # fmt: skip
        return branch

    def _reserve(
        self, reel: Reel[Any], steps: list[int], kept: list[int], name: Callable[[int], str],
        item: Callable[[int], Any],
    ) -> None:  # fmt: skip
        """Room for all items of a reel, so that it can be thinned before any is read."""
        for step in steps:
            reel.add(step, item(step), self.archive.size(name(step)))
        reel.kept = set(kept)

    def _history(self, table: BranchHead, parent: History | None) -> History:
        history = History(table.runs, table.modes, tuple(table.columns))
        if tuple(table.measures) != history.measures.columns:
            raise SessionError(f"{self.where}: its measures are not those of this program.")
        for name, shared in zip(TABLES, table.shared, strict=True):
            if parent is not None and shared >= 0:
                theirs = getattr(parent, name)
                if theirs.values.shape[1:] != getattr(history, name).values.shape[1:]:
                    raise SessionError(
                        f"{self.where}: branch {table.id + 1} has other curves than its parent."
                    )
                setattr(history, name, theirs.copy(shared))
        for number, after in enumerate(table.chunks):
            for name, step in zip(TABLES, after, strict=True):
                getattr(history, name).truncate(step)
            data = self.archive.read(chunk_name(table.id, number))
            try:
                if data is None:
                    raise PackError("it is damaged")
                add_chunk(history, data, after)
            except PackError:
                later = table.chunks[number + 1 :]
                until = later[0][0] if later else table.last
                self.damage.curves(table.id, after[0] + 1, until)
        history.edits, history.floors = edits_of(table), floors_of(table)
        return history

    def _arrays(self) -> Members:
        for name in self.archive:
            if name.startswith(ARRAYS):
                data = self.archive.read(name)
                if data is None:
                    self.damage.other(f"{name}, which pictures share, is damaged")
                else:
                    yield key_of(name), data

    def _fill(self, branch: Branch, still: Still) -> None:
        """Read the pictures and states that there is room for."""
        for step in branch.pictures.steps.tolist():
            data = self.archive.read(picture_name(branch.id, step))
            if data is None:
                branch.pictures.remove(step)
                self.damage.item("picture", branch.id, step)
            else:
                branch.pictures.add(step, _sealed(data, step, still), len(data))
        for step, empty in branch.keyframes.items():
            data = self.archive.read(keyframe_name(branch.id, step))
            if data is None:
                branch.keyframes.remove(step)
                self.damage.item("state", branch.id, step)
            else:
                branch.keyframes.add(step, Keyframe(data, empty.setting), len(data))


def _sealed(data: bytes, step: int, still: Still) -> Sealed[Snapshot]:
    """A picture that is unpacked when it is first looked at."""

    def open_() -> Snapshot | None:
        try:
            return unpack_picture(data, step, still)
        except PackError:
            return None

    return Sealed(open_)
