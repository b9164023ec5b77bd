"""The dance: its numbers are those of the theory, and the start can be dragged in both fields."""

import numpy as np
import pytest

from ganlab_gui.core.theory import dance
from ganlab_gui.pages.dance import PAGE, DanceSettings, moves_of
from ganlab_gui.pages.page import dragged
from ganlab_gui.pages.plate import Dots, Handle, Line


def texts(cell):
    return [say.text for say in cell.says]


def test_the_headers_say_the_growth_of_the_paths_drawn():
    settings = DanceSettings(game="wgan", h=0.2, steps=30)
    left, right = PAGE.plate(settings, {}, str).rows[0].cells
    assert texts(left) == ["r × 1.0198"]
    path = next(i for i in left.items if isinstance(i, Line) and i.line == "solid")
    wanted = dance.paths(moves_of(settings), (1.0, 0.0), 30)[0]
    assert np.array_equal(np.stack([path.x, path.y], 1), wanted)
    assert "≤ 2" in PAGE.plate(settings, {}, str).caption
    assert texts(right)[0].startswith("r × 1.00") or texts(right)[0].startswith("r × 0.99")


def test_eigenvalues_and_multipliers_are_where_they_belong():
    flow, step, radius = PAGE.plate(DanceSettings(), {}, str).rows[1].cells
    crosses = next(i for i in flow.items if isinstance(i, Dots))
    assert np.allclose(crosses.x, 0)
    assert sorted(crosses.y) == pytest.approx([-0.5, 0.5])
    assert texts(step) == ["|μ| 1.0050", "|μ| 1.0000"]
    assert texts(radius) == ["√(1 + h² n_d f′(0)²) = 1.0050"]


def test_beyond_the_bound_the_caption_says_that_both_fly_apart():
    plate = PAGE.plate(DanceSettings(game="bilinear", h=2.1), {}, str)
    assert "both fly apart" in plate.caption
    step = plate.rows[1].cells[1]
    for dots in (i for i in step.items if isinstance(i, Dots)):
        assert step.x[0] < dots.x.min() < dots.x.max() + 1e-9 < step.x[1]
        assert step.y[0] < dots.y.min() < dots.y.max() + 1e-9 < step.y[1]


@pytest.mark.parametrize(
    ("settings", "said"),
    [({"game": "r1", "damping": 0.5}, "spirals in"), ({"game": "r1", "damping": 1.5}, "no longer"),
     ({"game": "r1", "damping": 0.0}, "Nothing is damped"),
     ({"game": "instance-noise", "noise": 0.0}, "Nothing is damped"),
     ({"game": "instance-noise", "noise": 2.0}, "no longer"),
     ({"game": "consensus", "damping": 2.0}, "spirals in"),
     ({"game": "wgan-gp", "damping": 0.0}, "Nothing is damped"), ({"game": "wgan-gp"}, "±1"),
     ({"game": "wgan", "d_steps": 3}, "theory says 1.0583 and 1"),
     ({"theta": 0.0}, "stay there")],
)  # fmt: skip
def test_the_caption_is_true_of_these_very_settings(settings, said):
    assert said in PAGE.plate(DanceSettings(**settings), {}, str).caption


def test_where_the_field_jumps_there_are_no_eigenvalues():
    flow, step, _ = PAGE.plate(DanceSettings(game="wgan-gp"), {}, str).rows[1].cells
    assert texts(flow) == ["none: the field jumps"]
    assert texts(step) == []


def test_the_start_is_dragged_in_both_fields():
    settings = DanceSettings()
    for cell in PAGE.plate(settings, {}, str).rows[0].cells:
        handle = next(i for i in cell.items if isinstance(i, Handle))
        moved = dragged(settings, PAGE.drag(settings, handle.key, 9.0, -1.0))
        assert (moved.theta, moved.psi) == (3.2, -1.0)
