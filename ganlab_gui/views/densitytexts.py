"""The words on the chips of the 1-D picture, and what each means."""

from PySide6.QtCore import QCoreApplication

from ganlab_gui.experiment.objectives import Reading, optimum_formula
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.views.realness import beside, departures, no_optimum, words

Texts = dict[str, tuple[str, str]]
"""A chip's key to its label and its tooltip."""


def tr(text: str) -> str:
    return QCoreApplication.translate("DensityView", text)


def layer_texts(
    reading: Reading, scene: Scene | None, experiment: Experiment, label: int | None
) -> Texts:
    """The layers, as D is read now, with class ``label`` chosen."""
    said = words(reading, label)
    tip = tr("The critic's score f(x)") if reading.kind == "critic" else said.tip
    several = scene.generators if scene else 1
    if several > 1:
        tip = tr("D(x): the share D gives the data, beside %1 generators")
        tip = tip.replace("%1", str(several))
    if scene is not None and scene.classes and label is None:
        tip += "; " + tr("the mean over all classes")
    if experiment.discriminator.pack > 1:
        packed = tr("beside data points, in packs of {0}").format(experiment.discriminator.pack)
        tip += f"; {packed}"
    if company := beside(experiment):
        tip += f"; {company}"
    return {
        "data": (tr("data"), tr("Density p(x) of the data")),
        "generated": (tr("generated"), tr("Density p_g(x) of what G makes")),
        "parts": _parts(scene),
        "average": (
            tr("average"),
            tr("Density of what the running average of G's weights makes"),
        ),
        "d": (said.chip, tr("{0} (right axis)").format(tip)),
        "optimum": (said.best, optimum_tip(reading, scene, experiment)),
        "arrows": ("z → G(z)", tr("Where G sends evenly probable values of the noise")),
        "automatic": _automatic(experiment),
        "reset": (tr("reset view"), tr("Back to the whole picture (double click)")),
    }


def _parts(scene: Scene | None) -> tuple[str, str]:
    if scene is not None and scene.classes:
        return tr("classes"), tr("What G makes of each class, in its colour: they add up to p_g")
    return tr("parts"), tr("What each generator makes, in its colour: they add up to p_g")


def _automatic(experiment: Experiment) -> tuple[str, str]:
    tip = tr(
        "On: p_g by change of variables where G maps a line to a line, else a kernel "
        "estimate by Scott's rule, h = σ n^(−1/5). Off: choose the width h yourself."
    )
    # No kernel is in use where one number of noise gives p_g exactly: the chip says so.
    exact = experiment.noise.dim == 1
    return (tr("exact density") if exact else tr("automatic kernel")), tip


def optimum_tip(reading: Reading, scene: Scene | None, experiment: Experiment) -> str:
    """D*'s formula and what to make of its picture, or the reason why there is none."""
    if why := no_optimum(reading, scene is None or scene.density, experiment):
        return why
    formula = QCoreApplication.translate("theory", optimum_formula(experiment))
    best = tr("The best possible D: %1").replace("%1", formula) + "."
    if reading.kind == "bound":
        best += " " + tr("Without bound where p or p_g is 0: it then leaves the picture.")
    elif reading.kind == "probability":
        jump = tr("Beyond the largest G(z) there is p alone: there D* jumps to {0}.")
        best += " " + jump.format(_highest(experiment))
    return best + departures(experiment)


def _highest(experiment: Experiment) -> str:
    """D* where there is data alone."""
    smoothed, swapped = experiment.objective.label_smoothing, experiment.training.label_noise
    parts = [part for part, on in (("1 − s", smoothed > 0), ("1 − ε", swapped > 0)) if on]
    return "".join(f"({part})" for part in parts) if len(parts) > 1 else "".join(parts) or "1"
