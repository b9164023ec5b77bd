"""Makes snapshots to order. It draws from no training stream: looking never changes the run."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.special import ndtri
from torch import Tensor
from torch.nn.functional import one_hot

from ganlab_gui.core.measures import (
    change_of_variables,
    gaussian_kde_1d,
    gaussian_kde_2d,
    scott_bandwidth,
    wasserstein1_kind,
)
from ganlab_gui.core.models.kernels import witness
from ganlab_gui.core.models.objectives import pull_away
from ganlab_gui.core.theory.optimum import optimum
from ganlab_gui.experiment.objectives import reading
from ganlab_gui.lab.examiner import MATCHED, SAMPLES
from ganlab_gui.lab.game import objective
from ganlab_gui.lab.snapshot import Array, Box, Needs, Scene, Snapshot, reach
from ganlab_gui.lab.trainer import Trainer, kinds

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
        noise = [trainer.latent(KERNEL_POINTS, seed) for seed in trainer.seeds]
        self._noise = torch.stack(noise).to(trainer.device)
        self._density: tuple[tuple[Box, int, int | None], Array | None, float] | None = None
        real, self._labels = trainer.examiner.draw_labelled(SHOWN, 1)
        self._real = real.astype(np.float32)

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
            labels=self._labels, classes=trainer.game.classes,
            generators=trainer.experiment.generator.count,
            centres=centres, stds=stds, weights=weights, density=known,
            point=trainer.experiment.data.name == "dirac",
            measure_samples=SAMPLES, w1_samples=n, w1_kind=wasserstein1_kind(n, self.dim),
            device=str(trainer.device),
        )  # fmt: skip

    def snapshot(self, needs: Needs) -> Snapshot:
        """A picture of the networks as they are."""
        trainer, fields = self.trainer, needs.fields
        count = trainer.experiment.runs
        runs = tuple(r for r in needs.runs if r < count) or tuple(range(count))
        self._g = _pick(trainer.weights("generator"), runs)
        self._d = _pick(trainer.weights("discriminator"), runs)
        self._runs, self._z = runs, self._asked(needs.label, runs)
        self._contexts()
        picture: dict[str, Any] = {}
        if fields & {"samples", "gradients", "density", "optimum", "average"}:
            picture |= self._points(needs)
        if needs.cells and fields & {"d", "optimum", "density", "parts"}:
            picture |= self._grids(needs, runs, picture.get("fake"))
        if "manifold" in fields and self.dim == 2 and self._foldable:
            picture["manifold"] = self._mesh(len(runs))
        if "arrows" in fields and self.dim == 1:
            picture |= self._arrows()
        if "point" in fields and trainer.experiment.data.name == "dirac":
            picture["point"] = _numpy(torch.stack([self._g[0], self._d[0]], -1).flatten(1))
        for name in {"fake", "kinds", "averaged"} & set(picture):
            picture[name] = picture[name][:, : needs.points].copy()
        return Snapshot(trainer.steps, self.dim, runs, reading(trainer.experiment), **picture)

    @property
    def _foldable(self) -> bool:
        """Whether one generator of two noise coordinates or more folds a sheet into the plane."""
        experiment = self.trainer.experiment
        return experiment.noise.dim >= 2 and experiment.generator.count == 1

    # -- the players as they are asked in pictures -------------------------------------------------

    def _asked(self, label: int | None, runs: tuple[int, ...]) -> Tensor:
        """The kept noise of ``runs``, all of it asking for class ``label`` where one is given."""
        noise = self._noise if len(runs) == len(self._noise) else self._noise[list(runs)]
        self._label = label if label is not None and label < self.trainer.game.classes else None
        if self._label is None:
            return noise
        return self._told(noise[..., : -self.trainer.game.classes], self._label)

    def _told(self, x: Tensor, label: int) -> Tensor:
        """``x`` (…, n) with the one-hot of class ``label`` behind it."""
        hot = x.new_zeros(*x.shape[:-1], self.trainer.game.classes)
        hot[..., label] = 1
        return torch.cat([x, hot], -1)

    def _contexts(self) -> None:
        """What norms over a minibatch and minibatch features rest on in pictures.

        G's noise is the picture's own; D stands among data and samples, half and half, or among
        data alone where it counts its neighbours.
        """
        game, experiment = self.trainer.game, self.trainer.experiment
        self._around_g = game.generator.context(self._z, self._g)
        self._beside = self._data.expand(len(self._z), -1, -1)
        beside = self._beside
        if experiment.discriminator.norm == "batch" and not game.discriminator.net.features:
            beside = torch.cat([beside, self._pass(self._z[:, : beside.shape[1]])], 1)
        together = 2 if experiment.training.minibatches == "mixed" else 1
        companions = together * experiment.training.batch // experiment.discriminator.pack - 1
        self._around_d = game.discriminator.context(beside, self._d, companions=companions)

    @cached_property
    def _data(self) -> Tensor:
        """(n, dim + C) data, the same for all runs."""
        x = torch.from_numpy(self._real).to(self._noise)
        if self.trainer.game.classes:
            labels = torch.from_numpy(self._labels).to(self._noise.device)
            x = torch.cat([x, one_hot(labels, self.trainer.game.classes).to(x)], 1)
        return x

    def _pass(self, noise: Tensor) -> Tensor:
        """(r, n, dim + C) what G makes of noise."""
        with torch.no_grad():
            return self.trainer.game.generator(noise, self._g, self._around_g)

    def _generate(self, noise: Tensor) -> Tensor:
        return self._pass(noise)[..., : self.dim]

    def _points(self, needs: Needs) -> dict[str, Any]:
        n = needs.points
        if needs.fields & {"density", "optimum"} or needs.label is not None:
            n = KERNEL_POINTS
        made, game = self._pass(self._z[:, :n]), self.trainer.game
        found: dict[str, Any] = {
            "fake": _numpy(made[..., : self.dim]),
            "real": self._real[: needs.points],
        }
        if game.classes or game.generator.count > 1:
            found["kinds"] = kinds(self._z[:, :n], game)
        if "gradients" in needs.fields:
            found["pull"] = self._pull(made[:, : min(PULLS, needs.points)])
        if "average" in needs.fields and game.average is not None:
            found["averaged"] = _numpy(self._averaged(self._z[:, :n]))
        return found

    def _averaged(self, noise: Tensor) -> Tensor:
        """(r, n, dim) what the averaged generator makes of noise."""
        generator, runs = self.trainer.game.generator, self._runs
        weights = _pick(self.trainer.weights("average"), runs)
        with torch.no_grad():
            around = generator.context(self._z, weights)
            return generator(noise, weights, around)[..., : self.dim]

    def _pull(self, made: Tensor) -> Array:
        """Minus the gradient of each point's own share of G's loss."""
        x = made[..., : self.dim].detach().requires_grad_()
        trainer, rule = self.trainer, objective(self.trainer.experiment)
        d = trainer.game.discriminator
        spectral = trainer.experiment.discriminator.norm == "spectral"
        around = self._around_d if spectral else None

        def judged(points: Tensor) -> Tensor:
            return d(points, self._d, context=around)

        real = judged(self._beside) if rule.needs_real else None
        told = torch.cat([x, made[..., self.dim :]], -1) if trainer.game.classes else x
        score = judged(told)
        loss = rule.g_loss(real, score)
        own = trainer.experiment.objective
        if own.name == "energy" and own.pull_away > 0:
            loss = loss + own.pull_away * pull_away(d.code(told, self._d, context=around))
        loss = loss * score.shape[1]
        (gradient,) = torch.autograd.grad(loss.sum(), x)
        return _numpy(-gradient * trainer.experiment.objective.adversarial_weight)

    def _grids(self, needs: Needs, runs: tuple[int, ...], fake: Array | None) -> dict[str, Any]:
        low, high = self.trainer.distribution.extent
        box = needs.box
        if box is None or not self._wide(box, needs.cells):
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

    def _wide(self, box: Box, cells: int) -> bool:
        """Whether a grid fits into a box: not into one for data of the other dimension."""
        sides = (box[:2], box[2:])[: self.dim]
        return all(b - a > 4 * cells * np.spacing(max(abs(a), abs(b))) for a, b in sides)

    def _realness(self, points: NDArray[np.float64], runs: int) -> Array:
        """(r, n) of points (n, dim): of the class asked for, else the mean over all classes."""
        game = self.trainer.game
        x = torch.from_numpy(points.astype(np.float32)).to(self._noise).expand(runs, -1, -1)
        if not game.classes:
            return _numpy(self._believed(x))
        if self._label is not None:
            return _numpy(self._believed(self._told(x, self._label)))
        shares = self.trainer.distribution.classes
        assert shares is not None
        parts = [w * self._believed(self._told(x, y)) for y, w in enumerate(shares)]
        return _numpy(torch.stack(parts).sum(0))

    def _believed(self, x: Tensor) -> Tensor:
        """(r, n) realness of x (r, n, dim + C)."""
        rule, d = objective(self.trainer.experiment), self.trainer.game.discriminator
        with torch.no_grad():
            if not rule.trains_d:
                widths = self.trainer.experiment.objective.bandwidths
                fake = self._generate(self._z[:, :SHOWN])
                return witness(
                    x[..., : self.dim], self._beside[..., : self.dim].contiguous(), fake, widths
                )
            return rule.realness(d.at(x, self._beside, self._d, self._around_d))

    def _densities(
        self,
        needs: Needs,
        fake: Array | None,
        xs: NDArray[np.float64],
        ys: NDArray[np.float64] | None,
        box: Box,
    ) -> dict[str, Any]:
        key = (box, needs.cells, self._label)
        if self._density is None or self._density[0] != key:
            self._density = (key, *self._data_density(xs, ys))
        found: dict[str, Any] = {"p_data": self._density[1], "p_side": self._density[2]}
        assert fake is not None
        if ys is None:
            found |= self._line_densities(needs, fake, xs)
        else:
            found["p_generated"] = np.array(
                [gaussian_kde_2d(f, xs, ys, needs.bandwidth) for f in fake], np.float32
            )
            width = needs.bandwidth or float(np.max(scott_bandwidth(fake[0])))
            found |= {"density_method": "kernel estimate", "bandwidth": width}
        known = reading(self.trainer.experiment).optimum
        if "optimum" in needs.fields and found["p_data"] is not None and known:
            found["optimum"] = optimum(
                self.trainer.experiment, found["p_data"], found["p_generated"]
            )
        return found

    def _line_densities(self, needs: Needs, fake: Array, xs: NDArray[np.float64]) -> dict[str, Any]:
        """1-D densities of all samples, of each kind's share, and of the averaged generator."""
        game, found = self.trainer.game, dict[str, Any]()
        averaged = "average" in needs.fields and game.average is not None
        if self.trainer.experiment.noise.dim == 1 and needs.bandwidth is None:
            parts = self._exact_lines(xs, self._pass)
            found["p_generated"] = parts.sum(1)
            found["density_method"] = "change of variables"
            if averaged:
                found["p_averaged"] = self._exact_lines(xs, self._averaged).sum(1)
        else:
            estimates = [gaussian_kde_1d(f[:, 0], xs, needs.bandwidth) for f in fake]
            found["p_generated"] = np.array([e[0] for e in estimates], np.float32)
            found |= {"density_method": "kernel estimate", "bandwidth": estimates[0][1]}
            parts = self._kernel_parts(fake, xs, [width for _, width in estimates])
            if averaged:
                smooth = _numpy(self._averaged(self._z))[..., 0]
                lines = [gaussian_kde_1d(f, xs, needs.bandwidth)[0] for f in smooth]
                found["p_averaged"] = np.array(lines, np.float32)
        if "parts" in needs.fields and parts.shape[1] > 1:
            found["p_parts"] = parts
        return found

    @property
    def _shares(self) -> NDArray[np.float64]:
        """(K,) weights of the kinds of samples: of classes, else of generators."""
        game = self.trainer.game
        if not game.classes:
            return np.full(game.generator.count, 1 / game.generator.count)
        if self._label is not None:
            return np.eye(game.classes)[self._label]
        assert self.trainer.distribution.classes is not None
        return self.trainer.distribution.classes

    def _kernel_parts(self, fake: Array, xs: NDArray[np.float64], widths: list[float]) -> Array:
        """(r, K, nx) kernel estimates of each kind's samples, times its share.

        With the width of the run's whole estimate, so that they add up to it.
        """
        shares = self._shares
        out = np.zeros((len(fake), len(shares), len(xs)), np.float32)
        if len(shares) > 1:
            of = kinds(self._z[:, : fake.shape[1]], self.trainer.game)
            for r, k in np.ndindex(out.shape[:2]):
                own = fake[r, of[r] == k, 0]
                if len(own):
                    share = len(own) / fake.shape[1]
                    out[r, k] = share * gaussian_kde_1d(own, xs, widths[r] or None)[0]
        return out

    def _data_density(
        self, xs: NDArray[np.float64], ys: NDArray[np.float64] | None
    ) -> tuple[Array | None, float]:
        """The data's density on the grid, and the side of the square it is averaged over.

        Of the class asked for alone, where one is.
        """
        label = self._label

        def density(x: NDArray[np.float64], y: NDArray[np.float64] | None) -> Array | None:
            grid = (x,) if y is None else np.meshgrid(x, y)
            points, data = np.stack([a.ravel() for a in grid], 1), self.trainer.distribution
            log_p = data.log_prob(points) if label is None else data.log_prob_of(points, label)
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

    def _exact_lines(
        self, xs: NDArray[np.float64], make: Callable[[Tensor], Tensor]
    ) -> NDArray[np.float32]:
        """(r, K, nx) density of each kind of x = G(z), z one number, times its share.

        By change of variables on a fine noise line.
        """
        gaussian = self.trainer.experiment.noise.name == "gaussian"
        z = np.linspace(-5, 5, 1_001) if gaussian else np.linspace(-1, 1, 1_001)
        p_z = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) if gaussian else np.full_like(z, 0.5)
        shares = self._shares
        # Every kind in turn at each z: sample j is the (j mod K)-th kind's.
        x = _numpy(make(self._line(np.repeat(z, len(shares)))))[..., 0]
        x = x.reshape(len(x), len(z), len(shares))
        return np.array(
            [
                [s * change_of_variables(z, row[:, k], p_z, xs) for k, s in enumerate(shares)]
                for row in x
            ],
            np.float32,
        )

    def _line(self, z: NDArray[np.float64]) -> Tensor:
        """(r, m, noise + C) noise with first coordinate z (m,), the others 0.

        The classes go round, or are the one asked for.
        """
        game = self.trainer.game
        noise = torch.zeros(len(z), self.trainer.experiment.noise.dim + game.classes)
        noise[:, 0] = torch.from_numpy(z.astype(np.float32))
        if game.classes:
            around = torch.arange(len(z)) % game.classes
            labels = around if self._label is None else torch.full_like(around, self._label)
            noise[:, -game.classes :] = one_hot(labels, game.classes).to(noise)
        return noise.to(self._noise).expand(len(self._z), -1, -1)

    def _levels(self, count: int) -> NDArray[np.float64]:
        """``count`` noise values of equal probability between neighbours."""
        u = (np.arange(count) + 0.5) / count
        if self.trainer.experiment.noise.name == "gaussian":
            return np.asarray(ndtri(u), np.float64)
        return 2 * u - 1

    def _arrows(self) -> dict[str, Any]:
        z = self._levels(ARROWS)
        return {
            "z_line": z.astype(np.float32),
            "g_line": _numpy(self._generate(self._line(z)))[:, :, 0],
        }

    def _mesh(self, runs: int) -> Array:
        levels = torch.from_numpy(self._levels(MESH).astype(np.float32))
        noise = torch.zeros(MESH, MESH, self.trainer.experiment.noise.dim)
        noise[:, :, 0], noise[:, :, 1] = levels[:, None], levels[None, :]
        flat = noise.flatten(0, 1).to(self._noise).expand(runs, -1, -1)
        if self.trainer.game.classes:
            flat = self._told(flat, self._label or 0)
        return _numpy(self._generate(flat)).reshape(runs, MESH, MESH, 2)


def _between(axis: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """``count`` evenly spaced points in every cell between, before and after grid points."""
    step = float(axis[1] - axis[0])
    part = (np.arange(count) + 0.5) / count
    return ((axis[0] - step) + step * (np.arange(len(axis) + 1)[:, None] + part)).ravel()


def _pick(weights: list[Tensor], runs: tuple[int, ...]) -> list[Tensor]:
    return [w if len(runs) == len(w) else w[list(runs)] for w in weights]


def _numpy(tensor: Tensor) -> Array:
    array: Array = tensor.detach().cpu().numpy()
    return array
