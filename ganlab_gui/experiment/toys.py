"""The toy data sets: each with its parameters, their bounds and their help."""

import cmath
import math
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from ganlab_gui.experiment.knob import Knob, Settings

GROUP = "Data and noise"
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Coordinate = Annotated[float, Field(ge=-1000, le=1000)]
Mean = Annotated[
    float,
    Field(ge=-1000, le=1000, description="Where the distribution is centred."),
    Knob("Mean", GROUP, slider=(-5, 5), formula="μ"),
]
Std = Annotated[
    float,
    Field(ge=0.001, le=100, description="Standard deviation of one component."),
    Knob("Standard deviation", GROUP, scale="log", slider=(0.01, 10), formula="σ"),
]
CurveStd = Annotated[
    float,
    Field(ge=0.005, le=10, description="Standard deviation of the noise around the curve."),
    Knob("Thickness", GROUP, scale="log", slider=(0.01, 1), formula="σ"),
]
ModeCount = Annotated[
    int,
    Field(ge=1, le=64, description="How many components, or modes, the mixture has."),
    Knob("Modes", GROUP, slider=(1, 16)),
]
Radius = Annotated[
    float,
    Field(gt=0, le=100, description="Distance of every mode from the origin."),
    Knob("Radius", GROUP, slider=(0.5, 5), formula="r"),
]
Arms = Annotated[
    int,
    Field(ge=1, le=16, description="How many arms turn around the origin."),
    Knob("Arms", GROUP, slider=(1, 8)),
]
Turns = Annotated[
    float,
    Field(ge=0.25, le=5, description="How many times the curve winds around the origin."),
    Knob("Turns", GROUP, slider=(0.25, 3)),
]


class Gaussian(Settings):
    """One Gaussian on the line."""

    name: Literal["gaussian"] = "gaussian"
    dim: ClassVar[int] = 1
    parts: ClassVar[int] = 1
    mean: Mean = 0.0
    std: Std = 1.0


class GaussianMixture(Settings):
    """A weighted sum of Gaussians on the line."""

    name: Literal["gaussian-mixture"] = "gaussian-mixture"
    dim: ClassVar[int] = 1
    means: Annotated[
        tuple[Coordinate, ...],
        Field(
            strict=False,
            min_length=1,
            max_length=64,
            description="Where each component is centred.",
        ),
        Knob("Means", GROUP, formula="μ₁, μ₂, …"),
    ] = (-2.0, 2.0)
    stds: Annotated[
        tuple[Annotated[float, Field(ge=0.001, le=100)], ...],
        Field(
            strict=False,
            min_length=1,
            max_length=64,
            description="Standard deviation of each component.",
        ),
        Knob("Standard deviations", GROUP, formula="σ₁, σ₂, …"),
    ] = (0.5, 0.5)
    weights: Annotated[
        tuple[Annotated[float, Field(ge=1e-6, le=1e6)], ...],
        Field(
            strict=False,
            min_length=1,
            max_length=64,
            description="How heavy each component is; only the proportions count.",
        ),
        Knob("Weights", GROUP, formula="w₁ : w₂ : …"),
    ] = (1.0, 1.0)

    @model_validator(mode="after")
    def _equal_lengths(self) -> Self:
        lengths = len(self.means), len(self.stds), len(self.weights)
        if len(set(lengths)) > 1:
            given = "{} means, {} stds and {} weights".format(*lengths)
            raise ValueError(f"means, stds and weights must be equally many, not {given}")
        return self

    @property
    def parts(self) -> int:
        """How many components or arms there are."""
        return len(self.means)


class Uniform(Settings):
    """Every point between two ends equally likely."""

    name: Literal["uniform"] = "uniform"
    dim: ClassVar[int] = 1
    parts: ClassVar[int] = 1
    low: Annotated[
        float,
        Field(ge=-1000, le=1000, description="Left end of the interval."),
        Knob("Low", GROUP, slider=(-5, 5)),
    ] = -1.0
    high: Annotated[
        float,
        Field(ge=-1000, le=1000, description="Right end of the interval."),
        Knob("High", GROUP, slider=(-5, 5)),
    ] = 1.0

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.high - self.low < 1e-3:
            raise ValueError(
                f"high must exceed low by at least 0.001, not low {self.low:g}, high {self.high:g}"
            )
        return self


class Laplace(Settings):
    """A sharp peak with exponential tails."""

    name: Literal["laplace"] = "laplace"
    dim: ClassVar[int] = 1
    parts: ClassVar[int] = 1
    mean: Mean = 0.0
    scale: Annotated[
        float,
        Field(ge=0.001, le=100, description="Mean distance of a sample from the peak."),
        Knob("Scale", GROUP, scale="log", slider=(0.05, 5), formula="p(x) = exp(−|x − μ|/b) / 2b"),
    ] = 1.0


class MadGan(Settings):
    """The MAD-GAN paper's mixture: means 10, 20, 60, 80, 110 and stds 3, 3, 2, 2, 1."""

    name: Literal["mad-gan"] = "mad-gan"
    dim: ClassVar[int] = 1
    parts: ClassVar[int] = 5
    scale: Annotated[
        float,
        Field(ge=0.001, le=10, description="Multiplies every mean and std of the paper's mixture."),
        Knob("Scale", GROUP, scale="log", slider=(0.01, 1)),
    ] = 1.0


class Gaussian2D(Settings):
    """One Gaussian on the plane."""

    name: Literal["gaussian-2d"] = "gaussian-2d"
    dim: ClassVar[int] = 2
    parts: ClassVar[int] = 1
    mean_x: Annotated[
        float,
        Field(ge=-1000, le=1000, description="Where the distribution is centred along x."),
        Knob("Mean in x", GROUP, slider=(-5, 5), formula="μ₁"),
    ] = 0.0
    mean_y: Annotated[
        float,
        Field(ge=-1000, le=1000, description="Where the distribution is centred along y."),
        Knob("Mean in y", GROUP, slider=(-5, 5), formula="μ₂"),
    ] = 0.0
    std_x: Annotated[
        float,
        Field(ge=0.001, le=100, description="Standard deviation along x."),
        Knob("Standard deviation in x", GROUP, scale="log", slider=(0.01, 10), formula="σ₁"),
    ] = 1.0
    std_y: Annotated[
        float,
        Field(ge=0.001, le=100, description="Standard deviation along y."),
        Knob("Standard deviation in y", GROUP, scale="log", slider=(0.01, 10), formula="σ₂"),
    ] = 1.0
    correlation: Annotated[
        float,
        Field(ge=-0.99, le=0.99, description="How strongly x and y go together."),
        Knob("Correlation", GROUP, formula="ρ"),
    ] = 0.0


class Ring(Settings):
    """Gaussians evenly spaced on a circle, the usual test for mode collapse."""

    name: Literal["ring"] = "ring"
    dim: ClassVar[int] = 2
    modes: ModeCount = 8
    radius: Radius = 2.0
    std: Std = 0.02

    @property
    def parts(self) -> int:
        """How many components or arms there are."""
        return self.modes


class Grid(Settings):
    """Gaussians on a square grid."""

    name: Literal["grid"] = "grid"
    dim: ClassVar[int] = 2
    side: Annotated[
        int,
        Field(ge=1, le=16, description="Modes along one side; the grid has side × side of them."),
        Knob("Side", GROUP, slider=(1, 8)),
    ] = 5
    spacing: Annotated[
        float,
        Field(gt=0, le=100, description="Distance between neighbouring modes."),
        Knob("Spacing", GROUP, slider=(0.25, 4)),
    ] = 2.0
    std: Std = 0.05

    @property
    def parts(self) -> int:
        """How many components or arms there are."""
        return self.side**2


class UnbalancedRing(Settings):
    """A ring whose modes grow lighter from one to the next."""

    name: Literal["unbalanced-ring"] = "unbalanced-ring"
    dim: ClassVar[int] = 2
    modes: ModeCount = 8
    radius: Radius = 2.0
    std: Std = 0.02
    ratio: Annotated[
        float,
        Field(
            ge=1,
            le=10_000,
            description="How many times heavier the heaviest mode is than the lightest.",
        ),
        Knob(
            "Heaviest : lightest",
            GROUP,
            scale="log",
            slider=(1, 100),
            formula="wᵢ ∝ ratio^(−i/(M−1))",
        ),
    ] = 10.0

    @property
    def parts(self) -> int:
        """How many components or arms there are."""
        return self.modes


class RandomMixture(Settings):
    """Equally heavy Gaussians at random places of a square."""

    name: Literal["random-mixture"] = "random-mixture"
    dim: ClassVar[int] = 2
    modes: ModeCount = 10
    spread: Annotated[
        float,
        Field(gt=0, le=100, description="Half the side of the square that the centres fall into."),
        Knob("Spread", GROUP, slider=(0.5, 5)),
    ] = 2.0
    std: Std = 0.05
    layout_seed: Annotated[
        int,
        Field(
            ge=0, le=2**31 - 1, description="Chooses the places; another number, another layout."
        ),
        Knob("Layout", GROUP, slider=(0, 100)),
    ] = 0

    @property
    def parts(self) -> int:
        """How many components or arms there are."""
        return self.modes


class SwissRoll(Settings):
    """A rolled-up line; the defaults are those of the WGAN-GP paper's toy."""

    name: Literal["swiss-roll"] = "swiss-roll"
    dim: ClassVar[int] = 2
    parts: ClassVar[int] = 1
    turns: Turns = 1.5
    scale: Annotated[
        float,
        Field(gt=0, le=100, description="Distance of the roll's outer end from the origin."),
        Knob("Scale", GROUP, slider=(0.5, 5)),
    ] = 1.885
    std: CurveStd = 0.033


class Moons(Settings):
    """Two interleaved half circles of radius 1."""

    name: Literal["moons"] = "moons"
    dim: ClassVar[int] = 2
    parts: ClassVar[int] = 2
    std: CurveStd = 0.05


class Circles(Settings):
    """Two concentric circles, the outer one of radius 2."""

    name: Literal["circles"] = "circles"
    dim: ClassVar[int] = 2
    parts: ClassVar[int] = 2
    ratio: Annotated[
        float,
        Field(ge=0.05, le=0.95, description="Radius of the inner circle over that of the outer."),
        Knob("Inner : outer", GROUP),
    ] = 0.5
    std: CurveStd = 0.05


class Spiral(Settings):
    """Arms that wind outwards to radius 2."""

    name: Literal["spiral"] = "spiral"
    dim: ClassVar[int] = 2
    arms: Arms = 2
    turns: Turns = 1.0
    std: CurveStd = 0.05

    @property
    def parts(self) -> int:
        """How many components or arms there are."""
        return self.arms


class Checkerboard(Settings):
    """Uniform on every other cell of a board."""

    name: Literal["checkerboard"] = "checkerboard"
    dim: ClassVar[int] = 2
    parts: ClassVar[int] = 1
    cells: Annotated[
        int,
        Field(ge=1, le=32, description="Cells along one side of the board."),
        Knob("Cells", GROUP, slider=(1, 8)),
    ] = 4
    half_width: Annotated[
        float,
        Field(ge=0.001, le=100, description="Half the side of the board."),
        Knob("Half width", GROUP, slider=(0.5, 5)),
    ] = 2.0


class Pinwheel(Settings):
    """Stretched Gaussians around the origin, twisted the more the farther out."""

    name: Literal["pinwheel"] = "pinwheel"
    dim: ClassVar[int] = 2
    arms: Arms = 5
    radial_std: Annotated[
        float,
        Field(ge=0.01, le=2, description="Standard deviation along an arm, centred at radius 2."),
        Knob("Along the arm", GROUP, scale="log", slider=(0.05, 1)),
    ] = 0.6
    tangential_std: Annotated[
        float,
        Field(ge=0.01, le=2, description="Standard deviation across an arm."),
        Knob("Across the arm", GROUP, scale="log", slider=(0.02, 1)),
    ] = 0.1
    twist: Annotated[
        float,
        Field(ge=-5, le=5, description="How far a point is turned for each unit from the origin."),
        Knob("Twist", GROUP, slider=(-2, 2), unit="rad", formula="angle = twist · ‖x‖"),
    ] = 0.5

    @property
    def parts(self) -> int:
        """How many components or arms there are."""
        return self.arms


class ParallelSegments(Settings):
    """Example 1 of the WGAN paper: x = θ and y uniform on [0, 1], here with some thickness in x."""

    name: Literal["parallel-segments"] = "parallel-segments"
    dim: ClassVar[int] = 2
    parts: ClassVar[int] = 1
    theta: Annotated[
        float,
        Field(ge=-10, le=10, description="How far the segment is from the line x = 0."),
        Knob("θ", GROUP, slider=(-2, 2), formula="(θ, η), η ~ U[0, 1]"),
    ] = 0.0
    std: Annotated[
        float,
        Field(
            ge=0.001,
            le=10,
            description="Standard deviation in x; without it the segment has no density.",
        ),
        Knob("Thickness", GROUP, scale="log", slider=(0.005, 0.5), formula="σ"),
    ] = 0.02


class Dirac(Settings):
    """The Dirac-GAN: one point of data at 0, G one point at θ, D one slope ψ."""

    name: Literal["dirac"] = "dirac"
    dim: ClassVar[int] = 1
    parts: ClassVar[int] = 1
    theta: Annotated[
        float,
        Field(ge=-10, le=10, description="Where the generator's one point starts."),
        Knob("Start of θ", GROUP, slider=(-2, 2), formula="G(z) = θ"),
    ] = 1.0
    psi: Annotated[
        float,
        Field(ge=-10, le=10, description="The slope that the discriminator starts with."),
        Knob("Start of ψ", GROUP, slider=(-2, 2), formula="D(x) = ψ x"),
    ] = 1.0

    def start(self, seed: int) -> complex:
        """θ + iψ at step 0 of the run of ``seed``: the start turned by so many golden angles."""
        return complex(self.theta, self.psi) * cmath.rect(1, seed * GOLDEN_ANGLE)
