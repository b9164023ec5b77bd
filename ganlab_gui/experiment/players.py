"""The two players: the noise, their networks and their optimizers."""

from typing import Annotated, Literal

from pydantic import Field

from ganlab_gui.experiment.knob import Knob, Settings

Activation = Literal["relu", "leaky-relu", "elu", "tanh", "sigmoid", "softplus", "maxout"]
Norm = Literal["none", "batch", "layer", "instance", "spectral"]
Init = Literal["default", "xavier", "he", "orthogonal", "normal"]
Width = Annotated[int, Field(ge=1, le=4096)]

HIDDEN_HELP = (
    "Widths of the hidden layers from input to output; an empty list leaves one linear map."
)
ACTIVATION_HELP = (
    "The non-linearity after every hidden layer; maxout takes the largest of 5 linear pieces."
)
NORM_HELP = (
    "Batch: every unit over the minibatch (Ioffe & Szegedy 2015). Layer, instance: every sample"
    " over its units, with and without a gain. Spectral: every weight matrix by its largest"
    " singular value (Miyato et al. 2018)."
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
            scale="decay",
            slider=(0.9, 0.9999),
            off=0.0,
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
        Knob(
            "Minibatch features", "Discriminator", slider=(0, 16), formula="Σ exp(−‖M(x) − M(x′)‖₁)"
        ),
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
        Knob("β₂", hot=True, scale="decay", slider=(0.5, 0.9999)),
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
