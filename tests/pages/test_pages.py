"""Every theory page draws itself whole, at its defaults and at the ends of every setting."""

import dataclasses

import numpy as np
import pytest

from ganlab_gui.experiment.io import ExperimentError, preset_names
from ganlab_gui.experiment.knobs import settings_in
from ganlab_gui.lab.studies import STUDIES
from ganlab_gui.pages import PAGES, open_page
from ganlab_gui.pages.page import changed, dragged
from ganlab_gui.pages.plate import Axes, Handle, Table
from ganlab_gui.resources import resource


def cells(plate):
    return [cell for row in plate.rows for cell in row.cells]


def check(plate):
    """What both painters rely on."""
    assert plate.rows
    for row in plate.rows:
        assert not row.widths or len(row.widths) == len(row.cells)
    for cell in cells(plate):
        if isinstance(cell, Table):
            assert all(len(line) == len(cell.headers) for line in cell.rows)
            assert len(cell.roles) in (0, len(cell.rows))
            assert len(cell.keys) in (0, len(cell.rows))
            continue
        for low, high in (cell.x, cell.y):
            assert np.isfinite([low, high]).all()
            assert low < high
        assert not (cell.log_x and cell.x[0] <= 0)
        assert not (cell.log_y and cell.y[0] <= 0)
        for item in cell.items:
            arrays = [v for v in vars(item).values() if isinstance(v, np.ndarray) and v.ndim == 1]
            assert len({len(a) for a in arrays}) <= 1, item
            assert getattr(item, "side", "left") == "left" or cell.right is not None


@pytest.mark.parametrize("name", PAGES)
def test_a_page_draws_its_defaults_and_says_something(name):
    page = open_page(name)
    plate = page.plate(page.settings(), {}, str)
    check(plate)
    assert plate.caption or any(cell.note for cell in cells(plate) if isinstance(cell, Axes))
    assert page.source


@pytest.mark.parametrize("name", PAGES)
def test_a_page_draws_every_end_of_every_setting(name):
    page = open_page(name)
    for setting in settings_in(page.settings):
        ends = setting.knob.slider or (setting.low, setting.high)
        values = setting.choices or ((True, False) if setting.kind == "bool" else ends)
        for value in values:
            if value is None or setting.kind not in ("bool", "int", "float", "choice"):
                continue
            settings = changed(
                page.settings(), {setting.path: int(value) if setting.kind == "int" else value}
            )
            check(page.plate(settings, {}, str))


@pytest.mark.parametrize("name", PAGES)
def test_formulas_are_mathtext_that_parses(name):
    from matplotlib.mathtext import MathTextParser

    page = open_page(name)
    parser = MathTextParser("path")
    lines = page.formulas(page.settings())
    assert lines
    for line in lines:
        assert line.count("$") >= 2
        parser.parse(line)


@pytest.mark.parametrize("name", PAGES)
def test_every_handle_can_be_dragged_anywhere(name):
    page = open_page(name)
    settings = page.settings()
    for cell in cells(page.plate(settings, {}, str)):
        for handle in (i for i in getattr(cell, "items", ()) if isinstance(i, Handle)):
            moved = [
                dragged(settings, page.drag(settings, handle.key, x, y))
                for x in (*cell.x, sum(cell.x) / 2)
                for y in (*cell.y, sum(cell.y) / 2)
            ]
            for there in moved:
                check(page.plate(there, {}, str))
            assert any(there != settings for there in moved), handle.key


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_help_in_both_languages(name):
    for language in ("en", "zh"):
        text = (resource("help") / "pages" / f"{name}-{language}.md").read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert len(text) > 200


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_refers_to_is_there(name):
    page = open_page(name)
    for link in page.ways(page.settings()):
        assert bool(link.preset) != bool(link.page)
        assert not link.preset or link.preset in preset_names()
        assert not link.page or link.page in PAGES
    for request in page.requests(page.settings()):
        assert request.study in STUDIES
    if page.sweep is not None:
        known = {s.path: s for s in settings_in(page.settings)}
        setting = known[page.sweep.path]
        assert setting.kind in ("int", "float")
        assert setting.low is not None


def test_an_unknown_page_is_refused_with_the_names_there_are():
    with pytest.raises(ValueError, match="no such page; there are: optimal-discriminator"):
        open_page("nothing")


def test_a_setting_out_of_bounds_is_refused_and_a_drag_is_held_at_the_bound():
    settings = open_page("loss-shapes").settings()
    with pytest.raises(ExperimentError, match=r"page: logit: is 9\.0; must be at most 8"):
        changed(settings, {"logit": 9.0})
    assert dragged(settings, {"logit": 9.0}).logit == 8.0
    with pytest.raises(dataclasses.FrozenInstanceError):
        PAGES["scores"].title = ""
