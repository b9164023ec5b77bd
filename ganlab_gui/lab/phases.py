"""Which objective held when: while an experiment runs, its losses may change their meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ganlab_gui.experiment.objectives import reading
from ganlab_gui.experiment.schema import Experiment, Objective
from ganlab_gui.lab.history import Edit

FAR = 1e15
"""Beyond every step."""
MEANING = ("objective.name", "objective.divergence", "objective.alternative")
"""Settings whose change makes the losses different numbers, not only other values."""


@dataclass(frozen=True)
class Phase:
    """From step ``begin`` to step ``end`` losses were those of ``experiment``."""

    begin: float
    end: float
    experiment: Experiment


def phases(experiment: Experiment, edits: Sequence[Edit]) -> list[Phase]:
    """The objectives of a history in order, the last one now; what never changed is as given."""
    told = [e for e in edits if e.path.startswith("objective.")]
    values = experiment.objective.model_dump() | {_field(e): e.old for e in reversed(told)}
    places = [-FAR, *sorted({float(e.step) for e in told}), FAR]
    found = []
    for begin, end in pairwise(places):
        values |= {_field(e): e.new for e in told if e.step == begin}
        then = experiment.model_copy(update={"objective": Objective.model_construct(**values)})
        found.append(Phase(begin, end, then))
    return found


def changes_of_meaning(edits: Sequence[Edit]) -> tuple[int, ...]:
    """Steps after which the losses are different numbers."""
    return tuple(e.step for e in edits if e.path in MEANING)


def told_columns(experiment: Experiment) -> frozenset[str]:
    """Columns of the training rows that say something under the experiment's objective."""
    read = reading(experiment)
    if read.kind == "witness":
        return frozenset({"g_loss"})
    accuracies = {"accuracy_real", "accuracy_fake"} if read.threshold is not None else set()
    return frozenset({"d_loss", "g_loss", "value", "penalty"} | accuracies)


def _field(edit: Edit) -> str:
    return edit.path.removeprefix("objective.")
