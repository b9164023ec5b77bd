"""A window on the Dirac-GAN: its field on the stage, one picture of all runs, and back again."""

import numpy as np
from pytestqt.qtbot import QtBot

from ganlab_gui.app.main import create
from ganlab_gui.app.session import State
from ganlab_gui.core.theory import dirac
from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.experiment.schema import Experiment

WAIT = 60_000


def test_the_field_takes_the_stage_and_shows_the_trainers_path(qtbot: QtBot) -> None:
    experiment = load_preset("dirac-r1")
    _, window = create(experiment, home="thread", device="cpu")
    panels = window.panels
    window.show()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED, timeout=WAIT)
    assert panels.staged == panels.main == "field"
    assert panels.panels["runs"].dock.isHidden()
    assert panels.panels["modes"].dock.isHidden()
    window.session.advance("both", 60)
    qtbot.waitUntil(lambda: window.up_to_date(60), timeout=WAIT)
    starts = [(z.real, z.imag) for z in map(experiment.data.start, experiment.seeds)]
    path = dirac.iterate(experiment, starts, 60)
    rows = window.session.history.rows
    for column, name in enumerate(("theta", "psi")):
        np.testing.assert_allclose(rows.column(name), path[1:, :, column], atol=1e-5)
    view = panels.panels["field"].view
    np.testing.assert_allclose(np.array(view.here.getData()).T, path[-1, :1], atol=1e-5)
    assert window.session.snapshot is not None
    np.testing.assert_allclose(window.session.snapshot.point, path[-1], atol=1e-5)

    small = {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16}
    window.session.open_experiment(with_values(Experiment(runs=2), small))
    qtbot.waitUntil(lambda: panels.staged == "plane", timeout=WAIT)
    assert panels.panels["field"].dock.isHidden()
    assert panels.panels["runs"].dock.isVisible()
    window.session.open_experiment(experiment)
    qtbot.waitUntil(lambda: panels.staged == "field", timeout=WAIT)
    window.session.mark_saved()
    window.close()
    window.deleteLater()
