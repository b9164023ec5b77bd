"""The run behind the four pictures is the trainer's own, and the same every time."""

import numpy as np
import pytest
import torch

from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.lab.studies import study
from ganlab_gui.lab.trainer import Trainer

BOX = (-3.2, 3.2, -3.2, 3.2)


def run(**changes):
    arguments = {"seed": 3, "steps": 12, "every": 4, "points": 64, "cells": 9, "box": BOX}
    return list(study("collapse-pictures")(**(arguments | changes)))


def test_answers_grow_and_the_last_is_whole():
    answers = run()
    assert answers[0][0] == pytest.approx(0.25)
    share, last = answers[-1]
    assert share == 1
    assert last["steps"].tolist() == [0, 4, 8, 12]
    assert last["samples"].shape == (4, 64, 2)
    assert last["d"].shape == (4, 9, 9)
    assert last["shares"].shape == (4, 8)
    assert last["shares"].sum(1) == pytest.approx(1)


def test_the_same_seed_gives_the_same_run_and_another_another():
    (_, one), (_, two), (_, other) = run()[-1], run()[-1], run(seed=4)[-1]
    for name in ("samples", "d", "shares", "data"):
        assert np.array_equal(one[name], two[name])
    assert not np.array_equal(one["samples"], other["samples"])


def test_it_is_the_preset_as_the_trainer_trains_it():
    _, last = run()[-1]
    trainer = Trainer(with_values(load_preset("ring-collapse"), {"seed": 3}), "cpu")
    trainer.step(12)
    corner = torch.tensor([[[-3.2, -3.2]]])
    with torch.no_grad():
        score = trainer.game.discriminator(corner, trainer.weights("discriminator"))
    assert last["d"][-1, 0, 0] == pytest.approx(float(torch.sigmoid(score)), rel=1e-5)


@pytest.mark.slow
def test_one_mode_is_held_at_a_time_and_left_again():
    _, last = run(seed=0, steps=600, every=10, points=256)[-1]
    late = last["shares"][20:]
    assert late.max(1).mean() > 0.8
    assert len(set(late.argmax(1))) == 8
