"""Where transport and settings of a window go: to its session alone, or to the sides of A|B."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ganlab_gui.app.conductor import Conductor
from ganlab_gui.app.rival import tr
from ganlab_gui.app.session import Session, State
from ganlab_gui.experiment.io import dumps

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow


class Sides(QObject):
    """A, the window's own session, and B, if there is one."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.rival: Session | None = None
        self.conductor: Conductor | None = None
        self.side = "a"
        """Whose settings are edited: "a", "b" or "both"."""
        self.same_seed = True
        self.own_seed = 0
        """The seed that B has where it is not A's."""

    @property
    def active(self) -> bool:
        return self.rival is not None

    @property
    def sessions(self) -> list[Session]:
        """A's, and B's if there is one."""
        return [s for s in (self.window.session, self.rival) if s is not None]

    @property
    def edited(self) -> list[Session]:
        """The sessions that an edit of a setting goes to."""
        if self.rival is None or self.side == "a":
            return [self.window.session]
        return [self.rival] if self.side == "b" else self.sessions

    @property
    def playing(self) -> bool:
        """Whether the transport is to offer a pause."""
        if self.conductor is not None:
            return self.conductor.playing
        return self.window.session.state is State.PLAYING

    @property
    def step(self) -> int:
        """The step shown: of both sides, or of the moment visited."""
        a = self.window.session
        if self.conductor is None or a.moment is not None:
            return a.shown_step
        return self.conductor.step

    # -- transport ---------------------------------------------------------------------------------

    def toggle(self) -> None:
        (self.conductor or self.window.session).toggle()

    def step_both(self) -> None:
        self._advance("both")

    def step_d(self) -> None:
        self._advance("d")

    def step_g(self) -> None:
        self._advance("g")

    def _advance(self, kind: str) -> None:
        (self.conductor or self.window.session).advance(kind)

    def set_speed(self, speed: float | None) -> None:
        (self.conductor or self.window.session).set_speed(speed)

    def reset(self) -> None:
        """Start again from step 0 with the same seeds; B goes with A."""
        self.window.session.reset()

    def new_seed(self) -> None:
        """New seeds on both sides: the same one, or each its own next."""
        if self.rival is not None and not self.same_seed:
            self.rival.new_seed()
            self.own_seed = self.rival.experiment.seed
        self.window.session.new_seed()

    # -- settings ----------------------------------------------------------------------------------

    def set_side(self, side: str) -> None:
        """Edit the settings of "a", "b" or "both"."""
        self.side = side
        self.window._show_experiment()
        self.window._show_undo()

    def undo(self) -> None:
        for session in self.edited:
            session.undo_stack.undo()

    def redo(self) -> None:
        for session in self.edited:
            session.undo_stack.redo()

    def restore(self) -> None:
        for session in self.edited:
            session.restore()

    def finish_edit(self, path: str) -> None:
        for session in self.edited:
            session.finish_edit(path)

    def set_same_seed(self, on: bool) -> None:
        """B takes A's seed, and so the same first weights and draws; or has its own again."""
        self.same_seed = on
        if self.rival is None:
            return
        self.rival.edit("seed", self.window.session.experiment.seed if on else self.own_seed)
        if "seed" in self.rival.pending:
            self.rival.rebuild()

    def _follow_seed(self) -> None:
        seed = self.window.session.experiment.seed
        if self.rival is not None and self.same_seed and self.rival.experiment.seed != seed:
            self.rival.edit("seed", seed)

    def save(self) -> None:
        """Write B's settings to a file of the user's choice."""
        if self.rival is None:
            return
        documents = self.window.documents
        path = documents.ask_path(tr("Save B's experiment"), "experiment-b.toml", "TOML (*.toml)")
        if path is not None and documents.write(path, dumps(self.rival.experiment).encode()):
            self.rival.mark_saved()
            self.rival.experiment_changed.emit()
