"""Earth moved along a line: the heap on its way, its grains, and the three readings of W₁."""

from functools import lru_cache

import numpy as np

from ganlab_gui.core.theory.line_mixture import Mixture
from ganlab_gui.core.theory.transport import LinePlan, line_plan
from ganlab_gui.pages.numbers import signed
from ganlab_gui.pages.page import Translate
from ganlab_gui.pages.plate import (
    Area,
    Arrows,
    Axes,
    Dots,
    Handle,
    Item,
    Line,
    Plate,
    Range,
    Right,
    Row,
    Rule,
    Says,
    Segments,
    Table,
)

X: Range = (-6.0, 6.0)
TOP = 0.9
CEILING = 0.97 * TOP
"""Where a hump that is higher than the picture is held."""
GRAINS = 24
SHOWN = 3
"""One in so many of the plan's levels is drawn."""
WIDTHS = (2.0, 1.15)

plan_of = lru_cache(maxsize=4)(line_plan)


def line_plate(p: Mixture, q: Mixture, t: float, tr: Translate) -> Plate:
    """The heaps with the potential, the distribution functions, the grains, and the numbers."""
    plan = plan_of(p, q)
    w1 = plan.primal
    return Plate(
        (
            Row((_heaps(plan, t, tr), _below(plan, t, tr)), 1.25, WIDTHS),
            Row((_grains(plan, t, tr), _table(plan, t, tr)), 1.0, WIDTHS),
        ),
        caption=tr("p and q are equal: there is nothing to carry.")
        if p == q
        else tr(
            "Carrying p onto q costs {0} per unit of mass, {1} of it done; the potential f earns"
            " {2}: no way is cheaper."
        ).format(signed(w1), signed(t * w1), signed(plan.dual)),
        notes=(tr("quadrature, three independent readings; exact to about 10⁻⁵"),),
    )


def _heaps(plan: LinePlan, t: float, tr: Translate) -> Axes:
    """p, q and the heap on its way; the potential on the right axis."""
    p, q = plan.p, plan.q
    x = np.linspace(*X, 481)
    seen = slice(None, None, SHOWN)
    places, heights = (values[seen] for values in plan.along(t))
    inside = (plan.x >= X[0]) & (plan.x <= X[1])
    items: list[Item] = [
        Area(places, np.zeros(len(places)), heights, "second", 0.38),
        Line(places, heights, "second", "dotted"),
        Line(x, p.density(x), "data", "dotted", 1.6),
        Line(x, q.density(x), "generated", "solid", 1.6),
        Line(plan.x[inside], plan.potential[inside], "discriminator", "dashed", 1.4, side="right"),
        *_handles(p, "p", "data", tr),
        *_handles(q, "q", "generated", tr),
    ]
    says = (
        Says("p", "data", "dotted"),
        Says("q", "generated", "solid"),
        Says(tr("on the way, t = {0}").format(f"{t:.2f}"), "second", "dotted"),
        Says(tr("f, slope ≤ 1: E_p f − E_q f = {0}").format(signed(plan.dual)), "discriminator",
             "dashed"),
    )  # fmt: skip
    return Axes(
        tuple(items), X, (0.0, TOP), tr("The heaps"), says, "x", tr("density"),
        right=Right(X, tr("potential f(x)")),
    )  # fmt: skip


def _handles(heap: Mixture, which: str, role: str, tr: Translate) -> tuple[Handle, ...]:
    """A hump's own top, kept in view."""
    parts = zip(heap.means, heap.stds, heap.weights, strict=True)
    return tuple(
        Handle(f"{which}_{k}", mean, min(weight / (std * np.sqrt(2 * np.pi)), CEILING), "xy",
               role, tr("Drag: sideways the mean, upwards the narrower"))
        for k, (mean, std, weight) in enumerate(parts, 1)
    )  # fmt: skip


def _grain_ways(plan: LinePlan) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Levels, places and destinations of grains of equal mass."""
    u = (np.arange(GRAINS) + 0.5) / GRAINS
    return u, plan.p.quantile(u), plan.q.quantile(u)


def _below(plan: LinePlan, t: float, tr: Translate) -> Axes:
    """F_p and F_q: what lies between them is W₁, and each level's way is that of its grain."""
    u, start, end = _grain_ways(plan)
    inside = slice(None, None, SHOWN)
    x, below_p, below_q = (v[inside] for v in (plan.x, plan.p_below, plan.q_below))
    items: tuple[Item, ...] = (
        Area(x, np.minimum(below_p, below_q), np.maximum(below_p, below_q), "second", 0.25),
        Arrows(start, u, t * (end - start), np.zeros(GRAINS), "action"),
        Line(x, below_p, "data", "dotted", 1.6),
        Line(x, below_q, "generated", "solid", 1.6),
    )
    says = (
        Says("F_p", "data", "dotted"),
        Says("F_q", "generated", "solid"),
        Says(tr("area between {0}").format(signed(plan.area)), "second"),
    )
    return Axes(items, X, (-0.02, 1.02), tr("Mass to the left of x"), says, "x")


def _grains(plan: LinePlan, t: float, tr: Translate) -> Axes:
    """Grains of equal mass on their straight ways from p, above, to q, below."""
    _, start, end = _grain_ways(plan)
    here, ones = (1 - t) * start + t * end, np.ones(GRAINS)
    items: tuple[Item, ...] = (
        Rule(0.0, upright=False, role="generated", width=1.2),
        Rule(1.0, upright=False, role="data", line="dotted", width=1.2),
        Segments(start, ones, end, 0 * ones, "quiet", "solid", 0.7, 0.6),
        Arrows(start, ones, t * (end - start), -t * ones, "action"),
        Dots(here, (1 - t) * ones, "second", "o", 7),
    )
    says = (
        Says(tr("{0} grains of equal mass").format(GRAINS), "second", marker="o"),
        Says(tr("carried so far: t W₁ = {0}").format(signed(t * plan.primal)), "action", "solid"),
    )
    return Axes(
        items, X, (-0.12, 1.12), tr("The map T"), says, "x", tr("way"),
        y_ticks=((0.0, "q"), (1.0, "p")),
        right=Right((-0.12, 1.12), " ", "quiet", ticks=((0.0, "T(x)"), (1.0, "x"))),
    )  # fmt: skip


def _table(plan: LinePlan, t: float, tr: Translate) -> Table:
    rows = (
        (tr("least work, E |T(x) − x|"), signed(plan.primal, 4)),
        (tr("mean f on p − mean f on q"), signed(plan.dual, 4)),
        (tr("area between the two curves above"), signed(plan.area, 4)),
        (tr("mean f on p"), signed(plan.mean_p)),
        (tr("mean f on q"), signed(plan.mean_q)),
        (tr("W₂, the root of E (T(x) − x)²"), signed(plan.w2)),
    )
    roles = ("action", "discriminator", "second", "quiet", "quiet", "quiet")
    return Table(("", tr("value")), rows, roles, tr("W₁ read in three ways"))
