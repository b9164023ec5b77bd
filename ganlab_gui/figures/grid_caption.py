"""Captions of a grid's figures: what was varied, over which seeds, and all that was not."""

from ganlab_gui.experiment.grid import Grid, name_of
from ganlab_gui.experiment.labels import value_text
from ganlab_gui.figures.caption import joined, settings_told
from ganlab_gui.figures.edits import Translate
from ganlab_gui.figures.page import title_words
from ganlab_gui.figures.style import thousands


def grid_caption(kind: str, measure: str, grid: Grid, tr: Translate = str) -> str:
    """The caption of a grid's figure ``kind``; ``measure`` is its measure's readable name."""
    varied = [
        f"{name_of(axis)} = {', '.join(value_text(value) for value in axis.values)}"
        for axis in grid.axis
    ]
    last = (grid.seed + grid.runs - 1) % 2**31
    said = tr("{0}: {1}, after {2} training steps.")
    title = title_words(tr, grid.experiment)
    return joined(
        [
            said.format(title, _shown(kind, measure, tr), thousands(grid.steps)),
            tr("Varied: {0}.").format("; ".join(varied)),
            tr("{0} runs, seeds {1} to {2}.").format(grid.runs, grid.seed, last),
            tr("Where a cell does not say otherwise:"),
            *settings_told(grid.experiment, tr),
        ]
    )


def _shown(kind: str, measure: str, tr: Translate) -> str:
    match kind:
        case "heat":
            return tr("{0} in every cell of a grid, the median of the seeds").format(measure)
        case "curves":
            return tr("{0} over the steps in every cell of a grid").format(measure)
        case _:
            return tr("one run of every cell of a grid")
