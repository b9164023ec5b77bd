"""Curves over the steps: what both players pay, and how far the generator is from the data."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.style import Picture, number, thousands
from ganlab_gui.lab.history import Edit, Table, thin

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Floats = NDArray[np.float64]
CRITIC = "wasserstein"
BAND = (0.1, 0.5, 0.9)
MOST_POINTS = 2_000
MOST_EDITS = 3


@dataclass(frozen=True)
class Trace:
    """A column as a curve: label, palette role, line style, and the axis its values are read on."""

    label: str
    role: str
    line: str = "solid"
    side: str = "left"


LOSSES = {
    "d_loss": Trace("D", "discriminator", "dashed"),
    "g_loss": Trace("G", "generated"),
    "value": Trace("V", "second", "dotted"),
    "penalty": Trace("penalty", "action"),
    "accuracy_real": Trace("accuracy, real", "text", "dotted", "accuracy"),
    "accuracy_fake": Trace("accuracy, fake", "generated", "dotted", "accuracy"),
}
DISTANCES = {
    "js": Trace("JS", "action"),
    "w1": Trace("W₁", "second", "dotted", "w1"),
    "kl": Trace("KL", "action", "dashed", "kl"),
    "tv": Trace("TV", "action", "dashdot"),
    "mmd2": Trace("MMD²", "second", "dashed", "mmd2"),
    "frechet": Trace("Fréchet", "second", "dashdot", "frechet"),
}


def draw_losses(frame: Frame, picture: Picture) -> None:
    """V, both losses, penalty and accuracies; log 4 and ½ marked."""
    edits = [e for e in picture.history.edits if e.path == "objective.name"]
    names = (
        [edits[0].old, *(e.new for e in edits)] if edits else [picture.experiment.objective.name]
    )
    critic = names[-1] == CRITIC
    cuts = [e.step for e in edits]
    ends = [-math.inf, *cuts, math.inf]
    holds = [ends[i : i + 2] for i, name in enumerate(names) if name != CRITIC]
    chosen = picture.options.get("curves", ["d_loss", "g_loss"])
    unit = frame.tr("score") if critic else frame.tr("nats")
    references = {}
    if holds and "d_loss" in chosen:
        references["log 4"] = math.log(4)
    if holds and "value" in chosen:
        references["−log 4"] = -math.log(4)
    traces = {name: LOSSES[name] for name in LOSSES if name in chosen}

    def finish(axes: dict[str, "Axes"]) -> None:
        if "accuracy" in axes:
            axes["accuracy"].set_ylim(-0.04, 1.04)
            axes["accuracy"].axhline(0.5, color=frame.palette.quiet, lw=0.5, alpha=0.6)

    title, rows = frame.tr("Losses"), picture.history.rows
    extras = Extras(unit, references, [], finish, cuts, holds)
    _draw(frame, picture, title, rows, traces, extras)


def draw_distances(frame: Frame, picture: Picture) -> None:
    """JS against W1 and more, each with the band that a perfect generator reads."""
    history, scene = picture.history, picture.scene
    chosen = picture.options.get("curves", ["js", "w1"])
    traces = {name: DISTANCES[name] for name in DISTANCES if name in chosen}
    references = {"ln 2": math.log(2)} if "js" in chosen else {}
    notes = []
    if scene.measure_samples:
        notes.append(f"n = {thousands(scene.measure_samples)}")
    if "w1" in chosen and scene.w1_samples:
        notes.append(f"W₁: {frame.tr(scene.w1_kind)}, {thousands(scene.w1_samples)}")
    if any(name in history.floors for name in traces):
        notes.append("▒ " + frame.tr("perfect generator"))
    sides = {t.side for t in traces.values()}
    unit = frame.tr("nats") if "left" in sides and "tv" not in chosen else ""

    def finish(axes: dict[str, "Axes"]) -> None:
        for name in traces.keys() & history.floors.keys():
            band, role = history.floors[name], traces[name].role
            colour = getattr(frame.palette, role)
            axes[traces[name].side].axhspan(
                *band, color=colour, alpha=0.25, lw=frame.style.stroke, zorder=0
            )
        for side, ax in axes.items():
            if side != "mmd2":
                ax.set_ylim(bottom=0)

    extras = Extras(unit, references, notes, finish)
    _draw(frame, picture, frame.tr("Distances"), history.measures, traces, extras)


@dataclass(frozen=True)
class Extras:
    """What tells the two panels apart: unit, named values, words for the header, a last touch."""

    unit: str
    references: Mapping[str, float]
    notes: list[str]
    finish: Callable[[dict[str, "Axes"]], None]
    cuts: Sequence[int] = ()
    """Steps across which no curve is joined."""
    holds: Sequence[Sequence[float]] = ((-math.inf, math.inf),)
    """Stretches of steps over which the named values hold."""


def _draw(
    frame: Frame,
    picture: Picture,
    title: str,
    table: Table,
    traces: Mapping[str, Trace],
    extras: Extras,
) -> None:
    """Everything the two panels share."""
    options = picture.options
    series = {name: _series(table, name, options) for name in traces}
    items = [
        Item(f"{frame.tr(t.label)} {number(_last(series[n][2]))}", t.role, t.line)
        for n, t in traces.items()
    ]
    runs = picture.scene.runs
    quiet = [frame.tr("median of {0} runs, 10–90 %").format(runs)] if runs > 1 else []
    items += [Item(text) for text in [*extras.notes, *quiet]]
    frame.header(title, [*items, *edit_items(frame, picture)])
    ax = frame.axes()
    axes = {"left": ax}
    for trace in traces.values():
        if trace.side not in axes:
            axes[trace.side] = frame.twin(ax, trace.role)
    for name, trace in traces.items():
        places = np.searchsorted(table.steps, extras.cuts, side="right")
        parts = zip(*(np.split(a, places) for a in series[name]), strict=True)
        for part in parts:
            _curve(frame, axes[trace.side], part, trace)
    low, high = span(picture)
    frame.step_axis(ax, low, high)
    edit_marks(frame, ax, picture.history.edits)
    if options.get("log"):
        _logarithmic([other for side, other in axes.items() if side != "accuracy"])
    extras.finish(axes)
    _references(frame, ax, extras)
    frame.label(ax, y=extras.unit)
    for side, other in list(axes.items())[1:]:
        trace = next(t for t in traces.values() if t.side == side)
        label = frame.tr("accuracy" if side == "accuracy" else trace.label)
        frame.label(other, y=label, role=trace.role)
    _spread(list(axes.values())[1:], frame.style.font_size)
    frame.place(list(axes.values()), frame.left)


def _series(table: Table, name: str, options: Mapping[str, Any]) -> tuple[Any, ...]:
    """Steps (T,) and low, middle and high (T,): the quantiles over runs, or one run thrice."""
    values = table.column(name).astype(np.float64)
    width = int(options.get("smoothing") or 1)
    if width > 1 and len(values):
        values = _moving_mean(values, width)
    values = np.where(np.isfinite(values), values, np.nan)
    if values.shape[1] == 1:
        return table.steps, values[:, 0], values[:, 0], values[:, 0]
    some = np.isfinite(values).any(1)
    bands = np.full((3, len(values)), np.nan)
    if some.any():
        bands[:, some] = np.nanquantile(values[some], BAND, axis=1)
    return table.steps, *bands


def _moving_mean(values: Floats, width: int) -> Floats:
    """Mean of each row (T, R) and the ``width`` − 1 before it, NaN left out."""
    finite = np.isfinite(values)
    total = np.cumsum(np.where(finite, values, 0.0), 0)
    count = np.cumsum(finite, 0).astype(np.float64)
    for sums in (total, count):
        sums[width:] -= sums[:-width].copy()
    return np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)


def _curve(frame: Frame, ax: "Axes", series: tuple[Any, ...], trace: Trace) -> None:
    steps, low, middle, high = series
    colour = getattr(frame.palette, trace.role)
    if len(steps) and not np.array_equal(low, high, equal_nan=True):
        keep = np.linspace(0, len(steps) - 1, min(len(steps), MOST_POINTS)).astype(int)
        ax.fill_between(steps[keep], low[keep], high[keep], color=colour, alpha=0.2, lw=0)
    xs, ys = thin(steps, middle, MOST_POINTS)
    line = {"color": colour, "lw": frame.style.stroke, "ls": DASHES[trace.line]}
    ax.plot(xs, ys, solid_joinstyle="round", marker="." if len(xs) == 1 else "", **line)


def span(picture: Picture) -> tuple[float, float]:
    """First and last step shown: a zoom, else the last ``window`` steps, else all."""
    options, last = picture.options, float(max(picture.history.last_step, 10))
    zoom = options.get("range") or options.get("span")
    if zoom:
        return float(zoom[0]), float(zoom[1])
    window = options.get("window")
    return (max(0.0, last - window) if window else 0.0), last


def _references(frame: Frame, ax: "Axes", extras: Extras) -> None:
    """Thin lines at values with a name, which takes the place of a tick."""
    low, high = ax.get_ylim()
    shown = {
        v: n for n, v in extras.references.items() if low - 0.6 * (high - low) <= v <= high * 1.5
    }
    for value in shown:
        for stretch in extras.holds:
            left, right = np.clip(stretch, *ax.get_xlim())
            ax.plot([left, right], [value, value], color=frame.palette.quiet, lw=0.5, alpha=0.6)
    if not shown or ax.get_yscale() != "linear":
        return
    low, high = ax.get_ylim()
    near = 0.09 * (high - low)
    others = [t for t in ax.get_yticks() if low <= t <= high]
    ticks = [t for t in others if all(abs(t - v) > near for v in shown)]
    text = {v: n for v, n in shown.items() if low <= v <= high}
    digits = max(0, -math.floor(math.log10(others[1] - others[0]) + 1e-9)) if len(others) > 1 else 1
    labels = [f"{t:.{digits}f}".replace("-", "−") for t in ticks]
    ax.set_yticks([*ticks, *text], [*labels, *text.values()])
    ax.set_ylim(low, high)


def edit_marks(frame: Frame, ax: "Axes", edits: list[Edit]) -> None:
    for step in sorted({e.step for e in edits}):
        ax.axvline(step, color=frame.palette.action, lw=0.6)
        ax.plot(
            [step], [1], marker=7, ms=0.6 * frame.style.font_size, color=frame.palette.action,
            transform=ax.get_xaxis_transform(), clip_on=False, mew=0,
        )  # fmt: skip


def edit_items(frame: Frame, picture: Picture) -> list[Item]:
    """The last few edits in words, ``▾ 3 200: k 1 → 5``, unless the page says them already."""
    if picture.options.get("edits") is False:
        return []
    knobs = {s.path: s.knob for s in settings_of(picture.experiment)}
    edits = picture.history.edits
    words = []
    for e in edits[-MOST_EDITS:]:
        player = {"generator": "G ", "discriminator": "D "}.get(e.path.split("_")[0], "")
        knob = knobs.get(e.path)
        label = player + (frame.tr(knob.label).split(" (")[0] if knob else e.path)
        words.append(f"▾ {thousands(e.step)}: {label} {_plain(e.old)} → {_plain(e.new)}")
    more = len(edits) - len(words)
    return [Item(text, "action") for text in ([f"▾ +{more}"] if more else []) + words]


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _logarithmic(axes: list["Axes"]) -> None:
    """Logarithmic on both sides of 0, as on screen: losses may be negative."""
    from matplotlib.ticker import FuncFormatter

    for ax in axes:
        ax.set_yscale("symlog", linthresh=0.01)
        ax.yaxis.set_major_formatter(FuncFormatter(lambda v, _: f"{v:g}".replace("-", "−")))


def _last(values: Floats) -> float:
    finite = values[np.isfinite(values)]
    return float(finite[-1]) if len(finite) else float("nan")


def _spread(axes: list["Axes"], size: float) -> None:
    """Second and later value axes stand further out, so that their numbers do not overlap."""
    for place, ax in enumerate(axes[1:], 1):
        ax.spines["right"].set_position(("outward", 4.0 * size * place))
