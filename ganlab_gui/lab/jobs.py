"""A piece of work in a process of its own: it tells how far it has come, and can be stopped."""

import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from ganlab_gui.experiment.io import ExperimentError

Progress = Callable[[int, int, str], None]
"""Told how much of how much is done, and what is at hand; may raise Stopped."""


class Stopped(Exception):
    """The work was asked to stop."""


def main(connection: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """What the process runs: ``work(*arguments, progress=…)``.

    Sends ("progress", done, total, text) on the way, and in the end ("done", result),
    ("stopped",) or ("failed", sentence). ("stop",) is taken in between two of them.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def progress(done: int, total: int, text: str = "") -> None:
        if connection.poll() and connection.recv() == ("stop",):
            raise Stopped
        connection.send(("progress", done, total, text))

    try:
        connection.send(_outcome(work, arguments, progress))
    except (OSError, EOFError):  # nobody is there any more
        return


def _outcome(
    work: Callable[..., Any], arguments: tuple[Any, ...], progress: Progress
) -> tuple[Any, ...]:
    try:
        return "done", work(*arguments, progress=progress)
    except Stopped:
        return ("stopped",)
    except ExperimentError as error:
        return "failed", " ".join(error.lines)
    except (OSError, ValueError) as error:
        return "failed", " ".join(str(error).split())
    except Exception as error:
        return "failed", f"{type(error).__name__}: {error}"
