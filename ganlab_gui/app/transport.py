"""The bar on top: what is played, and the buttons that play it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from ganlab_gui.app.icons import icon
from ganlab_gui.app.language import of_preset
from ganlab_gui.app.theme import mark
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands

SPEEDS: tuple[float | None, ...] = (1, 2, 5, 10, 25, 60, 250, 1_000, None)
BUTTONS = ("reset", "play", "step", "step_d", "step_g")
LETTERS = {"step": "step", "step_d": "D", "step_g": "G"}


def tr(text: str) -> str:
    return QCoreApplication.translate("Transport", text)


class Elided(QLabel):
    """One line that ends in an ellipsis where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_whole(self, text: str) -> None:
        self.whole = text
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        self.setText(
            self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, self.width())
        )


class TransportBar(QFrame):
    """Title (opens the gallery), buttons of the actions, speed, step counter, seed, theme."""

    speed_chosen = Signal(object)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setObjectName("transport")
        self.actions_ = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(8)
        self.title = QToolButton(self)
        self.title.setObjectName("transport.title")
        self.title.setProperty("bigTitle", True)
        self.title.setAutoRaise(True)
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.title.clicked.connect(actions["open_preset"].trigger)
        self.notes = Elided(self)
        self.notes.setProperty("role", "quiet")
        row.addWidget(self.title)
        row.addWidget(self.notes, 1)
        self.buttons = {key: self._button(key) for key in BUTTONS}
        self.buttons["play"].setProperty("primary", True)
        for button in self.buttons.values():
            row.addWidget(button)
        self.speed = QToolButton(self)
        self.speed.setObjectName("transport.speed")
        self.speed.setProperty("dropdown", True)
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.speed_menu = QMenu(self.speed)
        self.speed.setMenu(self.speed_menu)
        self.current_speed: float | None = None
        row.addWidget(self.speed)
        self.counter = QLabel("0", self)
        self.counter.setObjectName("transport.step")
        self.counter.setProperty("role", "large")
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.unit = QLabel(self)
        self.unit.setProperty("role", "quiet")
        row.addWidget(self.counter)
        row.addWidget(self.unit)
        self.seed = self._button("new_seed")
        self.compare = QToolButton(self)
        self.compare.setObjectName("transport.compare")
        self.compare.setText("A | B")
        self.compare.setCheckable(True)
        self.compare.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.theme = self._button("theme")
        row.addWidget(self.seed)
        row.addWidget(self.compare)
        row.addWidget(self.theme)
        self.retranslate()

    def _button(self, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"transport.{key}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = self.actions_[key]
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def show_experiment(self, title: str, notes: str, seed: int, unsaved: bool) -> None:
        self.title.setText(of_preset(title) + (" •" if unsaved else ""))
        self.notes.set_whole(of_preset(notes).split("\n")[0])
        self.seed.setText(tr("seed {0}").format(seed))

    def show_step(self, step: int, past: bool = False) -> None:
        """The counter; amber where the step is of the past."""
        self.counter.setText(thousands(step))
        mark(self.counter, "past", "true" if past else "")

    def show_comparing(self, on: bool) -> None:
        self.compare.setChecked(on)

    def show_playing(self, playing: bool, palette: Palette, scale: float) -> None:
        button = self.buttons["play"]
        button.setIcon(icon("pause" if playing else "play", palette, scale, on_action=True))
        button.setAccessibleName(tr("Pause") if playing else tr("Play"))

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.buttons["reset"].setIcon(icon("reset", palette, scale))
        self.buttons["step"].setIcon(icon("step", palette, scale))
        self.theme.setIcon(icon("theme", palette, scale))
        self.title.setIcon(icon("chevron", palette, scale))
        self.counter.setMinimumWidth(int(self.counter.fontMetrics().horizontalAdvance("000 000")))

    def retranslate(self) -> None:
        for key, button in {**self.buttons, "new_seed": self.seed, "theme": self.theme}.items():
            shortcut = self.actions_[key].shortcut().toString()
            text = self.actions_[key].text().replace("&", "")
            button.setToolTip(f"{text} ({shortcut})" if shortcut else text)
            button.setAccessibleName(text)
        for key, letter in LETTERS.items():
            self.buttons[key].setText(tr(letter))
        self.buttons["step"].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unit.setText(tr("steps"))
        self.compare.setToolTip(tr("Two experiments side by side, in step"))
        self.compare.setAccessibleName(tr("Two experiments side by side, in step"))
        self._fill_speeds()

    def _fill_speeds(self) -> None:
        self.speed_menu.clear()
        self._group = QActionGroup(self.speed_menu)
        for value in SPEEDS:
            action = self.speed_menu.addAction(speed_text(value))
            action.setCheckable(True)
            action.setChecked(value == self.current_speed)
            action.setData(value)
            self._group.addAction(action)
        self._group.triggered.connect(self._choose)
        self.speed.setText(speed_text(self.current_speed))
        self.speed.setToolTip(tr("How many steps a second are played"))

    def _choose(self, action: QAction) -> None:
        self.current_speed = action.data()
        self.speed.setText(speed_text(self.current_speed))
        self.speed_chosen.emit(self.current_speed)


def speed_text(speed: float | None) -> str:
    if speed is None:
        return tr("full speed")
    return tr("{0} steps/s").format(thousands(int(speed)))
