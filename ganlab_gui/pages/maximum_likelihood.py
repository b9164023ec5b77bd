"""Points pull a density up where they lie, and the density has only one unit of mass."""

import math
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory import maximum_likelihood as theory
from ganlab_gui.core.theory.maximum_likelihood import Array, Density
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import minus, short, signed
from ganlab_gui.pages.page import Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import (
    Area,
    Arrows,
    Axes,
    Dots,
    Handle,
    Item,
    Line,
    Plate,
    Row,
    Rule,
    Says,
)

REACH = 8.0
STEPS = 60
SCALE, LONGEST = 0.008, 0.6
"""Height of an arrow where q = 1, and what none reaches, as a share of the picture's height."""
FARTHEST = 3.0
"""What no arrow along the line reaches."""
RANGE = (-1.02 * REACH, 1.02 * REACH)
TRUTH = Density(np.array([-2.0, 2.0]), np.array([0.7, 1.0]), np.array([0.4, 0.6]))
"""What random points are drawn from."""
RANDOM = ("source", ("random",))
ASCENT = ("method", ("gradient-ascent",))


class MaximumLikelihoodSettings(Settings):
    iteration: Annotated[
        int, Field(ge=0, le=STEPS, description="How many steps were made from the start."),
        Knob("Iteration", "Page"),
    ] = 0  # fmt: skip
    components: Annotated[
        int, Field(ge=1, le=4, description="Gaussians the density is a mixture of."),
        Knob("Components k", "Page"),
    ] = 1  # fmt: skip
    method: Annotated[
        Literal["gradient-ascent", "EM"],
        Field(description="Gradient ascent on the means, ln σ and logits, or expectation"
              " maximisation."),
        Knob("Steps by", "Page"),
    ] = "gradient-ascent"  # fmt: skip
    rate: Annotated[
        float, Field(ge=0.01, le=2.0, description="Step size of gradient ascent; halved where the"
                     " likelihood would fall."),
        Knob("Step size", "Page", scale="log", when=ASCENT),
    ] = 0.3  # fmt: skip
    floor: Annotated[
        float, Field(ge=0.02, le=1.0, description="No σ may be smaller: without a floor a component"
                     " on a single point has infinite likelihood."),
        Knob("Floor of σ", "Page", scale="log"),
    ] = 0.1  # fmt: skip
    start_mu: Annotated[
        float, Field(ge=-6.0, le=6.0, description="Mean at the start; several are spread about"
                     " it."),
        Knob("μ at the start", "Page"),
    ] = -2.0  # fmt: skip
    start_sigma: Annotated[
        float, Field(ge=0.2, le=4.0, description="Standard deviation at the start."),
        Knob("σ at the start", "Page", scale="log"),
    ] = 1.0  # fmt: skip
    source: Annotated[
        Literal["by-hand", "random"],
        Field(description="Points to drag, or n drawn from a known p, 0.4 N(−2, 0.7²) +"
              " 0.6 N(2, 1)."),
        Knob("Points", "Points"),
    ] = "by-hand"  # fmt: skip
    points: Annotated[
        tuple[Annotated[float, Field(ge=-REACH, le=REACH)], ...],
        Field(strict=False, min_length=2, max_length=12, description="Where the points lie."),
        Knob("Places", "Points", when=("source", ("by-hand",))),
    ] = (-2.6, -1.9, -1.5, 0.6, 1.4, 2.0, 2.6, 3.7)  # fmt: skip
    n: Annotated[
        int, Field(ge=5, le=200, description="How many are drawn."),
        Knob("n", "Points", scale="log", when=RANDOM),
    ] = 40  # fmt: skip
    seed: Annotated[
        int, Field(ge=0, le=99, description="Which sample."), Knob("Seed", "Points", when=RANDOM)
    ] = 0


class Way(NamedTuple):
    """All iterations and one more: densities (STEPS + 2, k), L, H(p, q) or None; and H(p)."""

    points: Array
    q: Density
    likelihood: Array
    crossed: Array | None
    entropy: float
    peak: float
    """How high q is at the points, in all but a few of the iterations."""


def way(settings: MaximumLikelihoodSettings) -> Way:
    """The whole climb for these settings; the iteration does not matter."""
    drawn = settings.source == "random"
    return _way(
        (settings.n, settings.seed) if drawn else settings.points, drawn, settings.components,
        settings.rate if settings.method == "gradient-ascent" else None, settings.floor,
        settings.start_mu, settings.start_sigma,
    )  # fmt: skip


@lru_cache(maxsize=4)
def _way(
    source: tuple[float, ...], drawn: bool, k: int, rate: float | None, floor: float, mu: float,
    sigma: float,
) -> Way:  # fmt: skip
    points = theory.sample(TRUTH, int(source[0]), int(source[1])) if drawn else np.array(source)
    spread = 8.0 / k * (np.arange(k) - (k - 1) / 2)
    start = Density(np.asarray(mu + spread, np.float64), np.full(k, sigma), np.full(k, 1 / k))
    q = theory.climb(start, points, STEPS + 1, floor, rate)
    crossed = theory.cross_entropy(TRUTH, q) if drawn else None
    entropy = float(theory.cross_entropy(TRUTH, TRUTH)) if drawn else math.nan
    logs = q.log_density(points)
    peak = float(np.quantile(np.exp(logs.max(-1)), 0.98))
    return Way(points, q, logs.mean(-1), crossed, entropy, peak)


def plate(settings: MaximumLikelihoodSettings, finds: Finds, tr: Translate) -> Plate:
    """The density and its points, what one step moves, and the likelihood."""
    found, t = way(settings), settings.iteration
    below = (_moved(found, t, tr), _likelihood(found, settings, tr))
    return Plate(
        (Row((_density(found, settings, tr),), 1.35), Row(below, 1.0)),
        caption=_caption(found, settings, tr),
        notes=_notes(settings, tr),
    )


def _density(found: Way, settings: MaximumLikelihoodSettings, tr: Translate) -> Axes:
    x, q = np.linspace(-REACH, REACH, 481), found.q.at(settings.iteration)
    heights = q.density(found.points)
    top = _top(found)
    lift = SCALE * len(found.points) * theory.lifts(q, found.points)
    lift = lift / (1 + lift / (LONGEST * top))
    curve, many = q.density(x), len(found.points) > 12
    items: list[Item] = [Area(x, np.zeros_like(x), curve, "generated", 0.15)]
    says = [Says("q", "generated", "solid")]
    if settings.source == "random":
        items.append(Line(x, TRUTH.density(x), "data", "dotted"))
        says.append(Says("p", "data", "dotted"))
    if settings.components > 1:
        items += [Line(x, np.exp(part), "generated", "dashdot", 0.6, 0.6)
                  for part in q.log_parts(x).T]  # fmt: skip
    items += [
        Line(x, curve, "generated", width=1.5),
        Arrows(found.points, heights, np.zeros_like(lift), lift, "action", 1.0 if many else 1.6),
        Dots(found.points, np.zeros_like(lift), "data", size=6.0 if many else 9.0),
    ]
    items += _moves(found, settings.iteration, top)
    says.append(Says(tr("pull on the density, 1 / (n q(x))"), "action", "solid"))
    on_mean = tr("pull on the mean, ∂L/∂μ")
    if settings.components == 1:
        on_mean += f" = {signed(float(theory.gradient(q, found.points)[0][0]), 2)}"
    says.append(Says(on_mean, "action", marker="d"))
    if settings.components == 1:
        text = f"μ {signed(float(q.means[0]), 2)} · σ {q.stds[0]:.2f}"
        says.insert(1, Says(text, "generated"))
    if settings.source == "by-hand":
        items += [Handle(f"point_{i}", float(v), 0.0, "x", "data", tr("A point: drag it"))
                  for i, v in enumerate(found.points)]  # fmt: skip
    return Axes(
        tuple(items), RANGE, (-0.05 * top, top), tr("Points pull the density up"),
        tuple(says), "x", tr("density"),
    )  # fmt: skip


def _moves(found: Way, t: int, top: float) -> list[Item]:
    """∂L/∂mean as an arrow of every component's mean, and what the longest are cut to."""
    q = found.q.at(t)
    slopes = theory.gradient(q, found.points)[0]
    lengths = slopes / (1 + np.abs(slopes) / FARTHEST)
    heights = np.minimum(0.5 * np.exp(q.log_parts(q.means)).diagonal(), 0.8 * top)
    drawn = np.abs(lengths) > 0.08
    starts, lengths, heights = q.means[drawn], lengths[drawn], heights[drawn]
    if not drawn.any():
        return []
    return [
        Dots(starts, heights, "action", "d", size=7.0),
        Arrows(starts, heights, lengths, np.zeros_like(lengths), "action", 2.0),
    ]


def _top(found: Way) -> float:
    """A height for all iterations, mostly the same, that a few narrow peaks may leave."""
    return 1.25 * min(max(found.peak, 0.42), 1.5)


def _moved(found: Way, t: int, tr: Translate) -> Axes:
    """q of the next step less q of this one: what is gained here is lost there."""
    x = np.linspace(-REACH, REACH, 481)
    all_of_it = found.q.at(t + 1).density(x) - found.q.at(t).density(x)
    gain, loss = (float(np.trapezoid(np.maximum(v, 0.0), x)) for v in (all_of_it, -all_of_it))
    reach = 1.15 * max(float(np.abs(all_of_it).max()), 1e-9)
    flat = np.zeros_like(x)
    items: tuple[Item, ...] = (
        Area(x, flat, np.maximum(all_of_it, 0.0), "generated", 0.35),
        Area(x, np.minimum(all_of_it, 0.0), flat, "danger", 0.35),
        Line(x, all_of_it, "text", width=0.8),
        Rule(0.0, False, "line"),
        Dots(found.points, np.zeros_like(found.points), "data", size=5.0),
    )
    says = (
        Says(tr("up {0}").format("+" + short(gain)), "generated"),
        Says(tr("down {0}").format("−" + short(loss)), "danger"),
    )
    return Axes(
        items, RANGE, (-reach, reach), tr("What the next step moves"), says, "x",
        tr("change of q"),
    )  # fmt: skip


def _likelihood(found: Way, settings: MaximumLikelihoodSettings, tr: Translate) -> Axes:
    steps, t = np.arange(STEPS + 1.0), settings.iteration
    likelihood = found.likelihood[: STEPS + 1]
    here = float(found.likelihood[t])
    items: list[Item] = []
    says = [Says(tr("points: {0}").format(signed(here)), "generated", "solid")]
    top = float(likelihood[-1])
    if found.crossed is not None:
        ceiling = np.full(STEPS + 1, -found.entropy)
        over_all = -found.crossed[: STEPS + 1]
        items += [Area(steps, over_all, ceiling, "second", 0.25),
                  Line(steps, over_all, "data", "dotted"),
                  Rule(-found.entropy, False, "second", "dashdot", 1.0)]  # fmt: skip
        gap = float(found.crossed[t]) - found.entropy
        says += [
            Says(tr("all of p: {0}").format(signed(-float(found.crossed[t]))), "data",
                 "dotted"),
            Says(tr("gap KL(p‖q) = {0}").format(signed(gap)), "second", "dashdot"),
        ]  # fmt: skip
        top = max(top, -found.entropy)
    elif settings.components == 1:
        best = theory.best_gaussian(found.points, settings.floor)[2]
        items.append(Rule(best, False, "quiet", "dashdot"))
        says.append(Says(tr("most likely Gaussian {0}").format(signed(best)), "quiet",
                         "dashdot"))  # fmt: skip
        top = max(top, best)
    low = max(float(found.likelihood[0]), top - 3.0)
    items += [Line(steps, likelihood, "generated"), Rule(float(t), role="action"),
              Handle("iteration", float(t), max(here, low), "x", hint=tr("Iteration"))]  # fmt: skip
    margin = 0.12 * max(top - low, 0.2)
    return Axes(
        tuple(items), (-1.5, STEPS + 1.5), (low - margin, top + margin),
        tr("Mean log-likelihood"), tuple(says), tr("iteration"), tr("nats"),
    )  # fmt: skip


def _caption(found: Way, settings: MaximumLikelihoodSettings, tr: Translate) -> str:
    t = settings.iteration
    if found.crossed is not None:
        cross, entropy = float(found.crossed[t]), found.entropy
        return tr(
            "With more and more points the likelihood tends to −H(p, q) = −(KL(p‖q) + H(p)) ="
            " −({0} + {1}) = {2}: most likely is least KL. On these {3} points it is {4}."
        ).format(
            signed(cross - entropy), signed(entropy), signed(-cross), settings.n,
            signed(float(found.likelihood[t])),
        )  # fmt: skip
    q = found.q.at(t)
    logs = q.log_density(found.points)
    worst = int(logs.argmin())
    text = tr(
        "The point at {0} pulls most: the density there is {1}. What goes up there must come down"
        " elsewhere, because the whole stays 1."
    ).format(signed(float(found.points[worst]), 2), _height(float(logs[worst])))
    if (q.stds <= settings.floor * 1.000001).any():
        text += " " + tr("A component lies at the floor of σ; without it it would be narrower.")
    return text


def _height(log_density: float) -> str:
    """The density, also where it is less than any float."""
    if log_density > -700:
        return short(math.exp(log_density))
    return minus(f"1e{log_density / math.log(10):.0f}")


def _notes(settings: MaximumLikelihoodSettings, tr: Translate) -> tuple[str, ...]:
    how = tr("EM") if settings.method == "EM" else tr("gradient ascent, exact derivatives")
    arrows = tr("arrows to scale where short, the longest shortened")
    if settings.source != "random":
        return how, arrows
    return how, arrows, tr("H and KL by quadrature; the likelihood from the points drawn")


def drag(settings: MaximumLikelihoodSettings, key: str, x: float, y: float) -> dict[str, Any]:
    if key == "iteration":
        return {"iteration": x}
    at = int(key.removeprefix("point_"))
    points = list(settings.points)
    points[at] = float(np.clip(x, -REACH, REACH))
    return {"points": tuple(points)}


def formulas(settings: MaximumLikelihoodSettings) -> tuple[str, ...]:
    return (
        r"$\frac{1}{n}\sum_i\,\log q(x_i)\;\rightarrow\;E_p\,\log q=-H(p,q)"
        r"=-KL(p\|q)-H(p)$",
        r"$\frac{\partial}{\partial q(x_i)}\,\frac{1}{n}\sum_j\,\log q(x_j)"
        r"=\frac{1}{n\,q(x_i)} \qquad \int q\,dx=1$",
    )


PAGE = Page(
    settings=MaximumLikelihoodSettings,
    plate=plate,
    formulas=formulas,
    source="Goodfellow 2016 (tutorial), section 2.1, figure 8; Dempster, Laird & Rubin 1977",
    drag=drag,
    sweep=Sweep("iteration", seconds=8.0, back=False),
    links=(
        Link("Which way KL runs", page="which-way-kl"),
        Link("Likelihood is not sample quality", page="likelihood-quality"),
    ),
)
