"""A grid in a process of its own: the window asks, and is told what happens. No torch here."""

import signal
import threading
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ganlab_gui.lab.sweep.events import Finished, Runner


def serve(connection: Connection, path: Path, workers: int | None, cluster: str | None) -> None:
    """Train what is missing in the folder ``path``.

    Anything that comes in means cancel, and so does the end of the one who asked. Sends ("event",
    event), a Finished without its data, which are on the disk; ("refused", sentences); ("end",).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from ganlab_gui.experiment.io import ExperimentError
    from ganlab_gui.lab.files import SaveError
    from ganlab_gui.lab.sweep.folder import Folder
    from ganlab_gui.lab.sweep.run import runner_of, sweep

    try:
        runner = runner_of(workers, cluster, polite=True)
        threading.Thread(target=_listen, args=(connection, runner), daemon=True).start()
        for event in sweep(Folder.open(path), runner):
            told = replace(event, data=b"") if isinstance(event, Finished) else event
            _tell(connection, "event", told)
    except ExperimentError as error:
        _tell(connection, "refused", error.lines)
    except SaveError as error:
        _tell(connection, "refused", [str(error)])
    except Exception as error:  # told, rather than lost with the process
        _tell(connection, "refused", [f"{type(error).__name__}: {error}"])
    _tell(connection, "end")


def _listen(connection: Connection, runner: Runner) -> None:
    try:
        connection.recv()
    except (EOFError, OSError):
        pass
    finally:
        runner.cancel()


def _tell(connection: Connection, *message: Any) -> None:
    try:
        connection.send(message)
    except OSError:  # nobody is there any more: the listener cancels
        return
