"""Labels: the same points as without them, classes where the data has parts, and their shares."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from scipy import stats

from ganlab_gui.core.data import build
from ganlab_gui.core.measures.cells import CellEstimate
from ganlab_gui.experiment import data

PARTS = [
    (data.GaussianMixture(means=(-5, 0, 7), stds=(0.1, 0.2, 0.3), weights=(1, 3, 4)), 3),
    (data.MadGan(), 5),
    (data.Ring(modes=7), 7),
    (data.Grid(side=3), 9),
    (data.UnbalancedRing(modes=4, ratio=8), 4),
    (data.RandomMixture(modes=6), 6),
    (data.Moons(), 2),
    (data.Circles(), 2),
    (data.Spiral(arms=3), 3),
    (data.Pinwheel(arms=4), 4),
]
WHOLE = [
    data.Gaussian(),
    data.GaussianMixture(means=(1,), stds=(1,), weights=(1,)),
    data.Uniform(),
    data.Laplace(),
    data.Gaussian2D(),
    data.Ring(modes=1),
    data.Grid(side=1),
    data.RandomMixture(modes=1),
    data.SwissRoll(),
    data.Spiral(arms=1),
    data.Pinwheel(arms=1),
    data.Checkerboard(),
    data.ParallelSegments(),
    data.Dirac(),
    data.Drawn(strokes=(data.Stroke(points=((0, 0), (1, 1))),)),
]
EVERY_KIND = [*(settings for settings, _ in PARTS), *WHOLE]


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def named(settings):
    return getattr(settings, "name", "")


@pytest.mark.parametrize("settings", EVERY_KIND, ids=named)
def test_labelled_points_are_the_unlabelled_ones_bit_for_bit(settings):
    distribution = build(settings)
    one, other = seeded(5), seeded(5)
    for n in (1, 0, 300):
        x, y = distribution.sample_labelled(n, one)
        assert torch.equal(x, distribution.sample(n, other))
        assert y.shape == (n,)
        assert y.dtype == torch.int64
    assert torch.equal(one.get_state(), other.get_state())


@pytest.mark.parametrize(("settings", "count"), PARTS, ids=named)
def test_classes_have_their_weights_and_every_label_is_drawn_by_its_own(settings, count):
    distribution = build(settings)
    assert data.class_count(settings) == count
    assert distribution.classes.shape == (count,)
    assert distribution.classes.sum() == pytest.approx(1)
    _, labels = distribution.sample_labelled(20_000, seeded())
    counts = np.bincount(labels, minlength=count)
    assert stats.chisquare(counts, 20_000 * distribution.classes).pvalue > 1e-3


@pytest.mark.parametrize("settings", WHOLE, ids=named)
def test_data_of_one_part_has_no_classes(settings):
    distribution = build(settings)
    assert data.class_count(settings) == 0
    assert distribution.classes is None
    assert not distribution.sample_labelled(50, seeded())[1].any()


@pytest.mark.parametrize("settings", [s for s, _ in PARTS[:6]], ids=named)
def test_a_label_is_the_index_of_the_mode(settings):
    distribution = build(settings)
    x, labels = distribution.sample_labelled(2_000, seeded())
    away = np.linalg.norm(x.numpy() - distribution.modes.centres[labels], axis=1)
    assert (away < 5 * distribution.modes.stds[labels]).all()
    assert_allclose(distribution.classes, distribution.modes.weights)


def labelled_points(settings):
    x, labels = build(settings).sample_labelled(500, seeded())
    return x.double().numpy(), labels.numpy()


def test_a_label_is_the_arm_or_the_circle():
    x, labels = labelled_points(data.Moons(std=0.01))
    upper = np.abs(np.linalg.norm(x + np.array([0.5, 0.25]), axis=1) - 1) < 0.06
    assert upper[labels == 0].all()
    assert upper[labels == 1].mean() < 0.2
    x, labels = labelled_points(data.Circles(ratio=0.5, std=0.01))
    assert_allclose(np.linalg.norm(x, axis=1), np.where(labels == 0, 2.0, 1.0), atol=0.06)
    x, labels = labelled_points(data.Spiral(arms=4, std=0.005))
    turned = 2 * np.pi * (np.linalg.norm(x, axis=1) - 0.2) / 1.8
    off = np.arctan2(x[:, 1], x[:, 0]) - turned - np.pi / 2 * labels
    assert np.abs((off + np.pi) % (2 * np.pi) - np.pi).max() < 0.3
    x, labels = labelled_points(data.Pinwheel(arms=4, twist=0.0))
    outward = np.pi / 2 * labels
    along = x[:, 0] * np.cos(outward) + x[:, 1] * np.sin(outward)
    across = x[:, 1] * np.cos(outward) - x[:, 0] * np.sin(outward)
    assert np.abs(across).max() < 0.6
    assert along.mean() == pytest.approx(2, abs=0.1)


def mixture_rule(settings, n, generator):
    """A component by its weight, then noise around its centre: the rule of the first release."""
    modes = build(settings).modes
    bounds = torch.from_numpy(modes.weights.cumsum()[:-1].astype(np.float32))
    component = torch.bucketize(torch.rand(n, generator=generator), bounds, right=True)
    dim = modes.centres.shape[1]
    factors = torch.from_numpy((modes.stds[:, None, None] * np.eye(dim)).astype(np.float32))
    noise = torch.randn(n, dim, 1, generator=generator)
    centres = torch.from_numpy(modes.centres.astype(np.float32))
    return centres[component] + (factors[component] * noise.mT).sum(dim=2)


def moons_rule(settings, n, generator):
    which = torch.randint(2, (n,), generator=generator).numpy()
    t = torch.rand(n, generator=generator, dtype=torch.float64).numpy()
    upper = np.stack([np.cos(np.pi * t), np.sin(np.pi * t)], axis=1) - (0.5, 0.25)
    points = np.where(which[:, None] == 0, upper, 0 - upper).astype(np.float32)
    return torch.from_numpy(points) + settings.std * torch.randn(n, 2, generator=generator)


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        (data.Ring(), mixture_rule),
        (data.GaussianMixture(weights=(1, 5)), mixture_rule),
        (data.Gaussian(mean=2.5, std=0.5), mixture_rule),
        (data.Moons(), moons_rule),
    ],
    ids=named,
)
def test_labels_cost_no_random_number(settings, rule):
    """A checkpoint or a preset of before still sees the very same data."""
    one, other = seeded(7), seeded(7)
    for n in (64, 3):
        assert torch.equal(build(settings).sample(n, one), rule(settings, n, other))


def test_the_labels_of_a_file_stay_with_their_rows(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("x,kind,y\n1,b,10\n2,a,20\n3,b,30\n4,b,40\n")
    settings = data.File(path=str(path), label_column=2)
    file = build(settings)
    assert data.class_count(settings) == 2
    assert_allclose(file.classes, [0.25, 0.75])
    x, labels = file.sample_labelled(200, seeded())
    assert torch.equal(x[:, 1], 10 * x[:, 0])
    assert torch.equal(labels, (x[:, 0] != 2).long())
    plain = build(data.File(path=str(path), columns=(1, 3)))
    assert plain.classes is None
    assert torch.equal(plain.sample(200, seeded()), x)
    scaled = build(data.File(path=str(path), label_column=2, standardise=True))
    assert torch.equal(scaled.sample_labelled(200, seeded())[1], labels)


def test_diracs_data_lie_at_0_and_its_box_holds_the_starting_circle():
    dirac = build(data.Dirac(theta=3.0, psi=-4.0))
    assert not dirac.sample(9, seeded()).any()
    assert dirac.sample(9, seeded()).shape == (9, 1)
    assert dirac.dim == 1
    assert dirac.modes is None
    assert dirac.log_prob(np.zeros((1, 1))) is None
    assert_allclose(dirac.extent, [[-7.5 * 0.995], [7.5 * 1.005]])
    assert_allclose(build(data.Dirac(theta=0.1, psi=0)).extent, [[-1.99], [2.01]])


def test_a_point_a_little_off_diracs_is_counted_with_it():
    dirac = build(data.Dirac())
    cells = CellEstimate(np.zeros((10, 1)), *dirac.extent)
    for off in (-1e-6, 0.0, 1e-6):
        assert cells.js(np.full((5, 1), off)) == 0
    assert_allclose(cells.js(np.full((5, 1), 0.1)), np.log(2))


@pytest.mark.parametrize("name", ["ring", "unbalanced-ring", "mad-gan", "gaussian-mixture"])
def test_a_mixtures_classes_weighted_add_up_to_its_density(name):
    distribution = build(data.DATA[name]())
    x = distribution.sample(200, torch.Generator().manual_seed(0)).double().numpy()
    parts = [np.exp(distribution.log_prob_of(x, y)) for y in range(len(distribution.classes))]
    assert np.allclose(distribution.classes @ parts, np.exp(distribution.log_prob(x)))


def test_where_a_class_has_no_known_density():
    assert build(data.DATA["moons"]()).log_prob_of(np.zeros((3, 2)), 0) is None
    assert build(data.DATA["uniform"]()).log_prob_of(np.zeros((3, 1)), 0) is None
