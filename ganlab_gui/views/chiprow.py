"""Rows of small buttons above a picture: grounds, layers on and off, the run, the class."""

from collections.abc import Iterable

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QWidget,
)

from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.views.chip import Chip, Role
from ganlab_gui.views.ground import typeset


class FlowLayout(QLayout):
    """Widgets from left to right, on a new line where they no longer fit."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, place: bool) -> int:
        """Height taken in ``rect``'s width; widgets of a line are centred on it."""
        x, y, tall = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, int]] = []
        for item in [i for i in self._items if not i.isEmpty()]:
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                self._place(line, y, tall, place)
                x, y, tall, line = rect.x(), y + tall + self._gap, 0, []
            line.append((item, x))
            x, tall = x + size.width() + self._gap, max(tall, size.height())
        self._place(line, y, tall, place)
        return y + tall - rect.y()

    @staticmethod
    def _place(line: list[tuple[QLayoutItem, int]], y: int, tall: int, place: bool) -> None:
        for item, x in line if place else ():
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))


class ChipRow(QWidget):
    """Chips in groups. An exclusive group always has one chip on; other chips switch by themselves.

    Each chip is known by a key, which ends its objectName (``<name>.<key>``).
    """

    toggled = Signal(str, bool)
    """Key and state of a chip that the user, or `check`, switched."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self)

    def add(self, keys: Iterable[str], exclusive: bool = False, checkable: bool = True) -> None:
        """Append chips named ``keys``; an exclusive group starts with its first one on."""
        group = QButtonGroup(self) if exclusive else None
        for key in keys:
            role: Role = "ground" if exclusive else "text"
            chip = Chip(key, f"{self.objectName()}.{key}", role, self)
            chip.setCheckable(checkable)
            if group is not None:
                group.addButton(chip)
                chip.setChecked(len(group.buttons()) == 1)
            chip.toggled.connect(self._tell)
            chip.setProperty("key", key)
            self.chips[key] = chip
            self._flow.addWidget(chip)

    def add_widget(self, widget: QWidget) -> None:
        """Append any small widget."""
        self._flow.addWidget(widget)

    def _tell(self, on: bool) -> None:
        self.toggled.emit(self.sender().property("key"), on)

    def label(self, key: str, text: str, tip: str) -> None:
        """Give a chip its translated text, and what it means (with the formula) as its tooltip."""
        self.chips[key].describe(text, tip)
        self.chips[key].setToolTip(typeset(tip))

    def on(self, key: str) -> bool:
        return self.chips[key].isChecked()

    def check(self, key: str, on: bool = True) -> None:
        self.chips[key].setChecked(on)


class RunChooser(QComboBox):
    """Which of several runs a picture shows; hidden where there is only one."""

    run_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self.run_chosen)

    def fill(self, scene: Scene | None, template: str, run: int) -> None:
        """List the runs by ``template``, in which %1 stands for the run's number from 1."""
        count = scene.runs if scene else 0
        self.clear()
        self.addItems([template.replace("%1", str(r + 1)) for r in range(count)])
        self.setCurrentIndex(run)
        self.setVisible(count > 1)


class ClassChooser(QComboBox):
    """Which class y of a conditional game a picture shows; hidden where there are no classes."""

    class_chosen = Signal(object)
    """The class from 0, or None for all of them."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._tell)
        self.hide()

    def fill(self, count: int, template: str, everything: str, label: int | None) -> None:
        """List ``everything``, then the classes by ``template``, %1 being their number from 1."""
        self.clear()
        self.addItems([everything, *(template.replace("%1", str(y + 1)) for y in range(count))])
        self.setCurrentIndex(0 if label is None else label + 1)
        self.setVisible(count > 0)

    def _tell(self, index: int) -> None:
        self.class_chosen.emit(index - 1 if index else None)
