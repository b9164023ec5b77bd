"""Every figure that suits an experiment, as files in a folder."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ganlab_gui.experiment.grid import Cell, Grid
from ganlab_gui.figures import Picture, Style, latex, render
from ganlab_gui.figures.caption import caption
from ganlab_gui.figures.grid_caption import grid_caption
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.sweep.result import CellResult
from ganlab_gui.lab.sweep.summary import measured, said

KINDS = ("pdf", "png")


def suitable(picture: Picture) -> list[str]:
    """Names of the figures that show something of this experiment, the page first."""
    scene = picture.scene
    main = "field" if scene.point else "plane" if scene.dim == 2 else "density"
    names = ["page", main, "losses", "distances"]
    if scene.weights is not None:
        names += ["modes", "mode_history"]
    return names + (["runs"] if scene.runs > 1 and not scene.point else [])


def write_figures(
    picture: Picture, folder: Path, style: Style | None = None,
    kinds: Sequence[str] = KINDS, each: Callable[[str], object] = lambda name: None,
    about: str = "",
) -> list[Path]:  # fmt: skip
    """Write each suitable figure in each of the kinds, with its caption and as LaTeX.

    ``each`` is told a figure's name before it is drawn, and may raise to stop; labels begin with
    ``about``, else with the title. Returns the files of the figures. Raises SaveError.
    """
    style, paths = style or Style(), []
    for name in suitable(picture):
        each(name)
        for kind in kinds:
            paths.append(folder / f"{name}.{kind}")
            atomic_bytes(paths[-1], render(name, picture, style, kind), parents=True)
        words = caption(name, picture, style.translate)
        write_words(folder / f"{name}.{kinds[0]}", words, about or picture.experiment.title, name)
    return paths


def write_words(path: Path, words: str, *parts: str) -> None:
    """Beside the figure ``path`` its caption, NAME.txt, and its LaTeX, NAME.tex.

    ``parts`` make its label. Raises SaveError.
    """
    atomic_bytes(path.with_suffix(".txt"), f"{words}\n".encode(), parents=True)
    snippet = latex.figure(path.name, words, latex.label(*parts))
    atomic_bytes(path.with_suffix(".tex"), snippet.encode(), parents=True)


def write_grid(
    grid: Grid, results: Mapping[Cell, CellResult], folder: Path, style: Style | None = None,
    kinds: Sequence[str] = KINDS, each: Callable[[float], object] = lambda share: None,
    about: str = "",
) -> list[Path]:  # fmt: skip
    """Write a grid's small multiples, and heat map and curves of every measure there is.

    In each of the kinds, with caption and LaTeX; ``each`` is told the share done before each
    figure, and may raise to stop. Returns the files of the figures. Raises SaveError.
    """
    from ganlab_gui.figures.grid import GridPicture, render_grid

    names = [("multiples", "js")]
    names += [(kind, name) for name in measured(results) for kind in ("heat", "curves")]
    style, paths = style or Style(), []
    speak = style.translate
    for number, (kind, measure) in enumerate(names):
        each(number / len(names))
        file = kind if kind == "multiples" else f"{kind}-{measure}"
        picture = GridPicture(grid, results, measure)
        for suffix in kinds:
            paths.append(folder / f"{file}.{suffix}")
            atomic_bytes(paths[-1], render_grid(kind, picture, style, suffix), parents=True)
        words = grid_caption(kind, speak(said(measure).label), grid, speak)
        write_words(folder / f"{file}.{kinds[0]}", words, about or grid.experiment.title, file)
    return paths
