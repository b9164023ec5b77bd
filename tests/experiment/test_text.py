"""What is copied and pasted is the same experiment; what is none is refused in one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, load_preset, preset_names, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.experiment.text import HEAD, copied, pasted


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_comes_back_as_it_was(name):
    experiment = load_preset(name)
    text = copied(experiment)
    assert text.startswith(HEAD)
    assert pasted(text) == experiment
    assert pasted(f"```toml\n{text}\n```\n") == experiment
    assert pasted(text.replace("\n", "\r\n")) == experiment


@given(
    title=st.text(max_size=200),
    notes=st.text(max_size=300),
    rate=st.floats(1e-9, 10, exclude_min=True),
    seed=st.integers(0, 2**31 - 1),
    hidden=st.lists(st.integers(1, 4096), max_size=5),
    data=st.sampled_from([name for name in DATA if name not in ("file", "dirac")]),
    extent=st.floats(1e-3, 1000),
)
def test_any_settings_come_back_to_the_last_bit(title, notes, rate, seed, hidden, data, extent):
    values = {
        "title": title, "notes": notes, "generator_optimizer.lr": rate, "seed": seed,
        "generator.hidden": hidden, "data.name": data,
    }  # fmt: skip
    if data == "drawn":
        stroke = {"points": [[extent / 3, -extent / 7]], "size": 0.1}
        values |= {"data.extent": extent, "data.strokes": [stroke]}
    experiment = with_values(Experiment(), values)
    assert pasted(copied(experiment)) == experiment


def test_a_data_file_is_named_by_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "points.csv").write_text("x,y\n" + "1,2\n3,4\n" * 20)
    monkeypatch.chdir(tmp_path)
    experiment = with_values(Experiment(), {"data": {"name": "file", "path": "points.csv"}})
    text = copied(experiment)
    full = str((tmp_path / "points.csv").resolve())
    assert f"# It rests on a file of data that is not in this text: {full}" in text
    back = pasted(text)
    assert back.data.path == full
    assert with_values(back, {"data.path": "points.csv"}) == experiment


BAD = {
    "nothing": "", "prose": "Dear all,\nthe data = in the attachment = are bad", "code": "x = 1\n",
    "half": HEAD + "\n[data]\nname = ", "unknown": "[data]\nname = 'ring'\nmodes = -1\nfoo = 2",
    "a lesson": "[[step]]\npage = 'dance'", "numbers": "1,2\n3,4\n", "bytes": "\x00\x01[data]",
}  # fmt: skip


@pytest.mark.parametrize("name", list(BAD))
def test_what_is_no_experiment_is_refused_in_one_sentence(name):
    with pytest.raises(ExperimentError) as caught:
        pasted(BAD[name], "clipboard")
    (line,) = caught.value.lines
    assert line.startswith("clipboard: ")
    assert "\n" not in line
    if name == "unknown":
        assert "data.modes" in line
        assert line.endswith("(1 more)")
