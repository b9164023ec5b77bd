"""The slider of the kernel estimate's width, even in its logarithm."""

import math
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

WIDTHS = (0.002, 0.2)
"""Narrowest and widest kernel, as shares of the picture's width."""


class KernelSlider(QSlider):
    """Gives ``bandwidth``, in data units, for a picture ``extent`` wide."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setRange(0, 100)
        self.setValue(40)
        self.hide()
        self.extent = 1.0
        self.template = "%1"
        """The tooltip, in which %1 stands for the width."""

    @property
    def bandwidth(self) -> float:
        low, high = (math.log(w) for w in WIDTHS)
        return float(f"{self.extent * math.exp(low + (high - low) * self.value() / 100):.3g}")

    def retip(self, *_: Any) -> None:
        """Say the width in the tooltip."""
        self.setToolTip(self.template.replace("%1", f"{self.bandwidth:.3g}"))
