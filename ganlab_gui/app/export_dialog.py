"""How a figure is exported: type, size, resolution, text size, theme."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from ganlab_gui.app.language import of_figure
from ganlab_gui.palette import PALETTES

if TYPE_CHECKING:
    from ganlab_gui.figures import Style

KINDS = ("pdf", "svg", "png")
MM_PER_INCH = 25.4


def tr(text: str) -> str:
    return QCoreApplication.translate("ExportDialog", text)


class ExportDialog(QDialog):
    """Sizes in millimetres for paper, or in pixels for slides.

    Both describe the same figure, through the resolution.
    """

    def __init__(self, name: str, theme: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(tr("Export figure"))
        self._kind, self._unit, self._theme = QComboBox(), QComboBox(), QComboBox()
        for kind in KINDS:
            self._kind.addItem(kind.upper(), kind)
        self._unit.addItem(tr("millimetres"), "mm")
        self._unit.addItem(tr("pixels"), "px")
        self._theme.addItem(tr("Light"), "light")
        self._theme.addItem(tr("Dark"), "dark")
        self._theme.setCurrentIndex(self._theme.findData("light" if theme == "light" else theme))
        whole = name == "page"
        self._width = self._length(170 if whole else 120)
        self._height = self._length(200 if whole else 90)
        self._dpi = QSpinBox()
        self._dpi.setRange(50, 1200)
        self._dpi.setValue(300)
        self._font = QDoubleSpinBox()
        self._font.setRange(4, 40)
        self._font.setValue(8)
        self._font.setSuffix(" pt")
        form = QFormLayout(self)
        rows = (
            ("kind", tr("File type"), self._kind), ("unit", tr("Unit"), self._unit),
            ("width", tr("Width"), self._width), ("height", tr("Height"), self._height),
            ("dpi", tr("Dots per inch"), self._dpi), ("font", tr("Text size"), self._font),
            ("theme", tr("Theme"), self._theme),
        )  # fmt: skip
        for key, label, widget in rows:
            widget.setObjectName(f"export.{key}")
            form.addRow(label, widget)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self._unit.currentIndexChanged.connect(self._convert)

    @staticmethod
    def _length(value: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(10, 20_000)
        box.setDecimals(0)
        box.setValue(value)
        return box

    def _convert(self) -> None:
        per_mm = self._dpi.value() / MM_PER_INCH
        factor = per_mm if self._unit.currentData() == "px" else 1 / per_mm
        for box in (self._width, self._height):
            box.setValue(box.value() * factor)

    def kind(self) -> str:
        kind: str = self._kind.currentData()
        return kind

    def style_of_figure(self) -> "Style":
        from ganlab_gui.figures import Style

        factor = 1.0 if self._unit.currentData() == "mm" else MM_PER_INCH / self._dpi.value()
        return Style(
            palette=PALETTES[self._theme.currentData()],
            font_size=self._font.value(),
            width_mm=self._width.value() * factor,
            height_mm=self._height.value() * factor,
            dpi=self._dpi.value(),
            translate=of_figure,
        )
