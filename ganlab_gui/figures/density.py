"""Figure 1 of Goodfellow et al. 2014: densities, D, D*, and where G sends the noise."""

from typing import TYPE_CHECKING, Any

import numpy as np

from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.style import Picture, thousands
from ganlab_gui.lab.snapshot import Snapshot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CURVES = ("data", "generated", "d", "optimum", "arrows")
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
    chosen = picture.options.get("curves", CURVES)
    r = snapshot.index(int(picture.options.get("run", 0)))
    frame.header(frame.tr("Density"), [*_key(frame, snapshot, chosen), *step])
    ax = frame.axes()
    axes = [ax, *paint(frame, ax, picture, r, chosen)]
    frame.label(ax, y=frame.tr("density"))
    arrows = "arrows" in chosen and snapshot.g_line is not None
    x, y, w, h = frame.left
    lower = ARROWS_SHARE * h if arrows else 0.0
    inner = frame.place(axes, (x, y + lower, w, h - lower))
    if arrows:
        below = frame.axes()
        _arrows(frame, below, snapshot, r, ax.get_xlim())
        frame.set_rect([below], (inner[0], y + 0.3 * frame.style.font_size, inner[2], lower * 0.94))


def _key(frame: Frame, snapshot: Snapshot, chosen: Any) -> list[Item]:
    how = snapshot.density_method
    if how and snapshot.bandwidth:
        how = f"{frame.tr(how)}, h = {snapshot.bandwidth:.3g}"
    items = {
        "data": (snapshot.p_data, Item(frame.tr("data"), "data", "dotted")),
        "generated": (snapshot.p_generated, Item(frame.tr("generated"), "generated", "solid")),
        "d": (snapshot.d, Item("f" if snapshot.critic else "D", "discriminator", "dashed")),
        "optimum": (
            None if snapshot.critic else snapshot.optimum,
            Item("D*", "discriminator", "solid", weight=0.5),
        ),
    }  # fmt: skip
    shown = [item for key, (there, item) in items.items() if key in chosen and there is not None]
    return shown + ([Item(frame.tr(how))] if how and "generated" in chosen else [])


def paint(frame: Frame, ax: "Axes", picture: Picture, r: int, chosen: Any) -> list["Axes"]:
    """Draw the curves of run index ``r``; gives the axes of D, if there are any."""
    snapshot, palette = picture.snapshot, frame.palette
    assert snapshot is not None
    low, high = _range(picture, snapshot)
    ax.set_xlim(low, high)
    stroke, xs = frame.style.stroke, snapshot.xs
    peaks = [0.0]
    if xs is not None and "data" in chosen and snapshot.p_data is not None:
        ax.plot(xs, snapshot.p_data, color=palette.data, ls=DASHES["dotted"], lw=1.2 * stroke)
        peaks.append(float(np.nanmax(snapshot.p_data, initial=0.0)))
    if xs is not None and "generated" in chosen and snapshot.p_generated is not None:
        density = snapshot.p_generated[r]
        ax.plot(xs, density, color=palette.generated, lw=1.3 * stroke)
        finite = density[np.isfinite(density)]
        peaks.append(float(finite.max()) if len(finite) else 0.0)
    data_peak = peaks[1] if len(peaks) > 1 else 0.0
    # A collapsed generator's peak may be hundreds of times the data's: it leaves the picture.
    ax.set_ylim(0, 1.12 * min(max(peaks), 4 * data_peak or max(peaks)) or 1)
    return _discriminator(frame, ax, snapshot, r, chosen)


def _range(picture: Picture, snapshot: Snapshot) -> tuple[float, float]:
    """What was asked for, else all that was computed: the data, and where G is."""
    asked = picture.options.get("range") or picture.options.get("box")
    if asked:
        return float(asked[0]), float(asked[1])
    if snapshot.xs is not None:
        return float(snapshot.xs[0]), float(snapshot.xs[-1])
    return picture.scene.box[:2]


def _discriminator(
    frame: Frame, ax: "Axes", snapshot: Snapshot, r: int, chosen: Any
) -> list["Axes"]:
    xs, stroke = snapshot.xs, frame.style.stroke
    d = snapshot.d if "d" in chosen else None
    optimum = snapshot.optimum if "optimum" in chosen and not snapshot.critic else None
    if xs is None or (d is None and optimum is None):
        return []
    other = frame.twin(ax, "discriminator")
    colour = frame.palette.discriminator
    if optimum is not None:
        # Open where there is neither data nor G.
        best = snapshot.ground("optimum", snapshot.runs[r])
        assert best is not None
        other.plot(xs, best, color=colour, lw=0.5 * stroke, alpha=0.8)
    if d is not None:
        other.plot(xs, d[r], color=colour, ls=DASHES["dashed"], lw=stroke)
    if snapshot.critic:
        frame.label(other, y=f"f(x), {frame.tr('score')}", role="discriminator")
    else:
        other.set_ylim(0, 1.12)
        other.set_yticks([0, 0.5, 1], ["0", "½", "1"])
        other.axhline(0.5, color=colour, lw=0.4, alpha=0.5)
        frame.label(other, y="D(x)", role="discriminator")
    return [other]


def _arrows(frame: Frame, ax: "Axes", snapshot: Snapshot, r: int, box: tuple[float, float]) -> None:
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
    lines = [((a, 0), (b, 1)) for a, b in zip(foot, g[r], strict=True) if np.isfinite(b)]
    ax.add_collection(
        LineCollection(lines, colors=frame.palette.generated, linewidths=0.5, alpha=0.75)
    )
    size, colour = 0.3 * frame.style.font_size, frame.palette.generated
    ax.plot(g[r], np.ones(len(g[r])), ".", ms=size, color=colour)
    how: dict[str, Any] = {
        "fontsize": frame.style.small,
        "color": frame.palette.quiet,
        "ha": "right",
    }
    for y, name in ((0, "z"), (1, "x")):
        ax.text(-0.02, y, name, va="center", transform=ax.get_yaxis_transform(), **how)
