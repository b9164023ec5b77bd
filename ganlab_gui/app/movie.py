"""Making a movie: moments, recorded or trained for it, drawn by the panels' own views."""

import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Protocol

from ganlab_gui.app.movie_plan import Plan, changes, moments
from ganlab_gui.app.theatre import Moment, Theatre, dress
from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import MEASURE_COLUMNS, History
from ganlab_gui.lab.jobs import Progress
from ganlab_gui.lab.recording import Recording
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot
from ganlab_gui.lab.video import movie

if TYPE_CHECKING:
    from ganlab_gui.lab.take import Take

QUICKLY = {"modes", "mode_history"}
"""Panels that show what is counted quickly."""
MEASURED = {"distances"}
"""Panels that show every measure, and what a perfect generator would read."""

Wish = Callable[[], Needs]
"""What pictures must hold now: it changes where a panel follows the generator."""


class Source(Protocol):
    """Where moments come from."""

    @property
    def scene(self) -> Scene: ...

    @property
    def experiment(self) -> Experiment:
        """The settings at the first step of the history; its edits say what came after."""

    def moments(self, plan: Plan, needs: Wish) -> Iterator[Moment]:
        """One for each frame of the plan, in order."""


def shoot(plan: Plan, source: Source, progress: Progress) -> None:
    """Draw and write every frame; raises what `movie` raises, and what ``progress`` does."""
    dress(plan)
    theatre = Theatre(plan, source.scene, source.experiment)
    try:
        with movie(plan.path, plan.size, plan.fps) as out:
            for number, moment in enumerate(source.moments(plan, theatre.needs), 1):
                theatre.show_moment(moment)
                out.write(theatre.frame())
                progress(number, plan.frames, "")
    finally:
        theatre.close()


class Recorded:
    """A recording's current line."""

    def __init__(self, recording: Recording) -> None:
        """Raises ExperimentError where nothing was recorded."""
        self.recording = recording
        self.steps: list[int] = recording.steps("pictures").tolist()
        if not self.steps:
            raise ExperimentError(["Nothing has been recorded yet that could be filmed."])
        self.scene = recording.branch.scene
        first = min(branch.fork for branch, _ in recording.line())
        self.experiment = recording.settings_at(first)
        self.history = recording.branch.history

    @property
    def last(self) -> int:
        return self.steps[-1]

    @property
    def main(self) -> str:
        return main_panel(self.scene)

    def picture(self, index: int) -> Snapshot:
        """The picture of a step; where its file is damaged, the one next to it."""
        found = self.recording.picture(self.steps[index])
        if found is None:
            raise ValueError("The pictures of the recording cannot be read.")
        return found

    def moments(self, plan: Plan, needs: Wish) -> Iterator[Moment]:
        at, index = moments(plan, self.steps)
        said = changes(self.history.edits, at, plan.fps)
        whole = self.history.copy(plan.last)
        whole.seen_to = plan.last
        for step, picture, edits in zip(at, index, said, strict=True):
            yield Moment(step, self.picture(picture), whole.until(step), edits)


class Trained:
    """A take that is trained frame by frame: every picture is of its very step."""

    def __init__(self, take: "Take") -> None:
        self.take = take
        self.scene, self.experiment = take.scene, take.experiment
        self.last, self.main = take.history.seen_to, main_panel(take.scene)

    def moments(self, plan: Plan, needs: Wish) -> Iterator[Moment]:
        if MEASURED & set(plan.panels):
            self.take.find_floors()
        at, _ = moments(plan, [plan.first])
        for step in at:
            self.take.to(step)
            yield Moment(step, self.take.look(needs()), self.take.history)


# -- in a process of its own -----------------------------------------------------------------------


class Fed:
    """Moments that come in through a connection, as `feed` sends them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.scene, self.experiment, self._history, self._frames = connection.recv()

    def moments(self, plan: Plan, needs: Wish) -> Iterator[Moment]:
        snapshot: Snapshot | None = None
        for step, fresh, edits in self._frames:
            snapshot = self._connection.recv() if fresh else snapshot
            assert snapshot is not None
            yield Moment(step, snapshot, self._history.until(step), edits)


def feed(connection: Connection, plan: Plan, source: Recorded) -> threading.Thread:
    """Send what `Fed` takes, from a thread: the other end reads at its own pace.

    What was recorded is gathered here and now; training may go on meanwhile.
    """
    history: History = source.history.copy(plan.last)
    history.seen_to = plan.last
    at, index = moments(plan, source.steps)
    said = changes(history.edits, at, plan.fps)
    fresh = [now != before for now, before in zip(index, [-1, *index], strict=False)]
    head = (source.scene, source.experiment, history, list(zip(at, fresh, said, strict=True)))
    shown = [source.picture(i) for i, new in zip(index, fresh, strict=True) if new]

    def send() -> None:
        try:
            for part in (head, *shown):
                connection.send(part)
        except OSError:  # nobody reads any more
            return
        finally:
            connection.close()

    thread = threading.Thread(target=send, daemon=True, name="movie")
    thread.start()
    return thread


def film(plan: Plan, connection: Connection, progress: Progress) -> None:
    """The work of the movie's process: see `Job`."""
    shoot(plan, Fed(connection), progress)


def main_panel(scene: Scene) -> str:
    """The panel that shows this data at large."""
    return "field" if scene.point else "density" if scene.dim == 1 else "plane"


def measures_of(panels: tuple[str, ...]) -> tuple[str, ...]:
    """The measures that these panels show."""
    from ganlab_gui.lab.examiner import QUICK

    if MEASURED & set(panels):
        return MEASURE_COLUMNS
    return QUICK if QUICKLY & set(panels) else ()
