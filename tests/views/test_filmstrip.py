"""Small pictures of what was recorded, the line they stand on, and curves of a part of it."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot
from support.taped import SMALL, Taped

from ganlab_gui.experiment.io import with_values
from ganlab_gui.lab.history import ROW_COLUMNS, Table
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import PALETTES
from ganlab_gui.views.digest import Digest
from ganlab_gui.views.filmstrip import FilmStrip
from ganlab_gui.views.miniature import miniature
from ganlab_gui.views.timescale import TimeScale

DARK = PALETTES["dark"]
LINE = with_values(SMALL, {"data.name": "gaussian", "noise.dim": 1})
DIRAC = with_values(SMALL, {"data.name": "dirac"})


def pixels(picture: QPixmap, colour: str) -> list[tuple[int, int]]:
    """Where a picture has just that colour."""
    image, wanted = picture.toImage(), QColor(colour).rgb()
    whole = [(x, y) for y in range(image.height()) for x in range(image.width())]
    return [place for place in whole if image.pixel(*place) == wanted]


def seen(tape: Taped) -> tuple[Snapshot, Scene]:
    tape.step(1)
    return tape.recording.pictures()[-1][1], tape.recording.branch.scene


@pytest.mark.usefixtures("qapp")
def test_generated_points_are_where_they_were() -> None:
    picture, scene = seen(Taped())
    corner = np.array([scene.box[0] + 0.1, scene.box[3] - 0.1], np.float32)
    assert picture.fake is not None
    fake = np.broadcast_to(corner, picture.fake.shape)
    drawn = pixels(miniature(replace(picture, fake=fake), scene, 0, 60, DARK), DARK.generated)
    assert drawn
    assert max(x for x, _ in drawn) < 6
    assert max(y for _, y in drawn) < 6
    assert not pixels(miniature(replace(picture, fake=None), scene, 0, 60, DARK), DARK.generated)


@pytest.mark.usefixtures("qapp")
def test_a_line_of_density_is_drawn_also_from_points_alone() -> None:
    picture, scene = seen(Taped(LINE))
    for seen_ in (picture, replace(picture, p_generated=None, p_data=None, xs=None)):
        image = miniature(seen_, scene, 0, 60, DARK, density=2.0)
        assert image.width() == 120
        assert (
            image.toImage()
            != miniature(
                replace(seen_, fake=None, p_generated=None), scene, 0, 60, DARK, density=2.0
            ).toImage()
        )


@pytest.mark.usefixtures("qapp")
def test_points_that_are_not_finite_are_left_out() -> None:
    picture, scene = seen(Taped())
    assert picture.fake is not None
    broken = replace(picture, fake=np.full_like(picture.fake, np.nan))
    nothing = replace(picture, fake=None)
    drawn = [miniature(p, scene, 0, 40, DARK).toImage() for p in (broken, nothing)]
    assert drawn[0] == drawn[1]


def test_pictures_stand_at_round_steps_and_stay_there_as_the_line_grows() -> None:
    line = TimeScale(0, 3_000, 20, 620)
    assert line.spread(50) == [*range(0, 2_751, 250), 3_000]
    grown = TimeScale(0, 3_040, 20, 620).spread(50)
    assert set(grown) - {3_040, 0} <= {0, *range(0, 3_001, 300)}
    assert TimeScale(0, 0, 20, 620).spread(50) == [0]
    assert TimeScale(5, 7, 20, 620).spread(50) == [5, 6, 7]
    for end in (1, 9, 77, 12_345, 1_000_000):
        steps = TimeScale(0, end, 10, 300).spread(48)
        places = [TimeScale(0, end, 10, 300).x(step) for step in steps]
        assert steps[-1] == end
        assert min(np.diff(places), default=48) >= 0.86 * 48 - 1e-6


def test_a_pixel_is_a_step_within_the_line() -> None:
    line = TimeScale(100, 300, 10, 210)
    assert [line.step(x) for x in (-5, 10, 110, 210, 999)] == [100, 100, 200, 300, 300]
    assert line.x(200) == 110


def test_only_new_pictures_are_drawn_and_the_shown_one_is_clicked_first(qtbot: QtBot) -> None:
    tape = Taped()
    for _ in range(6):
        tape.step(10)
    strip = FilmStrip("strip")
    qtbot.addWidget(strip)
    strip.set_look(DARK, 1.0, False)
    strip.resize(400, strip.height())
    strip.show()
    scene, line = tape.recording.branch.scene, TimeScale(0, 60, 25, 375)
    strip.show_recording(tape.recording, scene, line, None, 0)
    assert [step for step, _ in strip.frames] == [10, 20, 30, 40, 50, 60]
    assert (strip.shown, strip.drawn) == (60, 6)
    strip.show_recording(tape.recording, scene, line, 30, 0)
    assert (strip.shown, strip.drawn, strip.frames[-1][0]) == (30, 6, 30)
    tape.step(10)
    strip.show_recording(tape.recording, scene, TimeScale(0, 70, 25, 375), None, 0)
    assert strip.drawn == 7
    with qtbot.waitSignal(strip.asked) as asked:
        x = round(strip.frames[0][1])
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert asked.args == [10]


def filled(rows: int, value: float) -> Table:
    table = Table(ROW_COLUMNS, 1)
    table.extend(np.arange(1, rows + 1), np.full((rows, 1, len(ROW_COLUMNS)), value, np.float32))
    return table


def test_a_part_of_a_table_is_drawn_from_the_blocks_of_the_whole() -> None:
    table, digest = filled(200_000, 1.0), Digest()
    digest.update(table)
    kept = digest._kept
    part = table.until(150_000)
    digest.update(part)
    assert digest._kept is kept
    blocks = digest.blocks(part, "d_loss", 0, len(part), 256)
    assert blocks.count.sum() == len(part) == 150_000
    digest.update(table)
    assert digest._kept is kept


def test_a_table_that_was_cut_and_went_on_otherwise_is_digested_again() -> None:
    table, digest = filled(200_000, 1.0), Digest()
    digest.update(table)
    table.truncate(100_000)
    new = np.full((20_000, 1, len(ROW_COLUMNS)), 3.0, np.float32)
    table.extend(np.arange(100_001, 120_001), new)
    digest.update(table.until(119_000))
    blocks = digest.blocks(table, "d_loss", 0, len(table), 256)
    assert blocks.total.max() == 3 * 256
