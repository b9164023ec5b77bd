"""The page of the noise mixture and the copyist says what the theory says."""

import math

import numpy as np
import pytest

from ganlab_gui.core.theory.likelihood_quality import data_likelihood, mixture_loss
from ganlab_gui.pages import open_page
from ganlab_gui.pages.page import changed, dragged
from ganlab_gui.pages.plate import Dots, Handle, Line, Rule

PAGE = open_page("likelihood-quality")


def shown(**changes):
    settings = changed(PAGE.settings(), changes)
    return PAGE.plate(settings, {}, str)


def texts(axes):
    return " | ".join(says.text for says in axes.says)


def of(axes, kind):
    return [item for item in axes.items if isinstance(item, kind)]


def test_a_row_a_model_or_one_of_them_large():
    assert [len(row.cells) for row in shown().rows] == [3, 3]
    assert [len(row.cells) for row in shown(part="noise").rows] == [2, 1]
    assert [len(row.cells) for row in shown(part="memory").rows] == [2, 1]
    assert len(PAGE.formulas(PAGE.settings())) == 2
    assert len(PAGE.formulas(changed(PAGE.settings(), {"part": "memory"}))) == 1


def test_both_numbers_stand_side_by_side_and_differ_by_the_loss():
    left, middle, chart = shown(share=0.01, dimension=1000).rows[0].cells
    truth, loss = float(data_likelihood(1000)), mixture_loss(0.01, 1000)
    assert f"= {truth:,.0f}".replace(",", "\u202f") in texts(left)
    assert f"= {truth - loss:,.0f}".replace(",", "\u202f") in texts(middle)
    assert f"loses {loss:.3f} ≤ ln 1/w = {math.log(100):.3f}" in texts(chart)


def test_the_share_of_samples_shown_is_the_share_meant():
    for share, kept in ((0.01, 4), (0.5, 200), (1.0, 400)):
        noise, own = of(shown(share=share).rows[0].cells[1], Dots)
        assert (len(noise.x), len(own.x)) == (400 - kept, kept)


def test_the_loss_stays_below_its_bound_while_likelihood_grows():
    chart = shown(share=0.03).rows[0].cells[2]
    truth, noise, loss = of(chart, Line)
    bound = next(rule for rule in of(chart, Rule) if not rule.upright).at
    assert bound == pytest.approx(-math.log(0.03))
    assert np.nanmax(loss.y) <= bound + 1e-9
    assert truth.y[-1] > 1000 * bound
    assert (noise.y >= loss.y - 1e-9).all()


def test_a_copyists_samples_are_copies_and_its_test_number_falls():
    _, middle, chart = shown(width=1e-4).rows[1].cells
    known, copies = of(middle, Dots)
    gaps = np.hypot(copies.x[:, None] - known.x, copies.y[:, None] - known.y).min(axis=1)
    assert gaps.max() < 1e-3
    train, test = of(chart, Line)
    assert train.y[0] > 10
    assert test.y[0] < -1e4
    assert train.y[0] > train.y[10] > test.y[10] > test.y[0]
    assert "e5 ±" in texts(middle)


def test_handles_change_what_they_stand_on():
    settings = PAGE.settings()
    charts = [row.cells[2] for row in shown().rows]
    assert [of(chart, Handle)[0].key for chart in charts] == ["dimension", "width"]
    assert dragged(settings, PAGE.drag(settings, "dimension", 312.4, 9.0)).dimension == 312
    assert dragged(settings, PAGE.drag(settings, "dimension", 1e6, 9.0)).dimension == 10_000
    assert dragged(settings, PAGE.drag(settings, "width", 0.02, 0.0)).width == 0.02


def test_without_noise_nothing_is_lost():
    plate = shown(share=1.0)
    assert "loses nothing" in plate.caption
    assert "q loses 0.000 ≤ ln 1/w = 0.000" in texts(plate.rows[0].cells[2])
