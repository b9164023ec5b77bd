"""The worker in both of its homes, over a real connection."""

import os
import signal
from collections.abc import Callable, Iterator
from time import monotonic, sleep
from typing import Any

import numpy as np
import pytest

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.client import Client, Home
from ganlab_gui.lab.recording import Place
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.stops import Stopped
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.lab.worker import Clock

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
EVERYTHING = Needs(
    frozenset({"samples", "d", "optimum", "density", "gradients", "manifold"}), 50, 16
)


class Ear:
    """Collects a client's messages and waits for one of a kind."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.heard: list[tuple[Any, ...]] = []

    def wait(self, kind: str, seconds: float = 60) -> tuple[Any, ...]:
        end = monotonic() + seconds
        while monotonic() < end:
            for message in self.client.drain():
                self.heard.append(message)
                assert message[0] != "crashed" or kind == "crashed", message
            found = [m for m in self.heard if m[0] == kind]
            if found:
                self.heard.remove(found[0])
                return found[0]
            sleep(0.002)
        raise AssertionError(f"no {kind} in {seconds} s, only {[m[0] for m in self.heard]}")

    def rows(self) -> tuple[np.ndarray, np.ndarray]:
        rows = [m for m in self.heard if m[0] == "rows"]
        return np.concatenate([m[1] for m in rows]), np.concatenate([m[2] for m in rows])


@pytest.fixture(params=["process", "thread"])
def start(request: pytest.FixtureRequest) -> Iterator[Callable[..., Ear]]:
    clients: list[Client] = []

    def begin(experiment: Experiment | bytes = SMALL, home: Home | None = None) -> Ear:
        clients.append(Client(experiment, home or request.param, "cpu"))
        return Ear(clients[-1])

    yield begin
    for client in clients:
        client.close()


def test_rows_are_those_of_the_trainer_whoever_looks(start: Callable[..., Ear]) -> None:
    ear = start()
    ear.wait("scene")
    ear.client.send("want", EVERYTHING)
    ear.client.send("step", "both", 40)
    ear.wait("snapshot")
    ear.wait("measures")
    ear.client.send("step", "d", 2)
    ear.client.send("step", "g", 1)
    ear.wait("state")
    ear.wait("state")
    ear.wait("state")
    steps, values = ear.rows()
    alone = Trainer(SMALL, "cpu")
    alone.step(40)
    for _ in range(2):
        alone.step_d()
    alone.step_g()
    expected = alone.rows()
    np.testing.assert_array_equal(steps, expected[0])
    np.testing.assert_array_equal(values, expected[1])


def test_no_row_is_lost_while_playing(start: Callable[..., Ear]) -> None:
    ear = start()
    ear.wait("scene")
    ear.client.send("play")
    ear.client.send("want", EVERYTHING)
    ear.wait("snapshot")
    ear.wait("measures")
    ear.client.send("pause")
    while ear.wait("state")[1] != "paused":
        pass
    steps, _ = ear.rows()
    np.testing.assert_array_equal(steps, np.arange(1, steps[-1] + 1))


def test_hot_edits_are_applied_and_cold_ones_refused(start: Callable[..., Ear]) -> None:
    ear = start()
    ear.wait("scene")
    ear.client.send("step", "both", 3)
    ear.client.send("apply", with_values(SMALL, {"training.d_steps": 5}))
    _, edits, step, experiment = ear.wait("edited")
    assert (step, experiment.training.d_steps) == (3, 5)
    assert [(e.step, e.path, e.old, e.new) for e in edits] == [(3, "training.d_steps", 1, 5)]
    ear.client.send("apply", with_values(SMALL, {"generator.hidden": [9]}))
    assert "generator.hidden" in ear.wait("refused")[1]


def test_checkpoints_resume_in_another_worker(start: Callable[..., Ear]) -> None:
    ear = start()
    ear.wait("scene")
    ear.client.send("step", "both", 10)
    ear.client.send("checkpoint", "tag", None)
    _, tag, data = ear.wait("checkpoint")
    assert tag == "tag"
    second = start(data)
    assert second.wait("scene")[2] == 10
    second.client.send("step", "both", 5)
    second.wait("state")
    alone = Trainer(SMALL, "cpu")
    alone.step(10)
    alone.rows()
    alone.step(5)
    np.testing.assert_array_equal(second.rows()[1], alone.rows()[1])
    assert checkpoint.restore(checkpoint.loads(data)).steps == 10


def test_what_cannot_be_built_is_said_in_a_sentence(start: Callable[..., Ear]) -> None:
    ear = start(with_values(SMALL, {"data": {"name": "file", "path": "nowhere.csv"}}))
    _, sentence, experiment = ear.wait("unbuildable")
    assert experiment == Experiment(), "the worker stands by with an experiment that can be built"
    assert "nowhere.csv" in sentence


def test_a_diverging_run_stops_and_says_why(start: Callable[..., Ear]) -> None:
    wild = with_values(
        SMALL,
        {
            "objective.name": "wasserstein",
            "generator_optimizer.name": "sgd", "generator_optimizer.lr": 10,
            "discriminator_optimizer.name": "sgd", "discriminator_optimizer.lr": 10,
        },
    )  # fmt: skip
    ear = start(wild)
    ear.wait("scene")
    ear.client.send("play")
    _, diverged_at, cause = ear.wait("diverged")
    assert diverged_at[0] is not None
    assert diverged_at[0] < 100
    assert cause
    steps, values = ear.rows()
    assert steps[-1] == diverged_at[0]
    assert np.isnan(values[-1]).all()


def test_speed_limits_the_steps(start: Callable[..., Ear]) -> None:
    ear = start()
    ear.wait("scene")
    ear.client.send("speed", 20.0)
    began = monotonic()
    ear.client.send("play")
    ear.wait("rows")
    ear.wait("rows")
    ear.client.send("pause")
    while ear.wait("state")[1] != "paused":
        pass
    taken = sum(len(m[1]) for m in ear.heard if m[0] == "rows")
    assert taken <= 20 * (monotonic() - began) + 3


def test_a_killed_worker_is_an_event_and_its_backup_goes_on(start: Callable[..., Ear]) -> None:
    ear = start(home="process")
    ear.wait("scene")
    ear.client.send("play")
    _, step, data, partial = ear.wait("keyframe")
    assert not partial
    assert ear.client.pid is not None
    os.kill(ear.client.pid, signal.SIGKILL)
    assert "unexpectedly" in ear.wait("lost")[1]
    again = start(Place(data, ((step, SMALL),), step), home="process")
    assert again.wait("scene")[2] == step


def test_side_jobs_take_their_share_and_the_first_time_is_free() -> None:
    clock = Clock(share=0.5)
    assert clock.ready()
    clock.took(1_000.0)
    assert clock.ready(), "what loads libraries only once must not silence the next minutes"
    clock.took(1_000.0)
    assert not clock.ready()
    clock.rewind()
    assert clock.ready()


def test_playing_stops_at_its_step_at_any_speed(start: Callable[..., Ear]) -> None:
    ear = start(with_values(SMALL, {"stop.step": 300}))
    ear.wait("scene")
    ear.client.send("play")
    assert ear.wait("stopped")[1] == Stopped(300, "step", limit=300)
    ear.client.send("apply", with_values(SMALL, {"stop.step": 305}))
    assert ear.wait("edited")[1] == [], "what does not touch the game is no edit"
    ear.client.send("speed", 200.0)
    ear.client.send("play")
    assert ear.wait("stopped")[1].step == 305
    steps, values = ear.rows()
    ear.client.send("speed", None)
    ear.client.send("play")
    while ear.wait("rows")[1][-1] < 350:  # it is not stopped again
        pass
    alone = Trainer(SMALL, "cpu")
    alone.step(305)
    np.testing.assert_array_equal(steps, np.arange(1, 306))
    np.testing.assert_array_equal(values, alone.rows()[1])


@pytest.mark.parametrize("start", ["thread"], indirect=True)
def test_playing_stops_where_a_reading_crosses_its_limit(start: Callable[..., Ear]) -> None:
    ear = start(with_values(SMALL, {"stop.measure": "kl", "stop.value": 100.0}))
    ear.wait("scene")
    ear.wait("measures")  # which meets the condition before anything is played
    ear.client.send("play")
    while ear.wait("measures")[1] == 0:
        pass
    assert not [m for m in ear.heard if m[0] == "stopped"]
    ear.client.send("reset", with_values(SMALL, {"stop.measure": "kl", "stop.value": 7.2}))
    ear.client.send("play")
    found = ear.wait("stopped")[1]
    assert (found.reason, found.measure, found.limit) == ("below", "kl", 7.2)
    assert found.reading <= 7.2
    readings = [m for m in ear.heard if m[0] == "measures" and m[1] == found.step]
    assert found.reading in [float(m[2]["kl"][0]) for m in readings if "kl" in m[2]]


@pytest.mark.parametrize("start", ["thread"], indirect=True)
def test_one_diverged_run_of_several_stops_where_that_is_asked_for(
    start: Callable[..., Ear],
) -> None:
    wild = {
        "runs": 6, "objective.name": "wasserstein", "stop.diverged": "any",
        "generator_optimizer.name": "sgd", "generator_optimizer.lr": 1.0,
        "discriminator_optimizer.name": "sgd", "discriminator_optimizer.lr": 1.0,
    }  # fmt: skip
    ear = start(with_values(SMALL, wild))
    ear.wait("scene")
    ear.client.send("speed", 100.0)
    ear.client.send("play")
    found = ear.wait("stopped")[1]
    assert (found.reason, found.runs) == ("diverged", 6)
    assert 1 <= found.reading < 6
    assert ear.wait("diverged")[1].count(None) == 6 - found.reading


def play_to(ear: Ear, step: int) -> tuple[np.ndarray, np.ndarray]:
    """Play with a ceiling until its row is there, then pause; all rows so far."""
    ear.client.send("ceiling", step)
    ear.client.send("play")
    end = monotonic() + 60
    while not any(m[0] == "rows" and m[1][-1] >= step for m in ear.heard):
        assert monotonic() < end, f"step {step} is not reached"
        ear.heard += ear.client.drain()
        sleep(0.002)
    ear.client.send("pause")
    while ear.wait("state")[1] != "paused":
        pass
    return ear.rows()


def test_playing_waits_at_the_ceiling_and_trains_as_without_one(start: Callable[..., Ear]) -> None:
    ear = start()
    ear.wait("scene")
    ear.client.send("want", EVERYTHING)
    for ceiling in (1, 38, 39, 205):
        steps, values = play_to(ear, ceiling)
        assert steps[-1] == ceiling
    alone = Trainer(SMALL, "cpu")
    alone.step(205)
    expected = alone.rows()
    np.testing.assert_array_equal(steps, expected[0])
    np.testing.assert_array_equal(values, expected[1])
    assert play_to(ear, 150)[0][-1] == 205  # a ceiling below takes nothing back


def test_a_ceiling_holds_a_paced_worker_and_is_taken_away(start: Callable[..., Ear]) -> None:
    ear = start()
    ear.wait("scene")
    ear.client.send("speed", 500.0)
    assert play_to(ear, 7)[0][-1] == 7
    ear.client.send("ceiling", None)
    ear.client.send("play")
    while ear.wait("rows")[1][-1] < 12:
        pass


def test_a_busy_worker_keeps_nobody_waiting(start: Callable[..., Ear]) -> None:
    """More is told than fits into a pipe, while the worker is too busy to listen."""
    ear = start(home="process")
    ear.wait("scene")
    ear.client.send("step", "both", 3_000)
    large = b"x" * 300_000
    for _ in range(4):
        ear.client.send("reset", large)
    assert ear.client.connection.writable, "sending has returned before the worker has read it"
    ear.wait("state")
    for _ in range(4):
        assert "is not a checkpoint" in ear.wait("unbuildable")[1]


def test_what_is_asked_of_runs_that_are_no_more_is_told_of_those_there_are(
    start: Callable[..., Ear],
) -> None:
    """A window asks about the run it shows, before it knows that a new start has fewer."""
    ear = start()
    ear.client.send("dissect", "both", 3)
    (_, found) = ear.wait("dissection")
    assert found.run == 0
    ear.client.send("want", Needs(frozenset({"samples", "d"}), 9, 8, runs=(3,)))
    (_, snapshot) = ear.wait("snapshot")
    assert snapshot.runs == (0,)
