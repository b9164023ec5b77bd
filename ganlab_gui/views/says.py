"""A header above a picture: its title, and what it says in the colours and lines of its curves."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganlab_gui.pages.plate import Says
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.plate_look import DASHES, colour_of
from ganlab_gui.views.plotting import small_font
from ganlab_gui.views.subscripts import rich

SWATCH = 20
"""Pixels of a line's sample at 100 %."""


class SaysBar(QWidget):
    """Title left, texts after it; they wrap where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.title = ""
        self.says: tuple[Says, ...] = ()
        self._parts: list[tuple[QPointF, QStaticText, Says | None]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._high = 0

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self._arrange()

    def show_says(self, title: str, says: Sequence[Says]) -> None:
        """Set all texts; the height follows where they need more lines, and does not go back."""
        if (title, tuple(says)) != (self.title, self.says):
            self.title, self.says = title, tuple(says)
            self.setAccessibleName(" · ".join([title, *(s.text for s in self.says)]))
            self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(60, self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._high = 0
        self._arrange()

    def _arrange(self) -> None:
        bold, plain = small_font(self.scale, bold=True), small_font(self.scale)
        line = QFontMetricsF(bold).height() * 1.25
        gap, x, y = 12 * self.scale, 0.0, 0.0
        self._parts = []
        for say in (None, *self.says):
            text = self._text(self.title if say is None else say.text, bold if not say else plain)
            mark = self._mark(say)
            wide = mark + text.size().width()
            if x > 0 and x + wide > self.width():
                x, y = 0.0, y + line
            if say is not None or self.title:
                self._parts.append((QPointF(x + mark, y), text, say))
                x += wide + gap
        shown = bool(self.title or self.says)
        self._high = max(self._high, round(y + line) if shown else 0)
        self.setFixedHeight(self._high)
        self.update()

    def _mark(self, say: Says | None) -> float:
        if say is None or not (say.line or say.marker):
            return 0.0
        return (SWATCH + 5 if say.line else 12) * self.scale

    def _text(self, text: str, font: QFont) -> QStaticText:
        shown = QStaticText(rich(text))
        shown.setTextFormat(Qt.TextFormat.RichText)
        whole = QTextOption()
        whole.setWrapMode(QTextOption.WrapMode.NoWrap)
        shown.setTextOption(whole)
        shown.prepare(font=font)
        return shown

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold, plain = small_font(self.scale, bold=True), small_font(self.scale)
        for place, text, say in self._parts:
            painter.setFont(plain if say else bold)
            painter.setPen(QPen(_ink(self.palette_, say.role if say else "text")))
            painter.drawStaticText(place, text)
            if say is not None:
                self._paint_mark(painter, say, place, text.size().height())

    def _paint_mark(self, painter: QPainter, say: Says, place: QPointF, tall: float) -> None:
        ink, middle = _ink(self.palette_, say.role), place.y() + tall / 2
        start = place.x() - self._mark(say)
        if say.line:
            painter.setPen(QPen(ink, 1.8 * self.scale, DASHES[say.line]))
            end = QPointF(start + SWATCH * self.scale, middle)
            painter.drawLine(QPointF(start, middle), end)
        elif say.marker:
            paint_marker(painter, say, QPointF(start + 4 * self.scale, middle), self.scale)


def paint_marker(painter: QPainter, says: Says, place: QPointF, scale: float) -> None:
    """The symbol of a scatter plot at a place, 7 pixels wide at 100 %."""
    from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols

    painter.save()
    painter.translate(place)
    painter.scale(7 * scale, 7 * scale)
    if says.marker in "+x":
        painter.fillPath(Symbols[says.marker], painter.pen().color())
    elif says.hollow:
        painter.setPen(QPen(painter.pen().color(), 0.18))
        painter.drawPath(Symbols[says.marker])
    else:
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPath(Symbols[says.marker])
    painter.restore()


def _ink(palette: Palette, role: str) -> QColor:
    return QColor(colour_of(palette, role))
