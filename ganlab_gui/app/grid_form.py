"""What a grid is to be: settings, values, steps, seeds, where it is trained and kept."""

from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.grid_axis import AxisEditor
from ganlab_gui.app.language import of_preset
from ganlab_gui.experiment.grid import Grid, build
from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.experiment.schema import LAST_SEED, Experiment
from ganlab_gui.lab.sweep.pool import cores

STEPS, SEEDS = 2_000, 8
FIRST, SECOND = "training.d_steps", "generator_optimizer.lr"


def tr(text: str) -> str:
    return QCoreApplication.translate("GridForm", text)


def free_folder() -> Path:
    """A folder for the next grid, numbered on from those there are."""
    home = user_data_path("ganlab-gui", appauthor=False) / "grids"
    taken = {path.name for path in home.glob("grid-*")} if home.is_dir() else set()
    number = next(n for n in range(1, len(taken) + 2) if f"grid-{n:03}" not in taken)
    return home / f"grid-{number:03}"


class GridForm(QScrollArea):
    """The left column of the grid's window; ``changed`` follows every edit."""

    changed = Signal()
    base_asked = Signal()
    """The experiment that is open in the main window is wanted as the one to vary."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grid.form")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.experiment, self.every = Experiment(), 0
        inside = QWidget(self)
        inside.setProperty("scrolled", "true")
        self.base = QLabel(inside)
        self.base.setWordWrap(True)
        self.base.setProperty("role", "quiet")
        self.take = QPushButton(inside)
        self.take.setObjectName("grid.base")
        self.take.setProperty("more", "true")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.base_asked)
        self.first = AxisEditor("grid.first", False, inside)
        self.second = AxisEditor("grid.second", True, inside)
        self.steps = self._number("grid.steps", 1, 10**8, STEPS)
        self.runs = self._number("grid.seeds", 1, 256, SEEDS)
        self.seed = self._number("grid.seed", 0, LAST_SEED, 0)
        self.workers = self._number("grid.workers", 1, 1024, cores())
        self.cluster = QLineEdit(inside)
        self.cluster.setObjectName("grid.cluster")
        self.cluster.setPlaceholderText("tcp://host:8786")
        self.folder = QLineEdit(inside)
        self.folder.setObjectName("grid.folder")
        self.browse = QPushButton("…", inside)
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        self.labels = {name: QLabel(inside) for name in
                       ("steps", "runs", "seed", "workers", "cluster", "folder")}  # fmt: skip
        self._arrange(inside)
        self.setWidget(inside)
        for axis in (self.first, self.second):
            axis.changed.connect(self.changed)
        for box in (self.steps, self.runs, self.seed):
            box.valueChanged.connect(self.changed)
        self.cluster.textEdited.connect(self._where)

    def _number(self, name: str, low: int, high: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setRange(low, high)
        box.setValue(value)
        box.setGroupSeparatorShown(False)
        return box

    def _arrange(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.base)
        head.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self.first)
        column.addWidget(self.second)
        rows = QGridLayout()
        rows.setHorizontalSpacing(10)
        rows.setVerticalSpacing(6)
        rows.setColumnStretch(1, 1)
        place = QHBoxLayout()
        place.setSpacing(4)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        fields: dict[str, Any] = {
            "steps": self.steps, "runs": self.runs, "seed": self.seed, "workers": self.workers,
            "cluster": self.cluster, "folder": place,
        }  # fmt: skip
        for row, (name, field) in enumerate(fields.items()):
            rows.addWidget(self.labels[name], row, 0)
            if isinstance(field, QWidget):
                field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                rows.addWidget(field, row, 1)
                self.labels[name].setBuddy(field)
            else:
                rows.addLayout(field, row, 1)
                self.labels[name].setBuddy(self.folder)
        column.addLayout(rows)
        column.addStretch(1)

    # -- what the window asks ----------------------------------------------------------------------

    def set_experiment(self, experiment: Experiment) -> None:
        """Vary another experiment."""
        self.experiment, self.every = experiment, 0
        self.seed.setValue(experiment.seed)
        self.first.set_experiment(experiment, FIRST)
        self.second.set_experiment(experiment, SECOND)
        self.folder.setText(str(free_folder()))
        self.retranslate()

    def show_grid(self, grid: Grid, path: Path) -> None:
        """The settings that make an existing grid."""
        self.experiment = grid.experiment
        for editor, axis in zip((self.first, self.second), (*grid.axis, None), strict=False):
            editor.set_experiment(grid.experiment, axis.path if axis else "")
            if axis is not None:
                editor.show_axis(axis)
        self.steps.setValue(grid.steps)
        self.runs.setValue(grid.runs)
        self.seed.setValue(grid.seed)
        self.every = grid.every
        self.folder.setText(str(path))
        self.retranslate()

    def grid(self) -> Grid:
        """The grid as it stands; raises ExperimentError with everything that is wrong with it."""
        lines, axes = list[str](), list[Any]()
        for editor in (self.first, self.second):
            try:
                if (table := editor.table()) is not None:
                    axes.append(table)
            except ExperimentError as error:
                lines += error.lines
        if lines:
            raise ExperimentError(lines)
        tables = {
            "steps": self.steps.value(), "runs": self.runs.value(),
            "seed": self.seed.value(), "axis": axes, "every": self.every,
        }  # fmt: skip
        return build(tables, self.experiment)

    def where(self) -> tuple[int | None, str | None]:
        """How many processes of this machine, or the cluster's address."""
        address = self.cluster.text().strip()
        return (None, address) if address else (self.workers.value(), None)

    def place(self) -> Path:
        """The folder that takes the results."""
        return Path(self.folder.text().strip()).expanduser()

    def retranslate(self) -> None:
        title = of_preset(self.experiment.title)
        self.base.setText(tr("Varied: {0}").format(title))
        self.take.setText(tr("Take the open experiment instead"))
        words = {
            "steps": tr("Steps"), "runs": tr("Seeds"), "seed": tr("First seed"),
            "workers": tr("Processes"), "cluster": tr("Dask cluster"), "folder": tr("Folder"),
        }  # fmt: skip
        for name, text in words.items():
            self.labels[name].setText(text)
        self.cluster.setToolTip(tr("The scheduler's address; empty trains on this machine"))
        self.workers.setToolTip(tr("As many as cores are best"))
        self.browse.setAccessibleName(tr("Choose a folder"))
        self.first.retranslate()
        self.second.retranslate()

    def _where(self) -> None:
        self.workers.setEnabled(not self.cluster.text().strip())

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Choose a folder"), str(self.place().parent)
        )
        if chosen:
            self.folder.setText(chosen)
