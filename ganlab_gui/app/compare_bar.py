"""The slim bar over two stages: what their settings differ in; and whose settings are edited."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ganlab_gui.app.icons import icon
from ganlab_gui.app.transport import Elided
from ganlab_gui.experiment.differences import Difference, differences
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import Palette
from ganlab_gui.views.chip import Chip
from ganlab_gui.views.marks import plain
from ganlab_gui.views.steps import edit_label, readable, told

SIDES = ("a", "b", "both")


def tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)


class CompareBar(QFrame):
    """The differing settings, whether the seed is the same, and the way back to A alone."""

    left_ = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setObjectName("compare.bar")
        self.heading = QLabel(self)
        self.heading.setProperty("role", "quiet")
        self.text = Elided(self)
        self.text.setObjectName("compare.differences")
        self.same_seed = Chip("", "compare.same_seed", parent=self)
        self.close_ = QToolButton(self)
        self.close_.setObjectName("compare.leave")
        self.close_.setAutoRaise(True)
        self.close_.clicked.connect(self.left_)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.heading)
        row.addWidget(self.text, 1)
        row.addWidget(self.same_seed)
        row.addWidget(self.close_)

    def show_differences(self, a: Experiment, b: Experiment) -> None:
        """Write what tells two experiments apart."""
        found = [said(d) for d in differences(a, b)]
        self.text.set_whole(" · ".join(found) or tr("no setting: both are the same experiment"))
        self.text.setToolTip("\n".join(found))

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.close_.setIcon(icon("close", palette, scale))

    def retranslate(self, same_seed: bool) -> None:
        self.heading.setText(tr("A | B differ in"))
        self.same_seed.describe(
            tr("same seed"), tr("B begins with A's seed: the same first weights and draws")
        )
        with QSignalBlocker(self.same_seed):
            self.same_seed.setChecked(same_seed)
        self.close_.setToolTip(tr("Back to A alone"))
        self.close_.setAccessibleName(tr("Back to A alone"))


class SideSwitch(QFrame):
    """Whose settings are shown and edited: A's, B's, or A's with every edit made to both."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setObjectName("compare.switch")
        self.label = QLabel(self)
        self.label.setProperty("role", "quiet")
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self.label, 1)
        self.chips: dict[str, Chip] = {}
        for side in SIDES:
            chip = self.chips[side] = Chip("", f"compare.side.{side}", "ground", self)
            self.group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, side=side: self.chosen.emit(side))

    def retranslate(self, side: str) -> None:
        self.label.setText(tr("Settings of"))
        both = tr("A's are shown; what is changed here is changed on both sides")
        for key, text, tip in (
            ("a", "A", tr("Edit A's settings")),
            ("b", "B", tr("Edit B's settings")),
            ("both", tr("both"), both),
        ):
            self.chips[key].describe(text, tip)
        self.chips[side].setChecked(True)


def said(difference: Difference) -> str:
    """A difference in the words of the controls: "k 1 | 5"."""
    if difference.path == "data.name":
        label = tr("data")
    else:
        knob = difference.setting.knob if difference.setting else None
        label = edit_label(difference.path, knob.label if knob else "")
    a, b = (_value(difference, value) for value in (difference.a, difference.b))
    return f"{label} {a} | {b}"


def _value(difference: Difference, value: Any) -> str:
    if value is None:
        return "–"
    if difference.setting is None and isinstance(value, str):
        return readable(value)
    return plain(told(value, difference.setting))
