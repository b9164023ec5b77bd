"""All panels of an experiment on one page."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.compare import difference_items, draw_quantities, side_items
from ganlab_gui.figures.curves import draw_distances, draw_losses
from ganlab_gui.figures.density import draw_density
from ganlab_gui.figures.edits import Translate, edit_items
from ganlab_gui.figures.field import draw_field
from ganlab_gui.figures.frame import Frame, Item, Rect
from ganlab_gui.figures.modes import draw_mode_history, draw_modes
from ganlab_gui.figures.plane import draw_plane
from ganlab_gui.figures.runs import draw_runs
from ganlab_gui.figures.style import Picture, thousands
from ganlab_gui.lab.snapshot import Box

PAIR, CURVES = 0.92, 0.32
"""Height over width of the page of two experiments, and the curves' share of it."""


@dataclass(frozen=True)
class Part:
    """A panel of the page; ``ratio`` is the height over the width that suits it."""

    name: str
    draw: Callable[[Frame, Picture], None]
    ratio: float


def draw_page(frame: Frame, picture: Picture) -> None:
    """Title and edits, then two columns with the main picture at their head.

    Two experiments that are compared have a page of their own: `_draw_pair`.
    """
    if picture.rival is not None:
        _draw_pair(frame, picture, picture.rival)
        return
    experiment = picture.experiment
    items = [Item(f"{frame.tr('seed')} {experiment.seed}")]
    if picture.snapshot is not None:
        items.insert(0, Item(f"{frame.tr('step')} {thousands(picture.snapshot.step)}"))
    edits = edit_items(frame, replace(picture, options={}))
    frame.header(title_words(frame.tr, experiment), [*items, *edits])
    gap = 1.2 * frame.style.font_size
    x, y, w, h = frame.left
    half = (w - gap) / 2
    for place, column in enumerate(columns(picture)):
        rect = (x + place * (half + gap), y, half, h)
        for part, inside in _stack(column, rect, gap):
            options = {**picture.options.get(part.name, {}), "edits": False}
            part.draw(Frame(frame.figure, inside, frame.style), replace(picture, options=options))


def _draw_pair(frame: Frame, a: Picture, b: Picture) -> None:
    """Both main pictures side by side over the same ranges, what differs above, curves below."""
    items = [*side_items(frame, a), *difference_items(frame, a)]
    frame.header("A | B", items)
    gap = 1.2 * frame.style.font_size
    x, y, w, h = frame.left
    half = (w - gap) / 2
    low = CURVES * h
    box = _common(a, b)
    for place, side in enumerate((a, b)):
        rect = x + place * (half + gap), y + low + gap, half, h - low - gap
        inside = Frame(frame.figure, rect, frame.style)
        words = [Item(f"{frame.tr('seed')} {side.experiment.seed}")]
        title = title_words(frame.tr, side.experiment)
        inside.header(f"{'AB'[place]}  {title}", words)
        part = _main(side)
        options = {**side.options.get(part.name, {}), "edits": False}
        if box is not None and not options.get("box"):
            options["box"] = box
        part.draw(Frame(frame.figure, inside.left, frame.style), replace(side, options=options))
    curves = replace(a, options=a.options.get("compare", {}))
    draw_quantities(Frame(frame.figure, (x, y, w, low), frame.style), curves, (x, y, w, low))


def _common(a: Picture, b: Picture) -> Box | None:
    """The box around both where the pictures are of one kind; in 1-D as far as G was followed."""
    if a.scene.dim != b.scene.dim or a.scene.point or b.scene.point:
        return None
    one, two = _reach(a), _reach(b)
    return min(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), max(one[3], two[3])


def _reach(picture: Picture) -> Box:
    xs = picture.snapshot.xs if picture.snapshot is not None else None
    if picture.scene.dim == 2 or xs is None:
        return picture.scene.box
    return float(xs[0]), float(xs[-1]), 0.0, 0.0


def title_words(tr: Translate, experiment: Experiment) -> str:
    """A preset's title in the reader's language, any other as it is."""
    return tr(experiment.title)


def page_ratio(picture: Picture) -> float:
    """Height over width at which every panel has the height that suits it."""
    if picture.rival is not None:
        return PAIR
    return 0.49 * max(sum(part.ratio for part in column) for column in columns(picture)) + 0.06


def columns(picture: Picture) -> tuple[list[Part], list[Part]]:
    """The panels that this experiment has, in two columns of about the same height."""
    main = _main(picture)
    distances = Part("distances", draw_distances, 0.66)
    losses = Part("losses", draw_losses, 0.62)
    modes = [Part("modes", draw_modes, 0.62), Part("mode_history", draw_mode_history, 0.6)]
    has_modes, many = picture.scene.modes > 1, picture.scene.runs > 1
    runs = [Part("runs", draw_runs, 1.1)] if many and not picture.scene.point else []
    beside = [losses] if runs else []
    if has_modes:
        return [main, *(runs or [losses])], [*modes, distances, *beside]
    return [main, *beside], [distances, *(runs or [losses])]


def _main(picture: Picture) -> Part:
    if picture.scene.point:
        return Part("field", draw_field, 1.1)
    if picture.scene.dim == 2:
        return Part("plane", draw_plane, 1.2)
    return Part("density", draw_density, 0.95)


def _stack(parts: list[Part], rect: Rect, gap: float) -> list[tuple[Part, Rect]]:
    """Parts above each other. The first keeps its ratio where it can; the others share the rest."""
    x, y, w, h = rect
    free = h - gap * (len(parts) - 1)
    total = sum(part.ratio for part in parts)
    highs = [free * part.ratio / total for part in parts]
    if len(parts) > 1 and parts[0].ratio * w < highs[0]:
        rest = free - parts[0].ratio * w
        highs = [rest * part.ratio / (total - parts[0].ratio) for part in parts]
        highs[0] = parts[0].ratio * w
    out: list[tuple[Part, Rect]] = []
    top = y + h
    for part, high in zip(parts, highs, strict=True):
        out.append((part, (x, top - high, w, high)))
        top -= high + gap
    return out
