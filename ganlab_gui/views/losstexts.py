"""What the losses panel calls its numbers under every objective, and what they mean."""

from PySide6.QtCore import QCoreApplication

from ganlab_gui.core.theory.equilibria import equilibrium
from ganlab_gui.experiment.objectives import FORMULAS
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.views.steps import readable

Text = tuple[str, str]
"""Short label and tooltip."""
IN_NATS = ("kl", "reverse-kl", "jeffrey", "jensen-shannon", "gan")
MAD_GAN = "L_D = −E ln D_{N+1}(x) − Σᵢ E ln Dᵢ(Gᵢ(z))"


def tr(text: str) -> str:
    return QCoreApplication.translate("LossesView", text)


def unit(experiment: Experiment) -> str:
    """What the losses are counted in; "" for a pure number."""
    objective = experiment.objective
    match objective.name:
        case "minimax" | "non-saturating" | "relativistic":
            return tr("nats")
        case "f-gan":
            return tr("nats") if objective.divergence in IN_NATS else ""
        case "wasserstein" | "hinge":
            return tr("score")
        case "least-squares":
            return tr("score²")
        case "energy":
            return tr("energy")
        case _:
            return ""


def loss_texts(experiment: Experiment) -> dict[str, Text]:
    """Labels and tooltips of every column of the training rows."""
    return {
        "d_loss": ("D", _d_tip(experiment)),
        "g_loss": ("MMD²" if experiment.objective.name == "moment-matching" else "G",
                   _g_tip(experiment)),
        "value": _value(experiment),
        "penalty": (
            tr("penalty"),
            tr("Weighted penalty, added to D's loss; the D curve is drawn without it"),
        ),
        "accuracy_real": (
            tr("accuracy on real"),
            tr("D's accuracy on real points: share it finds more real than not"),
        ),
        "accuracy_fake": (
            tr("accuracy on fake"),
            tr("D's accuracy on generated points: share it finds more fake than not"),
        ),
    }  # fmt: skip


def _formula(experiment: Experiment, player: int) -> str:
    """The loss of D (0) or G (1)."""
    if player == 0 and experiment.generator.count > 1:
        return MAD_GAN
    return FORMULAS[experiment.objective.name].split(" · ")[player]


def _at(value: float | None) -> str:
    """A line on what the equilibrium reads."""
    if value is None:
        return ""
    said = f"{value + 0.0:.3f}".replace("-", "−")
    return "\n" + tr("{0} where p_g = p and D is at its best").format(said)


def _d_tip(experiment: Experiment) -> str:
    objective, generators = experiment.objective, experiment.generator.count
    if objective.name == "moment-matching":
        return ""
    lines = tr("D's loss") + "\n" + _formula(experiment, 0)
    if generators > 1:
        shared = tr("the generators share the data out between them")
        return f"{lines}{_at(equilibrium(objective, generators).d)}; {shared}"
    return lines + _at(equilibrium(objective).d)


def _g_tip(experiment: Experiment) -> str:
    objective = experiment.objective
    if objective.name == "moment-matching":
        return "\n".join([tr("G's loss; there is no D"), FORMULAS[objective.name]])
    formula = _formula(experiment, 1)
    if objective.name == "f-gan" and objective.alternative:
        formula = "L_G = −E T(G(z))"
    level = _at(equilibrium(objective, experiment.generator.count).g)
    return "\n".join([tr("G's loss"), formula]) + level


def _value(experiment: Experiment) -> Text:
    objective, generators = experiment.objective, experiment.generator.count
    level = _at(equilibrium(objective, generators).value)
    match objective.name:
        case "wasserstein":
            tip = tr("E f(x) − E f(G(z)): what the critic thinks W₁ is")
            return tr("W₁ estimate"), tip + _seen(experiment)
        case "f-gan":
            divergence = readable(objective.divergence)
            tip = tr("E T(x) − E f*(T(G(z))): what D has shown D_f(p‖p_g) to be at least")
            return tr("bound on {0}").format(divergence), tip + _seen(experiment) + level
        case "minimax" | "non-saturating":
            if generators > 1:
                return "V", "V(G, D) = E ln D_{N+1}(x) + Σᵢ E ln Dᵢ(Gᵢ(z))" + level
            return "V", "V(G, D) = E ln D(x) + E ln(1 − D(G(z)))" + level
        case _:
            return "V", tr("What D maximises: minus its loss") + level


def _seen(experiment: Experiment) -> str:
    """What the estimate is of where D does not see single samples of p and p_g, a line each."""
    training, pack = experiment.training, experiment.discriminator.pack
    said = [
        (pack > 1, tr("here of packs of {0}").format(pack)),
        (training.instance_noise > 0, tr("here of blurred samples")),
        (training.history > 0, tr("here of data against old and new samples")),
    ]
    return "".join(f"\n{line}" for applies, line in said if applies)
