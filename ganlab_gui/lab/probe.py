"""Makes snapshots to order. It draws from no training stream: looking never changes the run."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.special import ndtri
from torch import Tensor

from ganlab_gui.core.measures import (
    change_of_variables,
    gaussian_kde_1d,
    gaussian_kde_2d,
    scott_bandwidth,
    wasserstein1_kind,
)
from ganlab_gui.core.models.objectives import OBJECTIVES, optimal_discriminator
from ganlab_gui.core.streams import NOISES, generator
from ganlab_gui.lab.examiner import MATCHED, SAMPLES
from ganlab_gui.lab.snapshot import Array, Box, Needs, Scene, Snapshot, reach
from ganlab_gui.lab.trainer import Trainer

SHOWN = 1_000
"""Data points a scene carries."""
KERNEL_POINTS = 2_000
"""Generated points a kernel estimate rests on."""
PULLS = 150
ARROWS = 41
MESH = 24
FINE = 8
"""Most points a side at which a grid cell's density is averaged."""


class Probe:
    """Looks at a trainer's networks with noise of its own.

    The noise is kept, so that points move smoothly from step to step.
    """

    def __init__(self, trainer: Trainer) -> None:
        self.trainer = trainer
        self.dim = trainer.distribution.dim
        noise = trainer.experiment.noise
        draw = NOISES[noise.name](noise.dim)
        self._noise = torch.stack(
            [draw(KERNEL_POINTS, generator(seed, "picture")) for seed in trainer.seeds]
        ).to(trainer.device)
        self._density: tuple[tuple[Box, int], Array | None, float] | None = None
        self._real = trainer.examiner.draw(SHOWN, 1).astype(np.float32)

    def scene(self) -> Scene:
        """What stays the same for the whole experiment."""
        trainer = self.trainer
        centres, stds, weights = trainer.distribution.modes or (None, None, None)
        low, high = trainer.distribution.extent
        known = trainer.distribution.log_prob(np.zeros((1, self.dim))) is not None
        n = SAMPLES if self.dim == 1 else MATCHED
        return Scene(
            dim=self.dim, runs=trainer.experiment.runs,
            low=np.array(low), high=np.array(high), real=self._real,
            centres=centres, stds=stds, weights=weights, density=known,
            measure_samples=SAMPLES, w1_samples=n, w1_kind=wasserstein1_kind(n, self.dim),
            device=str(trainer.device),
        )  # fmt: skip

    def snapshot(self, needs: Needs) -> Snapshot:
        """A picture of the networks as they are."""
        trainer, fields = self.trainer, needs.fields
        count = trainer.experiment.runs
        runs = tuple(r for r in needs.runs if r < count) or tuple(range(count))
        objective = OBJECTIVES[trainer.experiment.objective.name]
        self._g = _pick(trainer.weights("generator"), runs)
        self._d = _pick(trainer.weights("discriminator"), runs)
        picture: dict[str, Any] = {}
        if fields & {"samples", "gradients", "density", "optimum"}:
            picture |= self._points(needs, runs)
        if needs.cells and fields & {"d", "optimum", "density"}:
            picture |= self._grids(needs, runs, picture.get("fake"))
        if "manifold" in fields and self.dim == 2 and trainer.experiment.noise.dim >= 2:
            picture["manifold"] = self._mesh(len(runs))
        if "arrows" in fields and self.dim == 1:
            picture |= self._arrows(len(runs))
        if "fake" in picture:
            picture["fake"] = picture["fake"][:, : needs.points].copy()
        return Snapshot(trainer.steps, self.dim, runs, objective.critic, **picture)

    def _generate(self, noise: Tensor) -> Tensor:
        with torch.no_grad():
            return self.trainer.game.generator(noise, self._g)

    def _points(self, needs: Needs, runs: tuple[int, ...]) -> dict[str, Any]:
        n = needs.points
        if needs.fields & {"density", "optimum"}:
            n = KERNEL_POINTS
        noise = self._noise if len(runs) == len(self._noise) else self._noise[list(runs)]
        fake = self._generate(noise[:, :n])
        found: dict[str, Any] = {"fake": _numpy(fake), "real": self._real[: needs.points]}
        if "gradients" in needs.fields:
            found["pull"] = self._pull(fake[:, : min(PULLS, needs.points)])
        return found

    def _pull(self, fake: Tensor) -> Array:
        """Minus the gradient of each point's own share of G's loss."""
        x = fake.detach().requires_grad_()
        trainer = self.trainer
        score = trainer.game.discriminator(x, self._d).squeeze(-1)
        loss = OBJECTIVES[trainer.experiment.objective.name].g_loss(score) * x.shape[1]
        (gradient,) = torch.autograd.grad(loss.sum(), x)
        return _numpy(-gradient * trainer.experiment.objective.adversarial_weight)

    def _grids(self, needs: Needs, runs: tuple[int, ...], fake: Array | None) -> dict[str, Any]:
        low, high = self.trainer.distribution.extent
        box = needs.box
        if box is None:
            box = (float(low[0]), float(high[0]), float(low[-1]), float(high[-1]))
            if self.dim == 1 and fake is not None:
                box = (*reach(box[0], box[1], fake), 0.0, 0.0)
        xs = np.linspace(box[0], box[1], needs.cells, dtype=np.float64)
        ys = np.linspace(box[2], box[3], needs.cells, dtype=np.float64) if self.dim == 2 else None
        found: dict[str, Any] = {"xs": xs.astype(np.float32)}
        shape: tuple[int, ...]
        if ys is None:
            points, shape = xs[:, None], (len(xs),)
        else:
            found["ys"] = ys.astype(np.float32)
            points = np.stack([a.ravel() for a in np.meshgrid(xs, ys)], 1)
            shape = (len(ys), len(xs))
        if "d" in needs.fields:
            found["d"] = self._realness(points, len(runs)).reshape(-1, *shape)
        if needs.fields & {"optimum", "density"}:
            found |= self._densities(needs, fake, xs, ys, box)
        return found

    def _realness(self, points: NDArray[np.float64], runs: int) -> Array:
        trainer = self.trainer
        x = torch.from_numpy(points.astype(np.float32)).to(trainer.device)
        with torch.no_grad():
            score = trainer.game.discriminator(x.expand(runs, -1, -1), self._d)
            return _numpy(OBJECTIVES[trainer.experiment.objective.name].realness(score))

    def _densities(
        self,
        needs: Needs,
        fake: Array | None,
        xs: NDArray[np.float64],
        ys: NDArray[np.float64] | None,
        box: Box,
    ) -> dict[str, Any]:
        key = (box, needs.cells)
        if self._density is None or self._density[0] != key:
            self._density = (key, *self._data_density(xs, ys))
        found: dict[str, Any] = {"p_data": self._density[1], "p_side": self._density[2]}
        assert fake is not None
        if ys is None and self.trainer.experiment.noise.dim == 1 and needs.bandwidth is None:
            found["p_generated"] = self._exact_line(xs, len(fake))
            found["density_method"] = "change of variables"
        elif ys is None:
            estimates = [gaussian_kde_1d(f[:, 0], xs, needs.bandwidth) for f in fake]
            found["p_generated"] = np.array([e[0] for e in estimates], np.float32)
            found |= {"density_method": "kernel estimate", "bandwidth": estimates[0][1]}
        else:
            found["p_generated"] = np.array(
                [gaussian_kde_2d(f, xs, ys, needs.bandwidth) for f in fake], np.float32
            )
            width = needs.bandwidth or float(np.max(scott_bandwidth(fake[0])))
            found |= {"density_method": "kernel estimate", "bandwidth": width}
        if "optimum" in needs.fields and found["p_data"] is not None:
            found["optimum"] = optimal_discriminator(found["p_data"], found["p_generated"])
        return found

    def _data_density(
        self, xs: NDArray[np.float64], ys: NDArray[np.float64] | None
    ) -> tuple[Array | None, float]:
        """The data's density on the grid, and the side of the square it is averaged over."""

        def density(x: NDArray[np.float64], y: NDArray[np.float64] | None) -> Array | None:
            grid = (x,) if y is None else np.meshgrid(x, y)
            log_p = self.trainer.distribution.log_prob(np.stack([a.ravel() for a in grid], 1))
            return None if log_p is None else np.exp(log_p).reshape(grid[0].shape)

        modes = self.trainer.distribution.modes
        std = getattr(self.trainer.experiment.data, "std", np.inf) if modes is None else modes.stds
        cell = float(xs[1] - xs[0])
        if ys is None or not np.min(std) < 2 * cell:
            p = density(xs, ys)
            return (None if p is None else p.astype(np.float32)), 0.0
        # Where modes are finer than cells, points would hit some modes and miss others. The mean
        # over two by two cells weighs all alike, wherever they lie between the points.
        count = int(np.clip(np.ceil(cell / (1.5 * np.min(std))), 1, FINE))
        p = density(*(_between(axis, count) for axis in (xs, ys)))
        if p is None:
            return None, 0.0
        p = p.reshape(len(ys) + 1, count, len(xs) + 1, count).mean(axis=(1, 3))
        p = (p[1:, 1:] + p[1:, :-1] + p[:-1, 1:] + p[:-1, :-1]) / 4
        return p.astype(np.float32), 2 * cell

    def _exact_line(self, xs: NDArray[np.float64], runs: int) -> Array:
        """Density of x = G(z), z one number, by change of variables on a fine noise line."""
        gaussian = self.trainer.experiment.noise.name == "gaussian"
        z = np.linspace(-5, 5, 1_001) if gaussian else np.linspace(-1, 1, 1_001)
        p_z = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) if gaussian else np.full_like(z, 0.5)
        x = self._along(z, runs)
        return np.array([change_of_variables(z, row, p_z, xs) for row in x], np.float32)

    def _along(self, z: NDArray[np.float64], runs: int) -> Array:
        """G on the noise line: first coordinate z (m,), the others 0. Gives (runs, m)."""
        noise = torch.zeros(len(z), self.trainer.experiment.noise.dim)
        noise[:, 0] = torch.from_numpy(z.astype(np.float32))
        return _numpy(self._generate(noise.to(self.trainer.device).expand(runs, -1, -1)))[:, :, 0]

    def _levels(self, count: int) -> NDArray[np.float64]:
        """``count`` noise values of equal probability between neighbours."""
        u = (np.arange(count) + 0.5) / count
        if self.trainer.experiment.noise.name == "gaussian":
            return np.asarray(ndtri(u), np.float64)
        return 2 * u - 1

    def _arrows(self, runs: int) -> dict[str, Any]:
        z = self._levels(ARROWS)
        return {"z_line": z.astype(np.float32), "g_line": self._along(z, runs)}

    def _mesh(self, runs: int) -> Array:
        levels = torch.from_numpy(self._levels(MESH).astype(np.float32))
        noise = torch.zeros(MESH, MESH, self.trainer.experiment.noise.dim)
        noise[:, :, 0], noise[:, :, 1] = levels[:, None], levels[None, :]
        flat = noise.flatten(0, 1).to(self.trainer.device).expand(runs, -1, -1)
        return _numpy(self._generate(flat)).reshape(runs, MESH, MESH, 2)


def _between(axis: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """``count`` evenly spaced points in every cell between, before and after grid points."""
    step = float(axis[1] - axis[0])
    part = (np.arange(count) + 0.5) / count
    return ((axis[0] - step) + step * (np.arange(len(axis) + 1)[:, None] + part)).ravel()


def _pick(weights: list[Tensor], runs: tuple[int, ...]) -> list[Tensor]:
    return weights if len(runs) == len(weights[0]) else [w[list(runs)] for w in weights]


def _numpy(tensor: Tensor) -> Array:
    array: Array = tensor.detach().cpu().numpy()
    return array
