"""The pictures of the two-sample page: samples and witness, null distribution, power."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from ganlab_gui.core.theory.alternatives import (
    ALTERNATIVES,
    Array,
    best_discriminator,
    equal,
)
from ganlab_gui.core.theory.two_sample import (
    LEVEL,
    STATISTICS,
    TestResult,
    critical_value,
    fit_classifier,
    halves,
    mean_power,
    pool,
    rate_interval,
)
from ganlab_gui.pages.numbers import signed
from ganlab_gui.pages.page import Found, Translate
from ganlab_gui.pages.plate import (
    Area,
    Arrows,
    Axes,
    Bars,
    Dots,
    Handle,
    Item,
    Line,
    LineStyle,
    Right,
    Rule,
    Says,
    Segments,
)

STYLES: dict[str, tuple[str, LineStyle]] = {
    "mean": ("kind 1", "solid"),
    "std": ("kind 4", "dashed"),
    "Kolmogorov-Smirnov": ("kind 2", "dotted"),
    "energy distance": ("kind 3", "dashdot"),
    "mmd": ("kind 7", "solid"),
    "classifier": ("discriminator", "dashed"),
}
MARKERS = dict(zip(STATISTICS, "osodx+", strict=True))
GLYPHS = dict(zip(STATISTICS, "●■○◆×+", strict=True))
TOPS = {"same": 0.5, "shifted": 0.5, "wider": 1.08, "bimodal": 0.75, "laplace": 0.8}
REACHES = {"shifted": 6.4, "wider": 8.6}
"""Half the width of the picture of the samples; ``WIDTH`` for the others."""
WIDTH, FLOOR, CEILING, BINS = 5.0, 0.2, 1.06, 40
HALF = ((0.0, "0"), (0.5, "½"), (1.0, "1"))
LADDER = np.array([1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0])


@dataclass(frozen=True)
class Drawn:
    """Two samples (n,), what the second is from, and the tests of them; one statistic is shown."""

    alternative: str
    strength: float
    statistic: str
    x: Array
    y: Array
    results: dict[str, TestResult]


def names(tr: Translate) -> dict[str, str]:
    """The statistics as they are called."""
    return {
        "mean": tr("difference of means"),
        "std": tr("difference of stds"),
        "Kolmogorov-Smirnov": tr("Kolmogorov-Smirnov"),
        "energy distance": tr("energy distance"),
        "mmd": tr("MMD²"),
        "classifier": tr("classifier, held-out accuracy"),
    }


def samples_axes(seen: Drawn, tr: Translate) -> Axes:
    """Both densities, both samples, and what the chosen statistic looks at."""
    reach, top = REACHES.get(seen.alternative, WIDTH), TOPS[seen.alternative]
    grid = np.linspace(-reach, reach, 401)
    p, q = norm.pdf(grid), ALTERNATIVES[seen.alternative].density(grid, seen.strength)
    witness, right, says = _witness(seen, grid, top, tr)
    label = {
        "same": "q = p",
        "shifted": f"q = N({signed(seen.strength, 2)}, 1)",
        "wider": f"q = N(0, {seen.strength:.2f}²)",
        "bimodal": tr("q: two modes, mean 0, std 1"),
        "laplace": tr("q: Laplace, mean 0, std 1"),
    }[seen.alternative]
    # Where distribution functions are drawn in the same colours, the densities step back.
    alpha = 0.35 if seen.statistic in ("Kolmogorov-Smirnov", "energy distance") else 1.0
    return Axes(
        (
            Area(grid, np.zeros_like(grid), p, "data", 0.08),
            Area(grid, np.zeros_like(grid), q, "generated", 0.12),
            Line(grid, q, "generated", alpha=alpha),
            Line(grid, p, "data", "dotted", alpha=alpha),
            *_strip(seen.x, -0.3 * FLOOR * top, "data", "o", seen.statistic),
            *_strip(seen.y, -0.72 * FLOOR * top, "generated", "t", seen.statistic),
            Rule(0.0, upright=False),
            *witness,
            *_handles(seen, tr),
        ),
        (-reach, reach),
        (-FLOOR * top, top),
        tr("Two samples, n = {0} each").format(len(seen.x)),
        (Says("p = N(0, 1)", "data", "dotted"), Says(label, "generated", "solid"), *says),
        "x",
        tr("density"),
        right=right,
    )


def _strip(at: Array, height: float, role: str, marker: str, statistic: str) -> tuple[Dots, ...]:
    """The points of a sample; hollow where the classifier was trained on them."""
    trained = len(at) // 2 if statistic == "classifier" else 0
    return tuple(
        Dots(part, np.full(len(part), height), role, marker, 5.0, 0.7, hollow)
        for part, hollow in ((at[:trained], True), (at[trained:], False))
    )


def _handles(seen: Drawn, tr: Translate) -> tuple[Handle, ...]:
    key = {"shifted": "shift", "wider": "spread", "bimodal": "apart"}.get(seen.alternative)
    if key is None:
        return ()
    hint = {
        "shift": tr("Mean of the second distribution"),
        "spread": tr("Standard deviation of the second distribution"),
        "apart": tr("Where the two modes are"),
    }[key]
    at = seen.strength
    height = float(ALTERNATIVES[seen.alternative].density(np.array([at]), at)[0])
    return (Handle(key, at, height, "x", hint=hint),)


Witness = tuple[tuple[Item, ...], Right | None, tuple[Says, ...]]


def _witness(seen: Drawn, grid: Array, top: float, tr: Translate) -> Witness:
    if seen.statistic in ("mean", "std"):
        return _moments(seen, top, tr)
    if seen.statistic in ("Kolmogorov-Smirnov", "energy distance"):
        return _steps(seen, grid, tr)
    if seen.statistic == "mmd":
        return _kernel_witness(seen, grid, tr)
    found = fit_classifier(*halves(seen.x, seen.y)[:2])
    best = best_discriminator(seen.alternative, seen.strength, grid)
    items = (
        Rule(0.5, upright=False, role="discriminator", line="dotted", side="right"),
        Line(grid, best, "discriminator", "dotted", 0.8, 0.8, "right"),
        Line(grid, found(grid), "discriminator", "dashed", side="right"),
    )
    says = (
        Says(tr("D, from the hollow points"), "discriminator", "dashed"),
        Says("D* = p/(p + q)", "discriminator", "dotted"),
    )
    return items, Right((-FLOOR * CEILING, CEILING), "D(x)", ticks=HALF), says


def _moments(seen: Drawn, top: float, tr: Translate) -> Witness:
    means = np.array([seen.x.mean(), seen.y.mean()])
    if seen.statistic == "mean":
        height = np.array([0.93 * top])
        items: tuple[Item, ...] = (
            Rule(float(means[0]), role="data", line="dotted", width=1.0),
            Rule(float(means[1]), role="generated", width=1.0),
            Arrows(means[:1], height, means[1:] - means[:1], 0 * height, width=1.5),
        )
        says = f"x̄ − ȳ = {signed(float(means[0] - means[1]))}"
    else:
        stds = np.array([seen.x.std(ddof=1), seen.y.std(ddof=1)])
        low, high, at = means - stds, means + stds, np.array([0.95, 0.88]) * top
        items = (
            Segments(low[:1], at[:1], high[:1], at[:1], "data", "dotted", 2.0),
            Segments(low[1:], at[1:], high[1:], at[1:], "generated", "solid", 2.0),
        )
        says = f"s = {stds[0]:.2f}, {stds[1]:.2f}"
    return items, None, (Says(says, "action"),)


def _steps(seen: Drawn, grid: Array, tr: Translate) -> Witness:
    """Both empirical distribution functions and the largest gap, or all of it, between them."""
    pooled = np.sort(np.concatenate([seen.x, seen.y]))
    ends = np.concatenate([[min(grid[0], pooled[0])], pooled, [max(grid[-1], pooled[-1])]])
    f, g = (
        np.searchsorted(np.sort(part), ends, side="right") / len(part) for part in (seen.x, seen.y)
    )
    lines = (
        Line(ends, f, "data", "dotted", side="right", step=True),
        Line(ends, g, "generated", side="right", step=True),
    )
    widest = int(np.abs(f - g).argmax())
    if seen.statistic == "Kolmogorov-Smirnov":
        marks: tuple[Item, ...] = (
            Line(np.repeat(ends[widest], 2), np.array([f[widest], g[widest]]), "action",
                 width=2.5, side="right"),
        )  # fmt: skip
        says = tr("largest gap {0} at x = {1}").format(
            signed(abs(f[widest] - g[widest])), signed(float(ends[widest]), 2)
        )
    else:
        x, low, high = (np.repeat(v, 2) for v in (ends, np.minimum(f, g), np.maximum(f, g)))
        marks = (Area(x[1:], low[:-1], high[:-1], "action", 0.35, "right"),)
        says = tr("T = 2∫(F − G)² dx over the gap")
    right = Right((-FLOOR * CEILING, CEILING), tr("F, G"), "text", HALF)
    return (*lines, *marks), right, (Says(says, "action"),)


def _kernel_witness(seen: Drawn, grid: Array, tr: Translate) -> Witness:
    bandwidth = pool(seen.x, seen.y).bandwidth
    near = [
        np.exp(-0.5 * ((grid[:, None] - part) / bandwidth) ** 2).mean(axis=1)
        for part in (seen.x, seen.y)
    ]
    items = (
        Rule(0.0, upright=False, role="action", line="dotted", side="right"),
        Line(grid, near[0] - near[1], "action", "dashdot", side="right"),
    )
    says = tr("witness: mean k(x, ·) over p's points less q's, h = {0}").format(f"{bandwidth:.2f}")
    return items, Right((-0.8, 0.8), tr("witness"), "action"), (Says(says, "action", "dashdot"),)


def _ladder(value: float) -> float:
    """The next of a few round numbers, so that an axis keeps still while one drags."""
    power = 10.0 ** np.floor(np.log10(max(value, 1e-6)))
    rung: float = LADDER[np.searchsorted(LADDER, value / power - 1e-9)]
    return float(rung * power)


def null_axes(seen: Drawn, repeats: Array | None, tr: Translate) -> Axes:
    """The chosen statistic over the relabellings, where it is, and over other samples of p and q.

    ``repeats`` (6, R) are the statistics of pairs of samples, None while there are none.
    """
    result = seen.results[seen.statistic]
    edges = _edges(seen, result)
    width = edges[1] - edges[0]
    shares = np.histogram(result.null, edges)[0] / len(result.null)
    middles = edges[:-1] + width / 2
    # A bar is in the tail as a whole: the observed value stands on a bar's lower edge.
    beyond = middles > result.value
    critical = critical_value(result.null)
    items: list[Item] = [
        Bars(middles[part], shares[part], float(width), role, alpha=0.75)
        for part, role in ((~beyond, "quiet"), (beyond, "action"))
    ]
    says = [
        Says(tr("labels shuffled"), "quiet", marker="s"),
        Says(f"T = {signed(result.value)}, p = {result.p:.3f}", "action", "solid"),
        Says(tr("at most 5 % beyond {0}").format(signed(critical)), "text", "dashed"),
    ]
    if repeats is not None:
        values = repeats[STATISTICS.index(seen.statistic)]
        again = np.histogram(values, edges)[0] / len(values)
        items.append(Line(edges, np.append(again, 0.0), "generated", step=True))
        says.append(
            Says(tr("{0} other pairs of samples").format(len(values)), "generated", "solid")
        )
    items += [
        Rule(critical, role="text", line="dashed", width=1.0),
        Rule(result.value, role="action", width=2.0),
    ]
    top = 1.04 * _ladder(1.15 * float(shares.max()))
    return Axes(
        tuple(items), (float(edges[0]), float(edges[-1])), (0.0, top),
        tr("T under H₀"), tuple(says), f"T: {names(tr)[seen.statistic]}",
        tr("share"),
    )  # fmt: skip


def _edges(seen: Drawn, result: TestResult) -> Array:
    """Edges of equal bins over what is shown, one of them just below the observed value."""
    reach = max(float(np.quantile(result.null, 0.995)), result.value)
    low, high, step = 0.0, _ladder(1.3 * max(reach, 1e-3)), 0.0
    if seen.statistic == "mmd":
        low = -_ladder(-1.1 * min(float(result.null.min()), result.value, -1e-4))
    if seen.statistic == "Kolmogorov-Smirnov":
        step, high = 1.0 / len(seen.x), min(high, 1.0)
    if seen.statistic == "classifier":
        held = 2 * (len(seen.x) - len(seen.x) // 2)
        half = min(_ladder(max(1.2 * (reach - 0.5), 2.0 / np.sqrt(held))), 0.5)
        step, low, high = 2.0 / held, 0.5 - half, 0.5 + half
    width = (high - low) / BINS
    if step:
        width = step * max(1, np.ceil(width / step))
    # Other pairs of samples have accuracies between those of the relabelled ones.
    first = result.value - (step / 4 if step else 1e-9)
    below, above = np.ceil((first - low) / width), np.ceil((high - first) / width)
    return np.asarray(first + width * np.arange(-below, above + 1))


def power_axes(seen: Drawn, sizes: tuple[int, ...], power: Found | None, tr: Translate) -> Axes:
    """How often each test rejects at 5 %, over n."""
    n, here, found = np.array(sizes, float), len(seen.x), power.result if power else None
    items: list[Item] = [Rule(LEVEL, upright=False, role="text", line="dotted")]
    says = [Says("5 %", "text", "dotted")]
    if seen.alternative in ("same", "shifted"):
        curve = np.geomspace(sizes[0], sizes[-1], 80)
        items.append(Line(curve, mean_power(curve, seen.strength), "quiet", "solid", 1.0))
        says.append(Says(tr("z-test, closed form"), "quiet", "solid"))
    if found is not None:
        for name in sorted(STATISTICS, key=lambda name: name == seen.statistic):
            items += _rate(name, n, found, name == seen.statistic)
    if found is not None:
        says += [Says(tr("{0} pairs of samples at each n").format(int(found["trials"].min())))]
    top = 0.25 if seen.alternative == "same" else 1.05
    items += [
        Rule(here, role="action"),
        Handle("n", here, 0.05 * top, "x", hint=tr("Points a sample")),
    ]
    kind = (
        tr("Level: how often a true H₀ is rejected")
        if equal(seen.alternative, seen.strength)
        else tr("Power: how often H₀ is rejected")
    )
    return Axes(
        tuple(items), (8.0, 250.0), (0.0, top), kind,
        tuple(says), tr("points a sample, n"),
        tr("rejected at 5 %"), log_x=True, x_ticks=tuple((float(k), str(k)) for k in sizes),
        note="" if found is not None else tr("computing…"),
    )  # fmt: skip


def _rate(name: str, n: Array, found: dict[str, Array], chosen: bool) -> list[Item]:
    hits, trials = found["rejected"][STATISTICS.index(name)], found["trials"]
    rate = np.where(trials > 0, hits / np.maximum(trials, 1), np.nan)
    low, high = rate_interval(hits, trials)
    done, (role, line) = trials > 0, STYLES[name]
    at = n * 1.02 ** (STATISTICS.index(name) - 2.5)
    return [
        Segments(at[done], low[done], at[done], high[done], role, "solid", 1.0, 1.0 if chosen
                 else 0.45),
        Line(at, rate, role, line, 2.2 if chosen else 1.0),
        Dots(at[done], rate[done], role, MARKERS[name], 8.0 if chosen else 6.0,
             hollow=GLYPHS[name] == "○"),
    ]  # fmt: skip
