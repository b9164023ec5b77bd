"""The strip below the plane: what each mark means, and the ground's colours with their values."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.chiprow import FlowLayout
from ganlab_gui.views.ground import ColourBar, short, typeset
from ganlab_gui.views.plotting import small_font

MARKS = {
    "data": ("data", "•"),
    "generated": ("generated", "●"),
    "gradients": ("action", "→"),
    "manifold": ("generated", "—"),
}
"""Layer to the palette role and the shape of its mark."""
ESTIMATED = ("optimum", "p_generated", "difference")
AVERAGED = ("optimum", "p_data", "difference")
"""Grounds that hold p_g, which is an estimate, and p, which may be a mean."""


class Reading(QWidget):
    """A running number of fixed width: a label would lay the whole panel out again each frame."""

    def __init__(self, widest: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._widest, self._text = widest, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show ``text``; it should be no wider than the widest."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest) + 2, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._text)


class PlaneKey(QWidget):
    """Marks with their words, strength of the pull, colour bar, step between contours."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette: Palette = PALETTES["dark"]
        flow = FlowLayout(self, gap=14)
        self.marks = {name: QLabel(self) for name in MARKS}
        for name, label in self.marks.items():
            label.setObjectName(f"plane.key.{name}")
            flow.addWidget(label)
        self.strength = Reading("|∇| 1.2e−05", self)
        self.strength.setObjectName("plane.key.strength")
        flow.addWidget(self.strength)
        self.bar = ColourBar(self)
        flow.addWidget(self.bar)
        self.contours = QLabel(self)
        flow.addWidget(self.contours)
        self.note = QLabel(self)
        self.note.setObjectName("plane.key.note")
        flow.addWidget(self.note)
        self._ground, self._side, self._slice = "d", 0.0, False

    def style_key(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._palette = palette
        self.bar.style_bar(palette, scale)
        for label in (*self.marks.values(), self.contours, self.note, self.strength):
            label.setFont(small_font(scale))
            label.setStyleSheet(f"color: {palette.quiet}")
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        texts = {
            "data": self.tr("data"),
            "generated": self.tr("generated"),
            "gradients": self.tr("where G is pulled"),
            "manifold": self.tr("image of the noise grid"),
        }
        if self._slice:
            texts["manifold"] += " " + self.tr("(slice: other coordinates 0)")
        for name, text in texts.items():
            role, shape = MARKS[name]
            colour = getattr(self._palette, role)
            self.marks[name].setText(f'<span style="color:{colour}">{shape}</span>&nbsp; {text}')
        tip = self.tr("|∇|: the median strength of the pull. Arrows are scaled so as to be seen.")
        self.marks["gradients"].setToolTip(tip)
        self.strength.setToolTip(tip)
        self._tell_note()

    def show_parts(self, layers: set[str], ground: str, critic: bool) -> None:
        """Show what belongs to the ``layers`` and the ``ground`` that are on."""
        for name, label in self.marks.items():
            label.setVisible(name in layers)
        self.strength.setVisible("gradients" in layers)
        self.bar.setVisible(ground != "none")
        self.contours.setVisible(ground == "d" and critic)
        self._ground = ground
        self._tell_note()

    def show_slice(self, sliced: bool) -> None:
        """Say whether the grid of noise is only a slice of a noise of more than two dimensions."""
        if sliced != self._slice:
            self._slice = sliced
            self.retranslate()

    def show_side(self, side: float) -> None:
        """Take the side of the square that p(x) is the mean over; 0 where it is no mean."""
        if side != self._side:
            self._side = side
            self._tell_note()

    def _tell_note(self) -> None:
        """Say how the densities in the ground were found."""
        said = []
        if self._ground in ESTIMATED:
            said.append(typeset(self.tr("p_g: kernel estimate")))
        if self._ground in AVERAGED and self._side > 0:
            mean = self.tr("p: mean over squares of side %1")
            said.append(mean.replace("%1", short(float(f"{self._side:.2g}"))))
        self.note.setText(" · ".join(said))
        self.note.setVisible(bool(said))

    def show_strength(self, strength: float) -> None:
        """Median length of the gradients: the arrows' own scale cannot tell that they vanish."""
        text = f"{strength:#.2g}" if 1e-3 <= strength < 1e3 else f"{strength:.1e}"
        self.strength.show_text("|∇| " + text.rstrip(".").replace("-", "−"))

    def show_scale(self, ground: str, low: float, high: float, critic: bool) -> None:
        """Values at the ends of the colours of ``ground``."""
        probability, density = self.tr("probability"), self.tr("per unit²")
        name, unit = {
            "d": (self.tr("critic f(x)"), self.tr("score")) if critic else ("D(x)", probability),
            "optimum": ("D*(x)", probability),
            "p_data": ("p(x)", density),
            "p_generated": ("p_g(x)", density),
            "difference": ("p_g(x) − p(x)", density),
        }[ground]
        self.bar.set_scale(name, low, high, unit, unit == probability)

    def show_contours(self, levels: NDArray[np.float64]) -> None:
        """Say how far the contour lines are apart."""
        if len(levels) > 1:
            step = short(float(levels[1] - levels[0]))
            self.contours.setText(self.tr("contours every %1").replace("%1", step))
