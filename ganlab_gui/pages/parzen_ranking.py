"""Who scores best by Parzen windows: models whose true log-likelihood is known."""

import math

import numpy as np

from ganlab_gui.core.theory.parzen import CENTROIDS, SHRUNKEN, Score, gaussian_likelihood
from ganlab_gui.pages.numbers import signed, thousands
from ganlab_gui.pages.page import Found, Translate
from ganlab_gui.pages.plate import Axes, Dots, Item, Label, Rule, Says, Segments

TRUE, SAID = 0.31, 0.73
"""Columns of numbers in the ranking, in dimensions to the right of the truth."""


def ranking_axes(d: int, n: int, found: Found | None, tr: Translate) -> Axes:
    """Five models in ``d`` dimensions, windows on ``n`` samples of each."""
    data = float(gaussian_likelihood(d))
    names = {
        "true": tr("the data's own samples"),
        "shrunken": tr("samples shrunken to {0}").format(SHRUNKEN),
        "memory": tr("training points, repeated"),
        "k-means": tr("{0} k-means centroids").format(CENTROIDS),
        "point": tr("one point: the mean"),
    }
    known = {name: (truth, score) for name, truth, score in ranked(found)}
    best = max(known, key=lambda name: known[name][1].mean) if len(known) == len(names) else ""
    low, high = data - 1.0 * d, data + 0.75 * d
    items: list[Item] = [
        Rule(data, role="data", line="dotted", width=1.0),
        Label(data + TRUE * d, len(names) - 0.2, tr("true"), anchor=(1.0, 0.5)),
        Label(data + SAID * d, len(names) - 0.2, tr("Parzen"), anchor=(1.0, 0.5)),
    ]
    for place, (name, label) in enumerate(names.items()):
        y, bold = float(len(names) - 1 - place), name == best
        role = "data" if name == "true" else "generated"
        items.append(Label(low + 0.01 * d, y, label, role, (0.0, 0.5), bold))
        if name in known:
            truth, score = known[name]
            said = estimate(score.mean, score.error)
            items.append(Label(data + TRUE * d, y, nats(truth), role, (1.0, 0.5), bold))
            items.append(Label(data + SAID * d, y, said, role, (1.0, 0.5), bold))
            items += _marks(truth, score, y, role)
    says = (
        Says(tr("true E ln q"), "text", marker="o"),
        Says(tr("Parzen, n = {0}, d = {1}").format(thousands(n), d), "text",
             marker="d"),
    )  # fmt: skip
    return Axes(
        tuple(items), (low, high), (-0.6, len(names) + 0.3), tr("Who scores best?"), says,
        tr("nats"), x_ticks=((data, nats(data)),), y_ticks=(), note=pending(found, tr),
    )  # fmt: skip


def _marks(truth: float, score: Score, y: float, role: str) -> tuple[Item, ...]:
    """A model's true number, hollow, and what the windows say of it, within two errors."""
    at, far = np.array([y]), 2 * score.error
    return (
        Dots(np.array([truth]), at, role, "o", 9.0, hollow=True),
        Segments(np.array([score.mean - far]), at, np.array([score.mean + far]), at, role),
        Dots(np.array([score.mean]), at, role, "d", 9.0),
    )


def ranked(found: Found | None) -> tuple[tuple[str, float, Score], ...]:
    """Name, true log-likelihood and score of each model that is through."""
    return tuple(found.result) if found is not None and found.result is not None else ()


def pending(found: Found | None, tr: Translate) -> str:
    """What is said over a picture that is still to come."""
    if found is not None and found.error:
        return found.error
    return tr("computing…") if found is None or found.result is None else ""


def nats(value: float, digits: int = -1) -> str:
    """Three or more figures, or as many decimals as asked for."""
    if not np.isfinite(value):
        return "−∞" if value < 0 else "∞"
    size = abs(value)
    return signed(value, digits if digits >= 0 else 3 if size < 1 else 2 if size < 10 else 1)


def estimate(mean: float, error: float) -> str:
    """A mean with its standard error, both to the second figure of the error."""
    places = max(0, 1 - math.floor(math.log10(error))) if error > 0 else 2
    return f"{nats(mean, places)} ± {error:.{places}f}"
