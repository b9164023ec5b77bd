"""The commands that need no window: train, presets, shot, bench, doctor; see commands_*."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ganlab_gui import commands_export, commands_film, commands_sweep
from ganlab_gui.arguments import (
    INTERRUPTED,
    Parser,
    UsageError,
    add_device,
    add_look,
    add_set,
    minutes,
    nonempty,
    pixels,
    place,
    whole,
)

if TYPE_CHECKING:
    from ganlab_gui.experiment.schema import Experiment
    from ganlab_gui.lab.headless import Recording

EXPERIMENT_HELP = "a preset's name (see: ganlab-gui presets) or an experiment's TOML file"


def chosen(options: argparse.Namespace, base: "Experiment | None" = None) -> "Experiment":
    """The experiment a command line names (else ``base``), with --set, --seed and --runs."""
    from ganlab_gui.experiment import io

    with io.collected() as attempt:
        if options.experiment is not None:
            base = attempt(lambda: io.open_experiment(options.experiment))
        values = attempt(lambda: io.parse_assignments(options.assignments))
    assert base is not None, "a command without PRESET|FILE brings an experiment of its own"
    for key in ("seed", "runs"):
        if getattr(options, key, None) is not None:
            values[key] = getattr(options, key)
    return io.with_values(base, values, "command line") if values else base


# -- train -----------------------------------------------------------------------------------------


def _add_train(parser: Parser) -> None:
    parser.add_argument(
        "experiment", nargs="?", type=nonempty, metavar="PRESET|FILE", help=EXPERIMENT_HELP
    )
    parser.add_argument(
        "--steps", type=whole(1), required=True, metavar="N",
        help="train until step N; a resumed run counts from its own first step",
    )  # fmt: skip
    parser.add_argument("--out", type=place, required=True, metavar="DIR", help="where results go")
    parser.add_argument("--seed", type=int, metavar="S", help="run r draws from seed S + r")
    parser.add_argument("--runs", type=int, metavar="R", help="seeds trained side by side")
    add_set(parser)
    parser.add_argument(
        "--every", type=whole(1), metavar="K",
        help="a row and a measurement at every multiple of K (default: about 100 in all)",
    )  # fmt: skip
    commands_export.add_results(parser)
    add_device(parser)
    parser.add_argument(
        "--resume", type=Path, metavar="FILE",
        help="go on from a checkpoint; PRESET|FILE may then be left out, and may differ only in "
        "settings that can change while running",
    )  # fmt: skip


def train(options: argparse.Namespace) -> int:
    """Train without a window; DIR takes settings, metrics, samples, summary and checkpoint."""
    if options.experiment is None and options.resume is None:
        raise UsageError("ganlab-gui train: PRESET|FILE is missing; see ganlab-gui train --help.")
    recording = _prepare(options)
    finished = _record(recording, options.steps)
    recording.write(options.out)
    commands_export.make_results(recording, options)
    for line in recording.warnings():
        print(line, file=sys.stderr)
    return 0 if finished else INTERRUPTED


def _prepare(options: argparse.Namespace) -> "Recording":
    """Find everything that is wrong with a ``train`` command before anything is written."""
    from ganlab_gui.experiment.io import collected
    from ganlab_gui.lab import headless

    how = (options.steps, options.every, options.device)
    with collected() as attempt:
        attempt(lambda: headless.check_folder(options.out))
        attempt(lambda: commands_export.check_results(options))
        if options.resume is None:
            recording = attempt(lambda: headless.start(chosen(options), *how))
        else:
            change = partial(chosen, options)
            recording = attempt(lambda: headless.resume(options.resume, change, *how))
    return recording


def _record(recording: "Recording", steps: int) -> bool:
    """Train with a progress bar on a terminal; False where Ctrl-C ended it early."""
    from tqdm import tqdm

    from ganlab_gui.lab.headless import interruptible

    with (
        interruptible() as stopped,
        tqdm(
            total=steps, initial=recording.trainer.steps, unit="step",
            disable=not sys.stderr.isatty(), dynamic_ncols=True,
        ) as bar,
    ):  # fmt: skip
        recording.run(lambda taken: bool(bar.update(taken)) or stopped())
    return not stopped()


# -- presets ---------------------------------------------------------------------------------------


def _add_presets(parser: Parser) -> None:
    parser.add_argument(
        "--verify", nargs="?", const="", metavar="NAME",
        help="train what a preset promises (all of them without NAME) and say whether it holds",
    )  # fmt: skip


def presets(options: argparse.Namespace) -> int:
    """List the presets, or train what they promise."""
    from ganlab_gui.experiment.io import load_preset, preset_names

    if options.verify is not None:
        return _verify([options.verify] if options.verify else preset_names())
    rows = [(name, load_preset(name)) for name in preset_names()]
    table([(name, e.title, (e.notes.strip().splitlines() or [""])[0]) for name, e in rows])
    return 0


def _verify(names: list[str]) -> int:
    from ganlab_gui.experiment.io import load_preset
    from ganlab_gui.lab.verify import HEADINGS, check, verify

    experiments = {name: load_preset(name) for name in names}
    for experiment in experiments.values():
        check(experiment)
    if len(names) == 1 and not experiments[names[0]].expect:
        raise UsageError(f"{names[0]}: the preset promises nothing: it has no [[expect]] table.")
    rows: list[tuple[str, ...]] = [HEADINGS]
    met = True
    for name, experiment in experiments.items():
        for outcome in verify(experiment):
            rows.append((name, *outcome.cells()))
            met = met and outcome.met
            if sys.stderr.isatty():
                print("  ".join(rows[-1]), file=sys.stderr)
    table(rows)
    return 0 if met else 1


def table(rows: Sequence[tuple[str, ...]]) -> None:
    """Rows of texts in aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


# -- shot, bench, doctor ---------------------------------------------------------------------------


def _add_shot(parser: Parser) -> None:
    parser.add_argument(
        "experiment", nargs="?", type=nonempty, metavar="PRESET|FILE", help=EXPERIMENT_HELP
    )
    parser.add_argument("--steps", type=whole(0), metavar="N", help="train first")
    parser.add_argument(
        "--page", metavar="NAME", help="a theory page instead; --set then changes its settings"
    )
    parser.add_argument("--out", type=place, required=True, metavar="FILE.png")
    parser.add_argument("--size", type=pixels, default=(1280, 800), metavar="WxH", help="in pixels")
    parser.add_argument("--panel", metavar="NAME", help="one panel instead of the whole window")
    parser.add_argument("--scale", type=whole(80, 200), default=100, metavar="PERCENT")
    add_look(parser, theme="dark", language="en")
    add_set(parser)


def shot(options: argparse.Namespace) -> int:
    """Train, then save a picture of the window."""
    from ganlab_gui.experiment.io import collected
    from ganlab_gui.lab.headless import check_file

    if (options.page is None) == (options.experiment is None):
        raise UsageError("ganlab-gui shot: name either a PRESET|FILE or a --page NAME.")
    if options.page is None and options.steps is None:
        raise UsageError("ganlab-gui shot: --steps N is missing: how long to train first.")
    with collected() as attempt:
        experiment = None if options.page else attempt(lambda: chosen(options))
        attempt(lambda: check_file(options.out, ".png"))
    from ganlab_gui import doctor

    if doctor.display() is not None and (message := doctor.missing_libraries_message()):
        raise UsageError(message)
    if experiment is None:
        return _shot_page(options)
    from ganlab_gui.app.main import shot as take

    try:
        take(
            experiment, options.steps, options.out, options.size, options.theme, options.panel,
            options.language, options.scale / 100,
        )  # fmt: skip
    except ValueError as error:
        raise UsageError(str(error)) from error
    return 0


def _shot_page(options: argparse.Namespace) -> int:
    from ganlab_gui.app.main import shot_page
    from ganlab_gui.experiment.io import ExperimentError, parse_assignments

    values = parse_assignments(options.assignments)
    try:
        shot_page(
            options.page, values, options.out, options.size, options.theme, options.language,
            options.scale / 100,
        )  # fmt: skip
    except ExperimentError:
        raise
    except ValueError as error:
        raise UsageError(str(error)) from error
    return 0


def _add_bench(parser: Parser) -> None:
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    parser.add_argument("--quick", action="store_true", help="short repetitions, rough figures")
    parser.add_argument(
        "--soak",
        type=minutes,
        metavar="MINUTES",
        help="instead: memory and frames while a window is played, edited and scrubbed so long",
    )


def bench(options: argparse.Namespace) -> int:
    """Measure the figures this program promises."""
    from ganlab_gui.lab.headless import check_file

    if options.json is not None:
        check_file(options.json, ".json")
    from ganlab_gui.app.bench import figures
    from ganlab_gui.app.bench_soak import soak
    from ganlab_gui.lab.bench import HEADINGS, report
    from ganlab_gui.lab.files import atomic_bytes

    rows: list[tuple[str, ...]] = [HEADINGS]
    found = []
    measuring = figures(options.quick) if options.soak is None else soak(options.soak)
    for figure in measuring:
        found.append(figure)
        rows.append(figure.cells())
        if sys.stderr.isatty():
            print(f"measured: {figure.name}", file=sys.stderr)
    table(rows)
    if options.json is not None:
        atomic_bytes(options.json, report(found).encode())
    return 0


def run_doctor(options: argparse.Namespace) -> int:
    """Say what this machine has and lacks."""
    from ganlab_gui import doctor

    print(doctor.text(doctor.report()))
    return 0


COMMANDS: dict[str, tuple[Callable[[Parser], None], Callable[[argparse.Namespace], int]]] = {
    "train": (_add_train, train),
    "export": (commands_export.add_export, commands_export.export),
    "figures": (commands_export.add_figures, commands_export.figures),
    "sweep": (commands_sweep.add, commands_sweep.sweep),
    "strip": (commands_film.add_strip, commands_film.strip),
    "movie": (commands_film.add_movie, commands_film.movie),
    "presets": (_add_presets, presets),
    "shot": (_add_shot, shot),
    "bench": (_add_bench, bench),
    "doctor": (lambda parser: None, run_doctor),
}
