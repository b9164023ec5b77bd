"""What every panel's view is: a widget that says what it needs and draws what it is handed."""

from html import escape
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot
from ganlab_gui.palette import PALETTES, Palette

THIN_SPACE = "\u2009"


class View(QWidget):
    """One panel's content. It never touches the worker or another view.

    The window calls, all in the GUI thread: ``start`` once for every new experiment (before
    anything is drawn of it), ``show_snapshot`` at most once a frame while visible, ``show_history``
    about ten times a second while visible, ``set_theme`` when the palette or the text size changes,
    ``retranslate`` when the language does. A view emits ``needs_changed`` when its ``needs()``
    changes (a layer switched on, a zoom), ``header_changed`` with the rich text for the right side
    of its panel's header, and ``edit_asked`` to change a setting.
    """

    name: ClassVar[str] = ""

    needs_changed = Signal()
    header_changed = Signal(str)
    edit_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        """Text size, 1 = 100 %: fonts, line widths and markers of plots grow with it."""
        self.scene: Scene | None = None
        self.experiment: Experiment | None = None
        self.run = 0
        """The run shown where a view shows a single one."""

    def title(self) -> str:
        """Translated name for header, menu and dock."""
        return self.name

    def needs(self) -> Needs:
        """What a snapshot must hold for this view as it is set now."""
        return Needs()

    def suits(self, scene: Scene) -> bool:
        """Whether the view can show this experiment at all (plane: 2-D data only…)."""
        return True

    def start(self, scene: Scene, experiment: Experiment) -> None:
        """A new experiment: forget pictures, take its ranges. Overriders call this first."""
        self.scene, self.experiment = scene, experiment
        self.run = min(self.run, scene.runs - 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a picture; arrays are the view's to keep, not to change."""

    def show_history(self, history: History) -> None:
        """Draw curves."""

    def set_run(self, run: int) -> None:
        """Show run ``run``."""
        self.run = run
        self.needs_changed.emit()

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size; overriders call this first, then restyle their items."""
        self.palette_, self.scale = palette, scale

    def retranslate(self) -> None:
        """Set every visible text again."""

    def options(self) -> dict[str, Any]:
        """What is switched on, as plain values: saved with the layout, handed to the figure."""
        return {}

    def set_options(self, options: dict[str, Any]) -> None:
        """Take back what ``options`` gave; unknown keys are ignored."""

    # -- helpers --------------------------------------------------------------------------------

    def pen(
        self, role: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> QPen:
        """A cosmetic pen in a palette colour, by its role: data, generated, discriminator, …"""
        pen = QPen(QColor(getattr(self.palette_, role)), width, style)
        pen.setCosmetic(True)
        return pen

    def coloured(self, role: str, text: str) -> str:
        """Rich text in a palette colour, for headers."""
        return f'<span style="color:{getattr(self.palette_, role)}">{escape(text)}</span>'


def number(value: float, digits: int = 3) -> str:
    """A running number for a header: fixed places, so that it does not dance; NaN as a dash."""
    if value != value:
        return "–"
    if abs(value) >= 1e4 or (value and abs(value) < 10**-digits):
        return f"{value:.{digits - 1}e}"
    return f"{value:.{digits}f}"


def thousands(value: int) -> str:
    """12 345 with thin spaces, whatever the locale."""
    return f"{value:,}".replace(",", THIN_SPACE)
