"""A generator as a program: one file of plain PyTorch that rebuilds G and samples from it."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from ganlab_gui.core.models.network import Network
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.probe import KERNEL_POINTS
from ganlab_gui.lab.script_text import Facts, program
from ganlab_gui.lab.trainer import Trainer

INSIDE = 1 << 20
"""Bytes of weights that still stand in the program's own file; more lie in one beside it."""
LINE = 96

Layer = tuple[str, dict[str, Tensor]]
"""The call that makes a module, and its state by name, in the order of ``state_dict``."""

ACTIVATIONS = {
    "relu": "nn.ReLU()",
    "leaky-relu": "nn.LeakyReLU(0.2)",
    "elu": "nn.ELU()",
    "tanh": "nn.Tanh()",
    "sigmoid": "nn.Sigmoid()",
    "softplus": "nn.Softplus()",
    "maxout": "Maxout()",
}
OUTPUTS = {"linear": "", "tanh": "nn.Tanh()", "sigmoid": "nn.Sigmoid()"}


@dataclass(frozen=True)
class Script:
    """The program's text; ``weights`` are the bytes of the file beside it, where it has one."""

    text: str
    weights: bytes | None = None


def generator_script(trainer: Trainer, name: str = "generator") -> Script:
    """G of every run as it is in the lab's pictures, and its average where one is kept.

    ``name`` is the program's file name without ending; weights of more than INSIDE bytes belong
    into ``name``.weights beside it. A diverged run's are its last finite ones. Batch norm is held
    at the moments of the samples that the lab's pictures rest on, and the largest singular values
    of spectral norm are divided out of the weights.
    """
    players = ["generator"] + (["average"] if trainer.game.average is not None else [])
    networks = {player: _networks(trainer, player) for player in players}
    states = [t for layers in networks.values() for _, state in layers for t in state.values()]
    # By player and run: each has all its tensors one after the other.
    flat = [t.flatten(1) for t in states]
    per_player = len(flat) // len(players)
    raw = b"".join(
        torch.cat(flat[i : i + per_player], 1).float().cpu().numpy().astype("<f4").tobytes()
        for i in range(0, len(flat), per_player)
    )
    beside = len(raw) > INSIDE
    facts = _facts(trainer, name, networks["generator"])
    digest = hashlib.sha256(raw).hexdigest() if beside else ""
    encoded = base64.b64encode(raw).decode()
    lines = "" if beside else "\n".join(encoded[i : i + LINE] for i in range(0, len(encoded), LINE))
    return Script(program(facts, lines, digest), raw if beside else None)


def write_script(script: Script, path: Path) -> None:
    """Write a program, after the weights that belong beside it. Raises SaveError."""
    if script.weights is not None:
        atomic_bytes(path.with_suffix(".weights"), script.weights, parents=True)
    atomic_bytes(path, script.text.encode(), parents=True)


def _facts(trainer: Trainer, name: str, layers: list[Layer]) -> Facts:
    e, game = trainer.experiment, trainer.game
    scaling, shares = game.generator.scaling, trainer.distribution.classes
    return Facts(
        experiment=e, name=name, step=trainer.steps, seeds=tuple(trainer.seeds),
        diverged_at=tuple(trainer.diverged_at),
        modules=tuple(c for c, _ in layers[: len(layers) // game.generator.count] if c),
        dim=game.dim, generators=game.generator.count, averaged=game.average is not None,
        box=None if scaling is None else (scaling[0].tolist(), scaling[1].tolist()),
        shares=tuple(shares.tolist()) if game.classes and shares is not None else (),
    )  # fmt: skip


def _networks(trainer: Trainer, player: str) -> list[Layer]:
    """Every module of a run's generators in turn, its tensors stacked over runs: (R, …)."""
    generator, weights = trainer.game.generator, trainer.weights(player)
    if trainer.experiment.data.name == "dirac":
        return [("", {"theta": weights[0][:, 0]})]
    noise = torch.stack([trainer.latent(KERNEL_POINTS, seed) for seed in trainer.seeds])
    context = generator.context(noise.to(trainer.device), weights)
    count, net = generator.count, generator.net

    def own(tensor: Tensor, k: int) -> Tensor:
        """Of tensors stacked over runs · generators, the k-th generator's: (R, …)."""
        return tensor.unflatten(0, (-1, count))[:, k]

    stacked = weights if count == 1 else [w.flatten(0, 1) for w in weights]
    layers: list[Layer] = []
    for k in range(count):
        sigmas = [own(s, k) for s in context.sigmas] if context else []
        moments = [(own(v, k), own(m, k)) for v, m in context.moments] if context else []
        layers += _layers(net, [own(w, k) for w in stacked], sigmas, moments, _activation(trainer))
    return [*layers]


def _activation(trainer: Trainer) -> tuple[str, str]:
    g = trainer.experiment.generator
    return ACTIVATIONS[g.activation], OUTPUTS[g.output]


def _layers(
    net: Network, weights: list[Tensor], sigmas: list[Tensor],
    moments: list[tuple[Tensor, Tensor]], calls: tuple[str, str],
) -> Iterator[Layer]:  # fmt: skip
    """The modules of one network; ``weights`` are its own, (R, i, o) each."""
    activation, output = calls
    for layer in range(net.depth + 1):
        weight, bias = weights[2 * layer], weights[2 * layer + 1].squeeze(1)
        if sigmas:
            weight = weight / sigmas[layer]
        i, o = weight.shape[1:]
        hidden = layer < net.depth
        normed = net.norm == "batch" and hidden
        state = {"weight": weight.transpose(1, 2)}
        if normed:
            yield f"nn.Linear({i}, {o}, bias=False)", state
        else:
            yield f"nn.Linear({i}, {o})", state | {"bias": bias}
        if not hidden:
            break
        gains = [w.squeeze(1) for w in weights[2 * net.depth + 2 :]]
        if net.norm == "batch":
            variance, mean = moments[layer]
            count = mean.new_zeros(len(mean), 1)  # num_batches_tracked: of no use, but it is there
            yield (
                f"nn.BatchNorm1d({o})",
                {"weight": gains[layer], "bias": bias, "running_mean": mean.squeeze(1),
                 "running_var": variance.squeeze(1), "num_batches_tracked": count},
            )  # fmt: skip
        elif net.norm == "layer":
            shift = gains[net.depth + layer]
            yield f"nn.LayerNorm({o})", {"weight": gains[layer], "bias": shift}
        elif net.norm == "instance":
            yield f"nn.LayerNorm({o}, elementwise_affine=False)", {}
        yield activation, {}
    if output:
        yield output, {}
