"""One network as a discriminator and as a critic between two Gaussians: what reaches G of each."""

from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.critics import Gaussian
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.discriminator_critic_pair import GRID, Pair, Training
from ganlab_gui.pages.numbers import percent, short, signed, thousands
from ganlab_gui.pages.page import Button, Finds, Link, Page, Request, Sweep, Translate, fresh
from ganlab_gui.pages.plate import (
    Array,
    Axes,
    Dots,
    Handle,
    Item,
    Line,
    Plate,
    Right,
    Row,
    Rule,
    Says,
    Table,
)

SHOWN = (-8.0, 8.0)
STEPS = 2000
HIDDEN = (64, 64)
BATCH = 256
FAINT, STEEP = 1e-13, 30.0
"""Ends of the gradient axis."""
TICKS = ((1e-12, "10⁻¹²"), (1e-9, "10⁻⁹"), (1e-6, "10⁻⁶"), (1e-3, "10⁻³"), (1.0, "1"))
NOTHING = 1e-60
"""What stands for a gradient of 0 on a log axis."""
WEAK = 0.01
"""A gradient below which a sample counts as left alone."""
CRITIC = "second"


class DiscriminatorCriticSettings(Settings):
    distance: Annotated[
        float,
        Field(ge=0.0, le=8.0, description="How far the two means lie apart."),
        Knob("Distance", "Data"),
    ] = 6.0
    std: Annotated[
        float,
        Field(ge=0.3, le=1.5, description="Standard deviation of the generated; the data's is 1."),
        Knob("Spread of p_g", "Generated"),
    ] = 1.0
    x: Annotated[
        float,
        Field(ge=-8.0, le=8.0, description="Where the table reads the gradients."),
        Knob("Point x", "Page"),
    ] = 3.0
    loss: Annotated[
        Literal["minimax", "non-saturating", "d"],
        Field(description="What of D is differentiated: log(1 − D), −log D, or D itself."),
        Knob("G's loss on D", "Discriminator"),
    ] = "minimax"
    constraint: Annotated[
        Literal["one-sided", "two-sided", "clipping"],
        Field(
            description="What keeps the critic's slopes from growing without end: a penalty on"
            " slopes above 1, one on slopes other than 1, or weights cut off at ±c."
        ),
        Knob("Constraint", "Critic"),
    ] = "one-sided"
    weight: Annotated[
        float,
        Field(gt=0.0, le=1000.0, description="Weight of the gradient penalty."),
        Knob("λ penalty", "Critic", scale="log", slider=(0.1, 100.0),
             formula="λ E [|f′(x̂)| − 1]₊² or λ E (|f′(x̂)| − 1)²",
             when=("constraint", ("one-sided", "two-sided"))),
    ] = 10.0  # fmt: skip
    clip: Annotated[
        float,
        Field(gt=0.0, le=1.0, description="Every weight of the critic is kept within ±c."),
        Knob("c clip", "Critic", scale="log", slider=(0.005, 1.0),
             when=("constraint", ("clipping",))),
    ] = 0.01  # fmt: skip
    step: Annotated[
        int,
        Field(ge=1, le=STEPS, description="The step of their training at which both are seen."),
        Knob("Step shown", "Page", scale="log"),
    ] = STEPS
    seed: Annotated[
        int,
        Field(ge=0, le=999, description="Draws the first weights and the minibatches."),
        Knob("Seed", "Page"),
    ] = 0

    @property
    def p(self) -> Gaussian:
        return Gaussian(-self.distance / 2, 1.0)

    @property
    def q(self) -> Gaussian:
        return Gaussian(self.distance / 2, self.std)


def plate(settings: DiscriminatorCriticSettings, finds: Finds, tr: Translate) -> Plate:
    """D and the critic over x, the gradients they pass on, numbers, and how they were learned."""
    pair, found = Pair(settings.p, settings.q, settings.loss), fresh(finds, requests(settings)[0])
    seen = (
        None
        if found is None or found.result is None
        else Training(found.result, settings.step, pair)
    )
    return Plate(
        (
            Row((_stage(settings, pair, seen, tr), _table(settings, pair, seen, tr)), 1.1, (2, 1)),
            Row((_gradients(settings, pair, seen, tr), _learning(pair, seen, tr)), 1.0, (2, 1)),
        ),
        _caption(settings, pair, seen, tr),
        (Says(f"W₁ = {pair.w1:.3f}", CRITIC), Says(tr("JSD = {0} nats, at most ln 2 = {1}").format(
            f"{pair.jsd:.3f}", f"{np.log(2):.3f}"), "discriminator")),
        (tr("D*, f*, W₁: closed form; JSD (with the ½) and means: quadrature over 601 points"),
         tr("densities are to scale with one another"),
         tr("L: steepest slope between the outermost 0.1 % of both on either side")),
    )  # fmt: skip


def _stage(
    settings: DiscriminatorCriticSettings, pair: Pair, seen: Training | None, tr: Translate
) -> Axes:
    tallest = 2.5 * max(float(settings.p.density(settings.p.mean)),
                        float(settings.q.density(settings.q.mean)))  # fmt: skip
    items: list[Item] = [
        Rule(settings.x, role="action"),
        Line(pair.x, pair.p / tallest, "data", "dotted"),
        Line(pair.x, pair.q / tallest, "generated"),
        Line(pair.x, pair.exact.d, "discriminator", width=0.6),
        Line(pair.x, pair.exact.f, CRITIC, width=0.6, side="right"),
    ]
    says = [Says("p", "data", "dotted"), Says("p_g", "generated", "solid")]
    if seen is not None:
        items += [
            Line(pair.x, seen.curves.d, "discriminator", "dashed", 1.6),
            Line(pair.x, seen.curves.f, CRITIC, "dotted", 1.8, side="right"),
        ]
        says += [
            Says(tr("D after {0} steps").format(thousands(seen.step)), "discriminator", "dashed"),
            Says(tr("critic f / L, L = {0}").format(short(seen.constant)), CRITIC, "dotted"),
        ]
    says.append(Says(tr("thin: the best of each"), "quiet", "solid"))
    for key, of, role in (("p", settings.p, "data"), ("q", settings.q, "generated")):
        height = float(of.density(of.mean)) / tallest
        items.append(Handle(key, of.mean, height, "x", role, tr("Drag the two apart")))
    arm = settings.q.mean + settings.std
    items.append(
        Handle("std", arm, float(settings.q.density(arm)) / tallest, "x", "generated", tr("Spread"))
    )
    return Axes(
        tuple(items), SHOWN, (-0.1, 1.1), tr("What D and the critic say"), tuple(says), "x",
        "D(x)", y_ticks=((0.0, "0"), (0.5, "½"), (1.0, "1")),
        right=Right((-9.0, 9.0), tr("f / L [units of x]"), CRITIC,
                    ((-6.0, "−6"), (-3.0, "−3"), (0.0, "0"), (3.0, "3"), (6.0, "6"))),
    )  # fmt: skip


def _gradients(
    settings: DiscriminatorCriticSettings, pair: Pair, seen: Training | None, tr: Translate
) -> Axes:
    """On a log axis; the dots are where the deciles of p_g lie."""
    name = {"minimax": "log(1 − D)", "non-saturating": "−log D", "d": "D"}[settings.loss]
    items: list[Item] = [
        Rule(settings.x, role="action"),
        Line(pair.x, _above(pair.exact.pull), "discriminator", width=0.6),
        Line(pair.x, _above(pair.exact.slope), CRITIC, width=0.6),
    ]
    shown = pair.exact if seen is None else seen.curves
    if seen is not None:
        items += [
            Line(pair.x, _above(seen.curves.pull), "discriminator", "dashed", 1.6),
            Line(pair.x, _above(seen.curves.slope), CRITIC, "dotted", 1.8),
        ]
    for curve in (shown.pull, shown.slope):
        heights = np.interp(pair.deciles, pair.x, np.log(_above(curve)))
        items.append(Dots(pair.deciles, np.exp(heights), "generated", "o", 6.0))
    items.append(Handle("x", settings.x, 10.0 * FAINT, "x", hint=tr("Where the table reads")))
    says = (
        Says(tr("of {0}").format(name), "discriminator", "dashed"),
        Says(tr("of f / L"), CRITIC, "dotted"),
        Says(tr("deciles of p_g"), "generated", "", "o"),
    )
    return Axes(
        tuple(items), SHOWN, (FAINT, STEEP), tr("Gradient by x"), says, "x",
        "|d/dx|", log_y=True, y_ticks=TICKS, right=Right((0.0, 1.0), " ", "quiet", ((0.0, " "),)),
    )  # fmt: skip


def _above(values: Array) -> Array:
    """What a log axis can take: a slope may be 0."""
    return np.maximum(values, NOTHING)


def _at(x: float, pair: Pair, values: Array) -> float:
    """A gradient between the points of the grid, where it may fall by orders of magnitude."""
    found = float(np.exp(np.interp(x, pair.x, np.log(_above(values)))))
    return found if found > 2 * NOTHING else 0.0


def _table(
    settings: DiscriminatorCriticSettings, pair: Pair, seen: Training | None, tr: Translate
) -> Table:
    """The gradients at x and their mean over the generated samples."""
    best, shown = pair.exact, seen.curves if seen is not None else None
    sources = [(tr("D* (best)"), best.pull, "discriminator"), (tr("f* (best)"), best.slope, CRITIC)]
    if shown is not None:
        sources.insert(1, (tr("D trained"), shown.pull, "discriminator"))
        sources.append((tr("f trained"), shown.slope, CRITIC))
    rows = []
    for label, values, _ in sources:
        here = _at(settings.x, pair, values)
        mean = float((values * pair.q * pair.cells).sum())
        weak = float((pair.q * pair.cells)[values < WEAK].sum())
        rows.append((label, short(here), short(mean), percent(weak)))
    headers = ("", tr("at x = {0}").format(signed(settings.x, 1)), tr("mean over p_g"),
               tr("p_g under {0}").format(WEAK))  # fmt: skip
    return Table(headers, tuple(rows), tuple(role for *_, role in sources),
                 tr("What reaches G: |d/dx|, f divided by L"))  # fmt: skip


def _learning(pair: Pair, seen: Training | None, tr: Translate) -> Axes:
    """How much of each distance has been found, as a share of what there is."""
    says: list[Says] = []
    items: list[Item] = [Rule(1.0, False), Rule(0.0, False)]
    low = -0.25
    if seen is not None and pair.jsd > 1e-6 and pair.w1 > 1e-6:
        steps = seen.steps[1:].astype(np.float64)
        of_jsd, of_w1 = seen.jsd / pair.jsd, seen.w1 / pair.w1
        at = int(np.searchsorted(seen.steps, seen.step))
        items += [
            Line(steps, of_jsd[1:], "discriminator", "dashed", 1.4),
            Line(steps, of_w1[1:], CRITIC, "dotted", 1.6),
            Rule(float(max(seen.step, 1)), role="action"),
            Handle("step", float(max(seen.step, 1)), -0.1, "x",
                   hint=tr("Step back and forth through the training")),
        ]  # fmt: skip
        says = [
            Says(tr("of JSD {0}").format(percent(of_jsd[at])), "discriminator", "dashed"),
            Says(tr("of W₁ {0}").format(percent(of_w1[at])), CRITIC, "dotted"),
        ]
        low = -1.1 if of_w1.min() < -0.25 else low
    note = "" if seen is not None else tr("computing…")
    if not says and not note:
        note = tr("no distance to be found")
    return Axes(
        tuple(items), (1.0, 1.3 * STEPS), (low, 1.15), tr("Found"), tuple(says), tr("step"),
        tr("share of the distance"), log_x=True, note=note,
        y_ticks=((0.0, "0"), (0.5, "½"), (1.0, "1")),
    )  # fmt: skip


def _caption(
    settings: DiscriminatorCriticSettings, pair: Pair, seen: Training | None, tr: Translate
) -> str:
    """What reaches the middle of p_g, by numbers."""
    middle, shown = settings.q.mean, pair.exact if seen is None else seen.curves
    if settings.p == settings.q:
        return tr(
            "The two are equal: no best D and no best critic passes anything on, and what networks"
            " still say is the noise of their minibatches."
        )
    d, f = (_at(middle, pair, curve) for curve in (shown.pull, shown.slope))
    if seen is None:
        text = tr(
            "At the middle of p_g the best D passes on a gradient of {0}, the best critic {1}."
        )
    else:
        text = tr(
            "At the middle of p_g this D passes on a gradient of {0}, this critic, divided by its"
            " L, one of {1}."
        )
    text = text.format(short(d), short(f))
    if seen is not None and seen.w1[int(np.searchsorted(seen.steps, seen.step))] < -1e-3:
        return f"{text} " + tr("The critic slopes the wrong way so far: away from the data.")
    return text


def requests(settings: DiscriminatorCriticSettings) -> tuple[Request, ...]:
    clipped = settings.constraint == "clipping"
    return (
        Request("critics", {
            "p": (settings.p.mean, settings.p.std), "q": (settings.q.mean, settings.q.std),
            "grid": GRID, "constraint": settings.constraint,
            "clip": settings.clip if clipped else 0.0,
            "weight": 0.0 if clipped else settings.weight,
            "hidden": HIDDEN, "batch": BATCH, "steps": STEPS, "seed": settings.seed,
        }),
    )  # fmt: skip


def drag(settings: DiscriminatorCriticSettings, key: str, x: float, y: float) -> dict[str, Any]:
    match key:
        case "p" | "q":
            return {"distance": 2 * (x if key == "q" else -x)}
        case "std":
            return {"std": x - settings.q.mean}
        case "step":
            return {"step": round(x)}
        case _:
            return {"x": x}


def click(settings: DiscriminatorCriticSettings, key: str) -> dict[str, Any]:
    return {"seed": (settings.seed + 1) % 1000, "step": STEPS}


def formulas(settings: DiscriminatorCriticSettings) -> tuple[str, ...]:
    pull = {
        "minimax": r"\frac{\partial}{\partial x}\log(1-D)=-D\,s'",
        "non-saturating": r"\frac{\partial}{\partial x}(-\log D)=-(1-D)\,s'",
        "d": r"\frac{\partial D}{\partial x}=D(1-D)\,s'",
    }[settings.loss]
    return (
        r"$D=\sigma(s),\quad s^*=\log p-\log p_g \qquad " + pull + "$",
        r"$W_1=\max_{|f'|\leq 1}\;\mathrm{E}_p f-\mathrm{E}_{p_g}f \qquad"
        r" f^{*\prime}=\mathrm{sign}(F_{p_g}-F_p)$",
    )


PAGE = Page(
    settings=DiscriminatorCriticSettings,
    plate=plate,
    formulas=formulas,
    source="Arjovsky et al. 2017, figure 2; Gulrajani et al. 2017, section 4; Petzka et al. 2018",
    requests=requests,
    drag=drag,
    click=click,
    sweep=Sweep("step", 8.0, back=False),
    buttons=(
        Button("again", "Train another", "The same from other first weights and minibatches"),
    ),
    links=(
        Link("A critic at work: clipping", preset="ring-wgan-clip"),
        Link("A critic at work: penalty", preset="ring-wgan-gp"),
        Link("Weight clipping or penalty", page="clipping-penalty"),
    ),
)
