"""Tables: what is read, and the one sentence that names what is wrong."""

import csv
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ganlab_gui.experiment import table_base
from ganlab_gui.experiment.table import (
    TableError,
    class_names,
    read_labelled,
    read_table,
    standardise,
    table_dimension,
)

in_one_folder = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NUMBERS = st.floats(-1e30, 1e30, allow_nan=False, allow_infinity=False)
TABLES = st.tuples(st.integers(1, 20), st.integers(1, 2)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=NUMBERS)
)


def written(folder: Path, content: str | bytes, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        "x,y\n1,2\n3,4.5\n",
        "1,2\n3,4.5\n",
        "\ufeffx;y\r\n1;2\r\n3;4.5\r\n",
        "1\t2\n3\t4.5",
        "# a comment\n\n  1   2\n3 4.5\n   \n",
        "name, x, y\nfirst, 1, 2\nsecond, 3, 4.5\n",
        '"a, b","c"\n"1","2"\n3,4.5\n',
        "x,y,z\n1,2,7\n3,4.5,8\n",
    ],
)
def test_the_usual_ways_to_write_a_table_are_all_read(tmp_path, content):
    path = written(tmp_path, content)
    np.testing.assert_array_equal(read_table(path), [[1, 2], [3, 4.5]])
    assert table_dimension(path) == 2


def test_one_column_is_one_dimensional_even_under_a_title_with_spaces_and_a_comma(tmp_path):
    path = written(tmp_path, "my value, in mm\n1\n2\n")
    np.testing.assert_array_equal(read_table(path), [[1], [2]])
    assert table_dimension(path) == 1


def test_columns_are_chosen_in_the_order_given(tmp_path):
    path = written(tmp_path, "1,2,3\n4,5,6\n")
    np.testing.assert_array_equal(read_table(path, (3, 1)), [[3, 1], [6, 4]])


def test_header_can_be_forced_either_way(tmp_path):
    path = written(tmp_path, "1,2\n3,4\n")
    assert len(read_table(path, header="yes")) == 1
    assert len(read_table(path, header="no")) == 2
    with pytest.raises(TableError, match=r"line 1, column 1: 'x' is not a number"):
        read_table(written(tmp_path, "x,y\n1,2\n"), header="no")


@pytest.mark.parametrize(
    ("content", "columns", "message"),
    [
        ("", (), "t.csv is empty"),
        ("\n \n", (), "t.csv holds no rows"),
        ("x,y\n", (), "line 1: no column holds numbers"),
        ("x,y\n", (1,), "holds a header and no rows"),
        ("x,y\n1,2\n3,oops\n", (), "line 3, column 2: 'oops' is not a number; allowed are"),
        ("x,y\n1,2\n\n3,\n", (), "line 4, column 2: the cell is empty; allowed are"),
        ("1,2\n3,nan\n", (), "line 2, column 2: 'nan' is not a finite number"),
        ("1,2\n-inf,3\n", (), "line 2, column 1: '-inf' is not a finite number"),
        ("1,2\n1e300,3\n", (), "line 2, column 1: '1e300' is not a finite number"),
        ("1,2\n3,4\n5\n", (), "line 3: 1 cell where other rows have 2 cells"),
        ("1,2\n3\n", (), "line 2: 1 cell where other rows have 2 cells; every row must have"),
        ("1,2\n3,x\n", (), "line 2, column 2: 'x' is not a number"),
        ("1,2\n3,\n", (), "line 2, column 2: the cell is empty"),
        ("1,2\n3,4\n", (3,), "has 2 columns, so column 3 cannot be taken"),
        ("1,2\n3,4\n", (0,), "one or two are allowed, counted from 1"),
        ("1,2\n3,4\n", (1, 2, 1), "one or two are allowed, counted from 1"),
        ("1,5;2,5\n3,5;4,5\n", (), "with a decimal point"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", (), "not a text file in UTF-8"),
    ],
)
def test_a_bad_table_is_refused_with_its_place(tmp_path, content, columns, message):
    with pytest.raises(TableError, match=message) as caught:
        read_table(written(tmp_path, content), columns)
    assert "\n" not in str(caught.value)


def test_a_fault_far_down_has_the_right_line(tmp_path):
    rows = ["1,2"] * 20_000
    rows[17_233] = "1,two"
    with pytest.raises(TableError, match=r"line 17234, column 2: 'two'"):
        read_table(written(tmp_path, "\n".join(rows)))


def test_missing_files_and_folders_are_named(tmp_path):
    with pytest.raises(TableError, match="No data file is chosen"):
        read_table("")
    with pytest.raises(TableError, match=r"none\.csv does not exist"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(TableError, match="is a folder"):
        read_table(tmp_path)
    with pytest.raises(TableError, match="cannot be opened"):
        read_table("x" * 5000)


def test_more_rows_than_allowed_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(table_base, "MAX_ROWS", 10_000)
    assert len(read_table(written(tmp_path, "1\n" * 10_000))) == 10_000
    with pytest.raises(TableError, match="more than the 10000 rows"):
        read_table(written(tmp_path, "1\n" * 10_001))
    np.savez(tmp_path / "t.npz", np.zeros(10_001))
    with pytest.raises(TableError, match="more than the 10000 rows"):
        read_table(tmp_path / "t.npz")


def test_a_million_rows_are_read(tmp_path):
    path = written(tmp_path, "0.125 -2\n" * 1_000_000)
    values = read_table(path)
    assert values.shape == (1_000_000, 2)
    assert (values == [0.125, -2]).all()


@in_one_folder
@given(values=TABLES, delimiter=st.sampled_from([",", ";", "\t", " "]), named=st.booleans())
def test_any_table_of_numbers_comes_back_exactly(tmp_path, values, delimiter, named):
    lines = [delimiter.join(["left", "right"][: values.shape[1]])] if named else []
    lines += [delimiter.join(map(repr, row)) for row in values.tolist()]
    path = written(tmp_path, "\n".join(lines))
    np.testing.assert_array_equal(read_table(path), values)
    assert table_dimension(path) == values.shape[1]


@in_one_folder
@given(content=st.one_of(st.binary(), st.text().map(str.encode)))
def test_whatever_bytes_a_text_file_holds_only_table_errors_come_out(tmp_path, content):
    path = written(tmp_path, content)
    for read in (read_table, table_dimension):
        with suppress(TableError):
            read(path)
    for label in (1, 2):
        with suppress(TableError):
            table = read_labelled(path, label=label)
            assert 2 <= len(table.names) == len(np.unique(table.labels)) <= 64


@in_one_folder
@given(content=st.binary(), inside=st.booleans())
def test_whatever_bytes_an_archive_holds_only_table_errors_come_out(tmp_path, content, inside):
    if inside:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("data.npy", b"\x93NUMPY\x01\x00" + content)
        content = stream.getvalue()
    with pytest.raises(TableError):
        read_table(written(tmp_path, content or b"?", "t.npz"))


@in_one_folder
@given(values=TABLES)
def test_any_array_comes_back_exactly(tmp_path, values):
    np.savez_compressed(tmp_path / "t.npz", values)
    np.testing.assert_array_equal(read_table(tmp_path / "t.npz"), values)


def test_the_array_is_found_by_its_name_and_runs_are_joined(tmp_path):
    real = np.arange(12.0).reshape(2, 3, 2)
    np.savez(tmp_path / "t.npz", fake=np.zeros((2, 3, 2)), real=real)
    np.testing.assert_array_equal(read_table(tmp_path / "t.npz"), real.reshape(6, 2))
    np.testing.assert_array_equal(read_table(tmp_path / "t.npz", (2,))[:, 0], np.arange(1, 12, 2))
    assert table_dimension(tmp_path / "t.npz") == 2
    np.savez(tmp_path / "flat.npz", np.arange(3))
    np.testing.assert_array_equal(read_table(tmp_path / "flat.npz"), [[0], [1], [2]])
    assert table_dimension(tmp_path / "flat.npz") == 1


@pytest.mark.parametrize(
    ("array", "message"),
    [
        (np.array([{"a": 1}], dtype=object), "type object; allowed are"),
        (np.array(["one"]), "type <U3; allowed are"),
        (np.array([1j]), "type complex128; allowed are"),
        (np.zeros((2, 2, 2, 2)), r"shape \(2, 2, 2, 2\); allowed are"),
        (np.zeros((0, 2)), r"shape \(0, 2\); allowed are"),
        (np.array([[1.0, 2.0], [3.0, np.nan]]), "row 2, column 2: nan"),
    ],
)
def test_a_bad_array_is_refused_and_nothing_is_unpickled(tmp_path, array, message):
    np.savez(tmp_path / "t.npz", array)
    with pytest.raises(TableError, match=message):
        read_table(tmp_path / "t.npz")


def test_an_archive_without_arrays_and_too_few_columns_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "t.npz", "w") as archive:
        archive.writestr("notes.txt", "nothing")
    with pytest.raises(TableError, match="holds no array"):
        read_table(tmp_path / "t.npz")
    np.savez(tmp_path / "t.npz", np.zeros((3, 2)))
    with pytest.raises(TableError, match="has 2 columns, so column 3"):
        read_table(tmp_path / "t.npz", (3,))


def test_standardise_gives_mean_zero_and_std_one_and_refuses_a_constant():
    values = np.array([[1.0, 10.0], [3.0, 10.0], [5.0, 16.0]])
    done = standardise(values, "t.csv")
    np.testing.assert_allclose(done[:, 0], [-np.sqrt(1.5), 0, np.sqrt(1.5)])
    np.testing.assert_allclose([done.mean(axis=0), done.std(axis=0)], [[0, 0], [1, 1]], atol=1e-15)
    with pytest.raises(TableError, match=r"t\.csv: number 2 of the chosen columns is constant"):
        standardise(np.array([[1.0, 0.1], [2.0, 0.1], [3.0, 0.1]]), "folder/t.csv")


@pytest.mark.parametrize(
    ("cells", "labels", "names"),
    [
        (["b", "a", "b"], [1, 0, 1], ("a", "b")),
        (["10", "9", "10"], [1, 0, 1], ("9", "10")),
        (["-1", "1.0", "1"], [0, 1, 1], ("-1", "1")),
        (["10", "9", "x"], [0, 1, 2], ("10", "9", "x")),
        (["red wine", '"white, dry"', "red wine"], [0, 1, 0], ("red wine", "white, dry")),
    ],
)
def test_labels_are_sorted_as_numbers_or_as_texts(tmp_path, cells, labels, names):
    rows = "".join(f"{i},{i + 0.5},{cell}\n" for i, cell in enumerate(cells))
    path = written(tmp_path, f"x,y,kind\n{rows}")
    table = read_labelled(path, label=3)
    np.testing.assert_array_equal(table.values, [[0, 0.5], [1, 1.5], [2, 2.5]])
    np.testing.assert_array_equal(table.labels, labels)
    assert table.names == class_names(path, label=3) == names


def test_the_labels_are_none_of_the_columns_taken_by_themselves(tmp_path):
    path = written(tmp_path, "kind,x\n0,5\n1,6\n0,7\n")
    np.testing.assert_array_equal(read_labelled(path, label=1).values, [[5], [6], [7]])
    assert table_dimension(path) == 2
    assert table_dimension(path, label=1) == 1
    both = read_labelled(path, (1, 2), label=1)
    np.testing.assert_array_equal(both.values[:, 0], both.labels)
    np.savez(tmp_path / "t.npz", np.array([[7, 1.5, 2], [-3, 2.5, 3], [7, 3.5, 4]]))
    table = read_labelled(tmp_path / "t.npz", label=1)
    np.testing.assert_array_equal(table.values, [[1.5, 2], [2.5, 3], [3.5, 4]])
    np.testing.assert_array_equal(table.labels, [1, 0, 1])
    assert table.names == ("-3", "7")
    assert table_dimension(tmp_path / "t.npz", label=1) == 2


@in_one_folder
@given(
    kinds=st.lists(st.text("abc 019.-,é", min_size=1).filter(lambda s: s.strip()), min_size=2),
)
def test_any_labels_part_the_rows_as_their_texts_do(tmp_path, kinds):
    rows = io.StringIO()
    csv.writer(rows).writerows([["0.5", kind] for kind in kinds])
    path = written(tmp_path, rows.getvalue())
    with suppress(TableError):
        table = read_labelled(path, (1,), label=2)
        names = [table.names[label] for label in table.labels]
        whole = all(name.lstrip("-").isdigit() for name in table.names)
        for kind, name in zip(kinds, names, strict=True):
            assert kind.strip() == name or (whole and float(kind) == int(name))


def test_without_a_column_of_labels_there_are_no_names(tmp_path):
    table = read_labelled(written(tmp_path, "1,2\n3,4\n"))
    assert table.names == ()
    np.testing.assert_array_equal(table.labels, [0, 0])


def test_labels_of_many_blocks_are_joined(tmp_path):
    lines = [f"{i},{'late' if i > 15_000 else 'early'}" for i in range(20_000)]
    table = read_labelled(written(tmp_path, "\n".join(lines)), label=2)
    np.testing.assert_array_equal(table.labels, table.values[:, 0] > 15_000)
    assert table.names == ("early", "late")


@pytest.mark.parametrize(
    ("content", "label", "message"),
    [
        ("1,a\n2,a\n", 2, "t.csv, column 2: only one value; a column of labels has 2 to 64"),
        ("".join(f"{i},k{i}\n" for i in range(65)), 2, "column 2: more than 64 different values"),
        ("1,0.5\n2,1\n", 2, "column 2: 0.5 is not a whole number up to"),
        ("1,nan\n2,1\n", 2, "column 2: nan is not a whole number up to"),
        ("1,1e300\n2,1\n", 2, r"column 2: 1e\+300 is not a whole number up to"),
        ("1,a\n2,\n", 2, "line 2, column 2: the cell is empty; allowed labels are"),
        ("1,a\n2,b\n", 3, "has 2 columns, so column 3 cannot be taken"),
        ("1\n2\n", 1, "no column beside the labels holds numbers"),
    ],
)
def test_bad_labels_are_refused_with_their_place(tmp_path, content, label, message):
    path = written(tmp_path, content)
    for read in (read_labelled, class_names):
        with pytest.raises(TableError, match=message) as caught:
            read(path, label=label)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("array", "label", "message"),
    [
        (np.array([[1, 0.5], [2, 1.5]]), 2, "column 2: 0.5 is not a whole number"),
        (np.array([[1, np.inf], [2, 1.0]]), 2, "column 2: inf is not a whole number"),
        (np.array([[1, 3.0], [2, 3.0]]), 2, "column 2: only one value"),
        (np.arange(130.0).reshape(65, 2), 2, "column 2: more than 64 different values"),
        (np.arange(3.0), 1, "has no column beside the labels"),
        (np.arange(4.0).reshape(2, 2), 3, "has 2 columns, so column 3 cannot be taken"),
    ],
)
def test_bad_labels_of_an_array_are_refused(tmp_path, array, label, message):
    np.savez(tmp_path / "t.npz", array)
    with pytest.raises(TableError, match=message):
        read_labelled(tmp_path / "t.npz", label=label)


def test_the_names_of_a_file_that_changed_are_read_anew(tmp_path):
    path = written(tmp_path, "1,a\n2,b\n")
    assert class_names(path, label=2) == ("a", "b")
    written(tmp_path, "1,a\n2,b\n3,c\n")
    assert class_names(path, label=2) == ("a", "b", "c")
