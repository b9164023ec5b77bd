"""The icons: outlines on a 24 × 24 grid, drawn in the palette's colours at any size."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ganlab_gui.app.theme import ON_ACTION, faded
from ganlab_gui.palette import Palette

SIZE = 18
"""Side of an icon in pixels at 100 %."""
DENSITIES = (1, 2, 3)
"""Pixels of the screen to one of the window that pictures are made for."""

ICONS = {
    "play": '<path class="fill" d="M7 4.5v15l12.5-7.5z"/>',
    "pause": '<path class="fill" d="M6.5 5h4v14h-4zM13.5 5h4v14h-4z"/>',
    "play_back": '<path class="fill" d="M17 4.500v15L4.500 12z"/>',
    "now": '<path class="fill" d="M5 5v14l10-7z"/><path d="M19 5v14"/>',
    "branch": '<path d="M4 12h16M8 12c4 0 4-6.500 8-6.500h4"/>'
    '<circle class="fill" cx="7" cy="12" r="2"/>',
    "bookmark": '<path d="M6.500 4h11v16l-5.500-4.500L6.500 20z"/>',
    "tree": '<path d="M6 4v12.500a2 2 0 0 0 2 2h4M6 9.500h6M16 9.500h4M16 18.500h4"/>',
    "film": '<path d="M3.500 6h17v12h-17zM7.500 6v12M16.500 6v12M3.500 12h4M16.500 12h4"/>',
    "movie": '<path d="M3.500 7h11.500v10H3.500z"/>'
    '<path class="fill" d="M15.500 11.500l5-3v7l-5-3z"/>',
    "up": '<path d="M6 14.500l6-6 6 6"/>',
    "step": '<path class="fill" d="M9 5v14l10-7z"/><path d="M5 5v14"/>',
    "reset": '<path d="M6.2 7.5A8 8 0 1 1 4 13"/><path d="M6 3v5h5"/>',
    "stop": '<path class="fill" d="M6 6h12v12H6z"/>',
    "theme": '<circle cx="12" cy="12" r="8"/><path class="fill" d="M12 4a8 8 0 0 1 0 16z"/>',
    "copy": '<path d="M9 9h11v11H9zM6 15H4V4h11v2"/>',
    "export": '<path d="M12 15V4M8 8l4-4 4 4M5 13v6h14v-6"/>',
    "save": '<path d="M12 4v11M8 11l4 4 4-4M5 13v6h14v-6"/>',
    "folder": '<path d="M3.5 18.5v-13h6l2 2.5h9v10.5z"/>',
    "speed": '<path d="M4.5 17.5a9 9 0 1 1 15 0M12 14l4.5-5"/>'
    '<circle class="fill" cx="12" cy="14" r="1.3"/>',
    "seed": '<path d="M5 5h14v14H5z"/><circle class="fill" cx="9" cy="9" r="1.2"/>'
    '<circle class="fill" cx="15" cy="15" r="1.2"/><circle class="fill" cx="12" cy="12" r="1.2"/>',
    "expand": '<path d="M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7"/>',
    "shrink": '<path d="M19 11h-6V5M5 13h6v6M13 11l7-7M11 13l-7 7"/>',
    "float": '<path d="M9 4h11v11H9z"/><path d="M6 9H4v11h11v-2"/>',
    "close": '<path d="M6 6l12 12M18 6L6 18"/>',
    "chevron": '<path d="M6 9.5l6 6 6-6"/>',
    "back": '<path d="M14.5 5.500L8 12l6.500 6.500"/>',
    "forward": '<path d="M9.500 5.500L16 12l-6.500 6.500"/>',
    "menu": '<circle class="fill" cx="5" cy="12" r="1.5"/>'
    '<circle class="fill" cx="12" cy="12" r="1.5"/><circle class="fill" cx="19" cy="12" r="1.5"/>',
    "undo": '<path d="M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9"/>',
    "redo": '<path d="M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h5"/>',
    "brush": '<path d="M20 4l-9.5 9.5"/>'
    '<path class="fill" d="M9.5 13a3.5 3.5 0 0 1 2 2c0 3-2.5 5-7.5 5'
    " 1.5-1.5 1-2.5 1.5-4.500a3.3 3.3 0 0 1 4-2.500z\"/>",
    "eraser": '<path d="M8 19.500L3.5 15 14 4.5 20.5 11 12 19.500zM8.5 10l6.5 6.500M12 19.500h8"/>',
    "clear": '<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5.5 5.5"/>',
    "warning": '<path d="M12 4L2.8 20h18.400zM12 10v5M12 17.300v.4"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.500M12 7.500v.4"/>',
}  # fmt: skip
"""Name to the inside of an SVG; class "fill" is solid, the rest is stroked."""

FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="{colour}"'
    ' stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>'
)


def icon(name: str, palette: Palette, scale: float = 1.0, on_action: bool = False) -> QIcon:
    """An icon of `ICONS`; ``on_action`` draws it dark, for the amber button. Raises KeyError."""
    result = QIcon()
    modes = {
        QIcon.Mode.Normal: ON_ACTION if on_action else palette.text,
        QIcon.Mode.Disabled: faded(palette),
    }
    for mode, colour in modes.items():
        for density in DENSITIES:
            result.addPixmap(draw(name, colour, round(SIZE * scale), density), mode)
    return result


def draw(name: str, colour: str, side: int, density: float = 1.0) -> QPixmap:
    """One icon as a picture of ``side`` × ``side`` window pixels."""
    body = ICONS[name].replace('class="fill"', f'fill="{colour}" stroke-width="1"')
    renderer = QSvgRenderer(QByteArray(FRAME.format(colour=colour, body=body).encode()))
    pixels = round(side * density)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
    picture.setDevicePixelRatio(density)
    return picture
