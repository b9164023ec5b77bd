"""Closed forms to teach with and to test against.

What rests on scipy is loaded when it is first asked for, so that a window opens without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ganlab_gui.core.theory.gaussian_fit import Fit, fit_gaussian, local_minima
    from ganlab_gui.core.theory.shift import SHIFTS, Shift

__all__ = ["SHIFTS", "Fit", "Shift", "fit_gaussian", "local_minima"]

HOMES = {
    "Fit": "gaussian_fit",
    "fit_gaussian": "gaussian_fit",
    "local_minima": "gaussian_fit",
    "SHIFTS": "shift",
    "Shift": "shift",
}
"""Names to the modules of this package that have them."""


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
    globals()[name] = found
    return found
