"""All panels of an experiment on one page."""

from collections.abc import Callable
from dataclasses import replace

from ganlab_gui.figures.curves import draw_distances, draw_losses
from ganlab_gui.figures.density import draw_density
from ganlab_gui.figures.frame import Frame, Item, Rect
from ganlab_gui.figures.modes import draw_mode_history, draw_modes
from ganlab_gui.figures.plane import draw_plane
from ganlab_gui.figures.runs import draw_runs
from ganlab_gui.figures.style import Picture, thousands

Draw = Callable[[Frame, Picture], None]


def draw_page(frame: Frame, picture: Picture) -> None:
    """Title, the main picture beside what else there is, and losses and distances below."""
    experiment = picture.experiment
    items = [Item(f"{frame.tr('seed')} {experiment.seed}")]
    if picture.snapshot is not None:
        items.insert(0, Item(f"{frame.tr('step')} {thousands(picture.snapshot.step)}"))
    frame.header(experiment.title, items)
    for name, draw, rect in _layout(frame.left, picture, 1.2 * frame.style.font_size):
        part = Frame(frame.figure, rect, frame.style)
        draw(part, replace(picture, options=picture.options.get(name, {})))


def _layout(rect: Rect, picture: Picture, gap: float) -> list[tuple[str, Draw, Rect]]:
    """Two columns: the stage and the runs left, curves and modes right."""
    main: tuple[str, Draw] = (
        ("plane", draw_plane) if picture.scene.dim == 2 else ("density", draw_density)
    )
    left = [(*main, 1.0)]
    if picture.scene.runs > 1:
        left.append(("runs", draw_runs, 0.75))
    right: list[tuple[str, Draw, float]] = []
    if picture.scene.weights is not None:
        right += [("modes", draw_modes, 0.9), ("mode_history", draw_mode_history, 0.9)]
    right += [("distances", draw_distances, 1.0), ("losses", draw_losses, 1.0)]
    x, y, w, h = rect
    half = (w - gap) / 2
    return [
        *_stack(left, (x, y, half, h), gap),
        *_stack(right, (x + half + gap, y, half, h), gap),
    ]


def _stack(
    parts: list[tuple[str, Draw, float]], rect: Rect, gap: float
) -> list[tuple[str, Draw, Rect]]:
    """Parts above each other, heights in proportion to their shares."""
    x, y, w, h = rect
    free = h - gap * (len(parts) - 1)
    total = sum(share for *_, share in parts)
    out: list[tuple[str, Draw, Rect]] = []
    top = y + h
    for name, draw, share in parts:
        high = free * share / total
        out.append((name, draw, (x, top - high, w, high)))
        top -= high + gap
    return out
