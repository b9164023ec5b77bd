"""The page on JS and Wasserstein: its numbers are those of theory, and its estimates the lab's."""

import numpy as np
import pytest

from ganlab_gui.core.measures import CellEstimate, wasserstein1
from ganlab_gui.core.theory.shift_mixtures import PAIRS
from ganlab_gui.core.theory.shift_samples import BOX, draw
from ganlab_gui.pages import open_page
from ganlab_gui.pages.js_wasserstein import THETAS, flat, number
from ganlab_gui.pages.js_wasserstein_pair import bare_mass
from ganlab_gui.pages.page import changed, dragged
from ganlab_gui.pages.plate import Area, Handle

PAGE = open_page("js-wasserstein")


def plate(**settings):
    return PAGE.plate(changed(PAGE.settings(), settings), {}, str)


@pytest.mark.parametrize("family", PAIRS)
def test_the_table_is_theory_and_the_lab_s_estimates(family: str):
    table = plate(family=family, theta=0.75, n=300, draw=4).rows[0].cells[1]
    pair, samples = PAIRS[family], draw(family, 300, 4)
    js, w1, kl, tv, stray = table.rows
    assert js[1] == number(float(pair.js(0.75)))
    assert w1[1] == number(float(pair.w1(0.75)))
    assert kl[1] == number(float(pair.kl(0.75)))
    assert tv[1] == number(float(pair.tv(0.75)))
    low = (-BOX, -BOX / 2) if family == "segments" else -BOX
    high = (BOX, BOX / 2) if family == "segments" else BOX
    assert js[2] == number(CellEstimate(samples.p, low, high).js(samples.moved(0.75)))
    assert w1[2] == number(wasserstein1(samples.p, samples.moved(0.75)))
    assert stray[2].endswith("\u202f%")
    assert (js[4], w1[4]) == tuple(number(v) for v in samples.slopes(0.75))


@pytest.mark.parametrize("family", PAIRS)
def test_each_slope_is_its_curve_s(family: str):
    for curve, slope in (
        (PAIRS[family].js, PAIRS[family].d_js),
        (PAIRS[family].w1, PAIRS[family].d_w1),
    ):
        values, steps = curve(THETAS), slope(THETAS)
        middle = (values[2:] - values[:-2]) / (THETAS[2:] - THETAS[:-2])
        smooth = np.isfinite(steps[1:-1]) & np.isfinite(steps[2:]) & np.isfinite(steps[:-2])
        assert np.abs(middle - steps[1:-1])[smooth].max() < 0.1


def test_flat_is_where_uniforms_do_not_touch_and_segments_everywhere():
    pair = PAIRS["uniforms"]
    found = flat(pair.js(THETAS), pair.d_js(THETAS))
    assert np.array_equal(found, np.abs(THETAS) > 1)
    pair = PAIRS["segments"]
    assert flat(pair.js(THETAS), pair.d_js(THETAS)).sum() == len(THETAS) - 1
    assert "JS is flat here, at 100 % of ln 2" in plate(theta=2.0).caption
    assert "wrong way" in plate(family="mixtures", theta=2.0).caption
    assert "a little apart" in plate(family="mixtures", theta=-0.1).caption
    assert "hardly slopes" in plate(family="mixtures", theta=3.0).caption
    assert "but JS ends in a valley" in plate(family="mixtures", theta=4.0).caption
    assert "Both tell the way" in plate(family="mixtures", theta=1.0).caption
    assert "kink" in plate(theta=1.0).caption
    assert "equal" in plate(theta=0.0).caption


def test_what_makes_kl_infinite_is_shaded_with_its_size():
    assert bare_mass("uniforms", -0.3) == pytest.approx(0.3)
    assert bare_mass("segments", 0.1) == 1.0
    assert bare_mass("gaussians", 5.0) == 0.0
    pair = plate(theta=0.3).rows[0].cells[0]
    area = next(i for i in pair.items if isinstance(i, Area) and i.role == "danger")
    seen = np.isfinite(area.high)
    assert np.trapezoid((area.high - area.low)[seen], area.x[seen]) == pytest.approx(0.3, abs=1e-6)
    assert any("0.3, so KL(p‖q) = ∞" in says.text for says in pair.says)
    assert any("finite" in s.text for s in plate(family="gaussians").rows[0].cells[0].says)


@pytest.mark.parametrize("family", PAIRS)
def test_q_follows_its_handle(family: str):
    settings = changed(PAGE.settings(), {"family": family, "theta": 1.0})
    handle = next(
        i for i in PAGE.plate(settings, {}, str).rows[0].cells[0].items if isinstance(i, Handle)
    )
    assert dragged(settings, PAGE.drag(settings, "q", handle.x + 0.5, 0.0)).theta == 1.5
    assert dragged(settings, PAGE.drag(settings, "here", 99.0, 0.0)).theta == THETAS[-1]
    assert PAGE.drag(settings, "here", 0.01, 0.0) == {"theta": 0.0}
