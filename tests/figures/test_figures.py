"""Every figure renders, text stays text, and the same picture gives the same bytes."""

import io
import math
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import imread

from ganlab_gui.core.theory import dirac
from ganlab_gui.core.theory.shift import SHIFTS
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures import FIGURES, Picture, Style, readings, render
from ganlab_gui.figures.folder import suitable
from ganlab_gui.figures.page import columns
from ganlab_gui.figures.panels import (
    figure_density,
    figure_distances,
    figure_field,
    figure_losses,
    figure_plane,
    figure_runs,
)
from ganlab_gui.figures.style import number, thousands
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS, Edit, History, row_columns
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import PALETTES

VIEWS = {
    "plane", "density", "losses", "distances", "modes", "mode_history", "shift", "runs", "field",
    "page", "machine", "compare",
}  # fmt: skip

CRITIC = Reading("critic", None, optimum=False)
ROOT = Path(__file__).resolve().parents[2]


def experiment(dim, runs, **values):
    data = "ring" if dim == 2 else "gaussian-mixture"
    return with_values(Experiment(runs=runs, title="A ring, $5"), {"data.name": data, **values})


def scene(dim, runs):
    rng = np.random.default_rng(0)
    angle = 2 * np.pi * np.arange(8) / 8
    centres = 2 * np.stack([np.cos(angle), np.sin(angle)], 1)[:, :dim]
    return Scene(
        dim, runs, np.full(dim, -3.0), np.full(dim, 3.0),
        np.float32(rng.standard_normal((200, dim))), centres, np.full(8, 0.1), np.full(8, 0.125),
        measure_samples=2500, w1_samples=512, w1_kind="exact assignment",
    )  # fmt: skip


def snapshot(dim, runs, critic=False):
    rng = np.random.default_rng(1)
    xs = np.linspace(-3, 3, 24, dtype=np.float32)
    grid = (24,) * dim
    p = np.abs(rng.standard_normal(grid)).astype(np.float32)
    q = np.abs(rng.standard_normal((runs, *grid))).astype(np.float32)
    d = q if critic else q / (q + p)
    fake = np.float32(rng.standard_normal((runs, 100, dim)))
    line = {"z_line": xs, "g_line": np.tile(xs, (runs, 1)) ** 2} if dim == 1 else {}
    flat = {"ys": xs, "manifold": fake[:, :36].reshape(runs, 6, 6, 2)} if dim == 2 else {}
    return Snapshot(
        1234, dim, tuple(range(runs)), CRITIC if critic else Reading(),
        real=fake[0], fake=fake, xs=xs, d=d,
        optimum=None if critic else p / (p + q), p_data=p, p_generated=q,
        density_method="kernel estimate", bandwidth=0.1, pull=fake[:, :50], **line, **flat,
    )  # fmt: skip


def history(runs, steps=60):
    rng = np.random.default_rng(2)
    out = History(runs, 8)
    numbers = np.arange(1, steps + 1)
    out.rows.extend(numbers, rng.random((steps, runs, len(ROW_COLUMNS))))
    out.measures.extend(numbers[::10], rng.random((steps // 10, runs, len(MEASURE_COLUMNS))))
    out.shares.extend(numbers[::10], rng.dirichlet(np.ones(8), (steps // 10, runs)))
    out.edits = [Edit(30, "training.d_steps", 1, 5), Edit(30, "generator_optimizer.lr", 1e-3, 1e-4)]
    out.floors = {"js": (0.01, 0.02), "w1": (0.05, 0.08)}
    return out


def picture(dim=2, runs=1, **options):
    return Picture(
        experiment(dim, runs), scene(dim, runs), snapshot(dim, runs), history(runs), options
    )


def empty(dim=2, runs=1):
    return Picture(experiment(dim, runs), scene(dim, runs), None, History(runs, 8), {})


def pdf_text(data):
    """The text of a PDF as a reader copies it: glyph codes through each font's ToUnicode map."""
    objects = dict(re.findall(rb"\n(\d+) 0 obj\n(.*?)\nendobj", data, re.S))

    def stream(body):
        packed = re.search(rb"stream\r?\n(.*)\r?\nendstream", body, re.S)
        return zlib.decompress(packed[1]) if packed and packed[1][:1] == b"x" else b""

    tables = {}
    for name, number_ in re.findall(rb"/(F\d+) (\d+) 0 R", data):
        to = re.search(rb"/ToUnicode (\d+) 0 R", objects[number_])
        tables[name] = _to_unicode(stream(objects[to[1]]))
    page, words, font = b"".join(stream(body) for body in objects.values()), [], b""
    for tf, literal in re.findall(rb"/(F\d+) \S+ Tf|\(((?:\\.|[^\\)])*)\)", page, re.S):
        font = tf or font
        codes = re.sub(rb"\\([nrt()\\])", lambda m: ESCAPES.get(m[1], m[1]), literal)
        if not tf and font in tables:
            pairs = range(0, len(codes) - 1, 2)
            words += [tables[font].get(codes[i] << 8 | codes[i + 1], "?") for i in pairs]
    return "".join(words)


ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}


def _to_unicode(cmap):
    table = {}
    for line in cmap.decode("latin-1").splitlines():
        if m := re.match(r"<(\w+)> <(\w+)> \[(.*)\]", line):
            parts = re.findall(r"<(\w+)>", m[3])
            table |= {int(m[1], 16) + i: _utf16(p) for i, p in enumerate(parts)}
        elif m := re.match(r"<(\w+)> <(\w+)> <(\w+)>", line):
            count = int(m[2], 16) - int(m[1], 16) + 1
            table |= {int(m[1], 16) + i: chr(int(m[3], 16) + i) for i in range(count)}
        elif m := re.match(r"<(\w+)> <(\w+)>$", line):
            table[int(m[1], 16)] = _utf16(m[2])
    return table


def _utf16(digits):
    return bytes.fromhex(digits).decode("utf-16-be")


def test_registry_has_the_views_names():
    assert set(FIGURES) == {*VIEWS, "strip"}


@pytest.mark.parametrize("name", sorted(VIEWS))
@pytest.mark.parametrize(("dim", "runs"), [(1, 1), (1, 4), (2, 1), (2, 4)])
def test_every_figure_renders_full_and_empty(name, dim, runs):
    options = {}
    full = render(name, picture(dim, runs, **options), Style(dpi=60), "png")
    bare = render(name, empty(dim, runs), Style(dpi=60, palette=PALETTES["dark"]), "png")
    for data in (full, bare):
        image = imread(io.BytesIO(data))
        assert image.std() > 0.005  # something is drawn


@pytest.mark.parametrize("format", ["pdf", "svg", "png"])
@pytest.mark.parametrize("name", ["plane", "losses", "page"])
def test_same_picture_same_bytes(name, format):
    a, b = (render(name, picture(runs=2), Style(dpi=60), format) for _ in range(2))
    assert a == b
    assert b"CreationDate" not in a


def test_bytes_do_not_depend_on_the_process(tmp_path):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_figures as t, hashlib;"
        "print([hashlib.sha256(t.render('page', t.picture(), t.Style(dpi=50), f)).hexdigest()"
        " for f in ('svg', 'pdf')])"
    )
    command = [sys.executable, "-c", code, str(__file__).rsplit("/", 1)[0]]
    out = {
        subprocess.run(
            command, check=True, cwd=ROOT, stdout=subprocess.PIPE, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(out) == 1


def svg_texts(data):
    root = ElementTree.fromstring(data)
    return ["".join(e.itertext()) for e in root.iter() if e.tag.endswith("text")]


def test_text_stays_text_in_svg():
    texts = svg_texts(render("losses", picture(), Style(), "svg"))
    assert "Losses" in texts
    assert "nats" in texts
    assert "log 4" in texts
    assert "step" in texts
    assert any(t == "▾ 30: k 1 → 5" for t in texts)
    assert any(t == "▾ 30: G Learning rate 0.001 → 0.0001" for t in texts)


def test_text_stays_text_in_pdf_in_truetype_fonts():
    data = render("losses", picture(), Style(), "pdf")
    assert "Losses" in pdf_text(data)
    assert "nats" in pdf_text(data)
    assert b"/Subtype /CIDFontType2" in data or b"/Subtype /TrueType" in data
    assert b"/Type3" not in data
    fonts = re.findall(rb"/FontFile2 (\d+) 0 R", data)
    assert fonts
    for number_ in fonts:
        pattern = rb"\n" + number_ + rb" 0 obj\n.*?stream\r?\n(.*?)\r?\nendstream"
        body = re.search(pattern, data, re.S)[1]
        assert zlib.decompress(body)[:4] == b"\x00\x01\x00\x00"  # TrueType, not CFF in disguise


def test_chinese_titles_have_their_letters():
    words = {"Losses": "损失", "nats": "奈特", "step": "步"}
    style = Style(translate=lambda text: words.get(text, text))
    assert {"损失", "步"} <= set(svg_texts(render("losses", picture(), style, "svg")))
    data = render("losses", picture(), style, "pdf")
    assert "损失" in pdf_text(data)


def test_size_in_pixels_is_met():
    for size in ((1280, 800), (333, 257), (1920, 1081)):
        image = imread(io.BytesIO(render("plane", picture(), Style.of_pixels(*size, 97), "png")))
        assert image.shape[:2] == size[::-1]


def test_size_in_millimetres_is_met():
    data = render("losses", picture(), Style(width_mm=85, height_mm=50), "pdf")
    box = re.search(rb"/MediaBox \[ ?0 0 (\S+) (\S+)", data)
    assert float(box[1]) == pytest.approx(85 / 25.4 * 72, abs=0.2)
    assert float(box[2]) == pytest.approx(50 / 25.4 * 72, abs=0.2)


@pytest.mark.parametrize("ground", ["d", "optimum", "p_data", "p_generated", "difference", "none"])
def test_grounds_and_layers(ground):
    layers = ["data", "generated", "gradients", "modes", "manifold"]
    shown = picture(ground=ground, layers=layers, box=[-1, 1, -2, 2])
    figure = figure_plane(shown, Style())
    (ax,) = figure.axes
    assert len(ax.images) == (ground != "none")
    assert ax.get_xlim() == (-1, 1)
    # Equal axes: as many points an inch in both directions.
    width, height = ax.get_position().size * figure.get_size_inches()
    assert height / width == pytest.approx(2.0)
    assert not figure_plane(picture(layers=[]), Style()).axes[0].collections


def test_losses_options():
    def lines(**options):
        return list(figure_losses(picture(**options), Style()).axes[0].lines)

    shown = picture().history
    one = lines(curves=["g_loss"])
    np.testing.assert_array_equal(one[0].get_ydata(), shown.rows.column("g_loss")[:, 0])
    smooth = lines(curves=["g_loss"], smoothing=60)
    expected = shown.rows.column("g_loss")[:, 0].mean()
    assert smooth[0].get_ydata()[-1] == pytest.approx(expected, rel=1e-6)
    figure = figure_losses(picture(curves=list(ROW_COLUMNS), log=True, range=[10, 20]), Style())
    assert figure.axes[0].get_xlim() == (10, 20)
    assert figure.axes[0].get_yscale() == "symlog"
    assert figure.axes[1].get_ylim() == (-0.04, 1.04)


def test_runs_are_shown_as_median_and_band():
    shown = picture(runs=4, curves=["js"])
    ax = figure_distances(shown, Style()).axes[0]
    values = shown.history.measures.column("js")
    np.testing.assert_allclose(ax.lines[0].get_ydata(), np.median(values, 1), rtol=1e-6)
    (band,) = ax.collections
    low = band.get_paths()[0].vertices[:, 1].min()
    assert low == pytest.approx(np.quantile(values, 0.1, axis=1).min(), rel=1e-6)


def test_no_label_overlaps_another_and_none_leaves_the_figure():
    for name, function in FIGURES.items():
        for dim, runs in ((2, 1), (1, 1), (2, 4)):
            figure = function(picture(dim, runs), Style(), "png")
            page = figure.bbox
            boxes = [t.get_window_extent(figure.canvas.get_renderer()) for t in figure.texts]
            for i, a in enumerate(boxes):
                assert a.x0 > page.x0 - 1, name
                assert a.x1 < page.x1 + 1, name
                assert not any(a.padded(-0.5).overlaps(b.padded(-0.5)) for b in boxes[:i]), name


def test_log_4_stands_where_it_belongs():
    ax = figure_losses(picture(), Style()).axes[0]
    heights = [line.get_ydata()[0] for line in ax.lines if len(line.get_ydata()) == 2]
    assert math.log(4) in heights


def test_small_multiples_have_a_picture_a_run():
    assert len(figure_runs(picture(2, 4), Style()).axes) == 4
    text = [t.get_text() for t in figure_runs(picture(2, 4), Style()).texts]
    assert any(t.startswith("seed 3 · JS") for t in text)


@pytest.mark.parametrize("family", sorted(SHIFTS))
def test_shift_reads_the_closed_forms(family):
    texts = svg_texts(render("shift", picture(family=family, theta=-0.5), Style(), "svg"))
    assert "θ = −0.50" in texts
    assert "W₁ 0.500, d/dθ −1.000" in texts


def test_values_that_are_not_finite_leave_gaps():
    shown = picture(runs=2)
    shown.history.rows.values[10:, 0] = np.nan
    shown.history.rows.values[:, 1, 1] = np.inf
    shown.history.measures.values[:] = np.nan
    shown.history.shares.values[:] = np.nan
    broken = replace(shown.snapshot, d=shown.snapshot.d * np.nan, fake=shown.snapshot.fake * np.nan)
    for name in VIEWS:
        assert render(name, replace(shown, snapshot=broken), Style(dpi=50), "png")


def test_a_critics_plane_has_contours():
    shown = replace(picture(), snapshot=snapshot(2, 1, critic=True))
    assert any(t.startswith("f(x): ") for t in svg_texts(render("plane", shown, Style(), "svg")))


def test_a_real_trainer_is_drawn():
    from ganlab_gui.lab.probe import Probe
    from ganlab_gui.lab.snapshot import FIELDS, Needs
    from ganlab_gui.lab.trainer import Trainer

    trainer = Trainer(Experiment(runs=2, training={"batch": 16}), "cpu")
    trainer.step(5)
    probe = Probe(trainer)
    shown = probe.scene()
    curves = History(2, shown.modes)
    curves.rows.extend(*trainer.rows())
    taken = probe.snapshot(Needs(frozenset(FIELDS), 100, 16, ()))
    assert render("page", Picture(trainer.experiment, shown, taken, curves), Style(dpi=60), "png")


def test_unknown_names_are_refused_in_one_sentence():
    with pytest.raises(ValueError, match=r"figure 'x': no such figure; allowed: plane, "):
        render("x", picture())
    with pytest.raises(ValueError, match=r"figure format 'gif': allowed: pdf, svg, png\."):
        render("plane", picture(), Style(), "gif")


def test_importing_figures_loads_neither_matplotlib_nor_torch():
    code = (
        "import sys, ganlab_gui.figures;sys.exit(bool({'matplotlib', 'torch'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_numbers_for_readers():
    assert [number(v) for v in (0.6931, -1.5, float("nan"), 1e-5, 2e6)] == [
        "0.693", "−1.500", "–", "1.00e−05", "2.00e+06",
    ]  # fmt: skip
    assert thousands(1234567) == "1\u2009234\u2009567"


def test_no_text_shows_markup():
    options = {"curves": list(ROW_COLUMNS), "log": True}
    for text in svg_texts(render("losses", picture(**options), Style(), "svg")):
        assert "$" not in text
    assert "A ring, $5" in svg_texts(render("page", picture(), Style(), "svg"))


def test_a_density_shows_all_that_was_computed():
    shown = picture(1)
    wide = np.linspace(-9, 3, 24, dtype=np.float32)
    shown = replace(shown, snapshot=replace(shown.snapshot, xs=wide))
    assert any(
        "8" in text or "6" in text for text in svg_texts(render("density", shown, Style(), "svg"))
    )
    assert render("density", replace(shown, options={"box": [-1, 1, 0, 0]}), Style(dpi=50), "png")


@pytest.mark.parametrize("ground", ["optimum", "p_data", "p_generated", "difference"])
def test_a_ground_says_how_it_was_found(ground):
    shown = replace(picture(), options={"ground": ground})
    shown = replace(shown, snapshot=replace(shown.snapshot, p_side=0.19))
    said = " ".join(svg_texts(render("plane", shown, Style(), "svg")))
    assert ("kernel estimate" in said) == (ground != "p_data")
    assert ("side 0.19" in said) == (ground != "p_generated")


def test_infinite_or_missing_values_leave_the_rest():
    shown = picture()
    d = np.full_like(shown.snapshot.d, 0.5)
    d[:, 3, 3] = np.inf
    for broken in (replace(shown.snapshot, d=d), replace(shown.snapshot, d=None, pull=None)):
        for name in ("plane", "runs"):
            assert render(name, replace(shown, snapshot=broken), Style(dpi=50), "png")


def test_losses_break_where_the_objective_changed():
    shown = picture(curves=["d_loss"])
    middle = int(shown.history.rows.steps[len(shown.history.rows) // 2])
    shown.history.edits = [Edit(middle, "objective.name", "minimax", "wasserstein")]
    lines = figure_losses(shown, Style()).axes[0].lines
    assert lines[0].get_xdata()[-1] <= middle < lines[1].get_xdata()[0]
    (log4,) = [line for line in lines if np.allclose(line.get_ydata(), math.log(4))]
    assert log4.get_xdata()[1] == middle


def line_picture(reading, **parts):
    """A 1-D picture whose D is read in this way."""
    shown = picture(1)
    told = replace(shown.snapshot, reading=reading, **parts)
    return replace(shown, snapshot=told)


@pytest.mark.parametrize(
    ("reading", "named", "best"),
    [
        (Reading("bound", 1.0), "T(x), f′(1) = 1", "T*"),
        (Reading("score", 0.5), "D(x)", "D*"),
        (Reading("energy", None), "E(x)", "E*"),
        (Reading("witness", 0.0, optimum=False), "witness f(x)", ""),
        (Reading(threshold=1 / 6), "D(x)", "D*"),
    ],
)
def test_a_density_names_d_for_what_it_is(reading, named, best):
    shown = line_picture(reading)
    if not reading.optimum:
        shown = replace(shown, snapshot=replace(shown.snapshot, optimum=None))
    texts = svg_texts(render("density", shown, Style(), "svg"))
    assert named in texts
    assert {t for t in texts if t.endswith("*")} == ({best} if best else set())
    assert ("1/6" in texts) == (reading.threshold == 1 / 6)
    assert ("low energy = real" in texts) == (reading.kind == "energy")


def test_an_endless_optimum_leaves_the_figure():
    d = np.linspace(-1, 1, 24, dtype=np.float32)[None]
    best = np.where(d > 0.5, np.inf, d)
    ax = figure_density(line_picture(Reading("bound", 0.0), d=d, optimum=best), Style()).axes[1]
    assert ax.get_ylim()[1] < 4


def test_a_density_has_a_curve_for_every_generator_and_the_average():
    shown = picture(1)
    q = shown.snapshot.p_generated
    parts = np.stack([0.25 * q, 0.75 * q], 1)
    told = replace(shown.snapshot, p_parts=parts, p_averaged=0.5 * q)
    shown = replace(shown, snapshot=told, scene=replace(shown.scene, generators=2))
    figure = figure_density(shown, Style())
    by_colour = {line.get_color(): line for line in figure.axes[0].lines}
    for k in range(2):
        curve = by_colour[Style().palette.kind(k)]
        np.testing.assert_array_equal(curve.get_ydata(), parts[0, k])
    total = by_colour[Style().palette.quiet]  # green is the first generator's
    np.testing.assert_array_equal(total.get_ydata(), 0.5 * q[0])
    small = figure_runs(shown, Style()).axes[0].lines
    assert {Style().palette.kind(k) for k in range(2)} <= {line.get_color() for line in small}
    texts = svg_texts(render("density", shown, Style(), "svg"))
    assert {"G₁", "G₂", "averaged G"} <= set(texts)
    off = replace(shown, options={"layers": ["data", "generated"]})
    assert "G₁" not in svg_texts(render("density", off, Style(), "svg"))


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"objective.name": "hinge"}, {"2", "score"}),
        ({"objective.name": "least-squares"}, {"0.25", "0.125", "score²"}),
        ({"objective.name": "energy", "objective.margin": 0.7}, {"0.7", "energy"}),
        ({"objective.name": "f-gan", "objective.divergence": "gan"}, {"log 4", "nats"}),
    ],
)
def test_losses_have_their_own_equilibrium_and_unit(settings, named):
    shown = replace(picture(), experiment=experiment(2, 1, **settings))
    shown.history.rows.values[-5:] = 2.0
    assert named <= set(svg_texts(render("losses", shown, Style(), "svg")))


def test_losses_without_a_discriminator():
    shown = replace(
        picture(curves=list(ROW_COLUMNS)),
        experiment=experiment(2, 1, **{"objective.name": "moment-matching"}),
    )
    texts = svg_texts(render("losses", shown, Style(), "svg"))
    assert any(t.startswith("MMD² ") for t in texts)
    assert not any(t.startswith(("D ", "V ", "accuracy")) for t in texts)


def test_the_averaged_generator_s_distances_are_drawn_where_they_were_measured():
    shown = picture(curves=["js", "average_js"])
    said = svg_texts(render("distances", shown, Style(), "svg"))
    assert any(t.startswith("JS of the averaged G ") for t in said)
    shown.history.measures.values[:, :, MEASURE_COLUMNS.index("average_js")] = np.nan
    said = svg_texts(render("distances", shown, Style(), "svg"))
    assert not any(t.startswith("JS of the averaged G") for t in said)


def test_edits_are_read_as_the_controls_read_them():
    shown = picture()
    shown.history.edits = [
        Edit(10, "clip.c", 0.0, 0.05),
        Edit(20, "objective.divergence", "kl", "reverse-kl"),
        Edit(30, "objective.alternative", False, True),
    ]
    texts = svg_texts(render("losses", shown, Style(width_mm=300), "svg"))
    assert "▾ 10: c clip off → 0.05" in texts
    assert "▾ 20: Divergence KL → reverse KL" in texts
    assert any(t.startswith("▾ 30: ") and t.endswith(" off → on") for t in texts)


def dirac_picture(runs=3, steps=400, **options):
    sgd = {f"{player}_optimizer.name": "sgd" for player in ("generator", "discriminator")}
    values = {"objective.name": "minimax", "training.order": "simultaneous", **sgd}
    values |= {path.replace("name", "lr"): 0.05 for path in sgd}
    game = with_values(Experiment(runs=runs), {"data.name": "dirac", **values})
    starts = [(z.real, z.imag) for z in map(game.data.start, game.seeds)]
    rows = np.zeros((steps, runs, len(row_columns(game))), np.float32)
    rows[:, :, -2:] = dirac.iterate(game, starts, steps)[1:]
    told = History(runs, columns=row_columns(game))
    told.rows.extend(np.arange(1, steps + 1), rows)
    reach = np.array([2.0])
    view = Scene(1, runs, -reach, reach, np.zeros((10, 1), np.float32), point=True)
    return Picture(game, view, None, told, options)


def test_the_field_figure_has_every_runs_path_and_the_games_eigenvalues():
    shown = dirac_picture(layers=["field", "trajectory", "flow"], run=1)
    figure = figure_field(shown, Style())
    (ax,) = figure.axes
    lines = [np.stack(line.get_data(), 1) for line in ax.lines]
    for r in range(3):
        last = shown.history.rows.values[-1, r, -2:]
        assert any(np.allclose(line[-1], last) for line in lines if len(line) > 300)
    flow = [line for line in lines if np.allclose(np.hypot(*line.T), np.sqrt(2), rtol=1e-4)]
    assert len(flow) == 1  # the flow circles; the steps do not
    text = " ".join(t.get_text() for t in figure.texts)
    assert "λ = ±0.500 i" in text
    assert f"|(θ, ψ)| = {np.hypot(*shown.history.rows.values[-1, 1, -2:]):.3f}" in text
    assert figure.axes[0].get_xlabel().startswith("θ")


def test_the_field_figure_takes_the_page_and_the_views_box():
    for runs in (1, 3):
        left, right = ([part.name for part in column] for column in columns(dirac_picture(runs)))
        assert (left, right) == (["field"], ["distances", "losses"])
    assert suitable(dirac_picture()) == ["page", "field", "losses", "distances"]
    (ax,) = figure_field(dirac_picture(box=[-1, 1, -0.5, 0.5]), Style()).axes
    assert (*ax.get_xlim(), *ax.get_ylim()) == (-1, 1, -0.5, 0.5)
    for data in (render("field", dirac_picture(), Style(dpi=60), f) for f in ("svg", "pdf")):
        assert len(data) > 5_000


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ({"discriminator.pack": 4}, "of packs of 4"),
        ({"training.instance_noise": 0.5}, "of blurred samples"),
        ({"training.history": 500}, "of old and new samples"),
    ],
)
def test_an_estimate_says_what_it_is_of(values, note):
    def texts(name, curves):
        settings = with_values(Experiment(), {"objective.name": name, **values})
        made = Picture(settings, scene(2, 1), None, history(1), {"curves": curves})
        return svg_texts(render("losses", made, Style(width_mm=250), "svg"))

    assert note in texts("wasserstein", ["value"])
    assert note in texts("f-gan", ["value"])
    assert note not in texts("wasserstein", ["d_loss"])
    assert note not in texts("minimax", ["value"])


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ({"discriminator.norm": "batch"}, "D normed over data and samples"),
        ({"discriminator.minibatch_features": 4}, "x in a minibatch of data"),
    ],
)
def test_a_picture_says_what_x_passes_d_with(values, note):
    for dim, name in ((1, "density"), (2, "plane")):
        shown = replace(picture(dim), experiment=experiment(dim, 1, **values))
        if name == "density":
            assert note in svg_texts(render(name, shown, Style(width_mm=250), "svg"))
        else:
            assert note in readings.asked(shown, str)
