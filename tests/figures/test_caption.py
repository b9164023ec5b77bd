"""Captions tell what a figure rests on, in either language, and LaTeX takes them as they are."""

import re

import numpy as np
import pytest

from ganlab_gui.experiment.io import load_preset, preset_names, with_values
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.figures import FIGURES, Picture, latex
from ganlab_gui.figures.caption import PageWords, caption, joined, page_caption
from ganlab_gui.figures.folder import write_words
from ganlab_gui.lab.history import Edit, History, row_columns
from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.pages import PAGES, open_page


def picture(experiment: Experiment | None = None, edits=(), **options) -> Picture:
    e = experiment or Experiment()
    scene = Scene(
        e.dim, e.runs, np.full(e.dim, -3.0), np.full(e.dim, 3.0), np.zeros((2, e.dim), np.float32),
        weights=np.full(8, 0.125), centres=np.zeros((8, e.dim)), stds=np.ones(8),
        measure_samples=2500, w1_samples=512, w1_kind="exact assignment",
        point=e.data.name == "dirac",
    )  # fmt: skip
    grid = np.zeros(24, np.float32)
    how = {"density_method": "kernel estimate", "bandwidth": 0.1}
    shot = Snapshot(3200, e.dim, (0,), Reading(), xs=grid, **how)
    history = History(e.runs, 8, row_columns(e))
    history.edits = list(edits)
    return Picture(e, scene, shot, history, options)


def test_a_caption_by_hand():
    values = {
        "objective.name": "wasserstein", "penalty.name": "gradient", "penalty.weight": 0.1,
        "training.d_steps": 5, "generator.activation": "tanh", "discriminator.dropout": 0.2,
        "discriminator_optimizer.name": "sgd", "runs": 3, "seed": 7, "title": "Mine",
        "training.instance_noise": 0.5,
    }  # fmt: skip
    edits = [Edit(3, "generator_optimizer.lr", 1e-3, 1e-4), Edit(9, "clip.c", 0.0, 0.01)]
    said = caption("distances", picture(with_values(Experiment(), values), edits))
    assert said == (
        "Mine: distances between generated samples and data over the steps, after 3\u2009200"
        " training steps. Data: ring (modes = 8, radius = 2, standard deviation = 0.02)."
        " Loss: Wasserstein. Penalty on D's slope: gradient (WGAN-GP), λ = 0.1, g₀ = 1."
        " Batch 256, k = 5, alternating updates. Noise: Gaussian, 2-dimensional."
        " G: hidden layers 32·32, tanh. D: hidden layers 32·32, ReLU, dropout = 0.2."
        " G learns by Adam (learning rate = 0.001, β₁ = 0.5, β₂ = 0.999),"
        " D by SGD (learning rate = 0.001). Further: instance noise σ = 0.5."
        " 3 runs, seeds 7 to 9. Changed while running: G learning rate 0.001 → 0.0001 at step 3;"
        " c clip off → 0.01 at step 9. JS, KL and TV are estimated from 2\u2009500 generated"
        " samples counted in 48 × 48 cells, in nats (TV has no unit). W₁ is taken between 512"
        " points a side. Bands hold the runs from the 10th to the 90th percentile."
    )


def test_the_run_shown_is_named():
    many = with_values(Experiment(), {"runs": 3, "seed": 7})
    assert "this is the run of seed 9" in caption("plane", picture(many, run=2))
    assert "this is" not in caption("losses", picture(many, run=2))


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_and_figure_has_its_caption(name):
    experiment = load_preset(name)
    said = {figure: caption(figure, picture(experiment)) for figure in FIGURES}
    assert len(set(said.values())) == len(said)
    for text in said.values():
        assert text.startswith(f"{experiment.title}: ")
        assert text.endswith(".")
        assert "{" not in text
        assert "None" not in text


def test_no_word_is_left_out_of_the_translation():
    """Whatever is not a number, a name of the settings or a formula passes the translator."""
    edits = [Edit(3, "training.d_steps", 1, 5)] * 20
    shown = picture(with_values(Experiment(), {"runs": 2, "penalty.name": "r1"}), edits)
    for name in FIGURES:
        said = caption(name, shown, lambda text: re.sub(r"[A-Za-z]", "", text))
        assert not re.findall(r"[A-Za-z]{2,}", said), name


def test_own_data_are_told_without_their_place():
    drawn = with_values(Experiment(), {"data.name": "drawn"})
    assert "Data: a density drawn by hand." in caption("plane", picture(drawn))


def test_many_edits_are_counted():
    edits = [Edit(i, "training.batch", i, i + 1) for i in range(30)]
    assert "running: 18 earlier edits; batch 18 → 19 at step 18;" in caption(
        "plane", picture(edits=edits)
    )


def test_sentences_are_joined_as_the_language_joins_them():
    assert joined(["One.", "", "Two."]) == "One. Two."
    assert joined(["一。", "二。"]) == "一。二。"


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_has_a_caption_with_its_settings_and_source(name):
    page = open_page(name)
    settings = page.settings()
    words = PageWords(PAGES[name].title, page.plate(settings, {}, str), settings, page.source)
    said = page_caption(words)
    assert PAGES[name].title in said
    assert page.source.rstrip(".") in said
    assert "Settings: " in said


# -- LaTeX -----------------------------------------------------------------------------------------


def test_letters_that_mean_something_to_latex_are_escaped():
    assert latex.escape(r"\ & % $ # _ { } ~ ^") == (
        r"\textbackslash{} \& \% \$ \# \_ \{ \} \textasciitilde{} \textasciicircum{}"
    )
    assert latex.escape("a<b>c|d") == r"a\textless{}b\textgreater{}c\textbar{}d"
    assert latex.escape("β₁ = 0.5, χ², −2 → 3") == (r"$\beta_{1}$ = 0.5, $\chi^{2}$, $-$2 $\to$ 3")
    assert latex.escape("λθ W₁ 2\u2009500") == r"$\lambda\theta$ W${}_{1}$ 2\,500"
    assert latex.escape("a\nb\x00") == "a b "


def balanced(text: str) -> bool:
    """Whether braces close and dollars pair, escaped ones left out."""
    bare = re.sub(r"\\[\\{}$%&#_]", "", text)
    depth = 0
    for letter in bare:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0 and bare.count("$") % 2 == 0


@pytest.mark.parametrize("name", preset_names())
def test_every_presets_caption_is_plain_ascii_in_latex(name):
    for figure in ("plane", "page", "distances"):
        said = latex.escape(caption(figure, picture(load_preset(name))))
        assert said.isascii(), said
        assert balanced(said)
        assert not re.search(r"(?<!\\)[%#&_](?!\{)", said.replace("_{", ""))


def test_every_label_and_choice_can_be_set():
    for setting in settings_of(Experiment()):
        for text in (setting.knob.label, setting.knob.formula, *setting.choices):
            assert balanced(latex.escape(text)), text


def test_a_figure_environment(tmp_path):
    write_words(tmp_path / "my_plane.pdf", "50 % of {x}.", "A ring, $5", "plane")
    assert (tmp_path / "my_plane.txt").read_text() == "50 % of {x}.\n"
    assert (tmp_path / "my_plane.tex").read_text().splitlines() == [
        r"% \usepackage{graphicx}",
        r"\begin{figure}[htbp]",
        r"  \centering",
        r"  \includegraphics[width=\linewidth]{my_plane.pdf}",
        r"  \caption{50 \% of \{x\}.}",
        r"  \label{fig:a-ring-5-plane}",
        r"\end{figure}",
    ]


def test_what_a_document_needs_is_said():
    chinese = latex.figure("plane.svg", "环", "fig:a")
    assert r"\includesvg[width=\linewidth]{plane}" in chinese
    assert "ctex" in chinese
    assert "rename it" in latex.figure("50%.pdf", "a", "fig:a")
    assert "rename it" not in latex.figure("my plane_2.pdf", "a", "fig:a")
    assert latex.label("环", "$") == "fig:figure"
