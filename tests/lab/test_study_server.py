"""Studies in a process of their own: answers in order, the newest request wins, errors are told."""

import multiprocessing

import pytest

from ganlab_gui.lab import study_server
from ganlab_gui.lab.studies import STUDIES, study


@pytest.fixture
def server():
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=study_server.main, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    yield ours
    ours.send(("stop",))
    process.join(20)
    assert process.exitcode == 0


def until(connection, wanted):
    """Messages up to the first that passes."""
    found = []
    while not found or not wanted(found[-1]):
        assert connection.poll(60), found
        found.append(connection.recv())
    return found


def test_every_study_is_there():
    assert all(callable(study(name)) for name in STUDIES)


def test_an_unknown_study_and_bad_arguments_are_told_and_the_server_lives_on(server):
    server.send(("study", 1, "no such study", {}))
    assert until(server, lambda m: True)[0][:2] == ("failed", 1)
    server.send(("study", 2, next(iter(STUDIES)), {"no such argument": 1}))
    kind, ticket, sentence = until(server, lambda m: m[1] == 2)[-1]
    assert (kind, ticket) == ("failed", 2)
    assert "argument" in sentence
