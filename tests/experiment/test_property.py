"""Any experiment at all: a valid one is written and read exactly, one thing wrong is named."""

from collections.abc import Iterator

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from support.experiments import (
    MANY,
    Values,
    at,
    choices,
    covering,
    deep,
    experiments,
    fields_of,
    own_data,
    spoiled,
)

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, dumps, flatten, loads, validate, with_values
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.schema import Experiment

DRAWN = settings(
    deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_data(tmp_path_factory.mktemp("own")):
        yield


def test_the_covering_experiments_make_every_choice() -> None:
    made = [flatten(validate(values, "covering")) for values in covering()]
    for path, allowed in choices().items():
        assert {one[path] for one in made} == set(allowed), path


def test_every_setting_there_is_can_be_drawn_and_spoiled() -> None:
    for name in DATA:
        start = Experiment.model_validate({"data": {"name": name}})
        known = {path for path, _, _ in fields_of({"data": {"name": name}})}
        assert {setting.path for setting in settings_of(start)} <= known


def exactly_as_written(values: Values) -> None:
    experiment = validate(values, "drawn")
    text = dumps(experiment)
    assert loads(text) == experiment
    assert dumps(loads(text)) == text


def named(values: Values, path: str) -> None:
    """It is refused, as a mapping and as a text, in lines that name ``path`` and nothing else."""
    with pytest.raises(ExperimentError) as refused:
        validate(values, "here")
    told = refused.value.lines
    assert told
    for line in told:
        assert line.startswith((f"here: {path}: ", f"here: {path}.")), line
        assert line.endswith(".")
        assert "\n" not in line
    try:
        text = tomlkit.dumps(values)
    except ValueError:  # TOML has no word for None
        return
    with pytest.raises(ExperimentError) as refused:
        loads(text, "here")
    assert refused.value.lines == told


@settings(DRAWN, max_examples=80)
@given(experiments())
def test_a_valid_experiment_is_written_and_read_exactly(values: Values) -> None:
    exactly_as_written(values)


@settings(DRAWN, max_examples=150)
@given(spoiled())
def test_one_thing_wrong_is_refused_by_its_name(spoiled: tuple[Values, str]) -> None:
    named(*spoiled)


@settings(DRAWN, max_examples=50)
@given(spoiled())
def test_a_wrong_edit_is_refused_by_its_name(spoiled: tuple[Values, str]) -> None:
    values, path = spoiled
    if path in ("data", "data.name"):  # then there are no data to edit
        return
    start = Experiment.model_validate({"data": {"name": values["data"]["name"]}})
    if path not in flatten(start):
        return
    with pytest.raises(ExperimentError) as refused:
        with_values(start, {path: at(values, path)}, "here")
    assert all(line.startswith(f"here: {path}") for line in refused.value.lines)


@deep
@settings(DRAWN, max_examples=MANY or 1, derandomize=False)
@given(experiments(), spoiled())
def test_many_experiments_are_read_or_refused(values: Values, wrong: tuple[Values, str]) -> None:
    exactly_as_written(values)
    named(*wrong)
