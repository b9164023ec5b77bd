"""Which setting an axis of a grid varies, and the values it takes."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.control_choices import Choice
from ganlab_gui.app.control_rows import readable, said
from ganlab_gui.app.control_widgets import number_text
from ganlab_gui.experiment.grid import MOST_VALUES, OWN, Axis, Range
from ganlab_gui.experiment.io import ExperimentError, flatten, validate_table
from ganlab_gui.experiment.knobs import GROUPS, Setting, is_meant, settings_of
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.views.chip import Chip, ChipFlow
from ganlab_gui.views.gridtexts import axis_name

KINDS = ("int", "float", "choice", "bool", "widths")
BOTH = {"generator_optimizer": "discriminator_optimizer", "generator": "discriminator"}
BOTH |= {other: one for one, other in BOTH.items()}


def tr(text: str) -> str:
    return QCoreApplication.translate("GridAxis", text)


def varied(experiment: Experiment) -> list[Setting]:
    """The settings that a grid over an experiment can vary."""
    return [
        setting
        for setting in settings_of(experiment)
        if setting.kind in KINDS and setting.path not in OWN and is_meant(setting, experiment)
    ]


def usual(setting: Setting, value: Any) -> tuple[float, float, int]:
    """From where to where a setting is varied at first, in how many values."""
    low, high = setting.knob.slider or (setting.low or 0.0, setting.high or 1.0)
    if setting.knob.scale == "log":
        if value is not None and low <= value <= high:
            low, high = max(low, value / 10), min(high, value * 10)
        return low, high, 3
    if setting.kind == "int":
        low = max(low, min(1.0, float(value or 0)))
        return low, min(high, max(5.0, 2.0 * float(value or 0))), 3
    tenth = (high - low) / 10  # inside where an end itself is not allowed
    low += tenth if setting.exclusive_low and low == setting.low else 0.0
    high -= tenth if setting.exclusive_high and high == setting.high else 0.0
    return low, high, 3


class AxisEditor(QWidget):
    """A setting, and its values as a list; a range from, to and count writes the list."""

    changed = Signal()

    def __init__(self, name: str, optional: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.optional = optional
        self.experiment = Experiment()
        self.settings: dict[str, Setting] = {}
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self.choice = Choice(self)
        self.choice.setObjectName(f"{name}.setting")
        self.both = QCheckBox(self)
        self.both.setObjectName(f"{name}.both")
        self.both.setChecked(True)
        self.values = QLineEdit(self)
        self.values.setObjectName(f"{name}.values")
        self.chips: dict[Any, Chip] = {}
        self.flow = ChipFlow(4)
        self.flow_room = QWidget(self)
        self.end = QWidget(self.flow_room)
        self.end.setFixedSize(1, 1)
        self.flow_room.setLayout(self.flow)
        self._arrange(self._range_row(name))
        self.choice.valueChanged.connect(self._choose)
        self.both.toggled.connect(self.changed)
        self.values.textEdited.connect(self.changed)

    def _range_row(self, name: str) -> QWidget:
        self.low, self.high, self.count = QLineEdit(self), QLineEdit(self), QSpinBox(self)
        for field, key in ((self.low, "low"), (self.high, "high"), (self.count, "count")):
            field.setObjectName(f"{name}.{key}")
        self.count.setRange(2, MOST_VALUES)
        self.log = Chip("", f"{name}.log", "text", self)
        self.from_, self.to, self.in_ = QLabel(self), QLabel(self), QLabel(self)
        self.range_room = QWidget(self)
        row = QHBoxLayout(self.range_room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for widget in (self.from_, self.low, self.to, self.high, self.in_, self.count, self.log):
            row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
        for field in (self.low, self.high):
            field.textEdited.connect(self._spread)
        self.count.valueChanged.connect(self._spread)
        self.log.toggled.connect(self._spread)
        return self.range_room

    def _arrange(self, range_row: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (self.heading, self.choice, self.both, range_row, self.values):
            column.addWidget(widget)
        column.addWidget(self.flow_room)

    # -- what the form asks ------------------------------------------------------------------------

    def set_experiment(self, experiment: Experiment, path: str) -> None:
        """Offer the settings of an experiment; choose ``path``."""
        self.experiment = experiment
        self.settings = {setting.path: setting for setting in varied(experiment)}
        self.retranslate()
        with QSignalBlocker(self.choice):
            self.choice.show_value(path if path in self.settings or not path else None)
        self._choose(path)

    def show_axis(self, axis: Axis) -> None:
        """The values of an existing grid's axis."""
        self.both.setChecked(bool(axis.also))
        setting = self.setting
        if setting is None:
            return
        if setting.kind in ("choice", "bool"):
            for raw, chip in self.chips.items():
                chip.setChecked(raw in axis.values)
        elif setting.kind == "widths":
            self.values.setText(", ".join(map(_widths, axis.values)))
        else:
            self._show_range(min(axis.values), max(axis.values), len(axis.values))
            self.values.setText(", ".join(map(_number, axis.values)))

    def retranslate(self) -> None:
        self.heading.setText(tr("Second setting") if self.optional else tr("First setting"))
        self.choice.setAccessibleName(self.heading.text())
        items: list[tuple[str, str | None, str]] = []
        if self.optional:
            items.append((tr("none"), "", ""))
        for group in GROUPS:
            own = [s for s in self.settings.values() if s.knob.group == group]
            if own:
                items.append((said(group), None, ""))
            items += [(_label(s), s.path, said(s.help)) for s in own]
        self.choice.fill(items)
        self.from_.setText(tr("from"))
        self.to.setText(tr("to"))
        self.in_.setText(tr("count"))
        self.low.setAccessibleName(tr("from"))
        self.high.setAccessibleName(tr("to"))
        self.count.setAccessibleName(tr("count"))
        self.log.describe(tr("log"), tr("Evenly spaced in their logarithms"))
        self.both.setText(tr("the same for G and D"))
        self.values.setAccessibleName(tr("Values"))
        self.values.setPlaceholderText(tr("values, parted by commas"))
        for raw, chip in self.chips.items():
            chip.describe(self._chip_text(raw), "")

    @property
    def setting(self) -> Setting | None:
        return self.settings.get(self.choice.value() or "")

    def table(self) -> dict[str, Any] | None:
        """The axis as a grid's file has it; None where there is none.

        Raises ExperimentError where a value cannot be read.
        """
        setting = self.setting
        if setting is None:
            return None
        return {"path": setting.path, "also": self._also(), "values": self._values(setting)}

    def _also(self) -> list[str]:
        other = self._partner()
        return [other] if other and self.both.isChecked() else []

    def _partner(self) -> str:
        """The other player's setting of the same name; "" where there is none."""
        table, _, leaf = (self.choice.value() or "").partition(".")
        other = f"{BOTH.get(table, '')}.{leaf}"
        return other if other in self.settings else ""

    def _values(self, setting: Setting) -> list[Any]:
        if setting.kind in ("choice", "bool"):
            return [raw for raw, chip in self.chips.items() if chip.isChecked()]
        parts = [part.strip() for part in self.values.text().replace("−", "-").split(",")]
        return [_read(setting, part) for part in parts if part]

    # -- reacting ----------------------------------------------------------------------------------

    def _choose(self, path: str) -> None:
        setting = self.setting
        kind = setting.kind if setting is not None else ""
        self.range_room.setVisible(kind in ("int", "float"))
        self.values.setVisible(kind in ("int", "float", "widths"))
        self.flow_room.setVisible(kind in ("choice", "bool"))
        self.both.setVisible(bool(self._partner()))
        if setting is not None:
            self._begin(setting, flatten(self.experiment).get(setting.path))
        self.changed.emit()

    def _begin(self, setting: Setting, value: Any) -> None:
        """The values a setting has at first."""
        for chip in self.chips.values():
            self.flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = {}
        self.flow.removeWidget(self.end)
        if setting.kind in ("choice", "bool"):
            raws: tuple[Any, ...] = setting.choices or (False, True)
            for number, raw in enumerate(raws):
                name = f"{self.objectName()}.{raw}"
                chip = Chip(self._chip_text(raw), name, "text", self.flow_room)
                chip.setChecked(raw == value or len(raws) <= 4 or number < 3)
                chip.toggled.connect(self.changed)
                self.flow.addWidget(chip)
                chip.show()
                self.chips[raw] = chip
            self.flow.addWidget(self.end)  # the last one of a flow keeps to the right
        elif setting.kind == "widths":
            base = list(value or (32, 32))
            self.values.setText(", ".join(_widths(w) for w in (base[:1], base)))
        else:
            with QSignalBlocker(self.log):
                self.log.setChecked(setting.knob.scale == "log")
            self._show_range(*usual(setting, value))
            self._spread()

    def _show_range(self, low: float, high: float, count: int) -> None:
        whole = self.setting is not None and self.setting.kind == "int"
        for field, end in ((self.low, low), (self.high, high)):
            field.setText(str(round(end)) if whole else number_text(end))
        with QSignalBlocker(self.count):
            self.count.setValue(count)

    def _chip_text(self, raw: Any) -> str:
        if isinstance(raw, bool):
            return tr("on") if raw else tr("off")
        return readable(raw)

    def _spread(self) -> None:
        """Write the range as a list; a range that is none leaves the list as it is."""
        setting = self.setting
        if setting is None or setting.kind not in ("int", "float"):
            return
        try:
            ends = [float(f.text().replace("−", "-")) for f in (self.low, self.high)]
            table = {"low": ends[0], "high": ends[1], "count": self.count.value()}
            scale = "log" if self.log.isChecked() else "linear"
            found = validate_table(Range, table | {"scale": scale}, "range")
        except (ValueError, ExperimentError):
            return
        numbers = found.values(setting.kind == "int")
        self.values.setText(", ".join(_number(v) for v in numbers))
        self.changed.emit()


def _label(setting: Setting) -> str:
    """A setting's name, with its player where it is one's."""
    return axis_name(Axis(path=setting.path, values=(0,)))


def _number(value: float) -> str:
    """A number that reads back as it was."""
    short = number_text(value)
    return short if float(short) == value else repr(value)


def _widths(widths: list[int]) -> str:
    return " · ".join(map(str, widths)) or "0"


def _read(setting: Setting, text: str) -> Any:
    """One value of a list; raises ExperimentError."""
    try:
        if setting.kind == "widths":
            widths = [int(part) for part in text.replace("·", " ").split()]
            return [] if widths == [0] else widths
        value = float(text)
        if setting.kind == "float":
            return value
        if value == round(value):
            return round(value)
    except (ValueError, OverflowError):
        pass
    wanted = {
        "int": tr("a whole number"), "float": tr("a number"), "widths": tr("widths such as 32 · 32")
    }[setting.kind]  # fmt: skip
    line = tr("{0}: “{1}” is not {2}.").format(said(setting.knob.label), text, wanted)
    raise ExperimentError([line])
