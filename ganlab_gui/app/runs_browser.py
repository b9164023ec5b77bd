"""The earlier runs: found, sorted, tagged, opened, thrown away and taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from ganlab_gui.app.keeper import Keeper, Origin
from ganlab_gui.app.runs_details import Details
from ganlab_gui.app.runs_model import COLUMNS, ENTRY, Found, Runs
from ganlab_gui.app.runs_painter import GIVEN_UP, ROW, WIDTHS, RunPainter
from ganlab_gui.app.sentences import said_here
from ganlab_gui.app.trash import back_from_trash, to_trash
from ganlab_gui.lab.files import SaveError, SessionError
from ganlab_gui.lab.library import Entry, Library
from ganlab_gui.lab.session_file import settings_in
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow

SIZE = QSize(1120, 680)
LIMITS = tuple(gigabyte << 30 for gigabyte in (1, 2, 5, 10, 50))
"""Bytes that the earlier runs may take."""


class RunsBrowser(QDialog):
    """A list of the library's runs beside what is told of the chosen one."""

    def __init__(self, window: "MainWindow", keeper: Keeper) -> None:
        super().__init__(window)
        self.setObjectName("runs")
        self.window_, self.keeper = window, keeper
        self.library = keeper.library or Library(Path())
        self.model, self.found = Runs(self), Found(self)
        self.found.setSourceModel(self.model)
        self.painter = RunPainter(self)
        self.search, self.table = QLineEdit(self), QTableView(self)
        self.details = Details(window.controls.name_of, self)
        self.nothing, self.count, self.said = QLabel(self), QLabel(self), QLabel(self)
        self.limit, self.limit_label = QComboBox(self), QLabel(self)
        self.undo = QPushButton(self)
        self._gone: list[tuple[Path, Path]] = []
        self._arrange()
        self._connect()
        self.set_theme(window.palette_, window.scale)
        self.retranslate()

    def _arrange(self) -> None:
        self.search.setObjectName("runs.search")
        self.search.setClearButtonEnabled(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        for label in (self.nothing, self.count, self.limit_label):
            label.setProperty("role", "quiet")
        self.undo.setObjectName("runs.undo")
        self.undo.setAutoDefault(False)
        self.undo.hide()
        table = self.table
        table.setObjectName("runs.table")
        table.setModel(self.found)
        table.setItemDelegate(self.painter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSortingEnabled(True)
        table.setShowGrid(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.sortByColumn(COLUMNS.index("date"), Qt.SortOrder.DescendingOrder)
        middle, top, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        middle.addWidget(table, 1)
        middle.addWidget(self.nothing, 1)
        middle.addWidget(self.details)
        bottom.addWidget(self.said)
        bottom.addWidget(self.undo)
        bottom.addStretch(1)
        bottom.addWidget(self.limit_label)
        bottom.addWidget(self.limit)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        for row in (top, middle, bottom):
            column.addLayout(row, 1 if row is middle else 0)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.activated.connect(self.open_chosen)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.horizontalHeader().sectionClicked.connect(self._sorted)
        self.details.opened.connect(self.open_chosen)
        self.details.begun.connect(self.begin_chosen)
        self.details.deleted.connect(self.delete_chosen)
        self.details.tagged.connect(self._tag)
        self.undo.clicked.connect(self.take_back)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.take_back)
        self.keeper.filed.connect(self._on_filed)
        for limit in LIMITS:
            self.limit.addItem(f"{limit >> 30} GB", limit)
        index = self.limit.findData(self.keeper.limit)
        self.limit.setCurrentIndex(max(0, index))
        self.limit.currentIndexChanged.connect(self._limit)

    # -- what is shown -----------------------------------------------------------------------------

    def show_all(self) -> None:
        """Read the library again and come to the front, the newest run chosen."""
        self.model.show(self.library.entries() if self.keeper.library is not None else [])
        self.search.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()
        if self.found.rowCount():
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _on_filed(self, name: str) -> None:
        """A run has come to its end while this is open."""
        if self.isVisible():
            chosen = [entry.name for entry in self.chosen()]
            self.model.show(self.library.entries())
            self._filter(self.search.text())
            self._choose(chosen)

    def _filter(self, text: str) -> None:
        self.found.look_for(text)
        shown, all_ = self.found.rowCount(), self.model.rowCount()
        self.table.setVisible(shown > 0)
        self.nothing.setVisible(shown == 0)
        self.nothing.setText(self._nothing())
        size = sum(entry.size for entry in self.model.entries) / 1e6
        words = self.tr("{0} of {2} runs")
        if shown == all_:
            words = self.tr("1 run · {1} MB") if all_ == 1 else self.tr("{0} runs · {1} MB")
        self.count.setText(words.format(thousands(shown), thousands(round(size)), thousands(all_)))
        if shown and not self.chosen():
            self.table.selectRow(0)
        self._show_chosen()

    def _nothing(self) -> str:
        if self.keeper.library is None:
            return self.tr("This window keeps no runs.")
        if self.model.rowCount():
            return self.tr("No run has these words.")
        return self.tr(
            "Nothing has been run yet.\nA session of 50 steps or more is kept here when it ends."
        )

    def _sorted(self, section: int) -> None:
        """Numbers are first sorted from the greatest down, measures of distance from the least."""
        header = self.table.horizontalHeader()
        if COLUMNS[section] in ("steps", "modes", "date") and self._section != section:
            self.table.sortByColumn(section, Qt.SortOrder.DescendingOrder)
            header.setSortIndicator(section, Qt.SortOrder.DescendingOrder)
        self._section = section

    _section = COLUMNS.index("date")

    def chosen(self) -> list[Entry]:
        """The runs that are selected, top to bottom."""
        rows = self.table.selectionModel().selectedRows()
        return [index.data(ENTRY) for index in sorted(rows, key=lambda i: i.row())]

    def _choose(self, names: list[str]) -> None:
        for row in range(self.found.rowCount()):
            index = self.found.index(row, 0)
            if index.data(ENTRY).name in names:
                flags = QItemSelectionModel.SelectionFlag
                self.table.selectionModel().select(index, flags.Select | flags.Rows)

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        entry = chosen[0] if chosen else None
        picture = self.painter.picture(entry) if entry else QPixmap()
        self.details.show_entry(entry, len(chosen), picture)

    # -- what can be done --------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """Open the run: it goes on from where it ended."""
        chosen = self.chosen()
        if len(chosen) == 1 and self.window_.documents.confirm():
            self.accept()
            self.window_.sessions.open(chosen[0].session, Origin(source=chosen[0].name))

    def begin_chosen(self) -> None:
        """Start a new run with the settings that this one ended with."""
        chosen = self.chosen()
        if len(chosen) != 1 or not self.window_.documents.confirm():
            return
        try:
            experiment = settings_in(chosen[0].session)
        except SessionError as error:
            self.said.setText(said_here(str(error)))
            return
        self.accept()
        self.window_.documents.take(experiment)

    def delete_chosen(self) -> None:
        """Move the runs to the trash."""
        home = self.keeper.folder
        if home is None:
            return
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        moved = [(to_trash(entry.folder, home), entry.folder) for entry in self.chosen()]
        gone = [(where, folder) for where, folder in moved if where is not None]
        self._gone = gone or self._gone
        if gone:
            self._tell_gone(len(gone))
        if len(gone) < len(moved):
            self.said.setText(self.tr("Some of them could not be moved to the trash."))
        self.model.show(self.library.entries())
        self._filter(self.search.text())
        if rows and self.found.rowCount():
            self.table.selectRow(min(min(rows), self.found.rowCount() - 1))

    def _tell_gone(self, count: int) -> None:
        one = self.tr("The run is in the trash.")
        self.said.setText(
            one if count == 1 else self.tr("{0} runs are in the trash.").format(count)
        )
        self.undo.show()

    def take_back(self) -> None:
        """Take what was deleted last out of the trash again."""
        gone, self._gone = self._gone, []
        back = [folder.name for where, folder in gone if back_from_trash(where, folder)]
        if not gone:
            return
        failed = len(gone) - len(back)
        self.said.setText(self.tr("No longer in the trash: {0}.").format(failed) if failed else "")
        self.undo.hide()
        self.model.show(self.library.entries())
        self._filter(self.search.text())
        self.table.clearSelection()
        self._choose(back)

    def _tag(self, text: str) -> None:
        entry = self.details.entry
        if entry is None:
            return
        try:
            self.model.put(self.library.retag(entry, text.replace("，", ",").split(",")))
        except SaveError as error:
            self.said.setText(said_here(str(error)))
        self._show_chosen()

    def _limit(self) -> None:
        self.keeper.limit = self.limit.currentData()
        self.window_.preferences.set("library.limit", self.keeper.limit)

    # -- keys, looks, texts ------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Down goes from the search to the list, Delete deletes, Return opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.search and down and self.found.rowCount():
                self.table.setFocus()
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Delete:
                self.delete_chosen()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _fit_columns(self) -> None:
        """Show the columns there is room for."""
        scale = self.painter.scale
        room = self.width() - round(48 * scale) - self.details.width()
        wanted = dict(WIDTHS)
        for name in GIVEN_UP:
            if sum(wanted.values()) * scale > room:
                del wanted[name]
        for number, name in enumerate(COLUMNS):
            self.table.setColumnHidden(number, name not in wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.painter.palette_, self.painter.scale = palette, scale
        self.details.set_theme(palette, scale)
        self.table.verticalHeader().setDefaultSectionSize(round(ROW * scale))
        for number, name in enumerate(COLUMNS[1:], 1):
            self.table.setColumnWidth(number, round(WIDTHS[name] * scale))
        room = self.screen().availableSize() - QSize(60, 60)
        self.resize((SIZE * scale).boundedTo(room))
        self._fit_columns()
        self._show_chosen()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(self.tr("Earlier runs"))
        self.search.setPlaceholderText(self.tr("Search titles, settings, tags"))
        self.search.setAccessibleName(self.tr("Search titles, settings, tags"))
        self.table.setAccessibleName(self.tr("Earlier runs"))
        self.limit_label.setText(self.tr("The oldest without a tag go to the trash beyond"))
        self.limit.setAccessibleName(self.limit_label.text())
        self.undo.setText(self.tr("Take back"))
        self.details.retranslate()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._filter(self.search.text())
