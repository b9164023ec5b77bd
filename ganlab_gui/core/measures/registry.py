"""What each measure is called and means, for labels, tooltips and figures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """label: its name · unit: "" for a pure number · formula: one line ·
    perfect: the value of p_g = p in the limit of many samples · higher_is_better · meaning: how to
    read it, a sentence or two.
    """

    label: str
    unit: str
    formula: str
    perfect: str
    higher_is_better: bool
    meaning: str


MEASURES: dict[str, Measure] = {
    "js": Measure(
        "Jensen-Shannon divergence",
        "nats",
        "JS = ½ KL(p‖m) + ½ KL(p_g‖m),  m = ½(p + p_g)",
        "0",
        False,
        "Lower is better. ln 2 = 0.693 means that the two distributions do not overlap at all, "
        "however near or far apart they lie.",
    ),
    "w1": Measure(
        "Wasserstein-1 distance",
        "data units",
        "W₁ = inf E‖x − y‖ over couplings of p and p_g",
        "0",
        False,
        "Lower is better: how far a grain of probability has to be carried on average. It falls "
        "with the distance even where the distributions do not overlap.",
    ),
    "kl": Measure(
        "KL(p_g‖p)",
        "nats",
        "KL(p_g‖p) = ∫ p_g ln(p_g/p) dx",
        "0",
        False,
        "Lower is better. It grows where the generator puts points in places without data, and "
        "forgives missing modes.",
    ),
    "tv": Measure(
        "Total variation",
        "",
        "TV = ½ ∫ |p − p_g| dx",
        "0",
        False,
        "Lower is better: the share of the probability that lies in the wrong place. "
        "1 means no overlap.",
    ),
    "mmd2": Measure(
        "MMD²",
        "",
        "MMD² = E k(x,x′) + E k(y,y′) − 2 E k(x,y),  k = exp(−‖a−b‖²/2h²)",
        "0",
        False,
        "Lower is better. The estimate is unbiased, so a perfect generator reads values on both "
        "sides of zero.",
    ),
    "frechet": Measure(
        "Fréchet distance",
        "data units²",
        "‖μ − μ_g‖² + Tr(Σ + Σ_g − 2(ΣΣ_g)^½)",
        "0",
        False,
        "Lower is better. It compares only means and covariances: zero does not yet mean that the "
        "distributions are equal.",
    ),
    "modes_captured": Measure(
        "Modes captured",
        "modes",
        "#{modes with a sample within 3σ}",
        "all modes",
        True,
        "Higher is better. A mode counts as soon as one high-quality sample is nearest to it.",
    ),
    "high_quality": Measure(
        "High-quality samples",
        "share",
        "P(‖x − nearest mode‖ ≤ 3σ)",
        "1 − e^(−4.5) = 0.989",
        True,
        "Higher is better, up to 98.9 %: a perfect generator reads that, and more means that the "
        "modes have shrunk.",
    ),
    "reverse_kl": Measure(
        "Reverse KL over modes",
        "nats",
        "Σ s_i ln(s_i/w_i),  s: share of the samples, w: true weight of mode i",
        "0",
        False,
        "Lower is better: how unevenly the samples are spread over the modes. The logarithm of the "
        "number of modes, when one of equally heavy modes has taken all.",
    ),
}
