"""The settings of a window: edits, undo, and which of them wait until the networks are rebuilt."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from ganlab_gui.app.undo import Change
from ganlab_gui.experiment.io import ExperimentError, changes, flatten, with_values
from ganlab_gui.experiment.knobs import is_hot, is_silent
from ganlab_gui.experiment.schema import Experiment


class Editing(QObject):
    """The experiment as edited, the one that runs, and the one last opened or saved.

    Edits that apply while running are applied at once. Edits that rebuild the networks do so at
    once while nothing is lost by it; later they wait in ``pending`` until ``rebuild`` or an undo.
    """

    experiment_changed = Signal()
    pending_changed = Signal()
    refused = Signal(str)

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiment = self.running = self.base = experiment
        self.pending: list[str] = []
        self.undo_stack = QUndoStack(self)
        self._drag = 0

    @property
    def unsaved(self) -> bool:
        """Whether settings differ from those of the preset or file last opened or saved."""
        return self.experiment != self.base

    def edit(self, path: str, value: Any) -> bool:
        """Change one setting, as an undoable edit; False and ``refused`` where not allowed."""
        return self.edit_many({path: value})

    def edit_many(self, values: dict[str, Any]) -> bool:
        try:
            new = with_values(self.experiment, values)
        except ExperimentError as error:
            self.refused.emit(str(error))
            return False
        if new != self.experiment:
            path = ", ".join(values)
            self.undo_stack.push(Change(self, path, self.experiment, new, self._drag))
        return True

    def finish_edit(self, path: str = "") -> None:
        """A drag has ended: the next edit of the same setting is an edit of its own."""
        self._drag += 1

    def restore(self) -> None:
        """Back to the settings last opened or saved, as one undoable edit."""
        if self.unsaved:
            self.undo_stack.push(Change(self, "restore", self.experiment, self.base, self._drag))

    def mark_saved(self) -> None:
        self.base = self.experiment

    def adopt(self, experiment: Experiment) -> None:
        """Take settings without an undo step: hot ones apply now, cold ones rebuild or wait."""
        self.experiment = experiment
        self.experiment_changed.emit()
        differing = changes(self.running, experiment)
        loud = [p for p in differing if not is_silent(p)]
        cold = [p for p in loud if not is_hot(p, experiment, self.running)]
        if cold and self.fresh:
            self._rebuild(experiment)
            return
        if cold:
            values = flatten(experiment)
            hot = {p: values[p] for p in differing if p not in cold and p in values}
            try:
                target = with_values(self.running, hot) if hot else self.running
            except ExperimentError:  # they go with the networks to come, not with those that run
                target, cold = self.running, loud
        else:
            target = experiment
        if target != self.running:
            self.running = target
            self._apply(target)
        if cold != self.pending:
            self.pending = cold
            self.pending_changed.emit()

    def rebuild(self) -> None:
        """Build the networks the settings ask for, from step 0."""
        self._rebuild(self.experiment)

    def keep_running(self) -> None:
        """Take back the edits that wait, and go on with the networks as they are."""
        if self.pending:
            kept = Change(self, "pending", self.experiment, self.running, self._drag)
            self.undo_stack.push(kept)

    # -- what the session does about it ------------------------------------------------------------

    @property
    def fresh(self) -> bool:
        """Whether nothing would be lost by building the networks again."""
        return True

    def _apply(self, experiment: Experiment) -> None:
        """Hot settings have changed."""

    def _rebuild(self, experiment: Experiment) -> None:
        """Cold settings have changed and are to be taken."""
