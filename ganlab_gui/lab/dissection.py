"""One step of training taken apart, as NumPy copies: what pictures of the machine at work need.

Picklable, without torch, never shared with the trainer.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.snapshot import Array

StageName = Literal["sample", "forward", "loss", "backward", "update"]
Player = Literal["d", "g"]
Level = Literal["iteration", "update", "stage"]
LEVELS: tuple[Level, ...] = ("iteration", "update", "stage")
"""How far one goes at once: a whole step, one player's update, a stage of it."""


@dataclass(frozen=True)
class Stage:
    """One stage of one update of ``player``: what is known by then of this very update.

    B samples a minibatch, A answers (fewer than B where D judges packs), L layers.
    """

    name: StageName
    player: Player
    number: int
    """Which update of this player in the step, from 1, …"""
    of: int = 1
    """… of how many."""
    noise: Array | None = None
    """(B, width) z, without the class it asks for."""
    real: Array | None = None
    """(B, dim) data as D sees them."""
    fake: Array | None = None
    """(B, dim) G(z); in D's update as D sees them, some of them old where G's past is kept."""
    kinds: NDArray[np.int64] | None = None
    """(B,) which generator made each sample, or of which class it is; None where neither."""
    said_real: Array | None = None
    """(A,) D's realness of the data; None where it is not asked."""
    said_fake: Array | None = None
    """(A,) D's realness of the samples."""
    loss: float | None = None
    """The player's loss as it stands in the rows: G's weighted, D's without its penalty."""
    penalty: float | None = None
    """The weighted penalty."""
    slopes: tuple[float, ...] = ()
    """(L,) length of the loss' gradient with respect to the weights of each layer."""
    slope: float | None = None
    """Length of the whole gradient."""
    pull: Array | None = None
    """(B, dim) where G's loss pulls each sample: minus B times its gradient there."""
    moves: tuple[float, ...] = ()
    """(L,) how far the update moved each layer's weights."""
    move: float | None = None
    """How far it moved all weights, …"""
    length: float | None = None
    """… and how long the vector of all weights was before."""
    moved: Array | None = None
    """(B, dim) where G sends the same noise after its update."""
    ground: Array | None = None
    """(ny, nx) or (nx,) D's realness on the grid at this stage, …"""
    before: Array | None = None
    """… and before the update, at the stage that makes it."""


@dataclass(frozen=True)
class Dissection:
    """A step of run ``run``, ending at ``step``; ``kind`` "both", or "d" or "g" alone.

    ``xs`` and ``ys`` (None in 1-D) are the grid of the stages' grounds.
    """

    step: int
    run: int
    kind: str
    reading: Reading
    xs: Array
    ys: Array | None
    stages: tuple[Stage, ...]
    layers: dict[str, tuple[int, ...]]
    """Widths of "d" and "g" from input to output; () where a player has no network."""
    weights: dict[str, int]
    """How many weights each has; D's and G's, all generators together."""

    def units(self, level: Level) -> list[range]:
        """The stages that one goes through at once at ``level``, in order."""
        count = len(self.stages)
        if level == "stage":
            return [range(i, i + 1) for i in range(count)]
        if level == "iteration":
            return [range(count)] if count else []
        starts = [i for i in range(count) if i == 0 or self._begins(i)]
        return [range(a, b) for a, b in zip(starts, [*starts[1:], count], strict=True)]

    def latest(self, player: Player, at: int) -> Stage | None:
        """The last stage of ``player`` up to stage ``at``; None before its first."""
        own = [stage for stage in self.stages[: at + 1] if stage.player == player]
        return own[-1] if own else None

    def _begins(self, i: int) -> bool:
        """Whether stage ``i`` begins another update than the one before it.

        Players that look at each other at once, as under consensus, share a unit until they move.
        """
        this, last = self.stages[i], self.stages[i - 1]
        other = (this.player, this.number) != (last.player, last.number)
        return other and last.name in ("backward", "update") and this.name != "backward"
