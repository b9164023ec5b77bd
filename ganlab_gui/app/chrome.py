"""Style of what only the main window has: panel headers, stage, banner, status line."""

from string import Template

from ganlab_gui.app.theme import mix
from ganlab_gui.palette import Palette

SHEET = """
QFrame[panelHeader="true"] {
    background: $panel; border: 1px solid $line; border-bottom: none;
    border-top-left-radius: 6px; border-top-right-radius: 6px;
}
QFrame[panelBody="true"] {
    background: $panel; border: 1px solid $line; border-top: none;
    border-bottom-left-radius: 6px; border-bottom-right-radius: 6px;
}
QFrame[panelHeader="true"] QToolButton, QToolButton[bigTitle="true"] {
    background: transparent; border-color: transparent;
}
QFrame[panelHeader="true"] QToolButton:hover, QToolButton[bigTitle="true"]:hover {
    background: $field;
}
QFrame[panelHeader="true"] QToolButton[primary="true"] { background: $action; }
QFrame[panelHeader="true"] QToolButton { padding: ${gap}px; }
QFrame[panelHeader="true"] QToolButton::menu-indicator { image: none; width: 0px; }
QToolButton[bigTitle="true"] { font-size: ${large}px; font-weight: 600; }
QFrame[banner="info"] { background: $info; border: 1px solid $action; border-radius: 6px; }
QFrame[banner="danger"] { background: $alarm; border: 1px solid $danger; border-radius: 6px; }
QFrame[banner] QPushButton { background: $panel; border-color: $line; }
QLabel[role="large"][past="true"] { color: $action; }
QToolButton[slim="true"] { background: transparent; border-color: transparent; padding: ${slim}px; }
QToolButton[slim="true"]:hover { background: $field; }
QToolButton[slim="true"]:checked { background: $info; border-color: $action; }
QToolButton[slim="true"]::menu-indicator { image: none; width: 0px; }
QStatusBar QToolButton[slim="true"] { color: $quiet; padding: 0px ${gap}px; }
QFrame#timeline QPushButton { padding: 1px ${gap}px; min-height: 0px; }
QLabel[role="numbers"] { font-size: ${small}px; }
QToolButton[dropdown="true"] { padding-right: ${arrow}px; }
QToolBar { border: none; background: $background; padding: 0px; spacing: 0px; }
QMainWindow::separator { background: $background; width: 8px; height: 8px; }
QMainWindow::separator:hover { background: $line; }
QStatusBar { background: $background; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $quiet; padding-left: 6px; padding-right: 10px; }
"""


def chrome(palette: Palette, scale: float) -> str:
    """The main window's own style sheet."""
    names = ("panel", "line", "field", "background", "action", "danger", "quiet")
    return Template(SHEET).substitute(
        {name: getattr(palette, name) for name in names},
        large=round(17 * scale),
        small=round(12 * scale),
        arrow=round(20 * scale),
        gap=round(4 * scale),
        slim=round(3 * scale),
        info=mix(palette.panel, palette.action, 0.16),
        alarm=mix(palette.panel, palette.danger, 0.16),
    )
