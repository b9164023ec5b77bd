"""The flat list of settings that controls, tooltips and messages are read from."""

import pytest

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.knobs import GROUPS, is_hot, is_meant, is_silent, settings_of
from ganlab_gui.experiment.objectives import DIVERGENCE_FORMULAS, FORMULAS, NAMES
from ganlab_gui.experiment.schema import Experiment

EVERY = [
    pytest.param(setting, experiment, id=f"{name}-{setting.path}")
    for name in DATA
    for experiment in [Experiment.model_validate({"data": {"name": name}})]
    for setting in settings_of(experiment)
    if name == "ring" or setting.path.startswith("data.")
]

HOT = {
    "discriminator.dropout",
    "generator.average",
    "objective.name",
    "objective.divergence",
    "objective.alternative",
    "objective.a",
    "objective.b",
    "objective.c",
    "objective.margin",
    "objective.pull_away",
    "objective.bandwidths",
    "objective.label_smoothing",
    "objective.adversarial_weight",
    "penalty.name",
    "penalty.weight",
    "penalty.target",
    "clip.c",
    "training.batch",
    "training.d_steps",
    "training.g_steps",
    "training.order",
    "training.d_until",
    "training.unroll",
    "training.consensus",
    "training.minibatches",
    "training.label_noise",
    "training.instance_noise",
    "training.instance_noise_steps",
    *(f"stop.{name}" for name in ("step", "seconds", "measure", "direction", "value", "diverged")),
} | {
    f"{player}_optimizer.{name}"
    for player in ("generator", "discriminator")
    for name in ("name", "lr", "momentum", "beta1", "beta2", "schedule", "horizon")
}


def value_of(experiment, path):
    for part in path.split("."):
        experiment = getattr(experiment, part)
    return experiment


def test_hot_settings_are_those_of_the_contract():
    experiment = Experiment()
    assert {s.path for s in settings_of(experiment) if s.knob.hot} == HOT
    assert all(is_hot(path, experiment) for path in HOT)
    for cold in ("seed", "runs", "data.radius", "generator.hidden", "noise.dim", "no.such"):
        assert not is_hot(cold, experiment)


def test_what_the_game_does_not_depend_on_is_silent():
    for path in ("title", "notes", "shelf", "expect", "stop.step", "stop.measure"):
        assert is_silent(path)
    for path in ("seed", "training.batch", "data.name"):
        assert not is_silent(path)


def test_paths_are_distinct_and_none_is_forgotten():
    paths = [s.path for s in settings_of(Experiment())]
    assert len(set(paths)) == len(paths)
    assert {"seed", "runs", "noise.dim", "data.modes", "generator.hidden"} <= set(paths)


@pytest.mark.parametrize(("setting", "experiment"), EVERY)
def test_a_setting_is_described_and_consistent(setting, experiment):
    assert setting.knob.label
    assert setting.help.endswith(".")
    assert setting.knob.group in GROUPS
    assert setting.kind in {"bool", "int", "float", "choice", "widths", "numbers", "text", "other"}
    low, high = setting.low, setting.high
    if setting.kind in ("int", "float"):
        assert low is not None
        assert high is not None
        value = value_of(experiment, setting.path)
        assert value > low if setting.exclusive_low else value >= low
        assert value < high if setting.exclusive_high else value <= high
        assert setting.default == value
    if setting.kind == "choice":
        assert setting.default in setting.choices
    if setting.knob.slider is not None:
        a, b = setting.knob.slider
        assert low <= a < b <= high
    if setting.knob.scale == "decay":
        assert (setting.knob.slider or (low, high))[1] < 1
    if setting.knob.scale == "log":
        assert (setting.knob.slider or (low, high))[0] > 0


@pytest.mark.parametrize(("setting", "experiment"), EVERY)
def test_bounds_are_those_that_validation_keeps(setting, experiment):
    if setting.kind not in ("int", "float"):
        return
    margin = 1 if setting.kind == "int" else 1e-6 * max(1.0, abs(setting.high))
    for bound, outside in ((setting.low, -margin), (setting.high, margin)):
        value = bound + outside
        value = int(value) if setting.kind == "int" else value
        with pytest.raises(ExperimentError) as refused:
            with_values(experiment, {setting.path: value})
        assert refused.value.lines[0].startswith(f"settings: {setting.path}: is ")


def test_kinds_come_from_the_types():
    kinds = {s.path: s.kind for s in settings_of(Experiment())}
    assert kinds["seed"] == "int"
    assert kinds["clip.c"] == "float"
    assert kinds["objective.name"] == "choice"
    assert kinds["generator.hidden"] == "widths"
    mixture = Experiment.model_validate({"data": {"name": "gaussian-mixture"}})
    assert {s.path: s.kind for s in settings_of(mixture)}["data.means"] == "numbers"
    file = {
        s.path: s.kind for s in settings_of(Experiment.model_validate({"data": {"name": "file"}}))
    }
    assert (file["data.path"], file["data.standardise"]) == ("text", "bool")


def test_each_player_has_its_own_optimizer_group():
    groups = {s.path: s.knob.group for s in settings_of(Experiment())}
    assert groups["generator_optimizer.lr"] == "Generator"
    assert groups["discriminator_optimizer.lr"] == "Discriminator"


def test_a_setting_of_a_choice_is_meant_where_that_is_made():
    settings = {s.path: s for s in settings_of(Experiment())}
    assert is_meant(settings["training.d_steps"], Experiment())
    margin = settings["objective.margin"]
    assert not is_meant(margin, Experiment())
    assert is_meant(margin, with_values(Experiment(), {"objective.name": "energy"}))


def test_every_choice_that_settings_belong_to_is_there():
    settings = {s.path: s for s in settings_of(Experiment())}
    for setting in settings.values():
        if setting.knob.when is not None:
            path, values = setting.knob.when
            assert set(values) <= set(settings[path].choices), setting.path


def test_an_objective_of_another_family_waits():
    running = Experiment()
    for name, hot in {
        "hinge": True,
        "f-gan": True,
        "energy": False,
        "moment-matching": False,
    }.items():
        wanted = with_values(running, {"objective.name": name})
        assert is_hot("objective.name", wanted, running) == hot
        assert is_hot("objective.name", running, wanted) == hot


def test_every_objective_and_divergence_has_its_formulas():
    settings = {s.path: s for s in settings_of(Experiment())}
    assert tuple(FORMULAS) == NAMES == settings["objective.name"].choices
    assert tuple(DIVERGENCE_FORMULAS) == settings["objective.divergence"].choices
    assert all("L_G = " in formula for formula in FORMULAS.values())
