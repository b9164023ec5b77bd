"""The family tree of deep generative models: what they say of the density, what a sample costs.

Goodfellow 2016 (NIPS tutorial, arXiv 1701.00160), figure 9: models that maximise a likelihood, or
could. Added where they belong: normalising flows with nonlinear ICA, autoregressive transformers
with the fully visible belief networks, and diffusion, which is trained by a variational bound.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Cost = Literal["one", "dimension", "chain", "mixing"]
"""Passes of a network, one after the other, that a sample takes: 1; one a coordinate; one a step of
a chain of known length; as many until a Markov chain has mixed, which nobody can bound."""


@dataclass(frozen=True)
class Branch:
    """An inner node. ``parent`` is "" for the root."""

    label: str
    parent: str
    line: str


@dataclass(frozen=True)
class Leaf:
    """A family of models: what it does in one line, its formulas (mathtext), what a sample costs.

    ``also`` are younger members; ``presets`` are experiments of the lab that train one, none where
    it has none; ``source`` is a paper.
    """

    label: str
    parent: str
    also: str
    line: str
    formulas: tuple[str, ...]
    cost: Cost
    effort: str
    source: str
    presets: tuple[str, ...] = ()


BRANCHES: dict[str, Branch] = {
    "root": Branch("Maximum likelihood", "", "θ* = arg max E log p(x; θ)."),
    "explicit": Branch("Explicit density", "root", "p(x; θ) is written down."),
    "implicit": Branch("Implicit density", "root", "The model only makes samples."),
    "tractable": Branch("Tractable density", "explicit", "p(x; θ) can be computed exactly."),
    "approximate": Branch("Approximate density", "explicit", "p(x; θ) has an integral or a sum"
                          " too large to compute."),
    "variational": Branch("Variational", "approximate", "A lower bound of log p is maximised."),
    "boltzmann-chain": Branch("Markov chain", "approximate", "The gradient of log p is estimated"
                              " with samples from a chain."),
    "chain": Branch("Markov chain", "implicit", "A sample is made of the one before."),
    "direct": Branch("Direct", "implicit", "A sample is made in one go from noise."),
}  # fmt: skip

LEAVES: dict[str, Leaf] = {
    "belief-net": Leaf(
        "Fully visible\nbelief nets",
        "tractable",
        "PixelRNN,\ntransformers",
        "The chain rule writes p as a product of conditionals; a network learns each of them.",
        (r"$p(x)=\prod_{i=1}^{n} p(x_i\,|\,x_1,\dots,x_{i-1})$",),
        "dimension",
        "one pass for each of the n coordinates, none before the last is known",
        "Frey et al. 1996; van den Oord et al. 2016",
    ),
    "flow": Leaf(
        "Nonlinear ICA",
        "tractable",
        "normalising\nflows",
        "An invertible g bends a simple density; z must have as many dimensions as x.",
        (r"$p(x)=p_z(g^{-1}(x))\,\left|\det\frac{\partial g^{-1}(x)}{\partial x}\right|$",),
        "one",
        "one pass of g (with coupling layers; autoregressive flows take n in one direction)",
        "Deco & Brauer 1995; Dinh et al. 2016",
    ),
    "vae": Leaf(
        "Variational\nauto-encoder",
        "variational",
        "",
        "A second network q(z|x) gives a lower bound of log p; a gap stays where q is too weak.",
        (r"$\log p(x)\geq E_{q(z|x)}\log p(x|z)-\mathrm{KL}(q(z|x)\,\Vert\,p(z))$",),
        "one",
        "one pass of the decoder",
        "Kingma & Welling 2013; Rezende et al. 2014",
    ),
    "diffusion": Leaf(
        "Diffusion",
        "variational",
        "DDPM",
        "Noise drowns the data step by step; a network learns the way back, by a bound of log p.",
        (r"$q(x_t|x_{t-1})=N(\sqrt{1-\beta_t}\,x_{t-1},\,\beta_t I)$",
        r"$L=\sum_{t>1} E\,\mathrm{KL}(q(x_{t-1}|x_t,x_0)\,\Vert\,p_\theta(x_{t-1}|x_t))+\cdots$"),
        "chain",
        "one pass for each of the T steps back (1000 in the paper; later samplers take fewer)",
        "Sohl-Dickstein et al. 2015; Ho et al. 2020",
    ),
    "boltzmann": Leaf(
        "Boltzmann\nmachine",
        "boltzmann-chain",
        "",
        "An energy says which x are likely; its sum over all states Z cannot be computed.",
        (r"$p(x)=\frac{1}{Z}e^{-E(x)}$",
        r"$\nabla\log p(x)=-\nabla E(x)+E_{x'\sim p}\nabla E(x')$"),
        "mixing",
        "as many sweeps until the chain has mixed: no bound is known; drawn for T",
        "Ackley et al. 1985; Hinton & Sejnowski 1986",
    ),
    "gsn": Leaf(
        "Generative\nstochastic net",
        "chain",
        "",
        "A network learns to undo noise; noising and undoing in turn walks through the data.",
        (r"$\tilde x_t\sim C(\tilde x\,|\,x_t)\qquad x_{t+1}\sim p_\theta(x\,|\,\tilde x_t)$",),
        "mixing",
        "as many steps until the chain has mixed: no bound is known; drawn for T",
        "Bengio et al. 2014",
    ),
    "moment-matching": Leaf(
        "Moment\nmatching",
        "direct",
        "GMMN",
        "A kernel compares samples with data; nobody plays against G.",
        (r"$\min_G\ \left\Vert E\,\varphi(x)-E\,\varphi(G(z))\right\Vert^2=\mathrm{MMD}^2$",),
        "one",
        "one pass of G",
        "Li et al. 2015; Dziugaite et al. 2015",
        ("gmmn-moons",),
    ),
    "gan": Leaf(
        "GAN",
        "direct",
        "",
        "A second player learns what tells samples from data, and G learns to pass.",
        (r"$\min_G\max_D\ E\log D(x)+E\log(1-D(G(z)))$",),
        "one",
        "one pass of G, all coordinates together",
        "Goodfellow et al. 2014",
        ("figure-1", "ring"),
    ),
}  # fmt: skip
"""From left to right, as in the figure."""


def passes(leaf: str, n: int, steps: int) -> int:
    """Network passes one after the other for a sample of ``n`` numbers by a chain of ``steps``."""
    return {"one": 1, "dimension": n, "chain": steps, "mixing": steps}[LEAVES[leaf].cost]


def ancestors(node: str) -> Iterator[str]:
    """The branches from a leaf or branch up to the root, the nearest first."""
    parent = LEAVES[node].parent if node in LEAVES else BRANCHES[node].parent
    while parent:
        yield parent
        parent = BRANCHES[parent].parent
