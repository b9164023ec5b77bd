"""Curves over the steps: what both players pay, and how far the generator is from the data."""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.theory.equilibria import equilibrium, named
from ganlab_gui.experiment.labels import CHOICE_LABELS
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.edits import edit_items, edit_marks
from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.style import Picture, number, thousands
from ganlab_gui.lab.history import AVERAGED, Table, thin
from ganlab_gui.lab.phases import Phase, changes_of_meaning, phases, told_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Floats = NDArray[np.float64]
IN_NATS = ("kl", "reverse-kl", "jeffrey", "jensen-shannon", "gan")
BAND = (0.1, 0.5, 0.9)
MOST_POINTS = 2_000


@dataclass(frozen=True)
class Trace:
    """A column as a curve: label, palette role, line style, and the axis its values are read on."""

    label: str
    role: str
    line: str = "solid"
    side: str = "left"
    alpha: float = 1.0


@dataclass(frozen=True)
class Level:
    """A value with a name that curves read at the equilibrium, from a step to a step."""

    value: float
    name: str
    begin: float = -math.inf
    end: float = math.inf


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
    "average_js": Trace("JS of the averaged G", "action", "dashdot", alpha=0.6),
    "average_w1": Trace("W₁ of the averaged G", "second", "dashdot", "w1", 0.6),
    "kl": Trace("KL", "action", "dashed", "kl"),
    "tv": Trace("TV", "action", "dashdot"),
    "mmd2": Trace("MMD²", "second", "dashed", "mmd2"),
    "frechet": Trace("Fréchet", "second", "dashdot", "frechet"),
}


def draw_losses(frame: Frame, picture: Picture) -> None:
    """V, both losses, penalty and accuracies; what they read at the equilibrium marked."""
    edits = picture.history.edits
    told = phases(picture.experiment, edits)
    now = told[-1].experiment
    there = frozenset[str]().union(*(told_columns(phase.experiment) for phase in told))
    chosen = picture.options.get("curves", ["d_loss", "g_loss"])
    labels = loss_labels(frame, now)
    traces = {
        name: replace(trace, label=labels.get(name, trace.label))
        for name, trace in LOSSES.items()
        if name in chosen and name in there
    }

    def finish(axes: dict[str, "Axes"]) -> None:
        if "accuracy" in axes:
            axes["accuracy"].set_ylim(-0.04, 1.04)
            axes["accuracy"].axhline(0.5, color=frame.palette.quiet, lw=0.5, alpha=0.6)

    title, rows = frame.tr("Losses"), picture.history.rows
    levels = [level for phase in told for level in _levels(phase, traces)]
    notes = seen_notes(frame, now) if "value" in traces else []
    extras = Extras(_unit(frame, now), levels, notes, finish, changes_of_meaning(edits))
    _draw(frame, picture, title, rows, traces, extras)


def _levels(phase: Phase, shown: Collection[str]) -> list[Level]:
    """What the curves shown read at the equilibrium of a phase."""
    then = phase.experiment
    found = equilibrium(then.objective, then.generator.count)
    by_name = {"d_loss": found.d, "g_loss": found.g, "value": found.value}
    values = dict.fromkeys(v for name, v in by_name.items() if name in shown and v is not None)
    return [Level(value, named(value), phase.begin, phase.end) for value in values]


def loss_labels(frame: Frame, experiment: Experiment) -> dict[str, str]:
    """Names of the losses where they are other than usual."""
    match experiment.objective.name:
        case "moment-matching":
            return {"g_loss": "MMD²"}
        case "wasserstein":
            return {"value": frame.tr("W₁ estimate")}
        case "f-gan":
            divergence = frame.tr(CHOICE_LABELS[experiment.objective.divergence])
            return {"value": frame.tr("bound on {0}").format(divergence)}
        case _:
            return {}


def seen_notes(frame: Frame, experiment: Experiment) -> list[str]:
    """What an estimate of W₁ or D_f is of where D does not see single samples of p and p_g."""
    if experiment.objective.name not in ("wasserstein", "f-gan"):
        return []
    training, pack = experiment.training, experiment.discriminator.pack
    said = [
        (pack > 1, frame.tr("of packs of {0}").format(pack)),
        (training.instance_noise > 0, frame.tr("of blurred samples")),
        (training.history > 0, frame.tr("of old and new samples")),
    ]
    return [text for applies, text in said if applies]


def _unit(frame: Frame, experiment: Experiment) -> str:
    """What the losses are counted in; "" for a pure number."""
    match experiment.objective.name:
        case "minimax" | "non-saturating" | "relativistic":
            return frame.tr("nats")
        case "f-gan" if experiment.objective.divergence in IN_NATS:
            return frame.tr("nats")
        case "wasserstein" | "hinge":
            return frame.tr("score")
        case "least-squares":
            return frame.tr("score²")
        case "energy":
            return frame.tr("energy")
        case _:
            return ""


def draw_distances(frame: Frame, picture: Picture) -> None:
    """JS against W1 and more, each with the band that a perfect generator reads."""
    history, scene = picture.history, picture.scene
    chosen = picture.options.get("curves", ["js", "w1"])
    traces = {
        name: trace
        for name, trace in DISTANCES.items()
        if name in chosen
        and (name not in AVERAGED or np.isfinite(history.measures.column(name)).any())
    }
    references = [Level(math.log(2), "ln 2")] if {"js", "average_js"} & set(traces) else []
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
    levels: Sequence[Level]
    notes: list[str]
    finish: Callable[[dict[str, "Axes"]], None]
    cuts: Sequence[int] = ()
    """Steps across which no curve is joined."""


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
    series = {name: series_of(table, name, options) for name in traces}
    items = [
        Item(f"{frame.tr(t.label)} {number(last_of(series[n][2]))}", t.role, t.line)
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


def series_of(table: Table, name: str, options: Mapping[str, Any]) -> tuple[Any, ...]:
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
    ax.plot(
        xs,
        ys,
        alpha=trace.alpha,
        solid_joinstyle="round",
        marker="." if len(xs) == 1 else "",
        **line,
    )


def span(picture: Picture) -> tuple[float, float]:
    """First and last step shown: a zoom, else the last ``window`` steps, else all."""
    options, last = picture.options, float(max(picture.history.end, 10))
    zoom = options.get("range") or options.get("span")
    if zoom:
        return float(zoom[0]), float(zoom[1])
    window = options.get("window")
    return (max(0.0, last - window) if window else 0.0), last


def _references(frame: Frame, ax: "Axes", extras: Extras) -> None:
    """Thin lines at values with a name, which takes the place of a tick."""
    low, high = ax.get_ylim()
    least = low - 0.6 * (high - low)
    left, right = ax.get_xlim()
    levels = [
        level
        for level in extras.levels
        if least <= level.value <= high * 1.5 and level.begin < right and left < level.end
    ]
    for level in levels:
        ends = np.clip((level.begin, level.end), left, right)
        ax.plot(ends, [level.value] * 2, color=frame.palette.quiet, lw=0.5, alpha=0.6)
    shown = {level.value: level.name for level in levels}
    if not shown or ax.get_yscale() != "linear":
        return
    low, high = ax.get_ylim()
    near = 0.09 * (high - low)
    others = [t for t in ax.get_yticks() if low <= t <= high]
    ticks = [t for t in others if all(abs(t - v) > near for v in shown)]
    text: dict[float, str] = {}
    for value, name in shown.items():
        # Of two names that would overlap the first is written; both have their lines.
        if low <= value <= high and all(abs(value - v) > near / 2 for v in text):
            text[value] = name
    digits = max(0, -math.floor(math.log10(others[1] - others[0]) + 1e-9)) if len(others) > 1 else 1
    labels = [f"{t:.{digits}f}".replace("-", "−") for t in ticks]
    ax.set_yticks([*ticks, *text], [*labels, *text.values()])
    ax.set_ylim(low, high)


def _logarithmic(axes: list["Axes"]) -> None:
    """Logarithmic on both sides of 0, as on screen: losses may be negative."""
    from matplotlib.ticker import FuncFormatter

    for ax in axes:
        ax.set_yscale("symlog", linthresh=0.01)
        ax.yaxis.set_major_formatter(FuncFormatter(lambda v, _: f"{v:g}".replace("-", "−")))


def last_of(values: Floats) -> float:
    finite = values[np.isfinite(values)]
    return float(finite[-1]) if len(finite) else float("nan")


def _spread(axes: list["Axes"], size: float) -> None:
    """Second and later value axes stand further out, so that their numbers do not overlap."""
    for place, ax in enumerate(axes[1:], 1):
        ax.spines["right"].set_position(("outward", 4.0 * size * place))
