"""Which objective held when: while an experiment runs, its losses may change their meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ganlab_gui.experiment.objectives import reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit

FAR = 1e15
"""Beyond every step."""
MEANING = ("objective.name", "objective.divergence", "objective.alternative")
"""Settings whose change makes the losses different numbers, not only other values."""
TOLD = ("objective.", "training.instance_noise")
"""Settings, by how their paths begin, that say what the losses are of."""


@dataclass(frozen=True)
class Phase:
    """From step ``begin`` to step ``end`` losses were those of ``experiment``."""

    begin: float
    end: float
    experiment: Experiment


def edited(experiment: Experiment, values: Mapping[str, Any]) -> Experiment:
    """``experiment`` with the settings at some paths changed, which are not checked again."""
    tables: dict[str, dict[str, Any]] = {}
    for path, value in values.items():
        table, _, field = path.partition(".")
        if field:
            tables.setdefault(table, {})[field] = value
    return experiment.model_copy(
        update={
            name: getattr(experiment, name).model_copy(update=changed)
            for name, changed in tables.items()
        }
    )


def phases(experiment: Experiment, edits: Sequence[Edit]) -> list[Phase]:
    """The objectives of a history in order, the last one now; what never changed is as given."""
    told = [e for e in edits if e.path.startswith(TOLD)]
    then = edited(experiment, {e.path: e.old for e in reversed(told)})
    places = [-FAR, *sorted({float(e.step) for e in told}), FAR]
    found = []
    for begin, end in pairwise(places):
        then = edited(then, {e.path: e.new for e in told if e.step == begin})
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
