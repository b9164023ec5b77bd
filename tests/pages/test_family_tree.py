"""The tree can be clicked, its boxes lie apart, and every formula is one."""

from typing import get_args

import pytest
from matplotlib.mathtext import MathTextParser

from ganlab_gui.core.theory.family import BRANCHES, LEAVES
from ganlab_gui.pages.family_tree import PAGE, FamilySettings, LeafName
from ganlab_gui.pages.page import changed
from ganlab_gui.pages.plate import Box, Label


def boxes(settings):
    return [i for i in PAGE.plate(settings, {}, str).rows[0].cells[0].items if isinstance(i, Box)]


def test_the_setting_offers_every_leaf():
    assert get_args(LeafName) == tuple(LEAVES)


def test_a_click_on_a_leaf_chooses_it():
    settings = FamilySettings()
    for box in boxes(settings):
        there = changed(settings, PAGE.click(settings, box.key))
        if box.key:
            assert [b.key for b in boxes(there) if b.chosen] == [box.key]
        else:
            assert there == settings


def test_no_two_boxes_overlap():
    found = boxes(FamilySettings())
    assert len(found) == len(LEAVES) + len(BRANCHES)
    for k, a in enumerate(found):
        for b in found[k + 1 :]:
            assert a.x1 < b.x0 or b.x1 < a.x0 or a.y1 < b.y0 or b.y1 < a.y0, (a.text, b.text)


def test_boxes_lie_within_the_picture():
    cell = PAGE.plate(FamilySettings(), {}, str).rows[0].cells[0]
    for box in boxes(FamilySettings()):
        assert cell.x[0] <= box.x0
        assert box.x1 <= cell.x[1]
        assert cell.y[0] <= box.y0
        assert box.y1 <= cell.y[1]


@pytest.mark.parametrize("leaf", LEAVES)
def test_every_leaf_has_its_formula_its_cost_and_where_to_find_it(leaf):
    settings = FamilySettings(leaf=leaf)
    for line in PAGE.formulas(settings):
        MathTextParser("path").parse(line)
    caption = PAGE.plate(settings, {}, str).caption
    assert LEAVES[leaf].effort in caption
    assert ("In the lab" in caption) == bool(LEAVES[leaf].presets)


def test_the_sticks_say_the_passes():
    cell = PAGE.plate(FamilySettings(n=3072, steps=50), {}, str).rows[1].cells[0]
    texts = [i.text for i in cell.items if isinstance(i, Label)]
    assert texts == ["3\u202f072", "1", "1", "50", "50 …", "50 …", "1", "1"]


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_ways_on_are_those_of_the_leaf(leaf):
    ways = PAGE.ways(FamilySettings(leaf=leaf))
    assert {way.preset for way in ways if way.preset} == set(LEAVES[leaf].presets)
    assert ways[-1].page == "maximum-likelihood"
