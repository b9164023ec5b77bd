"""A row of small pictures over the steps of a recording: what was seen, at a glance."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.miniature import miniature
from ganlab_gui.views.plotting import small_font
from ganlab_gui.views.timescale import TimeScale

SIDES = (42, 64)
"""Pixels a side of a picture at 100 %, in a low window and in a high one."""
GAP = 8
"""Least pixels between two pictures."""
KEPT = 400
"""Small pictures that are kept drawn."""

Key = tuple[int, int, int, int]


class FilmStrip(QWidget):
    """Draws the pictures nearest to evenly spread steps, each above its step.

    The one in the window has an amber frame; those that it would cover make room for it. Only
    pictures that were not drawn before are drawn anew. ``asked`` brings the step of a picture that
    was clicked.
    """

    asked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.palette_: Palette = PALETTES["dark"]
        self.text_scale, self.tall = 1.0, False
        self.empty = ""
        """What is written while there is nothing to show."""
        self.word = "{0}"
        """Tooltip of a picture, with its step."""
        self.frames: list[tuple[int, float]] = []
        """(step, pixel of the middle) of each picture in sight, the shown one last."""
        self.shown: int | None = None
        self.drawn = 0
        """Small pictures drawn so far."""
        self._pictures: OrderedDict[Key, QPixmap] = OrderedDict()
        self._keys: dict[int, Key] = {}
        self._source: Recording | None = None

    @property
    def side(self) -> int:
        """Pixels a side of a picture."""
        return round(SIDES[self.tall] * self.text_scale)

    def margin(self) -> float:
        """Pixels from either end to the middle of the outermost picture."""
        return self.side / 2 + 2

    def set_look(self, palette: Palette, scale: float, tall: bool) -> None:
        """Take colours, text size, and whether there is room for larger pictures."""
        if (palette, scale, tall) != (self.palette_, self.text_scale, self.tall):
            self.forget()
        self.palette_, self.text_scale, self.tall = palette, scale, tall
        self.setFont(small_font(scale))
        self.setFixedHeight(self.side + self.fontMetrics().height() + 5)
        self.update()

    def forget(self) -> None:
        """Another recording: none of the pictures is of it."""
        self._pictures.clear()
        self.frames, self.shown = [], None
        self.update()

    def show_recording(
        self, recording: Recording, scene: Scene, scale: TimeScale, moment: int | None, run: int
    ) -> None:
        """Show the current line; ``moment`` is the step visited, None now."""
        if recording is not self._source:
            self.forget()
            self._source = recording
        found = {}
        for step in scale.spread(self.side + GAP * self.text_scale):
            picture = recording.picture(step)
            if picture is not None:
                found[picture.step] = picture
        here = recording.picture(scale.end if moment is None else moment)
        self.frames, self.shown = [], None
        if here is None or scale.end - scale.first < 2:
            self.update()
            return
        self.shown = here.step
        found.pop(here.step, None)
        self._keys = {}
        middle = self._middle(scale, here.step)
        for picture in (*found.values(), here):
            place = self._middle(scale, picture.step)
            if picture is here or abs(place - middle) > self.side:
                self._keys[picture.step] = self._draw(picture, recording, scene, run)
                self.frames.append((picture.step, place))
        self.update()

    def _middle(self, scale: TimeScale, step: int) -> float:
        return min(max(scale.x(step), self.margin()), self.width() - self.margin())

    def _draw(self, picture: Snapshot, recording: Recording, scene: Scene, run: int) -> Key:
        branch = next(b.id for b, _ in recording.line() if b.fork <= picture.step or not b.id)
        # A step may be trained again and its picture made again: its arrays tell.
        drawn_from = next((a for a in (picture.fake, picture.p_generated, picture.point)
                           if a is not None), None)  # fmt: skip
        key = (branch, picture.step, run, id(drawn_from))
        if key not in self._pictures:
            self._pictures[key] = miniature(
                picture, scene, run, self.side, self.palette_, self.devicePixelRatioF()
            )
            self.drawn += 1
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return key

    # -- on the screen -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.frames:
            painter.setPen(QColor(self.palette_.quiet))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.empty)
            return
        for step, middle in self.frames:
            frame = QRectF(middle - self.side / 2, 2, self.side, self.side)
            here = step == self.shown
            painter.drawPixmap(frame.topLeft(), self._pictures[self._keys[step]])
            role, wide = ("action", 2.0) if here else ("line", 1.0)
            painter.setPen(QPen(QColor(getattr(self.palette_, role)), wide))
            painter.drawRect(frame)
            self._label(painter, step, middle, here)

    def _label(self, painter: QPainter, step: int, middle: float, here: bool) -> None:
        text = thousands(step)
        wide = self.fontMetrics().horizontalAdvance(text) + 4
        left = min(max(0.0, middle - wide / 2), self.width() - wide)
        place = QRectF(left, self.side + 4, wide, self.fontMetrics().height())
        painter.setPen(QColor(self.palette_.action if here else self.palette_.quiet))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def at(self, place: QPoint) -> int | None:
        """The step of the picture under a place; the shown one lies on top."""
        for step, middle in reversed(self.frames):
            if abs(place.x() - middle) <= self.side / 2:
                return step
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self.at(event.position().toPoint())
        if step is not None and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(step)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            step = self.at(event.pos())
            text = "" if step is None else self.word.format(thousands(step))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
