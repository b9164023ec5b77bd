"""A theory page's settings on the left, generated from their declaration like an experiment's."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ganlab_gui.app.control_rows import Row
from ganlab_gui.app.language import of_page
from ganlab_gui.experiment.knob import Settings
from ganlab_gui.experiment.knobs import is_meant, settings_in
from ganlab_gui.pages.page import Button, Link, Page
from ganlab_gui.palette import PALETTES, Palette

TALLEST = 16_777_215
"""Qt's word for no limit."""


class PageRow(Row):
    """The row of a page's setting: it always applies at once."""

    def _when(self) -> str:
        return ""


class PageControls(QScrollArea):
    """Look sentence, settings, buttons and ways on of one page at a time."""

    edited = Signal(str, object)
    refused = Signal(str)
    pressed = Signal(str)
    link_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.page: Page[Any] | None = None
        self.rows: list[PageRow] = []
        self._texts: list[Callable[[], None]] = []
        self._around: list[QWidget] = []
        self.ways = QWidget(self)
        self._links: tuple[Link, ...] = ()
        self._look = ""
        self._only: tuple[str, ...] | None = None
        self._settings: Settings | None = None
        self._buttons: dict[str, QPushButton] = {}
        self.setWidgetResizable(True)
        self.setProperty("panel", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.look = QLabel(wordWrap=True)
        self.look.setObjectName("theory.look")

    def show_page(self, page: Page[Any], look: str) -> None:
        """Make the column anew for another page."""
        self.page, self._look, self._settings = page, look, None
        content = QWidget()
        content.setProperty("scrolled", "true")
        column = QVBoxLayout(content)
        margin = round(12 * self.scale)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(round(6 * self.scale))
        self.look = QLabel(wordWrap=True)
        self.look.setObjectName("theory.look")
        self._around = [self.look, _rule(content)]
        for part in self._around:
            column.addWidget(part)
        self.rows = [PageRow(setting, content) for setting in settings_in(page.settings)]
        for row in self.rows:
            row.edited.connect(self.edited)
            row.refused.connect(lambda _path, sentence: self.refused.emit(sentence))
            column.addWidget(row)
        self._texts = []
        self._buttons = {button.key: self._button(button, content) for button in page.buttons}
        for widget in self._buttons.values():
            column.addWidget(widget)
        column.addStretch(1)
        self.ways = QWidget(content)
        QVBoxLayout(self.ways).setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ways)
        self._around.append(self.ways)
        self._links = ()
        self.setWidget(content)
        self.retranslate()

    def show_only(self, paths: Sequence[str] | None) -> None:
        """Only these settings and buttons (by key) are in sight; all of the column where None."""
        self._only = None if paths is None else tuple(paths)
        for part in self._around:
            part.setVisible(paths is None)
        self._sift()
        self.setVisible(paths is None or bool(paths))

    def _sift(self) -> None:
        """What is wanted and has a meaning now is in sight, and the column no taller than that."""
        only, settings = self._only, self._settings
        for row in self.rows:
            meant = settings is None or is_meant(row.setting, settings)
            row.setVisible(meant and (only is None or row.path in only))
        for key, button in self._buttons.items():
            button.setVisible(only is None or key in only)
        content = self.widget()
        tall = content.sizeHint().height() + 2 * self.frameWidth() if content else 0
        self.setMaximumHeight(TALLEST if only is None else tall)

    def row(self, path: str) -> PageRow:
        """The row of a setting; KeyError where the page has no such setting."""
        return {row.path: row for row in self.rows}[path]

    def show_settings(self, settings: Settings) -> None:
        """Show values; what has no meaning now is not in sight."""
        self._settings = settings
        for row in self.rows:
            row.show_value(getattr(settings, row.path), "")
        self._sift()
        if self.page is not None:
            self._show_links(self.page.ways(settings))

    def _show_links(self, links: tuple[Link, ...]) -> None:
        """The ways on, made anew where they are others."""
        if links == self._links:
            return
        self._links = links
        layout = self.ways.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for widget in [_rule(self.ways), *(self._link(link) for link in links)] if links else []:
            layout.addWidget(widget)
            widget.show()

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self.setFixedWidth(round(310 * scale))
        for row in self.rows:
            row.set_theme(palette, scale)

    def retranslate(self) -> None:
        self.look.setText(of_page(self._look))
        for row in self.rows:
            row.retranslate()
        for tell in self._texts:
            tell()
        self._links = ()
        self.set_theme(self.palette_, self.scale)

    def _button(self, button: Button, parent: QWidget) -> QPushButton:
        widget = QPushButton(parent)
        widget.setObjectName(f"theory.button.{button.key}")
        widget.clicked.connect(lambda: self.pressed.emit(button.key))

        def tell() -> None:
            widget.setText(of_page(button.text))
            widget.setToolTip(of_page(button.hint))

        self._texts.append(tell)
        return widget

    def _link(self, link: Link) -> QPushButton:
        widget = QPushButton(f"→ {of_page(link.text)}", self.ways)
        widget.setObjectName(f"theory.link.{link.page or link.preset}")
        widget.setProperty("more", "true")
        widget.clicked.connect(lambda: self.link_chosen.emit(link))
        return widget


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("rule", "true")
    return rule
