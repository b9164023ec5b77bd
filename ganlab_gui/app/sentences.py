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


def said_here(text: str) -> str:
    """Sentences, one a line, in the language of the window, on one line."""
    chinese = language.current() == "zh"
    return " ".join(map(in_chinese, text.splitlines()) if chinese else text.splitlines())


def in_chinese(sentence: str) -> str:
    """A sentence in Chinese as far as its parts are known."""
    body = sentence.removesuffix(".")
    said = _known(body) or _parted(body, ": ", "：") or _parted(body, "; ", "；")
    if not said:
        return sentence
    return f"{said}。" if body != sentence else said


def _known(body: str) -> str:
    """By the pattern with most words of its own; "" where there is none."""
    for pattern, template in _patterns():
        found = pattern.fullmatch(body)
        if found:
            return template.format(*map(in_chinese, found.groups()))
    return ""


def _parted(body: str, mark: str, here: str) -> str:
    """In two parts, such as a place and what is wrong there; "" where neither is known."""
    head, _, tail = body.partition(mark)
    if not (head and tail):
        return ""
    said = in_chinese(head), in_chinese(tail)
    return here.join(said) if said != (head, tail) else ""


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    table = tomllib.loads((resources_dir() / "translations" / FILE).read_text(encoding="utf-8"))
    texts = sorted(table, key=lambda text: -len(PLACE.sub("", text)))
    return [(pattern_of(text), table[text]) for text in texts]


def pattern_of(text: str) -> re.Pattern[str]:
    """What a text with places {0}, {1}, … matches, with a group for each."""
    return re.compile(r"(.+?)(?<!:)".join(map(re.escape, PLACE.split(text)[::2])))
