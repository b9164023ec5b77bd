"""The command line: what it writes, what it refuses, and that a refusal writes nothing."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ganlab_gui import __version__
from ganlab_gui.arguments import UsageError
from ganlab_gui.cli import _window_parser, check_begin, main
from ganlab_gui.experiment.io import ExperimentError, load, preset_names

TOY = """
title = "Toy"
notes = "A toy."
[data]
name = "ring"
[generator]
hidden = [4]
[discriminator]
hidden = [4]
[training]
batch = 8
"""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    path = tmp_path / "toy.toml"
    path.write_text(TOY)
    return path


def train(*arguments: object) -> int:
    return main(["train", *map(str, arguments)])


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "metrics.csv").open(newline="") as stream:
        return list(csv.DictReader(stream))


# -- train: what it writes -------------------------------------------------------------------------


def test_train_writes_settings_metrics_samples_summary_and_checkpoint(
    toy: Path, tmp_path: Path
) -> None:
    out = tmp_path / "deep" / "out"
    options = ("--steps", 25, "--out", out, "--runs", 2, "--seed", 5, "--every", 10)
    assert train(toy, *options, "--set", "training.d_steps=2", "--device", "cpu") == 0
    names = ["checkpoint.pt", "experiment.toml", "metrics.csv", "samples.npz", "summary.json"]
    assert sorted(path.name for path in out.iterdir()) == names

    experiment = load(out / "experiment.toml")
    assert (experiment.runs, experiment.seed, experiment.training.d_steps) == (2, 5, 2)

    found = rows(out)
    assert {"d_loss", "g_loss", "penalty", "js", "w1", "modes_captured", "high_quality"} <= set(
        found[0]
    )
    assert [row["step"] for row in found] == ["10", "10", "20", "20", "25", "25"]
    assert [row["run"] for row in found] == ["0", "1"] * 3
    assert all(row["js"] and row["w1"] and row["d_loss"] for row in found)

    with np.load(out / "samples.npz") as samples:
        shapes = {name: samples[name].shape for name in samples.files}
    assert shapes["real"] == shapes["fake"]
    assert shapes["fake"][0::2] == (2, 2)

    summary = json.loads((out / "summary.json").read_text())
    assert list(summary) == ["steps", "ended", "steps_per_second", "runs"]
    assert summary["steps"] == 25
    assert summary["steps_per_second"] > 0
    measures = ["js", "w1", "modes_captured", "high_quality"]
    assert [list(run) for run in summary["runs"]] == [["seed", *measures, "diverged_at"]] * 2
    assert [run["seed"] for run in summary["runs"]] == [5, 6]
    for run, row in zip(summary["runs"], found[-2:], strict=True):
        assert [run[name] for name in measures] == pytest.approx(
            [float(row[name]) for name in measures], rel=1e-6
        )


def test_two_trainings_write_the_same_bytes(toy: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert train(toy, "--steps", 7, "--out", tmp_path / name, "--every", 3) == 0
    for name in ("metrics.csv", "samples.npz", "experiment.toml"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_rows_at_a_step_do_not_depend_on_how_often_one_looks(toy: Path, tmp_path: Path) -> None:
    train(toy, "--steps", 6, "--out", tmp_path / "often", "--every", 1)
    train(toy, "--steps", 6, "--out", tmp_path / "seldom", "--every", 6)
    often, seldom = rows(tmp_path / "often"), rows(tmp_path / "seldom")
    assert len(often) == 6
    assert seldom == often[-1:]
    names = [(tmp_path / name / "samples.npz").read_bytes() for name in ("often", "seldom")]
    assert names[0] == names[1]


def test_a_resumed_training_equals_an_uninterrupted_one(toy: Path, tmp_path: Path) -> None:
    whole, half, rest = (tmp_path / name for name in ("whole", "half", "rest"))
    train(toy, "--steps", 12, "--out", whole, "--every", 6)
    train(toy, "--steps", 8, "--out", half, "--every", 6)
    assert train("--resume", half / "checkpoint.pt", "--steps", 12, "--out", rest) == 0
    for name in ("metrics.csv", "samples.npz", "experiment.toml", "checkpoint.pt"):
        assert (whole / name).read_bytes() == (rest / name).read_bytes(), name


def test_a_resumed_training_takes_settings_that_can_change_while_running(
    toy: Path, tmp_path: Path
) -> None:
    train(toy, "--steps", 4, "--out", tmp_path / "a")
    saved = tmp_path / "a" / "checkpoint.pt"
    change = ("--set", "training.d_steps=3")
    assert train(toy, "--resume", saved, "--steps", 6, "--out", tmp_path / "b", *change) == 0
    assert load(tmp_path / "b" / "experiment.toml").training.d_steps == 3


def test_a_diverged_run_is_reported_and_is_no_error(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wild = ("--set", "discriminator_optimizer.name=sgd", "--set", "discriminator_optimizer.lr=10",
            "--set", "penalty.name=gradient", "--set", "penalty.weight=10000")  # fmt: skip
    assert train(toy, "--steps", 60, "--out", tmp_path / "out", *wild) == 0
    (run,) = json.loads((tmp_path / "out" / "summary.json").read_text())["runs"]
    assert 1 <= run["diverged_at"] <= 60
    assert f"diverged at step {run['diverged_at']}" in capsys.readouterr().err


def test_numbers_that_do_not_exist_are_null_and_empty(toy: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert train(toy, "--steps", 2, "--out", out, "--set", "data.name=moons") == 0
    (run,) = json.loads((out / "summary.json").read_text())["runs"]
    assert run["modes_captured"] is None
    assert rows(out)[-1]["modes_captured"] == ""


def test_a_data_file_is_found_again_from_the_written_experiment(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = np.random.default_rng(0).normal(size=(50, 2))
    np.savetxt(tmp_path / "points.csv", points, delimiter=",")
    monkeypatch.chdir(tmp_path)
    own = ("--set", "data.name=file", "--set", "data.path=points.csv")
    assert train("toy.toml", "--steps", 2, "--out", "out", *own) == 0
    assert load(tmp_path / "out" / "experiment.toml").data.path == str(tmp_path / "points.csv")


def test_control_c_keeps_what_has_been_done(toy: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = (
        "import os, signal, sys; from ganlab_gui.lab import headless\n"
        "run = headless.Recording.run\n"
        "def interrupted(self, tick):\n"
        "    run(self, lambda n: tick(n) or (self.trainer.steps >= 30 and\n"
        "        (os.kill(os.getpid(), signal.SIGINT), tick(0))[1]))\n"
        "headless.Recording.run = interrupted\n"
        "from ganlab_gui.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "train", toy, "--steps", "100000", "--every", "10"]
    done = subprocess.run([*command, "--out", out], capture_output=True, text=True, check=False)
    assert done.returncode == 130, done.stderr
    assert done.stderr == ""
    summary = json.loads((out / "summary.json").read_text())
    assert summary["steps"] == 30
    assert [row["step"] for row in rows(out)] == ["10", "20", "30"]


def test_figures_of_the_page_and_of_every_panel_that_suits(toy: Path, tmp_path: Path) -> None:
    assert train(toy, "--steps", 2, "--out", tmp_path / "out", "--figures") == 0
    names = {path.name for path in (tmp_path / "out" / "figures").iterdir()}
    panels = ("page", "plane", "losses", "distances", "modes", "mode_history")
    kinds = ("pdf", "png", "txt", "tex")
    assert names == {f"{panel}.{kind}" for panel in panels for kind in kinds}
    snippet = (tmp_path / "out" / "figures" / "mode_history.tex").read_text()
    assert r"\includegraphics[width=\linewidth]{mode_history.pdf}" in snippet
    assert r"\label{fig:toy-mode-history}" in snippet
    line = ("--set", "data.name=gaussian", "--figures")
    assert train(toy, "--steps", 2, "--out", tmp_path / "line", *line) == 0
    figures = tmp_path / "line" / "figures"
    assert (figures / "density.png").read_bytes().startswith(b"\x89PNG")
    assert (figures / "page.pdf").read_bytes().startswith(b"%PDF")
    assert not (figures / "plane.pdf").exists()


# -- train: what it refuses ------------------------------------------------------------------------

REFUSALS = {
    "no experiment": (["--steps", "5"], "PRESET|FILE is missing"),
    "unknown preset": (["nonsense", "--steps", "5"], "nonsense: no preset of that name"),
    "no such file": (["nowhere.toml", "--steps", "5"], "nowhere.toml: no such file"),
    "no name": (["", "--steps", "5"], "argument PRESET|FILE: is empty"),
    "no folder": (["TOY", "--steps", "5", "--out", ""], "argument --out: is empty"),
    "no steps": (["TOY"], "--steps"),
    "zero steps": (["TOY", "--steps", "0"], "argument --steps: is 0; allowed"),
    "steps in words": (["TOY", "--steps", "many"], "argument --steps: is 'many'; allowed"),
    "every": (["TOY", "--steps", "5", "--every", "0"], "argument --every: is 0"),
    "negative seed": (["TOY", "--steps", "5", "--seed", "-1"], "seed: is -1"),
    "too many runs": (["TOY", "--steps", "5", "--runs", "1000"], "runs: is 1000"),
    "no value": (["TOY", "--steps", "5", "--set", "seed"], "--set seed: expected PATH=VALUE"),
    "no such setting": (["TOY", "--steps", "5", "--set", "a.b=1"], "a.b: no such setting"),
    "bad value": (["TOY", "--steps", "5", "--set", "training.batch=0"], "training.batch: is 0"),
    "bad word": (["TOY", "--steps", "5", "--set", "objective.name=best"], "objective.name"),
    "no data": (
        ["TOY", "--steps", "5", "--set", "data.name=file", "--set", "data.path=none.csv"],
        "none.csv",
    ),
    "no checkpoint": (["--steps", "5", "--resume", "none.pt"], "none.pt: no such file"),
    "not a checkpoint": (["--steps", "5", "--resume", "TOY"], "is not a checkpoint"),
    "device": (["TOY", "--steps", "5", "--device", "tpu"], "--device"),
    "unknown option": (["TOY", "--steps", "5", "--fast"], "--fast"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_bad_input_is_one_line_and_writes_nothing(
    case: str, toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, message = REFUSALS[case]
    arguments = [str(toy) if a == "TOY" else a for a in arguments]
    before = sorted(tmp_path.rglob("*"))
    assert train("--out", tmp_path / "out", *arguments) == 2
    told = capsys.readouterr()
    assert message in told.err
    assert len(told.err.splitlines()) == 1, told.err
    assert told.out == ""
    assert sorted(tmp_path.rglob("*")) == before


def test_all_errors_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("seed = -1\ntitel = 'x'\n[training]\nbatch = 0\n")
    assert train(bad, "--steps", 5, "--out", bad, "--set", "seed") == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 5
    for part in ("--out", "seed: is -1", "titel: no such setting", "batch: is 0", "PATH=VALUE"):
        assert any(part in line for line in lines), part


def test_an_output_folder_below_a_file_is_refused(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(toy, "--steps", 5, "--out", toy / "out") == 2
    assert "is a file, so no folder can be made in it" in capsys.readouterr().err


def test_a_checkpoint_of_other_networks_or_a_later_step_is_refused(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    train(toy, "--steps", 4, "--out", tmp_path / "a")
    saved = ("--resume", tmp_path / "a" / "checkpoint.pt", "--out", tmp_path / "b")
    assert train(*saved, "--steps", 4) == 2
    assert "--steps: is 4" in capsys.readouterr().err
    assert train(*saved, "--steps", 9, "--set", "generator.hidden=[5]") == 2
    assert "generator.hidden: cannot change while running" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()


# -- presets, doctor, the window -------------------------------------------------------------------


def test_presets_are_listed_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["presets"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == preset_names()


def test_an_unknown_preset_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["nonsense"], ["presets", "--verify", "nonsense"]):
        assert main(arguments) == 2
        told = capsys.readouterr().err
        assert len(told.splitlines()) == 1
        assert all(name in told for name in preset_names())


def test_verify_trains_what_is_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    promise = '[[expect]]\nsteps = 3\nruns = 2\nmeasure = "js"\nat_most = {}\n'
    monkeypatch.setattr("ganlab_gui.experiment.io.presets_dir", lambda: tmp_path)
    (tmp_path / "kept.toml").write_text(TOY + promise.format(0.7))
    (tmp_path / "broken.toml").write_text(TOY + promise.format(0.0001))
    (tmp_path / "silent.toml").write_text(TOY)
    assert main(["presets", "--verify", "kept"]) == 0
    header, line = capsys.readouterr().out.splitlines()
    assert header.split()[:2] == ["preset", "measure"]
    assert " met " in line
    assert "100%" in line
    assert main(["presets", "--verify"]) == 1
    broken, kept = capsys.readouterr().out.splitlines()[1:]
    assert "NOT met" in broken
    assert "NOT met" not in kept
    assert main(["presets", "--verify", "silent"]) == 2
    assert "promises nothing" in capsys.readouterr().err


def test_doctor_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "torch" in capsys.readouterr().out


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--version"], ["--help"], ["train", "--help"], ["shot", "--help"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_without_a_display_the_headless_command_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "ganlab-gui train" in told


SHOTS = {
    "ending": (["--out", "picture.jpg"], "must end in .png"),
    "size": (["--out", "picture.png", "--size", "big"], "--size: is 'big'"),
    "scale": (["--out", "picture.png", "--scale", "300"], "--scale: is 300"),
    "steps": (["--out", "picture.png", "--steps", "-1"], "--steps: is -1"),
}


@pytest.mark.parametrize("case", SHOTS)
def test_a_bad_picture_is_refused(case: str, toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, message = SHOTS[case]
    assert main(["shot", str(toy), "--steps", "1", *arguments]) == 2
    assert message in capsys.readouterr().err


PAGES = {
    "both": (["ring", "--page", "scores"], "either a PRESET|FILE or a --page"),
    "neither": ([], "either a PRESET|FILE or a --page"),
    "steps": (["ring"], "--steps N is missing"),
    "page": (["--page", "nothing"], "no such page; there are: optimal-discriminator"),
    "setting": (["--page", "loss-shapes", "--set", "logit=9"], "logit: is 9; must be at most 8"),
    "unknown": (["--page", "loss-shapes", "--set", "x=9"], "loss-shapes: x: no such setting"),
}


@pytest.mark.parametrize("case", PAGES)
def test_a_bad_picture_of_a_page_is_refused(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, message = PAGES[case]
    out = tmp_path / "page.png"
    assert main(["shot", *arguments, "--out", str(out)]) == 2
    assert message in capsys.readouterr().err
    assert not out.exists()


def test_a_page_is_pictured_in_the_size_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    size = ["--size", "1000x700"]
    assert (
        main(["shot", "--page", "loss-shapes", "--set", "logit=2", *size, "--out", str(out)]) == 0
    )
    assert out.read_bytes()[16:24] == (1000).to_bytes(4) + (700).to_bytes(4)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--page", "nothing"], "--page nothing: no such page"),
        (["--lesson", "nothing"], "nothing: no lesson of that name"),
        (["--lesson", "x", "--page", "scores"], "either --page or --lesson"),
    ],
)
def test_a_page_or_lesson_that_is_not_there_opens_no_window(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError if "--page" in arguments else ExperimentError, match=message):
        check_begin(_window_parser().parse_args(arguments))


def test_bench_refuses_a_file_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "--json", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert main(["bench", "--soak", "0"]) == 2


def test_a_misspelt_command_is_told_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trian", "ring"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("trian: no such command; did you mean train?")
    assert all(command in told for command in ("train", "presets", "shot", "bench", "doctor"))


# -- what is made of a trained experiment ----------------------------------------------------------


def test_train_makes_a_program_a_table_and_logs_where_asked(toy: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert train(toy, "--steps", 3, "--out", out, "--script", "--csv", "--tensorboard") == 0
    with (out / "samples.csv").open(newline="") as stream:
        table = list(csv.DictReader(stream))
    with np.load(out / "samples.npz") as samples:
        made = [[float(r["x"]), float(r["y"])] for r in table if r["source"] == "generated"]
        np.testing.assert_array_equal(np.float32(made), samples["fake"][0])
    assert "class Generator(nn.Module)" in (out / "generator.py").read_text(encoding="utf-8")
    assert [p.name for p in (out / "tensorboard").iterdir()] == ["seed-0"]


def test_a_checkpoint_is_made_into_the_same(toy: Path, tmp_path: Path) -> None:
    train(toy, "--steps", 3, "--out", tmp_path / "a", "--script", "--csv", "--tensorboard")
    saved = str(tmp_path / "a" / "checkpoint.pt")
    command = ["export", saved, "--out", str(tmp_path / "b"), "--script", "--csv", "--tensorboard"]
    assert main(command) == 0
    files = [p.relative_to(tmp_path / "b") for p in (tmp_path / "b").rglob("*") if p.is_file()]
    assert len(files) == 3
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes(), file


def test_what_cannot_be_made_is_said_before_training(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ganlab_gui.lab import tensorboard

    monkeypatch.setattr(tensorboard, "find_spec", lambda name: None)
    assert train(toy, "--steps", 3, "--out", tmp_path / "out", "--tensorboard") == 2
    assert "python -m pip install tensorboardX" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    (tmp_path / "no.pt").write_bytes(b"no")
    command = ["export", str(tmp_path / "no.pt"), "--out", str(tmp_path / "out")]
    assert main(command) == 2
    assert main([*command, "--script"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert "say what: --figures" in lines[0]
    assert "no.pt" in lines[1]
    assert len(lines) == 2
