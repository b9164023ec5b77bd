"""What both players lose: the objective, and what holds D's slope."""

from typing import Annotated, Literal

from pydantic import Field

from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.experiment.objectives import ObjectiveName

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
LEAST_SQUARES = ("objective.name", ("least-squares",))


class Objective(Settings):
    name: Annotated[
        ObjectiveName,
        Field(description="What the two players optimise."),
        Knob("Loss", "Game", hot=True),
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
        Knob(
            "Alternative L_G",
            "Game",
            hot=True,
            formula="L_G = −E T(G(z))",
            when=("objective.name", ("f-gan",)),
        ),
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
        Field(
            ge=0,
            le=1000,
            description="The energy D lifts generated samples to, and no higher; in scaled units"
            " where data are scaled.",
        ),
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
        tuple[Annotated[float, Field(ge=0.001, le=1000)], ...],
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
        Field(
            ge=0,
            le=100,
            description="The slope that the penalty asks D for; of a pack, for each sample.",
        ),
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
