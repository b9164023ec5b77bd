"""What a theory page is: settings, a picture of them, formulas, and what may take its time.

All of it is plain functions of the page's settings. No Qt, no matplotlib, no torch.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ganlab_gui.experiment.io import validate_table
from ganlab_gui.experiment.knob import Settings
from ganlab_gui.experiment.knobs import Setting, settings_in
from ganlab_gui.pages.plate import Plate

S = TypeVar("S", bound=Settings)
Translate = Callable[[str], str]


@dataclass(frozen=True)
class Request:
    """Something to be computed elsewhere: a name of ``lab.studies.STUDIES`` and its arguments.

    Two equal requests have the same answer, so that the same is never computed twice in a row.
    """

    study: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """What a study has found so far; ``share`` in [0, 1] is how far it has come."""

    request: Request
    share: float
    result: Any
    error: str = ""
    """Why there is no result, in a sentence; else empty."""


Finds = Mapping[str, Found]
"""The newest answer of each study, which may still be that to an older request."""


@dataclass(frozen=True)
class Sweep:
    """A setting that the play button moves over its slider's range, in ``seconds`` one way."""

    path: str
    seconds: float = 6.0
    back: bool = True
    """Whether it goes to and fro; else it starts again from the low end."""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Button:
    """A button in the page's column; a click is told to the page's ``click`` under its key."""

    key: str
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Link:
    """A way on: an experiment to open in the lab, or another page."""

    text: str
    preset: str = ""
    page: str = ""


def _nothing(*_: Any) -> tuple[()]:
    return ()


def _no_change(*_: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Page(Generic[S]):
    """One page. Texts are English; those of ``plate`` go through the function it is handed.

    ``plate(settings, finds, tr)`` is the picture, made again at every change: at most 20 ms.
    ``formulas(settings)`` are lines of mathtext, dollar signs included.
    ``requests(settings)`` is what is to be computed in the background for these settings.
    ``drag(settings, key, x, y)`` and ``click(settings, key)`` give the settings that change, by
    path; what does not pass the settings' bounds is brought to the nearest bound for ``drag``.
    """

    settings: type[S]
    plate: Callable[[S, Finds, Translate], Plate]
    formulas: Callable[[S], tuple[str, ...]]
    source: str
    """Paper and equation or figure the page shows."""
    requests: Callable[[S], tuple[Request, ...]] = _nothing
    drag: Callable[[S, str, float, float], dict[str, Any]] = _no_change
    click: Callable[[S, str], dict[str, Any]] = _no_change
    sweep: Sweep | None = None
    buttons: tuple[Button, ...] = ()
    links: tuple[Link, ...] | Callable[[S], tuple[Link, ...]] = ()
    """Ways on, or what they are by the settings."""

    def ways(self, settings: S) -> tuple[Link, ...]:
        """The ways on from these settings."""
        return self.links(settings) if callable(self.links) else self.links


def fresh(finds: Finds, request: Request) -> Found | None:
    """The whole or partial answer to this very request, if it has come."""
    found = finds.get(request.study)
    return found if found is not None and found.request == request else None


def changed(settings: S, changes: Mapping[str, Any], where: str = "page") -> S:
    """A copy with settings changed, by name. Raises ExperimentError, a sentence an error."""
    return validate_table(type(settings), {**settings.model_dump(), **changes}, where)


def dragged(settings: S, changes: Mapping[str, Any]) -> S:
    """The same, each number brought to the nearest its slider offers (else: its bounds)."""
    known = {setting.path: setting for setting in settings_in(type(settings))}
    return changed(settings, {path: _within(known.get(path), v) for path, v in changes.items()})


def _within(setting: Setting | None, value: Any) -> Any:
    if setting is None or setting.kind not in ("int", "float"):
        return value
    ends = setting.knob.slider or (setting.low, setting.high)
    low, high = (float("-inf") if ends[0] is None else ends[0]), ends[1]
    held = max(value, low) if high is None else min(max(value, low), high)
    return round(held) if setting.kind == "int" else float(held)
