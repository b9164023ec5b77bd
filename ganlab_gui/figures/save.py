"""From a figure to the bytes of a file that do not depend on the day."""

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ganlab_gui.figures.fonts import families
from ganlab_gui.figures.frame import Rect
from ganlab_gui.figures.style import MM_PER_INCH, Picture, Style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("pdf", "svg", "png")
METADATA: dict[str, dict[str, Any]] = {
    "pdf": {"CreationDate": None, "Producer": None},
    "svg": {"Date": None},
    "png": {"Software": None},
}
CJK = 0x2E80
"""The first of the characters for which the Chinese font is there."""


def to_bytes(
    figure_of: "Callable[[Picture, Style, str], Figure]",
    picture: Picture,
    style: Style,
    format: str,
) -> bytes:
    figure = figure_of(picture, style, format)
    with settings(picture, style, format):
        return to_stream(figure, style, format)


def to_stream(figure: "Figure", style: Style, format: str) -> bytes:
    """A finished figure as the bytes of a file. Raises ValueError for another format."""
    if format not in METADATA:
        raise ValueError(f"figure format {format!r}: allowed: {', '.join(METADATA)}.")
    stream = io.BytesIO()
    figure.savefig(
        stream, format=format, dpi=style.dpi, facecolor=style.palette.panel,
        metadata=METADATA[format],
    )  # fmt: skip
    return stream.getvalue()


def sheet(style: Style, width_mm: float, ratio: float) -> "tuple[Figure, Rect]":
    """An empty figure of the style's size, or of these, and the rectangle within its margins."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    wide = style.width_mm or width_mm
    high = style.height_mm or ratio * wide
    # Whole pixels, and a little more: the size in pixels is cut off, not rounded.
    inches = [(round(mm / MM_PER_INCH * style.dpi) + 0.01) / style.dpi for mm in (wide, high)]
    figure = Figure(figsize=(inches[0], inches[1]), dpi=72, facecolor=style.palette.panel)
    FigureCanvasAgg(figure)
    margin = 0.7 * style.font_size
    return figure, (margin, margin, inches[0] * 72 - 2 * margin, inches[1] * 72 - 2 * margin)


@contextmanager
def settings(picture: Picture, style: Style, format: str) -> Iterator[None]:
    """Matplotlib's defaults with the program's fonts and with text that stays text, for a while."""
    words = picture.experiment.title + style.translate("step") + style.translate("Losses")
    chinese = any(ord(letter) >= CJK for letter in words)
    with defaults(families(format, chinese)):
        yield


@contextmanager
def defaults(families: list[str], mathtext: bool = False) -> Iterator[None]:
    """Matplotlib's own defaults with these font families, for a while.

    With ``mathtext`` what stands between dollar signs is set as a formula.
    """
    import matplotlib

    chosen: Any = {
        **matplotlib.rcParamsDefault,
        "backend": "agg",
        "font.family": families,
        "pdf.fonttype": 42,
        "svg.fonttype": "none",
        "svg.hashsalt": "ganlab-gui",
        "text.parse_math": mathtext,
        "axes.unicode_minus": True,
    }
    with matplotlib.rc_context(), warnings.catch_warnings():
        # A letter that no font has is drawn as a box; the rest of the figure is as good as ever.
        warnings.filterwarnings("ignore", message=r"Glyph \d+")
        matplotlib.rcParams.update(chosen)
        yield
