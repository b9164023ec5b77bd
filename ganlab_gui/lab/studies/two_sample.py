"""What two-sample tests do when they are repeated: their power, and the statistics themselves."""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from ganlab_gui.core.theory.alternatives import draw_pair
from ganlab_gui.core.theory.two_sample import LEVEL, STATISTICS, p_values, statistic_values

EVERY = 0.15


def power(
    alternative: str, strength: float, sizes: tuple[int, ...], repetitions: int, permutations: int
) -> Iterator[tuple[float, dict[str, Any]]]:
    """Rejections at 5 %: ``rejected`` (6, sizes) of ``trials`` (sizes,) tests at each ``sizes``.

    Each test draws its samples and its relabellings anew.
    """
    rejected, trials = np.zeros((len(STATISTICS), len(sizes)), int), np.zeros(len(sizes), int)
    said = time.monotonic()
    for repetition in range(repetitions):
        for k, n in enumerate(sizes):
            rng = np.random.default_rng([repetition, n])
            x, y = draw_pair(alternative, strength, n, rng)
            rejected[:, k] += p_values(x, y, permutations, rng) <= LEVEL
            trials[k] += 1
            if time.monotonic() - said > EVERY:
                said = time.monotonic()
                yield (
                    repetition / repetitions,
                    {"rejected": rejected.copy(), "trials": trials.copy()},
                )
    yield 1.0, {"rejected": rejected, "trials": trials}


def repeats(
    alternative: str, strength: float, n: int, repetitions: int
) -> Iterator[tuple[float, dict[str, Any]]]:
    """The six statistics of ``repetitions`` pairs of samples, ``values`` (6, so far)."""
    values, said = np.empty((len(STATISTICS), repetitions)), time.monotonic()
    for repetition in range(repetitions):
        rng = np.random.default_rng([repetition, n, 1])
        values[:, repetition] = statistic_values(*draw_pair(alternative, strength, n, rng))
        if time.monotonic() - said > EVERY:
            said = time.monotonic()
            yield repetition / repetitions, {"values": values[:, : repetition + 1].copy()}
    yield 1.0, {"values": values}
