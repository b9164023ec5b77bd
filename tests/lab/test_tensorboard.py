"""Event files hold the history's numbers at their steps, settings and edits as text."""

import struct
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from ganlab_gui.experiment.io import ExperimentError, loads
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import tensorboard
from ganlab_gui.lab.files import SaveError
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, Edit, History
from ganlab_gui.lab.tensorboard import FILE, MOST, write_events

NAN = np.nan


def history(steps=7, runs=2):
    rng = np.random.default_rng(0)
    out = History(runs, 3)
    out.rows.extend(np.arange(1, steps + 1), rng.standard_normal((steps, runs, len(ROW_COLUMNS))))
    out.rows.values[2, 1, 3] = NAN
    measured = np.full((2, runs, len(MEASURE_COLUMNS)), NAN, np.float32)
    measured[:, :, 0], measured[1, 0, 1] = [[0.5, 0.25], [0.125, np.inf]], 2.5
    out.measures.extend(np.array([1, steps]), measured)
    out.shares.extend(np.array([steps]), np.full((1, runs, 3), 0.25, np.float32))
    out.edits = [Edit(3, "training.d_steps", 1, 5), Edit(4, "objective.name", "minimax", "hinge")]
    return out


def events(path: Path):
    """Every event of a file, each record's length and both checksums tested."""
    from tensorboardX.crc32c import crc32c
    from tensorboardX.proto.event_pb2 import Event

    def masked(data: bytes) -> int:
        crc = crc32c(data)
        return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF

    raw, at, found = path.read_bytes(), 0, []
    while at < len(raw):
        head = raw[at : at + 8]
        (length,) = struct.unpack("<Q", head)
        body = raw[at + 12 : at + 12 + length]
        assert struct.unpack("<I", raw[at + 8 : at + 12])[0] == masked(head)
        assert struct.unpack("<I", raw[at + 12 + length : at + 16 + length])[0] == masked(body)
        found.append(Event.FromString(body))
        at += length + 16
    return found


def scalars(path: Path) -> dict[str, list[tuple[int, float]]]:
    out: dict[str, list[tuple[int, float]]] = {}
    for event in events(path):
        for value in event.summary.value:
            if value.HasField("simple_value"):
                out.setdefault(value.tag, []).append((event.step, value.simple_value))
    return out


def texts(path: Path) -> dict[str, list[tuple[int, str]]]:
    out: dict[str, list[tuple[int, str]]] = {}
    for event in events(path):
        for value in event.summary.value:
            if value.metadata.plugin_data.plugin_name == "text":
                said = value.tensor.string_val[0].decode()
                out.setdefault(value.tag, []).append((event.step, said))
    return out


def test_every_number_is_there_at_its_step(tmp_path):
    told = history()
    write_events(told, Experiment(runs=2, seed=5), tmp_path / "tb")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["tb"]
    for run, seed in enumerate((5, 6)):
        found = scalars(tmp_path / "tb" / f"seed-{seed}" / FILE)
        for name, table in (("training", told.rows), ("measures", told.measures),
                            ("mode shares", told.shares)):  # fmt: skip
            for column in table.columns:
                values = table.column(column)[:, run]
                pairs = zip(table.steps.tolist(), values.tolist(), strict=True)
                expected = [(step, value) for step, value in pairs if value == value]
                assert found.pop(f"{name}/{column}", []) == expected
        assert all("_hparams_" in tag for tag in found)


def test_settings_and_edits_are_texts(tmp_path):
    experiment = Experiment(runs=2, title="A ring of 8")
    write_events(history(), experiment, tmp_path / "tb")
    said = texts(tmp_path / "tb" / "seed-1" / FILE)
    ((_, settings),) = said["settings/text_summary"]
    lines = [line.removeprefix("    ") for line in settings.splitlines()]
    assert loads("\n".join(lines)) == experiment
    assert said["edits/text_summary"] == [
        (3, "`training.d_steps`: 1 → 5"), (4, "`objective.name`: minimax → hinge"),
    ]  # fmt: skip


def test_settings_are_hparams(tmp_path):
    from tensorboardX.proto.plugin_hparams_pb2 import HParamsPluginData

    write_events(history(), Experiment(runs=2), tmp_path / "tb")
    found = {}
    for event in events(tmp_path / "tb" / "seed-0" / FILE):
        for value in event.summary.value:
            if value.tag == "_hparams_/session_start_info":
                content = HParamsPluginData.FromString(value.metadata.plugin_data.content)
                found = dict(content.session_start_info.hparams)
    assert found["training.d_steps"].number_value == 1
    assert found["generator.hidden"].string_value == "32 32"
    assert found["training.conditional"].bool_value is False


def test_a_long_history_is_thinned_and_ends_with_its_last_step(tmp_path):
    steps = MOST * 2 + 1
    told = History(1)
    told.rows.extend(np.arange(1, steps + 1), np.ones((steps, 1, len(ROW_COLUMNS)), np.float32))
    write_events(told, Experiment(), tmp_path / "tb")
    found = scalars(tmp_path / "tb" / "seed-0" / FILE)["training/d_loss"]
    assert MOST / 2 < len(found) <= MOST
    assert found[-1][0] == steps
    assert {b[0] - a[0] for a, b in pairwise(found)} == {3}


def test_the_same_history_gives_the_same_bytes_and_takes_an_old_export_away(tmp_path):
    for name in ("a", "b", "a"):
        write_events(history(), Experiment(runs=2), tmp_path / name)
    files = [(tmp_path / name / "seed-1" / FILE).read_bytes() for name in ("a", "b")]
    assert files[0] == files[1]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_what_is_not_ours_is_never_replaced(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").write_text("years of work")
    with pytest.raises(SaveError, match="something else of that name"):
        write_events(history(), Experiment(runs=2), tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.tex").read_text() == "years of work"
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]


def test_an_export_given_up_leaves_nothing(tmp_path):
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_events(history(), Experiment(runs=2), tmp_path / "tb", stop)
    assert not list(tmp_path.iterdir())


def test_a_missing_package_is_said_with_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(tensorboard, "find_spec", lambda name: None)
    with pytest.raises(ExperimentError, match="python -m pip install tensorboardX"):
        write_events(history(), Experiment(runs=2), tmp_path / "tb")
    assert not list(tmp_path.iterdir())
