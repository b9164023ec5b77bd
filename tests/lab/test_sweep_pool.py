"""Cells in processes of their own: the same numbers whoever is killed, nothing lost or twice."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ganlab_gui.experiment.grid import Grid
from ganlab_gui.lab.sweep.alone import Alone
from ganlab_gui.lab.sweep.events import Failed, Finished, Noticed, Progress, Started
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.pool import Pool
from ganlab_gui.lab.sweep.run import sweep

Tiny = Callable[..., Grid]
Files = Callable[[Path], dict[str, bytes]]

LONG = 10**7
"""Steps that no test sees the end of."""
SWEEP = """
import sys
from pathlib import Path
from ganlab_gui.lab.sweep.folder import Folder
from ganlab_gui.lab.sweep.pool import Pool
from ganlab_gui.lab.sweep.run import sweep

if __name__ == "__main__":
    for event in sweep(Folder.open(Path(sys.argv[1])), Pool(2)):
        print(type(event).__name__, flush=True)
"""


def test_a_killed_worker_is_replaced_and_nothing_is_lost_or_done_twice(
    tiny: Tiny, alone: dict[str, bytes], tmp_path: Path, files: Files
) -> None:
    pool, events, killed = Pool(2), [], None
    for event in sweep(Folder.make(tmp_path, tiny()), pool):
        events.append(event)
        if isinstance(event, Progress) and killed is None:
            (hand,) = [hand for hand in pool.hands if hand.cell == event.cell]
            killed = event.cell
            os.kill(hand.process.pid, signal.SIGKILL)
    assert killed is not None
    assert [e.cell for e in events if isinstance(e, Noticed)] == [killed]
    begun = Counter(e.cell for e in events if isinstance(e, Started))
    assert begun == Counter([*tiny().cells, killed])
    assert Counter(e.cell for e in events if isinstance(e, Finished)) == Counter(tiny().cells)
    assert files(tmp_path) == alone


def test_a_cell_that_kills_its_workers_fails_in_the_end(tiny: Tiny, tmp_path: Path) -> None:
    axis = [{"path": "training.d_steps", "values": [1]}]
    pool, events = Pool(4), []
    for event in sweep(Folder.make(tmp_path, tiny(steps=LONG, axis=axis)), pool):
        events.append(event)
        if isinstance(event, Started):
            assert len(pool.hands) == 1, "no more processes than cells"
            os.kill(pool.hands[0].process.pid, signal.SIGKILL)
    kinds = [type(event) for event in events]
    assert kinds == [Started, Noticed] * 2 + [Started, Failed]
    assert events[-1].sentence == "its worker process ended 3 times (signal 9)."


def test_cancelling_ends_every_process_and_keeps_what_is_finished(
    tiny: Tiny, alone: dict[str, bytes], tmp_path: Path, files: Files
) -> None:
    folder = Folder.make(tmp_path, tiny(steps=LONG))
    pool, processes = Pool(2), []
    for event in sweep(folder, pool):
        if isinstance(event, Progress):
            processes = processes or [hand.process for hand in pool.hands]
            pool.cancel()
    assert len(processes) == 2
    assert not any(process.is_alive() for process in processes)
    assert folder.results() == ({}, [])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_a_grid_killed_as_a_whole_goes_on_from_what_is_finished(
    tiny: Tiny, alone: dict[str, bytes], tmp_path: Path, files: Files
) -> None:
    folder = Folder.make(tmp_path / "grid", tiny())
    script = tmp_path / "script.py"
    script.write_text(SWEEP)
    command = [sys.executable, script, folder.path]
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == "Finished":
                process.kill()
                break
        process.stdout.read()  # its end comes when every worker, which has it too, is gone
    before = files(folder.path)
    assert 0 < len(before) < 4
    events = list(sweep(folder, Alone()))
    again = {folder.place(e.cell).name for e in events if isinstance(e, Started)}
    assert again == set(alone) - set(before)
    assert files(folder.path) == alone
