"""What happened to the session, said in the banner above the stage."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from ganlab_gui.app.control_rows import readable
from ganlab_gui.app.control_widgets import number_text
from ganlab_gui.app.sentences import said_here
from ganlab_gui.app.stopping import StopNotice

if TYPE_CHECKING:
    from ganlab_gui.app.banner import Banner
    from ganlab_gui.app.session import Session
    from ganlab_gui.app.window import MainWindow
    from ganlab_gui.experiment.schema import Experiment

WGAN_RECIPE: dict[str, Any] = {
    "clip.c": 0.01,
    "training.d_steps": 5,
    "generator_optimizer.name": "rmsprop",
    "generator_optimizer.lr": 5e-5,
    "generator_optimizer.beta2": 0.99,
    "discriminator_optimizer.name": "rmsprop",
    "discriminator_optimizer.lr": 5e-5,
    "discriminator_optimizer.beta2": 0.99,
}
"""Algorithm 1 of Arjovsky et al. 2017; all of it applies while running."""


def tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def unbounded(experiment: "Experiment") -> bool:
    """Whether a Wasserstein critic has nothing that holds its slope.

    Of all losses this one alone is linear in D, and falls without end as D grows.
    """
    held = experiment.penalty.name != "none" and experiment.penalty.weight > 0
    held = held or experiment.clip.c > 0 or experiment.discriminator.norm == "spectral"
    return experiment.objective.name == "wasserstein" and not held


class Notices(QObject):
    """Listens to the session and tells the banner; a notice goes when its cause does."""

    def __init__(
        self, window: "MainWindow", session: "Session", banner: "Banner", side: str = ""
    ) -> None:
        """``side`` names the session where there are two, "A" or "B"."""
        super().__init__(window)
        self.banner, self.session, self.controls = banner, session, window.controls
        self.side = side
        self.stop = StopNotice(window, session, banner, side)
        self._unbounded = unbounded(session.experiment)
        session.pending_changed.connect(self._tell_pending)
        session.refused.connect(self.tell_refusal)
        session.diverged.connect(self._tell_divergence)
        session.lost.connect(self._tell_loss)
        session.scene_changed.connect(self._start)
        session.experiment_changed.connect(self._tell_recipe)

    def name_side(self, side: str) -> None:
        """From now on the notices begin with ``side``; with nothing where it is empty."""
        self.side = self.stop.side = side

    def _start(self) -> None:
        for topic in ("diverged", "lost", "pending"):
            self.banner.clear(topic)

    def _tell_pending(self) -> None:
        names = self.controls.names_of(self.session.pending)
        if not names:
            self.banner.clear("pending")
            return
        text = tr("{0}: this rebuilds the networks, and training starts again from step 0.")
        self._say(
            "pending", text.format(names), "info",
            [
                ("rebuild", tr("Rebuild"), self.session.rebuild),
                ("keep", tr("Keep training"), self.session.keep_running),
            ],
        )  # fmt: skip

    def _say(
        self, topic: str, text: str, kind: str, actions: list[tuple[str, str, Callable[[], object]]]
    ) -> None:
        self.banner.tell(topic, f"{self.side}: {text}" if self.side else text, kind, actions)

    def tell_refusal(self, sentence: str) -> None:
        self._say("refused", said_here(sentence), "danger", [("ok", tr("OK"), lambda: None)])

    def _tell_divergence(self, diverged_at: list[int | None], cause: str) -> None:
        broken = [at for at in diverged_at if at is not None]
        if not broken:
            return
        what = tr("{0} became infinite or undefined at step {1}").format(tr(cause), broken[0])
        if len(diverged_at) > 1:
            what += tr(" in {0} of {1} runs").format(len(broken), len(diverged_at))
        edits = [e for e in self.session.history.edits if e.step <= broken[0]]
        last = {e.path: e.new for e in edits if e.step == edits[-1].step}
        if len(last) == 1:
            path, value = next(iter(last.items()))
            what += tr(", after {0} was set to {1}").format(
                self.controls.name_of(path), said(value)
            )
        elif last:
            what += tr(", after {0} were changed").format(self.controls.names_of(last))
        hint = tr(
            "The pictures show the last finite state. What usually helps: a smaller learning rate,"
            " a gradient penalty, or Adam instead of plain gradient descent."
        )
        self._say(
            "diverged", f"{what}. {hint}", "danger",
            [("restart", tr("Start again"), self.session.reset)],
        )  # fmt: skip

    def _tell_loss(self, sentence: str) -> None:
        step = self.session.backup_step
        text = tr("Training has stopped: {0} What was seen so far is kept.").format(
            said_here(sentence)
        )
        label = tr("Go on from step {0}").format(step)
        self._say("lost", text, "danger", [("revive", label, self.session.revive)])

    def _tell_recipe(self) -> None:
        """Once an edit leaves the critic without any bound on its slope, offer the paper's."""
        experiment = self.session.experiment
        before, self._unbounded = self._unbounded, unbounded(experiment)
        if not self._unbounded:
            self.banner.clear("recipe")
        elif not before and self.session.unsaved:
            self._offer_recipe()

    def _offer_recipe(self) -> None:
        text = tr(
            "Nothing bounds the critic's slope now. The WGAN recipe does:"
            " RMSProp 5e-5, c = 0.01, k = 5."
        )
        self._say(
            "recipe", text, "info",
            [
                ("recipe", tr("Apply the WGAN recipe"),
                 lambda: self.session.edit_many(WGAN_RECIPE)),
                ("keep_loss", tr("Keep as it is"), lambda: None),
            ],
        )  # fmt: skip

    def retranslate(self) -> None:
        """Say again, in another language, what still waits for an answer."""
        again = {"pending": self._tell_pending, "recipe": self._offer_recipe}
        if not self.banner.isHidden() and self.banner.topic in again:
            again[self.banner.topic]()
        self.stop.retranslate()


def said(value: object) -> str:
    """A setting's value as the panel shows it."""
    if isinstance(value, str):
        return readable(value)
    return number_text(value) if isinstance(value, int | float) else str(value)
