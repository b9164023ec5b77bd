"""The plane on paper: how D is read, several generators, classes, averages."""

import io
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.image import imread

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures import Picture, Style, render
from ganlab_gui.figures.panels import figure_plane
from ganlab_gui.lab.history import History
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.trainer import Trainer

FIELDS = frozenset({"d", "optimum", "density", "samples", "gradients", "average"})


def drawn(options=None, runs=1, **values):
    """A picture of small networks on the ring after a few steps."""
    small = {"data.name": "ring", "generator.hidden": (8,), "discriminator.hidden": (8,)}
    trainer = Trainer(with_values(Experiment(runs=runs), small | values), device="cpu")
    trainer.step(3)
    probe, options = Probe(trainer), options or {}
    snapshot = probe.snapshot(Needs(FIELDS, 120, 16, (), label=options.get("label")))
    return Picture(trainer.experiment, probe.scene(), snapshot, History(runs, 8), options)


def said(picture, name="plane"):
    svg = ElementTree.fromstring(render(name, picture, Style(width_mm=250), "svg"))
    return ["".join(e.itertext()).strip() for e in svg.iter("{http://www.w3.org/2000/svg}text")]


def markers(figure):
    """Colour to number of points of the scatters on the plane."""
    return {to_hex(c.get_facecolor()[0]): len(c.get_offsets()) for c in figure.axes[0].collections
            if len(c.get_offsets()) > 1 and len(c.get_facecolor())}  # fmt: skip


def test_each_generator_has_its_colour_and_its_name():
    picture = drawn(**{"generator.count": 4})
    found = markers(figure_plane(picture, Style()))
    assert [found[colour] for colour in Style().palette.kinds[:4]] == [30, 30, 30, 30]
    texts = said(picture)
    assert {"G₁", "G₂", "G₃", "G₄"} <= set(texts)
    assert "generated" not in texts


def test_classes_are_coloured_and_the_chosen_one_is_named():
    texts = said(drawn(**{"training.conditional": True}))
    assert {"data, by class", "y = 1", "y = 8", "mean over classes"} <= set(texts)
    picture = drawn({"label": 2}, **{"training.conditional": True})
    texts = said(picture)
    assert "y = 3" in texts
    assert "y = 1" not in texts
    assert "mean over classes" not in texts
    assert any(text.startswith("D(x | 3): ") for text in texts)


def test_twenty_five_classes_are_named_in_short():
    texts = said(drawn(**{"data.name": "grid", "training.conditional": True}))
    assert "y = 16 … 25" in texts
    assert "y = 17" not in texts


def test_the_average_is_drawn_as_rings():
    picture = drawn(**{"generator.average": 0.9})
    rings = [c for c in figure_plane(picture, Style()).axes[0].collections
             if len(c.get_offsets()) == 120 and not len(c.get_facecolor())]  # fmt: skip
    np.testing.assert_allclose(rings[0].get_offsets(), picture.snapshot.averaged[0])
    assert "averaged G" in said(picture)


@pytest.mark.parametrize(
    ("values", "d", "best"),
    [
        ({"objective.name": "f-gan"}, r"T\(x\): .* → 1 undecided → ", r"T\*\(x\): "),
        ({"objective.name": "least-squares"}, r"D\(x\): .* → ½ undecided → ", r"D\*\(x\): "),
        ({"objective.name": "hinge"}, r"D\(x\): .* → 0 undecided → ", r"D\*\(x\): "),
        ({"objective.name": "energy"}, r"E\(x\): ≥", r"E\*\(x\): 1 → 0"),
        ({"objective.name": "moment-matching"}, r"witness f\(x\): .* → 0 undecided → ", ""),
        ({"generator.count": 2}, r"D\(x\): 0.\d+ → 0.\d+$", r"D\*\(x\): "),
    ],
)
def test_the_ground_says_what_d_is(values, d, best):
    assert any(re.match(d, text) for text in said(drawn(**values)))
    texts = said(drawn({"ground": "optimum"}, **values))
    assert any(re.match(best, text) for text in texts) if best else True


def test_low_energy_is_real_and_blue():
    picture = drawn(**{"objective.name": "energy"})
    assert "low energy = real" in said(picture)
    image = figure_plane(picture, Style()).axes[0].images[0]
    low, high = image.get_clim()
    assert low < high <= 0
    blue, white = image.get_cmap()(1.0), image.get_cmap()(0.0)
    assert blue[2] - blue[0] > white[2] - white[0] + 0.2


def test_the_undecided_have_the_middle_colour():
    picture = drawn(**{"objective.name": "f-gan", "objective.divergence": "reverse-kl"})
    image = figure_plane(picture, Style()).axes[0].images[0]
    assert image.get_clim() == (0.0, 1.0)
    np.testing.assert_array_equal(image.get_array() > 0.5, picture.snapshot.d[0] > -1)


def test_a_pack_is_judged_beside_data():
    assert "D(x) beside data points (pack 2)" in said(drawn(**{"discriminator.pack": 2}))


def test_no_arrow_outgrows_the_plane():
    picture = drawn()
    picture.snapshot.pull[0, 0] *= 1e6
    figure = figure_plane(picture, Style())
    quiver = next(c for c in figure.axes[0].collections if hasattr(c, "U"))
    x0, x1, *_ = picture.scene.box
    assert np.hypot(quiver.U, quiver.V).max() <= 0.2 * (x1 - x0) * (1 + 1e-6)


@pytest.mark.parametrize(
    "values", [{"generator.count": 3}, {"training.conditional": True}, {"generator.average": 0.9}]
)
def test_small_multiples_are_drawn(values):
    image = imread(io.BytesIO(render("runs", drawn(runs=2, **values), Style(dpi=80), "png")))
    assert image[..., :3].std() > 0.02


def test_bars_of_several_generators_say_that_they_are_all_of_them():
    assert "all 2 generators together" in said(drawn(**{"generator.count": 2}), "modes")
    assert "all classes together" in said(drawn(**{"training.conditional": True}), "modes")
