"""Random streams.

One a run and purpose, so that run r's numbers depend neither on R nor on who looks.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

PURPOSES = {
    "init": 0,
    "data": 1,
    "noise": 2,
    "penalty": 3,
    "dropout": 4,
    "picture": 5,
    "reference": 6,
    "instance noise": 7,
    "label noise": 8,
    "history": 9,
}

BLOCK = 1 << 16
"""Numbers drawn at once for one run: drawing a block costs little more than drawing one batch."""

Draw = Callable[[int, torch.Generator], Tensor]


def generator(seed: int, purpose: str, step: int = 0) -> torch.Generator:
    """A CPU generator for one run's seed, purpose and (for pictures) step."""
    state = np.random.SeedSequence([seed, PURPOSES[purpose], step]).generate_state(2)
    return torch.Generator().manual_seed(int(state[0]) << 31 ^ int(state[1]))


class Stream:
    """Independent draws for R runs, taken from blocks drawn ahead.

    ``draw(n, generator)`` gives (n, width) for one run; ``take(n)`` gives the next (R, n, width) on
    ``device``. A block holds whole numbers of draws only; its start and the offset in it are the
    whole state.
    """

    def __init__(self, draw: Draw, width: int, seeds: list[int], purpose: str, device: Any) -> None:
        self._draw, self._width, self._device = draw, width, device
        self._generators = [generator(seed, purpose) for seed in seeds]
        self._block: Tensor | None = None
        self._size = self._offset = 0
        self._starts = [g.get_state() for g in self._generators]

    def take(self, n: int) -> Tensor:
        if self._offset + n > self._size:
            self._starts = [g.get_state() for g in self._generators]
            self._fill(max(n, BLOCK // self._width))
        start = self._offset
        self._offset = start + n
        assert self._block is not None
        return self._block[:, start : start + n]

    def state(self) -> dict[str, Any]:
        return {"starts": torch.stack(self._starts), "size": self._size, "offset": self._offset}

    def load_state(self, state: dict[str, Any]) -> None:
        # Cloned: a generator misreads a state tensor that is a view into a larger one.
        self._starts = [start.clone() for start in state["starts"]]
        for g, start in zip(self._generators, self._starts, strict=True):
            g.set_state(start)
        self._size = int(state["size"])
        if self._size:
            self._fill(self._size)
        self._offset = int(state["offset"])

    def _fill(self, size: int) -> None:
        drawn = [self._draw(size, g) for g in self._generators]
        self._block = torch.stack(drawn).to(self._device, torch.get_default_dtype())
        self._size, self._offset = size, 0


def gaussian(dim: int) -> Draw:
    return lambda n, g: torch.randn(n, dim, generator=g)


def uniform(dim: int) -> Draw:
    """Uniform on [-1, 1]."""
    return lambda n, g: torch.rand(n, dim, generator=g) * 2 - 1


NOISES: dict[str, Callable[[int], Draw]] = {"gaussian": gaussian, "uniform": uniform}
