"""The data sets: samples against densities, densities against closed forms and a second method."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal
from scipy import special, stats

from ganlab_gui.core.data import DISTRIBUTIONS, build
from ganlab_gui.core.data.curves import NoisyCurve
from ganlab_gui.experiment import data

STROKES = (
    data.Stroke(points=((-2, -1), (0, 1.5), (2, 0)), size=0.7, softness=0.6),
    data.Stroke(points=((0, -2), (0.3, -2)), size=1.2, softness=0),
    data.Stroke(points=((0, 1.5),), size=0.8, erase=True),
)
ON_THE_LINE = [
    data.Gaussian(mean=1.5, std=0.3),
    data.GaussianMixture(means=(-1, 0, 3), stds=(0.2, 1, 0.5), weights=(1, 5, 2)),
    data.Uniform(low=-0.5, high=2.5),
    data.Laplace(mean=-1, scale=0.7),
    data.MadGan(scale=0.1),
]
# Half widths: of a box whose 24 × 24 bins the density's own edges, where it has any, fall on.
IN_THE_PLANE = [
    (data.Gaussian2D(mean_x=0.5, mean_y=-0.3, std_x=0.8, std_y=0.3, correlation=-0.7), 4.0),
    (data.Ring(modes=7, radius=1.5, std=0.07), 2.5),
    (data.Grid(side=4, spacing=1, std=0.06), 2.5),
    (data.UnbalancedRing(std=0.08, ratio=20), 3.0),
    (data.RandomMixture(modes=5, std=0.2, layout_seed=3), 3.5),
    (data.SwissRoll(std=0.06), 3.0),
    (data.Moons(std=0.07), 2.5),
    (data.Circles(ratio=0.4, std=0.08), 3.0),
    (data.Spiral(arms=3, turns=0.8, std=0.06), 3.0),
    (data.Checkerboard(cells=6, half_width=1.5), 3.0),
    (data.Pinwheel(arms=4, twist=-0.8), 5.0),
    (data.ParallelSegments(theta=0.6, std=0.15), 2.0),
    (data.Drawn(strokes=STROKES), 3.0),
]
EVERY_KIND = [*ON_THE_LINE, *(settings for settings, _ in IN_THE_PLANE)]


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


def drawn_points(settings, n, seed=0):
    return build(settings).sample(n, seeded(seed)).double().numpy()


def named(settings):
    return settings.name


def test_every_data_set_of_the_settings_can_be_built():
    assert list(DISTRIBUTIONS) == list(data.DATA)


@pytest.mark.parametrize("settings", EVERY_KIND, ids=named)
def test_samples_have_the_right_shape_and_come_from_their_generator_alone(settings):
    distribution = build(settings)
    assert distribution.dim == data.dimension(settings)
    before = torch.get_rng_state()
    first = distribution.sample(100, seeded())
    assert first.shape == (100, distribution.dim)
    assert first.dtype == torch.float32
    assert torch.equal(first, build(settings).sample(100, seeded()))
    assert not torch.equal(first, distribution.sample(100, seeded(1)))
    assert torch.equal(before, torch.get_rng_state())
    assert distribution.sample(0, seeded()).shape == (0, distribution.dim)
    assert distribution.log_prob(np.empty((0, distribution.dim))).shape == (0,)


@pytest.mark.parametrize("settings", EVERY_KIND, ids=named)
def test_the_extent_is_a_square_that_holds_the_data_with_a_margin(settings):
    low, high = build(settings).extent
    assert low.shape == high.shape == (data.dimension(settings),)
    assert_allclose(high - low, (high - low)[0])
    points = drawn_points(settings, 20_000)
    assert ((points > low) & (points < high)).all(axis=1).mean() > 0.99
    if settings.name != "drawn":
        middle = np.quantile(points, [0.02, 0.98], axis=0)
        assert np.ptp(middle, axis=0).max() > (high - low)[0] * 0.4


@pytest.mark.parametrize("settings", ON_THE_LINE, ids=named)
def test_on_the_line_samples_follow_the_density(settings):
    points = np.sort(drawn_points(settings, 50_000)[:, 0])
    low, high = points[0] - 1e-3, points[-1] + 1e-3
    grid = np.linspace(low, high, 200_001)
    middle = (grid[1:] + grid[:-1]) / 2
    mass = np.exp(build(settings).log_prob(middle[:, None])) * (grid[1] - grid[0])
    assert mass.sum() == pytest.approx(1, abs=2e-4)
    cumulative = np.concatenate([[0], mass.cumsum()])
    assert stats.kstest(points, lambda x: np.interp(x, grid, cumulative)).pvalue > 1e-3


@pytest.mark.parametrize(("settings", "half"), IN_THE_PLANE, ids=lambda v: getattr(v, "name", ""))
def test_in_the_plane_samples_follow_the_density(settings, half):
    bins, inner, n = 24, 16, 100_000
    side = bins * inner
    ticks = (np.arange(side) + 0.5) / side * 2 * half - half
    x, y = np.meshgrid(ticks, ticks, indexing="ij")
    density = np.exp(build(settings).log_prob(np.stack([x.ravel(), y.ravel()], axis=1)))
    fine = density.reshape(bins, inner, bins, inner) * (2 * half / side) ** 2
    expected = n * fine.sum(axis=(1, 3)).ravel()
    assert expected.sum() / n == pytest.approx(1, abs=1e-3)
    edges = np.linspace(-half, half, bins + 1)
    counts = np.histogram2d(*drawn_points(settings, n).T, bins=[edges, edges])[0].ravel()
    large = expected > 10
    observed = [*counts[large], n - counts[large].sum()]
    wanted = [*expected[large], n - expected[large].sum()]
    if wanted[-1] < 10:
        observed[0], wanted[0] = observed[0] + observed.pop(), wanted[0] + wanted.pop()
    assert stats.chisquare(observed, wanted).pvalue > 1e-3
    assert_array_equal(counts[expected == 0], 0)


def test_one_dimensional_densities_equal_their_closed_forms():
    x = np.linspace(-4, 12, 301)
    normal = stats.norm.logpdf
    cases = [
        (ON_THE_LINE[0], normal(x, 1.5, 0.3)),
        (ON_THE_LINE[2], stats.uniform.logpdf(x, -0.5, 3)),
        (ON_THE_LINE[3], stats.laplace.logpdf(x, -1, 0.7)),
        (
            ON_THE_LINE[1],
            np.logaddexp.reduce(
                [
                    np.log(1 / 8) + normal(x, -1, 0.2),
                    np.log(5 / 8) + normal(x, 0, 1),
                    np.log(2 / 8) + normal(x, 3, 0.5),
                ]
            ),
        ),
        (
            ON_THE_LINE[4],
            np.logaddexp.reduce(
                [
                    np.log(0.2) + normal(x, mean, std)
                    for mean, std in ((1, 0.3), (2, 0.3), (6, 0.2), (8, 0.2), (11, 0.1))
                ]
            ),
        ),
    ]
    for settings, wanted in cases:
        assert_allclose(build(settings).log_prob(x[:, None]), wanted, rtol=1e-10, atol=1e-10)


def test_a_correlated_gaussian_has_its_covariance_and_density():
    settings = IN_THE_PLANE[0][0]
    covariance = np.array([[0.64, -0.168], [-0.168, 0.09]])
    reference = stats.multivariate_normal([0.5, -0.3], covariance)
    points = drawn_points(settings, 200_000)
    assert_allclose(build(settings).log_prob(points), reference.logpdf(points), atol=1e-9)
    assert_allclose(np.cov(points.T), covariance, atol=0.005)
    assert_allclose(build(settings).modes.stds, [np.sqrt((0.64 + 0.09) / 2)])


def test_ring_density_by_hand():
    """At a mode of a narrow ring: (1/8) / (2π σ²); at the origin all eight add up."""
    ring = build(data.Ring(std=0.02))
    at_mode, at_origin = ring.log_prob(np.array([[2.0, 0.0], [0.0, 0.0]]))
    assert at_mode == pytest.approx(-np.log(8 * 2 * np.pi * 0.02**2))
    assert at_origin == pytest.approx(-((2 / 0.02) ** 2) / 2 - np.log(2 * np.pi * 0.02**2))


def test_the_ring_repeats_no_end_point():
    centres, stds, weights = build(data.Ring()).modes
    assert_allclose(np.linalg.norm(centres, axis=1), 2)
    gaps = np.linalg.norm(centres - np.roll(centres, 1, axis=0), axis=1)
    assert_allclose(gaps, 2 * 2 * np.sin(np.pi / 8))
    assert_allclose(stds, 0.02)
    assert_allclose(weights, 1 / 8)


def test_modes_are_where_the_papers_put_them():
    grid = build(data.Grid()).modes
    wanted = {(x, y) for x in (-4, -2, 0, 2, 4) for y in (-4, -2, 0, 2, 4)}
    assert {tuple(c) for c in grid.centres} == wanted
    mad = build(data.MadGan()).modes
    assert_array_equal(mad.centres[:, 0], [10, 20, 60, 80, 110])
    assert_array_equal(mad.stds, [3, 3, 2, 2, 1])
    uneven = build(data.UnbalancedRing(modes=3, ratio=100)).modes
    assert_allclose(uneven.weights, np.array([100, 10, 1]) / 111)
    assert build(data.UnbalancedRing(modes=1)).modes.weights == [1]
    mixture = build(data.GaussianMixture(weights=(3, 1))).modes
    assert_allclose(mixture.weights, [0.75, 0.25])


def test_a_random_layout_depends_on_its_seed_alone():
    one, same, other = (build(data.RandomMixture(layout_seed=s)).modes.centres for s in (1, 1, 2))
    assert_array_equal(one, same)
    assert not np.allclose(one, other)
    assert (np.abs(one) <= 2).all()


def test_samples_reach_every_mode_by_its_weight():
    settings = data.UnbalancedRing(ratio=50)
    modes = build(settings).modes
    points = drawn_points(settings, 100_000)
    distance = np.linalg.norm(points[:, None] - modes.centres, axis=2)
    counts = np.bincount(distance.argmin(axis=1), minlength=8)
    assert stats.chisquare(counts, 100_000 * modes.weights).pvalue > 1e-3
    assert_allclose((distance.min(axis=1) <= 3 * 0.02).mean(), 1 - np.exp(-4.5), atol=2e-3)


@pytest.mark.parametrize("std", [0.01, 0.1, 0.5, 3.0])
def test_a_noisy_circle_has_its_closed_form(std):
    """∫ over the angle: exp(−(r² + R²)/2σ²) I₀(rR/σ²) / 2πσ²."""

    def circle(t):
        return 2 * np.stack([np.cos(2 * np.pi * t), np.sin(2 * np.pi * t)], axis=1)

    r = np.linspace(0, 4, 81)
    angle = np.linspace(0, 7, 81)
    x = np.stack([r * np.cos(angle), r * np.sin(angle)], axis=1)
    bessel = np.log(special.ive(0, 2 * r / std**2))
    wanted = -((r - 2) ** 2) / (2 * std**2) + bessel - np.log(2 * np.pi * std**2)
    assert_allclose(NoisyCurve([circle], std).log_prob(x), wanted, atol=1e-4)
    near = np.abs(r - 2) < 5 * std
    assert_allclose(NoisyCurve([circle], std).log_prob(x[near]), wanted[near], atol=3e-6)


def by_brute_force(curves, std, x, nodes=40_001):
    """Log density of equally likely curves by the trapezoid rule, node by node in the parameter."""
    t = np.linspace(0, 1, nodes)
    log_weights = np.full(nodes, -np.log(nodes - 1))
    log_weights[[0, -1]] -= np.log(2)
    totals = []
    for curve in curves:
        squares = ((x[:, None] - curve(t)) ** 2).sum(axis=2)
        totals.append(special.logsumexp(log_weights - squares / (2 * std**2), axis=1))
    return special.logsumexp(totals, axis=0) - np.log(len(curves) * 2 * np.pi * std**2)


def swiss_roll_of_scikit_learn(t):
    angle = 1.5 * np.pi * (1 + 2 * t)
    return np.stack([angle * np.cos(angle), angle * np.sin(angle)], axis=1) / 7.5


def moon(sign):
    def curve(t):
        half = np.stack([np.cos(np.pi * t), np.sin(np.pi * t)], axis=1)
        return (half if sign > 0 else np.array([1, 0.5]) - half) - np.array([0.5, 0.25])

    return curve


def spiral_arm(start):
    def curve(t):
        angle = start + 3 * np.pi * t
        return (0.2 + 1.8 * t)[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)

    return curve


@pytest.mark.parametrize("std", [0.02, 0.3])
@pytest.mark.parametrize(
    ("kind", "values", "curves"),
    [
        (data.SwissRoll, {"scale": 4.5 * np.pi / 7.5}, [swiss_roll_of_scikit_learn]),
        (data.Moons, {}, [moon(1), moon(-1)]),
        (data.Spiral, {"turns": 1.5}, [spiral_arm(0), spiral_arm(np.pi)]),
    ],
    ids=["swiss-roll", "moons", "spiral"],
)
def test_densities_of_noisy_curves_equal_a_finer_quadrature(kind, values, curves, std):
    settings = kind(std=std, **values)
    beside = np.random.default_rng(0).uniform(-2.5, 2.5, (40, 2))
    x = np.concatenate([drawn_points(settings, 60), beside, curves[0](np.array([0.0, 1.0]))])
    found, wanted = build(settings).log_prob(x), by_brute_force(curves, std, x)
    assert_allclose(found, wanted, atol=1e-5, rtol=1e-3)
    near = wanted > wanted.max() - 12
    assert near.sum() >= 60
    assert_allclose(found[near], wanted[near], atol=1e-4)


def test_the_swiss_roll_is_that_of_the_wgan_gp_paper():
    points = drawn_points(data.SwissRoll(), 50_000)
    radius = np.linalg.norm(points, axis=1)
    assert np.quantile(radius, 0.001) == pytest.approx(1.5 * np.pi / 7.5, abs=0.1)
    assert np.quantile(radius, 0.999) == pytest.approx(4.5 * np.pi / 7.5, abs=0.1)


def test_circles_and_pinwheel_have_their_radii():
    radius = np.linalg.norm(drawn_points(data.Circles(ratio=0.5, std=0.01), 10_000), axis=1)
    assert ((np.abs(radius - 2) < 0.06) ^ (np.abs(radius - 1) < 0.06)).all()
    assert (radius > 1.5).mean() == pytest.approx(0.5, abs=0.02)
    straight = drawn_points(data.Pinwheel(twist=0), 10_000)
    twisted = drawn_points(data.Pinwheel(twist=1.3), 10_000)
    assert_allclose(np.linalg.norm(straight, axis=1), np.linalg.norm(twisted, axis=1), atol=1e-5)


def test_checkerboard_and_segment_by_hand():
    board = build(data.Checkerboard(cells=2, half_width=1))
    corners = np.array([[-0.5, -0.5], [0.5, 0.5], [-0.5, 0.5], [0.5, -0.5], [1.5, 1.5]])
    assert_allclose(board.log_prob(corners), [-np.log(2)] * 2 + [-np.inf] * 3)
    segment = build(data.ParallelSegments(theta=2, std=0.1))
    x = np.array([[2, 0.5], [2.1, 1.0], [2, 1.1], [2, -0.1]])
    peak = -np.log(np.sqrt(2 * np.pi) * 0.1)
    assert_allclose(segment.log_prob(x), [peak, peak - 0.5, -np.inf, -np.inf])
    low, high = segment.extent
    assert (low < 0).all()
    assert (high > [2, 1]).all()


def test_a_drawing_is_uniform_under_a_hard_brush():
    dot = data.Stroke(points=((1.0, -1.0),), size=2.0, softness=0)
    drawing = build(data.Drawn(strokes=(dot,)))
    inside, outside, beyond = drawing.log_prob(np.array([[1.2, -1.1], [-1, 1], [9, 1e300]]))
    assert inside == pytest.approx(-np.log(np.pi), abs=0.02)
    assert outside == beyond == -np.inf
    points = drawn_points(data.Drawn(strokes=(dot,)), 50_000)
    assert_allclose(points.mean(axis=0), [1, -1], atol=0.01)
    assert np.linalg.norm(points - [1, -1], axis=1).max() < 1.05


def test_an_empty_drawing_is_refused():
    with pytest.raises(ValueError, match="drawing is empty; paint at least one stroke"):
        build(data.Drawn())


def test_a_file_gives_its_own_rows(tmp_path):
    rows = np.random.default_rng(0).normal([3, -100], [2, 50], (500, 2)).astype(np.float32)
    path = tmp_path / "t.npz"
    np.savez(path, rows)
    file = build(data.File(path=str(path)))
    points = file.sample(5_000, seeded()).numpy()
    assert {tuple(p) for p in points} <= {tuple(r) for r in rows}
    assert len(np.unique(points, axis=0)) > 490
    assert file.modes is None
    assert file.log_prob(points) is None
    assert torch.equal(
        file.sample(9, seeded(4)), build(data.File(path=str(path))).sample(9, seeded(4))
    )
    low, high = file.extent
    assert ((points >= low) & (points <= high)).all(axis=1).mean() > 0.99


def test_a_file_can_be_standardised_or_of_one_column(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,5\n2,5\n3,5\n")
    line = build(data.File(path=str(path), columns=(1,), standardise=True))
    assert line.dim == 1
    assert_allclose(np.unique(line.sample(100, seeded())), np.sqrt(1.5) * np.array([-1, 0, 1]))
    with pytest.raises(ValueError, match=r"t\.csv: number 2 of the chosen columns is constant"):
        build(data.File(path=str(path), standardise=True))
    path.write_text("3\n3\n")
    assert build(data.File(path=str(path))).extent == (2, 4)
    with pytest.raises(ValueError, match="No data file is chosen"):
        build(data.File())
