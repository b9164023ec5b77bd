"""How far D's axis goes in the 1-D picture."""

import numpy as np
import pytest

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.sight import MORE, in_sight, lines_of
from ganlab_gui.lab.snapshot import Snapshot

XS = np.linspace(-4, 4, 101, dtype=np.float32)


def taken(kind, d, best=None, threshold=None):
    p = np.where(np.abs(XS) < 2, 0.25, 0).astype(np.float32)
    optimum = None if best is None else np.float32(best)[None]
    return Snapshot(
        3, 1, (0,), Reading(kind, threshold), xs=XS, d=np.float32(d)[None], optimum=optimum,
        p_data=p, p_generated=p[None],
    )  # fmt: skip


def sight(snapshot):
    d, best = lines_of(snapshot, 0)
    return tuple(in_sight(snapshot, 0, d, best))


def test_a_critic_is_shown_whole():
    assert sight(taken("critic", XS)) == (-4, 4)
    assert sight(taken("critic", np.where(XS > 3, np.nan, XS)))[1] <= 3


def test_others_are_judged_where_there_is_something():
    low, high = sight(taken("score", XS, threshold=0.0))
    assert (low, high) == pytest.approx((-1.92, 1.92))


def test_the_threshold_is_in_sight():
    assert sight(taken("bound", XS, threshold=5.0))[1] == 5.0


@pytest.mark.parametrize("far", [50.0, 1e9, np.inf])
def test_an_optimum_beyond_is_followed_a_little(far):
    low, high = sight(taken("bound", XS, np.where(XS > 1, far, XS), threshold=0.0))
    assert low == pytest.approx(-1.92)
    assert high <= 1.92 + MORE * 3.84 + 1e-5


def test_energies_are_turned_round():
    d, best = lines_of(taken("energy", -np.abs(XS), -np.ones_like(XS)), 0)
    np.testing.assert_array_equal(d, np.abs(XS))
    assert (best[np.isfinite(best)] == 1).all()


def test_what_is_not_finite_does_not_count():
    low, high = sight(taken("score", np.full_like(XS, np.nan), threshold=None))
    assert np.isfinite([low, high]).all()
