"""Log-likelihood by Parzen windows: a Gaussian on each generated sample. In nats.

Goodfellow et al. 2014, section 5 (after Breuleux et al. 2011); Theis et al. 2016, section 3.
The density p̂(x) = (1/n) Σᵢ N(x; xᵢ, σ² I) of n samples of a model is read at
examples of the data; σ is the one that serves a validation set best; the score is the mean of
ln p̂ over a test set with its standard error. Here data and model are N(0, I) in d dimensions
unless said otherwise, so that the true number is known.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.cluster.vq import kmeans2
from scipy.spatial.distance import cdist

Array = NDArray[np.float64]

LN_2PI = math.log(2.0 * math.pi)
SIGMAS: tuple[float, ...] = tuple(float(s) for s in np.geomspace(0.05, 2.0, 28))
"""The grid that σ is chosen from."""
DIMENSIONS: tuple[int, ...] = (1, 2, 5, 10, 20, 50, 100)
COUNTS: tuple[int, ...] = (10, 30, 100, 300, 1000, 3000, 10_000)
"""Where the bias is looked at: dimensions and numbers of samples."""
DRAWS = 16
"""Draws of n samples that the bias is the mean of, where n is small."""
BLOCK = 2_000_000
"""Distances held at once."""


def squared_distances(x: Array, samples: Array) -> Array:
    """‖xᵢ − sⱼ‖² of points (k, d) and samples (n, d), (k, n)."""
    if x.shape[1] < 8:
        return cdist(x, samples, "sqeuclidean")
    squares = (x**2).sum(1)[:, None] + (samples**2).sum(1) - 2.0 * (x @ samples.T)
    return np.maximum(squares, 0.0, out=squares)


def log_parzen(squares: Array, dimension: int, sigma: float) -> Array:
    """ln p̂ at the points whose squared distances (k, n) to the samples are given, (k,)."""
    nearest = squares.min(axis=1)
    sums = np.exp((nearest[:, None] - squares) / (2 * sigma**2)).sum(axis=1)
    scale = 0.5 * dimension * (LN_2PI + 2 * math.log(sigma)) + math.log(squares.shape[1])
    return np.log(sums) - nearest / (2 * sigma**2) - scale


def log_density(x: ArrayLike, samples: ArrayLike, sigma: float) -> Array:
    """ln p̂ of points (k, d) under windows of width σ on samples (n, d), (k,)."""
    points, places = np.asarray(x, np.float64), np.asarray(samples, np.float64)
    rows = max(1, BLOCK // len(places))
    parts = [
        log_parzen(squared_distances(points[i : i + rows], places), points.shape[1], sigma)
        for i in range(0, len(points), rows)
    ]
    return np.concatenate(parts)


@dataclass(frozen=True)
class Score:
    """What a paper reports: mean ln p̂ over the test set, its standard error, and σ."""

    mean: float
    error: float
    sigma: float


def score(values: Array, sigma: float) -> Score:
    """From ln p̂ at the test examples (k,)."""
    return Score(float(values.mean()), float(values.std(ddof=1)) / math.sqrt(len(values)), sigma)


def cross_validated(
    samples: Array, validation: Array, test: Array, sigmas: tuple[float, ...] = SIGMAS
) -> Score:
    """The score of samples (n, d), σ chosen from ``sigmas`` by the validation set (v, d)."""
    means = validation_curve(squared_distances(validation, samples), samples.shape[1], sigmas)
    sigma = sigmas[int(np.argmax(means))]
    return score(log_density(test, samples, sigma), sigma)


def validation_curve(squares: Array, dimension: int, sigmas: tuple[float, ...] = SIGMAS) -> Array:
    """Mean ln p̂ for each σ, (s,), at points whose squared distances (v, n) are given."""
    return np.array([log_parzen(squares, dimension, sigma).mean() for sigma in sigmas])


# -- what is known exactly -------------------------------------------------------------------------


def gaussian_likelihood(dimension: ArrayLike, std: ArrayLike = 1.0) -> Array:
    """E ln q under N(0, I) of the model q = N(0, std² I); the data's own at std = 1. Broadcasts."""
    d, s = np.asarray(dimension, np.float64), np.asarray(std, np.float64)
    return -0.5 * d * (LN_2PI + 2 * np.log(s) + s**-2)


def endless_likelihood(dimension: ArrayLike, sigma: ArrayLike) -> Array:
    """What windows of width σ come to with endless samples of N(0, I). Broadcasts.

    E p̂(x) = N(x; 0, (1 + σ²) I) whatever n is; by Jensen's inequality the mean score of any n
    stays below this.
    """
    return gaussian_likelihood(dimension, np.sqrt(1.0 + np.asarray(sigma, np.float64) ** 2))


def single_likelihood(dimension: ArrayLike, sigma: ArrayLike) -> Array:
    """The mean score with one sample, n = 1; best at σ = √2, (d/2) ln 2 below the truth."""
    d, s = np.asarray(dimension, np.float64), np.asarray(sigma, np.float64)
    return -0.5 * d * (LN_2PI + 2 * np.log(s) + 2.0 / s**2)


# -- the models that are ranked --------------------------------------------------------------------

CENTROIDS = 100
"""Points that the model of k-means knows."""
SHRUNKEN = 0.7
"""Standard deviation of the model that keeps too near to the middle."""


@dataclass(frozen=True)
class Contender:
    """A model of N(0, I): n of its samples (n, d) and its true mean log-likelihood."""

    name: str
    samples: Array
    truth: float


def contenders(
    dimension: int, n: int, centroids: int, training: int, rng: np.random.Generator
) -> tuple[Contender, ...]:
    """The models, in the order of their true log-likelihood.

    A model that only repeats points has no density: its true log-likelihood is −∞.
    """
    train = rng.standard_normal((training, dimension))
    middle = train.mean(axis=0, keepdims=True)
    found, _ = kmeans2(train, centroids, iter=10, minit="points", rng=rng)
    return (
        Contender("true", rng.standard_normal((n, dimension)), _truth(dimension, 1.0)),
        Contender(
            "shrunken", SHRUNKEN * rng.standard_normal((n, dimension)), _truth(dimension, SHRUNKEN)
        ),
        Contender("memory", train[rng.integers(training, size=n)], -math.inf),
        Contender("k-means", found[rng.integers(centroids, size=n)], -math.inf),
        Contender("point", np.repeat(middle, n, axis=0), -math.inf),
    )


def _truth(dimension: int, std: float) -> float:
    return float(gaussian_likelihood(dimension, std))
