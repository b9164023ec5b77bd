"""The strip below the plane: what each mark means, and the ground's colours with their values."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.scales import AWAY, middle
from ganlab_gui.views.chiprow import FlowLayout
from ganlab_gui.views.ground import ColourBar, short, typeset
from ganlab_gui.views.plotting import small_font
from ganlab_gui.views.realness import words
from ganlab_gui.views.swarm import glyph

MARKS = {
    "data": ("data", "•"),
    "generated": ("generated", "●"),
    "average": ("generated", "○"),
    "gradients": ("action", "→"),
    "manifold": ("generated", "—"),
}
"""Layer to the palette role and the shape of its mark."""
ESTIMATED = ("optimum", "p_generated", "difference")
AVERAGED = ("optimum", "p_data", "difference")
"""Grounds that hold p_g, which is an estimate, and p, which may be a mean."""
MOST_KINDS = 16
"""Generators or classes that the key names one by one."""


class RunningNumber(QWidget):
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


@dataclass(frozen=True)
class Company:
    """Whose points are drawn, and what D is told beside a point."""

    generators: int = 1
    classes: int = 0
    label: int | None = None
    """The class shown, None for all of them."""
    pack: int = 1
    sliced: bool = False
    """Whether the grid of noise is only a slice of a noise of more than two dimensions."""

    @property
    def kinds(self) -> range:
        """The generators or classes to tell apart; none where there is one of a kind."""
        if self.classes:
            return range(self.classes) if self.label is None else range(self.label, self.label + 1)
        return range(self.generators if self.generators > 1 else 0)


class PlaneKey(QWidget):
    """Marks with their words, strength of the pull, colour bar, step between contours."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette: Palette = PALETTES["dark"]
        flow = FlowLayout(self, gap=14)
        self.marks = {name: QLabel(self) for name in MARKS}
        self.kinds = [QLabel(self) for _ in range(MOST_KINDS)]
        for name, label in self.marks.items():
            label.setObjectName(f"plane.key.{name}")
            for each in (label, *(self.kinds if name == "generated" else ())):
                flow.addWidget(each)
        self.strength = RunningNumber("|∇| 1.2e−05", self)
        self.strength.setObjectName("plane.key.strength")
        flow.addWidget(self.strength)
        self.bar = ColourBar(self)
        flow.addWidget(self.bar)
        self.contours, self.border, self.note = QLabel(self), QLabel(self), QLabel(self)
        for label in (self.border, self.contours, self.note):
            flow.addWidget(label)
        self.border.setObjectName("plane.key.border")
        self.note.setObjectName("plane.key.note")
        self._ground, self._side, self._layers = "d", 0.0, set[str]()
        self._reading, self._company = Reading(), Company()

    def style_key(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._palette = palette
        self.bar.style_bar(palette, scale)
        texts = (self.contours, self.border, self.note, self.strength)
        for label in (*self.marks.values(), *self.kinds, *texts):
            label.setFont(small_font(scale))
            label.setStyleSheet(f"color: {palette.quiet}")
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        by_class = bool(self._company.classes)
        texts = {
            "data": self.tr("data, by class") if by_class else self.tr("data"),
            "generated": self.tr("generated"),
            "average": self.tr("averaged G"),
            "gradients": self.tr("where G is pulled"),
            "manifold": self.tr("image of the noise grid"),
        }
        if self._company.sliced:
            texts["manifold"] += " " + self.tr("(slice: other coordinates 0)")
        for name, text in texts.items():
            role, shape = MARKS[name]
            role = "quiet" if name == "data" and by_class else role
            self.marks[name].setText(_marked(getattr(self._palette, role), shape, text))
        for label, kind in zip(self.kinds, self._company.kinds, strict=False):
            text = f"y = {kind + 1}" if by_class else f"G<sub>{kind + 1}</sub>"
            if kind + 1 == MOST_KINDS < len(self._company.kinds):
                text += f" … {len(self._company.kinds)}"
            label.setText(_marked(self._palette.kind(kind), glyph(kind), text))
        tip = self.tr("|∇|: the median strength of the pull. Arrows are scaled so as to be seen.")
        self.marks["gradients"].setToolTip(tip)
        self.strength.setToolTip(tip)
        self._show_marks()
        self._tell_note()

    def show_company(self, company: Company, reading: Reading) -> None:
        """Take whose points are drawn and how D is read."""
        if (company, reading) != (self._company, self._reading):
            self._company, self._reading = company, reading
            self.retranslate()

    def show_parts(self, layers: set[str], ground: str) -> None:
        """Show what belongs to the ``layers`` and the ``ground`` that are on."""
        self._layers, self._ground = layers, ground
        self._show_marks()
        self._tell_note()

    def _show_marks(self) -> None:
        count = len(self._company.kinds) if "generated" in self._layers else 0
        for name, label in self.marks.items():
            label.setVisible(name in self._layers and not (name == "generated" and count))
        for place, label in enumerate(self.kinds):
            label.setVisible(place < count)
        self.strength.setVisible("gradients" in self._layers)
        self.bar.setVisible(self._ground != "none")
        lines = self._ground == "d" and not self._reading.bounded
        self.contours.setVisible(lines)
        self.border.setVisible(lines and self._reading.threshold is not None)

    def show_side(self, side: float) -> None:
        """Take the side of the square that p(x) is the mean over; 0 where it is no mean."""
        if side != self._side:
            self._side = side
            self._tell_note()

    def _tell_note(self) -> None:
        """Say what D was asked, and how the densities in the ground were found."""
        said = []
        if self._ground == "d":
            said += self._asked()
        if self._ground in ESTIMATED:
            said.append(typeset(self.tr("p_g: kernel estimate")))
        if self._ground in AVERAGED and self._side > 0:
            mean = self.tr("p: mean over squares of side %1")
            said.append(mean.replace("%1", short(float(f"{self._side:.2g}"))))
        self.note.setText(" · ".join(said))
        self.note.setVisible(bool(said))
        undecided = self.tr("undecided: %1").replace("%1", middle(self._reading))
        self.border.setText(_marked(self._palette.text, "┅", undecided))

    def _asked(self) -> list[str]:
        company, said = self._company, []
        if self._reading.kind == "energy":
            said.append(self.tr("low energy = real"))
        if company.pack > 1:
            pack = self.tr("D(x) beside data points (pack %1)")
            said.append(pack.replace("%1", str(company.pack)))
        if company.classes and company.label is None:
            said.append(self.tr("mean over classes"))
        return said

    def show_strength(self, strength: float) -> None:
        """Median length of the gradients: the arrows' own scale cannot tell that they vanish."""
        text = f"{strength:#.2g}" if 1e-3 <= strength < 1e3 else f"{strength:.1e}"
        self.strength.show_text("|∇| " + text.rstrip(".").replace("-", "−"))

    def show_scale(
        self, ground: str, low: float, high: float, beyond: tuple[bool, bool] = (False, False)
    ) -> None:
        """Values at the ends of the colours of ``ground``, and whether some lie beyond them."""
        said, density = words(self._reading, self._company.label), self.tr("per unit²")
        name, unit = {
            "d": (said.name, said.unit),
            "optimum": (f"{said.best}(x)", said.unit),
            "p_data": ("p(x)", density),
            "p_generated": ("p_g(x)", density),
            "difference": ("p_g(x) − p(x)", density),
        }[ground]
        mark, signs = None, ("≤", "≥")
        if ground in ("d", "optimum"):
            mark = self._mark(low, high)
            if self._reading.kind == "bound":
                low, high = float(f"{low:.2g}"), float(f"{high:.2g}")
            if self._reading.kind == "energy":
                low, high, signs = -low, -high, ("≥", "≤")
        ends = [s if far else "" for s, far in zip(signs, beyond, strict=True)]
        self.bar.set_scale(name, low, high, unit, mark, (ends[0], ends[1]))

    def _mark(self, low: float, high: float) -> tuple[float, str] | None:
        threshold = self._reading.threshold
        if threshold is None or high <= low:
            return None
        place = (threshold - low) / (high - low) if self._reading.bounded else 0.5
        return place, middle(self._reading)

    def show_contours(self, levels: NDArray[np.float64]) -> None:
        """Say how far the contour lines are apart."""
        if self._reading.kind == "bound":
            away = ", ".join(f"{distance:g}" for distance in AWAY)
            self.contours.setText(self.tr("contours %1 from it").replace("%1", away))
        elif len(levels) > 1:
            step = short(float(levels[1] - levels[0]))
            self.contours.setText(self.tr("contours every %1").replace("%1", step))


def _marked(colour: str, shape: str, text: str) -> str:
    return f'<span style="color:{colour}">{shape}</span>&nbsp; {text}'
