"""What takes too long for the window: computed in a process of its own, answer by answer.

A study is a generator function. It yields (share, result) as often as it has something to show, at
least every 0.2 s or so: between two answers it can be given up for a newer request. ``share`` in
[0, 1] says how far it is; the last answer has 1. Arguments and results are plain values and NumPy
arrays. Its module is read in that process only, and may import torch.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

Study = Callable[..., Iterator[tuple[float, Any]]]

STUDIES: dict[str, str] = {
    "gaussian-fit": "fit_gaussian.fit",
    "gaussian-fits": "fit_gaussian.all_fits",
    "gaussian-training": "fit_gaussian.train",
    "fit-discriminator": "fit_discriminator.fit",
    "critics": "critics.train",
    "collapse-pictures": "collapse_pictures.train",
    "two-sample-power": "two_sample.power",
    "two-sample-repeats": "two_sample.repeats",
    "parzen-validation": "parzen.validation",
    "parzen-ranking": "parzen.ranking",
    "parzen-bias": "parzen.bias",
    "vanishing-gradient": "vanishing_gradient.vanishing_gradient",
    "clipped-critics": "clipping_penalty.clipped",
    "penalised-critic": "clipping_penalty.penalised",
}
"""Module of this package and function, as "module.function", by name."""


def study(name: str) -> Study:
    """The study of that name; KeyError where there is none."""
    module, _, function = STUDIES[name].rpartition(".")
    found: Study = getattr(import_module(f"ganlab_gui.lab.studies.{module}"), function)
    return found
