"""``ganlab-gui export`` and ``figures``, and what ``train`` makes beside its numbers."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ganlab_gui.arguments import (
    INTERRUPTED,
    Parser,
    UsageError,
    add_device,
    add_look,
    nonempty,
    place,
    whole,
)

if TYPE_CHECKING:
    from ganlab_gui.lab.headless import Recording


def add_results(parser: Parser) -> None:
    """What may be made of a trained experiment beside its numbers."""
    for name, text in (
        ("figures", "DIR/figures: every panel as PDF and PNG, with caption and LaTeX"),
        ("script", "DIR/generator.py: the generators as a program that needs PyTorch alone"),
        ("csv", "DIR/samples.csv: the samples as a table"),
        ("tensorboard", "DIR/tensorboard: the history as logs (needs tensorboardX)"),
    ):
        parser.add_argument(f"--{name}", action="store_true", help=f"also {text}")


def check_results(options: argparse.Namespace) -> None:
    """What a result lacks is said before anything is trained."""
    from ganlab_gui.lab.tensorboard import check_available

    if options.tensorboard:
        check_available()


def make_results(recording: "Recording", options: argparse.Namespace) -> None:
    """What was asked for by the options of `add_results`."""
    if options.figures:
        _draw(recording, options.out / "figures")
    if options.script:
        recording.write_script(options.out / "generator.py")
    if options.csv:
        recording.write_samples_csv(options.out / "samples.csv")
    if options.tensorboard:
        recording.write_events(options.out / "tensorboard")


def _draw(recording: "Recording", folder: Path) -> None:
    """The page and every panel that suits the experiment, as PDF and PNG."""
    from ganlab_gui.figures import Picture
    from ganlab_gui.figures.folder import write_figures

    scene, snapshot = recording.look()
    experiment = recording.trainer.experiment
    write_figures(Picture(experiment, scene, snapshot, recording.history), folder)


# -- export ----------------------------------------------------------------------------------------


def add_export(parser: Parser) -> None:
    parser.add_argument("checkpoint", type=Path, metavar="CHECKPOINT", help="a checkpoint file")
    parser.add_argument("--out", type=place, required=True, metavar="DIR", help="where it goes")
    add_results(parser)
    add_device(parser)


def export(options: argparse.Namespace) -> int:
    """Make figures, a program, a table or logs of a checkpoint, without training on."""
    from ganlab_gui.experiment.io import collected
    from ganlab_gui.lab import headless

    if not any((options.figures, options.script, options.csv, options.tensorboard)):
        raise UsageError("ganlab-gui export: say what: --figures, --script, --csv, --tensorboard.")
    with collected() as attempt:
        attempt(lambda: headless.check_folder(options.out))
        attempt(lambda: check_results(options))
        recording = attempt(lambda: headless.opened(options.checkpoint, options.device))
    make_results(recording, options)
    return 0


# -- figures ---------------------------------------------------------------------------------------


def add_figures(parser: Parser) -> None:
    parser.add_argument(
        "names", nargs="+", type=nonempty, metavar="LESSON|PRESET|PAGE|FILE|DIR",
        help="a lesson's steps, a preset or experiment file trained first, a theory page, or a"
        " folder of a sweep; where two have one name, page:NAME or preset:NAME",
    )  # fmt: skip
    parser.add_argument("--out", type=place, required=True, metavar="DIR", help="where it goes")
    parser.add_argument(
        "--steps", type=whole(0), metavar="N",
        help="train so long (default: each experiment as long as its promise says)",
    )  # fmt: skip
    parser.add_argument("--kind", choices=("pdf", "svg", "png"), default="pdf")
    add_look(parser, theme="light", language="en")
    add_device(parser)


def figures(options: argparse.Namespace) -> int:
    """Draw lessons, presets, pages and grids: a folder each, with captions, LaTeX and an index."""
    from tqdm import tqdm

    from ganlab_gui.app.batch import Look, draw, plan
    from ganlab_gui.experiment.io import collected
    from ganlab_gui.lab.headless import check_folder, interruptible
    from ganlab_gui.lab.jobs import Stopped

    with collected() as attempt:
        attempt(lambda: check_folder(options.out))
        items = attempt(lambda: plan(options.names, options.steps, options.language))
    look = Look(options.kind, options.theme, options.language)
    bar = tqdm(disable=not sys.stderr.isatty(), dynamic_ncols=True, bar_format="{l_bar}{bar}")

    def progress(done: int, total: int, text: str) -> None:
        bar.total, bar.n = total, done
        bar.set_description(text)
        if asked():
            raise Stopped

    with interruptible() as asked, bar:
        try:
            count = draw(items, look, options.out, options.device, progress)
        except Stopped:
            return INTERRUPTED
    print(f"{count} figures; see {options.out / 'index.html'} and index.tex beside it.")
    return 0
