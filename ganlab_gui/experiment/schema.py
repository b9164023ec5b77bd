"""The experiment.

Every setting of a run, once, with its bounds, its help text and how it is shown.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from ganlab_gui.experiment.data import Data, Ring, dimension
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.experiment.objectives import ObjectiveName

Activation = Literal["relu", "leaky-relu", "elu", "tanh", "sigmoid", "softplus", "maxout"]
Norm = Literal["none", "batch", "layer", "instance", "spectral"]
Divergence = Literal[
    "kl",
    "reverse-kl",
    "pearson",
    "neyman",
    "squared-hellinger",
    "jeffrey",
    "jensen-shannon",
    "gan",
    "total-variation",
]
Init = Literal["default", "xavier", "he", "orthogonal", "normal"]
Width = Annotated[int, Field(ge=1, le=4096)]

LAST_SEED = 2**31 - 1
LEAST_SQUARES = ("objective.name", ("least-squares",))
HIDDEN_HELP = (
    "Widths of the hidden layers from input to output; an empty list leaves one linear map."
)
ACTIVATION_HELP = (
    "The non-linearity after every hidden layer; maxout takes the largest of 5 linear pieces."
)
NORM_HELP = (
    "Batch: every unit over the minibatch (Ioffe & Szegedy 2015). Layer, instance: every sample over"
    " its units, with and without a gain. Spectral: every weight matrix by its largest singular"
    " value (Miyato et al. 2018)."
)
INIT_HELP = (
    "How the weights are drawn before the first step; biases follow the same rule or start at 0."
)


class Noise(Settings):
    name: Annotated[
        Literal["gaussian", "uniform"],
        Field(description="Where z comes from: a standard Gaussian, or uniform on [-1, 1]."),
        Knob("Noise", "Data and noise", formula="z ~ p(z)"),
    ] = "gaussian"
    dim: Annotated[
        int,
        Field(ge=1, le=1024, description="How many numbers one z has."),
        Knob("Noise dimension", "Data and noise", scale="log", slider=(1, 256)),
    ] = 2


class Generator(Settings):
    hidden: Annotated[
        tuple[Width, ...],
        Field(strict=False, max_length=16, description=HIDDEN_HELP),
        Knob("Hidden", "Generator"),
    ] = (32, 32)
    activation: Annotated[
        Activation, Field(description=ACTIVATION_HELP), Knob("Activation", "Generator")
    ] = "relu"
    output: Annotated[
        Literal["linear", "tanh", "sigmoid"],
        Field(description="What the last layer passes through; tanh only reaches (-1, 1)."),
        Knob("Output", "Generator"),
    ] = "linear"
    norm: Annotated[Norm, Field(description=NORM_HELP), Knob("Norm", "Generator")] = "none"
    init: Annotated[Init, Field(description=INIT_HELP), Knob("Initial weights", "Generator")] = (
        "default"
    )
    count: Annotated[
        int,
        Field(
            ge=1,
            le=16,
            description="MAD-GAN: so many generators against one discriminator, which also has to"
            " tell who made a sample.",
        ),
        Knob("Generators", "Generator", slider=(1, 8), formula="D: N + 1 classes"),
    ] = 1
    average: Annotated[
        float,
        Field(
            ge=0,
            lt=1,
            description="Decay of a running average of the generator's weights, which is shown"
            " beside the raw ones and never trained; 0 is off.",
        ),
        Knob(
            "Average (EMA)",
            "Generator",
            hot=True,
            slider=(0, 0.9999),
            formula="θ̄ ← β θ̄ + (1 − β) θ",
        ),
    ] = 0.0


class Discriminator(Settings):
    hidden: Annotated[
        tuple[Width, ...],
        Field(strict=False, max_length=16, description=HIDDEN_HELP),
        Knob("Hidden", "Discriminator"),
    ] = (32, 32)
    activation: Annotated[
        Activation, Field(description=ACTIVATION_HELP), Knob("Activation", "Discriminator")
    ] = "relu"
    init: Annotated[
        Init, Field(description=INIT_HELP), Knob("Initial weights", "Discriminator")
    ] = "default"
    dropout: Annotated[
        float,
        Field(ge=0, le=0.9, description="Share of hidden units silenced at random in training."),
        Knob("Dropout", "Discriminator", hot=True),
    ] = 0.0
    norm: Annotated[Norm, Field(description=NORM_HELP), Knob("Norm", "Discriminator")] = "none"
    pack: Annotated[
        int,
        Field(
            ge=1,
            le=16,
            description="PacGAN: D judges so many samples at once, all real or all generated.",
        ),
        Knob("Pack", "Discriminator", slider=(1, 4), formula="D(x₁, …, x_m)"),
    ] = 1
    minibatch_features: Annotated[
        int,
        Field(
            ge=0,
            le=64,
            description="Minibatch discrimination: so many numbers tell D's last layer how near"
            " a sample is to the others of its minibatch; 0 is off.",
        ),
        Knob("Minibatch features", "Discriminator", slider=(0, 16), formula="Σⱼ exp(−‖Mᵢ − Mⱼ‖₁)"),
    ] = 0


class Objective(Settings):
    name: Annotated[
        ObjectiveName,
        Field(description="What the two players optimise."),
        Knob(
            "Loss",
            "Game",
            hot=True,
            formula="minimax: G minimises E log(1 − D(G(z)))"
            " · non-saturating: G maximises E log D(G(z))"
            " · wasserstein: D maximises E f(x) − E f(G(z))",
        ),
    ] = "non-saturating"
    divergence: Annotated[
        Divergence,
        Field(description="Which f-divergence D's bound is a lower bound of."),
        Knob(
            "Divergence",
            "Game",
            hot=True,
            formula="D_f(p‖p_g) ≥ E T(x) − E f*(T(G(z)))",
            when=("objective.name", ("f-gan",)),
        ),
    ] = "kl"
    alternative: Annotated[
        bool,
        Field(
            description="G maximises E T(G(z)) instead of minimising the bound: stronger gradients,"
            " another divergence (f-GAN, section 3.2)."
        ),
        Knob("Alternative G loss", "Game", hot=True, when=("objective.name", ("f-gan",))),
    ] = False
    a: Annotated[
        float,
        Field(ge=-10, le=10, description="What D should answer to generated samples."),
        Knob("a (fake)", "Game", hot=True, slider=(-2, 2), when=LEAST_SQUARES),
    ] = 0.0
    b: Annotated[
        float,
        Field(ge=-10, le=10, description="What D should answer to data."),
        Knob("b (real)", "Game", hot=True, slider=(-2, 2), when=LEAST_SQUARES),
    ] = 1.0
    c: Annotated[
        float,
        Field(
            ge=-10,
            le=10,
            description="What G wants D to answer to its samples. With b − c = 1 and b − a = 2, G"
            " minimises a Pearson χ².",
        ),
        Knob("c (G's wish)", "Game", hot=True, slider=(-2, 2), when=LEAST_SQUARES),
    ] = 1.0
    margin: Annotated[
        float,
        Field(ge=0, le=1000, description="The energy D lifts generated samples to, and no higher."),
        Knob(
            "Margin m",
            "Game",
            hot=True,
            scale="log",
            slider=(0.01, 10),
            off=0.0,
            formula="E(x) + [m − E(G(z))]₊",
            when=("objective.name", ("energy",)),
        ),
    ] = 1.0
    pull_away: Annotated[
        float,
        Field(
            ge=0,
            le=1000,
            description="Weighs the pulling-away term: the mean squared cosine between the codes of"
            " G's samples, 0 where they are orthogonal.",
        ),
        Knob(
            "Pulling away",
            "Game",
            hot=True,
            scale="log",
            slider=(0.01, 10),
            off=0.0,
            when=("objective.name", ("energy",)),
        ),
    ] = 0.0
    bandwidths: Annotated[
        tuple[Annotated[float, Field(gt=0, le=1000)], ...],
        Field(
            strict=False,
            min_length=1,
            max_length=16,
            description="Widths of the Gaussian kernels whose sum compares data and samples.",
        ),
        Knob(
            "Bandwidths",
            "Game",
            hot=True,
            formula="σ₁, σ₂, …",
            when=("objective.name", ("moment-matching",)),
        ),
    ] = (0.1, 0.2, 0.5, 1.0, 2.0)
    label_smoothing: Annotated[
        float,
        Field(
            ge=0,
            le=0.5,
            description="One-sided: D's target on data is 1 − s instead of 1; on samples it stays"
            " 0 (Salimans et al. 2016).",
        ),
        Knob(
            "Label smoothing",
            "Tricks",
            hot=True,
            when=("objective.name", ("minimax", "non-saturating")),
        ),
    ] = 0.0
    adversarial_weight: Annotated[
        float,
        Field(
            ge=0,
            le=1,
            description="Weighs the generator's loss: below 1, D passes it less gradient.",
        ),
        Knob("λ adversarial", "Game", hot=True, formula="λ · L_G"),
    ] = 1.0


class Penalty(Settings):
    name: Annotated[
        Literal["none", "gradient", "lipschitz", "r1", "r2"],
        Field(
            description="What keeps D smooth: the gradient penalty of WGAN-GP between data and"
            " samples, its one-sided kind that forgives gentle slopes, R1 on the data, R2 on the"
            " samples."
        ),
        Knob(
            "Penalty",
            "Lipschitz",
            hot=True,
            formula="gradient: λ E(‖∇D(x̂)‖ − g₀)² · Lipschitz: λ E[‖∇D(x̂)‖ − g₀]₊²"
            " · R1, R2: (λ/2) E‖∇D(x)‖²",
        ),
    ] = "none"
    weight: Annotated[
        float,
        Field(ge=0, le=10_000, description="How much the penalty counts in D's loss."),
        Knob("λ penalty", "Lipschitz", hot=True, scale="log", slider=(0.01, 100), off=0.0),
    ] = 10.0
    target: Annotated[
        float,
        Field(ge=0, le=100, description="The slope that the penalty asks D for."),
        Knob(
            "Slope g₀",
            "Lipschitz",
            hot=True,
            slider=(0, 2),
            when=("penalty.name", ("gradient", "lipschitz")),
        ),
    ] = 1.0


class Clip(Settings):
    c: Annotated[
        float,
        Field(
            ge=0,
            le=100,
            description="After each D step every critic weight is clipped to [−c, c]; 0 is off.",
        ),
        Knob(
            "c clip",
            "Lipschitz",
            hot=True,
            scale="log",
            slider=(0.001, 1),
            off=0.0,
            formula="w ← clip(w, −c, c)",
        ),
    ] = 0.0


class Training(Settings):
    batch: Annotated[
        int,
        Field(ge=1, le=65_536, description="Samples in a minibatch, fresh at every update."),
        Knob("Batch", "Game", hot=True, scale="log", slider=(8, 1024)),
    ] = 256
    d_steps: Annotated[
        int,
        Field(ge=0, le=100, description="Discriminator updates in a step: the k of Algorithm 1."),
        Knob("k (D steps)", "Game", hot=True, slider=(0, 20)),
    ] = 1
    g_steps: Annotated[
        int,
        Field(ge=0, le=100, description="Generator updates in a step; 0 freezes the generator."),
        Knob("G steps", "Game", hot=True, slider=(0, 10)),
    ] = 1
    order: Annotated[
        Literal["alternating", "simultaneous"],
        Field(
            description="Alternating: G answers the D just updated."
            " Simultaneous: both answer the old one."
        ),
        Knob("Order", "Game", hot=True),
    ] = "alternating"
    d_until: Annotated[
        int,
        Field(
            ge=0,
            le=10**9,
            description="D learns up to this step and is frozen from then on; 0 lets it learn for"
            " ever.",
        ),
        Knob("D learns until", "Game", hot=True, scale="log", slider=(1, 100_000), off=0.0),
    ] = 0
    unroll: Annotated[
        int,
        Field(
            ge=0,
            le=20,
            description="Unrolled GAN: G answers the D that so many further D steps would give, and"
            " its gradient flows through those steps (Metz et al. 2017).",
        ),
        Knob("Unroll K", "Game", hot=True, slider=(0, 10), formula="L_G(θ, φ_K(θ, φ))"),
    ] = 0
    consensus: Annotated[
        float,
        Field(
            ge=0,
            le=1000,
            description="Consensus optimization: both players also descend the squared norm of"
            " the game's gradient (Mescheder et al. 2017); simultaneous order only.",
        ),
        Knob(
            "Consensus γ",
            "Game",
            hot=True,
            scale="log",
            slider=(0.01, 10),
            off=0.0,
            formula="v − γ ∇ ½‖v‖²",
            when=("training.order", ("simultaneous",)),
        ),
    ] = 0.0
    conditional: Annotated[
        bool,
        Field(
            description="Both players are told the class y: the index of the mode, or the file's"
            " column of labels (Mirza & Osindero 2014)."
        ),
        Knob("Conditional", "Game", formula="D(x | y), G(z | y)"),
    ] = False
    minibatches: Annotated[
        Literal["separate", "mixed"],
        Field(
            description="Separate: data and samples pass D as minibatches of their own. Mixed: as"
            " one, which matters where D norms over the minibatch."
        ),
        Knob("Minibatches", "Tricks", hot=True),
    ] = "separate"
    scaling: Annotated[
        Literal["none", "unit"],
        Field(
            description="Unit: both networks see the data's box as [−1, 1]; with G's output tanh,"
            " G reaches just that box. Penalties are still in the data's own units."
        ),
        Knob("Scale data to", "Tricks", formula="x ↦ (x − centre) / half width"),
    ] = "none"
    label_noise: Annotated[
        float,
        Field(
            ge=0,
            le=0.5,
            description="Share of D's training pairs whose labels real and fake are exchanged.",
        ),
        Knob("Label noise", "Tricks", hot=True),
    ] = 0.0
    instance_noise: Annotated[
        float,
        Field(
            ge=0,
            le=100,
            description="Standard deviation of Gaussian noise on everything that D sees (Sønderby"
            " et al. 2017); 0 is off.",
        ),
        Knob(
            "Instance noise σ",
            "Tricks",
            hot=True,
            scale="log",
            slider=(0.01, 10),
            off=0.0,
            formula="D(x + ε), ε ~ N(0, σ²)",
        ),
    ] = 0.0
    instance_noise_steps: Annotated[
        int,
        Field(
            ge=0,
            le=10**9,
            description="Steps over which the instance noise falls to 0 in a straight line; 0 keeps"
            " it.",
        ),
        Knob("Noise decays in", "Tricks", hot=True, scale="log", slider=(1, 100_000), off=0.0),
    ] = 0
    history: Annotated[
        int,
        Field(
            ge=0,
            le=100_000,
            description="How many old generated samples are kept; half of D's generated samples"
            " are then drawn from them (Shrivastava et al. 2017). 0 is off.",
        ),
        Knob("History of fakes", "Tricks", scale="log", slider=(100, 100_000), off=0.0),
    ] = 0


class Optimizer(Settings):
    """One player's optimizer; ``group`` of its knobs is the player's (see ``knobs.walk``)."""

    name: Annotated[
        Literal["sgd", "momentum", "rmsprop", "adam"],
        Field(description="How gradients become steps."),
        Knob("Optimizer", hot=True),
    ] = "adam"
    lr: Annotated[
        float,
        Field(gt=0, le=10, description="Learning rate."),
        Knob("Learning rate", hot=True, scale="log", slider=(1e-5, 1)),
    ] = 1e-3
    momentum: Annotated[
        float,
        Field(ge=0, lt=1, description="What share of the last step is repeated; momentum only."),
        Knob("Momentum", hot=True),
    ] = 0.9
    beta1: Annotated[
        float,
        Field(ge=0, lt=1, description="Adam: memory of the gradient's mean."),
        Knob("β₁", hot=True),
    ] = 0.5
    beta2: Annotated[
        float,
        Field(ge=0, lt=1, description="Adam and RMSProp: memory of the gradient's square."),
        Knob("β₂", hot=True, slider=(0.5, 0.9999)),
    ] = 0.999
    schedule: Annotated[
        Literal["constant", "linear", "cosine", "exponential"],
        Field(
            description="How the learning rate falls: to 0 in a straight line or half a cosine at"
            " the horizon, or by a factor e every horizon."
        ),
        Knob("Schedule", hot=True),
    ] = "constant"
    horizon: Annotated[
        int,
        Field(ge=1, le=10**9, description="Steps that the schedule is laid out over."),
        Knob("Horizon", hot=True, scale="log", slider=(100, 100_000)),
    ] = 10_000


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

    @property
    def seeds(self) -> list[int]:
        """Each run's own seed, ``seed`` + r; after the greatest comes 0. Each can be run alone."""
        return [(self.seed + run) % (LAST_SEED + 1) for run in range(self.runs)]

    @property
    def dim(self) -> int:
        """Dimension of the data: 1 or 2."""
        return dimension(self.data)
