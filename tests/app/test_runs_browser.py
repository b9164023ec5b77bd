"""The earlier runs: what a card says, the list, and what can be done with a run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.taped import Taped, tree

from ganlab_gui.app.keeper import Keeper
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.runs_browser import RunsBrowser
from ganlab_gui.app.runs_model import COLUMNS, ENTRY, KEY, Found, Runs, cell, title_of
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client
from ganlab_gui.lab.library import (
    CARD,
    SESSION,
    Difference,
    Entry,
    Library,
    RunCard,
    card_of,
    cleaned,
    preset_titled,
    read_card,
    write_card,
)
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.session_file import save

SMALL = with_values(
    Experiment(), {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16}
)
WAIT = 60_000


def run_of(library: Path, name: str, recording: Recording | None = None, **card: object) -> Entry:
    folder = library / name
    folder.mkdir(parents=True)
    if recording is None:
        (folder / SESSION).write_bytes(b"not looked into")
    else:
        save(folder / SESSION, recording)
    write_card(folder, RunCard(**card))  # type: ignore[arg-type]
    entry = Library(library).entry(name)
    assert entry is not None
    return entry


# -- cards -----------------------------------------------------------------------------------------


def test_a_card_says_what_was_run() -> None:
    changed = with_values(
        load_preset("ring"),
        {"discriminator_optimizer.lr": 0.002, "training.batch": 32, "seed": 3, "runs": 2},
    )
    tape = Taped(changed)
    tape.step(7)
    readings = tape.trainer.measures(("js", "w1", "modes_captured", "high_quality"))
    tape.recording.branch.history.measure(7, readings)
    card = card_of(tape.recording, 12.34, ("a",))
    assert (card.title, card.preset) == ("Ring of eight modes", "Ring of eight modes")
    assert [(d.path, d.new) for d in card.differs] == [
        ("training.batch", 32), ("discriminator_optimizer.lr", 0.002),
    ]  # fmt: skip
    assert (card.seed, card.runs, card.steps, card.modes) == (3, 2, 7, 8)
    assert (card.seconds, card.tags) == (12.3, ("a",))
    assert card.measures["w1"] == pytest.approx(float(readings["w1"].mean()), rel=1e-6)
    assert card.samples["w1"] == tape.recording.branch.scene.w1_samples
    assert card.samples["js"] == tape.recording.branch.scene.measure_samples


def test_an_experiment_of_ones_own_has_no_preset_to_differ_from() -> None:
    assert preset_titled("Nobody has called one this") is None
    card = card_of(Taped().recording, 0.0)
    assert (card.preset, card.differs, card.measures) == ("", (), {})


@pytest.mark.parametrize("content", [b"", b"[]", b'{"steps": "many"}', b"\xff"])
def test_a_damaged_card_is_no_lost_run(tmp_path: Path, content: bytes) -> None:
    entry = run_of(tmp_path, "a", title="A")
    (entry.folder / CARD).write_bytes(content)
    (found,) = Library(tmp_path).entries()
    assert found.name == "a"
    assert found.card.date == read_card(entry.folder).date != ""
    assert title_of(found) == "a"


def test_tags_are_cleaned() -> None:
    assert cleaned([" a  b ", "", "a b", "c" * 99]) == ("a b", "c" * 40)
    assert len(cleaned(map(str, range(50)))) == 12


def test_what_is_no_run_is_no_entry(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    assert Library(tmp_path).entries() == []
    assert Library(tmp_path / "nowhere").entries() == []


# -- the list --------------------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    library = home / "library"
    run_of(
        library, "1", tree().recording, title="Ring of eight modes", preset="Ring of eight modes",
        steps=900, date="2026-01-01T00:00:00+00:00", measures={"js": 0.5, "modes_captured": 8.0},
        samples={"js": 2500, "modes_captured": 2500}, modes=8, tags=("good",),
    )  # fmt: skip
    run_of(
        library, "2", title="Collapse", steps=50, date="2026-01-03T00:00:00+00:00", modes=8,
        measures={"js": 0.25, "w1": 1.5, "modes_captured": 1.0}, samples={"js": 2500, "w1": 512},
        differs=(Difference(path="discriminator_optimizer.lr", old=0.1, new=0.002),),
    )  # fmt: skip
    run_of(library, "3", title="A line", steps=7000, date="2026-01-02T00:00:00+00:00", seed=9)
    return home


def found_in(home: Path, qtbot: QtBot) -> tuple[Runs, Found]:
    from PySide6.QtCore import QObject

    parent = QObject()
    model, found = Runs(parent), Found(parent)
    model.parent_ = parent  # type: ignore[attr-defined]
    found.setSourceModel(model)
    model.show(Library(home / "library").entries())
    return model, found


def names(found: Found) -> list[str]:
    return [found.index(row, 0).data(ENTRY).name for row in range(found.rowCount())]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("", ["2", "3", "1"]), ("RING", ["1"]), ("d lr", ["2"]), ("good", ["1"]), ("seed 9", ["3"]),
     ("0.002 collapse", ["2"]), ("ring collapse", []), ("2026-01-02", ["3"])],
)  # fmt: skip
def test_runs_are_found_by_their_words(
    three: Path, qtbot: QtBot, words: str, expected: list[str]
) -> None:
    _, found = found_in(three, qtbot)
    found.look_for(words)
    assert names(found) == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [("run", ["3", "2", "1"]), ("steps", ["2", "1", "3"]), ("js", ["2", "1", "3"]),
     ("w1", ["2", "3", "1"]), ("modes", ["3", "2", "1"]), ("date", ["1", "3", "2"]),
     ("tags", ["2", "3", "1"])],
)  # fmt: skip
def test_runs_are_sorted_by_any_column(
    three: Path, qtbot: QtBot, column: str, expected: list[str]
) -> None:
    _, found = found_in(three, qtbot)
    found.sort(COLUMNS.index(column), Qt.SortOrder.AscendingOrder)
    assert names(found) == expected


def test_cells_say_the_numbers_and_what_they_rest_on(three: Path) -> None:
    two = Library(three / "library").entry("2")
    assert two is not None
    assert (cell(two, "js").text, cell(two, "js").below) == ("0.25", "n = 2\u2009500")
    assert (cell(two, "w1").text, cell(two, "w1").below) == ("1.5", "n = 512")
    assert cell(two, "modes").text == "1 of 8"
    assert cell(two, "run").below == "seed 0 · D lr 0.002"
    three_ = Library(three / "library").entry("3")
    assert three_ is not None
    assert cell(three_, "js").text == "–"


def test_thousands_of_runs_are_quick_to_list_and_pictures_wait(
    tmp_path: Path, qtbot: QtBot
) -> None:
    entries = [
        Entry(tmp_path / str(n), RunCard(title=f"Run {n}", steps=n, date=f"{n:05}"), 1)
        for n in range(5_000)
    ]
    model, found = found_in(tmp_path, qtbot)
    model.show(entries)
    found.sort(COLUMNS.index("steps"), Qt.SortOrder.DescendingOrder)
    assert names(found)[0] == "4999"
    assert found.index(0, 1).data(KEY) == 4999


# -- the window ------------------------------------------------------------------------------------

Open = Callable[[Path], tuple[MainWindow, RunsBrowser]]


@pytest.fixture
def open_runs(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    (tmp_path / "xdg").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    windows: list[MainWindow] = []

    def begin(home: Path) -> tuple[MainWindow, RunsBrowser]:
        window = MainWindow(SMALL, Preferences(None, home), Client(SMALL, "thread", "cpu"))
        windows.append(window)
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
        window.action("runs").trigger()
        browser = window.keeping.browser
        assert browser is not None
        return window, browser

    yield begin
    for window in windows:
        window.session.mark_saved()
        window.close()
        window.deleteLater()


def chosen(browser: RunsBrowser) -> list[str]:
    return [entry.name for entry in browser.chosen()]


def test_runs_are_tagged_deleted_and_taken_back(qtbot: QtBot, open_runs: Open, three: Path) -> None:
    _, browser = open_runs(three)
    assert browser.isVisible()
    assert browser.count.text() == "3 runs · 0 MB"
    assert chosen(browser) == ["2"], "the newest"
    browser.details.tags.setText("lecture 3，  good")
    browser.details.tags.editingFinished.emit()
    library = Library(three / "library")
    two = library.entry("2")
    assert two is not None
    assert two.card.tags == ("lecture 3", "good")
    browser.search.setText("good")
    assert names(browser.found) == ["2", "1"]
    assert browser.count.text() == "2 of 3 runs"
    browser.table.selectAll()
    assert browser.details.delete.text() == "Delete 2 runs"
    assert not browser.details.open.isEnabled()
    qtbot.keyClick(browser.table, Qt.Key.Key_Delete)
    assert [e.name for e in library.entries()] == ["3"]
    assert browser.said.text() == "2 runs are in the trash."
    browser.search.clear()
    browser.undo.click()
    assert [e.name for e in library.entries()] == ["2", "3", "1"]
    assert sorted(chosen(browser)) == ["1", "2"]
    assert browser.undo.isHidden()
    browser.search.setText("nothing has this")
    assert browser.nothing.text() == "No run has these words."
    assert not browser.details.isEnabled()


def test_a_run_is_opened_where_it_ended_and_its_settings_begin_anew(
    qtbot: QtBot, open_runs: Open, three: Path
) -> None:
    window, browser = open_runs(three)
    browser.search.setText("ring")
    assert browser.details.settings.text() == "All settings are those of its preset."
    qtbot.keyClick(browser.search, Qt.Key.Key_Down)
    browser.details.open.click()
    qtbot.waitUntil(lambda: window.session.step == 40, timeout=WAIT)
    assert browser.isHidden()
    kept = window.keeping.keeper.kept
    assert kept is not None
    assert kept.source == "1"
    assert window.sessions.path is None, "runs of the library are no files of the user's"
    window.session.mark_saved()
    window.action("runs").trigger()
    browser.search.setText("ring")
    browser.details.begin.click()
    qtbot.waitUntil(
        lambda: window.session.step == 0 and window.session.state is State.PAUSED, timeout=WAIT
    )
    assert window.session.experiment.training.d_steps == 2, "as its last branch had it"
    assert window.session.unsaved is False


def test_without_runs_it_says_so_and_texts_follow_language_and_size(
    qtbot: QtBot, open_runs: Open, tmp_path: Path
) -> None:
    window, browser = open_runs(tmp_path / "nothing")
    assert browser.nothing.isVisible()
    assert browser.nothing.text().startswith("Nothing has been run yet.")
    for scale in (1.5, 1.0):
        browser.set_theme(window.palette_, scale)
        shown = [n for n, name in enumerate(COLUMNS) if not browser.table.isColumnHidden(n)]
        assert shown[0] == 0
    browser.limit.setCurrentIndex(0)
    assert window.keeping.keeper.limit == 1 << 30 == window.preferences.get("library.limit", 0)
    other = RunsBrowser(window, Keeper(window.session, None, window))
    assert other.nothing.text() == "This window keeps no runs."


def test_a_run_that_cannot_be_opened_is_said(qtbot: QtBot, open_runs: Open, three: Path) -> None:
    window, browser = open_runs(three)
    browser.details.begin.click()
    assert "is not a session" in browser.said.text()
    with qtbot.waitSignal(window.session.refused, timeout=WAIT):
        browser.details.open.click()
    assert "is not a session" in window.banner.label.text()
