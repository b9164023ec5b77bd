"""What G loses on a sample by how real D finds it, and where each loss still pulls."""

from collections.abc import Callable
from typing import Annotated

import numpy as np
from pydantic import Field
from scipy.special import expit, logit

from ganlab_gui.core.theory.loss_shapes import LOSS_SHAPES, Array, slope_in_d
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import signed
from ganlab_gui.pages.page import Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import (
    Axes,
    Dots,
    Handle,
    Item,
    Line,
    LineStyle,
    Plate,
    Range,
    Row,
    Rule,
    Says,
)  # fmt: skip

REACH = 8.0
STYLES: dict[str, tuple[str, LineStyle, str]] = {
    "minimax": ("generated", "solid", "o"),
    "non-saturating": ("action", "dashed", "s"),
    "least-squares": ("text", "dashdot", "d"),
    "hinge": ("second", "dotted", "t"),
}
"""Colour, line style and marker."""
SIZES = {"o": 9.0, "s": 12.0, "d": 10.0, "t": 9.0}
"""So that one that lies on another leaves that to be seen."""
D_TICKS = ((0.0, "0"), (0.25, "¼"), (0.5, "½"), (0.75, "¾"), (1.0, "1"))


class LossShapesSettings(Settings):
    logit: Annotated[
        float,
        Field(ge=-REACH, le=REACH, description="What D says of the sample before the sigmoid."),
        Knob("Logit s", "Page", formula="D = 1 / (1 + exp(−s))"),
    ] = -4.0


def plate(settings: LossShapesSettings, finds: Finds, tr: Translate) -> Plate:
    """Losses above and their slopes below, over D at the left and over the logit at the right."""
    here = settings.logit
    losses = {name: shape.loss for name, shape in LOSS_SHAPES.items()}
    slopes = {name: shape.slope for name, shape in LOSS_SHAPES.items()}
    by_d = {name: _by_d(name) for name in LOSS_SHAPES}
    d_label = "D(G(z))"
    rows = (
        Row((
            _over_d(losses, here, (-5.0, 5.0), tr("G's loss over D"), d_label, tr("loss"), tr),
            _over_s(losses, here, (-5.0, 5.0), tr("The same over the logit"), "s", tr("loss"), tr),
        )),
        Row((
            _over_d(by_d, here, (-10.0, 2.0), tr("Slope by D"), d_label, "dL/dD", tr),
            _over_s(slopes, here, (-3.0, 1.0), tr("Slope by s"), "s", "dL/ds", tr),
        )),
    )  # fmt: skip
    return Plate(
        rows, _caption(here, tr), (Says(tr("D = {0}").format(f"{float(expit(here)):.3g}"),
                                        "action"),),
        (tr("closed form; log losses in nats"),),
    )  # fmt: skip


def _by_d(name: str) -> Callable[[Array], Array]:
    return lambda s: slope_in_d(name, s)


def _over_d(
    curves: dict[str, Callable[[Array], Array]], here: float, y: Range, title: str, x_label: str,
    y_label: str, tr: Translate,
) -> Axes:  # fmt: skip
    d, at = np.linspace(0.0005, 0.9995, 800), float(expit(here))
    handle = Handle("d", at, y[0] + 0.06 * (y[1] - y[0]), "x", hint=tr("How real D finds it"))
    return Axes(
        (*_drawn(curves, d, logit(d), at, here, y), handle), (-0.02, 1.02), y, title,
        _says(curves, here, tr), x_label, y_label, x_ticks=D_TICKS,
    )  # fmt: skip


def _over_s(
    curves: dict[str, Callable[[Array], Array]], here: float, y: Range, title: str, x_label: str,
    y_label: str, tr: Translate,
) -> Axes:  # fmt: skip
    s = np.linspace(-REACH, REACH, 401)
    handle = Handle("s", here, y[0] + 0.06 * (y[1] - y[0]), "x", hint=tr("What D puts out"))
    return Axes(
        (*_drawn(curves, s, s, here, here, y), handle), (-REACH - 0.4, REACH + 0.4), y, title,
        _says(curves, here, tr), x_label, y_label,
    )  # fmt: skip


def _drawn(
    curves: dict[str, Callable[[Array], Array]], x: Array, s: Array, at: float, here: float,
    y: Range,
) -> list[Item]:  # fmt: skip
    """The curves, and a mark on each at the dragged point where that is in the picture."""
    items: list[Item] = [Rule(0.0, upright=False), Rule(at, role="action")]
    for name, curve in curves.items():
        role, style, marker = STYLES[name]
        items.append(Line(x, curve(s), role, style))
        height = float(curve(np.array(here)))
        if y[0] <= height <= y[1]:
            items.append(Dots(np.array([at]), np.array([height]), role, marker, SIZES[marker]))
    return items


def _says(
    curves: dict[str, Callable[[Array], Array]], here: float, tr: Translate
) -> tuple[Says, ...]:
    """Each curve with its number at the dragged point."""
    return tuple(
        Says(f"{tr(shape.label)} {_say(float(curves[name](np.array(here))))}", *STYLES[name][:2])
        for name, shape in LOSS_SHAPES.items()
    )


def _caption(here: float, tr: Translate) -> str:
    """What is true of the four slopes at this very point."""
    pull, other = float(expit(here)), float(expit(-here))
    numbers = (f"{pull:.3g}", f"{other:.3g}")
    if abs(here) < 0.05:
        text = tr("Where D is undecided log(1 − D) and −log D pull alike: by {0} and {1}.")
    elif here < 0:
        text = tr(
            "D takes the sample for a fake: log(1 − D) pulls its logit by {0}, −log D by {1},"
            " {2} times as hard."
        )
    else:
        text = tr(
            "D takes the sample for real: −log D pulls by {1} only, log(1 − D) still by {0},"
            " {2} times as hard."
        )
    text = text.format(*numbers, f"{max(pull, other) / min(pull, other):.3g}")
    if here > 1:
        return f"{text} " + tr("Least squares pushes back: a score above 1 is too real for it.")
    return text


def _say(value: float) -> str:
    return signed(value, 3 if abs(value) < 100 else 0)


def drag(settings: LossShapesSettings, key: str, x: float, y: float) -> dict[str, float]:
    if key == "d":
        return {"logit": float(logit(np.clip(x, 1e-6, 1 - 1e-6)))}
    return {"logit": x}


def formulas(settings: LossShapesSettings) -> tuple[str, ...]:
    return (
        r"$D=\sigma(s) \qquad \frac{\partial L}{\partial s}=D(1-D)\,\frac{\partial L}{\partial D}"
        r" \qquad \frac{\partial}{\partial s}\log(1-D)=-D"
        r" \qquad \frac{\partial}{\partial s}(-\log D)=-(1-D)$",
        r"$\mathrm{least\ squares}\;\frac{1}{2}(s-1)^2"
        r" \qquad \mathrm{hinge,\ Wasserstein}\;-s$",
    )


PAGE = Page(
    settings=LossShapesSettings,
    plate=plate,
    formulas=formulas,
    source="Goodfellow et al. 2014, section 3; Mao et al. 2017; Lim & Ye 2017; Arjovsky et al."
    " 2017",
    drag=drag,
    sweep=Sweep("logit"),
    links=(
        Link("The same in training", preset="saturating-against-non-saturating"),
        Link("The vanishing gradient", page="vanishing-gradient"),
    ),
)
