"""Taking things away: figures by matplotlib, history, samples, weights, copies to the clipboard."""

import threading
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from ganlab_gui.app.control_rows import said
from ganlab_gui.app.language import of_figure
from ganlab_gui.app.session import Session
from ganlab_gui.app.travel import REACH
from ganlab_gui.lab.files import SaveError

if TYPE_CHECKING:
    from ganlab_gui.app.window import MainWindow
    from ganlab_gui.figures import Picture, Style
    from ganlab_gui.figures.plate import PagePicture

SVG = "image/svg+xml"
THEORY = "theory"
"""What the desk's page is called among the figures."""
LOOK_MS = 20
SAMPLES = 10_000
"""Points of each run in an exported NPZ."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Exporter", text)


@cache
def warming() -> threading.Thread:
    """A thread that loads what draws figures, once: libraries and fonts take seconds."""

    def work() -> None:
        import_module("ganlab_gui.figures")
        from ganlab_gui.figures.fonts import warm_up

        warm_up()

    thread = threading.Thread(target=work, daemon=True, name="figures")
    thread.start()
    return thread


def wait_for(thread: threading.Thread) -> None:
    """Return when ``thread`` has ended; the window lives on meanwhile."""
    loop, timer = QEventLoop(), QTimer(interval=LOOK_MS)
    timer.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
    if thread.is_alive():
        timer.start()
        loop.exec()


class Exporter(QObject):
    """The export side of a window; matplotlib is loaded at the first figure."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self._copied: QImage | None = None
        self.session.reply.connect(self._on_reply)

    @property
    def session(self) -> Session:
        return self.window.session

    # -- figures -----------------------------------------------------------------------------------

    def picture(self, name: str) -> "Picture":
        """What the figure of a panel is drawn from: what the window shows at this moment."""
        from ganlab_gui.figures import Picture

        scene = self.session.scene
        if scene is None:
            raise ValueError(tr("There is nothing to export yet."))
        panels = self.window.panels.panels
        if name == "page":
            options = {key: panel.view.options() for key, panel in panels.items()}
        else:
            options = panels[name].view.options()
        other = self.window.comparison.rival
        rival = None
        if name in ("page", "compare") and other is not None and other.scene is not None:
            rival = Picture(
                other.seen_experiment, other.scene, other.snapshot, other.seen_history, options
            )  # fmt: skip
        return Picture(
            self.session.seen_experiment, scene, self.session.snapshot, self.session.seen_history,
            options, rival,
        )  # fmt: skip

    def render(self, name: str, style: "Style", kind: str) -> bytes:
        """The bytes of a panel's figure ("page": all of them); ``kind`` is pdf, svg or png."""
        from ganlab_gui.figures import render
        from ganlab_gui.figures.plate import render_plate

        if name == THEORY:
            from ganlab_gui.views.formula import PARSING

            with PARSING:  # the desk's own formulas may be on their way, in another thread
                return render_plate(self.page_picture(), style, kind)
        return render(name, self.picture(name), style, kind)

    def page_picture(self) -> "PagePicture":
        """The theory page as it is on the desk."""
        from ganlab_gui.figures.plate import PagePicture

        desk = self.window.theory.desk
        assert desk is not None
        assert desk.page is not None
        assert desk.plate is not None
        return PagePicture(desk.heading(), desk.plate, desk.page.formulas(desk.settings))

    @property
    def _staged(self) -> str:
        return THEORY if self.window.theory.active else self.window.panels.staged

    def export_stage(self) -> None:
        self.export(self._staged)

    def export_page(self) -> None:
        self.export("page")

    def copy_stage(self) -> None:
        self.copy(self._staged)

    def export(self, name: str) -> None:
        """Ask for size, resolution, type and place, then write the figure."""
        from ganlab_gui.app.export_dialog import ExportDialog

        try:
            if name != THEORY:
                self.picture(name)
        except ValueError as error:
            self.session.refused.emit(str(error))
            return
        warming()  # while the dialog is open
        dialog = ExportDialog(name, self._title(name), self.window.palette_.name, self.window)
        if not dialog.exec():
            return
        kind = dialog.kind()
        path = self.window.documents.ask_path(
            tr("Export figure"), f"{name}.{kind}", f"{kind.upper()} (*.{kind})"
        )
        if path is not None:
            wait_for(warming())
            self.export_to(name, dialog.style_of_figure(), path, dialog.words())

    def _title(self, name: str) -> str:
        if name == THEORY and self.window.theory.desk is not None:
            return self.window.theory.desk.heading()
        return tr("all panels") if name == "page" else self.window.panels.panels[name].view.title()

    def export_to(self, name: str, style: "Style", path: Path, words: bool = False) -> bool:
        """Write a figure, with ``words`` its caption and LaTeX too; the ending says the kind."""
        try:
            data = self.render(name, style, path.suffix[1:].lower())
        except ValueError as error:  # nothing to draw yet, or an ending that is no figure's
            self.session.refused.emit(f"{path}: {error}")
            return False
        return self.window.documents.write(path, data) and (not words or self._tell(name, path))

    def _tell(self, name: str, path: Path) -> bool:
        """Write caption and LaTeX beside a figure."""
        from ganlab_gui.figures.folder import write_words

        about = self.window.theory.desk.name if name == THEORY and self.window.theory.desk else ""
        parts = (about,) if about else (self.session.seen_experiment.title, name)
        try:
            write_words(path, self.caption(name), *parts)
        except SaveError as error:
            self.session.refused.emit(str(error))
            return False
        return True

    def caption(self, name: str) -> str:
        """The caption of a panel's figure, in the user's language."""
        from ganlab_gui.figures.caption import PageWords, caption, page_caption

        desk = self.window.theory.desk
        if name != THEORY or desk is None or desk.page is None:
            return caption(name, self.picture(name), of_figure)
        page = self.page_picture()
        words = PageWords(page.title, page.plate, desk.settings, desk.source(), said)
        return page_caption(words, of_figure)

    def copy(self, name: str) -> None:
        """Put a panel's figure on the clipboard, as an image and as SVG."""
        wait_for(warming())
        from ganlab_gui.figures import Style

        style = Style(palette=self.window.palette_, translate=of_figure)
        try:
            png, svg = self.render(name, style, "png"), self.render(name, style, "svg")
        except ValueError as error:
            self.session.refused.emit(str(error))
            return
        data = QMimeData()
        self._copied = QImage.fromData(png)
        data.setImageData(self._copied)
        data.setData(SVG, svg)
        QGuiApplication.clipboard().setMimeData(data)
        self.window.say(tr("Copied as picture and as SVG"))

    def let_go(self) -> None:
        """Leave a plain picture on the clipboard: data made here must not outlive the program.

        The clipboard would free it after Python is gone, which crashes at exit.
        """
        clipboard = QGuiApplication.clipboard()
        if self._copied is not None and clipboard.mimeData().hasFormat(SVG):
            clipboard.setImage(self._copied)

    # -- numbers -----------------------------------------------------------------------------------

    def export_history(self) -> None:
        path = self.window.documents.ask_path(tr("Export history"), "history.csv", "CSV (*.csv)")
        if path is not None:
            self.export_history_to(path)

    def export_history_to(self, path: Path) -> bool:
        from ganlab_gui.lab.exports import write_history

        stream = BytesIO()
        write_history(stream, self.session.history)
        return self.window.documents.write(path, stream.getvalue())

    def export_samples(self) -> None:
        path = self.window.documents.ask_path(
            tr("Export samples"), "samples.npz", "NPZ (*.npz);;CSV (*.csv)"
        )
        if path is not None:
            self._ask("samples", path, SAMPLES)

    def export_weights(self) -> None:
        path = self.window.documents.ask_path(
            tr("Export weights"), "weights.safetensors", "safetensors (*.safetensors)"
        )
        if path is not None:
            self._ask("weights", path)

    def _ask(self, kind: str, path: Path, *arguments: object) -> None:
        """Ask the worker for what is exported, of the moment in the window."""
        session, place = self.session, None
        if session.moment is not None and session.recording is not None:
            place = session.recording.place(session.moment, reach=REACH)
            if place is None or place.step != session.moment:
                said = tr("Of this moment there is a picture alone; choose one nearer to now.")
                session.refused.emit(said)
                return
        session.request(kind, str(path), *arguments, place)

    def _on_reply(self, kind: str, tag: object, payload: object) -> None:
        path = Path(str(tag))
        if kind == "weights":
            assert isinstance(payload, bytes)
            self.window.documents.write(path, payload)
        elif kind == "samples":
            from ganlab_gui.lab.exports import kind_name, samples_csv, samples_npz

            assert isinstance(payload, tuple)
            real, fake, kinds = payload
            data = samples_npz(real, fake, kinds)
            if path.suffix.lower() == ".csv":
                data = samples_csv(real, fake, kinds, kind_name(self.session.seen_experiment))
            self.window.documents.write(path, data)
        elif kind == "script":
            assert isinstance(payload, tuple)
            self._write_script(path, *payload)

    def export_script(self) -> None:
        path = self.window.documents.ask_path(
            tr("Export the generator as a program"), "generator.py", "Python (*.py)"
        )
        if path is not None:
            self._ask("script", path, path.stem)

    def _write_script(self, path: Path, text: str, weights: bytes | None) -> None:
        """The program, after the weights that belong beside it."""
        write = self.window.documents.write
        if weights is None or write(path.with_suffix(".weights"), weights):
            write(path, text.encode())
