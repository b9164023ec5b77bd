"""The same pictures for paper and slide. Matplotlib is imported with the first figure."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ganlab_gui.figures.filmstrip import figure_strip
from ganlab_gui.figures.panels import (
    figure_compare,
    figure_density,
    figure_distances,
    figure_field,
    figure_losses,
    figure_machine,
    figure_mode_history,
    figure_modes,
    figure_page,
    figure_plane,
    figure_runs,
    figure_shift,
)
from ganlab_gui.figures.save import FORMATS, to_bytes
from ganlab_gui.figures.style import Picture, Style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["FIGURES", "FORMATS", "Picture", "Style", "render"]

FIGURES: dict[str, "Callable[[Picture, Style, str], Figure]"] = {
    "plane": figure_plane,
    "density": figure_density,
    "losses": figure_losses,
    "distances": figure_distances,
    "modes": figure_modes,
    "mode_history": figure_mode_history,
    "shift": figure_shift,
    "field": figure_field,
    "runs": figure_runs,
    "machine": figure_machine,
    "compare": figure_compare,
    "page": figure_page,
    "strip": figure_strip,
}


def render(name: str, picture: Picture, style: Style | None = None, format: str = "pdf") -> bytes:
    """The figure ``name`` as the bytes of a pdf, svg or png file; same input, same bytes.

    Raises ValueError for a name or a format that does not exist.
    """
    if name not in FIGURES:
        raise ValueError(f"figure {name!r}: no such figure; allowed: {', '.join(FIGURES)}.")
    if format not in FORMATS:
        raise ValueError(f"figure format {format!r}: allowed: {', '.join(FORMATS)}.")
    return to_bytes(FIGURES[name], picture, style or Style(), format)
