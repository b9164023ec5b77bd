"""What the discriminator is shown in one update, and what is done to it on the way."""

from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import Game


@dataclass
class Minibatch:
    """Real and generated samples (R, B, dim + C), and the draws that D's loss needs beside them.

    ``epsilon`` (R, B, 1) mixes the two for a gradient penalty; ``masks`` silence hidden units;
    ``flip`` (R, packs, 1) marks the pairs whose labels are exchanged. ``noise`` is what G made the
    samples from; None where they were brought along.
    """

    real: Tensor
    fake: Tensor
    epsilon: Tensor | None
    masks: list[Tensor] | None
    flip: Tensor | None = None
    noise: Tensor | None = None


def minibatch(game: Game, settings: Experiment, fake: Tensor | None = None) -> Minibatch:
    """A fresh minibatch of data, and of G's samples unless ``fake`` brings some along."""
    pack, batch = settings.discriminator.pack, settings.training.batch
    batch -= batch % pack
    real, noise = game.data.take(batch), None
    if fake is None:
        noise = told(game, game.noise.take(batch), real)
        with torch.no_grad():
            fake = game.generator(noise)
        if game.memory is not None:
            fake = recalled(game, fake)
    else:
        fake = fake[:, :batch]
    epsilon = game.mixing.take(batch) if settings.penalty.name != "none" else None
    masks = dropout_masks(game, settings, 2 * batch // pack)
    flip = None
    if settings.training.label_noise > 0:
        flip = game.flips.take(batch // pack) < settings.training.label_noise
    if settings.training.instance_noise > 0:
        real, fake = blurred(game, settings, torch.cat([real, fake], 1)).chunk(2, 1)
    return Minibatch(real, fake, epsilon, masks, flip, noise)


def told(game: Game, noise: Tensor, real: Tensor) -> Tensor:
    """``noise`` with the classes of ``real``, so that D compares samples of the same class."""
    if not game.classes:
        return noise
    return torch.cat([noise[..., : -game.classes], real[..., game.dim :]], -1)


def exchanged(flip: Tensor | None, real: Tensor, fake: Tensor) -> tuple[Tensor, Tensor]:
    """Both sides (R, B, …) with the marked pairs exchanged; a pack changes sides as a whole."""
    if flip is None:
        return real, fake
    marked = flip.repeat_interleave(real.shape[1] // flip.shape[1], 1)
    marked = marked if real.dim() > 2 else marked.squeeze(-1)
    return torch.where(marked, fake, real), torch.where(marked, real, fake)


def blurred(game: Game, settings: Experiment, x: Tensor) -> Tensor:
    """Samples (R, B, dim + C) with instance noise; their classes stay as they are."""
    sigma = noise_level(settings, game.steps)
    noise = sigma * game.blur.take(x.shape[1])
    if not game.classes:
        return x + noise
    return torch.cat([x[..., : game.dim] + noise, x[..., game.dim :]], -1)


def noise_level(settings: Experiment, step: int) -> float:
    """Standard deviation of the instance noise at a step."""
    sigma, steps = settings.training.instance_noise, settings.training.instance_noise_steps
    return sigma * max(0.0, 1 - step / steps) if steps else sigma


def recalled(game: Game, fake: Tensor) -> Tensor:
    """G's samples, half of them exchanged for old ones once the memory is full.

    Those they replace in the memory are the ones recalled (Shrivastava et al. 2017, section 2.3).
    One is drawn from each of as many equal parts of the memory, so that none is drawn twice; the
    parts start at a slot of their own every time, so that each slot is as likely as any other.
    """
    assert game.memory is not None
    capacity = game.memory.shape[1]
    if game.remembered < capacity:
        new = fake[:, : capacity - game.remembered]
        game.memory[:, game.remembered : game.remembered + new.shape[1]] = new
        game.remembered += new.shape[1]
        return fake
    half = min(fake.shape[1] // 2, capacity)
    if not half:
        return fake
    part = capacity // half
    drawn = game.recall.take(half + 1)
    place = (drawn[:, 1:] * part).long().clamp_max(part - 1)
    start = (drawn[:, :1] * capacity).long()
    place = start + place + part * torch.arange(half, device=fake.device)[:, None]
    index = (place % capacity).expand(-1, -1, fake.shape[2])
    old = game.memory.gather(1, index)
    game.memory.scatter_(1, index, fake[:, :half])
    return torch.cat([old, fake[:, half:]], 1)


def dropout_masks(game: Game, settings: Experiment, batch: int) -> list[Tensor] | None:
    """A multiplier (R, batch, width) a hidden layer.

    0 with probability p, else 1 / (1 − p) (Srivastava et al. 2014).
    """
    p, widths = settings.discriminator.dropout, settings.discriminator.hidden
    if p == 0 or not widths:
        return None
    uniform = game.silence.take(batch)
    return [(part >= p).to(part) / (1 - p) for part in uniform.split(list(widths), -1)]
