"""How a step is made: who moves when, on what minibatches."""

from typing import Annotated, Literal

from pydantic import Field

from ganlab_gui.experiment.knob import Knob, Settings


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
        Knob("Scale data to", "Tricks", formula="x → (x − centre) / half width"),
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
