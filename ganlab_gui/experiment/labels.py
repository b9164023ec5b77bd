"""How raw values of settings are read aloud, the same on controls, time axes and messages."""

CHOICE_LABELS = {
    "non-saturating": "non-saturating",
    "wasserstein": "Wasserstein",
    "gradient": "gradient (WGAN-GP)",
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
    "gaussian": "Gaussian",
    "gaussian-mixture": "Gaussian mixture",
    "laplace": "Laplace",
    "mad-gan": "MAD-GAN mixture",
    "gaussian-2d": "Gaussian in 2-D",
    "moons": "two moons",
    "circles": "two circles",
    "swiss-roll": "Swiss roll",
    "file": "a file…",
    "drawn": "drawn by hand…",
}
"""Readable names of raw values; the others are read as they are."""
