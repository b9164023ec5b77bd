"""What D's realness is called in pictures, for every way it is read."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ganlab_gui.experiment.objectives import Reading
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


def no_optimum(reading: Reading, density: bool, company: bool) -> str:
    """Why D* cannot be drawn; "" where it can.

    ``density`` tells whether the data's is known, ``company`` whether D judges more than a point.
    """
    tr = QCoreApplication.translate
    if not density:
        return tr("Realness", "This data's density is not known, and so D* is not.")
    if reading.optimum:
        return ""
    if company:
        return tr("Realness", "D* of a point alone is unknown: D is told a class or sees a pack.")
    if reading.kind == "witness":
        return tr("Realness", "No discriminator learns here: the kernel's witness is fixed by G.")
    return tr("Realness", "The best critic is not known from the densities at x alone.")
