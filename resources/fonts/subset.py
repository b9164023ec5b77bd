"""Makes the fonts of this folder: ``python subset.py FOLDER`` with the two originals in FOLDER.

FOLDER holds ``Inter-{Regular,Italic,SemiBold}.otf`` (Inter 3.019, Debian's fonts-inter) and
``NotoSansCJK-Regular.ttc`` (Noto Sans CJK 2.004, Debian's fonts-noto-cjk). Both are under the Open
Font License, which asks that a changed font has another name.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
INTER = "Copyright 2016-2022 The Inter Project Authors (https://github.com/rsms/inter)"
NOTO = "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'"
GAP = 0.15
"""Between the bars of ‖, in ems."""
WEIGHTS = {"Regular": 400, "Italic": 400, "SemiBold": 600}

# calt is left out: it turns "->" into an arrow and 2x2 into 2×2, also inside code and paths.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "tnum", "pnum", "case", "sups", "subs", "frac"]
# Words of the field beyond the 3 755 common characters of GB 2312, level 1.
RARER = "熵阈缪诠嘈橄榄帷麋睐喙鞅琥珀橘囿伽弈耦镳"

Ranges = list[tuple[int, int]]
WESTERN: Ranges = [
    (0x20, 0x7F), (0xA0, 0x180), (0x232, 0x234), (0x2B0, 0x2E0), (0x300, 0x330), (0x370, 0x400),
    (0x1D62, 0x1D66), (0x2000, 0x20C0), (0x2100, 0x2400), (0x25A0, 0x2608), (0x2713, 0x2718),
    (0x27C0, 0x2800), (0x2C7C, 0x2C7D),
]  # fmt: skip
CHINESE: Ranges = [
    (0x20, 0x7F), (0xA0, 0x100), (0x370, 0x3D0), (0x2010, 0x2040), (0x2100, 0x2120),
    (0x2190, 0x219A), (0x2200, 0x2300), (0x2460, 0x2474), (0x25A0, 0x2608), (0x3000, 0x3020),
    (0xFF01, 0xFF5F), (0xFFE0, 0xFFE7),
]  # fmt: skip


def gb2312_level_1() -> set[str]:
    """The 3 755 most common characters: rows 16 to 55 of GB 2312, the last one short by five."""
    rows = [bytes((hi, lo)) for hi in range(0xB0, 0xD8) for lo in range(0xA1, 0xFF)]
    return {code.decode("gb2312") for code in rows if code < b"\xd7\xfa"}


def reduced(font: TTFont, characters: set[int], features: list[str]) -> TTFont:
    """The font with these characters and features only, without hints and vertical metrics."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "vhea", "vmtx", "VORG", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def part_bars(font: TTFont) -> None:
    """Set the two bars of ‖ GAP apart: as drawn they run together in text of 12 pixels."""
    name = font.getBestCmap()[ord("‖")]
    glyph, drawn = font.getGlyphSet()[name], RecordingPen()
    glyph.draw(drawn)
    end = [op for op, _ in drawn.value].index("closePath") + 1
    bars = sorted((drawn.value[:end], drawn.value[end:]), key=lambda bar: bar[0][1][0])
    feet = [[x for _, points in bar for x, y in points if y < 0] for bar in bars]
    apart = round(GAP * font["head"].unitsPerEm) - (min(feet[1]) - max(feet[0]))
    outlines = font["CFF "].cff.topDictIndex[0].CharStrings
    old, width = outlines[name], glyph.width + apart
    pen = T2CharStringPen(width - old.private.nominalWidthX, None)
    for bar, shift in zip(bars, (0, apart), strict=True):
        for op, points in bar:
            getattr(pen, op)(*((x + shift, y) for x, y in points))
    outlines[name] = pen.getCharString(private=old.private, globalSubrs=old.globalSubrs)
    font["hmtx"][name] = width, font["hmtx"][name][1]


def rename(font: TTFont, family: str, style: str, copyright_line: str) -> str:
    """Give the font its new names everywhere, and return the PostScript one."""
    postscript = f"{family.replace(' ', '')}-{style}"
    basic = style in {"Regular", "Italic"}  # the styles a four-style family can name
    names = {
        0: f"{copyright_line}. A subset under another name.",
        1: family if basic else f"{family} {style}",
        2: style if basic else "Regular",
        3: f"1.0;{postscript}",
        4: f"{family} {style}",
        5: "Version 1.0",
        6: postscript,
        13: LICENCE,
        14: "https://openfontlicense.org",
    }
    if not basic:
        names |= {16: family, 17: style}
    font["name"].names = []
    for key, value in names.items():
        font["name"].setName(value, key, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    rename_outlines(font, family, postscript, names[0])
    return postscript


def rename_outlines(font: TTFont, family: str, postscript: str, notice: str) -> None:
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FullName = top.FamilyName = family
    top.Notice = notice
    for index, part in enumerate(getattr(top, "FDArray", [])):
        part.FontName = f"{postscript}-{index}"


def match_line_height(font: TTFont, model: TTFont) -> None:
    """The model's ascent and descent, so that a line is as high in Chinese as in English."""
    scale = font["head"].unitsPerEm / model["head"].unitsPerEm
    ascent, descent = (round(scale * getattr(model["hhea"], n)) for n in ("ascent", "descent"))
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, descent, 0
    metrics = font["OS/2"]
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = ascent, descent, 0
    metrics.usWinAscent, metrics.usWinDescent = ascent, -descent


def main(originals: Path) -> None:
    western = {code for start, end in WESTERN for code in range(start, end)}
    for style in WEIGHTS:
        latin = reduced(TTFont(originals / f"Inter-{style}.otf"), western, FEATURES)
        part_bars(latin)
        latin.save(OUT / f"{rename(latin, 'GanLab Sans', style, INTER)}.otf")
    chinese = {code for start, end in CHINESE for code in range(start, end)}
    chinese |= set(map(ord, gb2312_level_1() | set(RARER)))
    simplified = TTFont(originals / "NotoSansCJK-Regular.ttc", fontNumber=2)
    han = reduced(simplified, chinese, [])
    match_line_height(han, latin)
    han.save(OUT / f"{rename(han, 'GanLab Sans SC', 'Regular', NOTO)}.otf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
