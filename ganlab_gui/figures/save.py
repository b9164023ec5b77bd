"""From a figure to the bytes of a file that do not depend on the day."""

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ganlab_gui.figures.fonts import families
from ganlab_gui.figures.style import Picture, Style

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
    stream = io.BytesIO()
    with settings(picture, style, format):
        figure.savefig(
            stream, format=format, dpi=style.dpi, facecolor=style.palette.panel,
            metadata=METADATA[format],
        )  # fmt: skip
    return stream.getvalue()


@contextmanager
def settings(picture: Picture, style: Style, format: str) -> Iterator[None]:
    """Matplotlib's defaults with the program's fonts and with text that stays text, for a while."""
    import matplotlib

    words = picture.experiment.title + style.translate("step") + style.translate("Losses")
    chinese = any(ord(letter) >= CJK for letter in words)
    defaults: Any = {
        **matplotlib.rcParamsDefault,
        "backend": "agg",
        "font.family": families(format, chinese),
        "pdf.fonttype": 42,
        "svg.fonttype": "none",
        "svg.hashsalt": "ganlab-gui",
        "text.parse_math": False,
        "axes.unicode_minus": True,
    }
    with matplotlib.rc_context(), warnings.catch_warnings():
        # A letter that no font has is drawn as a box; the rest of the figure is as good as ever.
        warnings.filterwarnings("ignore", message=r"Glyph \d+")
        matplotlib.rcParams.update(defaults)
        yield
