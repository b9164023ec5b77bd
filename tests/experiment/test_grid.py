"""Grids: what a file may say, which cells it makes, and one sentence for whatever is wrong."""

from pathlib import Path

import pytest

from ganlab_gui.experiment.grid import (
    Axis,
    Grid,
    Range,
    build,
    dumps_grid,
    load_grid,
    name_of,
    setting,
)
from ganlab_gui.experiment.io import ExperimentError, dumps, load_preset
from ganlab_gui.experiment.schema import Experiment

GOOD = """
preset = "ring"
steps = 100
runs = 3
seed = 7
[set]
training.batch = 16
"noise.dim" = 4
[[axis]]
path = "training.d_steps"
values = [1, 2, 5]
[[axis]]
path = "generator_optimizer.lr"
also = ["discriminator_optimizer.lr"]
low = 1e-4
high = 1e-1
count = 4
scale = "log"
"""


def read(tmp_path: Path, text: str, *assignments: str) -> Grid:
    path = tmp_path / "grid.toml"
    path.write_text(text)
    return load_grid(path, list(assignments))


def sentences(tmp_path: Path, text: str, *assignments: str) -> list[str]:
    with pytest.raises(ExperimentError) as caught:
        read(tmp_path, text, *assignments)
    return [line.removeprefix(f"{tmp_path / 'grid.toml'}: ") for line in caught.value.lines]


def test_every_pair_of_values_is_a_cell(tmp_path: Path) -> None:
    grid = read(tmp_path, GOOD, "penalty.name=r1")
    assert grid.shape == (3, 4)
    assert len(grid.cells) == 12
    assert grid.cells[:4] == [(0, 0), (1, 0), (2, 0), (0, 1)]
    cell = grid.experiment_of((2, 1))
    assert (cell.training.d_steps, cell.training.batch, cell.noise.dim) == (5, 16, 4)
    assert cell.generator_optimizer.lr == cell.discriminator_optimizer.lr == 1e-3
    assert cell.penalty.name == "r1"
    assert (cell.runs, cell.seed, cell.seeds) == (3, 7, [7, 8, 9])
    assert cell.data == load_preset("ring").data
    assert cell.expect == ()
    assert cell.title == "Ring of eight modes: k (D steps) 5, Learning rate (G and D) 1e−3"


def test_one_setting_is_a_grid_of_one_row(tmp_path: Path) -> None:
    grid = read(tmp_path, 'preset = "ring"\nsteps = 9\n[[axis]]\npath = "clip.c"\nvalues = [0.1]')
    assert grid.shape == (1, 1)
    assert grid.values((0, 0)) == {"clip.c": 0.1}
    assert grid.runs == 8


def test_what_is_written_reads_back_as_the_same_grid(tmp_path: Path) -> None:
    grid = read(tmp_path, GOOD)
    again = tmp_path / "again.toml"
    again.write_text(dumps_grid(grid))
    assert load_grid(again) == grid


def test_an_experiment_may_stand_in_a_file_or_in_the_grid(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(dumps(load_preset("moons")))
    axis = 'steps = 9\n[[axis]]\npath = "clip.c"\nvalues = [0.1]'
    assert read(tmp_path, f'file = "own.toml"\n{axis}').experiment.data.name == "moons"
    inline = read(tmp_path, f'{axis}\n[experiment.data]\nname = "moons"')
    assert inline.experiment.data.name == "moons"


def test_widths_words_and_switches_may_be_varied(tmp_path: Path) -> None:
    axes = (
        '[[axis]]\npath = "generator.hidden"\nvalues = [[8], [16, 16], []]\n'
        '[[axis]]\npath = "data.name"\nvalues = ["ring", "moons", "gaussian"]\n'
    )
    grid = read(tmp_path, f'preset = "ring"\nsteps = 9\n{axes}')
    assert grid.experiment_of((1, 2)).generator.hidden == (16, 16)
    assert grid.experiment_of((1, 2)).dim == 1
    assert grid.cell_words((2, 1)) == "Hidden (G) none, Data two moons"


@pytest.mark.parametrize(
    ("low", "high", "count", "scale", "whole", "values"),
    [
        (0.0, 1.0, 3, "linear", False, [0.0, 0.5, 1.0]),
        (1e-4, 1e-1, 4, "log", False, [1e-4, 1e-3, 1e-2, 1e-1]),
        (0.001, 0.01, 3, "log", False, [0.001, 0.00316, 0.01]),
        (1.0, 16.0, 5, "log", True, [1, 2, 4, 8, 16]),
        (1.0, 3.0, 9, "linear", True, [1, 2, 3]),
    ],
)
def test_a_range_is_even_on_its_scale(low, high, count, scale, whole, values) -> None:
    found = Range(low=low, high=high, count=count, scale=scale).values(whole)
    assert found == values
    assert all(type(value) is type(values[0]) for value in found)


def test_measurements_are_spread_over_the_steps() -> None:
    axis = (Axis(path="clip.c", values=(0.1,)),)
    assert Grid(steps=1000, axis=axis).spacing == 50
    assert Grid(steps=3, axis=axis).spacing == 1
    assert Grid(steps=1000, every=7, axis=axis).spacing == 7


def test_settings_of_any_data_are_known_and_players_named() -> None:
    assert setting(Experiment(), "data.std") is not None
    assert setting(Experiment(), "data.spacing") is not None
    assert setting(Experiment(), "data.nonsense") is None
    assert name_of(Axis(path="discriminator.dropout", values=(0.1,))) == "Dropout (D)"
    assert name_of(Axis(path="training.d_steps", values=(1,))) == "k (D steps)"


BASE = 'preset = "ring"\nsteps = 9\n'
AXIS = '[[axis]]\npath = "clip.c"\nvalues = [0.1]\n'
BAD = {
    "no experiment": (
        "steps = 9\n" + AXIS,
        "the experiment must be given once, as one of preset, file or [experiment].",
    ),
    "two experiments": ('file = "a.toml"\n' + BASE + AXIS, "must be given once"),
    "experiment in words": ('steps = 9\nexperiment = "ring"\n' + AXIS, "must be a table"),
    "preset in numbers": ("steps = 9\npreset = 3\n" + AXIS, "preset: must be text."),
    "no steps": ('preset = "ring"\n' + AXIS, "steps: is missing."),
    "no axis": (BASE, "axis: one or two settings are varied, each an [[axis]]."),
    "axis without one": (
        "axis = []\n" + BASE,
        "axis: one or two settings are varied, each an [[axis]].",
    ),
    "three axes": (BASE + AXIS * 3, "axis: one or two settings are varied, each an [[axis]]."),
    "no such setting": (
        BASE + '[[axis]]\npath = "a.b"\nvalues = [1]',
        "axis.0: a.b: no such setting.",
    ),
    "seed": (
        BASE + '[[axis]]\npath = "seed"\nvalues = [1]',
        "axis.0: seed is no axis; runs and seed say which seeds.",
    ),
    "twice": (BASE + AXIS * 2, "clip.c is varied twice; a setting may be varied once."),
    "value twice": (
        BASE + '[[axis]]\npath = "clip.c"\nvalues = [0.1, 0.2, 0.1]',
        "0.1 is there twice; every value may be there once.",
    ),
    "no values": (BASE + '[[axis]]\npath = "clip.c"', "axis.0.values: is missing."),
    "both": (
        BASE + '[[axis]]\npath = "clip.c"\nvalues = [1]\nlow = 1.0',
        "axis.0: give either values or low, high and count, not both.",
    ),
    "no count": (BASE + '[[axis]]\npath = "clip.c"\nlow = 1.0\nhigh = 2.0', "count: is missing."),
    "downwards": (
        BASE + '[[axis]]\npath = "clip.c"\nlow = 2.0\nhigh = 1.0\ncount = 3',
        "axis.0: high: is 1.0; must be greater than low, 2.",
    ),
    "log of nothing": (
        BASE + '[[axis]]\npath = "clip.c"\nlow = 0.0\nhigh = 1.0\ncount = 3\nscale = "log"',
        "axis.0: low: is 0.0; must be greater than 0 on a log scale.",
    ),
    "range of words": (
        BASE + '[[axis]]\npath = "objective.name"\nlow = 0.0\nhigh = 1.0\ncount = 3',
        "axis.0: objective.name is no number; give its values as a list.",
    ),
    "bad value": (
        BASE + '[[axis]]\npath = "training.d_steps"\nvalues = [1, 500]',
        "cell training.d_steps = 500: training.d_steps: is 500; must be at most 100.",
    ),
    "bad pair": (
        BASE
        + '[[axis]]\npath = "generator.count"\nvalues = [1, 4]\n'
        + '[[axis]]\npath = "objective.name"\nvalues = ["minimax", "hinge", "wasserstein"]',
        "cell generator.count = 4, objective.name = 'hinge' (and 1 more): generator.count: is 4;"
        " several generators play with the loss minimax or non-saturating only.",
    ),
    "too many": (
        BASE
        + '[[axis]]\npath = "clip.c"\nlow = 0.1\nhigh = 1.0\ncount = 64\n'
        + '[[axis]]\npath = "penalty.weight"\nlow = 0.1\nhigh = 1.0\ncount = 64',
        "the grid has 4096 cells; allowed are 1024 at most.",
    ),
    "set": (BASE + AXIS + "[set]\na.b = 1", "set: a.b: no such setting."),
    "set in words": ('set = "x"\n' + BASE + AXIS, "set: must be a table of settings."),
    "TOML": ("steps =", "not valid TOML"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_told_in_one_sentence(case: str, tmp_path: Path) -> None:
    text, sentence = BAD[case]
    (line,) = sentences(tmp_path, text)
    assert sentence in line


def test_all_errors_are_told_at_once(tmp_path: Path) -> None:
    text = 'preset = "nothing"\nsteps = 9\n[set]\na.b = 1\n' + AXIS
    lines = sentences(tmp_path, text, "c.d")
    assert len(lines) == 3
    for part in ("nothing: no preset of that name", "a.b: no such setting", "--set c.d"):
        assert any(part in line for line in lines)
    lines = sentences(tmp_path, 'preset = "ring"\nsteps = 0\nruns = 0\nseeds = 1\n' + AXIS)
    assert len(lines) == 3


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExperimentError, match=r"none\.toml: no such file"):
        load_grid(tmp_path / "none.toml")


def test_a_grid_of_plain_tables_is_checked_alike() -> None:
    axis = {"path": "training.d_steps", "low": 1, "high": 4, "count": 4}
    grid = build({"steps": 9, "runs": 2, "axis": [axis]}, Experiment())
    assert grid.axis[0].values == (1, 2, 3, 4)
    with pytest.raises(ExperimentError, match="grid: axis: is 3; must be a list"):
        build({"steps": 9, "axis": 3}, Experiment())
