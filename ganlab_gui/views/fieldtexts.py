"""What the field's picture says in words: eigenvalues, steps, and what each ingredient does."""

from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import Palette


def tr(text: str) -> str:
    return QCoreApplication.translate("FieldView", text)


def theory(text: str) -> str:
    return QCoreApplication.translate("theory", text)


def eigenvalues(game: Experiment) -> str:
    """ "λ = ±0.500 i": the field's eigenvalues at the equilibrium; "" where it has none."""
    from ganlab_gui.core.theory import dirac, portrait

    text = portrait.eigenvalue_text(dirac.eigenvalues(game))
    return f"λ = {text}" if text else ""


def sentences(game: Experiment, palette: Palette) -> tuple[str, str]:
    """Rich texts: what flow and steps do near the equilibrium; each ingredient's own words."""
    from ganlab_gui.core.theory import dirac, portrait

    motion = portrait.flow_motion(dirac.eigenvalues(game))
    said = [_flow_text(motion)]
    if motion != "jumps" and portrait.plain(game):
        said.append(_step_text(game))
    methods = [dirac.METHODS[name] for name in dirac.methods(game)]
    named = [
        f'<span style="color:{palette.text}">{escape(theory(m.label))}:</span>'
        f" {escape(theory(m.behaviour))}"
        for m in methods
    ]
    return escape(" ".join(said)), " ".join(named)


def departures(game: Experiment) -> str:
    """Why training takes another path than the closed form's; "" where it does not."""
    from ganlab_gui.core.theory import dirac

    return "\n".join(theory(sentence) for sentence in dirac.departures(game))


def layer_texts() -> dict[str, tuple[str, str]]:
    """The label and the tooltip of every chip."""
    return {
        "field": (tr("field"), tr("(θ̇, ψ̇): each player down its own loss")),
        "trajectory": (tr("trajectory"), tr("The steps of training, of every run")),
        "flow": (tr("flow"), tr("The field followed from the start in infinitely small steps")),
        "reset": (tr("reset view"), tr("Back to the whole picture (double click)")),
    }


def _flow_text(motion: str) -> str:
    return {
        "turns": tr("Near the equilibrium the flow turns (Re λ = 0)."),
        "in": tr("Near the equilibrium the flow spirals in (Re λ < 0)."),
        "out": tr("Near the equilibrium the flow spirals out (Re λ > 0)."),
        "straight-in": tr("Near the equilibrium the flow runs in without turning (λ < 0)."),
        "straight-out": tr("Near the equilibrium the flow runs away (λ > 0)."),
        "saddle": tr("The equilibrium is a saddle: the flow runs past it."),
        "still": tr("At the equilibrium the field has no slope: λ says nothing."),
        "jumps": tr("The field jumps at ψ = 0: the equilibrium has no eigenvalues."),
    }[motion]


def _step_text(game: Experiment) -> str:
    """How a training step stretches distances near the equilibrium."""
    from ganlab_gui.core.theory import portrait

    multipliers = portrait.multipliers(game)
    ending = {
        "turns": tr("to first order training keeps its orbit"),
        "in": tr("training spirals in"),
        "out": tr("training spirals out"),
        "straight-in": tr("training runs in"),
        "straight-out": tr("training runs away"),
        "saddle": tr("training runs past it"),
        "still": tr("training stands still"),
    }[portrait.step_motion(multipliers)]
    sentence = {
        "alternating": tr("An alternating step multiplies the radius by %1: %2."),
        "simultaneous": tr("A simultaneous step multiplies the radius by %1: %2."),
    }[game.training.order]
    factor = f"{float(np.abs(multipliers).max()):.6f}"
    return sentence.replace("%1", factor).replace("%2", ending)
