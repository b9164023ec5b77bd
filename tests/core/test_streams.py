"""Random streams: reproducible, resumable, independent of R and of each other."""

import numpy as np
import pytest
import torch

from ganlab_gui.core.streams import BLOCK, NOISES, PURPOSES, Stream, gaussian, generator, uniform

CPU = torch.device("cpu")


def stream(seeds=(5, 6, 7), purpose="noise", width=2, draw=gaussian):
    return Stream(draw(width), width, list(seeds), purpose, CPU)


def test_numbers_do_not_depend_on_how_they_are_taken_within_a_block():
    one, other = stream(), stream()
    parts = [one.take(n) for n in (3, 1, 96)]
    assert torch.equal(torch.cat(parts, 1), other.take(100))


def test_a_repeated_course_gives_the_same_numbers_over_many_blocks():
    sizes = [BLOCK // 7, 11, BLOCK // 3, 1, BLOCK, 2 * BLOCK, 5]
    one, other = stream(), stream()
    for n in sizes:
        taken = one.take(n)
        assert taken.shape == (3, n, 2)
        assert torch.equal(taken, other.take(n))


def test_no_number_comes_twice():
    source = stream(seeds=[0], width=1)
    numbers = torch.cat([source.take(1000) for _ in range(2 * BLOCK // 1000)], 1).flatten()
    assert len(numbers[:2000].unique()) > 1990
    assert not torch.equal(numbers[:1000], numbers[BLOCK // 1000 * 1000 :][:1000])


@pytest.mark.parametrize("before", [(), (10,), (BLOCK // 2,), (BLOCK // 2, 7), (BLOCK, 3, BLOCK)])
@pytest.mark.parametrize("dirty", [(), (4,), (BLOCK, 9)])
def test_a_state_resumes_exactly_there_whatever_was_drawn_since(before, dirty):
    """Also mid-block, at the very start, and into a stream that has gone elsewhere."""
    source, other = stream(), stream()
    for n in before:
        source.take(n)
    state = source.state()
    want = [source.take(n).clone() for n in (13, BLOCK // 3, BLOCK // 4)]
    for n in dirty:
        other.take(n)
    for target in (source, other):
        target.load_state(state)
        for n, expected in zip((13, BLOCK // 3, BLOCK // 4), want, strict=True):
            assert torch.equal(target.take(n), expected)


def test_a_state_is_tensors_and_plain_numbers_and_its_own():
    source = stream()
    source.take(3)
    state = source.state()
    kept = state["starts"].clone()
    source.take(BLOCK)
    assert torch.equal(state["starts"], kept)
    assert {type(v) for v in state.values()} == {torch.Tensor, int}


def test_run_r_is_the_same_whatever_the_number_of_runs():
    many = stream(seeds=range(8))
    alone = stream(seeds=[3])
    for n in (100, BLOCK // 2, 50):
        assert torch.equal(many.take(n)[3], alone.take(n)[0])


def test_seeds_purposes_and_steps_are_independent():
    def first(*key):
        return torch.randn(500, generator=generator(*key))

    keys = [(seed, purpose, step) for seed in (0, 1) for purpose in PURPOSES for step in (0, 1, 99)]
    draws = np.stack([first(*key).numpy() for key in keys])
    correlation = np.corrcoef(draws) - np.eye(len(draws))
    # 861 pairs of 500 numbers: six standard deviations of a true zero.
    assert np.abs(correlation).max() < 6 / np.sqrt(500)
    assert torch.equal(first(1, "data", 99), first(1, "data", 99))


def test_generators_take_every_allowed_seed():
    assert generator(2**31 - 1 + 255, "picture", 10**9).initial_seed() >= 0


def test_noises_have_their_distributions():
    g = generator(0, "noise")
    z = NOISES["gaussian"](2)(50_000, g).numpy()
    assert z.mean(0) == pytest.approx([0, 0], abs=0.03)
    assert z.std(0) == pytest.approx([1, 1], abs=0.02)
    u = uniform(3)(50_000, g).numpy()
    assert u.shape == (50_000, 3)
    assert u.min() >= -1
    assert u.max() <= 1
    assert u.std() == pytest.approx(1 / np.sqrt(3), abs=0.01)


def test_a_take_larger_than_a_block_works():
    assert stream(width=4).take(BLOCK).shape == (3, BLOCK, 4)
