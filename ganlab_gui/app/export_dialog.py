"""How a figure is exported: type, size, resolution, text size, theme."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
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

    def __init__(self, name: str, title: str, theme: str, parent: QWidget | None = None) -> None:
        """``title`` says what is exported, in the user's language."""
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(tr("Export figure") + f": {title}")
        self.setMinimumWidth(26 * self.fontInfo().pixelSize())
        self._kind, self._unit, self._theme = QComboBox(), QComboBox(), QComboBox()
        for kind in KINDS:
            self._kind.addItem(kind.upper(), kind)
        self._unit.addItem(tr("millimetres"), "mm")
        self._unit.addItem(tr("pixels"), "px")
        self._theme.addItem(tr("Light"), "light")
        self._theme.addItem(tr("Dark"), "dark")
        self._theme.setCurrentIndex(self._theme.findData("light" if theme == "light" else theme))
        whole = name == "page"
        self._mm = [170.0, 200.0] if whole else [120.0, 90.0]
        self._width, self._height = self._length(0), self._length(1)
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
        self._words = QCheckBox(tr("caption and LaTeX beside it"))
        self._words.setObjectName("export.words")
        self._words.setToolTip(
            tr("NAME.txt: a caption made from the settings. NAME.tex: the figure for LaTeX.")
        )
        form.addRow(tr("With"), self._words)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self._unit.currentIndexChanged.connect(self._show)
        self._dpi.valueChanged.connect(self._measure)

    def _length(self, side: int) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(10, 20_000)
        box.setDecimals(0)
        box.setValue(self._mm[side])
        box.valueChanged.connect(self._measure)
        return box

    def _per_mm(self) -> float:
        """Shown units to a millimetre."""
        return self._dpi.value() / MM_PER_INCH if self._unit.currentData() == "px" else 1.0

    def _measure(self) -> None:
        """Take the size as shown."""
        self._mm = [box.value() / self._per_mm() for box in (self._width, self._height)]

    def _show(self) -> None:
        """Show the same size in another unit; what is rounded for it is not taken back."""
        for box, length in zip((self._width, self._height), self._mm, strict=True):
            with QSignalBlocker(box):
                box.setValue(length * self._per_mm())

    def kind(self) -> str:
        kind: str = self._kind.currentData()
        return kind

    def words(self) -> bool:
        """Whether caption and LaTeX are wanted."""
        return self._words.isChecked()

    def style_of_figure(self) -> "Style":
        from ganlab_gui.figures import Style

        return Style(
            palette=PALETTES[self._theme.currentData()],
            font_size=self._font.value(),
            width_mm=self._mm[0],
            height_mm=self._mm[1],
            dpi=self._dpi.value(),
            translate=of_figure,
        )
