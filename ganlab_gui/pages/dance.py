"""The dance around the equilibrium: small games in their field, stepped at once and in turn."""

import math
from typing import Annotated, Literal, get_args

import numpy as np
from pydantic import Field

from ganlab_gui.core.theory import dance, portrait
from ganlab_gui.core.theory.dance import Moves
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.page import Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import (
    Array,
    Arrows,
    Axes,
    Dots,
    Handle,
    Item,
    Line,
    LineStyle,
    Plate,
    Row,
    Rule,
    Says,
)

Game = Literal[
    "gan", "non-saturating", "wgan", "wgan-clip", "wgan-gp", "r1", "instance-noise", "consensus",
    "bilinear",
]  # fmt: skip
WIDE, TALL = 3.2, 2.4
"""Half the width and the height of the field's picture."""
CELL = 0.4
FAR = (0.01, 100.0)
"""Radii that are shown."""
ZERO = 1e-7
"""What of an eigenvalue is rounding."""
ROLES: tuple[tuple[str, LineStyle, str], ...] = (("text", "solid", "o"), ("second", "dotted", "d"))
"""Colour, line and marker of simultaneous and of alternating steps."""
REPEATED = tuple(game for game in get_args(Game) if game != "consensus")
"""Games whose D may move several times a step; consensus is one step of both."""
CIRCLE = np.linspace(0, 2 * math.pi, 121)


class DanceSettings(Settings):
    game: Annotated[
        Game,
        Field(description="The loss, and what is added to make the players come to rest."),
        Knob("Game", "Page"),
    ] = "gan"
    damping: Annotated[
        float,
        Field(ge=0, le=10, description="How much the penalty or consensus counts."),
        Knob("γ", "Page", slider=(0, 2), when=("game", ("wgan-gp", "r1", "consensus"))),
    ] = 0.5
    noise: Annotated[
        float,
        Field(ge=0, le=10, description="Standard deviation of the noise on all that D sees."),
        Knob("Instance noise σ", "Page", slider=(0, 2), when=("game", ("instance-noise",))),
    ] = 1.0
    clip: Annotated[
        float,
        Field(ge=0.05, le=10, description="After each update the critic's ψ is kept in [−c, c]."),
        Knob("c clip", "Page", slider=(0.1, 2), when=("game", ("wgan-clip",))),
    ] = 0.7
    h: Annotated[
        float,
        Field(ge=0.001, le=4, description="Learning rate of both players."),
        Knob("Step size h", "Page", scale="log", slider=(0.02, 2.5)),
    ] = 0.2
    d_steps: Annotated[
        int,
        Field(ge=1, le=5, description="Updates of D (or of y) in a step, before the other's one."),
        Knob("n_d (D updates)", "Page", when=("game", REPEATED)),
    ] = 1
    steps: Annotated[
        int,
        Field(ge=1, le=200, description="How many steps of the paths are drawn."),
        Knob("Steps", "Page"),
    ] = 120
    theta: Annotated[
        float,
        Field(ge=-WIDE, le=WIDE, description="Where the paths start: G's θ (or x)."),
        Knob("Start θ", "Page"),
    ] = 1.0
    psi: Annotated[
        float,
        Field(ge=-TALL, le=TALL, description="Where the paths start: D's slope ψ (or y)."),
        Knob("Start ψ", "Page"),
    ] = 0.0


def moves_of(settings: DanceSettings) -> Moves:
    s = settings
    d_steps = s.d_steps if s.game in REPEATED else 1
    return Moves(s.game, s.h, d_steps, s.damping, s.noise, s.clip)


def plate(settings: DanceSettings, finds: Finds, tr: Translate) -> Plate:
    """The field with both paths; below eigenvalues, multipliers and the radius over steps."""
    moves = moves_of(settings)
    found = dance.paths(moves, (settings.theta, settings.psi), settings.steps)
    titles = tr("Both at once"), tr("In turn: D, then G")
    if settings.game == "bilinear":
        titles = tr("Both at once"), tr("In turn: y, then x")
    above = tuple(
        _field(settings, moves, found, which, title, tr) for which, title in enumerate(titles)
    )
    below = (_flow(moves, tr), _multipliers(moves, tr), _radius(settings, moves, found, tr))
    notes = [
        tr("field and paths: analytic slopes of the losses; multipliers: central differences of"
           " one step, right to 10⁻⁹"),
    ]  # fmt: skip
    if settings.game == "instance-noise":
        notes.append(tr("instance noise enters by its mean (trapezoidal rule)"))
    rows = (Row(above, 1.35), Row(below, 1.0))
    return Plate(rows, _caption(settings, moves, found, tr), notes=tuple(notes))


# -- the field -------------------------------------------------------------------------------------


def _field(
    settings: DanceSettings, moves: Moves, found: Array, which: int, title: str, tr: Translate
) -> Axes:
    role, line, marker = ROLES[which]
    path = _shown(found[which])
    start = settings.theta, settings.psi
    items: list[Item] = [_arrows(moves)]
    radius = math.hypot(*start)
    items.append(Line(radius * np.cos(CIRCLE), radius * np.sin(CIRCLE), "quiet", "dotted", 0.7))
    if settings.game == "wgan-clip":
        items += [Rule(at, False, "quiet", "dashed") for at in (-settings.clip, settings.clip)]
    items += [
        Dots(np.zeros(1), np.zeros(1), "text", "+", 9.0),
        Line(path[:, 0], path[:, 1], role, line, 1.2, 0.8),
        Dots(path[:, 0], path[:, 1], role, marker, 3.5),
        Dots(path[-1:, 0], path[-1:, 1], role, marker, 9.0),
        Handle(f"start {which}", *start, hint=tr("Where both paths start")),
    ]
    x, y = ("x", "y") if settings.game == "bilinear" else ("θ (G)", "ψ (D)")
    return Axes(
        tuple(items), (-WIDE, WIDE), (-TALL, TALL), title, (_grown(found[which], which),), x, y,
        equal=True,
    )  # fmt: skip


def _shown(path: Array) -> Array:
    """The part of a path before it is far outside the picture."""
    with np.errstate(invalid="ignore", over="ignore"):
        near = np.hypot(path[:, 0], path[:, 1]) < FAR[1]
    return path if near.all() else path[: max(1, int(np.argmin(near)))]


def _grown(path: Array, which: int) -> Says:
    factor = dance.growth(path)
    text = "r = 0" if math.isnan(factor) else f"r × {factor:.4f}"
    return Says(text, ROLES[which][0], ROLES[which][1])


def _arrows(moves: Moves) -> Arrows:
    points = portrait.grid((-WIDE, WIDE, -TALL, TALL), CELL)
    v, w = dance.drift(moves, points[:, 0], points[:, 1])
    if moves.game == "wgan-clip":
        inside = np.abs(points[:, 1]) <= moves.clip
        points, v, w = points[inside], v[inside], w[inside]
    length = np.hypot(v, w)
    usual = float(np.quantile(length, 0.9)) if len(length) else 0.0
    long = (
        0.34 * np.sqrt(np.minimum(length / (usual or 1.0), 1.0)) / np.where(length > 0, length, 1)
    )
    dx, dy = v * long, w * long
    return Arrows(points[:, 0] - dx / 2, points[:, 1] - dy / 2, dx, dy, "action", 0.8, 0.5)


# -- the numbers -----------------------------------------------------------------------------------


def _flow(moves: Moves, tr: Translate) -> Axes:
    found = dance.eigenvalues(moves)
    text = portrait.eigenvalue_text(found)
    says = Says(f"λ = {text}", "action", marker="x") if text else Says(tr("none: the field jumps"))
    items: tuple[Item, ...] = (
        Rule(0.0, True, "quiet", "solid", 1.4),
        Rule(0.0, False, "quiet"),
        Dots(found.real, found.imag, "action", "x", 11.0),
    )
    scale = _scale(np.maximum(np.abs(found.real) / 2.2, np.abs(found.imag) / 1.3))
    return Axes(
        items, (-2.2 * scale, 1.2 * scale), (-1.3 * scale, 1.3 * scale),
        tr("The flow: eigenvalues of J"), (says,), "Re λ", "Im λ", equal=True,
    )  # fmt: skip


def _multipliers(moves: Moves, tr: Translate) -> Axes:
    items: list[Item] = [
        Line(np.cos(CIRCLE), np.sin(CIRCLE), "quiet", "solid", 1.4),
        Rule(0.0, True, "quiet"),
        Rule(0.0, False, "quiet"),
    ]
    says: list[Says] = []
    reach = [0.0]
    for which, order in enumerate(("simultaneous", "alternating")):
        found = dance.multipliers(moves, order)  # type: ignore[arg-type]
        role, _, marker = ROLES[which]
        items.append(
            Dots(found.real, found.imag, role, marker, 10.0 - 2 * which, hollow=which == 0)
        )
        largest = float(np.abs(found).max())
        if not math.isnan(largest):
            reach += [*(np.abs(found.real) / 1.9), *(np.abs(found.imag) / 1.45)]
            says.append(
                Says(f"|μ| {largest:.4f}", role, marker=marker, hollow=order == "simultaneous")
            )
    scale = _scale(np.array(reach))
    return Axes(
        tuple(items), (-1.9 * scale, 1.9 * scale), (-1.45 * scale, 1.45 * scale),
        tr("The step: eigenvalues"),
        tuple(says), "Re μ", "Im μ", equal=True,
    )  # fmt: skip


def _scale(reach: Array) -> float:
    """The least power of two that what is drawn fits in: one, but for large steps."""
    most = float(np.nan_to_num(reach).max())
    return float(2 ** max(0, math.ceil(math.log2(most)))) if most > 0 else 1.0


def _radius(settings: DanceSettings, moves: Moves, found: Array, tr: Translate) -> Axes:
    steps = np.arange(settings.steps + 1.0)
    items: list[Item] = []
    with np.errstate(over="ignore", invalid="ignore"):
        radii = np.hypot(found[..., 0], found[..., 1])
        items += [
            Line(steps, np.where(np.isfinite(r) & (r > 0), r, np.nan), role, line)
            for r, (role, line, _) in zip(radii, ROLES, strict=True)
        ]
        factor = dance.closed_form(moves)
        says: tuple[Says, ...] = ()
        if not math.isnan(factor):
            items.append(Line(steps, radii[0, 0] * factor**steps, "action", "dashed", 0.8))
            squared = "" if settings.game == "bilinear" else " f′(0)²"
            text = f"√(1 + h² n_d{squared}) = {factor:.4f}"
            says = (Says(text, "action", "dashed"),)
    return Axes(
        tuple(items), (0.0, float(settings.steps)), (0.8 * FAR[0], 1.25 * FAR[1]),
        tr("Distance from the equilibrium"), says, tr("step"), "r", log_y=True,
        y_ticks=tuple((at, f"{at:g}") for at in (0.01, 0.1, 1.0, 10.0, 100.0)),
    )  # fmt: skip


def _caption(settings: DanceSettings, moves: Moves, found: Array, tr: Translate) -> str:
    if settings.theta == settings.psi == 0:
        return tr("Started at the equilibrium both players stay there: drag the start away.")
    does = _flow_does(settings, moves, tr)
    at_once, in_turn = (_factor(dance.growth(path)) for path in found)
    closed, bound = dance.closed_form(moves), dance.bound(moves)
    steps = tr("On these paths a step at once multiplied the radius by {0}, one in turn by {1}")
    steps = steps.format(at_once, in_turn)
    if math.isnan(closed):
        return tr("{0} {1}.").format(does, steps)
    slope = "h√n_d" if settings.game == "bilinear" else "h√n_d f′(0)"
    near = tr("near the equilibrium theory says {0} and 1 ({1} = {2} ≤ 2)")
    if bound > 2:
        near = tr("near the equilibrium both fly apart: theory says {0}, and {1} = {2} > 2")
    near = near.format(f"{closed:.4f}", slope, f"{bound:.3g}")
    return tr("{0} {1}; {2}.").format(does, steps, near)


def _flow_does(settings: DanceSettings, moves: Moves, tr: Translate) -> str:
    """What is true of the flow at these settings."""
    circles = tr("The flow circles for ever; simultaneous steps spiral outwards.")
    match settings.game:
        case "bilinear":
            return tr("The flow circles, and every step along the tangent ends outside the circle.")
        case "gan" | "wgan":
            return circles
        case "non-saturating":
            return tr("The flow does converge, but ever more slowly: its radius falls like √(8/t).")
        case "wgan-clip":
            return tr("The flow circles, but for what would pass |ψ| = c: that is cut off.")
        case "wgan-gp" if settings.damping > 0:
            return tr("The penalty draws ψ to ±1 and not to 0: the players never come to rest.")
    found = dance.eigenvalues(moves)
    if np.isnan(found).any() or found.real.max() > -ZERO:
        return tr("Nothing is damped.") + f" {circles}"
    if np.abs(found.imag).max() > ZERO:
        return tr("The circle is damped: near the equilibrium the flow spirals in.")
    return tr("Damped so much, the flow no longer turns: it comes straight in.")


def _factor(value: float) -> str:
    return "0" if math.isnan(value) else f"{value:.4f}"


def drag(settings: DanceSettings, key: str, x: float, y: float) -> dict[str, float]:
    return {"theta": x, "psi": y}


FORMULAS: dict[Game, str] = {
    "gan": r"$\dot\theta=\psi\,\sigma(\theta\psi)\quad\dot\psi=-\theta\,\sigma(\theta\psi)"
    r"\qquad\lambda=\pm\frac{i}{2}$",
    "non-saturating": r"$\dot\theta=\psi\,\sigma(-\theta\psi)\quad"
    r"\dot\psi=-\theta\,\sigma(\theta\psi)\qquad\lambda=\pm\frac{i}{2}$",
    "wgan": r"$\dot\theta=\psi\quad\dot\psi=-\theta\qquad\lambda=\pm i$",
    "wgan-clip": r"$\dot\theta=\psi\quad\dot\psi=-\theta\qquad"
    r"\psi\leftarrow\min(\max(\psi,-c),\,c)$",
    "wgan-gp": r"$\dot\theta=\psi\quad"
    r"\dot\psi=-\theta-\gamma\,(|\psi|-1)\,\mathrm{sgn}\,\psi$",
    "r1": r"$\dot\theta=\psi\,\sigma(\theta\psi)\quad"
    r"\dot\psi=-\theta\,\sigma(\theta\psi)-\gamma\psi\qquad"
    r"\lambda=-\frac{\gamma}{2}\pm\sqrt{\frac{\gamma^2}{4}-f'(0)^2}$",
    "instance-noise": r"$D(x+\varepsilon),\ \varepsilon\sim N(0,\sigma^2)\qquad"
    r"\lambda=-\frac{\sigma^2}{4}\pm\sqrt{\frac{\sigma^4}{16}-\frac{1}{4}}$",
    "consensus": r"$\dot z=v-\gamma\,\nabla\frac{1}{2}\Vert v\Vert^2\qquad"
    r"\lambda=-\frac{\gamma}{4}\pm\frac{i}{2}$",
    "bilinear": r"$\min_x\max_y\,xy\qquad\dot x=-y\quad\dot y=x\qquad\lambda=\pm i$",
}


def formulas(settings: DanceSettings) -> tuple[str, ...]:
    own = FORMULAS[settings.game]
    if settings.game == "wgan-gp":
        return (own,)
    return own, r"$\mu=1+h\lambda\ \ \mathrm{at\ once,}\ n_d=1$"


PAGE = Page(
    settings=DanceSettings,
    plate=plate,
    formulas=formulas,
    source="Mescheder et al. 2018, sections 2 to 4 (here D is high on data: their ψ is minus ours);"
    " Goodfellow 2016, section 7.2",
    drag=drag,
    sweep=Sweep("steps", seconds=10.0, back=False),
    links=(
        Link("GAN, at once", preset="dirac-gan"),
        Link("GAN, in turn", preset="dirac-alternating"),
        Link("Non-saturating", preset="dirac-non-saturating"),
        Link("WGAN", preset="dirac-wgan"),
        Link("Weight clipping", preset="dirac-wgan-clip"),
        Link("Gradient penalty", preset="dirac-wgan-gp"),
        Link("R1", preset="dirac-r1"),
        Link("Instance noise", preset="dirac-instance-noise"),
        Link("Consensus", preset="dirac-consensus"),
    ),
)
