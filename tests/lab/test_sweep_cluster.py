"""A grid on a dask cluster of two worker processes on this machine: the numbers of one machine."""

import logging
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ganlab_gui.cli import main
from ganlab_gui.experiment.grid import Grid
from ganlab_gui.lab.sweep import cluster as module
from ganlab_gui.lab.sweep.cluster import Cluster
from ganlab_gui.lab.sweep.events import Failed, Finished, Noticed, Progress, Started
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.run import sweep

distributed = pytest.importorskip("distributed")

# What dask leaves open and says of itself at its end is dask's.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

Tiny = Callable[..., Grid]
Files = Callable[[Path], dict[str, bytes]]
LONG = 10**7


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    """A scheduler here and two worker processes, each with one thread."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0",
        silence_logs=logging.CRITICAL,
    ) as cluster:  # fmt: skip
        yield cluster


def workers(local: Any) -> dict[str, int]:
    """Each worker's address and process."""
    return {nanny.worker_address: nanny.pid for nanny in local.workers.values()}


def test_a_worker_killed_in_the_middle_loses_nothing_and_changes_no_number(
    local: Any, tiny: Tiny, alone: dict[str, bytes], tmp_path: Path, files: Files
) -> None:
    runner, events, killed = Cluster(local.scheduler_address), [], ""
    for event in sweep(Folder.make(tmp_path, tiny()), runner):
        events.append(event)
        if isinstance(event, Started) and not killed:
            processing = local.scheduler.workers
            killed = next(a for a, state in processing.items() if state.processing)
            os.kill(workers(local)[killed], signal.SIGKILL)
    assert killed
    gone = [e for e in events if isinstance(e, Noticed)]
    assert gone
    assert f"The worker {killed} is gone; its cell starts again." in gone[0].sentence
    assert not [e for e in events if isinstance(e, Failed)]
    assert Counter(e.cell for e in events if isinstance(e, Finished)) == Counter(tiny().cells)
    assert files(tmp_path) == alone
    assert not [key for key in local.scheduler.tasks if "ganlab" in str(key)], "all is released"


def test_cancelling_ends_the_training_on_the_workers_too(
    local: Any, tiny: Tiny, tmp_path: Path
) -> None:
    runner = Cluster(local.scheduler_address)
    seen = []
    for event in sweep(Folder.make(tmp_path, tiny(steps=LONG)), runner):
        seen.append(type(event))
        if isinstance(event, Progress):
            runner.cancel()
    assert Progress in seen
    assert Finished not in seen
    with distributed.Client(local.scheduler_address, set_as_default=False) as client:
        # With one thread each, a worker that still trained would not get to this.
        assert client.submit(len, "abc", pure=False).result(timeout=60) == 3


def test_what_cannot_be_trained_is_told(local: Any, tiny: Tiny, tmp_path: Path) -> None:
    axis = [{"path": "data.name", "values": ["file"]}]
    folder = Folder.make(tmp_path, tiny(axis=axis))
    (failed,) = [
        e for e in sweep(folder, Cluster(local.scheduler_address)) if isinstance(e, Failed)
    ]
    assert "No data file is chosen" in failed.sentence


def test_the_command_trains_on_a_cluster_and_refuses_one_that_is_not_there(
    local: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    grid = tmp_path / "grid.toml"
    grid.write_text(
        'preset = "mixture-1d"\nsteps = 4\nruns = 1\n[[axis]]\npath = "clip.c"\nvalues = [0.1]\n'
    )
    out = ("--out", str(tmp_path / "out"))
    monkeypatch.setattr(module, "CONNECT", 0.5)
    assert main(["sweep", str(grid), *out, "--cluster", "tcp://127.0.0.1:1"]) == 2
    assert "--cluster tcp://127.0.0.1:1: no scheduler answers" in capsys.readouterr().err
    monkeypatch.setattr(module, "CONNECT", 30.0)
    assert main(["sweep", str(grid), *out, "--cluster", local.scheduler_address]) == 0
    assert len((tmp_path / "out" / "results.csv").read_text().splitlines()) == 2


def test_without_dask_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    grid = tmp_path / "grid.toml"
    grid.write_text('preset = "ring"\nsteps = 4\n[[axis]]\npath = "clip.c"\nvalues = [0.1]\n')
    assert main(["sweep", str(grid), "--out", str(tmp_path / "o"), "--cluster", "tcp://a:1"]) == 2
    assert "pip install 'ganlab-gui[cluster]'" in capsys.readouterr().err
