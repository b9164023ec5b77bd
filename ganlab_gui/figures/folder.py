"""Every figure that suits an experiment, as files in a folder."""

from collections.abc import Mapping
from pathlib import Path

from ganlab_gui.experiment.grid import Cell, Grid
from ganlab_gui.figures import Picture, Style, render
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.sweep.result import CellResult
from ganlab_gui.lab.sweep.summary import measured

KINDS = ("pdf", "png")


def suitable(picture: Picture) -> list[str]:
    """Names of the figures that show something of this experiment, the page first."""
    scene = picture.scene
    main = "field" if scene.point else "plane" if scene.dim == 2 else "density"
    names = ["page", main, "losses", "distances"]
    if scene.weights is not None:
        names += ["modes", "mode_history"]
    return names + (["runs"] if scene.runs > 1 and not scene.point else [])


def write_figures(picture: Picture, folder: Path, style: Style | None = None) -> list[Path]:
    """Write each suitable figure as PDF and PNG; returns the files. Raises SaveError."""
    paths = []
    for name in suitable(picture):
        for kind in KINDS:
            paths.append(folder / f"{name}.{kind}")
            atomic_bytes(paths[-1], render(name, picture, style, kind), parents=True)
    return paths


def write_grid(
    grid: Grid, results: Mapping[Cell, CellResult], folder: Path, style: Style | None = None
) -> list[Path]:
    """Write a grid's small multiples, and heat map and curves of every measure there is.

    As PDF and PNG; returns the files. Raises SaveError.
    """
    from ganlab_gui.figures.grid import GridPicture, render_grid

    names = [("multiples", "js")]
    names += [(kind, name) for name in measured(results) for kind in ("heat", "curves")]
    paths = []
    for kind, measure in names:
        file = kind if kind == "multiples" else f"{kind}-{measure}"
        picture = GridPicture(grid, results, measure)
        for suffix in KINDS:
            paths.append(folder / f"{file}.{suffix}")
            atomic_bytes(paths[-1], render_grid(kind, picture, style, suffix), parents=True)
    return paths
