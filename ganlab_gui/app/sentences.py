"""What the floors below say is wrong, in the language of the window.

They know no language but English. ``resources/translations/sentences_zh_CN.toml`` has the patterns
of their sentences; what matches none, such as a name or a reason of the system, stays as it is.
"""

import re
import tomllib
from functools import cache

from ganlab_gui.app import language
from ganlab_gui.resources import resources_dir

FILE = "sentences_zh_CN.toml"
PLACE = re.compile(r"\{(\d)\}")
MARKS = {": ": "：", "; ": "；", "": ""}
MARK = re.compile("(: |; )")
"""What parts a place from what is wrong there, and that from what is allowed."""
LONGEST = 1_500
"""Characters of a sentence that is looked up: no user reads longer ones, and patterns take time."""


def said_here(text: str) -> str:
    """Sentences, one a line, in the language of the window, on one line."""
    chinese = language.current() == "zh"
    return " ".join(map(in_chinese, text.splitlines()) if chinese else text.splitlines())


def in_chinese(sentence: str) -> str:
    """A sentence in Chinese as far as its parts are known."""
    body = sentence.removesuffix(".")
    if len(body) > LONGEST:
        return sentence
    said = _known(body) or _in_parts(MARK.split(body))
    if said == body:
        return sentence
    return f"{said}。" if body != sentence else said


def _known(body: str) -> str:
    """By the pattern with most words of its own; "" where there is none."""
    for pattern, template in _patterns():
        found = pattern.fullmatch(body)
        if found:
            return template.format(*map(in_chinese, found.groups()))
    return ""


def _in_parts(pieces: list[str]) -> str:
    """Piece by piece, such as a place and what is wrong there, until all that is left is known.

    ``pieces`` are texts with the marks between them at the odd places.
    """
    parts, any_known = "", False
    for at in range(0, len(pieces), 2):
        rest = _known("".join(pieces[at:]))
        if rest:
            return parts + rest
        own, mark = _known(pieces[at]), "".join(pieces[at + 1 : at + 2])
        any_known = any_known or own != ""
        parts += (own or pieces[at]) + (MARKS[mark] if own or mark == ": " else mark)
    return parts if any_known else "".join(pieces)


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    table = tomllib.loads((resources_dir() / "translations" / FILE).read_text(encoding="utf-8"))
    texts = sorted(table, key=lambda text: -len(PLACE.sub("", text)))
    return [(pattern_of(text), table[text]) for text in texts]


def pattern_of(text: str) -> re.Pattern[str]:
    """What a text with places {0}, {1}, … matches, with a group for each."""
    return re.compile(r"(.+?)(?<!:)".join(map(re.escape, PLACE.split(text)[::2])))
