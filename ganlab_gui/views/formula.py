"""Formulas set by matplotlib's mathtext, drawn as outlines: sharp at every size."""

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganlab_gui.palette import PALETTES, Palette

if TYPE_CHECKING:
    from matplotlib.path import Path

SIZE = 15.0
"""Pixels of a formula's letters at 100 %."""
SPACING = 1.75
"""From one line to the next, in letters' heights."""
PARSING = Lock()
"""Matplotlib's parser of mathtext is one for all threads and keeps its state in itself."""


@lru_cache(maxsize=256)
def outline(line: str) -> QPainterPath:
    """The outline of one line of mathtext, 1 pixel an em, its baseline at y = 0.

    Raises ValueError where it is no mathtext. Matplotlib is loaded at the first call.
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    font = FontProperties(family="STIXGeneral", math_fontfamily="stix")
    with PARSING:
        return _painter_path(TextPath((0, 0), line, size=100, prop=font))


def _painter_path(path: "Path") -> QPainterPath:
    found = QPainterPath()
    found.setFillRule(Qt.FillRule.WindingFill)
    for corners, code in path.iter_segments(simplify=False, curves=True):
        p = [float(v) / 100 for v in corners]
        match int(code):
            case 1:
                found.moveTo(p[0], -p[1])
            case 2:
                found.lineTo(p[0], -p[1])
            case 3:
                found.quadTo(p[0], -p[1], p[2], -p[3])
            case 4:
                found.cubicTo(p[0], -p[1], p[2], -p[3], p[4], -p[5])
            case 79:
                found.closeSubpath()
    return found


class _Told(QObject):
    ready = Signal()


class _Setting(QRunnable):
    """Sets lines in another thread, because loading matplotlib takes a while."""

    def __init__(self, lines: tuple[str, ...], told: _Told) -> None:
        super().__init__()
        self.lines, self.told = lines, told

    def run(self) -> None:
        for line in self.lines:
            outline(line)
        self.told.ready.emit()


class FormulaView(QWidget):
    """Formulas under each other, as large as the width allows and no larger than `SIZE`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.lines: tuple[str, ...] = ()
        self.ready = True
        # No child of the widget: a thread may still have something to tell when the widget is gone.
        self._told = _Told()
        self._told.ready.connect(self._show)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self._fit()

    def show_formulas(self, lines: tuple[str, ...]) -> None:
        """Set mathtext lines; they appear once set."""
        if lines == self.lines:
            return
        self.lines, self.ready = lines, False
        self.setAccessibleName("; ".join(lines))
        self._fit()
        QThreadPool.globalInstance().start(_Setting(lines, self._told))

    def sizeHint(self) -> QSize:
        return QSize(80, round(self._tall()))

    def _em(self) -> float:
        return SIZE * self.scale

    def _tall(self) -> float:
        if not self.ready:
            return SPACING * self._em() * len(self.lines)
        heights = (max(SPACING, outline(line).boundingRect().height() + 0.6) for line in self.lines)
        return self._em() * sum(heights)

    def _show(self) -> None:
        self.ready = True
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self._tall()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.ready:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for line in self.lines:
            path = outline(line)
            box = path.boundingRect()
            tall = max(SPACING, box.height() + 0.6) * self._em()
            em = min(self._em(), self.width() / max(box.right(), 1e-6))
            painter.save()
            painter.translate(0.0, top + tall / 2 - em * box.center().y())
            painter.scale(em, em)
            painter.fillPath(path, QColor(self.palette_.text))
            painter.restore()
            top += tall
