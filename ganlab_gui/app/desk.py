"""The theory desk: one page at a time, in place of the stage and everything around it."""

import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.icons import icon
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
from ganlab_gui.views.says import SaysBar, rich

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
        self.sweeper.toggled.connect(self._show_sweep)
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self.draw)
        self._ask = QTimer(self, singleShot=True, interval=ASK_MS)
        self._ask.timeout.connect(self._ask_now)
        self._build()

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
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
        words = QVBoxLayout()
        words.addWidget(self.caption)
        words.addWidget(self.notes)
        words.addStretch(1)
        under.addWidget(self.formulas, 5)
        under.addLayout(words, 6)
        self.body = QFrame(self)
        self.body.setProperty("panelBody", True)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 2, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addLayout(under)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._make_header())
        right.addWidget(self.body, 1)
        row = self.row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.controls)
        row.addLayout(right, 1)
        row.addWidget(self.help)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.closed.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _make_header(self) -> QFrame:
        header = QFrame(self)
        header.setProperty("panelHeader", True)
        self.title = QToolButton(header)
        self.title.setObjectName("theory.title")
        self.title.setProperty("bigTitle", True)
        self.title.setAutoRaise(True)
        self.title.clicked.connect(self._ask_gallery)
        self.says = SaysBar(header)
        self.state = QLabel(header)
        self.state.setObjectName("theory.state")
        self.state.setProperty("role", "quiet")
        self.play = self._tool("theory.play", self.sweeper.toggle)
        self.play.setProperty("primary", True)
        self.previous = self._tool("theory.previous", lambda: self.turn(-1))
        self.next = self._tool("theory.next", lambda: self.turn(1))
        self.explain = self._tool("theory.explain", self.toggle_help)
        self.explain.setCheckable(True)
        self.more = self._tool("theory.more", lambda: None)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.menu_actions = [
            self._entry("copy", self.copy_asked.emit),
            self._entry("export", self.export_asked.emit),
            self._entry("restore", self.restore),
        ]  # fmt: skip
        self.leave = self._tool("theory.close", self.closed.emit)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 6, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.says, 1)
        for widget in (
            self.state, self.play, self.previous, self.next, self.explain, self.more, self.leave
        ):  # fmt: skip
            row.addWidget(widget)
        return header

    def _tool(self, name: str, call: object) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.clicked.connect(call)
        return button

    def _entry(self, key: str, call: object) -> QAction:
        action = QAction(self.menu)
        action.setObjectName(f"theory.{key}")
        action.triggered.connect(call)
        self.menu.addAction(action)
        return action

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
        for button in (self.previous, self.next, self.leave):
            button.setVisible(not on)
        self.in_lesson = on
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
            self.refused.emit(" ".join(error.lines))
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
        self.says.show_says("", self.plate.says)
        self.caption.setText(rich(self.plate.caption))
        source = f"{tr('Source')}: {of_page(self.page.source)}"
        self.notes.setText(" · ".join([*self.plate.notes, source]))
        self.controls.show_settings(self.settings)
        self._show_state()
        self.draw_ms = 1_000 * (time.perf_counter() - start)

    def _show_state(self) -> None:
        shares = [f.share for f in self.finds.values() if f.share < 1.0]
        busy = self.scholar.busy
        share = f" {100 * min(shares):.0f} %" if busy and shares else ""
        self.state.setText(tr("computing…") + share if busy else "")

    def _show_sweep(self, playing: bool) -> None:
        self.play.setIcon(icon("pause" if playing else "play", self.palette_, self.scale, True))

    def _ask_gallery(self) -> None:
        if not self.in_lesson:
            self.gallery_asked.emit()

    def toggle_help(self) -> None:
        """Show or hide the page's help text."""
        self.help.setVisible(self.help.isHidden())
        self.explain.setChecked(not self.help.isHidden())

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        icons = {
            self.previous: "back", self.next: "forward", self.explain: "info", self.more: "menu",
            self.leave: "close",
        }  # fmt: skip
        for button, name in icons.items():
            button.setIcon(icon(name, palette, scale))
        self._show_sweep(self.sweeper.playing)
        for part in (self.controls, self.view, self.formulas, self.says):
            part.set_theme(palette, scale)
        self.help.setFixedWidth(round(340 * scale))
        self.draw()

    def retranslate(self, language: str | None = None) -> None:
        """Set every text again."""
        self.language = language or self.language
        for button, text in (
            (self.play, tr("Play or pause (space)")), (self.previous, tr("Previous page")),
            (self.next, tr("Next page")), (self.explain, tr("Explain this page")),
            (self.more, tr("Copy, export, restore")), (self.leave, tr("Back to the lab (Esc)")),
        ):  # fmt: skip
            button.setToolTip(text)
            button.setAccessibleName(text)
        texts = (tr("Copy figure"), tr("Export figure…"), tr("Back to the page's own settings"))
        for action, text in zip(self.menu_actions, texts, strict=True):
            action.setText(text)
        if self.page is None:
            return
        self.title.setText(self.heading())
        self.title.setToolTip(tr("Choose another page"))
        self.play.setVisible(self.page.sweep is not None)
        self.controls.retranslate()
        file = resource("help") / "pages" / f"{self.name}-{self.language}.md"
        self.help.setMarkdown(file.read_text(encoding="utf-8"))
        self.draw()
