"""Figure 1 of Goodfellow et al. 2014: densities, D, D*, and where G sends the noise."""

from typing import TYPE_CHECKING, Any

import numpy as np

from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.readings import asked, best_name, name
from ganlab_gui.figures.style import Picture, thousands
from ganlab_gui.lab.sight import LEAST, in_sight, lines_of
from ganlab_gui.lab.snapshot import Snapshot
from ganlab_gui.scales import middle

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CURVES = ("data", "generated", "parts", "average", "d", "optimum", "arrows")
SMALL = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
MOST_NAMED = 8
"""Generators or classes named in the header."""
ONE_DIMENSION = "The density panel needs data of one dimension."
ARROWS_SHARE = 0.24
"""Share of the height for the arrows from z to G(z)."""


def draw_density(frame: Frame, picture: Picture) -> None:
    """One run's densities, D on its own axis; below them the noise line and the data line."""
    snapshot, scene = picture.snapshot, picture.scene
    step = [Item(f"{frame.tr('step')} {thousands(snapshot.step)}")] if snapshot else []
    if scene.dim != 1 or snapshot is None:
        frame.header(frame.tr("Density"), step)
        words = "Nothing has been drawn yet." if scene.dim == 1 else ONE_DIMENSION
        frame.note(frame.tr(words))
        return
    chosen = picture.options.get("layers", picture.options.get("curves", CURVES))
    r = snapshot.index(int(picture.options.get("run", 0)))
    frame.header(frame.tr("Density"), [*_key(frame, picture, snapshot, chosen), *step])
    ax = frame.axes()
    axes = [ax, *paint(frame, ax, picture, r, chosen)]
    frame.label(ax, y=frame.tr("density"))
    arrows = "arrows" in chosen and snapshot.g_line is not None
    x, y, w, h = frame.left
    lower = ARROWS_SHARE * h if arrows else 0.0
    inner = frame.place(axes, (x, y + lower, w, h - lower))
    if arrows:
        below = frame.axes()
        _arrows(frame, below, picture, snapshot, r, ax.get_xlim())
        frame.set_rect([below], (inner[0], y + 0.3 * frame.style.font_size, inner[2], lower * 0.94))


def _key(frame: Frame, picture: Picture, snapshot: Snapshot, chosen: Any) -> list[Item]:
    how, tr = snapshot.density_method, frame.tr
    if how and snapshot.bandwidth:
        how = f"{frame.tr(how)}, h = {snapshot.bandwidth:.3g}"
    reading = snapshot.reading
    d, total = name(reading, tr).removesuffix("(x)"), _total(picture)
    items = {
        "data": (snapshot.p_data, Item(tr("data"), "data", "dotted")),
        "generated": (snapshot.p_generated, Item(tr("generated"), total, "solid")),
        "average": (snapshot.p_averaged, Item(tr("averaged G"), total, "dashdot")),
        "d": (snapshot.d, Item(d, "discriminator", "dashed")),
        "optimum": (
            snapshot.optimum if reading.optimum else None,
            Item(best_name(reading), "discriminator", "solid", weight=0.5),
        ),
    }  # fmt: skip
    shown = [item for key, (there, item) in items.items() if key in chosen and there is not None]
    if "parts" in chosen and snapshot.p_parts is not None:
        shown += _kind_items(picture)
    if "d" in chosen:
        shown += [Item(text) for text in asked(picture, tr)]
    return shown + ([Item(frame.tr(how))] if how and "generated" in chosen else [])


def _kinds(picture: Picture) -> list[int]:
    """The generators or classes that are told apart; none where all samples are of a kind."""
    scene, label = picture.scene, picture.options.get("label")
    if scene.classes and label is not None:
        return [int(label)]
    count = scene.classes or scene.generators
    return list(range(count)) if count > 1 else []


def _total(picture: Picture) -> str:
    """Role of the curves of all samples together: generators and classes have their own colours."""
    return "quiet" if _kinds(picture) else "generated"


def _kind_items(picture: Picture) -> list[Item]:
    """A stroke and a name for every generator or class."""
    kinds, classes = _kinds(picture), picture.scene.classes
    named = [
        Item(f"y = {k + 1}" if classes else f"G{str(k + 1).translate(SMALL)}", f"kind {k}", "solid")
        for k in kinds[:MOST_NAMED]
    ]
    return named + ([Item("…")] if len(kinds) > MOST_NAMED else [])


def paint(frame: Frame, ax: "Axes", picture: Picture, r: int, chosen: Any) -> list["Axes"]:
    """Draw the curves of run index ``r``; gives the axes of D, if there are any."""
    snapshot, palette = picture.snapshot, frame.palette
    assert snapshot is not None
    low, high = _range(picture, snapshot)
    ax.set_xlim(low, high)
    stroke, xs = frame.style.stroke, snapshot.xs
    peaks, total = [0.0], getattr(palette, _total(picture))
    if xs is not None and "data" in chosen and snapshot.p_data is not None:
        ax.plot(xs, snapshot.p_data, color=palette.data, ls=DASHES["dotted"], lw=1.2 * stroke)
        peaks.append(float(np.nanmax(snapshot.p_data, initial=0.0)))
    if xs is not None and "generated" in chosen and snapshot.p_generated is not None:
        density = snapshot.p_generated[r]
        ax.plot(xs, density, color=total, lw=1.3 * stroke)
        finite = density[np.isfinite(density)]
        peaks.append(float(finite.max()) if len(finite) else 0.0)
    if xs is not None and "average" in chosen and snapshot.p_averaged is not None:
        how = {"ls": DASHES["dashdot"], "lw": stroke}
        ax.plot(xs, snapshot.p_averaged[r], color=total, **how)
    if xs is not None and "parts" in chosen and snapshot.p_parts is not None:
        for kind in _kinds(picture):
            part = snapshot.p_parts[r, kind]
            ax.plot(xs, part, color=palette.kind(kind), lw=0.7 * stroke)
            peaks.append(float(np.nanmax(part, initial=0.0)))
    data_peak = peaks[1] if len(peaks) > 1 else 0.0
    # A collapsed generator's peak may be hundreds of times the data's: it leaves the picture.
    ax.set_ylim(0, 1.12 * min(max(peaks), 4 * data_peak or max(peaks)) or 1)
    return _discriminator(frame, ax, snapshot, r, chosen, picture.options.get("label"))


def _range(picture: Picture, snapshot: Snapshot) -> tuple[float, float]:
    """What was asked for, else all that was computed: the data, and where G is."""
    wanted = picture.options.get("range") or picture.options.get("box")
    if wanted:
        return float(wanted[0]), float(wanted[1])
    if snapshot.xs is not None:
        return float(snapshot.xs[0]), float(snapshot.xs[-1])
    return picture.scene.box[:2]


def _discriminator(
    frame: Frame, ax: "Axes", snapshot: Snapshot, r: int, chosen: Any, label: int | None
) -> list["Axes"]:
    xs, stroke, reading = snapshot.xs, frame.style.stroke, snapshot.reading
    d, best = lines_of(snapshot, r)
    d, best = d if "d" in chosen else None, best if "optimum" in chosen else None
    if xs is None or (d is None and best is None):
        return []
    other = frame.twin(ax, "discriminator")
    colour = frame.palette.discriminator
    if best is not None:  # open where there is neither data nor G
        other.plot(xs, best, color=colour, lw=0.5 * stroke, alpha=0.8)
    if d is not None:
        other.plot(xs, d, color=colour, ls=DASHES["dashed"], lw=stroke)
    if reading.kind == "probability":
        half = reading.threshold or 0.5
        other.set_ylim(0, 1.12)
        other.set_yticks([0, half, 1], ["0", "½" if half == 0.5 else f"1/{round(1 / half)}", "1"])
    elif d is not None and np.isfinite(d).any():
        low, high = in_sight(snapshot, r, d, best)
        room = 0.05 * max(high - low, LEAST)
        other.set_ylim(0 if reading.kind == "energy" else low - room, high + room)
    if reading.threshold is not None:
        other.axhline(reading.threshold, color=colour, lw=0.4, alpha=0.5)
    said = name(reading, frame.tr, label)
    unit = f", {frame.tr('score')}" if reading.kind == "critic" else ""
    if reading.kind == "bound":
        unit = f", f′(1) = {middle(reading)}"
    frame.label(other, y=said + unit, role="discriminator")
    return [other]


def _arrows(
    frame: Frame,
    ax: "Axes",
    picture: Picture,
    snapshot: Snapshot,
    r: int,
    box: tuple[float, float],
) -> None:
    """Lines from z (below) to G(z) (above), as in the paper; the noise line is stretched to fit."""
    from matplotlib.collections import LineCollection

    z, g = snapshot.z_line, snapshot.g_line
    assert z is not None
    assert g is not None
    low, high = box
    reach = float(np.abs(z).max()) or 1.0
    foot = (low + high) / 2 + z / reach * 0.42 * (high - low)
    ax.set_xlim(low, high)
    ax.set_ylim(-0.35, 1.25)
    ax.set_axis_off()
    for y in (0, 1):
        ax.axhline(y, color=frame.palette.quiet, lw=0.7)
    colours = [frame.palette.kind(k) for k in _kinds(picture)] or [frame.palette.generated]
    count, size = len(colours), 0.3 * frame.style.font_size
    for kind, colour in enumerate(colours):  # arrow j is the (j mod K)-th kind's
        below, above = foot[kind::count], g[r, kind::count]
        lines = [((a, 0), (b, 1)) for a, b in zip(below, above, strict=True) if np.isfinite(b)]
        ax.add_collection(LineCollection(lines, colors=colour, linewidths=0.5, alpha=0.75))
        ax.plot(above, np.ones(len(above)), ".", ms=size, color=colour)
    how: dict[str, Any] = {
        "fontsize": frame.style.small,
        "color": frame.palette.quiet,
        "ha": "right",
    }
    for y, letter in ((0, "z"), (1, "x")):
        ax.text(-0.02, y, letter, va="center", transform=ax.get_yaxis_transform(), **how)
