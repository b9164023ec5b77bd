"""Six ways to ask whether two samples are from one distribution, and D as the seventh's idea."""

from functools import lru_cache
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.alternatives import Array, draw_pair
from ganlab_gui.core.theory.two_sample import (
    STATISTICS,
    TestResult,
    fixed_relabellings,
    two_sample_tests,
)
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import signed
from ganlab_gui.pages.page import (
    Button,
    Finds,
    Link,
    Page,
    Request,
    Sweep,
    Translate,
    fresh,
)
from ganlab_gui.pages.plate import Plate, Row, Table
from ganlab_gui.pages.two_sample_pictures import (
    GLYPHS,
    STYLES,
    Drawn,
    names,
    null_axes,
    power_axes,
    samples_axes,
)

SIZES = (10, 20, 40, 70, 120, 200)
REPETITIONS = 300
POWER_RELABELLINGS = 199
LAST_DRAW = 99

StatisticName = Literal["mean", "std", "Kolmogorov-Smirnov", "energy distance", "mmd", "classifier"]


class TwoSampleTestsSettings(Settings):
    alternative: Annotated[
        Literal["same", "shifted", "wider", "bimodal", "laplace"],
        Field(description="What the second sample is drawn from; the first is from N(0, 1)."),
        Knob("Second sample", "Page"),
    ] = "bimodal"
    shift: Annotated[
        float,
        Field(ge=-3.0, le=3.0, description="Mean of the second distribution."),
        Knob("Shift δ", "Page", formula="q = N(δ, 1)", when=("alternative", ("shifted",))),
    ] = 0.5
    spread: Annotated[
        float,
        Field(ge=0.4, le=3.0, description="Standard deviation of the second distribution."),
        Knob("Spread s", "Page", formula="q = N(0, s²)", when=("alternative", ("wider",))),
    ] = 1.5
    apart: Annotated[
        float,
        Field(ge=0.0, le=0.95, description="Where the two modes are; mean 0 and std 1 stay."),
        Knob(
            "Modes at ±m", "Page", formula="q = ½ N(−m, 1 − m²) + ½ N(m, 1 − m²)",
            when=("alternative", ("bimodal",)),
        ),
    ] = 0.9  # fmt: skip
    n: Annotated[
        int,
        Field(ge=10, le=200, description="Points in either sample."),
        Knob("Points a sample n", "Page", scale="log"),
    ] = 150
    statistic: Annotated[
        StatisticName,
        Field(description="The test statistic that is shown."),
        Knob("Statistic", "Page"),
    ] = "classifier"
    permutations: Annotated[
        int,
        Field(ge=99, le=999, description="Random relabellings that the p-value rests on."),
        Knob("Relabellings B", "Page", scale="log"),
    ] = 499
    draw: Annotated[
        int,
        Field(ge=0, le=LAST_DRAW, description="Which samples are drawn: the seed."),
        Knob("Draw", "Page"),
    ] = 3


def strength(settings: TwoSampleTestsSettings) -> float:
    """How far the second distribution is from the first, in the alternative's own terms."""
    strengths = {"shifted": "shift", "wider": "spread", "bimodal": "apart"}
    field = strengths.get(settings.alternative)
    return float(getattr(settings, field)) if field else 0.0


def requests(settings: TwoSampleTestsSettings) -> tuple[Request, ...]:
    q = {"alternative": settings.alternative, "strength": strength(settings)}
    return (
        Request("two-sample-repeats", {**q, "n": settings.n, "repetitions": REPETITIONS}),
        Request(
            "two-sample-power",
            {
                **q,
                "sizes": SIZES,
                "repetitions": REPETITIONS,
                "permutations": POWER_RELABELLINGS,
            },
        ),
    )


@lru_cache(maxsize=4)
def _tested(
    alternative: str, by: float, n: int, permutations: int, draw: int
) -> tuple[Array, Array, dict[str, TestResult]]:
    x, y = draw_pair(alternative, by, n, np.random.default_rng(draw))
    held = n - n // 2
    results = two_sample_tests(
        x, y, fixed_relabellings(n, n, permutations, 0),
        fixed_relabellings(held, held, permutations, 1),
    )  # fmt: skip
    return x, y, results


def drawn(settings: TwoSampleTestsSettings) -> Drawn:
    """The two samples of these settings and what the six tests say of them."""
    by = strength(settings)
    x, y, results = _tested(
        settings.alternative, by, settings.n, settings.permutations, settings.draw
    )
    return Drawn(settings.alternative, by, settings.statistic, x, y, results)


def plate(settings: TwoSampleTestsSettings, finds: Finds, tr: Translate) -> Plate:
    """The samples and what the statistic looks at, its null, the six tests, their power."""
    seen = drawn(settings)
    repeats, power = (fresh(finds, request) for request in requests(settings))
    values = repeats.result["values"] if repeats and repeats.result else None
    return Plate(
        (
            Row((samples_axes(seen, tr), null_axes(seen, values, tr)), 1.15, (1.35, 1.0)),
            Row(
                (_table(seen, tr), power_axes(seen, SIZES, power, tr)),
                widths=(1.0, 1.15),
            ),
        ),
        caption=_caption(seen, tr),
        notes=(
            tr("p = (1 + number of relabellings with T at least as large) / (1 + {0})").format(
                settings.permutations
            ),
            tr("power: estimate, {0} pairs of samples at each n, {1} relabellings each;"
               " bars: 95 %, Wilson").format(REPETITIONS, POWER_RELABELLINGS),
            tr("kernel: Gaussian, its width the median distance of the pooled sample;"
               " classifier: logistic regression on polynomials to degree 4"),
        ),
    )  # fmt: skip


def _table(seen: Drawn, tr: Translate) -> Table:
    rows = tuple(
        (
            f"{GLYPHS[name]} {names(tr)[name]}",
            signed(seen.results[name].value),
            f"{seen.results[name].p:.3f}",
            tr("rejects") if seen.results[name].p <= 0.05 else tr("keeps"),
        )
        for name in STATISTICS
    )
    return Table(
        (tr("Statistic T"), "T", "p", tr("H₀ at 5 %")),
        rows,
        tuple(STYLES[name][0] for name in STATISTICS),
        tr("One pair of samples, six tests"),
        STATISTICS.index(seen.statistic),
        STATISTICS,
    )


def _caption(seen: Drawn, tr: Translate) -> str:
    result = seen.results[seen.statistic]
    verdict = (
        tr("H₀ (one distribution) is rejected at 5 %.")
        if result.p <= 0.05
        else tr("H₀ (one distribution) is kept at 5 %.")
    )
    if seen.statistic == "classifier":
        said = tr(
            "D learned from one half of the samples tells {0} % of the other half rightly, p = {1}."
            " Training D is choosing the statistic."
        ).format(f"{100 * result.value:.0f}", f"{result.p:.3f}")
    else:
        as_large = round(result.p * (1 + len(result.null))) - 1
        said = tr("{0}: T = {1}, at least as large in {2} of {3} shufflings, p = {4}.").format(
            names(tr)[seen.statistic], signed(result.value), as_large, len(result.null),
            f"{result.p:.3f}",
        )  # fmt: skip
    return f"{said} {verdict}"


def drag(settings: TwoSampleTestsSettings, key: str, x: float, y: float) -> dict[str, Any]:
    return {key: abs(x) if key in ("spread", "apart") else x}


def click(settings: TwoSampleTestsSettings, key: str) -> dict[str, Any]:
    if key == "again":
        return {"draw": (settings.draw + 1) % (LAST_DRAW + 1)}
    return {"statistic": key}


def formulas(settings: TwoSampleTestsSettings) -> tuple[str, ...]:
    statistic = {
        "mean": r"T=\left|\bar{x}-\bar{y}\right|",
        "std": r"T=\left|s_x-s_y\right|",
        "Kolmogorov-Smirnov": r"T=\sup_x\left|F_n(x)-G_n(x)\right|",
        "energy distance": r"T=2\int (F_n-G_n)^2\,dx=2E|X-Y|-E|X-X'|-E|Y-Y'|",
        "mmd": r"T=E\,k(X,X')+E\,k(Y,Y')-2\,E\,k(X,Y)",
        "classifier": r"T=\frac{1}{2}\left(P_p[D>\frac{1}{2}]+P_q[D\leq\frac{1}{2}]\right)",
    }[settings.statistic]
    return (
        rf"${statistic}$",
        r"$p=\frac{1+\#\{T_b\geq T\}}{1+B}\qquad"
        r"\min_G\ \max_D\ T_D(\mathrm{data},G)$",
    )


PAGE = Page(
    settings=TwoSampleTestsSettings,
    plate=plate,
    formulas=formulas,
    source="Gretton et al. 2012; Székely & Rizzo 2013; Lopez-Paz & Oquab 2017; Phipson & Smyth"
    " 2010",
    requests=requests,
    drag=drag,
    click=click,
    sweep=Sweep("n"),
    buttons=(
        Button("again", "Draw again", "Other samples from the same two distributions"),
    ),
    links=(
        Link("D at its best", page="optimal-discriminator"),
        Link("Scores of generators", page="scores"),
        Link("MMD as the loss", preset="gmmn-moons"),
        Link("A learned statistic at work", preset="mixture-1d"),
    ),
)  # fmt: skip
