"""A strip above the stage that says what happened and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """One message with up to a few buttons; hidden while there is nothing to say.

    ``kind`` colours it: "info" amber, "danger" red. ``topic`` tells messages apart, so that one is
    only taken down by its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.topic = ""
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.column = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.column.setContentsMargins(12, 8, 8, 8)
        self.column.addWidget(self.label, 1)
        self.row = QHBoxLayout()
        self.column.addLayout(self.row)
        self.buttons: list[QPushButton] = []
        self.hide()

    def tell(
        self,
        topic: str,
        text: str,
        kind: str,
        actions: Sequence[tuple[str, str, Callable[[], object]]],
    ) -> None:
        """Show ``text``; ``actions`` are (object name, label, slot).

        Each of them also takes the banner down.
        """
        self.topic = topic
        self.setProperty("banner", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.label.setText(text)
        for button in self.buttons:
            button.hide()  # at once: it is deleted only when the loop of events comes to it
            button.deleteLater()
        self.buttons = [self._button(*action) for action in actions]
        self._arrange()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The buttons stand below the text where beside it they would leave it too little."""
        around = self.parentWidget()
        room = around.width() if around else self.width()
        wanted = sum(button.sizeHint().width() for button in self.buttons)
        direction = QBoxLayout.Direction
        below = wanted > room // 2
        self.column.setDirection(direction.TopToBottom if below else direction.LeftToRight)

    def _button(self, name: str, label: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(f"banner.{name}")
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: slot())
        self.row.addWidget(button)
        return button

    def clear(self, topic: str) -> None:
        """Take the banner down if it is about ``topic``."""
        if self.topic == topic:
            self.hide()
