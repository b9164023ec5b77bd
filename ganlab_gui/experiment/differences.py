"""What tells two experiments apart: the settings that differ and mean something on either side."""

from dataclasses import dataclass
from typing import Any

from ganlab_gui.experiment.io import changes
from ganlab_gui.experiment.knobs import Setting, is_meant, settings_of
from ganlab_gui.experiment.schema import Experiment

SILENT = ("title", "notes", "shelf", "expect")
"""Settings that neither run nor rebuild anything."""


@dataclass(frozen=True)
class Difference:
    """A setting and its values; None where one side has no such setting.

    ``setting`` is its declaration; None for what has no control of its own, as ``data.name``.
    """

    path: str
    a: Any
    b: Any
    setting: Setting | None = None


def differences(a: Experiment, b: Experiment) -> list[Difference]:
    """The differing settings in the order of declaration.

    Other data are one difference, whatever they consist of; a setting of a choice that neither side
    has made is none.
    """
    settings = {s.path: s for s in (*settings_of(b), *settings_of(a))}
    changed = changes(a, b)
    other_data = "data.name" in changed
    found = []
    for path, (old, new) in changed.items():
        setting = settings.get(path)
        if path in SILENT or (other_data and path.startswith("data.") and path != "data.name"):
            continue
        if setting is not None and not any(_meant(setting, e) for e in (a, b)):
            continue
        found.append(Difference(path, old, new, setting))
    return found


def _meant(setting: Setting, experiment: Experiment) -> bool:
    """Whether a setting has a say in an experiment, which may have other data."""
    known = any(s.path == setting.path for s in settings_of(experiment))
    return known and is_meant(setting, experiment)
