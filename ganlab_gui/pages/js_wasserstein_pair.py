"""The two distributions of the page on JS and Wasserstein, with their samples."""

import math

import numpy as np

from ganlab_gui.core.theory.shift_mixtures import PAIRS
from ganlab_gui.core.theory.shift_samples import Samples
from ganlab_gui.pages.numbers import short, signed
from ganlab_gui.pages.page import Translate
from ganlab_gui.pages.plate import (
    Area,
    Axes,
    Dots,
    Handle,
    Item,
    Label,
    Line,
    Range,
    Rule,
    Says,
    Segments,
)

CENTRES = {"uniforms": 0.5, "segments": 0.0, "gaussians": 0.0, "mixtures": 0.0}
"""Middle of q at θ = 0: where it is held."""
RANGES: dict[str, Range] = {
    "uniforms": (-6.5, 7.5), "segments": (-6.5, 6.5), "gaussians": (-9.0, 9.0),
    "mixtures": (-8.5, 8.5),
}  # fmt: skip
TOPS = {"uniforms": 1.0, "gaussians": 0.4, "mixtures": 0.7}
SHOWN = 150
"""Samples drawn at most; all of them count."""
PAIRED = 16
"""Pairs of the segments' cheapest plan that are drawn."""


def pair_axes(family: str, theta: float, samples: Samples, tr: Translate) -> Axes:
    """p dotted and q solid, to be dragged, with samples; what KL breaks down on is shaded."""
    says = [
        Says(tr("p"), "data", "dotted"),
        Says(tr("q, θ = {0}").format(_shift(theta)), "generated", "solid"),
    ]
    bare = bare_mass(family, theta)
    if bare > 0:
        says.append(
            Says(tr("p's mass where q = 0: {0}, so KL(p‖q) = ∞").format(f"{bare:.3g}"), "danger")
        )
    else:
        kl = float(PAIRS[family].kl(theta))
        says.append(
            Says(tr("q > 0 where p is: KL(p‖q) = {0}, finite").format(f"{kl:.3g}"), "quiet")
        )
    segments = family == "segments"
    items = _segments(theta, samples) if segments else _densities(family, theta, samples, bare)
    top = 1.0 if segments else TOPS[family]
    handle = Handle(
        "q", CENTRES[family] + theta, 0.5 * top, "x", "generated", tr("Drag q: the shift θ")
    )
    return Axes(
        (*items, handle), RANGES[family], (-0.08, 1.1) if segments else (-0.26 * top, 1.18 * top),
        tr("The two, and {0} points of each").format(len(samples.p)), tuple(says), "x",
        "η" if segments else tr("density"),
    )  # fmt: skip


def bare_mass(family: str, theta: float) -> float:
    """Mass of p where q is 0. That is TV for these p, which are as high as q wherever both are."""
    pair = PAIRS[family]
    return float(pair.tv(theta)) if math.isinf(float(pair.kl(theta))) else 0.0


def _densities(family: str, theta: float, samples: Samples, bare: float) -> list[Item]:
    pair, (low, high), top = PAIRS[family], RANGES[family], TOPS[family]
    assert pair.densities is not None
    ends = [0.0, 1.0, theta, theta + 1.0] if family == "uniforms" else []
    beside = [end + side for end in ends for side in (-1e-9, 1e-9)]
    x = np.sort(np.concatenate([np.linspace(low, high, 481), beside]))
    p, q = pair.densities(theta, x)
    zero = np.zeros(len(x))
    items: list[Item] = [Area(x, zero, q, "generated", 0.2)]
    if bare > 0:
        alone = (p > 0) & (q == 0)
        items.append(Area(x, np.where(alone, 0.0, np.nan), np.where(alone, p, np.nan), "danger",
                          0.45))  # fmt: skip
        middle = float(np.median(x[alone]))
        items.append(Label(middle, 0.62 * top, f"{bare:.3g}", "danger", bold=True))
    items += [Line(x, p, "data", "dotted", 1.6), Line(x, q, "generated", "solid", 1.6),
              Rule(0.0, upright=False)]  # fmt: skip
    rows = (
        (samples.p, "data", "o", 4.0, -0.09),
        (samples.moved(theta), "generated", "o", 5.0, -0.18),
    )
    for points, role, marker, size, height in rows:
        shown = points[:SHOWN]
        items.append(Dots(shown, np.full(len(shown), height * top), role, marker, size, 0.45))
    return items


def _segments(theta: float, samples: Samples) -> list[Item]:
    heights = np.array([0.0, 1.0])
    p, q = samples.p, samples.moved(theta)
    step = max(1, len(p) // PAIRED)
    first, last = (points[np.argsort(points[:, 1])][step // 2 :: step] for points in (p, q))
    items: list[Item] = [
        Segments(first[:, 0], first[:, 1], last[:, 0], last[:, 1], "second", "dotted", 0.8),
        Line(np.zeros(2), heights, "data", "dotted", 2.2),
        Line(np.full(2, theta), heights, "generated", "solid", 2.2),
        Dots(p[:SHOWN, 0], p[:SHOWN, 1], "data", "o", 4, 0.5),
        Dots(q[:SHOWN, 0], q[:SHOWN, 1], "generated", "o", 5, 0.5),
    ]
    return items


def _shift(theta: float) -> str:
    return short(theta) if 0 < abs(theta) < 0.005 else signed(theta, 2)
