"""The experiment: its contract of names, bounds, and the Wasserstein recipe."""

import pytest
from pydantic import ValidationError

from ganlab_gui.experiment.data import DATA, Grid
from ganlab_gui.experiment.io import ExperimentError, validate
from ganlab_gui.experiment.schema import Experiment

CONTRACT = {
    "title": None,
    "notes": None,
    "seed": None,
    "runs": None,
    "data": ["name"],
    "noise": ["name", "dim"],
    "generator": ["hidden", "activation", "output", "init", "norm", "count", "average"],
    "discriminator": [
        "hidden", "activation", "init", "dropout", "norm", "pack", "minibatch_features"
    ],
    "objective": [
        "name", "adversarial_weight", "divergence", "alternative", "a", "b", "c", "margin",
        "pull_away", "bandwidths", "label_smoothing",
    ],
    "penalty": ["name", "weight", "target"],
    "clip": ["c"],
    "training": [
        "batch", "d_steps", "g_steps", "order", "d_until", "unroll", "consensus", "conditional",
        "minibatches", "scaling", "label_noise", "instance_noise", "instance_noise_steps",
        "history",
    ],
    "generator_optimizer": ["name", "lr", "momentum", "beta1", "beta2", "schedule", "horizon"],
    "discriminator_optimizer": ["name", "lr", "momentum", "beta1", "beta2", "schedule", "horizon"],
}  # fmt: skip


@pytest.mark.parametrize(("table", "names"), CONTRACT.items())
def test_the_names_of_the_contract_exist(table, names):
    value = getattr(Experiment(), table)
    for name in names or []:
        assert hasattr(value, name)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("noise.name", ["gaussian", "uniform"]),
        (
            "objective.name",
            [
                "minimax", "non-saturating", "wasserstein", "f-gan", "least-squares", "hinge",
                "energy", "relativistic", "moment-matching",
            ],
        ),
        (
            "objective.divergence",
            [
                "kl", "reverse-kl", "pearson", "neyman", "squared-hellinger", "jeffrey",
                "jensen-shannon", "gan", "total-variation",
            ],
        ),
        ("penalty.name", ["none", "gradient", "lipschitz", "r1", "r2"]),
        ("generator.norm", ["none", "batch", "layer", "instance", "spectral"]),
        ("discriminator.norm", ["none", "batch", "layer", "instance", "spectral"]),
        ("training.minibatches", ["separate", "mixed"]),
        ("generator_optimizer.schedule", ["constant", "linear", "cosine", "exponential"]),
        ("training.order", ["alternating", "simultaneous"]),
        ("generator_optimizer.name", ["sgd", "momentum", "rmsprop", "adam"]),
        (
            "discriminator.activation",
            ["relu", "leaky-relu", "elu", "tanh", "sigmoid", "softplus", "maxout"],
        ),
        ("generator.hidden", [[], [7], [64, 32, 16]]),
    ],
)  # fmt: skip
def test_every_choice_of_the_contract_is_allowed(path, allowed):
    table, name = path.split(".")
    for choice in allowed:
        value = getattr(getattr(Experiment.model_validate({table: {name: choice}}), table), name)
        assert value == (tuple(choice) if isinstance(choice, list) else choice)


def test_every_data_set_can_be_named():
    for name in DATA:
        assert Experiment.model_validate({"data": {"name": name}}).data.name == name


def test_an_experiment_is_frozen_all_the_way_down():
    experiment = Experiment()
    with pytest.raises(ValidationError):
        experiment.seed = 3
    with pytest.raises(ValidationError):
        experiment.training.d_steps = 3
    assert hash(experiment.training) == hash(Experiment().training)


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"sede": 1}, "sede"),
        ({"training": {"k": 5}}, "training.k"),
        ({"data": {"name": "ring", "side": 5}}, "data.side"),
        ({"clip": {"c": 0.1, "C": 0.1}}, "clip.C"),
    ],
)
def test_unknown_keys_are_refused_with_their_path(values, path):
    with pytest.raises(ExperimentError) as refused:
        validate(values, "here")
    assert refused.value.lines == [f"here: {path}: no such setting."]


def test_the_wasserstein_recipe_is_the_papers():
    e = Experiment.model_validate({"objective": {"name": "wasserstein"}})
    assert e.clip.c == 0.01
    assert e.training.d_steps == 5
    for optimizer in (e.generator_optimizer, e.discriminator_optimizer):
        assert (optimizer.name, optimizer.lr, optimizer.beta2) == ("rmsprop", 5e-5, 0.99)


def test_the_wasserstein_recipe_fills_only_what_is_absent():
    e = Experiment.model_validate(
        {
            "objective": {"name": "wasserstein"},
            "clip": {"c": 0.0},
            "training": {"d_steps": 2, "batch": 64},
            "generator_optimizer": {"name": "adam", "lr": 1e-4},
            "discriminator_optimizer": {"lr": 3e-4},
        }
    )
    assert (e.clip.c, e.training.d_steps, e.training.batch) == (0.0, 2, 64)
    assert (e.generator_optimizer.name, e.generator_optimizer.lr) == ("adam", 1e-4)
    assert e.generator_optimizer.beta2 == 0.999
    assert (e.discriminator_optimizer.name, e.discriminator_optimizer.lr) == ("rmsprop", 3e-4)


def test_a_penalty_takes_the_place_of_the_clip():
    e = Experiment.model_validate(
        {"objective": {"name": "wasserstein"}, "penalty": {"name": "gradient"}}
    )
    assert e.clip.c == 0
    assert e.training.d_steps == 5
    assert e.generator_optimizer.name == "adam"


def test_other_losses_have_no_recipe():
    assert Experiment.model_validate({"objective": {"name": "minimax"}}).clip.c == 0
    assert Experiment().training.d_steps == 1


def test_the_recipe_leaves_the_given_mapping_alone():
    values = {"objective": {"name": "wasserstein"}, "training": {"batch": 8}}
    Experiment.model_validate(values)
    assert values == {"objective": {"name": "wasserstein"}, "training": {"batch": 8}}


def test_one_expectation_counts_as_a_list_of_one():
    promise = {"steps": 10, "measure": "js", "at_most": 0.1}
    one = Experiment.model_validate({"expect": promise})
    assert one == Experiment.model_validate({"expect": [promise]})
    assert one.expect[0].at_most == 0.1
    with pytest.raises(ExperimentError, match=r"expect\.0: .*at_least or at_most"):
        validate({"expect": {"steps": 10, "measure": "js"}}, "here")


def test_dimension_is_the_datas():
    assert Experiment(data=Grid()).dim == 2
    assert Experiment.model_validate({"data": {"name": "gaussian"}}).dim == 1


def test_each_run_has_a_seed_that_can_be_asked_for_alone() -> None:
    experiment = Experiment(seed=2**31 - 2, runs=3)
    assert experiment.seeds == [2**31 - 2, 2**31 - 1, 0]
    assert all(Experiment(seed=seed).seeds == [seed] for seed in experiment.seeds)
