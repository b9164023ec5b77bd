"""The plane of a 2-D experiment: ground, samples, modes and pulls, with equal axes."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.figures.frame import Frame, Item
from ganlab_gui.figures.readings import asked, best_name, name
from ganlab_gui.figures.style import Picture, marker, thousands
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.scales import ends, middle, shares, steps_away, usual

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap

LAYERS = ("data", "generated", "average", "gradients", "modes")
STRENGTH = 0.72
ARROWS = 100
MOST_KINDS = 16
"""Generators or classes that the header names one by one."""
FAINT, OTHERS = 0.5, 0.12
"""Opacity of data coloured by class, and of the classes that are not shown."""
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
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
        "average": Item(frame.tr("averaged G"), "generated", marker="o", hollow=True),
        "gradients": Item(frame.tr("where G is pulled"), "action", marker=">"),
        "manifold": Item(frame.tr("image of the noise grid"), "generated", line="solid"),
        "modes": Item(frame.tr("3σ of each mode"), "data", line="dotted"),
    }
    if scene.classes:
        names["data"] = Item(frame.tr("data, by class"), marker=".")
    present = [names[k] for k in names if k in layers and _has(k, scene, snapshot)]
    if names["generated"] in present and (kinds := _kinds(picture)):
        place = present.index(names["generated"])
        present[place : place + 1] = _kind_items(picture, kinds)
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
        words = _ground(frame, ax, picture, run, picture.options.get("ground", "d"))
        x0, x1, y0, y1 = _box(picture)
        ax.set_xlim(x0, x1)  # contours would take the grid's limits
        ax.set_ylim(y0, y1)
    size = 0.5 * frame.style.font_size * points
    if "data" in layers:
        _real(frame, ax, picture, size)
    if "modes" in layers and scene.centres is not None and scene.stds is not None:
        _modes(ax, scene, palette.data)
    if snapshot is None:
        return words
    r = snapshot.index(run)
    if "manifold" in layers and snapshot.manifold is not None:
        _mesh(ax, snapshot.manifold[r], palette.generated)
    kinds = None if snapshot.kinds is None else snapshot.kinds[r]
    if snapshot.fake is not None and "generated" in layers:
        _points(frame, ax, snapshot.fake[r], kinds, size)
    if snapshot.averaged is not None and "average" in layers:
        _points(frame, ax, snapshot.averaged[r], kinds, size, hollow=True)
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
    fields = {"generated": "fake", "average": "averaged", "gradients": "pull"}
    return snapshot is not None and getattr(snapshot, fields.get(layer, layer)) is not None


def _kinds(picture: Picture) -> list[int]:
    """The generators or classes that are shown; none where there is one of a kind."""
    scene, label = picture.scene, picture.options.get("label")
    if scene.classes:
        return list(range(scene.classes)) if label is None else [int(label)]
    return list(range(scene.generators)) if scene.generators > 1 else []


def _kind_items(picture: Picture, kinds: list[int]) -> list[Item]:
    """A marker and a name for every generator or class."""
    named = []
    for kind in kinds[:MOST_KINDS]:
        number = str(kind + 1).translate(SUBSCRIPTS)
        text = f"y = {kind + 1}" if picture.scene.classes else f"G{number}"
        if kind + 1 == MOST_KINDS < len(kinds):
            text += f" … {len(kinds)}"
        named.append(Item(text, f"kind {kind}", marker=marker(kind)))
    return named


def _real(frame: Frame, ax: "Axes", picture: Picture, size: float) -> None:
    """Data points: in one colour, or small and faint in those of their classes."""
    scene, snapshot, palette = picture.scene, picture.snapshot, frame.palette
    how: dict[str, Any] = {"s": 0.12 * size**2, "lw": 0, "zorder": 3}
    if not scene.classes or scene.labels is None:
        real = snapshot.real if snapshot is not None and snapshot.real is not None else scene.real
        ax.scatter(*real.T, color=palette.data, **how)
        return
    shown = _kinds(picture)
    for kind in range(scene.classes):
        alpha = FAINT if kind in shown else OTHERS
        ax.scatter(
            *scene.real[scene.labels == kind].T, color=palette.kind(kind), alpha=alpha, **how
        )


def _points(
    frame: Frame,
    ax: "Axes",
    points: NDArray[Any],
    kinds: NDArray[np.int64] | None,
    size: float,
    hollow: bool = False,
) -> None:
    """Generated points (n, 2), each kind (n,) in its own colour and shape; rings if hollow."""
    of = np.zeros(len(points), np.int64) if kinds is None else kinds
    for kind in np.unique(of):
        colour = frame.palette.kind(int(kind))
        ink: dict[str, Any] = {"color": colour, "lw": 0}
        if hollow:
            ink = {"fc": "none", "ec": colour, "lw": 0.5}
        ink["s"] = (0.5 if hollow else 0.3) * size**2
        ax.scatter(*points[of == kind].T, marker=marker(int(kind)), alpha=0.85, zorder=5, **ink)


def _ground(frame: Frame, ax: "Axes", picture: Picture, run: int, key: str) -> list[Item]:
    snapshot = picture.snapshot
    assert snapshot is not None
    values = snapshot.ground(key, run)
    if values is None or snapshot.xs is None or snapshot.ys is None:
        return []
    values = np.where(np.isfinite(values), values, np.nan)
    if np.isnan(values).all():
        return []
    label, role = GROUNDS[key]
    low, high = _scale(snapshot, key, values)
    if key == "d" and not snapshot.reading.bounded and high > low:
        _contours(frame, ax, snapshot, values, (low, high))
    centred = key in ("d", "optimum") and _centred(snapshot.reading)
    shown = shares(snapshot.reading, low, high, values) if centred else values
    span = (0.0, 1.0) if centred else (low, high)
    xs, ys = snapshot.xs, snapshot.ys
    dx, dy = (xs[-1] - xs[0]) / (len(xs) - 1) / 2, (ys[-1] - ys[0]) / (len(ys) - 1) / 2
    ax.imshow(
        shown, origin="lower", aspect="auto", interpolation="bilinear", zorder=1,
        extent=(xs[0] - dx, xs[-1] + dx, ys[0] - dy, ys[-1] + dy), vmin=span[0], vmax=span[1],
        cmap=colours(frame, role, key == "difference"),
    )  # fmt: skip
    said, notes = f"{_short(low)} → {_short(high)}", list[str]()
    if key in ("d", "optimum"):
        label, said = _says(frame, picture, key, values, (low, high))
    if key == "d":
        notes = asked(picture, frame.tr)
    item = Item(f"{label}: {said}", role, marker="s")
    return [item, *(Item(note) for note in notes), *_found(frame, snapshot, key)]


def _says(
    frame: Frame, picture: Picture, key: str, values: NDArray[Any], span: tuple[float, float]
) -> tuple[str, str]:
    """What D or D* is called, and the values at its colours' ends and middle."""
    assert picture.snapshot is not None
    reading, (low, high) = picture.snapshot.reading, span
    label = f"{best_name(reading)}(x)"
    if key == "d":
        label = name(reading, frame.tr, picture.options.get("label"))
    # Of an energy E = −d, what lies beyond the low end of d is greater.
    turned = -1 if reading.kind == "energy" else 1
    signs = "≥≤" if turned < 0 else "≤≥"
    least, most = float(np.nanmin(values)), float(np.nanmax(values))
    small = 1e-4 * (high - low)
    texts = [
        (sign if beyond else "") + _short(turned * end if abs(end) > small else 0.0)
        for sign, beyond, end in zip(signs, (least < low, most > high), span, strict=True)
    ]
    if _centred(reading):
        texts.insert(1, frame.tr("{0} undecided").format(middle(reading)))
    return label, " → ".join(texts)


def _centred(reading: Reading) -> bool:
    """Whether the middle colour stands for D's threshold."""
    return not reading.bounded and reading.threshold is not None


def _scale(snapshot: Snapshot, key: str, values: NDArray[Any]) -> tuple[float, float]:
    """Values at the ends of the colours."""
    low, high, reading = float(np.nanmin(values)), float(np.nanmax(values)), snapshot.reading
    if key == "difference":
        most = max(abs(high), abs(low)) or 1.0
        return -most, most
    if key.startswith("p_"):
        return 0.0, high or 1.0
    if reading.bounded:
        return low, high
    return ends(reading, *usual(reading, values))


def _contours(
    frame: Frame,
    ax: "Axes",
    snapshot: Snapshot,
    values: NDArray[Any],
    span: tuple[float, float],
) -> None:
    """Lines of equal realness, and a dashed one where D is undecided."""
    from matplotlib.ticker import MaxNLocator

    (low, high), reading = span, snapshot.reading
    even = [at for at in MaxNLocator(9).tick_values(low, high) if low < at < high]
    levels = list(steps_away(reading, low, high)) if reading.kind == "bound" else even
    grid = snapshot.xs, snapshot.ys, values
    if levels:
        ax.contour(
            *grid, levels, colors=frame.palette.discriminator, linewidths=0.5, alpha=0.6,
            zorder=2, linestyles="solid",
        )  # fmt: skip
    threshold = reading.threshold
    if threshold is not None and np.nanmin(values) < threshold < np.nanmax(values):
        ax.contour(
            *grid, [threshold], colors=frame.palette.text, linewidths=0.8, zorder=2,
            linestyles="dashed",
        )  # fmt: skip


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
    """Arrows of one colour, outlined in another; their 95th percentile is a tenth of the width.

    The longest are cut at twice that.
    """
    assert snapshot.pull is not None
    assert snapshot.fake is not None
    pull = snapshot.pull[r][:ARROWS]
    start = snapshot.fake[r][: len(pull)]
    pull = pull[: len(start)]
    length = np.linalg.norm(pull, axis=1)
    typical = (
        float(np.quantile(length[np.isfinite(length)], 0.95)) if np.isfinite(length).any() else 0
    )
    if typical > 0:
        longest = np.maximum(1, length / (2 * typical))[:, None]
        scaled = pull / longest * (0.1 * width / typical)
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
