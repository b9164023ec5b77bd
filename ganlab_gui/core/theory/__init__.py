"""Closed forms to teach with and to test against. NumPy only."""

from ganlab_gui.core.theory.shift import SHIFTS, Shift

__all__ = ["SHIFTS", "Shift"]
