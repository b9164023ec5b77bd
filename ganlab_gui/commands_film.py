"""``ganlab-gui strip`` and ``ganlab-gui movie``: training as a figure, and as a movie."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ganlab_gui.arguments import (
    INTERRUPTED,
    Parser,
    UsageError,
    add_set,
    nonempty,
    pixels,
    place,
    whole,
)

if TYPE_CHECKING:
    from ganlab_gui.app.movie import Recorded, Trained
    from ganlab_gui.experiment.schema import Experiment
    from ganlab_gui.figures.strip_rows import Row
    from ganlab_gui.lab.recording import Recording

SESSION = ".ganlab"
ROW_HELP = "a session file, a preset's name or an experiment's TOML file; these are trained first"
STRIPS = (".pdf", ".svg", ".png")


def whole_list(text: str) -> list[int]:
    """``0,500,1000`` to the steps in order, each once."""
    step = whole(0)
    return sorted({step(part.strip()) for part in text.split(",")})


def seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"is {text!r}; allowed: a number of seconds") from None
    return value


def panels(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


def _add_look(parser: Parser, theme: str) -> None:
    parser.add_argument("--theme", choices=("dark", "light"), default=theme)
    parser.add_argument("--language", choices=("en", "zh"), default="en")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


# -- what is shown ---------------------------------------------------------------------------------


def opened(name: str, assignments: list[str]) -> "Recording | Experiment":
    """What a word of the command line names, with --set; raises ExperimentError."""
    from ganlab_gui.experiment import io

    if Path(name).suffix.lower() == SESSION:
        from ganlab_gui.lab.session_file import load

        if assignments:
            raise io.ExperimentError([f"{name}: --set changes experiments, not what was recorded."])
        try:
            return load(name).recording
        except ValueError as error:
            raise io.ExperimentError(str(error).splitlines()) from error
    values = io.parse_assignments(assignments)
    experiment = io.open_experiment(name)
    return io.with_values(experiment, values, "command line") if values else experiment


# -- strip -----------------------------------------------------------------------------------------


def add_strip(parser: Parser) -> None:
    parser.add_argument("names", nargs="+", type=nonempty, metavar="PRESET|FILE", help=ROW_HELP)
    parser.add_argument("--out", type=place, required=True, metavar="FILE", help=".pdf, .svg, .png")
    parser.add_argument(
        "--steps", type=whole_list, metavar="A,B,C", help="the steps to show, such as 0,500,1000"
    )
    parser.add_argument("--last", type=whole(1), metavar="N", help="instead: spread up to step N")
    parser.add_argument("--columns", type=whole(2, 40), default=6, metavar="C")
    parser.add_argument("--spacing", choices=("even", "log"), default="even")
    parser.add_argument(
        "--kind", choices=("density", "samples"), default="density", help="of data in the plane"
    )
    parser.add_argument("--width", type=whole(40, 1000), metavar="MM", help="default: 170")
    parser.add_argument("--dpi", type=whole(50, 1200), default=300)
    add_set(parser)
    _add_look(parser, "light")


def strip(options: argparse.Namespace) -> int:
    """Draw chosen steps in columns and experiments in rows; its caption goes to the output."""
    from ganlab_gui.experiment.io import collected
    from ganlab_gui.figures import Style
    from ganlab_gui.figures.filmstrip import render_strip, strip_caption
    from ganlab_gui.figures.strip_rows import Strip
    from ganlab_gui.lab.files import atomic_bytes
    from ganlab_gui.palette import PALETTES

    with collected() as attempt:
        attempt(partial(_check_strip, options.out))
        sources = [attempt(partial(opened, name, options.assignments)) for name in options.names]
    steps = options.steps or _spread(options, sources)
    rows = [_row(source, steps, options.device) for source in sources]
    style = Style(
        palette=PALETTES[options.theme], width_mm=options.width, dpi=options.dpi,
        translate=_translate(options.language),
    )  # fmt: skip
    whole_strip = Strip(rows, steps, options.kind)
    kind = options.out.suffix[1:].lower()
    atomic_bytes(options.out, render_strip(whole_strip, style, kind))
    print(strip_caption(whole_strip, style.translate))
    return 0


def _check_strip(path: Path) -> None:
    from ganlab_gui.experiment.io import ExperimentError
    from ganlab_gui.lab.headless import check_file

    if path.suffix.lower() not in STRIPS:
        raise ExperimentError([f"{path}: the file's name must end in .pdf, .svg or .png."])
    check_file(path, path.suffix.lower())


def _spread(options: argparse.Namespace, sources: "list[Recording | Experiment]") -> list[int]:
    """Steps up to --last, or to where the shortest recording ends."""
    from ganlab_gui.figures.strip_rows import spread
    from ganlab_gui.lab.recording import Recording

    recorded = [source.branch.last_step for source in sources if isinstance(source, Recording)]
    last = options.last or (min(recorded) if len(recorded) == len(sources) else None)
    if last is None:
        raise UsageError("ganlab-gui strip: --steps A,B,C or --last N is missing: which to show.")
    return spread(0, last, options.columns, options.spacing)


def _row(source: "Recording | Experiment", steps: list[int], device: str) -> "Row":
    from ganlab_gui.experiment.io import ExperimentError
    from ganlab_gui.figures.strip_rows import Row, row_of
    from ganlab_gui.lab.recording import Recording
    from ganlab_gui.lab.take import Take, pictures

    if isinstance(source, Recording):
        row = row_of(source)
        if not row.steps:
            raise ExperimentError([f"{row.title}: nothing was recorded of it."])
        return row
    take = Take(source, steps[-1], device, measures=())
    title = take.experiment.title
    return Row.of(title, take.experiment, take.scene, take.history, pictures(take, steps))


def _translate(language: str) -> Callable[[str], str]:
    """Words of figures in a language; English needs no Qt."""
    if language == "en":
        return str
    from ganlab_gui.app import language as languages
    from ganlab_gui.app.theatre import offscreen

    offscreen()
    languages.install(language)
    return languages.of_figure


# -- movie -----------------------------------------------------------------------------------------


def add_movie(parser: Parser) -> None:
    parser.add_argument(
        "names", nargs="+", type=nonempty, metavar="PRESET|FILE", help=f"one, or two: {ROW_HELP}"
    )
    parser.add_argument("--out", type=place, required=True, metavar="FILE", help=".mp4 or .gif")
    parser.add_argument("--steps", type=whole(1), metavar="N", help="up to which step")
    parser.add_argument("--from", type=whole(0), default=0, metavar="A", dest="first")
    parser.add_argument("--seconds", type=seconds, default=10.0, metavar="S")
    parser.add_argument("--fps", type=whole(1, 120), default=30)
    parser.add_argument("--size", type=pixels, default=(1280, 720), metavar="WxH", help="in pixels")
    parser.add_argument(
        "--panels", type=panels, metavar="A,B",
        help="the large panel, then those beside it, such as plane,losses",
    )  # fmt: skip
    parser.add_argument(
        "--by", choices=("steps", "pictures"), default="steps",
        help="time runs evenly in steps, or in the pictures that a session has recorded",
    )  # fmt: skip
    add_set(parser)
    _add_look(parser, "dark")


def movie(options: argparse.Namespace) -> int:
    """Make a movie of sessions, or of presets that are trained for it; two stand side by side."""
    from dataclasses import replace

    from ganlab_gui import doctor
    from ganlab_gui.app.movie import shoot
    from ganlab_gui.app.movie_plan import Plan
    from ganlab_gui.experiment.io import collected
    from ganlab_gui.lab.headless import check_file
    from ganlab_gui.lab.recording import Recording

    plan = Plan(
        options.out, options.panels or ("plane",), options.size, options.fps, options.seconds,
        options.first, max(options.first, options.steps or options.first), options.by,
        options.theme, options.language, sides=len(options.names),
    )  # fmt: skip
    with collected() as attempt:
        attempt(plan.check)
        attempt(lambda: check_file(options.out, options.out.suffix.lower()))
        sources = [attempt(partial(opened, name, options.assignments)) for name in options.names]
    if message := doctor.missing_libraries_message():
        raise UsageError(message)
    if options.steps is None and not all(isinstance(source, Recording) for source in sources):
        raise UsageError("ganlab-gui movie: --steps N is missing: how long to train for it.")
    reels = [_reel(source, options) for source in sources]
    last = options.steps if options.steps is not None else min(reel.last for reel in reels)
    plan = replace(plan, last=last, panels=options.panels or (reels[0].main,))
    plan.check()
    return _watched(lambda progress: shoot(plan, reels, progress))


def _reel(source: "Recording | Experiment", options: argparse.Namespace) -> "Recorded | Trained":
    from ganlab_gui.app.movie import Recorded, Trained, measures_of
    from ganlab_gui.lab.recording import Recording
    from ganlab_gui.lab.take import Take

    if isinstance(source, Recording):
        return Recorded(source)
    shown = measures_of(options.panels or ())
    return Trained(Take(source, options.steps, options.device, shown))


def _watched(work: Callable[[Any], object]) -> int:
    """Work with a progress bar on a terminal, stopped by Ctrl-C; the exit code."""
    from tqdm import tqdm

    from ganlab_gui.lab.headless import interruptible
    from ganlab_gui.lab.jobs import Stopped

    bar = tqdm(disable=not sys.stderr.isatty(), dynamic_ncols=True, unit="frame")

    def progress(done: int, total: int, text: str) -> None:
        bar.total = total
        bar.update(done - bar.n)
        if asked():
            raise Stopped

    with interruptible() as asked, bar:
        try:
            work(progress)
        except Stopped:
            return INTERRUPTED
    return 0
