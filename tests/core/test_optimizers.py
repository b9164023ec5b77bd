"""Optimizers on one flat tensor against torch's own on separate parameters."""

import subprocess
import sys
from copy import deepcopy

import pytest
import torch

from ganlab_gui.core.models.optimizers import OPTIMIZERS, adjust, build, update
from ganlab_gui.experiment.schema import Optimizer


def apart(parameters, s):
    """torch's own, on separate parameters and without fusing."""
    if s.name in ("sgd", "momentum"):
        momentum = s.momentum if s.name == "momentum" else 0
        return torch.optim.SGD(parameters, s.lr, momentum=momentum, foreach=False)
    if s.name == "rmsprop":
        return torch.optim.RMSprop(parameters, s.lr, alpha=s.beta2, foreach=False)
    return torch.optim.Adam(parameters, s.lr, betas=(s.beta1, s.beta2), foreach=False)


def course(optimizer, parameters, gradients):
    for gradient in gradients:
        start = 0
        for p in parameters:
            p.grad = gradient[start : start + p.numel()].view_as(p).clone()
            start += p.numel()
        optimizer.step()
    return torch.cat([p.detach().flatten() for p in parameters])


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_flat_and_separate_parameters_take_the_same_steps(name):
    settings = Optimizer(name=name, lr=0.05, momentum=0.8, beta1=0.6, beta2=0.95)
    start, gradients = torch.randn(10), torch.randn(7, 10)
    flat = start.clone()
    parts = [start[:4].clone().view(2, 2).requires_grad_(), start[4:].clone().requires_grad_()]
    moved = course(build(flat, settings), [flat], gradients)
    assert torch.allclose(moved, course(apart(parts, settings), parts, gradients), atol=1e-6)
    assert not torch.allclose(moved, start, atol=1e-3)


def test_sgd_momentum_rmsprop_and_adam_by_hand():
    """From 1, two steps down a gradient of 1, then of 3, at rate 0.1."""
    gradients = torch.tensor([[1.0], [3.0]])
    v1, v2 = 0.01, 0.99 * 0.01 + 0.01 * 9
    adam1 = 0.1 * 1 / 1
    m2, s2 = (0.5 * 0.5 + 0.5 * 3) / (1 - 0.25), (0.99 * 0.01 + 0.01 * 9) / (1 - 0.99**2)
    want = {
        "sgd": 1 - 0.1 - 0.3,
        "momentum": 1 - 0.1 - 0.1 * (0.9 * 1 + 3),
        "rmsprop": 1 - 0.1 / v1**0.5 - 0.3 / v2**0.5,
        "adam": 1 - adam1 - 0.1 * m2 / s2**0.5,
    }
    for name, value in want.items():
        settings = Optimizer(name=name, lr=0.1, momentum=0.9, beta1=0.5, beta2=0.99)
        flat = torch.ones(1)
        assert course(build(flat, settings), [flat], gradients).item() == pytest.approx(
            value, abs=1e-5
        )


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_adjusting_keeps_the_memory(name):
    """Half the course with one set of numbers, half with another, as torch does it itself."""
    first = Optimizer(name=name, lr=0.05)
    second = Optimizer(name=name, lr=0.01, momentum=0.5, beta1=0.1, beta2=0.9)
    start, gradients = torch.randn(6), torch.randn(8, 6)

    flat = start.clone()
    optimizer = build(flat, first)
    course(optimizer, [flat], gradients[:4])
    adjust(optimizer, second)
    moved = course(optimizer, [flat], gradients[4:])

    other = start.clone().requires_grad_()
    reference = apart([other], first)
    course(reference, [other], gradients[:4])
    fresh = apart([torch.zeros(1)], second).param_groups[0]
    for key in ("lr", "momentum", "alpha", "betas"):
        if key in fresh:
            reference.param_groups[0][key] = fresh[key]
    assert torch.allclose(moved, course(reference, [other], gradients[4:]), atol=1e-6)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_state_round_trip_continues_bit_for_bit(name):
    settings = Optimizer(name=name, lr=0.05)
    start, gradients = torch.randn(6), torch.randn(8, 6)
    one = start.clone()
    optimizer = build(one, settings)
    course(optimizer, [one], gradients[:3])
    other = one.clone()
    resumed = build(other, settings)
    # load_state_dict shares the tensors it is given.
    resumed.load_state_dict(deepcopy(optimizer.state_dict()))
    assert torch.equal(
        course(optimizer, [one], gradients[3:]), course(resumed, [other], gradients[3:])
    )


def test_training_does_not_load_the_compiler() -> None:
    """It takes most of a second, in which a window would show nothing learning."""
    code = (
        "import sys\n"
        "from ganlab_gui.experiment.schema import Experiment\n"
        "from ganlab_gui.lab.trainer import Trainer\n"
        "trainer = Trainer(Experiment(), 'cpu')\n"
        "trainer.step(2)\n"
        "features = {'discriminator': {'minibatch_features': 1}, 'penalty': {'name': 'r1'}}\n"
        "Trainer(Experiment(**features), 'cpu').step(1)\n"
        "trainer.load_state(trainer.state())\n"
        "sys.exit('torch._dynamo' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", list(OPTIMIZERS))
def test_a_bare_update_is_the_optimizers_own_step(name: str) -> None:
    one = torch.randn(50)
    two = one.clone()
    settings = Optimizer(name=name)
    bare, whole = build(one, settings), build(two, settings)
    for _ in range(5):
        one.grad = torch.randn(50)
        two.grad = one.grad.clone()
        update(bare)
        whole.step()
    torch.testing.assert_close(one, two, rtol=0, atol=0)
