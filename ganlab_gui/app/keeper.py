"""Keeps the session on the disk while it lasts, and makes a run of the library of it when it ends.

All files are written by a thread of its own; the window hands over what is there and goes on.
"""

import secrets
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, QTimer, Signal

from ganlab_gui.app.session import Session
from ganlab_gui.app.trash import to_trash
from ganlab_gui.lab.background import Background
from ganlab_gui.lab.files import SaveError, atomic_bytes
from ganlab_gui.lab.journal import Journal
from ganlab_gui.lab.library import (
    CARD,
    LEAST_STEPS,
    SESSION,
    Entry,
    Library,
    card_of,
    move_in,
    read_card,
    write_card,
)
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.session_file import is_closed, load, save

EVERY_MS = 4_000
"""From one saving to the next: with the time it takes, a crash costs less than ten seconds."""
PATIENCE = 0.3
"""Seconds that closing waits for what is still to be written; the next start does the rest."""
RUN_BUDGET = 24 << 20
"""Bytes of pictures and states of a run of the library."""
LIMIT = 2 << 30
"""Bytes of the library where the user has not asked for another number."""

Thumbnails = Mapping[str, bytes]


def tr(text: str) -> str:
    return QCoreApplication.translate("Keeper", text)


@dataclass
class Kept:
    """A recording and where it is kept. ``source`` is the run of the library that it continues.

    ``state`` tells it from what it was when it was opened; None where it must be kept in any case.
    """

    folder: Path
    journal: Journal
    lock: QLockFile
    source: str = ""
    seconds: float = 0.0
    state: tuple[Any, ...] | None = None


@dataclass
class Origin:
    """Where the next recording comes from: a run of the library, or what a crash has left."""

    recording: Recording | None = None
    source: str = ""
    kept: Kept | None = None
    seconds: float = 0.0


class Keeper(QObject):
    """Saves ``session`` into ``folder``; without a folder nothing is kept.

    ``failed`` brings a sentence when saving stops to work, ``worked`` when it works again,
    ``filed`` the name of a new run of the library, ``trimmed`` how many old ones had to go.
    """

    failed = Signal(str)
    worked = Signal()
    filed = Signal(str)
    trimmed = Signal(int)
    _wrote = Signal(object, str)

    def __init__(
        self, session: Session, folder: Path | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.folder = session, folder
        self.library = Library(folder / "library") if folder is not None else None
        self.limit = LIMIT
        self.thumbnails: Callable[[Recording], Thumbnails] = lambda recording: {}
        self.background = Background("keeper")
        self.origin = Origin()
        """Of the recording that begins next; set before it is opened."""
        self.kept: Kept | None = None
        self.saved: float | None = None
        """When the session was last saved, by the clock that nothing sets back."""
        self.broken = ""
        self._recording: Recording | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.save_now)
        self._wrote.connect(self._on_wrote)
        session.recording_changed.connect(self._on_recording)
        session.recording_left.connect(self._on_left)
        if folder is not None:
            self._timer.start()

    # -- while it lasts ----------------------------------------------------------------------------

    def _on_recording(self) -> None:
        recording = self.session.recording
        if recording is self._recording or recording is None:
            return
        origin, self.origin = self.origin, Origin()
        if origin.recording is not recording:  # it could not be taken up
            origin = Origin()
        self._recording, self.saved = recording, None
        self.kept = origin.kept
        if self.kept is None and self.folder is not None:
            self.kept = new_kept(self.folder)
            self.kept.source, self.kept.seconds = origin.source, origin.seconds
            self.kept.state = state_of(recording)

    @property
    def about(self) -> dict[str, Any]:
        """What a session file says for people."""
        recording, kept = self._recording, self.kept
        seconds = self.session.elapsed + (kept.seconds if kept else 0.0)
        title = recording.branch.experiment.title if recording else ""
        return {"title": title, "seconds": round(seconds, 1)}

    def save_now(self) -> None:
        """Hand what is there to the thread, unless it is still busy with the last time's."""
        kept, recording = self.kept, self._recording
        if kept is None or recording is None or self.background.busy("write"):
            return
        if kept.state is None or state_of(recording) != kept.state:
            job = partial(self._write, kept, recording.lend(), self.about)
            self.background.put("write", job)

    def _write(self, kept: Kept, recording: Recording, about: Mapping[str, Any]) -> None:
        fault = ""
        try:
            hold(kept)
            kept.journal.write(recording, about)
        except SaveError as error:
            fault = str(error)
        except Exception as error:  # the thread must live on, and the user must know
            fault = f"{type(error).__name__}: {error}"
        with suppress(RuntimeError):  # the window is gone
            self._wrote.emit(kept, fault)

    def _on_wrote(self, kept: Kept, fault: str) -> None:
        if kept is not self.kept:
            return
        was, self.broken = self.broken, fault
        if not fault:
            self.saved = time.monotonic()
        if fault and not was:
            self.failed.emit(fault)
        elif was and not fault:
            self.worked.emit()

    def said(self) -> str:
        """For the status line: how long ago the session was saved."""
        if self.folder is None:
            return ""
        if self.broken:
            return tr("autosave is off")
        if self.saved is None:
            return ""
        return tr("autosaved {0} s ago").format(int(time.monotonic() - self.saved))

    # -- when it ends ------------------------------------------------------------------------------

    def _on_left(self, recording: Recording) -> None:
        if self.folder is not None and recording is self._recording:
            self._file(recording, whole=True)

    def _file(self, recording: Recording, whole: bool) -> None:
        """Make it a run of the library; ``whole`` has its file thinned out at once."""
        kept, self.kept = self.kept, None
        about, self._recording = self.about, None
        if kept is None or self.folder is None:
            return
        about["seconds"] += kept.seconds
        if not worth_keeping(recording, kept):
            self.background.put(f"drop {kept.folder.name}", partial(drop, kept))
            return
        images = self.thumbnails(recording)
        job = partial(self._make_run, kept, recording.lend(), about, images, whole)
        self.background.put(f"file {kept.folder.name}", job)

    def file(self, kept: Kept, recording: Recording, about: Mapping[str, Any]) -> None:
        """Make a run of the library of what a crash has left."""
        images = self.thumbnails(recording)
        job = partial(self._make_run, kept, recording, about, images, True)
        self.background.put(f"file {kept.folder.name}", job)

    def _make_run(
        self, kept: Kept, recording: Recording, about: Mapping[str, Any], images: Thumbnails,
        whole: bool,
    ) -> None:  # fmt: skip
        assert self.library is not None
        try:
            hold(kept)
            old = self.library.entry(kept.source) if kept.source else None
            tags = old.card.tags if old is not None else ()
            # A folder with a card has ended: it is filed at the next start where this is cut short.
            write_card(kept.folder, card_of(recording, about["seconds"], tags, kept.source))
            for palette, data in images.items():
                atomic_bytes(kept.folder / f"thumbnail-{palette}.png", data)
            if whole:
                recording.set_budget(RUN_BUDGET)
                save(kept.folder / SESSION, recording, about)
            else:
                kept.journal.write(recording, about)
            kept.lock.unlock()
            move_in(kept.folder, self.library.folder, kept.source)
        except (OSError, ValueError) as error:
            self._tell(self.failed, str(error))
            return
        self._tell(self.filed, kept.folder.name)
        self._trim()

    def _trim(self) -> None:
        """Move the oldest untagged runs to the trash where there is no room for them."""
        assert self.library is not None
        assert self.folder is not None
        gone = [e for e in self.library.excess(self.limit) if to_trash(e.folder, self.folder)]
        if gone:
            self._tell(self.trimmed, len(gone))

    def _tell(self, signal: Any, *arguments: Any) -> None:
        with suppress(RuntimeError):  # the window is gone
            signal.emit(*arguments)

    def tidy(self) -> None:
        """In the background, thin out the runs whose window closed before it could be done."""
        if self.library is not None:
            self.background.put("tidy", partial(tidy, self.library))

    def close(self, patience: float = PATIENCE) -> None:
        """The session closes: file what is there, and wait some seconds for it."""
        self._timer.stop()
        recording = self._recording
        if recording is not None:
            self._file(recording, whole=False)
        self.background.close(patience)


# -- folders ---------------------------------------------------------------------------------------


def sessions_in(folder: Path) -> Path:
    return folder / "sessions"


def new_kept(folder: Path) -> Kept:
    """A place for a recording that begins; nothing is written yet."""
    name = time.strftime("%Y%m%d-%H%M%S-") + secrets.token_hex(3)
    return kept_at(sessions_in(folder) / name)


def kept_at(folder: Path) -> Kept:
    lock = QLockFile(str(folder / "lock"))
    lock.setStaleLockTime(0)  # a lock is stale when its process is dead, and not before
    return Kept(folder, Journal(folder / SESSION), lock)


def hold(kept: Kept) -> None:
    """Have the folder and its lock; raises SaveError."""
    if kept.lock.isLocked():
        return
    try:
        kept.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(f"{kept.folder}: cannot be made: {error.strerror}.") from error
    if not kept.lock.tryLock(0):
        raise SaveError(f"{kept.folder}: is in use by another window.")


def drop(kept: Kept) -> None:
    """Forget a recording that is not worth keeping."""
    kept.lock.unlock()
    shutil.rmtree(kept.folder, ignore_errors=True)


def state_of(recording: Recording) -> tuple[Any, ...]:
    """Changes when anything of a recording does that is worth saving."""
    return tuple(
        (b.id, b.name, b.last_step, len(b.settings), tuple(b.marks), len(b.history.measures))
        for b in recording.branches.values()
    )


def worth_keeping(recording: Recording, kept: Kept) -> bool:
    taken = max(b.last_step for b in recording.branches.values()) - recording.branches[0].fork
    return taken >= LEAST_STEPS and state_of(recording) != kept.state


def tidy(library: Library) -> None:
    """Write anew, and smaller, the runs that are still as their journals were left."""
    for entry in library.entries():
        with suppress(OSError, ValueError):
            if not is_closed(entry.session):
                _thin_out(entry)


def _thin_out(entry: Entry) -> None:
    loaded = load(entry.session, RUN_BUDGET, journal=True)
    save(entry.session, loaded.recording, loaded.about)


def move_ended(kept: Kept, library: Library) -> bool:
    """Move what came to a good end but not to its place; whether it was such."""
    if not (kept.folder / CARD).exists():
        return False
    kept.lock.unlock()
    with suppress(OSError):  # at the next start, then
        move_in(kept.folder, library.folder, read_card(kept.folder).replaces)
    return True
