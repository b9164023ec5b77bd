"""Every setting has a control, and a control says what the experiment accepts."""

from collections.abc import Iterator
from html import unescape
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ganlab_gui.app.control_base import Editor
from ganlab_gui.app.control_choices import Choice, Switch
from ganlab_gui.app.control_groups import FIRST, FOLDED
from ganlab_gui.app.control_rows import CHOICE_LABELS, allowed, why_disabled
from ganlab_gui.app.control_rules import WHY_DISABLED
from ganlab_gui.app.control_scales import (
    Decades,
    Decay,
    Doubling,
    Linear,
    Logarithmic,
    nice_step,
    track_of,
)
from ganlab_gui.app.control_widgets import (
    CountButton,
    FileControl,
    ListControl,
    NumberControl,
    number_text,
)
from ganlab_gui.app.controls import ControlPanel
from ganlab_gui.app.theme import apply_theme
from ganlab_gui.experiment.data import DATA
from ganlab_gui.experiment.io import ExperimentError, flatten, with_values
from ganlab_gui.experiment.knobs import GROUPS, Setting, settings_in, settings_of
from ganlab_gui.experiment.objectives import FORMULAS
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.pages import PAGES, open_page
from ganlab_gui.palette import PALETTES

ENERGY = ("objective.name", ("energy",))
KERNEL = ("objective.name", ("moment-matching",))


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[None]:
    """The program's own look, and afterwards what was before."""
    before = qapp.styleSheet(), qapp.font(), qapp.palette()
    apply_theme(qapp, PALETTES["dark"], 1.0)
    yield
    qapp.setStyleSheet(before[0])
    qapp.setFont(before[1])
    qapp.setPalette(before[2])


@pytest.fixture
def panel(qtbot) -> ControlPanel:
    panel = ControlPanel()
    qtbot.addWidget(panel)
    return panel


@pytest.fixture
def edits(panel) -> list:
    """Every edit as it is emitted, taken by the panel as a session would."""
    seen = []

    def take(path, value):
        seen.append((path, value))
        panel.set_experiment(with_values(panel.experiment, {path: value}))

    panel.edited.connect(take)
    return seen


def of_data(name: str) -> Experiment:
    return with_values(Experiment(), {"data.name": name})


def meaning(setting: Setting, experiment: Experiment) -> Experiment:
    """The experiment with the choice made that a setting belongs to."""
    if setting.knob.when is None:
        return experiment
    path, values = setting.knob.when
    return with_values(experiment, {path: values[0]})


def other_value(panel: ControlPanel, path: str):
    """A value the control offers that is not the one it shows."""
    editor = panel.row(path).editor
    if isinstance(editor, NumberControl):
        if editor.track is None:
            return editor.value() + 1
        values = [editor.track.value(p) for p in range(editor.track.last + 1)]
        value = next(v for v in reversed(values) if v != editor.value())
        if path == "data.low":  # which must stay below data.high
            value = values[0]
        return round(value) if editor.whole else value
    if isinstance(editor, Choice):
        return next(c for c in panel.row(path).setting.choices if c != editor.value())
    if isinstance(editor, ListControl):
        return (1, 2) if path == "data.columns" else tuple(v + 1 for v in editor.value())
    return {Switch: True, FileControl: "numbers.csv"}[type(editor)]


# -- the panel ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", DATA)
def test_every_setting_has_a_control(panel, name):
    experiment = of_data(name)
    panel.set_experiment(experiment)
    for setting in settings_of(experiment):
        editor = panel.findChild(QWidget, setting.path)
        assert editor is not None, setting.path
        row = panel.row(setting.path)
        assert editor is row.editor
        assert editor.accessibleName()
        assert setting.help in unescape(editor.toolTip())
        assert row.label.text()


@pytest.mark.parametrize("name", DATA)
def test_every_control_emits_an_edit_that_is_accepted(panel, edits, name):
    start = of_data(name)
    for setting in settings_of(start):
        if name == "dirac" and setting.knob.when in (ENERGY, KERNEL):
            continue
        panel.set_experiment(meaning(setting, start))
        edits.clear()
        editor = panel.row(setting.path).editor
        if isinstance(editor, CountButton):
            continue
        value = other_value(panel, setting.path)
        editor.setValue(value)
        if not editor.isEnabled() and not edits:
            continue  # grey because it could only be refused
        assert edits == [(setting.path, value)]
        assert flatten(panel.experiment)[setting.path] == value
        assert editor.value() == value


@pytest.mark.parametrize("name", DATA)
def test_showing_an_experiment_is_silent(panel, qtbot, name):
    with (
        qtbot.assertNotEmitted(panel.edited),
        qtbot.assertNotEmitted(panel.edit_finished),
        qtbot.assertNotEmitted(panel.draw_requested),
        qtbot.assertNotEmitted(panel.refused),
    ):
        panel.set_experiment(of_data(name))
        panel.set_experiment(with_values(of_data(name), {"training.d_steps": 7, "clip.c": 0.5}))
    assert panel.row("training.d_steps").editor.value() == 7
    assert panel.row("clip.c").editor.value() == 0.5
    assert panel.row("data.name").editor.value() == name


def test_groups_stand_in_order_and_hold_their_settings(panel):
    assert tuple(panel.groups) == GROUPS
    for setting in settings_of(panel.experiment):
        assert setting.path in [row.path for row in panel.groups[setting.knob.group].rows]
    assert panel.groups["Generator"].rows[0].path == "generator_optimizer.name"
    assert panel.groups["Data and noise"].rows[0].path == "data.name"


def test_rows_stay_where_the_settings_do(panel):
    kept = [panel.row(path) for path in ("training.d_steps", "data.name", "noise.dim")]
    panel.set_experiment(of_data("gaussian"))
    assert [panel.row(r.path) for r in kept] == kept
    with pytest.raises(KeyError):
        panel.row("data.radius")
    assert panel.findChild(QWidget, "data.radius") is None


def test_the_important_ones_need_no_scrolling(themed, panel, qtbot):
    panel.resize(300, 760)
    panel.show()
    qtbot.waitExposed(panel)
    for path in (
        "training.d_steps",
        "objective.adversarial_weight",
        "penalty.weight",
        "clip.c",
        "generator_optimizer.name",
        "generator_optimizer.lr",
        "discriminator_optimizer.name",
        "discriminator_optimizer.lr",
    ):
        row = panel.row(path)
        assert row.isVisible()
        assert row.mapTo(panel, QPoint(0, row.height())).y() <= panel.height(), path


def test_labels_and_editors_are_aligned(themed, panel, qtbot):
    panel.resize(300, 900)
    panel.show()
    qtbot.waitExposed(panel)
    rows = [row for group in panel.groups.values() for row in group.rows if row.isVisible()]
    assert len({row.editor.x() for row in rows}) == 1
    assert len({row.editor.geometry().right() for row in rows}) == 1
    boxes = [r.editor.box for r in rows if isinstance(r.editor, NumberControl) and r.editor.slider]
    assert len({box.x() for box in boxes}) == 1


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_no_label_is_cut(panel, name, scale):
    panel.set_theme(PALETTES["light"], scale)
    panel.set_experiment(of_data(name))
    for group in panel.groups.values():
        for row in group.rows:
            assert row.label.heightForWidth(row.label.width()) <= row.minimumHeight(), row.path


def test_a_hot_setting_has_a_dot(panel):
    assert PALETTES["dark"].action in panel.row("training.d_steps").label.text()
    assert PALETTES["dark"].action not in panel.row("generator.hidden").label.text()
    assert "applies while running" in panel.row("training.d_steps").editor.toolTip()
    assert "rebuilds the networks" in panel.row("generator.hidden").editor.toolTip()


def test_folds_are_kept(panel):
    more = panel.groups["Generator"].more
    assert not panel.row("generator_optimizer.beta1").isVisibleTo(panel)
    more.click()
    assert panel.row("generator_optimizer.beta1").isVisibleTo(panel)
    panel.groups["Game"].heading.click()
    kept = panel.folds()
    assert kept["Game"] == [False, False]
    assert kept["Generator"] == [True, True]
    more.click()
    panel.set_folds(kept | {"unknown": [True, True]})
    assert panel.folds() == kept


def test_retranslating_changes_no_value(panel, qtbot):
    panel.set_experiment(of_data("grid"))
    with qtbot.assertNotEmitted(panel.edited):
        panel.retranslate()
    assert panel.row("data.name").editor.value() == "grid"
    assert panel.row("objective.name").editor.value() == "non-saturating"


def test_every_readable_name_belongs_to_a_choice(panel):
    offered = {c for s in settings_of(panel.experiment) for c in s.choices} | set(DATA)
    tables = (open_page(name).settings for name in PAGES)
    offered |= {c for table in tables for s in settings_in(table) for c in s.choices}
    assert set(CHOICE_LABELS) <= offered


# -- coming and going --------------------------------------------------------------------


def seen(panel: ControlPanel, group: str) -> list[str]:
    return [row.path for row in panel.groups[group].rows if row.isVisibleTo(panel)]


def edited(values: dict) -> Experiment:
    return with_values(Experiment(), values)


def test_a_setting_is_shown_with_the_choice_it_belongs_to(panel):
    for name, own in {
        "non-saturating": [],
        "f-gan": ["objective.divergence", "objective.alternative"],
        "least-squares": ["objective.a", "objective.b", "objective.c"],
        "energy": ["objective.margin", "objective.pull_away"],
        "moment-matching": ["objective.bandwidths"],
    }.items():
        panel.set_experiment(edited({"objective.name": name}))
        game = seen(panel, "Game")
        assert game[: len(own) + 2] == ["objective.name", *own, "training.d_steps"]


def test_hidden_rows_leave_no_gap(panel, qtbot):
    panel.resize(300, 900)
    panel.show()
    qtbot.waitExposed(panel)
    for name in ("least-squares", "hinge"):
        panel.set_experiment(edited({"objective.name": name}))
        rows = [row for row in panel.groups["Game"].rows if row.isVisible()]
        between = {b.y() - a.geometry().bottom() for a, b in pairwise(rows)}
        assert between == {3}, name


def test_what_is_in_sight_stays_where_it_is(panel, qtbot):
    panel.resize(300, 300)
    panel.show()
    qtbot.waitExposed(panel)
    row = panel.row("generator_optimizer.lr")
    panel.verticalScrollBar().setValue(row.mapTo(panel.content, QPoint()).y() - 40)
    row.editor.setFocus()
    for values in (
        {"objective.name": "least-squares", "training.scaling": "unit"},
        {"objective.name": "hinge"},
    ):
        panel.set_experiment(edited(values))
        assert row.mapTo(panel.viewport(), QPoint()).y() == 40
        QApplication.processEvents()
        assert row.mapTo(panel.viewport(), QPoint()).y() == 40
        assert row.focused


def test_the_keyboard_goes_to_the_choice_when_its_row_goes(panel, edits, qtbot):
    panel.set_experiment(edited({"objective.name": "energy"}))
    panel.show()
    qtbot.waitExposed(panel)
    row = panel.row("objective.margin")
    row.editor.box.setFocus()
    row.editor.box.setText("half typ")
    panel.set_experiment(edited({"objective.name": "hinge"}))
    assert panel.row("objective.name").focused
    assert not edits
    assert row.editor.box.text() == "1.0"


def test_tricks_are_closed_until_one_is_used(panel):
    group = panel.groups["Tricks"]
    assert not group.heading.isChecked()
    assert list(panel.groups)[1:4] == ["Lipschitz", "Tricks", "Generator"]
    panel.set_experiment(edited({"objective.label_smoothing": 0.1}))
    assert group.heading.isChecked()
    assert panel.folds()["Tricks"] == [False, False]
    panel.set_folds({"Tricks": [False, False]})
    assert group.heading.isChecked()
    panel.set_experiment(Experiment())
    assert not group.heading.isChecked()
    group.heading.click()
    panel.set_experiment(edited({"training.label_noise": 0.1}))
    panel.set_experiment(Experiment())
    assert group.heading.isChecked()
    assert panel.folds()["Tricks"] == [True, False]


def test_a_group_does_not_close_around_what_is_edited(panel, edits, qtbot):
    panel.set_experiment(edited({"training.label_noise": 0.1}))
    panel.show()
    qtbot.waitExposed(panel)
    slider = panel.row("training.label_noise").editor.slider
    slider.setFocus()
    slider.setValue(0)
    assert edits[-1] == ("training.label_noise", 0.0)
    assert panel.groups["Tricks"].heading.isChecked()
    panel.row("seed").editor.setFocus()
    panel.set_experiment(Experiment())
    assert not panel.groups["Tricks"].heading.isChecked()


def test_a_folded_group_says_how_many_differ(panel):
    panel.set_experiment(edited({"training.label_noise": 0.1, "training.scaling": "unit"}))
    heading = panel.groups["Tricks"].heading
    assert heading.note() == ""
    heading.click()
    assert heading.note() == heading.accessibleDescription() == "2 changed"
    # Without instance noise its decay has no effect, and does not count.
    panel.set_experiment(edited({"training.instance_noise_steps": 500}))
    assert heading.note() == ""


def test_what_differs_does_not_wait_behind_more(panel):
    assert "generator.count" not in seen(panel, "Generator")
    panel.set_experiment(edited({"generator.count": 4, "generator_optimizer.momentum": 0.5}))
    assert "generator.count" in seen(panel, "Generator")
    assert "generator_optimizer.momentum" not in seen(panel, "Generator")
    panel.set_experiment(Experiment())
    assert "generator.count" not in seen(panel, "Generator")


def test_a_row_stays_while_it_is_edited(panel, edits, qtbot):
    panel.set_experiment(edited({"generator.count": 4}))
    panel.show()
    qtbot.waitExposed(panel)
    row = panel.row("generator.count")
    row.editor.slider.setFocus()
    row.editor.slider.setValue(0)
    assert edits[-1] == ("generator.count", 1)
    assert row.isVisible()


def test_every_fold_is_of_settings_there_are():
    there = {(s.knob.group, s.path.rpartition(".")[2]) for s in settings_of(Experiment())}
    assert {(group, name) for group, names in FOLDED.items() for name in names} <= there
    assert set(FIRST) <= {s.path for s in settings_of(Experiment())}


# -- greyed ---------------------------------------------------------------------------


def test_grey_settings_say_why(panel):
    row = panel.row("clip.c")
    assert not row.editor.isEnabled()
    assert why_disabled("clip.c", panel.experiment) in row.editor.toolTip()
    panel.set_experiment(with_values(panel.experiment, {"objective.name": "wasserstein"}))
    assert row.editor.isEnabled()
    assert "Wasserstein loss only" not in row.editor.toolTip()


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("penalty.weight", {"penalty.name": "r1"}),
        ("clip.c", {"clip.c": 0.1}),
        ("generator_optimizer.momentum", {"generator_optimizer.name": "momentum"}),
        ("discriminator_optimizer.momentum", {"discriminator_optimizer.name": "momentum"}),
        ("discriminator_optimizer.horizon", {"discriminator_optimizer.schedule": "cosine"}),
        ("training.minibatches", {"discriminator.norm": "batch"}),
        ("training.minibatches", {"discriminator.minibatch_features": 4}),
        ("training.instance_noise_steps", {"training.instance_noise": 0.5}),
    ],
)
def test_what_is_grey_wakes(path, values):
    assert why_disabled(path, Experiment())
    assert not why_disabled(path, with_values(Experiment(), values))


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("generator.count", {"objective.name": "hinge"}),
        ("discriminator.pack", {"objective.name": "energy"}),
        ("training.conditional", {"data.name": "gaussian"}),
        ("training.unroll", {"training.order": "simultaneous", "training.consensus": 1.0}),
        ("training.consensus", {"training.d_steps": 5}),
        ("training.history", {"generator.count": 2}),
        ("training.d_until", {"training.order": "simultaneous", "training.consensus": 1.0}),
        ("penalty.target", {"penalty.name": "gradient", "penalty.weight": 0.0}),
        ("generator.hidden", {"data.name": "dirac"}),
        ("noise.dim", {"data.name": "dirac"}),
        ("discriminator.norm", {"discriminator.hidden": ()}),
    ],
)
def test_what_loses_its_effect_goes_grey(path, values):
    assert not why_disabled(path, edited({"training.order": "simultaneous"}))
    assert why_disabled(path, edited(values))


def test_moment_matching_has_no_discriminator():
    experiment = edited({"objective.name": "moment-matching"})
    live = [s.path for s in settings_of(experiment) if not why_disabled(s.path, experiment)]
    assert not [path for path in live if path.startswith(("discriminator", "penalty", "clip"))]
    assert not set(live) & {"training.d_steps", "training.unroll", "training.label_noise"}
    assert {"objective.bandwidths", "generator_optimizer.lr", "training.g_steps"} <= set(live)


def test_what_is_grey_alone_would_be_refused_or_change_nothing():
    """A switch that classes would need is not offered where there are none."""
    with pytest.raises(ExperimentError, match="no classes"):
        with_values(of_data("gaussian"), {"training.conditional": True})
    assert why_disabled("training.conditional", of_data("gaussian"))
    unreadable = with_values(of_data("file"), {"data.path": "gone.csv", "data.label_column": 3})
    assert not why_disabled("training.conditional", unreadable)


@pytest.mark.parametrize("player", ["generator", "discriminator"])
@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("sgd", set()),
        ("momentum", {"momentum"}),
        ("rmsprop", {"beta2"}),
        ("adam", {"beta1", "beta2"}),
    ],
)
def test_an_optimizer_has_its_own_settings(player, name, used):
    experiment = with_values(Experiment(), {f"{player}_optimizer.name": name})
    for setting in ("momentum", "beta1", "beta2"):
        grey = bool(why_disabled(f"{player}_optimizer.{setting}", experiment))
        assert grey == (setting not in used)


def test_rules_are_about_settings_there_are():
    paths = {s.path for s in settings_of(Experiment())}
    tables = {path.rpartition(".")[0] for path in paths}
    for rule in WHY_DISABLED:
        assert set(rule.paths) <= paths | tables, rule.sentence
        assert rule.sentence.endswith(".")


# -- editing ---------------------------------------------------------------------------


def test_typing_any_number_within_bounds(panel, edits, qtbot):
    box = panel.row("generator_optimizer.lr").editor.box
    box.setText("1e-4")
    qtbot.keyPress(box, Qt.Key.Key_Return)
    assert edits == [("generator_optimizer.lr", 1e-4)]
    assert box.text() == "1e-4"
    box.setText("3.7")
    qtbot.keyPress(box, Qt.Key.Key_Return)
    assert panel.experiment.generator_optimizer.lr == 3.7


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("generator_optimizer.lr", "fast"),
        ("generator_optimizer.lr", "0.0"),
        ("generator_optimizer.lr", "inf"),
        ("training.d_steps", "1.5"),
        ("training.d_steps", "101"),
        ("generator.hidden", "12 twelve"),
        ("generator.hidden", "0"),
    ],
)
def test_bad_input_is_refused_and_the_old_value_stays(panel, qtbot, path, text):
    editor = panel.row(path).editor
    old = editor.value()
    with qtbot.assertNotEmitted(panel.edited), qtbot.waitSignal(panel.refused) as refused:
        editor.box.setText(text)
        qtbot.keyPress(editor.box, Qt.Key.Key_Return)
    (sentence,) = refused.args
    assert sentence.endswith(".")
    assert editor.value() == old
    assert editor.box.property("invalid") == "true"
    assert editor.box.toolTip() == sentence
    assert editor.box.text() == text
    qtbot.keyPress(editor.box, Qt.Key.Key_Escape)
    assert editor.box.property("invalid") == "false"
    assert editor.box.text() != text


def test_off_is_a_word(panel, edits, qtbot):
    editor = panel.row("clip.c").editor
    assert editor.box.text() == "off"
    assert editor.slider.value() == 0
    panel.set_experiment(
        with_values(Experiment(), {"objective.name": "wasserstein", "clip.c": 0.1})
    )
    assert editor.box.text() == "0.1"
    editor.box.setText("OFF")
    qtbot.keyPress(editor.box, Qt.Key.Key_Return)
    assert edits == [("clip.c", 0.0)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("128 · 64", (128, 64)),
        ("128,64", (128, 64)),
        (" 16  ", (16,)),
        ("", ()),
        ("8;8;8", (8,) * 3),
    ],
)
def test_widths_are_typed_in_many_ways(panel, edits, text, value):
    panel.row("generator.hidden").editor.setText(text)
    assert edits == [("generator.hidden", value)]
    assert panel.row("generator.hidden").editor.text() == " · ".join(map(str, value))


def test_a_mixture_grows_as_one(panel, edits):
    panel.set_experiment(of_data("gaussian-mixture"))
    panel.row("data.means").editor.setText("-4 0 4")
    assert [path for path, _ in edits] == ["data"]
    data = panel.experiment.data
    assert data.means == (-4, 0, 4)
    assert data.stds == (0.5, 0.5, 0.5)
    panel.row("data.weights").editor.setText("1 2")
    assert panel.experiment.data.means == (-4, 0)
    panel.row("data.stds").editor.setText("1, 2")
    assert edits[-1] == ("data.stds", (1.0, 2.0))


def test_bandwidths_grow_and_shrink_but_are_never_none(panel, edits, qtbot):
    panel.set_experiment(edited({"objective.name": "moment-matching"}))
    editor = panel.row("objective.bandwidths").editor
    assert editor.text() == "0.1 · 0.2 · 0.5 · 1.0 · 2.0"
    editor.setText("0.1 0.2 0.5 1 2 5")
    assert edits[-1] == ("objective.bandwidths", (0.1, 0.2, 0.5, 1.0, 2.0, 5.0))
    editor.setText("0.5")
    assert edits[-1] == ("objective.bandwidths", (0.5,))
    with qtbot.waitSignal(panel.refused) as refused:
        editor.setText("")
    assert "bandwidths" in refused.args[0]
    assert editor.value() == (0.5,)
    assert not editor.box.placeholderText()


def test_off_of_a_whole_number_is_whole(panel, edits, qtbot):
    panel.set_experiment(edited({"training.d_until": 100}))
    box = panel.row("training.d_until").editor.box
    box.setText("off")
    qtbot.keyPress(box, Qt.Key.Key_Return)
    assert edits == [("training.d_until", 0)]
    assert box.text() == "off"


def test_the_loss_shows_the_formulas_of_the_one_chosen(panel):
    loss = panel.row("objective.name").editor
    for name, formula in FORMULAS.items():
        panel.set_experiment(edited({"objective.name": name}))
        shown = unescape(loss.toolTip())
        for line in formula.split(" · "):
            assert f"<i>{line}</i>" in shown
            index = loss.findText(name)
            assert line in unescape(loss.itemData(index, Qt.ItemDataRole.ToolTipRole))
        assert shown.count("L_G") == 1
    assert "energy and moment matching" in loss.toolTip()
    panel.set_experiment(edited({"objective.name": "f-gan", "objective.divergence": "gan"}))
    assert "−ln 2" not in panel.row("objective.divergence").editor.toolTip()
    assert "f(u) = u ln u − (u + 1) ln(u + 1)" in panel.row("objective.divergence").editor.toolTip()


def test_a_list_is_as_wide_as_its_longest_name(panel, qtbot):
    panel.resize(300, 600)
    panel.show()
    qtbot.waitExposed(panel)
    loss = panel.row("objective.name").editor
    loss.showPopup()
    view = loss.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    loss.hidePopup()


def test_a_choice_takes_raw_and_readable_names(panel, edits):
    loss = panel.findChild(QWidget, "objective.name")
    loss.setCurrentText("wasserstein")
    loss.setCurrentText("minimax")
    activation = panel.findChild(QWidget, "generator.activation")
    activation.setCurrentText("leaky ReLU")
    activation.setCurrentText("no such thing")
    assert edits == [
        ("objective.name", "wasserstein"),
        ("objective.name", "minimax"),
        ("generator.activation", "leaky-relu"),
    ]
    assert activation.currentText() == "leaky ReLU"


def test_dragging_is_one_edit_of_few_values(panel, edits, qtbot):
    editor = panel.row("training.d_steps").editor
    finished = []
    panel.edit_finished.connect(finished.append)
    editor.slider.setSliderDown(True)
    for place in range(2, 18):
        editor.slider.setValue(place)
    assert edits[0] == ("training.d_steps", 2)
    assert len(edits) < 16
    assert not finished
    editor.slider.setSliderDown(False)
    assert edits[-1] == ("training.d_steps", 17)
    assert finished == ["training.d_steps"]
    assert editor.value() == 17


def test_values_of_a_long_drag_come_in_between(panel, edits, qtbot):
    slider = panel.row("training.d_steps").editor.slider
    slider.setSliderDown(True)
    slider.setValue(5)
    slider.setValue(6)
    qtbot.waitUntil(lambda: edits[-1] == ("training.d_steps", 6))
    slider.setSliderDown(False)


def test_arrow_keys_step_and_are_one_edit(panel, edits, qtbot):
    editor = panel.row("training.d_steps").editor
    with qtbot.waitSignal(panel.edit_finished):
        qtbot.keyPress(editor.slider, Qt.Key.Key_Right)
        qtbot.keyPress(editor.slider, Qt.Key.Key_Right)
        qtbot.keyPress(editor.box, Qt.Key.Key_Up)
    assert edits == [("training.d_steps", value) for value in (2, 3, 4)]
    qtbot.keyPress(panel.row("seed").editor.box, Qt.Key.Key_Up)
    assert edits[-1] == ("seed", 1)


def test_the_wheel_is_left_to_the_panel(panel, qtbot):
    panel.resize(300, 300)
    panel.show()
    qtbot.waitExposed(panel)
    with qtbot.assertNotEmitted(panel.edited):
        for path in ("objective.name", "training.d_steps"):
            editor = panel.row(path).editor
            target = editor.slider if isinstance(editor, Editor) else editor
            wheel = QWheelEvent(
                QPointF(5, 5),
                QPointF(target.mapToGlobal(QPoint(5, 5))),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(target, wheel)
            assert not wheel.isAccepted()  # so that it goes on to the panel


def test_a_drawing_is_asked_for(panel, qtbot):
    with qtbot.assertNotEmitted(panel.edited), qtbot.waitSignal(panel.draw_requested):
        panel.row("data.name").editor.setValue("drawn")
    assert panel.row("data.name").editor.value() == "ring"
    panel.set_experiment(of_data("drawn"))
    with qtbot.waitSignal(panel.draw_requested):
        panel.row("data.strokes").editor.button.click()


def test_a_file_is_chosen_before_it_is_the_data(panel, edits, tmp_path):
    path = tmp_path / "two.csv"
    path.write_text("1,2\n3,4\n")
    panel.row("data.name").editor.setValue("file")
    assert panel.row("data.name").editor.value() == "ring"
    assert not edits
    (dialog,) = panel.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert panel.experiment.data.path == str(path)
    assert panel.row("data.path").editor.text() == str(path)


# -- scales ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "track",
    [
        Linear(-5, 5, 0.1),
        Linear(0.5, 0.9999, 0.005),
        Logarithmic(1e-5, 1),
        Decay(0.5, 0.9999),
        Decay(0.9, 0.9999, off=0.0),
        Decades(100, 100_000),
        Decades(1, 100_000, off=0),
    ],
)
def test_a_place_is_where_its_number_stands(track):
    assert [track.place(track.value(p)) for p in range(track.last + 1)] == list(
        range(track.last + 1)
    )


def test_ends_and_beyond():
    track = Logarithmic(0.01, 100, off=0.0)
    assert [track.value(0), track.value(1), track.value(track.last)] == [0.0, 0.01, 100]
    assert track.place(0.0) == 0
    assert track.place(0.0001) == 1
    assert track.place(1e6) == track.last
    assert Linear(0.5, 0.9999, 0.005).value(100) == 0.9999
    assert Linear(0, 20, 1).place(99) == 20


def test_half_a_logarithmic_slider_is_the_geometric_mean():
    track = Logarithmic(1e-4, 1)
    assert track.value(track.last // 2) == pytest.approx((1e-4 * 1) ** 0.5)


def test_whole_numbers_double():
    track = Doubling(8, 128)
    assert [track.value(p) for p in range(track.last + 1)] == [8, 12, 16, 24, 32, 48, 64, 96, 128]


def test_decays_are_even_in_what_they_lack_of_one():
    track = Decay(0.9, 0.9999, off=0.0)
    places = [track.place(value) for value in (0.9, 0.99, 0.999, 0.9999)]
    assert places == [1, 21, 41, 61]
    assert [track.value(place) for place in places] == [0.9, 0.99, 0.999, 0.9999]
    assert (track.value(0), track.place(0.5), track.place(1.0)) == (0.0, 1, 61)
    assert (Decay(0.5, 0.9999).value(0), Decay(0.5, 0.9999).place(0.0)) == (0.5, 0)


def test_counts_of_steps_are_round():
    track = Decades(100, 2000, off=0)
    values = [track.value(p) for p in range(track.last + 1)]
    assert values == [0, 100, 150, 200, 300, 500, 700, 1000, 1500, 2000]
    assert track.place(10_000) == track.last
    settings = {s.path: s for s in settings_of(Experiment())}
    assert track_of(settings["training.d_until"]) == Decades(1, 100_000, 0)
    assert track_of(settings["generator_optimizer.horizon"]) == Decades(100, 100_000)
    assert track_of(settings["generator.average"]) == Decay(0.9, 0.9999, 0.0)
    assert track_of(settings["training.batch"]) == Doubling(8, 1024)


def test_steps_are_round():
    assert [nice_step(w) for w in (0.0749, 0.1667, 0.015, 1.0)] == [0.05, 0.1, 0.01, 1.0]


def test_excluded_ends_are_not_offered():
    settings = {s.path: s for s in settings_of(Experiment())}
    momentum = track_of(settings["generator_optimizer.momentum"])
    assert momentum.value(momentum.last) == pytest.approx(0.99)
    assert track_of(settings["seed"]) is None
    assert allowed(settings["generator_optimizer.lr"]) == "> 0, ≤ 10"
    assert allowed(settings["training.d_steps"]) == "≥ 0, ≤ 100"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e-3, "1e-3"),
        (5e-5, "5e-5"),
        (0.02, "0.02"),
        (1.0, "1.0"),
        (10.0, "10"),
        (0.0, "0.0"),
        (-2.0, "-2.0"),
        (0.9999, "0.9999"),
        (1.25e-4, "1.25e-4"),
        (100000.0, "1e5"),
        (128, "128"),
    ],
)
def test_numbers_are_short(value, text):
    assert number_text(value) == text


def test_settings_are_named_as_the_panel_names_them(panel: ControlPanel) -> None:
    assert panel.name_of("generator.hidden") == "Hidden (Generator)"
    assert panel.name_of("training.batch") == "Batch"
    assert panel.name_of("data") == panel.name_of("data.name") == "Data"
    assert panel.names_of(["data.name", "data.std", "noise.dim"]).startswith("Data, ")
    assert panel.name_of("expect") == "expect"
