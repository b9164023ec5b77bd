"""Measures generated samples against the data, and finds what a perfect generator would read."""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.data import Distribution
from ganlab_gui.core.measures import (
    CellEstimate,
    ModeCoverage,
    floor,
    frechet,
    median_bandwidth,
    mmd2,
    mode_coverage,
    wasserstein1,
)
from ganlab_gui.core.streams import generator
from ganlab_gui.lab.history import MEASURE_COLUMNS

SAMPLES = 2_500
"""Generated samples a measurement takes (VEEGAN's and PacGAN's number)."""
REFERENCE = 100_000
"""Data samples whose cell shares stand for the data's own."""
MATCHED = 512
"""Points of each side for exact assignment in the plane and for kernel means."""

QUICK = (
    "js", "kl", "tv", "modes_captured", "high_quality", "reverse_kl", "average_js",
    "g_gradient",
)  # fmt: skip
SLOW = ("w1", "mmd2", "frechet", "average_w1")


class Examiner:
    """One experiment's measuring set-up: reference samples, cells, modes.

    Everything random in it is drawn from the experiment's seed and the purpose "reference", so a
    reading depends on the samples alone. ``n`` is how many generated samples a reading takes.
    """

    n = SAMPLES

    def __init__(self, distribution: Distribution, seed: int) -> None:
        self.distribution, self.seed = distribution, seed
        self.modes = distribution.modes

    def draw(self, n: int, number: int = 0) -> NDArray[np.float64]:
        """(n, dim) fresh data; ``number`` picks one of many independent samples."""
        sample = self.distribution.sample(n, generator(self.seed, "reference", number))
        return sample.numpy().astype(np.float64)

    def draw_labelled(
        self, n: int, number: int = 0
    ) -> tuple[NDArray[np.float64], NDArray[np.int64] | None]:
        """The points (n, dim) of ``draw`` and their classes (n,); None where there are none."""
        draw = self.distribution.sample_labelled
        sample, labels = draw(n, generator(self.seed, "reference", number))
        known = labels.numpy() if self.distribution.classes is not None else None
        return sample.numpy().astype(np.float64), known

    @cached_property
    def cells(self) -> CellEstimate:
        low, high = self.distribution.extent
        return CellEstimate(self.draw(REFERENCE), low, high)

    @cached_property
    def real(self) -> NDArray[np.float64]:
        """(n, dim) data points that samples are matched with."""
        return self.draw(SAMPLES, 1)

    @cached_property
    def bandwidth(self) -> float:
        return median_bandwidth(self.real[:MATCHED]) or 1.0

    def coverage(self, samples: NDArray[Any]) -> ModeCoverage | None:
        """Mode coverage of one run's samples (n, dim); None where the data has no modes."""
        if self.modes is None:
            return None
        return mode_coverage(samples, self.modes.centres, self.modes.stds, self.modes.weights)

    def measure(
        self, samples: NDArray[Any], names: tuple[str, ...] | None = None
    ) -> dict[str, NDArray[np.float64]]:
        """Readings of samples (R, n, dim): name to (R,), and ``shares`` (R, M) of data with modes.

        NaN stands for a measure that does not exist for this data or whose samples are not finite.
        """
        names = MEASURE_COLUMNS if names is None else names
        out: dict[str, NDArray[np.float64]] = {
            name: np.array([self.read(name, s) for s in samples]) for name in names if name in READ
        }
        coverages = [self.coverage(s) for s in samples]
        for name, attribute in COVERAGE.items():
            if name in names:
                out[name] = np.array(
                    [np.nan if c is None else float(getattr(c, attribute)) for c in coverages]
                )
        shares = [c.shares for c in coverages if c is not None]
        if shares:
            out["shares"] = np.array(shares)
        return out

    def read(self, name: str, samples: NDArray[Any]) -> float:
        """One measure of one run's samples (n, dim)."""
        return READ[name](self, samples) if np.isfinite(samples).all() else float("nan")

    def floor(self, name: str, repeats: int = 12) -> tuple[float, float] | None:
        """The band a perfect generator reads for a measure; None where it has none to speak of."""
        if name not in READ | COVERAGE or (name in COVERAGE and self.modes is None):
            return None
        fresh = iter(range(2, 2 + repeats))

        def one(samples: NDArray[Any]) -> float:
            return float(self.measure(samples[None], (name,))[name][0])

        return floor(one, lambda n: self.draw(n, next(fresh)), SAMPLES, repeats)

    def transport(self, samples: NDArray[Any]) -> float:
        n = SAMPLES if self.distribution.dim == 1 else MATCHED
        return wasserstein1(samples[:n], self.real[:n])

    def kernel(self, samples: NDArray[Any]) -> float:
        return mmd2(samples[:MATCHED], self.real[:MATCHED], self.bandwidth)


COVERAGE = {
    "modes_captured": "captured",
    "high_quality": "high_quality",
    "reverse_kl": "reverse_kl",
}
READ = {
    "js": lambda self, s: self.cells.js(s),
    "kl": lambda self, s: self.cells.kl(s),
    "tv": lambda self, s: self.cells.tv(s),
    "w1": Examiner.transport,
    "mmd2": Examiner.kernel,
    "frechet": lambda self, s: frechet(s, self.real),
}
