"""Movies: which moments they show, what their frames are, and the process that makes them."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.taped import SMALL, Taped, tree

from ganlab_gui.app.main import create
from ganlab_gui.app.movie import (
    Fed,
    Recorded,
    Trained,
    feed,
    film,
    measures_of,
    shoot,
)
from ganlab_gui.app.movie_dialog import MovieDialog
from ganlab_gui.app.movie_plan import Plan, changes, moments
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.session import State
from ganlab_gui.app.theatre import Theatre, dress, theatres
from ganlab_gui.app.window import MainWindow
from ganlab_gui.cli import main
from ganlab_gui.experiment.io import ExperimentError, load_preset
from ganlab_gui.lab.history import Edit
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.session_file import save
from ganlab_gui.lab.take import Take
from ganlab_gui.lab.video import MISSING

SIZE = (320, 180)
WAIT = 60_000


def recorded() -> Recording:
    taped = Taped()
    for _ in range(4):
        taped.step(3)
    taped.edit({"training.d_steps": 4})
    for _ in range(4):
        taped.step(3)
    taped.keep()
    return taped.recording


def plan(path: Path, **others) -> Plan:
    given = {"size": SIZE, "fps": 8, "seconds": 1.0, "last": 24} | others
    return Plan(path, given.pop("panels", ("plane", "losses")), **given)


def nothing(done: int, total: int, text: str) -> None:
    """A progress that nobody watches."""


# -- which moments ---------------------------------------------------------------------------------


def test_time_runs_evenly_in_steps_and_each_frame_has_the_nearest_picture(tmp_path):
    at, index = moments(plan(tmp_path / "a.gif", seconds=0.625, last=100), [0, 10, 60, 100])
    assert at == [0, 25, 50, 75, 100]
    assert index == [0, 1, 2, 2, 3]


def test_time_runs_evenly_in_pictures(tmp_path):
    chosen = plan(tmp_path / "a.gif", seconds=0.375, first=5, last=100, by="pictures")
    assert moments(chosen, [0, 10, 60, 100]) == ([10, 60, 100], [1, 2, 3])


def test_a_change_is_said_for_a_second_from_its_step_on():
    edits = [Edit(0, "a", 1, 2), Edit(25, "b", 1, 2), Edit(90, "c", 1, 2)]
    said = changes(edits, [0, 10, 20, 30, 40, 50, 100], 2)
    assert [[e.path for e in frame] for frame in said] == [[], [], [], ["b"], ["b"], [], ["c"]]


def test_a_plan_says_all_that_is_wrong_with_it(tmp_path):
    with pytest.raises(ExperimentError) as error:
        plan(tmp_path / "a.gif", seconds=0.0, panels=("plain",), first=9, last=3, fps=60).check()
    assert [line.partition(":")[0] for line in error.value.lines] == [
        "frames a second", "movie length", "movie panel 'plain'", "movie steps",
    ]  # fmt: skip


# -- frames ----------------------------------------------------------------------------------------


def test_the_same_recording_makes_the_same_file(qapp, tmp_path):
    recording = recorded()
    told = []
    for name in ("a", "b"):
        chosen = plan(tmp_path / f"{name}.mp4")
        shoot(chosen, [Recorded(recording)], lambda *done: told.append(done))
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()
    assert told[7] == (8, 8, "")
    with av.open(str(tmp_path / "a.mp4")) as container:
        stream = container.streams.video[0]
        shown = [frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]
        assert (stream.width, stream.height, stream.average_rate) == (*SIZE, 8)
    assert len(shown) == 8
    assert any((a != b).any() for a, b in pairwise(shown))


def test_a_frame_shows_its_step_and_what_was_changed(qapp, tmp_path):
    source = Recorded(recorded())
    chosen = plan(tmp_path / "a.gif", size=(1280, 720))
    dress(chosen)
    theatre = Theatre(chosen, source.scene, source.experiment)
    shown = list(source.moments(chosen, theatre.needs))
    edited = next(moment for moment in shown if moment.edits)
    assert edited.step >= 12
    theatre.show_moment(edited)
    assert theatre.findChild(type(theatre._change), "theatre.change").text().count("1 → 4") == 1
    with_words = theatre.frame()
    theatre.show_moment(replace(edited, edits=()))
    without = theatre.frame()
    theatre.close()
    assert with_words.shape == (720, 1280, 3)
    changed = np.argwhere((with_words != without).any(2))
    assert len(changed)
    assert changed[:, 0].max() < 40  # of 720 rows: the line of words alone


@pytest.mark.parametrize("name", ["figure-1", "dirac-gan", "ring"])
def test_each_kind_of_data_fills_its_panel(qapp, tmp_path, name):
    take = Take(load_preset(name), 4, "cpu", ())
    chosen = plan(tmp_path / "a.gif", panels=(Trained(take).main,), last=4, seconds=0.25)
    shoot(chosen, [Trained(take)], nothing)
    with Image.open(tmp_path / "a.gif") as image:
        assert (image.n_frames, image.size) == (2, SIZE)
        drawn = np.asarray(image.convert("RGB"))[40:-10, 20:-10]
    assert len(np.unique(drawn.reshape(-1, 3), axis=0)) > 8


def test_trained_frames_are_of_their_very_step(qapp, tmp_path):
    take = Take(SMALL, 21, "cpu", measures_of(("plane", "losses")))
    chosen = plan(tmp_path / "a.gif", last=21)
    dress(chosen)
    theatre = Theatre(chosen, take.scene, take.experiment)
    found = [(m.step, m.snapshot.step, len(m.history.rows)) for m in
             Trained(take).moments(chosen, theatre.needs)]  # fmt: skip
    theatre.close()
    assert found == [(s, s, s) for s in (0, 3, 6, 9, 12, 15, 18, 21)]


def test_what_is_fed_is_what_was_recorded(tmp_path):
    source, chosen = Recorded(recorded()), plan(tmp_path / "a.gif")
    ours, theirs = multiprocessing.Pipe(duplex=False)
    thread = feed(theirs, chosen, [source])
    fed = Fed(ours, *ours.recv())
    here = list(source.moments(chosen, source.scene.box))
    there = list(fed.moments(chosen, source.scene.box))
    thread.join(10)
    assert [m.step for m in there] == [m.step for m in here]
    assert [m.edits for m in there] == [list(m.edits) for m in here]
    for a, b in zip(here, there, strict=True):
        np.testing.assert_array_equal(a.snapshot.fake, b.snapshot.fake)
        np.testing.assert_array_equal(a.history.rows.values, b.history.rows.values)


def test_a_reader_that_goes_away_ends_the_feeding(tmp_path):
    ours, theirs = multiprocessing.Pipe(duplex=False)
    thread = feed(theirs, plan(tmp_path / "a.gif"), [Recorded(recorded())])
    ours.close()
    thread.join(10)
    assert not thread.is_alive()


# -- the window ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def window(qapp) -> Iterator[MainWindow]:
    _, window = create(SMALL, home="thread", preferences=Preferences(None))
    yield window
    window.session.mark_saved()
    window.close()


@pytest.fixture
def filmed(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window whose recording has pictures."""
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    window.session.recording = recorded()
    return window


def test_a_movie_is_made_beside_the_window(qtbot: QtBot, filmed: MainWindow, tmp_path):
    source = Recorded(filmed.session.recording)
    assert filmed.films.film(plan(tmp_path / "a.mp4"))
    assert not filmed.films.film(plan(tmp_path / "b.mp4"))
    with qtbot.waitSignal(filmed.work.job.done, timeout=WAIT):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]
    shoot(plan(tmp_path / "here.mp4"), [source], nothing)
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "here.mp4").read_bytes()


def test_a_movie_can_be_stopped(qtbot: QtBot, filmed: MainWindow, tmp_path):
    filmed.films.film(plan(tmp_path / "a.gif", seconds=60.0))
    job = filmed.work.job
    qtbot.waitUntil(lambda: job.bar.value() > 0, timeout=WAIT)
    with qtbot.waitSignal(job.stopped, timeout=WAIT):
        job.stop()
    assert list(tmp_path.iterdir()) == []


def test_a_killed_process_is_told_and_leaves_nothing(qtbot: QtBot, filmed: MainWindow, tmp_path):
    filmed.films.film(plan(tmp_path / "a.gif", seconds=60.0))
    job = filmed.work.job
    qtbot.waitUntil(lambda: job.bar.value() > 0, timeout=WAIT)
    with qtbot.waitSignal(filmed.session.refused, timeout=WAIT) as told:
        os.kill(job.process.pid, signal.SIGKILL)
    assert "ended unexpectedly" in told.args[0]
    assert list(tmp_path.iterdir()) == []


def test_a_missing_encoder_is_said(qtbot: QtBot, filmed: MainWindow, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    with qtbot.waitSignal(filmed.session.refused) as told:
        assert not filmed.films.film(plan(tmp_path / "a.mp4"))
    assert told.args[0] == f"{MISSING}."
    dialog = MovieDialog({"a": [0, 9]}, {"plane": "Plane"}, ["plane"], "dark", {"kind": "mp4"})
    qtbot.addWidget(dialog)
    save_button = dialog.box.button(dialog.box.StandardButton.Save)
    assert MISSING in dialog.note.text()
    assert not save_button.isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findData("gif"))
    assert save_button.isEnabled()


def test_the_dialog_makes_the_plan_that_was_chosen_and_keeps_it(qtbot: QtBot, tmp_path):
    titles = {"plane": "Plane", "modes": "Modes", "losses": "Losses"}
    kept = {
        "kind": "gif", "fps": 24, "by": "pictures", "size": [500, 300], "seconds": 2.5,
        "beside": ["losses"],
    }  # fmt: skip
    dialog = MovieDialog({"a": [0, 5, 9]}, titles, ["plane", "modes"], "light", kept)
    qtbot.addWidget(dialog)
    dialog.first.setValue(5)
    assert dialog.kept() == kept
    assert dialog.plan(tmp_path / "a.gif", run=1) == Plan(
        tmp_path / "a.gif", ("plane", "losses"), (500, 300), 24, 2.5, 5, 9, "pictures", "light",
        run=1,
    )  # fmt: skip
    dialog.width_.setValue(501)
    assert "is 501x300" in dialog.note.text()


def test_the_dialog_says_how_much_there_is_to_see(qtbot: QtBot):
    titles = {"plane": "Plane", "machine": "Machine"}
    dialog = MovieDialog({"a": [0, 5, 9]}, titles, ["plane"], "light", {}, unseen={"machine"})
    qtbot.addWidget(dialog)
    assert dialog.note.text().startswith("300 frames of 3 recorded pictures")
    assert "stand still" in dialog.note.text()
    assert "Machine" not in dialog.note.text()
    dialog.stage.setCurrentIndex(1)
    assert dialog.note.text().endswith("not in sight while it was recorded: Machine")


def test_two_are_filmed_side_by_side_on_the_same_scales(qapp, tmp_path):
    a, b = Recorded(recorded()), Recorded(tree(SMALL).recording)
    b.scene = replace(b.scene, low=b.scene.low - 3, high=b.scene.high + 3)
    chosen = plan(tmp_path / "a.gif", sides=2, seconds=0.5, last=12)
    ours, theirs = multiprocessing.Pipe(duplex=False)
    feed(theirs, chosen, [a, b])
    film(chosen, ours, nothing)
    shoot(replace(chosen, path=tmp_path / "b.gif"), [a, b], nothing)
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()
    with Image.open(tmp_path / "a.gif") as image:
        assert (image.n_frames, image.size) == (4, SIZE)
        last = np.asarray(image.convert("RGB"))
    assert (last[:, : SIZE[0] // 2] != last[:, SIZE[0] // 2 :]).any()
    stages = theatres(chosen, [(a.scene, a.experiment), (b.scene, b.experiment)])
    (first, _), (second, _) = (stage.views for stage in stages)
    assert first.zoom.home == second.zoom.home
    assert [stage._title.whole[:3] for stage in stages] == ["A ·", "B ·"]
    for stage in stages:
        stage.close()
    with pytest.raises(ExperimentError, match="run evenly in steps"):
        replace(chosen, by="pictures").check()


def test_sides_of_other_data_have_each_its_own_picture(qapp, tmp_path):
    takes = [Take(load_preset(name), 4, "cpu", ()) for name in ("figure-1", "ring")]
    chosen = plan(tmp_path / "a.gif", sides=2, seconds=0.25, last=4)
    stages = theatres(chosen, [(take.scene, take.experiment) for take in takes])
    assert [stage.views[0].name for stage in stages] == ["density", "plane"]
    for stage in stages:
        stage.close()
    shoot(chosen, [Trained(take) for take in takes], nothing)


def test_the_dialog_asks_whom_to_film_when_there_are_two(qtbot: QtBot, tmp_path):
    both = {"a": [0, 5, 9], "b": [2, 3, 7]}
    dialog = MovieDialog(both, {"plane": "Plane"}, ["plane"], "light", {"by": "pictures"})
    qtbot.addWidget(dialog)
    assert dialog.sides == "ab"
    assert not dialog.by.isEnabled()
    asked = dialog.plan(tmp_path / "a.gif")
    assert (asked.first, asked.last, asked.sides, asked.by) == (2, 7, 2, "steps")
    assert "300 frames of 4 recorded pictures" in dialog.note.text()
    dialog.who.setCurrentIndex(1)
    asked = dialog.plan(tmp_path / "a.gif")
    assert (dialog.sides, asked.first, asked.last, asked.by) == ("a", 0, 9, "pictures")


def test_the_window_asks_how_and_where_to(qtbot: QtBot, filmed: MainWindow, tmp_path, monkeypatch):
    asked = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, MovieDialog):
            QTimer.singleShot(20, choose)
            return
        asked.append([box.objectName() for box in dialog.beside.values()])
        dialog.seconds.setValue(0.5)
        dialog.size_.setCurrentIndex(dialog.size_.count() - 1)
        dialog.width_.setValue(SIZE[0])
        dialog.height_.setValue(SIZE[1])
        dialog.kind.setCurrentIndex(dialog.kind.findData("gif"))
        dialog.accept()

    place = (str(tmp_path / "a"), "GIF (*.gif)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: place)
    QTimer.singleShot(20, choose)
    filmed.action("export_movie").trigger()
    with qtbot.waitSignal(filmed.work.job.done, timeout=WAIT):
        pass
    assert "movie.beside.losses" in asked[0]
    assert not {f"movie.beside.{name}" for name in ("shift", "compare", "runs")} & set(asked[0])
    assert filmed.preferences.table("movie")["seconds"] == 0.5
    with Image.open(tmp_path / "a.gif") as image:
        assert (image.n_frames, image.size) == (15, SIZE)


# -- the command -----------------------------------------------------------------------------------


def test_the_command_films_a_session_file(qapp, tmp_path):
    save(tmp_path / "a.ganlab", recorded())
    out = tmp_path / "a.gif"
    assert main(["movie", str(tmp_path / "a.ganlab"), "--out", str(out), "--seconds", "0.5",
                 "--fps", "8", "--size", "320x200", "--theme", "light"]) == 0  # fmt: skip
    with Image.open(out) as image:
        assert (image.n_frames, image.size) == (4, (320, 200))


def test_the_command_says_what_is_wrong(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    out = str(tmp_path / "a.mp4")
    assert main(["movie", "ring", "--steps", "3", "--out", out, "--size", "321x200"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said == ["movie size: is 321x200; allowed: even numbers from 16 to 4096.", f"{MISSING}."]
    assert main(["movie", "ring", "--out", str(tmp_path / "a.gif")]) == 2
    assert "--steps N is missing" in capsys.readouterr().err
    three = ["movie", "ring", "moons", "spiral", "--steps", "3", "--out", str(tmp_path / "a.gif")]
    assert main(three) == 2
    assert "movie: of 3 experiments; allowed: one, or two" in capsys.readouterr().err


def test_the_command_draws_a_strip(tmp_path, capsys):
    """A session's recording and a preset trained for it, a row each."""
    save(tmp_path / "a.ganlab", recorded())
    out = tmp_path / "strip.svg"
    words = ["strip", str(tmp_path / "a.ganlab"), "figure-1", "--steps", "0,6", "--out", str(out)]
    assert main(words) == 0
    assert "experiments from top to bottom" in capsys.readouterr().out
    drawn = out.read_text()
    for text in ("step 6", "step 3", "Figure 1 of the GAN paper", "Untitled"):
        assert f">{text}<" in drawn


def test_the_strip_command_says_what_is_wrong(tmp_path, capsys):
    save(tmp_path / "a.ganlab", recorded())
    session = str(tmp_path / "a.ganlab")
    out = str(tmp_path / "a.doc")
    assert main(["strip", session, "nope", "--out", out, "--set", "seed=1"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert "must end in .pdf, .svg or .png" in said[0]
    assert "--set changes experiments, not what was recorded" in said[1]
    assert said[2].startswith("nope: no preset")
    assert main(["strip", "ring", "--out", str(tmp_path / "a.pdf")]) == 2
    assert "--steps A,B,C or --last N is missing" in capsys.readouterr().err
