"""What the command line's words may be, and how it says that they are not."""

import argparse
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells count it."""


class UsageError(Exception):
    """Arguments that make no sense; the text is one line."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}; see {self.prog} --help.")


def add_device(parser: Parser) -> None:
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


def add_look(parser: Parser, theme: str | None = None, language: str | None = None) -> None:
    parser.add_argument("--theme", choices=("dark", "light"), default=theme)
    parser.add_argument("--language", choices=("en", "zh"), default=language)


def add_set(parser: Parser) -> None:
    parser.add_argument(
        "--set", action="append", default=[], metavar="PATH=VALUE", dest="assignments",
        help="change one setting, such as training.d_steps=5; may be repeated",
    )  # fmt: skip


def whole(low: int, high: int | None = None) -> Callable[[str], int]:
    """A parser of whole numbers from ``low`` to ``high``."""
    allowed = f"a whole number of at least {low}" if high is None else f"{low} to {high}"

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"is {text!r}; allowed: {allowed}") from None
        if value < low or (high is not None and value > high):
            raise argparse.ArgumentTypeError(f"is {value}; allowed: {allowed}")
        return value

    return parse


def nonempty(text: str) -> str:
    """A preset's name or a file's path: anything but nothing."""
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty; see the names with: ganlab-gui presets")
    return text


def place(text: str) -> Path:
    """A file or folder to write: anything but nothing, which would be the present folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty; give the path of a file or folder")
    return Path(text)


def misspelt(word: str, commands: Iterable[str]) -> str:
    """The command that ``word`` is a misspelling of; empty where it is like none."""
    return next(iter(get_close_matches(word, list(commands), 1, 0.7)), "")


def pixels(text: str) -> tuple[int, int]:
    """``1280x800`` to (1280, 800)."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"is {text!r}; allowed: WIDTHxHEIGHT, such as 1280x800")
    side = whole(200, 16_384)
    return side(width), side(height)


def minutes(text: str) -> float:
    """More than 0 minutes, up to a day."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 < value <= 1440:
        raise argparse.ArgumentTypeError(f"is {text!r}; allowed: more than 0 up to 1440")
    return value
