"""The Dirac-GAN's plane: the vector field, and the trajectories that training took through it."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.frame import DASHES, Frame, Item, Rect
from ganlab_gui.figures.style import Picture, number, thousands
from ganlab_gui.lab.history import POINT_COLUMNS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LAYERS = ("field", "trajectory")
CELLS = 21
"""Arrows across the picture."""
LENGTHS = 0.46, 0.4
"""An arrow's length in cells: where nothing is strong, and what the strongest has more."""
MOST = 20_000
"""Points of a run's path: paper has room for more than a frame has time."""
MARGIN = 1.06
FAINT = 0.42
"""Opacity of the runs beside the chosen one."""


def draw_field(frame: Frame, picture: Picture) -> None:
    """All runs' trajectories over the field; the eigenvalues and the radius stand in the header."""
    from ganlab_gui.core.theory import dirac, portrait

    game, layers = picture.experiment, picture.options.get("layers", LAYERS)
    title = frame.tr("Vector field")
    if game.data.name != "dirac":
        frame.header(title)
        frame.note(frame.tr("Only the Dirac-GAN has two parameters, and so a field to draw."))
        return
    run, points = int(picture.options.get("run", 0)), _points(picture)
    starts = np.array([(z.real, z.imag) for z in map(game.data.start, game.seeds)])
    here = _here(points, starts)
    step = picture.snapshot.step if picture.snapshot else picture.history.last_step
    eigenvalues = portrait.eigenvalue_text(dirac.eigenvalues(game))
    items = [
        *([Item(f"λ = {eigenvalues}", "text")] if eigenvalues else []),
        Item(f"|(θ, ψ)| = {number(float(np.hypot(*here[run])))}", "action", marker="o"),
        Item(f"{frame.tr('step')} {thousands(step)}"),
    ]
    if "flow" in layers:
        items.insert(-1, Item(frame.tr("flow"), "data", line="dotted"))
    frame.header(title, items)
    ax = frame.axes()
    x0, x1, y0, y1 = box = _box(picture, points, here)
    paint(frame, ax, picture, box)
    frame.label(ax, x=frame.tr("θ, where G puts its point"), role="generated")
    frame.label(ax, y=frame.tr("ψ, the slope of D"), role="discriminator")
    frame.place([ax], frame.left, (y1 - y0) / (x1 - x0))


def paint(frame: Frame, ax: "Axes", picture: Picture, box: Rect) -> None:
    """The layers of the Dirac-GAN's field within ``box``: x0, x1, y0, y1."""
    from ganlab_gui.core.theory import portrait

    game, layers = picture.experiment, picture.options.get("layers", LAYERS)
    assert game.data.name == "dirac"
    run, points = int(picture.options.get("run", 0)), _points(picture)
    starts = np.array([(z.real, z.imag) for z in map(game.data.start, game.seeds)])
    here = _here(points, starts)
    x0, x1, y0, y1 = box
    ax.set_xlim(x0, x1)
    ax.set_ylim(y0, y1)
    for draw in (ax.axhline, ax.axvline):
        draw(0, color=frame.palette.line, lw=0.6, zorder=0)
    if "field" in layers:
        _arrows(frame, ax, game, box)
    palette, stroke = frame.palette, frame.style.stroke
    for wall in (-game.clip.c, game.clip.c) if game.clip.c > 0 else ():
        ax.axhline(wall, color=palette.discriminator, lw=stroke, ls=DASHES["dashed"], zorder=2)
    if "flow" in layers:
        x, y = portrait.flow_line(game, complex(*starts[run])).T
        ax.plot(x, y, color=palette.data, lw=0.8 * stroke, ls=DASHES["dotted"], zorder=3)
    if "trajectory" in layers:
        _paths(frame, ax, points, starts, run)
    _marks(frame, ax, starts, here, run)


def box_of(picture: Picture) -> Rect:
    """A square around the starts and all of every run's path: x0, x1, y0, y1."""
    points = _points(picture)
    far = float(np.nanmax(np.abs(points), initial=0.0, where=np.isfinite(points)))
    reach = max(float(picture.scene.high[0]), MARGIN * far)
    return -reach, reach, -reach, reach


def _points(picture: Picture) -> NDArray[np.float32]:
    """(T, R, 2) every row's θ and ψ."""
    rows = picture.history.rows
    if POINT_COLUMNS[0] not in rows.columns:
        return np.zeros((0, picture.history.runs, 2), np.float32)
    first = rows.columns.index(POINT_COLUMNS[0])
    return rows.values[:, :, first : first + 2]


def _here(points: NDArray[np.float32], starts: NDArray[np.float64]) -> NDArray[np.float64]:
    """(R, 2) the newest point of every run; its start where there is none."""
    if not len(points):
        return starts
    last = points[-1].astype(np.float64)
    return np.where(np.isfinite(last), last, starts)


def _box(
    picture: Picture, points: NDArray[np.float32], here: NDArray[np.float64]
) -> tuple[float, float, float, float]:
    """What the view shows; without one, a square around the start and the newest points."""
    if box := picture.options.get("box"):
        x0, x1, y0, y1 = box
        return float(x0), float(x1), float(y0), float(y1)
    reach = max(float(picture.scene.high[0]), MARGIN * float(np.abs(here).max()))
    return -reach, reach, -reach, reach


def _arrows(
    frame: Frame, ax: "Axes", game: Experiment, box: tuple[float, float, float, float]
) -> None:
    from ganlab_gui.core.theory import portrait

    cell = (box[1] - box[0]) / CELLS
    at = portrait.grid(box, cell)
    ways, strengths = portrait.arrows(game, at)
    shown = strengths > 0
    at, ways, strengths = at[shown], ways[shown], strengths[shown]
    least, more = LENGTHS
    ways = ways * (cell * (least + more * strengths))[:, None]
    ax.quiver(
        at[:, 0], at[:, 1], ways[:, 0], ways[:, 1], pivot="mid", angles="xy", scale_units="xy",
        scale=1, zorder=1,
        color=frame.palette.quiet, alpha=0.4 + 0.5 * strengths, units="dots",
        width=0.075 * frame.style.font_size, headwidth=6, headlength=6.5, headaxislength=5.5,
    )  # fmt: skip


def _paths(
    frame: Frame, ax: "Axes", points: NDArray[np.float32], starts: NDArray[np.float64], run: int
) -> None:
    from ganlab_gui.core.theory import portrait

    if not len(points):
        return
    rows = portrait.old_rows(len(points), portrait.stride(points), MOST)
    paths = portrait.take(points, np.append(rows, len(points) - 1))
    for r, (start, path) in enumerate(zip(starts, paths, strict=True)):
        x, y = np.concatenate([start[None], path]).T
        width, alpha, depth = (0.8, 1.0, 5) if r == run else (0.55, FAINT, 4)
        ax.plot(
            x, y, color=frame.palette.action, lw=width * frame.style.stroke, alpha=alpha,
            zorder=depth, solid_joinstyle="round",
        )  # fmt: skip


def _marks(
    frame: Frame, ax: "Axes", starts: NDArray[np.float64], here: NDArray[np.float64], run: int
) -> None:
    """Starts hollow, the newest points filled, the equilibrium in the data's colour."""
    palette, size = frame.palette, frame.style.font_size
    sizes = [(0.85 if r == run else 0.55) * size for r in range(len(here))]
    marks = (
        (starts, [0.42 * size] * len(starts), palette.panel, palette.action),
        (np.zeros((1, 2)), [0.6 * size], palette.data, palette.panel),
        (here, sizes, palette.action, palette.panel),
    )
    for depth, (at, wide, face, edge) in enumerate(marks, 6):
        ax.scatter(
            at[:, 0], at[:, 1], s=[w**2 for w in wide], facecolor=face, edgecolor=edge,
            lw=0.1 * size, zorder=depth,
        )  # fmt: skip
