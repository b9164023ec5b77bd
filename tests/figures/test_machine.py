"""The machine on paper: the stage that the view shows, else the newest picture."""

import pytest

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures import Picture, Style, render
from ganlab_gui.figures.panels import figure_machine
from ganlab_gui.lab.dissector import dissect
from ganlab_gui.lab.history import History
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.pages.machine_moments import of_dissection

GAMES = {
    "plane": {"data.name": "ring"},
    "line": {"data.name": "gaussian-mixture"},
    "critic": {"data.name": "ring", "objective.name": "wasserstein"},
    "kernel": {"data.name": "ring", "objective.name": "moment-matching"},
    "dirac": {"data.name": "dirac"},
    "classes": {"data.name": "ring", "training.conditional": True},
}


def taken_apart(name):
    values = {"generator.hidden": [6], "discriminator.hidden": [7], "training.batch": 16}
    experiment = with_values(Experiment(), {**values, **GAMES[name]})
    trainer = Trainer(experiment, "cpu")
    probe = Probe(trainer)
    return experiment, probe.scene(), dissect(trainer, probe)


def texts(figure):
    return [t.get_text() for t in (*figure.texts, *(t for ax in figure.axes for t in ax.texts))]


@pytest.mark.parametrize("name", GAMES)
def test_every_stage_is_drawn_with_its_sentence_and_numbers(name):
    experiment, scene, found = taken_apart(name)
    for unit in [found.units("stage")[-2], *found.units("iteration")]:
        moment = of_dissection(found, unit, experiment, scene, str)
        picture = Picture(experiment, scene, None, History(1), {"moment": moment})
        drawn = texts(figure_machine(picture, Style(dpi=60)))
        assert moment.headline in drawn
        assert " ".join(drawn).count(moment.sentence.split()[-1])
        for part in moment.parts:
            assert any(text.startswith(moment.titles[part]) for text in drawn)
        for part, value in moment.values.items():
            roomy = part != "d" or part in moment.noted
            assert not roomy or any(value in text for text in drawn)


def test_same_stage_same_bytes():
    experiment, scene, found = taken_apart("plane")
    moment = of_dissection(found, found.units("stage")[-2], experiment, scene, str)
    picture = Picture(experiment, scene, None, History(1), {"moment": moment})
    one, other = (render("machine", picture, Style(dpi=60), "pdf") for _ in range(2))
    assert one == other
