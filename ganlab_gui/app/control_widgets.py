"""The editors a setting can have, but for ``control_choices``.

Each has ``value``, ``setValue`` and ``valueChanged``, and ``show_value``, which is silent.
"""

import math
import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ganlab_gui.app.control_base import BoxEditor, Editor, Slider
from ganlab_gui.app.control_scales import Track

SPACES = re.compile(r"[\s\u2009\u202f\u00a0]+")
SEPARATORS = re.compile(r"[\s\u2009·,;×]+")
SETTLE_MS = 400
"""How long after the last step of a slider by key or wheel the edit counts as one."""


class NumberControl(BoxEditor):
    """A slider where the number has a track, and a box that takes any number.

    ``whole`` numbers stay integers; ``off`` is shown, and may be typed, as that word.
    """

    BOX_WIDTH = 66
    """Room for six digits."""

    def __init__(
        self,
        track: Track | None,
        whole: bool = False,
        off: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.track, self.whole, self.off = track, whole, off
        self.slider = Slider(track.last, self) if track else None
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.typed.connect(self._type)
        self.box.stepped.connect(self._step)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.finished)
        if self.slider:
            self.line.addWidget(self.slider, 1)
            self.slider.valueChanged.connect(self._slide)
            self.slider.sliderReleased.connect(self.finished)
            self.setFocusProxy(self.slider)
            QWidget.setTabOrder(self.slider, self.box)
        self.line.addWidget(self.box, 0 if self.slider else 1)
        self.set_scale(1.0)

    @property
    def dragging(self) -> bool:
        return self.slider is not None and self.slider.isSliderDown()

    def set_scale(self, scale: float) -> None:
        self.line.setSpacing(round(8 * scale))
        if self.slider:
            self.box.setFixedWidth(round(self.BOX_WIDTH * scale))

    def show_value(self, value: Any) -> None:
        self._value = value
        self.box.show_text(self._text(value))
        if self.slider and self.track:
            with QSignalBlocker(self.slider):
                self.slider.setValue(self.track.place(value))

    def _text(self, value: float) -> str:
        if self.off is not None and value == self.off:
            return self.tr("off")
        return str(value) if self.whole else number_text(value)

    def _slide(self, place: int) -> None:
        assert self.track is not None
        value = self._typed(self.track.value(place))
        if value == self._value:
            return
        self._value = value
        self.box.show_text(self._text(value))
        self.valueChanged.emit(value)
        if not self.dragging:
            self._settled.start()

    def _step(self, direction: int) -> None:
        """One place up or down from the box, past the slider's ends by whole numbers only."""
        if self.slider and self.track and self.track.place(self._value) + direction >= 0:
            self.slider.setValue(self.slider.value() + direction)
        elif self.slider is None and self.whole:
            self.setValue(self._value + direction)

    def _type(self, text: str) -> None:
        plain = SPACES.sub("", text).lower().replace("−", "-")
        if self.off is not None and plain in ("off", self.tr("off").lower()):
            value = self._typed(self.off)
        else:
            try:
                value = self._typed(float(plain))
            except (ValueError, OverflowError):
                wanted = self.tr("a whole number") if self.whole else self.tr("a number")
                self.refused.emit(
                    self.tr("“{text}” is not {wanted}.").format(text=text, wanted=wanted)
                )
                return
        if value == self._value:
            self.box.restore()
        else:
            self.setValue(value)

    def _typed(self, value: float) -> float | int:
        if not math.isfinite(value):
            raise ValueError(value)
        if not self.whole:
            return value
        if value != round(value):
            raise ValueError(value)
        return round(value)


class ListControl(BoxEditor):
    """Numbers in one text field: ``128 · 128``; commas, semicolons and spaces separate too."""

    def __init__(self, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = whole
        self.box.typed.connect(self._type)
        self.line.addWidget(self.box)

    def show_value(self, value: Any) -> None:
        self._value = tuple(value)
        self.box.show_text(" · ".join(number_text(v) for v in self._value))

    def setValue(self, value: Any) -> None:
        super().setValue(tuple(value))

    def text(self) -> str:
        """The field's text."""
        return self.box.text()

    def setText(self, text: str) -> None:
        """Enter a text as if it were typed."""
        self.box.setText(text)
        self._type(text)

    def _type(self, text: str) -> None:
        parts = [p for p in SEPARATORS.split(text.replace("−", "-")) if p]
        number: Callable[[str], float] = int if self.whole else float
        try:
            value = tuple(number(p) for p in parts)
        except ValueError:
            wanted = self.tr("whole numbers") if self.whole else self.tr("numbers")
            self.refused.emit(
                self.tr("“{text}” is not a row of {wanted}, such as {example}.").format(
                    text=text, wanted=wanted, example="128 · 128" if self.whole else "-2 · 2"
                )
            )
            return
        if value == self._value:
            self.box.restore()
        else:
            self.setValue(value)


class FileControl(BoxEditor):
    """A path, typed or browsed for."""

    FILTER = "CSV, TSV, NPZ (*.csv *.tsv *.txt *.npz);;* (*)"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton("…", self)
        self.box.typed.connect(self.setValue)
        self.button.clicked.connect(self.browse)
        self.line.addWidget(self.box, 1)
        self.line.addWidget(self.button)
        self.line.setSpacing(4)

    def show_value(self, value: Any) -> None:
        self._value = value
        self.box.show_text(value)

    def text(self) -> str:
        """The path."""
        return self.box.text()

    def setText(self, text: str) -> None:
        """Enter a path."""
        self.setValue(text)

    def browse(self) -> None:
        """Open the file dialog; it does not block."""
        ask_for_table(self, self._value, self.setValue)


class CountButton(Editor):
    """A value with an editor of its own elsewhere: a button that says how much there is."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.asked)
        self.setFocusProxy(self.button)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)

    def fields(self) -> list[QWidget]:
        return [self.button]

    def show_value(self, value: Any) -> None:
        self._value = value
        self.button.setText(self.tr("Draw… ({count})").format(count=len(value)))


def number_text(value: float) -> str:
    """A number as short as it can be said: 1e-3, 0.02, 1.0, 128, 0.9999."""
    if isinstance(value, int):
        return str(value)
    if value and (abs(value) < 0.01 or abs(value) >= 1e5):
        mantissa, exponent = f"{value:.3e}".split("e")
        return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}"
    text = f"{value:.4g}"
    return text if "." in text or abs(value) >= 10 else f"{text}.0"


def ask_for_table(parent: QWidget, start: str, then: Callable[[str], None]) -> None:
    """A file dialog for data that does not block; ``then`` gets the path chosen, if one is."""
    dialog = QFileDialog(parent, parent.tr("Choose data"), start, FileControl.FILTER)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(then)
    dialog.open()
