"""Earth moved in the plane: points paired at least cost, and the critic that proves it least."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ganlab_gui.core.theory.assignment import (
    POINT_SETS,
    Array,
    Assignment,
    assign,
    crossings,
    mean_cost,
)
from ganlab_gui.pages.numbers import minus, signed
from ganlab_gui.pages.page import Translate
from ganlab_gui.pages.plate import (
    Axes,
    Dots,
    Ground,
    Handle,
    Item,
    Plate,
    Row,
    Says,
    Segments,
    Table,
)

REACH_X, REACH_Y = 2.4, 0.8
P_MIDDLE = (-0.7, 0.0)
VIEW = (-4.0, 4.0, -2.4, 2.4)
BOX = (-5.6, 5.6, -3.2, 3.2)
"""Of the potential's picture: larger than the view, which shows more where there is room."""
CELLS = (98, 56)
"""Its columns and rows."""
LEVELS = 2.0
"""The potential is drawn from minus this to this."""
STEP = 0.5
"""Between its contours."""

Drawn = tuple[str, str, int, int]
"""p's shape, q's shape, points of each, seed."""


@dataclass(frozen=True)
class Matched:
    """The optimal pairing, two others (y in their order), and the potential over the box."""

    best: Assignment
    others: dict[str, Array]
    surface: Array
    crossings: dict[str, int]


@lru_cache(maxsize=4)
def matched(drawn: Drawn, middle: tuple[float, float]) -> Matched:
    """Everything that does not depend on t: some ms for 60 points, about 20 for 200."""
    p_shape, q_shape, n, seed = drawn
    random = np.random.default_rng(seed)
    x = POINT_SETS[p_shape](n, random) + np.array(P_MIDDLE)
    y = POINT_SETS[q_shape](n, random) + np.array(middle)
    best = assign(x, y)
    by_x = np.empty_like(y)
    by_x[np.argsort(x[:, 0])] = y[np.argsort(y[:, 0])]
    others = {"random": y, "left-to-right": by_x}
    crossed = {name: crossings(x, other) for name, other in others.items()}
    crossed["best"] = crossings(x, y[best.to])
    return Matched(best, others, _surface(best), crossed)


def _surface(best: Assignment) -> Array:
    """f at the cells' middles (rows, columns), 0 on average over all points."""
    x0, x1, y0, y1 = BOX
    columns, rows = CELLS
    xs = x0 + (np.arange(columns) + 0.5) * (x1 - x0) / columns
    ys = y0 + (np.arange(rows) + 0.5) * (y1 - y0) / rows
    level = 0.5 * float(best.u.mean() - best.v.mean())
    return best.potential(np.stack(np.meshgrid(xs, ys), -1)) - level


def points_plate(
    drawn: Drawn, middle: tuple[float, float], t: float, beside: str, tr: Translate
) -> Plate:
    """Optimal pairs on their way, another pairing, the critic's surface, and the numbers."""
    found = matched(drawn, middle)
    best, other = found.best, found.others[beside]
    cost = mean_cost(best.x, other)
    return Plate(
        (
            Row((_pairs(found, middle, t, tr), _critic(found, tr)), 1.2),
            Row((_other(found, beside, t, tr), _table(found, beside, t, tr)), 1.0),
        ),
        caption=tr(
            "The best pairs cost {0} on average and none of their lines cross; the other pairing"
            " costs {1}, and {2} pairs of its lines cross."
        ).format(signed(best.primal), signed(cost), found.crossings[beside]),
        notes=(
            tr("exact for these {0} points of each: optimal assignment, potentials by shortest"
               " paths").format(drawn[2]),
            tr("W₁ between the samples estimates that between their distributions, from above"
               " on average"),
        ),
    )  # fmt: skip


def _plane(items: list[Item], title: str, says: tuple[Says, ...]) -> Axes:
    return Axes(tuple(items), VIEW[:2], VIEW[2:], title, says, equal=True)


def _way(x: Array, y: Array, t: float, role: str) -> list[Item]:
    """Lines from x to y, both sets, and the points on their way."""
    here = (1 - t) * x + t * y
    return [
        Segments(x[:, 0], x[:, 1], y[:, 0], y[:, 1], role, "solid", 0.55, 0.7),
        Dots(x[:, 0], x[:, 1], "data", "o", 5, 0.9),
        Dots(y[:, 0], y[:, 1], "generated", "s", 5, 0.9),
        Dots(here[:, 0], here[:, 1], "second", "d", 7),
    ]


def _pairs(found: Matched, middle: tuple[float, float], t: float, tr: Translate) -> Axes:
    best = found.best
    handle = Handle("q", *middle, "xy", "generated", tr("Drag q's points"))
    says = (
        Says("p", "data", marker="o"),
        Says("q", "generated", marker="s"),
        Says(f"t = {t:.2f}", "second", marker="d"),
        Says(tr("W₁ = {0}").format(signed(best.primal)), "action", "solid"),
    )
    items = [*_way(best.x, best.y[best.to], t, "action"), handle]
    return _plane(items, tr("The cheapest pairs"), says)


def _other(found: Matched, beside: str, t: float, tr: Translate) -> Axes:
    names = {"random": tr("Paired at random"), "left-to-right": tr("Paired from left to right")}
    other = found.others[beside]
    cost = mean_cost(found.best.x, other)
    says = (
        Says(tr("mean length {0}").format(signed(cost)), "quiet", "solid"),
        Says(tr("{0} crossings").format(found.crossings[beside]), "quiet"),
    )
    return _plane(_way(found.best.x, other, t, "quiet"), names[beside], says)


def _critic(found: Matched, tr: Translate) -> Axes:
    """f over the plane: where its slope is 1, the contours are as far apart as f says."""
    best = found.best
    x, y = best.x, best.y[best.to]
    levels = tuple(float(v) for v in np.arange(-2 * LEVELS, 2 * LEVELS + STEP, STEP))
    items: list[Item] = [
        Ground(found.surface, BOX, -LEVELS, LEVELS, ("panel", "discriminator"), "f", levels),
        Segments(x[:, 0], x[:, 1], y[:, 0], y[:, 1], "action", "solid", 0.55, 0.7),
        Dots(x[:, 0], x[:, 1], "data", "o", 5, 0.9),
        Dots(y[:, 0], y[:, 1], "generated", "s", 5, 0.9),
    ]
    says = (
        Says(tr("E_p f − E_q f = {0}").format(signed(best.dual)), "discriminator"),
        Says(tr("contours every {0}").format(STEP), "quiet"),
    )
    return _plane(items, tr("The potential f, slope ≤ 1"), says)


def _table(found: Matched, beside: str, t: float, tr: Translate) -> Table:
    best = found.best
    rows = [(tr("cheapest"), signed(best.primal), "1.00", str(found.crossings["best"]))]
    names = {"random": tr("at random"), "left-to-right": tr("from left to right")}
    for name, other in found.others.items():
        cost = mean_cost(best.x, other)
        share = f"{cost / best.primal:.2f}" if best.primal else "–"
        rows.append((names[name], signed(cost), share, str(found.crossings[name])))
    gap = minus(f"{abs(best.primal - best.dual):.0e}")
    breach = minus(f"{max(best.violation, 0.0):.0e}")
    rows += [
        (tr("potentials: mean u + mean v"), signed(best.dual), "", ""),
        (tr("gap between the two"), gap, "", ""),
        (tr("bounds broken by at most"), breach, "", ""),
        (tr("carried so far: t W₁"), signed(t * best.primal), "", ""),
    ]
    headers = (tr("pairing"), tr("mean cost"), tr("× least"), tr("crossings"))
    roles = ("action", "text", "text", "discriminator", "quiet", "quiet", "second")
    return Table(headers, tuple(rows), roles, tr("Cost, and what proves it least"),
                 1 + list(found.others).index(beside))  # fmt: skip
