"""The benchmark of grids trains the same work on both sides."""

import pytest

from ganlab_gui.lab import bench_sweep
from ganlab_gui.lab.bench_sweep import SEEDS, grid, grids, timed
from ganlab_gui.lab.sweep.alone import Alone


def test_both_sides_train_the_same_settings() -> None:
    many, one = grid(100, SEEDS), grid(100, 1)
    assert len(many.cells) == 16
    assert many.cells == one.cells
    for cell in many.cells:
        stacked, single = many.experiment_of(cell), one.experiment_of(cell)
        assert stacked == single.model_copy(update={"runs": SEEDS})
        assert stacked.seeds[0] == single.seeds[0]
    assert many.spacing == one.spacing == 50


def test_a_grid_is_timed_by_the_runs_and_steps_it_takes() -> None:
    assert timed(grid(2, 1), Alone()) > 0


@pytest.mark.slow
def test_the_figure_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_sweep, "QUICK_STEPS", 4)
    (figure,) = grids(quick=True)
    assert figure.measured
    assert figure.target == 4
