"""Damage files as disks, networks and editors do, and watch that reading them runs no code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

PLACES = 1_000
"""Places that a kind of file is damaged at."""
LONGEST = 64
"""Bytes of a piece that is lost, blanked or doubled; now and then it is a page of 4096."""
RUNNING = {
    "pickle.find_class", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
    "subprocess.Popen", "ctypes.dlopen", "code.__new__",
}  # fmt: skip
"""Events by which Python says that something is run, or named to be run."""


def damaged(data: bytes, seed: int = 0, places: int = PLACES, tail: int = 0) -> Iterator[bytes]:
    """``places`` versions of ``data``, each flipped, cut or torn at a random place.

    A third of the places lie in the last ``tail`` bytes, where archives keep their records. None
    equals ``data``.
    """
    rng = np.random.default_rng(seed)
    kinds = (_flip, _replace, _several, _cut, _flip, _lose, _replace, _blank, _double)
    made = 0
    while made < places:
        low = len(data) - tail if tail and made % 3 == 0 else 0
        place = int(rng.integers(max(0, low), len(data)))
        version = kinds[made % len(kinds)](data, place, rng)
        if version != data:
            made += 1
            yield version


def _flip(data: bytes, place: int, rng: np.random.Generator) -> bytes:
    return _put(data, place, data[place] ^ (1 << int(rng.integers(8))))


def _replace(data: bytes, place: int, rng: np.random.Generator) -> bytes:
    return _put(data, place, int(rng.integers(256)))


def _several(data: bytes, place: int, rng: np.random.Generator) -> bytes:
    for other in (place, *rng.integers(len(data), size=int(rng.integers(1, 4)))):
        data = _put(data, int(other), int(rng.integers(256)))
    return data


def _cut(data: bytes, place: int, rng: np.random.Generator) -> bytes:
    return data[:place]


def _lose(data: bytes, place: int, rng: np.random.Generator) -> bytes:
    return data[:place] + data[place + _length(rng) :]


def _blank(data: bytes, place: int, rng: np.random.Generator) -> bytes:
    piece = data[place : place + _length(rng)]
    return data[:place] + bytes(len(piece)) + data[place + len(piece) :]


def _double(data: bytes, place: int, rng: np.random.Generator) -> bytes:
    return data[: place + _length(rng)] + data[place:]


def _put(data: bytes, place: int, byte: int) -> bytes:
    return data[:place] + bytes([byte]) + data[place + 1 :]


def _length(rng: np.random.Generator) -> int:
    return 4096 if rng.integers(8) == 0 else int(rng.integers(1, LONGEST))


# -- no code runs ----------------------------------------------------------------------------------

_heard: list[str] | None = None
_listening = False


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if _heard is not None and event in RUNNING:
        _heard.append(event)


@contextmanager
def nothing_is_run() -> Iterator[None]:
    """Fails where the block unpickles a function or class, or starts a program."""
    global _heard, _listening
    if not _listening:
        sys.addaudithook(_hear)  # for good: Python has no way to take one back
        _listening = True
    _heard = []
    try:
        yield
        assert _heard == []
    finally:
        _heard = None
