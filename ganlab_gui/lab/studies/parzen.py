"""What Parzen windows say of samples whose true log-likelihood is known (Theis et al. 2016).

Data are N(0, I) in d dimensions. All numbers are in nats; each study is reproducible by its seed.
"""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.theory.parzen import (
    BLOCK,
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
            lost = score(_lost(test, result[0]), result[1])
            answer |= {"score": score(*result), "bias": (lost.mean, lost.error)}
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
                done = (*done, (model.name, model.truth, score(*result)))
            yield (place + share) / len(models), done


def bias(seed: int) -> Iterator[tuple[float, Array]]:
    """KL(p‖p̂) by d and n and its standard error, (2, DIMENSIONS, COUNTS), NaN where not yet known.

    σ by cross-validation each time; validation and test set of a dimension are the same ones at
    every n, and the mean is over several draws of the samples where n is small. The error is that
    of the test set and of the draws.
    """
    found = np.full((2, len(DIMENSIONS), len(COUNTS)), np.nan)
    rngs = [np.random.default_rng([seed, d, 2]) for d in DIMENSIONS]
    sets = [
        tuple(rng.standard_normal((k, d)) for k in (FEWER, TESTED, COUNTS[-1]))
        for rng, d in zip(rngs, DIMENSIONS, strict=True)
    ]
    places = [len(SIGMAS) // 2] * len(DIMENSIONS)
    whole = len(DIMENSIONS) * sum(n * _draws(n) for n in COUNTS)
    behind = 0
    for column, n in enumerate(COUNTS):
        for row, (held_out, test, samples) in enumerate(sets):
            lost: list[Array] = []
            for draw in range(_draws(n)):
                own = samples[draw * n : (draw + 1) * n]
                # The best σ of the last samples is near that of these.
                for answer in _climbed(own, held_out, test, places[row]):
                    if answer is not None:
                        values, places[row] = answer
                        lost.append(_lost(test, values))
                        found[:, row, column] = _mean_and_error(np.array(lost))
                    yield behind / whole, found.copy()
                behind += n
    yield 1.0, found


def _draws(n: int) -> int:
    """How many draws of n samples there are: fewer where each of them takes its time."""
    return min(DRAWS, max(1, COUNTS[-1] // (3 * n)))


def _scored(
    samples: Array, held_out: Array, test: Array
) -> Iterator[tuple[float, Array, tuple[Array, float] | None]]:
    """σ after σ: the share done and the validation curve so far; last ln p̂ at the test, and σ."""
    dimension = samples.shape[1]
    squares = squared_distances(held_out, samples)
    means = np.full(len(SIGMAS), np.nan)
    for place, sigma in enumerate(SIGMAS):
        means[place] = log_parzen(squares, dimension, sigma).mean()
        yield (place + 1) / (len(SIGMAS) + 1), means.copy(), None
    best = SIGMAS[int(np.argmax(means))]
    values = []
    for part in _blocks(test, samples, best):
        values.append(part)
        yield len(SIGMAS) / (len(SIGMAS) + 1), means, None
    yield 1.0, means, (np.concatenate(values), best)


def _climbed(
    samples: Array, held_out: Array, test: Array, place: int
) -> Iterator[tuple[Array, int] | None]:
    """None between its steps; last ln p̂ at the test examples and the best σ's place in SIGMAS.

    The validation curve has one hill, so that climbing from any place finds the top of the grid.
    """
    squares = squared_distances(held_out, samples)
    known: dict[int, float] = {}
    while True:
        near = [k for k in (place - 1, place, place + 1) if 0 <= k < len(SIGMAS)]
        for k in near:
            if k not in known:
                known[k] = float(log_parzen(squares, samples.shape[1], SIGMAS[k]).mean())
                yield None
        best = max(near, key=lambda k: known[k])
        if best == place:
            break
        place = best
    values = []
    for part in _blocks(test, samples, SIGMAS[place]):
        values.append(part)
        yield None
    yield np.concatenate(values), place


def _blocks(test: Array, samples: Array, sigma: float) -> Iterator[Array]:
    """ln p̂ at test examples, so many at once as take a few hundredths of a second."""
    rows = max(1, BLOCK // len(samples))
    for start in range(0, len(test), rows):
        yield log_density(test[start : start + rows], samples, sigma)


def _mean_and_error(lost: Array) -> tuple[float, float]:
    """Of what is lost at the test examples by each draw of samples, (draws, examples)."""
    draws, examples = lost.shape
    of_test = lost.mean(axis=0).std(ddof=1) / math.sqrt(examples)
    of_draws = lost.mean(axis=1).std(ddof=1) / math.sqrt(draws) if draws > 1 else 0.0
    return float(lost.mean()), math.hypot(of_test, of_draws)


def _lost(test: Array, values: Array) -> Array:
    """ln p − ln p̂ at the test examples."""
    dimension = test.shape[1]
    # A standard normal's ln p is its mean less half of what ‖x‖² exceeds d by.
    log_p = float(gaussian_likelihood(dimension)) - 0.5 * ((test**2).sum(axis=1) - dimension)
    return np.asarray(log_p - values)
