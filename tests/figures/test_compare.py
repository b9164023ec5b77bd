"""The figure of two runs: both curves on one axis, floors, what differs, and the page of both."""

import re
from dataclasses import replace

import numpy as np
import pytest

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures import Picture, Style, render
from ganlab_gui.figures.caption import caption
from ganlab_gui.figures.compare import best_columns
from ganlab_gui.figures.panels import figure_compare, figure_page
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, History
from ganlab_gui.lab.snapshot import Scene


def picture(runs: int = 1, extent: float = 3.0, **values: object) -> Picture:
    rng = np.random.default_rng(runs)
    experiment = with_values(Experiment(runs=runs, title="Ring"), values)
    scene = Scene(
        2, runs, np.full(2, -extent), np.full(2, extent), np.float32(rng.normal(size=(50, 2)))
    )
    history = History(runs, 0)
    steps = np.arange(1, 61)
    history.rows.extend(steps, rng.random((60, runs, len(ROW_COLUMNS))))
    history.measures.extend(steps[::10], rng.random((6, runs, len(MEASURE_COLUMNS))))
    history.floors = {"js": (0.01, 0.02)}
    return Picture(experiment, scene, None, history, {})


def texts(svg: bytes) -> list[str]:
    return re.findall(r">([^<]+)</text>", svg.decode())


def test_both_curves_stand_on_one_axis_told_apart_by_line_and_colour() -> None:
    shown = replace(
        picture(), rival=picture(2, **{"training.d_steps": 5}), options={"curves": ["js"]}
    )
    (ax,) = figure_compare(shown, Style()).axes
    a, b, squares = ax.lines
    np.testing.assert_allclose(a.get_ydata(), shown.history.measures.column("js")[:, 0], rtol=1e-6)
    assert shown.rival is not None
    median = np.median(shown.rival.history.measures.column("js"), axis=1)
    np.testing.assert_allclose(b.get_ydata(), median, rtol=1e-6)
    assert a.get_linestyle() != b.get_linestyle()
    assert a.get_color() != b.get_color() == squares.get_color()
    assert squares.get_marker() == "s"
    assert len(ax.patches) == 2  # what a perfect generator reads, on either side


def test_what_differs_is_said() -> None:
    other = picture(2, **{"training.d_steps": 5, "objective.name": "wasserstein"})
    found = texts(render("compare", replace(picture(), rival=other), Style(), "svg"))
    assert {"k 1 | 5", "Loss non-saturating | Wasserstein", "Runs 1 | 2"} <= set(found)


def test_the_caption_says_whose_settings_it_tells() -> None:
    shown = replace(picture(), rival=picture(1, **{"training.d_steps": 5}))
    said = caption("compare", shown)
    assert "two runs over each other: A solid, B dash-dotted with squares" in said
    assert "These settings are A's; A and B differ in: k 1 | 5." in said
    assert "side by side" in caption("page", replace(shown, rival=picture()))
    assert "are the same." in caption("page", replace(shown, rival=picture()))
    assert "differ" not in caption("compare", picture())


def test_the_page_of_two_has_both_pictures_over_one_range() -> None:
    shown = replace(picture(), rival=picture(1, 5.0))
    axes = figure_page(shown, Style()).axes
    ranges = [ax.get_xlim() for ax in axes[:2]]
    assert ranges[0] == ranges[1] == (-5.0, 5.0)
    assert len(axes) == 2 + 3  # the curves below: no modes are known here


def test_a_run_alone_is_drawn_alone() -> None:
    assert all(len(ax.lines) == 1 for ax in figure_compare(picture(), Style()).axes)
    assert len(figure_compare(replace(picture(), options={"curves": []}), Style()).axes) == 0


@pytest.mark.parametrize(
    ("width", "height", "columns"), [(800, 100, 4), (100, 800, 1), (300, 190, 2)]
)
def test_plots_are_arranged_to_be_largest(width: float, height: float, columns: int) -> None:
    assert best_columns(4, width, height) == columns
