"""A film strip: chosen steps in columns, experiments in rows, as in Metz et al. 2017, figure 2.

In the plane the data closes each row; in 1-D it is in every picture, and the Dirac-GAN has none.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.figures import density, field, plane
from ganlab_gui.figures.caption import caption, joined
from ganlab_gui.figures.edits import Translate
from ganlab_gui.figures.frame import Frame, Item, Rect
from ganlab_gui.figures.save import settings, sheet, to_stream
from ganlab_gui.figures.strip_rows import Kind, Row, Strip, spread
from ganlab_gui.figures.style import POINTS_PER_MM, Picture, Style, thousands
from ganlab_gui.lab.snapshot import Array, Scene, Snapshot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 170.0
COLUMNS = 6
CELLS = {1: 400, 2: 120}
"""Grid points a side of what is estimated here, by dimension."""
KERNEL = 0.025
"""Width of the plane's kernel, of the box's: one for all pictures, so that they compare."""
RING = 0.018
"""Radius of the smallest ring around a mode, of the box's width."""
HIGH = 0.8
"""Height of a 1-D picture, of its width."""


def figure_strip(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    """One row: the pictures of ``picture``, at ``options["steps"]`` or evenly spaced ones."""
    own = [] if picture.snapshot is None else [picture.snapshot]
    pictures = [*picture.pictures] or own
    run = int(picture.options.get("run", 0))
    row = Row.of("", picture.experiment, picture.scene, picture.history, pictures, run)
    steps = picture.options.get("steps")
    if not steps and row.steps:
        steps = spread(row.steps[0], row.steps[-1], COLUMNS)
    return draw_strip(
        Strip([row], steps or (0,), picture.options.get("kind", "density")), style, format
    )


def render_strip(strip: Strip, style: Style | None = None, format: str = "pdf") -> bytes:
    """The strip as the bytes of a pdf, svg or png file; same input, same bytes."""
    style = style or Style()
    figure = draw_strip(strip, style, format)
    with settings(_of(strip.rows[0]), style, format):
        return to_stream(figure, style, format)


def strip_caption(strip: Strip, tr: Translate = str) -> str:
    """What the strip shows and how it was drawn, and the settings of each row."""
    rows = [caption("strip", _of(row, row.at(strip.steps[-1])), tr) for row in strip.rows]
    said = [tr("Training steps run from left to right.")] if len(rows) == 1 else []
    if len(rows) > 1:
        said = [tr("Training steps run from left to right, experiments from top to bottom.")]
    if strip.target and strip.kind == "density":
        counts = sorted({len(_samples(row, row.at(strip.steps[-1]))) for row in strip.rows})
        said.append(
            tr(
                "Colours show a kernel estimate from {0} samples, {1} % of the picture wide,"
                " from 0 to each picture's own greatest value."
            ).format(" / ".join(map(thousands, counts)), f"{100 * KERNEL:g}")
        )
    return joined([*said, *rows])


def _of(row: Row, snapshot: Snapshot | None = None) -> Picture:
    return Picture(row.experiment, row.scene, snapshot, row.history, {"run": row.run})


# -- layout ----------------------------------------------------------------------------------------


def draw_strip(strip: Strip, style: Style, format: str = "pdf") -> "Figure":
    """The strip on a sheet; without a height of its own it is as high as its rows."""
    with settings(_of(strip.rows[0]), style, format):
        width = style.width_mm or WIDTH
        figure, rect = sheet(style, width, _height(strip, style, width) / width)
        frame = Frame(figure, rect, style)
        frame.header("", _key(frame, strip), heading=False)
        _place(frame, strip)
    return figure


def _shape(row: Row) -> float:
    """Height of a row's pictures, of their width."""
    if row.scene.point:
        return 1.0
    x0, x1, y0, y1 = row.scene.box
    return HIGH if row.scene.dim == 1 else (y1 - y0) / (x1 - x0)


def _measures(strip: Strip, style: Style, width: float) -> tuple[float, float, float, float]:
    """Points: room for rows' titles and for a line of steps, between pictures, and a picture's."""
    size = style.font_size
    titles = 2.9 * size if any(row.title for row in strip.rows) else 0.0
    columns = len(strip.steps) + strip.target
    gap = 0.5 * size
    return titles, 1.6 * size, gap, (width - titles - gap * (columns - 1)) / columns


def _height(strip: Strip, style: Style, width_mm: float) -> float:
    """Millimetres that the strip needs at this width."""
    margin = 1.4 * style.font_size
    _, line, gap, side = _measures(strip, style, width_mm * POINTS_PER_MM - margin)
    lines = 1 if None not in strip.shared else len(strip.rows)
    pictures = sum(side * _shape(row) for row in strip.rows) + gap * (len(strip.rows) - 1)
    key = 1.9 * style.font_size
    return (margin + key + line * lines + pictures) / POINTS_PER_MM


def _place(frame: Frame, strip: Strip) -> None:
    x, y, w, h = frame.left
    titles, line, gap, side = _measures(strip, frame.style, w)
    shared = None not in strip.shared
    lines = line * (1 if shared else len(strip.rows))
    room = h - lines - gap * (len(strip.rows) - 1)
    side = min(side, room / sum(_shape(row) for row in strip.rows))
    top = y + h
    for number, row in enumerate(strip.rows):
        high = side * _shape(row)
        labelled = not shared or number == 0
        top -= line if labelled else 0.0
        for column in range(len(strip.steps) + strip.target):
            left = x + titles + column * (side + gap)
            _cell(frame, strip, row, column, (left, top - high, side, high))
            if labelled:
                _say_step(frame, strip, row, column, (left + side / 2, top + 0.45 * line, side))
        if row.title:
            _say_title(frame, row.title, (x, top - high / 2, high))
        top -= high + gap


def _say_step(
    frame: Frame, strip: Strip, row: Row, column: int, at: tuple[float, float, float]
) -> None:
    words = frame.tr("data")
    if column < len(strip.steps):
        words = f"{frame.tr('step')} {thousands(row.at(strip.steps[column]).step)}"
    elif row.scene.dim != 2 or row.scene.point:
        return
    text = frame.text(at[0], at[1], words, "quiet", ha="center")
    frame.shorten(text, at[2])


def _say_title(frame: Frame, title: str, at: tuple[float, float, float]) -> None:
    """Along the left edge, from below, on two lines where one is too short."""
    x, y, room = at
    size = frame.style.font_size
    lines = [frame.text(x, y, title, ha="center", va="center")]
    words = title.split()
    if frame.width(lines[0]) > room and len(words) > 1:
        halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
        first, second = min(halves, key=lambda pair: max(map(len, pair)))
        lines[0].set_text(first)
        lines.append(frame.text(x, y, second, ha="center", va="center"))
    figure_width = frame.figure.get_size_inches()[0] * 72
    for number, text in enumerate(reversed(lines)):
        frame.shorten(text, room)
        text.set_rotation(90)
        text.set_x((x + (2.1 - 1.2 * number) * size) / figure_width)


def _key(frame: Frame, strip: Strip) -> list[Item]:
    """What colours and lines stand for, in the plane, in 1-D and in the Dirac-GAN's field."""
    tr, items = frame.tr, list[Item]()
    scenes = [row.scene for row in strip.rows]
    planes = [s for s in scenes if s.dim == 2 and not s.point]
    if planes and strip.kind == "density":
        items.append(Item(tr("density of generated samples"), "generated", marker="s"))
    elif planes:
        items += [
            Item(tr("data"), "data", marker="."),
            Item(tr("generated"), "generated", marker="o"),
        ]
    if any(s.centres is not None for s in planes):
        items.append(Item(tr("modes"), "quiet", marker="o", hollow=True))
    if any(s.dim == 1 and not s.point for s in scenes):
        items += [
            Item(tr("density of the data"), "data", "dotted"),
            Item(tr("of generated samples"), "generated", "solid"),
        ]
    if any(s.point for s in scenes):
        items.append(Item(tr("path of (θ, ψ)"), "action", "solid"))
    return items


# -- pictures --------------------------------------------------------------------------------------


def _cell(frame: Frame, strip: Strip, row: Row, column: int, rect: Rect) -> None:
    data = column == len(strip.steps)
    if data and (row.scene.dim != 2 or row.scene.point):
        return
    ax = frame.axes()
    if row.scene.point:
        _field(frame, ax, row, strip.steps[column])
    elif row.scene.dim == 1:
        _line(frame, ax, strip, row, strip.steps[column])
    else:
        _plane(frame, ax, strip.kind, row, row.at(strip.steps[-1 if data else column]), data)
    ax.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False)
    frame.set_rect([ax], rect)


def _plane(frame: Frame, ax: "Axes", kind: Kind, row: Row, snapshot: Snapshot, data: bool) -> None:
    """Colours run from 0 to each picture's own greatest value."""
    if kind == "samples":
        layers = ("data",) if data else ("data", "generated")
        picture = replace(_of(row, snapshot), options={"run": row.run, "ground": "none"})
        plane.paint(frame, ax, picture, row.run, layers, points=0.6)
        _modes(frame, ax, row.scene)
        return
    from ganlab_gui.core.measures import gaussian_kde_2d

    real = row.scene.real if snapshot.real is None else snapshot.real
    points = real if data else _samples(row, snapshot)
    ground = "p_data" if data else "p_generated"
    x0, x1, y0, y1 = row.scene.box
    xs, ys = np.linspace(x0, x1, CELLS[2]), np.linspace(y0, y1, CELLS[2])
    values = gaussian_kde_2d(points, xs, ys, KERNEL * (x1 - x0)).astype(np.float32)
    shown = Snapshot(
        snapshot.step, 2, (row.run,), snapshot.reading, xs=xs.astype(np.float32),
        ys=ys.astype(np.float32), p_data=values, p_generated=values[None],
    )  # fmt: skip
    picture = replace(_of(row, shown), options={"run": row.run, "ground": ground})
    plane.paint(frame, ax, picture, row.run, ())
    _modes(frame, ax, row.scene)


def _modes(frame: Frame, ax: "Axes", scene: Scene) -> None:
    """A ring around each mode's centre, of 3σ or just large enough to be seen."""
    if scene.centres is None or scene.stds is None:
        return
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Circle

    least = RING * (scene.box[1] - scene.box[0])
    rings = [
        Circle((x, y), max(3 * s, least))
        for (x, y), s in zip(scene.centres, scene.stds, strict=True)
    ]
    ax.add_collection(
        PatchCollection(
            rings, zorder=4, fc="none", ec=frame.palette.quiet, lw=0.07 * frame.style.font_size
        )
    )


def _samples(row: Row, snapshot: Snapshot) -> NDArray[np.float32]:
    """(n, dim) generated points of the row's run; none where no view had asked for them."""
    if snapshot.fake is None:
        return np.zeros((0, snapshot.dim), np.float32)
    return snapshot.fake[snapshot.index(row.run)]


def _line(frame: Frame, ax: "Axes", strip: Strip, row: Row, step: int) -> None:
    """All pictures of a row have the same axes, as wide as the generator went in them."""
    shown = [_estimated(row, row.at(s)) for s in strip.steps]
    snapshot = shown[list(strip.steps).index(step)]
    ends = [(s.xs[0], s.xs[-1]) for s in shown if s.xs is not None] or [row.scene.box[:2]]
    wide = float(min(low for low, _ in ends)), float(max(high for _, high in ends))
    picture = replace(_of(row, snapshot), options={"run": row.run, "range": wide})
    density.paint(frame, ax, picture, snapshot.index(row.run), ("data", "generated"))
    ax.set_ylim(0, 1.08 * _peak(row, shown))


def _peak(row: Row, shown: Sequence[Snapshot]) -> float:
    """The highest density in the row, but no more than twice the data's; 1 where there is none."""
    data = max([_top(s.p_data) for s in shown if s.p_data is not None], default=0.0)
    run = [s.p_generated[s.index(row.run)] for s in shown if s.p_generated is not None]
    made = max(map(_top, run), default=0.0)
    return (min(max(data, made), 2 * data) if data > 0 else made) or 1.0


def _top(density: Array) -> float:
    """The highest finite value; 0 where nothing is."""
    return float(np.max(density, initial=0.0, where=np.isfinite(density)))


def _estimated(row: Row, snapshot: Snapshot) -> Snapshot:
    """With a density of its samples, where no view had asked for one."""
    if snapshot.p_generated is not None or snapshot.fake is None:
        return snapshot
    from ganlab_gui.core.measures import gaussian_kde_1d

    low, high = row.scene.box[:2]
    xs: Array = np.linspace(low, high, CELLS[1]).astype(np.float32)
    made = [gaussian_kde_1d(points[:, 0], xs)[0] for points in snapshot.fake]
    return replace(snapshot, xs=xs, p_data=None, p_generated=np.array(made, np.float32))


def _field(frame: Frame, ax: "Axes", row: Row, step: int) -> None:
    """The path up to the step, in a square around all of it."""
    snapshot = row.at(step)
    whole = _of(row)
    picture = replace(_of(row, snapshot), history=row.history.until(snapshot.step))
    field.paint(frame, ax, picture, field.box_of(whole))
