"""A desktop visual lab for generative adversarial networks.

``load_preset``, ``Experiment`` and ``Trainer`` are loaded on first use, so that the window can open
before torch is imported.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ganlab_gui.experiment.io import load_preset
    from ganlab_gui.experiment.schema import Experiment
    from ganlab_gui.lab.trainer import Trainer

__version__ = "0.1.0"
__all__ = ["Experiment", "Trainer", "load_preset"]

_HOMES = {
    "Experiment": "ganlab_gui.experiment.schema",
    "load_preset": "ganlab_gui.experiment.io",
    "Trainer": "ganlab_gui.lab.trainer",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
