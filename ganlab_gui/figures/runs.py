"""Every run's main picture side by side: one GAN run is an anecdote."""

import math
from typing import Any

import numpy as np

from ganlab_gui.figures import density, plane
from ganlab_gui.figures.frame import Frame, Item
from ganlab_gui.figures.style import Picture, number, thousands

MOST = 36
"""Small pictures drawn; beyond them a picture would have no size left."""


def draw_runs(frame: Frame, picture: Picture) -> None:
    """A small plane or density picture of every run, with its seed and its JS above it."""
    snapshot, scene = picture.snapshot, picture.scene
    runs = snapshot.runs[:MOST] if snapshot is not None else tuple(range(min(scene.runs, MOST)))
    items = [Item(frame.tr("{0} of {1} runs").format(len(runs), scene.runs))]
    if snapshot is not None:
        items.append(Item(f"{frame.tr('step')} {thousands(snapshot.step)}"))
    frame.header(frame.tr("Runs"), items)
    x, y, w, h = frame.left
    size = frame.style.font_size
    aspect = _aspect(picture)
    columns = _columns(len(runs), w, h, aspect)
    rows = math.ceil(len(runs) / columns)
    wide, high = w / columns, h / rows
    side = min(wide - 0.5 * size, (high - 1.7 * size) / aspect)
    if side <= 0:
        return
    high = min(high, side * aspect + 2.4 * size)
    for place, run in enumerate(runs):
        left = x + place % columns * wide
        bottom = y + h - (place // columns + 1) * high
        floor = bottom + high - 1.5 * size - side * aspect
        _small(frame, picture, run, (left, floor, side, side * aspect))
        label = frame.text(left, bottom + high - 1.1 * size, _label(frame, picture, run), "quiet")
        frame.shorten(label, wide - 0.3 * size)


def _aspect(picture: Picture) -> float:
    if picture.scene.dim == 1:
        return 0.6
    x0, x1, y0, y1 = picture.scene.box
    return (y1 - y0) / (x1 - x0)


def runs_ratio(picture: Picture) -> float:
    """Height over width at which the small pictures fill a sheet."""
    count = min(picture.scene.runs, MOST)
    columns = count if count <= 4 else math.ceil(1.3 * math.sqrt(count))
    return math.ceil(count / columns) * (_aspect(picture) + 0.04 * columns) / columns + 0.05


def _columns(count: int, width: float, height: float, aspect: float) -> int:
    """The number of columns that makes the small pictures largest."""

    def side(columns: int) -> float:
        return min(width / columns, height / math.ceil(count / columns) / (aspect + 0.12))

    return max(range(1, count + 1), key=side)


def _label(frame: Frame, picture: Picture, run: int) -> str:
    measures = picture.history.measures
    text = f"{frame.tr('seed')} {picture.experiment.seeds[run]}"
    if len(measures):
        js = float(measures.column("js")[-1, run])
        if np.isfinite(js):
            text += f" · JS {number(js, 2)}"
    return text


def _small(frame: Frame, picture: Picture, run: int, rect: Any) -> None:
    ax = frame.axes()
    axes = [ax]
    if picture.scene.dim == 2:
        plane.paint(frame, ax, picture, run, ("data", "generated"), points=0.7)
    elif picture.snapshot is not None:
        r = picture.snapshot.index(run)
        made = "generated" if picture.snapshot.p_parts is None else "parts"
        axes += density.paint(frame, ax, picture, r, ("data", made, "d"))
    for each in axes:
        each.set_xticks([])
        each.set_yticks([])
        each.set_ylabel("")
    frame.set_rect(axes, rect)
