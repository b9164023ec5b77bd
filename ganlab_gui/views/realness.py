"""What D's realness is called in pictures, for every way it is read."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.scales import middle


@dataclass(frozen=True)
class Words:
    """Chip, tooltip, symbol with x (as in a colour bar) and unit of D's realness; D*'s symbol."""

    chip: str
    tip: str
    name: str
    unit: str
    best: str = "D*"


def words(reading: Reading, label: int | None = None) -> Words:
    """The words for ``reading``; with class ``label`` chosen D is D(x | y), y from 1."""
    found = _words(reading)
    if label is None:
        return found
    told = f"(x | {label + 1})"
    return Words(
        found.chip, found.tip.replace("(x)", told), found.name.replace("(x)", told), found.unit,
        found.best,
    )  # fmt: skip


def _words(reading: Reading) -> Words:
    tr, score = QCoreApplication.translate, QCoreApplication.translate("Realness", "score")
    match reading.kind:
        case "probability":
            tip = tr("Realness", "D(x): how probably real D finds x")
            return Words("D", tip, "D(x)", tr("Realness", "probability"))
        case "critic":
            tip = tr("Realness", "The critic's score f(x), with contour lines")
            return Words(tr("Realness", "critic"), tip, tr("Realness", "critic f(x)"), score)
        case "bound":
            tip = tr("Realness", "T(x) in the f-GAN's bound: undecided at f′(1) = %1, real above")
            return Words("T", tip.replace("%1", middle(reading)), "T(x)", score, "T*")
        case "score":
            tip = tr("Realness", "D's score D(x): undecided at %1, real above")
            return Words("D", tip.replace("%1", middle(reading)), "D(x)", score)
        case "energy":
            tip = tr("Realness", "E(x): how badly D, an auto-encoder, rebuilds x. Low means real")
            return Words("E", tip, "E(x)", tr("Realness", "energy"), "E*")
        case "witness":
            tip = tr("Realness", "The kernel's witness f(x): above 0 where data outweigh samples")
            name, unit = tr("Realness", "witness f(x)"), tr("Realness", "data − samples")
            return Words(tr("Realness", "witness"), tip, name, unit)


def beside(experiment: Experiment) -> str:
    """What x passes through D together with in pictures; "" where D's answer is x's alone."""
    tr, discriminator = QCoreApplication.translate, experiment.discriminator
    if discriminator.minibatch_features > 0:
        return tr("Realness", "x stands in a minibatch of data")
    if discriminator.norm == "batch":
        return tr("Realness", "D's units are normed over data and samples, half and half")
    return ""


def no_optimum(reading: Reading, density: bool, experiment: Experiment) -> str:
    """Why D* cannot be drawn; "" where it can. ``density`` tells whether the data's is known."""
    tr = QCoreApplication.translate
    if not density:
        return tr("Realness", "This data's density is not known, and so D* is not.")
    if reading.optimum:
        return ""
    if experiment.training.conditional or experiment.discriminator.pack > 1:
        return tr("Realness", "D* of a point alone is unknown: D is told a class or sees a pack.")
    if reading.kind == "witness":
        return tr("Realness", "No discriminator learns here: the kernel's witness is fixed by G.")
    if reading.kind == "critic":
        return tr("Realness", "The best critic is not known from the densities at x alone.")
    return tr("Realness", "D* is not drawn under instance noise: D learns from blurred samples.")


def departures(experiment: Experiment) -> str:
    """Sentences on what D learns from instead of p and p_g, each after a space; "" for nothing."""
    tr, training, said = QCoreApplication.translate, experiment.training, ""
    if training.label_noise > 0:
        said += " " + tr(
            "Realness",
            "Under label noise ε p stands for (1 − ε) p + ε p_g, and p_g for (1 − ε) p_g + ε p.",
        )
    if training.history > 0:
        said += " " + tr("Realness", "D learns from old samples too; D* knows only those of now.")
    return said
