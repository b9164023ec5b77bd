"""Generators to be scored against the ring of modes: mixtures that are wrong in one known way."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.theory.scores import inception_score, ring

Array = NDArray[np.float64]

RING = ring()
MODES = len(RING.means)
NOISE_STD = 2.5
"""Std of the wide Gaussian about the origin that stands for noise."""
ORDERS = {"neighbours": (0, 1, 2, 3, 4, 5, 6, 7), "spread out": (0, 4, 2, 6, 1, 5, 3, 7)}
"""Which modes are kept first. Four kept of the second have the moments of all eight."""


Reading = tuple[Array, Array]
"""E H(y|x) (…, C) and E p(y|x) (…, C, M) of the components of a mixture."""


@dataclass(frozen=True)
class Generated:
    """A mixture: means (C, 2), stds (C,), the weights (C − 1,) of all but the last component,
    which sum to 1, and the share of that last one, the noise."""

    means: Array
    stds: Array
    parts: Array
    noise: float
    reading: Reading

    @property
    def weights(self) -> Array:
        """(C,), with a sum of 1."""
        return np.append((1.0 - self.noise) * self.parts, self.noise)

    def sample(self, choice: Array, noise: Array) -> Array:
        """Points (n, 2) from uniform numbers (n,) that choose and standard normal ones (n, 2).

        The same numbers give points that move with the mixture.
        """
        bounds = np.cumsum(self.weights)
        part = np.minimum(np.searchsorted(bounds, choice * bounds[-1]), len(bounds) - 1)
        return np.asarray(self.means[part] + self.stds[part, None] * noise)


@dataclass(frozen=True)
class Scores:
    """Of mixtures (…): Inception score, Fréchet distance, MMD², each exact, and what IS is of.

    ``entropy`` is E H(y|x) (…) and ``labels`` p(y) (…, M); entropies in nats.
    """

    inception: Array
    fid: Array
    mmd2: Array
    entropy: Array
    labels: Array


ORIGIN = np.zeros((1, 2))
MEANS = np.vstack([RING.means, ORIGIN])


@lru_cache(maxsize=16)
def ring_reading(spreads: tuple[float, ...]) -> Reading:
    """Of the eight modes at each of ``spreads`` (P,) and of the noise: (P, 9) and (P, 9, 8)."""
    count = len(spreads)
    entropy, labels = RING.read(
        np.vstack([np.broadcast_to(RING.means[0], (count, 2)), ORIGIN]),
        np.append(RING.std * np.array(spreads), NOISE_STD),
    )
    # All modes read alike, turned by as many places: the ring's symmetry.
    turned = [np.roll(labels[:-1], k, axis=1) for k in range(MODES)]
    wide = np.broadcast_to(labels[-1], (count, MODES))
    return (
        np.column_stack([*[entropy[:-1]] * MODES, np.full(count, entropy[-1])]),
        np.stack([*turned, wide], axis=1),
    )


def _kept_weights(kept: int, order: str) -> Array:
    weights = np.zeros(MODES)
    weights[list(ORDERS[order][:kept])] = 1.0 / kept
    return weights


def modes_model(spread: float, kept: int, order: str, noise: float) -> Generated:
    """The first ``kept`` modes in that order, std ``spread`` times the data's, and noise."""
    entropy, labels = ring_reading((spread,))
    stds = np.append(np.full(MODES, spread * RING.std), NOISE_STD)
    return Generated(MEANS, stds, _kept_weights(kept, order), noise, (entropy[0], labels[0]))


def one_gaussian(noise: float) -> Generated:
    """A single Gaussian with the mean and covariance of the data, round on the ring; and noise."""
    std = float(np.sqrt(np.trace(RING.moments[1]) / 2.0))
    means, stds = np.zeros((2, 2)), np.array([std, NOISE_STD])
    return Generated(means, stds, np.ones(1), noise, _centre_reading((std, NOISE_STD)))


@lru_cache(maxsize=4)
def _centre_reading(stds: tuple[float, ...]) -> Reading:
    return RING.read(np.zeros((len(stds), 2)), np.array(stds))


@lru_cache(maxsize=16)
def _memory(points: int) -> tuple[Array, Reading]:
    rng = np.random.default_rng(0)
    training = RING.means[np.arange(points) % MODES] + RING.std * rng.standard_normal((points, 2))
    entropy, labels = RING.read(training, np.zeros(points))
    noise_entropy, noise_labels = _centre_reading((NOISE_STD,))
    reading = np.append(entropy, noise_entropy), np.vstack([labels, noise_labels])
    return np.vstack([training, ORIGIN]), reading


def memorised(points: int, noise: float) -> Generated:
    """Nothing but ``points`` training points, seeded, each as often as any other; and noise."""
    means, reading = _memory(points)
    stds = np.append(np.zeros(points), NOISE_STD)
    return Generated(means, stds, np.full(points, 1.0 / points), noise, reading)


def scores_of(model: Generated, bandwidth: float) -> Scores:
    """The scores of one mixture, each an array of shape ()."""
    return _score(model.means, model.stds, model.weights, model.reading, bandwidth)


def scores_along_noise(model: Generated, noise: Array, bandwidth: float) -> Scores:
    """The same mixture with its share of noise replaced by each of ``noise`` (P,)."""
    weights = np.column_stack([np.outer(1.0 - noise, model.parts), noise])
    return _score(model.means, model.stds, weights, model.reading, bandwidth)


def scores_along_spread(
    spreads: tuple[float, ...], kept: int, order: str, noise: float, bandwidth: float
) -> Scores:
    """``modes_model`` at each of ``spreads`` (P,)."""
    stds = np.tile(RING.std * np.array(spreads)[:, None], MODES)
    stds = np.column_stack([stds, np.full(len(spreads), NOISE_STD)])
    weights = modes_model(1.0, kept, order, noise).weights
    return _score(MEANS, stds, weights, ring_reading(spreads), bandwidth)


def scores_along_kept(spread: float, order: str, noise: float, bandwidth: float) -> Scores:
    """``modes_model`` with 1 to 8 modes kept, (8,)."""
    models = [modes_model(spread, kept, order, noise) for kept in range(1, MODES + 1)]
    weights = np.array([model.weights for model in models])
    return _score(MEANS, models[0].stds, weights, models[0].reading, bandwidth)


def _score(means: Array, stds: Array, weights: Array, reading: Reading, bandwidth: float) -> Scores:
    entropy, labels = reading
    mean_entropy = np.sum(weights * entropy, axis=-1)
    p_y = np.einsum("...c,...cm->...m", weights, labels)
    return Scores(
        inception_score(mean_entropy, p_y),
        RING.fid(means, stds, weights),
        RING.mmd2(means, stds, weights, bandwidth),
        mean_entropy,
        p_y,
    )


@lru_cache(maxsize=64)
def _ends(bandwidth: float) -> tuple[Scores, Scores]:
    """The scores of the data, and of a generator that puts everything on one mode's centre."""
    perfect, point = (
        modes_model(1.0, MODES, "neighbours", 0.0),
        modes_model(0.0, 1, "spread out", 0),
    )
    return scores_of(perfect, bandwidth), scores_of(point, bandwidth)


def lost(scores: Scores, bandwidth: float) -> dict[str, Array]:
    """Each score's loss, (…): 0 at the data, 1 where everything is on one point, a mode's centre.

    For IS it is 1 − ln IS / ln IS(data), for FID and MMD² their share of what that point has.
    """
    perfect, point = _ends(bandwidth)
    return {
        "inception": 1.0 - np.log(scores.inception) / np.log(perfect.inception),
        "fid": scores.fid / point.fid,
        "mmd2": scores.mmd2 / point.mmd2,
    }


def reverse_kl(labels: Array) -> float:
    """KL(p(y) ‖ true weights) in nats, for labels (M,) of the ring's equal modes."""
    seen = labels[labels > 0]
    return float(max(0.0, np.sum(seen * np.log(seen * MODES))))
