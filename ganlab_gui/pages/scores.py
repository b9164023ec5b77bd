"""Inception score, Fréchet distance and MMD on a ring of modes: which of them notices what."""

from functools import lru_cache
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field
from scipy.special import entr

from ganlab_gui.core.measures import moments as estimates
from ganlab_gui.core.measures.modes import mode_coverage
from ganlab_gui.core.theory import score_models as models
from ganlab_gui.core.theory.score_models import MODES, RING, Array, Generated, Scores
from ganlab_gui.core.theory.scores import inception_score
from ganlab_gui.experiment.knob import Knob, Settings
from ganlab_gui.pages.page import Button, Finds, Link, Page, Sweep, Translate
from ganlab_gui.pages.plate import Axes, Plate, Row, Table
from ganlab_gui.pages.score_pictures import STYLES, cloud_axes, curve_axes, label_axes

N = 400
SPREADS = tuple(np.geomspace(0.05, 5.0, 41).tolist())
WIDTHS = tuple(np.geomspace(0.05, 5.0, 17).tolist())
NOISES = np.linspace(0.0, 1.0, 41)
OF_MODES = ("model", ("modes",))


class ScoresSettings(Settings):
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
    kept: Annotated[
        int,
        Field(ge=1, le=MODES, description="Modes that are generated at all."),
        Knob("Modes kept", "Page", when=OF_MODES),
    ] = MODES
    order: Annotated[
        Literal["neighbours", "spread out"],
        Field(description="Whether the modes kept lie side by side or around the ring."),
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


def generated(settings: ScoresSettings) -> Generated:
    """The generator of these settings."""
    if settings.model == "one Gaussian":
        return models.one_gaussian(settings.noise)
    if settings.model == "memorised":
        return models.memorised(settings.points, settings.noise)
    return models.modes_model(settings.spread, settings.kept, settings.order, settings.noise)


@lru_cache(maxsize=1)
def _numbers() -> tuple[Array, Array, Array, Array]:
    rng = np.random.default_rng(4)
    shape = (N, 2)
    return rng.random(N), rng.standard_normal(shape), rng.random(N), rng.standard_normal(shape)


def plate(settings: ScoresSettings, finds: Finds, tr: Translate) -> Plate:
    """The cloud, what IS sees, the table, and each score over spread, modes kept and noise."""
    model = generated(settings)
    now = models.scores_of(model, settings.bandwidth)
    lost = {k: float(v) for k, v in models.lost(now, settings.bandwidth).items()}
    numbers = _numbers()
    data = models.modes_model(1.0, MODES, "neighbours", 0.0).sample(*numbers[:2])
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
            tr("lost: 0 % at the data, 100 % with everything on one point;"
               " of IS its logarithm's share"),
            tr("8 modes of weight 1/8, radius 2, σ = 0.2; p(y|x) is their true posterior"),
        ),
    )  # fmt: skip


def _curves(settings: ScoresSettings, model: Generated, tr: Translate) -> tuple[Axes, ...]:
    s, h = settings, settings.bandwidth
    along_noise = models.lost(models.scores_along_noise(model, NOISES, h), h)
    noise = curve_axes("noise", NOISES, along_noise, s.noise, tr("Add noise"),
                       tr("share of noise"), tr)  # fmt: skip
    if s.model != "modes":
        each = [models.lost(models.scores_of(model, width), width) for width in WIDTHS]
        widths = {name: np.array([float(one[name]) for one in each]) for name in STYLES}
        return noise, curve_axes(
            "bandwidth", np.array(WIDTHS), widths, h, tr("The kernel decides what MMD sees"),
            tr("kernel width h"), tr,
        )  # fmt: skip
    spread = models.lost(models.scores_along_spread(SPREADS, s.kept, s.order, s.noise, h), h)
    kept = models.lost(models.scores_along_kept(s.spread, s.order, s.noise, h), h)
    return (
        curve_axes("spread", np.array(SPREADS), spread, s.spread, tr("Shrink, blur"),
                   tr("std of a mode / the data's"), tr),
        curve_axes("kept", np.arange(1.0, MODES + 1), kept, s.kept, tr("Drop modes"),
                   tr("modes kept"), tr),
        noise,
    )  # fmt: skip


def _table(
    settings: ScoresSettings, model: Generated, now: Scores, lost: dict[str, float],
    data: Array, samples: Array, tr: Translate,
) -> Table:  # fmt: skip
    posterior = RING.posterior(samples)
    estimate = inception_score(entr(posterior).sum(axis=1).mean(), posterior.mean(axis=0))
    coverage = mode_coverage(samples, RING.means, RING.std)
    perfect = models.scores_of(models.modes_model(1.0, MODES, "neighbours", 0.0), 1.0)
    true_quality = RING.high_quality(RING.means, RING.stds, RING.weights)
    quality = RING.high_quality(model.means, model.stds, model.weights)
    rows = (
        (tr("Inception score ↑"), f"{now.inception:.3f}", f"{perfect.inception:.3f}",
         _percent(lost["inception"]), f"{estimate:.2f}"),
        (tr("Fréchet distance ↓"), f"{now.fid:.4f}", "0", _percent(lost["fid"]),
         f"{estimates.frechet(data, samples):.3f}"),
        (tr("MMD² ↓"), f"{now.mmd2:.4f}", "0", _percent(lost["mmd2"]),
         f"{estimates.mmd2(data, samples, settings.bandwidth):.4f}".replace("-", "−")),
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
    digits = 1 if abs(share) >= 0.01 else 2
    return f"{100.0 * share:.{digits}f} %".replace("-", "−")


def _caption(
    settings: ScoresSettings, model: Generated, now: Scores, lost: dict[str, float], tr: Translate
) -> str:
    clean = settings.noise == 0.0
    if settings.model == "one Gaussian" and clean:
        near = RING.high_quality(model.means, model.stds, model.weights)
        return tr(
            "One Gaussian with the data's mean and covariance: FID = 0, though only {0} % of the"
            " samples lie near a mode."
        ).format(f"{100 * near:.0f}")
    if settings.model == "memorised" and clean:
        return tr(
            "{0} training points and nothing else: IS = {1} of 8. A score sees samples, and these"
            " are samples of the data; nobody asks whether they are new."
        ).format(settings.points, f"{now.inception:.2f}")
    if settings.model == "modes" and settings.kept < MODES and now.fid < 1e-9:
        return tr(
            "Only {0} of 8 modes are left, and FID = 0: mean and covariance are those of the data."
        ).format(settings.kept)
    if settings.model == "modes" and clean and settings.kept == MODES and settings.spread < 1.0:
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
    "perfect": {"model": "modes", "spread": 1.0, "kept": MODES, "noise": 0.0},
    "shrunken": {"model": "modes", "spread": 0.1, "kept": MODES, "noise": 0.0},
    "second": {"model": "modes", "spread": 1.0, "kept": 4, "order": "spread out", "noise": 0.0},
    "gaussian": {"model": "one Gaussian", "noise": 0.0},
    "memorised": {"model": "memorised", "points": 80, "noise": 0.0},
}


def drag(settings: ScoresSettings, key: str, x: float, y: float) -> dict[str, Any]:
    return {key: x}


def click(settings: ScoresSettings, key: str) -> dict[str, Any]:
    return SCENES.get(key, {})


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
        Button("second", "Every second mode", "Half of the modes, the same moments: ask FID"),
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
