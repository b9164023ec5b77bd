"""The earlier runs as a table: what a column says of a run, and how they are found and sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from ganlab_gui.app.language import of_preset
from ganlab_gui.lab.library import Entry
from ganlab_gui.views.base import thousands

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("run", "steps", "js", "w1", "modes", "date", "tags")
NUMBERS = ("steps", "js", "w1", "modes")
"""Columns that are sorted from the greatest down at first, and stand to the right."""
ENTRY = Qt.ItemDataRole.UserRole
KEY = Qt.ItemDataRole.UserRole + 1
"""Role of what a column is sorted by."""


def tr(text: str) -> str:
    return QCoreApplication.translate("RunsBrowser", text)


@dataclass(frozen=True)
class Cell:
    """What a cell says: its line, and a quiet one below."""

    text: str
    below: str = ""


def cell(entry: Entry, column: str) -> Cell:
    """What a column says of a run."""
    card = entry.card
    measures, samples = card.measures, card.samples
    if column == "run":
        return Cell(title_of(entry), differs_of(entry))
    if column == "steps":
        return Cell(thousands(card.steps), duration(card.seconds))
    if column in ("js", "w1"):
        if column not in measures:
            return Cell("–")
        return Cell(f"{measures[column]:.3g}", rests_on(samples.get(column, 0)))
    if column == "modes":
        if "modes_captured" not in measures or not card.modes:
            return Cell("–")
        text = tr("{0} of {1}").format(f"{measures['modes_captured']:g}", card.modes)
        return Cell(text, rests_on(samples.get("modes_captured", 0)))
    if column == "date":
        at = when(card.date)
        return Cell(f"{at:%Y-%m-%d}", f"{at:%H:%M}") if at else Cell("–")
    return Cell(", ".join(card.tags))


def title_of(entry: Entry) -> str:
    """The title, in the user's language where it is a preset's."""
    return of_preset(entry.card.title) if entry.card.title else entry.name


def differs_of(entry: Entry) -> str:
    """The settings that differ from the preset's, in short."""
    card = entry.card
    parts = [f"{short(d.path)} {said(d.new)}" for d in card.differs]
    if card.branches > 1:
        parts.append(tr("{0} branches").format(card.branches))
    if card.runs > 1:
        parts.append(tr("{0} runs").format(card.runs))
    return " · ".join([tr("seed {0}").format(card.seed), *parts])


def short(path: str) -> str:
    """A setting's own name, with whose it is: "D lr"."""
    group, _, name = path.rpartition(".")
    player = {"generator": "G ", "discriminator": "D "}.get(group.split("_")[0], "")
    return player + name


def rests_on(samples: int) -> str:
    return f"n = {thousands(samples)}" if samples else ""


def said(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def duration(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def when(date: str) -> datetime | None:
    """The moment of a card, in the time of this place."""
    try:
        return datetime.fromisoformat(date).astimezone()
    except ValueError:
        return None


def key(entry: Entry, column: str) -> object:
    """What a column is sorted by: numbers as numbers, what is missing after all others."""
    card = entry.card
    if column == "steps":
        return card.steps
    if column in ("js", "w1"):
        return card.measures.get(column, float("inf"))
    if column == "modes":
        captured = card.measures.get("modes_captured", -1.0)
        return captured / max(1, card.modes)
    if column == "date":
        return f"{card.date} {entry.name}"
    return ", ".join(card.tags) if column == "tags" else title_of(entry).casefold()


class Runs(QAbstractTableModel):
    """Runs as rows; the role ENTRY gives the run itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def put(self, entry: Entry) -> None:
        """Take a run's new card."""
        for row, other in enumerate(self.entries):
            if other.folder == entry.folder:
                self.entries[row] = entry
                last = self.index(row, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self.entries[index.row()], COLUMNS[index.column()]
        if role == ENTRY:
            return entry
        if role == KEY:
            return key(entry, column)
        shown = cell(entry, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (shown.text, shown.below) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown.below if column == "run" else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return headings()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = COLUMNS[section] in NUMBERS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def headings() -> dict[str, str]:
    return {
        "run": tr("Run"), "steps": tr("Steps"), "js": "JS", "w1": "W₁", "modes": tr("Modes"),
        "date": tr("Ended"), "tags": tr("Tags"),
    }  # fmt: skip


class Found(QSortFilterProxyModel):
    """The runs that have all the words that are looked for, in their title, settings or tags."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortRole(KEY)

    def look_for(self, text: str) -> None:
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if not self._words:
            return True
        entry: Entry = self.sourceModel().index(row, 0).data(ENTRY)
        text = words_of(entry)
        return all(word in text for word in self._words)


def words_of(entry: Entry) -> str:
    """All that a run can be found by."""
    card = entry.card
    settings = " ".join(f"{d.path} {said(d.new)}" for d in card.differs)
    parts = (title_of(entry), card.title, settings, *card.tags, differs_of(entry), card.date)
    return " ".join(parts).casefold()
