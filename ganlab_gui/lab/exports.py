"""Numbers to take away: rows and measures as CSV, samples as NPZ, weights as safetensors. No torch.

The same input gives the same bytes, on any day.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment import io as experiments
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, Edit, History, Table
from ganlab_gui.lab.pack import pack

if TYPE_CHECKING:
    from ganlab_gui.core.models.network import Network
    from ganlab_gui.lab.trainer import Trainer

BLOCK = 4096
"""Steps turned into text at once: a long history never lies in memory as text."""

Array = NDArray[Any]


class MetricsWriter:
    """Writes CSV to a binary stream: a line a step and run, runs from 0 as in the NPZ.

    Its columns are run, step, those of the rows and MEASURE_COLUMNS. What was not measured, or not
    a number, is an empty field.
    """

    def __init__(self, stream: BinaryIO, columns: Sequence[str] = ROW_COLUMNS) -> None:
        self.stream = stream
        names = ("run", "step", *columns, *MEASURE_COLUMNS)
        stream.write((",".join(names) + "\n").encode())

    def add(self, steps: Array, rows: Array, measures: Array | None = None) -> None:
        """Append T steps: ``steps`` (T,), ``rows`` (T, R, columns), ``measures`` (T, R, …)."""
        if measures is None:
            measures = np.full((*rows.shape[:2], len(MEASURE_COLUMNS)), np.nan, np.float32)
        # In single precision, as the history keeps them: both ways to the file give the same text.
        values = np.concatenate([np.float32(rows), np.float32(measures)], 2)
        lines = _lines(steps, values)
        self.stream.write("".join(lines).encode())

    def add_step(self, step: int, row: Array, measures: Mapping[str, Array]) -> None:
        """Append one step: ``row`` (R, columns) and measures by name, (R,) each."""
        table = np.full((1, len(row), len(MEASURE_COLUMNS)), np.nan, np.float32)
        for name, values in measures.items():
            if name in MEASURE_COLUMNS:
                table[0, :, MEASURE_COLUMNS.index(name)] = values
        self.add(np.array([step]), np.asarray(row)[None], table)


def _lines(steps: Array, values: NDArray[np.float32]) -> Iterator[str]:
    """A line a step and run of (T, R, K) numbers, in the shortest form that reads back the same."""
    text = values.astype("U32")
    text[np.isnan(values)] = ""
    for step, runs in zip(np.asarray(steps).tolist(), text.tolist(), strict=True):
        for run, fields in enumerate(runs):
            plain = [field.removesuffix(".0") for field in fields]
            yield f"{run},{step},{','.join(plain)}\n"


def write_history(stream: BinaryIO, history: History, every: int = 1) -> None:
    """Write rows and measures of ``history`` at steps that are multiples of ``every``."""
    writer = MetricsWriter(stream, history.rows.columns)
    steps = np.union1d(history.rows.steps, history.measures.steps)
    steps = steps[steps % every == 0]
    for start in range(0, len(steps), BLOCK):
        part = steps[start : start + BLOCK]
        writer.add(part, _at(history.rows, part), _at(history.measures, part))


def _at(table: Table, steps: Array) -> NDArray[np.float32]:
    """(T, R, K) values of a table at ``steps`` (T,); NaN where it has none."""
    values = np.full((len(steps), *table.values.shape[1:]), np.nan, np.float32)
    _, here, there = np.intersect1d(steps, table.steps, assume_unique=True, return_indices=True)
    values[here] = table.values[there]
    return values


def history_csv(history: History, every: int = 1) -> bytes:
    """`write_history` as bytes."""
    stream = io.BytesIO()
    write_history(stream, history, every)
    return stream.getvalue()


def edits_csv(edits: list[Edit]) -> bytes:
    """Settings changed while running: step, path, old, new."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("step", "path", "old", "new"))
    writer.writerows((e.step, e.path, e.old, e.new) for e in edits)
    return text.getvalue().encode()


def samples_npz(real: Array, fake: Array, kinds: Array | None = None) -> bytes:
    """``real`` (n, dim) and ``fake`` (runs, n, dim) as an NPZ file; where given, ``kinds`` too.

    Those are (runs, n): of which class a sample is, or which generator made it.
    ``numpy.savez`` would write the time of day into it.
    """
    arrays = {"real": real, "fake": fake} | ({} if kinds is None else {"kinds": kinds})
    return pack(arrays)


def samples_csv(real: Array, fake: Array, kinds: Array | None = None, kind: str = "kind") -> bytes:
    """The same samples as a table with the columns source, run, x[, y][, ``kind``].

    ``source`` is "data" or "generated". ``real`` may also be (runs, n, dim); where all runs share
    one sample of the data, its ``run`` is empty. Data points have no kind.
    """
    axes = ("x", "y")[: fake.shape[-1]]
    lines = [",".join(("source", "run", *axes, *([] if kinds is None else [kind])))]
    ends = [""] * real.shape[-2] if kinds is None else [","] * real.shape[-2]
    for run, points in [("", real)] if real.ndim == 2 else enumerate(real):
        lines += _points(f"data,{run}", points, ends)
    for run, points in enumerate(fake):
        ends = [""] * len(points) if kinds is None else [f",{k}" for k in kinds[run].tolist()]
        lines += _points(f"generated,{run}", points, ends)
    return ("\n".join(lines) + "\n").encode()


def _points(start: str, points: Array, ends: list[str]) -> Iterator[str]:
    """A line a point, in single precision and the shortest form that reads back the same."""
    text = np.asarray(points, np.float32).astype("U32").tolist()
    for fields, end in zip(text, ends, strict=True):
        yield f"{start},{','.join(field.removesuffix('.0') for field in fields)}{end}"


def kind_name(experiment: Experiment) -> str:
    """What a sample's kind is in a table: the class it was asked to be of, or its generator."""
    return "class" if experiment.training.conditional else "generator"


def samples_of(trainer: "Trainer", n: int) -> tuple[Array, Array | None]:
    """(R, n, dim) samples, and (R, n) their kinds where there are several (see `samples_npz`)."""
    fake, kinds = trainer.labelled_samples(n)
    several = trainer.game.classes or trainer.game.generator.count > 1
    return fake, kinds if several else None


def weights_safetensors(trainer: "Trainer") -> bytes:
    """Both players' weights and the generator's average; a diverged run's are its last finite ones.

    ``generator.0.weight`` is (R, in, out) for R runs, so that a layer is x @ weight + bias;
    ``generator.0.bias`` is (R, out); maxout has its 5 pieces side by side in out. Several
    generators have an axis of their own behind the runs'. Norms with a gain multiply by
    ``generator.0.gain`` (R, out), and layer norm adds ``generator.0.shift``; under spectral norm
    weights are to be divided by ``discriminator.0.sigma`` (R,), their largest singular values.
    Minibatch features come from ``discriminator.features`` (R, width, features · 5). The averaged
    generator is ``average``; the Dirac-GAN's numbers are ``generator.theta`` and
    ``discriminator.psi``, (R, 1). ``experiment`` in the metadata is the experiment as TOML: one
    key alone, because safetensors shuffles several.
    """
    from safetensors.numpy import save

    game = trainer.game
    nets = {"generator": game.generator.net, "discriminator": game.discriminator.net}
    if game.average is not None:
        nets["average"] = game.generator.net
    tensors: dict[str, Array] = {}
    for player, net in nets.items():
        arrays = [w.detach().cpu().numpy() for w in trainer.weights(player)]
        for name, array in zip(_names(net, player), arrays, strict=True):
            row = name in ("theta", "psi") or name.endswith(("bias", "gain", "shift"))
            tensors[f"{player}.{name}"] = array[..., 0, :] if row else array
            if net.norm == "spectral" and name.endswith("weight"):
                sigma = np.linalg.norm(array, 2, (-2, -1))
                tensors[f"{player}.{name.removesuffix('weight')}sigma"] = sigma
    contiguous = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
    return save(contiguous, {"experiment": experiments.dumps(trainer.experiment)})


def _names(net: "Network", player: str) -> list[str]:
    """What each parameter of a network is called."""
    if not net.depth and len(net.shapes) < 2:
        return ["psi" if player == "discriminator" else "theta"][: len(net.shapes)]
    names = [f"{layer}.{part}" for layer in range(net.depth + 1) for part in ("weight", "bias")]
    features = ["features"] if net.features else []
    further = len(net.shapes) - len(names) - len(features)
    parts = ("gain", "shift")[: further // max(1, net.depth)]
    return names + [f"{layer}.{part}" for part in parts for layer in range(net.depth)] + features
