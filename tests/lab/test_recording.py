"""The recording: bounded, a tree of branches, and every moment of it a place to go on from."""

from collections.abc import Callable

import numpy as np
import pytest

from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import keyframe
from ganlab_gui.lab.history import History, row_columns
from ganlab_gui.lab.pack import PackError
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.recording import BOOKMARK, Mark, Place, Recording
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.state_check import StateError
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
LOOK = Needs(frozenset({"samples", "d"}), 20, 8)


class Lab:
    """A trainer and the recording of it, as worker and session keep it."""

    def __init__(self, experiment: Experiment = SMALL) -> None:
        self.trainer = Trainer(experiment, "cpu")
        scene = Probe(self.trainer).scene()
        history = History(experiment.runs, scene.modes, row_columns(experiment))
        self.recording = Recording(experiment, scene, history)
        self.keep()

    def keep(self) -> None:
        self.recording.branch.history.rows.extend(*self.trainer.rows())
        self.recording.keep_state(self.trainer.steps, keyframe.dumps(self.trainer))

    def step(self, count: int) -> None:
        self.trainer.step(count)
        self.recording.branch.history.rows.extend(*self.trainer.rows())
        self.recording.record(Probe(self.trainer).snapshot(LOOK))

    def edit(self, values: dict[str, object]) -> None:
        experiment = with_values(self.trainer.experiment, values)
        self.recording.branch.history.edits += self.trainer.apply(experiment)
        self.recording.set_settings(self.trainer.steps, experiment)

    def go_to(self, place: Place) -> None:
        self.trainer = keyframe.restore(place, "cpu")


def weights(trainer: Trainer) -> np.ndarray:
    both = [trainer.game.generator.flat, trainer.game.discriminator.flat]
    return np.concatenate([flat.detach().numpy().ravel() for flat in both])


def test_a_branch_without_a_change_is_the_original_bit_for_bit() -> None:
    lab = Lab()
    lab.step(20)
    lab.keep()
    lab.step(30)
    original = lab.recording.branch.history.rows.values.copy()
    ends = weights(lab.trainer)
    place = lab.recording.place(27)
    assert place is not None
    assert place.step == 27
    lab.go_to(place)
    branch = lab.recording.fork(27, "again", place.experiment, lab.recording.branch.scene)
    assert branch.history.last_step == 27
    lab.step(23)
    np.testing.assert_array_equal(branch.history.rows.values, original)
    np.testing.assert_array_equal(weights(lab.trainer), ends)


def test_the_way_to_a_moment_repeats_the_edits_on_it() -> None:
    lab = Lab()
    lab.step(10)
    lab.edit({"generator_optimizer.name": "sgd"})
    lab.edit({"generator_optimizer.name": "adam"})
    lab.step(10)
    lab.edit({"training.d_steps": 3})
    lab.step(10)
    place = lab.recording.place(25)
    assert place is not None
    there = keyframe.restore(place, "cpu")
    assert there.steps == 25
    assert there.experiment.training.d_steps == 3
    assert [e.step for e in there.edits] == [10, 10, 20]
    there.step(5)
    np.testing.assert_array_equal(weights(there), weights(lab.trainer))


def test_a_keyframe_knows_which_of_the_settings_of_its_step_were_in_force() -> None:
    lab = Lab()
    lab.step(5)
    lab.keep()
    lab.edit({"generator_optimizer.name": "rmsprop"})
    lab.step(5)
    place = lab.recording.place(10)
    assert place is not None
    np.testing.assert_array_equal(weights(keyframe.restore(place, "cpu")), weights(lab.trainer))


def test_no_way_leads_over_a_step_of_one_player() -> None:
    lab = Lab()
    lab.step(5)
    lab.trainer.step_d()
    assert lab.recording.place(5) is not None
    lab.recording.branch.partial.append(6)
    place = lab.recording.place(8)
    assert place is not None
    assert place.step == 0, "the only keyframe lies before the step of D alone"
    lab.keep()
    lab.step(4)
    place = lab.recording.place(9)
    assert place is not None
    assert place.step == 9
    assert keyframe.restore(place, "cpu").steps == 9


def test_a_moment_out_of_reach_is_its_keyframes_own() -> None:
    lab = Lab()
    lab.step(50)
    place = lab.recording.place(50, reach=20)
    assert place is not None
    assert place.step == 0


@pytest.mark.parametrize(
    "name", ["ring-collapse", "trick-batch-norm", "trick-history", "trick-average",
             "unrolled-ring", "cgan-ring", "mad-gan-1d", "dirac-gan", "trick-spectral-norm"]
)  # fmt: skip
def test_keyframes_of_every_kind_of_game_go_on_bit_for_bit(name: str) -> None:
    lab = Lab(with_values(load_preset(name), {"training.batch": 24, "runs": 2}))
    lab.step(3)
    lab.keep()
    lab.step(2)
    place = lab.recording.place(5)
    assert place is not None
    np.testing.assert_array_equal(weights(keyframe.restore(place, "cpu")), weights(lab.trainer))


def test_diverged_runs_are_kept_as_they_are() -> None:
    wild = with_values(SMALL, {
        "objective.name": "least-squares", "generator_optimizer.name": "sgd",
        "discriminator_optimizer.name": "sgd", "generator_optimizer.lr": 10.0,
        "discriminator_optimizer.lr": 10.0, "data.radius": 100.0,
    })  # fmt: skip
    lab = Lab(wild)
    lab.trainer.step(200)
    assert lab.trainer.all_diverged
    lab.keep()
    place = lab.recording.place(lab.trainer.steps)
    assert place is not None
    assert keyframe.restore(place, "cpu").diverged_at == lab.trainer.diverged_at


def test_branches_share_what_came_before_the_fork() -> None:
    lab = Lab()
    for _ in range(5):
        lab.step(10)
    recording = lab.recording
    place = recording.place(30)
    assert place is not None
    lab.go_to(place)
    recording.fork(30, "slower", place.experiment, recording.branch.scene)
    lab.edit({"training.d_steps": 2})
    lab.step(10)
    assert [step for step, _ in recording.pictures()] == [10, 20, 30, 40]
    assert recording.settings_at(20).training.d_steps == 1
    assert recording.settings_at(35).training.d_steps == 2
    twenty = recording.picture(22)
    assert twenty is not None
    assert twenty.step == 20
    recording.current = 0
    assert [step for step, _ in recording.pictures()] == [10, 20, 30, 40, 50]
    assert recording.settings_at(50).training.d_steps == 1
    other = recording.place(40, branch=1)
    assert other is not None
    np.testing.assert_array_equal(weights(keyframe.restore(other, "cpu")), weights(lab.trainer))


def test_marks_keep_their_moment_and_follow_the_line() -> None:
    lab = Lab()
    for _ in range(30):
        lab.step(1)
    recording = lab.recording
    mark = Mark(12, BOOKMARK, "look here")
    recording.mark(mark)
    recording.set_budget(1)
    assert 12 in [step for step, _ in recording.pictures()] or len(recording.pictures()) == 2
    recording.fork(20, "b", SMALL, recording.branch.scene)
    recording.mark(Mark(25, "collapse"))
    assert [m.step for m in recording.marks()] == [12, 25]
    recording.unmark(mark)
    assert [m.step for m in recording.marks()] == [25]
    recording.current = 0
    assert recording.marks() == []


def test_memory_stays_within_the_budget() -> None:
    lab = Lab()
    lab.recording.set_budget(1_000_000)
    for _ in range(300):
        lab.step(1)
        lab.keep()
    assert lab.recording.used <= 1_000_000
    assert lab.recording.picture(0) is not None
    assert lab.recording.branch.keyframes.newest == 300


def test_a_branch_and_its_children_can_be_removed_but_not_where_one_stands() -> None:
    lab = Lab()
    lab.step(4)
    recording = lab.recording
    scene = recording.branch.scene
    recording.fork(2, "a", SMALL, scene)
    recording.fork(3, "a's child", SMALL, scene)
    recording.remove(1)
    assert set(recording.branches) == {0, 1, 2}, "the current line stays"
    recording.current = 0
    recording.remove(1)
    assert set(recording.branches) == {0}, "a child goes with its parent"
    recording.remove(0)
    assert set(recording.branches) == {0}


def damaged(change: Callable[[dict], None]) -> bytes:
    from ganlab_gui.lab.pack import pack, unpack

    lab = Lab()
    lab.step(3)
    arrays, meta = unpack(keyframe.dumps(lab.trainer))
    arrays = dict(arrays)
    change({"arrays": arrays, "meta": meta})
    return pack(arrays, meta)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t["arrays"].pop("a0"),
        lambda t: t["arrays"].update(a0=np.zeros(3, np.float32)),
        lambda t: t["meta"].pop("state"),
        lambda t: t["meta"].update(state={"dict": [[1.5, 2]]}),
        lambda t: t["meta"].update(state={"code": "print()"}),
        lambda t: t["meta"]["state"]["dict"].pop(0),
    ],
)
def test_a_keyframe_that_is_none_is_refused(change) -> None:
    with pytest.raises((PackError, StateError)):
        keyframe.restore(Place(damaged(change), ((3, SMALL),), 3), "cpu")
