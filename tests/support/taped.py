"""A trainer and the recording of it, kept as worker and session keep it."""

from typing import Any

import numpy as np

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import keyframe
from ganlab_gui.lab.history import TABLES, History, row_columns
from ganlab_gui.lab.packed import pack_scene, pack_snapshot
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.recording import BOOKMARK, Branch, Mark, Place, Recording
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.trainer import Trainer

SMALL = with_values(
    Experiment(),
    {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16, "seed": 5},
)
LOOK = Needs(frozenset({"samples", "d", "density", "gradients"}), 20, 8)


class Taped:
    """``recording`` is the tape, ``trainer`` what is on it."""

    def __init__(self, experiment: Experiment = SMALL) -> None:
        self.trainer = Trainer(experiment, "cpu")
        scene = Probe(self.trainer).scene()
        history = History(experiment.runs, scene.modes, row_columns(experiment))
        self.recording = Recording(experiment, scene, history)
        self.keep()

    def keep(self) -> None:
        self.recording.branch.history.rows.extend(*self.trainer.rows())
        self.recording.keep_state(self.trainer.steps, keyframe.dumps(self.trainer))

    def step(self, count: int, measure: bool = False) -> None:
        self.trainer.step(count)
        self.recording.branch.history.rows.extend(*self.trainer.rows())
        self.recording.record(Probe(self.trainer).snapshot(LOOK))
        if measure:
            readings = self.trainer.measures(("modes_captured", "high_quality", "js"))
            self.recording.branch.history.measure(self.trainer.steps, readings)

    def edit(self, values: dict[str, Any]) -> None:
        experiment = with_values(self.trainer.experiment, values)
        self.recording.branch.history.edits += self.trainer.apply(experiment)
        self.recording.set_settings(self.trainer.steps, experiment)

    def go_to(self, place: Place) -> None:
        self.trainer = keyframe.restore(place, "cpu")

    def fork(self, step: int, name: str) -> Branch:
        place = self.recording.place(step)
        assert place is not None
        assert place.step == step
        self.go_to(place)
        return self.recording.fork(step, name, place.experiment, self.recording.branch.scene)


def tree(experiment: Experiment = SMALL) -> Taped:
    """Two branches with edits, marks, readings, pictures and states."""
    tape = Taped(experiment)
    for _ in range(4):
        tape.step(10, measure=True)
    tape.keep()
    tape.recording.mark(Mark(20, BOOKMARK, "看 here"))
    tape.edit({"generator_optimizer.name": "sgd"})
    tape.edit({"generator_optimizer.lr": 0.01})
    tape.step(10, measure=True)
    tape.recording.branch.history.floors["js"] = (0.001, 0.004)
    tape.fork(30, "slower")
    tape.edit({"training.d_steps": 2})
    tape.step(10, measure=True)
    tape.keep()
    tape.recording.mark(Mark(38, "collapse", run=0))
    return tape


def weights(trainer: Trainer) -> np.ndarray:
    both = [trainer.game.generator.flat, trainer.game.discriminator.flat]
    return np.concatenate([flat.detach().numpy().ravel() for flat in both])


def contents(recording: Recording) -> dict[str, Any]:
    """All of a recording as plain values and bytes, to compare two by."""
    return {"current": recording.current} | {
        f"branch {number}": branch_contents(branch) for number, branch in recording.branches.items()
    }


def branch_contents(branch: Branch) -> dict[str, Any]:
    history = branch.history
    tables = {
        name: (table.columns, table.steps.tobytes(), table.values.tobytes())
        for name in TABLES
        for table in [getattr(history, name)]
    }
    return tables | {
        "tree": (branch.id, branch.name, branch.parent, branch.fork),
        "settings": branch.settings, "marks": branch.marks, "partial": branch.partial,
        "scene": pack_scene(branch.scene), "edits": history.edits, "floors": history.floors,
        "pictures": {step: pack_snapshot(s) for step, s in branch.pictures.items()},
        "keyframes": dict(branch.keyframes.items()),
        "kept": (branch.pictures.kept, branch.keyframes.kept),
        "facts": (history.runs, history.modes, history.columns),
    }  # fmt: skip
