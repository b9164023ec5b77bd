"""What the machine says of a step: one sentence a stage, an update or an iteration, in its numbers.

``tr`` translates; every number is that of the very step.
"""

from collections.abc import Callable

import numpy as np

from ganlab_gui.experiment.objectives import DIVERGENCE_FORMULAS, FORMULAS, Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.dissection import Dissection, Stage
from ganlab_gui.lab.snapshot import Array

Tr = Callable[[str], str]

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
IN_NATS = ("kl", "reverse-kl", "jeffrey", "jensen-shannon", "gan")
MAD_GAN = "L_D = −E log D_{N+1}(x) − Σᵢ E log Dᵢ(Gᵢ(z))"


def figure(value: float | None, digits: int = 3) -> str:
    """A number to ``digits`` figures; NaN and None as a dash."""
    if value is None or value != value:
        return "–"
    if value in (float("inf"), float("-inf")):
        return "∞" if value > 0 else "−∞"
    if 1e3 <= abs(value) < 1e5:
        return count(round(value)).replace("-", "−")
    text = f"{value:#.{digits}g}".rstrip(".")
    if "e" in text:
        mantissa, power = text.split("e")
        return f"{mantissa} · 10{str(int(power)).translate(SUPERSCRIPTS)}".replace("-", "−")
    return text.replace("-", "−")


def count(value: int) -> str:
    """12 345 with thin spaces."""
    return f"{value:,}".replace(",", "\u2009")


def percent(part: float | None, whole: float | None) -> str:
    """A share in per cent; a dash where there is none."""
    if not whole or part is None:
        return "– %"
    return f"{figure(100 * part / whole, 2)} %"


def unit(experiment: Experiment, tr: Tr) -> str:
    """What losses are counted in, after a space; "" for a pure number."""
    objective = experiment.objective
    nats = objective.name in ("minimax", "non-saturating", "relativistic") or (
        objective.name == "f-gan" and objective.divergence in IN_NATS
    )
    return " " + tr("nats") if nats else ""


def formulas(experiment: Experiment) -> tuple[str, str]:
    """L_D and L_G of the objective; "" for a D that has none."""
    objective = experiment.objective
    whole = FORMULAS[objective.name]
    d, g = "", whole
    if " · L_G" in whole:
        d, rest = whole.split(" · L_G")
        g = "L_G" + rest
    if objective.name == "f-gan" and objective.alternative:
        g = "L_G = −E T(G(z))"
    if objective.name == "energy":
        g = "L_G = E(G(z))"
        if objective.pull_away > 0:
            g += " + λ f_PT"
    if experiment.generator.count > 1:
        d, g = MAD_GAN, g.replace("D(", "D_{N+1}(")
    return d, g


def divergence(experiment: Experiment) -> str:
    """f, its conjugate and T of an f-GAN; "" elsewhere."""
    objective = experiment.objective
    return DIVERGENCE_FORMULAS[objective.divergence] if objective.name == "f-gan" else ""


def believed(reading: Reading, said: Array | None) -> float | None:
    """The mean of what D says, as it is written: an energy as an energy."""
    if said is None:
        return None
    return float(np.mean(said)) * (-1 if reading.kind == "energy" else 1)


def sentence(found: Dissection, at: range, experiment: Experiment, tr: Tr) -> str:
    """What happens in the stages ``at``, in one sentence."""
    last = found.stages[at[-1]]
    if len(at) == 1 or last.name != "update":
        return _STAGES[last.name](found, last, experiment, tr)
    if len({(found.stages[i].player, found.stages[i].number) for i in at}) == 1:
        return _update(found, last, experiment, tr)
    return _iteration(found, at[-1], experiment, tr)


def prefix(stage: Stage, tr: Tr) -> str:
    """ "D update 2 of 5"."""
    text = tr("D update {0} of {1}") if stage.player == "d" else tr("G update {0} of {1}")
    return text.format(stage.number, stage.of)


def _begin(stage: Stage, tr: Tr, said: str) -> str:
    return tr("{0}: {1}").format(prefix(stage, tr), said)


def _sample(found: Dissection, stage: Stage, experiment: Experiment, tr: Tr) -> str:
    n = 0 if stage.fake is None else len(stage.fake)
    if stage.player == "g":
        said = tr("G turns fresh noise z into samples, n = {0}.")
    elif experiment.training.history > 0:
        said = tr("data are drawn, and samples: new ones and old ones of G's, n = {0} each.")
    else:
        said = tr("G turns fresh noise z into samples, and data are drawn: n = {0} each.")
    return _begin(stage, tr, said.format(count(n)))


def _forward(found: Dissection, stage: Stage, experiment: Experiment, tr: Tr) -> str:
    fake = figure(believed(found.reading, stage.said_fake))
    real = figure(believed(found.reading, stage.said_real))
    if stage.player == "d" or stage.said_real is not None:
        said = _both(found.reading, tr).format(real, fake)
    elif experiment.training.unroll:
        said = tr("D as it would be {0} updates from now says {1} of the samples on average.")
        said = said.format(experiment.training.unroll, fake)
    elif found.reading.kind == "energy":
        said = tr("D, held still, rebuilds the samples with an error of {0} on average.")
        said = said.format(fake)
    else:
        said = tr("D, held still, says {0} of the new samples on average; G wants it higher.")
        said = said.format(fake)
    return _begin(stage, tr, said)


def _both(reading: Reading, tr: Tr) -> str:
    match reading.kind:
        case "probability":
            return tr("D says {0} of the data and {1} of the samples on average: 1 means real.")
        case "energy":
            return tr("D rebuilds data with an error of {0} and samples with {1} on average.")
        case "critic":
            return tr("the critic gives data {0} and samples {1}: only the difference counts.")
        case _:
            return tr("D scores data {0} and samples {1} on average: higher means more real.")


def _loss(found: Dissection, stage: Stage, experiment: Experiment, tr: Tr) -> str:
    loss = figure(stage.loss) + unit(experiment, tr)
    if found.reading.kind == "witness":
        said = tr("MMD² between data and samples is {0}: G wants it 0.").format(loss)
    elif stage.player == "g":
        said = tr("G's loss is {0}: it falls as D finds the samples more real.").format(loss)
    elif stage.penalty is not None:
        total = figure((stage.loss or 0.0) + stage.penalty)
        said = tr("D's loss is {0}, and {1} with the penalty of {2} on its slope.")
        said = said.format(loss, total, figure(stage.penalty))
    else:
        said = tr("D's loss is {0}: it falls as D tells data and samples apart.").format(loss)
    return _begin(stage, tr, said)


def _backward(found: Dissection, stage: Stage, experiment: Experiment, tr: Tr) -> str:
    slope, weights = figure(stage.slope), count(found.weights[stage.player])
    if stage.player == "d":
        said = tr("the loss' gradient flows back into D's weights, {0} in all; it is {1} long.")
        return _begin(stage, tr, said.format(weights, slope))
    pull = float(np.median(np.linalg.norm(stage.pull, axis=1))) if stage.pull is not None else None
    through = tr("the kernel") if found.reading.kind == "witness" else "D"
    said = tr(
        "back through {0}, samples are pulled by {1} (median) and G's weights, {2} in all, by {3}."
    )
    return _begin(stage, tr, said.format(through, figure(pull), weights, slope))


def shift(stage: Stage) -> float | None:
    """How far a generator's update moves its samples on average."""
    if stage.moved is None or stage.fake is None:
        return None
    return float(np.mean(np.linalg.norm(stage.moved - stage.fake, axis=1)))


def optimizer(experiment: Experiment, player: str) -> str:
    """ "Adam", "RMSProp", "SGD" or "momentum"."""
    own = {"d": experiment.discriminator_optimizer, "g": experiment.generator_optimizer}[player]
    return {"adam": "Adam", "rmsprop": "RMSProp", "sgd": "SGD"}.get(own.name, own.name)


def _moved(stage: Stage) -> str:
    return f"{figure(stage.move)}, {percent(stage.move, stage.length)}"


def _updated(found: Dissection, stage: Stage, experiment: Experiment, tr: Tr) -> str:
    how = optimizer(experiment, stage.player)
    if stage.player == "d":
        said = tr("{0} moves D's weights by {1} of their length: its ground has changed.")
        return _begin(stage, tr, said.format(how, _moved(stage)))
    said = tr("{0} moves G's weights by {1} of their length, and its samples by {2} on average.")
    return _begin(stage, tr, said.format(how, _moved(stage), figure(shift(stage))))


def _update(found: Dissection, stage: Stage, experiment: Experiment, tr: Tr) -> str:
    fake = figure(believed(found.reading, stage.said_fake))
    real = figure(believed(found.reading, stage.said_real))
    n = "–" if stage.fake is None else count(len(stage.fake))
    loss, move = figure(stage.loss) + unit(experiment, tr), _moved(stage)
    if stage.player == "d":
        said = tr(
            "of n = {0} data and as many samples D says {1} and {2} on average; its loss is {3},"
            " and its weights move by {4} of their length."
        ).format(n, real, fake, loss, move)
    elif stage.said_fake is None:
        said = tr(
            "MMD² of {0} samples is {1}; G's weights move by {2} of their length,"
            " the samples by {3}."
        )
        said = said.format(n, loss, move, figure(shift(stage)))
    else:
        said = tr(
            "of n = {0} samples D says {1} on average; G's loss is {2}, and they move by {3}."
        )
        said = said.format(n, fake, loss, figure(shift(stage)))
    return _begin(stage, tr, said)


def _iteration(found: Dissection, at: int, experiment: Experiment, tr: Tr) -> str:
    d, g = found.latest("d", at), found.latest("g", at)
    step, per = count(found.step), unit(experiment, tr)
    if d is None or g is None:
        one = d or g
        assert one is not None
        return tr("Step {0}: {1}").format(step, _update(found, one, experiment, tr))
    fake = figure(believed(found.reading, g.said_fake))
    real = figure(believed(found.reading, d.said_real))
    return tr(
        "Step {0}: D learns {1} × and G {2} ×. D says {3} of the data and {4} of G's samples on"
        " average; D's loss is {5}, G's {6}."
    ).format(step, d.of, g.of, real, fake, figure(d.loss) + per, figure(g.loss) + per)


_STAGES: dict[str, Callable[[Dissection, Stage, Experiment, Tr], str]] = {
    "sample": _sample, "forward": _forward, "loss": _loss, "backward": _backward,
    "update": _updated,
}  # fmt: skip
