"""Settings that cannot go together: each rule with the sentence that says what is allowed."""

from collections.abc import Callable
from functools import reduce
from typing import TYPE_CHECKING

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from ganlab_gui.experiment.data import class_count

if TYPE_CHECKING:
    from ganlab_gui.experiment.schema import Experiment

Broken = Callable[["Experiment"], bool]

PAIRS = 1 << 26
"""Pairs of samples that are held at once at most: about two gigabytes."""
LOG_LIKELIHOOD = ("minimax", "non-saturating")

RULES: tuple[tuple[str, Broken, str], ...] = (
    (
        "generator.count",
        lambda e: e.generator.count > 1 and e.objective.name not in LOG_LIKELIHOOD,
        "several generators play with the loss minimax or non-saturating only",
    ),
    (
        "training.history",
        lambda e: e.generator.count > 1 and e.training.history > 0,
        "no samples are kept where several generators play; allowed: 0",
    ),
    (
        "discriminator.pack",
        lambda e: e.discriminator.pack > 1 and e.generator.count > 1,
        "a pack would mix the samples of several generators; allowed: 1",
    ),
    (
        "discriminator.pack",
        lambda e: e.discriminator.pack > e.training.batch,
        "it is larger than the batch, and a pack is made of a minibatch's samples",
    ),
    (
        "generator.count",
        lambda e: e.generator.count > e.training.batch,
        "it is larger than the batch, and each generator makes its part of a minibatch",
    ),
    (
        "discriminator.pack",
        lambda e: e.discriminator.pack > 1 and e.objective.name in ("energy", "moment-matching"),
        "an energy or a kernel judges single samples; allowed: 1",
    ),
    (
        "training.unroll",
        lambda e: e.training.unroll > 0 and e.objective.name == "moment-matching",
        "moment matching has no discriminator to unroll; allowed: 0",
    ),
    (
        "training.batch",
        lambda e: e.objective.name == "moment-matching" and e.runs * e.training.batch**2 > PAIRS,
        f"moment matching compares samples in pairs; runs × batch² may be {PAIRS} at most",
    ),
    (
        "training.batch",
        lambda e: e.runs * e.training.batch**2 * e.discriminator.minibatch_features > PAIRS,
        "minibatch features compare samples in pairs; runs × batch² × features may be"
        f" {PAIRS} at most",
    ),
    (
        "training.consensus",
        lambda e: e.training.consensus > 0 and e.objective.name == "moment-matching",
        "moment matching has no discriminator to agree with; allowed: 0",
    ),
    (
        "training.consensus",
        lambda e: e.training.consensus > 0 and not _plain_simultaneous(e),
        "it needs the simultaneous order with one step of each player, no unrolling, and a"
        " discriminator that is never frozen",
    ),
    (
        "training.conditional",
        lambda e: e.training.conditional and class_count(e.data) < 2,
        "this data has no classes to tell the players",
    ),
    (
        "data.name",
        lambda e: e.data.name == "dirac" and not _plain_players(e),
        "dirac has one generator and one discriminator of one parameter each, and no"
        " energy, kernel, pack or classes",
    ),
)


def _plain_simultaneous(e: "Experiment") -> bool:
    t = e.training
    once = t.d_steps == t.g_steps == 1 and t.unroll == t.d_until == 0
    return t.order == "simultaneous" and once


def _plain_players(e: "Experiment") -> bool:
    single = e.generator.count == e.discriminator.pack == 1 and not e.training.conditional
    return single and e.objective.name not in ("energy", "moment-matching")


def check(experiment: "Experiment") -> None:
    """Raises pydantic's ValidationError with one error, at its path, for every rule broken."""
    errors = [
        InitErrorDetails(
            type=PydanticCustomError("rule", sentence),
            loc=_location(path),
            input=_value(experiment, path),
        )
        for path, breaks, sentence in RULES
        if breaks(experiment)
    ]
    if errors:
        raise ValidationError.from_exception_data("Experiment", errors)


def _location(path: str) -> tuple[str, ...]:
    """As pydantic gives it: a data set's own settings lie behind its name."""
    table, *rest = path.split(".")
    return ("data", "dirac", *rest) if table == "data" else (table, *rest)


def _value(experiment: "Experiment", path: str) -> object:
    return reduce(getattr, path.split("."), experiment)
