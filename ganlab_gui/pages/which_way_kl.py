"""One Gaussian fitted to a mixture by nine f-divergences: which of them cover, which choose."""

from typing import Annotated, Any

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.experiment.labels import CHOICE_LABELS
from ganlab_gui.experiment.losses import Divergence
from ganlab_gui.pages.numbers import signed
from ganlab_gui.pages.page import Button, Finds, Found, Link, Page, Request, Sweep, Translate, fresh
from ganlab_gui.pages.plate import (
    Area,
    Axes,
    Dots,
    Ground,
    Handle,
    Item,
    Line,
    Plate,
    Row,
    Rule,
    Says,
    Table,
)

REACH = 8.0
RANGE = (-1.02 * REACH, 1.02 * REACH)
MEANS = 6.0
LOG_SIGMA = (-0.7, 0.8)
"""log10 σ at the ends of the landscape."""
GRID = (-REACH, REACH, 81, *LOG_SIGMA, 51)
SIGMAS = (0.2, 0.5, 1.0, 2.0, 5.0)
STEPS = 1500
NEAR = 0.5
"""How near to a minimum, in its σ and in ln σ, training must end to have gone there."""
PUBLISHED = {
    "mean_1": -1.0, "std_1": 0.255, "weight_1": 0.33, "mean_2": 2.0, "std_2": 1.415,
    "weight_2": 0.67, "weight_3": 0.0,
}  # fmt: skip
"""Worked back from table 2 of Nowozin et al. 2016 (recalled): it reproduces all 15 numbers."""
NO_LOGARITHM = ("pearson", "neyman", "squared-hellinger", "total-variation")
"""Divergences that are bare numbers and not nats."""
Fits = dict[str, tuple[tuple[float, float, float], ...]]
Mean = Annotated[float, Field(ge=-MEANS, le=MEANS)]


class WhichWayKlSettings(Settings):
    divergence: Annotated[
        Divergence,
        Field(description="Which D_f(p‖q) the Gaussian q is fitted by, and G is trained by."),
        Knob("Divergence", "Page"),
    ] = "reverse-kl"
    mean_1: Annotated[Mean, Field(description="First hump: its mean."),
                      Knob("m₁", "Page")] = -2.0  # fmt: skip
    std_1: Annotated[float, Field(ge=0.2, le=3.0, description="First hump: standard deviation."),
                     Knob("s₁", "Page", scale="log")] = 0.6  # fmt: skip
    weight_1: Annotated[float, Field(ge=0.01, le=1.0, description="First hump: share, before all"
                        " shares are divided by their sum."), Knob("w₁", "Page")] = 0.4  # fmt: skip
    mean_2: Annotated[Mean, Field(description="Second hump: its mean."),
                      Knob("m₂", "Page")] = 2.0  # fmt: skip
    std_2: Annotated[float, Field(ge=0.2, le=3.0, description="Second hump: standard deviation."),
                     Knob("s₂", "Page", scale="log")] = 0.8  # fmt: skip
    weight_2: Annotated[float, Field(ge=0.01, le=1.0, description="Second hump: share."),
                        Knob("w₂", "Page")] = 0.6  # fmt: skip
    mean_3: Annotated[Mean, Field(description="Third hump: its mean."),
                      Knob("m₃", "Page")] = 5.0  # fmt: skip
    std_3: Annotated[float, Field(ge=0.2, le=3.0, description="Third hump: standard deviation."),
                     Knob("s₃", "Page", scale="log")] = 0.5  # fmt: skip
    weight_3: Annotated[float, Field(ge=0.0, le=1.0, description="Third hump: share; at 0 there is"
                        " none."), Knob("w₃", "Page")] = 0.0  # fmt: skip
    start_mu: Annotated[float, Field(ge=-REACH, le=REACH, description="Where training starts: μ."),
                        Knob("μ at the start", "Training")] = 0.0  # fmt: skip
    start_sigma: Annotated[float, Field(ge=0.2, le=6.0, description="Where training starts: σ."),
                           Knob("σ at the start", "Training", scale="log")] = 1.0  # fmt: skip
    seed: Annotated[int, Field(ge=0, le=99, description="Draws D's weights and all samples."),
                    Knob("Seed", "Training")] = 0  # fmt: skip


def humps(settings: WhichWayKlSettings) -> dict[int, tuple[float, float, float]]:
    """(mean, std, weight) of the humps there are, weights summing to 1, by number."""
    found = {k: tuple(float(getattr(settings, f"{n}_{k}")) for n in ("mean", "std", "weight"))
             for k in (1, 2, 3)}  # fmt: skip
    total = sum(w for _, _, w in found.values())
    return {k: (m, s, w / total) for k, (m, s, w) in found.items() if w > 0}


def requests(settings: WhichWayKlSettings) -> tuple[Request, ...]:
    mixture = tuple(zip(*humps(settings).values(), strict=True))
    chosen = {"mixture": mixture, "divergence": settings.divergence}
    start = (settings.start_mu, settings.start_sigma)
    return (
        Request("gaussian-fit", {**chosen, "grid": GRID}),
        Request("gaussian-fits", {"mixture": mixture}),
        Request(
            "gaussian-training", {**chosen, "start": start, "steps": STEPS, "seed": settings.seed}
        ),
    )


def plate(settings: WhichWayKlSettings, finds: Finds, tr: Translate) -> Plate:
    """Fits over the density, D_f over (μ, σ), all nine in a table, and training."""
    one, every, trained = (fresh(finds, request) for request in requests(settings))
    fits: Fits = dict(every.result or {}) if every else {}
    if one and one.result:
        fits[settings.divergence] = one.result["minima"]
    top = (_density(settings, fits, trained, tr), _landscape(settings, one, trained, fits, tr))
    return Plate(
        (Row(top, 1.25, (1.1, 1.0)),
         Row((_table(settings, fits, tr), _training(settings, trained, fits, tr)), 1.0,
             (1.1, 1.0))),
        caption=_caption(settings, trained, fits, tr),
        notes=(
            tr("fits: global minimum by quadrature, in nats; JS without its ½'s"),
            tr("training: minibatches of 512; G's divergence by quadrature, D's bound an estimate"),
        ),
    )  # fmt: skip


# -- pictures --------------------------------------------------------------------------------------


def _normal(x: np.ndarray, mu: float, sigma: float) -> np.ndarray:
    return np.asarray(np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi)))


def _density(
    settings: WhichWayKlSettings, fits: Fits, trained: Found | None, tr: Translate
) -> Axes:  # fmt: skip
    x, parts = np.linspace(-REACH, REACH, 481), humps(settings)
    p = np.sum([w * _normal(x, m, s) for m, s, w in parts.values()], axis=0)
    top = 1.15 * max(0.4 / s for _, s, w in parts.values())
    items: list[Item] = [Area(x, np.zeros_like(x), p, "data", 0.1), Line(x, p, "data", "dotted")]
    others = [minima[0] for name, minima in fits.items() if name != settings.divergence]
    items += [Line(x, _normal(x, m, s), "quiet", width=0.5, alpha=0.6) for m, s, _ in others]
    says = [Says("p", "data", "dotted")]
    minima = fits.get(settings.divergence, ())
    for mu, sigma, _ in minima[1:]:
        items.append(Line(x, _normal(x, mu, sigma), "generated", "dashdot", 0.8, 0.6))
    for mu, sigma, _ in minima[:1]:
        items.append(Line(x, _normal(x, mu, sigma), "generated", width=2.0))
        label = tr(CHOICE_LABELS.get(settings.divergence, "total variation"))
        says.append(Says(f"{label}: N({signed(mu, 2)}, {sigma:.2f}²)", "generated", "solid"))
    if len(minima) > 1:
        says.append(Says(tr("only local"), "generated", "dashdot"))
    if trained and trained.result is not None:
        mu, sigma = (float(trained.result[k][-1]) for k in ("mu", "sigma"))
        items.append(Line(x, _normal(x, mu, sigma), "action", "dashed", 1.0))
        says.append(Says(tr("trained G"), "action", "dashed"))
    for k, (m, s, w) in parts.items():
        at = min(m + s, REACH)
        items.append(Handle(f"std_{k}", at, 0.6 * w * 0.4 / s, "x", "data",
                            tr("Its standard deviation")))  # fmt: skip
        items.append(Handle(f"mean_{k}", m, 0.0, "x", "data", tr("Its mean")))
    return Axes(
        tuple(items), RANGE, (-0.05 * top, top), tr("One Gaussian for p"), tuple(says),
        "x", tr("density"), note="" if minima else tr("computing…"),
    )  # fmt: skip


def _landscape(
    settings: WhichWayKlSettings, one: Found | None, trained: Found | None, fits: Fits,
    tr: Translate,
) -> Axes:  # fmt: skip
    items: list[Item] = []
    values = one.result.get("landscape") if one and one.result else None
    if values is not None:
        items.append(_ground(values, float(fits[settings.divergence][0][2])))
    if trained and trained.result is not None:
        mu, sigma = trained.result["mu"], trained.result["sigma"]
        items += [Line(mu, np.log10(sigma), "action", "dashed", 1.0),
                  Dots(mu[-1:], np.log10(sigma[-1:]), "action", size=7.0)]  # fmt: skip
    minima = np.array(fits.get(settings.divergence, ()), float).reshape(-1, 3)
    spots = minima[:, 0], np.log10(minima[:, 1])
    items += [Dots(spots[0][1:], spots[1][1:], "generated", "d", 11.0, hollow=True),
              Dots(spots[0][:1], spots[1][:1], "generated", "d", 13.0)]  # fmt: skip
    items.append(Handle("start", settings.start_mu, float(np.log10(settings.start_sigma)),
                        hint=tr("Where training starts")))  # fmt: skip
    says = [Says(tr("global minimum"), "generated", marker="d"),
            Says(tr("path of training"), "action", "dashed")]  # fmt: skip
    if len(minima) > 1:
        local = tr("hollow: {0} only local").format(len(minima) - 1)
        says.insert(1, Says(local, "generated"))
    return Axes(
        tuple(items), RANGE, LOG_SIGMA, tr("D_f(p‖q) over μ and σ"), tuple(says), "μ",
        "σ", y_ticks=tuple((float(np.log10(s)), f"{s:g}") for s in SIGMAS),
        note="" if values is not None else tr("computing…"),
    )  # fmt: skip


def _ground(values: np.ndarray, least: float) -> Ground:
    """D_f from its minimum up, in square roots so that the floor of valleys shows.

    It fades out where three fifths of the picture are lower, or far above the minimum.
    """
    finite = values[np.isfinite(values)]
    usual = float(np.quantile(finite, 0.6)) - least
    high = max(min(usual, max(3.0, 6.0 * least)), 1e-6)
    height = np.clip(np.where(np.isfinite(values), values - least, np.inf), 0.0, 1.2 * high)
    roots = np.sqrt(height / high)
    levels = tuple(float(v) for v in np.sqrt(np.geomspace(0.01, 0.9, 7)))
    ny, nx = values.shape
    half = REACH / (nx - 1), (LOG_SIGMA[1] - LOG_SIGMA[0]) / (ny - 1) / 2
    box = (-REACH - half[0], REACH + half[0], LOG_SIGMA[0] - half[1], LOG_SIGMA[1] + half[1])
    return Ground(roots, box, 0.0, 1.0, ("discriminator", "panel"), contours=levels)


def _table(settings: WhichWayKlSettings, fits: Fits, tr: Translate) -> Table:
    rows = []
    for name in F_DIVERGENCES:
        label = tr(CHOICE_LABELS.get(name, "total variation"))
        if name in fits:
            mu, sigma, value = fits[name][0]
            local = str(len(fits[name]) - 1) if len(fits[name]) > 1 else ""
            rows.append((label, signed(mu), f"{sigma:.3f}", signed(value, 4), local))
        else:
            rows.append((label, "…", "…", "…", ""))
    names = tuple(F_DIVERGENCES)
    return Table(
        (tr("divergence"), "μ*", "σ*", "D_f", tr("local")), tuple(rows),
        title=tr("Best Gaussian by each divergence"), chosen=names.index(settings.divergence),
        keys=names,
    )  # fmt: skip


def _training(
    settings: WhichWayKlSettings, trained: Found | None, fits: Fits, tr: Translate
) -> Axes:  # fmt: skip
    items: list[Item] = []
    says: list[Says] = []
    minima = fits.get(settings.divergence, ())
    least = float(minima[0][2]) if minima else 0.0
    floor = -2 * np.log(2.0) if settings.divergence == "gan" else 0.0
    reach = {"gan": 1.4, "total-variation": 1.0, "squared-hellinger": 1.0, "jensen-shannon": 1.0}
    high = floor + max(reach.get(settings.divergence, 1.5), 2.5 * (least - floor))
    for value in [least] if minima else []:
        items.append(Rule(value, False, "generated", "solid", 0.8))
        says.append(Says(tr("minimum {0}").format(signed(value)), "generated", "solid"))
    if trained and trained.result is not None:
        steps, exact, bound = (trained.result[k] for k in ("steps", "exact", "bound"))
        items.append(Line(steps, np.where(np.isfinite(exact), exact, np.nan), "action", "dashed"))
        items.append(Line(steps, bound, "discriminator", "dotted"))
        last = signed(exact[-1]) if np.isfinite(exact[-1]) else "∞"
        says.append(Says(tr("D_f of G: {0}").format(last), "action", "dashed"))
        if np.isfinite(bound[-1]):
            text = tr("D's bound: {0}").format(signed(bound[-1]))
            says.append(Says(text, "discriminator", "dotted"))
    return Axes(
        tuple(items), (0.0, 1.03 * STEPS), (float(floor) - 0.1, float(high) + 0.03),
        tr("f-GAN training"), tuple(says), tr("steps of G"),
        "D_f" if settings.divergence in NO_LOGARITHM else tr("nats"),
        note="" if trained else tr("computing…"),
    )  # fmt: skip


def _caption(
    settings: WhichWayKlSettings, trained: Found | None, fits: Fits, tr: Translate
) -> str:  # fmt: skip
    if not {"kl", "reverse-kl"} <= set(fits):
        return tr("One Gaussian cannot be two humps: which way the divergence runs decides.")
    (_, wide, _), (mu, narrow, _) = fits["kl"][0], fits["reverse-kl"][0]
    widest = max(s for _, s, _ in humps(settings).values())
    text = tr(
        "KL(p‖q) must not miss anything and takes all of p: σ = {0}."
        " KL(q‖p) must not put mass where p has none: σ = {1} at μ = {2}."
    ).format(f"{wide:.2f}", f"{narrow:.2f}", signed(mu, 2))
    if narrow > 1.3 * widest:
        text += " " + tr("Here the humps are so near that it, too, covers several.")
    if _ended(trained, fits.get(settings.divergence, ())) > 0:
        text += " " + tr("Training went downhill into a minimum that is only local.")
    return text


def _ended(trained: Found | None, minima: tuple[tuple[float, float, float], ...]) -> int:
    """Which of the minima training that is over came near to; 0 where it is not over or lost."""
    if trained is None or trained.result is None or trained.share < 1 or not minima:
        return 0
    mu, sigma = (float(trained.result[k][-1]) for k in ("mu", "sigma"))
    away = [abs(mu - m) / s + abs(np.log(sigma / s)) for m, s, _ in minima]
    return int(np.argmin(away)) if min(away) < NEAR else 0


# -- what is dragged -------------------------------------------------------------------------------


def drag(settings: WhichWayKlSettings, key: str, x: float, y: float) -> dict[str, Any]:
    if key == "start":
        return {"start_mu": x, "start_sigma": float(10.0 ** np.clip(y, *LOG_SIGMA))}
    if key.startswith("std"):
        return {key: x - float(getattr(settings, key.replace("std", "mean")))}
    return {key: x}


def click(settings: WhichWayKlSettings, key: str) -> dict[str, Any]:
    if key == "published":
        return dict(PUBLISHED)
    return {"divergence": key} if key in F_DIVERGENCES else {}


def formulas(settings: WhichWayKlSettings) -> tuple[str, ...]:
    return (
        r"$D_f(p\|q)=\int q\,f(p/q)\,dx \qquad KL(p\|q)=\int p\,\log\frac{p}{q}\,dx$",
        r"$D_f(p\|q)\;\geq\;\sup_T\;E_p[T(x)]-E_q[f^*(T(x))]$",
    )


PAGE = Page(
    settings=WhichWayKlSettings,
    plate=plate,
    formulas=formulas,
    source="Nowozin, Cseke & Tomioka 2016 (f-GAN), section 2.4, table 2",
    requests=requests,
    drag=drag,
    click=click,
    buttons=(
        Button(
            "published",
            "A mixture as published",
            "Its fits are those of table 2 of the f-GAN paper",
        ),
    ),
    sweep=Sweep("mean_2", seconds=12.0, low=-2.0, high=5.0),
    links=(
        Link("KL against reverse KL in training", preset="fgan-kl-against-reverse-kl"),
        Link("Maximum likelihood", page="maximum-likelihood"),
        Link("Mode collapse in four pictures", page="collapse-pictures"),
    ),
)
