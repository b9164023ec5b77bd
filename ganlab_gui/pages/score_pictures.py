"""The pictures of the page of scores: the cloud, p(y), and each score over each setting."""

from functools import cache

import numpy as np
from scipy.special import entr

from ganlab_gui.core.theory.score_models import TARGETS, Array, Generated, Scores
from ganlab_gui.core.theory.scores import moments
from ganlab_gui.pages.page import Translate
from ganlab_gui.pages.plate import (
    Axes,
    Bars,
    Dots,
    Ground,
    Handle,
    Item,
    Label,
    Line,
    LineStyle,
    Rule,
    Says,
)

STYLES: dict[str, tuple[str, LineStyle]] = {
    "inception": ("discriminator", "dashed"),
    "fid": ("second", "dotted"),
    "mmd2": ("kind 7", "solid"),
}
WHOLE = {
    count: tuple((float(k), str(k)) for k in ticks)
    for count, ticks in ((8, range(1, 9)), (25, (1, 5, 10, 15, 20, 25)))
}
"""Ticks for so many modes."""
REACHES, CELLS = {"ring": 4.2, "grid": 6.2}, 481
FLOOR, CEILING = 1e-4, 2.0
PERCENTS = ((1e-4, "≤ .01 %"), (1e-3, "0.1 %"), (1e-2, "1 %"), (0.1, "10 %"), (1.0, "100 %"))


@cache
def _entropy_ground(target: str) -> Array:
    reach = 2 * REACHES[target]
    return TARGETS[target].data.unsure(np.linspace(-reach, reach, CELLS))


def cloud_axes(model: Generated, data: Array, samples: Array, tr: Translate) -> Axes:
    """Both clouds (n, 2) over how unsure p(y|x) is, with the ellipses that FID sees."""
    reach, true = REACHES[model.target], TARGETS[model.target].data
    # Twice what is asked for: the picture is filled whatever its shape.
    box = (-2 * reach, 2 * reach, -2 * reach, 2 * reach)
    numbers = tuple(
        Label(float(x), float(y), str(k + 1)) for k, (x, y) in enumerate(true.means * 1.62)
    )
    return Axes(
        (
            Ground(_entropy_ground(model.target), box, 0.0, float(np.log(2.0))),
            Dots(data[:, 0], data[:, 1], "data", "o", 2.5, 0.55),
            Dots(samples[:, 0], samples[:, 1], "generated", "o", 4.0, 0.75),
            _ellipse(*moments(model.means, model.stds, model.weights), "generated", "solid"),
            _ellipse(*true.moments, "data", "dotted"),
            *(numbers if model.target == "ring" else ()),
        ),
        (-reach, reach), (-reach, reach),
        tr("Samples; ellipses: all that FID sees"),
        (
            Says(tr("data"), "data", "dotted", "o"),
            Says(tr("generated"), "generated", "solid", "o"),
            Says(tr("p(y|x) unsure"), "discriminator", marker="s"),
        ),
        equal=True,
    )  # fmt: skip


def _ellipse(mean: Array, cov: Array, role: str, line: LineStyle) -> Line:
    values, vectors = np.linalg.eigh(cov)
    turn = np.linspace(0.0, 2.0 * np.pi, 121)
    circle = np.stack([np.cos(turn), np.sin(turn)])
    x, y = mean[:, None] + vectors @ (np.sqrt(np.maximum(values, 0.0))[:, None] * circle)
    return Line(x, y, role, line, 1.3)


def label_axes(now: Scores, tr: Translate) -> Axes:
    """p(y), and the two entropies that the Inception score is made of."""
    p_y = np.asarray(now.labels)
    count = len(p_y)
    diversity = float(entr(p_y).sum())
    return Axes(
        (
            Bars(np.arange(1.0, count + 1), p_y, 0.7, "discriminator", alpha=0.7),
            Rule(1.0 / count, upright=False, role="data", line="dotted", width=1.0),
        ),
        (0.4, 1.04 * count + 0.3),
        (0.0, next(top for top in (0.105, 0.31, 0.55, 1.03) if p_y.max() < top)),
        tr("All that IS sees: p(y) and E H(y|x)"),
        (
            Says(f"H(y) = {diversity:.3f}", "discriminator", marker="s"),
            Says(f"E H(y|x) = {float(now.entropy):.3f} {tr('nats')}", "discriminator"),
            Says(tr("data: 1/{0}").format(count), "data", "dotted"),
        ),
        tr("mode y"), "p(y)", x_ticks=WHOLE[count],
    )  # fmt: skip


NAMES = {"inception": "IS", "fid": "FID", "mmd2": "MMD²"}
SHARES = ((0.0, "0"), (0.25, "¼"), (0.5, "½"), (0.75, "¾"), (1.0, "1"))
SCALE = tuple((v, f"{v:g}") for v in (0.05, 0.2, 1.0, 5.0))
ALONG = {
    "spread": ((0.035, 7.0), SCALE),
    "noise": ((-0.02, 1.02), SHARES),
    "bandwidth": ((0.035, 7.0), SCALE),
}
"""Range and ticks of each setting but that of modes dropped, which is drawn by modes kept."""


def curve_axes(
    key: str, x: Array, curves: dict[str, Array], here: float, title: str, label: str,
    tr: Translate,
) -> Axes:  # fmt: skip
    """Each score's loss over one setting, in % of that of one point, and where we are."""
    items: list[Item] = []
    for name, (role, line) in STYLES.items():
        y = np.clip(curves[name], FLOOR, CEILING)
        items.append(Line(x, y, role, line, 1.5))
        if key not in ALONG:
            items.append(Dots(x, y, role, "o", 5.0))
    items += [Rule(here, role="action"), Handle(key, here, 2.0 * FLOOR, "x")]
    says = tuple(Says(NAMES[name], *style) for name, style in STYLES.items())
    scale, ticks = ALONG.get(key) or ((0.6, 1.04 * len(x) + 0.1), WHOLE[len(x)])
    return Axes(
        tuple(items), scale, (FLOOR * 0.5, CEILING), title, says, label, tr("lost"),
        log_x=key in ("spread", "bandwidth"), log_y=True, x_ticks=ticks, y_ticks=PERCENTS,
    )  # fmt: skip
