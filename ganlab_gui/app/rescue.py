"""What windows left behind that did not close: it is offered at the next start, and never lost."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ganlab_gui.app.keeper import Keeper, Kept, Origin, drop, kept_at, move_ended, sessions_in
from ganlab_gui.app.trash import to_trash
from ganlab_gui.lab.library import SESSION
from ganlab_gui.lab.session_file import Loaded, SessionError, glance, load
from ganlab_gui.views.base import thousands

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow


def tr(text: str) -> str:
    return QCoreApplication.translate("Rescue", text)


class Rescue(QObject):
    """Looks for sessions of dead processes and asks what is to become of the newest.

    The others, and those that came to a good end but were not filed, become runs of the library.
    """

    loaded = Signal(object, object, str)
    _unreadable = Signal(str)

    def __init__(self, window: "MainWindow", keeper: Keeper) -> None:
        super().__init__(window)
        self.window, self.keeper = window, keeper
        self.offered: Kept | None = None
        self._others = 0
        self.loaded.connect(self._on_loaded)
        self._unreadable.connect(window.session.refused)

    def look(self) -> None:
        """Look for what was left; called once, when the window is there."""
        folder = self.keeper.folder
        if folder is None:
            return
        assert self.keeper.library is not None
        left = orphans(sessions_in(folder))
        left = [kept for kept in left if not move_ended(kept, self.keeper.library)]
        self.keeper.tidy()
        if left:
            newest, *others = left
            self._others = len(others)
            for kept in others:
                self._load(kept, "keep")
            self._offer(newest)

    def _offer(self, kept: Kept) -> None:
        try:
            head = glance(kept.folder / SESSION)
        except SessionError as error:
            self._set_aside(kept, str(error))
            return
        self.offered = kept
        step = next(branch.last for branch in head.branches if branch.id == head.current)
        text = tr("The last session ended unexpectedly at step {0}.").format(thousands(step))
        if title := str(head.about.get("title") or ""):
            text = tr("The last session, “{1}”, ended unexpectedly at step {0}.").format(
                thousands(step), title
            )
        if self._others:
            text += " " + tr("Others are kept among the earlier runs ({0}).").format(self._others)
        self.window.banner.tell(
            "rescue", text, "info",
            [
                ("rescue", tr("Open it"), self.open),
                ("keep_run", tr("Keep it for later"), self.keep),
                ("discard", tr("Discard it"), self.discard),
            ],
        )  # fmt: skip

    # -- what becomes of it ------------------------------------------------------------------------

    def _take(self) -> Kept | None:
        kept, self.offered = self.offered, None
        return kept

    def open(self) -> None:
        if self.offered is not None and self.window.documents.confirm():
            kept = self._take()
            assert kept is not None
            self._load(kept, "open")

    def keep(self) -> None:
        if kept := self._take():
            self._load(kept, "keep")

    def discard(self) -> None:
        kept = self._take()
        if kept is not None and self.keeper.folder is not None:
            kept.lock.unlock()
            if to_trash(kept.folder, self.keeper.folder) is None:
                drop(kept)

    def _load(self, kept: Kept, why: str) -> None:
        budget = self.window.session.budget
        self.keeper.background.put(f"load {kept.folder}", partial(self._read, kept, why, budget))

    def _read(self, kept: Kept, why: str, budget: int) -> None:
        try:
            loaded = load(kept.folder / SESSION, budget, journal=True)
        except SessionError as error:
            self._set_aside(kept, str(error))
            return
        try:
            self.loaded.emit(kept, loaded, why)
        except RuntimeError:  # the window is gone; it stays for the next one
            kept.lock.unlock()

    def _on_loaded(self, kept: Kept, loaded: Loaded, why: str) -> None:
        seconds = loaded.about.get("seconds")
        kept.seconds = float(seconds) if isinstance(seconds, int | float) else 0.0
        if why == "open" and loaded.recording.place(loaded.recording.branch.last_step) is not None:
            self.window.sessions.take_up(loaded, Origin(kept=kept))
        else:
            self.keeper.file(kept, loaded.recording, {**loaded.about, "seconds": kept.seconds})

    def _set_aside(self, kept: Kept, sentence: str) -> None:
        """One that cannot be opened must not be offered at every start."""
        kept.lock.unlock()
        empty = not (kept.folder / SESSION).exists() or not os.path.getsize(kept.folder / SESSION)
        if empty:
            drop(kept)
        elif self.keeper.folder is not None:
            to_trash(kept.folder, self.keeper.folder)
            self._unreadable.emit(sentence)


def orphans(folder: Path) -> list[Kept]:
    """The sessions of processes that are no more, the newest first, each locked for this one."""
    try:
        names = sorted((item.name for item in os.scandir(folder) if item.is_dir()), reverse=True)
    except OSError:
        return []
    found = [kept_at(folder / name) for name in names]
    return [kept for kept in found if kept.lock.tryLock(0)]
