"""Readings of generated samples against the data, and the floor a perfect generator reads."""

import numpy as np
import pytest
from scipy.stats import wasserstein_distance

from ganlab_gui.core import data
from ganlab_gui.core.streams import generator
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.examiner import COVERAGE, QUICK, READ, SAMPLES, SLOW, Examiner
from ganlab_gui.lab.history import AVERAGED, MEASURE_COLUMNS, OF_NETWORKS


def examiner(name, seed=0, **settings):
    e = Experiment.model_validate({"data": {"name": name, **settings}})
    return Examiner(data.build(e.data), seed)


@pytest.fixture(scope="module")
def ring():
    return examiner("ring", std=0.05)


@pytest.fixture(scope="module")
def line():
    return examiner("gaussian")


def test_every_column_is_read_and_sorted_into_quick_or_slow():
    assert {*READ, *COVERAGE, *AVERAGED, OF_NETWORKS} == set(MEASURE_COLUMNS)
    assert sorted(QUICK + SLOW) == sorted(MEASURE_COLUMNS)


def test_a_perfect_generator_reads_its_floor(ring):
    samples = ring.draw(SAMPLES, 77)
    found = ring.measure(samples[None])
    for name in ("js", "w1", "tv", "mmd2", "frechet", "reverse_kl"):
        low, high = ring.floor(name, repeats=6)
        assert low <= high
        margin = max(3 * (high - low), 0.02)
        assert low - margin <= found[name][0] <= high + margin
    assert found["modes_captured"].tolist() == [8]
    assert found["high_quality"][0] == pytest.approx(1 - np.exp(-4.5), abs=0.01)


def test_one_mode_of_eight_reads_as_collapse(ring):
    rng = np.random.default_rng(0)
    samples = ring.modes.centres[3] + 0.01 * rng.normal(size=(SAMPLES, 2))
    found = ring.measure(samples[None])
    assert found["modes_captured"].tolist() == [1]
    assert found["high_quality"].tolist() == [1]
    assert found["reverse_kl"][0] == pytest.approx(np.log(8), rel=1e-3)
    assert found["shares"][0].tolist() == pytest.approx(np.eye(8)[3].tolist())
    _, high = ring.floor("js", repeats=3)
    assert found["js"][0] > 10 * high


def test_w1_on_the_line_is_scipys(line):
    samples = np.random.default_rng(1).normal(2.0, 0.5, (SAMPLES, 1))
    want = wasserstein_distance(samples[:, 0], line.real[:, 0])
    assert line.read("w1", samples) == pytest.approx(want)
    # Shifted by 3 the closed form is exact: W1 of a translation is its length.
    assert line.read("w1", line.real + 3) == pytest.approx(3)


def test_disjoint_samples_read_the_greatest_distances(line):
    far = line.draw(SAMPLES, 5) + 100
    assert line.read("js", far) == pytest.approx(np.log(2), abs=1e-3)
    assert line.read("tv", far) == pytest.approx(1, abs=1e-3)


def test_runs_are_read_apart(ring):
    samples = np.stack([ring.draw(SAMPLES, 8), ring.draw(SAMPLES, 9) + 1])
    together = ring.measure(samples)
    for r in range(2):
        alone = ring.measure(samples[r : r + 1])
        for name, values in together.items():
            assert np.array_equal(values[r], alone[name][0])


def test_only_what_is_asked_for_is_read(ring):
    samples = ring.draw(300, 4)[None]
    assert set(ring.measure(samples, ("js",))) <= {"js", "shares"}
    assert set(ring.measure(samples, QUICK)) - {"shares"} == set(QUICK) - {*AVERAGED, OF_NETWORKS}


def test_what_has_no_modes_has_no_coverage():
    moons = examiner("moons")
    found = moons.measure(moons.draw(300, 4)[None])
    assert "shares" not in found
    for name in COVERAGE:
        assert np.isnan(found[name]).all()
        assert moons.floor(name) is None
    assert moons.floor(OF_NETWORKS) is None


def test_samples_that_are_not_finite_read_nan(ring):
    samples = np.stack([np.full((100, 2), np.nan), ring.draw(100, 3)])
    found = ring.measure(samples)
    for name in READ:
        assert np.isnan(found[name][0])
        assert np.isfinite(found[name][1])


def test_readings_depend_on_seed_and_samples_alone():
    samples = np.random.default_rng(0).normal(size=(1, 500, 2))
    one, other = examiner("ring", seed=3), examiner("ring", seed=3)
    other.floor("w1", 2)
    other.draw(10, 50)
    first, second = one.measure(samples), other.measure(samples)
    assert all(np.array_equal(first[k], second[k], equal_nan=True) for k in first)
    third = examiner("ring", seed=4).measure(samples)
    assert not np.array_equal(first["w1"], third["w1"])


def test_reference_samples_are_no_training_samples(ring):
    training = data.build(Experiment().data).sample(50, generator(0, "data")).numpy()
    assert not np.isin(ring.draw(50)[:, 0], training[:, 0]).any()
    assert not np.isin(ring.draw(50, 1)[:, 0], ring.draw(50, 2)[:, 0]).any()
