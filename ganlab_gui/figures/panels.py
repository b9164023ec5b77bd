"""One figure a panel: a sheet of the right size with the panel drawn on it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ganlab_gui.figures.compare import draw_compare
from ganlab_gui.figures.curves import draw_distances, draw_losses
from ganlab_gui.figures.density import draw_density
from ganlab_gui.figures.field import draw_field
from ganlab_gui.figures.frame import Frame
from ganlab_gui.figures.machine import draw_machine
from ganlab_gui.figures.modes import draw_mode_history, draw_modes
from ganlab_gui.figures.page import draw_page, page_ratio
from ganlab_gui.figures.plane import draw_plane
from ganlab_gui.figures.runs import draw_runs, runs_ratio
from ganlab_gui.figures.save import settings, sheet
from ganlab_gui.figures.shift import draw_shift
from ganlab_gui.figures.style import Picture, Style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ONE_COLUMN, TWO_COLUMNS = 85.0, 170.0
"""Widths in millimetres of one and two columns of a journal."""


def figure_plane(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_plane, picture, style, format, ONE_COLUMN, 0.98)


def figure_density(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_density, picture, style, format, ONE_COLUMN, 0.8)


def figure_losses(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_losses, picture, style, format, ONE_COLUMN, 0.6)


def figure_distances(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_distances, picture, style, format, ONE_COLUMN, 0.6)


def figure_modes(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_modes, picture, style, format, ONE_COLUMN, 0.6)


def figure_mode_history(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_mode_history, picture, style, format, ONE_COLUMN, 0.6)


def figure_shift(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_shift, picture, style, format, ONE_COLUMN, 0.9)


def figure_field(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_field, picture, style, format, ONE_COLUMN, 1.02)


def figure_runs(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_runs, picture, style, format, TWO_COLUMNS, runs_ratio(picture))


def figure_machine(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_machine, picture, style, format, TWO_COLUMNS, 0.58)


def figure_compare(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_compare, picture, style, format, TWO_COLUMNS, 0.42)


def figure_page(picture: Picture, style: Style, format: str = "pdf") -> "Figure":
    return _sheet(draw_page, picture, style, format, TWO_COLUMNS, page_ratio(picture))


def _sheet(
    draw: Callable[[Frame, Picture], None],
    picture: Picture,
    style: Style,
    format: str,
    width_mm: float,
    ratio: float,
) -> "Figure":
    """An empty figure with ``draw`` on it; ``ratio`` is its height over its width by default."""
    with settings(picture, style, format):
        figure, rect = sheet(style, width_mm, ratio)
        draw(Frame(figure, rect, style), picture)
    return figure
