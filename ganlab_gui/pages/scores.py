"""Inception score, Fréchet distance and MMD on a ring or grid of modes: which notices what."""

from functools import lru_cache
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field
from scipy.special import entr

from ganlab_gui.core.measures import moments as estimates
from ganlab_gui.core.measures.modes import mode_coverage
from ganlab_gui.core.theory import score_models as models
from ganlab_gui.core.theory.score_models import TARGETS, Array, Generated, Scores
from ganlab_gui.core.theory.scores import inception_score
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.numbers import NARROW, signed
from ganlab_gui.pages.page import Button, Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import Axes, Plate, Row, Table
from ganlab_gui.pages.score_pictures import STYLES, cloud_axes, curve_axes, label_axes

N = 400
SPREADS = tuple(np.geomspace(0.05, 5.0, 41).tolist())
WIDTHS = tuple(np.geomspace(0.05, 5.0, 17).tolist())
NOISES = np.concatenate([np.linspace(0.0, 0.08, 17), np.linspace(0.1, 1.0, 37)])
"""Closer together where the curves bend."""
OF_MODES = ("model", ("modes",))


class ScoresSettings(Settings):
    target: Annotated[
        Literal["ring", "grid"],
        Field(description="The data: 8 modes on a ring or 25 on a grid."),
        Knob("Data", "Page"),
    ] = "ring"
    model: Annotated[
        Literal["modes", "one Gaussian", "memorised"],
        Field(
            description="What generates: the data's modes, changed; one Gaussian with the data's"
            " mean and covariance; or training points, repeated."
        ),
        Knob("Generator", "Page"),
    ] = "modes"
    spread: Annotated[
        float,
        Field(ge=0.05, le=5.0, description="Standard deviation of a mode, in those of the data's."),
        Knob("Spread of a mode", "Page", scale="log", when=OF_MODES),
    ] = 0.3
    dropped: Annotated[
        int,
        Field(ge=0, le=24, description="Modes that are not generated at all; one always stays."),
        Knob("Modes dropped", "Page", when=OF_MODES),
    ] = 0
    order: Annotated[
        Literal["neighbours", "spread out"],
        Field(description="Whether the modes kept lie side by side or all over the data."),
        Knob("Which ones", "Page", when=OF_MODES),
    ] = "neighbours"
    points: Annotated[
        int,
        Field(ge=8, le=200, description="Training points that are repeated for ever."),
        Knob("Points known", "Page", scale="log", when=("model", ("memorised",))),
    ] = 80
    noise: Annotated[
        float,
        Field(ge=0.0, le=1.0, description="Share of samples from a wide Gaussian, std 2.5."),
        Knob("Share of noise", "Page"),
    ] = 0.0
    bandwidth: Annotated[
        float,
        Field(ge=0.05, le=5.0, description="Width h of MMD's Gaussian kernel."),
        Knob("Kernel width h", "Page", scale="log", formula="k = exp(−‖x − y‖² / 2h²)"),
    ] = 1.0


def kept(settings: ScoresSettings) -> int:
    """How many modes are generated."""
    return max(1, TARGETS[settings.target].modes - settings.dropped)


def generated(settings: ScoresSettings) -> Generated:
    """The generator of these settings."""
    s = settings
    if s.model == "one Gaussian":
        return models.one_gaussian(s.noise, s.target)
    if s.model == "memorised":
        return models.memorised(s.points, s.noise, s.target)
    return models.modes_model(s.spread, kept(s), s.order, s.noise, s.target)


@lru_cache(maxsize=1)
def _numbers() -> tuple[Array, Array, Array, Array]:
    rng = np.random.default_rng(4)
    shape = (N, 2)
    return rng.random(N), rng.standard_normal(shape), rng.random(N), rng.standard_normal(shape)


def plate(settings: ScoresSettings, finds: Finds, tr: Translate) -> Plate:
    """The cloud, what IS sees, the table, and each score over spread, modes kept and noise."""
    model = generated(settings)
    now = models.scores_of(model, settings.bandwidth)
    lost = {k: float(v) for k, v in _lost(settings, now).items()}
    numbers = _numbers()
    data = models.perfect(settings.target).sample(*numbers[:2])
    samples = model.sample(*numbers[2:])
    return Plate(
        (
            Row(
                (
                    cloud_axes(model, data, samples, tr),
                    label_axes(now, tr),
                    _table(settings, model, now, lost, data, samples, tr),
                ),
                1.3,
                (1.0, 0.8, 1.1),
            ),
            Row(_curves(settings, model, tr)),
        ),
        caption=_caption(settings, model, now, lost, tr),
        notes=(
            tr("IS: quadrature, error below 1e-4; FID and MMD² between mixtures: closed form;"
               " high quality (within 3 σ of a mode): closed form"),
            tr("lost: 0 % at the data, 100 % with everything on the centre of one mode;"
               " of IS its logarithm's share"),
            {
                "ring": tr("8 modes of weight 1/8, radius 2, σ = 0.2; p(y|x) is their true"
                           " posterior"),
                "grid": tr("25 modes of weight 1/25, 2 apart, σ = 0.2; p(y|x) is their true"
                           " posterior"),
            }[settings.target],
        ),
    )  # fmt: skip


def _lost(settings: ScoresSettings, scores: Scores, width: float = 0.0) -> dict[str, Array]:
    return models.lost(scores, width or settings.bandwidth, settings.target)


@lru_cache(maxsize=2)
def _along_widths(settings: ScoresSettings) -> dict[str, Array]:
    """What each score loses, (W,), at each kernel width of WIDTHS."""
    model = generated(settings)
    each = [_lost(settings, models.scores_of(model, width), width) for width in WIDTHS]
    return {name: np.array([float(one[name]) for one in each]) for name in STYLES}


def _curves(settings: ScoresSettings, model: Generated, tr: Translate) -> tuple[Axes, ...]:
    s, h = settings, settings.bandwidth
    along_noise = _lost(s, models.scores_along_noise(model, NOISES, h))
    noise = curve_axes("noise", NOISES, along_noise, s.noise, tr("Add noise"),
                       tr("share of noise"), tr)  # fmt: skip
    if s.model != "modes":
        widths = _along_widths(s.model_copy(update={"bandwidth": 1.0}))
        return noise, curve_axes(
            "bandwidth", np.array(WIDTHS), widths, h, tr("The kernel decides what MMD sees"),
            tr("kernel width h"), tr,
        )  # fmt: skip
    spread = _lost(s, models.scores_along_spread(model, SPREADS, h))
    counts = _lost(s, models.scores_along_kept(model, s.order, h))
    return (
        curve_axes("spread", np.array(SPREADS), spread, s.spread, tr("Shrink, blur"),
                   tr("std of a mode / the data's"), tr),
        curve_axes("dropped", np.arange(1.0, TARGETS[s.target].modes + 1), counts, kept(s),
                   tr("Drop modes"), tr("modes kept"), tr),
        noise,
    )  # fmt: skip


def _table(
    settings: ScoresSettings, model: Generated, now: Scores, lost: dict[str, float],
    data: Array, samples: Array, tr: Translate,
) -> Table:  # fmt: skip
    true = TARGETS[settings.target].data
    posterior = true.posterior(samples)
    estimate = inception_score(entr(posterior).sum(axis=1).mean(), posterior.mean(axis=0))
    coverage = mode_coverage(samples, true.means, true.std)
    perfect = models.scores_of(models.perfect(settings.target), 1.0)
    true_quality = true.high_quality(true.means, true.stds, true.weights)
    quality = true.high_quality(model.means, model.stds, model.weights)
    rows = (
        (tr("Inception score ↑"), f"{now.inception:.3f}", f"{perfect.inception:.3f}",
         _percent(lost["inception"]), f"{estimate:.2f}"),
        (tr("Fréchet distance ↓"), f"{now.fid:.4f}", "0", _percent(lost["fid"]),
         f"{estimates.frechet(data, samples):.3f}"),
        (tr("MMD² ↓"), f"{now.mmd2:.4f}", "0", _percent(lost["mmd2"]),
         signed(float(estimates.mmd2(data, samples, settings.bandwidth)), 4)),
        (tr("reverse KL ↓"), f"{models.reverse_kl(now.labels):.3f}", "0", "",
         f"{coverage.reverse_kl:.3f}"),
        (tr("high quality"), f"{quality:.1%}".replace("%", " %"),
         f"{true_quality:.1%}".replace("%", " %"), "",
         f"{coverage.high_quality:.1%}".replace("%", " %")),
    )  # fmt: skip
    return Table(
        (tr("Score"), tr("here"), tr("data"), tr("lost"), f"n = {N}"),
        rows,
        (*(role for role, _ in STYLES.values()), "quiet", "quiet"),
        tr("Exact, and estimated from {0} samples").format(N),
    )


def _percent(share: float) -> str:
    return f"{signed(100.0 * share, 1 if abs(share) >= 0.01 else 2)}{NARROW}%"


def _caption(
    settings: ScoresSettings, model: Generated, now: Scores, lost: dict[str, float], tr: Translate
) -> str:
    clean, true = settings.noise == 0.0, TARGETS[settings.target].data
    here, modes = kept(settings), len(true.means)
    if settings.model == "one Gaussian" and clean:
        near = true.high_quality(model.means, model.stds, model.weights)
        return tr(
            "One Gaussian with the data's mean and covariance: FID = 0, though only {0} % of the"
            " samples lie near a mode."
        ).format(f"{100 * near:.0f}")
    if settings.model == "memorised" and clean:
        return tr(
            "{0} training points and nothing else: IS = {1} of {2}. A score sees samples, and these"
            " are samples of the data; nobody asks whether they are new."
        ).format(settings.points, f"{now.inception:.2f}", modes)
    if settings.model == "modes" and here < modes and now.fid < 1e-9:
        return tr(
            "Only {0} of {1} modes are left, and FID = 0: mean and covariance are the data's."
        ).format(here, modes)
    if settings.model == "modes" and clean and here == modes and settings.spread < 1.0:
        return tr(
            "Each mode is shrunken to {0} of its spread: IS does not fall but rises, to {1};"
            " FID loses {2}, MMD² at h = {3} loses {4}."
        ).format(
            f"{settings.spread:.2g}", f"{now.inception:.4f}", _percent(lost["fid"]),
            f"{settings.bandwidth:.2g}", _percent(lost["mmd2"]),
        )  # fmt: skip
    return tr(
        "Of what everything on one point would cost, this costs IS {0}, FID {1}, MMD² {2}."
    ).format(*(_percent(lost[name]) for name in STYLES))


SCENES: dict[str, dict[str, Any]] = {
    "perfect": {"model": "modes", "spread": 1.0, "dropped": 0, "noise": 0.0},
    "shrunken": {"model": "modes", "spread": 0.1, "dropped": 0, "noise": 0.0},
    "four": {"model": "modes", "spread": 1.0, "order": "spread out", "noise": 0.0},
    "gaussian": {"model": "one Gaussian", "noise": 0.0},
    "memorised": {"model": "memorised", "points": 80, "noise": 0.0},
}


def drag(settings: ScoresSettings, key: str, x: float, y: float) -> dict[str, Any]:
    return {key: TARGETS[settings.target].modes - x if key == "dropped" else x}


def click(settings: ScoresSettings, key: str) -> dict[str, Any]:
    four = {"dropped": TARGETS[settings.target].modes - 4} if key == "four" else {}
    return SCENES.get(key, {}) | four


def formulas(settings: ScoresSettings) -> tuple[str, ...]:
    return (
        r"$\mathrm{IS}=\exp E_x\,\mathrm{KL}(p(y|x)\,\|\,p(y))=\exp\left(H(y)-E\,H(y|x)\right)$",
        r"$\mathrm{FID}=\|\mu_1-\mu_2\|^2+\mathrm{Tr}\left(\Sigma_1+\Sigma_2"
        r"-2(\Sigma_1\Sigma_2)^{1/2}\right)$",
        r"$\mathrm{MMD}^2=E\,k(x,x')+E\,k(y,y')-2\,E\,k(x,y)$",
    )


PAGE = Page(
    settings=ScoresSettings,
    plate=plate,
    formulas=formulas,
    source="Salimans et al. 2016; Heusel et al. 2017; Gretton et al. 2012; Barratt & Sharma 2018",
    drag=drag,
    click=click,
    sweep=Sweep("spread"),
    buttons=(
        Button("perfect", "Perfect", "The generator is the data"),
        Button("shrunken", "Shrunken modes", "All modes there, each nearly a point: ask IS"),
        Button("four", "Four modes", "Few modes, the same mean and covariance: ask FID"),
        Button("gaussian", "One Gaussian", "The same moments and no mode at all: ask FID"),
        Button("memorised", "Memorised", "Training points only: ask any of them"),
    ),
    links=(
        Link("MMD as a test", page="two-sample-tests"),
        Link("Likelihood is not quality either", page="likelihood-quality"),
        Link("Modes dropped in training", preset="ring-collapse"),
        Link("A mode shrinks to a point", preset="helvetica"),
    ),
)
