"""What happened in a run, found by rules in its rows and readings. No Qt, no torch.

`EVENTS` says each rule in a sentence, as users read it; the constants are its thresholds. Every
rule is a `Latch`: it is on after several looks in a row that say so, over some steps, and off after
as many that say the opposite; what lies between is neither. So a mode that flickers at a threshold
makes no marks, however often it is looked at, and an event's step is that of the first look.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.lab.history import OF_NETWORKS, History
from ganlab_gui.lab.recording import Mark

HELD, LOST = 0.5, 0.1
"""A mode is held with half its true weight or more of the samples, as in the panel Mode history,
and lost under a tenth of it: five times less, far beyond the noise of 2 500 samples."""
CROWDED = 0.4
"""A collapse leaves at most this share of the modes, one at least: 3 of 8, 10 of 25, seen at a
glance on a ring or a grid. Over half of them is a recovery."""
COLLAPSE_READINGS = 3
"""A generator that hops lands on few modes at every reading; one that spreads is through sooner."""
MODE_READINGS = 5
"""A mode is slower to call: hops, which are no losses, last for a reading or two."""
LASTING = 100
"""Steps that all of this has to last, where readings come at every step: a generator that has just
begun rushes about for less."""
PERFECT, IMPERFECT = 0.99, 0.95
"""D's accuracy on data and on samples from which on it is saturated, and below which it is not."""
SURE, UNSURE = 0.1, 0.3
"""Its loss, over the largest so far: right is not enough, a logistic D under a tenth of log 4 gives
its answers with 93 % on average."""
BLOCK = 50
"""Steps whose rows are looked at together: a minibatch's accuracy alone is noise."""
BLOCKS = 2
VANISHED, ALIVE = 0.02, 0.1
"""G's gradient over the largest so far. A game near its equilibrium has a small gradient too (1/80
of the largest in the preset figure-1): it counts as vanished only while D is saturated."""
GRADIENT_READINGS = 3
GRADIENT_STEPS = 50


@dataclass(frozen=True)
class Event:
    """``name`` and ``definition`` are shown to users; ``note`` is what a mark's note stands in."""

    name: str
    definition: str
    note: str = ""


EVENTS: dict[str, Event] = {
    "collapse": Event(
        "Collapse",
        "For 3 readings in a row and 100 steps at most two fifths of the modes have half their"
        " share of the samples or more, after the generator has been on more of them, at once or in"
        " turn.",
        "{0} modes",
    ),
    "recovery": Event(
        "Recovery",
        "After a collapse, for 3 readings in a row and 100 steps more than half of the modes have"
        " half their share of the samples or more.",
        "{0} modes",
    ),
    "mode-lost": Event(
        "Mode lost",
        "A mode that had half its share of the samples or more has less than a tenth of it for 5"
        " readings in a row and 100 steps. Not told apart while collapsed.",
        "mode {0}",
    ),
    "mode-regained": Event(
        "Mode regained",
        "A mode that was lost has half its share of the samples or more for 5 readings in a row and"
        " 100 steps.",
        "mode {0}",
    ),
    "d-saturated": Event(
        "D saturated",
        "For 100 steps D tells data from samples with 99 % accuracy or more, and its loss is under"
        " a tenth of the largest so far. Critics, which have no accuracy, do not saturate.",
        "accuracy {0}",
    ),
    "gradient-vanished": Event(
        "Gradient vanished",
        "While D is saturated, the gradient of the generator's loss is under 1/50 of the largest so"
        " far for 3 readings in a row and 50 steps.",
        "‖∇‖ {0}",
    ),
    "divergence": Event(
        "Divergence", "A score, a loss or a weight of the run has become infinite or undefined."
    ),
}
"""Every kind of event, in the order in which marks of one step are told."""

SEEN = ("d_loss", "accuracy_real", "accuracy_fake")
AT_ONCE = 200
"""Blocks of a long history that are copied at once."""

Array = NDArray[Any]
Flags = NDArray[np.bool_]
Found = tuple[int, str, str, int]
"""Step, kind, note and run of an event."""


class Latch:
    """Booleans of ``shape``; each changes after looks in a row that ask for it.

    They are ``confirm`` looks at least, the last of them ``lasting`` steps or more after the first.
    ``since`` is the step of the first of the looks that led to the present state.
    """

    def __init__(self, shape: tuple[int, ...], confirm: int, lasting: int) -> None:
        self.confirm, self.lasting = confirm, lasting
        self.on = np.zeros(shape, bool)
        self.since = np.zeros(shape, np.int64)
        self._count = np.zeros(shape, np.int64)

    def feed(self, step: int, rises: Flags, falls: Flags) -> Flags:
        """One look, at ``step``; returns which have changed."""
        asked: Flags = np.where(self.on, falls, rises)
        if not asked.any():
            self._count[:] = 0
            return asked
        self.since = np.where(asked & (self._count == 0), step, self.since)
        self._count = np.where(asked, self._count + 1, 0)
        changed: Flags = (self._count >= self.confirm) & (step - self.since >= self.lasting)
        if changed.any():
            self.on = self.on ^ changed
            self._count[changed] = 0
        return changed


class Modes:
    """Collapse, recovery and the modes lost and regained, from the shares of the samples."""

    def __init__(self, weights: Array, runs: int) -> None:
        self.weights = np.asarray(weights, np.float64) / np.sum(weights)
        count = len(self.weights)
        self.few = max(1, int(CROWDED * count))
        self.collapsed = Latch((runs,), COLLAPSE_READINGS, LASTING)
        self.held = Latch((runs, count), MODE_READINGS, LASTING)
        self.missed = np.zeros((runs, count), bool)
        self.visited = np.zeros((runs, count), bool)

    def feed(self, step: int, shares: Array) -> Iterator[Found]:
        """A reading (R, M); a run whose shares are not finite has none."""
        known = np.isfinite(shares).all(1) & (shares.sum(1) > 0)
        taken = known[:, None] & (shares >= HELD * self.weights)
        empty = known[:, None] & (shares < LOST * self.weights)
        self.visited |= taken
        count = taken.sum(1)
        crowded = known & (count <= self.few) & (self.visited.sum(1) > self.few)
        wide = known & (count > len(self.weights) / 2)
        for run in np.flatnonzero(self.collapsed.feed(step, crowded, wide)).tolist():
            now = bool(self.collapsed.on[run])
            note = f"{count[run]}/{len(self.weights)}"
            yield int(self.collapsed.since[run]), "collapse" if now else "recovery", note, run
            self.held.on[run], self.missed[run] = taken[run], False
        told = ~self.collapsed.on[:, None]
        changed = self.held.feed(step, taken & told, empty & told)
        if changed.any():
            yield from self._changes(changed)

    def _changes(self, changed: Flags) -> Iterator[Found]:
        """Modes of one run that are lost or regained at one reading are told together."""
        lost = changed & ~self.held.on
        for kind, modes in (("mode-lost", lost), ("mode-regained", changed & self.missed & ~lost)):
            for run in np.flatnonzero(modes.any(1)).tolist():
                which = np.flatnonzero(modes[run])
                note = ", ".join(str(mode + 1) for mode in which)
                yield int(self.held.since[run, which].min()), kind, note, run
        self.missed = (self.missed | lost) & ~(changed & ~lost)


class Judge:
    """Whether D is saturated, from the rows, and whether G's gradient has vanished under it."""

    def __init__(self, runs: int) -> None:
        self.saturated = Latch((runs,), BLOCKS, 0)
        self.vanished = Latch((runs,), GRADIENT_READINGS, GRADIENT_STEPS)
        self._loss = np.zeros(runs)
        self._gradient = np.zeros(runs)
        self._block = 0
        self._when: list[int] = []
        self._states: list[Flags] = []

    def look(self, history: History) -> Iterator[Found]:
        """At the blocks of rows that are over, each once, whatever came with it."""
        table, last = history.rows, history.last_step // BLOCK
        columns = [table.columns.index(name) for name in SEEN]
        while self._block < last:
            ends = np.arange(self._block, min(last, self._block + AT_ONCE) + 1) * BLOCK
            self._block += len(ends) - 1
            edges = np.searchsorted(table.steps, ends, side="right")
            full = np.diff(edges) > 0
            if full.any():
                rows = table.values[edges[0] : edges[-1]][:, :, columns].astype(np.float64)
                yield from self._judge(ends[1:][full], (edges[:-1] - edges[0])[full], rows)

    def _judge(self, ends: Array, starts: Array, rows: Array) -> Iterator[Found]:
        """Blocks of rows (T, R, 3), which begin at the places ``starts`` and end at steps ``ends``.

        A run that is lost, or whose D does not move, has no numbers.
        """
        known = np.isfinite(rows)
        with np.errstate(invalid="ignore"):
            sums = np.add.reduceat(np.where(known, rows, 0.0), starts, axis=0)
            means = sums / np.add.reduceat(known, starts, axis=0, dtype=np.int64)
        loss, accuracy = means[:, :, 0], means[:, :, 1:].min(2)
        tops = np.fmax.reduceat(rows[:, :, 0], starts, axis=0)
        largest = np.fmax.accumulate(np.concatenate([self._loss[None], tops]))[1:]
        self._loss = largest[-1]
        rises = (accuracy >= PERFECT) & (loss <= SURE * largest)
        falls = (accuracy < IMPERFECT) | (loss > UNSURE * largest)
        for block, end in enumerate(ends.tolist()):
            changed = self.saturated.feed(end, rises[block], falls[block])
            if changed.any():
                self._when.append(end)
                self._states.append(self.saturated.on)
                for run in np.flatnonzero(changed & self.saturated.on).tolist():
                    step, share = int(self.saturated.since[run]), accuracy[block, run]
                    yield step, "d-saturated", f"{share:.1%}", run

    def read(self, step: int, gradient: Array) -> Iterator[Found]:
        """A reading (R,) of G's gradient, once all blocks up to ``step`` have been looked at."""
        place = bisect_right(self._when, step)
        saturated = self._states[place - 1] if place else np.zeros(len(gradient), bool)
        self._gradient = np.fmax(self._gradient, gradient)
        rises = saturated & (gradient <= VANISHED * self._gradient)
        falls = ~saturated | (gradient > ALIVE * self._gradient)
        changed = self.vanished.feed(step, rises, falls)
        for run in np.flatnonzero(changed & self.vanished.on).tolist():
            yield int(self.vanished.since[run]), "gradient-vanished", f"{gradient[run]:.2g}", run


class Detector:
    """Finds the events of one history as it grows, in whatever pieces.

    ``weights`` (M,) are those of the data's modes, None where it has none. A history that went back
    needs a new detector; fed with all of it, that finds the same marks again.
    """

    def __init__(self, weights: Array | None, runs: int) -> None:
        self.runs = runs
        self.marks: list[Mark] = []
        """All found so far."""
        self.modes = None if weights is None or len(weights) < 2 else Modes(weights, runs)
        self.judge = Judge(runs)
        self._lost: dict[int, int] = {}
        self._shares = self._readings = 0

    def update(self, history: History, diverged_at: Sequence[int | None] = ()) -> list[Mark]:
        """The marks that what is new in ``history`` brings, in order of their steps.

        ``diverged_at`` has for every run the step at which it was lost, if it was.
        """
        events = [
            *self._divergences(diverged_at), *self._coverage(history),
            *self.judge.look(history), *self._gradients(history),
        ]  # fmt: skip
        kinds = list(EVENTS)
        events.sort(key=lambda event: (event[0], kinds.index(event[1]), event[3]))
        found = [
            Mark(step, kind, note, int(run) if self.runs > 1 else None)
            for step, kind, note, run in events
        ]
        self.marks += found
        return found

    def _divergences(self, diverged_at: Sequence[int | None]) -> Iterator[Found]:
        for run, step in enumerate(diverged_at):
            if step is not None and run not in self._lost:
                self._lost[run] = step
                yield step, "divergence", "", run

    def _coverage(self, history: History) -> Iterator[Found]:
        """Of the shares, each row of which comes whole; of lost runs no more is told."""
        table, first = history.shares, self._shares
        self._shares = len(table)
        if self.modes is None or history.modes != len(self.modes.weights):
            return
        for step, shares in zip(table.steps[first:].tolist(), table.values[first:], strict=True):
            gone = [run for run, at in self._lost.items() if step >= at]
            if gone:
                shares = shares.copy()
                shares[gone] = np.nan
            yield from self.modes.feed(step, shares)

    def _gradients(self, history: History) -> Iterator[Found]:
        """Of the readings whose rows are all there; the last of them may still be filled."""
        table, first = history.measures, self._readings
        values = table.values[first:, :, table.columns.index(OF_NETWORKS)]
        taken = np.atleast_1d(np.isfinite(values).any(axis=1))
        end = int(np.searchsorted(table.steps[first:], history.last_step, side="right"))
        if 0 < end == len(taken) and not taken[-1]:
            end -= 1
        self._readings = first + end
        for place in np.flatnonzero(taken[:end]).tolist():
            yield from self.judge.read(int(table.steps[first + place]), values[place])


def gathered(marks: Sequence[Mark], within: int) -> list[tuple[Mark, ...]]:
    """Marks to be shown as one, where they are of a kind and of several runs.

    A group's steps lie at most ``within`` after its first; one run's own marks stay apart. In order
    of their steps.
    """
    groups: list[list[Mark]] = []
    open_: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: mark.step):
        group = open_.get(mark.kind)
        alike = group is not None and mark.run is not None and mark.step - group[0].step <= within
        if group is not None and alike and mark.run not in [other.run for other in group]:
            group.append(mark)
        else:
            open_[mark.kind] = [mark]
            groups.append(open_[mark.kind])
    return [tuple(group) for group in groups]
