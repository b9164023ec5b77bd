"""Every action of the window as a table of data: key, menu, text, shortcut, what it calls.

The texts of both tables are translated where they are shown, in the context "Action".
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True)
class Spec:
    """``call`` is a dotted path from the window, ``menu`` a key of MENUS.

    ``rule`` draws a line before it.
    """

    key: str
    menu: str
    text: str
    shortcut: str
    call: str
    rule: bool = False


MENUS = {
    "file": "&File",
    "export": "E&xport",
    "edit": "&Edit",
    "run": "&Run",
    "time": "&Time",
    "view": "&View",
    "help": "&Help",
}

SUBMENUS = {"export": "file"}
"""A menu inside another, where its first action stands in the table."""

ACTIONS = (
    Spec("open_preset", "file", "Choose an experiment…", "Ctrl+P", "documents.choose"),
    Spec("theory", "file", "Choose a theory page…", "Ctrl+Shift+T", "documents.choose_page"),
    Spec("lesson", "file", "Choose a lesson…", "Ctrl+Shift+N", "documents.choose_lesson"),
    Spec("open", "file", "Open file…", "Ctrl+O", "documents.open"),
    Spec("runs", "file", "Earlier runs…", "Ctrl+Shift+O", "keeping.show_runs"),
    Spec("save", "file", "Save experiment", "Ctrl+S", "documents.save"),
    Spec("save_as", "file", "Save experiment as…", "Ctrl+Shift+S", "documents.save_as"),
    Spec("save_session", "file", "Save session", "Ctrl+Alt+K", "sessions.save", True),
    Spec("save_session_as", "file", "Save session as…", "Ctrl+Shift+K", "sessions.save_as"),
    Spec("save_checkpoint", "file", "Save checkpoint…", "Ctrl+K",
         "documents.save_checkpoint"),
    Spec("export", "export", "Figure…", "Ctrl+E", "exporter.export_stage", True),
    Spec("export_page", "export", "Page of all panels…", "Ctrl+Shift+E", "exporter.export_page"),
    Spec("export_lesson", "export", "Figures of a whole lesson…", "Ctrl+Alt+E",
         "work.export_lesson"),
    Spec("export_strip", "export", "Film strip…", "Ctrl+Alt+F", "films.ask_strip", True),
    Spec("export_movie", "export", "Movie…", "Ctrl+Alt+M", "films.ask_movie"),
    Spec("export_history", "export", "History as CSV…", "Ctrl+Alt+H",
         "exporter.export_history", True),
    Spec("export_events", "export", "History as TensorBoard logs…", "Ctrl+Alt+L",
         "work.export_events"),
    Spec("export_samples", "export", "Samples as NPZ or CSV…", "Ctrl+Alt+S",
         "exporter.export_samples"),
    Spec("export_weights", "export", "Weights as safetensors…", "Ctrl+Alt+W",
         "exporter.export_weights", True),
    Spec("export_script", "export", "Generator as a program…", "Ctrl+Alt+P",
         "exporter.export_script"),
    Spec("copy", "file", "Copy figure", "Ctrl+Shift+C", "exporter.copy_stage"),
    Spec("quit", "file", "Quit", "Ctrl+Q", "close", True),
    Spec("undo", "edit", "Undo", "Ctrl+Z", "comparison.undo"),
    Spec("redo", "edit", "Redo", "Ctrl+Shift+Z", "comparison.redo"),
    Spec("copy_experiment", "edit", "Copy experiment", "Ctrl+C",
         "documents.copy_experiment", True),
    Spec("paste_experiment", "edit", "Paste experiment", "Ctrl+V", "documents.paste_experiment"),
    Spec("restore", "edit", "Back to the opened settings", "Ctrl+Backspace",
         "comparison.restore", True),
    Spec("draw", "edit", "Draw your own data…", "Ctrl+D", "documents.draw"),
    Spec("play", "run", "Play or pause", "Space", "toggle_play"),
    Spec("step", "run", "One step", "Right", "comparison.step_both"),
    Spec("step_d", "run", "One D step only", "Shift+D", "comparison.step_d"),
    Spec("step_g", "run", "One G step only", "Shift+G", "comparison.step_g"),
    Spec("stage_forward", "run", "Next stage of the machine", ".", "panels.stage_forward", True),
    Spec("stage_back", "run", "Stage before", ",", "panels.stage_back"),
    Spec("walk", "run", "Walk through the stages, or stop", "Shift+Space", "panels.walk"),
    Spec("slower", "run", "Slower", "-", "slower", True),
    Spec("faster", "run", "Faster", "+", "faster"),
    Spec("reset", "run", "Start again with the same seed", "Ctrl+R", "comparison.reset", True),
    Spec("new_seed", "run", "Start again with a new seed", "Ctrl+Shift+R", "comparison.new_seed"),
    Spec("compare_copy", "run", "Compare with a copy of this run", "Ctrl+Alt+C",
         "comparison.choice.copy", True),
    Spec("compare_preset", "run", "Compare with another experiment…", "Ctrl+Alt+G",
         "comparison.choice.ask_preset"),
    Spec("compare_file", "run", "Compare with a file…", "Ctrl+Alt+O",
         "comparison.choice.ask_file"),
    Spec("compare_seed", "run", "Compare with the same seed", "Ctrl+Alt+R",
         "comparison.toggle_seed"),
    Spec("compare_save", "run", "Save B's experiment as…", "Ctrl+Alt+V", "comparison.save"),
    Spec("compare_leave", "run", "Back to A alone", "Ctrl+Alt+X", "comparison.leave"),
    Spec("many", "run", "Many: a grid of experiments…", "Ctrl+G", "many.open", True),
    Spec("previous", "time", "Picture before", "Alt+Left", "timeline.previous"),
    Spec("next", "time", "Next picture", "Alt+Right", "timeline.next"),
    Spec("mark_before", "time", "Mark before", "Alt+Shift+Left", "timeline.mark_before"),
    Spec("mark_after", "time", "Next mark", "Alt+Shift+Right", "timeline.mark_after"),
    Spec("beginning", "time", "To the beginning", "Alt+Home", "timeline.beginning"),
    Spec("now", "time", "Back to now", "Alt+End", "timeline.now"),
    Spec("play_back", "time", "Play backwards", "J", "timeline.play_back", True),
    Spec("play_on", "time", "Play forwards", "L", "timeline.play_on"),
    Spec("branch_here", "time", "Branch here", "Ctrl+B", "timeline.branches.branch_here", True),
    Spec("rename_branch", "time", "Name the branch…", "Ctrl+Shift+B",
         "timeline.branches.rename"),
    Spec("bookmark", "time", "Bookmark this moment…", "Ctrl+Alt+B",
         "timeline.branches.bookmark"),
    Spec("timeline", "time", "Fold or unfold the pictures", "Ctrl+Alt+T",
         "timeline.toggle_fold", True),
    Spec("theme", "view", "Dark or light", "Ctrl+T", "toggle_theme"),
    Spec("language", "view", "English / 中文", "Ctrl+L", "toggle_language"),
    Spec("larger", "view", "Larger text", "Ctrl++", "larger", True),
    Spec("smaller", "view", "Smaller text", "Ctrl+-", "smaller"),
    Spec("normal_size", "view", "Normal text", "Ctrl+0", "normal_size"),
    Spec("next_run", "view", "Show the next run", "Ctrl+Right", "next_run", True),
    Spec("shift", "view", "JS versus Wasserstein on the stage", "Ctrl+J", "stage_shift"),
    Spec("machine", "view", "Machine on the stage", "Ctrl+I", "panels.stage_machine"),
    Spec("unstage", "view", "Main picture on the stage", "Ctrl+M", "stage_main"),
    Spec("fullscreen", "view", "Full screen", "F11", "toggle_fullscreen", True),
    Spec("reset_layout", "view", "Reset the layout", "Ctrl+Shift+L", "reset_layout"),
    Spec("guide", "help", "Guide", "F1", "show_guide"),
    Spec("diagnostics", "help", "Diagnostics…", "Ctrl+F1", "show_diagnostics"),
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
