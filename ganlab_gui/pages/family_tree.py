"""The family tree of generative models: click a leaf for its formula and what a sample costs."""

from typing import Annotated, Literal, get_args

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.family import BRANCHES, LEAVES, ancestors, passes
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import thousands
from ganlab_gui.pages.page import Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import (
    Axes,
    Box,
    Dots,
    Item,
    Label,
    LineStyle,
    Plate,
    Row,
    Says,
    Segments,
)

LeafName = Literal[
    "belief-net", "flow", "vae", "diffusion", "boltzmann", "gsn", "moment-matching", "gan"
]
LEVELS = {
    "root": 3.95,
    "explicit": 3.1,
    "implicit": 3.1,
    "variational": 1.4,
    "boltzmann-chain": 1.4,
}
"""Heights of the branches; those not named are at ``MIDDLE``, the leaves at 0."""
MIDDLE = 2.25
TALL, LEAF_TALL = 0.27, 0.76
WIDE, LEAF_WIDE = 0.72, 0.46
"""Half the heights and widths of boxes; a leaf has one unit of x to itself."""


class FamilySettings(Settings):
    leaf: Annotated[
        LeafName,
        Field(description="The family of models spoken of."),
        Knob("Model", "Page"),
    ] = "gan"
    n: Annotated[
        int,
        Field(ge=1, le=100_000, description="How many numbers one sample has: 784 are 28 × 28"
              " pixels."),
        Knob("Numbers n", "Page", scale="log", slider=(1, 100_000)),
    ] = 784  # fmt: skip
    steps: Annotated[
        int,
        Field(ge=1, le=100_000, description="How long a chain is: steps of a diffusion, or of a"
              " Markov chain taken to have mixed."),
        Knob("Chain steps T", "Page", scale="log", slider=(1, 100_000)),
    ] = 1000  # fmt: skip


def plate(settings: FamilySettings, finds: Finds, tr: Translate) -> Plate:
    """The tree, and under each leaf the passes that a sample takes."""
    rows = (Row((_tree(settings, tr),), 2.1), Row((_costs(settings, tr),), 1.0))
    notes = (
        tr("passes one after the other; how much one pass computes is not counted"),
    )  # fmt: skip
    return Plate(rows, _caption(settings, tr), notes=notes)


# -- the tree --------------------------------------------------------------------------------------


def _tree(settings: FamilySettings, tr: Translate) -> Axes:
    way = {settings.leaf, *ancestors(settings.leaf)}
    places = _places()
    lines = [
        _lines([n for n in places if (n in way) == chosen], places) for chosen in (False, True)
    ]
    items: list[Item] = [
        Segments(*lines[0], role="quiet", alpha=0.7),
        Segments(*lines[1], role="action", width=2.0),
    ]
    for name, branch in BRANCHES.items():
        x, y = places[name]
        role = "action" if name in way else "quiet"
        wide = 0.95 if name in ("root", "explicit", "implicit") else WIDE
        if name in ("variational", "boltzmann-chain", "chain"):
            wide = 0.58
        items.append(
            Box(x - wide, x + wide, y - TALL, y + TALL, tr(branch.label), role,
                hint=tr(branch.line))
        )  # fmt: skip
    for name, leaf in LEAVES.items():
        x, y = places[name]
        text = tr(leaf.label) + (f"\n({tr(leaf.also)})" if leaf.also else "")
        role = "generated" if leaf.presets else "quiet"
        items.append(
            Box(x - LEAF_WIDE, x + LEAF_WIDE, y - LEAF_TALL, y + LEAF_TALL, text, role, name,
                name == settings.leaf, tr(leaf.line))
        )  # fmt: skip
    says = (
        Says(tr("green: the lab has it"), "generated", marker="s"),
        Says(tr("not in the lab"), "quiet", marker="s"),
    )
    return Axes(
        tuple(items), (0.0, float(len(LEAVES))), (-0.82, 4.28), tr("Click a leaf"), says, bare=True
    )


def _places() -> dict[str, tuple[float, float]]:
    """Centres of all boxes: leaves side by side, a branch over the middle of its leaves."""
    places = {name: (k + 0.5, 0.0) for k, name in enumerate(LEAVES)}
    for name in BRANCHES:
        below = [x for leaf, (x, _) in places.items() if leaf in LEAVES and name in ancestors(leaf)]
        places[name] = (min(below) + max(below)) / 2, LEVELS.get(name, MIDDLE)
    return places


def _lines(
    names: list[str], places: dict[str, tuple[float, float]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Elbows from each node's parent down to it: x0, y0, x1, y1 of straight pieces."""
    pieces: list[tuple[float, float, float, float]] = []
    for name in names:
        parent = next(ancestors(name), "")
        if not parent:
            continue
        (x, y), (px, py) = places[name], places[parent]
        top = y + (LEAF_TALL if name in LEAVES else TALL)
        bend = py - TALL - 0.15
        pieces += [(px, py - TALL, px, bend), (px, bend, x, bend), (x, bend, x, top)]
    found = np.array(pieces, np.float64).reshape(-1, 4)
    return found[:, 0], found[:, 1], found[:, 2], found[:, 3]


# -- what a sample costs ---------------------------------------------------------------------------


def _costs(settings: FamilySettings, tr: Translate) -> Axes:
    """A stick under each leaf, as high as the logarithm of its passes."""
    items: list[Item] = []
    for k, (name, leaf) in enumerate(LEAVES.items()):
        count = passes(name, settings.n, settings.steps)
        x, high = k + 0.5, np.log10(count) + 0.4
        role = "action" if name == settings.leaf else "quiet"
        mixing, chosen = leaf.cost == "mixing", name == settings.leaf
        items += [
            _stick(
                (x, 0.0, x, high), role, "dotted" if mixing else "solid", 3.0 if chosen else 2.0
            ),
            Dots(np.array([x]), np.array([high]), role, "d" if mixing else "o", 9.0, hollow=mixing),
            Label(x, high + 0.25, _count(count, mixing), role, (0.5, 0.0), chosen),
        ]
    items.append(_stick((0.0, 0.0, float(len(LEAVES)), 0.0), "line", "solid", 1.0))
    says = (Says(tr("log scale; dotted: no bound is known"), "quiet"),)
    title = tr("Network passes one after the other for one sample of {0} numbers")
    return Axes(
        tuple(items), (0.0, float(len(LEAVES))), (-0.1, 6.5),
        title.format(thousands(settings.n)), says, bare=True,
    )  # fmt: skip


def _stick(
    ends: tuple[float, float, float, float], role: str, line: LineStyle, width: float
) -> Segments:
    x0, y0, x1, y1 = (np.array([end]) for end in ends)
    return Segments(x0, y0, x1, y1, role, line, width)


def _count(count: int, open_ended: bool) -> str:
    return f"{thousands(count)} …" if open_ended else thousands(count)


def _caption(settings: FamilySettings, tr: Translate) -> str:
    leaf = LEAVES[settings.leaf]
    parts = (
        tr(leaf.line),
        tr("A sample costs {0}.").format(tr(leaf.effort)),
        tr("In the lab: {0}.").format(", ".join(leaf.presets))
        if leaf.presets
        else tr("Not in the lab ({0}).").format(leaf.source),
    )
    return f"{_name(settings.leaf, tr)}: " + " ".join(parts)


def _name(leaf: str, tr: Translate) -> str:
    return tr(LEAVES[leaf].label).replace("\n", " ")


def click(settings: FamilySettings, key: str) -> dict[str, str]:
    return {"leaf": key} if key in get_args(LeafName) else {}


def formulas(settings: FamilySettings) -> tuple[str, ...]:
    return LEAVES[settings.leaf].formulas


WAYS: dict[str, tuple[Link, ...]] = {
    "moment-matching": (
        Link("Moment matching: GMMN on moons", preset="gmmn-moons"),
        Link("The kernel's statistic: two-sample tests", page="two-sample-tests"),
    ),
    "gan": (
        Link("GAN: Figure 1 of 2014", preset="figure-1"),
        Link("GAN: the ring", preset="ring"),
        Link("The optimal discriminator", page="optimal-discriminator"),
    ),
}
"""What the lab has of a leaf."""


def links(settings: FamilySettings) -> tuple[Link, ...]:
    """The experiments and pages of the leaf chosen, if the lab has it, and the tree's root."""
    root = Link("The root: maximum likelihood", page="maximum-likelihood")
    return (*WAYS.get(settings.leaf, ()), root)


PAGE = Page(
    settings=FamilySettings,
    plate=plate,
    formulas=formulas,
    source="Goodfellow 2016, figure 9 and section 2",
    click=click,
    sweep=Sweep("n"),
    links=links,
)
