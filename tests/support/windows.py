"""A real window on a worker in a thread, closed and deleted in the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from ganlab_gui.app.main import create
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.schema import Experiment


@contextmanager
def shown(experiment: Experiment) -> Iterator[MainWindow]:
    """The window while it is open; its edits are not asked about."""
    _, window = create(experiment, home="thread", device="cpu")
    window.show()
    yield window
    window.session.mark_saved()
    window.close()
    window.deleteLater()
