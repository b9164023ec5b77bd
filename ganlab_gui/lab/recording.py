"""All that was seen of an experiment: branches of training, their pictures and their keyframes.

Memory is bounded: pictures and keyframes are thinned to a budget (see `Reel`), rows go to the disk
where they are many (see `Table`).
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit, History
from ganlab_gui.lab.packed import share, sizes_of
from ganlab_gui.lab.reel import Reel
from ganlab_gui.lab.snapshot import Scene, Snapshot

BUDGET = 256 << 20
"""Bytes of pictures and keyframes together, where the user has not asked for another number."""
KEYFRAMES = 0.35
"""Share of the budget that keyframes may take."""
BOOKMARK = "bookmark"
AFRESH = b""
"""In place of a keyframe: networks as the settings and the seed make them, before any step."""


@dataclass(frozen=True)
class Mark:
    """Something to find again on the time line.

    ``kind`` is "bookmark" or the name of an event; ``run`` is the run it happened in, None where
    that is all of them.
    """

    step: int
    kind: str
    note: str = ""
    run: int | None = None


@dataclass(frozen=True)
class Keyframe:
    """The whole state of training at a step, as `keyframe.dumps` packs it.

    ``setting`` is which of its branch's settings were in force (several may begin at one step).
    """

    data: bytes
    setting: int


@dataclass(frozen=True)
class Place:
    """A moment that training can go on from: a keyframe (or AFRESH), and the way to ``step``.

    ``settings`` are (step, experiment): the first held at the keyframe, each later one from its
    step on. ``edits`` are all up to the moment.
    """

    keyframe: bytes
    settings: tuple[tuple[int, Experiment], ...]
    step: int
    edits: tuple[Edit, ...] = ()

    @property
    def experiment(self) -> Experiment:
        """The settings in force at the moment."""
        return self.settings[-1][1]


@dataclass
class Branch:
    """One line of training: it grew out of ``parent`` at step ``fork``; the first has no parent.

    ``history`` is complete, the parent's part included; ``settings``, ``pictures``, ``keyframes``
    and ``marks`` are the branch's own, from the fork on. ``partial`` lists steps that moved one
    player alone: no way from a keyframe leads over them.
    """

    id: int
    name: str
    parent: int | None
    fork: int
    settings: list[tuple[int, Experiment]]
    scene: Scene
    history: History
    pictures: Reel[Snapshot] = field(default_factory=Reel)
    keyframes: Reel[Keyframe] = field(default_factory=Reel)
    marks: list[Mark] = field(default_factory=list)
    partial: list[int] = field(default_factory=list)

    @property
    def experiment(self) -> Experiment:
        """The settings in force at its newest step."""
        return self.settings[-1][1]

    @property
    def last_step(self) -> int:
        """The newest step anything is known of."""
        known = [self.fork, self.history.last_step]
        known += [s for s in (self.pictures.newest, self.keyframes.newest) if s is not None]
        return max(known)

    def settings_at(self, step: int) -> Experiment | None:
        """The settings in force once ``step`` steps were taken; None before the fork."""
        held = [experiment for start, experiment in self.settings if start <= step]
        return held[-1] if held else None

    def lend(self) -> "Branch":
        """It as it is now, for another thread to read while this one grows."""
        return replace(
            self, settings=self.settings[:], history=self.history.lend(),
            pictures=self.pictures.copy(), keyframes=self.keyframes.copy(),
            marks=self.marks[:], partial=self.partial[:],
        )  # fmt: skip

    def truncate(self, step: int) -> None:
        """Forget what came after ``step``."""
        self.history.truncate(step)
        self.pictures.truncate(step)
        self.keyframes.truncate(step)
        self.marks = [mark for mark in self.marks if mark.step <= step]
        self.settings = [s for s in self.settings if s[0] <= step] or self.settings[:1]
        self.partial = [s for s in self.partial if s <= step]


class Recording:
    """The tree of branches that grew from one start, and which of them is ``current``."""

    def __init__(
        self, experiment: Experiment, scene: Scene, history: History, step: int = 0,
        budget: int = BUDGET,
    ) -> None:  # fmt: skip
        """A tree of one branch that begins at ``step``."""
        root = Branch(0, "", None, step, [(step, experiment)], scene, history)
        self.branches: dict[int, Branch] = {0: root}
        self.current = 0
        self.budget = budget

    @property
    def branch(self) -> Branch:
        return self.branches[self.current]

    @property
    def used(self) -> int:
        """Bytes of all pictures and keyframes."""
        return sum(b.pictures.used + b.keyframes.used for b in self.branches.values())

    def line(self, branch: int | None = None) -> Iterator[tuple[Branch, int]]:
        """A branch and its ancestors, each with the last step that counts of it."""
        until, at = 1 << 62, self.current if branch is None else branch
        while True:
            here = self.branches[at]
            yield here, until
            if here.parent is None:
                return
            until, at = min(until, here.fork), here.parent

    # -- what comes in -----------------------------------------------------------------------------

    def record(self, snapshot: Snapshot) -> None:
        """Keep a picture of the current branch, for as long as there is room."""
        reel = self.branch.pictures
        before = reel.at(snapshot.step)
        if before is not None:
            snapshot = share(snapshot, before[1])
        size = sizes_of(snapshot, before[1] if before else None)
        reel.add(snapshot.step, snapshot, size)
        self._fit()

    def keep_state(self, step: int, data: bytes) -> None:
        """Keep the whole state of the current branch at ``step``, under its newest settings."""
        branch = self.branch
        branch.keyframes.add(step, Keyframe(data, len(branch.settings) - 1), len(data))
        self._fit()

    def set_settings(self, step: int, experiment: Experiment) -> None:
        """From ``step`` on other settings hold; that moment is not thinned out."""
        self.branch.settings.append((step, experiment))
        self.keep(step)

    def amend_settings(self, experiment: Experiment) -> None:
        """Settings that the game does not depend on have changed: no moment of its own."""
        start, _ = self.branch.settings[-1]
        self.branch.settings[-1] = (start, experiment)

    def moved_one_player(self, step: int) -> None:
        """Step ``step`` moved D or G alone."""
        self.branch.partial.append(step)
        self.branch.keyframes.keep(step)

    def keep(self, step: int) -> None:
        """The picture and the keyframe next to a marked moment are not thinned out."""
        for reel in (self.branch.pictures, self.branch.keyframes):
            found = reel.at(step)
            if found is not None:
                reel.keep(found[0])

    def mark(self, mark: Mark) -> None:
        """Mark a moment of the current branch, in the order of steps."""
        self.branch.marks.append(mark)
        self.branch.marks.sort(key=lambda m: m.step)
        self.keep(mark.step)

    def unmark(self, mark: Mark) -> None:
        for branch, _ in self.line():
            if mark in branch.marks:
                branch.marks.remove(mark)

    def _fit(self) -> None:
        for name, share_ in (("pictures", 1 - KEYFRAMES), ("keyframes", KEYFRAMES)):
            reels: list[Reel[object]] = [getattr(b, name) for b in self.branches.values()]
            room = share_ * self.budget
            while sum(reel.used for reel in reels) > room:
                if not any(r.drop() for r in sorted(reels, key=lambda r: -r.used)):
                    break

    def lend(self) -> "Recording":
        """All as it is now, for another thread to read and thin out while this one grows."""
        other = copy(self)
        other.branches = {number: branch.lend() for number, branch in self.branches.items()}
        return other

    def set_budget(self, budget: int) -> None:
        self.budget = budget
        self._fit()

    # -- what is found again -----------------------------------------------------------------------

    def picture(self, step: int, branch: int | None = None) -> Snapshot | None:
        """The picture of a branch's line whose step is nearest to ``step``."""
        near: list[Snapshot] = []
        for here, until in self.line(branch):
            found = here.pictures.at(min(step, until)), here.pictures.after(step)
            near += [f[1] for f in found if f is not None and f[0] <= until]
        return min(near, key=lambda s: (abs(s.step - step), s.step), default=None)

    def pictures(self) -> list[tuple[int, Snapshot]]:
        """All pictures of the current line, in order."""
        found: dict[int, Snapshot] = {}
        for branch, until in self.line():
            for step, snapshot in branch.pictures.items():
                if step <= until:
                    found.setdefault(step, snapshot)
        return sorted(found.items())

    def steps(
        self, kind: Literal["pictures", "keyframes"], branch: int | None = None
    ) -> NDArray[np.int64]:
        """(N,) steps of a branch's line that have a picture, or a keyframe, in order."""
        found = []
        for here, until in self.line(branch):
            own = getattr(here, kind).steps
            found.append(own[own <= until])
        return np.unique(np.concatenate(found))

    def marks(self) -> list[Mark]:
        """The marks of the current line, in order."""
        marks = [m for branch, until in self.line() for m in branch.marks if m.step <= until]
        return sorted(marks, key=lambda mark: mark.step)

    def settings_at(self, step: int) -> Experiment:
        """The settings in force on the current line once ``step`` steps were taken."""
        for branch, until in self.line():
            found = branch.settings_at(min(step, until))
            if found is not None and (step >= branch.fork or branch.parent is None):
                return found
        return self.branch.settings[0][1]

    def place(self, step: int, branch: int | None = None, reach: int | None = None) -> Place | None:
        """The moment ``step`` of a branch (the current one), to go on from it.

        Where its way from the newest keyframe is longer than ``reach`` steps, or leads over a step
        of one player alone, it is the keyframe's own moment instead. Without any keyframe the way
        begins with step 0; None where that was not recorded.
        """
        line = list(self.line(branch))
        for age, (here, until) in enumerate(line):
            found = here.keyframes.at(min(step, until))
            if found is None and here.parent is None and here.fork == 0:
                found = 0, Keyframe(AFRESH, 0)
            if found is None:
                continue
            at, keyframe = found
            far = reach is not None and step - at > reach
            moment = at if far or _crossed(line, at, step) else step
            begun = [(here.settings[keyframe.setting + 1 :], until)]
            begun += [(younger.settings, end) for younger, end in reversed(line[:age])]
            later = [(s, e) for own, end in begun for s, e in own if s <= min(moment, end)]
            first = (at, here.settings[keyframe.setting][1])
            edits = tuple(e for e in line[0][0].history.edits if e.step <= moment)
            return Place(keyframe.data, (first, *later), moment, edits)
        return None

    # -- growing -----------------------------------------------------------------------------------

    def fork(self, step: int, name: str, experiment: Experiment, scene: Scene) -> Branch:
        """A new branch out of the current one at ``step``; it becomes the current one."""
        parent = next(b.id for b, _ in self.line() if b.fork <= step or b.parent is None)
        number = max(self.branches) + 1
        history = self.branch.history.copy(step)
        history.floors = self.branch.history.floors  # the same data: what is read later serves both
        branch = Branch(number, name, parent, step, [(step, experiment)], scene, history)
        self.branches[number] = branch
        self.current = number
        return branch

    def remove(self, branch: int) -> None:
        """Forget a branch and all that grew out of it; the first one and the current line stay."""
        line = {b.id for b, _ in self.line()}
        gone = {branch}
        while grown := {b.id for b in self.branches.values() if b.parent in gone} - gone:
            gone |= grown
        if not gone & (line | {0}):
            for number in gone:
                del self.branches[number]


def _crossed(line: list[tuple[Branch, int]], after: int, until: int) -> bool:
    """Whether a step of one player alone lies in (after, until] of a line."""
    return any(after < step <= min(until, end) for b, end in line for step in b.partial)
