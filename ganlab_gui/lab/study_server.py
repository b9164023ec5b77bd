"""Studies in a process of their own: requests come in, answers go out, the newest request wins."""

from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from typing import Any

from ganlab_gui.lab.studies import study

Job = tuple[int, Iterator[tuple[float, Any]]]


def serve(connection: Connection) -> None:
    """Work on requests until told to stop or until nobody is there any more.

    Takes ("study", ticket, name, arguments), where a study of the same name under way is given up,
    ("forget",) and ("stop",). Sends ("found", ticket, share, result) and ("failed", ticket,
    sentence). Studies under way take turns, an answer each.
    """
    jobs: dict[str, Job] = {}
    try:
        while True:
            while connection.poll(0 if jobs else None):
                match connection.recv():
                    case ("stop",):
                        return
                    case ("forget",):
                        jobs.clear()
                    case ("study", ticket, name, arguments):
                        _begin(connection, jobs, ticket, name, arguments)
            for name in list(jobs):
                _go_on(connection, jobs, name)
    except (EOFError, OSError):
        return


def _begin(
    connection: Connection,
    jobs: dict[str, Job],
    ticket: int,
    name: str,
    arguments: Mapping[str, Any],
) -> None:
    jobs.pop(name, None)
    try:
        jobs[name] = ticket, study(name)(**arguments)
    except Exception as error:
        connection.send(("failed", ticket, _sentence(error)))


def _go_on(connection: Connection, jobs: dict[str, Job], name: str) -> None:
    ticket, answers = jobs[name]
    try:
        share, result = next(answers)
    except StopIteration:
        del jobs[name]
    except Exception as error:  # a study that fails must not end the others
        del jobs[name]
        connection.send(("failed", ticket, _sentence(error)))
    else:
        connection.send(("found", ticket, share, result))


def _sentence(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def main(connection: Connection) -> None:
    """What the process runs."""
    import os
    import signal

    os.environ.setdefault("OMP_NUM_THREADS", "1")  # read by torch where a study loads it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(connection)
