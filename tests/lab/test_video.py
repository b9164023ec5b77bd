"""Movies as files: what is written is read back by the libraries' own decoders."""

import sys
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.lab.files import SaveError
from ganlab_gui.lab.video import MISSING, check_movie, movie

SIZE = (64, 48)
AMBER, GREEN = (240, 166, 58), (47, 191, 143)


def frames(count: int = 6) -> list[np.ndarray]:
    """A green square that wanders over dark ground, and an amber one that stays."""
    made = []
    for number in range(count):
        frame = np.full((SIZE[1], SIZE[0], 3), (27, 31, 38), np.uint8)
        frame[4:20, 4:20] = AMBER
        frame[24:40, 8 + 4 * number : 24 + 4 * number] = GREEN
        made.append(frame)
    return made


def write(path: Path, fps: int = 10) -> bytes:
    with movie(path, SIZE, fps) as out:
        for frame in frames():
            out.write(frame)
    return path.read_bytes()


def test_an_mp4_plays_back(tmp_path):
    write(tmp_path / "a.mp4")
    with av.open(str(tmp_path / "a.mp4")) as container:
        stream = container.streams.video[0]
        shown = [picture.to_ndarray(format="rgb24") for picture in container.decode(stream)]
        assert stream.average_rate == 10
        assert stream.codec_context.pix_fmt == "yuv420p"
    assert len(shown) == 6
    assert shown[0].shape == (SIZE[1], SIZE[0], 3)
    for number, picture in enumerate(shown):
        np.testing.assert_allclose(picture[8:16, 8:16].mean((0, 1)), AMBER, atol=4)
        middle = picture[30:34, 14 + 4 * number : 18 + 4 * number].mean((0, 1))
        np.testing.assert_allclose(middle, GREEN, atol=6)


def test_a_gif_plays_back_exactly(tmp_path):
    write(tmp_path / "a.gif")
    with Image.open(tmp_path / "a.gif") as image:
        assert (image.n_frames, image.size, image.info["loop"]) == (6, SIZE, 0)
        for number, frame in enumerate(frames()):
            image.seek(number)
            assert image.info["duration"] == 100
            np.testing.assert_array_equal(np.asarray(image.convert("RGB")), frame)


def test_a_gif_keeps_its_length_at_a_rate_it_cannot_count(tmp_path):
    write(tmp_path / "a.gif", fps=30)
    with Image.open(tmp_path / "a.gif") as image:
        shown = []
        for number in range(image.n_frames):
            image.seek(number)
            shown.append(image.info["duration"])
    assert set(shown) == {30, 40}
    assert sum(shown) == 200


def test_colours_of_a_gif_do_not_flicker(tmp_path):
    """More colours than its palette has: what stands still keeps the colour it is given."""
    noise = np.random.default_rng(0).integers(0, 256, (4, SIZE[1], SIZE[0], 3), np.uint8)
    noise[:, :24] = noise[0, :24]
    with movie(tmp_path / "a.gif", SIZE, 10) as out:
        for frame in noise:
            out.write(frame)
    with Image.open(tmp_path / "a.gif") as image:
        shown = []
        for number in range(4):
            image.seek(number)
            shown.append(np.asarray(image.convert("RGB")))
    for picture in shown[1:]:
        np.testing.assert_array_equal(picture[:24], shown[0][:24])
    assert np.abs(shown[0].astype(int) - noise[0]).mean() < 25
    assert (shown[0][24:] != shown[1][24:]).any()


@pytest.mark.parametrize("kind", ["mp4", "gif"])
def test_the_same_frames_are_the_same_bytes(tmp_path, kind):
    assert write(tmp_path / f"a.{kind}") == write(tmp_path / f"b.{kind}")


@pytest.mark.parametrize("kind", ["mp4", "gif"])
def test_a_movie_that_is_broken_off_leaves_nothing(tmp_path, kind):
    path = tmp_path / f"a.{kind}"
    path.write_bytes(b"before")

    def broken() -> None:
        with movie(path, SIZE, 10) as out:
            out.write(frames()[0])
            out.write(np.zeros((8, 8, 3), np.uint8))

    with pytest.raises(ValueError, match="the movie's size is"):
        broken()
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    with (
        pytest.raises(SaveError, match="does not exist"),
        movie(tmp_path / "no" / "a.gif", SIZE, 10),
    ):
        pass


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(ExperimentError) as error:
        check_movie(Path("a.avi"), (641, 5000), 1000)
    assert error.value.lines == [
        "a.avi: a movie's name must end in .mp4 or .gif.",
        "movie size: is 641x5000; allowed: even numbers from 16 to 4096.",
        "frames a second: is 1000; a movie may have 1 to 120.",
    ]
    with pytest.raises(ExperimentError, match="is 60; a GIF may have 1 to 50"):
        check_movie(Path("a.gif"), SIZE, 60)


def test_without_the_encoder_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(ExperimentError) as error:
        check_movie(tmp_path / "a.mp4", SIZE, 30)
    assert error.value.lines == [MISSING + "."]
    assert 'pip install "ganlab-gui[video]"' in MISSING
    check_movie(tmp_path / "a.gif", SIZE, 30)
