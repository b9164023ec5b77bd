"""When a setting has no effect as things are, and the sentence that says so.

Combinations that cannot be at all are ``experiment.rules``'; a setting that could only become one
of those is grey here, before anybody tries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ganlab_gui.experiment.data import class_count
from ganlab_gui.experiment.rules import LOG_LIKELIHOOD
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.experiment.table import TableError

PLAYERS = ("generator", "discriminator")


@dataclass(frozen=True)
class Rule:
    """While ``holds``, the settings at ``paths`` have no effect; a table's name is all of it."""

    sentence: str
    holds: Callable[[Experiment], bool]
    paths: tuple[str, ...]

    def is_about(self, path: str) -> bool:
        return any(path == own or path.startswith(f"{own}.") for own in self.paths)


def reason(path: str, experiment: Experiment) -> str:
    """Why a setting has no effect, the first rule that says so; empty where it has one."""
    return next((rule.sentence for rule in rules_of(path) if rule.holds(experiment)), "")


@cache
def rules_of(path: str) -> tuple[Rule, ...]:
    """The rules about a setting, the first to be said first."""
    return tuple(rule for rule in WHY_DISABLED if rule.is_about(path))


def _lacks_classes(experiment: Experiment) -> bool:
    try:
        return class_count(experiment.data) < 2
    except TableError:  # said elsewhere, and mended there
        return False


def _hidden_rules(player: str) -> tuple[Rule, ...]:
    """What needs a hidden layer."""
    return (
        Rule(
            "There is no hidden layer to activate.",
            lambda e: not getattr(e, player).hidden,
            (f"{player}.activation",),
        ),
        Rule(
            "There is no hidden layer to norm.",
            lambda e: not getattr(e, player).hidden and getattr(e, player).norm == "none",
            (f"{player}.norm",),
        ),
    )


def _optimizer_rules(player: str) -> tuple[Rule, ...]:
    """What only some optimizers use."""
    table = f"{player}_optimizer"
    return (
        Rule(
            "Only the optimizer momentum uses it.",
            lambda e: getattr(e, table).name != "momentum",
            (f"{table}.momentum",),
        ),
        Rule("Only Adam uses it.", lambda e: getattr(e, table).name != "adam", (f"{table}.beta1",)),
        Rule(
            "Only Adam and RMSProp use it.",
            lambda e: getattr(e, table).name not in ("adam", "rmsprop"),
            (f"{table}.beta2",),
        ),
        Rule(
            "The learning rate stays constant: choose a schedule above.",
            lambda e: getattr(e, table).schedule == "constant",
            (f"{table}.horizon",),
        ),
    )


NO_PLAYERS = (
    Rule(
        "Moment matching trains no discriminator.",
        lambda e: e.objective.name == "moment-matching",
        (
            "discriminator", "discriminator_optimizer", "penalty", "clip",
            "training.d_steps", "training.order", "training.d_until", "training.unroll",
            "training.consensus", "training.minibatches", "training.label_noise",
            "training.history",
        ),
    ),
    Rule(
        "The Dirac game has one number for each player: no layers, no noise, no box to scale.",
        lambda e: e.data.name == "dirac",
        (
            "generator.hidden", "generator.activation", "generator.output", "generator.norm",
            "generator.init", "generator.count", "discriminator", "noise",
            "training.minibatches", "training.scaling", "training.conditional",
        ),
    ),
)  # fmt: skip
"""Where a player is missing or has no network."""

GAME = (
    Rule(
        "The generator is frozen: G steps is 0.",
        lambda e: e.training.g_steps == 0,
        ("objective.adversarial_weight", "training.unroll"),
    ),
    Rule(
        "Order matters only when both players move.",
        lambda e: not (e.training.d_steps and e.training.g_steps),
        ("training.order",),
    ),
    Rule(
        "Consensus is on, and answers the discriminator as it is.",
        lambda e: e.training.consensus > 0,
        ("training.unroll",),
    ),
    Rule(
        "Consensus needs one step of each player, and Unroll K at 0.",
        lambda e: not e.training.d_steps == e.training.g_steps == 1 or e.training.unroll > 0,
        ("training.consensus",),
    ),
    Rule(
        "Consensus moves both players in every step, on fresh samples.",
        lambda e: e.training.consensus > 0,
        ("training.d_until", "training.history"),
    ),
    Rule(
        "This data has no classes to tell the players.", _lacks_classes, ("training.conditional",)
    ),
    Rule(
        "There is no penalty to weigh: choose one above.",
        lambda e: e.penalty.name == "none",
        ("penalty.weight",),
    ),
    Rule(
        "The penalty weighs nothing: λ is 0.", lambda e: e.penalty.weight == 0, ("penalty.target",)
    ),
    Rule(
        "Weights are clipped with the Wasserstein loss only: choose it under Game.",
        lambda e: e.objective.name != "wasserstein" and e.clip.c == 0,
        ("clip.c",),
    ),
)

TRICKS = (
    Rule(
        "D treats every sample alone: it matters with batch norm or minibatch features.",
        lambda e: e.discriminator.norm != "batch" and not e.discriminator.minibatch_features,
        ("training.minibatches",),
    ),
    Rule(
        "There is no instance noise to fade.",
        lambda e: e.training.instance_noise == 0,
        ("training.instance_noise_steps",),
    ),
    Rule(
        "No samples are kept where several generators play.",
        lambda e: e.generator.count > 1,
        ("training.history",),
    ),
    Rule(
        "Several generators play with the loss minimax or non-saturating only.",
        lambda e: e.objective.name not in LOG_LIKELIHOOD,
        ("generator.count",),
    ),
    Rule(
        "An energy judges single samples.",
        lambda e: e.objective.name == "energy",
        ("discriminator.pack",),
    ),
    Rule(
        "There is no hidden layer to drop units from.",
        lambda e: not e.discriminator.hidden,
        ("discriminator.dropout",),
    ),
)

WHY_DISABLED: tuple[Rule, ...] = (
    *NO_PLAYERS,
    *GAME,
    *TRICKS,
    *(rule for player in PLAYERS for rule in (*_hidden_rules(player), *_optimizer_rules(player))),
)
