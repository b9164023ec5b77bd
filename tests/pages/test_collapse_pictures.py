"""Four pictures of one run: which moments they show, and what is said where some are missing."""

import numpy as np
import pytest

from ganlab_gui.experiment.io import load_preset
from ganlab_gui.lab.studies import study
from ganlab_gui.pages import collapse_pictures as page
from ganlab_gui.pages.collapse_pictures import PAGE, CollapseSettings
from ganlab_gui.pages.page import Found, dragged
from ganlab_gui.pages.plate import Dots, Ground, Handle

EARLY = CollapseSettings(t=4, k=8)


@pytest.fixture(scope="module")
def run():
    request = page.request_of(EARLY)
    *_, (_, result) = study(request.study)(**(dict(request.arguments) | {"steps": 14}))
    return result


def drawn(run, settings=EARLY):
    found = Found(page.request_of(settings), 0.1, run)
    return PAGE.plate(settings, {"collapse-pictures": found}, str)


def test_the_pictures_are_those_of_t_half_way_and_t_plus_k(run):
    data, before, d, after = drawn(run).rows[0].cells
    assert [c.title for c in (before, d, after)] == [
        "2  p_g at step 4", "3  D at step 8", "4  p_g at step 12",
    ]  # fmt: skip
    dots = [i for i in before.items if isinstance(i, Dots) and i.role == "generated"]
    assert np.array_equal(np.stack([dots[0].x, dots[0].y], 1), run["samples"][2])
    ground = next(i for i in d.items if isinstance(i, Ground))
    assert np.array_equal(ground.values, run["d"][4])
    assert not data.note


def test_the_caption_says_what_the_run_says(run):
    shares = run["shares"][2]
    caption = drawn(run).caption
    assert (
        f"{100 * shares.max():.0f} % of the samples are nearest to mode {shares.argmax() + 1}"
        in (caption)
    )
    assert "4 steps later D finds" in caption


def test_what_is_not_there_yet_is_being_computed(run):
    _, before, d, after = drawn(run, CollapseSettings(t=4, k=30)).rows[0].cells
    assert not before.note
    assert d.note == after.note == "computing…"
    nothing = PAGE.plate(EARLY, {}, str)
    assert all(cell.note for cell in nothing.rows[0].cells[1:])
    older = Found(page.request_of(CollapseSettings(seed=5)), 1.0, run)
    again = PAGE.plate(EARLY, {"collapse-pictures": older}, str)
    assert again.caption == nothing.caption
    assert all(cell.note for cell in again.rows[0].cells[1:])


def test_the_marked_modes_are_the_data_s(run):
    data = load_preset("ring-collapse").data
    assert (data.modes, data.radius) == (page.MODES, page.RADIUS)
    places = page.RADIUS * np.stack([np.cos(page.ANGLES), np.sin(page.ANGLES)], 1)
    assert run["centres"] == pytest.approx(places, abs=1e-6)


def test_every_moment_that_can_be_asked_for_is_taken():
    last = page.moments(CollapseSettings(t=page.LATEST, k=page.FARTHEST))[2]
    assert last * page.EVERY == page.STEPS


def test_t_is_dragged_on_the_strip(run):
    strip = drawn(run).rows[1].cells[0]
    handle = next(i for i in strip.items if isinstance(i, Handle))
    assert dragged(EARLY, PAGE.drag(EARLY, handle.key, 301.4, 0.0)).t == 301
    assert dragged(EARLY, PAGE.drag(EARLY, handle.key, 5000.0, 0.0)).t == page.LATEST
