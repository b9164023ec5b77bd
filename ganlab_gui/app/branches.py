"""Branches and bookmarks of the recording: their menu, names, notes, and taking them away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox

from ganlab_gui.app.timeline_signs import branch_name, differing, plain, tr
from ganlab_gui.lab.recording import BOOKMARK, Branch, Mark, Recording
from ganlab_gui.views.base import thousands

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow


class Branches(QObject):
    """What a window does with the branches of its session, and with the moments worth a note."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window, self.session = window, window.session
        self._source: Recording | None = None
        self._known: set[int] = set()
        self.session.recording_changed.connect(self._tell_new)

    # -- branches ----------------------------------------------------------------------------------

    def branch_here(self) -> None:
        """Go on from the moment shown, in a branch of its own."""
        self.session.branch_here()

    def rename(self) -> None:
        """Ask for another name of the current branch."""
        recording = self.session.recording
        if recording is None:
            return
        branch = recording.branch
        text = self._ask(tr("Name the branch"), tr("Name of this branch:"), branch_name(branch))
        if text is not None:
            branch.name = "" if text == tr("branch {0}").format(branch.id + 1) else text
            self.session.recording_changed.emit()

    def remove(self, number: int) -> None:
        """Forget a branch, and what grew out of it, once the user has said so."""
        recording = self.session.recording
        if recording is None or number not in recording.branches:
            return
        question = tr("Remove {0} and all branches that grew from it? This cannot be undone.")
        text = question.format(branch_name(recording.branches[number]))
        buttons = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.Question, tr("Remove the branch"), text,
                          buttons.Yes | buttons.Cancel, self.window)  # fmt: skip
        box.setTextFormat(Qt.TextFormat.PlainText)
        if box.exec() == buttons.Yes:
            recording.remove(number)
            self.session.recording_changed.emit()

    def _tell_new(self) -> None:
        """A branch that grew, by an edit in the past or on request, is said once."""
        recording = self.session.recording
        if recording is None:
            return
        numbers = set(recording.branches)
        if recording is self._source and recording.current not in self._known:
            text = tr("Branched at step {0}: {1}")
            self.window.say(
                text.format(thousands(recording.branch.fork), branch_name(recording.branch))
            )
        self._source, self._known = recording, numbers

    # -- bookmarks ---------------------------------------------------------------------------------

    def bookmark(self) -> None:
        """Mark the moment shown, with a note."""
        recording, step = self.session.recording, self.session.shown_step
        if recording is None:
            return
        label = tr("Note on step {0}:").format(thousands(step))
        note = self._ask(tr("Bookmark"), label, "", empty=True)
        if note is not None:
            recording.mark(Mark(step, BOOKMARK, note))
            self.session.recording_changed.emit()

    def edit_note(self, mark: Mark) -> None:
        label = tr("Note on step {0}:").format(thousands(mark.step))
        note = self._ask(tr("Bookmark"), label, mark.note, empty=True)
        recording = self.session.recording
        if note is not None and recording is not None and note != mark.note:
            home = next((b for b, _ in recording.line() if mark in b.marks), None)
            if home is not None:
                home.marks[home.marks.index(mark)] = Mark(mark.step, mark.kind, note, mark.run)
                self.session.recording_changed.emit()

    def forget_mark(self, mark: Mark) -> None:
        if self.session.recording is not None:
            self.session.recording.unmark(mark)
            self.session.recording_changed.emit()

    def _ask(self, title: str, label: str, text: str, empty: bool = False) -> str | None:
        dialog = QInputDialog(self.window)
        dialog.setObjectName("timeline.ask")
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.setOkButtonText(tr("OK"))
        dialog.setCancelButtonText(tr("Cancel"))
        if not dialog.exec():
            return None
        answer = " ".join(dialog.textValue().split())[:200]
        return answer if answer or empty else None

    # -- the menu ----------------------------------------------------------------------------------

    def fill(self, menu: QMenu) -> None:
        """The tree of branches, the bookmarks, and what can be done with them."""
        menu.clear()
        recording = self.session.recording
        if recording is None:
            return
        menu.setToolTipsVisible(True)
        self._title(menu, tr("Branches"))
        for branch, depth in tree(recording):
            self._add_branch(menu, recording, branch, depth)
        menu.addSeparator()
        actions = self.window.actions_
        menu.addActions([actions["branch_here"], actions["rename_branch"]])
        line = {b.id for b, _ in recording.line()}
        removable = [b for b, _ in tree(recording) if b.id not in line | {0}]
        removable = [b for b in removable if not grown(recording, b.id) & line]
        if removable:
            remove = menu.addMenu(tr("Remove"))
            for branch in removable:
                entry = remove.addAction(branch_name(branch))
                entry.setObjectName(f"timeline.remove.{branch.id}")
                entry.triggered.connect(lambda _=False, b=branch.id: self.remove(b))
        menu.addSeparator()
        self._title(menu, tr("Bookmarks"))
        for mark in [m for m in recording.marks() if m.kind == BOOKMARK]:
            self._add_bookmark(menu, mark)
        menu.addAction(actions["bookmark"])

    def _title(self, menu: QMenu, text: str) -> None:
        menu.addAction(text).setEnabled(False)

    def _add_branch(self, menu: QMenu, recording: Recording, branch: Branch, depth: int) -> None:
        name = branch_name(branch).replace("&", "&&")
        text = "    " * depth + ("└ " if depth else "") + name
        text += "\t" + tr("step {0}").format(thousands(branch.last_step))
        entry = menu.addAction(text)
        entry.setObjectName(f"timeline.branch.{branch.id}")
        entry.setCheckable(True)
        entry.setChecked(branch.id == recording.current)
        entry.setToolTip(plain(self.about(recording, branch)))
        entry.triggered.connect(lambda _=False, b=branch.id: self.session.switch(b))

    def about(self, recording: Recording, branch: Branch) -> str:
        """Where a branch began and how its settings differ from those of the current one."""
        lines = []
        if branch.parent is not None:
            text = tr("Grew from {0} at step {1}")
            parent = recording.branches[branch.parent]
            lines.append(text.format(branch_name(parent), thousands(branch.fork)))
        other = recording.branch if branch.id != recording.current else None
        other = recording.branches.get(branch.parent or 0) if other is None else other
        if other is not None and other is not branch:
            found = differing(other.experiment, branch.experiment, self.window.controls.name_of)
            than = tr("Settings compared with {0}:").format(branch_name(other))
            same = tr("The same settings as {0}").format(branch_name(other))
            lines.append(f"{than}\n{found}" if found else same)
        return "\n".join(lines) or tr("The first branch")

    def _add_bookmark(self, menu: QMenu, mark: Mark) -> None:
        text = tr("step {0}").format(thousands(mark.step))
        own = menu.addMenu(f"{text} · {mark.note}".replace("&", "&&") if mark.note else text)
        self.fill_bookmark(own, mark)

    def fill_bookmark(self, menu: QMenu, mark: Mark) -> None:
        """What can be done with one bookmark."""
        menu.addAction(tr("Go there"), lambda: self.session.visit(mark.step))
        menu.addAction(tr("Change the note…"), lambda: self.edit_note(mark))
        menu.addAction(tr("Remove the bookmark"), lambda: self.forget_mark(mark))


def tree(recording: Recording) -> list[tuple[Branch, int]]:
    """All branches, each followed by those that grew out of it, with how deep they are."""

    def under(parent: int | None, depth: int) -> list[tuple[Branch, int]]:
        own = [b for b in recording.branches.values() if b.parent == parent]
        own.sort(key=lambda b: (b.fork, b.id))
        return [pair for b in own for pair in ((b, depth), *under(b.id, depth + 1))]

    return under(None, 0)


def grown(recording: Recording, branch: int) -> set[int]:
    """A branch and all that grew out of it."""
    found = {branch}
    while more := {b.id for b in recording.branches.values() if b.parent in found} - found:
        found |= more
    return found
