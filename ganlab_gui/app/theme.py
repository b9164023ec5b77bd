"""The window's look: fonts, colours and one style sheet, from the Palette and the text size."""

import re
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ganlab_gui.palette import Palette
from ganlab_gui.resources import FONT_FAMILIES, font_files, resources_dir

SCALES = (0.8, 2.0)
"""Smallest and largest text size, 1 = 100 %."""
SIZES = {"small": 11, "body": 13, "large": 18}
"""The three type sizes in pixels at 100 %."""
ON_ACTION = "#1a1d22"
"""Glyphs on the amber of the main button: dark in both themes, at least 5 : 1."""


def apply_theme(app: QApplication, palette: Palette, scale: float) -> None:
    """Give the application fonts, colours and style sheet; ``scale`` is held within `SCALES`."""
    scale = min(max(scale, SCALES[0]), SCALES[1])
    load_fonts()
    if not app.styleSheet():  # once there is a sheet, the style beneath it stays
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(qt_palette(palette))
    app.setFont(font("body", scale))
    app.setStyleSheet(style_sheet(palette, scale))


@cache
def load_fonts() -> None:
    """Make the program's own fonts known to Qt, once a process."""
    for path in font_files():
        QFontDatabase.addApplicationFont(str(path))


def font(size: str = "body", scale: float = 1.0, bold: bool = False) -> QFont:
    """The program's font in one of `SIZES`, with figures of equal width."""
    result = QFont()
    result.setFamilies(list(FONT_FAMILIES))
    result.setPixelSize(round(SIZES[size] * scale))
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def mix(a: str, b: str, share: float) -> str:
    """The hex colour ``share`` of the way from ``a`` to ``b``."""
    first, second = QColor(a), QColor(b)
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(x + (y - x) * share) for x, y in pairs)).name()


def mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet selects by, and style the widget again if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def qt_palette(palette: Palette) -> QPalette:
    """The Palette as Qt's roles; whatever is disabled has faded text."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.background, role.WindowText: palette.text,
        role.Base: palette.panel, role.AlternateBase: palette.field, role.Text: palette.text,
        role.Button: palette.field, role.ButtonText: palette.text, role.BrightText: palette.danger,
        role.ToolTipBase: palette.panel, role.ToolTipText: palette.text,
        role.PlaceholderText: palette.quiet, role.Link: palette.discriminator,
        role.LinkVisited: palette.second, role.Accent: palette.discriminator,
        role.Highlight: palette.discriminator, role.HighlightedText: on_accent(palette),
        role.Light: palette.line, role.Midlight: palette.line, role.Mid: palette.line,
        role.Dark: palette.background, role.Shadow: palette.background,
    }  # fmt: skip
    result = QPalette()
    for key, colour in colours.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(faded(palette)))
    return result


def on_accent(palette: Palette) -> str:
    """Text on a ground of the discriminator's blue."""
    return palette.background if palette.dark else palette.panel


def faded(palette: Palette) -> str:
    """Text and handles of what is disabled."""
    return mix(palette.quiet, palette.panel, 0.45)


def style_sheet(palette: Palette, scale: float) -> str:
    """The one style sheet; every length in it grows with ``scale``."""
    colours = {
        key: getattr(palette, key)
        for key in ("text", "discriminator", "action", "background", "panel", "field", "line")
    }
    colours |= {
        "quiet": palette.quiet,
        "danger": palette.danger,
        "faded": faded(palette),
        "hover": mix(palette.field, palette.text, 0.09),
        "pressed": mix(palette.field, palette.text, 0.18),
        "groove": mix(palette.field, palette.text, 0.07),
        "action_hover": mix(palette.action, palette.text if palette.dark else palette.panel, 0.18),
        "on_accent": on_accent(palette),
        "on_action": ON_ACTION,
        "icons": (resources_dir() / "icons").as_posix(),
        "theme": palette.name,
    }
    sizes = {key: f"{round(SIZES[key] * scale)}px" for key in ("small", "large")}
    sheet = re.sub(r"(\d+)px", lambda m: f"{_scaled(int(m[1]), scale)}px", SHEET)
    return Template(sheet).substitute(colours | sizes | _handle(scale))


def _handle(scale: float) -> dict[str, str]:
    """A slider's groove and handle in pixels that add up, or the handle would not be round."""
    groove, margin = 2 * round(2 * scale), round(5 * scale)
    across = groove + 2 * margin
    lengths = {"groove_height": groove, "handle_margin": -margin, "handle_radius": across // 2}
    lengths |= {"handle": across - 2, "handle_focused": across - 4, "focus_ring": 2}
    return {key: f"{length}px" for key, length in lengths.items()}


def _scaled(length: int, scale: float) -> int:
    """Hairlines stay hairlines; everything else grows."""
    return length if length <= 1 else max(1, round(length * scale))


SHEET = """
QMainWindow { background: $background; }
QDialog { background: $panel; }
QFrame[panel="true"] { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLabel, QCheckBox, QRadioButton { background: transparent; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="large"] { font-size: $large; font-weight: 600; }
QLabel[role="quiet"], QLabel[role="numbers"] { color: $quiet; }
QLabel[role="small"] { color: $quiet; font-size: $small; }
QLabel[role="danger"] { color: $danger; }
QLabel:disabled { color: $faded; }

QPushButton, QToolButton {
    background: $field; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 3px 10px; min-height: 20px; icon-size: 16px;
}
QToolButton { padding: 3px 5px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QPushButton:hover, QToolButton:hover { background: $hover; border-color: $hover; }
QPushButton:pressed, QToolButton:pressed,
QPushButton:checked, QToolButton:checked { background: $pressed; border-color: $pressed; }
QPushButton:focus, QToolButton:focus { border-color: $discriminator; }
QPushButton:disabled, QToolButton:disabled { color: $faded; }
QPushButton[primary="true"], QToolButton[primary="true"] {
    background: $action; color: $on_action; border-color: $action; font-weight: 600;
}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {
    background: $action_hover; border-color: $action_hover;
}
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {
    background: $field; border-color: $field; color: $faded;
}
QPushButton[flat="true"], QToolButton[flat="true"] {
    background: transparent; border-color: transparent; color: $quiet;
}
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { color: $text; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border-color: $discriminator; }
QPushButton::menu-indicator, QToolButton::menu-indicator {
    image: url("$icons/chevron-$theme.svg"); width: 10px; height: 10px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 5px;
}
QPushButton[chip] { border-radius: 10px; padding: 0px 9px; min-height: 20px; color: $quiet; }
QPushButton[chip="ground"]:checked {
    background: $discriminator; border-color: $discriminator; color: $on_accent; font-weight: 600;
}
QPushButton[chip="text"] { background: transparent; border-color: $line; }
QPushButton[chip="text"]:hover { background: $field; }
QPushButton[chip="text"]:checked { background: transparent; border-color: $text; color: $text; }
QToolButton[chip="menu"] {
    border-radius: 10px; padding: 0px 18px 0px 9px; min-height: 20px; color: $quiet;
}
QPushButton[chip]:focus { border-color: $discriminator; }
QPushButton[chip="ground"]:checked:focus { border-color: $text; }
QPushButton[chip]:disabled { color: $faded; }
QPushButton[group="true"] {
    background: transparent; border: 1px solid transparent; border-radius: 4px;
    font-weight: 600; text-align: left; padding: 0px; min-height: 20px; margin-left: -1px;
}
QPushButton[group="true"]:focus { border-color: $discriminator; }
QPushButton[more="true"] {
    background: transparent; border: 1px solid transparent; border-radius: 4px; color: $quiet;
    font-size: $small; text-align: left; padding: 0px; min-height: 16px; margin-left: -1px;
}
QPushButton[more="true"]:hover { color: $text; }
QPushButton[more="true"]:focus { border-color: $discriminator; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: $field; color: $text; border: 1px solid $field; border-radius: 4px;
    padding: 0px 7px; min-height: 20px;
    selection-background-color: $discriminator; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit, QTextBrowser { padding: 4px; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $hover; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: $discriminator; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border: 1px solid $danger; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $faded; }
QLineEdit { padding: 0px 5px; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url("$icons/chevron-$theme.svg"); width: 11px; height: 11px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $line; outline: 0; padding: 3px;
    selection-background-color: $hover; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0px 5px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $hover; color: $text; }
QComboBox QAbstractItemView::item:disabled { color: $quiet; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0px; border: none; }

QSlider { min-height: 20px; background: transparent; }
QSlider::groove:horizontal { height: $groove_height; background: $groove; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $discriminator; border-radius: 2px; }
QSlider::add-page:horizontal { background: $groove; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $text; width: $handle; margin: $handle_margin 0px;
    border: 1px solid $panel; border-radius: $handle_radius;
}
QSlider::handle:horizontal:focus {
    border: $focus_ring solid $discriminator; width: $handle_focused;
}
QSlider::handle:horizontal:hover { background: $action; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { background: $faded; }

QCheckBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; background: $field; border: 1px solid $quiet; border-radius: 4px;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked {
    background: $discriminator; border-color: $discriminator;
    image: url("$icons/check-$theme.svg");
}
QRadioButton::indicator:checked {
    background: $on_accent; border: 5px solid $discriminator; width: 6px; height: 6px;
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $action; }
QCheckBox:disabled { color: $faded; }

QScrollArea, #qt_scrollarea_viewport, QWidget[scrolled="true"] {
    background: transparent; border: none;
}
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 8px; }
QScrollBar:horizontal { height: 8px; }
QScrollBar::handle { background: $pressed; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QToolTip {
    background: $panel; color: $text; border: 1px solid $line; padding: 5px;
}
QMenuBar { background: $background; color: $text; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $field; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 4px 22px 4px 24px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $faded; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::indicator { width: 12px; height: 12px; left: 7px; }
QMenu::indicator:checked { image: url("$icons/tick-$theme.svg"); }
QMenu::right-arrow {
    image: url("$icons/right-$theme.svg"); width: 11px; height: 11px; right: 6px;
}

QMainWindow::separator { background: $background; width: 8px; height: 8px; }
QMainWindow::separator:hover { background: $line; }
QDockWidget {
    color: $text; font-weight: 600; icon-size: 14px;
    titlebar-close-icon: url("$icons/close-$theme.svg");
    titlebar-normal-icon: url("$icons/float-$theme.svg");
}
QDockWidget::close-button, QDockWidget::float-button {
    border: none; background: transparent; border-radius: 4px; padding: 2px;
}
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $field; }
QDockWidget::title { background: $background; padding: 5px 8px; text-align: left; }
QSplitter::handle { background: $background; }
QSplitter::handle:hover { background: $line; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $quiet; padding: 4px 12px; margin: 0px 2px;
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $discriminator; }
QTabBar::tab:hover { color: $text; }
QTabWidget::pane { border: none; }
QStatusBar { background: $background; color: $quiet; border: none; }
QStatusBar::item { border: none; }
QSizeGrip { image: none; }
QStatusBar QLabel { color: $quiet; }
QProgressBar {
    background: $groove; border: none; border-radius: 3px; max-height: 6px; color: transparent;
}
QProgressBar::chunk { background: $discriminator; border-radius: 3px; }
QListView { background: transparent; border: none; outline: 0; }
QHeaderView::section { background: $panel; color: $quiet; border: none; padding: 4px; }
QGroupBox { border: none; font-weight: 600; margin-top: 20px; }
QGroupBox::title { subcontrol-origin: margin; left: 0px; }
"""
