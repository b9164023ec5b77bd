"""What D's realness is called in figures, for every way it is read."""

from collections.abc import Callable

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.figures.style import Picture

Translate = Callable[[str], str]


def name(reading: Reading, tr: Translate, label: int | None = None) -> str:
    """D's realness at x, of class ``label`` where one is given."""
    x = "(x)" if label is None else f"(x | {label + 1})"
    match reading.kind:
        case "probability" | "score":
            return f"D{x}"
        case "bound":
            return f"T{x}"
        case "energy":
            return f"E{x}"
        case "witness":
            return f"{tr('witness')} f{x}"
        case "critic":
            return f"f{x}"


def best_name(reading: Reading) -> str:
    """D at its optimum."""
    return {"bound": "T*", "energy": "E*"}.get(reading.kind, "D*")


def asked(picture: Picture, tr: Translate) -> list[str]:
    """What else the reader must know of the numbers that D gives for the plane's points."""
    snapshot, discriminator, said = picture.snapshot, picture.experiment.discriminator, []
    pack = discriminator.pack
    if snapshot is not None and snapshot.reading.kind == "energy":
        said.append(tr("low energy = real"))
    if pack > 1:
        said.append(tr("D(x) beside data points (pack {0})").format(pack))
    if discriminator.minibatch_features > 0:
        said.append(tr("x in a minibatch of data"))
    elif discriminator.norm == "batch":
        said.append(tr("D normed over data and samples"))
    if picture.scene.classes and picture.options.get("label") is None:
        said.append(tr("mean over classes"))
    return said
