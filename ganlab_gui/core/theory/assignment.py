"""Optimal transport between two sets of equally many points: pairs, and potentials that prove them.

The linear program: primal min Σ c_ij π_ij over pairings, dual max Σ u_i + Σ v_j with u_i + v_j ≤
c_ij. For a distance c the dual is a critic f with slope ≤ 1, u = f on the one set and v = −f on the
other: Kantorovich-Rubinstein (Villani 2003, theorem 1.14; Arjovsky et al. 2017, equation 2).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist

Array = NDArray[np.float64]
Order = NDArray[np.intp]
Random = np.random.Generator


def _ring(n: int, random: Random) -> Array:
    angle = random.uniform(0, 2 * np.pi, n)
    return 1.4 * np.stack([np.cos(angle), np.sin(angle)], 1) + 0.06 * random.standard_normal((n, 2))


def _grid(n: int, random: Random) -> Array:
    places = np.stack(np.meshgrid([-1.3, 0, 1.3], [-1.3, 0, 1.3]), -1).reshape(-1, 2)
    return places[random.permutation(n) % 9] + 0.1 * random.standard_normal((n, 2))


def _moons(n: int, random: Random) -> Array:
    angle, lower = random.uniform(0, np.pi, n), random.permutation(n) % 2 == 1
    x = np.where(lower, 1 - np.cos(angle), np.cos(angle)) - 0.5
    y = np.where(lower, 0.5 - np.sin(angle), np.sin(angle)) - 0.25
    return 1.2 * np.stack([x, y], 1) + 0.06 * random.standard_normal((n, 2))


POINT_SETS: dict[str, Callable[[int, Random], Array]] = {
    "gaussian": lambda n, random: 0.6 * random.standard_normal((n, 2)),
    "ring": _ring,
    "grid": _grid,
    "moons": _moons,
}
"""Samples (n, 2) about the origin, at most about 1.6 from it."""


@dataclass(frozen=True)
class Assignment:
    """The optimal pairing of ``x`` and ``y`` (n, 2): x[i] goes to y[to[i]], and why.

    ``u`` and ``v`` (n,) are the potentials: u[i] + v[j] ≤ ‖x[i] − y[j]‖, equal on the pairs.
    """

    x: Array
    y: Array
    to: Order
    u: Array
    v: Array

    @property
    def primal(self) -> float:
        """Mean distance of the pairs: W₁ between the two samples."""
        return mean_cost(self.x, self.y[self.to])

    @property
    def dual(self) -> float:
        """(Σ u + Σ v) / n: what the potentials earn, never more than any pairing costs."""
        return float(self.u.mean() + self.v.mean())

    @property
    def violation(self) -> float:
        """How far the potentials break their bounds at worst: ≤ 0, but for rounding, if never."""
        return float((self.u[:, None] + self.v - distances(self.x, self.y)).max())

    def potential(self, points: Array) -> Array:
        """f (…,) at points (…, 2): min_j ‖point − y_j‖ − v_j, nowhere steeper than 1."""
        flat = points.reshape(-1, 2)
        reach = distances(self.y, flat)
        reach -= self.v[:, None]
        return np.asarray(reach.min(0)).reshape(points.shape[:-1])


def assign(x: Array, y: Array) -> Assignment:
    """The pairing of x and y (n, 2) with the least mean distance. O(n³), n = 200 in some ms."""
    cost = distances(x, y)
    to = np.asarray(linear_sum_assignment(cost)[1], np.intp)
    v = _potentials(cost[:, to])
    by_y = np.empty_like(v)
    by_y[to] = v
    return Assignment(x, y, to, cost[np.arange(len(x)), to] - v, by_y)


def _potentials(cost: Array) -> Array:
    """v (n,) of the targets in the order of their sources, by shortest paths (Bellman and Ford).

    On the pairs u = c − v, so that u_i + v_j ≤ c_ij says v_j ≤ v_i + c_ij − c_ii. An optimal
    pairing has no cycle of negative length: n rounds are enough.
    """
    length = cost - np.diag(cost)[:, None]
    v = np.zeros(len(cost))
    for _ in range(len(cost)):
        shorter = (v[:, None] + length).min(0)
        if np.all(shorter >= v - 1e-13):
            break
        v = np.minimum(v, shorter)
    return v


def distances(x: Array, y: Array) -> Array:
    """‖x[i] − y[j]‖₂ (n, m) for x (n, 2) and y (m, 2)."""
    return np.asarray(cdist(x, y))


def mean_cost(x: Array, y: Array) -> float:
    """Mean distance of x[i] and y[i], both (n, 2)."""
    return float(np.hypot(*(x - y).T).mean())


def crossings(x: Array, y: Array) -> int:
    """How many pairs of the lines x[i] – y[i] cross; both (n, 2)."""
    along_x, along_y = (y - x).T[..., None]

    def left(c: Array) -> NDArray[np.bool_]:
        """Whether c[j] lies left of the line from x[i] to y[i]: (n, n)."""
        return along_x * (c[:, 1] - x[:, 1, None]) > along_y * (c[:, 0] - x[:, 0, None])

    parted = left(x) != left(y)
    np.fill_diagonal(parted, False)
    return int((parted & parted.T).sum()) // 2
