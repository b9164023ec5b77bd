"""Making a movie: moments, recorded or trained for it, drawn by the panels' own views."""

import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from ganlab_gui.app.movie_plan import Plan, changes, moments
from ganlab_gui.app.panels import main_picture
from ganlab_gui.app.theatre import Moment, dress, theatres
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


def shoot(plan: Plan, sources: Sequence[Source], progress: Progress) -> None:
    """Draw and write every frame, a source a side.

    Raises what `movie` raises, and what ``progress`` does.
    """
    dress(plan)
    stages = theatres(plan, [(source.scene, source.experiment) for source in sources])
    reels = [
        source.moments(plan, stage.needs) for source, stage in zip(sources, stages, strict=True)
    ]
    try:
        with movie(plan.path, plan.size, plan.fps) as out:
            for number, shown in enumerate(zip(*reels, strict=True), 1):
                for stage, moment in zip(stages, shown, strict=True):
                    stage.show_moment(moment)
                out.write(np.concatenate([stage.frame() for stage in stages], axis=1))
                progress(number, plan.frames, "")
    finally:
        for stage in stages:
            stage.close()


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
        return main_picture(self.scene, self.experiment)

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
        self.last, self.main = take.history.seen_to, main_picture(take.scene, take.experiment)

    def moments(self, plan: Plan, needs: Wish) -> Iterator[Moment]:
        if MEASURED & set(plan.panels):
            self.take.find_floors()
        at, _ = moments(plan, [plan.first])
        for step in at:
            self.take.to(step)
            yield Moment(step, self.take.look(needs()), self.take.history)


# -- in a process of its own -----------------------------------------------------------------------


class Fed:
    """Moments that come in through a connection, as `feed` sends them, after their ``head``."""

    def __init__(self, connection: Connection, head: Any) -> None:
        self._connection = connection
        self.scene, self.experiment, self._history, self._frames = head

    def moments(self, plan: Plan, needs: Wish) -> Iterator[Moment]:
        snapshot: Snapshot | None = None
        for step, fresh, edits in self._frames:
            snapshot = self._connection.recv() if fresh else snapshot
            assert snapshot is not None
            yield Moment(step, snapshot, self._history.until(step), edits)


def feed(connection: Connection, plan: Plan, sources: Sequence[Recorded]) -> threading.Thread:
    """Send what `Fed` takes, from a thread: the other end reads at its own pace.

    What was recorded is gathered here and now; training may go on meanwhile.
    """
    heads, reels = zip(*(_unrolled(plan, source) for source in sources), strict=True)

    def send() -> None:
        try:
            connection.send(heads)
            for shown in zip(*reels, strict=True):
                for picture in shown:
                    if picture is not None:
                        connection.send(picture)
        except OSError:  # nobody reads any more
            return
        finally:
            connection.close()

    thread = threading.Thread(target=send, daemon=True, name="movie")
    thread.start()
    return thread


def _unrolled(plan: Plan, source: Recorded) -> tuple[Any, list[Snapshot | None]]:
    """The head for `Fed`, and for each frame its picture; None where the one before stays."""
    history: History = source.history.copy(plan.last)
    history.seen_to = plan.last
    at, index = moments(plan, source.steps)
    said = changes(history.edits, at, plan.fps)
    fresh = [now != before for now, before in zip(index, [-1, *index], strict=False)]
    head = (source.scene, source.experiment, history, list(zip(at, fresh, said, strict=True)))
    return head, [source.picture(i) if new else None for i, new in zip(index, fresh, strict=True)]


def film(plan: Plan, connection: Connection, progress: Progress) -> None:
    """The work of the movie's process: see `Job`."""
    shoot(plan, [Fed(connection, head) for head in connection.recv()], progress)


def measures_of(panels: tuple[str, ...]) -> tuple[str, ...]:
    """The measures that these panels show."""
    from ganlab_gui.lab.examiner import QUICK

    if MEASURED & set(panels):
        return MEASURE_COLUMNS
    return QUICK if QUICKLY & set(panels) else ()
