"""Settings that cannot go together are refused at their path, with what is allowed."""

import pytest

from ganlab_gui.experiment.io import ExperimentError, validate, with_values
from ganlab_gui.experiment.rules import RULES
from ganlab_gui.experiment.schema import Experiment

SEVERAL = "several generators play with the loss minimax or non-saturating only"
SIMULTANEOUS = {"order": "simultaneous"}
CONSENSUS = SIMULTANEOUS | {"consensus": 0.1}
SENTENCE = (
    "it needs the simultaneous order with one step of each player, no unrolling, and a"
    " discriminator that is never frozen"
)
DIRAC = (
    "dirac has one generator and one discriminator of one parameter each, and no energy, kernel,"
    " pack or classes"
)
BROKEN = [
    ({"generator": {"count": 2}, "objective": {"name": "hinge"}}, "generator.count", 2, SEVERAL),
    ({"generator": {"count": 2}, "objective": {"name": "wasserstein"}}, "generator.count", 2,
     SEVERAL),
    ({"generator": {"count": 3}, "training": {"history": 100}}, "training.history", 100,
     "no samples are kept where several generators play; allowed: 0"),
    ({"generator": {"count": 3}, "discriminator": {"pack": 2}}, "discriminator.pack", 2,
     "a pack would mix the samples of several generators; allowed: 1"),
    ({"discriminator": {"pack": 4}, "training": {"batch": 3}}, "discriminator.pack", 4,
     "it is larger than the batch, and a pack is made of a minibatch's samples"),
    ({"generator": {"count": 5}, "training": {"batch": 4}}, "generator.count", 5,
     "it is larger than the batch, and each generator makes its part of a minibatch"),
    ({"discriminator": {"pack": 2}, "objective": {"name": "energy"}}, "discriminator.pack", 2,
     "an energy or a kernel judges single samples; allowed: 1"),
    ({"discriminator": {"pack": 2}, "objective": {"name": "moment-matching"}},
     "discriminator.pack", 2, "an energy or a kernel judges single samples; allowed: 1"),
    ({"training": {"unroll": 5}, "objective": {"name": "moment-matching"}}, "training.unroll", 5,
     "moment matching has no discriminator to unroll; allowed: 0"),
    ({"training": {"consensus": 0.1}}, "training.consensus", 0.1, SENTENCE),
    ({"training": CONSENSUS | {"d_steps": 2}}, "training.consensus", 0.1, SENTENCE),
    ({"training": CONSENSUS | {"g_steps": 0}}, "training.consensus", 0.1, SENTENCE),
    ({"training": CONSENSUS | {"unroll": 1}}, "training.consensus", 0.1, SENTENCE),
    ({"training": CONSENSUS | {"d_until": 9}}, "training.consensus", 0.1, SENTENCE),
    ({"training": CONSENSUS, "objective": {"name": "moment-matching"}}, "training.consensus", 0.1,
     "moment matching has no discriminator to agree with; allowed: 0"),
    ({"training": {"batch": 9000}, "objective": {"name": "moment-matching"}}, "training.batch",
     9000, "moment matching compares samples in pairs; runs × batch² may be 67108864 at most"),
    ({"training": {"batch": 4096}, "discriminator": {"minibatch_features": 8}}, "training.batch",
     4096, "minibatch features compare samples in pairs; runs × batch² × features may be 67108864"
     " at most"),
    ({"training": {"conditional": True}, "data": {"name": "swiss-roll"}}, "training.conditional",
     True, "this data has no classes to tell the players"),
    ({"data": {"name": "dirac"}, "generator": {"count": 2}}, "data.name", "dirac", DIRAC),
    ({"data": {"name": "dirac"}, "discriminator": {"pack": 2}}, "data.name", "dirac", DIRAC),
    ({"data": {"name": "dirac"}, "objective": {"name": "energy"}}, "data.name", "dirac", DIRAC),
    ({"data": {"name": "dirac"}, "objective": {"name": "moment-matching"}}, "data.name", "dirac",
     DIRAC),
]  # fmt: skip


@pytest.mark.parametrize(("values", "path", "value", "sentence"), BROKEN)
def test_what_cannot_go_together_is_said_at_its_path(values, path, value, sentence):
    with pytest.raises(ExperimentError) as refused:
        validate(values, "here")
    assert refused.value.lines == [f"here: {path}: is {value!r}; {sentence}."]


def test_every_rule_is_broken_here():
    assert {(path, sentence) for path, _, sentence in RULES} == {
        (path, sentence) for _, path, _, sentence in BROKEN
    }


def test_every_broken_rule_is_named_at_once():
    with pytest.raises(ExperimentError) as refused:
        validate(
            {
                "generator": {"count": 2},
                "discriminator": {"pack": 2},
                "training": {"consensus": 1.0, "history": 5},
                "objective": {"name": "energy"},
            },
            "here",
        )
    assert len(refused.value.lines) == 5


@pytest.mark.parametrize(
    "values",
    [
        {"generator.count": 5, "objective.name": "minimax"},
        {"discriminator.pack": 4, "training.batch": 4},
        {"training.consensus": 1.0, "training.order": "simultaneous"},
        {"training.unroll": 5, "objective.name": "energy"},
        {"training.conditional": True, "data.name": "moons"},
        {"data.name": "dirac", "training.unroll": 3},
        {"training.conditional": True, "discriminator.pack": 2, "training.history": 50},
    ],
)
def test_what_can_go_together_does(values):
    assert isinstance(with_values(Experiment(), values), Experiment)
