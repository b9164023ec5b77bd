"""Undo: an edit of the settings as a command of Qt's undo stack."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from ganlab_gui.experiment.schema import Experiment

if TYPE_CHECKING:
    from ganlab_gui.app.editing import Editing


class Change(QUndoCommand):
    """One edit of the settings; edits of the same path merge while a slider is dragged."""

    def __init__(
        self, settings: "Editing", path: str, old: Experiment, new: Experiment, drag: int
    ) -> None:
        super().__init__(path)
        self.settings, self.path, self.old, self.new, self.drag = settings, path, old, new, drag

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Change) or (self.path, self.drag) != (other.path, other.drag):
            return False
        self.new = other.new
        return True

    def redo(self) -> None:
        self.settings.adopt(self.new)

    def undo(self) -> None:
        self.settings.adopt(self.old)
