"""``ganlab-gui sweep``: what it writes, what it refuses, and that it goes on where it stopped."""

import csv
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ganlab_gui.cli import main
from ganlab_gui.experiment.grid import load_grid

GRID = """
steps = 30
runs = 2
every = 15
[experiment]
title = "Toy"
[experiment.data]
name = "gaussian"
[experiment.noise]
dim = 1
[experiment.generator]
hidden = [4]
[experiment.discriminator]
hidden = [4]
[experiment.training]
batch = 8
[[axis]]
path = "training.d_steps"
values = [1, 2]
"""
WILD = """
[experiment.penalty]
name = "gradient"
weight = 10000.0
[experiment.discriminator_optimizer]
name = "sgd"
lr = 10.0
"""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    path = tmp_path / "toy.toml"
    path.write_text(GRID)
    return path


def sweep(*arguments: object) -> int:
    return main(["sweep", *map(str, arguments)])


def lines(folder: Path) -> list[dict[str, str]]:
    with (folder / "results.csv").open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_sweep_writes_grid_cells_and_table_and_does_nothing_twice(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "deep" / "out"
    assert sweep(toy, "--out", out, "--workers", 1, "--set", "training.batch=4") == 0
    assert load_grid(out / "grid.toml").experiment.training.batch == 4
    assert sorted(path.name for path in (out / "cells").iterdir()) == ["0-0.npz", "1-0.npz"]
    assert [(line["training.d_steps"], line["seed"]) for line in lines(out)] == [
        ("1", "0"), ("1", "1"), ("2", "0"), ("2", "1"),
    ]  # fmt: skip
    before = {path: path.stat().st_mtime_ns for path in (out / "cells").iterdir()}
    assert sweep("--out", out) == 0
    assert {path: path.stat().st_mtime_ns for path in (out / "cells").iterdir()} == before
    assert capsys.readouterr().err == ""


def test_runs_that_diverge_are_told_and_are_no_error(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toy.write_text(GRID.replace("values = [1, 2]", "values = [1]").replace("30", "60") + WILD)
    assert sweep(toy, "--out", tmp_path / "out", "--workers", 1) == 0
    told = capsys.readouterr().err
    assert "k (D steps) 1: 2 of 2 runs diverged: " in told
    assert all(1 <= int(line["diverged_at"]) <= 60 for line in lines(tmp_path / "out"))


def test_a_cell_that_cannot_be_trained_is_told_and_the_exit_code_is_1(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    axis = '[[axis]]\npath = "data.path"\nvalues = ["none.csv"]\n'
    toy.write_text(GRID.partition("[[axis]]")[0] + axis)
    own = ("--set", "data.name=file")
    assert sweep(toy, "--out", tmp_path / "out", "--workers", 1, *own) == 1
    assert "none.csv" in capsys.readouterr().err
    assert lines(tmp_path / "out") == []


def test_control_c_leaves_a_folder_that_goes_on(toy: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = tmp_path / "script.py"
    script.write_text(
        "import os, signal, sys\n"
        "from ganlab_gui.cli import main\n"
        "from ganlab_gui.lab.sweep import run\n"
        "sweep = run.sweep\n"
        "def interrupted(folder, runner):\n"
        "    for event in sweep(folder, runner):\n"
        "        yield event\n"
        "        if type(event).__name__ == 'Finished':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "if __name__ == '__main__':\n"
        "    run.sweep = interrupted\n"
        "    sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, script, "sweep", toy, "--out", out, "--workers", "1"]
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 130, done.stderr
    assert done.stderr == "1 cells are left; the same command goes on with them.\n"
    assert len(lines(out)) == 2
    assert sweep(toy, "--out", out, "--workers", 1) == 0
    assert len(lines(out)) == 4


def test_the_terminal_s_control_c_is_not_heard_by_the_workers(toy: Path, tmp_path: Path) -> None:
    toy.write_text(GRID.replace("steps = 30", "steps = 10000000"))
    command = [sys.executable, "-m", "ganlab_gui", "sweep", toy, "--out", tmp_path / "out"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while not (tmp_path / "out" / ".lock").exists():
            assert process.poll() is None
            os.sched_yield()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process at once
        _, told = process.communicate()
    assert process.returncode == 130
    assert told == "2 cells are left; the same command goes on with them.\n"


REFUSALS = {
    "no folder": (["TOY"], "--out"),
    "no grid": (["--out", "OUT"], "holds no grid.toml"),
    "no such file": (["none.toml", "--out", "OUT"], "none.toml: no such file"),
    "empty name": (["", "--out", "OUT"], "argument FILE: is empty"),
    "workers": (["TOY", "--out", "OUT", "--workers", "0"], "argument --workers: is 0"),
    "both": (
        ["TOY", "--out", "OUT", "--workers", "1", "--cluster", "tcp://a:1"],
        "--workers are of this machine",
    ),
    "set without a file": (["--out", "OUT", "--set", "clip.c=1"], "--set needs FILE"),
    "bad set": (["TOY", "--out", "OUT", "--set", "clip.c=-1"], "clip.c: is -1"),
    "bad pair": (["TOY", "--out", "OUT", "--set", "data.name=gaussian2"], "data.name"),
    "folder is a file": (["TOY", "--out", "TOY"], "is a file; give a folder"),
    "folder in a file": (["TOY", "--out", "TOY/out"], "is a file, so no folder"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_bad_input_is_one_line_and_writes_nothing(
    case: str, toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, message = REFUSALS[case]
    arguments = [a.replace("TOY", str(toy)).replace("OUT", str(tmp_path / "o")) for a in arguments]
    before = sorted(tmp_path.rglob("*"))
    assert sweep(*arguments) == 2
    told = capsys.readouterr()
    assert message in told.err
    assert len(told.err.splitlines()) == 1, told.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_of_another_grid_is_refused(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "grid.toml").write_text(GRID)
    assert sweep(toy, "--out", out, "--set", "training.batch=9") == 2
    assert "holds another grid (training.batch 8, not 9)" in capsys.readouterr().err
