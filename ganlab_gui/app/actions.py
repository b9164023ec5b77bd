"""Every action of the window as a table of data: key, menu, text, shortcut, what it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True)
class Spec:
    """``call`` is a dotted path from the window; ``menu`` a key of MENUS; ``rule`` draws a line before it."""

    key: str
    menu: str
    text: str
    shortcut: str
    call: str
    rule: bool = False


MENUS = {
    "file": QT_TRANSLATE_NOOP("Action", "&File"),
    "edit": QT_TRANSLATE_NOOP("Action", "&Edit"),
    "run": QT_TRANSLATE_NOOP("Action", "&Run"),
    "view": QT_TRANSLATE_NOOP("Action", "&View"),
    "help": QT_TRANSLATE_NOOP("Action", "&Help"),
}

ACTIONS = (
    Spec("open_preset", "file", QT_TRANSLATE_NOOP("Action", "Choose an experiment…"), "Ctrl+P", "documents.choose"),
    Spec("open", "file", QT_TRANSLATE_NOOP("Action", "Open file…"), "Ctrl+O", "documents.open"),
    Spec("save", "file", QT_TRANSLATE_NOOP("Action", "Save experiment"), "Ctrl+S", "documents.save"),
    Spec("save_as", "file", QT_TRANSLATE_NOOP("Action", "Save experiment as…"), "Ctrl+Shift+S", "documents.save_as"),
    Spec("save_checkpoint", "file", QT_TRANSLATE_NOOP("Action", "Save checkpoint…"), "Ctrl+K", "documents.save_checkpoint", True),
    Spec("export", "file", QT_TRANSLATE_NOOP("Action", "Export figure…"), "Ctrl+E", "exporter.export_stage", True),
    Spec("export_page", "file", QT_TRANSLATE_NOOP("Action", "Export page of all panels…"), "Ctrl+Shift+E", "exporter.export_page"),
    Spec("copy", "file", QT_TRANSLATE_NOOP("Action", "Copy figure"), "Ctrl+Shift+C", "exporter.copy_stage"),
    Spec("export_history", "file", QT_TRANSLATE_NOOP("Action", "Export history as CSV…"), "Ctrl+Alt+H", "exporter.export_history", True),
    Spec("export_samples", "file", QT_TRANSLATE_NOOP("Action", "Export samples as NPZ…"), "Ctrl+Alt+S", "exporter.export_samples"),
    Spec("export_weights", "file", QT_TRANSLATE_NOOP("Action", "Export weights as safetensors…"), "Ctrl+Alt+W", "exporter.export_weights"),
    Spec("quit", "file", QT_TRANSLATE_NOOP("Action", "Quit"), "Ctrl+Q", "close", True),
    Spec("undo", "edit", QT_TRANSLATE_NOOP("Action", "Undo"), "Ctrl+Z", "session.undo_stack.undo"),
    Spec("redo", "edit", QT_TRANSLATE_NOOP("Action", "Redo"), "Ctrl+Shift+Z", "session.undo_stack.redo"),
    Spec("restore", "edit", QT_TRANSLATE_NOOP("Action", "Back to the opened settings"), "Ctrl+Backspace", "session.restore", True),
    Spec("draw", "edit", QT_TRANSLATE_NOOP("Action", "Draw your own data…"), "Ctrl+D", "documents.draw"),
    Spec("play", "run", QT_TRANSLATE_NOOP("Action", "Play or pause"), "Space", "session.toggle"),
    Spec("step", "run", QT_TRANSLATE_NOOP("Action", "One step"), "Right", "session.step_both"),
    Spec("step_d", "run", QT_TRANSLATE_NOOP("Action", "One D step only"), "Shift+D", "session.step_d"),
    Spec("step_g", "run", QT_TRANSLATE_NOOP("Action", "One G step only"), "Shift+G", "session.step_g"),
    Spec("slower", "run", QT_TRANSLATE_NOOP("Action", "Slower"), "-", "slower", True),
    Spec("faster", "run", QT_TRANSLATE_NOOP("Action", "Faster"), "+", "faster"),
    Spec("reset", "run", QT_TRANSLATE_NOOP("Action", "Start again with the same seed"), "Ctrl+R", "session.reset", True),
    Spec("new_seed", "run", QT_TRANSLATE_NOOP("Action", "Start again with a new seed"), "Ctrl+Shift+R", "session.new_seed"),
    Spec("theme", "view", QT_TRANSLATE_NOOP("Action", "Dark or light"), "Ctrl+T", "toggle_theme"),
    Spec("language", "view", QT_TRANSLATE_NOOP("Action", "English / 中文"), "Ctrl+L", "toggle_language"),
    Spec("larger", "view", QT_TRANSLATE_NOOP("Action", "Larger text"), "Ctrl++", "larger", True),
    Spec("smaller", "view", QT_TRANSLATE_NOOP("Action", "Smaller text"), "Ctrl+-", "smaller"),
    Spec("normal_size", "view", QT_TRANSLATE_NOOP("Action", "Normal text"), "Ctrl+0", "normal_size"),
    Spec("next_run", "view", QT_TRANSLATE_NOOP("Action", "Show the next run"), "Ctrl+Right", "next_run", True),
    Spec("shift", "view", QT_TRANSLATE_NOOP("Action", "JS versus Wasserstein on the stage"), "Ctrl+J", "stage_shift"),
    Spec("unstage", "view", QT_TRANSLATE_NOOP("Action", "Main picture on the stage"), "Ctrl+M", "stage_main"),
    Spec("fullscreen", "view", QT_TRANSLATE_NOOP("Action", "Full screen"), "F11", "toggle_fullscreen", True),
    Spec("reset_layout", "view", QT_TRANSLATE_NOOP("Action", "Reset the layout"), "Ctrl+Shift+L", "reset_layout"),
    Spec("guide", "help", QT_TRANSLATE_NOOP("Action", "Guide"), "F1", "show_guide"),
    Spec("diagnostics", "help", QT_TRANSLATE_NOOP("Action", "Diagnostics…"), "Ctrl+F1", "show_diagnostics"),
)  # fmt: skip


def build(window: QObject) -> dict[str, QAction]:
    """The actions of a window, key to QAction, named ``action.<key>`` and connected."""
    actions = {}
    for spec in ACTIONS:
        action = QAction(window)
        action.setObjectName(f"action.{spec.key}")
        action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(_caller(window, spec.call))
        actions[spec.key] = action
    retranslate(actions)
    return actions


def _caller(window: QObject, path: str) -> Callable[[], None]:
    # Looked up at each call: a window may get another session or dialog later.
    return lambda: attrgetter(path)(window)()


def retranslate(actions: dict[str, QAction]) -> None:
    for spec in ACTIONS:
        actions[spec.key].setText(QCoreApplication.translate("Action", spec.text))
