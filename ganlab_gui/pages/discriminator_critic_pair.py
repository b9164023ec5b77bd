"""What is drawn of a discriminator and a critic between two Gaussians: exact, and as trained."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from ganlab_gui.core.theory import critics, game_value
from ganlab_gui.core.theory.critics import PULLS, Gaussian
from ganlab_gui.pages.plate import Array

GRID = (-12.0, 12.0, 601)
"""Where everything is computed: 5.3 standard deviations of the widest at its farthest."""
DECILES = np.arange(1, 10) / 10


@dataclass(frozen=True)
class Curves:
    """D and a critic on the grid, trained or exact: D itself, f per L, and what reaches G."""

    d: Array
    f: Array
    pull: Array
    slope: Array
    """|f′| / L."""


class Pair:
    """Both Gaussians on the grid and what is exactly known of them."""

    def __init__(self, p: Gaussian, q: Gaussian, loss: str) -> None:
        self.loss = loss
        self.x = np.linspace(*GRID)
        self.p, self.q, self.cells = p.density(self.x), q.density(self.x), game_value.cells(self.x)
        self.w1 = critics.w1(p, q)
        self.jsd = max(game_value.jsd(self.p, self.q, self.cells), 0.0)
        low, high = critics.reach(p, q)
        self.inside = (self.x >= low) & (self.x <= high)
        s, slope = critics.best_score(p, q, self.x), critics.best_score_slope(p, q, self.x)
        steep = np.abs(critics.potential_slope(p, q, self.x))
        self.exact = Curves(expit(s), critics.potential(p, q, self.x), PULLS[loss](s, slope), steep)
        self.deciles = q.quantile(DECILES)


class Training:
    """Both networks at the step shown, out of their training as far as that has come."""

    def __init__(self, found: dict[str, Array], step: int, pair: Pair) -> None:
        self.steps = found["steps"]
        d, d_slope, f, f_slope = (
            found[key].astype(np.float64) for key in ("d", "d_slope", "critic", "critic_slope")
        )
        constants = np.maximum(critics.lipschitz(f_slope, pair.inside), 1e-12)
        at = int(np.searchsorted(self.steps, step, "right")) - 1
        self.step, self.constant = int(self.steps[at]), float(constants[at])
        pair_ = (pair.p, pair.q, pair.cells)
        self.curves = Curves(
            expit(d[at]), critics.centred(f[at], *pair_) / self.constant,
            PULLS[pair.loss](d[at], d_slope[at]), np.abs(f_slope[at]) / self.constant,
        )  # fmt: skip
        values = [game_value.value_of_scores(pair.p, pair.q, s, pair.cells) for s in d]
        self.jsd = (np.array(values) + game_value.LN4) / 2
        self.w1 = critics.found(f, *pair_) / constants
