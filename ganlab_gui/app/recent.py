"""The files opened last, as a menu."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from ganlab_gui.app.preferences import Preferences

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow

MOST = 10


def tr(text: str) -> str:
    return QCoreApplication.translate("Recent", text)


class Recent(QMenu):
    """Remembers paths in the preferences; choosing one opens it."""

    def __init__(self, window: "MainWindow", preferences: Preferences) -> None:
        super().__init__(window)
        self.setObjectName("menu.recent")
        self.setToolTipsVisible(True)
        self.window_, self.preferences = window, preferences
        self.aboutToShow.connect(self.fill)
        self.retranslate()

    @property
    def paths(self) -> list[Path]:
        """The newest first."""
        try:
            kept = json.loads(self.preferences.get("recent", "[]"))
        except ValueError:
            return []
        known = kept if isinstance(kept, list) else []
        return [Path(item) for item in known if isinstance(item, str)][:MOST]

    def add(self, path: Path) -> None:
        """Remember a file that was opened or saved."""
        path = path.absolute()
        paths = [path, *(other for other in self.paths if other != path)][:MOST]
        self._keep(paths)

    def _keep(self, paths: list[Path]) -> None:
        self.preferences.set("recent", json.dumps([str(path) for path in paths]))
        self.menuAction().setEnabled(bool(paths))

    def fill(self) -> None:
        """The files there are now."""
        self.clear()
        for path in self.paths:
            action = self.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.choose(path))
        self.addSeparator()
        self.addAction(tr("Clear the list")).triggered.connect(lambda: self._keep([]))

    def choose(self, path: Path) -> None:
        if path.exists():
            self.window_.documents.open_path(path)
        else:
            self._keep([other for other in self.paths if other != path])
            self.window_.session.refused.emit(tr("{0}: no such file.").format(path))

    def retranslate(self) -> None:
        self.setTitle(tr("Open recent"))
        self.menuAction().setEnabled(bool(self.paths))
