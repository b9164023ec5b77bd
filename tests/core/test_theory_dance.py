"""Games stepped in two ways: closed forms (FACTS), the trainer's path, and numerical Jacobians."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from ganlab_gui.core.theory import bilinear, dance, dirac
from ganlab_gui.core.theory.dance import GAMES, Moves

ORDERS = ("simultaneous", "alternating")
TURNING = ("gan", "non-saturating", "wgan", "bilinear")


@pytest.mark.parametrize("game", GAMES)
@pytest.mark.parametrize("d_steps", [1, 3])
def test_both_paths_are_those_of_the_single_games(game, d_steps):
    moves = Moves(game, d_steps=d_steps)
    found = dance.paths(moves, (1.1, -0.6), 40)
    for order, path in zip(ORDERS, found, strict=True):
        if game == "bilinear":
            wanted = bilinear.iterate((1.1, -0.6), 40, moves.h, d_steps, order)
        else:
            wanted = dirac.iterate(dance.experiment(moves, order), (1.1, -0.6), 40)
        assert_allclose(path, wanted, atol=1e-12)


@pytest.mark.parametrize(
    ("game", "wanted"),
    [
        ("gan", (0.5j, -0.5j)),
        ("non-saturating", (0.5j, -0.5j)),
        ("wgan", (1j, -1j)),
        ("bilinear", (1j, -1j)),
        ("r1", (-0.3 + 0.4j, -0.3 - 0.4j)),
        ("consensus", (-0.15 + 0.5j, -0.15 - 0.5j)),
    ],
)
def test_eigenvalues_of_the_flow(game, wanted):
    """R1: −γ/2 ± √(γ²/4 − ¼) at γ = 0.6; consensus −γ/4 ± i/2."""
    assert_allclose(dance.eigenvalues(Moves(game, damping=0.6)), wanted, atol=1e-9)


def test_instance_noise_damps_as_its_formula_on_the_page():
    found = dance.eigenvalues(Moves("instance-noise", noise=0.8))
    s = 0.8**2
    assert_allclose(found, np.array([1, -1]) * np.sqrt(complex(s * s / 16 - 0.25)) - s / 4)


@pytest.mark.parametrize("game", TURNING)
@pytest.mark.parametrize("d_steps", [1, 4])
def test_a_step_at_once_multiplies_the_radius_by_the_closed_form(game, d_steps):
    for h in (0.05, 0.5, 1.5):
        moves = Moves(game, h, d_steps)
        largest = np.abs(dance.multipliers(moves, "simultaneous")).max()
        assert largest == pytest.approx(dance.closed_form(moves), rel=1e-7)
    slope = 0.5 if game in ("gan", "non-saturating") else 1.0
    assert dance.closed_form(Moves(game, 0.2)) == pytest.approx(math.sqrt(1 + 0.04 * slope**2))


@pytest.mark.parametrize("game", ["wgan", "bilinear"])
def test_linear_games_grow_by_it_everywhere(game):
    path = dance.paths(Moves(game, 0.3), (1.0, 0.4), 60)[0]
    assert dance.growth(path) == pytest.approx(math.sqrt(1.09), rel=1e-12)


def test_gan_near_the_equilibrium_grows_by_it():
    moves = Moves("gan", 0.2)
    path = dance.paths(moves, (1e-4, 0.0), 100)[0]
    assert dance.growth(path) == pytest.approx(dance.closed_form(moves), rel=1e-7)


@pytest.mark.parametrize("game", TURNING)
@pytest.mark.parametrize("d_steps", [1, 4])
def test_alternating_steps_stay_exactly_up_to_the_bound(game, d_steps):
    per_h = dance.bound(Moves(game, 1.0, d_steps))
    inside = Moves(game, 1.99 / per_h, d_steps)
    beyond = Moves(game, 2.01 / per_h, d_steps)
    assert_allclose(np.abs(dance.multipliers(inside, "alternating")), 1, rtol=1e-7)
    assert np.abs(dance.multipliers(beyond, "alternating")).max() > 1.05
    assert dance.bound(inside) == pytest.approx(1.99)


def test_steps_at_once_have_one_plus_h_lambda_in_every_smooth_game():
    for game in GAMES:
        moves = Moves(game, 0.3)
        wanted = 1 + 0.3 * dance.eigenvalues(moves)
        found = dance.multipliers(moves, "simultaneous")
        if game == "wgan-gp":
            assert np.isnan(found).all()
            assert np.isnan(wanted).all()
        else:
            assert_allclose(np.poly(found), np.poly(wanted), atol=1e-8)


def test_the_wgan_gp_field_is_the_one_of_the_literature():
    theta, psi = 0.4, np.array([0.3, 1.0, -1.7])
    v, w = dance.drift(Moves("wgan-gp", damping=0.8), theta, psi)
    assert_allclose(v, psi)
    assert_allclose(w, -theta - 0.8 * (np.abs(psi) - 1) * np.sign(psi), atol=1e-12)


def test_a_clipped_path_stays_within_the_walls():
    found = dance.paths(Moves("wgan-clip", clip=0.5), (1.5, 0.0), 200)
    assert np.abs(found[..., 1]).max() <= 0.5


def test_growth_of_a_path_that_overflows_counts_what_is_finite():
    path = np.array([[1.0, 0.0], [2.0, 0.0], [4.0, 0.0], [np.inf, 0.0]])
    assert dance.growth(path) == pytest.approx(2.0)
    assert math.isnan(dance.growth(np.zeros((3, 2))))
