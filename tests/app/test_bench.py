"""The window's benchmark: it measures a live window and says plainly what it did not measure."""

import os
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ganlab_gui.app import bench, bench_movie, bench_soak
from ganlab_gui.app.main import create
from ganlab_gui.lab.bench import work


def test_gan_labs_work_is_the_one_it_starts_with() -> None:
    e = bench.gan_lab_work()
    assert (e.generator.hidden, e.discriminator.hidden) == ((8, 8), (8, 8))
    assert (e.training.batch, e.training.d_steps, e.training.g_steps) == (150, 2, 1)
    assert (e.generator_optimizer.lr, e.discriminator_optimizer.lr) == (0.1, 0.03)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="no /proc")
def test_memory_counts_every_process_it_is_given() -> None:
    once = bench.proportional_memory([os.getpid()])
    assert once > 10
    assert bench.proportional_memory([os.getpid()] * 2) == pytest.approx(2 * once, rel=0.2)


def test_a_live_window_is_watched(qtbot: QtBot) -> None:
    _, window = create(work(4, 8), home="thread")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    bench.play(window, 0.1)
    watch = bench.Watch(window)
    steps, frames = watch.over(0.5)
    bench.pause(window)
    assert steps > 0
    assert frames > 0
    assert watch.late
    assert min(watch.late) >= 0
    window.session.mark_saved()


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="no /proc")
def test_a_restless_user_is_watched(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_soak, "PLAY_SECONDS", 0.2)
    memory, frames = bench_soak.soak(1e-3)
    assert memory.measured is not None
    assert "of which the recording" in memory.note
    assert frames.measured is not None
    assert frames.measured > 0


def test_the_ends_of_a_course_leave_out_its_beginning() -> None:
    course = bench_soak.Course()
    values = [900.0, 800.0, 1.0, 3.0, *[50.0] * 14, 7.0, 9.0]
    assert course.ends(values) == (2.0, 8.0)
    assert course.ends([5.0, 6.0, 7.0, 8.0]) == (7.0, 8.0)


def test_a_movie_without_its_encoder_is_not_measured(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    (figure,) = bench_movie.filming(None, True)  # type: ignore[arg-type]
    assert figure.met is None
    assert figure.note.startswith("not measured: MP4 movies need PyAV")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_the_cpu_time_of_a_process_is_read() -> None:
    used = bench_movie.cpu_seconds(os.getpid())
    assert used == pytest.approx(time.process_time(), abs=1.0)
    assert bench_movie.cpu_seconds(None) == 0
