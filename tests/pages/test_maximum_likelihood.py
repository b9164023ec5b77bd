"""Maximum likelihood: arrows, areas and numbers are those of the theory."""

import numpy as np
import pytest
from scipy.stats import norm

from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.pages.maximum_likelihood import PAGE, STEPS, MaximumLikelihoodSettings, way
from ganlab_gui.pages.page import changed, dragged
from ganlab_gui.pages.plate import Area, Arrows, Line


def at(**changes):
    return changed(MaximumLikelihoodSettings(), changes)


def cells(settings):
    plate = PAGE.plate(settings, {}, str)
    return plate, *(cell for row in plate.rows for cell in row.cells)


@pytest.mark.parametrize("changes", [{"method": "EM"}, {"rate": 1.0}])
def test_the_last_iteration_is_the_most_likely_gaussian(changes):
    settings = at(iteration=STEPS, **changes)
    _, density, _, likelihood = cells(settings)
    mean, std = norm.fit(settings.points)
    assert density.says[1].text == f"μ {mean:.2f} · σ {std:.2f}"
    best = norm.logpdf(settings.points, mean, std).mean()
    numbers = [says.text.split()[-1].replace("−", "-") for says in likelihood.says]
    assert numbers == [f"{best:.3f}"] * 2


def test_arrows_start_on_the_density_and_the_rarest_point_has_the_longest():
    settings = at(iteration=3)
    _, density, _, _ = cells(settings)
    arrows = next(i for i in density.items if isinstance(i, Arrows))
    heights = way(settings).q.at(3).density(np.array(settings.points))
    assert arrows.y == pytest.approx(heights)
    assert (np.argsort(arrows.dy) == np.argsort(-heights)).all()
    assert (arrows.y + arrows.dy < density.y[1]).all()


def test_what_goes_up_comes_down():
    settings = at(iteration=10, start_mu=0.0)
    _, _, moved, _ = cells(settings)
    up, down = (i for i in moved.items if isinstance(i, Area))
    gain = np.trapezoid(up.high, up.x)
    assert gain > 0
    assert gain == pytest.approx(-np.trapezoid(down.low, down.x), abs=2e-3)


def test_drawn_points_say_likelihood_entropy_and_kl_that_add_up():
    settings = at(source="random", n=200, components=2, method="EM", iteration=STEPS)
    plate, _, _, likelihood = cells(settings)
    points, whole, gap = (
        float(says.text.split()[-1].replace("−", "-")) for says in likelihood.says
    )
    assert points == pytest.approx(float(way(settings).likelihood[-1]), abs=6e-4)
    assert gap > 0
    assert whole == pytest.approx(-(gap + way(settings).entropy), abs=2e-3)
    assert abs(points - whole) < 0.2
    assert "On these 200 points" in plate.caption


@pytest.mark.parametrize("method", ["EM", "gradient-ascent"])
@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_the_drawn_likelihood_only_rises(method, k):
    _, _, _, likelihood = cells(at(method=method, components=k))
    curve = next(i for i in likelihood.items if isinstance(i, Line) and i.role == "generated")
    assert (np.diff(curve.y) >= -1e-12).all()


def test_a_point_is_dragged_and_held_in_the_picture():
    settings = at()
    there = dragged(settings, PAGE.drag(settings, "point_2", 99.0, 0.0))
    assert there.points[2] == 8.0
    assert there.points[:2] == settings.points[:2]
    assert dragged(settings, PAGE.drag(settings, "iteration", 7.4, 0.0)).iteration == 7


def test_a_component_at_the_floor_is_said():
    settings = at(points=(-1.0, 0.0, 1.0, 6.0), components=2, method="EM", iteration=STEPS,
                  start_mu=2.0)  # fmt: skip
    assert way(settings).q.stds[-1].min() == settings.floor
    assert "floor of σ" in PAGE.plate(settings, {}, str).caption


def test_a_point_outside_is_refused():
    with pytest.raises(ExperimentError, match="points"):
        at(points=(0.0, 9.0))


def test_the_pull_on_a_mean_is_the_slope_of_the_likelihood():
    settings = at(iteration=0)
    _, density, _, _ = cells(settings)
    up, level = (i for i in density.items if isinstance(i, Arrows))
    points = np.array(settings.points)

    def likelihood(mu):
        return norm.logpdf(points, mu, settings.start_sigma).mean()

    slope = (likelihood(-2 + 1e-5) - likelihood(-2 - 1e-5)) / 2e-5
    assert density.says[-1].text.endswith(f" = {slope:.2f}")
    assert 0 < level.dx[0] < slope
    assert (up.dx == 0).all()
    _, rest, _, _ = cells(at(iteration=STEPS, method="EM"))
    assert len([i for i in rest.items if isinstance(i, Arrows)]) == 1


def test_the_step_from_the_last_iteration_is_shown_too():
    _, _, moved, _ = cells(at(iteration=STEPS, rate=0.01))
    _, _, before, _ = cells(at(iteration=STEPS - 1, rate=0.01))
    assert abs(moved.items[2].y - before.items[2].y).max() > 0
