"""Figures of lessons, presets, theory pages and grids: a folder each, and an index.

No window: it runs on the command line, and in a process of its own beside a window.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ganlab_gui.app.batch_index import Entry, write_index
from ganlab_gui.experiment.io import (
    ExperimentError,
    load_preset,
    open_experiment,
    preset_names,
    with_values,
)
from ganlab_gui.experiment.lessons import Step, lesson_names, open_lesson
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.style import Picture, Style
from ganlab_gui.lab.jobs import Progress
from ganlab_gui.pages import PAGES, open_page
from ganlab_gui.palette import PALETTES

STEPS = 2_000
"""Steps trained where neither the command nor the experiment's own promise says how many."""
SHARE = 100
"""Parts that the progress of one item is told in."""
KINDS = ("pdf", "svg", "png")
PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
"""What a folder's name is better without, for LaTeX's sake."""
PREFIXES = ("lesson", "page", "preset")

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Item:
    """A theory page by name and the values that differ, an experiment and its steps, or a grid's
    folder."""

    name: str
    title: str
    page: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    experiment: Experiment | None = None
    steps: int = 0
    grid: Path | None = None


@dataclass(frozen=True)
class Look:
    """How the figures are drawn: pdf, svg or png; a palette's name; en or zh."""

    kind: str = "pdf"
    theme: str = "light"
    language: str = "en"


@dataclass(frozen=True)
class Words:
    """Translators into a language for what stands in figures, on pages and on controls."""

    figure: Translate = str
    page: Translate = str
    said: Translate = str


def words_of(language: str) -> Words:
    """The translators into ``language``; Qt's, without a window, where it is not English."""
    if language == "en":
        return Words()
    from PySide6.QtCore import QCoreApplication

    from ganlab_gui.app import language as languages

    if QCoreApplication.instance() is None:
        global _application
        _application = QCoreApplication([])
    languages.install(language)
    said = partial(languages.translate, "Experiment")
    return Words(languages.of_figure, languages.of_page, said)


_application: Any = None
"""Kept for as long as the program runs: a translator lives no longer than its application."""


# -- what is to be drawn ---------------------------------------------------------------------------


def plan(names: Sequence[str], steps: int | None, language: str = "en") -> list[Item]:
    """What the names stand for: lessons opened into their steps, presets, files, pages.

    A name that is both a page's and a preset's needs "page:" or "preset:" before it. Raises
    ExperimentError with a sentence for each name that is none.
    """
    items: list[Item] = []
    errors: list[str] = []
    for name in names:
        try:
            items += _items(name, steps, language)
        except ExperimentError as error:
            errors += error.lines
    if errors:
        raise ExperimentError(errors)
    return items


def _items(name: str, steps: int | None, language: str) -> Iterator[Item]:
    kind, colon, rest = name.partition(":")
    kind, name = (kind, rest) if colon and kind in PREFIXES else ("", name)
    kind = kind or _kind(name)
    if kind == "lesson":
        for step in open_lesson(name).step:
            yield _of_step(step, steps, language)
    elif kind == "grid":
        yield Item(Path(name).resolve().name, _grid_title(Path(name)), grid=Path(name))
    elif kind == "page":
        if name not in PAGES:
            known = ", ".join(PAGES)
            raise ExperimentError([f"{name}: no page of that name; there are: {known}."])
        yield Item(name, words_of(language).page(PAGES[name].title), page=name)
    else:
        experiment = open_experiment(name)
        yield _trained(Path(name).stem, experiment, steps, language)


def _grid_title(path: Path) -> str:
    """A grid's title; raises ExperimentError where the folder holds none that can be read."""
    from ganlab_gui.lab.sweep.folder import Folder

    grid = Folder.open(path).grid
    return grid.title or grid.experiment.title


def _kind(name: str) -> str:
    """What a name without prefix is."""
    from ganlab_gui.experiment.lessons import is_lesson

    found = {"lesson": lesson_names(), "page": list(PAGES), "preset": preset_names()}
    kinds = [kind for kind, names in found.items() if name in names]
    if len(kinds) > 1:
        either = " or ".join(f"{kind}:{name}" for kind in kinds)
        raise ExperimentError([f"{name}: there are two of that name; say {either}."])
    if kinds:
        return kinds[0]
    if Path(name).is_dir():
        return "grid"
    if name.endswith(".toml") or Path(name).exists():
        return "lesson" if is_lesson(Path(name)) else "preset"
    raise ExperimentError(
        [f"{name}: no lesson, page or preset of that name; see: ganlab-gui presets."]
    )


def _of_step(step: Step, steps: int | None, language: str) -> Item:
    if step.page:
        title = step.title.of(language)
        if step.page not in PAGES:
            raise ExperimentError([f"{step.page}: no page of that name."])
        return Item(step.page, title, page=step.page, values=dict(step.set))
    experiment = with_values(load_preset(step.preset), step.set, step.preset)
    item = _trained(step.preset, experiment, steps, language)
    return Item(item.name, step.title.of(language), experiment=experiment, steps=item.steps)


def _trained(name: str, experiment: Experiment, steps: int | None, language: str) -> Item:
    promised = experiment.expect[0].steps if experiment.expect else STEPS
    title = words_of(language).figure(experiment.title)
    return Item(name, title, experiment=experiment, steps=promised if steps is None else steps)


# -- drawing ---------------------------------------------------------------------------------------


def draw(
    items: Sequence[Item], look: Look, folder: Path, device: str = "auto",
    progress: Progress = lambda done, total, text: None,
) -> int:  # fmt: skip
    """Draw every item into a folder of its own in ``folder``, with captions and LaTeX.

    Writes index.html and index.tex of what is done, also where ``progress`` stops it. Gives the
    number of figures. Raises ExperimentError, SaveError.
    """
    from ganlab_gui.lab.headless import one_thread

    one_thread()
    words = words_of(look.language)
    style = Style(palette=PALETTES[look.theme], translate=words.figure)
    entries: list[Entry] = []
    total = SHARE * len(items)
    try:
        for number, item in enumerate(items):

            def tell(share: float, base: int = SHARE * number, title: str = item.title) -> None:
                progress(base + round(SHARE * share), total, title)

            tell(0.0)
            place = f"{number + 1:02}-{PLAIN.sub('-', item.name)}"
            drawer = _draw_page if item.page else _draw_grid if item.grid else _draw_experiment
            figures = drawer(item, look, folder / place, (style, words, device), tell)
            entries.append(Entry(item.title, place, tuple(figures)))
        progress(total, total, "")
    finally:
        if entries:
            write_index(entries, folder, look.language)
    return sum(len(entry.figures) for entry in entries)


def draw_named(
    names: Sequence[str], steps: int | None, look: Look, folder: Path, device: str = "auto",
    progress: Progress = lambda done, total, text: None,
) -> int:  # fmt: skip
    """`plan` and `draw` in one, for a process of its own."""
    return draw(plan(names, steps, look.language), look, folder, device, progress)


Means = tuple[Style, Words, str]
Tell = Callable[[float], None]


def _draw_page(item: Item, look: Look, folder: Path, means: Means, tell: Tell) -> list[str]:
    """The page once all is found that it asks for; gives the figure's file name."""
    from ganlab_gui.figures.caption import PageWords, page_caption
    from ganlab_gui.figures.folder import write_words
    from ganlab_gui.figures.plate import PagePicture, render_plate
    from ganlab_gui.lab.files import atomic_bytes
    from ganlab_gui.lab.studies import study
    from ganlab_gui.pages.page import Found, changed

    style, words, _ = means
    page = open_page(item.page)
    settings = changed(page.settings(), item.values, item.name)
    finds = {}
    for request in page.requests(settings):
        for share, result in study(request.study)(**dict(request.arguments)):
            tell(0.9 * share)
            finds[request.study] = Found(request, share, result)
    plate = page.plate(settings, finds, words.page)
    title = words.page(PAGES[item.page].title)
    picture = PagePicture(title, plate, page.formulas(settings))
    path = folder / f"page.{look.kind}"
    atomic_bytes(path, render_plate(picture, style, look.kind), parents=True)
    told = PageWords(title, plate, settings, words.page(page.source), words.said)
    write_words(path, page_caption(told, words.figure), folder.name)
    return [path.name]


def _draw_grid(item: Item, look: Look, folder: Path, means: Means, tell: Tell) -> list[str]:
    """What an earlier sweep has left in a folder; gives the figures' file names."""
    from ganlab_gui.figures.folder import write_grid
    from ganlab_gui.lab.sweep.folder import Folder

    assert item.grid is not None
    source = Folder.open(item.grid)
    results, _ = source.results()
    if not results:
        raise ExperimentError([f"{item.grid}: no cell of this grid has been trained yet."])
    paths = write_grid(source.grid, results, folder, means[0], (look.kind,), tell, folder.name)
    return [path.name for path in paths]


def _draw_experiment(item: Item, look: Look, folder: Path, means: Means, tell: Tell) -> list[str]:
    """Train, then draw every panel that suits; gives the figures' file names."""
    from ganlab_gui.figures.folder import suitable, write_figures
    from ganlab_gui.lab import headless

    style, _, device = means
    assert item.experiment is not None
    recording = headless.start(item.experiment, item.steps, None, device)

    def tick(taken: int) -> bool:
        tell(0.6 * recording.trainer.steps / item.steps)
        return False

    if item.steps:
        recording.run(tick)
    scene, snapshot = recording.look()
    recording.history.edits = list(recording.trainer.edits)
    picture = Picture(recording.trainer.experiment, scene, snapshot, recording.history)
    names = suitable(picture)
    paths = write_figures(
        picture, folder, style, (look.kind,),
        lambda name: tell(0.6 + 0.4 * names.index(name) / len(names)), folder.name,
    )  # fmt: skip
    return [path.name for path in paths]
