"""The words on the plane's chips, and what each means."""

from PySide6.QtCore import QCoreApplication

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.views.realness import Words

Texts = dict[str, tuple[str, str]]
"""A chip's key to its label and its tooltip."""


def ground_texts(said: Words, optimum: str, company: str = "") -> Texts:
    """The grounds; ``optimum`` is D*'s formula, or the reason why there is none.

    ``company`` is what x passes through D together with.
    """
    tr = QCoreApplication.translate
    return {
        "d": (said.chip, f"{said.tip}; {company}" if company else said.tip),
        "optimum": (said.best, optimum),
        "p_data": (tr("PlaneView", "p data"), tr("PlaneView", "Density p(x) of the data")),
        "p_generated": (
            tr("PlaneView", "p G"),
            tr("PlaneView", "Density p_g(x) of what G makes (kernel estimate)"),
        ),
        "difference": (
            tr("PlaneView", "difference"),
            tr("PlaneView", "p_g(x) − p(x): where G makes too much or too little"),
        ),
        "none": (tr("PlaneView", "none"), tr("PlaneView", "No ground")),
    }


def layer_texts(experiment: Experiment) -> Texts:
    """The layers."""
    tr = QCoreApplication.translate
    return {
        "data": (tr("PlaneView", "data"), tr("PlaneView", "Samples of the data")),
        "generated": (
            tr("PlaneView", "generated"),
            tr("PlaneView", "x = G(z), for the same z at every step"),
        ),
        "average": (
            tr("PlaneView", "average"),
            tr("PlaneView", "Rings: x from the running average of G's weights, for the same z"),
        ),
        "gradients": (
            tr("PlaneView", "gradients"),
            tr("PlaneView", "−∇ₓ of G's loss at x = G(z): where D pulls G") + _against(experiment),
        ),
        "modes": (tr("PlaneView", "modes"), tr("PlaneView", "Centre and 3σ circle of every mode")),
        "manifold": (tr("PlaneView", "manifold"), _manifold(experiment)),
    }


def _against(experiment: Experiment) -> str:
    """What of G's loss the arrows leave out, after a semicolon; "" for nothing."""
    tr, training, said = QCoreApplication.translate, experiment.training, ""
    if training.unroll > 0:
        said += "; " + tr("PlaneView", "against D as it is now, not unrolled")
    if training.instance_noise > 0:
        said += "; " + tr("PlaneView", "at x itself, without instance noise")
    return said


def _manifold(experiment: Experiment) -> str:
    tr, dim = QCoreApplication.translate, experiment.noise.dim
    if experiment.generator.count > 1:
        return tr("PlaneView", "Each generator folds a sheet of its own: shown for one alone.")
    if dim < 2:
        return tr("PlaneView", "Noise of one dimension is no sheet to fold: it needs two or more.")
    if experiment.training.conditional:
        return tr("PlaneView", "Where G puts a regular grid of noise, for the class shown or 1")
    if dim == 2:
        return tr("PlaneView", "Where G puts a regular grid of noise")
    tip = tr(
        "PlaneView", "Where G puts a regular grid of 2 of the %1 noise coordinates, the others 0"
    )
    return tip.replace("%1", str(dim))
