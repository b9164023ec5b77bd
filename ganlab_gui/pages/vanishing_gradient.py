"""A frozen G and a D that goes on learning: what becomes of the gradient of either loss of G's."""

from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field
from scipy.special import expit

from ganlab_gui.core.theory.cauchy import Cauchy, Gaussian, slope_per_decade
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import short, signed, thousands
from ganlab_gui.pages.page import Finds, Link, Page, Request, Sweep, Translate, fresh
from ganlab_gui.pages.plate import (
    Axes,
    Dots,
    Ground,
    Handle,
    Item,
    Line,
    LineStyle,
    Plate,
    Right,
    Row,
    Rule,
    Says,
)

STUDY = "vanishing-gradient"
D_STEPS = 4000
"""As in the paper."""
BATCH = 128
DECADES = ((1.0, "1"), (10.0, "10"), (100.0, "100"), (1000.0, "1 000"), (4000.0, "4 000"))
NORMS, VARIANCES = (3e-7, 1e3), (1e-13, 3e3)
REACH = 12.0
"""Half quartile distances shown of the components."""
STYLES: tuple[tuple[str, LineStyle], ...] = (("generated", "solid"), ("action", "dashed"))
"""Minimax and non-saturating, as on the page of the losses."""
LAWS: tuple[tuple[str, LineStyle], ...] = (
    ("action", "solid"),
    ("text", "dashed"),
    ("quiet", "dotted"),
)
"""The components, the Cauchy and the Gaussian."""
DATA: dict[str, tuple[dict[str, Any], tuple[float, ...]]] = {
    "ring": ({"name": "ring"}, (-3.2, 3.2, -3.2, 3.2)),
    "grid": ({"name": "grid"}, (-5.6, 5.6, -5.6, 5.6)),
    "swiss-roll": ({"name": "swiss-roll"}, (-2.8, 2.8, -2.8, 2.8)),
    "gaussian": ({"name": "gaussian", "mean": 4.0, "std": 0.3}, (-2.0, 6.0)),
}
"""What there is to choose from, and the part of it that is shown."""
Result = dict[str, Any]
Array = NDArray[np.float64]


class VanishingGradientSettings(Settings):
    target: Annotated[
        Literal["ring", "grid", "swiss-roll", "gaussian"],
        Field(description="What G learns: eight or 25 Gaussians, a roll, or N(4, 0.3²) in 1-D."),
        Knob("Data", "Page"),
    ] = "ring"
    g_steps: Annotated[
        int,
        Field(ge=0, le=2000, description="Steps after which G is frozen."),
        Knob("G trained for", "Page", slider=(0, 1000), unit="steps"),
    ] = 100
    latent: Annotated[
        int,
        Field(ge=1, le=8, description="Dimension of z. With 1 the samples lie on a curve."),
        Knob("Noise dimension", "Page", slider=(1, 4), formula="dim z"),
    ] = 1
    noise: Annotated[
        float,
        Field(ge=0, le=2, description="Noise added to data and samples while G is frozen."),
        Knob("Noise for D", "Page", slider=(0, 1), formula="x + ε, ε ~ N(0, σ²)"),
    ] = 0.0
    seeds: Annotated[
        int,
        Field(ge=1, le=16, description="Games trained side by side, each with its own D."),
        Knob("Seeds", "Page"),
    ] = 8
    n: Annotated[
        int,
        Field(ge=1, le=D_STEPS, description="Steps of the fresh D at which it is looked at."),
        Knob("D trained for", "Page", scale="log", unit="steps", formula="n"),
    ] = D_STEPS


def requests(settings: VanishingGradientSettings) -> tuple[Request, ...]:
    """One study; ``n`` only chooses what is shown of it."""
    data, box = DATA[settings.target]
    experiment = {
        "data": data,
        "runs": settings.seeds,
        "noise": {"dim": settings.latent},
        "generator": {"hidden": (32, 32), "activation": "leaky-relu"},
        "discriminator": {"hidden": (32, 32), "activation": "relu"},
        "objective": {"name": "non-saturating"},
        "training": {"batch": BATCH},
        "generator_optimizer": {"lr": 1e-3, "beta1": 0.5},
        "discriminator_optimizer": {"lr": 3e-3, "beta1": 0.5},
    }
    arguments = {"g_steps": settings.g_steps, "d_steps": D_STEPS, "noise": settings.noise}
    return (Request(STUDY, {"experiment": experiment, **arguments, "box": box}),)


def plate(settings: VanishingGradientSettings, finds: Finds, tr: Translate) -> Plate:
    """Both norms over n and the samples; the components' histogram and their variance."""
    found = fresh(finds, requests(settings)[0])
    result: Result = {} if found is None or found.result is None else found.result
    note = _note(settings, result, found.error if found else "", tr)
    at = _at(settings, result)
    norms, variance = (_over_n(settings, result, key, note, tr) for key in ("norms", "variances"))
    return Plate(
        (
            Row((norms, _samples(settings, result, at, note, tr)), 1.15, (1.7, 1.0)),
            Row((_histogram(result, at, note, tr), variance), 1.0, (1.35, 1.35)),
        ),
        caption=_caption(result, at, tr) if at is not None else "",
        says=_says(result, at, tr),
        notes=_notes(settings, tr),
    )


def _note(settings: VanishingGradientSettings, result: Result, error: str, tr: Translate) -> str:
    if error or "n" in result:
        return error
    step = result.get("g_step", 0)
    return tr("computing… G at step {0} of {1}").format(step, settings.g_steps)


def _at(settings: VanishingGradientSettings, result: Result) -> int | None:
    """The last place looked at that is not beyond the n chosen."""
    if "n" not in result:
        return None
    return max(int(np.searchsorted(result["n"], settings.n, "right")) - 1, 0)


# -- over n ----------------------------------------------------------------------------------------


def _over_n(
    settings: VanishingGradientSettings, result: Result, key: str, note: str, tr: Translate
) -> Axes:
    """Norms or variances (T, 2, R): every seed thin, their median over it."""
    main = key == "norms"
    at = _at(settings, result)
    here = float(settings.n if at is None else result["n"][at])
    items: list[Item] = [Rule(here, role="action", line="dotted")]
    if "n" in result:
        n, values = result["n"].astype(float), result[key]
        for loss, style in enumerate(STYLES):
            of_seeds = np.vstack([values[:, loss], np.full((1, values.shape[2]), np.nan)]).T
            x = np.tile(np.append(n, np.nan), len(of_seeds))
            items.append(Line(x, of_seeds.ravel(), *style, width=0.5, alpha=0.35))
        for loss, style in enumerate(STYLES):
            items.append(Line(n, np.median(values[:, loss], -1), *style, width=1.8))
    if main:
        hint = tr("Steps of the fresh D that the other pictures show")
        items.append(Handle("n", float(settings.n), 1e-6, "x", hint=hint))
    title = tr("Norm of G's gradient") if main else tr("Variance of a minibatch's gradient")
    return Axes(
        tuple(items), (0.9, 1.6 * D_STEPS), NORMS if main else VARIANCES, title,
        _slopes(result, tr) if main else (), tr("steps n of a fresh D, G frozen"),
        "‖∇L_G‖" if main else tr("sum of the variances"), log_x=True, log_y=True,
        x_ticks=DECADES, note=note,
    )  # fmt: skip


def _slopes(result: Result, tr: Translate) -> tuple[Says, ...]:
    names = (tr("log(1 − D)"), tr("−log D"))
    if "n" not in result:
        return tuple(Says(name, *style) for name, style in zip(names, STYLES, strict=True))
    said = []
    for loss, (name, style) in enumerate(zip(names, STYLES, strict=True)):
        slope = _slope(result, loss)
        said.append(Says(tr("{0}: slope {1}").format(name, signed(slope, 1)), *style))
    return tuple(said)


def _slope(result: Result, loss: int) -> float:
    """Decades a decade of the median over the last decade of n."""
    last = result["n"] >= result["n"][-1] / 10
    return slope_per_decade(result["n"][last], np.median(result["norms"][last, loss], -1))


# -- samples ---------------------------------------------------------------------------------------


def _samples(
    settings: VanishingGradientSettings, result: Result, at: int | None, note: str, tr: Translate
) -> Axes:
    """The first seed's samples and data, and D at n."""
    box = DATA[settings.target][1]
    flat = len(box) == 4
    says = (
        Says(tr("data"), "data", "" if flat else "dotted", "o" if flat else ""),
        Says(tr("samples"), "generated", "" if flat else "solid", "o" if flat else ""),
    )
    draw = _plane if flat else _line
    title = tr("G after {0} steps").format(settings.g_steps)
    note = "" if result else note
    return draw(box, result, at, {"title": title, "says": says, "note": note}, tr)


def _plane(
    box: tuple[float, ...], result: Result, at: int | None, texts: dict[str, Any], tr: Translate
) -> Axes:
    x0, x1, y0, y1 = box
    items: list[Item] = []
    if at is not None:
        believed = expit(result["scores"][at].astype(float))
        items.append(Ground(believed, (x0, x1, y0, y1), 0.0, 1.0, scale="D", contours=(0.5,)))
    if result:
        data, samples = result["data"].astype(float), result["samples"].astype(float)
        items.append(Dots(data[:, 0], data[:, 1], "data", size=3.0, alpha=0.8))
        items.append(Dots(samples[:, 0], samples[:, 1], "generated", size=4.5))
    return Axes(tuple(items), (x0, x1), (y0, y1), equal=True, **texts)


def _line(
    box: tuple[float, ...], result: Result, at: int | None, texts: dict[str, Any], tr: Translate
) -> Axes:
    edges, items = np.linspace(box[0], box[1], 81), list[Item]()
    styles: tuple[tuple[str, str, LineStyle], ...] = (
        ("data", "data", "dotted"),
        ("samples", "generated", "solid"),
    )
    for key, role, style in styles if result else ():
        counts, _ = np.histogram(result[key][:, 0], edges)
        density = counts / len(result[key]) / np.diff(edges)
        items.append(Line(edges, np.append(density, 0.0), role, style, step=True))
    if at is not None:
        believed = expit(result["scores"][at].astype(float))
        places = np.linspace(box[0], box[1], len(believed))
        items.append(Line(places, believed, "discriminator", "dashed", side="right"))
    right = Right((-0.03, 1.06), tr("D"), ticks=((0.0, "0"), (0.5, "½"), (1.0, "1")))
    return Axes(
        tuple(items), (box[0], box[1]), (-0.09, 3.18), x_label="x", y_label=tr("density"),
        right=right, **texts,
    )  # fmt: skip


# -- components ------------------------------------------------------------------------------------


def _histogram(result: Result, at: int | None, note: str, tr: Translate) -> Axes:
    """Components of the gradient of −log D, a Cauchy and a Gaussian, in half quartile distances."""
    items: list[Item] = []
    texts = [tr("components"), tr("likeliest Cauchy"), tr("Gaussian of the same quartiles")]
    if at is not None:
        counts = np.append(result["histogram"][at], np.nan)
        edges, x = np.linspace(-REACH, REACH, len(counts)), np.linspace(-REACH, REACH, 241)
        half, median = result["half"][at], result["median"][at]
        cauchy, gaussian = Cauchy(*result["cauchy"][at]), Gaussian(*result["gaussian"][at])
        seen = np.where(counts > 0, counts, np.nan)
        items = [
            Line(edges, seen, *LAWS[0], step=True),
            Line(x, cauchy.density(median + half * x) * half, *LAWS[1]),
            Line(x, gaussian.density(median + half * x) * half, *LAWS[2], width=1.4),
        ]
        for law, distance in enumerate(result["ks"][at], 1):
            texts[law] = tr("{0}: KS {1}").format(texts[law], f"{distance:.3f}")
    says = tuple(Says(text, *style) for text, style in zip(texts, LAWS, strict=True))
    return Axes(
        tuple(items), (-REACH, REACH), (1e-4, 3.0), tr("Components of ∇(−log D)"), says,
        tr("distance from the median, in half distances of the quartiles"), tr("density"),
        log_y=True, note=note,
    )  # fmt: skip


# -- texts -----------------------------------------------------------------------------------------


def _says(result: Result, at: int | None, tr: Translate) -> tuple[Says, ...]:
    if at is None:
        return ()
    belief = float(np.median(result["belief"][at]))
    return (
        Says(f"n = {thousands(int(result['n'][at]))}", "action"),
        Says(tr("mean D(G(z)) = {0}").format(short(belief)), "discriminator"),
    )


def _caption(result: Result, at: int, tr: Translate) -> str:
    minimax, other = (np.median(result["norms"][: at + 1, loss], -1) for loss in (0, 1))
    peak = int(minimax.argmax())
    ks, first = result["ks"][at], result["ks"][0]
    if minimax[at] < 0.95 * minimax[peak]:
        of_minimax = tr("The gradient of log(1 − D) has fallen to 1/{0} of that at n = {1};")
        of_minimax = of_minimax.format(
            _count(minimax[peak] / minimax[at]), thousands(int(result["n"][peak]))
        )
    else:
        of_minimax = tr("Up to n = {0} the gradient of log(1 − D) has not fallen;")
        of_minimax = of_minimax.format(thousands(int(result["n"][at])))
    return " ".join((
        of_minimax,
        tr("that of −log D is {0} times what it was at n = 1.").format(
            _count(other[at] / other[0])
        ),
        tr("Its components lie {0} from a Cauchy and {1} from a Gaussian;"
           " already at n = 1 it was {2} and {3}.").format(
            f"{ks[0]:.3f}", f"{ks[1]:.3f}", f"{first[0]:.3f}", f"{first[1]:.3f}"
        ),
    ))  # fmt: skip


def _notes(settings: VanishingGradientSettings, tr: Translate) -> tuple[str, ...]:
    return (
        tr("measured: {0} seeds, batch {1}, 8 minibatches at each n; thick: median of the seeds")
        .format(settings.seeds, BATCH),
        tr("slopes: decades in a decade of n, least squares over the last; KS: largest distance of"
           " the distribution functions; components of all layers and seeds together"),
    )  # fmt: skip


def _count(value: float) -> str:
    """Two figures."""
    return f"{value:.2g}" if value < 100 else thousands(int(float(f"{value:.2g}")))


def drag(settings: VanishingGradientSettings, key: str, x: float, y: float) -> dict[str, float]:
    return {"n": x}


def formulas(settings: VanishingGradientSettings) -> tuple[str, ...]:
    return (
        r"$\nabla_\theta\,\mathrm{E}\log(1-D)=-\mathrm{E}\,D\,\nabla_\theta s \qquad"
        r"\nabla_\theta\,\mathrm{E}(-\log D)=-\mathrm{E}\,(1-D)\,\nabla_\theta s \qquad"
        r"s=\sigma^{-1}(D)$",
    )


PAGE = Page(
    settings=VanishingGradientSettings,
    plate=plate,
    formulas=formulas,
    source="Arjovsky & Bottou 2017, theorems 2.4 and 2.6, figures 2 and 3",
    requests=requests,
    drag=drag,
    sweep=Sweep("n"),
    links=(
        Link("A G that stands still", preset="vanishing-gradient"),
        Link("Noise as a cure", preset="trick-instance-noise"),
        Link("Shapes of the losses", page="loss-shapes"),
    ),
)
