"""The model as a data-flow picture, as plain data: what is shown, what is lit, and where it stands.

``views/machine_picture.py`` paints it on the screen and ``figures/machine.py`` on paper. What moves
forward goes noise → G → samples, data → D → what D says → losses; gradients go back along the same
ways.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.dissection import Dissection, Stage
from ganlab_gui.lab.snapshot import Array, Box

Rect = tuple[float, float, float, float]
"""Left, top, width, height; downwards."""
Point = tuple[float, float]

PARTS = ("noise", "g", "fake", "real", "d", "says", "d_loss", "g_loss")
EDGES = (
    ("noise", "g"), ("g", "fake"), ("fake", "d"), ("real", "d"), ("d", "says"),
    ("says", "d_loss"), ("says", "g_loss"),
)  # fmt: skip
"""Forward ways, from part to part."""
Edge = tuple[str, str]

FORWARD: dict[tuple[str, str], tuple[tuple[str, ...], tuple[Edge, ...]]] = {
    ("d", "sample"): (("noise", "g", "fake", "real"), (("noise", "g"), ("g", "fake"))),
    ("g", "sample"): (("noise", "g", "fake"), (("noise", "g"), ("g", "fake"))),
    ("d", "forward"): (
        ("fake", "real", "d", "says"), (("fake", "d"), ("real", "d"), ("d", "says")),
    ),
    ("g", "forward"): (("fake", "d", "says"), (("fake", "d"), ("d", "says"))),
    ("d", "loss"): (("says", "d_loss"), (("says", "d_loss"),)),
    ("g", "loss"): (("says", "g_loss"), (("says", "g_loss"),)),
    ("d", "backward"): (("d_loss", "says", "d"), ()),
    ("g", "backward"): (("g_loss", "says", "d", "fake", "g"), ()),
    ("d", "update"): (("d",), ()),
    ("g", "update"): (("g", "fake"), ()),
}  # fmt: skip
"""What is lit at each stage of each player: parts, and the ways that something takes."""
BACK: dict[str, tuple[Edge, ...]] = {
    "d": (("says", "d_loss"), ("d", "says")),
    "g": (("says", "g_loss"), ("d", "says"), ("fake", "d"), ("g", "fake")),
}
"""The ways each player's gradient takes, from its loss."""
KERNEL: dict[str, tuple[tuple[str, ...], tuple[Edge, ...]]] = {
    "sample": (("noise", "g", "fake"), (("noise", "g"), ("g", "fake"))),
    "loss": (("fake", "real", "d", "g_loss"), (("fake", "d"), ("real", "d"), ("d", "g_loss"))),
    "backward": (("g_loss", "d", "fake", "g"), ()),
    "update": (("g", "fake"), ()),
}
"""The same where a kernel stands in D's place."""
KERNEL_BACK: tuple[Edge, ...] = (("d", "g_loss"), ("fake", "d"), ("g", "fake"))


@dataclass(frozen=True)
class Moment:
    """What the picture shows at one moment; arrays as in `ganlab_gui.lab.dissection.Stage`.

    ``titles``, ``lines`` and ``values`` hold the words of each part: its name, what stands under
    it, and the one number it is about. ``lit`` are the parts and ways that stand out (all of them
    where it is empty), ``back`` the ways a gradient takes, with its length there.
    """

    dim: int
    box: Box
    reading: Reading
    span: tuple[float, float]
    """Realness at the ends of the colours of D's ground, …"""
    axis: tuple[float, float]
    """… and at the ends of the axis of what it says."""
    noise: Array | None = None
    real: Array | None = None
    fake: Array | None = None
    kinds: NDArray[np.int64] | None = None
    pull: Array | None = None
    moved: Array | None = None
    ground: Array | None = None
    before: Array | None = None
    xs: Array | None = None
    ys: Array | None = None
    said_real: Array | None = None
    said_fake: Array | None = None
    layers: dict[str, tuple[int, ...]] = field(default_factory=dict)
    noted: dict[str, tuple[float, ...]] = field(default_factory=dict)
    """(L,) a player: lengths of its gradient or of its move, layer by layer, as shown now."""
    titles: dict[str, str] = field(default_factory=dict)
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    lit: frozenset[str | Edge] = frozenset()
    back: dict[Edge, float] = field(default_factory=dict)
    headline: str = ""
    sentence: str = ""

    @property
    def kernel(self) -> bool:
        """Whether a kernel stands in D's place."""
        return self.reading.kind == "witness"

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts this game has, in the order they are drawn."""
        absent = ("says", "d_loss") if self.kernel else ()
        return tuple(part for part in PARTS if part not in absent)

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The forward ways this game has."""
        kept = tuple(e for e in EDGES if e[0] in self.parts and e[1] in self.parts)
        return (*kept, ("d", "g_loss")) if self.kernel else kept

    def shows(self, what: str | Edge) -> bool:
        """Whether a part or a way stands out."""
        return not self.lit or what in self.lit


def lit_by(found: Dissection, at: range) -> frozenset[str | Edge]:
    """Parts and ways that stand out in the stages ``at``."""
    lit: set[str | Edge] = set()
    for i in at:
        parts, ways = _lights(found.reading, found.stages[i])
        lit |= {*parts, *ways}
    return frozenset(lit)


def gradients(found: Dissection, at: range) -> dict[Edge, float]:
    """The ways a gradient takes in the stages ``at``, and how long it is there.

    Towards a player's weights: the length of its gradient. Before, on G's side: the median pull on
    a sample.
    """
    back: dict[Edge, float] = {}
    for stage in (found.stages[i] for i in at):
        if stage.name != "backward" or stage.slope is None:
            continue
        if stage.player == "d":
            back |= dict.fromkeys(BACK["d"], stage.slope)
            continue
        ways = KERNEL_BACK if found.reading.kind == "witness" else BACK["g"]
        back |= dict.fromkeys(ways, pulled(stage)) | {("g", "fake"): stage.slope}
    return back


def pulled(stage: Stage) -> float:
    """Median length of the pull on a sample; NaN where there is none."""
    if stage.pull is None:
        return float("nan")
    return float(np.median(np.linalg.norm(stage.pull, axis=1)))


def _lights(reading: Reading, stage: Stage) -> tuple[tuple[str, ...], tuple[Edge, ...]]:
    if reading.kind == "witness":
        return KERNEL[stage.name]
    return FORWARD[stage.player, stage.name]


# -- where it stands -------------------------------------------------------------------------------

BESIDE = 1.55
"""Width over height from which on the losses stand beside the rest instead of below it."""


@dataclass(frozen=True)
class Places:
    """Rectangles of all parts with their words, and of the pictures in them; ``em`` is a line."""

    whole: dict[str, Rect]
    inner: dict[str, Rect]
    beside: bool

    def way(self, edge: Edge) -> tuple[Point, ...]:
        """A way as a line of right angles, from one part's border to the other's."""
        (ax, ay, aw, ah), (bx, by, bw, bh) = self.whole[edge[0]], self.whole[edge[1]]
        if by > ay + ah:  # from one row to the next
            if bx <= ax + aw / 2 <= bx + bw:
                return (ax + aw / 2, ay + ah), (ax + aw / 2, by)
            start, end, turn = ax + 0.2 * aw, bx + 0.8 * bw, (ay + ah + by) / 2
            return (start, ay + ah), (start, turn), (end, turn), (end, by)
        if ay <= by + bh / 2 <= ay + ah:
            y = by + bh / 2
            return (ax + aw, y), (bx, y)
        turn, y = (ax + aw + bx) / 2, ay + 0.2 * ah
        return (ax + aw, y), (turn, y), (turn, by + bh / 2), (bx, by + bh / 2)


def aside(points: tuple[Point, ...], off: float) -> list[Point]:
    """A line of right angles backwards, ``off`` to the right of and below itself."""
    moved = []
    for i, (x, y) in enumerate(points):
        beside = [points[j] for j in (i - 1, i + 1) if 0 <= j < len(points)]
        down, right = any(p[1] == y for p in beside), any(p[0] == x for p in beside)
        moved.append((x + off * right, y + off * down))
    return moved[::-1]


def places(width: float, height: float, em: float, kernel: bool = False) -> Places:
    """Where the parts stand in a picture of ``width`` by ``height``, a line of text ``em`` high.

    Two rows of three: noise, G, samples; data, D, what D says. The losses stand below or beside.
    """
    beside = width > BESIDE * height
    gap_x, gap_y, title, foot = 2.6 * em, 2.1 * em, 1.4 * em, 1.3 * em
    card_w = min(17 * em, 0.28 * width)
    card_h = 3.9 * em
    room_w = width - (card_w + gap_x if beside else 0.0)
    room_h = height - (0.0 if beside else card_h + gap_y)
    w = max(3 * em, (room_w - 2 * gap_x) / 3)
    h = max(3 * em, (room_h - gap_y) / 2)
    column = [i * (w + gap_x) for i in range(3)]
    row = [0.0, h + gap_y]
    whole: dict[str, Rect] = {
        "noise": (column[0], row[0], w, h), "g": (column[1], row[0], w, h),
        "fake": (column[2], row[0], w, h), "real": (column[0], row[1], w, h),
        "d": (column[1], row[1], w, h), "says": (column[2], row[1], w, h),
    }  # fmt: skip
    if kernel:
        del whole["says"]
    if beside:
        x = width - card_w
        whole["d_loss"] = (x, row[1] + 0.5 * h - card_h / 2, card_w, card_h)
        whole["g_loss"] = (x, row[0] + 0.75 * h - card_h / 2, card_w, card_h)
        if kernel:
            whole["g_loss"] = (column[2], row[1] + 0.5 * h - card_h / 2, w + card_w, card_h)
    else:
        half, y = (width - gap_x) / 2, height - card_h
        whole["g_loss"] = (0.0 if not kernel else width / 4, y, half, card_h)
        whole["d_loss"] = (half + gap_x, y, half, card_h)
    if kernel:
        del whole["d_loss"]
    inner = {
        key: (x + 0.5 * em, y + title, ww - em, hh - title - foot)
        for key, (x, y, ww, hh) in whole.items()
        if not key.endswith("loss")
    }
    return Places(whole, inner, beside)
