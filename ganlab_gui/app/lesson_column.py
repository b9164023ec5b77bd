"""A lesson's side of the window: where one is, what to watch, a question with its answer folded."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.app.icons import icon
from ganlab_gui.experiment.lessons import Lesson
from ganlab_gui.palette import PALETTES, Palette

WIDTH = 326


def tr(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)


def apart(text: str) -> str:
    """Markdown with an empty line between paragraphs, which Qt sets without any."""
    return text.replace("\n\n", "\n\n\N{NO-BREAK SPACE}\n\n")


class LessonColumn(QFrame):
    """Shows one step at a time; ``turned`` says by how many steps to go on."""

    turned = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson")
        self.setProperty("panel", True)
        self.palette_: Palette = PALETTES["dark"]
        self.scale, self.language = 1.0, "en"
        self.lesson: Lesson | None = None
        self.place = 0
        self.name = self._label("quiet")
        self.count = self._label("quiet")
        self.leave = QToolButton(self)
        self.leave.setObjectName("lesson.leave")
        self.leave.setAutoRaise(True)
        self.leave.clicked.connect(self.left)
        self.title = self._label("large")
        self.text = self._label("")
        self.ask = self._label("title")
        self.answer = self._label("")
        self.answer.setObjectName("lesson.answer")
        for label in (self.text, self.ask, self.answer):
            label.setTextFormat(Qt.TextFormat.MarkdownText)
        self.fold = QPushButton(self)
        self.fold.setObjectName("lesson.fold")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.reader = QScrollArea(self)
        self.slot_ = QVBoxLayout()
        """Where the controls of a theory page stand."""
        self.back = self._button("lesson.back", -1)
        self.forward = self._button("lesson.next", 1)
        self.back.setShortcut(QKeySequence(Qt.Key.Key_PageUp))
        self.forward.setShortcut(QKeySequence(Qt.Key.Key_PageDown))
        self._arrange()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self, wordWrap=True)
        label.setProperty("role", role)
        return label

    def _button(self, name: str, by: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.turned.emit(by))
        return button

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.count)
        top.addWidget(self.leave)
        self.count.setWordWrap(False)
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 6, 0)
        words.setSpacing(10)
        for label in (self.title, self.text, self.ask):
            words.addWidget(label)
        words.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.answer)
        words.addStretch(1)
        self.reader.setWidgetResizable(True)
        self.reader.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reader.setWidget(inside)
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addStretch(1)
        below.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.addLayout(top)
        column.addWidget(self.reader, 1)
        column.addLayout(self.slot_)
        column.addLayout(below)

    def show_step(self, lesson: Lesson, place: int) -> None:
        """Show step ``place``, its answer folded."""
        self.lesson, self.place = lesson, place
        self.fold.setChecked(False)
        self.retranslate(self.language)

    def retranslate(self, language: str) -> None:
        """Set every text again."""
        self.language = language
        self.leave.setToolTip(tr("Leave the lesson"))
        self.leave.setAccessibleName(tr("Leave the lesson"))
        self.back.setText(tr("Back"))
        if self.lesson is None:
            return
        step, last = self.lesson.step[self.place], len(self.lesson.step)
        self.name.setText(self.lesson.title.of(language))
        self.count.setText(f"{self.place + 1} / {last}")
        self.title.setText(step.title.of(language))
        self.text.setText(apart(step.text.of(language)))
        self.ask.setText(step.ask.of(language))
        self.answer.setText(apart(step.answer.of(language)))
        self.ask.setVisible(bool(step.ask))
        self.fold.setVisible(bool(step.answer))
        self.back.setEnabled(self.place > 0)
        self.forward.setText(tr("Next") if self.place + 1 < last else tr("Finish"))
        self._unfold(self.fold.isChecked())

    def _unfold(self, shown: bool) -> None:
        self.answer.setVisible(shown)
        self.fold.setText(tr("Hide the answer") if shown else tr("Show the answer"))

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale
        self.leave.setIcon(icon("close", palette, scale))
        self.setMinimumWidth(round(WIDTH * scale))
