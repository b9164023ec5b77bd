"""Which way KL runs: what the page says is what the fits are."""

import numpy as np
import pytest

from ganlab_gui.core.theory import local_minima
from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES
from ganlab_gui.lab.studies import study
from ganlab_gui.pages.page import Found, changed, dragged
from ganlab_gui.pages.plate import Axes, Dots, Ground, Handle, Line, Table
from ganlab_gui.pages.which_way_kl import PAGE, WhichWayKlSettings, humps, requests


@pytest.fixture(scope="module")
def finds():
    """The whole answers of the quadrature, and a little training."""
    found = {}
    for request in requests(WhichWayKlSettings()):
        answers = study(request.study)(**request.arguments)
        if request.study == "gaussian-training":
            share, result = [next(answers) for _ in range(3)][-1]
        else:
            (*_, (share, result)) = answers
        found[request.study] = Found(request, share, result)
    return found


def cells(plate):
    return [cell for row in plate.rows for cell in row.cells]


def test_the_table_has_the_global_minima_of_all_nine(finds):
    settings = WhichWayKlSettings()
    table = next(c for c in cells(PAGE.plate(settings, finds, str)) if isinstance(c, Table))
    mixture = tuple(zip(*humps(settings).values(), strict=True))
    assert table.keys == tuple(F_DIVERGENCES)
    for name, row in zip(table.keys, table.rows, strict=True):
        minima = local_minima(*mixture, name)
        shown = [float(text.replace("−", "-")) for text in row[1:4]]
        assert shown == pytest.approx(minima[0], abs=6e-4)
        assert row[4] == (str(len(minima) - 1) if len(minima) > 1 else "")
    assert table.chosen == 1
    assert PAGE.click(settings, "kl") == {"divergence": "kl"}


def test_minima_are_marked_and_local_ones_told_apart(finds):
    density, landscape, _, training = cells(PAGE.plate(WhichWayKlSettings(), finds, str))
    marks = [i for i in landscape.items if isinstance(i, Dots) and i.marker == "d"]
    assert [(len(m.x), m.hollow) for m in marks] == [(2, True), (1, False)]
    assert any(isinstance(i, Ground) for i in landscape.items)
    lines = [i for i in density.items if isinstance(i, Line)]
    assert sum(line.width >= 2 for line in lines) == 1
    assert sum(line.role == "quiet" for line in lines) == 8
    chosen = next(line for line in lines if line.width >= 2)
    assert np.trapezoid(chosen.y, chosen.x) == pytest.approx(1, abs=1e-3)
    assert not density.note
    assert not training.note


def test_what_belongs_to_other_settings_is_not_shown(finds):
    other = changed(WhichWayKlSettings(), {"mean_1": -3.0})
    plate = PAGE.plate(other, finds, str)
    assert all(cell.note for cell in cells(plate) if isinstance(cell, Axes))
    table = next(c for c in cells(plate) if isinstance(c, Table))
    assert {row[1] for row in table.rows} == {"…"}


def test_another_divergence_keeps_the_nine_fits(finds):
    settings = changed(WhichWayKlSettings(), {"divergence": "kl"})
    density, landscape, table, _ = cells(PAGE.plate(settings, finds, str))
    assert not density.note
    assert landscape.note
    assert table.rows[0][1] != "…"


def test_handles_move_humps_and_the_start():
    settings = WhichWayKlSettings()
    assert dragged(settings, PAGE.drag(settings, "mean_1", -4.0, 0.3)).mean_1 == -4.0
    assert dragged(settings, PAGE.drag(settings, "std_2", 3.5, 0.3)).std_2 == 1.5
    assert dragged(settings, PAGE.drag(settings, "std_2", -3.5, 0.3)).std_2 == 0.2
    there = dragged(settings, PAGE.drag(settings, "start", 1.0, np.log10(2.0)))
    assert (there.start_mu, there.start_sigma) == pytest.approx((1.0, 2.0))


def test_a_third_hump_appears_with_its_weight():
    settings = changed(WhichWayKlSettings(), {"weight_3": 1.0})
    assert [w for _, _, w in humps(settings).values()] == pytest.approx([0.2, 0.3, 0.5])
    density = cells(PAGE.plate(settings, {}, str))[0]
    assert sum(isinstance(i, Handle) for i in density.items) == 6


PUBLISHED = {
    "kl": (1.0100, 1.8308, 0.2831),
    "reverse-kl": (1.5782, 1.6319, 0.2480),
    "jensen-shannon": (1.3070, 1.7542, 0.1280),
    "jeffrey": (1.3218, 1.7034, 0.5705),
    "pearson": (0.5737, 1.9274, 0.6457),
}
"""μ*, σ* and D_f by divergence (Nowozin et al. 2016, table 2, recalled)."""


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_mixture_has_the_published_fits(name):
    settings = changed(WhichWayKlSettings(), PAGE.click(WhichWayKlSettings(), "published"))
    mixture = tuple(zip(*humps(settings).values(), strict=True))
    assert local_minima(*mixture, name)[0] == pytest.approx(PUBLISHED[name], abs=1e-3)


def test_every_handle_stays_in_the_picture():
    settings = changed(WhichWayKlSettings(), {"mean_3": 6.0, "std_3": 3.0, "weight_3": 0.5})
    density = PAGE.plate(settings, {}, str).rows[0].cells[0]
    handles = [item for item in density.items if isinstance(item, Handle)]
    assert len(handles) == 6
    assert all(density.x[0] <= h.x <= density.x[1] for h in handles)
    assert all(density.y[0] <= h.y <= density.y[1] for h in handles)
