"""Two equal distributions a shift θ apart: the distances as functions of θ, and their slopes."""

from typing import TYPE_CHECKING

import numpy as np

from ganlab_gui.core.theory.shift import SHIFTS, Shift
from ganlab_gui.figures.frame import DASHES, Frame, Item
from ganlab_gui.figures.style import Picture, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

REACH = 3.0
CURVES = {
    "js": ("JS", "action", "solid"),
    "w1": ("W₁", "second", "dotted"),
    "kl": ("KL", "action", "dashed"),
    "tv": ("TV", "action", "dashdot"),
}


def draw_shift(frame: Frame, picture: Picture) -> None:
    """The textbook figure of example 1 in Arjovsky et al. 2017."""
    family = picture.options.get("family", "uniforms")
    theta = float(picture.options.get("theta", 1.5))
    pair = SHIFTS[family]
    chosen = picture.options.get("curves", list(CURVES))
    items = [_reading(frame, pair, name, theta) for name in CURVES if name in chosen]
    where = Item(f"θ = {number(theta, 2)}", "action")
    title = frame.tr("JS versus Wasserstein")
    frame.header(title, [Item(frame.tr(pair.label), "text"), where, *items])
    x, y, w, h = frame.left
    upper, lower = frame.axes(), frame.axes()
    _distributions(frame, upper, pair, family, theta)
    reach = max(REACH, 1.1 * abs(theta))
    _distances(frame, lower, pair, theta, reach, chosen)
    inner = frame.place([lower], (x, y, w, 0.66 * h))
    _, floor, _, high = frame.place([upper], (x, y + 0.68 * h, w, 0.32 * h))
    frame.set_rect([upper], (inner[0], floor, inner[2], high))


def _reading(frame: Frame, pair: Shift, name: str, theta: float) -> Item:
    label, role, line = CURVES[name]
    value, slope = float(getattr(pair, name)(theta)), float(getattr(pair, f"d_{name}")(theta))
    unit = f" {frame.tr('nats')}" if name in ("js", "kl") else ""
    return Item(f"{label} {number(value)}{unit}, d/dθ {number(slope)}", role, line)


def _distances(
    frame: Frame, ax: "Axes", pair: Shift, theta: float, reach: float, chosen: list[str]
) -> None:
    # An even count leaves θ = 0 out: the jump there is drawn as a gap with its own point.
    thetas = np.linspace(-reach, reach, 600)
    top = 1.05 * max(1.0, reach if "w1" in chosen else 0.0)
    for name, (_, role, line) in CURVES.items():
        if name not in chosen:
            continue
        colour = getattr(frame.palette, role)
        values = np.where(np.isfinite(v := getattr(pair, name)(thetas)), v, np.nan)
        jump = abs(float(getattr(pair, name)(0.01)) - float(getattr(pair, name)(0.0))) > 0.1
        halves = (thetas < 0, thetas > 0) if jump else (thetas > -np.inf,)
        for half in halves:
            how = {"color": colour, "lw": frame.style.stroke, "ls": DASHES[line]}
            ax.plot(thetas[half], values[half], **how)
        size = frame.style.font_size
        if jump:
            ax.plot([0], [0], "o", ms=0.4 * size, color=colour, mew=0)
        here = float(getattr(pair, name)(theta))
        if np.isfinite(here):
            ax.plot([theta], [here], "o", ms=0.55 * size, color=colour, mew=0, zorder=5)
    ax.axvline(theta, color=frame.palette.action, lw=0.6)
    ax.set_xlim(-reach, reach)
    ax.set_ylim(0, top)
    frame.label(ax, x="θ", y=frame.tr("distance"))


def _distributions(frame: Frame, ax: "Axes", pair: Shift, family: str, theta: float) -> None:
    """p dotted, q_θ solid: densities, or two segments seen from the side."""
    palette, stroke = frame.palette, frame.style.stroke
    ax.set_yticks([])
    frame.label(ax, x="x")
    for side in ("left", "right", "top"):
        ax.spines[side].set_visible(False)
    reach = max(REACH, abs(theta) + 1.0)
    if pair.densities is None:
        for x, colour, line in ((0.0, palette.data, "dotted"), (theta, palette.generated, "solid")):
            ax.plot([x, x], [0, 1], color=colour, ls=DASHES[line], lw=2 * stroke)
        ax.set_xlim(-reach, reach)
        ax.set_ylim(-0.08, 1.15)
        return
    low, high = (-3.5, 3.5) if family == "gaussians" else (-reach, reach)
    xs = np.linspace(min(low, low + theta), max(high, high + theta), 2_000)
    p, q = pair.densities(theta, xs)
    ax.plot(xs, p, color=palette.data, ls=DASHES["dotted"], lw=1.2 * stroke)
    ax.plot(xs, q, color=palette.generated, lw=1.2 * stroke)
    ax.fill_between(xs, q, color=palette.generated, alpha=0.15, lw=0)
    ax.set_xlim(xs[0], xs[-1])
    ax.set_ylim(0, 1.15 * float(max(p.max(), q.max())))
