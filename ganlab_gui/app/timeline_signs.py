"""What there is to find on the line of time, in words: edits, bookmarks, events, forks."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication

from ganlab_gui.app.notices import said
from ganlab_gui.experiment.io import changes
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.events import EVENTS, gathered
from ganlab_gui.lab.history import Edit
from ganlab_gui.lab.recording import BOOKMARK, Branch, Mark, Recording
from ganlab_gui.views.base import thousands

Namer = Callable[[str], str]
"""A setting's path to its name in the window."""

EDIT, FORK = "edit", "fork"
LETTERS = {
    "collapse": "C", "recovery": "R", "mode-lost": "–", "mode-regained": "+", "d-saturated": "S",
    "gradient-vanished": "V", "divergence": "∞",
}  # fmt: skip
RANK = (BOOKMARK, FORK, "divergence", EDIT, "collapse", "recovery")
"""Which sign is drawn where several would cover each other; all others come after."""
WIDE = 64
"""Letters to a line of a rule."""
MOST = 8
"""Lines that a tooltip tells."""
UNSAID = ("title", "notes", "expect")
"""What is no setting of the game."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)


@dataclass(frozen=True)
class Sign:
    """Something at a step: its ``kind`` gives the shape, ``letter`` stands in it.

    ``rule`` says when an event counts as one.
    """

    step: int
    kind: str
    letter: str
    text: str
    mark: Mark | None = None
    rule: str = ""

    @property
    def rank(self) -> int:
        return RANK.index(self.kind) if self.kind in RANK else len(RANK)


def signs(recording: Recording, namer: Namer, within: int = 0) -> list[Sign]:
    """All signs of the current line, in the order of steps.

    What happened in several runs within so many steps is one sign.
    """
    marks = recording.marks()
    found = [
        *_edits(recording.branch.history.edits, namer),
        *(_of_bookmark(mark) for mark in marks if mark.kind == BOOKMARK),
        *map(_of_events, gathered([m for m in marks if m.kind != BOOKMARK], within)),
        *_forks(recording),
    ]
    return sorted(found, key=lambda sign: (sign.step, sign.rank))


def _edits(edits: Iterable[Edit], namer: Namer) -> Iterator[Sign]:
    for edit in edits:
        text = tr("{0}: {1} → {2}").format(namer(edit.path), said(edit.old), said(edit.new))
        yield Sign(edit.step, EDIT, "", text)


def _of_bookmark(mark: Mark) -> Sign:
    text = tr("Bookmark: {0}").format(mark.note) if mark.note else tr("Bookmark")
    return Sign(mark.step, BOOKMARK, "", text, mark)


def _of_events(marks: tuple[Mark, ...]) -> Sign:
    """Events of one kind: one, or the same in several runs."""
    mark = marks[0]
    event = EVENTS.get(mark.kind)
    letter = LETTERS.get(mark.kind, "!")
    if event is None:  # of a file that a later version wrote
        return Sign(mark.step, mark.kind, letter, mark.kind, mark)
    text = tr(event.name)
    if len(marks) > 1:
        text += " · " + tr("{0} runs").format(len(marks))
    else:
        text += " · " + tr(event.note).format(mark.note) if event.note and mark.note else ""
        text += " · " + tr("run {0}").format(mark.run + 1) if mark.run is not None else ""
    return Sign(mark.step, mark.kind, letter, text, mark, tr(event.definition))


def _forks(recording: Recording) -> Iterator[Sign]:
    """Where the line grew out of another, and where others grew out of it."""
    line = {branch.id: until for branch, until in recording.line()}
    for branch in recording.branches.values():
        if branch.parent is None:
            continue
        if branch.id in line:
            text = tr("{0} begins here").format(branch_name(branch))
            yield Sign(branch.fork, FORK, "", text)
        elif branch.fork <= line.get(branch.parent, -1):
            text = tr("{0} grew from here").format(branch_name(branch))
            yield Sign(branch.fork, FORK, "", text)


def branch_name(branch: Branch) -> str:
    """What a branch is called: as the user named it, else by its number."""
    return branch.name or tr("branch {0}").format(branch.id + 1)


def plain(text: str) -> str:
    """A tooltip that shows ``text`` as it is, whatever a note or a name may contain."""
    lines = escape(text).replace("\n", "<br>")
    return f'<p style="white-space:pre">{lines}</p>' if "<" in text else text


def told(group: list[Sign]) -> str:
    """A tooltip's lines on signs that lie together, by their steps."""
    lines = [tr("step {0}: {1}").format(thousands(s.step), s.text) for s in group[:MOST]]
    if len(group) > MOST:
        lines.append(tr("and {0} more").format(len(group) - MOST))
    if len(group) == 1 and group[0].rule:
        lines += textwrap.wrap(group[0].rule, WIDE)
    return "\n".join(lines)


def differing(old: Experiment, new: Experiment, namer: Namer) -> str:
    """The settings that differ, a line each; empty where none does."""
    pairs: dict[str, tuple[Any, Any]] = {
        namer(path): pair for path, pair in changes(old, new).items() if path not in UNSAID
    }
    lines = [f"{name} {_said(a)} → {_said(b)}" for name, (a, b) in list(pairs.items())[:MOST]]
    if len(pairs) > MOST:
        lines.append(tr("and {0} more").format(len(pairs) - MOST))
    return "\n".join(lines)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    return "–" if value is None else said(value)
