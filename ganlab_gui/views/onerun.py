"""What views of a single run share: which run and class, its header, how D reads, divergence."""

from functools import reduce
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ganlab_gui.experiment.objectives import Reading, reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History
from ganlab_gui.lab.phases import edited
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.views.base import View, thousands
from ganlab_gui.views.chiprow import ChipRow, ClassChooser, RunChooser
from ganlab_gui.views.divergence import diverged_at


class OneRunView(View):
    """A view of run ``self.run``, with choosers of run and class for its row of chips.

    ``label`` is the class y that a conditional game is shown for; None is all of them.
    """

    run_chosen = Signal(int)
    """The user chose another run here; the other panels should follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = ChipRow(self.name, self)
        self.chooser = RunChooser(f"{self.name}.run", self.chips)
        self.chooser.run_chosen.connect(self._choose)
        self.label: int | None = None
        self.classes = ClassChooser(f"{self.name}.class", self.chips)
        self.classes.class_chosen.connect(self.set_label)
        self._edits: dict[str, Any] = {}
        self._snapshot: Snapshot | None = None
        self._diverged: int | None = None
        self._header = ""

    def show_again(self) -> None:
        """Draw the last picture once more, on scales that another picture has changed."""
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    @property
    def reading(self) -> Reading:
        """How D is read here: a loss may change while an experiment runs."""
        if self._snapshot is not None:
            return self._snapshot.reading
        return reading(self.experiment) if self.experiment is not None else Reading()

    @property
    def critic(self) -> bool:
        """Whether D's score is unbounded here."""
        return not self.reading.bounded

    def now(self, path: str) -> Any:
        """A setting as the last edit left it; None before an experiment."""
        if self.experiment is None:
            return None
        return self._edits.get(path, reduce(getattr, path.split("."), self.experiment))

    @property
    def settings(self) -> Experiment:
        """The experiment as its edits left it; the default one before any."""
        return edited(self.experiment or Experiment(), self._edits)

    def readings(self) -> list[str]:
        """Rich texts that stand in the header before the seed."""
        return []

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self._snapshot, self._diverged, self._edits = None, None, {}
        if self.label is not None and self.label >= scene.classes:
            self.label = None

    def show_history(self, history: History) -> None:
        """Tell when the run diverged: its picture stays the last finite one."""
        edits = {edit.path: edit.new for edit in history.edits}
        if edits != self._edits:
            self._edits = edits
            self.settings_changed()
        at = diverged_at(history, self.run) if self.run < history.runs else None
        if at != self._diverged:
            self._diverged = at
            self.tell_header()

    def settings_changed(self) -> None:
        """Follow settings that were edited, or whose edit was undone: ``now`` tells them."""

    def set_label(self, label: int | None) -> None:
        """Show class ``label`` of a conditional game alone, or all of them."""
        self.label = label
        self.classes.setCurrentIndex(0 if label is None else label + 1)
        self.needs_changed.emit()

    def set_run(self, run: int) -> None:
        super().set_run(run)
        self.chooser.setCurrentIndex(run)
        self.tell_header()
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def retranslate(self) -> None:
        self.chooser.fill(self.scene, self.tr("run %1"), self.run)
        self.chooser.setToolTip(self.tr("Which run is shown"))
        self.chooser.setAccessibleName(self.tr("Run"))
        count = self.scene.classes if self.scene else 0
        self.classes.fill(count, self.tr("class %1"), self.tr("all classes"), self.label)
        self.classes.setToolTip(self.tr("Generate class y: G(z | y), and D(x | y) for it alone"))
        self.classes.setAccessibleName(self.tr("Class"))
        self.tell_header()

    def tell_header(self) -> None:
        """Emit the header's text where it has changed."""
        parts = []
        if self._diverged is not None:
            said = self.tr("diverged at step %1").replace("%1", thousands(self._diverged))
            parts.append(self.coloured("danger", said))
        parts += self.readings()
        if self.scene is not None and self.scene.runs > 1:
            run = self.tr("run %1 of %2").replace("%1", str(self.run + 1))
            parts.append(self.coloured("quiet", run.replace("%2", str(self.scene.runs))))
        if self.experiment is not None:
            seed = self.tr("seed %1").replace("%1", str(self.experiment.seeds[self.run]))
            parts.append(self.coloured("quiet", seed))
        header = self.coloured("quiet", " · ").join(parts)
        if header != self._header:
            self._header = header
            self.header_changed.emit(header)

    def _choose(self, run: int) -> None:
        self.set_run(run)
        self.run_chosen.emit(run)
