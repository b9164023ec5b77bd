"""What was changed while an experiment ran: marks on the time axis, and in words."""

from collections.abc import Callable
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

Translate = Callable[[str], str]

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
    words = [
        f"▾ {thousands(e.step)}: {edit_words(frame.tr, e, settings.get(e.path))}"
        for e in edits[-MOST_EDITS:]
    ]
    more = len(edits) - len(words)
    return [Item(text, "action") for text in ([f"▾ +{more}"] if more else []) + words]


def edit_words(
    tr: Translate, edit: Edit, setting: Setting | None, case: Callable[[str], str] = str
) -> str:
    """An edit without its step, ``k 1 → 5``; ``case`` sees the setting's name last."""
    player = PLAYERS.get(edit.path.split("_")[0].split(".")[0], "") if setting else ""
    old, new = (value_words(tr, value, setting) for value in (edit.old, edit.new))
    label = case(label_words(tr, setting)) if setting else edit.path
    return f"{player}{label} {old} → {new}"


def differing(tr: Translate, a: Experiment, b: Experiment) -> list[str]:
    """The settings that tell two experiments apart, in words: ``k 1 | 5``."""
    found = []
    for d in differences(a, b):
        player = PLAYERS.get(d.path.split("_")[0].split(".")[0], "") if d.setting else ""
        label = label_words(tr, d.setting) if d.setting else tr("data")
        a_, b_ = (_side(tr, value, d.setting) for value in (d.a, d.b))
        found.append(f"{player}{label} {a_} | {b_}")
    return found


def _side(tr: Translate, value: Any, setting: Setting | None) -> str:
    if value is None:
        return "–"
    if setting is None and isinstance(value, str):
        return choice_words(tr, value)
    return value_words(tr, value, setting)


def label_words(tr: Translate, setting: Setting) -> str:
    """A setting's name, without what stands in parentheses behind it."""
    return tr(setting.knob.label).split(" (")[0]


def value_words(tr: Translate, value: Any, setting: Setting | None) -> str:
    """A value as the controls say it."""
    if setting is not None and setting.knob.off is not None and value == setting.knob.off:
        return tr("off")
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if setting is not None and setting.kind == "choice":
        return choice_words(tr, str(value))
    if isinstance(value, list | tuple):
        return "·".join(value_words(tr, part, None) for part in value) or "–"
    return f"{value:g}" if isinstance(value, float) else str(value)


def choice_words(tr: Translate, name: str) -> str:
    """A choice by its readable name."""
    return tr(CHOICE_LABELS.get(name, name.replace("-", " ")))
