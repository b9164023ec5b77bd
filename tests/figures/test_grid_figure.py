"""A grid on paper: its numbers, its words, its scales, and colours that all can tell apart."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ganlab_gui.experiment.grid import name_of
from ganlab_gui.figures import Style
from ganlab_gui.figures.folder import write_grid
from ganlab_gui.figures.grid import GRID_FIGURES, GridPicture, render_grid
from ganlab_gui.lab.sweep.summary import (
    DIVERGED,
    Scale,
    band,
    measured,
    medians,
    reading_text,
    said,
    scale_of,
    span,
)
from ganlab_gui.palette import PALETTES
from ganlab_gui.scales import heat, ink_on

Made = Callable[..., tuple]


def svg(made: tuple, name: str, measure: str = "js", theme: str = "light") -> str:
    picture = GridPicture(*made, measure)
    return render_grid(name, picture, Style(palette=PALETTES[theme]), "svg").decode()


def test_a_cell_s_number_is_the_median_of_its_seeds(made_grid: Made) -> None:
    grid, results = made_grid()
    table = medians(grid, results, "js")
    assert table[:, 0] == pytest.approx([0.1, 0.11], abs=1e-6)
    assert table[0, 1] == pytest.approx(0.2, abs=1e-6)
    assert np.isnan(table[0, 2]), "all seeds have diverged"
    assert np.isnan(table[1, 2]), "there is no result"
    assert medians(grid, results, DIVERGED)[0].tolist() == [0, 0.25, 1]


def test_a_band_goes_from_the_least_to_the_greatest_seed(made_grid: Made) -> None:
    _, results = made_grid()
    found = band(results[0, 0], "js")
    assert found.steps.tolist() == [100, 200, 300, 400]
    assert found.middle == pytest.approx([0.25, 0.2, 0.15, 0.1], abs=1e-6)
    assert found.high - found.low == pytest.approx(np.full(4, 0.04), abs=1e-6)
    assert band(results[1, 0], DIVERGED).middle.tolist() == [0.25] * 4
    assert len(band(results[0, 0], "w1").steps) == 0


def test_the_axis_holds_the_medians_whatever_one_seed_does(made_grid: Made) -> None:
    _, results = made_grid()
    results[0, 0].history.measures.values[-1, 0, 0] = 1e26
    found = span(results, "js")
    assert found.low > 0
    assert 0.4 < found.high < 10


def test_a_scale_is_even_or_where_numbers_are_far_apart_logarithmic() -> None:
    even = scale_of(np.array([[1.0, np.nan], [3.0, 5.0]]))
    assert even == Scale(1.0, 5.0)
    assert even.shares(np.array([1.0, 3.0])).tolist() == [0.0, 0.5]
    far = scale_of(np.array([1e-3, 1.0, 1e3]))
    assert far.log
    assert far.value(0.5) == pytest.approx(1.0)
    assert far.shares(np.array([1.0]))[0] == pytest.approx(0.5)
    assert scale_of(np.array([2.0, 2.0])).shares(np.array([2.0]))[0] == 0
    assert scale_of(np.array([np.nan])) == Scale(0.0, 1.0)


@pytest.mark.parametrize(
    ("value", "text"),
    [(8.0, "8"), (0.12345, "0.123"), (-0.0123, "−0.0123"), (2e-5, "2.0e−5"), (float("nan"), "–")],
)
def test_readings_have_three_digits(value: float, text: str) -> None:
    assert reading_text(value) == text


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_colours_grow_evenly_in_lightness_and_text_can_be_read_on_them(palette) -> None:
    colours = heat(palette, 24) / 255
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    steps = np.diff(np.cbrt(luminance))
    assert (steps > 0).all() if palette.dark else (steps < 0).all()
    assert np.abs(steps).max() < 3 * np.abs(steps).mean()
    for colour, light in zip(heat(palette, 24), luminance, strict=True):
        ink = 1.0 if ink_on(colour) == "#ffffff" else 0.0085
        assert (max(ink, light) + 0.05) / (min(ink, light) + 0.05) > 4


def test_the_heat_map_says_numbers_units_and_what_diverged(made_grid: Made) -> None:
    told = svg(made_grid(), "heat")
    words = ("0.1", "0.11", "0.2", "nats", "median of 4 seeds", "less is better", "400")
    words += ("diverged", "1 of 4 diverged", "k (D steps)", "c clip", "0.01", "–")
    assert all(f">{word}" in told or f"{word}<" in told for word in words)
    assert "more is better" in svg(made_grid(), "heat", "modes_captured")


def test_curves_say_what_line_and_band_are(made_grid: Made) -> None:
    told = svg(made_grid(), "curves")
    assert "line: median of 4 seeds; band: least to greatest" in told
    assert told.count("c clip") == 2, "a panel for each value of the second setting"


@pytest.mark.parametrize("dim", [1, 2])
@pytest.mark.parametrize("theme", PALETTES)
def test_small_multiples_are_drawn_in_line_and_plane(made_grid: Made, dim: int, theme: str) -> None:
    told = svg(made_grid(dim), "multiples", theme=theme)
    assert "Made" in told
    assert told.count("diverged") == 2
    assert "seed 0" in told


def test_every_figure_is_the_same_bytes_twice_and_unknown_ones_are_refused(made_grid: Made) -> None:
    picture = GridPicture(*made_grid())
    for name in GRID_FIGURES:
        assert render_grid(name, picture, format="svg") == render_grid(name, picture, format="svg")
    with pytest.raises(ValueError, match="no such figure; allowed: heat"):
        render_grid("pie", picture)
    with pytest.raises(ValueError, match="allowed: pdf"):
        render_grid("heat", picture, format="gif")


def test_a_grid_of_one_setting_and_one_of_nothing_yet_are_drawn(made_grid: Made) -> None:
    grid, results = made_grid()
    row = grid.model_copy(update={"axis": grid.axis[:1]})
    first = {cell: result for cell, result in results.items() if cell[1] == 0}
    for name in GRID_FIGURES:
        assert render_grid(name, GridPicture(row, first), format="png").startswith(b"\x89PNG")
        assert render_grid(name, GridPicture(grid, {}), format="png").startswith(b"\x89PNG")


def test_every_measure_there_is_becomes_files(made_grid: Made, tmp_path: Path) -> None:
    grid, results = made_grid()
    assert measured(results) == ["js", "modes_captured", DIVERGED]
    assert said("average_js").average
    paths = write_grid(grid, {(0, 0): results[0, 0]}, tmp_path)
    names = ["multiples", *(f"{k}-{m}" for m in measured(results) for k in ("heat", "curves"))]
    assert [path.name for path in paths] == [f"{n}.{s}" for n in names for s in ("pdf", "png")]
    assert all(path.stat().st_size > 1000 for path in paths)
    for name in names:
        assert rf"{{{name}.pdf}}" in (tmp_path / f"{name}.tex").read_text(encoding="utf-8")
    told = (tmp_path / "heat-js.txt").read_text(encoding="utf-8")
    assert "in every cell of a grid, the median of the seeds, after 400 training steps. " in told
    assert all(f"{name_of(axis)} = " in told for axis in grid.axis)
    assert "otherwise: Data: " in told
