"""A grid of experiments on paper: heat map of a measure, curves with bands, small multiples."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ganlab_gui.experiment.grid import Cell, Grid, name_of
from ganlab_gui.experiment.labels import value_text
from ganlab_gui.figures import density, plane
from ganlab_gui.figures.fonts import families
from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.save import FORMATS, defaults, sheet, to_stream
from ganlab_gui.figures.style import Picture, Style, thousands
from ganlab_gui.lab.sweep.result import CellResult
from ganlab_gui.lab.sweep.summary import (
    band,
    is_broken,
    line_box,
    medians,
    reading_text,
    said,
    scale_of,
    span,
)
from ganlab_gui.scales import heat, ink_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH_MM = 170.0
LINES = tuple(DASHES)


@dataclass(frozen=True)
class GridPicture:
    """A grid, the results there are, the measure that is shown, and the run in small pictures."""

    grid: Grid
    results: Mapping[Cell, CellResult]
    measure: str = "js"
    run: int = 0


def render_grid(
    name: str, picture: GridPicture, style: Style | None = None, format: str = "pdf"
) -> bytes:
    """The figure ``name`` of a grid as a file's bytes; same input, same bytes.

    Raises ValueError for a name or a format that does not exist.
    """
    if name not in GRID_FIGURES:
        raise ValueError(f"figure {name!r}: no such figure; allowed: {', '.join(GRID_FIGURES)}.")
    if format not in FORMATS:
        raise ValueError(f"figure format {format!r}: allowed: {', '.join(FORMATS)}.")
    draw, ratio = GRID_FIGURES[name]
    style = style or Style()
    with defaults(families(format, style.translate("step") != "step")):
        figure, rect = sheet(style, WIDTH_MM, ratio(picture))
        draw(Frame(figure, rect, style), picture)
        return to_stream(figure, style, format)


def measure_words(frame: Frame, measure: str) -> str:
    """A measure's name and unit in the reader's language."""
    words = said(measure)
    label = frame.tr(words.label)
    if words.average:
        label = frame.tr("{0} of the averaged G").format(label)
    return f"{label}, {frame.tr(words.unit)}" if words.unit else label


def _seeds(frame: Frame, picture: GridPicture) -> str:
    return frame.tr("{0} seeds").format(picture.grid.runs)


def _step(frame: Frame, picture: GridPicture) -> Item:
    return Item(f"{frame.tr('step')} {thousands(picture.grid.steps)}")


def _axis_words(frame: Frame, picture: GridPicture, axis: int) -> str:
    return name_of(picture.grid.axis[axis]) if axis < len(picture.grid.axis) else ""


def _texts(picture: GridPicture, axis: int) -> list[str]:
    """The values of the first or the second setting as they are read."""
    if axis >= len(picture.grid.axis):
        return [""]
    return [value_text(value) for value in picture.grid.axis[axis].values]


# -- heat map --------------------------------------------------------------------------------------


def draw_heat(frame: Frame, picture: GridPicture) -> None:
    """A cell's colour and number are the median over its seeds; the bar says what colours mean."""
    table = medians(picture.grid, picture.results, picture.measure)
    scale = scale_of(table)
    items = [Item(frame.tr("median of {0} seeds").format(picture.grid.runs)), _step(frame, picture)]
    better = said(picture.measure).higher_is_better
    if better is not None:
        words = frame.tr("more is better") if better else frame.tr("less is better")
        items.append(Item(words, "text"))
    frame.header(measure_words(frame, picture.measure), items)
    x, y, w, h = frame.left
    size, colours = frame.style.font_size, heat(frame.palette)
    ax = frame.axes()
    shares = scale.shares(table)
    down, across = table.shape
    shown = np.broadcast_to(np.array(_grey(frame), np.uint8), (down, across, 3)).copy()
    known = np.isfinite(shares)
    shown[known] = colours[np.round(255 * shares[known]).astype(int)]
    ax.imshow(shown, origin="lower", aspect="auto", extent=(-0.5, across - 0.5, -0.5, down - 0.5))
    for i, j in picture.grid.cells:
        _number(frame, ax, picture, (i, j), float(table[j, i]), ink_on(shown[j, i]))
    _ticks(frame, ax, picture)
    bar = 1.6 * size
    frame.place([ax], (x, y, w - bar - 6.5 * size, h))
    _bar(frame, ax, scale, colours, bar)


def _grey(frame: Frame) -> list[int]:
    return [int(frame.palette.field[k : k + 2], 16) for k in (1, 3, 5)]


def _number(
    frame: Frame, ax: "Axes", picture: GridPicture, cell: Cell, value: float, ink: str
) -> None:
    """The number in a cell, and in words how many of its seeds diverged."""
    result, (i, j) = picture.results.get(cell), cell
    how: Any = {"ha": "center", "va": "center", "fontsize": frame.style.small, "clip_on": True}
    if result is None:
        ax.text(i, j, "–", color=frame.palette.quiet, **how)
        return
    lines = [reading_text(value)]
    if is_broken(result):
        lines = [frame.tr("diverged")]
        from matplotlib.patches import Rectangle

        hatched = Rectangle((i - 0.5, j - 0.5), 1, 1, fill=False, hatch="////", lw=0)
        hatched.set_edgecolor(frame.palette.danger)
        hatched.set_alpha(0.5)
        ax.add_patch(hatched)
        box = {"facecolor": frame.palette.panel, "edgecolor": "none", "pad": 1.5}
        ax.text(i, j, lines[0], color=frame.palette.danger, bbox=box, **how)
        return
    if result.diverged:
        lines.append(frame.tr("{0} of {1} diverged").format(result.diverged, picture.grid.runs))
    ax.text(i, j, "\n".join(lines), color=ink, **how)


def _ticks(frame: Frame, ax: "Axes", picture: GridPicture) -> None:
    across, down = _texts(picture, 0), _texts(picture, 1)
    ax.set_xticks(range(len(across)), across)
    ax.set_yticks(range(len(down)), down)
    ax.tick_params(length=0)
    frame.label(ax, _axis_words(frame, picture, 0), _axis_words(frame, picture, 1))


def _bar(frame: Frame, ax: "Axes", scale: Any, colours: Any, width: float) -> None:
    """The colour bar beside the map, with the numbers of its ends and its middle."""
    bar = frame.axes()
    bar.imshow(colours[:, None, :], origin="lower", aspect="auto", extent=(0, 1, 0, 1))
    bar.set_xticks([])
    bar.yaxis.tick_right()
    bar.set_yticks([0, 0.5, 1], [reading_text(scale.value(share)) for share in (0, 0.5, 1)])
    figure_w, figure_h = frame.figure.get_size_inches() * 72
    box = ax.get_position()
    left = box.x1 * figure_w + 1.2 * frame.style.font_size
    high = box.height * figure_h
    frame.set_rect([bar], (left, box.y0 * figure_h, width, high))


# -- curves ----------------------------------------------------------------------------------------


def draw_curves(frame: Frame, picture: GridPicture) -> None:
    """A panel for each value of the second setting, a curve with its band for each of the first."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator

    grid = picture.grid
    across, down = grid.shape
    inks, items = curve_colours(frame.palette, across), []
    for i, text in enumerate(_texts(picture, 0)):
        items.append(Item(text, inks[i], LINES[i % len(LINES)]))
    frame.header(
        measure_words(frame, picture.measure),
        [Item(_axis_words(frame, picture, 0), "text"), *items],
    )
    x, y, w, h = frame.left
    columns = min(down, 4)
    rows = -(-down // columns)
    note = frame.tr("line: median of {0} seeds; band: least to greatest")
    frame.text(x, y, note.format(grid.runs), "quiet")
    y, h = y + 1.6 * frame.style.font_size, h - 1.6 * frame.style.font_size
    axes = [frame.axes() for _ in range(down)]
    for j, ax in enumerate(axes):
        for i in range(across):
            if (i, j) in picture.results:
                _curve(frame, ax, picture, (i, j), inks[i])
        frame.step_axis(ax, 0, grid.steps)
        ax.xaxis.set_major_locator(MaxNLocator(_ticks_in(frame, w / columns), integer=True))
        if down > 1:
            title = f"{_axis_words(frame, picture, 1)} {_texts(picture, 1)[j]}"
            ax.set_title(title, fontsize=frame.style.small, color=frame.palette.quiet, pad=3)
    scale = span(picture.results, picture.measure)
    for j, ax in enumerate(axes):
        if scale.log:
            ax.set_yscale("log")
            ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: reading_text(value)))
            ax.yaxis.set_minor_locator(NullLocator())
        ax.set_ylim(scale.low, scale.high)
        wide, high = w / columns, h / rows
        place = (x + j % columns * wide, y + h - (j // columns + 1) * high, wide - 4, high - 4)
        frame.place([ax], place)


def _ticks_in(frame: Frame, width: float) -> int:
    return max(2, int(width / (9 * frame.style.font_size)))


def curve_colours(palette: Any, count: int) -> list[str]:
    """So many colours from quiet to strong along the heat map's scale."""
    colours = heat(palette)
    places = np.linspace(0.4, 1.0, count) if count > 1 else np.array([0.7])
    return ["#" + "".join(f"{c:02x}" for c in colours[round(255 * p)]) for p in places]


def _curve(frame: Frame, ax: "Axes", picture: GridPicture, cell: Cell, ink: str) -> None:
    found = band(picture.results[cell], picture.measure)
    line = DASHES[LINES[cell[0] % len(LINES)]]
    ax.fill_between(found.steps, found.low, found.high, color=ink, alpha=0.16, lw=0)
    ax.plot(found.steps, found.middle, color=ink, ls=line, lw=1.3 * frame.style.stroke)
    if is_broken(picture.results[cell]) and len(found.steps):
        how: Any = {"marker": "x", "color": frame.palette.danger, "ms": 0.7 * frame.style.font_size}
        ax.plot(found.steps[-1:], found.middle[-1:], lw=0, **how)


# -- small multiples -------------------------------------------------------------------------------


def draw_multiples(frame: Frame, picture: GridPicture) -> None:
    """The last picture of every cell, of one seed, all over the same box."""
    grid = picture.grid
    seed = grid.seed + picture.run
    items = [Item(f"{frame.tr('seed')} {seed}"), _step(frame, picture)]
    frame.header(frame.tr(grid.experiment.title), items)
    size, (x, y, w, h) = frame.style.font_size, frame.left
    across, down = grid.shape
    left = 5.5 * size if len(grid.axis) > 1 else 0.0
    bottom = 2.8 * size
    wide, high = (w - left) / across, (h - bottom) / down
    side = min(wide - 3, (high - 3) / _aspect(picture))
    for i, text in enumerate(_texts(picture, 0)):
        frame.text(x + left + (i + 0.5) * wide, y + 1.5 * size, text, "quiet", ha="center")
    frame.text(
        x + left + across * wide / 2, y, _axis_words(frame, picture, 0), "quiet", ha="center"
    )
    for j, text in enumerate(_texts(picture, 1)):
        middle = y + bottom + (j + 0.5) * high
        frame.text(x + left - 0.6 * size, middle, text, "quiet", ha="right", va="center")
    if len(grid.axis) > 1:
        words = _axis_words(frame, picture, 1)
        how = {"rotation": 90, "ha": "left", "va": "center"}
        frame.text(x, y + bottom + down * high / 2, words, "quiet", **how)
    for i, j in grid.cells:
        centre = x + left + (i + 0.5) * wide, y + bottom + (j + 0.5) * high
        tall = side * _aspect(picture)
        _small(frame, picture, (i, j), (centre[0] - side / 2, centre[1] - tall / 2, side, tall))


def _aspect(picture: GridPicture) -> float:
    """Height over width of the small pictures."""
    scene = next((r.scene for r in picture.results.values()), None)
    if scene is None or scene.dim == 1:
        return 0.6
    x0, x1, y0, y1 = scene.box
    return (y1 - y0) / (x1 - x0)


def _small(frame: Frame, picture: GridPicture, cell: Cell, rect: Any) -> None:
    ax = frame.axes()
    result = picture.results.get(cell)
    if result is not None:
        run = min(picture.run, result.history.runs - 1)
        own = Picture(result.job.experiment, result.scene, result.snapshot, result.history)
        if result.scene.dim == 2:
            plane.paint(frame, ax, own, run, ("data", "generated"), points=0.6)
        else:
            density.paint(frame, ax, own, result.snapshot.index(run), ("data", "generated"))
            low, high, top = line_box(result)
            ax.set_xlim(low, high)
            ax.set_ylim(0, top)
        if result.diverged_at[run] is not None:
            how: dict[str, Any] = {"transform": ax.transAxes, "ha": "center", "va": "center"}
            how["bbox"] = {"facecolor": frame.palette.panel, "edgecolor": "none", "pad": 1.0}
            how |= {"fontsize": frame.style.small, "color": frame.palette.danger}
            ax.text(0.5, 0.5, frame.tr("diverged"), **how)
    else:
        ax.text(0.5, 0.5, "–", color=frame.palette.quiet, ha="center", va="center")
    ax.set_xticks([])
    ax.set_yticks([])
    frame.set_rect([ax], rect)


# -- which there are -------------------------------------------------------------------------------


def _heat_ratio(picture: GridPicture) -> float:
    return min(1.2, 0.12 + 0.11 * picture.grid.shape[1])


def _curves_ratio(picture: GridPicture) -> float:
    return 0.42 * -(-picture.grid.shape[1] // 4) + 0.06


def _multiples_ratio(picture: GridPicture) -> float:
    across, down = picture.grid.shape
    return min(1.4, 0.1 + _aspect(picture) * down / across * 0.95)


GRID_FIGURES: dict[
    str, tuple[Callable[[Frame, GridPicture], None], Callable[[GridPicture], float]]
] = {
    "heat": (draw_heat, _heat_ratio),
    "curves": (draw_curves, _curves_ratio),
    "multiples": (draw_multiples, _multiples_ratio),
}
