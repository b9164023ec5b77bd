"""What the objectives cost: each against the non-saturating one on the same networks."""

from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.objectives import NAMES, THRESHOLDS
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.bench import PAIRS, SECONDS, Figure, Ours, rate, work

WIDTH, BATCH = 128, 256
FIRST_ORDER = 0.8
UNROLLED = 1 / 8
UNROLL = 5
GENERATORS = 4

SLOW: dict[str, Any] = {f"{player}_optimizer.lr": 1e-6 for player in ("generator", "discriminator")}
"""Steps so small that no objective leaves finite numbers, on either side."""

VARIANTS: dict[str, dict[str, Any]] = {
    **{name: {"objective.name": name} for name in NAMES if name not in ("f-gan", "wasserstein")},
    # The recipe fills in a clip, k = 5 and RMSProp only where an experiment leaves them open.
    "wasserstein, clipped": {"objective.name": "wasserstein", "clip.c": 0.01},
    **{
        f"f-gan, {name}": {"objective.name": "f-gan", "objective.divergence": name}
        for name in THRESHOLDS
    },
    "conditional": {"training.conditional": True},
    "packs of 2": {"discriminator.pack": 2},
}
"""What is measured: settings that differ from the non-saturating experiment."""
del VARIANTS["non-saturating"]

UNROLLED_ON: dict[str, Callable[[], Experiment]] = {
    "the paper's 2×128, z 256-D, batch 512": lambda: with_values(
        work(128, 512), {"noise.dim": 256, "discriminator_optimizer.lr": 1e-4}
    ),
    "2×32, batch 150": lambda: work(32, 150),
}


def ratio(
    base: Experiment, values: dict[str, Any], pairs: int, seconds: float
) -> tuple[float, float, float]:
    """Medians of both sides' steps a second, and of the ratio of the pairs; the sides take turns.

    One side trains ``base``, the other the same with ``values`` changed.
    """
    plain, other = Ours(base), Ours(with_values(base, values))
    for side in (plain, other):
        rate(side.step, seconds / 5)
    measured = [(rate(plain.step, seconds), rate(other.step, seconds)) for _ in range(pairs)]
    return (
        median(a for a, _ in measured),
        median(b for _, b in measured),
        median(b / a for a, b in measured),
    )


def objectives(quick: bool = False) -> Iterator[Figure]:
    """A figure for every objective, and one for unrolling on each of two set-ups."""
    length = (3, 0.3) if quick else (PAIRS, SECONDS)
    base = with_values(work(WIDTH, BATCH), SLOW)
    for name, values in VARIANTS.items():
        plain, other, found = ratio(base, values, *length)
        note = f"{other:.0f} against {plain:.0f} steps/s, 2×{WIDTH}, batch {BATCH}"
        yield Figure(f"{name}, over non-saturating", found, FIRST_ORDER, "×", note=note)
    # Several generators pass as many samples through as many networks as so many small games do.
    games = with_values(base, {"runs": GENERATORS, "training.batch": BATCH // GENERATORS})
    one = {"runs": 1, "training.batch": BATCH, "generator.count": GENERATORS}
    plain, other, found = ratio(games, one, *length)
    note = f"{other:.0f} against {plain:.0f} steps/s of {GENERATORS} games with batch {BATCH // 4}"
    name = f"{GENERATORS} generators, over as many network passes"
    yield Figure(name, found, FIRST_ORDER, "×", note=note)
    for name, experiment in UNROLLED_ON.items():
        plain, other, found = ratio(experiment(), {"training.unroll": UNROLL}, *length)
        note = f"{other:.0f} against {plain:.0f} steps/s"
        yield Figure(f"unrolled K = {UNROLL} over K = 0, {name}", found, UNROLLED, "×", note=note)
