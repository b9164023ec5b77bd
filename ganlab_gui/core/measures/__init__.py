"""Measures of how far generated samples are from the data. NumPy; SciPy only when needed."""

from ganlab_gui.core.measures.cells import CellEstimate, floor
from ganlab_gui.core.measures.density import (
    change_of_variables,
    gaussian_kde_1d,
    gaussian_kde_2d,
    scott_bandwidth,
)
from ganlab_gui.core.measures.gridded import js, kl, tv
from ganlab_gui.core.measures.modes import (
    ModeCoverage,
    high_quality_ceiling,
    mode_coverage,
    quality_radius,
)
from ganlab_gui.core.measures.moments import frechet, median_bandwidth, mmd2
from ganlab_gui.core.measures.registry import MEASURES, Measure
from ganlab_gui.core.measures.transport import (
    sliced_wasserstein1,
    wasserstein1,
    wasserstein1_kind,
)

__all__ = [
    "MEASURES",
    "CellEstimate",
    "Measure",
    "ModeCoverage",
    "change_of_variables",
    "floor",
    "frechet",
    "gaussian_kde_1d",
    "gaussian_kde_2d",
    "high_quality_ceiling",
    "js",
    "kl",
    "median_bandwidth",
    "mmd2",
    "mode_coverage",
    "quality_radius",
    "scott_bandwidth",
    "sliced_wasserstein1",
    "tv",
    "wasserstein1",
    "wasserstein1_kind",
]
