"""The README's table of objectives, made from the docstrings of their loss functions.

A loss function's docstring begins "formula (source)."; D's has a paragraph "Optimum: …".
"""

import re
from collections.abc import Callable
from typing import Any

from ganlab_gui.core.models.objectives import (
    OBJECTIVES,
    SEVERAL_GENERATORS,
    Objective,
    objective_of,
)
from ganlab_gui.experiment import schema

FIRST = re.compile(r"(?P<formula>.+?) \((?P<source>[^()]*\d{4}[^()]*)\)\.$")
OPTIMUM = "Optimum: "
HEADS = ("`objective.name`", "D minimises", "G minimises", "D at its optimum", "source")


def paragraphs(function: Callable[..., Any]) -> list[str]:
    """A function's docstring, a string a paragraph; of a partial, the function's own."""
    documented = getattr(function, "func", function)
    text = documented.__doc__ or ""
    return [" ".join(part.split()) for part in text.split("\n\n")]


def formula(function: Callable[..., Any]) -> tuple[str, str]:
    """(formula, source) of a loss function; ValueError where its docstring does not begin so."""
    first = paragraphs(function)[0]
    found = FIRST.match(first)
    if found is None:
        raise ValueError(f'The docstring "{first}" should read "formula (source)."')
    return found["formula"], found["source"]


def best(function: Callable[..., Any]) -> str:
    """What D's loss says of its optimum; ValueError where it says nothing."""
    for paragraph in paragraphs(function):
        if paragraph.startswith(OPTIMUM):
            return paragraph.removeprefix(OPTIMUM).removesuffix(".")
    raise ValueError(f'The docstring of D\'s loss "{paragraphs(function)[0]}" names no optimum.')


def row(name: str, objective: Objective) -> str:
    """One line of the table; the source is D's, and G's where it is another paper."""
    (d_loss, source), (g_loss, other) = formula(objective.d_loss), formula(objective.g_loss)
    papers = dict.fromkeys(text.partition(",")[0] for text in (source, other))
    cells = (name, d_loss, g_loss, best(objective.d_loss), "; ".join(papers))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def markdown() -> str:
    """The table of every objective in Markdown, without a line break at its end."""
    lines = [f"| {' | '.join(HEADS)} |", f"|{'---|' * len(HEADS)}"]
    settings = {name: schema.Objective.model_validate({"name": name}) for name in OBJECTIVES}
    lines += [row(f"`{name}`", objective_of(settings[name])) for name in OBJECTIVES]
    lines += [
        row(f"`{name}`, N generators", objective_of(settings[name], generators=2))
        for name in SEVERAL_GENERATORS
    ]
    return "\n".join(lines)
