"""The machine panel: live, walking through stages, back into earlier steps, at a chosen pace."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.dissector import dissect
from ganlab_gui.lab.history import History
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.pages.machine_says import figure
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.machine import MachineView

GAMES = {
    "plane": {"data.name": "ring"},
    "line": {"data.name": "gaussian-mixture", "training.d_steps": 3},
    "critic": {"data.name": "ring", "objective.name": "wasserstein"},
    "energy": {"data.name": "ring", "objective.name": "energy"},
    "kernel": {"data.name": "ring", "objective.name": "moment-matching"},
    "dirac": {"data.name": "dirac"},
    "classes": {"data.name": "ring", "training.conditional": True},
    "generators": {"data.name": "gaussian-mixture", "generator.count": 3},
}


class Lab:
    """A trainer beside a view, as session and worker are in the window."""

    def __init__(self, view, name):
        values = {"generator.hidden": [6], "discriminator.hidden": [7], "training.batch": 16}
        self.experiment = with_values(Experiment(), {**values, **GAMES[name]})
        self.trainer = Trainer(self.experiment, "cpu")
        self.probe, self.view, self.found = Probe(self.trainer), view, []
        self.history = History(1, columns=self._columns())
        view.start(self.probe.scene(), self.experiment)
        view.step_asked.connect(self.step)

    def _columns(self):
        return History(1).columns + (
            ("theta", "psi") if self.experiment.data.name == "dirac" else ()
        )

    def step(self):
        self.found.append(dissect(self.trainer, self.probe))
        self.view.show_dissections(self.found)
        self.look()

    def train(self, steps):
        self.trainer.step(steps)
        self.look()

    def look(self):
        self.history.rows.extend(*self.trainer.rows())
        self.view.show_snapshot(self.probe.snapshot(self.view.needs()))
        self.view.show_history(self.history)


@pytest.fixture
def begin(qtbot):
    def begun(name="plane", size=(560, 640)):
        view = MachineView()
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        return view, Lab(view, name)

    return begun


def stage_of(view):
    found, at = view.walk.here
    return found.step, found.stages[at[-1]].player, found.stages[at[-1]].name


def colours(view):
    image = view.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in np.unique(pixels)}


def test_it_asks_for_samples_and_ds_ground_alone(begin):
    view, _lab = begin()
    assert view.needs().fields == {"samples", "d"}
    assert view.needs().runs == (0,)


def test_live_it_follows_training(begin):
    view, lab = begin()
    lab.train(3)
    assert view.walk.live
    row = lab.history.rows.values[-1, 0]
    assert view.picture.moment.values["g_loss"] == f"{figure(float(row[1]))} nats"
    lab.train(2)
    assert "5" in view.sentence.text()


def test_forward_takes_a_step_and_walks_through_its_stages(begin):
    view, lab = begin()
    lab.train(2)
    seen = []
    for _ in range(11):
        view.forward()
        seen.append(stage_of(view))
    names = ["sample", "forward", "loss", "backward", "update"]
    expected = [(3, "d", n) for n in names] + [(3, "g", n) for n in names]
    assert seen == [*expected, (4, "d", "sample")]
    assert lab.trainer.steps == 4
    assert "D update 1 of 1" in view.sentence.text()


def test_back_goes_into_earlier_steps_and_leaves_training_as_it_is(begin):
    view, lab = begin()
    for _ in range(12):
        view.forward()
    assert lab.trainer.steps == 2
    for _ in range(3):
        view.back()
    assert stage_of(view) == (1, "g", "backward")
    assert lab.trainer.steps == 2
    assert view.now_chip.isVisible()
    assert "2" in view.now_chip.text()
    view.now_chip.click()
    assert view.walk.live
    assert not view.now_chip.isVisible()
    for _ in range(100):
        view.back()
    assert stage_of(view) == (1, "d", "sample")


def test_the_level_says_how_far_one_goes_at_once(begin):
    view, _lab = begin("line")
    view.bar.check("update")
    seen = []
    for _ in range(4):
        view.forward()
        seen.append(stage_of(view)[1:])
    assert seen == [("d", "update")] * 3 + [("g", "update")]
    assert "D update 3 of 3" not in view.sentence.text()
    view.bar.check("iteration")
    assert view.sentence.text().startswith("Step 1: D learns 3 × and G 1 ×.")
    view.forward()
    assert view.sentence.text().startswith("Step 2:")
    view.bar.check("stage")
    assert stage_of(view) == (2, "g", "update")


def test_playing_goes_live_unless_the_past_is_looked_at_on_purpose(begin):
    view, lab = begin()
    view.forward()
    lab.train(5)
    assert view.walk.live
    view.back()
    assert stage_of(view)[0] == 1
    lab.train(5)
    assert stage_of(view)[0] == 1
    view.forward()
    assert lab.trainer.steps == 12
    assert stage_of(view) == (12, "d", "sample")


def test_a_step_that_others_ask_for_is_shown_at_its_end(begin):
    view, lab = begin()
    lab.step()
    assert stage_of(view) == (1, "g", "update")


def test_it_walks_by_itself_at_the_chosen_pace_and_stops(qtbot, begin):
    view, _lab = begin()
    view.bar.set_pace(0.3)
    assert view.bar.pace == pytest.approx(0.3)
    view.bar.buttons["play"].click()
    qtbot.waitUntil(lambda: view.walk.here is not None and stage_of(view)[2] == "loss")
    assert view.timer.interval() == 300
    view.bar.set_pace(20)
    assert view.timer.interval() == 10_000
    view.bar.buttons["back"].click()
    assert not view.timer.isActive()


def test_a_click_on_a_stage_goes_there(qtbot, begin):
    view, lab = begin()
    lab.step()
    cell = view.strip.cells()[3]
    centre = QPoint(round(cell.center().x()), round(cell.center().y()))
    qtbot.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=centre)
    assert stage_of(view) == (1, "d", "backward")


def test_another_experiment_forgets_the_steps(begin):
    view, lab = begin()
    lab.step()
    view.start(lab.probe.scene(), lab.experiment)
    assert view.walk.live
    view.back()
    assert view.walk.live


@pytest.mark.parametrize("name", GAMES)
@pytest.mark.parametrize("theme", PALETTES)
def test_every_game_is_painted_at_every_stage(begin, name, theme):
    view, lab = begin(name)
    palette = PALETTES[theme]
    view.set_theme(palette, 1.0)
    lab.train(1)
    assert palette.panel in colours(view)
    assert palette.action not in colours(view)
    lab.step()
    for i, stage in enumerate(lab.found[-1].stages):
        view.walk.go_to(i)
        view.draw()
        assert (palette.action in colours(view)) == (stage.name in ("backward", "update"))


@pytest.mark.parametrize("size", [(200, 120), (320, 900), (1200, 500)])
def test_it_fits_into_small_and_wide_panels(begin, size):
    view, lab = begin(size=size)
    view.set_theme(PALETTES["dark"], 1.5)
    lab.step()
    assert not view.picture.grab().isNull()


def test_level_and_pace_are_remembered_and_the_figure_gets_the_moment(begin):
    view, lab = begin()
    lab.step()
    view.bar.check("update")
    view.bar.set_pace(3.0)
    saved = view.options()
    assert saved["moment"] is view.picture.moment
    other, _ = begin()
    other.set_options(saved)
    assert other.walk.level == "update"
    assert other.bar.pace == pytest.approx(3.0, rel=0.05)


def test_numbers_that_are_not_finite_are_painted_as_far_as_they_go(begin):
    view, lab = begin()
    lab.step()
    stage = lab.found[0].stages[-2]
    for array in (stage.fake, stage.pull, stage.said_fake, stage.ground):
        array[...] = np.nan
    view.walk.go_to(8)
    view.draw()
    assert not view.picture.grab().isNull()
    view.forward()
    assert not view.picture.grab().isNull()
