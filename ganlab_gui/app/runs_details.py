"""What is told of one earlier run beside the list: its picture, its settings, its tags."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.icons import icon
from ganlab_gui.app.runs_model import cell, duration, said, title_of, when
from ganlab_gui.lab.library import Entry
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands

WIDTH, PICTURE = 280, 168


def tr(text: str) -> str:
    return QCoreApplication.translate("RunsBrowser", text)


class Details(QFrame):
    """Shows one run; ``names`` says what a setting is called. Buttons tell what was asked."""

    opened = Signal()
    begun = Signal()
    deleted = Signal()
    tagged = Signal(str)

    def __init__(self, names: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("runs.details")
        self.names = names
        self.entry: Entry | None = None
        self.scale = 1.0
        self.picture, self.title = QLabel(self), QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setProperty("role", "title")
        self.facts, self.settings = QLabel(self), QLabel(self)
        self.facts.setProperty("role", "quiet")
        for label in (self.title, self.facts, self.settings):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.settings.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.settings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setWidget(self.settings)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.tags_label, self.tags = QLabel(self), QLineEdit(self)
        self.tags_label.setProperty("role", "small")
        self.tags.setObjectName("runs.tags")
        self.tags.editingFinished.connect(self._tag)
        self.open, self.begin, self.delete = (QPushButton(self) for _ in range(3))
        for name in ("open", "begin", "delete"):
            getattr(self, name).setObjectName(f"runs.{name}")
            getattr(self, name).setAutoDefault(False)
        self.open.setProperty("primary", "true")
        self.open.clicked.connect(self.opened)
        self.begin.clicked.connect(self.begun)
        self.delete.clicked.connect(self.deleted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        for widget in (self.picture, self.title, self.facts):
            column.addWidget(widget)
        column.addWidget(self.scroll, 1)
        for widget in (self.tags_label, self.tags, self.open, self.begin, self.delete):
            column.addWidget(widget)

    def show_entry(self, entry: Entry | None, count: int, picture: QPixmap) -> None:
        """Tell of a run; ``count`` are selected."""
        self.entry = entry
        self.setEnabled(entry is not None)
        side = round(PICTURE * self.scale)
        self.picture.setPixmap(picture.scaled(
            QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        ) if not picture.isNull() else QPixmap())  # fmt: skip
        self.picture.setVisible(not picture.isNull())
        self.title.setText(title_of(entry) if entry else "")
        self.facts.setText(self._facts(entry) if entry else "")
        self.settings.setText(self._settings(entry) if entry else "")
        self.tags.setText(", ".join(entry.card.tags) if entry else "")
        one = count <= 1
        self.open.setEnabled(one)
        self.begin.setEnabled(one)
        self.tags.setEnabled(one)
        self.delete.setText(tr("Delete") if one else tr("Delete {0} runs").format(count))

    def _facts(self, entry: Entry) -> str:
        card = entry.card
        steps = tr("{0} steps in {1}").format(thousands(card.steps), duration(card.seconds))
        at = when(card.date)
        lines = [steps + (f" · {at:%Y-%m-%d %H:%M}" if at else "")]
        seeds = f"{card.seed}" if card.runs == 1 else f"{card.seed}–{card.seed + card.runs - 1}"
        line = tr("seed {0}").format(seeds)
        if card.branches > 1:
            line += " · " + tr("{0} branches").format(card.branches)
        lines.append(f"{line} · {entry.size / 1e6:.1f} MB")
        told = [("JS", cell(entry, "js")), ("W₁", cell(entry, "w1")),
                (tr("Modes"), cell(entry, "modes"))]  # fmt: skip
        lines += [f"{name} {c.text}  ({c.below})" for name, c in told if c.below]
        return "\n".join(lines)

    def _settings(self, entry: Entry) -> str:
        card = entry.card
        if not card.preset:
            return tr("An experiment of your own.")
        if not card.differs:
            return tr("All settings are those of its preset.")
        lines = [f"{self.names(d.path)}: {said(d.old)} → {said(d.new)}" for d in card.differs]
        return tr("Differs from its preset:") + "\n" + "\n".join(lines)

    def _tag(self) -> None:
        if self.entry is not None and self.tags.text() != ", ".join(self.entry.card.tags):
            self.tagged.emit(self.tags.text())

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.scale = scale
        self.setFixedWidth(round(WIDTH * scale))
        self.delete.setIcon(icon("close", palette, scale))

    def retranslate(self) -> None:
        self.tags_label.setText(tr("Tags, with commas between them"))
        self.tags.setAccessibleName(tr("Tags"))
        self.open.setText(tr("Open"))
        self.begin.setText(tr("New run with its settings"))
        self.delete.setText(tr("Delete"))
