"""Many experiments at once: the grid's window, made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import Palette

if TYPE_CHECKING:
    from ganlab_gui.app.grid_window import GridWindow
    from ganlab_gui.app.window import MainWindow


class Many(QObject):
    """Joins the grid's window to the main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.grid: GridWindow | None = None

    def open(self) -> None:
        """Show the grid's window; at first, or while it shows nothing, of the open experiment."""
        from ganlab_gui.app.grid_window import GridWindow

        if self.grid is None:
            self.grid = GridWindow(self.window)
            self.grid.cell_opened.connect(self._open_cell)
            self.grid.form.base_asked.connect(self._take_base)
            self.grid.set_theme(self.window.palette_, self.window.scale)
        if self.grid.folder is None:
            self._take_base()
        self.grid.show()
        self.grid.raise_()
        self.grid.activateWindow()

    def set_theme(self, palette: Palette, scale: float) -> None:
        if self.grid is not None:
            self.grid.set_theme(palette, scale)

    def retranslate(self) -> None:
        if self.grid is not None:
            self.grid.retranslate()

    def close(self) -> None:
        """The program ends: a grid under way stops, and can be gone on with later."""
        if self.grid is not None:
            self.grid.client.close()
            self.grid.close()

    def _take_base(self) -> None:
        if self.grid is not None:
            self.grid.form.set_experiment(self.window.session.experiment)

    def _open_cell(self, experiment: Experiment) -> None:
        self.window.documents.open_experiment(experiment)
        self.window.activateWindow()
