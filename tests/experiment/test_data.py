"""The settings of data sets: defaults, bounds, and what every control needs."""

from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from ganlab_gui.experiment.data import DATA, Data, Drawn, File, class_count, dimension
from ganlab_gui.experiment.knob import Knob
from ganlab_gui.experiment.table import TableError

ADAPTER = TypeAdapter(Data)
ONE_D = {"gaussian", "gaussian-mixture", "uniform", "laplace", "mad-gan", "dirac"}


@pytest.mark.parametrize("name", DATA)
def test_a_name_alone_is_a_valid_data_set(name):
    settings = ADAPTER.validate_python({"name": name})
    assert type(settings) is DATA[name]
    assert settings.name == name
    assert ADAPTER.validate_json(settings.model_dump_json()) == settings
    if name != "file":
        assert dimension(settings) == (1 if name in ONE_D else 2)


def test_the_table_of_names_holds_the_whole_union():
    union, *_ = get_args(Data)
    assert list(DATA.values()) == list(get_args(union))


@pytest.mark.parametrize("name", DATA)
def test_every_parameter_has_a_label_a_help_text_and_is_cold(name):
    labels = []
    for parameter, field in DATA[name].model_fields.items():
        if parameter == "name":
            continue
        (knob,) = [item for item in field.metadata if isinstance(item, Knob)]
        assert knob.label
        assert not knob.hot
        assert field.description
        assert field.description.endswith(".")
        labels.append(knob.label)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("values", "place", "message"),
    [
        ({"name": "rings"}, (), "does not match any of the expected tags"),
        ({"name": "ring", "mode": 8}, ("ring", "mode"), "Extra inputs are not permitted"),
        ({"name": "ring", "std": 0}, ("ring", "std"), "greater than or equal to 0.001"),
        ({"name": "ring", "std": float("nan")}, ("ring", "std"), "finite number"),
        ({"name": "ring", "modes": 0}, ("ring", "modes"), "greater than or equal to 1"),
        (
            {"name": "gaussian-mixture", "means": [1, 2, 3]},
            ("gaussian-mixture",),
            "equally many, not 3 means, 2 stds and 2 weights",
        ),
        (
            {"name": "gaussian-mixture", "weights": [1, -1]},
            ("gaussian-mixture", "weights", 1),
            "greater than or equal to",
        ),
        ({"name": "uniform", "low": 2}, ("uniform",), "high must exceed low"),
        ({"name": "dirac", "theta": 11}, ("dirac", "theta"), "less than or equal to 10"),
        ({"name": "dirac", "psi": -11}, ("dirac", "psi"), "greater than or equal to -10"),
        ({"name": "file", "label_column": -1}, ("file", "label_column"), "greater than or equal"),
        ({"name": "file", "columns": [0]}, ("file", "columns", 0), "greater than or equal to 1"),
        ({"name": "file", "columns": [1, 2, 3]}, ("file", "columns"), "at most 2 items"),
        (
            {"name": "drawn", "strokes": [{"points": []}]},
            ("drawn", "strokes", 0, "points"),
            "at least 1 item",
        ),
    ],
)
def test_what_is_out_of_bounds_is_refused_with_its_place(values, place, message):
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(values)
    (error,) = caught.value.errors()
    assert error["loc"] == place
    assert message in error["msg"]


def test_the_dimension_of_a_file_comes_from_its_columns_or_from_itself(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("name,height\nanna,1.7\nbo,1.8\n")
    assert dimension(File(path=str(path))) == 1
    assert dimension(File(path="not there", columns=(1, 2))) == 2
    with pytest.raises(TableError, match="does not exist"):
        dimension(File(path=str(tmp_path / "none.csv")))


def test_the_classes_of_a_file_come_from_its_labels(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("kind,x\n3,1.7\n1,1.8\n2,1.9\n")
    labelled = File(path=str(path), label_column=1)
    assert class_count(labelled) == 3
    assert dimension(labelled) == 1
    table = labelled.read()
    assert table.labels.tolist() == [2, 0, 1]
    assert table.values[:, 0].tolist() == [1.7, 1.8, 1.9]
    assert class_count(File(path="not there")) == 0
    with pytest.raises(TableError, match="does not exist"):
        class_count(File(path="not there", label_column=2))


def test_a_drawing_keeps_its_strokes():
    strokes = [{"points": [[0, 0], [1, 2]], "size": 0.3, "softness": 0, "erase": True}]
    drawn = Drawn.model_validate({"strokes": strokes})
    assert drawn.strokes[0].points == ((0.0, 0.0), (1.0, 2.0))
    assert drawn.strokes[0].erase
    assert drawn.extent == 3.0
