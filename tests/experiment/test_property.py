"""Any experiment at all: a valid one is written and read exactly, one thing wrong is named."""

import math
from collections.abc import Iterator
from typing import Any

import pytest
import tomlkit
from hypothesis import given, settings
from support.experiments import (
    Values,
    at,
    choices,
    covering,
    experiments,
    fields_of,
    own_data,
    spoiled,
    with_wrong_types,
)

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, dumps, flatten, loads, validate, with_values
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.schema import Experiment


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
    assert [line for line in refused.value.lines if not line.startswith(f"here: {path}")] == []
    assert all(line.endswith(".") and "\n" not in line for line in refused.value.lines)
    told = refused.value.lines
    try:
        text = tomlkit.dumps(values)
    except (TypeError, ValueError):  # a value that TOML has no word for
        return
    with pytest.raises(ExperimentError) as refused:
        loads(text, "here")
    assert refused.value.lines == told
