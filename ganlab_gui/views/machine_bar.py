"""The buttons under the machine: back, play, forward, how far at once, at which pace."""

import math

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget

from ganlab_gui.lab.dissection import LEVELS
from ganlab_gui.palette import Palette
from ganlab_gui.views.chiprow import ChipRow
from ganlab_gui.views.plotting import small_font

PACES = (0.3, 10.0)
"""Shortest and longest seconds a unit is shown for."""
TICKS = 100
SHAPES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "back": (((16, 5), (6, 12), (16, 19)), ((5, 5), (3, 5), (3, 19), (5, 19))),
    "forward": (((8, 5), (18, 12), (8, 19)), ((19, 5), (21, 5), (21, 19), (19, 19))),
    "play": (((7, 4.5), (19.5, 12), (7, 19.5)),),
    "pause": (((6.5, 5), (10.5, 5), (10.5, 19), (6.5, 19)),
              ((13.5, 5), (17.5, 5), (17.5, 19), (13.5, 19))),
}  # fmt: skip
"""Polygons of the icons on a grid of 24."""


class WalkBar(ChipRow):
    """Emits what was asked for; the view knows where one stands."""

    back_asked = Signal()
    forward_asked = Signal()
    play_asked = Signal()
    pace_changed = Signal(float)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.buttons: dict[str, QToolButton] = {}
        for key, signal in (
            ("back", self.back_asked), ("play", self.play_asked), ("forward", self.forward_asked)
        ):  # fmt: skip
            button = QToolButton(self)
            button.setObjectName(f"{name}.{key}")
            button.clicked.connect(signal)
            self.buttons[key] = button
            self.add_widget(button)
        self.buttons["forward"].setProperty("primary", True)
        self.add(LEVELS, exclusive=True)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName(f"{name}.pace")
        self.slider.setRange(0, TICKS)
        self.slider.setInvertedAppearance(True)
        self.slider.valueChanged.connect(self._paced)
        self.says_pace = QLabel(self)
        self.says_pace.setProperty("role", "quiet")
        self.add_widget(self.slider)
        self.add_widget(self.says_pace)
        self.template = "{0}"
        self.playing = False
        self.set_pace(1.5)

    @property
    def pace(self) -> float:
        """Seconds a unit is shown for."""
        low, high = (math.log(p) for p in PACES)
        return math.exp(low + (high - low) * self.slider.value() / TICKS)

    def set_pace(self, seconds: float) -> None:
        """Show units for so many seconds, from 0.3 to 10."""
        low, high = (math.log(p) for p in PACES)
        place = (math.log(min(max(seconds, PACES[0]), PACES[1])) - low) / (high - low)
        self.slider.setValue(round(place * TICKS))
        self._paced()

    def _paced(self) -> None:
        self.says_pace.setText(self.template.format(f"{self.pace:.1f}"))
        self.pace_changed.emit(self.pace)

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self.palette_, self.scale = palette, scale
        self.slider.setFixedWidth(round(70 * scale))
        self.says_pace.setFont(small_font(scale))
        widest = self.says_pace.fontMetrics().horizontalAdvance(self.template.format("10.0"))
        self.says_pace.setFixedWidth(widest + 6)
        self.show_playing(self.playing)

    def show_playing(self, playing: bool) -> None:
        """Whether the walk goes on by itself."""
        self.playing = playing
        for key, button in self.buttons.items():
            shape = "pause" if key == "play" and playing else key
            ink = self.palette_.background if key == "forward" else self.palette_.text
            button.setIcon(glyph(shape, ink, self.scale))
            button.setIconSize(QSize(*[round(16 * self.scale)] * 2))


def glyph(name: str, colour: str, scale: float) -> QIcon:
    """An icon of `SHAPES`."""
    side, ratio = round(16 * scale), 2
    pixmap = QPixmap(side * ratio, side * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for shape in SHAPES[name]:
        points = [QPointF(x * side / 24, y * side / 24) for x, y in shape]
        painter.drawPolygon(QPolygonF(points))
    painter.end()
    return QIcon(pixmap)
