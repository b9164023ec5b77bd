"""The guide, in the window's language, and the diagnostics to copy into a report."""

from PySide6.QtCore import QCoreApplication, QSize, QUrl
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui import doctor
from ganlab_gui.app.theme import SIZES
from ganlab_gui.resources import resource


def tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


class Guide(QDialog):
    """The help text of ``resources/help``, one Markdown file a language."""

    def __init__(self, parent: QWidget, language: str) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(tr("Guide"))
        size = QSize(820, 720) * self.fontInfo().pixelSize() / SIZES["body"]
        self.resize(size.boundedTo(self.screen().availableSize() - QSize(60, 60)))
        page = QTextBrowser(self)
        page.setOpenExternalLinks(True)
        folder = resource("help")
        page.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        page.setMarkdown((folder / f"guide-{language}.md").read_text(encoding="utf-8"))
        loosen(page.document())
        column = QVBoxLayout(self)
        column.addWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def loosen(document: QTextDocument) -> None:
    """Give headings and paragraphs room, which Qt's Markdown does not; tables have theirs."""
    document.setDocumentMargin(16)
    cursor = QTextCursor(document)
    size = document.defaultFont().pixelSize()
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        style = QTextBlockFormat()
        style.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if not cursor.currentTable():
            style.setTopMargin(1.2 * size if block.blockFormat().headingLevel() else 0.4 * size)
        if not block.blockFormat().nonBreakableLines():
            cursor.mergeBlockFormat(style)
        block = block.next()


class Diagnostics(QDialog):
    """What ``ganlab-gui doctor`` prints, with a button that copies it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diagnostics")
        self.setWindowTitle(tr("Diagnostics"))
        self.resize(680, 420)
        self.text = QPlainTextEdit(doctor.text(doctor.report()), self)
        self.text.setReadOnly(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
