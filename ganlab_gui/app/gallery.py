"""The presets as cards: a picture, the title and one line each."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, sin, tau
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.icons import icon
from ganlab_gui.app.language import of_preset
from ganlab_gui.app.theme import font
from ganlab_gui.experiment.io import ExperimentError, load_preset, preset_names
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.resources import resources_dir

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
    """What the gallery shows of one preset; without an experiment it could not be read."""

    name: str
    title: str
    line: str
    experiment: Experiment | None

    @classmethod
    def of(cls, name: str, experiment: Experiment) -> "Card":
        """The card of an experiment: its title and the first line of its notes."""
        line = next((part for part in experiment.notes.splitlines() if part.strip()), "")
        return cls(name, experiment.title, line.strip(), experiment)


def preset_cards() -> list[Card]:
    """A card for every preset that travels with the program."""
    cards = []
    for name in sorted(preset_names(), key=lambda n: FIRST.index(n) if n in FIRST else len(FIRST)):
        try:
            cards.append(Card.of(name, load_preset(name)))
        except ExperimentError as error:
            cards.append(Card(name, name, error.lines[0], None))
    return cards


class Cards(QAbstractListModel):
    """Cards as a list model; its user role is the card itself."""

    def __init__(self, cards: Sequence[Card], parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = list(cards)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{of_preset(card.title)} {of_preset(card.line)} {card.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{of_preset(card.title)}. {of_preset(card.line)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return of_preset(card.experiment.notes) if card.experiment else card.line
        return card if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        readable = self.cards[index.row()].experiment is not None
        return super().flags(index) if readable else Qt.ItemFlag.NoItemFlags


class CardPainter(QStyledItemDelegate):
    """Draws a card; a picture is read when its card is first on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
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
        picture = self._picture(card.name)
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
        painter.setPen(QColor(self.palette_.text if card.experiment else self.palette_.danger))
        metrics = painter.fontMetrics()
        name = of_preset(card.title)
        title = metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(font("small", self.scale))
        painter.setPen(QColor(self.palette_.quiet))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        room = round(LINES * area.width())
        whole = of_preset(card.line)
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


class Gallery(QDialog):
    """Choose a preset. ``chosen`` carries its name; ``open_file_asked`` means a file instead."""

    chosen = Signal(str)
    open_file_asked = Signal()

    def __init__(self, parent: QWidget | None = None, cards: Sequence[Card] | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.title = QLabel(self)
        self.title.setProperty("role", "large")
        self.search = QLineEdit(self)
        self.search.setObjectName("gallery.search")
        self.search.setClearButtonEnabled(True)
        self.file = QPushButton(self)
        self.file.setObjectName("gallery.file")
        self.file.setAutoDefault(False)
        self.nothing = QLabel(self)
        self.nothing.setProperty("role", "quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.painter = CardPainter(self)
        self.cards = Cards(preset_cards() if cards is None else cards, self)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(self.cards)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = self._make_view()
        self._arrange()
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.file.clicked.connect(self._ask_file)
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self.set_theme(PALETTES["dark"], 1.0)
        self.retranslate()
        self._filter("")

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.painter.palette_, self.painter.scale = palette, scale
        self.file.setIcon(icon("folder", palette, scale))
        self.search.setMinimumWidth(round(200 * scale))
        room = self.screen().availableSize() - QSize(80, 80)
        wanted = QSize(4 * CARD.width() + 60, 3 * CARD.height() + 80) * scale
        self.resize(wanted.boundedTo(room))
        self._share_width()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(self.tr("Experiments"))
        self.title.setText(self.tr("Choose an experiment"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.file.setText(self.tr("Open file…"))
        self.view.setAccessibleName(self.tr("Experiments"))
        self.nothing.setText(self.tr("No experiment has these words."))

    def show_open(self, title: str) -> None:
        """Forget the last search and choose the card of the experiment that is open."""
        self.search.clear()
        for place, card in enumerate(self.cards.cards):
            if card.title == title:
                index = self.found.mapFromSource(self.cards.index(place))
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """As many cards in a row as there is room for, and no room left over."""
        card = CARD * self.painter.scale
        if layout := self.layout():
            layout.activate()
        room = self.view.width() - self.view.verticalScrollBar().sizeHint().width() - 2
        width = room // max(1, room // card.width())
        self.painter.size = QSize(max(width, 1), card.height())
        self.view.setGridSize(self.painter.size)
        self.view.doItemsLayout()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """From the search field, Down goes to the cards and Return takes the chosen one."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key == Qt.Key.Key_Down:
                self.view.setFocus()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _make_view(self) -> QListView:
        view = QListView(self)
        view.setObjectName("gallery.cards")
        view.setModel(self.found)
        view.setItemDelegate(self.painter)
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMovement(QListView.Movement.Static)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return view

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.search)
        top.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)

    def _filter(self, text: str) -> None:
        self.found.setFilterFixedString(text.strip())
        self.nothing.setVisible(self.found.rowCount() == 0)
        if self.found.rowCount():
            self.view.setCurrentIndex(self.found.index(0, 0))

    def _choose(self, index: Index) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.accept()
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole).name)

    def _ask_file(self) -> None:
        self.accept()
        self.open_file_asked.emit()
