"""What the gallery shows of a preset, a lesson or a theory page: its card, and how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, sin, tau
from pathlib import Path
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ganlab_gui.app.language import of_page, of_preset
from ganlab_gui.app.theme import font
from ganlab_gui.experiment.io import ExperimentError, load_preset, preset_names
from ganlab_gui.experiment.lessons import Words, lesson_names, open_lesson
from ganlab_gui.experiment.schema import SHELVES as PRESET_SHELVES
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.pages import PAGES
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.resources import resources_dir

Kind = Literal["preset", "page", "lesson"]
SHELVES = ("lesson", "theory", *PRESET_SHELVES)
"""The gallery's shelves, top to bottom."""

Index = QModelIndex | QPersistentModelIndex

CARD = QSize(228, 222)
PICTURE = 128
LINES = 2.6
"""Room for a card's line in card widths: three lines, less what wrapping between words costs."""
GAP = 6
PAD = 12

FIRST = (
    "ring", "figure-1", "gan-lab-default", "ring-collapse", "ring-wgan-clip", "ring-wgan-gp",
    "vanishing-gradient", "parallel-segments", "nine-seeds",
)  # fmt: skip
"""The presets to begin with, in the order of a course; the others follow by name."""


@dataclass(frozen=True)
class Card:
    """What the gallery shows of one thing to open; a preset that has no experiment is unreadable.

    A lesson brings its texts in both languages, ``words``.
    """

    name: str
    title: str
    line: str
    experiment: Experiment | None
    kind: Kind = "preset"
    words: tuple[Words, Words] | None = None
    shown: str = ""
    """Whose picture it has where it has none of its own."""

    @property
    def shelf(self) -> str:
        if self.kind != "preset":
            return "theory" if self.kind == "page" else "lesson"
        return self.experiment.shelf if self.experiment else SHELVES[-1]

    @property
    def readable(self) -> bool:
        return self.kind != "preset" or self.experiment is not None

    @property
    def picture(self) -> str:
        """The name its picture goes by."""
        return self.shown or (self.name if self.kind == "preset" else f"{self.kind}-{self.name}")

    def texts(self, language: str) -> tuple[str, str]:
        """Title and line in the user's language."""
        if self.words is not None:
            return self.words[0].of(language), self.words[1].of(language)
        of = of_page if self.kind == "page" else of_preset
        return of(self.title), of(self.line)

    @classmethod
    def of(cls, name: str, experiment: Experiment) -> "Card":
        """The card of an experiment: its title and the first line of its notes."""
        line = next((part for part in experiment.notes.splitlines() if part.strip()), "")
        return cls(name, experiment.title, line.strip(), experiment)


def preset_cards() -> list[Card]:
    """A card for every preset that travels with the program."""
    cards = []
    for name in preset_names():
        try:
            cards.append(Card.of(name, load_preset(name)))
        except ExperimentError as error:
            cards.append(Card(name, name, error.lines[0], None))
    return sorted(cards, key=_place)


def cards() -> list[Card]:
    """A card for everything that travels with the program and can be opened."""
    pages = [Card(n, entry.title, entry.look, None, "page") for n, entry in PAGES.items()]
    return [*_lesson_cards(), *pages, *preset_cards()]


def _lesson_cards() -> list[Card]:
    found = []
    for name in lesson_names():
        lesson = open_lesson(name)
        title, about, first = lesson.title, lesson.about, lesson.step[0]
        shown = first.preset or f"page-{first.page}"
        found.append(
            Card(name, title.of("en"), about.of("en"), None, "lesson", (title, about), shown)
        )
    return found


def _place(card: Card) -> tuple[int, int]:
    """Where a card stands: by shelf, and on the shelf in the order of a course."""
    first = FIRST.index(card.name) if card.name in FIRST else len(FIRST)
    return SHELVES.index(card.shelf), first


class Cards(QAbstractListModel):
    """Cards as a list model; its user role is the card itself."""

    def __init__(self, cards: Sequence[Card], parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = list(cards)
        self.language = "en"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{' '.join(card.texts(self.language))} {card.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(card.texts(self.language))
        if role == Qt.ItemDataRole.ToolTipRole:
            notes = of_preset(card.experiment.notes) if card.experiment else ""
            return notes or card.texts(self.language)[1]
        return card if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.cards[index.row()].readable else Qt.ItemFlag.NoItemFlags


class CardPainter(QStyledItemDelegate):
    """Draws a card; a picture is read when its card is first on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.language = "en"
        self.size = CARD
        self._pictures: dict[str, QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(Qt.ItemDataRole.UserRole)
        gap, pad = round(GAP * self.scale), round(PAD * self.scale)
        area: QRect = option.rect.adjusted(gap, gap, -gap, -gap)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = (
            self.palette_.action if chosen else self.palette_.quiet if over else self.palette_.line
        )
        painter.setPen(QPen(QColor(edge), 1.6 * self.scale if chosen else 1))
        painter.setBrush(QColor(self.palette_.panel))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        picture = QRect(
            area.left() + 1, area.top() + 1, area.width() - 2, round(PICTURE * self.scale)
        )
        self._paint_picture(painter, picture.adjusted(pad, pad, -pad, 0), card)
        text = area.adjusted(
            pad, picture.height() + round(6 * self.scale), -pad, -round(8 * self.scale)
        )
        self._paint_text(painter, text, card)
        painter.restore()

    def _paint_picture(self, painter: QPainter, area: QRect, card: Card) -> None:
        picture = self._picture(card.picture)
        if not picture.isNull():
            size = picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(area.topLeft(), size)
            target.moveCenter(area.center())
            painter.drawPixmap(target, picture)
        elif card.experiment is not None:
            painter.save()
            painter.translate(QRectF(area).center())
            painter.scale(area.height() / 2, area.height() / 2)
            sketch(painter, card.experiment, self.palette_)
            painter.restore()

    def _paint_text(self, painter: QPainter, area: QRect, card: Card) -> None:
        painter.setFont(font("body", self.scale, bold=True))
        painter.setPen(QColor(self.palette_.text if card.readable else self.palette_.danger))
        metrics = painter.fontMetrics()
        name, whole = card.texts(self.language)
        title = metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(font("small", self.scale))
        painter.setPen(QColor(self.palette_.quiet))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        room = round(LINES * area.width())
        line = painter.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area.adjusted(0, metrics.height() + 2, 0, 0), wrap, line)

    def _picture(self, name: str) -> QPixmap:
        key = f"{name}-{self.palette_.name}"
        if key not in self._pictures:
            self._pictures[key] = QPixmap(str(thumbnail(name, self.palette_)))
        return self._pictures[key]


def thumbnail(name: str, palette: Palette) -> Path:
    """Where a preset's picture is, if it has one: its own for the palette, else the common one."""
    folder = resources_dir() / "thumbnails"
    own = folder / f"{name}-{palette.name}.png"
    return own if own.exists() else folder / f"{name}.png"


def sketch(painter: QPainter, experiment: Experiment, palette: Palette) -> None:
    """A stand-in on [−1, 1]²: the modes where the settings give them, else an outline."""
    painter.setPen(QPen(QColor(palette.line), 0.02))
    painter.drawLine(QPointF(-1, 0.75), QPointF(1, 0.75))
    data = experiment.data.model_dump()
    name = data["name"]
    if name in ("gaussian", "gaussian-mixture", "uniform", "laplace", "mad-gan"):
        painter.setPen(QPen(QColor(palette.data), 0.035, Qt.PenStyle.DotLine))
        heights = (0.0, 0.03, 0.3, 0.9, 1.2, 0.9, 0.3, 0.03, 0.0)
        line = [QPointF(-0.9 + 0.225 * i, 0.75 - h) for i, h in enumerate(heights)]
        painter.drawPolyline(line)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.data))
    for point in _places(data):
        painter.drawEllipse(point, 0.045, 0.045)


def _places(data: dict[str, object]) -> list[QPointF]:
    side = data.get("side")
    if isinstance(side, int):
        steps = [1.3 * (i / max(side - 1, 1) - 0.5) for i in range(side)]
        return [QPointF(x, y - 0.05) for x in steps for y in steps]
    modes = data.get("modes")
    count = modes if isinstance(modes, int) else 24
    angles = [tau * i / count for i in range(count)]
    return [QPointF(0.65 * cos(a), 0.65 * sin(a) - 0.05) for a in angles]
