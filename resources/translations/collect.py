"""Collects every visible text of the program into the Linguist file: ``python collect.py``.

Linguist's own tool finds literals only. Many texts stand elsewhere: a knob's help in its
declaration, a measure's meaning in its registry. This walks the sources for calls that translate,
and where such a call is handed no literal, WHERE_FROM says which texts it can be.
"""

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "ganlab_gui"
FILE = Path(__file__).with_name("ganlab_zh_CN.ts")

Text = tuple[str, str]
"""Context and English text."""


def experiment_texts() -> Iterator[str]:
    """What the settings' controls show: groups, labels, helps, formulas, choices, reasons."""
    from ganlab_gui.app.control_rules import WHY_DISABLED
    from ganlab_gui.app.controls import DATA_NAME
    from ganlab_gui.experiment.data import DATA
    from ganlab_gui.experiment.knobs import GROUPS, settings_of
    from ganlab_gui.experiment.labels import CHOICE_LABELS
    from ganlab_gui.experiment.schema import Experiment

    yield from GROUPS
    yield from ("1-D", "2-D", "Your own", "automatic", "no hidden layer")
    yield from (rule.sentence for rule in WHY_DISABLED)
    yield from _page_settings()
    experiments = [Experiment().model_copy(update={"data": data()}) for data in DATA.values()]
    for setting in [DATA_NAME, *(s for e in experiments for s in settings_of(e))]:
        yield from (setting.knob.label, setting.knob.formula, setting.help)
        yield from (CHOICE_LABELS.get(c, c.replace("-", " ")) for c in setting.choices)


def _page_settings() -> Iterator[str]:
    """What the controls of the theory pages show."""
    from ganlab_gui.experiment.knobs import settings_in
    from ganlab_gui.experiment.labels import CHOICE_LABELS
    from ganlab_gui.pages import PAGES, open_page

    for name in PAGES:
        for setting in settings_in(open_page(name).settings):
            yield from (setting.knob.label, setting.knob.formula, setting.help)
            yield from (CHOICE_LABELS.get(c, c.replace("-", " ")) for c in setting.choices)


def page_links(name: str) -> Iterator[Any]:
    """The ways on of a page under every choice of its settings."""
    from ganlab_gui.experiment.knobs import settings_in
    from ganlab_gui.pages import open_page

    page = open_page(name)
    start = page.settings()
    yield from page.ways(start)
    for setting in settings_in(page.settings):
        for choice in setting.choices:
            yield from page.ways(start.model_copy(update={setting.path: choice}))


def page_texts() -> Iterator[str]:
    """Titles, sentences, sources, buttons and ways on of the theory pages."""
    from ganlab_gui.pages import PAGES, open_page

    for name, entry in PAGES.items():
        page = open_page(name)
        yield from (entry.title, entry.look, page.source)
        yield from (text for button in page.buttons for text in (button.text, button.hint))
        yield from (link.text for link in page_links(name))


def knob_labels() -> Iterator[str]:
    from ganlab_gui.experiment.data import DATA
    from ganlab_gui.experiment.knobs import settings_of
    from ganlab_gui.experiment.schema import Experiment

    for data in DATA.values():
        for setting in settings_of(Experiment().model_copy(update={"data": data()})):
            yield setting.knob.label


def action_texts() -> Iterator[str]:
    from ganlab_gui.app.actions import ACTIONS, MENUS

    yield from MENUS.values()
    yield from (action.text for action in ACTIONS)


def panel_texts() -> Iterator[str]:
    from ganlab_gui.app.panels import MENU

    yield from (text for _, text in MENU)


def transport_letters() -> Iterator[str]:
    from ganlab_gui.app.transport import LETTERS

    yield from LETTERS.values()


def measure_texts(*fields: str) -> Callable[[], Iterator[str]]:
    def texts() -> Iterator[str]:
        from ganlab_gui.core.measures.registry import MEASURES

        yield from (getattr(m, field) for m in MEASURES.values() for field in fields)

    return texts


def shift_labels() -> Iterator[str]:
    from ganlab_gui.core.theory.shift import SHIFTS

    yield from (shift.label for shift in SHIFTS.values())


def shift_formulas() -> Iterator[str]:
    from ganlab_gui.core.theory.shift import SHIFTS

    yield from (shift.formula for shift in SHIFTS.values())


def curve_labels() -> Iterator[str]:
    from ganlab_gui.figures.curves import DISTANCES, LOSSES

    yield from (trace.label for trace in (*LOSSES.values(), *DISTANCES.values()))


def choices() -> Iterator[str]:
    """Every choice of every setting, as edits are told on paper."""
    from ganlab_gui.experiment.data import DATA
    from ganlab_gui.experiment.knobs import settings_of
    from ganlab_gui.experiment.labels import CHOICE_LABELS
    from ganlab_gui.experiment.schema import Experiment

    for data in DATA.values():
        for setting in settings_of(Experiment().model_copy(update={"data": data()})):
            yield from (CHOICE_LABELS.get(c, c.replace("-", " ")) for c in setting.choices)
    yield from (CHOICE_LABELS.get(name, name.replace("-", " ")) for name in DATA)


def drawing_notes() -> Iterator[str]:
    from ganlab_gui.figures.density import ONE_DIMENSION

    yield from (ONE_DIMENSION, "Nothing has been drawn yet.")


def named(module: str, *names: str) -> Callable[[], Iterator[str]]:
    """Constants of a module that hold one text each."""

    def texts() -> Iterator[str]:
        from importlib import import_module

        yield from (getattr(import_module(module), name) for name in names)

    return texts


def preset_texts() -> Iterator[str]:
    """Titles, and the notes line by line."""
    from ganlab_gui.experiment.io import load_preset, preset_names

    for experiment in map(load_preset, preset_names()):
        yield from (experiment.title, *filter(None, experiment.notes.strip().splitlines()))


def preset_titles() -> Iterator[str]:
    from ganlab_gui.experiment.io import load_preset, preset_names

    yield from (load_preset(name).title for name in preset_names())


def causes() -> Iterator[str]:
    """What `ganlab_gui.lab.rows.culprit` can answer."""
    for part in _function("lab/rows.py", "culprit"):
        if isinstance(part, ast.Dict):
            yield from map(_string, filter(None, part.keys))
        if isinstance(part, ast.Return) and part.value is not None:
            yield _string(part.value)


def optima() -> Iterator[str]:
    from ganlab_gui.experiment.objectives import OPTIMA

    yield from OPTIMA.values()


def methods() -> Iterator[str]:
    """What the ingredients of the Dirac game are called and do."""
    from ganlab_gui.core.theory.dirac import METHODS

    yield from (text for m in METHODS.values() for text in (m.label, m.behaviour))


def departures() -> Iterator[str]:
    """The sentences of `ganlab_gui.core.theory.dirac.departures`."""
    for part in _function("core/theory/dirac.py", "departures"):
        if isinstance(part, ast.Tuple):
            yield from (text for text in map(_string, part.elts) if text)


def family_texts() -> Iterator[str]:
    """What stands on the family tree's branches and leaves."""
    from ganlab_gui.core.theory.family import BRANCHES, LEAVES

    for part in (*BRANCHES.values(), *LEAVES.values()):
        for text in vars(part).values():
            if isinstance(text, str) and text:
                yield text


def loss_labels() -> Iterator[str]:
    from ganlab_gui.core.theory.loss_shapes import LOSS_SHAPES

    yield from (shape.label for shape in LOSS_SHAPES.values())


def nothing() -> Iterator[str]:
    """For calls that only pass on what another call has named."""
    yield from ()


def grid_texts() -> Iterator[str]:
    """What a grid's measures and their units are called."""
    from ganlab_gui.lab.history import MEASURE_COLUMNS
    from ganlab_gui.lab.sweep.summary import DIVERGED, said

    for name in (*MEASURE_COLUMNS, DIVERGED):
        yield from (said(name).label, *filter(None, [said(name).unit]))


def event_texts() -> Iterator[str]:
    """Names, rules and notes of what is found in a run."""
    from ganlab_gui.lab.events import EVENTS

    for event in EVENTS.values():
        yield from (event.name, event.definition, *filter(None, [event.note]))


WHERE_FROM: dict[str, Callable[[], Iterable[str]]] = {
    "app/actions.py: spec.text": action_texts,
    "app/window.py: text": action_texts,
    "app/control_rows.py": experiment_texts,
    "app/grid_axis.py": experiment_texts,
    "app/timeline_signs.py: event.name": event_texts,
    "app/timeline_signs.py: event.note": event_texts,
    "app/timeline_signs.py: event.definition": event_texts,
    "figures/grid.py: words.label": grid_texts,
    "figures/grid.py: words.unit": grid_texts,
    "figures/grid.py: grid.experiment.title": preset_titles,
    "views/gridtexts.py: words.label": grid_texts,
    "views/gridtexts.py: said(measure).unit": grid_texts,
    "views/gridtexts.py": experiment_texts,
    "app/controls.py": experiment_texts,
    "app/control_groups.py": experiment_texts,
    "app/panel.py: text": panel_texts,
    "app/panel.py: action.property('source')": nothing,
    "app/transport.py: letter": transport_letters,
    "pages/dance.py: METHODS[parts[-1]].behaviour": methods,
    "pages/family_tree.py": family_texts,
    "pages/loss_shapes.py: shape.label": loss_labels,
    "pages/which_way_kl.py": lambda: (*choices(), "total variation"),
    "app/desk.py": page_texts,
    "app/page_controls.py": page_texts,
    "app/notices.py: cause": causes,
    "app/language.py: line": preset_texts,
    "views/distances.py: measure.label": measure_texts("label"),
    "views/distances.py: measure.meaning": measure_texts("meaning"),
    "views/shift.py: SHIFTS[key].label": shift_labels,
    "views/shift.py: SHIFTS[key].formula": shift_formulas,
    "views/shift.py: self.shift.formula": shift_formulas,
    "views/steps.py: label": knob_labels,
    "views/steps.py: name": nothing,
    "views/plane.py: optimum_formula(settings)": optima,
    "views/densitytexts.py: optimum_formula(experiment)": optima,
    "views/fieldtexts.py: m.label": methods,
    "views/fieldtexts.py: m.behaviour": methods,
    "views/fieldtexts.py: sentence": departures,
    "figures/density.py: how": lambda: ("change of variables", "kernel estimate"),
    "figures/density.py: words": drawing_notes,
    "figures/density.py: SMALL": nothing,
    "figures/plane.py: SUBSCRIPTS": nothing,
    "views/parts.py: SMALL": nothing,
    "figures/modes.py: NONE": named("ganlab_gui.figures.modes", "NONE"),
    "figures/modes.py: NOTHING": named("ganlab_gui.figures.modes", "NOTHING"),
    "figures/page.py: experiment.title": preset_titles,
    "figures/shift.py: pair.label": shift_labels,
    "figures/edits.py: setting.knob.label": knob_labels,
    "figures/edits.py": choices,
    "figures/curves.py: CHOICE_LABELS[experiment.objective.divergence]": choices,
    "figures/curves.py: t.label": curve_labels,
    "figures/curves.py: trace.label": curve_labels,
    "figures/curves.py: scene.w1_kind": lambda: ("exact", "exact assignment", "sliced"),
}
"""What calls that translate no literal are handed: of one expression in a file, or of all in it."""


class UnknownText(Exception):
    """A call translates something that is neither a literal nor in WHERE_FROM."""


def collect() -> list[Text]:
    """Every text with its context, sorted; raises UnknownText."""
    trees = {
        path.relative_to(SOURCES).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCES.rglob("*.py"))
    }
    wrappers = {where: dict(_wrappers(tree)) for where, tree in trees.items()}
    found: set[Text] = set()
    for where, tree in trees.items():
        known = wrappers[where] | dict(_imported(tree, wrappers))
        for context, argument in _calls(tree, where, known):
            for part in _branches(argument):
                found.update((context, text) for text in _texts(part, where))
    return sorted(pair for pair in found if any(c.isascii() and c.isalpha() for c in pair[1]))


def _function(where: str, name: str) -> Iterator[ast.AST]:
    """Every node of one function of the sources."""
    tree = ast.parse((SOURCES / where).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            yield from ast.walk(node)


def _string(node: ast.expr) -> str:
    """The text of a literal, "" for anything else."""
    found = node.value if isinstance(node, ast.Constant) else None
    return found if isinstance(found, str) else ""


def _name(node: ast.stmt) -> str:
    return node.name if isinstance(node, ast.FunctionDef) else ""


def _wrappers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions of a module that translate their argument in one context: name and context."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and len(node.args.args) == 1:
            for call in _translations(node):
                if ast.unparse(call.args[1]) == node.args.args[0].arg:
                    yield node.name, _string(call.args[0])


def _imported(tree: ast.Module, wrappers: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Such functions of other modules that this one imports."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            path = node.module.replace("ganlab_gui.", "").replace(".", "/") + ".py"
            there = wrappers.get(path, {})
            yield from ((n.name, there[n.name]) for n in node.names if n.name in there)


def _translations(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls with a context and a text, as ``translate`` itself or where ``tr`` stands for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) == 2:
            function = ast.unparse(node.func)
            known = function == "tr" or function.endswith(("translate", "QT_TRANSLATE_NOOP"))
            if known and _string(node.args[0]):
                yield node


def _calls(
    tree: ast.Module, where: str, wrappers: dict[str, str]
) -> Iterator[tuple[str, ast.expr]]:
    """Context and text of every call that translates."""
    for call in _translations(tree):
        if not any(call in ast.walk(f) for f in tree.body if _name(f) in wrappers):
            yield _string(call.args[0]), call.args[1]
    for owner, node in _owned(tree, "QObject"):
        if not (isinstance(node, ast.Call) and len(node.args) == 1):
            continue
        function = ast.unparse(node.func)
        if function in wrappers:
            yield wrappers[function], node.args[0]
        elif where.startswith("figures/") and function.rpartition(".")[2] in ("tr", "translate"):
            yield "Figure", node.args[0]
        elif where.startswith("pages/") and function == "tr":
            yield "Page", node.args[0]
        elif function.endswith(".tr"):
            yield owner, node.args[0]


def _owned(tree: ast.AST, owner: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node with the class it stands in: the context of ``self.tr`` there."""
    for node in ast.iter_child_nodes(tree):
        inner = node.name if isinstance(node, ast.ClassDef) else owner
        yield inner, node
        yield from _owned(node, inner)


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    """Both sides of a conditional expression."""
    if isinstance(node, ast.IfExp):
        yield from (*_branches(node.body), *_branches(node.orelse))
    else:
        yield node


def _texts(node: ast.expr, where: str) -> Iterable[str]:
    if text := _string(node):
        return (text,)
    key = f"{where}: {ast.unparse(node)}"
    source = WHERE_FROM.get(key) or WHERE_FROM.get(where)
    if source is None:
        raise UnknownText(
            f"line {node.lineno} of ganlab_gui/{key} is not a literal: "
            "say in resources/translations/collect.py which texts it can be"
        )
    return source()


def read(path: Path = FILE) -> dict[Text, str]:
    """What is translated so far."""
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): text
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if (text := message.findtext("translation"))
    }


def write(texts: Iterable[Text], known: dict[Text, str], path: Path = FILE) -> list[Text]:
    """Write the Linguist file; gives the texts that lack a translation.

    A new text takes the translation the same words have in another context.
    """
    elsewhere = {source: text for (_, source), text in known.items()}
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    lacking = []
    for name, source in texts:
        if name not in contexts:
            contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(contexts[name], "name").text = name
        message = ET.SubElement(contexts[name], "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = known.get((name, source)) or elsewhere.get(source)
        if not translation.text:
            translation.set("type", "unfinished")
            lacking.append((name, source))
    ET.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    body = ET.tostring(root, encoding="unicode")
    path.write_text(head + body + "\n", encoding="utf-8")
    return lacking


if __name__ == "__main__":
    for _context, _source in write(collect(), read()):
        print(f"not translated: {_context}: {_source}", file=sys.stderr)
