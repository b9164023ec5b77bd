"""Frames to a movie file: MP4 by PyAV (an extra, loaded when asked for), GIF by Pillow.

The same frames give the same bytes: encoders run on one thread and write no date.
"""

import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.lab.files import atomic

Frame = NDArray[np.uint8]
"""(height, width, 3) red, green, blue."""
SUFFIXES = (".mp4", ".gif")
MISSING = 'MP4 movies need PyAV; install it with: pip install "ganlab-gui[video]"'
CODECS = ("libx264", "libopenh264", "mpeg4")
"""H.264 by whom the build has it from; MPEG-4 part 2 is in every build."""
OPTIONS = {"libx264": {"preset": "veryfast", "crf": "18"}}
BITS_A_PIXEL = 0.12
"""For encoders that are told a rate, not a quality."""
BT709 = 1
MOST_GIF_FPS = 50
"""A GIF counts in hundredths of a second, and viewers slow down what is shown for a single one."""
MOST_FPS = 120
SIDES = 16, 4096
BINS = 32
"""Shades of red, green and blue that a GIF's colours are counted in."""
MOST_COLOURS = 256


class Encoder(Protocol):
    """Takes frames in order; ``finish`` writes what is left, ``close`` lets go of everything."""

    def write(self, frame: Frame) -> None: ...

    def finish(self) -> None: ...

    def close(self) -> None: ...


def check_movie(path: Path, size: tuple[int, int], fps: int) -> None:
    """Raises ExperimentError, one sentence an error, where no such movie can be written here."""
    kind, (width, height) = path.suffix.lower(), size
    lines = []
    if kind not in SUFFIXES:
        lines.append(f"{path}: a movie's name must end in .mp4 or .gif.")
    if not all(SIDES[0] <= side <= SIDES[1] and side % 2 == 0 for side in size):
        low, high = SIDES
        allowed = f"even numbers from {low} to {high}"
        lines.append(f"movie size: is {width}x{height}; allowed: {allowed}.")
    most = MOST_GIF_FPS if kind == ".gif" else MOST_FPS
    if not 1 <= fps <= most:
        what = "a GIF" if kind == ".gif" else "a movie"
        lines.append(f"frames a second: is {fps}; {what} may have 1 to {most}.")
    if kind == ".mp4" and encoder_of_mp4() is None:
        lines.append(MISSING + ".")
    if lines:
        raise ExperimentError(lines)


def encoder_of_mp4() -> str | None:
    """The name of the encoder that MP4 movies are made with; None without PyAV."""
    try:
        av = _pyav()
    except ImportError:
        return None
    return next(name for name in CODECS if _writes(av, name))


@contextmanager
def movie(path: Path, size: tuple[int, int], fps: int) -> Iterator[Encoder]:
    """An encoder whose frames are the file ``path`` when the block ends, and not before.

    ``size`` is (width, height). Raises ExperimentError as `check_movie`, SaveError as `atomic`.
    """
    check_movie(path, size, fps)
    kind = Gif if path.suffix.lower() == ".gif" else Mp4
    with atomic(path) as stream:
        encoder = kind(stream, size, fps)
        try:
            yield encoder
            encoder.finish()
        finally:
            encoder.close()


class Mp4:
    """H.264 in MP4, in the colours of high-definition television."""

    def __init__(self, stream: BinaryIO, size: tuple[int, int], fps: int) -> None:
        self._av = _pyav()
        name = next(n for n in CODECS if _writes(self._av, n))
        self._size = size
        self._container = self._av.open(stream, "w", format="mp4", options={"fflags": "+bitexact"})
        self._stream = self._container.add_stream(name, rate=Fraction(fps))
        context = self._stream.codec_context
        context.width, context.height = size
        context.pix_fmt = "yuv420p"
        context.thread_count = 1
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.options = OPTIONS.get(name, {})
        if name not in OPTIONS:
            context.bit_rate = round(BITS_A_PIXEL * size[0] * size[1] * fps)

    def write(self, frame: Frame) -> None:
        picture = self._av.VideoFrame.from_ndarray(_checked(frame, self._size), format="rgb24")
        shown = picture.reformat(format="yuv420p", dst_colorspace=BT709)
        self._container.mux(self._stream.encode(shown))

    def finish(self) -> None:
        self._container.mux(self._stream.encode(None))

    def close(self) -> None:
        self._container.close()


class Gif:
    """One palette for the whole movie, so that no colour flickers.

    It is known when all frames are, so they wait in a compressed file until then.
    """

    def __init__(self, stream: BinaryIO, size: tuple[int, int], fps: int) -> None:
        self._stream, self._size, self._fps = stream, size, fps
        self._waiting = tempfile.TemporaryFile(prefix="ganlab-gif-")  # noqa: SIM115  closed below
        self._sizes: list[int] = []
        self._counts = np.zeros(BINS**3)
        self._sums = np.zeros((BINS**3, 3))

    def write(self, frame: Frame) -> None:
        packed = zlib.compress(_checked(frame, self._size).tobytes(), 1)
        self._sizes.append(self._waiting.write(packed))
        bins, colours = _bins(frame).ravel(), frame.reshape(-1, 3)
        self._counts += np.bincount(bins, minlength=BINS**3)
        for channel in range(3):
            self._sums[:, channel] += np.bincount(bins, colours[:, channel], BINS**3)

    def finish(self) -> None:
        self._waiting.seek(0)
        palette, index = _palette(self._counts, self._sums)
        _write_gif(self._stream, self._indexed(index), palette, self._size, self._fps)

    def close(self) -> None:
        self._waiting.close()

    def _indexed(self, index: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
        width, height = self._size
        for size in self._sizes:
            raw = zlib.decompress(self._waiting.read(size))
            yield index[_bins(np.frombuffer(raw, np.uint8).reshape(height, width, 3))]


def _palette(
    counts: NDArray[np.float64], sums: NDArray[np.float64]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """(256, 3) colours, and for each of the BINS³ bins the number of the one that stands for it.

    Bins are weighted by the square root of their pixels: thin lines must not lose their colour to
    large grounds.
    """
    from PIL import Image

    used = np.flatnonzero(counts)
    means = np.rint(sums[used] / counts[used, None]).astype(np.uint8)
    if len(used) > MOST_COLOURS:
        weights = np.maximum(1, np.sqrt(counts[used]) / 4).astype(np.int64)
        sample = Image.fromarray(np.repeat(means, weights, axis=0)[None])
        reduced = sample.quantize(MOST_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        colours = np.array(reduced.getpalette(), np.uint8).reshape(-1, 3)
    else:
        colours = means
    palette = np.zeros((MOST_COLOURS, 3), np.uint8)
    palette[: len(colours)] = colours
    away = means[:, None].astype(np.int32) - colours[None].astype(np.int32)
    index = np.zeros(BINS**3, np.uint8)
    index[used] = np.argmin((away**2).sum(2), axis=1)
    return palette, index


def _write_gif(
    stream: BinaryIO,
    frames: Iterator[NDArray[np.uint8]],
    palette: NDArray[np.uint8],
    size: tuple[int, int],
    fps: int,
) -> None:
    """GIF89a that plays for ever; of each frame the rectangle that differs from the one before."""
    from PIL import Image
    from PIL.GifImagePlugin import getdata

    stream.write(b"GIF89a" + _u16(*size) + b"\xf7\x00\x00" + palette.tobytes())
    stream.write(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")
    before = None
    for number, frame in enumerate(frames):
        x0, y0, x1, y1 = _changed(before, frame)
        part = Image.fromarray(np.ascontiguousarray(frame[y0:y1, x0:x1]))
        hundredths = round((number + 1) * 100 / fps) - round(number * 100 / fps)
        stream.writelines(getdata(part, (x0, y0), duration=10 * hundredths, disposal=1))
        before = frame
    stream.write(b"\x3b")


def _changed(
    before: NDArray[np.uint8] | None, frame: NDArray[np.uint8]
) -> tuple[int, int, int, int]:
    """x0, y0, x1, y1 around what is new; one pixel where nothing is."""
    if before is None:
        return 0, 0, frame.shape[1], frame.shape[0]
    new = frame != before
    if not new.any():
        return 0, 0, 1, 1
    ys, xs = np.flatnonzero(new.any(1)), np.flatnonzero(new.any(0))
    return int(xs[0]), int(ys[0]), int(xs[-1]) + 1, int(ys[-1]) + 1


def _bins(frame: Frame) -> NDArray[np.int32]:
    """(h, w) number of the bin of each pixel's colour."""
    r, g, b = (frame[..., channel].astype(np.int32) >> 3 for channel in range(3))
    return (r * BINS + g) * BINS + b


def _u16(*values: int) -> bytes:
    return b"".join(value.to_bytes(2, "little") for value in values)


def _checked(frame: Frame, size: tuple[int, int]) -> Frame:
    if frame.shape != (size[1], size[0], 3) or frame.dtype != np.uint8:
        raise ValueError(f"a frame is {frame.shape} of {frame.dtype}; the movie's size is {size}.")
    return np.ascontiguousarray(frame)


def _pyav() -> ModuleType:
    """Raises ImportError."""
    import av
    import av.video

    return av


def _writes(av: Any, name: str) -> bool:
    try:
        av.Codec(name, "w")
    except Exception:  # PyAV has a class of its own for it in each version
        return False
    return True
