"""One network trained as a discriminator and as a critic, between two Gaussians that stay put.

Arjovsky et al. 2017, figure 2: the first saturates, the second stays close to a straight line.
"""

from collections.abc import Iterator
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from ganlab_gui.core import streams
from ganlab_gui.core.models.objectives import critic_d, log_likelihood_d
from ganlab_gui.core.models.penalties import PENALTIES
from ganlab_gui.core.models.players import Discriminator
from ganlab_gui.experiment.players import Optimizer
from ganlab_gui.lab.step import descend
from ganlab_gui.lab.studies.fit_discriminator import column, looks, minibatches, network

Constraint = Literal["one-sided", "two-sided", "clipping"]
OPTIMIZERS: dict[str, Optimizer] = {
    "clipping": Optimizer(name="rmsprop", lr=1e-3, beta2=0.99),
    "one-sided": Optimizer(lr=1e-3, beta1=0.5, beta2=0.9),
    "two-sided": Optimizer(lr=1e-3, beta1=0.5, beta2=0.9),
}
"""As the papers have them, with rates for a toy: RMSProp without momentum under clipping (Arjovsky
et al. 2017), Adam under the penalty (Gulrajani et al. 2017)."""
PENALISED = {"one-sided": "lipschitz", "two-sided": "gradient"}
"""Which of ``PENALTIES`` it is: WGAN-LP (Petzka et al. 2018) or WGAN-GP."""
Answer = dict[str, np.ndarray]


def train(
    p: tuple[float, float], q: tuple[float, float], grid: tuple[float, float, int],
    constraint: Constraint, clip: float, weight: float, hidden: tuple[int, ...], batch: int,
    steps: int, seed: int,
) -> Iterator[tuple[float, Answer]]:  # fmt: skip
    """Train both on the same minibatches, and yield how they have come so far, ever more rarely.

    ``p`` and ``q`` are (mean, std); ``grid`` is (low, high, n); ``clip`` is c of weight clipping,
    ``weight`` λ of the gradient penalty. Both start with the same weights. An answer has ``steps``
    (k,) and at each of them, on the grid, in single precision, (k, n): ``d`` and ``d_slope``, D's
    score s and ds/dx, D = σ(s), and ``critic`` and ``critic_slope``, f and df/dx, as trained.
    """
    d, d_rule = network(hidden, Optimizer(lr=1e-3), seed)
    critic, critic_rule = network(hidden, OPTIMIZERS[constraint], seed)
    real, fake = (minibatches(((m,), (s,), (1.0,)), purpose, seed)
                  for (m, s), purpose in ((p, "data"), (q, "noise")))  # fmt: skip
    mixing = streams.Stream(_shares, 1, [seed], "penalty", torch.device("cpu"))
    points, due = column(np.linspace(*grid)), looks(steps)
    kept: dict[str, list[np.ndarray]] = {k: [] for k in ("d", "d_slope", "critic", "critic_slope")}
    taken: list[int] = []
    for step in range(steps + 1):
        if step in due:
            taken.append(step)
            for name, player in (("d", d), ("critic", critic)):
                for key, values in zip((name, f"{name}_slope"), _seen(player, points), strict=True):
                    kept[key].append(values)
            curves = {key: np.array(values) for key, values in kept.items()}
            yield step / steps, {"steps": np.array(taken), **curves}
        x, y = real.take(batch), fake.take(batch)
        on_x, on_y = d(torch.cat([x, y], 1)).chunk(2, 1)
        loss = log_likelihood_d(on_x, on_y)
        descend(d, d_rule, torch.autograd.grad(loss.sum(), d.parameters))
        loss = _critic_loss(critic, x, y, mixing.take(batch), constraint, weight)
        descend(critic, critic_rule, torch.autograd.grad(loss.sum(), critic.parameters))
        if constraint == "clipping":
            with torch.no_grad():
                critic.flat.clamp_(-clip, clip)


def _critic_loss(
    critic: Discriminator, x: Tensor, y: Tensor, share: Tensor, constraint: Constraint,
    weight: float,
) -> Tensor:  # fmt: skip
    on_x, on_y = critic(torch.cat([x, y], 1)).chunk(2, 1)
    loss = critic_d(on_x, on_y)
    if constraint in PENALISED:
        loss = loss + weight * PENALTIES[PENALISED[constraint]](critic, x, y, share)
    return loss


def _shares(n: int, g: torch.Generator) -> Tensor:
    return torch.rand(n, 1, generator=g)


def _seen(player: Discriminator, points: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Scores and their slopes at the points, (n,) each."""
    x = points.clone().requires_grad_()
    scores = player(x)
    (slopes,) = torch.autograd.grad(scores.sum(), x)
    return scores[0].detach().numpy(), slopes[0, :, 0].numpy()
