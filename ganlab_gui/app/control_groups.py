"""A group of settings: its heading, its rows, and which of them are in sight."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ganlab_gui.app.control_rows import Row, said
from ganlab_gui.experiment.knobs import Setting
from ganlab_gui.palette import PALETTES, Palette

FIRST = (
    "objective.name",
    "objective.divergence",
    "objective.alternative",
    "objective.a",
    "objective.b",
    "objective.c",
    "objective.margin",
    "objective.pull_away",
    "objective.bandwidths",
    "training.d_steps",
    "training.g_steps",
    "objective.adversarial_weight",
    "training.order",
    "training.batch",
    "training.unroll",
    "training.conditional",
    "training.scaling",
    "objective.label_smoothing",
    "training.label_noise",
    "training.instance_noise",
    "training.instance_noise_steps",
    "generator_optimizer.name",
    "generator_optimizer.lr",
    "discriminator_optimizer.name",
    "discriminator_optimizer.lr",
)
"""What stands on top of its group, in this order; the rest follows as declared."""
FOLDED = {
    "Game": ("d_until", "consensus"),
    "Generator": (
        "output", "init", "count", "average", "momentum", "beta1", "beta2", "schedule", "horizon",
    ),
    "Discriminator": (
        "init", "dropout", "pack", "minibatch_features", "momentum", "beta1", "beta2", "schedule",
        "horizon",
    ),
}  # fmt: skip
"""What waits behind a group's “more” while it has its default or no effect."""
CLOSED = ("Tricks", "Stop")
"""Groups that are closed until one of their settings differs from its default."""
DOTS = {"Generator": "generated", "Discriminator": "discriminator"}


class Heading(QPushButton):
    """A group's name; a click folds the group. Folded, it says how many settings differ."""

    def __init__(self, group: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.topic = group
        self.palette_ = PALETTES["dark"]
        self.count = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setProperty("group", "true")
        self.toggled.connect(self._describe)

    def note(self) -> str:
        """What is to be known of the rows that are out of sight."""
        folded = self.count and not self.isChecked()
        return self.tr("{0} changed").format(self.count) if folded else ""

    def show_count(self, count: int) -> None:
        """Take how many settings differ from their defaults."""
        self.count = count
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.note())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        height, unit = self.height(), self.fontMetrics().height() / 16
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.topic in DOTS:
                x = self.fontMetrics().horizontalAdvance(self.text()) + 11 * unit
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(getattr(self.palette_, DOTS[self.topic])))
                painter.drawEllipse(QPointF(x, height / 2), 4.5 * unit, 4.5 * unit)
            painter.setPen(QPen(QColor(self.palette_.quiet), 1.4 * unit))
            self._paint_note(painter, QRectF(0, 0, self.width() - 20 * unit, height))
            painter.translate(self.width() - 8 * unit, height / 2)
            painter.rotate(0 if self.isChecked() else -90)
            corners = (QPointF(-3.5, -1.8), QPointF(0, 1.8), QPointF(3.5, -1.8))
            painter.drawPolyline([corner * unit for corner in corners])

    def _paint_note(self, painter: QPainter, room: QRectF) -> None:
        font = self.font()
        font.setWeight(font.Weight.Normal)
        painter.setFont(font)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, self.note())


class Group(QWidget):
    """A heading and its rows, those that matter less behind “more”."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.settings: list[Setting] = []
        self.rows: list[Row] = []
        self.opened_itself = self._used = False
        self.only: tuple[str, ...] | None = None
        """Paths of the settings in sight, in a lesson; all of them where None."""
        self.heading = Heading(name, self)
        self.more = QPushButton(self)
        self.more.setCheckable(True)
        self.more.setProperty("more", "true")
        self.body = QWidget(self)
        self.lines = QVBoxLayout(self.body)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.body)
        self.heading.toggled.connect(self.body.setVisible)
        self.heading.clicked.connect(self._take_over)
        self.heading.setChecked(name not in CLOSED)
        self.more.toggled.connect(self.arrange)

    def build(self, settings: list[Setting]) -> list[Row]:
        """Make the rows of ``settings``, keeping those already there; returns the new ones."""
        kept = {row.setting: row for row in self.rows if row.setting in settings}
        for row in self.rows:
            if row.setting not in kept:
                row.setParent(None)
                row.deleteLater()
        self.settings = settings
        rows = [kept.get(s) or Row(s, self.body) for s in settings]
        self.rows = sorted(rows, key=self._is_folded)
        for widget in (*self.rows, self.more):
            self.lines.removeWidget(widget)
            self.lines.addWidget(widget)
        return [row for row in self.rows if row.setting not in kept]

    def arrange(self) -> bool:
        """Bring into sight what is to be seen now; returns whether that changed anything."""
        before = [row.isHidden() for row in self.rows]
        if self.only is not None:
            return self._arrange_only(self.only, before)
        opened = self.more.isChecked()
        waiting = [row for row in self.rows if self._is_folded(row) and row.meant]
        for row in self.rows:
            shut = self._is_folded(row) and not (opened or row.differs or row.focused)
            row.setVisible(row.meant and not shut)
        self.more.setVisible(any(not row.differs for row in waiting))
        self.more.setText(self.tr("fewer") if opened else self.tr("more…"))
        self.heading.show_count(sum(row.meant and row.differs for row in self.rows))
        turned = self._open_where_used()
        return turned or before != [row.isHidden() for row in self.rows]

    def _arrange_only(self, only: tuple[str, ...], before: list[bool]) -> bool:
        for row in self.rows:
            row.setVisible(row.meant and row.path in only)
        self.more.hide()
        self.heading.setChecked(True)
        self.setVisible(any(row.path in only for row in self.rows))
        return before != [row.isHidden() for row in self.rows]

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.heading.palette_ = palette
        self.heading.update()
        self.lines.setSpacing(round(2 * scale))
        self.column.setSpacing(round(3 * scale))
        for row in self.rows:
            row.set_theme(palette, scale)

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(said(self.name))
        for row in self.rows:
            row.retranslate()
        self.arrange()

    def fold(self) -> list[bool]:
        """Has it been opened, and its “more”?"""
        return [self.heading.isChecked() and not self.opened_itself, self.more.isChecked()]

    def set_fold(self, opened: bool, more: bool) -> None:
        """Take back what ``fold`` gave; a group opened for what is in it stays open."""
        self.heading.setChecked(opened or self.opened_itself)
        self.more.setChecked(more)

    def layouts(self) -> None:
        """Lay out at once what Qt would lay out later."""
        self.lines.activate()
        self.column.activate()

    def _take_over(self) -> None:
        self.opened_itself = False

    def _open_where_used(self) -> bool:
        """A group that starts closed opens with its first setting in use, and closes after it.

        It does so only while nobody has opened it, and not around what is being edited.
        """
        before, opened = self._used, self.heading.isChecked()
        self._used = self.heading.count > 0
        if self.name not in CLOSED:
            return False
        if self._used and not before and not opened:
            self.opened_itself = True
        elif not self._used and self.opened_itself and not any(row.focused for row in self.rows):
            self.opened_itself = False
        else:
            return False
        self.heading.setChecked(self.opened_itself)
        return True

    def _is_folded(self, row: Row) -> bool:
        return row.path.rpartition(".")[2] in FOLDED.get(self.name, ())
