"""The machine as plain data: places that do not overlap, words with this very step's numbers."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.objectives import NAMES
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.dissection import LEVELS
from ganlab_gui.lab.dissector import dissect
from ganlab_gui.lab.history import History
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.pages.machine import EDGES, aside, places, pulled
from ganlab_gui.pages.machine_moments import of_dissection, of_snapshot
from ganlab_gui.pages.machine_says import figure, percent

SMALL = {
    "data.name": "ring", "generator.hidden": [6], "discriminator.hidden": [7],
    "training.batch": 16,
}  # fmt: skip
GAMES = {
    **{name: {"objective.name": name} for name in NAMES},
    "one dimension": {"data.name": "gaussian-mixture", "training.d_steps": 3},
    "simultaneous": {"training.order": "simultaneous"},
    "consensus": {"training.order": "simultaneous", "training.consensus": 0.1},
    "mad-gan": {"generator.count": 3},
    "conditional": {"training.conditional": True},
    "penalty": {"objective.name": "wasserstein", "penalty.name": "gradient"},
    "unrolled": {"training.unroll": 2},
    "memory": {"training.history": 24},
    "dirac": {"data.name": "dirac"},
}


def taken_apart(kind="both", **values):
    experiment = with_values(Experiment(), {**SMALL, **values})
    trainer = Trainer(experiment, "cpu")
    probe = Probe(trainer)
    return experiment, probe.scene(), dissect(trainer, probe, kind), trainer, probe


@pytest.mark.parametrize("name", GAMES)
def test_every_stage_of_every_game_has_its_sentence_and_its_lights(name):
    experiment, scene, found, *_ = taken_apart(**GAMES[name])
    for level in LEVELS:
        said = set()
        for unit in found.units(level):
            moment = of_dissection(found, unit, experiment, scene, str)
            assert moment.sentence.endswith(".")
            assert "{" not in moment.sentence
            assert "nan" not in moment.sentence
            assert moment.lit
            assert {part for part in moment.lit if isinstance(part, str)} <= set(moment.parts)
            assert set(moment.back) <= set(moment.edges)
            said.add(moment.sentence)
        assert len(said) == len(found.units(level))


def test_the_sentence_of_an_update_holds_its_numbers():
    experiment, scene, found, *_ = taken_apart(**{"training.d_steps": 3})
    unit = found.units("update")[1]
    stage = found.stages[unit[-1]]
    moment = of_dissection(found, unit, experiment, scene, str)
    assert moment.headline == "step 1 · D update 2 of 3"
    for value in (stage.said_real.mean(), stage.said_fake.mean(), stage.loss, stage.move):
        assert figure(float(value)) in moment.sentence
    assert moment.sentence.startswith("D update 2 of 3: of n = 16 data")
    assert percent(stage.move, stage.length) in moment.sentence


def test_the_penalty_is_added_and_energies_are_told_as_energies():
    experiment, scene, found, *_ = taken_apart(**GAMES["penalty"])
    stage = next(s for s in found.stages if s.name == "loss" and s.player == "d")
    at = found.stages.index(stage)
    moment = of_dissection(found, range(at, at + 1), experiment, scene, str)
    assert figure(stage.loss + stage.penalty) in moment.sentence
    assert f"+ penalty {figure(stage.penalty)}" in moment.values["d_loss"]
    experiment, scene, found, *_ = taken_apart(**GAMES["energy"])
    moment = of_dissection(found, range(1, 2), experiment, scene, str)
    assert figure(float(-found.stages[1].said_real.mean())) == moment.values["said_real"]
    assert moment.axis[1] <= 0


def test_gradients_go_back_along_the_ways_of_their_player():
    experiment, scene, found, *_ = taken_apart()
    d, g = (
        of_dissection(found, unit, experiment, scene, str).back for unit in found.units("update")
    )
    assert set(d) == {("says", "d_loss"), ("d", "says")}
    assert set(g) == {("says", "g_loss"), ("d", "says"), ("fake", "d"), ("g", "fake")}
    last = found.stages[-1]
    assert g["g", "fake"] == last.slope
    assert g["fake", "d"] == pulled(last)
    assert d["d", "says"] == found.latest("d", 4).slope


def test_a_kernel_has_no_answers_and_no_loss_of_its_own():
    experiment, scene, found, *_ = taken_apart(**GAMES["moment-matching"])
    moment = of_dissection(found, range(len(found.stages)), experiment, scene, str)
    assert moment.kernel
    assert "says" not in moment.parts
    assert ("d", "g_loss") in moment.edges


def test_live_it_shows_the_newest_picture_and_row():
    experiment, scene, _, trainer, probe = taken_apart()
    trainer.step(4)
    history = History(1)
    history.rows.extend(*trainer.rows())
    snapshot = probe.snapshot(Needs(frozenset({"samples", "d"}), 50, 21))
    moment = of_snapshot(snapshot, 0, history, experiment, scene, str)
    row = dict(zip(history.columns, history.rows.values[-1, 0], strict=True))
    assert moment.values["d_loss"] == f"{figure(float(row['d_loss']))} nats"
    assert moment.values["g_loss"] == f"{figure(float(row['g_loss']))} nats"
    assert not moment.lit
    assert moment.headline == "step 5"
    nearest = [int(np.argmin(np.abs(snapshot.xs - x))) for x in moment.fake[0]]
    inside = np.abs(moment.fake[0]).max() < snapshot.xs[-1]
    assert not inside or moment.said_fake[0] == snapshot.d[0][nearest[1], nearest[0]]


def test_before_anything_has_been_seen_there_is_a_picture():
    experiment, scene, *_ = taken_apart()
    moment = of_snapshot(None, 0, History(1), experiment, scene, str)
    assert moment.fake is None
    assert moment.titles["g"] == "G"
    assert moment.lines["g"] == ("2 → 6 → 2",)


@pytest.mark.parametrize("kernel", [False, True])
@pytest.mark.parametrize("size", [(540, 430), (1000, 560), (360, 330), (300, 600)])
def test_parts_do_not_overlap_and_ways_join_them(size, kernel):
    where = places(*size, 14.0, kernel)
    rects = [np.array(r) for r in where.whole.values()]
    for x, y, w, h in rects:
        assert min(x, y) >= -1e-6
        assert x + w <= size[0] + 1e-6
        assert y + h <= size[1] + 1e-6
    for a, b in combinations(rects, 2):
        apart = (a[:2] + a[2:] <= b[:2] + 1e-6) | (b[:2] + b[2:] <= a[:2] + 1e-6)
        assert apart.any()
    for edge in EDGES:
        if {*edge} <= set(where.whole):
            line = where.way(edge)
            for (x, y, w, h), (px, py) in zip(
                (where.whole[edge[0]], where.whole[edge[1]]), (line[0], line[-1]), strict=True
            ):
                assert x - 1e-6 <= px <= x + w + 1e-6
                assert y - 1e-6 <= py <= y + h + 1e-6
            for points in (line, aside(line, 5.0)):
                assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))


def test_numbers_are_told_to_three_figures():
    assert figure(0.9134) == "0.913"
    assert figure(-12.3) == "−12.3"
    assert figure(1.25e-5) == "1.25 · 10⁻⁵"
    assert figure(None) == figure(float("nan")) == "–"
    assert figure(1234.0) == "1\u2009234"
    assert percent(0.5, 10.0) == "5.0 %"
