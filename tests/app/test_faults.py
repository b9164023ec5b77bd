"""What can go wrong around the window: it stays, says so in a sentence, and files stay whole."""

import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.corruption import damaged
from support.places import read_only, short_files, small_disk

from ganlab_gui.app.main import create
from ganlab_gui.app.preferences import Preferences, default_data, default_path
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures import Style
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.client import Home
from ganlab_gui.lab.memory import SHORT_OF_MEMORY

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WAIT = 60_000
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits another process' memory")

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def begin(home: Home = "thread", experiment: Experiment = SMALL) -> MainWindow:
        _, window = create(experiment, home=home, device="cpu")
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
        return window

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.deleteLater()


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    target = window.session.step + steps
    window.session.advance("both", steps)
    session = window.session
    qtbot.waitUntil(
        lambda: session.snapshot is not None and session.snapshot.step == session.step >= target,
        timeout=WAIT,
    )


def said(window: MainWindow) -> str:
    """What the banner says: one sentence or two, no traceback."""
    assert window.banner.isVisible()
    text = window.banner.label.text()
    assert "\n" not in text
    assert "Traceback" not in text
    window.banner.hide()
    return text


def works(qtbot: QtBot, window: MainWindow) -> None:
    """The window is alive: it still trains and shows it."""
    train(qtbot, window, 3)
    assert window.isVisible()


# -- the worker ------------------------------------------------------------------------------------


def kill(qtbot: QtBot, window: MainWindow) -> None:
    pid = window.session.client.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.session.state is State.LOST, timeout=WAIT)


def revive(qtbot: QtBot, window: MainWindow) -> None:
    window.session.revive()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)


def test_a_worker_killed_in_the_middle_of_anything_costs_a_second_at_most(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    window = open_window("process")
    session, path = window.session, tmp_path / "c.pt"
    path.write_bytes(b"old")
    middle: dict[str, Callable[[], object]] = {
        "playing": session.play,
        "saving": lambda: window.documents.save_checkpoint_to(path),
        "branching": lambda: session.branch_here("other"),
        "looking back": lambda: session.visit(session.step // 2),
        "an edit": lambda: session.edit("training.d_steps", 3),
        "a new start": session.reset,
    }
    for what, begin in middle.items():
        train(qtbot, window, 20)
        begin()
        if what == "playing":
            before = session.backup_step
            qtbot.waitUntil(lambda before=before: session.backup_step > before, timeout=WAIT)
        os.kill(session.client.pid or 0, signal.SIGKILL)
        qtbot.waitUntil(lambda: session.state is State.LOST, timeout=WAIT)
        assert "was killed" in said(window), what
        kept = session.backup_step
        rows = session.history.rows.until(kept).values.copy()
        session.revive()
        qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
        if what not in ("a new start", "branching"):
            assert session.step == kept, what
            np.testing.assert_array_equal(session.history.rows.values, rows)
    assert session.running.training.d_steps == 3
    assert path.read_bytes() == b"old" or checkpoint.load(path).steps > 0
    works(qtbot, window)


def starve(window: MainWindow, more: int = 150 << 20) -> None:
    """Let the worker have so many bytes more than it has, and no more."""
    pid = window.session.client.pid
    assert pid is not None
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + more
    resource.prlimit(pid, resource.RLIMIT_AS, (limit, limit))


@LINUX
def test_memory_that_runs_out_while_training_is_said(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("process", with_values(SMALL, {"discriminator.hidden": [512, 512]}))
    session = window.session
    train(qtbot, window, 5)
    starve(window)
    session.edit("training.batch", 65_536)
    session.play()
    qtbot.waitUntil(lambda: session.state is State.LOST, timeout=WAIT)
    assert SHORT_OF_MEMORY in said(window)
    session.undo_stack.undo()
    session.revive()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.running.training.batch == 16
    works(qtbot, window)


@LINUX
def test_an_experiment_too_large_for_memory_is_refused(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("process")
    session = window.session
    train(qtbot, window, 5)
    starve(window)
    session.edit("generator.hidden", [4096] * 8)
    session.rebuild()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert said(window) == SHORT_OF_MEMORY
    assert session.experiment.generator.hidden == (8,)
    works(qtbot, window)


# -- disks -----------------------------------------------------------------------------------------

Save = Callable[[MainWindow, Path], object]
SAVES: dict[str, Save] = {
    "e.toml": lambda window, path: window.documents.save_to(path),
    "a.ganlab": lambda window, path: window.sessions.save_to(path),
    "c.pt": lambda window, path: window.documents.save_checkpoint_to(path),
    "h.csv": lambda window, path: window.exporter.export_history_to(path),
    "s.npz": lambda window, path: window.session.request("samples", str(path), 4_000),
    "w.safetensors": lambda window, path: window.session.request("weights", str(path)),
    "f.png": lambda window, path: window.exporter.export_to("plane", Style(), path),
    "p.pdf": lambda window, path: window.exporter.export_to("page", Style(), path),
}


def refused(qtbot: QtBot, window: MainWindow, path: Path, save: Save) -> str:
    """The sentence that saving ends in."""
    with qtbot.waitSignal(window.session.refused, timeout=WAIT):
        save(window, path)
    return said(window)


@pytest.mark.parametrize("kind", ["small disk", "short files"])
def test_a_full_disk_is_said_and_the_old_files_stay(
    qtbot: QtBot, open_window: Open, tmp_path: Path, kind: str
) -> None:
    window = open_window()
    wide = {"generator.hidden": [96, 96], "notes": "x" * 19_000}
    window.session.open_experiment(with_values(SMALL, wide))
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    train(qtbot, window, 1_200)
    with ExitStack() as stack:
        disk = tmp_path / "disk"
        disk.mkdir()
        stack.enter_context(small_disk(disk) if kind == "small disk" else short_files())
        for name in SAVES:
            (disk / name).write_bytes(b"old")
        if kind == "small disk":
            (disk / "filler").write_bytes(bytes(24 << 10))
        for name, save in SAVES.items():
            path = disk / name
            sentence = refused(qtbot, window, path, save)
            assert sentence.startswith(f"{path}: cannot be saved: "), sentence
            assert path.read_bytes() == b"old"
        assert [path for path in disk.iterdir() if path.suffix == ".part"] == []
    works(qtbot, window)


@pytest.mark.parametrize("kind", ["read-only", "below a file"])
def test_a_folder_that_takes_nothing_is_said(
    qtbot: QtBot, open_window: Open, tmp_path: Path, kind: str
) -> None:
    window = open_window()
    train(qtbot, window, 5)
    folder = tmp_path / "folder"
    with ExitStack() as stack:
        if kind == "read-only":
            folder.mkdir()
            stack.enter_context(read_only(folder))
        else:
            folder.write_bytes(b"a file")
        for name, save in SAVES.items():
            sentence = refused(qtbot, window, folder / name, save)
            assert sentence.startswith(f"{folder / name}: cannot be saved: "), sentence
    assert not folder.is_dir() or [p for p in folder.iterdir() if p.suffix != ".lock"] == []
    works(qtbot, window)


# -- settings --------------------------------------------------------------------------------------


def test_a_settings_file_that_is_damaged_opens_the_window_all_the_same(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "window.ini"
    preferences = Preferences(path)
    _, window = create(SMALL, home="thread", device="cpu", preferences=preferences)
    window.set_theme("light")
    window.set_scale(1.3)
    window.close()
    assert preferences._settings is not None
    preferences._settings.sync()
    window.deleteLater()
    whole = path.read_bytes()
    for data in (whole, *damaged(whole, 12, 4), bytes(500)):
        path.write_bytes(data)
        _, window = create(SMALL, home="thread", device="cpu", preferences=Preferences(path))
        window.show()
        qtbot.waitUntil(lambda w=window: w.session.state is State.PAUSED, timeout=WAIT)
        assert window.palette_.name in ("light", "dark")
        window.close()
        window.deleteLater()


def test_a_home_that_takes_nothing_opens_the_window_all_the_same(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file" / "below"))
    preferences = Preferences(default_path(), default_data())
    _, window = create(SMALL, home="thread", device="cpu", preferences=preferences)
    window.show()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    train(qtbot, window, 60)
    window.keeping.keeper.save_now()
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert said(window).startswith("Autosave is off: ")
    works(qtbot, window)
    window.session.mark_saved()
    window.close()
    window.deleteLater()
