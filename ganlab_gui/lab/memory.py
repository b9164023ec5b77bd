"""The training process' memory: kept for the next step where freed, and a clear word at its end."""

import ctypes
import sys

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEPT = 256 << 20
"""Bytes of free memory a process may hold on to."""
LARGEST = 32 << 20
"""Bytes up to which one piece is taken from what is held."""

SHORT_OF_MEMORY = (
    "There is not enough memory for this. A smaller batch, narrower networks or fewer runs need"
    " less."
)
NO_MEMORY = ("out of memory", "not enough memory", "can't allocate memory")
"""What torch says, which has no kind of error of its own for it on the CPU."""


def is_memory_error(error: BaseException) -> bool:
    """Whether memory has run out, on the CPU or on an accelerator."""
    words = str(error).lower() if isinstance(error, RuntimeError) else ""
    return isinstance(error, MemoryError) or any(said in words for said in NO_MEMORY)


def keep_freed_memory() -> None:
    """Spare a training process the return and the renewed zeroing of its pages at every step.

    glibc hands larger pieces back as soon as they are free; a graph through several steps of D
    frees and takes tens of megabytes a step (measured: a fifth of unrolled training). Elsewhere
    than on Linux with glibc nothing happens.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, LARGEST)
        mallopt(M_TRIM_THRESHOLD, KEPT)
