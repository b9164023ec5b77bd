"""Between lab and theory: what of the window is in sight, and which of the two hears the keys."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QToolBar, QWidget

from ganlab_gui.palette import Palette

if TYPE_CHECKING:
    from ganlab_gui.app.desk import Desk
    from ganlab_gui.app.window import MainWindow


class Theory(QObject):
    """Opens the desk in place of the lab, and gives the lab back as it was left."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.desk: Desk | None = None
        self.active = False
        self._hidden: list[QWidget] = []

    def open(self, name: str, values: dict[str, Any] | None = None) -> None:
        """Show a page. Raises ValueError where there is no such page or setting."""
        desk = self.desk or self._make()
        desk.open(name, values)
        self.enter()

    def open_or_tell(self, name: str, values: dict[str, Any] | None = None) -> None:
        """The same, with what is wrong told in the window."""
        try:
            self.open(name, values)
        except ValueError as error:
            self.window.session.refused.emit(str(error))

    def enter(self) -> None:
        """Put the desk where the lab was; training pauses."""
        if self.active or self.desk is None:
            return
        self.active = True
        self.window.session.pause()
        lesson = self.window.lessons.dock
        parts: list[QWidget] = [self.window.arena, self.window.timeline]
        parts += [d for d in self.window.findChildren(QDockWidget) if d is not lesson]
        parts += self.window.findChildren(QToolBar)
        self._hidden = [part for part in parts if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        self.desk.show()
        self.desk.setFocus()
        self.window.show_heading()

    def leave(self) -> None:
        """Back to the lab."""
        if not self.active or self.desk is None:
            return
        self.active = False
        self.desk.suspend()
        self.desk.hide()
        for part in self._hidden:
            part.show()
        self._hidden = []
        self.window.session.refresh()
        self.window.show_heading()

    def set_theme(self, palette: Palette, scale: float) -> None:
        if self.desk is not None:
            self.desk.set_theme(palette, scale)

    def retranslate(self) -> None:
        if self.desk is not None:
            self.desk.retranslate(self.window.language)

    def close(self) -> None:
        """The window closes: the lab comes back first, so that its layout is kept as it was."""
        self.leave()
        if self.desk is not None:
            self.desk.close_studies()

    def _make(self) -> "Desk":
        from ganlab_gui.app.desk import Desk

        window = self.window
        desk = self.desk = Desk(window)
        desk.hide()
        window.column.addWidget(desk, 1)
        desk.closed.connect(self.leave)
        desk.preset_asked.connect(self._to_preset)
        desk.gallery_asked.connect(window.documents.choose)
        desk.refused.connect(window.session.refused)
        desk.copy_asked.connect(window.exporter.copy_stage)
        desk.export_asked.connect(window.exporter.export_stage)
        desk.set_theme(window.palette_, window.scale)
        desk.retranslate(window.language)
        return desk

    def _to_preset(self, name: str) -> None:
        self.window.documents.open_preset(name)
