"""The theory desk: one page at a time, in place of the stage and everything around it."""

import time
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ganlab_gui.app.desk_header import DeskHeader
from ganlab_gui.app.language import of_page
from ganlab_gui.app.page_controls import PageControls
from ganlab_gui.app.scholar import Scholar
from ganlab_gui.app.sweeper import Sweeper
from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.experiment.knob import Settings
from ganlab_gui.pages import PAGES, open_page
from ganlab_gui.pages.page import Found, Link, Page, changed, dragged
from ganlab_gui.pages.plate import Plate
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.resources import resource
from ganlab_gui.views.formula import FormulaView
from ganlab_gui.views.plate import PlateView
from ganlab_gui.views.subscripts import rich

WIDE, LARGEST = 1_300, 1.35
"""Pixels of width from which on letters grow with the window, and how much at most."""
ASK_MS = 120
"""Settings must rest this long before something new is computed in the background."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Desk", text)


class Desk(QFrame):
    """Shows a page, hands its settings around, and asks for what it wants computed.

    It is made with the first page. ``closed`` asks for the lab back.
    """

    closed = Signal()
    preset_asked = Signal(str)
    gallery_asked = Signal()
    refused = Signal(str)
    copy_asked = Signal()
    export_asked = Signal()
    page_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("theory")
        self.palette_: Palette = PALETTES["dark"]
        self.scale, self.language = 1.0, "en"
        self.name, self.in_lesson = "", False
        self.page: Page[Any] | None = None
        self.settings: Settings | None = None
        self.finds: dict[str, Found] = {}
        self.kept: dict[str, Settings] = {}
        self.plate: Plate | None = None
        self.draw_ms = 0.0
        """How long the last redraw took, without Qt's painting."""
        self.scholar = Scholar(self)
        self.scholar.found.connect(self._take)
        self.sweeper = Sweeper(self)
        self.sweeper.moved.connect(lambda path, value: self.change({path: value}, drag=True))
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self.draw)
        self._ask = QTimer(self, singleShot=True, interval=ASK_MS)
        self._ask.timeout.connect(self._ask_now)
        self._tall, self.picture_scale = 0, 1.0
        self._build()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = DeskHeader(self)
        self.header.asked.connect(self._obey)
        self.sweeper.toggled.connect(self.header.show_playing)
        self.controls = PageControls(self)
        self.controls.edited.connect(lambda path, value: self.change({path: value}))
        self.controls.pressed.connect(self._click)
        self.controls.refused.connect(self.refused)
        self.controls.link_chosen.connect(self.follow)
        self.view = PlateView(self)
        self.view.dragged.connect(self._drag)
        self.view.clicked.connect(self._click)
        self.formulas = FormulaView(self)
        self.caption = QLabel(self, wordWrap=True)
        self.caption.setObjectName("theory.caption")
        self.caption.setTextFormat(Qt.TextFormat.RichText)
        self.notes = QLabel(self, wordWrap=True)
        self.notes.setProperty("role", "numbers")
        self.help = QTextBrowser(self)
        self.help.setObjectName("theory.help")
        self.help.hide()
        under = QHBoxLayout()
        under.setSpacing(18)
        self.words = QWidget(self)
        words = QVBoxLayout(self.words)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.caption)
        words.addWidget(self.notes)
        words.addStretch(1)
        under.addWidget(self.formulas, 5)
        under.addWidget(self.words, 6)
        self.body = QFrame(self)
        self.body.setProperty("panelBody", True)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 2, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addLayout(under)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.body, 1)
        row = self.row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.controls)
        row.addLayout(right, 1)
        row.addWidget(self.help)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, lambda: self._obey("close"))
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- pages -------------------------------------------------------------------------------------

    def open(self, name: str, values: dict[str, Any] | None = None) -> None:
        """Show a page, with its settings as they were left or with ``values`` over the defaults.

        Raises ValueError for an unknown page, ExperimentError for values it does not take.
        """
        page = open_page(name)
        kept = self.kept.get(name)
        if values is not None or not isinstance(kept, page.settings):
            kept = changed(page.settings(), values or {}, name)
        self.sweeper.stop()
        self.scholar.forget()
        self.name, self.page, self.settings, self.finds = name, page, kept, {}
        self.sweeper.take(page, lambda: self.settings)
        with QSignalBlocker(self.controls):
            self.controls.show_page(page, PAGES[name].look)
        self.retranslate()
        self._ask_now()
        self.draw()
        self.page_changed.emit(name)

    def heading(self) -> str:
        """The page's title in the user's language."""
        return of_page(PAGES[self.name].title)

    def source(self) -> str:
        """Where the page is from, in the user's language."""
        return of_page(self.page.source) if self.page is not None else ""

    def turn(self, by: int) -> None:
        """To the next or the previous page of the course."""
        names = list(PAGES)
        self.open(names[(names.index(self.name) + by) % len(names)])

    def follow(self, link: Link) -> None:
        """Go where a link leads."""
        if link.page:
            self.open(link.page)
        else:
            self.preset_asked.emit(link.preset)

    def set_lesson(self, on: bool) -> None:
        """In a lesson the ways to other pages are out of sight, and so is the way out."""
        self.in_lesson = on
        self.header.set_lesson(on)
        if not on:
            self.row.insertWidget(0, self.controls)

    def restore(self) -> None:
        """Back to the page's own settings."""
        self.open(self.name, {})

    def suspend(self) -> None:
        """Nobody is looking: compute and move nothing."""
        self.sweeper.stop()
        self.scholar.forget()

    def close_studies(self) -> None:
        """The window closes."""
        self.suspend()
        self.scholar.close()

    # -- settings ----------------------------------------------------------------------------------

    def change(self, changes: dict[str, Any], drag: bool = False) -> None:
        """Change settings; a drag is held at the bounds, anything else out of them is refused."""
        if self.settings is None or not changes:
            return
        try:
            new = (dragged if drag else changed)(self.settings, changes)
        except ExperimentError as error:
            self.refused.emit(str(error))
            self.controls.show_settings(self.settings)
            return
        if new != self.settings:
            self.settings = self.kept[self.name] = new
            self._redraw.start()
            self._ask.start()

    def _drag(self, key: str, x: float, y: float) -> None:
        if self.page is not None:
            self.sweeper.stop()
            self.change(self.page.drag(self.settings, key, x, y), drag=True)

    def _click(self, key: str) -> None:
        if self.page is not None:
            self.change(self.page.click(self.settings, key))

    # -- studies -----------------------------------------------------------------------------------

    def _ask_now(self) -> None:
        if self.page is None or self.settings is None:
            return
        wanted = self.page.requests(self.settings)
        done = [f.request for f in self.finds.values() if f.share >= 1.0]
        self.scholar.ask([request for request in wanted if request not in done])
        self._show_state()

    def _take(self, found: Found) -> None:
        self.finds[found.request.study] = found
        if found.error:
            self.refused.emit(found.error)
        self._redraw.start()

    @property
    def redraw_due(self) -> bool:
        """Whether settings have changed since the last redraw."""
        return self._redraw.isActive()

    @property
    def settled(self) -> bool:
        """Whether all is drawn that these settings ask for, and nothing is awaited."""
        waiting = self._redraw.isActive() or self._ask.isActive() or self.scholar.busy
        return self.page is not None and self.formulas.ready and not waiting

    # -- drawing -----------------------------------------------------------------------------------

    def draw(self) -> None:
        """Make the plate and draw it."""
        if self.page is None or self.settings is None:
            return
        start = time.perf_counter()
        self.plate = self.page.plate(self.settings, self.finds, of_page)
        self.view.show_plate(self.plate)
        self.formulas.show_formulas(self.page.formulas(self.settings))
        self.header.says.show_says("", self.plate.says)
        self.caption.setText(rich(self.plate.caption))
        source = tr("Source: {0}").format(self.source())
        self.notes.setText(" · ".join([*self.plate.notes, source]))
        self._hold_words()
        self.controls.show_settings(self.settings)
        self._show_state()
        self.draw_ms = 1_000 * (time.perf_counter() - start)

    def _hold_words(self) -> None:
        """The words keep the height they once needed: the picture above must not jump."""
        width = self.words.width()
        gap = self.words.layout().spacing() if self.words.layout() else 0  # type: ignore[union-attr]
        tall = sum(label.heightForWidth(width) for label in (self.caption, self.notes)) + gap
        self._tall = max(self._tall, tall)
        # In large text they may need more than the picture can spare; the tooltip has them all.
        self.words.setFixedHeight(min(self._tall, max(self.height() // 3, 40)))
        self.words.setToolTip(f"<p>{self.caption.text()}</p><p>{escape(self.notes.text())}</p>")

    def _fitting_scale(self) -> float:
        return round(self.scale * min(max(self.width() / (WIDE * self.scale), 1.0), LARGEST), 1)

    def _set_picture(self) -> None:
        """Letters of picture and formulas; a wide window has room for larger ones."""
        self.picture_scale = self._fitting_scale()
        for part in (self.view, self.formulas):
            part.set_theme(self.palette_, self.picture_scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitting_scale() != self.picture_scale:
            self._set_picture()
        # What a first draw measured, before there was a width, must not hold the words for good.
        self._tall = 0
        self.words.setFixedHeight(0)
        if self.page is not None:
            self._redraw.start()

    def _show_state(self) -> None:
        shares = [f.share for f in self.finds.values() if f.share < 1.0]
        busy = self.scholar.busy
        share = f" {100 * min(shares):.0f} %" if busy and shares else ""
        self.header.state.setText(tr("computing…") + share if busy else "")

    def _obey(self, key: str) -> None:
        """Do what a button of the header asks."""
        if self.in_lesson and key in ("title", "close", "previous", "next"):
            return
        {
            "title": self.gallery_asked.emit, "play": self.sweeper.toggle,
            "previous": lambda: self.turn(-1), "next": lambda: self.turn(1),
            "explain": self.toggle_help, "more": lambda: None, "close": self.closed.emit,
            "copy": self.copy_asked.emit, "export": self.export_asked.emit,
            "restore": self.restore,
        }[key]()  # fmt: skip

    def toggle_help(self) -> None:
        """Show or hide the page's help text."""
        self.help.setVisible(self.help.isHidden())
        self.header.buttons["explain"].setChecked(not self.help.isHidden())

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self._tall = 0
        for part in (self.header, self.controls):
            part.set_theme(palette, scale)
        self._set_picture()
        self.help.setFixedWidth(round(340 * scale))
        self.draw()

    def retranslate(self, language: str | None = None) -> None:
        """Set every text again."""
        self.language = language or self.language
        if self.page is None:
            return
        self._tall = 0
        self.header.retranslate(self.heading())
        self.header.play.setVisible(self.page.sweep is not None)
        self.controls.retranslate()
        file = resource("help") / "pages" / f"{self.name}-{self.language}.md"
        self.help.setMarkdown(file.read_text(encoding="utf-8"))
        self.draw()
