"""T and f* of every divergence: tied to f in NumPy, and to the bound that they are for."""

import math

import numpy as np
import pytest
import torch
from scipy.special import wrightomega

from ganlab_gui.core.models.divergences import DIVERGENCES, JeffreyLogRatio, jeffrey_conjugate
from ganlab_gui.core.models.network import Network
from ganlab_gui.core.models.objectives import objective_of
from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES, divergence, divergence_1d
from ganlab_gui.core.theory.optimum import optimal_bound
from ganlab_gui.experiment.objectives import THRESHOLDS
from ganlab_gui.experiment.schema import Objective

NAMES = tuple(DIVERGENCES)
P, Q = (0.0, 1.0), (0.5, 1.2)
X = np.linspace(-8, 8, 641)
CELL = X[1] - X[0]


def normal(x, mean, std):
    return np.exp(-((x - mean) ** 2) / 2 / std**2) / std / math.sqrt(2 * math.pi)


def log_normal(mean, std):
    return lambda x: -((x - mean) ** 2) / 2 / std**2 - math.log(std * math.sqrt(2 * math.pi))


@pytest.mark.parametrize("name", NAMES)
def test_the_conjugate_of_v_is_the_conjugate_of_t_of_v(name):
    v = torch.linspace(-4, 4, 81, dtype=torch.float64)
    with np.errstate(all="ignore"):
        want = F_DIVERGENCES[name].conjugate(DIVERGENCES[name].activation(v).numpy())
    assert DIVERGENCES[name].conjugate(v).numpy() == pytest.approx(want, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_t_reaches_its_threshold_and_there_f_star_equals_it(name):
    """f*(f'(1)) = f'(1) − f(1), and f(1) is 0 but for Goodfellow's −ln 4."""
    threshold, at_one = DIVERGENCES[name].threshold, -math.log(4) if name == "gan" else 0.0
    v = torch.linspace(-3, 3, 60_001, dtype=torch.float64)
    if name == "reverse-kl":
        assert DIVERGENCES[name].activation(torch.zeros(1)).item() == -1
    at = (DIVERGENCES[name].activation(v) - threshold).abs().argmin()
    assert DIVERGENCES[name].conjugate(v[at]).item() == pytest.approx(threshold - at_one, abs=1e-4)
    assert threshold == THRESHOLDS[name]


@pytest.mark.parametrize("name", NAMES)
def test_first_and_second_derivatives_equal_finite_differences(name):
    v = torch.linspace(-3, 3, 9, dtype=torch.float64, requires_grad=True)
    for curve in (DIVERGENCES[name].activation, DIVERGENCES[name].conjugate):
        assert torch.autograd.gradcheck(curve, (v,))
        assert torch.autograd.gradgradcheck(curve, (v,))


@pytest.mark.parametrize("name", ["jensen-shannon", "gan", "total-variation", "jeffrey"])
def test_nothing_is_lost_far_out_in_float32(name):
    v = torch.tensor([-80.0, -20.0, 20.0])
    found, exact = DIVERGENCES[name].conjugate(v), DIVERGENCES[name].conjugate(v.double())
    assert found.numpy() == pytest.approx(exact.numpy(), rel=1e-4)


def test_jeffreys_ratio_is_lamberts_function():
    t = torch.linspace(-300, 300, 2001, dtype=torch.float64)
    want = -np.log(wrightomega(1 - t.numpy()))
    assert JeffreyLogRatio.apply(t).numpy() == pytest.approx(want, rel=1e-12, abs=1e-12)
    u = JeffreyLogRatio.apply(torch.linspace(-3, 3, 9, dtype=torch.float64)).exp().numpy()
    assert F_DIVERGENCES["jeffrey"].slope(u) == pytest.approx(np.linspace(-3, 3, 9), abs=1e-12)


def test_jeffreys_conjugate_has_slope_u_and_the_second_derivative_of_an_inverse():
    """(f*)' = u, and (f*)'' = 1 / f''(u) = 1 / (1/u + 1/u²)."""
    t = torch.linspace(-5, 5, 21, dtype=torch.float64, requires_grad=True)
    (first,) = torch.autograd.grad(jeffrey_conjugate(t).sum(), t, create_graph=True)
    u = 1 / wrightomega(1 - t.detach().numpy())
    assert first.detach().numpy() == pytest.approx(u, rel=1e-10)
    (second,) = torch.autograd.grad(first.sum(), t, create_graph=True)
    assert second.detach().numpy() == pytest.approx(1 / (1 / u + 1 / u**2), rel=1e-10)
    (third,) = torch.autograd.grad(second.sum(), t)
    step = 1e-5
    above, below = (1 / wrightomega(1 - t.detach().numpy() - s) for s in (step, -step))
    curvature = [1 / (1 / w + 1 / w**2) for w in (above, below)]
    assert third.numpy() == pytest.approx((curvature[0] - curvature[1]) / 2 / step, rel=1e-6)


def fitted_bound(name, steps=300):
    """The bound of a table of values v on the grid, climbed to its top by L-BFGS on quadrature."""
    p, q = (torch.tensor(normal(X, *where) * CELL) for where in (P, Q))
    v = torch.zeros(len(X), dtype=torch.float64, requires_grad=True)
    each = DIVERGENCES[name]
    climb = torch.optim.LBFGS([v], max_iter=steps, history_size=20, line_search_fn="strong_wolfe")

    def loss():
        climb.zero_grad()
        bound = (p * each.activation(v) - q * each.conjugate(v)).sum()
        (-bound).backward()
        return -bound

    climb.step(loss)
    return -loss().item(), each.activation(v).detach().numpy()


@pytest.mark.parametrize("name", NAMES)
def test_the_best_table_of_values_reaches_the_divergence_and_never_exceeds_it(name):
    bound, t = fitted_bound(name)
    exact = divergence_1d(name, log_normal(*P), log_normal(*Q), -12, 12)
    p, q = normal(X, *P), normal(X, *Q)
    assert divergence(name, p, q, CELL) == pytest.approx(exact, rel=1e-3)
    assert bound <= divergence(name, p, q, CELL) + 1e-9
    assert bound == pytest.approx(exact, rel=0.03)
    dense = (p > 0.05) & (q > 0.05) & (np.abs(p / q - 1) > 0.05)
    assert t[dense] == pytest.approx(optimal_bound(name, p, q)[dense], rel=0.05, abs=0.05)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_network_trained_on_samples_comes_near_the_divergence(name):
    """Its bound on fresh samples, where it can exceed the divergence by the sampling error only."""
    game = objective_of(Objective(name="f-gan", divergence=name))
    d = Network([1, 32, 32, 1], "tanh", "linear", 1, torch.device("cpu"))
    g = torch.Generator().manual_seed(0)
    weights = [
        (torch.randn(p.shape, generator=g) / math.sqrt(max(p.shape[1], 4))).requires_grad_()
        for p in d.parameters
    ]
    adam = torch.optim.Adam(weights, lr=3e-3)

    def draw(n, where):
        return torch.randn(1, n, 1, generator=g) * where[1] + where[0]

    for step in range(1500):
        adam.param_groups[0]["lr"] = 3e-3 * (1 - step / 1500)
        adam.zero_grad()
        scores = d(torch.cat([draw(1024, P), draw(1024, Q)], 1), weights).squeeze(-1)
        game.d_loss(scores[:, :1024], scores[:, 1024:]).sum().backward()
        adam.step()
    with torch.no_grad():
        real, fake = (d(draw(400_000, where), weights).squeeze(-1) for where in (P, Q))
        bound = game.value(real, fake).item()
        each = DIVERGENCES[name]
        error = math.hypot(each.activation(real).std().item(), each.conjugate(fake).std().item())
    exact = divergence_1d(name, log_normal(*P), log_normal(*Q), -12, 12)
    sampling = 4 * error / math.sqrt(400_000)
    assert bound <= exact + sampling
    assert bound == pytest.approx(exact, abs=0.03 * abs(exact) + sampling)
