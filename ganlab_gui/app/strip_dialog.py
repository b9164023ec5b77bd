"""How a film strip is drawn: which steps and branches, in what size; with a preview."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.export_dialog import KINDS as FILE_KINDS
from ganlab_gui.app.exporter import warming
from ganlab_gui.app.language import of_figure, of_preset
from ganlab_gui.app.sentences import said_here
from ganlab_gui.app.theme import mark
from ganlab_gui.figures.strip_rows import Row, Strip, row_of, spread
from ganlab_gui.figures.style import Style
from ganlab_gui.palette import PALETTES

if TYPE_CHECKING:
    from ganlab_gui.lab.recording import Recording

REST_MS = 200
"""Choices that come within this time make one new preview."""
PREVIEW_PX = 640
"""Width of the preview at 100 %."""
SESSION = "*.ganlab"


def tr(text: str) -> str:
    return QCoreApplication.translate("StripDialog", text)


class StripDialog(QDialog):
    """Rows are the branches of recordings, their current ones chosen, and of files added to them.

    ``recordings`` are named: "" where there is one, A and B where two are compared.
    """

    def __init__(
        self,
        recordings: "Sequence[tuple[str, Recording]]",
        theme: str,
        kept: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        """``kept`` is what `kept` gave the last time."""
        super().__init__(parent)
        self.setObjectName("strip")
        self.setWindowTitle(tr("Film strip"))
        self.rows: list[tuple[Row, QCheckBox]] = []
        self.kind, self.theme, self.look, self.spacing = (QComboBox() for _ in range(4))
        self.columns, self.width_, self.font_ = QSpinBox(), QSpinBox(), QDoubleSpinBox()
        self.list_ = QLineEdit()
        self.add = QPushButton(tr("Add a session file…"))
        self.preview, self.words = QLabel(self), QPlainTextEdit(self)
        self.note = QLabel(self)
        self.box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._branches = QVBoxLayout()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._fill(theme)
        self._arrange()
        for name, recording in recordings:
            self._add_rows(recording, name)
        self._take(kept)
        self._connect()
        self._show()

    # -- building ----------------------------------------------------------------------------------

    def _fill(self, theme: str) -> None:
        for kind in FILE_KINDS:
            self.kind.addItem(kind.upper(), kind)
        self.theme.addItem(tr("Light"), "light")
        self.theme.addItem(tr("Dark"), "dark")
        self.theme.setCurrentIndex(self.theme.findData(theme))
        self.look.addItem(tr("density"), "density")
        self.look.addItem(tr("samples"), "samples")
        self.spacing.addItem(tr("evenly"), "even")
        self.spacing.addItem(tr("dense at the beginning"), "log")
        self.spacing.addItem(tr("as listed"), "list")
        self.columns.setRange(2, 20)
        self.columns.setValue(6)
        self.list_.setPlaceholderText("0, 500, 1000")
        self.width_.setRange(40, 1_000)
        self.width_.setValue(170)
        self.width_.setSuffix(" mm")
        self.font_.setRange(4, 40)
        self.font_.setValue(7.5)
        self.font_.setSuffix(" pt")
        self.words.setReadOnly(True)
        self.words.setObjectName("strip.caption")
        self.words.setAccessibleName(tr("Caption"))
        self.note.setWordWrap(True)
        mark(self.note, "role", "danger")

    def _arrange(self) -> None:
        form = QFormLayout()
        rows = (
            ("spacing", tr("Steps"), self.spacing), ("columns", tr("How many"), self.columns),
            ("list", tr("List"), self.list_), ("look", tr("Drawn as"), self.look),
            ("kind", tr("File type"), self.kind), ("width", tr("Width"), self.width_),
            ("font", tr("Text size"), self.font_), ("theme", tr("Theme"), self.theme),
        )  # fmt: skip
        for key, label, widget in rows:
            widget.setObjectName(f"strip.{key}")
            form.addRow(label, widget)
        form.addRow(tr("Rows"), self._branches)
        form.addRow("", self.add)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.note)
        left.addStretch(1)
        right = QVBoxLayout()
        unit = self.fontInfo().pixelSize() / 13
        self.preview.setFixedWidth(round(PREVIEW_PX * unit))
        self.preview.setObjectName("strip.preview")
        self.words.setFixedHeight(round(96 * unit))
        right.addWidget(self.preview)
        right.addStretch(1)
        right.addWidget(self.words)
        both = QHBoxLayout()
        both.setSpacing(round(16 * unit))
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.addLayout(both)
        column.addWidget(self.box)

    def _add_rows(self, recording: "Recording", name: str) -> None:
        for number in recording.branches:
            self._add_row(recording, number, name)

    def _add_row(self, recording: "Recording", number: int, name: str) -> None:
        row = row_of(recording, number)
        if not row.steps:
            return
        label = of_preset(row.experiment.title)
        own = recording.branches[number]
        if own.parent is not None:
            label += " · " + (own.name or tr("branch {0}").format(number))
        label += f" ({name})" if name else ""
        choice = QCheckBox(label)
        choice.setObjectName(f"strip.row.{len(self.rows)}")
        choice.setChecked(number == recording.current)
        choice.toggled.connect(self._rest.start)
        self._branches.addWidget(choice)
        self.rows.append((replace(row, title=label), choice))

    def _take(self, kept: dict[str, Any]) -> None:
        for key in ("kind", "look", "spacing"):
            box: QComboBox = getattr(self, key)
            box.setCurrentIndex(max(0, box.findData(kept.get(key, box.itemData(0)))))
        for key, spin in (("columns", self.columns), ("width", self.width_)):
            if isinstance(value := kept.get(key), int):
                spin.setValue(value)
        if isinstance(size := kept.get("font"), float | int):
            self.font_.setValue(size)

    def _connect(self) -> None:
        for combo in (self.kind, self.theme, self.look, self.spacing):
            combo.currentIndexChanged.connect(self._rest.start)
        for spin in (self.columns, self.width_, self.font_):
            spin.valueChanged.connect(self._rest.start)
        self.list_.textChanged.connect(self._rest.start)
        self.add.clicked.connect(self._ask_file)
        self._rest.timeout.connect(self._show)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)

    # -- what is chosen ----------------------------------------------------------------------------

    def strip(self) -> Strip:
        """Raises ValueError, in one sentence, where there is none."""
        rows = [row for row, choice in self.rows if choice.isChecked()]
        if not rows:
            raise ValueError(tr("Choose at least one row."))
        if len(rows) == 1:
            rows = [replace(rows[0], title="")]
        return Strip(rows, self._steps(rows), self.look.currentData())

    def _steps(self, rows: list[Row]) -> list[int]:
        if self.spacing.currentData() == "list":
            parts = [part.strip() for part in self.list_.text().split(",") if part.strip()]
            if not parts or not all(part.isdecimal() for part in parts):
                raise ValueError(tr("List steps as whole numbers with commas between them."))
            return sorted({int(part) for part in parts})
        first = min(row.steps[0] for row in rows)
        last = max(row.steps[-1] for row in rows)
        return spread(first, last, self.columns.value(), self.spacing.currentData())

    def style_of_figure(self) -> Style:
        return Style(
            palette=PALETTES[self.theme.currentData()], font_size=self.font_.value(),
            width_mm=self.width_.value(), translate=of_figure,
        )  # fmt: skip

    def kept(self) -> dict[str, Any]:
        """The choices that the next strip begins with."""
        return {
            "kind": self.kind.currentData(), "look": self.look.currentData(),
            "spacing": self.spacing.currentData(), "columns": self.columns.value(),
            "width": self.width_.value(), "font": self.font_.value(),
        }  # fmt: skip

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Add a session file"), "", f"{tr('Sessions')} ({SESSION})"
        )
        if chosen:
            self.add_file(Path(chosen))

    def add_file(self, path: Path) -> None:
        """Offer the branches of a session file as rows too, its newest one chosen."""
        from ganlab_gui.lab.session_file import load

        try:
            recording = load(path).recording
        except ValueError as error:
            self.note.setText(said_here(str(error)))
            return
        self._add_rows(recording, path.name)
        self._show()

    # -- preview -----------------------------------------------------------------------------------

    def _show(self) -> None:
        """Draw what is chosen, or say why it cannot be."""
        listed = self.spacing.currentData() == "list"
        self.columns.setEnabled(not listed)
        self.list_.setEnabled(listed)
        save = self.box.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(False)
        self.note.setText("")
        try:
            strip = self.strip()
            if warming().is_alive():  # seconds, the first time: the window lives on meanwhile
                self.preview.setText(tr("Loading what draws figures…"))
                self._rest.start()
                return
            self._draw(strip)
        except ValueError as error:
            self.note.setText(said_here(str(error)))
            return
        save.setEnabled(True)

    def _draw(self, strip: Strip) -> None:
        """The strip as small as the preview, and its caption."""
        from ganlab_gui.figures.filmstrip import render_strip, strip_caption

        pixels = self.preview.width() * self.devicePixelRatioF()
        sharp = replace(self.style_of_figure(), dpi=pixels / (self.width_.value() / 25.4))
        picture = QPixmap()
        picture.loadFromData(render_strip(strip, sharp, "png"))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.preview.setPixmap(picture)
        self.words.setPlainText(strip_caption(strip, of_figure))
