"""How a movie is made: type, size, pace, length, panels, and which of the recorded moments."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from ganlab_gui.app.movie_plan import By, Plan
from ganlab_gui.app.sentences import said_here
from ganlab_gui.app.theme import mark
from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.views.base import thousands

SIZES = ((1280, 720), (1920, 1080), (960, 540), (640, 360))
FPS = (24, 30, 60)
SPARSE = 0.25
"""Pictures for a frame under which a movie will stand still now and then."""


def tr(text: str) -> str:
    return QCoreApplication.translate("MovieDialog", text)


class MovieDialog(QDialog):
    """``recorded`` are the steps of the pictures of side "a" and, when comparing, of side "b".

    ``titles`` are the panels that suit the data. ``kept`` is what `kept` gave the last time.
    """

    def __init__(
        self,
        recorded: Mapping[str, Sequence[int]],
        titles: Mapping[str, str],
        shown: Sequence[str],
        theme: str,
        kept: dict[str, Any],
        parent: QWidget | None = None,
        unseen: Collection[str] = (),
    ) -> None:
        """``shown`` are the panels in sight, the one on the stage first.

        The pictures lack what panels ``unseen`` would show: nobody looked at them.
        """
        super().__init__(parent)
        self.setObjectName("movie")
        self.setWindowTitle(tr("Movie"))
        self.setMinimumWidth(34 * self.fontInfo().pixelSize())
        self._recorded, self._titles, self._unseen = recorded, titles, unseen
        self.kind, self.size_, self.fps = QComboBox(), QComboBox(), QComboBox()
        self.by, self.theme, self.stage = QComboBox(), QComboBox(), QComboBox()
        self.who = QComboBox()
        self.width_, self.height_ = _side(1280), _side(720)
        self.seconds = QDoubleSpinBox()
        self.first, self.last = QSpinBox(), QSpinBox()
        self.beside = {name: QCheckBox(title) for name, title in titles.items()}
        self.note = QLabel(self)
        self.note.setObjectName("movie.note")
        self.note.setWordWrap(True)
        self.box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._fill(theme)
        self._arrange()
        self._take(kept, shown)
        self._connect()
        self._look()

    # -- building ----------------------------------------------------------------------------------

    def _fill(self, theme: str) -> None:
        for kind in ("mp4", "gif"):
            self.kind.addItem(kind.upper(), kind)
        for width, height in SIZES:
            self.size_.addItem(f"{width} × {height}", (width, height))
        self.size_.addItem(tr("other"), None)
        for fps in FPS:
            self.fps.addItem(str(fps), fps)
        self.by.addItem(tr("evenly in training steps"), "steps")
        self.by.addItem(tr("evenly in recorded pictures"), "pictures")
        self.theme.addItem(tr("Light"), "light")
        self.theme.addItem(tr("Dark"), "dark")
        self.theme.setCurrentIndex(self.theme.findData(theme))
        for name, title in self._titles.items():
            self.stage.addItem(title, name)
        self.seconds.setRange(0.5, 3_600)
        self.seconds.setDecimals(1)
        self.seconds.setValue(10)
        self.seconds.setSuffix(" s")
        if "b" in self._recorded:
            self.who.addItem(tr("A and B, side by side"), "ab")
            self.who.addItem(tr("A alone"), "a")
            self.who.addItem(tr("B alone"), "b")
        self._set_range()

    def _set_range(self) -> None:
        """From the first to the last step that there is a picture of, of every side."""
        first, last = self._ends()
        for box, value in ((self.first, first), (self.last, last)):
            box.setRange(first, last)
            box.setValue(value)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("kind", tr("File type"), self.kind),
            ("size", tr("Size in pixels"), _beside(self.size_, self.width_, self.height_)),
            ("seconds", tr("Length"), self.seconds),
            ("fps", tr("Frames a second"), self.fps),
            ("steps", tr("Steps from, to"), _beside(self.first, self.last)),
            ("by", tr("Time runs"), self.by),
            ("stage", tr("Large panel"), self.stage),
            ("beside", tr("Beside it"), self._choices()),
            ("theme", tr("Theme"), self.theme),
        )
        if self.who.count():
            rows = (("who", tr("Film"), self.who), *rows)
        for key, label, widget in rows:
            widget.setObjectName(f"movie.{key}")
            form.addRow(label, widget)
        form.addRow(self.note)
        form.addRow(self.box)

    def _choices(self) -> QWidget:
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (name, choice) in enumerate(self.beside.items()):
            choice.setObjectName(f"movie.beside.{name}")
            grid.addWidget(choice, number // 2, number % 2)
        return place

    def _take(self, kept: dict[str, Any], shown: Sequence[str]) -> None:
        """Choices of the last time; a large panel that does not suit gives way to the stage."""
        for key in ("kind", "fps", "by"):
            box: QComboBox = getattr(self, key)
            box.setCurrentIndex(max(0, box.findData(kept.get(key, box.itemData(0)))))
        if "fps" not in kept:
            self.fps.setCurrentIndex(1)
        size = kept.get("size")
        if isinstance(size, list) and len(size) == 2 and all(isinstance(s, int) for s in size):
            self.width_.setValue(size[0])
            self.height_.setValue(size[1])
            known = [i for i, s in enumerate(SIZES) if s == tuple(size)]
            self.size_.setCurrentIndex(known[0] if known else len(SIZES))
        if isinstance(length := kept.get("seconds"), int | float):
            self.seconds.setValue(length)
        self.stage.setCurrentIndex(max(0, self.stage.findData(shown[0] if shown else "")))
        chosen = kept.get("beside")
        for name, choice in self.beside.items():
            choice.setChecked(name in (chosen if isinstance(chosen, list) else shown[1:]))

    def _connect(self) -> None:
        self.who.currentIndexChanged.connect(self._set_range)
        for combo in (self.who, self.kind, self.size_, self.fps, self.by, self.stage):
            combo.currentIndexChanged.connect(self._look)
        for spin in (self.width_, self.height_, self.seconds, self.first, self.last):
            spin.valueChanged.connect(self._look)
        for choice in self.beside.values():
            choice.toggled.connect(self._look)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)

    # -- what is chosen ----------------------------------------------------------------------------

    @property
    def sides(self) -> str:
        """Who is filmed: "a", "b", or "ab"."""
        return self.who.currentData() or "a"

    def _ends(self) -> tuple[int, int]:
        first = max(self._recorded[side][0] for side in self.sides)
        return first, max(first, min(self._recorded[side][-1] for side in self.sides))

    @property
    def size_px(self) -> tuple[int, int]:
        chosen = self.size_.currentData()
        width, height = chosen or (self.width_.value(), self.height_.value())
        return int(width), int(height)

    def plan(self, path: Path, **others: Any) -> Plan:
        """The movie as chosen; ``others`` are further fields of it."""
        large: str = self.stage.currentData()
        beside = [n for n, choice in self.beside.items() if choice.isChecked() and n != large]
        sides = len(self.sides)
        by: By = self.by.currentData() if sides == 1 else "steps"
        return Plan(
            path, (large, *beside), self.size_px, self.fps.currentData(), self.seconds.value(),
            self.first.value(), self.last.value(), by, self.theme.currentData(), sides=sides,
            **others,
        )  # fmt: skip

    @property
    def suffix(self) -> str:
        return f".{self.kind.currentData()}"

    def kept(self) -> dict[str, Any]:
        """The choices that the next movie begins with."""
        return {
            "kind": self.kind.currentData(), "fps": self.fps.currentData(),
            "by": self.by.currentData(), "size": list(self.size_px),
            "seconds": self.seconds.value(),
            "beside": [name for name, choice in self.beside.items() if choice.isChecked()],
        }  # fmt: skip

    def _look(self) -> None:
        """Say how many frames there will be, or why it cannot be."""
        custom = self.size_.currentData() is None
        for box in (self.width_, self.height_):
            box.setVisible(custom)
        self.by.setEnabled(len(self.sides) == 1)  # two sides keep step with each other
        for name, choice in self.beside.items():
            choice.setEnabled(name != self.stage.currentData())
        plan = self.plan(Path(f"movie{self.suffix}"))
        words, role = self._words(plan), "small"
        try:
            plan.check()
        except ExperimentError as error:
            words, role = "\n".join(map(said_here, error.lines)), "danger"
        self.note.setText(words)
        mark(self.note, "role", role)
        self.box.button(QDialogButtonBox.StandardButton.Save).setEnabled(role != "danger")

    def _words(self, plan: Plan) -> str:
        steps = {step for side in self.sides for step in self._recorded[side]}
        inside = sum(plan.first <= step <= plan.last for step in steps)
        words = tr("{0} frames of {1} recorded pictures").format(
            thousands(plan.frames), thousands(inside)
        )
        if inside < SPARSE * plan.frames:
            words += " · " + tr("it will stand still between them: train on or make it shorter")
        if missing := [self._titles[name] for name in plan.panels if name in self._unseen]:
            words += " · " + tr("not in sight while it was recorded: {0}").format(
                ", ".join(missing)
            )
        return words


def _side(value: int) -> QSpinBox:
    """Even numbers: that is what movies are made of."""
    box = QSpinBox()
    box.setRange(160, 4096)
    box.setSingleStep(2)
    box.setValue(value)
    return box


def _beside(*widgets: QWidget) -> QWidget:
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget, 1)
    return place
