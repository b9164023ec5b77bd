"""Movies and film strips of a window's recording."""

import multiprocessing
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ganlab_gui.app.exporter import wait_for, warming
from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.lab.files import forget_parts
from ganlab_gui.lab.snapshot import lacks

if TYPE_CHECKING:
    from ganlab_gui.app.movie import Recorded
    from ganlab_gui.app.movie_plan import Plan
    from ganlab_gui.app.window import MainWindow
    from ganlab_gui.figures import Style
    from ganlab_gui.figures.strip_rows import Strip


def tr(text: str) -> str:
    return QCoreApplication.translate("Films", text)


class Films(QObject):
    """Asks how, and where to; a movie is made in a process of its own beside the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self._path: Path | None = None

    def _recorded(self) -> "dict[str, Recorded]":
        """What there is to film of sides "a" and "b"; nothing, told in the banner, if not of A."""
        from ganlab_gui.app.movie import Recorded

        found = {}
        for side, session in zip("ab", self.window.comparison.sessions, strict=False):
            with suppress(ExperimentError):
                if session.recording is not None:
                    found[side] = Recorded(session.recording)
        if "a" in found:
            return found
        self.window.session.refused.emit(tr("Nothing has been recorded yet: train a few steps."))
        return {}

    # -- movies ------------------------------------------------------------------------------------

    def ask_movie(self) -> None:
        """Ask how the movie should be and where to put it, then make it."""
        from ganlab_gui.app.movie_dialog import MovieDialog
        from ganlab_gui.app.movie_plan import FILMED

        window, sources = self.window, self._recorded()
        if not sources:
            return
        source = sources["a"]
        panels = window.panels.panels
        several = source.scene.runs > 1
        suited = {
            name: panels[name].view
            for name in FILMED
            if panels[name].view.suits(source.scene) and (several or name != "runs")
        }
        titles = {name: view.title() for name, view in suited.items()}
        newest = source.picture(-1)
        unseen = {name for name, view in suited.items() if lacks(newest, view.needs())}
        shown = sorted(window.panels.visible(), key=lambda name: name != window.panels.staged)
        kept = window.preferences.table("movie")
        dialog = MovieDialog(
            {side: one.steps for side, one in sources.items()},
            titles, shown, window.palette_.name, kept, window, unseen=unseen,
        )  # fmt: skip
        if not dialog.exec():
            return
        window.preferences.set_table("movie", dialog.kept())
        kind = dialog.suffix
        path = window.documents.ask_path(
            tr("Save the movie"), f"movie{kind}", f"{kind[1:].upper()} (*{kind})"
        )
        if path is not None:
            options = {name: panel.view.options() for name, panel in panels.items()}
            run = panels[window.panels.main].view.run
            plan = dialog.plan(path, language=window.language, run=run, options=options)
            self.film(plan, dialog.sides)

    def film(self, plan: "Plan", sides: str = "a") -> bool:
        """Make a movie of what is recorded now, of side "a", "b" or "ab"; whether it has begun."""
        from ganlab_gui.app.movie import feed, film

        recorded = self._recorded()
        if not recorded:
            return False
        try:
            plan.check()
        except ExperimentError as error:
            self.window.session.refused.emit(str(error))
            return False
        ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
        work, self._path = self.window.work, plan.path
        begun = work.begin(tr("Movie"), plan.path, film, (plan, ours))
        ours.close()
        if not begun:
            theirs.close()
            return False
        assert work.job is not None
        work.job.failed.connect(self._forget_parts)
        feed(theirs, plan, [recorded[side] for side in sides])
        return True

    def _forget_parts(self) -> None:
        """A process that was killed could not tidy up."""
        if self._path is not None:
            forget_parts(self._path)

    def close(self) -> None:
        """The window closes; its work is ended already."""
        self._forget_parts()

    # -- strips ------------------------------------------------------------------------------------

    def ask_strip(self) -> None:
        """Show a strip of the recording and its branches, to be changed and saved."""
        from ganlab_gui.app.strip_dialog import StripDialog

        if not self._recorded():
            return
        window = self.window
        sides = [s.recording for s in window.comparison.sessions if s.recording is not None]
        names = ("A", "B") if len(sides) > 1 else ("",)
        dialog = StripDialog(
            list(zip(names, sides, strict=True)),
            window.palette_.name,
            window.preferences.table("strip"),
            window,
        )
        if not dialog.exec():
            return
        try:
            strip = dialog.strip()
        except ValueError as error:
            window.session.refused.emit(str(error))
            return
        window.preferences.set_table("strip", dialog.kept())
        kind = dialog.kind.currentData()
        path = window.documents.ask_path(
            tr("Save the film strip"), f"strip.{kind}", f"{kind.upper()} (*.{kind})"
        )
        if path is not None:
            wait_for(warming())
            self.save_strip(strip, dialog.style_of_figure(), path)

    def save_strip(self, strip: "Strip", style: "Style", path: Path) -> bool:
        from ganlab_gui.figures.filmstrip import render_strip

        try:
            data = render_strip(strip, style, path.suffix[1:].lower())
        except ValueError as error:  # an ending that is no figure's
            self.window.session.refused.emit(f"{path}: {error}")
            return False
        return self.window.documents.write(path, data)
