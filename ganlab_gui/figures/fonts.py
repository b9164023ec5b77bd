"""The program's fonts in matplotlib, and as TrueType in PDF.

Matplotlib embeds every font in a PDF as TrueType, also OpenType fonts whose outlines are of the
other kind (CFF), which many readers then refuse. So these are turned into TrueType first.
"""

import atexit
import shutil
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import Any

from ganlab_gui.resources import FONT_FAMILIES, font_files

LATIN, CHINESE, FALLBACK = FONT_FAMILIES
FILES = {
    (LATIN, 400): "GanLabSans-Regular.otf",
    (LATIN, 600): "GanLabSans-SemiBold.otf",
    (CHINESE, 400): "GanLabSansSC-Regular.otf",
    (CHINESE, 600): "GanLabSansSC-Regular.otf",
    (FALLBACK, 400): "DejaVuSans.ttf",
    (FALLBACK, 600): "DejaVuSans-Bold.ttf",
}
PLAIN: dict[str, Any] = {
    "style": "normal",
    "variant": "normal",
    "stretch": "normal",
    "size": "scalable",
}
TOLERANCE = 0.001
"""How far a converted outline may lie from the true one, in ems."""


LOCK = threading.Lock()
"""One thread at a time makes fonts ready."""


def families(format: str, chinese: bool) -> list[str]:
    """The families to try in turn for a format, known to matplotlib from now on."""
    with LOCK:
        return _families(format, chinese)


def warm_up() -> None:
    """Make ready what the first figure would wait for: the Chinese font alone takes two seconds."""
    for format in ("png", "pdf"):
        families(format, True)


@cache
def _families(format: str, chinese: bool) -> list[str]:
    from matplotlib.font_manager import FontEntry, fontManager

    found = []
    for family in FONT_FAMILIES:
        if family == CHINESE and not chinese:
            continue
        name = family
        for (of, weight), file in FILES.items():
            if of != family:
                continue
            path = next(p for p in font_files() if p.name == file)
            if format == "pdf" and path.suffix == ".otf":
                name, path = f"{family} TrueType", _truetype(path)
            fontManager.ttflist.append(
                FontEntry(fname=str(path), name=name, **PLAIN, weight=weight)
            )
        found.append(name)
    return found


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ganlab-gui-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _truetype(path: Path) -> Path:
    """A copy of a CFF font with quadratic outlines."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont, newTable

    font = TTFont(path, recalcTimestamp=False)
    order, drawings = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(drawings)
        drawings[name].draw(
            Cu2QuPen(pen, TOLERANCE * font["head"].unitsPerEm, reverse_direction=True)
        )
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font["glyf"].compile(font)
    _describe(font, order, glyphs)
    out = _folder() / f"{path.stem}.ttf"
    font.save(out)
    return out


def _describe(font: Any, order: list[str], glyphs: dict[str, Any]) -> None:
    """Set the tables that say that a font is TrueType."""
    maxp, post, hmtx = font["maxp"], font["post"], font["hmtx"]
    maxp.tableVersion = 0x00010000
    limits = ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements")
    for limit in (*limits, "SizeOfInstructions", "ComponentElements"):
        setattr(maxp, f"max{limit}", 0)
    maxp.maxZones = 1
    for name in order:
        hmtx.metrics[name] = hmtx.metrics[name][0], getattr(glyphs[name], "xMin", 0)
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 2.0, [], {}, order
    font.sfntVersion = "\x00\x01\x00\x00"
