"""The window of a grid: what it is to be on the left, what it has come to on the right."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.grid_client import GridClient
from ganlab_gui.app.grid_form import GridForm
from ganlab_gui.app.grid_results import GridResults
from ganlab_gui.app.sentences import said_here
from ganlab_gui.experiment.grid import Cell
from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.lab.files import SaveError, atomic_bytes
from ganlab_gui.lab.sweep.events import Event, Failed, Finished, Noticed, Progress, Started
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.result import CellError
from ganlab_gui.lab.sweep.table import results_csv
from ganlab_gui.lab.sweep.tally import Tally
from ganlab_gui.palette import Palette
from ganlab_gui.views.grid_model import GridModel
from ganlab_gui.views.gridtexts import cell_name

SIZE = QSize(1180, 720)
WIDTH = 322
"""Pixels of the left column at 100 %."""
MOST_TOLD = 4
"""Sentences that are shown at once."""


def tr(text: str) -> str:
    return QCoreApplication.translate("GridWindow", text)


class GridWindow(QDialog):
    """Plan, train, watch and read a grid; it is trained on while this window is closed."""

    cell_opened = Signal(object)
    """The experiment of a cell that was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("grid")
        self.client = GridClient(self)
        self.folder: Folder | None = None
        self.tally: Tally | None = None
        self.model = GridModel(self)
        self.form = GridForm(self)
        self.results = GridResults(self.model, self)
        self._make_parts()
        self._arrange()
        self.form.changed.connect(self._show_plan)
        self.start_button.clicked.connect(self.start)
        self.resume_button.clicked.connect(self.resume)
        self.cancel_button.clicked.connect(self.client.cancel)
        self.open_button.clicked.connect(self._ask_folder)
        self.results.opened.connect(self._open_cell)
        self.client.told.connect(self._take)
        self.client.refused.connect(self._refuse)
        self.client.ended.connect(self._ended)
        self.retranslate()
        self._refresh()

    # -- building ----------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.start_button, self.open_button = self._button("start"), self._button("open")
        self.resume_button, self.cancel_button = self._button("resume"), self._button("cancel")
        self.start_button.setProperty("primary", "true")
        self.resume_button.setProperty("primary", "true")
        self.plan, self.fault, self.progress = QLabel(self), QLabel(self), QLabel(self)
        self.plan.setProperty("role", "small")
        self.fault.setProperty("role", "danger")
        for label, name in ((self.plan, "plan"), (self.fault, "fault"), (self.progress, "said")):
            label.setObjectName(f"grid.{name}")
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("grid.progress")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.nothing = QLabel(self)
        self.nothing.setProperty("role", "quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"grid.{name}")
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        self.column, buttons = QWidget(self), QHBoxLayout()
        left = QVBoxLayout(self.column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self.form, 1)
        left.addWidget(self.fault)
        left.addWidget(self.plan)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        left.addLayout(buttons)
        self.rule = QFrame(self)
        self.rule.setFixedWidth(1)
        self.foot = QWidget(self)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.resume_button)
        foot.addWidget(self.cancel_button)
        room = QWidget(self)
        right = QVBoxLayout(room)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.nothing, 1)
        right.addWidget(self.results, 1)
        right.addWidget(self.bar)
        right.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(14)
        row.addWidget(self.column)
        row.addWidget(self.rule)
        row.addWidget(room, 1)

    # -- look --------------------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.column.setFixedWidth(round(WIDTH * scale))
        self.results.set_theme(palette, scale)
        self.rule.setStyleSheet(f"background: {palette.line}")
        self.resize((SIZE * scale).boundedTo(self.screen().availableSize() - QSize(40, 60)))

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(tr("Many: a grid of experiments"))
        self.start_button.setText(tr("Start"))
        self.resume_button.setText(tr("Go on"))
        self.cancel_button.setText(tr("Cancel"))
        self.open_button.setText(tr("Open a grid…"))
        self.bar.setAccessibleName(tr("Progress"))
        self.nothing.setText(
            tr(
                "Choose one or two settings and their values, then start.\n"
                "Every pair of values is trained with every seed, in processes of their own;\n"
                "results come as they are found, and stay in the folder."
            )
        )
        self.form.retranslate()
        self.results.retranslate()
        self._show_plan()
        self._refresh()

    # -- planning ----------------------------------------------------------------------------------

    def _show_plan(self) -> None:
        """How much there is to do, or what is wrong with it."""
        try:
            grid = self.form.grid()
        except ExperimentError as error:
            self.plan.setText("")
            self._refuse(error.lines)
            return
        self._refuse([])
        across, down = grid.shape
        words = tr("{0} × {1} cells × {2} seeds = {3} runs of {4} steps")
        numbers = across, down, grid.runs, across * down * grid.runs, grid.steps
        self.plan.setText(words.format(*numbers))

    def _refuse(self, lines: list[str]) -> None:
        told = [said_here(line.removeprefix("grid: ")) for line in lines[:MOST_TOLD]]
        if len(lines) > len(told):
            told.append(tr("… and {0} more.").format(len(lines) - len(told)))
        self.fault.setText("\n".join(told))
        self.fault.setVisible(bool(told))

    def start(self) -> None:
        """Make the folder, or take up the one of the same grid, and train."""
        try:
            folder = Folder.make(self.form.place(), self.form.grid())
        except ExperimentError as error:
            self._refuse(error.lines)
        except SaveError as error:
            self._refuse([str(error)])
        else:
            self._show(folder)
            self.resume()

    def resume(self) -> None:
        """Train what the folder on show lacks."""
        if self.folder is not None and not self.client.busy:
            self._refuse([])
            self.client.start(self.folder.path, *self.form.where())
            self._refresh()

    def open_folder(self, path: Path) -> None:
        """Show a folder's grid; what is missing in it can be gone on with."""
        try:
            folder = Folder.open(path)
        except ExperimentError as error:
            self._refuse(error.lines)
            return
        self.form.show_grid(folder.grid, path)
        self._show(folder)

    def _ask_folder(self) -> None:
        start = str(self.form.place().parent)
        if chosen := QFileDialog.getExistingDirectory(self, tr("Open a grid…"), start):
            self.open_folder(Path(chosen))

    def _show(self, folder: Folder) -> None:
        results, said = folder.results()
        self.folder, self.tally = folder, Tally(folder.grid, set(results))
        self.model.show(folder.grid, results)
        self.results.name_grid()
        if said:
            self._refuse(said)
        self._refresh()

    # -- what comes --------------------------------------------------------------------------------

    def _take(self, event: Event) -> None:
        assert self.folder is not None
        assert self.tally is not None
        self.tally.take(event)
        match event:
            case Started(cell):
                self.model.set_state(cell, tr("begins"))
            case Progress(cell, steps):
                self.model.set_state(cell, f"{100 * steps // self.folder.grid.steps} %")
            case Finished(cell):
                self._finish(cell)
            case Failed(cell, sentence):
                self.model.set_state(cell, tr("failed"))
                self._refuse([f"{cell_name(self.folder.grid, cell)}: {sentence}"])
            case Noticed(sentence, cell):
                self._refuse([sentence])
                if cell is not None:
                    self.model.set_state(cell, "")
        self._refresh()

    def _finish(self, cell: Cell) -> None:
        assert self.folder is not None
        try:
            result = self.folder.result(cell)
        except CellError as error:
            self._refuse([f"{self.folder.place(cell)}: {error}."])
            return
        if result is not None:
            self.model.take(cell, result)
            self.results.name_measures()

    def _ended(self) -> None:
        assert self.folder is not None
        assert self.tally is not None
        self.tally.running.clear()
        for cell in set(self.model.states) - set(self.tally.failed):
            self.model.set_state(cell, "")
        try:
            table = results_csv(self.folder.grid, self.model.results)
            atomic_bytes(self.folder.path / "results.csv", table)
        except SaveError as error:
            self._refuse([str(error)])
        self._refresh()

    def _refresh(self) -> None:
        """Which buttons make sense, and how far the grid is."""
        busy, tally = self.client.busy, self.tally
        over = tally is None or len(tally.done) == len(tally.grid.cells)
        self.cancel_button.setVisible(busy)
        self.resume_button.setVisible(not busy and not over)
        self.start_button.setEnabled(not busy)
        self.open_button.setEnabled(not busy)
        self.form.setEnabled(not busy)
        for part in (self.results, self.bar, self.foot):
            part.setVisible(tally is not None)
        self.nothing.setVisible(tally is None)
        if tally is not None:
            self.bar.setValue(1000 * tally.steps // tally.total)
            self.progress.setText(" · ".join(self._progress(tally, busy, over)))

    def _progress(self, tally: Tally, busy: bool, over: bool) -> list[str]:
        parts = [tr("{0} of {1} cells").format(len(tally.done), len(tally.grid.cells))]
        left = tally.seconds_left() if busy else None
        if left is not None:
            parts.append(tr("{0} left").format(duration(left)))
        if tally.failed:
            parts.append(tr("{0} failed").format(len(tally.failed)))
        if not busy and not over:
            parts.append(tr("stopped"))
        if over and self.folder is not None:
            parts.append(str(self.folder.path))
        return parts

    def _open_cell(self, cell: Cell) -> None:
        assert self.model.grid is not None
        self.cell_opened.emit(self.model.grid.experiment_of(cell))


def duration(seconds: float) -> str:
    """1:05 or 2:03:10."""
    hours, rest = divmod(round(seconds), 3600)
    tail = f"{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    return f"{hours}:{tail}" if hours else tail
