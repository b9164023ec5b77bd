"""The plane of a 2-D experiment: ground, samples, modes and pulls, with equal axes."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.figures.frame import Frame, Item
from ganlab_gui.figures.style import Picture, thousands
from ganlab_gui.lab.snapshot import Scene, Snapshot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap

LAYERS = ("data", "generated", "gradients", "modes")
STRENGTH = 0.72
ARROWS = 100
GROUNDS = {
    "d": ("D(x)", "discriminator"),
    "optimum": ("D*(x)", "discriminator"),
    "p_data": ("p(x)", "text"),
    "p_generated": ("p G(x)", "generated"),
    "difference": ("p G − p", "generated"),
}
"""Label and colour of the high end of each ground."""


def draw_plane(frame: Frame, picture: Picture) -> None:
    """One run's plane; its key stands in the header, the values of the ground beside its name."""
    scene, snapshot = picture.scene, picture.snapshot
    run = int(picture.options.get("run", 0))
    step = [Item(f"{frame.tr('step')} {thousands(snapshot.step)}")] if snapshot else []
    if scene.dim != 2:
        frame.header(frame.tr("Plane"), step)
        frame.note(frame.tr("The plane needs data of two dimensions."))
        return
    layers = picture.options.get("layers", LAYERS)
    ax = frame.axes()
    ground = paint(frame, ax, picture, run, layers)
    names = {
        "data": Item(frame.tr("data"), "data", marker="."),
        "generated": Item(frame.tr("generated"), "generated", marker="o"),
        "gradients": Item(frame.tr("where G is pulled"), "action", marker=">"),
        "manifold": Item(frame.tr("image of the noise grid"), "generated", line="solid"),
        "modes": Item(frame.tr("3σ of each mode"), "data", line="dotted"),
    }
    present = [names[k] for k in names if k in layers and _has(k, scene, snapshot)]
    frame.header(frame.tr("Plane"), [*ground, *present, *step])
    ax.set_box_aspect(None)
    x0, x1, y0, y1 = _box(picture)
    frame.place([ax], frame.left, (y1 - y0) / (x1 - x0))


def paint(
    frame: Frame, ax: "Axes", picture: Picture, run: int, layers: Any, points: float = 1.0
) -> list[Item]:
    """Draw ground and layers of one run; gives the header's words for the ground."""
    scene, snapshot, palette = picture.scene, picture.snapshot, frame.palette
    x0, x1, y0, y1 = _box(picture)
    ax.set_xlim(x0, x1)
    ax.set_ylim(y0, y1)
    words: list[Item] = []
    if snapshot is not None:
        words = _ground(frame, ax, snapshot, run, picture.options.get("ground", "d"))
        x0, x1, y0, y1 = _box(picture)
        ax.set_xlim(x0, x1)  # contours would take the grid's limits
        ax.set_ylim(y0, y1)
    size = 0.5 * frame.style.font_size * points
    if "data" in layers:
        real = snapshot.real if snapshot is not None and snapshot.real is not None else scene.real
        ax.scatter(real[:, 0], real[:, 1], s=0.12 * size**2, color=palette.data, lw=0, zorder=3)
    if "modes" in layers and scene.centres is not None and scene.stds is not None:
        _modes(ax, scene, palette.data)
    if snapshot is None:
        return words
    r = snapshot.index(run)
    if "manifold" in layers and snapshot.manifold is not None:
        _mesh(ax, snapshot.manifold[r], palette.generated)
    if snapshot.fake is not None and "generated" in layers:
        x, y = snapshot.fake[r].T
        colour = palette.generated
        ax.scatter(x, y, s=0.3 * size**2, color=colour, alpha=0.85, lw=0, zorder=5)
    if "gradients" in layers and snapshot.pull is not None and snapshot.fake is not None:
        _pulls(ax, snapshot, r, x1 - x0, (palette.action, palette.panel))
    return words


def _box(picture: Picture) -> tuple[float, float, float, float]:
    x0, x1, y0, y1 = picture.options.get("box") or picture.scene.box
    return float(x0), float(x1), float(y0), float(y1)


def _has(layer: str, scene: Scene, snapshot: Snapshot | None) -> bool:
    if layer == "modes":
        return scene.centres is not None
    if layer == "data":
        return True
    field = {"generated": "fake", "gradients": "pull", "manifold": "manifold"}[layer]
    return snapshot is not None and getattr(snapshot, field) is not None


def _ground(frame: Frame, ax: "Axes", snapshot: Snapshot, run: int, key: str) -> list[Item]:
    values = snapshot.ground(key, run)
    if values is None or snapshot.xs is None or snapshot.ys is None:
        return []
    values = np.where(np.isfinite(values), values, np.nan)
    if np.isnan(values).all():
        return []
    label, role = GROUNDS[key]
    high, low = float(np.nanmax(values)), float(np.nanmin(values))
    if key == "difference":
        high = max(abs(high), abs(low)) or 1.0
        low = -high
    elif key.startswith("p_"):
        low = 0.0
    if snapshot.critic and key == "d":
        label = "f(x)"
        if high > low:
            ax.contour(
                snapshot.xs, snapshot.ys, values, 8, colors=frame.palette.discriminator,
                linewidths=0.5, alpha=0.6, zorder=2, linestyles="solid",
            )  # fmt: skip
    xs, ys = snapshot.xs, snapshot.ys
    dx, dy = (xs[-1] - xs[0]) / (len(xs) - 1) / 2, (ys[-1] - ys[0]) / (len(ys) - 1) / 2
    ax.imshow(
        values, origin="lower", aspect="auto", interpolation="bilinear", zorder=1,
        extent=(xs[0] - dx, xs[-1] + dx, ys[0] - dy, ys[-1] + dy), vmin=low, vmax=high or 1.0,
        cmap=colours(frame, role, key == "difference"),
    )  # fmt: skip
    item = Item(f"{label}: {_short(low)} → {_short(high)}", role, marker="s")
    return [item, *_found(frame, snapshot, key)]


def _found(frame: Frame, snapshot: Snapshot, key: str) -> list[Item]:
    """How the densities in the ground were found."""
    said = []
    if key in ("optimum", "p_generated", "difference"):
        said.append(f"p G: {frame.tr('kernel estimate')}")
    if key in ("optimum", "p_data", "difference") and snapshot.p_side > 0:
        mean = frame.tr("p: mean over squares of side {0}")
        said.append(mean.format(f"{snapshot.p_side:.2g}"))
    return [Item(" · ".join(said))] if said else []


def colours(frame: Frame, role: str, both: bool) -> "Colormap":
    """From the panel's colour towards the role's; from the data's colour over it where ``both``."""
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    panel = np.array(to_rgb(frame.palette.panel))
    ends = [to_rgb(getattr(frame.palette, r)) for r in (("text", role) if both else (role,))]
    mixed = [tuple(panel + STRENGTH * (np.array(end) - panel)) for end in ends]
    stops = [mixed[0], tuple(panel), mixed[1]] if both else [tuple(panel), mixed[0]]
    return LinearSegmentedColormap.from_list("ground", stops)


def _modes(ax: "Axes", scene: Scene, colour: str) -> None:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Circle

    assert scene.centres is not None
    assert scene.stds is not None
    circles = [Circle((x, y), 3 * s) for (x, y), s in zip(scene.centres, scene.stds, strict=True)]
    ax.add_collection(
        PatchCollection(circles, fc="none", ec=colour, lw=0.5, ls=(0, (1, 1.4)), zorder=4)
    )


def _pulls(ax: "Axes", snapshot: Snapshot, r: int, width: float, colours: tuple[str, str]) -> None:
    """Arrows of one colour, outlined in another; their 95th percentile is a tenth of the width."""
    assert snapshot.pull is not None
    assert snapshot.fake is not None
    pull = snapshot.pull[r][:ARROWS]
    start = snapshot.fake[r][: len(pull)]
    pull = pull[: len(start)]
    length = np.linalg.norm(pull, axis=1)
    usual = (
        float(np.quantile(length[np.isfinite(length)], 0.95)) if np.isfinite(length).any() else 0
    )
    if usual > 0:
        scaled = pull * (0.1 * width / usual)
        ax.quiver(
            *start.T, *scaled.T, angles="xy", scale_units="xy", scale=1, fc=colours[0],
            ec=colours[1], lw=0.3, width=0.0035, headwidth=3.5, zorder=6,
        )  # fmt: skip


def _mesh(ax: "Axes", mesh: NDArray[Any], colour: str) -> None:
    """The generator's image (a, b, 2) of a noise grid."""
    from matplotlib.collections import LineCollection

    lines = [*mesh, *mesh.swapaxes(0, 1)]
    ax.add_collection(LineCollection(lines, colors=colour, linewidths=0.4, alpha=0.6, zorder=4))


def _short(value: float) -> str:
    text = f"{value:.3g}"
    return "0" if float(text) == 0 else text.replace("-", "−")
