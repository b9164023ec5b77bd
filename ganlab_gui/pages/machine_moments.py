"""What the machine shows: of a step taken apart, or live of the newest picture and row."""

from dataclasses import replace

import numpy as np

from ganlab_gui.experiment.objectives import Reading, reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.dissection import Dissection, Stage
from ganlab_gui.lab.history import History
from ganlab_gui.lab.snapshot import Array, Box, Scene, Snapshot
from ganlab_gui.pages.machine import Moment, gradients, lit_by, pulled
from ganlab_gui.pages.machine_says import (
    Tr,
    believed,
    count,
    figure,
    formulas,
    percent,
    prefix,
    sentence,
    shift,
    unit,
)
from ganlab_gui.scales import ends, usual

SHOWN = 200
"""Noise vectors of a live picture."""
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
Span = tuple[float, float]


def of_dissection(
    found: Dissection, at: range, experiment: Experiment, scene: Scene, tr: Tr,
    span: Span | None = None,
) -> Moment:  # fmt: skip
    """The stages ``at`` of a step, as they are once the last of them is done."""
    own, d = found.stages[at[-1]], found.latest("d", at[-1])
    judged = own if own.said_fake is not None else _judged(found, at[-1])
    grounds = [g for s in found.stages if (g := _whole(s.ground)) is not None]
    empty = Moment(scene.dim, scene.box, found.reading, (0.0, 1.0), (0.0, 1.0))
    moment = replace(
        empty,
        box=box_of(scene, found.xs, found.ys),
        span=span or span_of(found.reading, np.stack(grounds)) if grounds else (0.0, 1.0),
        axis=_axis(found.reading, [a for s in found.stages for a in (s.said_real, s.said_fake)]),
        noise=own.noise, fake=own.fake, kinds=own.kinds,
        real=_real(own, d, scene),
        ground=_whole(own.ground), xs=found.xs, ys=found.ys,
        pull=own.pull if own.name == "backward" else None,
        said_fake=_finite(judged.said_fake),
        said_real=_finite(
            judged.said_real if judged.said_real is not None or d is None else d.said_real
        ),
        layers=found.layers, lit=lit_by(found, at), back=gradients(found, at),
        headline=_headline(found, at, tr), sentence=sentence(found, at, experiment, tr),
    )  # fmt: skip
    if own.name == "update":
        changed = own.before is not None and own.player == "d"
        moment = replace(moment, moved=own.moved, before=_whole(own.before) if changed else None)
    return _worded(moment, found, at, experiment, tr)


def _whole(ground: Array | None) -> Array | None:
    """A ground, if all of it is finite."""
    return None if ground is None or not np.isfinite(ground).all() else ground


def _finite(said: Array | None) -> Array | None:
    """The finite answers; None where there are none."""
    kept = None if said is None else said[np.isfinite(said)]
    return kept if kept is not None and kept.size else None


def _real(own: Stage, d: Stage | None, scene: Scene) -> Array:
    """The data of this update, else of D's last one, else as they are drawn elsewhere."""
    shown = own.real if own.real is not None or d is None else d.real
    return (
        scene.real[: len(own.fake) if own.fake is not None else SHOWN] if shown is None else shown
    )


def _judged(found: Dissection, at: int) -> Stage:
    """The last stage up to ``at`` in which D has said something; else the very first."""
    told = [s for s in found.stages[: at + 1] if s.said_fake is not None]
    return told[-1] if told else found.stages[0]


def _worded(moment: Moment, found: Dissection, at: range, experiment: Experiment, tr: Tr) -> Moment:
    """With the words and numbers of every part."""
    own = found.stages[at[-1]]
    titles, lines = words(experiment, found.reading, found.layers, tr)
    n = 0 if own.fake is None else len(own.fake)
    samples = "" if own.fake is None else f"n = {count(n)}"
    if moment.moved is not None:
        samples = tr("moved by {0}").format(figure(shift(own)))
    elif moment.pull is not None:
        samples = tr("pulled by {0}").format(figure(pulled(own)))
    lines |= {
        "fake": (samples,),
        "real": ("" if moment.real is None else f"n = {count(len(moment.real))}",),
    }
    values = losses(
        {p: s.loss for p in ("d", "g") if (s := _lost(found, p, at[-1])) is not None},
        own.penalty if own.player == "d" else None, experiment, tr,
    )  # fmt: skip
    noted: dict[str, tuple[float, ...]] = {}
    for stage in (found.stages[i] for i in at):
        if stage.name == "backward":
            noted[stage.player] = stage.slopes
            values[stage.player] = f"|∇| = {figure(stage.slope)}"
        elif stage.name == "update":
            noted[stage.player] = stage.moves
            values[stage.player] = tr("moved {0}").format(percent(stage.move, stage.length))
    values = scale_ends(moment) | values
    return replace(moment, titles=titles, lines=lines, values=values | said(moment), noted=noted)


def _lost(found: Dissection, player: str, at: int) -> Stage | None:
    """The last stage of ``player`` up to ``at`` whose loss is known."""
    own = [s for s in found.stages[: at + 1] if s.player == player and s.loss is not None]
    return own[-1] if own else None


def _headline(found: Dissection, at: range, tr: Tr) -> str:
    """ "step 51 · D update 2 of 5 · backward"."""
    parts = [tr("step {0}").format(count(found.step))]
    stages = [found.stages[i] for i in at]
    if len({(s.player, s.number) for s in stages}) == 1:
        parts.append(prefix(stages[-1], tr))
    if len(stages) == 1:
        parts.append(stage_name(stages[0].name, tr))
    return " · ".join(parts)


def stage_name(name: str, tr: Tr) -> str:
    """A stage's name in the reader's language."""
    names = {
        "sample": tr("sample"), "forward": tr("forward"), "loss": tr("loss"),
        "backward": tr("backward"), "update": tr("update"),
    }  # fmt: skip
    return names[name]


# -- live ------------------------------------------------------------------------------------------


def of_snapshot(
    snapshot: Snapshot | None, run: int, history: History, experiment: Experiment, scene: Scene,
    tr: Tr, span: Span | None = None,
) -> Moment:  # fmt: skip
    """The newest picture's samples and ground, and the newest row's numbers."""
    read = snapshot.reading if snapshot is not None else reading(experiment)
    low_high = (0.0, 1.0)
    moment = Moment(
        scene.dim, scene.box, read, span or low_high, low_high, noise=_prior(experiment),
        layers=widths(experiment, scene),
    )  # fmt: skip
    if snapshot is not None:
        moment = _seen(moment, snapshot, snapshot.index(run), span)
    titles, lines = words(experiment, read, moment.layers, tr)
    step = history.last_step
    found: dict[str, float] = {}
    if len(history.rows):
        row = dict(zip(history.rows.columns, history.rows.values[-1, run], strict=True))
        found = {"d": float(row["d_loss"]), "g": float(row["g_loss"]), "p": float(row["penalty"])}
    penalty = found.pop("p", None) if experiment.penalty.name != "none" else None
    found.pop("p", None)
    values = losses({k: v for k, v in found.items() if v == v}, penalty, experiment, tr)
    if moment.said_fake is not None:
        values["says"] = tr("read off the grid")
    values = scale_ends(moment) | values
    told = tr("Step {0}, live. Forward (.) takes the next step apart.").format(count(step))
    return replace(
        moment, titles=titles, lines=lines, values=values | said(moment),
        headline=tr("step {0}").format(count(step)), sentence=told,
    )  # fmt: skip


def _seen(moment: Moment, snapshot: Snapshot, r: int, span: Span | None) -> Moment:
    fake = None if snapshot.fake is None else snapshot.fake[r]
    ground = None if snapshot.d is None else _whole(snapshot.d[r])
    box = moment.box
    if snapshot.dim == 1 and snapshot.xs is not None:
        box = float(snapshot.xs[0]), float(snapshot.xs[-1]), 0.0, 0.0
    moment = replace(
        moment, box=box, real=snapshot.real, fake=fake, ground=ground, xs=snapshot.xs,
        ys=snapshot.ys, kinds=None if snapshot.kinds is None else snapshot.kinds[r],
    )  # fmt: skip
    if ground is None or snapshot.xs is None:
        return moment
    sides = [
        None if points is None else _read(ground, snapshot.xs, snapshot.ys, points)
        for points in (snapshot.real, fake)
    ]
    return replace(
        moment, span=span or span_of(snapshot.reading, ground), said_real=_finite(sides[0]),
        said_fake=_finite(sides[1]), axis=_axis(snapshot.reading, [*sides]),
    )  # fmt: skip


def _read(ground: Array, xs: Array, ys: Array | None, points: Array) -> Array:
    """(n,) values of the grid's nearest points; those outside it are left out."""
    inside = np.ones(len(points), bool)
    index = []
    for column, axis in zip(range(points.shape[1]), (xs, ys), strict=False):
        assert axis is not None
        place = np.rint((points[:, column] - axis[0]) / (axis[1] - axis[0]))
        inside &= (place >= 0) & (place < len(axis))
        index.append(np.clip(np.nan_to_num(place), 0, len(axis) - 1).astype(int))
    values: Array = ground[tuple(reversed(index))][inside]
    return values


def _prior(experiment: Experiment) -> Array:
    """(n, width) noise of the experiment's kind, for the eye alone."""
    rng, shape = np.random.default_rng(0), (SHOWN, min(2, experiment.noise.dim))
    if experiment.noise.name == "uniform":
        return rng.uniform(-1, 1, shape).astype(np.float32)
    return rng.standard_normal(shape).astype(np.float32)


def widths(experiment: Experiment, scene: Scene) -> dict[str, tuple[int, ...]]:
    """Widths of both networks from input to output; () where a player has none."""
    if scene.point:
        return {"g": (), "d": ()}
    g = (experiment.noise.dim + scene.classes, *experiment.generator.hidden, scene.dim)
    if experiment.objective.name == "moment-matching":
        return {"g": g, "d": ()}
    outputs = scene.generators + 1 if scene.generators > 1 else 1
    last = scene.dim if experiment.objective.name == "energy" else outputs
    own = experiment.discriminator
    return {"g": g, "d": (own.pack * (scene.dim + scene.classes), *own.hidden, last)}


# -- words and scales ------------------------------------------------------------------------------


def words(
    experiment: Experiment, read: Reading, layers: dict[str, tuple[int, ...]], tr: Tr
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Titles of all parts, and the lines under those whose lines never change."""
    d_names = {
        "critic": tr("critic D"), "energy": tr("D, an auto-encoder"),
        "witness": tr("kernel witness"),
    }  # fmt: skip
    says = {"critic": tr("the critic says"), "energy": tr("energy E")}
    several = experiment.generator.count
    titles = {
        "noise": tr("noise z"), "g": "G", "fake": tr("samples G(z)"), "real": tr("data x"),
        "d": d_names.get(read.kind, "D"), "says": says.get(read.kind, tr("D says")),
        "d_loss": "L_D", "g_loss": "MMD²" if read.kind == "witness" else "L_G",
    }  # fmt: skip
    if experiment.training.conditional and read.kind == "probability":
        titles["d"] = tr("D, mean of classes")
    elif experiment.discriminator.pack > 1:
        titles["d"] = tr("D of packs of {0}").format(experiment.discriminator.pack)
    if several > 1:
        titles["g"] = tr("{0} generators").format(several)
    of_d, of_g = formulas(experiment)
    chain = {player: " → ".join(map(str, layers.get(player, ()))) for player in ("g", "d")}
    if not layers.get("g"):
        chain["g"] = "G(z) = θ"
        chain["d"] = "D(x) = ψx"
    elif read.kind == "witness":
        chain["d"] = tr("data − samples")
    lines: dict[str, tuple[str, ...]] = {
        "noise": (_law(experiment),), "g": (chain["g"],), "d": (chain["d"],),
        "d_loss": (of_d.partition(" = ")[2],),
        "g_loss": (of_g.partition(" = ")[2].removeprefix("MMD² = "),),
    }  # fmt: skip
    return titles, lines


def _law(experiment: Experiment) -> str:
    """ "z ~ N(0, I₂)"."""
    dim = str(experiment.noise.dim)
    if experiment.noise.name == "uniform":
        return f"z ~ U[−1, 1]{dim.translate(SUPERSCRIPTS) if dim != '1' else ''}"
    return f"z ~ N(0, {'I' + dim.translate(SUBSCRIPTS) if dim != '1' else '1'})"


def losses(
    found: dict[str, float | None], penalty: float | None, experiment: Experiment, tr: Tr
) -> dict[str, str]:
    """The numbers of both losses, as they are known."""
    per = unit(experiment, tr)
    values = {f"{p}_loss": figure(loss) + per for p, loss in found.items() if loss is not None}
    if penalty is not None and penalty == penalty and "d_loss" in values:
        values["d_loss"] += " " + tr("+ penalty {0}").format(figure(penalty))
    return values


def said(moment: Moment) -> dict[str, str]:
    """Means of what D says of data and samples."""
    sides = {"said_real": moment.said_real, "said_fake": moment.said_fake}
    read = moment.reading
    return {k: figure(believed(read, a)) for k, a in sides.items() if a is not None}


def scale_ends(moment: Moment) -> dict[str, str]:
    """The values at the ends of D's ground, in its corner; none where there is no ground."""
    if moment.ground is None:
        return {}
    sign = -1 if moment.reading.kind == "energy" else 1
    low, high = (figure(sign * end, 2) for end in moment.span)
    return {"d": f"{low} … {high}"}


def span_of(read: Reading, ground: Array) -> Span:
    """Ends of the colours of D's ground."""
    low, high = (float(v) for v in (np.nanmin(ground), np.nanmax(ground)))
    if not read.bounded:
        low, high = usual(read, ground)
    low, high = ends(read, low, high)
    return (low, high) if high - low > 1e-6 else (low - 0.01, high + 0.01)


def _axis(read: Reading, sides: list[Array | None]) -> Span:
    """Ends of the axis of what D says: 0 and 1, or a little more than what it says."""
    told = [a[np.isfinite(a)] for a in sides if a is not None]
    values = np.concatenate(told) if told else np.zeros(0)
    if read.bounded or not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    if read.threshold is not None:
        low, high = min(low, read.threshold), max(high, read.threshold)
    room = 0.05 * (high - low) or 0.05
    return low - room, min(high + room, 0.0) if read.kind == "energy" else high + room


def box_of(scene: Scene, xs: Array | None, ys: Array | None) -> Box:
    """The box a picture looks at: in 1-D as wide as the grid."""
    if xs is not None and ys is None:
        return float(xs[0]), float(xs[-1]), 0.0, 0.0
    return scene.box
