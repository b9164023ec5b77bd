"""Every data set an experiment can name."""

from typing import Annotated

from pydantic import Field

from ganlab_gui.experiment.knob import Settings
from ganlab_gui.experiment.own_data import Drawn, File, Stroke
from ganlab_gui.experiment.toys import (
    Checkerboard,
    Circles,
    Dirac,
    Gaussian,
    Gaussian2D,
    GaussianMixture,
    Grid,
    Laplace,
    MadGan,
    Moons,
    ParallelSegments,
    Pinwheel,
    RandomMixture,
    Ring,
    Spiral,
    SwissRoll,
    UnbalancedRing,
    Uniform,
)

__all__ = [
    "DATA",
    "Checkerboard",
    "Circles",
    "Data",
    "Dirac",
    "Drawn",
    "File",
    "Gaussian",
    "Gaussian2D",
    "GaussianMixture",
    "Grid",
    "Laplace",
    "MadGan",
    "Moons",
    "ParallelSegments",
    "Pinwheel",
    "RandomMixture",
    "Ring",
    "Spiral",
    "Stroke",
    "SwissRoll",
    "UnbalancedRing",
    "Uniform",
    "class_count",
    "dimension",
]

Data = Annotated[
    Gaussian
    | GaussianMixture
    | Uniform
    | Laplace
    | MadGan
    | Gaussian2D
    | Ring
    | Grid
    | UnbalancedRing
    | RandomMixture
    | SwissRoll
    | Moons
    | Circles
    | Spiral
    | Checkerboard
    | Pinwheel
    | ParallelSegments
    | Dirac
    | File
    | Drawn,
    Field(discriminator="name"),
]

DATA: dict[str, type[Settings]] = {
    "gaussian": Gaussian,
    "gaussian-mixture": GaussianMixture,
    "uniform": Uniform,
    "laplace": Laplace,
    "mad-gan": MadGan,
    "gaussian-2d": Gaussian2D,
    "ring": Ring,
    "grid": Grid,
    "unbalanced-ring": UnbalancedRing,
    "random-mixture": RandomMixture,
    "swiss-roll": SwissRoll,
    "moons": Moons,
    "circles": Circles,
    "spiral": Spiral,
    "checkerboard": Checkerboard,
    "pinwheel": Pinwheel,
    "parallel-segments": ParallelSegments,
    "dirac": Dirac,
    "file": File,
    "drawn": Drawn,
}


def dimension(data: Data) -> int:
    """Dimension of the data: 1 or 2. Raises TableError where that depends on an unreadable file."""
    return data.dim


def class_count(data: Data) -> int:
    """How many classes a conditional game is told of; 0 where the data has none.

    Modes, arms or labels. Raises TableError where that depends on an unreadable file.
    """
    return data.parts if data.parts > 1 else 0
