"""The data sets: one class each, built from its settings."""

from ganlab_gui.core.data import mixtures
from ganlab_gui.core.data.base import Distribution, Modes
from ganlab_gui.experiment.knob import Settings

__all__ = ["DISTRIBUTIONS", "Distribution", "Modes", "build"]

DISTRIBUTIONS: dict[str, type] = {
    "gaussian": mixtures.Gaussian,
    "gaussian-mixture": mixtures.GaussianMixture,
    "mad-gan": mixtures.MadGan,
    "gaussian-2d": mixtures.Gaussian2D,
    "ring": mixtures.Ring,
    "grid": mixtures.Grid,
    "unbalanced-ring": mixtures.UnbalancedRing,
    "random-mixture": mixtures.RandomMixture,
}


def build(settings: Settings) -> Distribution:
    """The distribution that ``settings`` (a member of ``experiment.data.Data``) describes.

    Raises ValueError, for a file its subclass TableError, where the settings cannot be met: an unreadable file, an empty drawing.
    """
    distribution: Distribution = DISTRIBUTIONS[getattr(settings, "name")](settings)
    return distribution
