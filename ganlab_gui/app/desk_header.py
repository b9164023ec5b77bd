"""The header of the theory desk: title, running numbers, and the buttons that turn and play."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ganlab_gui.app.icons import icon
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.says import SaysBar

ICONS = {
    "previous": "back",
    "next": "forward",
    "explain": "info",
    "more": "menu",
    "close": "close",
}


def tr(text: str) -> str:
    return QCoreApplication.translate("Desk", text)


class DeskHeader(QFrame):
    """``asked`` tells which button or menu entry was pressed, by its key."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.playing = False
        self.setProperty("panelHeader", True)
        self.title = self._button("title")
        self.title.setProperty("bigTitle", True)
        self.title.setAutoRaise(True)
        self.says = SaysBar(self)
        self.state = QLabel(self)
        self.state.setObjectName("theory.state")
        self.state.setProperty("role", "quiet")
        self.play = self._button("play")
        self.play.setProperty("primary", True)
        self.buttons = {key: self._button(key) for key in ICONS}
        self.buttons["explain"].setCheckable(True)
        self.menu = QMenu(self)
        self.entries = {key: self._entry(key) for key in ("copy", "export", "restore")}
        more = self.buttons["more"]
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.says, 1)
        for widget in (self.state, self.play, *self.buttons.values()):
            row.addWidget(widget)

    def _button(self, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"theory.{key}")
        button.clicked.connect(lambda: self.asked.emit(key))
        return button

    def _entry(self, key: str) -> QAction:
        action = QAction(self.menu)
        action.setObjectName(f"theory.{key}")
        action.triggered.connect(lambda: self.asked.emit(key))
        self.menu.addAction(action)
        return action

    def show_playing(self, playing: bool) -> None:
        """Whether something moves by itself."""
        self.playing = playing
        name = "pause" if playing else "play"
        self.play.setIcon(icon(name, self.palette_, self.scale, on_action=True))

    def set_lesson(self, on: bool) -> None:
        """In a lesson the ways to other pages are out of sight, and so is the way out."""
        for key in ("previous", "next", "close"):
            self.buttons[key].setVisible(not on)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        for key, name in ICONS.items():
            self.buttons[key].setIcon(icon(name, palette, scale))
        self.show_playing(self.playing)
        self.says.set_theme(palette, scale)

    def retranslate(self, title: str) -> None:
        """Set every text again; ``title`` is the page's, in the user's language."""
        texts = {
            "previous": tr("Previous page"), "next": tr("Next page"),
            "explain": tr("Explain this page"), "more": tr("Copy, export, restore"),
            "close": tr("Back to the lab (Esc)"),
        }  # fmt: skip
        tips = [(self.play, tr("Play or pause (space)"))]
        tips += [(self.buttons[key], text) for key, text in texts.items()]
        for button, text in tips:
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.title.setText(title)
        self.title.setToolTip(tr("Choose another page"))
        self.entries["copy"].setText(tr("Copy figure"))
        self.entries["export"].setText(tr("Export figure…"))
        self.entries["restore"].setText(tr("Back to the page's own settings"))
