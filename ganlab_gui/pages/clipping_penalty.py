"""The same critic kept Lipschitz in two ways: its surface, its weights, gradients by layer."""

from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import minus
from ganlab_gui.pages.page import Finds, Link, Page, Request, Sweep, Translate, fresh
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
    Plate,
    Right,
    Row,
    Rule,
    Says,
)

CLIPPED, PENALISED = "clipped-critics", "penalised-critic"
LIMITS = (1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1.0)
"""The values of c that are trained; the setting chooses the nearest."""
BOX = (-3.0, 3.0, -3.0, 3.0)
TICKS = tuple((float(v), minus(str(v))) for v in (-2, -1, 0, 1, 2))
REACH = 0.75
"""Of the picture of the penalised critic's weights."""
LEVELS = tuple(np.linspace(-1.75, 1.75, 8).tolist())
"""Level sets, in standard deviations of f over the picture."""
CLIP: tuple[str, LineStyle] = ("discriminator", "dashed")
PENALTY: tuple[str, LineStyle] = ("text", "solid")
TARGETS: dict[str, dict[str, Any]] = {
    "8 Gaussians": {"name": "ring", "radius": 1.41443, "std": 0.014144},
    "25 Gaussians": {"name": "grid", "spacing": 0.7072, "std": 0.01768},
    "Swiss roll": {"name": "swiss-roll"},
}
Result = dict[str, Any]
Array = NDArray[np.float64]


class ClippingPenaltySettings(Settings):
    target: Annotated[
        Literal["8 Gaussians", "25 Gaussians", "Swiss roll"],
        Field(description="The data, scaled as in the paper's toy."),
        Knob("Data", "Page"),
    ] = "8 Gaussians"
    spread: Annotated[
        float,
        Field(ge=0.1, le=2, description="Samples are data with Gaussian noise of this std."),
        Knob("Noise of the samples", "Page", formula="x̃ = x + ε, ε ~ N(0, σ²)"),
    ] = 1.0
    depth: Annotated[
        int,
        Field(ge=1, le=12, description="Hidden layers of the critic, 64 ReLUs each."),
        Knob("Hidden layers", "Page"),
    ] = 4
    c: Annotated[
        float,
        Field(ge=1e-3, le=1, description="Limit of every weight; the nearest trained is shown."),
        Knob("Weight limit c", "Page", scale="log", formula="w ← clip(w, −c, c)"),
    ] = 0.01
    weight: Annotated[
        float,
        Field(ge=0.1, le=100, description="What the gradient penalty is multiplied by."),
        Knob("Penalty λ", "Page", scale="log", formula="λ E (‖∇f(x̂)‖ − 1)²"),
    ] = 10.0


def requests(settings: ClippingPenaltySettings) -> tuple[Request, ...]:
    """All values of c in one study, the penalty in another: λ leaves the first as it is."""
    shared = {"target": TARGETS[settings.target], "spread": settings.spread}
    shared |= {"depth": settings.depth, "box": BOX}
    return (
        Request(CLIPPED, {**shared, "limits": LIMITS}),
        Request(PENALISED, {**shared, "weight": settings.weight, "reach": REACH}),
    )


def plate(settings: ClippingPenaltySettings, finds: Finds, tr: Translate) -> Plate:
    """Two surfaces and the layers above; both histograms of weights and what c does below."""
    clipped, penalised = (fresh(finds, request) for request in requests(settings))
    notes = [f.error if f and f.error else tr("computing…") for f in (clipped, penalised)]
    clip: Result = (clipped.result if clipped else None) or {}
    penalty: Result = (penalised.result if penalised else None) or {}
    at = chosen(settings.c)
    named = tr("clipped, c = {0}").format(f"{LIMITS[at]:g}")
    by_penalty = tr("penalty, λ = {0}").format(f"{settings.weight:.3g}")
    top = (
        _surface(clip, at, named, CLIP, notes[0], tr),
        _surface(penalty, 0, by_penalty, PENALTY, notes[1], tr),
        _layers(settings, clip, penalty, at, notes[0], tr),
    )
    bottom = (
        _weights(clip, at, LIMITS[at], notes[0], tr),
        _weights(penalty, None, REACH, notes[1], tr),
        _over_c(settings, clip, penalty, notes[0], tr),
    )
    return Plate(
        (Row(top, 1.25, (1.0, 1.0, 1.15)), Row(bottom, 1.0, (1.0, 1.0, 1.15))),
        caption=_caption(clip, penalty, at, tr),
        says=_says(clip, penalty, tr),
        notes=_notes(settings, tr),
    )


def chosen(c: float) -> int:
    """Which of the values trained lies nearest on a logarithmic scale."""
    return int(np.abs(np.log(LIMITS) - np.log(c)).argmin())


def found_distance(result: Result) -> Array:
    """(E f(x) − E f(x̃)) / max ‖∇f‖ of each critic, (R,): at most W₁ where the largest slope is."""
    steepest = result["steepest"].astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(steepest > 0, result["gain"].astype(float) / steepest, np.nan)


# -- surfaces --------------------------------------------------------------------------------------


def _surface(
    result: Result, at: int, title: str, style: tuple[str, LineStyle], note: str, tr: Translate
) -> Axes:
    items: list[Item] = []
    says: tuple[Says, ...] = ()
    if result:
        f = result["surface"][at].astype(float)
        wide = f.std()
        level = (f - f.mean()) / wide if wide > 0 else np.zeros_like(f)
        items.append(Ground(level, BOX, -2.0, 2.0, contours=LEVELS if wide > 0 else ()))
        fake, real = result["fake"][:250].astype(float), result["real"][:250].astype(float)
        items.append(Dots(fake[:, 0], fake[:, 1], "generated", size=3.0, alpha=0.7))
        items.append(Dots(real[:, 0], real[:, 1], "data", size=3.5))
        says = (Says(tr("steepest {0}").format(_power(result["steepest"][at])), *style),)
    return Axes(
        tuple(items),
        BOX[:2],
        BOX[2:],
        title,
        says,
        equal=True,
        x_ticks=TICKS,
        y_ticks=TICKS,
        note="" if result else note,
    )


# -- layers ----------------------------------------------------------------------------------------


def _layers(
    settings: ClippingPenaltySettings, clip: Result, penalty: Result, at: int, note: str,
    tr: Translate,
) -> Axes:  # fmt: skip
    """Mean ‖∂f/∂a‖ by layer for every c, and for the penalty."""
    depth = settings.depth
    layers, items = np.arange(depth + 1.0), list[Item]()
    if clip:
        for run, c in enumerate(LIMITS):
            values, here = clip["norms"][run].astype(float), run == at
            values = np.where(values > 0, values, np.nan)
            width, alpha = (2.0, 1.0) if here else (1.0, 0.6)
            items.append(Line(layers, values, *CLIP, width=width, alpha=alpha))
            if np.isfinite(values[0]):
                role = "discriminator" if here else "quiet"
                items.append(Label(-0.05, float(values[0]), f"{c:g}", role, (1.0, 0.5), here))
    if penalty:
        items.append(Line(layers, penalty["norms"][0].astype(float), *PENALTY, width=2.0))
    says = (Says(tr("clipped, by c"), *CLIP), Says(tr("penalty"), *PENALTY))
    ticks = tuple(
        (float(k), tr("x") if k == 0 else str(k))
        for k in range(0, depth + 1, 1 if depth < 9 else 2)
    )
    return Axes(
        tuple(items), (-0.24 * (depth + 0.5), depth + 0.15),
        (10.0 ** (-2.6 * depth - 3), 10.0 ** (1.45 * depth + 2)),
        tr("Gradient by layer"), says, tr("layer a: x, then hidden layers"),
        tr("mean ‖∂f/∂a‖"), log_y=True, x_ticks=ticks, note="" if clip else note,
    )  # fmt: skip


# -- weights ---------------------------------------------------------------------------------------


def _weights(result: Result, at: int | None, reach: float, note: str, tr: Translate) -> Axes:
    """Shares of weights in bins over ±reach, logarithmic: of the critic clipped at the c chosen.

    Where ``at`` is None, of the one with the penalty.
    """
    items: list[Item] = []
    says: tuple[Says, ...] = ()
    role = "text" if at is None else "discriminator"
    if result:
        shares = result["weights"][at or 0]
        width = 2 * reach / len(shares)
        middles = -reach + width * (np.arange(len(shares)) + 0.5)
        items.append(Bars(middles, np.maximum(shares, 1e-4), width, role, base=1e-4, alpha=0.85))
    if result and at is not None:
        share = tr("{0} % within 1 % of ±c").format(f"{100 * result['clipped'][at]:.0f}")
        says = (Says(share, role),)
    elif result and (beyond := 100 * (1 - float(np.sum(result["weights"][0])))) >= 0.05:
        text = tr("{0} % beyond ±{1}").format(f"{beyond:.1f}", f"{reach:g}")
        says = (Says(text, "quiet"),)
    texts = (f"−{reach:g}", "0", f"{reach:g}") if at is None else ("−c", "0", "c")
    title = tr("Weights under the penalty") if at is None else tr("Weights, clipped")
    return Axes(
        tuple(items), (-1.12 * reach, 1.12 * reach), (1e-4, 1.5), title, says, tr("weight"),
        tr("share"), log_y=True, x_ticks=tuple(zip((-reach, 0.0, reach), texts, strict=True)),
        note="" if result else note,
    )  # fmt: skip


def _over_c(
    settings: ClippingPenaltySettings, clip: Result, penalty: Result, note: str, tr: Translate
) -> Axes:
    """Share of weights at ±c, and the distance each critic finds, over c."""
    c, items = np.array(LIMITS), list[Item]()
    top = 1.25 * settings.spread * 1.1
    says = [Says(tr("weights at ±c"), *CLIP)]
    if clip:
        items.append(Line(c, clip["clipped"], *CLIP))
        items.append(Line(c, found_distance(clip), "second", "dotted", width=1.6, side="right"))
        items.append(Rule(float(clip["w1"]), False, "quiet", "dashdot", side="right"))
        says.append(Says(tr("distance found"), "second", "dotted"))
        says.append(Says(f"W₁ {clip['w1']:.2f}", "quiet", "dashdot"))
    if penalty:
        distance = float(found_distance(penalty)[0])
        if np.isfinite(distance):
            items.append(Rule(distance, False, *PENALTY, width=1.4, side="right"))
            says.append(Says(tr("by penalty {0}").format(f"{distance:.2f}"), *PENALTY))
    items.append(Rule(settings.c, role="action"))
    hint = tr("Weight limit of the critic shown")
    items.append(Handle("c", settings.c, 0.05, "x", hint=hint))
    return Axes(
        tuple(items), (7e-4, 1.4), (0.0, 1.05), tr("What c does"), tuple(says),
        tr("weight limit c"), tr("share of weights"), log_x=True,
        right=Right((0.0, top), tr("distance"), "second"), note="" if clip else note,
    )  # fmt: skip


# -- texts -----------------------------------------------------------------------------------------


def _says(clip: Result, penalty: Result, tr: Translate) -> tuple[Says, ...]:
    said = [Says(tr("data"), "data", "", "o"), Says(tr("samples"), "generated", "", "o")]
    if clip:
        said.append(Says(tr("clipped: step {0}").format(clip["step"]), *CLIP))
    if penalty:
        said.append(Says(tr("penalty: step {0}").format(penalty["step"]), *PENALTY))
    return tuple(said)


def _caption(clip: Result, penalty: Result, at: int, tr: Translate) -> str:
    if not clip or not penalty:
        return ""
    first = tr(
        "From the last hidden layer to the input the gradient goes from {0} to {1} with c = {2},"
        " and from {3} to {4} under the penalty."
    ).format(
        _power(clip["norms"][at][-1]), _power(clip["norms"][at][0]), f"{LIMITS[at]:g}",
        _power(penalty["norms"][0][-1]), _power(penalty["norms"][0][0]),
    )  # fmt: skip
    best = found_distance(clip)
    if not np.isfinite(best).any():
        return first
    second = tr(
        "Divided by their steepest slope, the clipped critics find at most {0} of the {1} between"
        " the samples, that with the penalty {2}."
    ).format(
        f"{np.nanmax(best):.2f}", f"{clip['w1']:.2f}", f"{float(found_distance(penalty)[0]):.2f}"
    )
    return f"{first} {second}"


def _notes(settings: ClippingPenaltySettings, tr: Translate) -> tuple[str, ...]:
    return (
        tr("measured: one seed, batch 256, {0} × 64 ReLUs; clipped: 800 steps of RMSProp, rate"
           " c/50, at most 0.01; penalty: 2 500 steps of Adam, rate 0.001")
        .format(settings.depth),
        tr("level sets: every half standard deviation of f; distance found: estimate, 500 samples a"
           " side, steepest slope of 2 600 points; W₁: that of these samples, which is more than"
           " that of the distributions"),
    )  # fmt: skip


def _power(value: float) -> str:
    """Two digits, with a power of ten where that is shorter."""
    if value == 0 or 0.01 <= abs(value) < 1000:
        return f"{value:.2g}" if abs(value) < 100 else f"{value:.0f}"
    digits, exponent = f"{value:.0e}".split("e")
    raised = str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{digits}·10{raised}"


def drag(settings: ClippingPenaltySettings, key: str, x: float, y: float) -> dict[str, float]:
    return {"c": x}


def formulas(settings: ClippingPenaltySettings) -> tuple[str, ...]:
    return (
        r"$W_1=\max_{\Vert f\Vert_L\leq 1}\mathrm{E}\,f(x)-\mathrm{E}\,f(\tilde x) \qquad"
        r"w\leftarrow\mathrm{clip}(w,-c,c) \qquad"
        r"\lambda\,\mathrm{E}(\Vert\nabla_{\hat x}f(\hat x)\Vert_2-1)^2$",
    )


PAGE = Page(
    settings=ClippingPenaltySettings,
    plate=plate,
    formulas=formulas,
    source="Gulrajani et al. 2017, section 3, figures 1a and 1b; Arjovsky et al. 2017",
    requests=requests,
    drag=drag,
    sweep=Sweep("c"),
    links=(
        Link("Clipping in training", preset="ring-wgan-clip"),
        Link("The penalty in training", preset="ring-wgan-gp"),
        Link("Discriminator against critic", page="discriminator-critic"),
    ),
)
