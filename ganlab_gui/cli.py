"""``ganlab-gui``: opens the window, or runs one subcommand without one.

Exit code 0, or 2 for bad input with one line an error on stderr. Nothing heavy is imported before
it is needed.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ganlab_gui import __version__
from ganlab_gui.arguments import (
    INTERRUPTED,
    Parser,
    UsageError,
    add_device,
    add_look,
    misspelt,
    nonempty,
)
from ganlab_gui.commands import COMMANDS, EXPERIMENT_HELP

BAD_INPUT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line; returns the exit code."""
    # Small matrices are slower on many threads, and the other cores are busy training.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from ganlab_gui.experiment.io import ExperimentError
    from ganlab_gui.lab.files import SaveError, SessionError

    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if arguments and arguments[0] in COMMANDS:
            add, run = COMMANDS[arguments[0]]
            parser = Parser(prog=f"ganlab-gui {arguments[0]}", description=run.__doc__)
            add(parser)
            return run(parser.parse_args(arguments[1:]))
        _check_command(arguments)
        return open_window(_window_parser().parse_args(arguments))
    except UsageError as error:
        lines = [str(error)]
    except ExperimentError as error:
        lines = error.lines
    except (SaveError, SessionError) as error:
        lines = [str(error)]
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a listing has seen enough, as `head` does
        sys.stderr.close()
        return 0
    print(*lines, sep="\n", file=sys.stderr)
    return BAD_INPUT


def _check_command(arguments: Sequence[str]) -> None:
    """A word that is no preset or file but nearly a command was meant as one."""
    from ganlab_gui.experiment.io import preset_names

    word = arguments[0] if arguments else ""
    meant = misspelt(word, COMMANDS)
    if meant and word not in preset_names() and not Path(word).exists():
        known = ", ".join(COMMANDS)
        raise UsageError(
            f"{word}: no such command; did you mean {meant}? The commands are: {known}."
        )


# -- arguments -------------------------------------------------------------------------------------


def _window_parser() -> Parser:
    parser = Parser(
        prog="ganlab-gui",
        description="A desktop lab in which one watches generative adversarial networks learn.",
        epilog=f"Without a window: ganlab-gui {{{','.join(COMMANDS)}}} --help",
    )
    parser.add_argument(
        "experiment",
        nargs="?",
        type=nonempty,
        metavar="PRESET|FILE",
        help=f"{EXPERIMENT_HELP}, or a session (.ganlab)",
    )
    parser.add_argument("--play", action="store_true", help="start training at once")
    parser.add_argument("--page", metavar="NAME", help="open a theory page")
    parser.add_argument("--lesson", metavar="NAME|FILE", help="begin a lesson")
    parser.add_argument(
        "--home", choices=("process", "thread"), default="process", help="where training runs"
    )
    add_device(parser)
    add_look(parser)
    parser.add_argument("--reset", action="store_true", help="forget window layout and choices")
    parser.add_argument("--version", action="version", version=f"ganlab-gui {__version__}")
    return parser


# -- the window ------------------------------------------------------------------------------------


def open_window(options: argparse.Namespace) -> int:
    """Open the window."""
    from ganlab_gui import doctor
    from ganlab_gui.experiment.io import FIRST_PRESET, open_experiment, preset_names
    from ganlab_gui.lab.session_file import SUFFIX, settings_in

    name = options.experiment
    recorded = Path(name) if name is not None and name.lower().endswith(SUFFIX) else None
    if recorded is None:
        experiment = open_experiment(FIRST_PRESET if name is None else name)
    else:
        experiment = settings_in(recorded)
    if message := doctor.no_display_message() or doctor.missing_libraries_message():
        print(message, file=sys.stderr)
        return BAD_INPUT
    check_begin(options)
    from ganlab_gui.lab.client import Client

    # The worker loads torch on one core while the window loads Qt on another.
    client = Client(experiment, options.home, options.device)
    gc.disable()  # nothing of what opens it is garbage; it is looked for once the window is there
    from ganlab_gui.app.main import run

    plain = name is None or recorded is not None or name in preset_names()
    file = None if plain else Path(name)
    return run(
        experiment, client, play=options.play, theme=options.theme, language=options.language,
        reset=options.reset, file=file, page=options.page, lesson=options.lesson,
        recorded=recorded,
    )  # fmt: skip


def check_begin(options: argparse.Namespace) -> None:
    """Refuse a page or a lesson that is not there before anything is opened."""
    from ganlab_gui.experiment.lessons import open_lesson
    from ganlab_gui.pages import PAGES

    if options.page is not None and options.lesson is not None:
        raise UsageError("ganlab-gui: either --page or --lesson, not both.")
    if options.page is not None and options.page not in PAGES:
        raise UsageError(f"--page {options.page}: no such page; there are: {', '.join(PAGES)}.")
    if options.lesson is not None:
        open_lesson(options.lesson)
