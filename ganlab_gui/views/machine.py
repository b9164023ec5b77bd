"""The machine at work: the model as a data-flow picture, live, or one stage of a step at a time."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.dissection import LEVELS, Dissection
from ganlab_gui.lab.history import History
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot
from ganlab_gui.pages.machine import Moment
from ganlab_gui.pages.machine_moments import of_dissection, of_snapshot, stage_name
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.chip import Chip
from ganlab_gui.views.ground import GROUNDS, GroundScale
from ganlab_gui.views.machine_bar import WalkBar
from ganlab_gui.views.machine_picture import MachinePicture
from ganlab_gui.views.machine_strip import StageStrip
from ganlab_gui.views.machine_walk import Walk
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.plotting import small_font

POINTS = 200
CELLS = {1: 96, 2: 40}
"""Points a side of D's grid in a live picture, by the data's dimension."""
PATIENCE = 5
"""Units that a walk waits for a new step before it gives up."""
LARGER, MOST_LARGER = 1.2, 1.35
"""Size of the sentence, in small texts, and how much larger it gets in a wide panel."""
WIDE = 560
"""Pixels from which on it grows."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Page", text)


class MachineView(OneRunView):
    """Live while training plays; stepping, it walks through the stages of the steps taken apart.

    ``step_asked`` asks for one more step, taken apart; `show_dissections` brings it.
    """

    name: ClassVar[str] = "machine"

    step_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.walk = Walk()
        self.history: History | None = None
        self._held: GroundScale | None = None
        self._waiting = 0
        self._sentence_px = 0
        self.picture = MachinePicture("machine.picture", self)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("machine.sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.strip = StageStrip("machine.strip", self)
        self.bar = WalkBar("machine.bar", self)
        self.now_chip = Chip("", "machine.now", "text", self)
        self.now_chip.setCheckable(False)
        self.now_chip.clicked.connect(self.go_live)
        row = QHBoxLayout()
        row.addWidget(self.strip, 1)
        row.addWidget(self.now_chip)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._tick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.chips)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.sentence)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        self.chips.add_widget(self.chooser)
        self.chips.hide()
        self.bar.back_asked.connect(self.back)
        self.bar.forward_asked.connect(self.forward)
        self.bar.play_asked.connect(self.toggle_walk)
        self.bar.toggled.connect(self._level)
        self.bar.pace_changed.connect(self._pace)
        self.strip.chosen.connect(self._jump)
        self.bar.check(self.walk.level)
        self.set_theme(self.palette_, self.scale)
        self.retranslate()

    # -- what the window asks ----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Machine")

    def needs(self) -> Needs:
        cells = CELLS.get(self.scene.dim, 0) if self.scene is not None else 0
        return Needs(frozenset({"samples", "d"}), POINTS, cells, (self.run,))

    def readings(self) -> list[str]:
        moment = self.picture.moment
        if moment is None:
            return []
        return [self.coloured("quiet" if self.walk.live else "action", moment.headline)]

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.walk.forget()
        self.stop_walk()
        self.history, self._held = None, None
        self.chips.setVisible(scene.runs > 1)
        self.retranslate()
        self.draw()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self._held is None or self._held.reading != snapshot.reading:
            self._held = GroundScale(GROUNDS["d"], snapshot.reading)
        newer = not self.walk.found or snapshot.step > self.walk.found[-1].step
        if newer and not self.walk.pinned and not self.walk.live:
            self.walk.go_live()
        if self.walk.live:
            self.draw()

    def show_history(self, history: History) -> None:
        self.history = history
        super().show_history(history)
        if self.walk.live:
            self.draw()

    def set_run(self, run: int) -> None:
        super().set_run(run)
        self.go_live()

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        self.picture.set_theme(palette, scale)
        self.strip.set_theme(palette, scale)
        self.bar.set_theme(palette, scale)
        self._write_larger()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_larger()

    def _write_larger(self) -> None:
        """The sentence grows with the picture, as the words in it do."""
        grown = min(max(self.width() / (WIDE * self.scale), 1.0), MOST_LARGER)
        font = small_font(LARGER * self.scale * grown)
        if font.pixelSize() == self._sentence_px:
            return
        self._sentence_px = font.pixelSize()
        self.sentence.setFont(font)
        self.sentence.setStyleSheet(f"font-size: {font.pixelSize()}px;")
        self.sentence.ensurePolished()
        self.sentence.setMinimumHeight(round(2.1 * self.sentence.fontMetrics().height()))

    def retranslate(self) -> None:
        super().retranslate()
        tips = {
            "iteration": (self.tr("iteration"), self.tr("A whole step at once")),
            "update": (self.tr("D, G step"), self.tr("One update of one player at once")),
            "stage": (
                self.tr("stage"), self.tr("Sample, forward, loss, backward, update"),
            ),
        }  # fmt: skip
        for key, (text, tip) in tips.items():
            self.bar.label(key, text, tip)
        self.now_chip.setToolTip(self.tr("Back to the newest step: training stays as it is"))
        self.bar.template = self.tr("{0} s each")
        self.bar.set_pace(self.bar.pace)
        names = {
            "back": self.tr("Back, also into earlier steps (,)"),
            "play": self.tr("Walk on by itself, or stop (Shift+Space)"),
            "forward": self.tr("Forward; at the end, train one more step (.)"),
        }
        for key, text in names.items():
            self.bar.buttons[key].setToolTip(text)
            self.bar.buttons[key].setAccessibleName(text)
        self.bar.slider.setToolTip(self.tr("How long each is shown: 0.3 to 10 seconds"))
        self.bar.slider.setAccessibleName(self.tr("Pace"))
        self.bar.set_theme(self.palette_, self.scale)
        self.draw()

    def options(self) -> dict[str, Any]:
        return {
            "run": self.run, "level": self.walk.level, "pace": round(self.bar.pace, 2),
            "moment": self.picture.moment,
        }  # fmt: skip

    def set_options(self, options: dict[str, Any]) -> None:
        if options.get("level") in LEVELS:
            self.bar.check(options["level"])
        if "pace" in options:
            self.bar.set_pace(float(options["pace"]))

    # -- walking -----------------------------------------------------------------------------------

    def show_dissections(self, found: Sequence[Dissection]) -> None:
        """The kept steps taken apart, with a new one at the end."""
        own = [d for d in found if d.run == self.run]
        if not own:
            return
        self.walk.take(own, from_start=self._waiting > 0)
        self._waiting = 0
        self.draw()

    def forward(self) -> None:
        """The next unit; where there is none, one more step."""
        if self._waiting:
            return
        if self.walk.forward():
            self._pin()
            self.draw()
        else:
            self._waiting = 1
            self.step_asked.emit()

    def back(self) -> None:
        """The unit before, also of earlier steps."""
        self.stop_walk()
        if self.walk.back():
            self._pin()
            self.draw()

    def go_live(self) -> None:
        """The newest picture again."""
        self.stop_walk()
        self.walk.go_live()
        self.draw()

    def toggle_walk(self) -> None:
        """Walk on by itself at the chosen pace, or stop."""
        if self.timer.isActive():
            self.stop_walk()
        else:
            self.timer.start(round(1000 * self.bar.pace))
            self.bar.show_playing(True)
            self.forward()

    def stop_walk(self) -> None:
        self.timer.stop()
        self._waiting = 0
        self.bar.show_playing(False)

    def _tick(self) -> None:
        if self._waiting > PATIENCE or not self.isVisible():
            self.stop_walk()
        elif self._waiting:
            self._waiting += 1
        else:
            self.forward()

    def _pin(self) -> None:
        """Stay in the past where training has gone on since."""
        newest = -1 if self._snapshot is None else self._snapshot.step
        self.walk.pinned = bool(self.walk.found) and newest > self.walk.found[-1].step

    def _jump(self, stage: int) -> None:
        self.walk.go_to(stage)
        self._pin()
        self.draw()

    def _level(self, key: str, on: bool) -> None:
        for level in LEVELS:
            if on and key == level:
                self.walk.set_level(level)
                self.draw()

    def _pace(self, seconds: float) -> None:
        if self.timer.isActive():
            self.timer.setInterval(round(1000 * seconds))

    # -- drawing -----------------------------------------------------------------------------------

    def moment(self) -> Moment | None:
        """What is to be seen now; None before an experiment."""
        if self.scene is None or self.experiment is None:
            return None
        here = self.walk.here
        if here is not None:
            return of_dissection(*here, self.settings, self.scene, tr)
        history = self.history or History(self.scene.runs)
        span = None
        snapshot = self._snapshot
        if snapshot is not None and snapshot.d is not None and self._held is not None:
            span = self._held.update(snapshot.d[snapshot.index(self.run)])
        return of_snapshot(snapshot, self.run, history, self.settings, self.scene, tr, span)

    def draw(self) -> None:
        """Show where one stands."""
        moment = self.moment()
        if moment is None:
            return
        self.picture.show_moment(moment)
        self.sentence.setText(moment.sentence)
        here = self.walk.here
        words = {name: stage_name(name, tr) for name in
                 ("sample", "forward", "loss", "backward", "update")}  # fmt: skip
        found, at = here if here is not None else (None, range(0))
        self.strip.show_place(found, at, words)
        past = not self.walk.newest
        self.now_chip.setVisible(past)
        if past:
            newest = max(self.walk.found[-1].step, self._snapshot.step if self._snapshot else 0)
            later = self.tr("now: step {0}").format(thousands(newest))
            same = here is not None and here[0].step == newest
            self.now_chip.setText(self.tr("now") if same else later)
        self.tell_header()
