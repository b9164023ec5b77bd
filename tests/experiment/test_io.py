"""Experiments as TOML: reading, writing, changing by path, and what is said when they are wrong."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import (
    ExperimentError,
    changes,
    dumps,
    flatten,
    load,
    load_preset,
    loads,
    open_experiment,
    parse_assignments,
    validate,
    with_values,
)
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.rules import PAIRS
from ganlab_gui.experiment.schema import Experiment

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
EXPECT = st.fixed_dictionaries(
    {
        "steps": st.integers(1, 9999),
        "measure": st.sampled_from(["js", "modes_captured"]),
        "at_most": st.floats(0, 9),
        "set": st.dictionaries(st.sampled_from(["training.d_steps", "runs"]), st.integers(1, 9)),
    }
)
STROKE = st.fixed_dictionaries(
    {
        "points": st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=4),
        "softness": st.floats(0, 1),
        "erase": st.booleans(),
    }
)


def numbers(setting):
    """A strategy of values that a number's bounds allow."""
    if setting.kind == "int":
        return st.integers(int(setting.low), int(setting.high))
    return st.floats(
        setting.low,
        setting.high,
        exclude_min=setting.exclusive_low,
        exclude_max=setting.exclusive_high,
    )


def strategy(setting):
    if setting.kind in ("int", "float"):
        return numbers(setting)
    if setting.kind == "choice":
        return st.sampled_from(setting.choices)
    if setting.kind == "widths" and setting.path != "data.columns":
        return st.lists(st.integers(1, 4096), max_size=4)
    if setting.path == "data.strokes":
        return st.lists(STROKE, max_size=3)
    if setting.kind == "text":
        return TEXT
    return None


@st.composite
def experiments(draw):
    start = Experiment.model_validate({"data": {"name": draw(st.sampled_from(sorted(DATA)))}})
    values = {"title": draw(TEXT), "notes": draw(TEXT)}
    values["expect"] = draw(st.lists(EXPECT, max_size=2))
    for setting in settings_of(start):
        choice = strategy(setting)
        if choice is not None and setting.path not in ("data.low", "data.high"):
            values[setting.path] = draw(choice)
    return with_values(start, values | mended(start, values))


def mended(start, values):
    """What has to change of drawn values that cannot go together."""
    dirac, name = start.data.name == "dirac", values["objective.name"]
    if dirac and name in ("energy", "moment-matching"):
        name = "hinge"
    alone = dirac or name in ("energy", "moment-matching")
    batch = values["training.batch"]
    pack = 1 if alone else min(values["discriminator.pack"], batch)
    several = name in ("minimax", "non-saturating") and pack == 1 and not dirac
    count = min(values["generator.count"], batch) if several else 1
    consensus = values["training.consensus"] > 0 and name != "moment-matching"
    once = {
        "training.order": "simultaneous", "training.d_steps": 1, "training.g_steps": 1,
        "training.unroll": 0, "training.d_until": 0,
    }  # fmt: skip
    out = once if consensus else {"training.consensus": 0.0}
    if name == "moment-matching":
        out["training.unroll"] = 0
    if count > 1:
        out["training.history"] = 0
    pairs = values["runs"] * batch**2
    if pairs > PAIRS and name == "moment-matching":
        out["runs"], out["training.batch"] = 1, min(batch, 4096)
    if pairs * values["discriminator.minibatch_features"] > PAIRS:
        out["discriminator.minibatch_features"] = 0
    return out | {"objective.name": name, "discriminator.pack": pack, "generator.count": count}


@settings(max_examples=60, deadline=None)
@given(experiments())
def test_writing_and_reading_gives_the_same_experiment(experiment):
    assert loads(dumps(experiment)) == experiment


def test_what_is_written_holds_every_setting():
    written = tomllib.loads(dumps(Experiment()))
    assert written["discriminator_optimizer"]["beta2"] == 0.999
    assert written["data"] == {"name": "ring", "modes": 8, "radius": 2.0, "std": 0.02}
    assert "expect" not in written


def test_all_errors_of_a_file_come_at_once(tmp_path):
    file = tmp_path / "bad.toml"
    file.write_text(
        'sede = 1\nseed = "one"\n[training]\nk = 5\nbatch = 0\n[data]\nname = "ring"\nstd = -1\n'
    )
    with pytest.raises(ExperimentError) as refused:
        load(file)
    assert sorted(refused.value.lines) == [
        f"{file}: data.std: is -1; must be at least 0.001.",
        f"{file}: sede: no such setting.",
        f"{file}: seed: is 'one'; must be a whole number.",
        f"{file}: training.batch: is 0; must be at least 1.",
        f"{file}: training.k: no such setting.",
    ]
    assert str(refused.value) == "\n".join(refused.value.lines)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"seed": 1.5}, "seed: is 1.5; must be a whole number."),
        ({"seed": -1}, "seed: is -1; must be at least 0."),
        ({"runs": [1]}, "runs: must be a whole number."),
        ({"title": 3}, "title: is 3; must be text."),
        ({"training": 5}, "training: is 5; must be a table of settings."),
        ({"data": 5}, "data: is 5; must be a table of settings."),
        ({"data": {}}, "data.name: is missing."),
        ({"data": {"name": "ring", "radius": "far"}}, "data.radius: is 'far'; must be a number."),
        ({"data": {"name": "ring", "radius": 0}}, "data.radius: is 0; must be greater than 0."),
        ({"generator": {"hidden": 32}}, "generator.hidden: is 32; must be a list."),
        ({"generator": {"hidden": [8, "x"]}},
         "generator.hidden.1: is 'x'; must be a whole number."),
        ({"generator": {"hidden": [8] * 17}}, "generator.hidden: must have at most 16 entries."),
        ({"discriminator": {"dropout": 1}}, "discriminator.dropout: is 1; must be at most 0.9."),
        ({"generator_optimizer": {"beta1": 1}},
         "generator_optimizer.beta1: is 1; must be less than 1."),
        ({"penalty": {"weight": float("nan")}}, "penalty.weight: is nan; must be a finite number."),
        ({"objective": {"name": "lsgan"}},
         "objective.name: is 'lsgan'; allowed: 'minimax', 'non-saturating', 'wasserstein',"
         " 'f-gan', 'least-squares', 'hinge', 'energy', 'relativistic' or 'moment-matching'."),
        ({"expect": {"measure": "js", "at_most": 1}}, "expect.0.steps: is missing."),
        ({"data": {"name": "file", "standardise": "maybe"}},
         "data.standardise: is 'maybe'; must be true or false."),
        ({"data": {"name": "uniform", "low": 2, "high": 1}},
         "data: high must exceed low by at least 0.001, not low 2, high 1."),
    ],
)  # fmt: skip
def test_a_message_is_one_sentence_with_path_and_what_is_allowed(values, message):
    with pytest.raises(ExperimentError) as refused:
        validate(values, "ring.toml")
    assert refused.value.lines == [f"ring.toml: {message}"]


def test_an_unknown_data_set_is_answered_with_the_list():
    with pytest.raises(ExperimentError) as refused:
        validate({"data": {"name": "rings"}}, "x")
    (line,) = refused.value.lines
    assert line.startswith("x: data.name: is 'rings'; allowed: ")
    assert all(repr(name) in line for name in DATA)


def test_a_long_value_is_shortened_in_its_message():
    with pytest.raises(ExperimentError) as refused:
        validate({"title": "x" * 5000}, "x")
    assert len(refused.value.lines[0]) < 150


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"seed = ", "not valid TOML"), (b"\xff\xfe\x00", "not a text file"), (None, "no such file")],
)
def test_files_that_cannot_be_read_say_so(tmp_path, content, words):
    file = tmp_path / "experiment.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ExperimentError, match=words) as refused:
        load(file)
    assert len(refused.value.lines) == 1
    assert refused.value.lines[0].startswith(str(file))


def test_a_folder_is_no_experiment(tmp_path):
    with pytest.raises(ExperimentError, match="cannot be read"):
        load(tmp_path)


def test_a_relative_data_path_is_taken_from_the_files_folder(tmp_path):
    (tmp_path / "sub").mkdir()
    file = tmp_path / "sub" / "own.toml"
    file.write_text('[data]\nname = "file"\npath = "../points.csv"\n')
    assert load(file).data.path == str(tmp_path / "points.csv")


def test_an_unknown_preset_is_answered_with_the_list():
    with pytest.raises(ExperimentError, match="no preset of that name; there are: "):
        load_preset("no-such-preset")
    with pytest.raises(ExperimentError, match="no preset of that name"):
        open_experiment("no-such-preset")
    with pytest.raises(ExperimentError, match="no such file"):
        open_experiment("no-such-file.toml")


@pytest.mark.parametrize("name", DATA)
def test_every_setting_can_be_changed_by_its_path(name):
    start = Experiment.model_validate({"data": {"name": name}})
    for setting in settings_of(start):
        value = flatten(start)[setting.path]
        if setting.kind == "choice":
            value = setting.choices[-1]
        elif setting.kind == "float":
            value = setting.low + 0.25 * (setting.high - setting.low)
        elif setting.kind == "int":
            value = int(setting.high)
        if setting.path in ("data.low", "data.high"):
            value = flatten(start)[setting.path] * 0.5
        if name == "dirac" and setting.path in FIXED_BY_DIRAC:
            with pytest.raises(ExperimentError, match="dirac has one generator"):
                with_values(start, {setting.path: value})
            continue
        changed = with_values(start, COMPANY.get(setting.path, {}) | {setting.path: value})
        assert flatten(changed)[setting.path] == value


FIXED_BY_DIRAC = ("objective.name", "generator.count", "discriminator.pack")
COMPANY = {"training.consensus": {"training.order": "simultaneous"}}
"""What must change together with a setting."""


def test_changing_one_setting_leaves_the_others():
    old = Experiment()
    new = with_values(old, {"training.d_steps": 5, "generator.hidden": [8, 8]})
    assert changes(old, new) == {
        "generator.hidden": ((32, 32), (8, 8)),
        "training.d_steps": (1, 5),
    }
    assert old == Experiment()


def test_switching_the_data_takes_its_defaults_whatever_the_order():
    start = with_values(Experiment(), {"data.radius": 3.0})
    grid = with_values(start, {"data.name": "grid"})
    assert grid.data.model_dump() == {"name": "grid", "side": 5, "spacing": 2.0, "std": 0.05}
    for values in (
        {"data.name": "grid", "data.side": 3},
        {"data.side": 3, "data.name": "grid"},
    ):
        assert with_values(start, values).data.side == 3
    assert with_values(start, {"data.name": "ring"}) == start


def test_switching_the_loss_of_a_complete_experiment_changes_the_loss_alone():
    new = with_values(Experiment(), {"objective.name": "wasserstein"})
    assert list(changes(Experiment(), new)) == ["objective.name"]


def test_all_wrong_paths_are_reported_at_once():
    with pytest.raises(ExperimentError) as refused:
        with_values(Experiment(), {"k": 1, "training.k": 1, "seed.x": 1, "a.b.c": 1}, "--set")
    assert refused.value.lines == [
        f"--set: {path}: no such setting." for path in ("k", "training.k", "seed.x", "a.b.c")
    ]
    with pytest.raises(ExperimentError, match=r"--set: data\.side: no such setting"):
        with_values(Experiment(), {"data.side": 3}, "--set")


def test_assignments_are_toml_where_they_parse_and_else_text():
    values = parse_assignments(
        [
            "training.d_steps=5",
            "clip.c = 1e-2",
            "generator.hidden=[8, 8]",
            "objective.name=minimax",
            "data.path=/tmp/a b=c.csv",
            "data.standardise=true",
            'title="a = b"',
            "notes=",
        ]
    )
    assert values == {
        "training.d_steps": 5,
        "clip.c": 0.01,
        "generator.hidden": [8, 8],
        "objective.name": "minimax",
        "data.path": "/tmp/a b=c.csv",
        "data.standardise": True,
        "title": "a = b",
        "notes": "",
    }
    assert with_values(Experiment(), {"generator.hidden": values["generator.hidden"]})


def test_every_bad_assignment_is_reported():
    with pytest.raises(ExperimentError) as refused:
        parse_assignments(["k", "=3", "training.d_steps=2"])
    assert [line.split(":")[0] for line in refused.value.lines] == ["--set k", "--set =3"]


def test_changes_between_data_sets_name_what_one_side_lacks():
    new = with_values(Experiment(), {"data.name": "grid"})
    found = changes(Experiment(), new)
    assert found["data.name"] == ("ring", "grid")
    assert found["data.radius"] == (2.0, None)
    assert found["data.side"] == (None, 5)
    assert changes(new, new) == {}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("training.batch = true", "training.batch"),
        ('training.batch = "64"', "training.batch"),
        ("training.batch = 64.5", "training.batch"),
        ("clip.c = false", "clip.c"),
        ('data = {name = "ring", std = "0.1"}', "data.std"),
        ('data = {name = "file", standardise = "yes"}', "data.standardise"),
        ("generator.hidden = [true]", "generator.hidden.0"),
        ("title = 3", "title"),
    ],
)
def test_no_kind_of_value_passes_for_another(text, path):
    with pytest.raises(ExperimentError, match=path):
        loads(text)


def test_changes_tell_unknown_paths_and_bad_values_together():
    with pytest.raises(ExperimentError) as raised:
        with_values(Experiment(), {"training.d_stps": 5, "noise.dim": -1, "training.batch": "x"})
    assert [line.split(": ")[1] for line in raised.value.lines] == [
        "training.d_stps",
        "noise.dim",
        "training.batch",
    ]
