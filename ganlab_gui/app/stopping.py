"""What is said when training has stopped by itself, and the way on."""

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ganlab_gui.app.control_rows import readable
from ganlab_gui.app.control_widgets import number_text
from ganlab_gui.app.session import Session, State
from ganlab_gui.lab.stops import Stopped
from ganlab_gui.views.base import thousands

if TYPE_CHECKING:
    from ganlab_gui.app.banner import Banner
    from ganlab_gui.app.window import MainWindow


def tr(text: str) -> str:
    return QCoreApplication.translate("Stop", text)


def sentence(stopped: Stopped) -> str:
    """A stop in the user's language."""
    text = {
        "step": tr("Stopped at step {step}, as set."),
        "seconds": tr("Stopped at step {step}: played for {limit} s, as set."),
        "below": tr("Stopped at step {step}: {measure} fell to {reading} (limit {limit})."),
        "above": tr("Stopped at step {step}: {measure} rose to {reading} (limit {limit})."),
        "diverged": tr("Stopped at step {step}: {reading} of {runs} runs diverged."),
    }[stopped.reason]
    measure = readable(stopped.measure) if stopped.measure else ""
    if stopped.measure and stopped.runs > 1:
        measure = tr("the median of {measure}").format(measure=measure)
    reading = float(f"{stopped.reading:.3g}")
    return text.format(
        step=thousands(stopped.step), measure=measure, runs=stopped.runs,
        reading=_plain(reading), limit=_plain(stopped.limit),
    )  # fmt: skip


def _plain(value: float) -> str:
    whole = float(value).is_integer() and abs(value) < 1e9
    if whole:
        return thousands(int(value))
    return number_text(value) if isfinite(value) else f"{value:g}"


class StopNotice(QObject):
    """Says in the banner why training stopped, until it goes on or begins anew."""

    def __init__(
        self, window: "MainWindow", session: Session, banner: "Banner", side: str = ""
    ) -> None:
        """``side`` names the session where there are two, "A" or "B"."""
        super().__init__(window)
        self.session, self.banner, self.side = session, banner, side
        self.newest: Stopped | None = None
        self.session.stopped.connect(self.tell)
        self.session.state_changed.connect(self._clear)
        self.session.scene_changed.connect(self._forget)

    def tell(self, stopped: Stopped) -> None:
        """Show the sentence with a button that plays on."""
        self.newest = stopped
        text, label = sentence(stopped), tr("Go on")
        text = f"{self.side}: {text}" if self.side else text
        self.banner.tell("stopped", text, "info", [("go_on", label, self.session.play)])

    def retranslate(self) -> None:
        """Say it again in another language."""
        if self.newest and self.banner.topic == "stopped" and not self.banner.isHidden():
            self.tell(self.newest)

    def _clear(self) -> None:
        if self.session.state is State.PLAYING:
            self._forget()

    def _forget(self) -> None:
        self.newest = None
        self.banner.clear("stopped")
