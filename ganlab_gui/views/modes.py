"""The modes panel: which share of the samples falls on each mode, against its true weight."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ganlab_gui.core.measures import high_quality_ceiling
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.base import View, number
from ganlab_gui.views.digest import quantiles
from ganlab_gui.views.plotting import small_font

TOPS = (0.05, 0.1, 0.2, 0.5, 1.0)
"""Heights the picture can stand for."""
ROOMY = 520
"""Width from which on the note also says what the bars are."""
RECENT = 512


class Bars(QWidget):
    """M bars with a dotted tick at each true weight; whiskers where there are several runs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("modes.bars")
        self.look: Palette = PALETTES["dark"]
        self.scale_ = 1.0
        self.shares = np.zeros((3, 0))
        """(3, M) low, middle, high over the runs."""
        self.weights = np.zeros(0)
        self.top = TOPS[-1]
        self.setMinimumHeight(50)

    def show_shares(self, shares: NDArray[np.float64]) -> None:
        """Take (3, M); the scale grows at once and shrinks when less than a third of it is used."""
        self.shares = shares
        need = float(np.nanmax([*shares[2], *self.weights, 0.0])) * 1.05
        wanted = next((t for t in TOPS if t >= need), TOPS[-1])
        if wanted > self.top or need < self.top / 3:
            self.top = wanted
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(self.scale_))
        metrics = QFontMetricsF(painter.font())
        left = metrics.horizontalAdvance("100 %") + 6 * self.scale_
        height = metrics.height()
        area = QRectF(left, height / 2, self.width() - left, self.height() - 1.8 * height)
        self._draw_scale(painter, area)
        if len(self.weights):
            slot = area.width() / len(self.weights)
            for mode in range(len(self.weights)):
                self._draw_mode(painter, mode, QRectF(area.left() + mode * slot, 0, slot, 0), area)
            self._draw_labels(painter, area, slot)
        painter.end()

    def _y(self, share: float, area: QRectF) -> float:
        return area.bottom() - min(share / self.top, 1.0) * area.height()

    def _draw_scale(self, painter: QPainter, area: QRectF) -> None:
        for share in (0.0, self.top / 2, self.top):
            y = round(self._y(share, area)) + 0.5
            painter.setPen(QPen(QColor(self.look.line), 1.0))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            place = QRectF(0, y - 20, area.left() - 6 * self.scale_, 40)
            painter.setPen(QColor(self.look.quiet))
            painter.drawText(
                place,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                f"{100 * share:g} %",
            )

    def _draw_mode(self, painter: QPainter, mode: int, slot: QRectF, area: QRectF) -> None:
        green = QColor(self.look.generated)
        gap = slot.width() * 0.18
        left, right = slot.left() + gap, slot.right() - gap
        if mode < self.shares.shape[1] and np.isfinite(self.shares[1, mode]):
            low, middle, high = (self._y(float(s), area) for s in self.shares[:, mode])
            middle = min(middle, area.bottom() - 1.0)
            bar = QRectF(left, middle, right - left, area.bottom() - middle)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(green)
            painter.drawRect(bar)
            if low != high:
                painter.setPen(QPen(QColor(self.look.quiet), 1.4 * self.scale_))
                centre = slot.center().x()
                painter.drawLine(QPointF(centre, low), QPointF(centre, high))
        pen = QPen(QColor(self.look.data), 1.4 * self.scale_, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        y = self._y(float(self.weights[mode]), area)
        painter.drawLine(QPointF(left - gap / 2, y), QPointF(right + gap / 2, y))

    def _draw_labels(self, painter: QPainter, area: QRectF, slot: float) -> None:
        count = len(self.weights)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(str(count)) + 6 * self.scale_
        every = math.ceil(wide / slot)
        every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if n >= min(every, 1000))
        painter.setPen(QColor(self.look.quiet))
        for mode in range(count):
            if (mode + 1) % every == 0 or mode == 0:
                x = area.left() + (mode + 0.5) * slot
                place = QRectF(x - 40, area.bottom() + 2, 80, self.height() - area.bottom())
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, str(mode + 1))

    def set_look(self, palette: Palette, scale: float) -> None:
        self.look, self.scale_ = palette, scale
        self.setMinimumHeight(round(50 * scale))
        self.update()


def newest(
    values: NDArray[Any], sound: Callable[[NDArray[Any]], NDArray[np.bool_]]
) -> NDArray[np.float64] | None:
    """The last row (R, K) of (T, R, K) in which a run is sound, the other runs NaN.

    ``sound`` tells which runs of some rows (t, R, K) are: (t, R). None where no row has any.
    """
    for rows in (values[-RECENT:], values):  # the whole table is looked through only if need be
        good = sound(rows)
        found = np.flatnonzero(good.any(axis=1))
        if len(found):
            return np.where(good[found[-1], :, None], rows[found[-1]], np.nan).astype(np.float64)
    return None


class ModesView(View):
    """Bars of the newest reading; the header says how many modes and how good the samples are."""

    name = "modes"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history: History | None = None
        self.bars = Bars(self)
        self.empty = QLabel(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.RichText)
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.bars, self.note, self.empty):
            layout.addWidget(widget, 0 if widget is self.note else 1)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Modes")

    def suits(self, scene: Scene) -> bool:
        return scene.modes > 1

    @property
    def modes(self) -> int:
        """How many modes the data has; 0 for data that falls into no parts."""
        return self.scene.modes if self.scene is not None else 0

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.history = None
        self.bars.weights = np.zeros(0) if scene.weights is None else np.asarray(scene.weights)
        self.bars.top = 0.0
        self.bars.show_shares(np.full((3, self.modes), np.nan))
        self.note.clear()
        self._show_emptiness()
        self.header_changed.emit("")

    def _show_emptiness(self) -> None:
        self.bars.setVisible(self.modes > 0)
        self.note.setVisible(self.modes > 0)
        self.empty.setVisible(self.modes == 0)
        self.empty.setText(
            self.tr("Starting…")
            if self.scene is None
            else self.tr("This data has no separate modes.")
        )

    def show_history(self, history: History) -> None:
        self.history = history
        if not self.modes:
            return
        shares = newest(history.shares.values, lambda rows: rows.sum(axis=2) > 0)
        if shares is not None:
            self.bars.show_shares(np.array(quantiles(shares.T, (0.1, 0.5, 0.9))))
        self.header_changed.emit(self.header())
        self.note.setText(self.note_text())

    def reading(self, name: str) -> float:
        """Median over the runs of a measure's newest reading from finite samples."""
        if self.history is None:
            return math.nan
        table = self.history.measures
        # Reverse KL alone is undefined where no sample is finite; the others then read 0.
        judge, wanted = (table.columns.index(n) for n in ("reverse_kl", name))
        row = newest(table.values, lambda rows: np.isfinite(rows[:, :, judge]))
        if row is None:
            return math.nan
        return float(quantiles(row[None, :, wanted], (0.5,))[0][0])

    @property
    def shrunk(self) -> bool:
        """Whether more samples are close to their mode than of the data itself, beyond chance."""
        best, n = high_quality_ceiling, max(1, self.scene.measure_samples if self.scene else 1)
        noise = 3 * math.sqrt(best * (1 - best) / n)
        floors = self.history.floors if self.history is not None else {}
        highest = floors.get("high_quality", (best, best))[1]
        return self.reading("high_quality") > max(best + noise, highest)

    def header(self) -> str:
        captured, quality = self.reading("modes_captured"), self.reading("high_quality")
        if math.isnan(quality):
            return ""
        quiet = self.coloured(
            "quiet",
            self.tr("captured {captured} of {modes} · high quality {share}"),
        )
        return quiet.format(
            captured=self._strong(f"{captured:g}"), modes=self.modes,
            share=self._strong(f"{100 * quality:.{int(quality >= 0.9)}f} %"),
        )  # fmt: skip

    def _strong(self, text: str) -> str:
        return f'<span style="font-weight:600">{self.coloured("data", text)}</span>'

    def note_text(self) -> str:
        """Below the bars: reverse KL, several runs, and whether the modes have shrunk."""
        value = number(self.reading("reverse_kl"))
        best = f"{100 * high_quality_ceiling:.1f} %"
        parts = [
            self.tr("high quality at best {0}").format(best),
            self.tr("reverse KL {0} nats").format(value),
        ]
        if self.scene is not None and self.scene.runs > 1:
            parts.append(self.tr("median of {0} runs, whiskers 10–90 %").format(self.scene.runs))
        if self.scene is not None and self.scene.generators > 1:
            parts.append(self.tr("all {0} generators together").format(self.scene.generators))
        if self.scene is not None and self.scene.classes:
            parts.append(self.tr("all classes together"))
        text = self.coloured("quiet", " · ".join(parts))
        if self.width() >= ROOMY * self.scale:
            text = self.coloured("quiet", self.tr("bars: share by nearest mode") + " · ") + text
        if self.shrunk:
            text += "&nbsp; " + self.coloured("action", self.tr("modes have shrunk"))
        return text

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        self.bars.set_look(palette, scale)
        self.note.setFont(small_font(scale))
        self.empty.setStyleSheet(f"color: {palette.quiet}")
        if self.history is not None:
            self.show_history(self.history)

    def retranslate(self) -> None:
        self._show_emptiness()
        self.bars.setAccessibleName(self.tr("Share of the samples on each mode"))
        self.bars.setToolTip(
            self.tr(
                "Bars: share of the samples nearest to each mode, however far away.\n"
                "Dotted: the mode's true weight.\n"
                "Captured and high quality count only samples within 3 σ of a mode."
            )
        )
        if self.history is not None:
            self.show_history(self.history)
