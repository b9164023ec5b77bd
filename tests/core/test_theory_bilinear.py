"""min_x max_y xy: closed forms against numerical eigenvalues, updates written out, and the flow."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp

from ganlab_gui.core.theory import bilinear

ORDERS = ("simultaneous", "alternating")


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("y_steps", [1, 3])
@pytest.mark.parametrize("h", [0.05, 0.7, 2.5])
def test_multipliers_are_the_eigenvalues_of_the_step(order, y_steps, h):
    found = bilinear.multipliers(h, y_steps, order)
    numerical = np.linalg.eigvals(bilinear.jacobian(h, y_steps, order).astype(complex))
    assert_allclose(np.poly(found), np.poly(numerical), atol=1e-12)


@pytest.mark.parametrize("order", ORDERS)
def test_a_step_is_the_players_updates_written_out(order):
    x, y, h = 0.8, -0.3, 0.2
    path = bilinear.iterate((x, y), 20, h, 3, order)
    for at in path:
        assert_allclose(at, (x, y), atol=1e-12)
        old = y
        for _ in range(3):
            y = y + h * x  # the gradient of xy by y, upwards
        x = x - h * (y if order == "alternating" else old)


def test_simultaneous_steps_multiply_the_radius_by_the_closed_form_each():
    radius = np.linalg.norm(bilinear.iterate((1.0, 0.4), 50, 0.3), axis=1)
    assert_allclose(radius[1:] / radius[:-1], np.sqrt(1 + 0.3**2), rtol=1e-12)


def test_alternating_steps_keep_an_ellipse_up_to_the_bound_and_leave_beyond():
    h = 0.6
    x, y = bilinear.iterate((1.0, 0.4), 500, h, 1, "alternating").T
    kept = x * x + y * y - h * x * y
    kept_mirrored = x * x + y * y + h * x * y
    assert_allclose(min(np.ptp(kept), np.ptp(kept_mirrored)), 0, atol=1e-12)
    for y_steps in (1, 4):
        bound = 2 / np.sqrt(y_steps)
        inside = np.abs(bilinear.multipliers(0.999 * bound, y_steps, "alternating"))
        assert_allclose(inside, 1, rtol=1e-12)
        assert np.abs(bilinear.multipliers(1.001 * bound, y_steps, "alternating")).max() > 1.01


def test_the_flow_keeps_the_radius_and_its_eigenvalues_are_plus_minus_i():
    flow = solve_ivp(lambda _, z: bilinear.field(*z), (0, 6), (1.0, 0.4), rtol=1e-10, atol=1e-12)
    assert_allclose(np.hypot(*flow.y), np.hypot(1.0, 0.4), rtol=1e-8)
    corners = np.stack(bilinear.field(np.eye(2)[0], np.eye(2)[1]))
    assert_allclose(np.poly(np.linalg.eigvals(corners.astype(complex))), [1, 0, 1], atol=1e-12)
    assert_allclose(bilinear.eigenvalues(), [1j, -1j])
