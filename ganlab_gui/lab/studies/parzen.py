"""What Parzen windows say of samples whose true log-likelihood is known (Theis et al. 2016).

Data are N(0, I) in d dimensions. All numbers are in nats; each study is reproducible by its seed.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.theory.parzen import (
    CENTROIDS,
    COUNTS,
    DIMENSIONS,
    DRAWS,
    SIGMAS,
    Score,
    contenders,
    gaussian_likelihood,
    log_density,
    log_parzen,
    score,
    squared_distances,
)

Array = NDArray[np.float64]

HELD_OUT = 1000
"""Examples of the validation set, and as many of the test set."""
TRAINING = 5000
FEWER, TESTED = 400, 2000
"""Examples of the validation and of the test set where many estimates are made."""


def validation(dimension: int, n: int, seed: int) -> Iterator[tuple[float, dict[str, Any]]]:
    """σ by cross-validation for n samples of the data's own distribution.

    An answer has ``means`` (s,), mean ln p̂ over the validation set at each σ of SIGMAS, NaN where
    it has not come yet. The last one also has ``score``, that over the test set, and ``bias``, the
    mean of ln p − ln p̂ over it with its standard error: an estimate of KL(p‖p̂).
    """
    rng = np.random.default_rng([seed, dimension, n])
    samples, held_out, test = (rng.standard_normal((k, dimension)) for k in (n, HELD_OUT, HELD_OUT))
    for share, means, result in _scored(samples, held_out, test):
        answer: dict[str, Any] = {"means": means}
        if result is not None:
            answer |= {"score": result, "bias": _bias(test, samples, result.sigma)}
        yield share, answer


def ranking(
    dimension: int, n: int, seed: int
) -> Iterator[tuple[float, tuple[tuple[str, float, Score], ...]]]:
    """Models of the data by true log-likelihood and by what Parzen windows on n samples say.

    An answer has (name, true log-likelihood, score) of each model that is through.
    """
    rng = np.random.default_rng([seed, dimension, n, 1])
    held_out, test = (rng.standard_normal((HELD_OUT, dimension)) for _ in range(2))
    done: tuple[tuple[str, float, Score], ...] = ()
    models = contenders(dimension, n, CENTROIDS, TRAINING, rng)
    for place, model in enumerate(models):
        for share, _, result in _scored(model.samples, held_out, test):
            if result is not None:
                done = (*done, (model.name, model.truth, result))
            yield (place + share) / len(models), done


def bias(seed: int) -> Iterator[tuple[float, Array]]:
    """KL(p‖p̂) by d and n, (DIMENSIONS, COUNTS), NaN where it has not come yet.

    σ by cross-validation each time; validation and test set of a dimension are the same ones at
    every n, and the mean is over several draws of the samples where n is small.
    """
    found = np.full((len(DIMENSIONS), len(COUNTS)), np.nan)
    rngs = [np.random.default_rng([seed, d, 2]) for d in DIMENSIONS]
    sets = [
        tuple(rng.standard_normal((k, d)) for k in (FEWER, TESTED, COUNTS[-1]))
        for rng, d in zip(rngs, DIMENSIONS, strict=True)
    ]
    whole = len(DIMENSIONS) * sum(n * _draws(n) for n in COUNTS)
    behind = 0
    for column, n in enumerate(COUNTS):
        for row, (held_out, test, samples) in enumerate(sets):
            biases = []
            for draw in range(_draws(n)):
                own = samples[draw * n : (draw + 1) * n]
                for share, _, result in _scored(own, held_out, test):
                    if result is not None:
                        biases.append(_bias(test, own, result.sigma)[0])
                        found[row, column] = np.mean(biases)
                    yield (behind + share * n) / whole, found.copy()
                behind += n


def _draws(n: int) -> int:
    """How many draws of n samples there are: fewer where each of them takes its time."""
    return min(DRAWS, max(1, COUNTS[-1] // (3 * n)))


def _scored(
    samples: Array, held_out: Array, test: Array
) -> Iterator[tuple[float, Array, Score | None]]:
    """σ after σ: the share done and the validation curve so far; last of all the test score."""
    dimension = samples.shape[1]
    squares = squared_distances(held_out, samples)
    means = np.full(len(SIGMAS), np.nan)
    for place, sigma in enumerate(SIGMAS):
        means[place] = log_parzen(squares, dimension, sigma).mean()
        yield (place + 1) / (len(SIGMAS) + 1), means.copy(), None
    best = SIGMAS[int(np.argmax(means))]
    yield 1.0, means, score(log_density(test, samples, best), best)


def _bias(test: Array, samples: Array, sigma: float) -> tuple[float, float]:
    dimension = test.shape[1]
    # A standard normal's ln p is its mean less half of what ‖x‖² exceeds d by.
    log_p = float(gaussian_likelihood(dimension)) - 0.5 * ((test**2).sum(axis=1) - dimension)
    lost = score(log_p - log_density(test, samples, sigma), sigma)
    return lost.mean, lost.error
