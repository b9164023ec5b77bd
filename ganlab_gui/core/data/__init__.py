"""The data sets: one class each, built from its settings."""

from ganlab_gui.core.data import curves, empirical, mixtures, shapes
from ganlab_gui.core.data.base import Distribution, Modes
from ganlab_gui.experiment.data import Data

__all__ = ["DISTRIBUTIONS", "Distribution", "Modes", "build"]

DISTRIBUTIONS: dict[str, type] = {
    "gaussian": mixtures.Gaussian,
    "gaussian-mixture": mixtures.GaussianMixture,
    "uniform": shapes.Uniform,
    "laplace": shapes.Laplace,
    "mad-gan": mixtures.MadGan,
    "gaussian-2d": mixtures.Gaussian2D,
    "ring": mixtures.Ring,
    "grid": mixtures.Grid,
    "unbalanced-ring": mixtures.UnbalancedRing,
    "random-mixture": mixtures.RandomMixture,
    "swiss-roll": curves.SwissRoll,
    "moons": curves.Moons,
    "circles": curves.Circles,
    "spiral": curves.Spiral,
    "checkerboard": shapes.Checkerboard,
    "pinwheel": shapes.Pinwheel,
    "parallel-segments": shapes.ParallelSegments,
    "dirac": shapes.Dirac,
    "file": empirical.File,
    "drawn": empirical.Drawn,
}


def build(settings: Data) -> Distribution:
    """The distribution that ``settings`` describes.

    Raises ValueError where the settings cannot be met: an empty drawing, or (TableError) a file
    that cannot be read.
    """
    distribution: Distribution = DISTRIBUTIONS[settings.name](settings)
    return distribution
