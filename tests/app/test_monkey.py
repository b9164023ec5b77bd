"""Two thousand things done to the real window at random: nothing breaks, hangs or stays open."""

import faulthandler
import io
import os
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from support.corruption import damaged
from support.monkey import Monkey
from support.taped import tree
from support.watchdog import Watchdog

from ganlab_gui.app.main import create
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.session import State
from ganlab_gui.experiment.io import dumps, load_preset, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.session_file import write
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
ROOT = Path(__file__).parents[2]
ALONE = "GANLAB_MONKEY_ALONE"
ACTIONS = int(os.environ.get("GANLAB_MONKEY", 2_000))
SEED = int(os.environ.get("GANLAB_MONKEY_SEED", 0))
WAIT = 60_000
HANG = 2.0
"""Seconds that the window may be away at most."""
CLOSE = 1.0
"""Seconds that closing it may take."""


def session() -> bytes:
    """A session with two branches."""
    stream = io.BytesIO()
    write(stream, tree(SMALL).recording, {"title": "Ring", "seconds": 3})
    return stream.getvalue()


def files(folder: Path) -> list[Path]:
    """Good and damaged files of every kind that can be opened."""
    rng = np.random.default_rng(0)
    points = rng.normal(size=(30, 2))
    contents = {
        "a.toml": dumps(load_preset("figure-1")).encode(),
        "b.csv": "\n".join(f"{x:.3f},{y:.3f}" for x, y in points).encode(),
        "c.pt": checkpoint.dumps(Trainer(SMALL, "cpu")),
        "d.txt": b"no table at all",
        "e.ganlab": session(),
    }
    found = []
    for name, data in contents.items():
        for number, version in enumerate([data, *damaged(data, 3, 2)]):
            found.append(folder / f"{number}{name}")
            found[-1].write_bytes(version)
    return [*found, folder / "missing.toml", folder]


@dataclass
class Trouble:
    """All that must not happen, with what led to it."""

    monkey: Monkey
    watchdog: Watchdog
    raised: list[Any]
    lost: list[str]

    def none(self) -> None:
        errors = ["".join(traceback.format_exception(*one)) for one in self.raised]
        told = [*errors, *self.lost, *self.watchdog.stalls]
        assert not told, "\n".join([*self.monkey.done, *told])


@pytest.mark.slow
def test_a_monkey_at_a_window_alone() -> None:
    """In a process of its own: a change of theme styles the windows that other tests have left."""
    faulthandler.cancel_dump_traceback_later()  # the child has limits of its own
    own = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    child = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__]
    child += ["-o", "faulthandler_timeout=1800", "-k", "test_a_monkey_at_the_window"]
    told = subprocess.run(
        child, env=own | {ALONE: "1"}, cwd=ROOT, capture_output=True, text=True, timeout=1800
    )
    assert told.returncode == 0, told.stdout[-30_000:]
    assert "1 passed" in told.stdout


@pytest.mark.skipif(
    ALONE not in os.environ, reason="run by the test above, in a process of its own"
)
def test_a_monkey_at_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    preferences = Preferences(tmp_path / "window.ini", tmp_path / "kept")
    preferences.set("folder", str(out))
    app, window = create(SMALL, device="cpu", preferences=preferences)
    lost: list[str] = []
    window.session.lost.connect(lambda said: lost.append(f"{said}\n{window.session.crash}"))
    window.show()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    monkey = Monkey(window, files(tmp_path), out, SEED)
    with Watchdog(HANG) as watchdog, qtbot.capture_exceptions() as raised:
        trouble = Trouble(monkey, watchdog, raised, lost)
        for _ in range(ACTIONS):
            monkey.act()
            app.processEvents()
            trouble.none()
            assert window.isVisible(), monkey.done
        monkey.stop()
        window.session.mark_saved()
        began = watchdog.clock()
        window.close()
        took = watchdog.clock() - began
    trouble.none()
    assert not window.isVisible()
    assert not watchdog.too_long(took, CLOSE)
    assert monkey.dialogs > 50
    print(
        f"longest away {watchdog.longest:.2f} s, closed in {took:.2f} s, {monkey.dialogs} dialogs"
    )
    window.deleteLater()
