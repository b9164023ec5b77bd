"""The guide, in the window's language, and the diagnostics to copy into a report."""

from PySide6.QtCore import QCoreApplication, QProcess, QSize, QUrl
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
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
        if language == "en":  # the Chinese font has one weight, whose bold is always made from it
            lighten(page.document())
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
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            _widen(table)


def _widen(table: QTextTable) -> None:
    style = table.format()
    # The columns' rounded widths may add up to a pixel more, and the page would scroll sideways.
    style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99.5))
    style.setCellPadding(5)
    table.setFormat(style)


def lighten(document: QTextDocument) -> None:
    """Set what is bold in the weight the font has; plain bold would be smeared from it."""
    cursor, block = QTextCursor(document), document.begin()
    semibold = QTextCharFormat()
    semibold.setFontWeight(QFont.Weight.DemiBold)
    while block.isValid():
        for style in block.textFormats():
            if style.format.fontWeight() > QFont.Weight.DemiBold:
                cursor.setPosition(block.position() + style.start)
                keep = QTextCursor.MoveMode.KeepAnchor
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, keep, style.length)
                cursor.mergeCharFormat(semibold)
        block = block.next()


class Diagnostics(QDialog):
    """What ``ganlab-gui doctor`` prints, with a button that copies it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diagnostics")
        self.setWindowTitle(tr("Diagnostics"))
        self.resize(QSize(820, 520) * self.fontInfo().pixelSize() / SIZES["body"])
        self.text = QPlainTextEdit(doctor.text(doctor.report(tr("being asked…"))), self)
        self.text.setReadOnly(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(self.fontInfo().pixelSize())
        self.text.setFont(fixed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)

        self._cuda = QProcess(self)
        self._cuda.finished.connect(self._tell_cuda)
        self._cuda.start(doctor.CUDA_QUESTION[0], doctor.CUDA_QUESTION[1:])

    def _tell_cuda(self, code: int) -> None:
        streams = self._cuda.readAllStandardOutput(), self._cuda.readAllStandardError()
        said = (bytes(stream.data()).decode(errors="replace") for stream in streams)
        self.text.setPlainText(doctor.text(doctor.report(doctor.cuda_answer(code, *said))))

    def done(self, result: int) -> None:
        """An answer that nobody waits for any more is not waited for here either."""
        self._cuda.blockSignals(True)
        self._cuda.kill()
        super().done(result)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
