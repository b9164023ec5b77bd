"""Lessons, theory pages and presets as cards: a picture, the title and one line each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.cards import CARD, SHELVES, Card, CardPainter, Cards, Index
from ganlab_gui.app.cards import cards as all_cards
from ganlab_gui.app.icons import icon
from ganlab_gui.palette import PALETTES, Palette

ALL = "all"


class Found(QSortFilterProxyModel):
    """The cards of one shelf, or of all, that have the words searched for."""

    shelf = ALL

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        card: Card = self.sourceModel().index(row, 0).data(Qt.ItemDataRole.UserRole)
        return self.shelf in (ALL, card.shelf) and super().filterAcceptsRow(row, parent)

    def show(self, shelf: str) -> None:
        """Show one shelf."""
        self.shelf = shelf
        self.invalidate()


class Gallery(QDialog):
    """Choose a preset, a page or a lesson, whose name is told; or a file instead."""

    chosen = Signal(str)
    page_chosen = Signal(str)
    lesson_chosen = Signal(str)
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
        self.cards = Cards(all_cards() if cards is None else cards, self)
        self.found = Found(self)
        self.found.setSourceModel(self.cards)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = self._make_view()
        self.shelves = self._make_shelves()
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

    def set_language(self, language: str) -> None:
        """Take the language of texts that are not the program's own."""
        self.painter.language = self.cards.language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(self.tr("Experiments"))
        self.title.setText(self.tr("Choose an experiment"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.file.setText(self.tr("Open file…"))
        self.view.setAccessibleName(self.tr("Experiments"))
        self.nothing.setText(self.tr("No experiment has these words."))
        for button, text in zip(self.shelves.buttons(), self._shelf_texts(), strict=True):
            button.setText(text)

    def _shelf_texts(self) -> tuple[str, ...]:
        """The names of ALL and SHELVES, in their order."""
        return (
            self.tr("All"), self.tr("Lessons"), self.tr("Theory"), self.tr("First steps"),
            self.tr("Mode collapse"),
            self.tr("Wasserstein"), self.tr("The zoo"), self.tr("Tricks"), self.tr("Dirac-GAN"),
            self.tr("Published"), self.tr("Others"),
        )  # fmt: skip

    def show_open(self, title: str, shelf: str = ALL) -> None:
        """Forget the last search and choose the card of what is open."""
        self.search.clear()
        self.shelves.button((ALL, *SHELVES).index(shelf)).click()
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

    def _make_shelves(self) -> QButtonGroup:
        """A button a shelf; one with nothing on it is not shown."""
        group = QButtonGroup(self)
        full = {card.shelf for card in self.cards.cards}
        for number, shelf in enumerate((ALL, *SHELVES)):
            button = QPushButton(self)
            button.setObjectName(f"gallery.shelf.{shelf}")
            button.setProperty("chip", "ground")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setVisible(shelf in full or shelf == ALL)
            group.addButton(button, number)
        group.button(0).setChecked(True)
        group.idClicked.connect(self._show_shelf)
        return group

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
        row = QHBoxLayout()
        for button in self.shelves.buttons():
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)

    def _show_shelf(self, number: int) -> None:
        self.found.show((ALL, *SHELVES)[number])
        self._choose_first()

    def _filter(self, text: str) -> None:
        if text and self.found.shelf != ALL:  # words are looked for on every shelf
            self.shelves.button(0).click()
        self.found.setFilterFixedString(text.strip())
        self._choose_first()

    def _choose_first(self) -> None:
        self.nothing.setVisible(self.found.rowCount() == 0)
        if self.found.rowCount():
            self.view.setCurrentIndex(self.found.index(0, 0))

    def _choose(self, index: Index) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.accept()
            card: Card = index.data(Qt.ItemDataRole.UserRole)
            told = {"page": self.page_chosen, "lesson": self.lesson_chosen}
            told.get(card.kind, self.chosen).emit(card.name)

    def _ask_file(self) -> None:
        self.accept()
        self.open_file_asked.emit()
