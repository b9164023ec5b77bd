"""When a run stopped being finite, read from the rows: from then on all of its columns are NaN."""

import numpy as np

from ganlab_gui.lab.history import History


def diverged_at(history: History, run: int) -> int | None:
    """Step at which ``run`` diverged; None while it is finite, or before its first row."""
    rows = history.rows
    if not len(rows) or not np.isnan(rows.values[-1, run]).all():
        return None
    finite = np.asarray(np.isfinite(rows.values[:, run]).any(axis=1))
    first = len(finite) - int(finite[::-1].argmax()) if finite.any() else 0
    return int(rows.steps[first])
