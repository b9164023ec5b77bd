"""Choosing what B is to be: a copy of A, a branch, an experiment of the gallery, a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ganlab_gui.app.rival import tr
from ganlab_gui.app.timeline_signs import branch_name
from ganlab_gui.app.travel import AGAIN, REACH
from ganlab_gui.experiment.io import ExperimentError, load, load_preset
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.views.base import thousands

if TYPE_CHECKING:
    from ganlab_gui.app.comparison import Comparison
    from ganlab_gui.app.gallery import Gallery

CHOICES = ("compare_copy", "compare_preset", "compare_file")
ONLY_COMPARING = ("compare_seed", "compare_save", "compare_leave")


class RivalChoice(QObject):
    """The ways to a B, in menus and dialogs; what is chosen goes to the comparison."""

    def __init__(self, comparison: "Comparison") -> None:
        super().__init__(comparison)
        self.comparison, self.window = comparison, comparison.window
        self._gallery: Gallery | None = None

    def press(self) -> None:
        """The button of the bar: leave, or choose what B is to be."""
        if self.comparison.active:
            self.comparison.leave()
            return
        button = self.window.transport.compare
        button.setChecked(False)  # until there is a B
        menu = self.menu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """What B can be; while there is one, also what can be done with it."""
        menu = QMenu(parent)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        actions = self.window.actions_
        menu.addActions([actions[key] for key in CHOICES])
        recording = self.window.session.recording
        for branch in recording.branches.values() if recording is not None else ():
            if recording is not None and branch.id != recording.current:
                text = tr("A|B with {0}, step {1}")
                text = text.format(branch_name(branch), thousands(branch.last_step))
                menu.addAction(text, partial(self.take_branch, branch.id))
        if self.comparison.active:
            menu.addSeparator()
            menu.addActions([actions[key] for key in ONLY_COMPARING])

    def copy(self) -> None:
        """B becomes a copy of A at the moment shown: the same state, to change a setting in it."""
        a = self.window.session
        at = a.step if a.moment is None else a.moment
        place = a.recording.place(at, reach=REACH) if a.recording is not None else None
        if place is None:
            self.comparison.begin(a.running)
        else:
            self.comparison.take_over(place, a.history)

    def take_branch(self, branch: int) -> None:
        """B becomes a branch of A's recording, at its newest step."""
        recording = self.window.session.recording
        known = recording.branches.get(branch) if recording is not None else None
        if recording is None or known is None:
            return
        place = recording.place(known.last_step, branch, AGAIN)
        if place is not None:
            self.comparison.take_over(place, known.history)

    def ask_preset(self) -> None:
        """Ask for an experiment of the gallery to be B."""
        from ganlab_gui.app.cards import preset_cards
        from ganlab_gui.app.gallery import Gallery

        window = self.window
        if self._gallery is None:
            self._gallery = Gallery(window, preset_cards())
            self._gallery.chosen.connect(self.open_preset)
            self._gallery.open_file_asked.connect(self.ask_file)
        self._gallery.set_theme(window.palette_, window.scale)
        self._gallery.set_language(window.language)
        self._gallery.show_open((self.comparison.rival or window.session).base.title)
        self._gallery.open()

    def ask_file(self) -> None:
        """Ask for an experiment file to be B."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self.window, tr("Open an experiment as B"), self.window.preferences.folder,
            "TOML (*.toml)",
        )  # fmt: skip
        if name:
            self.open_file(Path(name))

    def open_preset(self, name: str) -> None:
        self._open(lambda: load_preset(name))

    def open_file(self, path: Path) -> None:
        self._open(lambda: load(path))

    def _open(self, read: Callable[[], Experiment]) -> None:
        try:
            self.comparison.begin(read())
        except ExperimentError as error:
            self.window.session.refused.emit(str(error))
