"""The best D against two densities, what it earns, and a network on its way there."""

from typing import Annotated, Any

import numpy as np
from pydantic import Field
from scipy.special import expit

from ganlab_gui.core.theory import game_value
from ganlab_gui.core.theory.game_value import LN4, two_humps
from ganlab_gui.core.theory.line_mixture import Mixture
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import short, signed, thousands
from ganlab_gui.pages.page import Button, Finds, Link, Page, Request, Sweep, Translate, fresh
from ganlab_gui.pages.plate import (
    Area,
    Array,
    Axes,
    Dots,
    Handle,
    Item,
    Label,
    Line,
    Plate,
    Right,
    Row,
    Rule,
    Says,
)  # fmt: skip

GRID = (-16.0, 16.0, 641)
"""Wide enough for every density there may be: 6.8 standard deviations of the widest."""
SHOWN = (-7.0, 7.0)
"""Every handle's place at the ends of all settings, ±6.6, lies within."""
TOPS, TOPS_OF_AREAS = (0.35, 0.75, 1.4), (0.25, 0.5, 1.0, 2.0)
"""Heights of an axis, of which the lowest that serves is taken: few, for each change is a leap."""
LOWEST = -1.7
STEPS = 4000

MEAN = Field(ge=-3.0, le=3.0, description="The middle of the density.")
STD = Field(ge=0.3, le=1.6, description="Standard deviation of the hump, or of each of the two.")
GAP = Field(ge=0.0, le=4.0, description="How far two equal humps lie apart; 0 is one Gaussian.")


class OptimalDiscriminatorSettings(Settings):
    p_mean: Annotated[float, MEAN, Knob("Mean of p", "Data")] = -1.2
    p_std: Annotated[float, STD, Knob("Spread of p", "Data")] = 0.8
    p_gap: Annotated[float, GAP, Knob("Gap in p", "Data")] = 0.0
    q_mean: Annotated[float, MEAN, Knob("Mean of p_g", "Generated")] = 1.0
    q_std: Annotated[float, STD, Knob("Spread of p_g", "Generated")] = 1.0
    q_gap: Annotated[float, GAP, Knob("Gap in p_g", "Generated")] = 0.0
    x: Annotated[
        float,
        Field(ge=-6.0, le=6.0, description="The point whose own game is drawn at the right."),
        Knob("Point x", "Page", formula="max over y of p(x) ln y + p_g(x) ln(1 − y)"),
    ] = -0.3
    step: Annotated[
        int,
        Field(ge=1, le=STEPS, description="The step of its training at which the network is seen."),
        Knob("Step shown", "Discriminator", scale="log"),
    ] = STEPS
    lr: Annotated[
        float,
        Field(gt=0.0, le=0.1, description="The network's learning rate (Adam)."),
        Knob("Learning rate", "Discriminator", scale="log", slider=(1e-4, 1e-2)),
    ] = 5e-4
    batch: Annotated[
        int,
        Field(ge=8, le=1024, description="Data and samples in a minibatch, each."),
        Knob("Batch", "Discriminator", scale="log", slider=(8, 1024)),
    ] = 256
    width: Annotated[
        int,
        Field(ge=1, le=128, description="Units in each of the network's two hidden layers."),
        Knob("Width", "Discriminator", scale="log", slider=(1, 128)),
    ] = 64
    seed: Annotated[
        int,
        Field(ge=0, le=999, description="Draws the first weights and the minibatches."),
        Knob("Seed", "Discriminator"),
    ] = 0

    @property
    def p(self) -> Mixture:
        return two_humps(self.p_mean, self.p_std, self.p_gap)

    @property
    def q(self) -> Mixture:
        return two_humps(self.q_mean, self.q_std, self.q_gap)


class Pair:
    """Both densities on the grid, and what follows from them alone."""

    def __init__(self, settings: OptimalDiscriminatorSettings) -> None:
        self.x = np.linspace(*GRID)
        self.p, self.q = settings.p.density(self.x), settings.q.density(self.x)
        self.best = best(settings, self.x)
        self.cells = game_value.cells(self.x)
        self.parts = game_value.js_parts(self.p, self.q)
        self.kls = tuple(float((part * self.cells).sum()) for part in self.parts)
        self.value = game_value.best_value(self.p, self.q, self.cells)
        self.most = (self.p + self.q) * LN4 / 2
        self.top = _top(max(self.p.max(), self.q.max()), TOPS)
        self.a, self.b = (float(of.density(settings.x)) for of in (settings.p, settings.q))
        self.here = float(best(settings, np.array(settings.x)))


def best(settings: OptimalDiscriminatorSettings, x: Array) -> Array:
    """D* = σ(ln p − ln p_g) at x, right where both densities are too small to divide."""
    return np.asarray(expit(settings.p.log_density(x) - settings.q.log_density(x)))


def _top(peak: float, tops: tuple[float, ...]) -> float:
    return next((top for top in tops if top >= 1.05 * peak), tops[-1])


class Training:
    """The network at the step shown, out of its training as far as that has come."""

    def __init__(self, found: dict[str, Array], step: int, x: float) -> None:
        self.steps, self.values = found["steps"], found["values"]
        at = int(np.searchsorted(self.steps, step, "right")) - 1
        self.step, self.value = int(self.steps[at]), float(self.values[at])
        self.d = expit(found["scores"][at].astype(np.float64))
        self.here = float(np.interp(x, np.linspace(*GRID), self.d))


def plate(settings: OptimalDiscriminatorSettings, finds: Finds, tr: Translate) -> Plate:
    """Densities and D; the game at one x; C(G) as two areas; the network's V climbing."""
    pair, found = Pair(settings), fresh(finds, requests(settings)[0])
    result = found.result if found is not None else None
    seen = None if result is None else Training(result, settings.step, settings.x)
    return Plate(
        (
            Row((_stage(settings, pair, seen, tr), _point(pair, seen, tr)), 1.25, (1.7, 1.0)),
            Row((_areas(pair, settings.x, tr), _climb(pair, seen, tr)), 1.0, (1.7, 1.0)),
        ),
        _caption(settings, pair, seen, tr),
        (Says(tr("C(G) = −ln 4 + 2 JSD = {0} + 2 · {1} = {2} nats").format(
            signed(-LN4, 4), signed(sum(pair.kls) / 2, 4), signed(pair.value, 4)), "action"),),
        (tr("D*, JSD (with the ½), C(G) and V: quadrature over 641 points, in nats"),
         tr("D: ReLU network, Adam, minibatches of {0} of each").format(settings.batch)),
    )  # fmt: skip


def _stage(
    settings: OptimalDiscriminatorSettings, pair: Pair, seen: Training | None, tr: Translate
) -> Axes:
    items: list[Item] = [
        Rule(0.5, False, side="right"),
        Rule(settings.x, role="action"),
        Line(pair.x, pair.p, "data", "dotted"),
        Line(pair.x, pair.q, "generated"),
        Line(pair.x, pair.best, "discriminator", width=0.6, side="right"),
    ]
    says = [Says("p", "data", "dotted"), Says("p_g", "generated", "solid")]
    if seen is not None:
        items.append(Line(pair.x, seen.d, "discriminator", "dashed", 1.4, side="right"))
        text = tr("D after {0} steps").format(thousands(seen.step))
        says.append(Says(text, "discriminator", "dashed"))
    says.append(Says(tr("D* (thin)"), "discriminator", "solid"))
    handle = Handle("x", settings.x, pair.here, "x", hint=tr("The point x"), side="right")
    return Axes(
        (*items, *_handles(settings, tr), handle), SHOWN, (0.0, pair.top),
        tr("Two densities, and who can tell them apart"), tuple(says), "x", tr("density"),
        right=Right((0.0, 1.05), "D(x)", ticks=((0.0, "0"), (0.5, "½"), (1.0, "1"))),
    )  # fmt: skip


def _handles(settings: OptimalDiscriminatorSettings, tr: Translate) -> tuple[Handle, ...]:
    handles = []
    shapes = (
        ("p", settings.p, settings.p_mean, settings.p_gap / 2 + settings.p_std, "data"),
        ("q", settings.q, settings.q_mean, settings.q_gap / 2 + settings.q_std, "generated"),
    )
    for key, of, mean, arm, role in shapes:
        places = (("mean", mean, tr("Mean")), ("std", mean + arm, tr("Spread")))
        for what, x, hint in places:
            handles.append(Handle(f"{key}-{what}", x, float(of.density(x)), "x", role, hint))
    return tuple(handles)


def _point(pair: Pair, seen: Training | None, tr: Translate) -> Axes:
    """What D earns at the one x, by what it says there."""
    y = np.linspace(0.002, 0.998, 499)
    a, b = pair.a, pair.b
    height = float(game_value.point_value(a, b, pair.here))
    items: list[Item] = [
        Line(y, game_value.point_value(a, 0.0, y), "data", "dotted"),
        Line(y, game_value.point_value(0.0, b, y), "generated"),
        Line(y, game_value.point_value(a, b, y), "action", width=1.6),
        Rule(pair.here, role="discriminator"),
        Dots(np.array([pair.here]), np.array([height]), "discriminator", "d", 11.0),
    ]
    says = [
        Says(tr("a ln y, a = {0}").format(short(a)), "data", "dotted"),
        Says(tr("b ln(1 − y), b = {0}").format(short(b)), "generated", "solid"),
        Says(tr("sum, highest at {0}").format(f"{pair.here:.3f}"), "action", "solid"),
    ]
    if seen is not None:
        there = float(game_value.point_value(a, b, np.clip(seen.here, 1e-12, 1 - 1e-12)))
        items.append(Dots(np.array([seen.here]), np.array([there]), "discriminator", "o", 9.0,
                          hollow=True))  # fmt: skip
        text = tr("D says {0}").format(f"{seen.here:.3f}")
        says.append(Says(text, "discriminator", marker="o", hollow=True))
    return Axes(
        tuple(items), (-0.02, 1.02), (-1.6 * pair.top, 0.1 * pair.top),
        tr("The game at this x alone"), tuple(says), "y = D(x)", tr("nats per unit of x"),
        x_ticks=((0.0, "0"), (0.5, "½"), (1.0, "1")),
    )  # fmt: skip


def _areas(pair: Pair, x: float, tr: Translate) -> Axes:
    """Both KLs, one on the other, under the most that they could be."""
    first, second = pair.parts
    both = first + second
    return Axes(
        (
            Rule(x, role="action"),
            Area(pair.x, np.zeros_like(first), first, "data", 0.35),
            Area(pair.x, first, both, "generated", 0.5),
            Line(pair.x, first, "data", "dotted"),
            Line(pair.x, both, "generated"),
            Line(pair.x, pair.most, "quiet", "dashdot"),
        ),
        SHOWN, (0.0, _top(float(pair.most.max()), TOPS_OF_AREAS)),
        tr("What D* earns above −ln 4: two areas"),
        (
            Says(f"KL(p‖m) = {signed(pair.kls[0], 4)}", "data", "dotted"),
            Says(f"KL(p_g‖m) = {signed(pair.kls[1], 4)}", "generated", "solid"),
            Says(tr("at most (p + p_g) ln 2, area ln 4"), "quiet", "dashdot"),
        ),
        "x", tr("nats per unit of x"), right=Right((0.0, 1.0), " ", "quiet", ((0.0, " "),)),
    )  # fmt: skip


def _climb(pair: Pair, seen: Training | None, tr: Translate) -> Axes:
    says = [Says(f"C(G) = {signed(pair.value, 4)}", "discriminator", "solid")]
    items: list[Item] = [
        Rule(-LN4, False),
        Label(1.2 * STEPS, -LN4, tr("−ln 4: D is ½ everywhere"), anchor=(1.0, 1.0)),
        Rule(pair.value, False, "discriminator"),
    ]
    if seen is not None:
        items += [
            Line(
                seen.steps[1:].astype(np.float64), seen.values[1:], "discriminator", "dashed", 1.4
            ),
            Handle("step", float(max(seen.step, 1)), max(seen.value, LOWEST + 0.05), "x",
                   hint=tr("Step back and forth through the training")),
        ]  # fmt: skip
        says.insert(0, Says(f"V(D) = {signed(seen.value, 4)}", "discriminator", "dashed"))
    return Axes(
        tuple(items), (1.0, 1.3 * STEPS), (LOWEST, 0.1), tr("What the network earns"), tuple(says),
        tr("step"), tr("V [nats]"), log_x=True, note="" if seen is not None else tr("computing…"),
    )  # fmt: skip


def _caption(
    settings: OptimalDiscriminatorSettings, pair: Pair, seen: Training | None, tr: Translate
) -> str:
    share = f"{pair.here:.3f}"
    text = tr("At x = {0} p's share is D* = {1}.").format(signed(settings.x, 2), share)
    if seen is None:
        return text
    return f"{text} " + tr(
        "The best D earns {0} nats; after {1} steps the network earns {2}, {3} less."
    ).format(
        signed(pair.value, 4), thousands(seen.step), signed(seen.value, 4),
        f"{max(pair.value - seen.value, 0.0):.4f}",
    )  # fmt: skip


def requests(settings: OptimalDiscriminatorSettings) -> tuple[Request, ...]:
    arguments: dict[str, Any] = {
        name: (of.means, of.stds, of.weights) for name, of in (("p", settings.p), ("q", settings.q))
    }
    return (
        Request("fit-discriminator", arguments | {
            "grid": GRID, "hidden": (settings.width, settings.width), "lr": settings.lr,
            "batch": settings.batch, "steps": STEPS, "seed": settings.seed,
        }),
    )  # fmt: skip


def drag(settings: OptimalDiscriminatorSettings, key: str, x: float, y: float) -> dict[str, Any]:
    match key:
        case "p-mean" | "q-mean":
            return {key.replace("-", "_"): x}
        case "p-std":
            return {"p_std": x - settings.p_mean - settings.p_gap / 2}
        case "q-std":
            return {"q_std": x - settings.q_mean - settings.q_gap / 2}
        case "step":
            return {"step": round(x)}
        case _:
            return {"x": x}


def click(settings: OptimalDiscriminatorSettings, key: str) -> dict[str, Any]:
    if key == "again":
        return {"seed": (settings.seed + 1) % 1000, "step": STEPS}
    return {"q_mean": settings.p_mean, "q_std": settings.p_std, "q_gap": settings.p_gap}


def formulas(settings: OptimalDiscriminatorSettings) -> tuple[str, ...]:
    return (
        r"$V(G,D)=\int p\,\log D+p_g\log(1-D)\;\mathrm{d}x \qquad D^*=\frac{p}{p+p_g}$",
        r"$C(G)=\max_D V=-\log 4+\mathrm{KL}(p\,\|\,m)+\mathrm{KL}(p_g\|\,m)"
        r"=-\log 4+2\,\mathrm{JSD} \qquad m=\frac{p+p_g}{2}$",
    )


PAGE = Page(
    settings=OptimalDiscriminatorSettings,
    plate=plate,
    formulas=formulas,
    source="Goodfellow et al. 2014, Proposition 1, equations 2 to 6",
    requests=requests,
    drag=drag,
    click=click,
    sweep=Sweep("step", 8.0, back=False),
    buttons=(
        Button("again", "Train another", "The same from other first weights and minibatches"),
        Button("equal", "Make p_g = p", "A perfect generator: D* is ½ everywhere"),
    ),
    links=(
        Link("The whole game in one dimension", preset="figure-1"),
        Link("What JS does where the two lie apart", page="js-wasserstein"),
        Link("Discriminator against critic", page="discriminator-critic"),
    ),
)
