"""Mode collapse in four pictures, played from a real run: data, p_g, the D it provokes, p_g."""

import math
from typing import Annotated, Any

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory.collapse import Visit, at, last_lap, uphill, visits
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.page import Finds, Found, Link, Page, Request, Sweep, Translate, fresh
from ganlab_gui.pages.plate import (
    Array,
    Arrows,
    Axes,
    Dots,
    Ground,
    Handle,
    Item,
    Label,
    Line,
    Plate,
    Row,
    Rule,
    Says,
)

STEPS, EVERY = 880, 2
LATEST, FARTHEST = 800, 80
"""The largest t, and the largest time between the two pictures of G."""
POINTS, CELLS, REACH = 256, 41, 3.2
BOX = (-REACH, REACH, -REACH, REACH)
HALF = REACH / (CELLS - 1)
DRAWN = (-REACH - HALF, REACH + HALF, -REACH - HALF, REACH + HALF)
"""What the grid's cells cover whose centres are the points where D was asked."""
MODES, RADIUS = 8, 2.0
"""Those of the preset ring-collapse."""
ANGLES = 2 * math.pi * np.arange(MODES) / MODES
SURE = (0.35, 0.65)
"""What the ends of D's colours stand for."""


class CollapseSettings(Settings):
    t: Annotated[
        int,
        Field(ge=0, le=LATEST, description="The training step of the second picture."),
        Knob("Step t", "Page"),
    ] = 600
    k: Annotated[
        int,
        Field(ge=2, le=FARTHEST, description="Steps from the second picture to the fourth; D is"
              " shown half way."),
        Knob("Steps to the next", "Page"),
    ] = 24  # fmt: skip
    seed: Annotated[
        int,
        Field(ge=0, le=9999, description="Seed of the run: another one hops in another order."),
        Knob("Seed", "Page", slider=(0, 20)),
    ] = 0


def request_of(settings: CollapseSettings) -> Request:
    arguments = {"seed": settings.seed, "steps": STEPS, "every": EVERY, "points": POINTS}
    return Request("collapse-pictures", arguments | {"cells": CELLS, "box": BOX})


def requests(settings: CollapseSettings) -> tuple[Request, ...]:
    return (request_of(settings),)


def moments(settings: CollapseSettings) -> tuple[int, int, int]:
    """The pictures of t, of t + k/2 and of t + k: their places among those taken."""
    t = round(settings.t / EVERY)
    return t, t + max(1, round(settings.k / 2 / EVERY)), t + max(1, round(settings.k / EVERY))


def plate(settings: CollapseSettings, finds: Finds, tr: Translate) -> Plate:
    """Four pictures in a row, and under them which mode was held when."""
    found = fresh(finds, request_of(settings))
    run = found.result if found is not None and not found.error else None
    first, between, then = moments(settings)
    above = (
        _data(run, tr),
        _made(run, first, None, "2", tr),
        _provoked(run, first, between, tr),
        _made(run, then, first, "4", tr),
    )
    rows = (Row(above, 1.05), Row((_strip(settings, run, tr),), 1.0))
    notes = (
        tr("a real run of the preset ring-collapse, looked at every {0} steps; shares and means"
           " from {1} samples; D's colours end at {2} and {3}").format(EVERY, POINTS, *SURE),
    )  # fmt: skip
    return Plate(rows, _caption(settings, found, run, tr), _stays(run, tr), notes)


# -- the four pictures -----------------------------------------------------------------------------


def _plane(items: list[Item], title: str, says: tuple[Says, ...] = (), note: str = "") -> Axes:
    numbers = tuple(
        Label(2.75 * math.cos(a), 2.75 * math.sin(a), str(m + 1)) for m, a in enumerate(ANGLES)
    )
    ring = Dots(RADIUS * np.cos(ANGLES), RADIUS * np.sin(ANGLES), "data", "+", 7.0)
    frame = Line(REACH * np.array([-1, 1, 1, -1, -1]), REACH * np.array([-1, -1, 1, 1, -1]), "line")
    return Axes(
        (*items, frame, ring, *numbers), DRAWN[:2], DRAWN[2:], title, says, equal=True, bare=True,
        note=note,
    )  # fmt: skip


def _data(run: dict[str, Any] | None, tr: Translate) -> Axes:
    points = run["data"] if run is not None else np.zeros((0, 2))
    dots = Dots(points[:, 0], points[:, 1], "data", size=3.0)
    return _plane([dots], tr("1  The data"), (Says(tr("8 modes"), "data", marker="o"),))


def _made(
    run: dict[str, Any] | None, which: int, before: int | None, number: str, tr: Translate
) -> Axes:
    """Samples at picture ``which``, and faint those of ``before``."""
    title = tr("{0}  p_g at step {1}").format(number, which * EVERY)
    if run is None or which >= len(run["steps"]):
        return _plane([], title, note=tr("computing…"))
    items: list[Item] = []
    if before is not None:
        old = run["samples"][before]
        items.append(Dots(old[:, 0], old[:, 1], "quiet", size=3.0, alpha=0.5))
    made = run["samples"][which]
    items.append(Dots(made[:, 0], made[:, 1], "generated", size=4.0, alpha=0.8))
    mode, share = _held(run, which)
    text = tr("mode {0}: {1:.0f} %").format(mode + 1, 100 * share)
    return _plane(items, title, (Says(text, "generated", marker="o"),))


def _provoked(run: dict[str, Any] | None, first: int, between: int, tr: Translate) -> Axes:
    """D at ``between`` over the samples of ``first``, and which way it rises from them."""
    title = tr("3  D at step {0}").format(between * EVERY)
    if run is None or between >= len(run["steps"]):
        return _plane([], title, note=tr("computing…"))
    d, made = run["d"][between], run["samples"][first]
    some = made[:: len(made) // 14]
    way = uphill(d, BOX, some)
    steep = float(np.quantile(np.hypot(way[:, 0], way[:, 1]), 0.9))
    way *= 1.3 / steep if steep > 0 else 0.0
    items: list[Item] = [
        Ground(d, DRAWN, *SURE),
        Dots(made[:, 0], made[:, 1], "generated", size=3.0, alpha=0.6),
        Arrows(some[:, 0], some[:, 1], way[:, 0], way[:, 1], "action", 1.2),
    ]
    text = tr("D on them {0:.2f}").format(float(at(d, BOX, made).mean()))
    return _plane(items, title, (Says(text, "discriminator"),))


def _held(run: dict[str, Any], which: int) -> tuple[int, float]:
    """The mode with the most samples near it, from 0, and their share."""
    shares = run["shares"][which]
    mode = int(shares.argmax())
    return mode, float(shares[mode])


# -- the strip and the words -----------------------------------------------------------------------


def _strip(settings: CollapseSettings, run: dict[str, Any] | None, tr: Translate) -> Axes:
    first, between, then = (EVERY * at_ for at_ in moments(settings))
    items: list[Item] = []
    if run is not None:
        box = (-EVERY / 2, EVERY * (len(run["steps"]) - 0.5), 0.5, MODES + 0.5)
        shares: Array = np.ascontiguousarray(run["shares"].T)
        items.append(Ground(shares, box, 0.0, 1.0, ("panel", "generated"), tr("share")))
    items += [
        Rule(float(first), role="action", width=1.0),
        Rule(float(between), role="discriminator", line="dashed"),
        Rule(float(then), role="action", width=1.0),
        Label(float(then) + 3, MODES + 1.0, "3 → 4", "action", (0.0, 0.5)),
        Handle("t", float(first), MODES + 1.0, "x", hint=tr("Step t")),
    ]
    return Axes(
        tuple(items), (0.0, float(STEPS)), (0.5, MODES + 1.5),
        tr("Which mode holds G's samples"), (), tr("training step"), tr("mode"),
        y_ticks=tuple((float(m), str(m)) for m in range(1, MODES + 1)),
        note="" if run is not None else tr("computing…"),
    )  # fmt: skip


def _stays(run: dict[str, Any] | None, tr: Translate) -> tuple[Says, ...]:
    """How often the mode has changed so far, and how long a stay is."""
    if run is None:
        return ()
    found: list[Visit] = visits(run["shares"])
    long = float(np.median([EVERY * (v.last - v.first + 1) for v in found]))
    step = int(run["steps"][-1])
    text = tr("{0} hops in {1} steps · a stay: {2:.0f} steps (median)")
    said = text.format(len(found) - 1, step, long)
    lap = last_lap(run["shares"])
    if lap is not None:
        said += tr(" · last time round: {0} steps").format(EVERY * lap)
    return (Says(said, "generated"),)


def _caption(
    settings: CollapseSettings, found: Found | None, run: dict[str, Any] | None, tr: Translate
) -> str:
    if found is not None and found.error:
        return found.error
    first, between, then = moments(settings)
    if run is None or then >= len(run["steps"]):
        return tr("The run is being trained; its pictures appear as they come.")
    made = run["samples"][first]
    before, after = (float(at(run["d"][when], BOX, made).mean()) for when in (first, between))
    (mode, share), (next_mode, _) = _held(run, first), _held(run, then)
    says = tr(
        "At step {0}, {1:.0f} % of the samples are nearest to mode {2}. {3} steps later D finds the"
        " very same samples {4} ({5:.2f}, before {6:.2f})"
    ).format(
        first * EVERY, 100 * share, mode + 1, (between - first) * EVERY,
        tr("less real") if after < before else tr("more real"), after, before,
    )  # fmt: skip
    if next_mode == mode:
        return says + tr("; at step {0} G is still at this mode.").format(then * EVERY)
    where = tr("; at step {0} G has gone on to mode {1}, and D must follow.")
    return says + where.format(then * EVERY, next_mode + 1)


def drag(settings: CollapseSettings, key: str, x: float, y: float) -> dict[str, float]:
    return {"t": x}


def formulas(settings: CollapseSettings) -> tuple[str, ...]:
    return (
        r"$D\leftarrow\mathrm{arg\,max}_D\,V(D,G_t)$",
        r"$G_{t+1}\leftarrow\mathrm{arg\,max}_G\,E_z\log D(G(z))$",
    )


PAGE = Page(
    settings=CollapseSettings,
    plate=plate,
    formulas=formulas,
    source="Goodfellow 2016, section 5.1.1; set-up of Metz et al. 2017, without unrolling",
    requests=requests,
    drag=drag,
    sweep=Sweep("t", seconds=50.0, back=False, low=100),
    links=(
        Link("The same run in the lab", preset="ring-collapse"),
        Link("D stands still: the Helvetica scenario", preset="helvetica"),
        Link("A cure: unrolling", preset="unrolled-ring"),
        Link("A cure: the gradient penalty", preset="ring-wgan-gp"),
        Link("The dance around the equilibrium", page="dance"),
    ),
)
