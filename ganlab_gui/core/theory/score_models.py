"""Generators to be scored against a ring or a grid of modes: mixtures wrong in one known way."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.theory.scores import ScoredData, inception_score, lattice, ring

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Target:
    """What is to be generated, the std of the wide Gaussian about the origin that stands for
    noise, and which modes are kept first in each order."""

    data: ScoredData
    noise_std: float
    orders: dict[str, tuple[int, ...]]

    @property
    def modes(self) -> int:
        return len(self.data.means)

    @cached_property
    def means(self) -> Array:
        """Those of the modes and of the noise, (M + 1, 2)."""
        return np.vstack([self.data.means, np.zeros((1, 2))])


def _lattice_order() -> tuple[int, ...]:
    """Rhombus, inner square, the eight between them and the corners, the rest: places in a grid.

    With the first four, and with the first sixteen, mean and covariance are those of all 25.
    """
    rings = ((0, 2), (1, 1), (1, 2), (2, 2), (0, 1), (0, 0))
    away = [tuple(sorted((abs(k // 5 - 2), abs(k % 5 - 2)))) for k in range(25)]
    return tuple(k for ring_ in rings for k in range(25) if away[k] == ring_)


TARGETS = {
    "ring": Target(
        ring(), 2.5, {"neighbours": tuple(range(8)), "spread out": (0, 4, 2, 6, 1, 5, 3, 7)}
    ),
    "grid": Target(
        lattice(), 5.0, {"neighbours": tuple(range(25)), "spread out": _lattice_order()}
    ),
}
"""By name. Four modes kept of the second order have the moments of all, in either."""
RING = TARGETS["ring"].data
MODES = len(RING.means)

Reading = tuple[Array, Array]
"""E H(y|x) (…, C) and E p(y|x) (…, C, M) of the components of a mixture."""


@dataclass(frozen=True)
class Generated:
    """A mixture: means (C, 2), stds (C,), the weights (C − 1,) of all but the last component,
    which sum to 1, and the share of that last one, the noise; ``target`` is what it is after."""

    means: Array
    stds: Array
    parts: Array
    noise: float
    reading: Reading
    target: str = "ring"

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


@lru_cache(maxsize=16)
def readings(target: str, spreads: tuple[float, ...]) -> Reading:
    """Of the M modes at each of ``spreads`` (P,) and of the noise: (P, M + 1), (P, M + 1, M)."""
    aim, count = TARGETS[target], len(spreads)
    stds = aim.data.std * np.array(spreads)
    # In a ring all modes read alike, turned by as many places.
    asked = 1 if target == "ring" else aim.modes
    places = np.vstack([np.tile(aim.data.means[:asked], (count, 1)), np.zeros((1, 2))])
    entropy, labels = aim.data.read(places, np.append(np.repeat(stds, asked), aim.noise_std))
    each, shares = entropy[:-1].reshape(count, asked), labels[:-1].reshape(count, asked, -1)
    if target == "ring":
        each = np.tile(each, aim.modes)
        shares = np.stack([np.roll(shares[:, 0], k, axis=1) for k in range(aim.modes)], axis=1)
    wide = np.broadcast_to(labels[-1], (count, 1, aim.modes))
    return (
        np.column_stack([each, np.full(count, entropy[-1])]),
        np.concatenate([shares, wide], axis=1),
    )


def _kept_weights(kept: int, order: str, target: str) -> Array:
    weights = np.zeros(TARGETS[target].modes)
    weights[list(TARGETS[target].orders[order][:kept])] = 1.0 / kept
    return weights


def modes_model(
    spread: float, kept: int, order: str, noise: float, target: str = "ring"
) -> Generated:
    """The first ``kept`` modes in that order, std ``spread`` times the data's, and noise."""
    aim, (entropy, labels) = TARGETS[target], readings(target, (spread,))
    stds = np.append(np.full(aim.modes, spread * aim.data.std), aim.noise_std)
    weights = _kept_weights(kept, order, target)
    return Generated(aim.means, stds, weights, noise, (entropy[0], labels[0]), target)


def one_gaussian(noise: float, target: str = "ring") -> Generated:
    """A single Gaussian with the mean and covariance of the data, round here; and noise."""
    aim = TARGETS[target]
    std = float(np.sqrt(np.trace(aim.data.moments[1]) / 2.0))
    reading = _centre_reading(target, (std, aim.noise_std))
    stds = np.array([std, aim.noise_std])
    return Generated(np.zeros((2, 2)), stds, np.ones(1), noise, reading, target)


@lru_cache(maxsize=4)
def _centre_reading(target: str, stds: tuple[float, ...]) -> Reading:
    return TARGETS[target].data.read(np.zeros((len(stds), 2)), np.array(stds))


@lru_cache(maxsize=16)
def _memory(points: int, target: str) -> tuple[Array, Reading]:
    aim, rng = TARGETS[target], np.random.default_rng(0)
    own = aim.data.means[np.arange(points) % aim.modes]
    training = own + aim.data.std * rng.standard_normal((points, 2))
    entropy, labels = aim.data.read(training, np.zeros(points))
    noise_entropy, noise_labels = _centre_reading(target, (aim.noise_std,))
    reading = np.append(entropy, noise_entropy), np.vstack([labels, noise_labels])
    return np.vstack([training, np.zeros((1, 2))]), reading


def memorised(points: int, noise: float, target: str = "ring") -> Generated:
    """Nothing but ``points`` training points, seeded, each as often as any other; and noise."""
    means, reading = _memory(points, target)
    stds = np.append(np.zeros(points), TARGETS[target].noise_std)
    return Generated(means, stds, np.full(points, 1.0 / points), noise, reading, target)


def scores_of(model: Generated, bandwidth: float) -> Scores:
    """The scores of one mixture, each an array of shape ()."""
    return _score(model, model.stds, model.weights, model.reading, bandwidth)


def scores_along_noise(model: Generated, noise: Array, bandwidth: float) -> Scores:
    """The same mixture with its share of noise replaced by each of ``noise`` (P,)."""
    weights = np.column_stack([np.outer(1.0 - noise, model.parts), noise])
    return _score(model, model.stds, weights, model.reading, bandwidth)


def scores_along_spread(model: Generated, spreads: tuple[float, ...], bandwidth: float) -> Scores:
    """A ``modes_model`` with the std of its modes replaced by each of ``spreads`` (P,)."""
    aim = TARGETS[model.target]
    stds = np.tile(aim.data.std * np.array(spreads)[:, None], aim.modes)
    stds = np.column_stack([stds, np.full(len(spreads), aim.noise_std)])
    return _score(model, stds, model.weights, readings(model.target, spreads), bandwidth)


def scores_along_kept(model: Generated, order: str, bandwidth: float) -> Scores:
    """A ``modes_model`` with 1 to all of its modes kept, (M,)."""
    counts = range(1, TARGETS[model.target].modes + 1)
    parts = np.array([_kept_weights(kept, order, model.target) for kept in counts])
    weights = np.column_stack([(1.0 - model.noise) * parts, np.full(len(parts), model.noise)])
    return _score(model, model.stds, weights, model.reading, bandwidth)


def _score(
    model: Generated, stds: Array, weights: Array, reading: Reading, bandwidth: float
) -> Scores:
    data, (entropy, labels) = TARGETS[model.target].data, reading
    mean_entropy = np.sum(weights * entropy, axis=-1)
    p_y = np.einsum("...c,...cm->...m", weights, labels)
    return Scores(
        inception_score(mean_entropy, p_y),
        data.fid(model.means, stds, weights),
        data.mmd2(model.means, stds, weights, bandwidth),
        mean_entropy,
        p_y,
    )


def perfect(target: str = "ring") -> Generated:
    """The data themselves."""
    return modes_model(1.0, TARGETS[target].modes, "neighbours", 0.0, target)


@lru_cache(maxsize=64)
def _ends(bandwidth: float, target: str) -> tuple[Scores, Scores]:
    """The scores of the data, and of a generator that puts everything on one mode's centre."""
    point = modes_model(0.0, 1, "spread out", 0.0, target)
    return scores_of(perfect(target), bandwidth), scores_of(point, bandwidth)


def lost(scores: Scores, bandwidth: float, target: str = "ring") -> dict[str, Array]:
    """Each score's loss, (…): 0 at the data, 1 where everything is on one point, a mode's centre.

    For IS it is 1 − ln IS / ln IS(data), for FID and MMD² their share of what that point has. The
    point is the first mode of the order "spread out".
    """
    best, point = _ends(bandwidth, target)
    return {
        "inception": 1.0 - np.log(scores.inception) / np.log(best.inception),
        "fid": scores.fid / point.fid,
        "mmd2": scores.mmd2 / point.mmd2,
    }


def reverse_kl(labels: Array) -> float:
    """KL(p(y) ‖ true weights) in nats, for labels (M,) of M equal modes."""
    seen = labels[labels > 0]
    return float(max(0.0, np.sum(seen * np.log(seen * len(labels)))))
