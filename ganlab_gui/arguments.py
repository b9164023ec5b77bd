"""What the command line's words may be, and how it says that they are not."""

import argparse
from collections.abc import Callable
from typing import NoReturn


class UsageError(Exception):
    """Arguments that make no sense; the text is one line."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}; see {self.prog} --help.")


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
