"""Two distributions θ apart: what JS, KL and W₁ say of them, exactly and from samples."""

import math
from functools import lru_cache
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ganlab_gui.core.theory.shift import LN2, Array, Shift
from ganlab_gui.core.theory.shift_mixtures import MIXTURE_P, PAIRS
from ganlab_gui.core.theory.shift_samples import Estimate, Samples, curves, draw
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.js_wasserstein_pair import CENTRES, pair_axes
from ganlab_gui.pages.numbers import percent, signed
from ganlab_gui.pages.page import Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import (
    Area,
    Axes,
    Dots,
    Handle,
    Item,
    Label,
    Line,
    LineStyle,
    Plate,
    Range,
    Row,
    Rule,
    Says,
    Table,
)

REACH = 6.0
SHOWN: Range = (-1.05 * REACH, 1.05 * REACH)
FLAT = 0.02
"""A slope smaller than this, with JS near its ceiling, is spoken of as flat."""
CEILING = 0.95 * LN2
HOME = 0.1
"""JS in the valley about θ = 0 whose bottom is W₁'s too, or nearly; elsewhere it is higher."""
SIDE = MIXTURE_P.means[1] - MIXTURE_P.means[0]
"""The shift of the mixtures at which only one mode of each meets one of the other."""
THETAS = np.linspace(-REACH, REACH, 145)
"""Steps of 1/12: 0 and ±1, where curves have kinks, are among them."""
ESTIMATED = tuple(float(v) for v in THETAS[::4])
STYLES: dict[str, tuple[str, LineStyle]] = {
    "js": ("action", "solid"), "w1": ("second", "dotted"), "kl": ("action", "dashed"),
    "tv": ("action", "dashdot"),
}  # fmt: skip

Family = Literal["uniforms", "segments", "gaussians", "mixtures"]


class JsWassersteinSettings(Settings):
    family: Annotated[
        Family,
        Field(description="The two distributions: p stays, q is θ further to the right."),
        Knob("Distributions", "Page"),
    ] = "uniforms"
    theta: Annotated[
        float,
        Field(ge=-REACH, le=REACH, description="How far q is shifted."),
        Knob("Shift θ", "Page"),
    ] = 0.6
    n: Annotated[
        int,
        Field(ge=10, le=5000, description="Points of each sample that the estimates rest on."),
        Knob("Points a sample n", "Page", scale="log"),
    ] = 200
    draw: Annotated[
        int,
        Field(ge=0, le=99, description="Which samples are drawn: the seed."),
        Knob("Draw", "Page"),
    ] = 0


@lru_cache(maxsize=8)
def _exact(family: str) -> dict[str, Array]:
    """Every distance and slope over `THETAS`; NaN where it is infinite or leaps."""
    pair = PAIRS[family]
    names = [*STYLES, *(f"d_{name}" for name in STYLES)]
    found = {name: np.array(getattr(pair, name)(THETAS)) for name in names}
    for name in STYLES:
        if leaps(pair, name):
            found[name][THETAS == 0] = np.nan
    return {name: np.where(np.isfinite(v), v, np.nan) for name, v in found.items()}


def leaps(pair: Shift, name: str) -> bool:
    """Whether a distance is 0 at θ = 0 and far from it right beside."""
    return float(getattr(pair, name)(0.0)) == 0.0 and float(getattr(pair, name)(1e-9)) > 0.1


def flat(js: Array, slope: Array) -> NDArray[np.bool_]:
    """Where JS is near its ceiling and has no slope to speak of."""
    with np.errstate(invalid="ignore"):
        return (js > CEILING) & (np.abs(slope) < FLAT)


def plate(settings: JsWassersteinSettings, finds: Finds, tr: Translate) -> Plate:
    """The two and their samples, both distances over θ, the slopes, and all numbers."""
    pair, theta = PAIRS[settings.family], settings.theta
    samples = draw(settings.family, settings.n, settings.draw)
    found = samples.estimate(theta)
    estimates = curves(settings.family, settings.n, settings.draw, ESTIMATED)
    exact = _exact(settings.family)
    bound = math.ceil(float(np.nanmax(exact["w1"])))
    span = -0.03 * bound, 1.04 * bound
    return Plate(
        (
            Row(
                (
                    pair_axes(settings.family, theta, samples, tr),
                    _table(pair, theta, found, samples.slopes(theta), settings.n, tr),
                ),
                1.0, (2.0, 1.15),
            ),
            Row(
                (
                    _over(settings, "js", estimates[0], found.js, (-0.03, 0.96), tr),
                    _over(settings, "w1", estimates[1], found.w1, span, tr),
                    _slopes(settings, tr),
                ),
                1.1,
            ),
        ),
        caption=_caption(settings, tr),
        notes=(_how(settings.family, tr), _estimated(samples, settings.n, tr)),
    )  # fmt: skip


def _over(
    settings: JsWassersteinSettings, name: str, estimate: Array, found: float, y: Range,
    tr: Translate,
) -> Axes:  # fmt: skip
    """One distance over θ, exact and estimated."""
    pair, theta, exact = PAIRS[settings.family], settings.theta, _exact(settings.family)
    value, marker = float(getattr(pair, name)(theta)), "o" if name == "js" else "d"
    role, line = STYLES[name]
    title, label = (
        (tr("Jensen-Shannon"), "JS") if name == "js" else (tr("Wasserstein"), "W₁")
    )  # fmt: skip
    items: list[Item] = [Rule(theta, role="action")]
    says = [Says(f"{label} {number(value)}", role, line)]
    if name == "js":
        items += [_flat(exact, y), Rule(LN2, upright=False, line="dotted"),
                  Label(-REACH, LN2, "ln 2", anchor=(-0.1, -0.1)),
                  Line(THETAS, exact["kl"], *STYLES["kl"], alpha=0.7)]  # fmt: skip
    items += [
        Line(THETAS, exact[name], role, line, 1.6),
        Dots(np.array(ESTIMATED), estimate, role, marker, 6, 0.8, hollow=True),
        *_leap(pair, name, role),
        Handle("here", theta, value, "x", hint=tr("Drag: the shift θ")),
    ]
    text = tr("n = {0}: {1}").format(settings.n, number(found))
    says.append(Says(text, role, marker=marker, hollow=True))
    if name == "js":
        says.append(Says(f"KL {number(float(pair.kl(theta)))}", *STYLES["kl"]))
    unit = tr("JS, KL [nats]") if name == "js" else tr("W₁ [units of x]")
    return Axes(
        tuple(items), SHOWN, y, title, tuple(says), "θ", unit
    )  # fmt: skip


def _flat(data: dict[str, Array], y: Range) -> Area:
    """Shade over what is flat."""
    high = np.where(flat(data["js"], data["d_js"]), y[1], np.nan)
    return Area(THETAS, np.where(np.isnan(high), np.nan, y[0]), high, "quiet", 0.16)


def _leap(pair: Shift, name: str, role: str) -> tuple[Item, ...]:
    """An open point where a curve leaps from, a full one where it leaps to."""
    if not leaps(pair, name):
        return ()
    top, zero = float(getattr(pair, name)(1e-9)), np.zeros(1)
    return Dots(zero, np.array([top]), role, "o", 8, hollow=True), Dots(zero, zero, role, "o", 8)


def _slopes(settings: JsWassersteinSettings, tr: Translate) -> Axes:
    """dJS/dθ and dW₁/dθ: what a generator that could only move would learn from."""
    pair, theta, exact = PAIRS[settings.family], settings.theta, _exact(settings.family)
    y = (-1.3, 1.3)
    here = {name: float(getattr(pair, f"d_{name}")(theta)) for name in ("js", "w1")}
    items: list[Item] = [
        _flat(exact, y),
        Rule(0.0, upright=False),
        Rule(theta, role="action"),
        *(Line(THETAS, exact[f"d_{name}"], *STYLES[name], 1.6) for name in here),
    ]
    for name, marker in (("js", "o"), ("w1", "d")):
        at = np.array([here[name]])
        items.append(Dots(np.array([theta]), at, STYLES[name][0], marker, 8))
    says = (
        Says(f"dJS/dθ {slope_text(here['js'])}", *STYLES["js"]),
        Says(f"dW₁/dθ {slope_text(here['w1'])}", *STYLES["w1"]),
        Says(tr("shaded: JS flat, slope below {0}").format(FLAT), "quiet"),
    )
    return Axes(tuple(items), SHOWN, y, tr("Slopes"), says, "θ", "d/dθ")


def _table(
    pair: Shift, theta: float, found: Estimate, slopes: tuple[float, float], n: int, tr: Translate
) -> Table:
    """Exact beside estimated, the distances and their slopes."""
    estimates = {"js": number(found.js), "w1": number(found.w1), "kl": number(found.kl), "tv": "–"}
    estimated = {"js": number(slopes[0]), "w1": number(slopes[1]), "kl": "–", "tv": "–"}
    names = {"js": tr("JS [nats]"), "w1": "W₁", "kl": tr("KL(p‖q) [nats]"), "tv": "TV"}
    rows = [
        (label, number(float(getattr(pair, name)(theta))), estimates[name],
         slope_text(float(getattr(pair, f"d_{name}")(theta))), estimated[name])
        for name, label in names.items()
    ]  # fmt: skip
    rows.append((tr("points of p alone"), "", percent(found.stray), "", ""))
    headers = ("", tr("exact"), tr("n = {0}").format(n), "d/dθ", tr("n = {0}").format(n))
    roles = ("action", "second", "action", "action", "quiet")
    return Table(headers, tuple(rows), roles, tr("Exact, and estimated from samples"))


def _caption(settings: JsWassersteinSettings, tr: Translate) -> str:
    pair, theta = PAIRS[settings.family], settings.theta
    js, slope = float(pair.js(theta)), float(pair.d_js(theta))
    pull = slope_text(float(pair.d_w1(theta)))
    if float(pair.w1(theta)) == 0:
        return tr("The two are equal: every distance is 0.")
    if math.isnan(slope):
        return tr("JS has a kink here; W₁ has slope {0}.").format(pull)
    if bool(flat(np.array(js), np.array(slope))):
        return tr(
            "JS is flat here, at {0} % of ln 2: its slope {1} hardly says where to go."
            " W₁ = {2} still has slope {3}."
        ).format(f"{100 * js / LN2:.3g}", slope_text(slope), number(float(pair.w1(theta))), pull)
    if js > HOME and abs(slope) < FLAT:
        return tr(
            "JS hardly slopes here ({0}), though the two are far from equal; W₁ has slope {1}."
        ).format(slope_text(slope), pull)
    if slope * float(pair.d_w1(theta)) < 0:
        if js < HOME:
            return tr(
                "The lowest points of the two lie a little apart: JS has slope {0}, W₁ has slope"
                " {1}."
            ).format(slope_text(slope), pull)
        return tr(
            "JS falls the wrong way here (slope {0}), into a valley where only one mode meets"
            " another; W₁ has slope {1}."
        ).format(slope_text(slope), pull)
    if settings.family == "mixtures" and abs(theta) > SIDE:
        return tr(
            "Both point the same way here, JS with slope {0}, W₁ with slope {1}; but JS ends in a"
            " valley where only one mode meets another."
        ).format(slope_text(slope), pull)
    return tr("Both tell the way: JS with slope {0}, W₁ with slope {1}.").format(
        slope_text(slope), pull
    )


def _how(family: str, tr: Translate) -> str:
    if family == "mixtures":
        return tr("exact: quadrature over x; JS with the ½, in nats")
    if family == "gaussians":
        return tr("exact: closed form, JS by quadrature; JS with the ½, in nats")
    return tr("exact: closed form; JS with the ½, in nats")


def _estimated(samples: Samples, n: int, tr: Translate) -> str:
    return tr(
        "estimate, n = {0} each: JS and KL by counting in {1} cells, W₁ by sorting; JS's slope over"
        " one cell either way; alone: in a cell without q's points"
    ).format(n, samples.cells)


def number(value: float) -> str:
    """Three decimals with a true minus; ∞ where it is."""
    if math.isinf(value):
        return "∞"
    return signed(value)


def slope_text(value: float) -> str:
    """The same for a slope; a dash where there is none."""
    return "–" if math.isnan(value) else number(value)


def drag(settings: JsWassersteinSettings, key: str, x: float, y: float) -> dict[str, float]:
    theta = x - CENTRES[settings.family] if key == "q" else x
    return {"theta": 0.0 if abs(theta) < 0.02 else theta}


def formulas(settings: JsWassersteinSettings) -> tuple[str, ...]:
    laws = {
        "uniforms": r"$p=U[0,1],\ q=U[\theta,\theta+1]:\quad \mathrm{JS}=\min(|\theta|,1)\,\ln 2"
        r"\quad W_1=|\theta|\quad \mathrm{KL}=\infty\ (\theta\neq 0)$",
        "segments": r"$p=(0,\eta),\ q=(\theta,\eta):\ \mathrm{JS}=\ln 2,\ "
        r"\mathrm{KL}=\infty\ (\theta\neq 0),\ W_1=|\theta|$",
        "gaussians": r"$p=N(0,1),\ q=N(\theta,1):\quad \mathrm{KL}=\theta^2/2\quad W_1=|\theta|"
        r"\quad \mathrm{JS}=\ln 2-\mathrm{E}_p\ln(1+q/p)$",
        "mixtures": r"$p=\frac{1}{2}N(-1.5,0.4^2)+\frac{1}{2}N(1.5,0.4^2),\quad "
        r"q=0.3\,N(\theta-1.5,0.4^2)+0.7\,N(\theta+1.5,0.4^2)$",
    }
    return (
        laws[settings.family],
        r"$\mathrm{JS}=\frac{1}{2}\mathrm{KL}(p\Vert m)+\frac{1}{2}\mathrm{KL}(q\Vert m),\ "
        r"m=\frac{p+q}{2} \qquad W_1=\inf_{\gamma}\,\mathrm{E}\,\Vert x-y\Vert$",
    )


PAGE = Page(
    settings=JsWassersteinSettings,
    plate=plate,
    formulas=formulas,
    source="Arjovsky, Chintala & Bottou 2017, example 1 and figure 1",
    drag=drag,
    sweep=Sweep("theta", 8.0),
    links=(
        Link("Parallel segments in training", preset="parallel-segments"),
        Link("Moving earth", page="moving-earth"),
        Link("Discriminator against critic", page="discriminator-critic"),
    ),
)
