"""Outcomes of steps as rows of numbers."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import Game, objective
from ganlab_gui.lab.history import row_columns
from ganlab_gui.lab.step import Outcome

SPARE = 64
"""Numbers after the last row's.

Torch works out an array's last few in another way, to another last bit, than the rest, and a row
must not depend on how many are worked out together.
"""


def tabulate(
    outcomes: list[Outcome], experiment: Experiment, runs: int, game: Game
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Rows (T, R, K) of T outcomes, and whether everything in them was finite, (T, R)."""
    rule, columns = objective(experiment), row_columns(experiment)
    table = torch.full((len(outcomes), runs, len(columns)), float("nan"))
    finite = torch.ones(len(outcomes), runs, dtype=torch.bool)

    def stacked(name: str) -> Tensor | None:
        parts = [getattr(o, name) for o in outcomes]
        if parts[0] is None:
            return None
        spare = parts[-1:] * -(-SPARE // parts[0].numel())
        return torch.stack(parts + spare).flatten(0, 1)

    def per_run(values: Tensor) -> Tensor:
        return values.view(-1, runs)[: len(outcomes)].cpu()

    def put(column: str, values: Tensor) -> None:
        table[:, :, columns.index(column)] = per_run(values)

    real, fake = stacked("real"), stacked("fake")
    if real is not None and fake is not None:
        put("value", rule.value(real, fake))
        if rule.guess is not None:
            put("accuracy_real", (rule.guess(real) > 0).float().mean(1))
            put("accuracy_fake", (rule.guess(fake) < 0).float().mean(1))
        finite &= per_run((real.flatten(1).sum(1) + fake.flatten(1).sum(1)).isfinite())
    weights = {
        "d_loss": 1.0,
        "g_loss": experiment.objective.adversarial_weight,
        "penalty": experiment.penalty.weight,
    }
    for column, weight in weights.items():
        values = stacked(column)
        if values is not None:
            put(column, values * weight)
            finite &= per_run(values.isfinite())
    points = [o.point for o in outcomes if o.point is not None]
    if points:
        table[:, :, -2:] = torch.stack(points).cpu()
    for network in (game.generator, game.discriminator):
        if not network.flat.isfinite().all():
            for p in network.frozen():
                finite[-1] &= p.isfinite().flatten(1).all(1).cpu()
    return table.numpy(), finite.numpy()


def culprit(outcome: Outcome, runs: list[int]) -> str:
    """Which number first stopped being finite in the step that broke ``runs``, in words."""
    numbers = {
        "D's scores of the data": outcome.real,
        "D's scores of the samples": outcome.fake,
        "D's loss": outcome.d_loss,
        "the penalty": outcome.penalty,
        "G's loss": outcome.g_loss,
    }
    for words, tensor in numbers.items():
        if tensor is not None and not tensor[runs].reshape(len(runs), -1).sum(1).isfinite().all():
            return words
    return "the weights"
