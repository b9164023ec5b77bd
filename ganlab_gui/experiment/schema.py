"""The experiment.

Every setting of a run, once, with its bounds, its help text and how it is shown.
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import Field, model_validator

from ganlab_gui.experiment import rules
from ganlab_gui.experiment.data import Data, Ring, dimension
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.experiment.losses import Clip, Objective, Penalty
from ganlab_gui.experiment.players import Discriminator, Generator, Noise, Optimizer
from ganlab_gui.experiment.stop import Stop
from ganlab_gui.experiment.training import Training

__all__ = [
    "LAST_SEED",
    "SHELVES",
    "Clip",
    "Discriminator",
    "Expect",
    "Experiment",
    "Generator",
    "Noise",
    "Objective",
    "Optimizer",
    "Penalty",
    "Stop",
    "Training",
]

LAST_SEED = 2**31 - 1
Shelf = Literal["first", "collapse", "wasserstein", "zoo", "tricks", "dirac", "published", "own"]
SHELVES: tuple[str, ...] = get_args(Shelf)


class Expect(Settings):
    """What a preset promises.

    After ``steps``, ``measure`` is at least or at most a bound for a share of the seeds.
    """

    steps: Annotated[int, Field(ge=1, description="Steps to train.")]
    runs: Annotated[int, Field(ge=1, le=256, description="Seeds to train.")] = 16
    measure: Annotated[str, Field(description="A column of the measures, such as modes_captured.")]
    at_least: Annotated[float | None, Field(description="Lower bound.")] = None
    at_most: Annotated[float | None, Field(description="Upper bound.")] = None
    share: Annotated[
        float, Field(gt=0, le=1, description="Share of the seeds that must meet the bound.")
    ] = 1.0
    set: Annotated[
        dict[str, Any],
        Field(
            default_factory=dict,
            description="Settings that differ from the preset, path to value.",
        ),
    ]

    @model_validator(mode="after")
    def _bounded(self) -> "Expect":
        if self.at_least is None and self.at_most is None:
            raise ValueError("needs at_least or at_most")
        return self


class Experiment(Settings):
    """What to run. Frozen; change it with ``experiment.io.with_values``."""

    title: Annotated[str, Field(max_length=200, description="Shown above the picture.")] = (
        "Untitled"
    )
    notes: Annotated[str, Field(max_length=20_000, description="What to look for.")] = ""
    shelf: Annotated[Shelf, Field(description="Where the gallery shows it.")] = "own"
    seed: Annotated[
        int,
        Field(ge=0, le=LAST_SEED, description="Run r draws from seed + r."),
        Knob("Seed", "Runs"),
    ] = 0
    runs: Annotated[
        int,
        Field(ge=1, le=256, description="Seeds trained side by side."),
        Knob("Runs", "Runs", slider=(1, 16)),
    ] = 1
    data: Data = Ring()
    noise: Noise = Noise()
    generator: Generator = Generator()
    discriminator: Discriminator = Discriminator()
    objective: Objective = Objective()
    penalty: Penalty = Penalty()
    clip: Clip = Clip()
    training: Training = Training()
    generator_optimizer: Optimizer = Optimizer()
    discriminator_optimizer: Optimizer = Optimizer()
    stop: Stop = Stop()
    expect: Annotated[
        tuple[Expect, ...], Field(strict=False, description="What the title promises.")
    ] = ()

    @model_validator(mode="before")
    @classmethod
    def _wasserstein_recipe(cls, values: Any) -> Any:
        """Fill what a Wasserstein experiment leaves open: RMSProp 5e-5, c = 0.01, k = 5.

        Only what is absent is filled (Arjovsky et al. 2017, Algorithm 1); a penalty of its own
        takes the place of the clip.
        """
        if not isinstance(values, dict) or not isinstance(values.get("objective"), dict):
            return values
        if values["objective"].get("name") != "wasserstein":
            return values
        penalty = values.get("penalty")
        recipe: dict[str, dict[str, Any]] = {"training": {"d_steps": 5}}
        if not isinstance(penalty, dict) or penalty.get("name", "none") == "none":
            recipe |= {
                "clip": {"c": 0.01},
                "generator_optimizer": {"name": "rmsprop"},
                "discriminator_optimizer": {"name": "rmsprop"},
            }
        values = dict(values)
        for table, defaults in recipe.items():
            given = values.get(table, {})
            if isinstance(given, dict):
                values[table] = defaults | given
        for table in ("generator_optimizer", "discriminator_optimizer"):
            given = values.get(table)
            if isinstance(given, dict) and given.get("name") == "rmsprop":
                values[table] = {"lr": 5e-5, "beta2": 0.99} | given
        return values

    @model_validator(mode="before")
    @classmethod
    def _one_expectation(cls, values: Any) -> Any:
        """A single ``[expect]`` table counts as a list of one."""
        if isinstance(values, dict) and isinstance(values.get("expect"), dict):
            return values | {"expect": [values["expect"]]}
        return values

    @model_validator(mode="after")
    def _consistent(self) -> "Experiment":
        rules.check(self)
        return self

    @property
    def seeds(self) -> list[int]:
        """Each run's own seed, ``seed`` + r; after the greatest comes 0. Each can be run alone."""
        return [(self.seed + run) % (LAST_SEED + 1) for run in range(self.runs)]

    @property
    def dim(self) -> int:
        """Dimension of the data: 1 or 2."""
        return dimension(self.data)
