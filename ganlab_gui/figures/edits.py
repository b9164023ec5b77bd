"""What was changed while an experiment ran: marks on the time axis, and in words."""

from typing import TYPE_CHECKING, Any

from ganlab_gui.experiment.differences import differences
from ganlab_gui.experiment.knobs import Setting, settings_of
from ganlab_gui.experiment.labels import CHOICE_LABELS
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.frame import Frame, Item
from ganlab_gui.figures.style import Picture, thousands
from ganlab_gui.lab.history import Edit

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_EDITS = 3
PLAYERS = {"generator": "G ", "discriminator": "D "}


def edit_marks(frame: Frame, ax: "Axes", edits: list[Edit]) -> None:
    for step in sorted({e.step for e in edits}):
        ax.axvline(step, color=frame.palette.action, lw=0.6)
        ax.plot(
            [step], [1], marker=7, ms=0.6 * frame.style.font_size, color=frame.palette.action,
            transform=ax.get_xaxis_transform(), clip_on=False, mew=0,
        )  # fmt: skip


def edit_items(frame: Frame, picture: Picture) -> list[Item]:
    """The last few edits in words, ``▾ 3 200: k 1 → 5``, unless the page says them already."""
    if picture.options.get("edits") is False:
        return []
    settings = {s.path: s for s in settings_of(picture.experiment)}
    edits = picture.history.edits
    words = [_words(frame, e, settings.get(e.path)) for e in edits[-MOST_EDITS:]]
    more = len(edits) - len(words)
    return [Item(text, "action") for text in ([f"▾ +{more}"] if more else []) + words]


def _words(frame: Frame, edit: Edit, setting: Setting | None) -> str:
    player = PLAYERS.get(edit.path.split("_")[0].split(".")[0], "")
    label = frame.tr(setting.knob.label).split(" (")[0] if setting else edit.path
    old, new = (_plain(frame, value, setting) for value in (edit.old, edit.new))
    return f"▾ {thousands(edit.step)}: {player if setting else ''}{label} {old} → {new}"


def differing(frame: Frame, a: Experiment, b: Experiment) -> list[str]:
    """The settings that tell two experiments apart, in words: ``k 1 | 5``."""
    found = []
    for d in differences(a, b):
        player = PLAYERS.get(d.path.split("_")[0].split(".")[0], "")
        setting = d.setting
        label = frame.tr(setting.knob.label).split(" (")[0] if setting else ""
        label = f"{player}{label}" if setting else frame.tr("data")
        values = (_side(frame, value, setting) for value in (d.a, d.b))
        found.append(f"{label} {' | '.join(values)}")
    return found


def _side(frame: Frame, value: Any, setting: Setting | None) -> str:
    if value is None:
        return "–"
    if setting is None and isinstance(value, str):
        return frame.tr(CHOICE_LABELS.get(value, value.replace("-", " ")))
    return _plain(frame, value, setting)


def _plain(frame: Frame, value: Any, setting: Setting | None) -> str:
    """A value as the controls say it."""
    if setting is not None and setting.knob.off is not None and value == setting.knob.off:
        return frame.tr("off")
    if isinstance(value, bool):
        return frame.tr("on") if value else frame.tr("off")
    if setting is not None and setting.kind == "choice":
        return frame.tr(CHOICE_LABELS.get(str(value), str(value).replace("-", " ")))
    if isinstance(value, list | tuple):
        return "·".join(_plain(frame, part, None) for part in value) or "–"
    return f"{value:g}" if isinstance(value, float) else str(value)
