"""The mode history: mode by step as an image, in which one sees the generator hop."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History, Table
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import Palette
from ganlab_gui.views.digest import block_size
from ganlab_gui.views.plotting import blend
from ganlab_gui.views.steps import StepsView, rows_between

MOST_COLUMNS = 600
ROOMY = 200
"""Height from which on there is room for a menu above the image."""
JUDGED = 2_000
"""The sentence in the header rests on the last quarter of the readings in sight, at most these."""
LEAST = 8
"""And at least these: fewer readings say nothing."""


class ModeHistoryView(StepsView):
    """A row a mode, top down; a column is the chosen run's mean share over the steps it covers."""

    name = "mode_history"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = pg.ImageItem(axisOrder="row-major")
        self.plot.axes["left"].whole = True
        self.plot.time.invertY(True)
        self.plot.time.addItem(self.image, ignoreBounds=True)
        self.empty = QLabel(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.addWidget(self.empty)
        self.sentence = ""
        self.row.addWidget(self.menu)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Mode history")

    def suits(self, scene: Scene) -> bool:
        return scene.modes > 1

    @property
    def modes(self) -> int:
        return self.scene.modes if self.scene is not None else 0

    def table(self, history: History) -> Table:
        return history.shares

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.image.clear()
        self.sentence = ""
        self.plot.set_values("left", 0.5, max(self.modes, 1) + 0.5)
        self._show_emptiness()
        self.header_changed.emit("")

    def _show_emptiness(self) -> None:
        self.plot.setVisible(self.modes > 0)
        self.menu.setVisible(self.modes > 0 and self.height() >= ROOMY * self.scale)
        self.empty.setVisible(self.modes == 0)
        self.empty.setText(
            self.tr("Starting…")
            if self.scene is None
            else self.tr("This data has no separate modes.")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_emptiness()

    def set_run(self, run: int) -> None:
        super().set_run(run)
        self.redraw()

    def show_history(self, history: History) -> None:
        if self.modes and history.modes == self.modes:
            super().show_history(history)

    def draw(self, history: History, low: float, high: float) -> None:
        room = self.plot.marks.stretch() * self.modes
        self.plot.set_values("left", 0.5 - room, self.modes + 0.5)
        steps = history.shares.steps
        first, last = rows_between(history.shares, low, high)
        if last <= first:
            self.image.clear()
            self.sentence = ""
            return
        columns = int(np.clip(self.plot.time.width(), 50, MOST_COLUMNS))
        size = block_size(last - first, columns)
        start = first // size * size
        shares = self._blocks(history.shares, start, last, size)
        ends = np.minimum(np.arange(start + size, last + size, size), last) - 1
        place = np.searchsorted(steps[ends], np.linspace(low, high, columns))
        known = place < len(ends)
        image = np.zeros((self.modes, columns), np.float32)
        image[:, known] = np.nan_to_num(shares[:, place[known]])
        self.image.setImage(image, autoLevels=False, levels=(0.0, 1.0))
        self.image.setRect(QRectF(low, 0.5, high - low, self.modes))
        count = min(JUDGED, max(LEAST, (last - first) // 4))
        judged = history.shares.values[max(first, last - count) : last, self.run]
        self.sentence = self._sentence(judged)

    def _blocks(self, table: Table, start: int, last: int, size: int) -> NDArray[Any]:
        """(M, B) mean shares of the chosen run."""
        blocks = self.digest.blocks(table, "", start, last, size, self.run)
        return blocks.moving_mean(1)[:, 0].T

    def _sentence(self, shares: NDArray[Any]) -> str:
        """What the readings (T, M) in sight say; see `verdict`."""
        weights = None if self.scene is None else self.scene.weights
        kind, modes = verdict(
            shares, np.ones(self.modes) / self.modes if weights is None else weights
        )
        return {
            "none": "",
            "hops": self.tr("the generator hops"),
            "stays": self.tr("the generator stays on one mode"),
            "all": self.tr("spread over all modes"),
            "some": self.tr("spread over {0} of {1} modes").format(modes, self.modes),
            "nowhere": self.tr("on no mode"),
        }[kind]

    def header(self) -> str:
        parts = [self.sentence] if self.sentence else []
        if self.scene is not None and self.scene.runs > 1:
            parts.append(self.tr("run {0} of {1}").format(self.run + 1, self.scene.runs))
        return self.coloured("quiet", " · ".join(parts)) if parts else ""

    def set_theme(self, palette: Palette, scale: float) -> None:
        shades = [blend(palette.panel, palette.generated, s**0.5) for s in np.linspace(0, 1, 256)]
        self.image.setLookupTable(
            np.array([(c.red(), c.green(), c.blue()) for c in shades], np.uint8)
        )
        super().set_theme(palette, scale)
        self.empty.setStyleSheet(f"color: {palette.quiet}")

    def retranslate(self) -> None:
        self._show_emptiness()
        self.plot.setToolTip(
            self.tr(
                "A row for each mode, a column for some steps: the mean share over them.\n"
                "The colour grows with the square root of the share: small shares are seen.\n"
                "“Hops”: in sight, the mode with most samples changed 3 times or more "
                "while it usually had over 60 %."
            )
        )
        super().retranslate()


def verdict(shares: NDArray[Any], weights: NDArray[Any]) -> tuple[str, int]:
    """What readings (T, M) of the shares say, and on how many modes the generator usually is.

    "hops": the mode with most samples changed at least 3 times and usually (in the median) had
    over 60 % of them; "stays": it had as much, changed less often, and no other mode was taken;
    otherwise a mode counts as taken when it has half its true weight or more, and the median number
    of those makes "all", "some" or "nowhere". "none": one mode, or fewer than LEAST readings of
    finite samples.
    """
    shares = shares[np.isfinite(shares).all(axis=1) & (shares.sum(axis=1) > 0)]
    if len(shares) < LEAST or len(weights) < 2:
        return "none", 0
    taken = int(np.median((shares >= 0.5 * weights).sum(axis=1)))
    tops, most = shares.argmax(axis=1), shares.max(axis=1)
    clear = tops[most > 0.6]
    if np.median(most) > 0.6:
        if np.count_nonzero(np.diff(clear)) >= 3:
            return "hops", taken
        if taken <= 1:
            return "stays", taken
    kind = "all" if taken == len(weights) else "some" if taken else "nowhere"
    return kind, taken
