"""Opening and saving: presets, experiment files, data files, checkpoints, drawings.

Nothing unsaved is lost unasked.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ganlab_gui.app.control_rows import table_fault
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.session import Session
from ganlab_gui.experiment.data import Drawn
from ganlab_gui.experiment.io import ExperimentError, dumps, load, load_preset, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.files import SaveError, atomic_bytes
from ganlab_gui.lab.session_file import SUFFIX
from ganlab_gui.pages import PAGES

if TYPE_CHECKING:
    from ganlab_gui.app.gallery import Gallery
    from ganlab_gui.app.window import MainWindow

DATA_SUFFIXES = (".csv", ".tsv", ".txt", ".npz")
SUFFIXES = (".toml", SUFFIX, ".pt", *DATA_SUFFIXES)
"""What the window opens."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Documents", text)


class Documents(QObject):
    """The file side of a window. ``path`` is the experiment file that "save" writes to."""

    def __init__(self, window: "MainWindow", session: Session, preferences: Preferences) -> None:
        super().__init__(window)
        self.window, self.session, self.preferences = window, session, preferences
        self.path: Path | None = None
        self.gallery: Gallery | None = None
        session.reply.connect(self._on_reply)

    # -- opening -----------------------------------------------------------------------------------

    def choose(self) -> None:
        """Show the gallery, at what is open."""
        theory = self.window.theory
        if theory.active and theory.desk is not None:
            self._show_gallery(PAGES[theory.desk.name].title, "theory")
        else:
            self._show_gallery(self.session.base.title)

    def choose_page(self) -> None:
        """Show the gallery's theory pages."""
        self._show_gallery("", "theory")

    def choose_lesson(self) -> None:
        """Show the gallery's lessons."""
        self._show_gallery("", "lesson")

    def _show_gallery(self, title: str, shelf: str = "all") -> None:
        from ganlab_gui.app.gallery import Gallery

        if self.gallery is None:
            self.gallery = Gallery(self.window)
            self.gallery.chosen.connect(self.open_preset)
            self.gallery.page_chosen.connect(self.window.theory.open_or_tell)
            self.gallery.lesson_chosen.connect(self.window.lessons.open)
            self.gallery.open_file_asked.connect(self.open)
        self.gallery.set_theme(self.window.palette_, self.window.scale)
        self.gallery.set_language(self.window.language)
        self.gallery.show_open(title, shelf)
        self.gallery.open()

    def open_preset(self, name: str) -> None:
        if self.confirm():
            self.window.lessons.leave()
            self._open(lambda: load_preset(name), None)

    def open_experiment(self, experiment: Experiment) -> None:
        """Open an experiment that is no file's."""
        if self.confirm():
            self.window.lessons.leave()
            self._open(lambda: experiment, None)

    def open(self) -> None:
        suffixes = " ".join(f"*{s}" for s in SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self.window,
            tr("Open an experiment, a session, a checkpoint or data"),
            self.preferences.folder,
            tr("Experiments, sessions, checkpoints, data") + f" ({suffixes})",
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open by what the file is: TOML experiment, session, checkpoint, or a table as data."""
        self.preferences.set("folder", str(path.parent))
        suffix = path.suffix.lower()
        if suffix == ".toml" and self._is_lesson(path):
            self.window.lessons.open(path)
        elif suffix == ".toml":
            if self.confirm():
                self._open(lambda: load(path), path)
        elif suffix == ".pt":
            if self.confirm():
                self._open_checkpoint(path)
        elif suffix == SUFFIX:
            if self.confirm():
                self.window.sessions.open(path)
        elif suffix in DATA_SUFFIXES:
            self._open_table(path)
        else:
            self.session.refused.emit(
                tr("{0}: allowed are .toml, .ganlab, .pt, .csv, .tsv, .txt and .npz.").format(path)
            )

    def _is_lesson(self, path: Path) -> bool:
        from ganlab_gui.experiment.lessons import is_lesson

        return is_lesson(path)

    def _open_table(self, path: Path) -> None:
        """Take a table as data once it has been read whole: a bad one must not stop a run."""
        value = {"name": "file", "path": str(path)}
        try:
            fault = table_fault(with_values(self.session.experiment, {"data": value}))
        except ExperimentError as error:  # it has no classes, where the game is told of them
            fault = str(error)
        if fault:
            self.session.refused.emit(fault)
        else:
            self.session.edit("data", value)

    def copy_experiment(self) -> None:
        """Put the experiment on the clipboard as a text that another window opens."""
        from ganlab_gui.experiment.text import copied

        QGuiApplication.clipboard().setText(copied(self.session.experiment))
        self.window.say(tr("Experiment copied: paste it in another window"))

    def paste_experiment(self) -> None:
        """Open the experiment whose text is on the clipboard."""
        self.open_text(QGuiApplication.clipboard().text(), tr("The clipboard"))

    def open_text(self, text: str, where: str) -> None:
        """Open an experiment from its text; bad text is refused in one sentence."""
        from ganlab_gui.experiment.text import pasted

        try:
            experiment = pasted(text, where)
        except ExperimentError as error:
            self.session.refused.emit(error.lines[0])
            return
        if self.confirm():
            self.window.lessons.leave()
            self._open(lambda: experiment, None)

    def _open(self, read: Callable[[], Experiment], path: Path | None) -> None:
        try:
            experiment = read()
        except ExperimentError as error:
            self.session.refused.emit(str(error))
            return
        if path is not None:
            self.window.recent.add(path)
        self.take(experiment, path)

    def take(self, experiment: Experiment, path: Path | None = None) -> None:
        """Begin with an experiment from step 0; the caller has asked about unsaved edits."""
        self.path = path
        self.window.theory.leave()
        self.session.open_experiment(experiment)

    def _open_checkpoint(self, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError as error:
            self.session.refused.emit(f"{path}: {error.strerror}.")
            return
        self.path = None
        self.window.recent.add(path)
        self.session.open_checkpoint(data)

    def confirm(self) -> bool:
        """Ask before unsaved edits are left behind; True where it is all right to go on."""
        if not self.session.unsaved:
            return True
        box = QMessageBox(self.window)
        box.setObjectName("confirm")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("The settings were changed and not saved."))
        box.setInformativeText(tr("Another experiment replaces them."))
        save = box.addButton(tr("Save…"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(tr("Discard changes"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is save:
            return self.save()
        return box.clickedButton() is discard

    # -- saving ------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Write the experiment to its file, or to one asked for; True where it was written."""
        return self.save_to(self.path) if self.path is not None else self.save_as()

    def save_as(self) -> bool:
        name = self.ask_path(tr("Save the experiment"), "experiment.toml", "TOML (*.toml)")
        return name is not None and self.save_to(name)

    def save_to(self, path: Path) -> bool:
        if not self.write(path, dumps(self.session.experiment).encode()):
            return False
        self.path = path
        self.session.mark_saved()
        self.session.experiment_changed.emit()
        return True

    def save_checkpoint(self) -> None:
        path = self.ask_path(tr("Save a checkpoint"), "checkpoint.pt", "PyTorch (*.pt)")
        if path is not None:
            self.save_checkpoint_to(path)

    def save_checkpoint_to(self, path: Path) -> None:
        """Ask the worker for its state and write it once it has come, history included."""
        self.session.request("checkpoint", str(path), self.session.history)

    def _on_reply(self, kind: str, tag: object, payload: object) -> None:
        if kind == "checkpoint":
            assert isinstance(payload, bytes)
            self.write(Path(str(tag)), payload)

    def write(self, path: Path, data: bytes) -> bool:
        """Write a whole file or leave the old one, and say in the window which it was."""
        try:
            atomic_bytes(path, data)
        except SaveError as error:
            self.session.refused.emit(str(error))
            return False
        self.window.say(tr("Saved {0}").format(path))
        return True

    def ask_path(self, title: str, name: str, kinds: str) -> Path | None:
        """A path to save to, chosen by the user; None where they changed their mind."""
        start = str(Path(self.preferences.folder) / name)
        chosen, kind = QFileDialog.getSaveFileName(self.window, title, start, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        if not path.suffix:
            of_kind = re.search(r"\*(\.\w+)", kind)
            path = path.with_suffix(of_kind[1] if of_kind else Path(name).suffix)
        self.preferences.set("folder", str(path.parent))
        return path

    # -- drawing -----------------------------------------------------------------------------------

    def draw(self) -> None:
        """Open the drawing board; what is drawn becomes the data."""
        from ganlab_gui.app.drawing import DrawDialog

        sessions = self.window.comparison.edited
        data = sessions[0].experiment.data
        before = data if isinstance(data, Drawn) else Drawn()
        dialog = DrawDialog(self.window, before.extent, before.strokes)
        dialog.set_theme(self.window.palette_, self.window.scale)
        if dialog.exec():
            drawn = before.model_copy(update={"strokes": dialog.strokes()})
            for session in sessions:
                session.edit("data", drawn.model_dump(mode="json"))
