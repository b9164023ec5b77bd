"""Divergences from counted cells, their floors, and the table of measures."""

from math import log

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import norm

from ganlab_gui.core.measures import MEASURES, CellEstimate, floor, js, wasserstein1


def test_by_hand_with_the_overflow_cell():
    reference = np.repeat([0.0025, 0.0075, 2.0], [2, 1, 1])
    cells = CellEstimate(reference, 0.0, 1.0)
    assert cells.probabilities.shape == (201,)
    assert cells.probabilities[[0, 1, -1]].tolist() == [0.5, 0.25, 0.25]
    samples = [0.001, 0.006, np.nan, -1.0]
    assert cells.shares(samples)[[0, 1, -1]].tolist() == [0.25, 0.25, 0.5]
    assert cells.tv(samples) == 0.25
    assert cells.js(reference) == 0.0
    smoothed = np.array([2.5, 1.5, 1.5]) / (4 + 0.5 * 201)
    shares = np.array([0.25, 0.25, 0.5])
    assert cells.kl(samples) == pytest.approx(np.sum(shares * np.log(shares / smoothed)))


def test_plane_cells_against_numpys_histogram():
    rng = np.random.default_rng(0)
    reference, samples = rng.standard_normal((2, 3000, 2)) * 1.5
    cells = CellEstimate(reference, [-3.0, -2.0], [3.0, 2.5])
    edges = [np.linspace(-3, 3, 49), np.linspace(-2, 2.5, 49)]
    counted = []
    for points in (samples, reference):
        inside = np.histogram2d(*points.T, bins=edges)[0].T.ravel()
        counted.append(np.append(inside, 3000 - inside.sum()) / 3000)
    assert cells.shares(samples) == pytest.approx(counted[0])
    assert cells.probabilities == pytest.approx(counted[1])
    assert cells.js(samples) == pytest.approx(jensenshannon(*counted) ** 2)
    assert cells.tv(samples) == pytest.approx(0.5 * np.abs(counted[0] - counted[1]).sum())


def test_the_border_of_the_box_is_inside():
    cells = CellEstimate([0.0, 1.0], 0.0, 1.0)
    assert cells.probabilities[[0, 199, -1]].tolist() == [0.5, 0.5, 0.0]


def test_estimates_approach_the_divergence_of_the_densities():
    rng = np.random.default_rng(1)
    cells = CellEstimate(rng.standard_normal(400_000), -6.0, 7.0)
    samples = rng.standard_normal(400_000) + 1.0
    x = np.linspace(-10, 11, 4001)
    expected = js(norm.pdf(x), norm.pdf(x, 1.0), x[1] - x[0])
    assert cells.js(samples) == pytest.approx(expected, abs=2e-3)
    assert cells.kl(samples) == pytest.approx(0.5, abs=0.01)
    assert cells.tv(samples) == pytest.approx(2 * norm.cdf(0.5) - 1, abs=0.01)


def test_no_overlap_reads_ln_2_and_a_finite_kl():
    cells = CellEstimate(np.zeros((1000, 2)), -1.0, 1.0)
    far = np.full((50, 2), 0.9)
    assert cells.js(far) == pytest.approx(log(2))
    assert cells.tv(far) == pytest.approx(1.0)
    assert 5.0 < cells.kl(far) < 20.0
    assert cells.js(np.full((50, 2), np.nan)) == pytest.approx(log(2))


@pytest.mark.parametrize("n", [250, 2500])
def test_a_perfect_generator_reads_perfect_within_noise(n: int):
    rng = np.random.default_rng(2)

    def draw(count: int) -> np.ndarray:
        return rng.standard_normal((count, 2))

    cells = CellEstimate(draw(100_000), -4.0, 4.0)
    for estimator in (cells.js, cells.kl, cells.tv):
        low, high = floor(estimator, draw, n)
        assert 0.0 < low < high
        readings = np.array([estimator(draw(n)) for _ in range(60)])
        assert np.mean((readings >= low) & (readings <= high)) > 0.5
        assert estimator(draw(n) + 1.0) > high


def test_floor_of_a_distance_between_samples_falls_with_their_size():
    rng = np.random.default_rng(3)
    reference = rng.standard_normal(20_000)

    def estimator(x: np.ndarray) -> float:
        return wasserstein1(x, reference)

    few = floor(estimator, rng.standard_normal, 50)
    many = floor(estimator, rng.standard_normal, 5000)
    assert many[1] < few[0]
    assert floor(lambda x: float(len(x)), rng.standard_normal, 7, repeats=3) == (7.0, 7.0)


def test_bad_arguments():
    with pytest.raises(ValueError, match="not in 3-D"):
        CellEstimate(np.zeros((5, 3)), 0.0, 1.0)
    with pytest.raises(ValueError, match="empty"):
        CellEstimate(np.zeros(5), 1.0, 1.0)
    with pytest.raises(ValueError, match="2-D, the cells 1-D"):
        CellEstimate(np.zeros(5), -1.0, 1.0).js(np.zeros((5, 2)))


def test_every_measure_is_described():
    assert list(MEASURES) == [
        "js", "w1", "kl", "tv", "mmd2", "frechet", "modes_captured", "high_quality", "reverse_kl",
    ]  # fmt: skip
    for measure in MEASURES.values():
        better = "Higher" if measure.higher_is_better else "Lower"
        assert measure.meaning.startswith(f"{better} is better")
        assert measure.label
        assert measure.formula
        assert measure.perfect
