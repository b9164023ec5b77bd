"""Film strips: which pictures are chosen, how they are labelled, and what is drawn of them."""

from dataclasses import replace

import numpy as np
import pytest
from support.taped import SMALL, Taped

from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.figures import Picture, Style, render
from ganlab_gui.figures.filmstrip import draw_strip, render_strip, strip_caption
from ganlab_gui.figures.strip_rows import Row, Strip, row_of, spread
from ganlab_gui.lab.take import Take, pictures
from ganlab_gui.palette import PALETTES

SMALL_NETS = {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16}


def row(title: str = "", experiment=SMALL, steps=(0, 4, 9)) -> Row:
    take = Take(experiment, steps[-1], "cpu", ())
    shown = pictures(take, steps)
    return Row.of(title, take.experiment, take.scene, take.history, shown)


@pytest.fixture(scope="module")
def ring() -> Row:
    return row()


@pytest.fixture(scope="module")
def line() -> Row:
    return row(experiment=with_values(load_preset("mixture-1d"), SMALL_NETS))


@pytest.fixture(scope="module")
def dirac() -> Row:
    return row(experiment=load_preset("dirac-gan"), steps=(0, 30, 60))


def texts(strip: Strip, style: Style | None = None) -> list[str]:
    return [text.get_text() for text in draw_strip(strip, style or Style(), "png").texts]


def test_steps_are_spread_evenly_or_densely_at_the_beginning():
    assert spread(0, 1000, 5) == [0, 250, 500, 750, 1000]
    assert spread(0, 999, 4, "log") == [0, 9, 99, 999]
    assert spread(10, 12, 6) == [10, 11, 12]


def test_each_step_shows_the_picture_nearest_to_it_and_says_which(ring):
    said = texts(Strip([ring], [1, 5, 100]))
    assert [text for text in said if text.startswith("step")] == ["step 0", "step 4", "step 9"]


def test_a_picture_stands_there_once(ring):
    assert Strip([ring], [0, 1, 3, 5, 9]).steps == (1, 5, 9)


def test_rows_that_differ_say_their_own_steps(ring):
    late = [ring.at(4), ring.at(9)]
    other = Row.of("", ring.experiment, ring.scene, ring.history, late)
    said = texts(Strip([ring, other], [0, 9]))
    assert [text for text in said if text.startswith("step")] == [
        "step 0", "step 9", "step 4", "step 9",
    ]  # fmt: skip
    assert said.count("data") == 2


def test_the_last_column_of_a_plane_is_the_data(ring):
    figure = draw_strip(Strip([ring], [0, 9]), Style(), "png")
    assert len(figure.axes) == 3
    made, data = (ax.images[0].get_array() for ax in figure.axes[1:])
    # Eight modes on a ring of radius 2, seen by one kernel: as much on each side.
    half = data.shape[1] // 2
    assert float(data[:, :half].sum()) == pytest.approx(float(data[:, half:].sum()), rel=0.15)
    assert not np.array_equal(made, data)
    middle = data.shape[0] // 2
    assert data[middle, middle] < 0.01 * data.max()


def test_the_density_is_of_the_generated_samples(ring):
    figure = draw_strip(Strip([ring], [9]), Style(), "png")
    values = np.asarray(figure.axes[0].images[0].get_array())
    points = ring.at(9).fake[0]
    x0, x1, y0, y1 = ring.scene.box
    row_, column = np.unravel_index(values.argmax(), values.shape)
    peak = np.array([
        x0 + (x1 - x0) * column / (values.shape[1] - 1),
        y0 + (y1 - y0) * row_ / (values.shape[0] - 1),
    ])  # fmt: skip
    near = (np.linalg.norm(points - peak, axis=1) < 0.1 * (x1 - x0)).mean()
    assert near > 0.2


def test_samples_instead_of_a_density(ring):
    figure = draw_strip(Strip([ring], [9], "samples"), Style(), "png")
    made, data = figure.axes
    assert not made.images
    assert len(made.collections) == 3  # data, generated, rings around modes
    assert len(data.collections) == 2


def test_a_line_is_drawn_with_one_scale_a_row(line):
    figure = draw_strip(Strip([line], [0, 4, 9]), Style(), "png")
    assert len(figure.axes) == 3
    assert len({ax.get_ylim() for ax in figure.axes}) == 1
    assert len({ax.get_xlim() for ax in figure.axes}) == 1
    for ax, shown in zip(figure.axes, map(line.at, (0, 4, 9)), strict=True):
        np.testing.assert_allclose(ax.lines[1].get_ydata(), shown.p_generated[0], rtol=1e-6)


def test_a_line_without_a_density_is_estimated_from_its_samples(line):
    bare = replace(line.at(9), p_generated=None, xs=None, p_data=None)
    figure = draw_strip(Strip([replace(line, at=lambda step: bare)], [9]), Style(), "png")
    (made,) = figure.axes[0].lines
    xs, values = made.get_data()
    assert float(np.trapezoid(values, xs)) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("density", [0.0, np.nan])
def test_a_line_with_nothing_in_sight_has_an_axis_all_the_same(line, density):
    """All that G makes may lie elsewhere, or no longer be finite."""
    found = line.at(9)
    gone = replace(found, p_data=None, p_generated=np.full_like(found.p_generated, density))
    figure = draw_strip(Strip([replace(line, at=lambda step: gone)], [9]), Style(), "png")
    assert figure.axes[0].get_ylim() == (0, 1.08)


def test_the_dirac_gan_shows_the_path_so_far(dirac):
    figure = draw_strip(Strip([dirac], [0, 30, 60]), Style(), "png")
    lengths = []
    for ax in figure.axes:
        paths = [line for line in ax.lines if line.get_color() == Style().palette.action]
        lengths.append(sum(len(line.get_xdata()) for line in paths))
    assert lengths[0] < lengths[1] < lengths[2]
    assert len({ax.get_xlim() for ax in figure.axes}) == 1


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_the_same_strip_is_the_same_bytes(ring, kind):
    strip = Strip([ring], [0, 9])
    first = render_strip(strip, Style(palette=PALETTES["dark"]), kind)
    assert first == render_strip(strip, Style(palette=PALETTES["dark"]), kind)


def test_no_word_leaves_the_sheet_or_covers_another(ring, line, dirac):
    long = "A title that is far too long to stand beside a picture as small as these on one line"
    rows = [replace(r, title=t) for r, t in ((ring, long), (line, "Line"), (dirac, "θ and ψ"))]
    for width in (60, 170):
        figure = draw_strip(Strip(rows, [0, 4, 9]), Style(width_mm=width), "png")
        boxes = [t.get_window_extent(figure.canvas.get_renderer()) for t in figure.texts]
        boxes += [ax.bbox for ax in figure.axes]
        for number, box in enumerate(boxes):
            assert box.x0 > -1
            assert box.y0 > -1
            assert box.x1 < figure.bbox.x1 + 1
            assert box.y1 < figure.bbox.y1 + 1
            assert not any(box.padded(-0.5).overlaps(b.padded(-0.5)) for b in boxes[:number])


def test_a_height_is_kept(ring):
    figure = draw_strip(Strip([ring, ring], [0, 9]), Style(width_mm=170, height_mm=60), "png")
    assert figure.get_size_inches() * 25.4 == pytest.approx([170, 60], abs=0.2)
    assert min(ax.bbox.y0 for ax in figure.axes) > 0


def test_a_branch_is_a_row_with_its_parents_pictures():
    taped = Taped()
    taped.step(3)
    taped.step(3)
    taped.keep()
    taped.fork(6, "k = 5")
    taped.step(3)
    found = row_of(taped.recording)
    assert found.steps == [3, 6, 9]
    assert found.title.endswith(" · k = 5")
    assert row_of(taped.recording, 0).steps == [3, 6]


def test_the_caption_tells_how_it_was_drawn_and_the_settings(ring, line):
    said = strip_caption(Strip([ring, line], [0, 9]))
    assert "experiments from top to bottom" in said
    assert "kernel estimate from 1\u2009000 samples, 2.5 % of the picture wide" in said
    assert said.count("after 9 training steps") == 2


def test_as_a_figure_of_one_experiment(ring):
    picture = Picture(
        ring.experiment, ring.scene, ring.at(9), ring.history, {"steps": [0, 4]},
        pictures=[ring.at(0), ring.at(4), ring.at(9)],
    )  # fmt: skip
    assert render("strip", picture, format="png") == render_strip(
        Strip([ring], [0, 4]), format="png"
    )


def test_what_cannot_be_drawn_is_said(ring):
    with pytest.raises(ValueError, match="recorded pictures in every row"):
        Strip([replace(ring, steps=())], [0])
    with pytest.raises(ValueError, match="1 to 40 steps, not 0"):
        Strip([ring], [])
