"""The theory pages by name, in the order of a course. A page's module is read when it opens."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what a page is made of is loaded with the first page, not with the window
    from ganlab_gui.pages.page import Page


@dataclass(frozen=True)
class Entry:
    """A page in the gallery: its title, what to look for in one sentence, and its module."""

    title: str
    look: str
    module: str


PAGES: dict[str, Entry] = {
    "optimal-discriminator": Entry(
        "The optimal discriminator",
        "Drag either density: D* is p's share of the two, and what it earns is 2 JSD − ln 4.",
        "optimal_discriminator",
    ),
    "js-wasserstein": Entry(
        "Jensen-Shannon against Wasserstein",
        "Move θ: where the two no longer overlap JS is flat, while W₁ still says which way to go.",
        "js_wasserstein",
    ),
    "discriminator-critic": Entry(
        "Discriminator against critic",
        "A perfect discriminator is flat where the samples are; the critic slopes everywhere.",
        "discriminator_critic",
    ),
    "vanishing-gradient": Entry(
        "The vanishing gradient",
        "The better D gets, the less log(1 − D) tells G, and the wilder −log D becomes.",
        "vanishing_gradient",
    ),
    "loss-shapes": Entry(
        "Shapes of the losses",
        "Drag the point to where D is sure of a fake: which loss still pulls there?",
        "loss_shapes",
    ),
    "which-way-kl": Entry(
        "Which way KL runs",
        "Fit one Gaussian to two humps: KL(p‖q) covers both, KL(q‖p) chooses one.",
        "which_way_kl",
    ),
    "maximum-likelihood": Entry(
        "Maximum likelihood pulls the density up",
        "Each point pulls the density up where it lies, and the density has only one unit of mass.",
        "maximum_likelihood",
    ),
    "likelihood-quality": Entry(
        "Likelihood is not sample quality",
        "99 % noise costs at most ln 100 nats; in many dimensions nobody notices.",
        "likelihood_quality",
    ),
    "two-sample-tests": Entry(
        "Two-sample tests",
        "Are these two samples from one distribution? D is a test statistic that was learned.",
        "two_sample_tests",
    ),
    "parzen-windows": Entry(
        "Parzen windows",
        "The estimate that the first GAN papers compared models by, and how far off it is.",
        "parzen_windows",
    ),
    "moving-earth": Entry(
        "Moving earth",
        "The cheapest way to push one heap onto the other, and the potential that proves it.",
        "moving_earth",
    ),
    "clipping-penalty": Entry(
        "Weight clipping or penalty",
        "Drag c: through the layers gradients die or explode; with the penalty they do neither.",
        "clipping_penalty",
    ),
    "dance": Entry(
        "The dance around the equilibrium",
        "Drag the start: which games turn for ever, which fly apart, which come to rest?",
        "dance",
    ),
    "collapse-pictures": Entry(
        "Mode collapse in four pictures",
        "All of G runs to where D believes, D follows, G runs on: mode after mode.",
        "collapse_pictures",
    ),
    "scores": Entry(
        "Inception score, Fréchet distance, MMD",
        "Shrink modes, drop modes, add noise: which score notices what?",
        "scores",
    ),
    "family-tree": Entry(
        "The family tree",
        "Generative models by what they say of the density, and by what a sample costs.",
        "family_tree",
    ),
}


def open_page(name: str) -> "Page[Any]":
    """The page of that name. Raises ValueError, naming the pages there are."""
    if name not in PAGES:
        raise ValueError(f"page {name!r}: no such page; there are: {', '.join(PAGES)}.")
    found: Page[Any] = import_module(f"ganlab_gui.pages.{PAGES[name].module}").PAGE
    return found
