"""Exports that take their time, each in a process of its own beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from ganlab_gui.experiment.io import ExperimentError

if TYPE_CHECKING:
    from ganlab_gui.app.batch import Look
    from ganlab_gui.app.job import Job
    from ganlab_gui.app.window import MainWindow


def tr(text: str) -> str:
    return QCoreApplication.translate("Work", text)


class Work(QObject):
    """The long exports of a window, one at a time; what goes wrong is told in its banner."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self.job is not None and self.job.running

    def begin(
        self, title: str, place: Path, work: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> bool:
        """Start ``work`` with a progress bar; False where another is under way still."""
        from ganlab_gui.app.job import Job

        if self.busy:
            self.window.session.refused.emit(tr("Another export is still under way."))
            return False
        self.job = Job(title, work, arguments, self.window)
        self.job.done.connect(lambda _: self.window.say(tr("Saved {0}").format(place)))
        self.job.failed.connect(self.window.session.refused)
        self.job.stopped.connect(lambda: self.window.say(tr("Export stopped")))
        return True

    def close(self) -> None:
        """The window closes."""
        if self.job is not None:
            self.job.close()

    # -- what is exported --------------------------------------------------------------------------

    def export_events(self) -> None:
        """Ask for a folder's name, then write the history into it as TensorBoard logs."""
        from ganlab_gui.lab.tensorboard import check_available

        try:
            check_available()
        except ExperimentError as error:
            self.window.session.refused.emit(error.lines[0])
            return
        path = self.window.documents.ask_path(tr("Export TensorBoard logs"), "tensorboard", "")
        if path is not None:
            self.export_events_to(path)

    def export_events_to(self, path: Path) -> bool:
        from ganlab_gui.lab.tensorboard import write_events

        session = self.window.session
        given = (session.history, session.seen_experiment, path)
        return self.begin(tr("TensorBoard logs"), path, write_events, given)

    def export_lesson(self) -> None:
        """Ask which lesson and how, and where to; then draw it."""
        from ganlab_gui.app.batch_dialog import BatchDialog

        window = self.window
        dialog = BatchDialog(window.lessons.lesson, window.palette_.name, window.language, window)
        if not dialog.exec():
            return
        folder = QFileDialog.getExistingDirectory(
            window, tr("A folder for the figures"), window.preferences.folder
        )
        if folder:
            window.preferences.set("folder", folder)
            names, steps, look = dialog.chosen()
            self.export_figures_to(names, steps, look, Path(folder))

    def export_figures_to(
        self, names: list[str], steps: int | None, look: "Look", folder: Path
    ) -> bool:
        """Draw what the names stand for (see `app.batch.plan`) into a folder, and an index."""
        from ganlab_gui.app.batch import draw_named

        device = self.window.session.client.device
        given = (names, steps, look, folder, device)
        return self.begin(tr("Figures"), folder / "index.html", draw_named, given)
