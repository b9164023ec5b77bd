"""The presets: each loads, trains and says what it is; the quick ones keep their promise here."""

import pytest

from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import dumps, load_preset, loads, preset_names, with_values
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.lab.verify import check, verify

REQUIRED = {
    "figure-1", "mixture-1d", "ring-collapse", "ring-wgan-clip", "ring-wgan-gp", "grid-collapse",
    "grid-wgan-gp", "vanishing-gradient", "swiss-roll", "unbalanced-ring", "wgan-momentum",
    "ring", "nine-seeds",
}  # fmt: skip
QUICK = ("ring", "figure-1", "vanishing-gradient", "parallel-segments")
ONE_LINE = 90
"""Characters that fit beside a thumbnail in the gallery."""

every_preset = pytest.mark.parametrize("name", preset_names())


def test_the_presets_that_the_lab_speaks_of_exist_and_are_listed_in_order():
    names = preset_names()
    assert set(names) >= REQUIRED
    assert names == sorted(names)


@every_preset
def test_a_preset_introduces_itself(name: str):
    preset = load_preset(name)
    first, *rest = preset.notes.strip().split("\n")
    assert 3 <= len(preset.title) <= 40
    assert 20 <= len(first) <= ONE_LINE
    assert first.endswith(".")
    assert any(line.startswith("Try: ") for line in rest)


@every_preset
def test_a_preset_trains(name: str):
    trainer = Trainer(with_values(load_preset(name), {"runs": 1}), "cpu")
    assert trainer.step(3) == 3
    assert trainer.diverged_at == [None]
    assert trainer.samples(10).shape == (1, 10, trainer.experiment.dim)


@every_preset
def test_a_preset_survives_writing_and_reading(name: str):
    preset = load_preset(name)
    assert loads(dumps(preset)) == preset


@every_preset
def test_what_a_preset_promises_can_be_tested(name: str):
    check(load_preset(name))


def test_titles_tell_the_presets_apart():
    titles = [load_preset(name).title for name in preset_names()]
    assert len(set(titles)) == len(titles)


def test_the_data_of_the_presets_have_names_of_their_own():
    used = {load_preset(name).data.name for name in preset_names()}
    assert used <= set(DATA)
    assert len(used) >= 10


def test_a_cure_is_shown_on_the_data_of_its_collapse():
    for sick, cured in (("ring-collapse", "ring-wgan-gp"), ("grid-collapse", "grid-wgan-gp")):
        assert load_preset(sick).data == load_preset(cured).data


def test_figure_1_has_an_exact_density():
    preset = load_preset("figure-1")
    assert (preset.noise.dim, preset.dim) == (1, 1)
    assert preset.generator.activation == "tanh"


@pytest.mark.slow
@pytest.mark.parametrize("name", QUICK)
def test_a_quick_preset_keeps_its_promise(name: str):
    for outcome in verify(load_preset(name)):
        assert outcome.met, (outcome.expect, outcome.values)
