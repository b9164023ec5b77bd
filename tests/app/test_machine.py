"""Steps taken apart, from the worker to the machine's panel in the window."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from ganlab_gui.app.main import create
from ganlab_gui.app.session import DISSECTIONS, Session, State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(runs=2),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WAIT = 60_000

Open = Callable[..., MainWindow]


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session(SMALL, Client(SMALL, "thread", "cpu"))
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    yield session
    session.close()


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def begin(experiment: Experiment = SMALL) -> MainWindow:
        _, window = create(experiment, home="thread", device="cpu")
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
        return window

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.deleteLater()


def test_single_steps_are_taken_apart_where_someone_looks(qtbot: QtBot, session: Session) -> None:
    session.dissected_run = lambda: 1
    for kind in ("both", "d", "g"):
        with qtbot.waitSignal(session.dissected, timeout=WAIT):
            session.advance(kind)
    assert [d.step for d in session.dissections] == [1, 2, 3]
    assert [d.kind for d in session.dissections] == ["both", "d", "g"]
    assert {d.run for d in session.dissections} == {1}
    qtbot.waitUntil(lambda: session.step == 3, timeout=WAIT)
    alone = Trainer(SMALL, "cpu")
    alone.step(1)
    alone.step_d()
    alone.step_g()
    np.testing.assert_array_equal(session.history.rows.values, alone.rows()[1])


def test_nobody_looks_and_many_steps_are_not_taken_apart(qtbot: QtBot, session: Session) -> None:
    session.advance("both")
    session.dissected_run = lambda: 0
    session.advance("both", 3)
    qtbot.waitUntil(lambda: session.step == 4, timeout=WAIT)
    assert not session.dissections


def test_so_many_are_kept_and_a_reset_forgets_them(qtbot: QtBot, session: Session) -> None:
    session.dissected_run = lambda: 0
    for _ in range(DISSECTIONS + 5):
        session.advance("both")
    qtbot.waitUntil(lambda: session.step == DISSECTIONS + 5, timeout=WAIT)
    qtbot.waitUntil(lambda: session.dissections[-1].step == DISSECTIONS + 5, timeout=WAIT)
    assert len(session.dissections) == DISSECTIONS
    with qtbot.waitSignal(session.scene_changed, timeout=WAIT):
        session.reset()
    assert not session.dissections


def test_the_machine_walks_in_the_window(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.action("machine").trigger()
    assert window.panels.staged == "machine"
    view = window.panels.machine
    assert window.panels.dissected_run() == 0
    window.action("stage_forward").trigger()
    qtbot.waitUntil(lambda: view.walk.here is not None, timeout=WAIT)
    found, at = view.walk.here
    assert (found.step, at) == (1, range(1))
    qtbot.waitUntil(lambda: window.session.step == 1, timeout=WAIT)
    window.action("stage_forward").trigger()
    window.action("stage_forward").trigger()
    assert view.walk.here[1] == range(2, 3)
    window.action("stage_back").trigger()
    assert view.walk.here[1] == range(1, 2)
    assert window.session.step == 1
    window.action("step").trigger()
    qtbot.waitUntil(lambda: view.walk.here[0].step == 2, timeout=WAIT)
    assert view.walk.newest
    window.action("walk").trigger()
    assert view.timer.isActive()
    window.action("walk").trigger()
    assert not view.timer.isActive()


def test_playing_shows_the_machine_live(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.action("machine").trigger()
    view = window.panels.machine
    window.action("stage_forward").trigger()
    qtbot.waitUntil(lambda: not view.walk.live, timeout=WAIT)
    window.session.play()
    qtbot.waitUntil(lambda: view.walk.live and window.session.step > 20, timeout=WAIT)
    window.session.pause()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    moment = view.picture.moment
    assert moment is not None
    assert moment.said_fake is not None


def test_a_hidden_machine_costs_nothing(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    assert window.panels.dissected_run() is None
    window.action("stage_back").trigger()
    window.session.step_both()
    qtbot.waitUntil(lambda: window.session.step == 1, timeout=WAIT)
    assert not window.session.dissections
    window.action("stage_forward").trigger()
    assert window.panels.staged == "machine"


def test_the_run_that_is_looked_at_is_taken_apart(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.action("machine").trigger()
    window.panels.set_run(1)
    window.action("stage_forward").trigger()
    view = window.panels.machine
    qtbot.waitUntil(lambda: view.walk.here is not None, timeout=WAIT)
    assert view.walk.here[0].run == 1


def test_the_figure_is_the_stage_that_is_shown(qtbot: QtBot, open_window: Open) -> None:
    from ganlab_gui.figures import Style

    window = open_window()
    window.action("machine").trigger()
    window.action("stage_forward").trigger()
    view = window.panels.machine
    qtbot.waitUntil(lambda: view.walk.here is not None, timeout=WAIT)
    svg = window.exporter.render("machine", Style(), "svg").decode()
    assert view.picture.moment.headline.split(" · ")[-1] in svg
    assert window.exporter.picture("machine").options["moment"] is view.picture.moment
