"""A dock with a view in it: the header says the panel's name and its running numbers."""

import re

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.icons import icon
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import View

PARTED = re.compile(r" · |\s{2,}")
"""What stands between two numbers of a header."""
LOWEST = 56
"""Pixels that a panel's body may be squeezed to at 100 %, so that the window keeps its size."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Panel", text)


class Numbers(QLabel):
    """Running numbers on one line, in fields parted by " · " or by two spaces.

    Where there is no room for all, whole fields go from the right; the tooltip has them all.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", "numbers")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._html = ""
        self._ruler = QTextDocument(self)
        self._ruler.setDocumentMargin(0)

    def show_html(self, html: str) -> None:
        if html != self._html:
            self._html = html
            self.setToolTip(html)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        ruler = self._ruler
        ruler.setDefaultFont(self.font())
        ruler.setHtml(self._html)
        whole = True
        while ruler.idealWidth() > self.width() and ruler.characterCount() > 2:
            whole = False
            text = ruler.toPlainText()
            starts = [found.start() for found in PARTED.finditer(text)]
            self._cut(starts[-1] if starts else len(text.rstrip("…")) - 1, "" if starts else "…")
        self.setText(self._html if whole else ruler.toHtml())

    def _cut(self, place: int, ending: str) -> None:
        cursor = QTextCursor(self._ruler)
        cursor.setPosition(max(0, place))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.insertText(ending)


class Header(QFrame):
    """Name on the left, the view's numbers on the right, then a menu.

    A double click asks for the stage.
    """

    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panelHeader", True)
        self.name = QLabel(self)
        self.name.setProperty("role", "title")
        self.numbers = Numbers(self)
        self.more = QToolButton(self)
        self.more.setAutoRaise(True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 4)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.numbers, 1)
        row.addWidget(self.more)

    def lead_with(self, widget: QWidget | None) -> None:
        """Put ``widget`` in the place of the name; None gives the name back."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        if widget is not None:
            row.insertWidget(0, widget, 2)
            widget.show()
        self.name.setVisible(widget is None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()
        event.accept()


class Panel:
    """One view with its header, at home in a dock, or on the stage while its dock is hidden."""

    def __init__(self, view: View, window: QWidget) -> None:
        self.view = view
        self.header = Header()
        self.body = QFrame()
        self.body.setProperty("panelBody", True)
        self.body.setObjectName(f"panel.{view.name}")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(view)
        self.dock = QDockWidget(window)
        self.dock.setObjectName(f"dock.{view.name}")
        self.menu = QMenu(self.header)
        self.actions: dict[str, QAction] = {}
        self.header.more.setMenu(self.menu)
        view.header_changed.connect(self.header.numbers.show_html)
        self.staged = False
        self.to_dock()
        self.retranslate()

    def add_action(self, key: str, text: str) -> QAction:
        """An entry of the header's menu; ``text`` is translated in the context "Panel"."""
        action = QAction(tr(text), self.menu)
        action.setObjectName(f"{self.body.objectName()}.{key}")
        action.setProperty("source", text)
        self.menu.addAction(action)
        self.actions[key] = action
        return action

    def to_dock(self) -> None:
        self.staged = False
        self.dock.setTitleBarWidget(self.header)
        self.dock.setWidget(self.body)
        self.header.show()
        self.body.show()

    def to_stage(self, layout: QVBoxLayout) -> None:
        """Move header and view into ``layout``; the dock keeps an empty place for them."""
        self.staged = True
        self.dock.setTitleBarWidget(QWidget())
        self.dock.setWidget(QWidget())
        self.dock.hide()
        layout.addWidget(self.header)
        layout.addWidget(self.body, 1)
        self.header.show()
        self.body.show()

    @property
    def visible(self) -> bool:
        """Whether anybody can see the view: not hidden, not behind another tab."""
        # The body's margin shows wherever the panel does; the view may be covered by its children.
        return self.view.isVisible() and not self.body.visibleRegion().isEmpty()

    def retranslate(self) -> None:
        self.header.name.setText(self.view.title())
        self.dock.setWindowTitle(self.view.title())
        self.header.more.setAccessibleName(tr("Panel menu"))
        self.header.more.setToolTip(tr("Copy, export, send to the stage"))
        for action in self.actions.values():
            action.setText(tr(action.property("source")))
        self.view.retranslate()

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.header.more.setIcon(icon("menu", palette, scale))
        self.body.setMinimumHeight(round(LOWEST * scale))
        self.view.set_theme(palette, scale)
