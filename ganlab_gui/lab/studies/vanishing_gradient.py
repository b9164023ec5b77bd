"""G frozen at a point of its training, a fresh D trained against it, and what G's losses then say.

Arjovsky & Bottou 2017, figures 2 and 3.
"""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ganlab_gui.core import streams
from ganlab_gui.core.models import optimizers
from ganlab_gui.core.models.objectives import minimax_g, non_saturating_g
from ganlab_gui.core.theory.cauchy import (
    fit_cauchy,
    fit_gaussian_by_quartiles,
    ks_distance,
    mean_log_likelihood,
    middle,
)
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import Game
from ganlab_gui.lab.step import d_alone
from ganlab_gui.lab.trainer import Trainer

MINIBATCHES = 8
"""Minibatches whose gradients are taken at each n looked at."""
PER_DECADE = 8
EVERY = 0.15
"""Seconds between two answers."""
SHOWN = 400
"""Samples for the picture, of the first seed."""
GRID = 56
EDGES = np.linspace(-12.0, 12.0, 98)
"""Of the histogram's bins, in half distances of the quartiles from the median."""
Array = NDArray[np.float64]

_kept: dict[str, dict[int, dict[str, Any]]] = {}
"""Games trained before, by experiment and step; only those of the newest experiment stay."""


def vanishing_gradient(
    experiment: dict[str, Any], g_steps: int, d_steps: int, noise: float, box: tuple[float, ...]
) -> Iterator[tuple[float, dict[str, Any]]]:
    """Train all seeds of ``experiment`` for ``g_steps``, then a fresh D for ``d_steps``; G stays.

    ``noise`` is the standard deviation of what is added to both D's inputs while G stays. An answer
    has ``g_step``, ``samples`` and ``data`` (n, dim) of the first seed, ``d_step``, and for each of
    T steps n of D looked at: ``n`` (T,); ``norms`` (T, 2, R), ‖∇_θ L_G‖ of a minibatch, median of
    eight, minimax before non-saturating; ``variances`` (T, 2, R), summed over components;
    ``belief`` (T, R), mean D(G(z)); ``scores`` (T, ny, nx) or (T, nx), the first seed's logits at
    the middles of as many cells of ``box`` (x0, x1, y0, y1), or at places from x0 to x1;
    ``histogram`` (T, bins), densities of the non-saturating loss's components in half quartile
    distances from their median; and what `fits` says of them.
    """
    settings = Experiment.model_validate(experiment)
    last = yield from _trained(settings, g_steps)
    game, picture = last.game, _picture(last)
    settings = settings.model_copy(
        update={"training": settings.training.model_copy(update={"instance_noise": noise})}
    )
    afresh(game, settings)
    width = settings.noise.dim + settings.dim
    draws = streams.Stream(streams.gaussian(width), width, settings.seeds, "reference", last.device)
    places, records, said = steps_looked_at(d_steps), [], time.monotonic()
    for step in range(1, d_steps + 1):
        d_alone(game, settings)
        if step in places:
            found = gradients(game, draws.take(MINIBATCHES * settings.training.batch), noise)
            records.append({"n": step, **_reading(*found), "scores": _scores(last, box)})
        if step == d_steps or time.monotonic() - said > EVERY:
            said = time.monotonic()
            together = {key: np.array([r[key] for r in records]) for key in records[0]}
            yield step / d_steps, {**picture, "d_step": step, **together}


def steps_looked_at(last: int) -> set[int]:
    """1 to ``last``, eight in a decade, both ends among them."""
    exponents = np.arange(0, np.log10(last), 1 / PER_DECADE)
    return {*np.unique(np.round(10**exponents).astype(int)).tolist(), last}


def gradients(game: Game, draws: Tensor, noise: float) -> tuple[Tensor, Tensor]:
    """Gradients of both of G's losses, (2, R, M, P), and D(G(z)), (R, M).

    ``draws`` (R, M · batch, z + dim) are latents and, where ``noise`` > 0, what is added to G(z),
    in M minibatches; the runs axis is made M times as long, so that each has a gradient to itself.
    """
    parts = draws.unflatten(1, (MINIBATCHES, -1)).flatten(0, 1)
    z, blur = parts.split([draws.shape[-1] - game.dim, game.dim], -1)
    weights = [
        w.detach().repeat_interleave(MINIBATCHES, 0).requires_grad_()
        for w in game.generator.parameters
    ]
    frozen = [w.repeat_interleave(MINIBATCHES, 0) for w in game.discriminator.frozen()]
    scores = game.discriminator(game.generator(z, weights) + noise * blur, frozen)
    found = []
    for loss in (minimax_g, non_saturating_g):
        parts_ = torch.autograd.grad(loss(None, scores).sum(), weights, retain_graph=True)
        found.append(torch.cat([p.flatten(1) for p in parts_], 1))
    gradient = torch.stack(found).unflatten(1, (-1, MINIBATCHES))
    return gradient, scores.detach().sigmoid().mean(1).view(-1, MINIBATCHES)


def fits(components: Array) -> dict[str, Any]:
    """A Cauchy by maximum likelihood and a Gaussian of the same quartiles, and how well they fit.

    ``median`` and ``half`` (half the quartiles' distance) of components (n,), ``cauchy`` and
    ``gaussian`` as (centre, scale), their Kolmogorov-Smirnov distances ``ks`` (2,), mean log
    likelihoods ``likelihoods`` (2,) in nats, and the share ``outside`` the histogram.
    """
    median, half = middle(components)
    cauchy, gaussian = fit_cauchy(components), fit_gaussian_by_quartiles(components)
    laws = (cauchy, gaussian)
    counts, _ = np.histogram((components - median) / half, EDGES)
    return {
        "median": median,
        "half": half,
        "cauchy": (cauchy.centre, cauchy.scale),
        "gaussian": (gaussian.centre, gaussian.scale),
        "ks": [ks_distance(components, law) for law in laws],
        "likelihoods": [mean_log_likelihood(components, law) for law in laws],
        "histogram": counts / len(components) / np.diff(EDGES),
        "outside": 1 - counts.sum() / len(components),
    }


def afresh(game: Game, settings: Experiment) -> None:
    """A D that has learned nothing, drawn anew by each run's seed, and its optimizer."""
    d = settings.discriminator
    generators = [streams.generator(seed, "init", step=1) for seed in settings.seeds]
    game.discriminator.initialise(d.init, d.activation, generators)
    game.d_optimizer = optimizers.build(game.discriminator.flat, settings.discriminator_optimizer)


def _trained(settings: Experiment, steps: int) -> Any:
    """The trainer after ``steps``, from the nearest game kept; yields what it looks like."""
    key = settings.model_dump_json()
    if key not in _kept:
        _kept.clear()
    kept = _kept.setdefault(key, {})
    trainer = Trainer(settings, "cpu")
    earlier = [step for step in kept if step <= steps]
    if earlier:
        trainer.load_state(kept[max(earlier)])
    while trainer.steps < steps and not trainer.all_diverged:
        yield 0.0, _picture(trainer)
        trainer.step(min(50, steps - trainer.steps))
        trainer.rows()
    kept[steps] = trainer.state()
    yield 0.0, _picture(trainer)
    return trainer


def _picture(trainer: Trainer) -> dict[str, Any]:
    data = trainer.distribution.sample(SHOWN, streams.generator(trainer.seeds[0], "picture"))
    return {"g_step": trainer.steps, "samples": trainer.samples(SHOWN)[0], "data": data.numpy()}


def _scores(trainer: Trainer, box: tuple[float, ...]) -> NDArray[np.float32]:
    """The first seed's D over the box: (GRID, GRID) logits, or (4 GRID,) on a line."""
    if len(box) == 2:
        sides = [np.linspace(*box, 4 * GRID)]
    else:
        sides = [low + (np.arange(GRID) + 0.5) * (high - low) / GRID
                 for low, high in (box[:2], box[2:])]  # fmt: skip
    places = np.stack(np.meshgrid(*sides), -1).astype(np.float32)
    weights = [w[:1] for w in trainer.game.discriminator.frozen()]
    with torch.no_grad():
        scores = trainer.game.discriminator(
            torch.from_numpy(places).view(1, -1, len(sides)), weights
        )
    return scores.view(places.shape[:-1]).numpy()


def _reading(gradient: Tensor, belief: Tensor) -> dict[str, Any]:
    components = gradient[1].flatten().double().numpy()
    return {
        "norms": gradient.norm(dim=-1).quantile(0.5, -1).numpy(),
        "variances": gradient.var(2).sum(-1).numpy(),
        "belief": belief.mean(1).numpy(),
        **fits(components),
    }
