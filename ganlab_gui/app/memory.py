"""How much of its budget the recording takes, in the status line, and the choice of the budget."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QToolButton, QWidget

from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.session import Session
from ganlab_gui.lab.history import IN_MEMORY
from ganlab_gui.lab.recording import BUDGET
from ganlab_gui.views.base import thousands

MB = 1 << 20
BUDGETS = (64, 128, 256, 512, 1024, 2048)
"""MB to choose from."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Memory", text)


def preferred(preferences: Preferences) -> int:
    """The budget that was chosen, in MB."""
    kept: int = preferences.get("budget", BUDGET // MB)
    return kept if kept in BUDGETS else BUDGET // MB


class MemoryBar(QWidget):
    """A slim bar and "recording 38 of 256 MB"; a click offers other budgets."""

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.preferences = session, preferences
        self.bar = QProgressBar(self)
        self.bar.setObjectName("memory.bar")
        self.bar.setTextVisible(False)
        self.bar.setMaximum(1000)
        self.button = QToolButton(self)
        self.button.setObjectName("memory")
        self.button.setProperty("slim", True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self.bar)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        session.set_budget(preferred(preferences) * MB)
        self.refresh(1.0)

    def refresh(self, scale: float) -> None:
        """Say it again; called a few times a second."""
        recording, budget = self.session.recording, self.session.budget
        used = 0 if recording is None else recording.used
        text = tr("recording {0} of {1}").format(-(-used // MB), size_text(budget // MB))
        self.bar.setFixedWidth(round(64 * scale))
        self.bar.setValue(min(1000, used * 1000 // budget))
        if text != self.button.text():
            self.button.setText(text)
            self.button.setAccessibleName(text)
        self.button.setFixedWidth(self.button.sizeHint().width())
        self.button.setToolTip(self._about())

    def _about(self) -> str:
        recording = self.session.recording
        if recording is None:
            return ""
        branches = recording.branches.values()
        lines = [
            tr("Pictures: {0}").format(thousands(sum(len(b.pictures) for b in branches))),
            tr("States to go on from: {0}").format(
                thousands(sum(len(b.keyframes) for b in branches))
            ),
            tr("Rows: {0}, {1} MB of them in memory").format(
                thousands(sum(len(b.history.rows) for b in branches)),
                thousands(sum(b.history.in_memory for b in branches) // MB),
            ),
            tr("Rows beyond {0} MB a table live on the disk.").format(IN_MEMORY // MB),
            tr("Click to choose how much pictures and states may take."),
        ]
        return "\n".join(lines)

    def _fill(self) -> None:
        self.menu.clear()
        self.menu.addAction(tr("Memory for pictures and states")).setEnabled(False)
        group = QActionGroup(self.menu)
        for budget in BUDGETS:
            action = self.menu.addAction(size_text(budget))
            action.setObjectName(f"memory.{budget}")
            action.setCheckable(True)
            action.setChecked(budget * MB == self.session.budget)
            action.setData(budget)
            group.addAction(action)
        group.triggered.connect(lambda action: self.choose(action.data()))

    def choose(self, budget: int) -> None:
        """Let pictures and states take so many MB, now and in later windows."""
        self.preferences.set("budget", budget)
        self.session.set_budget(budget * MB)


def size_text(megabytes: int) -> str:
    """256 MB, 2 GB."""
    return f"{megabytes} MB" if megabytes < 1024 else f"{megabytes // 1024} GB"
