"""The quiet button at the right of a curve panel: window of time, scale, smoothing."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from ganlab_gui.views.base import thousands
from ganlab_gui.views.chip import Chip

WINDOWS = (None, 500, 2_000, 10_000)
SMOOTHINGS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)


class CurveMenu(QToolButton):
    """Says how the curves are shown; ``changed`` gives what was chosen: window, log, smoothing."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget, name: str, logarithmic: bool, smoothable: bool) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.menu")
        self.setProperty("chip", "menu")
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.setMenu(menu)
        self.curves: QAction | None = None
        self._choices: list[tuple[Chip, QAction]] = []
        self.windows: dict[int | None, QAction] = self._exclusive(menu, "window", WINDOWS)
        menu.addSeparator()
        self.scales = self._exclusive(menu, "log", (False, True)) if logarithmic else {}
        self.label, self.slider = QLabel(menu), QSlider(Qt.Orientation.Horizontal, menu)
        self.slider.setRange(0, len(SMOOTHINGS) - 1)
        self.slider.setObjectName(f"{name}.smoothing")
        self.slider.valueChanged.connect(self._smooth)
        if smoothable:
            self._add_slider(menu)
        self._state: tuple[int | None, bool, int, bool] = (None, False, 1, False)

    def _add_slider(self, menu: QMenu) -> None:
        row = QWidget(menu)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(24, 4, 12, 4)
        layout.addWidget(self.label)
        layout.addWidget(self.slider)
        action = QWidgetAction(menu)
        action.setDefaultWidget(row)
        menu.addSeparator()
        menu.addAction(action)

    def add_curves(self, chips: list[Chip]) -> None:
        """Offer the curves here too, for where their chips have no room."""
        menu = QMenu(self)
        self.curves = menu.menuAction()
        for chip in chips:
            action = menu.addAction("")
            action.setCheckable(True)
            self._choices.append((chip, action))
            action.setChecked(chip.isChecked())
            action.toggled.connect(chip.setChecked)
            chip.toggled.connect(action.setChecked)
        first = self.menu().actions()[0]
        self.menu().insertAction(first, self.curves)
        self.menu().insertSeparator(first)
        menu.aboutToShow.connect(self._name_curves)

    def offer(self, chip: Chip, there: bool) -> None:
        """Offer a curve, or not where it has nothing to say."""
        for known, action in self._choices:
            if known is chip:
                action.setVisible(there)

    def _name_curves(self) -> None:
        for chip, action in self._choices:
            action.setText(chip.text())

    def sizeHint(self) -> QSize:
        """Wide enough for the text beside the arrow in every script."""
        hint = super().sizeHint()
        return hint.expandedTo(
            QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * hint.height(), 0)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _exclusive(self, menu: QMenu, key: str, values: tuple[Any, ...]) -> dict[Any, QAction]:
        group = QActionGroup(menu)
        group.triggered.connect(self._triggered)
        actions = {}
        for value in values:
            action = actions[value] = QAction(group)
            action.setCheckable(True)
            action.setData((key, value))
            menu.addAction(action)
        return actions

    def _triggered(self, action: QAction) -> None:
        self.changed.emit(*action.data())

    def _smooth(self, place: int) -> None:
        self.changed.emit("smoothing", SMOOTHINGS[place])

    def show_state(self, window: int | None, log: bool, smoothing: int, zoomed: bool) -> None:
        """Check what holds and say it on the button."""
        self._state = window, log, smoothing, zoomed
        for value, action in (*self.windows.items(), *self.scales.items()):
            action.setChecked(value == (window if action.data()[0] == "window" else log))
        with QSignalBlocker(self.slider):
            self.slider.setValue(sum(s < smoothing for s in SMOOTHINGS))
        parts = [self.tr("zoom") if zoomed else self._window_text(window, short=True)]
        parts += [self.tr("log")] if log else []
        parts += [self.tr("mean {0}").format(thousands(smoothing))] if smoothing > 1 else []
        self.setText(" · ".join(parts))
        self.label.setText(self.tr("mean of {0}").format(thousands(smoothing)))

    def _window_text(self, window: int | None, short: bool = False) -> str:
        if window is None:
            return self.tr("all") if short else self.tr("All steps")
        return (self.tr("last {0}") if short else self.tr("Last {0} steps")).format(
            thousands(window)
        )

    def retranslate(self) -> None:
        for value, action in self.windows.items():
            action.setText(self._window_text(value))
        for log, action in self.scales.items():
            action.setText(self.tr("Logarithmic on both sides of 0") if log else self.tr("Linear"))
        if self.curves is not None:
            self.curves.setText(self.tr("Curves"))
        self.setAccessibleName(self.tr("How the curves are shown"))
        self.setToolTip(
            self.tr(
                "Steps shown, scale and smoothing.\n"
                "Drag in the plot to zoom into some steps, double-click to go back."
            )
        )
        self.show_state(*self._state)
