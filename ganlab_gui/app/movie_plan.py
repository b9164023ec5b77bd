"""What a movie is to be: its file, its size and pace, what is in the picture, and which moments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np

from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.lab.history import Edit
from ganlab_gui.lab.video import check_movie
from ganlab_gui.views import VIEWS

By = Literal["steps", "pictures"]
MOST_SECONDS = 3_600
LONGEST = 100_000
"""Frames of the longest movie."""
FILMED = tuple(name for name in VIEWS if name not in ("shift", "compare"))
"""Panels that training moves, and that need one experiment alone."""
MOST_PANELS = 7
MOST_SIDES = 2
TEXT = 720
"""Height in pixels at which texts have the size they have in a window at 100 %."""
CHANGE = 1.0
"""Seconds that a changed setting stays in sight."""


@dataclass(frozen=True)
class Plan:
    """The first of ``panels`` is the large one; ``options`` are those of the views, by name.

    ``size`` is (width, height) in pixels, of which each of the ``sides`` has its share: two
    experiments stand side by side. ``by`` says how time runs: evenly in training "steps", or
    evenly in recorded "pictures", which are dense where somebody looked closely.
    """

    path: Path
    panels: tuple[str, ...]
    size: tuple[int, int] = (1280, 720)
    fps: int = 30
    seconds: float = 10.0
    first: int = 0
    last: int = 0
    by: By = "steps"
    theme: str = "dark"
    language: str = "en"
    run: int = 0
    sides: int = 1
    options: Mapping[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def frames(self) -> int:
        return max(1, round(self.seconds * self.fps))

    @property
    def side(self) -> tuple[int, int]:
        """Width and height of one side."""
        return self.size[0] // self.sides, self.size[1]

    @property
    def scale(self) -> float:
        """Text size: a larger movie is the same picture, sharper."""
        return min(2.0, max(0.8, min(self.size[1] / TEXT, self.size[0] / (TEXT * 16 / 9))))

    def check(self) -> None:
        """Raises ExperimentError, a sentence for everything that cannot be."""
        lines = []
        try:
            check_movie(self.path, self.size, self.fps)
        except ExperimentError as error:
            lines += error.lines
        if not 0 < self.seconds <= MOST_SECONDS or self.frames > LONGEST:
            lines.append(
                f"movie length: is {self.seconds:g} s; allowed: more than 0 up to {MOST_SECONDS} s"
                f" and {LONGEST} frames."
            )
        known = ", ".join(FILMED)
        lines += [
            f"movie panel {name!r}: no such panel; there are: {known}."
            for name in self.panels if name not in FILMED
        ]  # fmt: skip
        if not 1 <= len(set(self.panels)) == len(self.panels) <= MOST_PANELS:
            lines.append(f"movie panels: name 1 to {MOST_PANELS} panels, each once.")
        if self.sides > MOST_SIDES:
            lines.append(f"movie: of {self.sides} experiments; allowed: one, or two side by side.")
        if self.sides > 1 and self.by == "pictures":
            lines.append("movie time: two experiments side by side run evenly in steps.")
        if self.first > self.last:
            lines.append(f"movie steps: from {self.first} to {self.last} is backwards.")
        if lines:
            raise ExperimentError(lines)


def moments(plan: Plan, recorded: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each frame the step it stands for, and the index of the picture nearest to it.

    ``recorded`` are the steps of the pictures, in order, at least one.
    """
    steps = np.asarray(recorded, np.int64)
    share = np.arange(plan.frames) / max(1, plan.frames - 1)
    if plan.by == "pictures":
        inside = np.flatnonzero((steps >= plan.first) & (steps <= plan.last))
        if len(inside):
            index = inside[np.rint(share * (len(inside) - 1)).astype(np.int64)]
            return steps[index].tolist(), index.tolist()
    at = np.rint(plan.first + share * (plan.last - plan.first)).astype(np.int64)
    after = np.clip(np.searchsorted(steps, at), 0, len(steps) - 1)
    before = np.maximum(after - 1, 0)
    index = np.where(np.abs(steps[before] - at) <= np.abs(steps[after] - at), before, after)
    return at.tolist(), index.tolist()


def changes(edits: Sequence[Edit], at: Sequence[int], fps: int) -> list[list[Edit]]:
    """For each frame, at step ``at``, the edits that were made within the last second of movie."""
    shown: list[list[Edit]] = [[] for _ in at]
    for edit in edits:
        if edit.step <= at[0]:
            continue
        begin = int(np.searchsorted(np.asarray(at), edit.step))
        for frame in shown[begin : begin + round(CHANGE * fps)]:
            frame.append(edit)
    return shown
