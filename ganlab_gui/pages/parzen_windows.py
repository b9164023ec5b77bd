"""Log-likelihood by Parzen windows, where the truth is known: σ, bias, and who wins."""

import math
from typing import Annotated, Any

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.parzen import (
    CENTROIDS,
    COUNTS,
    DIMENSIONS,
    DRAWS,
    SHRUNKEN,
    SIGMAS,
    Score,
    endless_likelihood,
    gaussian_likelihood,
    log_density,
)
from ganlab_gui.experiment.knob import Knob, Settings
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

REACH, TALL = 4.0, 0.72
GRID = np.linspace(-REACH, REACH, 321)
MOST = 12
LINES: tuple[LineStyle, ...] = ("solid", "dashed", "dotted", "dashdot")
TRUE, SAID = 0.31, 0.73
"""Columns of numbers in the ranking, in dimensions to the right of the truth."""
BIASES = (0.003, 100.0)
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
            Row((_biases(settings, bias, validation, tr), _ranking(settings, ranking, tr))),
        ),
        _caption(settings, validation, ranking, tr),
        notes=(
            tr("Windows: closed form and quadrature."),
            tr("Estimates: σ by 1 000 validation examples, ± standard error over 1 000 others."),
            tr("Bias: 400 and 2 000 of them, up to {0} draws; drawn from {1} nats on.").format(
                DRAWS, BIASES[0]
            ),
        ),
    )


def _windows(settings: ParzenSettings, tr: Translate) -> Axes:
    points, sigma = np.array(settings.points), settings.sigma
    each = np.exp(-0.5 * ((GRID - points[:, None]) / sigma) ** 2)
    each /= sigma * np.sqrt(2 * np.pi) * len(points)
    truth = _normal(1.0)
    logs = log_density(GRID[:, None], points[:, None], sigma)
    mean = float((truth * logs).sum() / truth.sum())
    items: tuple[Item, ...] = (
        *(Line(GRID, window, "generated", width=0.6, alpha=0.6) for window in each),
        Line(GRID, _normal(float(np.hypot(1.0, sigma))), "second", "dashdot"),
        Line(GRID, truth, "data", "dotted", 1.3),
        Line(GRID, each.sum(axis=0), "generated", width=1.6),
        *(
            Handle(str(place), float(x), 0.0, "x", "generated", tr("A generated sample"))
            for place, x in enumerate(points)
        ),
    )
    says = (
        Says(tr("data {0}").format(_nats(float(gaussian_likelihood(1)), 3)), "data", "dotted"),
        Says(tr("windows p̂: E ln p̂ = {0} nats").format(_nats(mean, 3)), "generated", "solid"),
        Says(tr("p̂ on average, N(0, 1 + σ²)"), "second", "dashdot"),
    )
    return Axes(
        items, (-REACH, REACH), (-0.06, TALL), tr("A window on each sample"), says, "x",
        tr("density"),
    )  # fmt: skip


def _normal(std: float) -> Array:
    return np.exp(-0.5 * (GRID / std) ** 2) / (std * np.sqrt(2 * np.pi))


def _validation(settings: ParzenSettings, found: Found | None, tr: Translate) -> Axes:
    sigmas, d = np.array(SIGMAS), settings.dimension
    truth = float(gaussian_likelihood(d))
    says = [
        Says(tr("truth {0}").format(_nats(truth)), "data", "dotted"),
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
                _estimate(score.mean, score.error), f"{score.sigma:.2f}"
            )
            says.append(Says(text, "generated", "solid"))
            best = means[int(np.argmax(means))]
            items += [
                Rule(score.sigma, role="action"),
                Dots(np.array([score.sigma]), np.array([best]), "action", "d", 10.0),
            ]
    return Axes(
        tuple(items), (SIGMAS[0], SIGMAS[-1]), (truth - 0.7 * d - 0.3, truth + 0.15 * d + 0.1),
        tr("σ by cross-validation"), tuple(says), tr("window width σ"),
        tr("mean ln p̂ [nats]"), log_x=True, x_ticks=TICKS, note=_pending(found, tr),
    )  # fmt: skip


def _biases(
    settings: ParzenSettings, found: Found | None, validation: Found | None, tr: Translate
) -> Axes:
    n = np.array(COUNTS, np.float64)
    items: list[Item] = []
    if found is not None and found.result is not None:
        for place, (d, row) in enumerate(zip(DIMENSIONS, found.result, strict=True)):
            kept = np.where(row > BIASES[0], row, np.nan)
            role = f"kind {place}"
            items += [Line(n, kept, role, LINES[place % 4]), Dots(n, kept, role, size=5.0)]
            if np.isfinite(kept).any():
                last = int(np.flatnonzero(np.isfinite(kept))[-1])
                text = f"d = {d}"
                items.append(Label(n[last] * 1.15, kept[last], text, role, (0.0, 0.5)))
    says: tuple[Says, ...] = ()
    here = _bias_here(validation)
    if here is not None:
        items.append(Dots(
            np.array([settings.samples]), np.array([max(here[0], 1e-6)]), "action", "d", 11.0
        ))  # fmt: skip
        text = tr("d = {0}, n = {1}: {2} nats").format(
            settings.dimension, _count(settings.samples), _estimate(*here)
        )
        says = (Says(text, "action", marker="d"),)
    return Axes(
        tuple(items), (8.0, 60_000.0), BIASES, tr("Bias: truth − estimate"), says,
        tr("samples n"), tr("nats"), log_x=True, log_y=True,
        x_ticks=tuple((float(at), _count(at)) for at in (10, 100, 1000, 10_000)),
        y_ticks=tuple((at, f"{at:g}") for at in (0.01, 0.1, 1.0, 10.0, 100.0)),
        note=_pending(found, tr),
    )  # fmt: skip


def _bias_here(validation: Found | None) -> tuple[float, float] | None:
    if validation is None or validation.result is None:
        return None
    found: tuple[float, float] | None = validation.result.get("bias")
    return found


def _ranking(settings: ParzenSettings, found: Found | None, tr: Translate) -> Axes:
    d = settings.dimension
    data = float(gaussian_likelihood(d))
    names = {
        "true": tr("the data's own samples"),
        "shrunken": tr("samples shrunken to {0}").format(SHRUNKEN),
        "memory": tr("training points, repeated"),
        "k-means": tr("{0} k-means centroids").format(CENTROIDS),
        "point": tr("one point: the mean"),
    }
    known = {name: (truth, score) for name, truth, score in _ranked(found)}
    best = max(known, key=lambda name: known[name][1].mean) if len(known) == len(names) else ""
    low, high = data - 1.0 * d, data + 0.75 * d
    items: list[Item] = [
        Rule(data, role="data", line="dotted", width=1.0),
        Label(data + TRUE * d, len(names) - 0.2, tr("true"), anchor=(1.0, 0.5)),
        Label(data + SAID * d, len(names) - 0.2, tr("Parzen"), anchor=(1.0, 0.5)),
    ]
    for place, (name, label) in enumerate(names.items()):
        y, bold = float(len(names) - 1 - place), name == best
        role = "data" if name == "true" else "generated"
        items.append(Label(low + 0.01 * d, y, label, role, (0.0, 0.5), bold))
        if name in known:
            truth, score = known[name]
            said = _estimate(score.mean, score.error)
            items.append(Label(data + TRUE * d, y, _nats(truth), role, (1.0, 0.5), bold))
            items.append(Label(data + SAID * d, y, said, role, (1.0, 0.5), bold))
            items += _marks(truth, score, y, role)
    says = (
        Says(tr("true E ln q"), "text", marker="o"),
        Says(tr("Parzen, n = {0}, d = {1}").format(_count(settings.samples), d), "text",
             marker="d"),
    )  # fmt: skip
    return Axes(
        tuple(items), (low, high), (-0.6, len(names) + 0.3), tr("Who scores best?"), says,
        tr("nats"), x_ticks=((data, _nats(data)),), y_ticks=(), note=_pending(found, tr),
    )  # fmt: skip


def _marks(truth: float, score: Score, y: float, role: str) -> tuple[Item, ...]:
    """A model's true number, hollow, and what the windows say of it, within two errors."""
    at, far = np.array([y]), 2 * score.error
    return (
        Dots(np.array([truth]), at, role, "o", 9.0, hollow=True),
        Segments(np.array([score.mean - far]), at, np.array([score.mean + far]), at, role),
        Dots(np.array([score.mean]), at, role, "d", 9.0),
    )


def _ranked(found: Found | None) -> tuple[Any, ...]:
    return tuple(found.result) if found is not None and found.result is not None else ()


def _caption(
    settings: ParzenSettings, validation: Found | None, ranking: Found | None, tr: Translate
) -> str:
    here = _bias_here(validation)
    known = {name: score for name, _, score in _ranked(ranking)}
    if here is None or "point" not in known:
        return tr("The windows are put on samples of the data's own distribution: no model does"
                  " better, and still the estimate falls short.")  # fmt: skip
    best = max(("k-means", "point"), key=lambda name: known[name].mean)
    gap = known[best].mean - known["true"].mean
    text = tr("In {0} dimensions {1} of the data's own samples come out {2} nats too low")
    start = text.format(settings.dimension, _count(settings.samples), _nats(here[0]))
    if gap <= 3 * float(np.hypot(known["true"].error, known[best].error)):
        return start + tr("; in so few dimensions the ranking is within the error.")
    cheat = (
        tr("; {0} k-means centroids come out {1} nats above them.")
        if best == "k-means"
        else tr("; a single point, repeated, comes out {1} nats above them.")
    )
    return start + cheat.format(CENTROIDS, _nats(gap))


def _count(number: int) -> str:
    return f"{number:,}".replace(",", "\u2009")


def _pending(found: Found | None, tr: Translate) -> str:
    if found is not None and found.error:
        return found.error
    return tr("computing…") if found is None or found.result is None else ""


def _nats(value: float, digits: int = -1) -> str:
    if not np.isfinite(value):
        return "−∞" if value < 0 else "∞"
    size = abs(value)
    places = digits if digits >= 0 else 3 if size < 1 else 2 if size < 10 else 1
    return f"{value:.{places}f}".replace("-", "−")


def _estimate(mean: float, error: float) -> str:
    """A mean with its standard error, both to the second figure of the error."""
    places = max(0, 1 - math.floor(math.log10(error))) if error > 0 else 2
    return f"{_nats(mean, places)} ± {error:.{places}f}"


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
