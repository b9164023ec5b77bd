"""How raw values of settings are read aloud, the same on controls, time axes and messages."""

from typing import Any

CHOICE_LABELS = {
    "non-saturating": "non-saturating",
    "wasserstein": "Wasserstein",
    "f-gan": "f-GAN",
    "least-squares": "least squares (LSGAN)",
    "energy": "energy (EBGAN)",
    "relativistic": "relativistic average",
    "moment-matching": "moment matching (GMMN)",
    "js": "JS divergence",
    "w1": "W₁",
    "kl": "KL",
    "tv": "total variation",
    "mmd2": "MMD²",
    "frechet": "Fréchet distance",
    "modes_captured": "modes captured",
    "high_quality": "high-quality share",
    "reverse_kl": "reverse KL over modes",
    "average_js": "JS of the averaged G",
    "average_w1": "W₁ of the averaged G",
    "g_gradient": "gradient of G, ‖∇‖",
    "all": "all runs have",
    "any": "any run has",
    "reverse-kl": "reverse KL",
    "pearson": "Pearson χ²",
    "neyman": "Neyman χ²",
    "squared-hellinger": "squared Hellinger",
    "jeffrey": "Jeffrey",
    "jensen-shannon": "Jensen–Shannon",
    "gan": "GAN",
    "gradient": "gradient (WGAN-GP)",
    "lipschitz": "one-sided (Lipschitz)",
    "r1": "R1",
    "r2": "R2",
    "relu": "ReLU",
    "leaky-relu": "leaky ReLU",
    "elu": "ELU",
    "sgd": "SGD",
    "rmsprop": "RMSProp",
    "adam": "Adam",
    "he": "He",
    "xavier": "Xavier",
    "unit": "[−1, 1]",
    "gaussian": "Gaussian",
    "gaussian-mixture": "Gaussian mixture",
    "laplace": "Laplace",
    "mad-gan": "MAD-GAN mixture",
    "gaussian-2d": "Gaussian in 2-D",
    "moons": "two moons",
    "circles": "two circles",
    "swiss-roll": "Swiss roll",
    "dirac": "Dirac (one point)",
    "file": "a file…",
    "drawn": "drawn by hand…",
    "gaussians": "Gaussians",
    "d": "D itself",
    "one-sided": "one-sided penalty",
    "two-sided": "two-sided penalty",
    "mmd": "MMD²",
    "Kolmogorov-Smirnov": "Kolmogorov-Smirnov",
    "wgan": "WGAN",
    "wgan-clip": "WGAN, clipped",
    "wgan-gp": "WGAN-GP",
    "bilinear": "bilinear: x y",
    "belief-net": "belief net",
    "flow": "normalising flow",
    "vae": "VAE",
    "boltzmann": "Boltzmann machine",
    "gsn": "GSN",
}
"""Readable names of raw values; the others are read as they are."""


def value_text(value: Any) -> str:
    """A value as short as it can be said: 1e-3, 0.02, 128, 32 · 32, Adam, on."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list | tuple):
        return " · ".join(map(value_text, value)) or "none"
    if isinstance(value, str):
        return CHOICE_LABELS.get(value, value)
    if not isinstance(value, float):
        return str(value)
    if value and (abs(value) < 0.01 or abs(value) >= 1e5):
        mantissa, exponent = f"{value:.3e}".split("e")
        return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}".replace("-", "−")
    return f"{value:.4g}".replace("-", "−")
