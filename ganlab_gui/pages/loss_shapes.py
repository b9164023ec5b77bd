"""What G loses on a sample by how real D finds it, and where each loss still pulls."""

from typing import Annotated

import numpy as np
from pydantic import Field
from scipy.special import expit, logit

from ganlab_gui.core.theory.loss_shapes import LOSS_SHAPES
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.page import Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import Axes, Handle, Item, Line, LineStyle, Plate, Rule, Says, single

REACH = 8.0
STYLES: dict[str, tuple[str, LineStyle]] = {
    "minimax": ("generated", "solid"),
    "non-saturating": ("action", "dashed"),
    "least-squares": ("text", "dashdot"),
    "hinge": ("second", "dotted"),
}


class LossShapesSettings(Settings):
    logit: Annotated[
        float,
        Field(ge=-REACH, le=REACH, description="What D says of the sample before the sigmoid."),
        Knob("Logit s", "Page", formula="D = 1 / (1 + exp(−s))"),
    ] = -4.0


def plate(settings: LossShapesSettings, finds: Finds, tr: Translate) -> Plate:
    """Losses over D and over the logit, and the slopes over the logit."""
    s, here = np.linspace(-REACH, REACH, 401), settings.logit
    d = np.linspace(0.001, 0.999, 400)
    over_d, over_s, slopes = (_curves(settings, kind, s, d) for kind in ("d", "s", "slope"))
    says = tuple(
        Says(f"{tr(shape.label)} {_signed(float(shape.slope(np.array(here))))}", *STYLES[name])
        for name, shape in LOSS_SHAPES.items()
    )
    top = Axes(
        (*over_d, Rule(float(expit(here)), role="action"),
         Handle("d", float(expit(here)), 0.0, "x", hint=tr("How real D finds the sample"))),
        (0.0, 1.0), (-5.0, 5.0), tr("G's loss over D(G(z))"), x_label="D(G(z))",
        y_label=tr("loss [nats]"),
    )  # fmt: skip
    return single(
        top,
        _over_logit(over_s, here, (-9.0, 9.0), tr("The same over the logit"), tr("loss [nats]")),
        _over_logit(slopes, here, (-4.0, 1.0), tr("Its slope by the logit"), "dL/ds", says),
        caption=_caption(here, tr),
        notes=(tr("closed form"),),
    )


def _curves(
    settings: LossShapesSettings, kind: str, s: np.ndarray, d: np.ndarray
) -> tuple[Line, ...]:
    lines = []
    for name, shape in LOSS_SHAPES.items():
        x, at = (d, logit(d)) if kind == "d" else (s, s)
        y = shape.slope(at) if kind == "slope" else shape.loss(at)
        lines.append(Line(x, y, *STYLES[name]))
    return tuple(lines)


def _over_logit(
    curves: tuple[Item, ...], here: float, y: tuple[float, float], title: str, label: str,
    says: tuple[Says, ...] = (),
) -> Axes:  # fmt: skip
    marks = (Rule(here, role="action"), Handle("s", here, 0.0, "x"))
    return Axes((*curves, *marks), (-REACH, REACH), y, title, says, "s", label)


def _caption(here: float, tr: Translate) -> str:
    slopes = {name: float(shape.slope(np.array(here))) for name, shape in LOSS_SHAPES.items()}
    return tr(
        "At D(G(z)) = {0} the slope of log(1 − D) is {1}, that of −log D is {2}:"
        " where D is sure of a fake, only the second still pulls."
    ).format(
        f"{float(expit(here)):.3g}", _signed(slopes["minimax"]), _signed(slopes["non-saturating"])
    )


def _signed(value: float) -> str:
    return f"{value:.3f}".replace("-", "−")


def drag(settings: LossShapesSettings, key: str, x: float, y: float) -> dict[str, float]:
    if key == "d":
        return {"logit": float(logit(np.clip(x, 1e-6, 1 - 1e-6)))}
    return {"logit": x}


def formulas(settings: LossShapesSettings) -> tuple[str, ...]:
    return (
        r"$\frac{\partial}{\partial s}\log(1-D)=-D \qquad \frac{\partial}{\partial s}(-\log D)"
        r"=-(1-D) \qquad D=\sigma(s)$",
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
