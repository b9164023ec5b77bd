"""A hand that does anything to the window: actions, edits, drags, clicks, and any answer asked for.

Everything it does is drawn from one seed. Dialogs are the real ones; they are answered from a timer
while they are open.
"""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGraphicsView,
    QMessageBox,
    QWidget,
)

from ganlab_gui.app.actions import ACTIONS
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.knobs import Setting, settings_of
from ganlab_gui.lab.recording import BOOKMARK, Mark
from ganlab_gui.views import VIEWS
from support.experiments import SMALL, STRANGE, WIDEST

ANSWER_MS = 5
PATIENCE = 4
"""Things done to a dialog before it is closed."""
LEFT_ALONE = {"quit", "fullscreen"}
"""Actions that end the test, or that a window without a screen cannot do."""
HEAVY = {"grid.train", "grid.resume", "grid.start", "grid.cluster"}
"""Buttons behind which minutes of work lie, which tests of their own press."""
SIZES = [(1280, 800), (900, 640), (1920, 1080), (1024, 768)]


class Monkey:
    """``done`` tells the last things it did."""

    def __init__(self, window: MainWindow, files: list[Path], folder: Path, seed: int) -> None:
        self.window, self.files, self.folder = window, files, folder
        self.draw = Random(seed)
        self.done: deque[str] = deque(maxlen=30)
        self.dialogs = 0
        self._asked: dict[int, int] = {}
        self._answers = True
        QTimer.singleShot(ANSWER_MS, self._answer)
        self.kinds: list[tuple[int, Callable[[], str]]] = [
            (30, self._act), (28, self._edit), (10, self._travel), (8, self._drag),
            (4, self._wheel), (8, self._click), (4, self._choose), (3, self._stage),
            (2, self._resize), (2, self._drop), (3, self._stray), (4, self._wait),
        ]  # fmt: skip

    def act(self) -> None:
        """Do one thing."""
        weights = [weight for weight, _ in self.kinds]
        kind = self.draw.choices([kind for _, kind in self.kinds], weights)[0]
        self.done.append(kind.__name__)
        self.done[-1] = f"{kind.__name__}: {kind()}"

    def stop(self) -> None:
        self._answers = False

    # -- what it does ------------------------------------------------------------------------------

    def _act(self) -> str:
        key = self.draw.choice([spec.key for spec in ACTIONS if spec.key not in LEFT_ALONE])
        self.done[-1] = f"_act: {key}"
        self.window.action(key).trigger()
        return key

    def _edit(self) -> str:
        setting = self.draw.choice(settings_of(self.window.session.experiment))
        value = self._value(setting)
        self.done[-1] = f"_edit: {setting.path} = {value!r}"
        self.window.controls.edited.emit(setting.path, value)
        if self.draw.random() < 0.5:
            self.window.controls.edit_finished.emit(setting.path)
        return self.done[-1]

    def _value(self, setting: Setting) -> Any:
        """A value of a setting: mostly an allowed one that costs little, now and then any."""
        draw = self.draw
        if draw.random() < 0.15:
            return draw.choice([*STRANGE, setting.default, 10**12, -1e300])
        if setting.kind == "choice":
            return draw.choice(setting.choices)
        if setting.kind == "bool":
            return draw.random() < 0.5
        if setting.kind == "widths":
            return [draw.randint(1, WIDEST) for _ in range(draw.randint(0, 3))]
        if setting.kind in ("int", "float"):
            low, high = (
                SMALL.get(setting.path) or setting.knob.slider or (setting.low, setting.high)
            )
            low, high = min(low or 0, 1e6), min(high or 1, 1e6)
            if setting.kind == "int":
                return draw.randint(int(low), int(high))
            return draw.choice([draw.uniform(low, high), low, high])
        if setting.path == "data.path":
            return str(draw.choice(self.files))
        return draw.choice([[0.5, 1.0], [1.0], [], "text", setting.default])

    def _travel(self) -> str:
        session, draw = self.window.session, self.draw
        recording = session.recording
        what = draw.choice(["visit", "visit", "visit", "live", "branch", "switch", "mark"])
        self.done[-1] = f"_travel: {what}"
        if what == "visit":
            session.visit(draw.randint(0, max(1, session.step)))
        elif what == "live":
            session.live()
        elif what == "branch" and recording is not None and len(recording.branches) < 6:
            session.branch_here(draw.choice(["", "other", "枝"]))
        elif what == "switch" and recording is not None:
            session.switch(draw.choice(list(recording.branches)))
        elif what == "mark" and recording is not None:
            recording.mark(Mark(session.shown_step, BOOKMARK, draw.choice(["", "看 here"])))
        return what

    def _drag(self) -> str:
        """Press, move and let go on a picture or on anything else that is drawn by hand."""
        views = [v.viewport() for v in self._seen(QGraphicsView)]
        views += [w for w in self._seen(QWidget) if type(w).__module__.startswith("ganlab_gui")]
        if not views:
            return "nothing"
        target = self.draw.choice(views)
        button = self.draw.choice([Qt.MouseButton.LeftButton] * 4 + [Qt.MouseButton.MiddleButton])
        self.done[-1] = f"_drag: {type(target).__name__} {target.objectName()}"
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseMove,
                     QEvent.Type.MouseButtonRelease):  # fmt: skip
            place = QPointF(self._place(target))
            event = QMouseEvent(kind, place, QPointF(target.mapToGlobal(place.toPoint())), button,
                                button, Qt.KeyboardModifier.NoModifier)  # fmt: skip
            QApplication.sendEvent(target, event)
        return self.done[-1]

    def _wheel(self) -> str:
        views = self._seen(QGraphicsView)
        if not views:
            return "nothing"
        target = self.draw.choice(views).viewport()
        place = QPointF(self._place(target))
        turn = QPoint(0, self.draw.choice([-120, 120, 360]))
        event = QWheelEvent(
            place, QPointF(target.mapToGlobal(place.toPoint())), turn, turn,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
            False,
        )  # fmt: skip
        QApplication.sendEvent(target, event)
        return type(target.parent()).__name__

    def _click(self) -> str:
        buttons = [b for b in self._seen(QAbstractButton) if b.objectName() not in HEAVY]
        if not buttons:
            return "nothing"
        button = self.draw.choice(buttons)
        self.done[-1] = f"_click: {button.objectName() or button.text()!r}"
        button.click()
        return self.done[-1]

    def _choose(self) -> str:
        """Another entry of a list, another place of a slider."""
        found: list[QWidget] = [*self._seen(QComboBox), *self._seen(QAbstractSlider)]
        if not found:
            return "nothing"
        widget = self.draw.choice(found)
        self.done[-1] = f"_choose: {type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QComboBox) and widget.count():
            widget.setCurrentIndex(self.draw.randrange(widget.count()))
            widget.activated.emit(widget.currentIndex())
        elif isinstance(widget, QAbstractSlider):
            widget.setValue(self.draw.randint(widget.minimum(), widget.maximum()))
        return self.done[-1]

    def _stage(self) -> str:
        """A panel to the stage, or a panel shown or hidden."""
        name = self.draw.choice(list(VIEWS))
        panels = self.window.panels
        if self.draw.random() < 0.5:
            panels.toggle_stage(name)
        else:
            panels.panels[name].dock.toggleViewAction().trigger()
        return name

    def _resize(self) -> str:
        size = self.draw.choice(SIZES)
        self.window.resize(*size)
        return str(size)

    def _drop(self) -> str:
        path = self.draw.choice(self.files)
        self.done[-1] = f"_drop: {path.name}"
        self.window.documents.open_path(path)
        return path.name

    def _stray(self) -> str:
        """Something in another window, such as the guide, or its end."""
        others = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        others = [w for w in others if w is not self.window and isinstance(w, QDialog)]
        if not others:
            return "nothing"
        other = self.draw.choice(others)
        if self.draw.random() < 0.4:
            other.close()
            return f"close {other.objectName()}"
        return self._press_in(other)

    def _wait(self) -> str:
        """Let things happen for a moment, now and then until the worker is ready."""
        for _ in range(self.draw.randint(1, 40)):
            QApplication.processEvents()
            if self.window.session.state is not State.STARTING:
                break
        return self.window.session.state.value

    # -- what it answers ---------------------------------------------------------------------------

    def _answer(self) -> None:
        if not self._answers:
            return
        # A new timer each time: one that is being dealt with does not fire in a dialog's own loop.
        QTimer.singleShot(ANSWER_MS, self._answer)
        modal = QApplication.activeModalWidget()
        if modal is None:
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            return
        count = self._asked[id(modal)] = self._asked.get(id(modal), 0) + 1
        if count == 1:
            self.dialogs += 1
        self.done.append(f"answers {type(modal).__name__} {modal.objectName()}")
        if isinstance(modal, QFileDialog):
            self._answer_file(modal, count)
        elif isinstance(modal, QMessageBox):
            self.draw.choice(modal.buttons()).click()
        elif count > PATIENCE or not isinstance(modal, QDialog):
            self._asked.pop(id(modal), None)
            modal.close()
        elif self.draw.random() < 0.3:
            self.draw.choice([modal.accept, modal.reject])()
        else:
            self.done[-1] = f"in {type(modal).__name__}: {self._press_in(modal)}"

    def _answer_file(self, dialog: QFileDialog, count: int) -> None:
        if count > PATIENCE or self.draw.random() < 0.2:
            dialog.reject()
            return
        saving = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        new = [
            self.folder / f"{self.draw.randint(0, 5)}{kind}"
            for kind in (".toml", "", ".png", ".ganlab")
        ]
        dialog.selectFile(str(self.draw.choice(new if saving else self.files)))
        dialog.accept()

    def _press_in(self, other: QWidget) -> str:
        buttons = [b for b in other.findChildren(QAbstractButton) if b.isEnabled()]
        buttons = [b for b in buttons if b.isVisible() and b.objectName() not in HEAVY]
        if not buttons:
            other.close()
            return "close"
        button = self.draw.choice(buttons)
        button.click()
        return button.objectName() or button.text()

    # -- what it sees ------------------------------------------------------------------------------

    def _seen(self, kind: type[Any]) -> list[Any]:
        return [w for w in self.window.findChildren(kind) if w.isVisible() and w.isEnabled()]

    def _place(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.draw.randrange(max(1, widget.width())),
            self.draw.randrange(max(1, widget.height())),
        )
