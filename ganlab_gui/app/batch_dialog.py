"""Which lesson's figures are drawn, and how."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from ganlab_gui.app.export_dialog import KINDS
from ganlab_gui.experiment.lessons import Lesson, lesson_names, open_lesson

if TYPE_CHECKING:
    from ganlab_gui.app.batch import Look


def tr(text: str) -> str:
    return QCoreApplication.translate("BatchDialog", text)


class BatchDialog(QDialog):
    """``lesson`` is the one under way, chosen at first; figures speak the window's language."""

    def __init__(
        self, lesson: Lesson | None, theme: str, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("batch")
        self.setWindowTitle(tr("Figures of a whole lesson"))
        self.setMinimumWidth(30 * self.fontInfo().pixelSize())
        self._language = language
        self._lesson, self._kind, self._theme = QComboBox(), QComboBox(), QComboBox()
        for name in lesson_names():
            found = open_lesson(name)
            self._lesson.addItem(found.title.of(language), name)
            if found == lesson:
                self._lesson.setCurrentIndex(self._lesson.count() - 1)
        for kind in KINDS:
            self._kind.addItem(kind.upper(), kind)
        self._theme.addItem(tr("Light"), "light")
        self._theme.addItem(tr("Dark"), "dark")
        self._theme.setCurrentIndex(self._theme.findData(theme))
        self._steps = QSpinBox()
        self._steps.setRange(0, 1_000_000)
        self._steps.setSingleStep(500)
        self._steps.setSpecialValueText(tr("as its promise says"))
        form = QFormLayout(self)
        for key, label, widget in (
            ("lesson", tr("Lesson"), self._lesson), ("kind", tr("File type"), self._kind),
            ("theme", tr("Theme"), self._theme), ("steps", tr("Train each for"), self._steps),
        ):  # fmt: skip
            widget.setObjectName(f"batch.{key}")
            form.addRow(label, widget)
        hint = QLabel(
            tr(
                "Every page and every trained experiment gets a folder with its figures, captions"
                " and LaTeX; index.html and index.tex list them. It may take minutes; the window"
                " stays free meanwhile."
            ),
            wordWrap=True,
        )
        hint.setProperty("role", "small")
        form.addRow(hint)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def chosen(self) -> tuple[list[str], int | None, "Look"]:
        """Names, steps (None: as promised) and look, as `app.batch.draw_named` takes them."""
        from ganlab_gui.app.batch import Look

        look = Look(self._kind.currentData(), self._theme.currentData(), self._language)
        return [self._lesson.currentData()], self._steps.value() or None, look
