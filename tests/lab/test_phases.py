"""Which objective held when, from the settings now or at the start and the edits between."""

import pytest

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit
from ganlab_gui.lab.phases import FAR, changes_of_meaning, edited, phases, told_columns

EDITS = [
    Edit(10, "objective.name", "minimax", "f-gan"),
    Edit(10, "objective.divergence", "kl", "pearson"),
    Edit(20, "training.d_steps", 1, 5),
    Edit(30, "objective.name", "f-gan", "hinge"),
]


@pytest.mark.parametrize("known", ["minimax", "hinge"])  # as it was at the start, as it is now
def test_every_stretch_has_its_objective(known):
    found = phases(Experiment(objective={"name": known}), EDITS)
    told = [(p.begin, p.end, p.experiment.objective.name) for p in found]
    assert told == [(-FAR, 10, "minimax"), (10, 30, "f-gan"), (30, FAR, "hinge")]
    assert [p.experiment.objective.divergence for p in found] == ["kl", "pearson", "pearson"]
    assert changes_of_meaning(EDITS) == (10, 10, 30)


def test_instance_noise_tells_phases_apart():
    edits = [Edit(5, "objective.c", 1.0, 2.0), Edit(9, "training.instance_noise", 0.0, 1.0)]
    found = [p.experiment for p in phases(Experiment(), edits)]
    assert [then.objective.c for then in found] == [1, 2, 2]
    assert [then.training.instance_noise for then in found] == [0, 0, 1]


def test_an_edited_experiment_keeps_the_rest():
    told = edited(Experiment(), {"objective.c": 2.0, "training.batch": 8, "runs": 4})
    assert (told.objective.c, told.training.batch) == (2.0, 8)
    assert told.runs == Experiment().runs
    assert told.objective.name == Experiment().objective.name


def test_without_edits_there_is_one():
    (only,) = phases(Experiment(), [])
    assert (only.begin, only.end, only.experiment) == (-FAR, FAR, Experiment())


def test_columns_that_say_something():
    def told(name):
        return told_columns(Experiment(objective={"name": name}))

    assert told("moment-matching") == {"g_loss"}
    assert "accuracy_real" in told("hinge") & told("f-gan") & told("non-saturating")
    for name in ("wasserstein", "energy", "relativistic"):
        assert told(name) == {"d_loss", "g_loss", "value", "penalty"}
