"""What a film strip shows: rows of recorded pictures, and the steps that are chosen of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.snapshot import Scene, Snapshot

Kind = Literal["density", "samples"]
Spacing = Literal["even", "log"]
MOST_COLUMNS = 40


@dataclass(frozen=True)
class Row:
    """An experiment that was looked at at ``steps``; ``at`` gives the picture nearest to a step."""

    title: str
    experiment: Experiment
    scene: Scene
    history: History
    steps: Sequence[int]
    at: Callable[[int], Snapshot]
    run: int = 0

    @classmethod
    def of(
        cls, title: str, experiment: Experiment, scene: Scene, history: History,
        pictures: Sequence[Snapshot], run: int = 0,
    ) -> "Row":  # fmt: skip
        """A row of ``pictures`` in the order of their steps."""

        def at(step: int) -> Snapshot:
            return min(pictures, key=lambda picture: (abs(picture.step - step), picture.step))

        return cls(title, experiment, scene, history, [p.step for p in pictures], at, run)


@dataclass(frozen=True)
class Strip:
    """Rows and the steps asked for; ``kind`` says how plane pictures are drawn.

    Of steps to which the same pictures are nearest one is left.
    """

    rows: Sequence[Row]
    steps: Sequence[int]
    kind: Kind = "density"

    def __post_init__(self) -> None:
        if not self.rows or not all(len(row.steps) for row in self.rows):
            raise ValueError("A film strip needs recorded pictures in every row.")
        if not 1 <= len(self.steps) <= MOST_COLUMNS:
            raise ValueError(f"A film strip has 1 to {MOST_COLUMNS} steps, not {len(self.steps)}.")
        shown = {tuple(row.at(step).step for row in self.rows): step for step in self.steps}
        object.__setattr__(self, "steps", tuple(shown.values()))

    @property
    def shared(self) -> list[int | None]:
        """For each column the true step of its pictures; None where rows differ."""
        found = [{row.at(step).step for row in self.rows} for step in self.steps]
        return [steps.pop() if len(steps) == 1 else None for steps in found]

    @property
    def target(self) -> bool:
        """Whether a last column shows the data."""
        return any(row.scene.dim == 2 and not row.scene.point for row in self.rows)


def row_of(recording: Recording, branch: int | None = None, run: int = 0) -> Row:
    """The row of a branch (the current one) of a recording, named by both."""
    number = recording.current if branch is None else branch
    own = recording.branches[number]

    def at(step: int) -> Snapshot:
        found = recording.picture(step, number)
        if found is None:
            raise ValueError("A picture of the recording cannot be read.")
        return found

    title = own.experiment.title + (f" · {own.name}" if own.name else "")
    steps = recording.steps("pictures", number).tolist()
    return Row(title, own.experiment, own.scene, own.history, steps, at, run)


def spread(first: int, last: int, count: int, spacing: Spacing = "even") -> list[int]:
    """At most ``count`` different steps from first to last, evenly or dense at the beginning."""
    if spacing == "log":
        steps = first - 1 + np.geomspace(1, last - first + 1, count)
    else:
        steps = np.linspace(first, last, count)
    return np.unique(np.rint(steps).astype(np.int64)).tolist()
