"""The library of runs: a folder for each, with its session, a card that says what it was, pictures.

The card is ``card.json``. A run without a card, or with a damaged one, is still a run.
"""

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ganlab_gui.experiment.io import ExperimentError, changes, load
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.files import atomic_bytes
from ganlab_gui.lab.recording import Recording
from ganlab_gui.resources import presets_dir

SESSION, CARD = "session.ganlab", "card.json"
LEAST_STEPS = 50
"""Steps below which nothing was run that one would look for."""
SHOWN = ("js", "w1", "modes_captured", "high_quality")
"""Measures that a card tells."""
UNTOLD = ("title", "notes", "shelf", "expect", "seed", "runs")
"""Settings that are no difference between a run and its preset, or are told by themselves."""
TAG_LENGTH, MOST_TAGS = 40, 12

Value = str | int | float | bool | None
Tag = Annotated[str, Field(min_length=1, max_length=TAG_LENGTH)]


class Difference(BaseModel):
    """A setting that is not its preset's."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    path: str
    old: Value = None
    new: Value = None


class RunCard(BaseModel):
    """What is told of a run without opening it. ``measures`` are medians over the runs.

    ``preset`` is the title of the preset that ``differs`` refers to, empty where there is none.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    title: str = ""
    preset: str = ""
    differs: tuple[Difference, ...] = ()
    seed: int = 0
    runs: int = 1
    steps: int = 0
    branches: int = 1
    modes: int = 0
    measures: dict[str, float] = {}
    samples: dict[str, int] = {}
    """Generated samples that a measure rests on."""
    date: str = ""
    """When it ended, UTC, ISO 8601."""
    seconds: float = 0.0
    tags: tuple[Tag, ...] = ()
    replaces: str = ""
    """The run that this one continues, where that has still to go."""


@dataclass(frozen=True)
class Entry:
    """A run of the library; ``size`` are the bytes of its session."""

    folder: Path
    card: RunCard
    size: int

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def session(self) -> Path:
        return self.folder / SESSION

    def thumbnail(self, palette: str) -> Path:
        """Its picture in a palette; it may not be there."""
        return self.folder / f"thumbnail-{palette}.png"


def card_of(
    recording: Recording, seconds: float, tags: tuple[str, ...] = (), replaces: str = ""
) -> RunCard:
    """The card of a recording; its current branch is what it tells of."""
    branch = recording.branch
    experiment, history, scene = branch.experiment, branch.history, branch.scene
    preset = preset_titled(experiment.title)
    final = {name: _last(history.measures.column(name)) for name in SHOWN}
    measures = {name: value for name, value in final.items() if value is not None}
    taken = dict.fromkeys(SHOWN, scene.measure_samples) | {"w1": scene.w1_samples}
    return RunCard(
        title=experiment.title, preset="" if preset is None else preset.title,
        differs=() if preset is None else differences(preset, experiment),
        seed=experiment.seed, runs=experiment.runs, steps=branch.last_step,
        branches=len(recording.branches), modes=history.modes, measures=measures,
        samples={name: taken[name] for name in measures}, seconds=round(seconds, 1), tags=tags,
        replaces=replaces, date=datetime.now(UTC).isoformat(timespec="seconds"),
    )  # fmt: skip


def _last(values: NDArray[np.float32]) -> float | None:
    """The last reading of (T, R), its median over the runs that have one."""
    known = np.isfinite(values)
    rows = np.flatnonzero(known.any(axis=1))
    return float(np.median(values[rows[-1]][known[rows[-1]]])) if len(rows) else None


def preset_titled(title: str) -> Experiment | None:
    """The preset of that title."""
    line = f"title = {json.dumps(title, ensure_ascii=False)}\n"
    for path in presets_dir().glob("*.toml"):
        with suppress(OSError, ExperimentError, UnicodeDecodeError):
            if line in path.read_text(encoding="utf-8"):
                return load(path)
    return None


def differences(old: Experiment, new: Experiment) -> tuple[Difference, ...]:
    """The settings that make another run, as plain values."""
    told = {p: v for p, v in changes(old, new).items() if p.split(".")[0] not in UNTOLD}
    return tuple(Difference(path=p, old=_plain(a), new=_plain(b)) for p, (a, b) in told.items())


def _plain(value: object) -> Value:
    if isinstance(value, tuple | list):
        return " ".join(str(part) for part in value)[:200]
    return value if isinstance(value, str | int | float | bool | None) else str(value)[:200]


# -- the folder ------------------------------------------------------------------------------------


class Library:
    """The runs of one folder. It may not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def entries(self) -> list[Entry]:
        """All runs, the newest first."""
        try:
            found = [Path(item.path) for item in os.scandir(self.folder) if item.is_dir()]
        except OSError:
            return []
        entries = [entry for folder in found if (entry := self._entry(folder)) is not None]
        return sorted(entries, key=lambda e: (e.card.date, e.name), reverse=True)

    def entry(self, name: str) -> Entry | None:
        return self._entry(self.folder / name)

    def _entry(self, folder: Path) -> Entry | None:
        try:
            size = (folder / SESSION).stat().st_size
        except OSError:
            return None
        return Entry(folder, read_card(folder), size)

    def retag(self, entry: Entry, tags: Iterable[str]) -> Entry:
        """The entry with other tags, also on the disk; raises SaveError."""
        card = entry.card.model_copy(update={"tags": cleaned(tags)})
        write_card(entry.folder, card)
        return Entry(entry.folder, card, entry.size)

    def excess(self, limit: int) -> list[Entry]:
        """The oldest runs without a tag that have to go for the others to fit in ``limit`` bytes.

        The newest stays in any case.
        """
        entries = self.entries()
        over, gone = sum(entry.size for entry in entries) - limit, []
        for entry in reversed(entries[1:]):
            if over > 0 and not entry.card.tags:
                gone.append(entry)
                over -= entry.size
        return gone


def cleaned(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without what is empty, twice there or too long."""
    short = [" ".join(tag.split())[:TAG_LENGTH] for tag in tags]
    return tuple(dict.fromkeys(tag for tag in short if tag))[:MOST_TAGS]


def read_card(folder: Path) -> RunCard:
    """The card of a folder; where there is none that can be read, one that tells the date alone."""
    try:
        return RunCard.model_validate_json((folder / CARD).read_bytes())
    except (OSError, ValidationError):
        with suppress(OSError):
            at = datetime.fromtimestamp((folder / SESSION).stat().st_mtime, UTC)
            return RunCard(date=at.isoformat(timespec="seconds"))
        return RunCard()


def write_card(folder: Path, card: RunCard) -> None:
    """Raises SaveError."""
    atomic_bytes(folder / CARD, card.model_dump_json(indent=1).encode())


def move_in(folder: Path, library: Path, replacing: str = "") -> Path:
    """Make a folder with a session and a card a run of the library; raises OSError.

    The run called ``replacing`` goes: the new one is its continuation.
    """
    library.mkdir(parents=True, exist_ok=True)
    target = library / folder.name
    os.replace(folder, target)
    # A card may be damaged, or another's: only a folder of this library goes.
    own = replacing not in ("", ".", "..") and Path(replacing).name == replacing
    if own and replacing != folder.name:
        shutil.rmtree(library / replacing, ignore_errors=True)
    return target
