"""What the players optimise: how D's raw outputs are read, and how both players lose.

Raw outputs are (R, B), one number a sample, except: energies are reconstruction errors E ≥ 0; with
N generators D gives (R, B, N + 1) logits, the last for the data, and sample j of a batch was made
by generator j mod N; in moment matching there is no D and the samples (R, B, dim) come as they are.
Losses are (R,), averaged over the batch, in nats where the objective is a log-likelihood.

An objective is a pair of functions, D's loss and G's, and one line in ``OBJECTIVES``. ``table``
makes the README's list from the pair's docstrings, which begin "formula (source)."; D's goes on
with "Optimum: …".
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial, wraps

import torch
from torch import Tensor
from torch.nn.functional import nll_loss, normalize, softplus

from ganlab_gui.core.models.divergences import DIVERGENCES, Divergence
from ganlab_gui.core.models.kernels import mmd2
from ganlab_gui.experiment import schema

Pair = Callable[[Tensor, Tensor], Tensor]
Reader = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class Objective:
    """Both losses, and how D's raw outputs are read."""

    d_loss: Pair
    """(real, fake) to D's loss."""
    g_loss: Callable[[Tensor | None, Tensor], Tensor]
    """(real, fake) to G's loss, before the adversarial weight; real is None unless needed."""
    value: Pair
    """(real, fake) to what D maximises, without label smoothing."""
    realness: Reader
    """Raw outputs to a number a sample that grows where D believes "real"."""
    guess: Reader | None = None
    """Raw outputs to a margin, above 0 where D says "real"; None where D has no threshold."""
    needs_real: bool = False
    """Whether G's loss compares with data."""
    trains_d: bool = True
    """False where there is no discriminator."""


def itself(raw: Tensor) -> Tensor:
    """Raw outputs as they are."""
    return raw


def pair(
    d_loss: Pair,
    g_loss: Callable[[Tensor | None, Tensor], Tensor],
    realness: Reader = itself,
    guess: Reader | None = None,
    value: Pair | None = None,
    needs_real: bool = False,
    trains_d: bool = True,
) -> Objective:
    """An objective whose D maximises minus its loss, unless ``value`` says otherwise."""
    if value is None:
        value = partial(minus, d_loss)
    return Objective(d_loss, g_loss, value, realness, guess, needs_real, trains_d)


def minus(loss: Pair, real: Tensor, fake: Tensor) -> Tensor:
    """−loss(real, fake)."""
    return -loss(real, fake)


# -- D as a probability ----------------------------------------------------------------------------


def log_likelihood_d(real: Tensor, fake: Tensor, smoothing: float = 0.0) -> Tensor:
    """−E log D(x) − E log(1 − D(G(z))), D = σ(s) (Goodfellow et al. 2014, equation 1).

    Optimum: D* = p / (p + p_g).

    With ``smoothing`` the target on data is 1 − smoothing (Salimans et al. 2016, section 3.4).
    """
    loss = softplus(-real).mean(1) + softplus(fake).mean(1)
    return loss + smoothing * real.mean(1) if smoothing else loss


def minimax_g(real: Tensor | None, fake: Tensor) -> Tensor:
    """E log(1 − D(G(z))) (Goodfellow et al. 2014, Algorithm 1).

    Saturates where D is sure.
    """
    return -softplus(fake).mean(1)


def non_saturating_g(real: Tensor | None, fake: Tensor) -> Tensor:
    """−E log D(G(z)) (Goodfellow et al. 2014, section 3)."""
    return softplus(-fake).mean(1)


def log_likelihood(
    g_loss: Callable[[Tensor | None, Tensor], Tensor], settings: schema.Objective
) -> Objective:
    """V(G, D) = E log D(x) + E log(1 − D(G(z))), in nats; −log 4 at the equilibrium."""
    d_loss = partial(log_likelihood_d, smoothing=settings.label_smoothing)
    value = partial(minus, log_likelihood_d)
    return pair(d_loss, g_loss, torch.sigmoid, itself, value)


# -- D as a critic ---------------------------------------------------------------------------------


def critic_d(real: Tensor, fake: Tensor) -> Tensor:
    """E s(G(z)) − E s(x), s kept Lipschitz (Arjovsky et al. 2017, Algorithm 1).

    Optimum: Kantorovich's potential; −loss is then W₁ times the Lipschitz constant.
    """
    return fake.mean(1) - real.mean(1)


def critic_g(real: Tensor | None, fake: Tensor) -> Tensor:
    """−E s(G(z)) (Arjovsky et al. 2017, Algorithm 1)."""
    return -fake.mean(1)


# -- D as the bound of an f-divergence -------------------------------------------------------------


def f_gan_d(real: Tensor, fake: Tensor, divergence: Divergence) -> Tensor:
    """E f*(T(G(z))) − E T(x), T = g_f(s) (Nowozin et al. 2016, equation 6).

    Optimum: T* = f′(p / p_g); −loss is then D_f(p‖p_g).
    """
    return divergence.conjugate(fake).mean(1) - divergence.activation(real).mean(1)


def f_gan_g(real: Tensor | None, fake: Tensor, divergence: Divergence) -> Tensor:
    """−E f*(T(G(z))) (Nowozin et al. 2016, equation 6)."""
    return -divergence.conjugate(fake).mean(1)


def f_gan_alternative_g(real: Tensor | None, fake: Tensor, divergence: Divergence) -> Tensor:
    """−E T(G(z)) (Nowozin et al. 2016, section 3.2)."""
    return -divergence.activation(fake).mean(1)


def f_gan(settings: schema.Objective) -> Objective:
    """The bound E T(x) − E f*(T(G(z))) ≤ D_f(p‖p_g) is the value."""
    divergence = DIVERGENCES[settings.divergence]
    g_loss = f_gan_alternative_g if settings.alternative else f_gan_g

    def guess(raw: Tensor) -> Tensor:
        return divergence.activation(raw) - divergence.threshold

    return pair(
        partial(f_gan_d, divergence=divergence),
        partial(g_loss, divergence=divergence),
        divergence.activation,
        guess,
    )


# -- D as a score with a threshold -----------------------------------------------------------------


def least_squares_d(real: Tensor, fake: Tensor, a: float, b: float) -> Tensor:
    """½ E (s(x) − b)² + ½ E (s(G(z)) − a)² (Mao et al. 2017, equation 2).

    Optimum: s* = (b p + a p_g) / (p + p_g).
    """
    return (real - b).square().mean(1) / 2 + (fake - a).square().mean(1) / 2


def least_squares_g(real: Tensor | None, fake: Tensor, c: float) -> Tensor:
    """½ E (s(G(z)) − c)² (Mao et al. 2017, equation 2).

    With b − c = 1 and b − a = 2, twice the sum of this and of the same on the data is
    ∫ (p − p_g)² / (p + p_g) at D's optimum, a Pearson χ² between p + p_g and 2 p_g (theorem 1).
    """
    return (fake - c).square().mean(1) / 2


def least_squares(settings: schema.Objective) -> Objective:
    """Scores are mirrored at (a + b) / 2 where b < a, so that realness still grows."""
    a, b, c = settings.a, settings.b, settings.c

    def realness(raw: Tensor) -> Tensor:
        return raw if a <= b else a + b - raw

    def guess(raw: Tensor) -> Tensor:
        return realness(raw) - (a + b) / 2

    return pair(partial(least_squares_d, a=a, b=b), partial(least_squares_g, c=c), realness, guess)


def hinge_d(real: Tensor, fake: Tensor) -> Tensor:
    """E [1 − s(x)]₊ + E [1 + s(G(z))]₊ (Lim & Ye 2017).

    Optimum: s* = sign(p − p_g).
    """
    return (1 - real).clamp_min(0).mean(1) + (1 + fake).clamp_min(0).mean(1)


def hinge_g(real: Tensor | None, fake: Tensor) -> Tensor:
    """−E s(G(z)) (Lim & Ye 2017)."""
    return -fake.mean(1)


def relativistic_d(real: Tensor, fake: Tensor) -> Tensor:
    """−E log σ(s(x) − E s(G(z))) − E log σ(E s(x) − s(G(z))) (Jolicoeur-Martineau 2018, section 4).

    Optimum: not known in closed form.
    """
    above_fake = real - fake.mean(1, keepdim=True)
    above_real = fake - real.mean(1, keepdim=True)
    return softplus(-above_fake).mean(1) + softplus(above_real).mean(1)


def relativistic_g(real: Tensor | None, fake: Tensor) -> Tensor:
    """−E log σ(s(G(z)) − E s(x)) − E log σ(E s(G(z)) − s(x)) (Jolicoeur-Martineau 2018, section 4).

    D's loss with data and samples exchanged.
    """
    return relativistic_d(fake, needed(real))


def needed(real: Tensor | None) -> Tensor:
    """The data that G's loss compares with; ValueError where there is none."""
    if real is None:
        raise ValueError("This objective's generator loss needs a minibatch of data.")
    return real


# -- D as an energy --------------------------------------------------------------------------------


def energy_d(real: Tensor, fake: Tensor, margin: float) -> Tensor:
    """E(x) + [m − E(G(z))]₊ on average, E ≥ 0 (Zhao et al. 2017, equation 1).

    Optimum: E* = 0 where p ≥ p_g, m elsewhere.
    """
    return real.mean(1) + (margin - fake).clamp_min(0).mean(1)


def energy_g(real: Tensor | None, fake: Tensor) -> Tensor:
    """E(G(z)) on average (Zhao et al. 2017, equation 2)."""
    return fake.mean(1)


def pull_away(codes: Tensor) -> Tensor:
    """Mean squared cosine between different rows of codes (R, B, k), (R,).

    The pulling-away term of Zhao et al. 2017, equation 4: 0 for orthogonal rows, 1 for parallel
    ones; 0 where there is one row. A row of zeros is orthogonal to all.
    """
    rows, batch = normalize(codes, dim=-1, eps=1e-6), codes.shape[1]
    # ‖S Sᵀ‖ = ‖Sᵀ S‖ (Frobenius), and codes are narrower than batches.
    all_pairs = torch.bmm(rows.transpose(1, 2), rows).square().sum((1, 2))
    with_itself = rows.square().sum(-1).square().sum(1)
    return (all_pairs - with_itself) / max(batch * (batch - 1), 1)


# -- no D ------------------------------------------------------------------------------------------


def moment_matching_d(real: Tensor, fake: Tensor, bandwidths: tuple[float, ...]) -> Tensor:
    """−MMD²(x, G(z)), which no D is trained for (Gretton et al. 2012, lemma 6).

    Optimum: the witness E k(·, x) − E k(·, G(z)), in closed form.
    """
    return -mmd2(real, fake, bandwidths)


def moment_matching_g(real: Tensor | None, fake: Tensor, bandwidths: tuple[float, ...]) -> Tensor:
    """MMD²(x, G(z)), k = Σ_σ exp(−‖x − y‖² / 2σ²) (Li et al. 2015)."""
    return mmd2(needed(real), fake, bandwidths)


def moment_matching(settings: schema.Objective) -> Objective:
    """Raw outputs are the samples themselves, (R, B, dim)."""
    d_loss = partial(moment_matching_d, bandwidths=settings.bandwidths)
    g_loss = partial(moment_matching_g, bandwidths=settings.bandwidths)
    return pair(d_loss, g_loss, needs_real=True, trains_d=False)


# -- several generators ----------------------------------------------------------------------------


def share_score(logits: Tensor) -> Tensor:
    """s with σ(s) = D_{N+1}, the data's share: logits (R, B, N + 1) to (R, B)."""
    return logits[..., -1] - logits[..., :-1].logsumexp(-1)


def mad_gan_d(real: Tensor, fake: Tensor, smoothing: float = 0.0) -> Tensor:
    """−E log D_{N+1}(x) − Σᵢ E log Dᵢ(Gᵢ(z)), D a softmax (Ghosh et al. 2018, section 3).

    Optimum: D*_{N+1} = p / (p + Σᵢ p_gᵢ).

    Minus this, where the generators' mean is p, is −(N + 1) ln(N + 1) if all are alike, and N ln N
    more if no two make the same samples (theorem 1 there is about the latter).
    """
    generators = fake.shape[-1] - 1
    makers = torch.arange(fake.shape[1], device=fake.device).expand(len(fake), -1) % generators
    told = nll_loss(fake.log_softmax(-1).mT, makers, reduction="none").mean(1)
    loss = generators * told - real.log_softmax(-1)[..., -1].mean(1)
    return loss + smoothing * share_score(real).mean(1) if smoothing else loss


def mad_gan(base: Objective, settings: schema.Objective) -> Objective:
    """N generators against one D; G's losses are ``base``'s, on D's share for the data.

    D is undecided at a share of 1 / (N + 1), where all generators are perfect.
    """

    @wraps(base.g_loss)
    def g_loss(real: Tensor | None, fake: Tensor) -> Tensor:
        return base.g_loss(None, share_score(fake))

    def guess(raw: Tensor) -> Tensor:
        return share_score(raw) + math.log(raw.shape[-1] - 1)

    return pair(
        partial(mad_gan_d, smoothing=settings.label_smoothing),
        g_loss,
        lambda raw: torch.sigmoid(share_score(raw)),
        guess,
        partial(minus, mad_gan_d),
    )


OBJECTIVES: dict[str, Callable[[schema.Objective], Objective]] = {
    "minimax": partial(log_likelihood, minimax_g),
    "non-saturating": partial(log_likelihood, non_saturating_g),
    "wasserstein": lambda settings: pair(critic_d, critic_g),
    "f-gan": f_gan,
    "least-squares": least_squares,
    "hinge": lambda settings: pair(hinge_d, hinge_g, guess=itself),
    "energy": lambda settings: pair(partial(energy_d, margin=settings.margin), energy_g, torch.neg),
    "relativistic": lambda settings: pair(relativistic_d, relativistic_g, needs_real=True),
    "moment-matching": moment_matching,
}
SEVERAL_GENERATORS = ("minimax", "non-saturating")
"""Objectives with a form for more than one generator."""


@lru_cache(maxsize=64)
def objective_of(settings: schema.Objective, generators: int = 1) -> Objective:
    """The objective of an experiment's settings, for so many generators.

    ValueError where the objective has no form for several.
    """
    objective = OBJECTIVES[settings.name](settings)
    if generators == 1:
        return objective
    if settings.name not in SEVERAL_GENERATORS:
        raise ValueError(
            f"objective.name = {settings.name} takes one generator; several need"
            f" {' or '.join(SEVERAL_GENERATORS)}."
        )
    return mad_gan(objective, settings)
