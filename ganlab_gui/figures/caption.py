"""Captions from the settings: what a figure shows, and all that is needed to make it again.

Texts go through ``tr``; one that is in the reader's language already stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ganlab_gui.core.measures.cells import CELLS
from ganlab_gui.experiment.knobs import Setting, is_meant, settings_in, settings_of
from ganlab_gui.experiment.players import Optimizer
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures.edits import (
    Translate,
    choice_words,
    differing,
    edit_words,
    label_words,
    value_words,
)
from ganlab_gui.figures.page import title_words
from ganlab_gui.figures.style import Picture, thousands
from ganlab_gui.pages.plate import Plate

MOST_EDITS = 12
"""Edits a caption tells one by one."""
LAWS = {"momentum": ("momentum",), "rmsprop": ("beta2",), "adam": ("beta1", "beta2")}
"""What an optimizer uses beside its learning rate."""
LOGARITHMIC = ("minimax", "non-saturating", "f-gan", "relativistic")
"""Losses that have logarithms in them."""
ESTIMATED = ("distances", "runs", "page", "compare")
OF_ONE_RUN = ("plane", "density", "machine", "mode_history", "strip")
"""Figures that show a single run of several."""
SHARED = ("modes", "mode_history", "page")


def caption(name: str, picture: Picture, tr: Translate = str) -> str:
    """The caption of the figure ``name``: sentences in a row."""
    sentences = [
        _what(name, picture, tr),
        *settings_told(picture.experiment, tr),
        _rival(name, picture, tr),
        _seeds(name, picture, tr),
        *_edits(picture, tr),
        *_estimates(name, picture, tr),
    ]
    return joined(sentences)


def settings_told(e: Experiment, tr: Translate) -> Iterator[str]:
    """Every setting that makes a run what it is, a sentence each group; seeds are left out."""
    yield tr("Data: {0}.").format(_data(e, tr))
    yield from _game(e, tr)
    yield from _players(e, tr)
    yield from _optimizers(e, tr)
    yield from _tricks(e, tr)


def joined(sentences: Iterable[str]) -> str:
    """Sentences in a row: a space only after a full stop that needs one."""
    text = ""
    for sentence in filter(None, sentences):
        text += (" " if text.endswith((".", "?", "!", ":")) else "") + sentence
    return text


# -- what is shown ---------------------------------------------------------------------------------


def _what(name: str, picture: Picture, tr: Translate) -> str:
    """The experiment's title, what the figure shows of it, and when."""
    step = picture.history.last_step if picture.snapshot is None else picture.snapshot.step
    shown = _shown(name, picture, tr)
    title = title_words(tr, picture.experiment)
    return tr("{0}: {1}, after {2} training steps.").format(title, shown, thousands(step))


def _rival(name: str, picture: Picture, tr: Translate) -> str:
    """What sets B apart, where two runs are compared: the settings told are A's."""
    if picture.rival is None:
        return ""
    found = differing(tr, picture.experiment, picture.rival.experiment)
    if not found:
        return tr("Settings and seeds of A and B are the same.")
    return tr("These settings are A's; A and B differ in: {0}.").format(", ".join(found))


def _shown(name: str, picture: Picture, tr: Translate) -> str:
    critic = picture.experiment.objective.name
    if picture.rival is not None and name == "page":
        return tr("two runs, A and B, side by side")
    match name:
        case "plane":
            if critic == "moment-matching":
                return tr("data, generated samples and the kernel's witness function")
            return tr("data, generated samples and what D believes")
        case "density":
            return tr("the densities of data and generated samples, and what D believes")
        case "losses":
            return tr("the losses of D and G over the steps")
        case "distances":
            return tr("distances between generated samples and data over the steps")
        case "modes":
            return tr("the share of generated samples in each mode")
        case "mode_history":
            return tr("the share of generated samples in each mode over the steps")
        case "shift":
            return tr("distances between two distributions that are moved apart")
        case "field":
            return tr("the path of both players in the game's vector field")
        case "runs":
            return tr("all runs side by side")
        case "compare":
            return tr("two runs over each other: A solid, B dash-dotted with squares")
        case "machine":
            return tr("the game as a picture of data flow")
        case "strip":
            return tr("moments of training side by side")
        case _:
            return tr("all panels")


# -- settings --------------------------------------------------------------------------------------


def _settings(e: Experiment) -> dict[str, Setting]:
    return {s.path: s for s in settings_of(e)}


def _value(e: Experiment, path: str) -> Any:
    found: Any = e
    for part in path.split("."):
        found = getattr(found, part)
    return found


def _pair(e: Experiment, path: str, tr: Translate, settings: dict[str, Setting]) -> str:
    """``label = value`` of one setting."""
    setting = settings[path]
    return f"{_low(label_words(tr, setting))} = {_told(tr, _value(e, path), setting)}"


def _low(label: str) -> str:
    """A label in the middle of a sentence: words lose their capital, signs and names keep it."""
    word = label.partition(" ")[0]
    return label[:1].lower() + label[1:] if len(word) > 2 and word[1:].islower() else label


def _told(tr: Translate, value: Any, setting: Setting) -> str:
    """A value in a sentence: a list of numbers in parentheses, and a minus that is one."""
    if isinstance(value, tuple) and value and all(isinstance(part, float) for part in value):
        said = f"({', '.join(f'{part:g}' for part in value)})"
    else:
        said = value_words(tr, value, setting)
    return said if setting.kind == "choice" else said.replace("-", "−")


def _data(e: Experiment, tr: Translate) -> str:
    """The data's name, and in parentheses its own settings."""
    if e.data.name == "file":
        return tr("a file of one's own")
    if e.data.name == "drawn":
        return tr("a density drawn by hand")
    settings = _settings(e)
    own = [p for p, s in settings.items() if p.startswith("data.") and s.kind != "other"]
    told = [_pair(e, path, tr, settings) for path in own]
    name = choice_words(tr, e.data.name)
    return f"{name} ({', '.join(told)})" if told else name


def _game(e: Experiment, tr: Translate) -> Iterator[str]:
    """Loss, Lipschitz bound, and how a step is made."""
    settings, t = _settings(e), e.training
    own = [
        _pair(e, path, tr, settings)
        for path, s in settings.items()
        if path.startswith("objective.") and path != "objective.name"
        and is_meant(s, e) and (s.knob.when is not None or _value(e, path) != s.default)
        and not (path == "objective.label_smoothing" and _value(e, path) == 0)
    ]  # fmt: skip
    yield tr("Loss: {0}.").format(", ".join([choice_words(tr, e.objective.name), *own]))
    if e.objective.name != "moment-matching":
        if e.penalty.name != "none":
            target = f", g₀ = {e.penalty.target:g}" if e.penalty.name in TARGETED else ""
            said = choice_words(tr, e.penalty.name)
            yield tr("Penalty on D's slope: {0}, λ = {1}{2}.").format(
                said, f"{e.penalty.weight:g}", target
            )
        if e.clip.c > 0:
            yield tr("D's weights are clipped to [−c, c], c = {0}.").format(f"{e.clip.c:g}")
    order = value_words(tr, t.order, settings["training.order"])
    if e.objective.name == "moment-matching":
        yield tr("Batch {0}.").format(t.batch)
    elif t.g_steps == 1:
        yield tr("Batch {0}, k = {1}, {2} updates.").format(t.batch, t.d_steps, order)
    else:
        yield tr("Batch {0}, k = {1} updates of D and {2} of G a step, {3}.").format(
            t.batch, t.d_steps, t.g_steps, order
        )


TARGETED = ("gradient", "lipschitz")


def _players(e: Experiment, tr: Translate) -> Iterator[str]:
    if e.data.name == "dirac":
        yield tr("G(z) = θ and D(x) = ψx have one parameter each.")
        return
    law = choice_words(tr, e.noise.name)
    yield tr("Noise: {0}, {1}-dimensional.").format(law, e.noise.dim)
    yield tr("G: {0}.").format(_network(e, "generator", tr))
    if e.objective.name != "moment-matching":
        yield tr("D: {0}.").format(_network(e, "discriminator", tr))


def _network(e: Experiment, player: str, tr: Translate) -> str:
    """Hidden widths and activation, and whatever else differs from a plain network."""
    settings, own = _settings(e), getattr(e, player)
    parts = [tr("no hidden layer")]
    if own.hidden:
        widths = "·".join(map(str, own.hidden))
        parts = [tr("hidden layers {0}").format(widths), choice_words(tr, own.activation)]
    for path, setting in settings.items():
        table, _, name = path.partition(".")
        told = name not in ("hidden", "activation") and table == player
        if told and getattr(own, name) != setting.default:
            parts.append(_pair(e, path, tr, settings))
    return ", ".join(parts)


def _optimizers(e: Experiment, tr: Translate) -> Iterator[str]:
    g, d = e.generator_optimizer, e.discriminator_optimizer
    if e.objective.name == "moment-matching":
        yield tr("G learns by {0}.").format(_optimizer(g, e, "generator", tr))
    elif g == d:
        yield tr("Both learn by {0}.").format(_optimizer(g, e, "generator", tr))
    else:
        yield tr("G learns by {0}, D by {1}.").format(
            _optimizer(g, e, "generator", tr), _optimizer(d, e, "discriminator", tr)
        )


def _optimizer(own: Optimizer, e: Experiment, player: str, tr: Translate) -> str:
    settings, table = _settings(e), f"{player}_optimizer"
    further = ["schedule", "horizon"] if own.schedule != "constant" else []
    names = ["lr", *LAWS.get(own.name, ()), *further]
    told = [_pair(e, f"{table}.{name}", tr, settings) for name in names]
    return f"{choice_words(tr, own.name)} ({', '.join(told)})"


SAID = ("batch", "d_steps", "g_steps", "order")


def _tricks(e: Experiment, tr: Translate) -> Iterator[str]:
    """Every other setting of training that is not as it comes."""
    settings = _settings(e)
    told = [
        _pair(e, path, tr, settings)
        for path, s in settings.items()
        if path.startswith("training.") and path.partition(".")[2] not in SAID
        and is_meant(s, e) and _value(e, path) != s.default
    ]  # fmt: skip
    if told:
        yield tr("Further: {0}.").format(", ".join(told))


def _seeds(name: str, picture: Picture, tr: Translate) -> str:
    e, seeds = picture.experiment, picture.experiment.seeds
    if e.runs == 1:
        return tr("Seed {0}.").format(e.seed)
    if name in OF_ONE_RUN:
        shown = seeds[min(int(picture.options.get("run", 0)), e.runs - 1)]
        said = tr("{0} runs, seeds {1} to {2}; this is the run of seed {3}.")
        return said.format(e.runs, seeds[0], seeds[-1], shown)
    return tr("{0} runs, seeds {1} to {2}.").format(e.runs, seeds[0], seeds[-1])


def _edits(picture: Picture, tr: Translate) -> Iterator[str]:
    settings, edits = _settings(picture.experiment), picture.history.edits
    if not edits:
        return
    told = [
        tr("{0} at step {1}").format(
            edit_words(tr, edit, settings.get(edit.path), _low), thousands(edit.step)
        )
        for edit in edits[-MOST_EDITS:]
    ]
    if len(edits) > MOST_EDITS:
        told.insert(0, tr("{0} earlier edits").format(len(edits) - MOST_EDITS))
    yield tr("Changed while running: {0}.").format("; ".join(told))


# -- what the numbers rest on ----------------------------------------------------------------------


def _estimates(name: str, picture: Picture, tr: Translate) -> Iterator[str]:
    scene, snapshot = picture.scene, picture.snapshot
    n = thousands(scene.measure_samples)
    if name in ("losses", "page") and picture.experiment.objective.name in LOGARITHMIC:
        yield tr("Logarithms are natural: what is measured in them is in nats.")
    if name in ESTIMATED and not scene.point:
        cells = " × ".join([str(CELLS[scene.dim])] * scene.dim)
        yield tr(
            "JS, KL and TV are estimated from {0} generated samples counted in {1} cells, in nats"
            " (TV has no unit)."
        ).format(n, cells)
        if scene.w1_samples:
            yield tr("W₁ is taken between {0} points a side.").format(thousands(scene.w1_samples))
    if name in SHARED and scene.modes > 1:
        yield tr(
            "A sample belongs to the nearest mode, and a mode is captured where one of {0} samples"
            " lies within 3σ of it."
        ).format(n)
    if name in ("density", "plane", "page") and snapshot is not None:
        yield from _grids(name, picture, tr)
    if picture.scene.runs > 1 and name in ("losses", "distances"):
        yield tr("Bands hold the runs from the 10th to the 90th percentile.")


def _grids(name: str, picture: Picture, tr: Translate) -> Iterator[str]:
    snapshot = picture.snapshot
    assert snapshot is not None
    if snapshot.xs is not None:
        size = " × ".join([str(len(snapshot.xs))] * picture.scene.dim)
        yield tr("D and the densities are drawn on a grid of {0} points.").format(size)
    if snapshot.density_method == "kernel estimate" and picture.scene.dim == 1:
        yield tr("The density of samples is a kernel estimate of width {0}.").format(
            f"{snapshot.bandwidth:.2g}"
        )


# -- theory pages ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class PageWords:
    """What the caption of a theory page is made of, in the reader's language already.

    ``said`` turns a setting's label or choice into that language.
    """

    title: str
    plate: Plate
    settings: Any
    source: str
    said: Callable[[str], str] = str


def page_caption(words: PageWords, tr: Translate = str) -> str:
    """The caption of a theory page: its sentence, its settings and its source."""
    told = []
    for setting in settings_in(type(words.settings)):
        value = getattr(words.settings, setting.path)
        if is_meant(setting, words.settings) and setting.kind != "other":
            label = _low(words.said(setting.knob.label))
            told.append(f"{label} = {_told(words.said, value, setting)}")
    return joined(
        [
            tr("Theory page “{0}”.").format(words.title),
            words.plate.caption,
            tr("How the numbers came about: {0}.").format("; ".join(words.plate.notes))
            if words.plate.notes
            else "",
            tr("Settings: {0}.").format(", ".join(told)) if told else "",
            tr("Source: {0}.").format(words.source.rstrip(".")),
        ]
    )
