"""A stop in the window: the sentence, the way on, and settings that leave no mark."""

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton

from ganlab_gui.app.main import create
from ganlab_gui.app.session import State
from ganlab_gui.app.stopping import sentence
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.stops import SENTENCES, Stopped
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
WAIT = 60_000


@pytest.fixture
def window(qtbot):
    _, window = create(with_values(SMALL, {"stop.step": 120}), home="thread", device="cpu")
    window.show()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    yield window
    window.session.mark_saved()
    window.close()
    window.deleteLater()


def test_playing_stops_says_why_and_goes_on(qtbot, window):
    session, banner = window.session, window.banner
    with qtbot.waitSignal(session.stopped, timeout=WAIT):
        session.play()
    qtbot.waitUntil(lambda: session.state is State.PAUSED, timeout=WAIT)
    assert session.step == 120
    assert banner.isVisible()
    assert banner.label.text() == "Stopped at step 120, as set."
    alone = Trainer(SMALL, "cpu")
    alone.step(120)
    np.testing.assert_array_equal(session.history.rows.values, alone.rows()[1])
    window.findChild(QPushButton, "banner.go_on").click()
    qtbot.waitUntil(lambda: session.step > 200, timeout=WAIT)
    assert session.state is State.PLAYING
    assert not banner.isVisible()


def test_setting_a_stop_is_no_edit_of_the_game_and_can_be_undone(qtbot, window):
    session = window.session
    session.advance("both", 5)
    qtbot.waitUntil(lambda: session.step == 5, timeout=WAIT)
    assert session.edit("stop.step", 50)
    assert session.pending == []
    assert session.running.stop.step == 50
    with qtbot.waitSignal(session.stopped, timeout=WAIT) as found:
        session.play()
    assert found.args[0].step == 50
    session.undo_stack.undo()
    assert session.experiment.stop.step == 120
    assert session.history.edits == []


def test_the_group_is_closed_until_a_condition_is_set(qtbot, window):
    group = window.controls.groups["Stop"]
    assert group.heading.isChecked(), "this experiment stops at a step"
    window.session.edit("stop.step", 0)
    assert not group.heading.isChecked()
    assert not window.controls.row("stop.value").meant
    window.session.edit("stop.measure", "w1")
    assert group.heading.isChecked()
    assert window.controls.row("stop.value").meant


@pytest.mark.parametrize("reason", SENTENCES)
def test_the_window_says_what_the_command_line_says(reason):
    said = sentence(Stopped(120, reason, 0.1, 3.0, "w1" if reason in ("below", "above") else ""))
    assert said == Stopped(120, reason, 0.1, 3.0, "W₁").sentence()


def test_numbers_are_short_and_several_runs_have_a_median():
    several = Stopped(12_000, "above", 7.0, 8.0, "modes_captured", 16)
    assert sentence(several).endswith("the median of modes captured rose to 8 (limit 7).")
    one = Stopped(2_000, "below", 0.1, 0.094321, "w1")
    assert sentence(one).endswith("W₁ fell to 0.0943 (limit 0.1).")
    assert "inf" in sentence(Stopped(3, "above", 1.0, float("inf"), "frechet"))
