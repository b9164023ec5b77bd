"""Autosave, rescue and the earlier runs, as one window has them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from ganlab_gui.app.keeper import LIMIT, Keeper
from ganlab_gui.app.rescue import Rescue
from ganlab_gui.app.sentences import said_here
from ganlab_gui.app.session import Session
from ganlab_gui.lab.recording import Recording
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.miniature import miniature

if TYPE_CHECKING:
    from ganlab_gui.app.runs_browser import RunsBrowser
    from ganlab_gui.app.window import MainWindow

THUMBNAIL = 192
"""Pixels a side of a run's picture."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Keeper", text)


class Keeping(QObject):
    """Joins the keeper with the window: what it says, what it draws, what it found at the start."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.keeper = Keeper(window.session, window.preferences.data, self)
        self.keeper.limit = max(0, window.preferences.get("library.limit", LIMIT))
        self.keeper.thumbnails = thumbnails
        self.keeper.failed.connect(self._on_failed)
        self.keeper.worked.connect(self._on_worked)
        self.keeper.trimmed.connect(self._on_trimmed)
        self.rescue = Rescue(window, self.keeper)
        self.label = QLabel(window.status)
        self.label.setObjectName("status.saved")
        window.status.addPermanentWidget(self.label)
        self.browser: RunsBrowser | None = None
        self._others: dict[Session, Keeper] = {}

    def also(self, session: Session) -> None:
        """Keep a second session of the window too."""
        other = self._others[session] = Keeper(session, self.keeper.folder, session)
        other.limit, other.thumbnails = self.keeper.limit, self.keeper.thumbnails
        other.filed.connect(self.keeper.filed)

    def let_go(self, session: Session) -> None:
        """The second session ends."""
        if other := self._others.pop(session, None):
            other.close(0.0)

    def refresh(self) -> None:
        """Say how long ago the session was saved."""
        text = self.keeper.said()
        if text != self.label.text():
            self.label.setText(text)
            self.label.setVisible(bool(text))

    def _on_failed(self, sentence: str) -> None:
        text = tr("Autosave is off: {0} Training goes on; saving is tried again.")
        ok = [("ok", tr("OK"), lambda: None)]
        self.window.banner.tell("autosave", text.format(said_here(sentence)), "danger", ok)

    def _on_worked(self) -> None:
        self.window.banner.clear("autosave")

    def _on_trimmed(self, count: int) -> None:
        text = tr("Old runs were moved to the trash ({0}): the earlier runs had grown too large.")
        ok = [("ok", tr("OK"), lambda: None)]
        self.window.banner.tell("trimmed", text.format(count), "info", ok)

    def show_runs(self) -> None:
        """Show the earlier runs."""
        from ganlab_gui.app.runs_browser import RunsBrowser

        if self.browser is None:
            self.browser = RunsBrowser(self.window, self.keeper)
        self.browser.set_theme(self.window.palette_, self.window.scale)
        self.browser.show_all()

    def retranslate(self) -> None:
        self.refresh()
        if self.browser is not None:
            self.browser.retranslate()

    def close(self) -> None:
        self.window.sessions.close()
        for session in list(self._others):
            self.let_go(session)
        self.keeper.close()


def thumbnails(recording: Recording) -> dict[str, bytes]:
    """The newest picture of a recording as PNG files, palette to content."""
    branch = recording.branch
    picture = recording.picture(branch.last_step)
    if picture is None:
        return {}
    return {
        name: png(miniature(picture, branch.scene, picture.runs[0], THUMBNAIL, palette))
        for name, palette in PALETTES.items()
    }


def png(picture: QPixmap) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())
