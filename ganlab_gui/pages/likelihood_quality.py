"""A model nearly all noise that keeps its likelihood, and a perfect copyist that has none."""

from functools import lru_cache
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.likelihood_quality import (
    Array,
    Memory,
    data_likelihood,
    loss_bound,
    mixture_loss,
    noise_likelihood,
    sample_data,
)
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import NARROW, minus, short, signed, thousands
from ganlab_gui.pages.page import Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.parzen_ranking import estimate
from ganlab_gui.pages.plate import Axes, Dots, Handle, Line, Plate, Row, Rule, Says

SHOWN, TESTED = 400, 500
"""Samples in a picture; unseen points that the test likelihood is estimated from."""
SEED = 8
DIMENSIONS = tuple(int(d) for d in np.unique(np.geomspace(2, 10_000, 30).round()))
WIDTHS = np.concatenate([
    np.geomspace(1e-4, 3e-3, 6, endpoint=False),
    np.geomspace(3e-3, 0.1, 18, endpoint=False),
    np.geomspace(0.1, 1.0, 6),
])  # fmt: skip
"""Closer together where the curves bend."""
FAR, NEAR = 2.6, 1.35
"""Half the side of the pictures with noise and without."""
SIZES = (0.1, 1e5)
HEIGHTS = (-42.0, 22.0)
NOISE, MEMORY = ("both", "noise"), ("both", "memory")


class LikelihoodQualitySettings(Settings):
    part: Annotated[
        Literal["both", "noise", "memory"],
        Field(description="Which of the two models is in the picture."),
        Knob("Model", "Page"),
    ] = "both"
    share: Annotated[
        float,
        Field(gt=0, le=1, description="Share of samples that come from the data themselves."),
        Knob(
            "Share w of the data", "Page", scale="log", slider=(0.001, 1.0),
            formula="q = w p + (1 − w) noise", when=("part", NOISE),
        ),
    ] = 0.01  # fmt: skip
    dimension: Annotated[
        int,
        Field(
            ge=2, le=10_000, description="Coordinates of a point; the pictures show the first 2."
        ),
        Knob("Dimensions d", "Page", scale="log", slider=(2, 10_000), when=("part", NOISE)),
    ] = 100
    width: Annotated[
        float,
        Field(ge=1e-4, le=1, description="Width of the Gaussian about each training point."),
        Knob(
            "Width ε", "Page", scale="log", slider=(1e-4, 1.0),
            formula="q = mean of N(xᵢ, ε² I)", when=("part", MEMORY),
        ),
    ] = 0.003  # fmt: skip
    training: Annotated[
        int,
        Field(ge=5, le=100, description="Points that the model has learnt by heart."),
        Knob("Training points m", "Page", slider=(5, 100), when=("part", MEMORY)),
    ] = 60


def plate(settings: LikelihoodQualitySettings, finds: Finds, tr: Translate) -> Plate:
    """A row a model: the data, the model's samples, and what log-likelihood makes of them."""
    rows, captions, notes = [], [], []
    if settings.part in NOISE:
        loss = mixture_loss(settings.share, settings.dimension)
        rows.append(_noise_row(settings, loss, tr))
        captions.append(_noise_caption(settings, loss, tr))
        notes.append(tr("Noise: quadrature, exact to 0.0001 nats."))
    if settings.part in MEMORY:
        memory = _memory(settings.training)
        rows.append(_memory_row(settings, memory, tr))
        captions.append(_memory_caption(settings, memory, tr))
        notes.append(
            tr("Memory: two dimensions; training exact, test an estimate, n = {0}.").format(TESTED)
        )
    if settings.part != "both":
        samples, chart = rows[0].cells[:2], rows[0].cells[2:]
        rows = [Row(samples, 1.1), Row(chart)]
    return Plate(tuple(rows), " ".join(captions), notes=tuple(notes))


# -- nearly all noise ------------------------------------------------------------------------------


@lru_cache(1)
def _draws() -> tuple[Array, Array, Array]:
    """Data and noise (SHOWN, 2), and numbers in (0, 1) that say which a sample is (SHOWN,).

    The numbers are even, so that the share shown is the share meant.
    """
    rng = np.random.default_rng(SEED)
    chance = (rng.permutation(SHOWN) + 0.5) / SHOWN
    return sample_data(SHOWN, rng), rng.standard_normal((SHOWN, 2)), chance


def _noise_row(settings: LikelihoodQualitySettings, loss: float, tr: Translate) -> Row:
    data, noise, chance = _draws()
    own = chance < settings.share
    truth = float(data_likelihood(settings.dimension))
    left = _plane(
        (Dots(data[:, 0], data[:, 1], "data", size=3.5),), FAR, tr("Data"),
        (Says(tr("first 2 of {0} coordinates").format(thousands(settings.dimension)), "quiet"),
         _number(tr("E ln p"), truth, settings.dimension, "data", "dotted", tr)),
    )  # fmt: skip
    shares = (
        Says(tr("{0} noise").format(_percent(1 - settings.share)), "generated", marker="x"),
        Says(tr("{0} data").format(_percent(settings.share)), "generated", marker="o"),
        _number(tr("E ln q"), truth - loss, settings.dimension, "generated", "solid", tr),
    )
    middle = _plane(
        (
            Dots(noise[~own, 0], noise[~own, 1], "generated", "x", 4.5, 0.55),
            Dots(data[own, 0], data[own, 1], "generated", "o", 8.0 - 4.0 * settings.share),
        ),
        FAR, tr("Model q"), shares,
    )  # fmt: skip
    return Row((left, middle, _loss_chart(settings, loss, tr)), widths=(1.0, 1.0, 1.25))


def _loss_chart(settings: LikelihoodQualitySettings, loss: float, tr: Translate) -> Axes:
    d = np.array(DIMENSIONS, np.float64)
    truth = data_likelihood(d)
    losses = np.array([mixture_loss(settings.share, int(each)) for each in d])
    here, bound = settings.dimension, loss_bound(settings.share)
    says = (
        Says(tr("E ln p"), "data", "dotted"),
        Says(tr("q loses {0} ≤ ln 1/w = {1}").format(f"{loss:.3f}", f"{bound:.3f}"), "generated",
             "solid"),
        Says(tr("noise alone {0}").format(_nats(_noise_loss(here))), "quiet", "dashdot"),
    )  # fmt: skip
    items = (
        Line(d, truth, "data", "dotted"),
        Line(d, truth - noise_likelihood(d), "quiet", "dashdot"),
        Line(d, np.where(losses > 0, losses, np.nan), "generated", width=1.4),
        *((Rule(bound, False, "generated", "dashed", 0.7),) if settings.share < 1 else ()),
        Rule(float(here), role="action"),
        Handle("dimension", float(here), max(loss, SIZES[0]), "x", hint=tr("Dimensions")),
    )
    return Axes(
        items, (1.7, 17_000.0), SIZES, tr("What the noise costs"), says,
        tr("dimensions d"), tr("nats"), log_x=True, log_y=True,
        x_ticks=tuple((float(at), thousands(at)) for at in (2, 10, 100, 1000, 10_000)),
        y_ticks=((0.1, "0.1"), *((float(at), thousands(at)) for at in (1, 10, 100, 1000, 10_000))),
    )  # fmt: skip


def _noise_loss(dimension: int) -> float:
    return float(data_likelihood(dimension) - noise_likelihood(dimension))


def _noise_caption(settings: LikelihoodQualitySettings, loss: float, tr: Translate) -> str:
    truth = float(data_likelihood(settings.dimension))
    if settings.share == 1:
        return tr("Without noise the model is the data, and loses nothing.")
    return tr(
        "With {0} noise the log-likelihood falls from {1} to {2} nats, by {3} a dimension."
    ).format(
        _percent(1 - settings.share), _nats(truth), _nats(truth - loss),
        f"{loss / settings.dimension:.2g}",
    )  # fmt: skip


# -- a copyist -------------------------------------------------------------------------------------


@lru_cache(1)
def _points() -> tuple[Array, Array, Array, Array]:
    """Training points (100, 2), test points (TESTED, 2), which one is copied, and noise."""
    rng = np.random.default_rng(SEED + 1)
    train, test = sample_data(100, rng), sample_data(TESTED, rng)
    return train, test, rng.random(SHOWN // 2), rng.standard_normal((SHOWN // 2, 2))


@lru_cache(4)
def _memory(training: int) -> Memory:
    train, test, _, _ = _points()
    return Memory.of(train[:training], test)


@lru_cache(4)
def _curves(training: int) -> tuple[Array, Array]:
    memory = _memory(training)
    train = np.array([memory.train(float(width)) for width in WIDTHS])
    return train, np.array([memory.test(float(width))[0] for width in WIDTHS])


def _memory_row(settings: LikelihoodQualitySettings, memory: Memory, tr: Translate) -> Row:
    points, test, which, noise = _points()
    train = points[: settings.training]
    copies = train[(which * settings.training).astype(int)] + settings.width * noise
    mean, error = memory.test(settings.width)
    known = Dots(train[:, 0], train[:, 1], "data", "o", 9.0, hollow=True)
    left = _plane(
        (Dots(test[:150, 0], test[:150, 1], "second", "+", 6.0, 0.8), known),
        NEAR, tr("Data in two dimensions"),
        (Says(tr("{0} training points").format(settings.training), "data", marker="o"),
         Says(tr("unseen test points"), "second", marker="+")),
    )  # fmt: skip
    middle = _plane(
        (known, Dots(copies[:, 0], copies[:, 1], "generated", "o", 4.0)),
        NEAR, tr("Copies, ε = {0}").format(f"{settings.width:.2g}"),
        (Says(tr("training {0}").format(_nats(memory.train(settings.width))), "generated", "solid"),
         Says(tr("test {0} nats").format(_estimate(mean, error)), "second", "dotted")),
    )  # fmt: skip
    return Row((left, middle, _memory_chart(settings, memory, tr)), widths=(1.0, 1.0, 1.25))


def _memory_chart(settings: LikelihoodQualitySettings, memory: Memory, tr: Translate) -> Axes:
    train, test = _curves(settings.training)
    truth = float(data_likelihood(2))
    at = memory.train(settings.width)
    says = (
        Says(tr("training goes to ∞"), "generated", "solid"),
        Says(tr("test to −∞"), "second", "dotted"),
        Says(tr("E ln p {0}").format(_nats(truth)), "data", "dotted"),
    )
    items = (
        Rule(truth, False, "data", "dotted", 1.0),
        Line(WIDTHS, train, "generated", width=1.4),
        Line(WIDTHS, test, "second", "dotted", 1.6),
        Rule(settings.width, role="action"),
        Handle("width", settings.width, at, "x", hint=tr("Width of the copies")),
    )
    return Axes(
        items, (7e-5, 1.4), HEIGHTS, tr("Mean ln q of points seen and unseen"), says,
        tr("width ε"), tr("nats"), log_x=True,
        x_ticks=tuple((at, f"{at:g}") for at in (0.0001, 0.001, 0.01, 0.1, 1.0)),
    )  # fmt: skip


def _memory_caption(settings: LikelihoodQualitySettings, memory: Memory, tr: Translate) -> str:
    return tr(
        "The copyist gives training points {0} nats and unseen ones {1}: the finer its copies,"
        " the farther apart."
    ).format(_nats(memory.train(settings.width)), _nats(memory.test(settings.width)[0]))


# -- texts -----------------------------------------------------------------------------------------


def _plane(items: tuple[Dots, ...], reach: float, title: str, says: tuple[Says, ...]) -> Axes:
    side = (-reach, reach)
    return Axes(items, side, side, title, says, equal=True, x_ticks=(), y_ticks=())


def _number(
    name: str, value: float, dimension: int, role: str, line: Literal["dotted", "solid"],
    tr: Translate,
) -> Says:  # fmt: skip
    text = tr("{0} = {1} nats, {2} a dimension")
    return Says(text.format(name, _nats(value), signed(value / dimension)), role, line)


def _nats(value: float) -> str:
    """Three or more figures, powers of ten from 100 000 on."""
    size = abs(value)
    if size >= 1e5:
        return minus(f"{value:.2e}".replace("e+0", "e"))
    return thousands(round(value)) if size >= 1000 else signed(value, 1 if size >= 10 else 2)


def _estimate(mean: float, error: float) -> str:
    return f"{_nats(mean)} ± {short(error)}" if abs(mean) >= 1e4 else estimate(mean, error)


def _percent(share: float) -> str:
    return f"{100 * share:.3g}{NARROW}%"


def drag(settings: LikelihoodQualitySettings, key: str, x: float, y: float) -> dict[str, float]:
    return {key: round(x) if key == "dimension" else x}


def formulas(settings: LikelihoodQualitySettings) -> tuple[str, ...]:
    noise = (
        r"$q=w\,p+(1-w)\,n \quad\Rightarrow\quad \mathbb{E}_p\ln p-\ln\frac{1}{w}\;\leq\;"
        r"\mathbb{E}_p\ln q\;\leq\;\mathbb{E}_p\ln p$"
    )
    memory = (
        r"$q_\varepsilon(x)=\frac{1}{m}\sum_i\mathcal{N}(x;\,x_i,\varepsilon^2 I),\quad"
        r"\varepsilon\to 0:\quad \ln q_\varepsilon(x_i)\to+\infty,\;\;"
        r"\ln q_\varepsilon(x)\to-\infty$"
    )
    chosen = {"both": (noise, memory), "noise": (noise,), "memory": (memory,)}
    return chosen[settings.part]


PAGE = Page(
    settings=LikelihoodQualitySettings,
    plate=plate,
    formulas=formulas,
    source="Theis, van den Oord & Bethge 2016, section 3",
    drag=drag,
    sweep=Sweep("dimension", seconds=8.0),
    links=(
        Link("Parzen windows", page="parzen-windows"),
        Link("Learning without a likelihood: two-sample tests", page="two-sample-tests"),
        Link("A GAN that does not need one", preset="ring"),
    ),
)
