"""Which modes the generator reaches: shares now, and shares over the steps."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.measures import high_quality_ceiling
from ganlab_gui.figures.curves import span
from ganlab_gui.figures.edits import edit_items, edit_marks
from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.plane import colours
from ganlab_gui.figures.style import Picture, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_COLUMNS = 1_200
NONE = "This data has no modes."
NOTHING = "Nothing has been measured yet."


def draw_modes(frame: Frame, picture: Picture) -> None:
    """Share of samples a mode against the true weights; captured, high quality and reverse KL."""
    scene, shares = picture.scene, picture.history.shares
    title = frame.tr("Modes")
    if scene.weights is None:
        frame.header(title)
        frame.note(frame.tr(NONE))
        return
    frame.header(title, _readings(frame, picture))
    ax = frame.axes()
    modes = np.arange(1, scene.modes + 1)
    newest = _newest(shares.values, shares.values.sum(axis=2) > 0)
    if newest is not None:
        _bars(frame, ax, modes, newest)
    ax.hlines(
        scene.weights, modes - 0.42, modes + 0.42, color=frame.palette.data,
        ls=DASHES["dotted"], lw=1.2 * frame.style.stroke, zorder=4,
    )  # fmt: skip
    ax.set_xlim(0.3, scene.modes + 0.7)
    top = float(scene.weights.max())
    if newest is not None:
        top = max(top, float(np.nanmax(newest)))
    ax.set_ylim(0, 1.08 * top)
    _mode_ticks(ax, scene.modes, vertical=False)
    frame.label(ax, x=frame.tr("mode"), y=frame.tr("share of samples"))
    frame.place([ax], frame.left)


def _newest(values: NDArray[Any], sound: NDArray[np.bool_]) -> NDArray[Any] | None:
    """The last row (R, K) of (T, R, K) in which a run is sound (T, R), the other runs NaN."""
    rows = np.flatnonzero(sound.any(axis=1))
    return np.where(sound[rows[-1], :, None], values[rows[-1]], np.nan) if len(rows) else None


def _bars(frame: Frame, ax: "Axes", modes: NDArray[Any], shares: NDArray[Any]) -> None:
    """Bars of shares (R, M): medians over the runs, and lines from 10 % to 90 % quantile."""
    good = shares[np.isfinite(shares).all(1)]
    if not len(good):
        return
    low, middle, high = np.quantile(good, (0.1, 0.5, 0.9), axis=0)
    ax.bar(modes, middle, 0.62, color=frame.palette.generated, lw=0)
    if len(good) > 1:
        ax.vlines(modes, low, high, color=frame.palette.action, lw=frame.style.stroke, zorder=5)


def _readings(frame: Frame, picture: Picture) -> list[Item]:
    measures, runs, count = picture.history.measures, picture.scene.runs, picture.scene.modes
    place = {name: k for k, name in enumerate(measures.columns)}
    # Reverse KL alone is undefined where no sample is finite; the others then read 0.
    newest = _newest(measures.values, np.isfinite(measures.column("reverse_kl")))

    def last(name: str) -> float:
        """The last median over the runs."""
        return float("nan") if newest is None else float(np.nanmedian(newest[:, place[name]]))

    captured, quality = last("modes_captured"), last("high_quality")
    items = [
        Item(frame.tr("true weights"), "data", "dotted"),
        Item(frame.tr("captured {0} of {1}").format(number(captured, 0), count), "generated"),
        Item(
            frame.tr("high quality {0} % (at best {1} %)").format(
                number(100 * quality, 1), number(100 * high_quality_ceiling, 1)
            ),
            "generated",
        ),
        Item(f"{frame.tr('reverse KL')} {number(last('reverse_kl'))} {frame.tr('nats')}", "second"),
    ]
    if runs > 1:
        items.append(Item(frame.tr("median of {0} runs, 10–90 %").format(runs)))
    if picture.scene.generators > 1:
        together = frame.tr("all {0} generators together")
        items.append(Item(together.format(picture.scene.generators)))
    if picture.scene.classes:
        items.append(Item(frame.tr("all classes together")))
    return items


def draw_mode_history(frame: Frame, picture: Picture) -> None:
    """Mode by step as an image of one run: how the generator hops from mode to mode."""
    scene, shares = picture.scene, picture.history.shares
    title = frame.tr("Mode history")
    if scene.weights is None or not len(shares):
        frame.header(title)
        frame.note(frame.tr(NONE if scene.weights is None else NOTHING))
        return
    run = min(int(picture.options.get("run", 0)), scene.runs - 1)
    low, high = span(picture)
    steps = shares.steps
    keep = (steps >= low) & (steps <= high)
    steps, values = steps[keep], shares.values[keep, run]
    top = float(np.nanmax(values)) if np.isfinite(values).any() else 1.0
    items = [Item(f"{frame.tr('share of samples')}: 0 → {number(top, 2)}", "generated", marker="s")]
    if scene.runs > 1:
        items.append(Item(f"{frame.tr('run')} {run + 1}"))
    frame.header(title, [*items, *edit_items(frame, picture)])
    ax = frame.axes()
    frame.step_axis(ax, low, high)
    if len(steps):
        _image(frame, ax, steps, values, top)
    ax.set_ylim(scene.modes + 0.5, 0.5)
    _mode_ticks(ax, scene.modes, vertical=True)
    edit_marks(frame, ax, picture.history.edits)
    frame.label(ax, y=frame.tr("mode"))
    frame.place([ax], frame.left)


def _image(frame: Frame, ax: "Axes", steps: NDArray[Any], values: NDArray[Any], top: float) -> None:
    """Shares (T, M); each reading reaches to the next."""
    stride = -(-len(steps) // MOST_COLUMNS)
    steps, values = steps[::stride], values[::stride]
    gap = int(np.median(np.diff(steps))) if len(steps) > 1 else 1
    edges = np.append(steps, steps[-1] + gap)
    rows = np.arange(values.shape[1] + 1) + 0.5
    ax.pcolormesh(
        edges, rows, values.T, cmap=colours(frame, "generated", False), vmin=0, vmax=top or 1,
        rasterized=True,
    )  # fmt: skip


def _mode_ticks(ax: "Axes", count: int, vertical: bool) -> None:
    stride = max(1, -(-count // 9))
    ticks = list(range(1, count + 1, stride))
    (ax.set_yticks if vertical else ax.set_xticks)(ticks)
