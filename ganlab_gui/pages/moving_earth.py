"""The cheapest way to move one heap onto another, and the potential that proves it the cheapest."""

from math import pi, sqrt
from typing import Annotated, Any, Literal

from pydantic import Field

from ganlab_gui.core.theory.line_mixture import Mixture
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.moving_earth_line import CEILING, line_plate
from ganlab_gui.pages.moving_earth_points import P_MIDDLE, REACH_X, REACH_Y, points_plate
from ganlab_gui.pages.page import Button, Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import Plate

Shape = Literal["gaussian", "ring", "grid", "moons"]

LINE, PLANE = ("space", ("line",)), ("space", ("plane",))
MEAN = Field(ge=-4.5, le=4.5, description="Where this hump of the heap is.")
STD = Field(ge=0.25, le=1.5, description="How wide this hump is; drag its top up or down.")
WEIGHT = Field(ge=0.05, le=0.95, description="The first hump's share of the heap.")


class MovingEarthSettings(Settings):
    space: Annotated[
        Literal["line", "plane"],
        Field(description="Heaps on a line, or two sets of points in the plane."),
        Knob("Space", "Page"),
    ] = "line"
    t: Annotated[
        float,
        Field(ge=0.0, le=1.0, description="How much of the way is done."),
        Knob("Way done t", "Page", formula="x → (1 − t) x + t T(x)"),
    ] = 0.35
    p_mean_1: Annotated[float, MEAN, Knob("p: mean 1", "Page", when=LINE)] = -1.8
    p_std_1: Annotated[float, STD, Knob("p: std 1", "Page", when=LINE)] = 0.7
    p_mean_2: Annotated[float, MEAN, Knob("p: mean 2", "Page", when=LINE)] = 2.4
    p_std_2: Annotated[float, STD, Knob("p: std 2", "Page", when=LINE)] = 0.5
    p_weight: Annotated[float, WEIGHT, Knob("p: weight of 1", "Page", when=LINE)] = 0.65
    q_mean_1: Annotated[float, MEAN, Knob("q: mean 1", "Page", when=LINE)] = -3.6
    q_std_1: Annotated[float, STD, Knob("q: std 1", "Page", when=LINE)] = 0.5
    q_mean_2: Annotated[float, MEAN, Knob("q: mean 2", "Page", when=LINE)] = 0.9
    q_std_2: Annotated[float, STD, Knob("q: std 2", "Page", when=LINE)] = 0.6
    q_weight: Annotated[float, WEIGHT, Knob("q: weight of 1", "Page", when=LINE)] = 0.35
    p_shape: Annotated[
        Shape, Field(description="What p's points are drawn from."),
        Knob("p's points", "Page", when=PLANE),
    ] = "gaussian"  # fmt: skip
    q_shape: Annotated[
        Shape, Field(description="What q's points are drawn from."),
        Knob("q's points", "Page", when=PLANE),
    ] = "ring"  # fmt: skip
    n: Annotated[
        int, Field(ge=10, le=200, description="Points of each set."),
        Knob("Points each n", "Page", scale="log", when=PLANE),
    ] = 60  # fmt: skip
    q_x: Annotated[
        float, Field(ge=-REACH_X, le=REACH_X, description="Middle of q's points, along x."),
        Knob("q: middle x", "Page", when=PLANE),
    ] = 0.7  # fmt: skip
    q_y: Annotated[
        float, Field(ge=-REACH_Y, le=REACH_Y, description="Middle of q's points, along y."),
        Knob("q: middle y", "Page", when=PLANE),
    ] = 0.2  # fmt: skip
    beside: Annotated[
        Literal["random", "left-to-right"],
        Field(description="The pairing that the optimal one is compared with."),
        Knob("Other pairing", "Page", when=PLANE),
    ] = "random"
    draw: Annotated[
        int, Field(ge=0, le=99, description="Which points are drawn: the seed."),
        Knob("Draw", "Page", when=PLANE),
    ] = 0  # fmt: skip


HEAP = ("mean_1", "std_1", "mean_2", "std_2", "weight")


def heap(settings: MovingEarthSettings, which: str) -> Mixture:
    """p or q on the line."""
    mean_1, std_1, mean_2, std_2, weight = (
        float(getattr(settings, f"{which}_{part}")) for part in HEAP
    )
    return Mixture((mean_1, mean_2), (std_1, std_2), (weight, 1 - weight))


def plate(settings: MovingEarthSettings, finds: Finds, tr: Translate) -> Plate:
    """Heaps on the line or points in the plane, on their way."""
    if settings.space == "line":
        return line_plate(heap(settings, "p"), heap(settings, "q"), settings.t, tr)
    drawn = (settings.p_shape, settings.q_shape, settings.n, settings.draw)
    middle = (settings.q_x, settings.q_y)
    return points_plate(drawn, middle, settings.t, settings.beside, tr)


def drag(settings: MovingEarthSettings, key: str, x: float, y: float) -> dict[str, float]:
    """A hump by its top (key "p_1" …), whose height tells its width, or the set of q's points."""
    if key == "q":
        return {"q_x": x, "q_y": y}
    which, hump = key.split("_")
    share = heap(settings, which).weights[int(hump) - 1]
    lowest = 1e-3  # the widest hump is still higher
    std = share / (max(y, lowest) * sqrt(2 * pi))
    if y >= CEILING - 1e-9:
        # Held at the ceiling, its top tells no width: what is narrower stays so.
        std = min(std, float(getattr(settings, f"{which}_std_{hump}")))
    return {f"{which}_mean_{hump}": x, f"{which}_std_{hump}": std}


def click(settings: MovingEarthSettings, key: str) -> dict[str, Any]:
    p = {part: getattr(settings, f"p_{part}") for part in HEAP}
    q = {part: getattr(settings, f"q_{part}") for part in HEAP}
    if key == "swap":
        shapes = {"p_shape": settings.q_shape, "q_shape": settings.p_shape}
        return _heaps(q, p) | shapes
    if key == "shift":
        p = dict(zip(HEAP, (-3.2, 0.6, -1.6, 0.4, 0.6), strict=True))
        q = p | {"mean_1": 0.3, "mean_2": 1.9}
        return _heaps(p, q) | {"q_shape": settings.p_shape}
    p = dict(zip(HEAP, (-0.4, 0.6, 0.4, 0.6, 0.5), strict=True))
    q = dict(zip(HEAP, (-2.8, 0.4, 2.8, 0.4, 0.5), strict=True))
    return _heaps(p, q) | {
        "p_shape": "gaussian",
        "q_shape": "ring",
        "q_x": P_MIDDLE[0],
        "q_y": P_MIDDLE[1],
    }


def _heaps(p: dict[str, float], q: dict[str, float]) -> dict[str, Any]:
    both = (("p", p), ("q", q))
    return {f"{which}_{part}": value for which, parts in both for part, value in parts.items()}


def formulas(settings: MovingEarthSettings) -> tuple[str, ...]:
    dual = (
        r"$W_1(p,q)=\min_{\gamma}\,\mathrm{E}_\gamma\Vert x-y\Vert="
        r"\max_{\Vert f\Vert_L\leq 1}\ \mathrm{E}_p f-\mathrm{E}_q f$"
    )
    if settings.space == "line":
        return (
            dual,
            r"$T=F_q^{-1}\circ F_p \qquad W_1=\int|F_p-F_q|\,dx \qquad "
            r"f\,'=\mathrm{sign}(F_q-F_p)$",
        )
    return (
        dual,
        r"$\min_{\sigma}\,\frac{1}{n}\sum_i c_{i\sigma(i)}=\max\ \frac{1}{n}\sum_i (u_i+v_i)"
        r"\quad \mathrm{with}\ u_i+v_j\leq c_{ij}=\Vert x_i-y_j\Vert$",
    )


PAGE = Page(
    settings=MovingEarthSettings,
    plate=plate,
    formulas=formulas,
    source="Villani 2003, chapters 1 and 2; Arjovsky, Chintala & Bottou 2017, equation 2",
    drag=drag,
    click=click,
    sweep=Sweep("t", 5.0),
    buttons=(
        Button("split", "One into two", "A heap in the middle is carried apart"),
        Button("shift", "Only moved", "q is p moved: every grain goes equally far"),
        Button("swap", "Swap p and q", "The way back costs the same"),
    ),
    links=(
        Link("JS against Wasserstein", page="js-wasserstein"),
        Link("Discriminator against critic", page="discriminator-critic"),
        Link("Weight clipping or penalty", page="clipping-penalty"),
        Link("A critic in training", preset="ring-wgan-gp"),
    ),
)
