"""Log-likelihood by Parzen windows, where the truth is known: σ, bias, and who wins."""

from typing import Annotated, Any

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.parzen import (
    CENTROIDS,
    COUNTS,
    DIMENSIONS,
    DRAWS,
    SIGMAS,
    endless_likelihood,
    gaussian_likelihood,
    log_density,
)
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import thousands
from ganlab_gui.pages.page import (
    Button,
    Finds,
    Found,
    Link,
    Page,
    Request,
    Sweep,
    Translate,
    fresh,
)
from ganlab_gui.pages.parzen_ranking import estimate, nats, pending, ranked, ranking_axes
from ganlab_gui.pages.plate import (
    Array,
    Axes,
    Dots,
    Handle,
    Item,
    Label,
    Line,
    LineStyle,
    Plate,
    Row,
    Rule,
    Says,
    Segments,
)

REACH, TALL = 4.0, (0.72, 1.5, 4.5)
GRID = np.linspace(-1.1 * REACH, 1.1 * REACH, 353)
FAR = np.linspace(-9.0, 9.0, 721)
"""Points of the quadrature under N(0, 1)."""
MOST = 12
LINES: tuple[LineStyle, ...] = ("solid", "dashed", "dotted", "dashdot")
BIASES = (0.003, 200.0)
TICKS = tuple((at, f"{at:g}") for at in (0.05, 0.1, 0.2, 0.5, 1.0, 2.0))


class ParzenSettings(Settings):
    points: Annotated[
        tuple[float, ...],
        Field(min_length=1, max_length=MOST, strict=False, description="Samples on the line."),
        Knob("Points", "Page"),
    ] = (-1.9, -0.9, -0.4, 0.2, 0.7, 1.5)
    sigma: Annotated[
        float,
        Field(ge=0.1, le=2, description="Width of the windows on the line."),
        Knob("Width σ", "Page", scale="log", slider=(0.1, 2.0), formula="N(x; xᵢ, σ²)"),
    ] = 0.4
    dimension: Annotated[
        int,
        Field(ge=1, le=200, description="Coordinates of the data N(0, I) in the other pictures."),
        Knob("Dimensions d", "Page", scale="log", slider=(1, 200)),
    ] = 50
    samples: Annotated[
        int,
        Field(ge=10, le=5000, description="Generated samples that windows are put on."),
        Knob("Samples n", "Page", scale="log", slider=(10, 5000)),
    ] = 1000
    seed: Annotated[
        int,
        Field(ge=0, le=999, description="Another draw of everything."),
        Knob("Seed", "Page", slider=(0, 20)),
    ] = 0


def requests(settings: ParzenSettings) -> tuple[Request, ...]:
    """The estimate for these d and n, the ranking, and the bias over both."""
    arguments = {
        "dimension": settings.dimension, "n": settings.samples, "seed": settings.seed
    }  # fmt: skip
    return (
        Request("parzen-validation", arguments),
        Request("parzen-ranking", arguments),
        Request("parzen-bias", {"seed": settings.seed}),
    )


def plate(settings: ParzenSettings, finds: Finds, tr: Translate) -> Plate:
    """Windows, the choice of σ, the bias, and the ranking."""
    validation, ranking, bias = (fresh(finds, request) for request in requests(settings))
    return Plate(
        (
            Row((_windows(settings, tr), _validation(settings, validation, tr))),
            Row((
                _biases(settings, bias, validation, tr),
                ranking_axes(settings.dimension, settings.samples, ranking, tr),
            )),
        ),
        _caption(settings, validation, ranking, tr),
        notes=(
            tr("Windows: closed form and quadrature."),
            tr("Estimates: σ by 1 000 validation examples, ± standard error over 1 000 others."),
            tr("Bias: 400 and 2 000 of them, up to {0} draws; bars: two standard errors; drawn"
               " from {1} nats on.").format(DRAWS, BIASES[0]),
        ),
    )  # fmt: skip


def _windows(settings: ParzenSettings, tr: Translate) -> Axes:
    points, sigma = np.array(settings.points), settings.sigma
    each = np.exp(-0.5 * ((GRID - points[:, None]) / sigma) ** 2)
    each /= sigma * np.sqrt(2 * np.pi) * len(points)
    truth, total = _normal(1.0), each.sum(axis=0)
    mass = np.exp(-0.5 * FAR**2)
    mean = float(mass @ log_density(FAR[:, None], points[:, None], sigma) / mass.sum())
    top = next(top for top in TALL if total.max() < top)
    items: tuple[Item, ...] = (
        *(Line(GRID, window, "generated", width=0.6, alpha=0.6) for window in each),
        Line(GRID, _normal(float(np.hypot(1.0, sigma))), "second", "dashdot"),
        Line(GRID, truth, "data", "dotted", 1.3),
        Line(GRID, total, "generated", width=1.6),
        *(
            Handle(str(place), float(x), 0.0, "x", "generated", tr("A generated sample"))
            for place, x in enumerate(points)
        ),
    )
    says = (
        Says(tr("data {0}").format(nats(float(gaussian_likelihood(1)), 3)), "data", "dotted"),
        Says(tr("windows p̂: E ln p̂ = {0} nats").format(nats(mean, 3)), "generated", "solid"),
        Says(tr("p̂ on average, N(0, 1 + σ²)"), "second", "dashdot"),
    )
    return Axes(
        items, (-1.06 * REACH, 1.06 * REACH), (-0.083 * top, top),
        tr("A window on each sample"), says, "x",
        tr("density"),
    )  # fmt: skip


def _normal(std: float) -> Array:
    return np.exp(-0.5 * (GRID / std) ** 2) / (std * np.sqrt(2 * np.pi))


def _validation(settings: ParzenSettings, found: Found | None, tr: Translate) -> Axes:
    sigmas, d = np.array(SIGMAS), settings.dimension
    truth = float(gaussian_likelihood(d))
    says = [
        Says(tr("truth {0}").format(nats(truth)), "data", "dotted"),
        Says(tr("endless samples"), "second", "dotted"),
    ]
    items: list[Item] = [
        Rule(truth, False, "data", "dotted", 1.0),
        Line(sigmas, endless_likelihood(d, sigmas), "second", "dotted", 1.4),
    ]
    if found is not None and found.result is not None:
        means = found.result["means"]
        items += [Line(sigmas, means, "generated"), Dots(sigmas, means, "generated", size=5.0)]
        score = found.result.get("score")
        if score is not None:
            text = tr("test {0} nats at σ = {1}").format(
                estimate(score.mean, score.error), f"{score.sigma:.2f}"
            )
            says.append(Says(text, "generated", "solid"))
            best = means[int(np.argmax(means))]
            items += [
                Rule(score.sigma, role="action"),
                Dots(np.array([score.sigma]), np.array([best]), "action", "d", 10.0),
            ]
    return Axes(
        tuple(items), (0.9 * SIGMAS[0], 1.12 * SIGMAS[-1]),
        (truth - 0.7 * d - 0.3, truth + 0.15 * d + 0.1),
        tr("σ by cross-validation"), tuple(says), tr("window width σ"),
        tr("mean ln p̂ [nats]"), log_x=True, x_ticks=TICKS, note=pending(found, tr),
    )  # fmt: skip


def _biases(
    settings: ParzenSettings, found: Found | None, validation: Found | None, tr: Translate
) -> Axes:
    n = np.array(COUNTS, np.float64)
    items: list[Item] = []
    if found is not None and found.result is not None:
        for place, (mean, error) in enumerate(zip(*found.result, strict=True)):
            items += _bias_of(place, n, mean, error)
    says: tuple[Says, ...] = ()
    here = _bias_here(validation)
    if here is not None:
        items.append(Dots(
            np.array([settings.samples]), np.array([max(here[0], 1e-6)]), "action", "d", 11.0
        ))  # fmt: skip
        text = tr("d = {0}, n = {1}: {2} nats").format(
            settings.dimension, thousands(settings.samples), estimate(*here)
        )
        says = (Says(text, "action", marker="d"),)
    return Axes(
        tuple(items), (8.0, 60_000.0), BIASES, tr("Bias: truth − estimate"), says,
        tr("samples n"), tr("nats"), log_x=True, log_y=True,
        x_ticks=tuple((float(at), thousands(at)) for at in (10, 100, 1000, 10_000)),
        y_ticks=tuple((at, f"{at:g}") for at in (0.01, 0.1, 1.0, 10.0, 100.0)),
        note=pending(found, tr),
    )  # fmt: skip


def _bias_of(place: int, n: Array, mean: Array, error: Array) -> list[Item]:
    """One dimension's bias over ``n``, within two errors; what is too small for the axis is not."""
    kept = mean > BIASES[0]
    if not kept.any():
        return []
    x, y, far = n[kept], mean[kept], 2 * error[kept]
    role = f"kind {place + 1}"
    return [
        Segments(x, np.maximum(y - far, BIASES[0]), x, y + far, role),
        Line(x, y, role, LINES[place % 4]),
        Dots(x, y, role, size=5.0),
        Label(x[-1] * 1.15, y[-1], f"d = {DIMENSIONS[place]}", role, (0.0, 0.5)),
    ]


def _bias_here(validation: Found | None) -> tuple[float, float] | None:
    if validation is None or validation.result is None:
        return None
    found: tuple[float, float] | None = validation.result.get("bias")
    return found


def _caption(
    settings: ParzenSettings, validation: Found | None, ranking: Found | None, tr: Translate
) -> str:
    here = _bias_here(validation)
    known = {name: score for name, _, score in ranked(ranking)}
    if here is None or "point" not in known:
        return tr("The windows are put on samples of the data's own distribution: no model is"
                  " better, and still, on average, the estimate falls short.")  # fmt: skip
    where = settings.dimension, thousands(settings.samples)
    if here[0] <= 3 * here[1]:
        start = tr("At d = {0} the bias of {1} of the data's own samples is within its error")
    else:
        start = tr("At d = {0}, {1} of the data's own samples come out {2} nats too low")
    start = start.format(*where, nats(here[0]))
    best = max(("k-means", "point"), key=lambda name: known[name].mean)
    gap = known[best].mean - known["true"].mean
    if gap <= 3 * float(np.hypot(known["true"].error, known[best].error)):
        return start + tr(
            "; neither centroids nor a single point beat them by more than the error."
        )
    cheat = (
        tr("; {0} k-means centroids come out {1} nats above them.")
        if best == "k-means"
        else tr("; a single point, repeated, comes out {1} nats above them.")
    )
    return start + cheat.format(CENTROIDS, nats(gap))


def drag(settings: ParzenSettings, key: str, x: float, y: float) -> dict[str, Any]:
    points = list(settings.points)
    points[int(key)] = float(np.clip(x, -REACH, REACH))
    return {"points": tuple(points)}


def click(settings: ParzenSettings, key: str) -> dict[str, Any]:
    """Other points: as many from N(0, 1), one more, or one fewer."""
    points = settings.points
    if key == "fewer":
        return {"points": points[:-1]} if len(points) > 1 else {}
    # Drawn by the points there are, so that the same press gives the same points again.
    rng = np.random.default_rng(abs(hash(points)) % 2**32)
    if key == "more":
        return {"points": (*points, _drawn(rng, 1)[0])} if len(points) < MOST else {}
    return {"points": _drawn(rng, len(points))}


def _drawn(rng: np.random.Generator, n: int) -> tuple[float, ...]:
    return tuple(round(float(x), 2) for x in np.clip(rng.standard_normal(n), -REACH, REACH))


def formulas(settings: ParzenSettings) -> tuple[str, ...]:
    return (
        r"$\hat{p}(x)=\frac{1}{n}\sum_{i=1}^{n}\mathcal{N}(x;\,x_i,\sigma^2 I),\quad"
        r"\mathbb{E}\,\hat{p}=\mathcal{N}(0,(1+\sigma^2)I)$",
        r"$\mathbb{E}_p\ln p=-\frac{d}{2}\ln 2\pi e,\quad"
        r"\mathbb{E}_p\ln p-\mathbb{E}_p\ln\hat{p}=\mathrm{KL}(p\,\Vert\,\hat{p})\geq 0$",
    )


PAGE = Page(
    settings=ParzenSettings,
    plate=plate,
    formulas=formulas,
    source="Goodfellow et al. 2014, section 5; Theis, van den Oord & Bethge 2016, section 3",
    requests=requests,
    drag=drag,
    click=click,
    sweep=Sweep("sigma", seconds=5.0),
    buttons=(
        Button("draw", "Draw new points", "As many from N(0, 1)"),
        Button("more", "One point more"),
        Button("fewer", "One point fewer"),
    ),
    links=(
        Link("Likelihood is not sample quality", page="likelihood-quality"),
        Link("Scores made for samples", page="scores"),
        Link("The experiment of 2014 on a line", preset="figure-1"),
    ),
)
