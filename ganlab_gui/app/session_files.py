"""Session files in the window: opened and saved in the background, one window to a file."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, QTimer, Signal

from ganlab_gui.app.keeper import Keeper, Origin
from ganlab_gui.app.sentences import said_here
from ganlab_gui.app.session import State
from ganlab_gui.lab.files import SaveError
from ganlab_gui.lab.session_file import SUFFIX, Loaded, SessionError, load, save
from ganlab_gui.views.base import thousands

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow

LOOK_MS = 20
LOOKS = 75
"""Looks for the state of the present step before saving goes on without it."""
SAID = 3
"""Damaged things that are told one by one."""


def tr(text: str) -> str:
    return QCoreApplication.translate("SessionFiles", text)


class SessionFiles(QObject):
    """``path`` is the file of the session in the window, while it has one and this window holds it.

    ``opened`` and ``saved`` bring its path once that is done.
    """

    opened = Signal(object)
    saved = Signal(object)
    _loaded = Signal(object, object, object)
    _failed = Signal(str)
    _written = Signal(object, str)

    def __init__(self, window: "MainWindow", keeper: Keeper) -> None:
        super().__init__(window)
        self.window, self.session, self.keeper = window, window.session, keeper
        self.path: Path | None = None
        self._lock: QLockFile | None = None
        self._coming: tuple[Any, Path | None, QLockFile | None] | None = None
        self._target: tuple[Path, int, int] | None = None
        self._wait = QTimer(self)
        self._wait.setInterval(LOOK_MS)
        self._wait.timeout.connect(self._look)
        self._loaded.connect(self._on_loaded)
        self._failed.connect(self.session.refused)
        self._written.connect(self._on_written)
        self.session.recording_changed.connect(self._on_recording)

    # -- opening -----------------------------------------------------------------------------------

    def open(self, path: Path, origin: Origin | None = None) -> None:
        """Open a session file, or with an ``origin`` a run of the library; the caller has asked."""
        self.window.say(tr("Opening {0}").format(path.name))
        job = partial(self._read, path, origin, self.session.budget)
        self.keeper.background.put("open", job)

    def _read(self, path: Path, origin: Origin | None, budget: int) -> None:
        """In the background."""
        try:
            loaded = load(path, budget, journal=origin is not None)
        except SessionError as error:
            self._failed.emit(str(error))
            return
        self._loaded.emit(path, loaded, origin)

    def _on_loaded(self, path: Path, loaded: Loaded, origin: Origin | None) -> None:
        if origin is not None:
            self.take_up(loaded, origin)
            return
        lock, holder = locked(path)
        if holder:
            text = tr(
                "{0} is open in another window ({1}). This is a copy: what is done here is saved"
                " under another name."
            )
            self._tell("copy", text.format(path.name, holder))
        if self.take_up(loaded, Origin(), None if holder else path, lock) and not holder:
            self.window.recent.add(path)

    def take_up(
        self, loaded: Loaded, origin: Origin, path: Path | None = None,
        lock: QLockFile | None = None,
    ) -> bool:  # fmt: skip
        """Go on with what was loaded; without a state to go on from, with its settings alone."""
        recording = loaded.recording
        self.window.lessons.leave()
        self.window.theory.leave()
        self.window.documents.path = None
        seconds = loaded.about.get("seconds")
        told = float(seconds) if isinstance(seconds, int | float) else 0.0
        if origin.kept is None:
            origin = replace(origin, seconds=told)
        self.keeper.origin = replace(origin, recording=recording)
        self._coming = (recording, path, lock)
        last = recording.branch.last_step
        step = self.session.open_recording(recording)
        self._tell_damage(loaded.damage, step, last)
        if step is None:
            self._coming = None
            self.session.open_experiment(recording.branch.experiment)
        return step is not None

    def _tell_damage(self, damage: list[str], step: int | None, last: int) -> None:
        """What is damaged, and where it goes on (None: nowhere) where that is not the last step."""
        said = [said_here(sentence) for sentence in damage[:SAID]]
        if len(damage) > SAID:
            said.append(tr("And {0} more.").format(len(damage) - SAID))
        if step is None:
            said.append(tr(
                "No state to go on from is left in it: its settings are opened, from step 0."
            ))  # fmt: skip
        elif step < last:
            text = tr(
                "The newest state left near its end is of step {0}: training goes on from there in"
                " a branch of its own, and nothing of what came after it is lost."
            )
            said.append(text.format(thousands(step)))
        if said:
            self._tell("damage", " ".join(said))

    def _on_recording(self) -> None:
        """Another recording has no file, unless it is the one that was opened."""
        recording, coming = self.session.recording, self._coming
        if coming is not None and coming[0] is recording:
            self._coming = None
            self._hold(coming[1], coming[2])
            if coming[1] is not None:
                self.opened.emit(coming[1])
        elif recording is not self._of:
            self._hold(None, None)
        self._of = recording

    _of: Any = None

    def _hold(self, path: Path | None, lock: QLockFile | None) -> None:
        if self._lock is not None and self._lock is not lock:
            self._lock.unlock()
        self.path, self._lock = path, lock

    def _tell(self, topic: str, text: str) -> None:
        self.window.banner.tell(topic, text, "info", [("ok", tr("OK"), lambda: None)])

    # -- saving ------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save the session to its file, or to one asked for."""
        if self.path is None:
            self.save_as()
        else:
            self.save_to(self.path)

    def save_as(self) -> None:
        name = f"session{SUFFIX}"
        path = self.window.documents.ask_path(tr("Save the session"), name, f"GAN Lab (*{SUFFIX})")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save in the background, once the state of the present step is there."""
        if self.session.recording is None:
            return
        if path != self.path:
            lock, holder = locked(path)
            if holder:
                text = tr("{0} is open in another window ({1}): choose another name.")
                self.session.refused.emit(text.format(path.name, holder))
                return
            self._hold(path, lock)
        if self.session.state is not State.LOST:
            self.session.client.send("keyframe")
        self._target = (path, self.session.step, LOOKS)
        self._wait.start()

    def _look(self) -> None:
        recording = self.session.recording
        if self._target is None or recording is None:
            self._wait.stop()
            return
        path, step, looks = self._target
        self._target = path, step, looks - 1
        newest = recording.branch.keyframes.newest
        there = newest is not None and newest >= step
        if there or looks <= 0 or self.session.state is State.LOST:
            self._wait.stop()
            self._target = None
            job = partial(self._write, path, recording.lend(), self.keeper.about)
            self.keeper.background.put(f"save {path}", job)

    def _write(self, path: Path, recording: Any, about: dict[str, Any]) -> None:
        """In the background."""
        try:
            save(path, recording, about)
        except (SaveError, MemoryError) as error:
            self._written.emit(path, str(error) or type(error).__name__)
            return
        self._written.emit(path, "")

    def _on_written(self, path: Path, fault: str) -> None:
        if fault:
            self.session.refused.emit(fault)
            return
        self.window.say(tr("Saved {0}").format(path))
        self.window.recent.add(path)
        self.saved.emit(path)

    def close(self) -> None:
        self._wait.stop()
        self._hold(None, None)


def locked(path: Path) -> tuple[QLockFile | None, str]:
    """The lock of a file, or who has it; neither where its folder takes no locks."""
    lock = QLockFile(str(path.parent / f".{path.name}.lock"))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock, ""
    if lock.error() is not QLockFile.LockError.LockFailedError:
        return None, ""
    # (process, host, program), whatever the stubs say; nothing where it could not be read.
    info: Any = lock.getLockInfo()
    process, host = info[:2] if isinstance(info, tuple) and len(info) == 3 else ("?", "?")
    return None, tr("process {0} on {1}").format(process, host)
