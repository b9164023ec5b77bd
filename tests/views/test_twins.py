"""Two pictures side by side: what one of them widens the other is drawn on too."""

from dataclasses import replace

import numpy as np
import pytest

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, Needs
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.views.density import DensityView
from ganlab_gui.views.plane import PlaneView
from ganlab_gui.views.twins import Twins

SMALL = {"generator.hidden": [8], "discriminator.hidden": [8], "training.batch": 16}


@pytest.mark.parametrize("kind", [PlaneView, DensityView])
@pytest.mark.parametrize("objective", ["non-saturating", "wasserstein"])
def test_a_picture_at_rest_follows_the_scale_of_the_other(qtbot, kind, objective):
    line = {"data.name": "gaussian", "noise.dim": 1} if kind is DensityView else {}
    experiment = with_values(Experiment(), SMALL | line | {"objective.name": objective})
    probe = Probe(Trainer(experiment, "cpu"))
    snapshot, scene = probe.snapshot(Needs(frozenset(FIELDS), 100, 24)), probe.scene()
    views = [kind(), kind()]
    for view in views:
        qtbot.addWidget(view)
        view.resize(600, 400)
        view.show()
        view.start(scene, experiment)
    twins = Twins(*views)
    wide = replace(snapshot, d=np.clip(5 * snapshot.d - 2, 0, 1))
    if objective == "wasserstein":
        wide = replace(snapshot, d=50 * snapshot.d)
    if snapshot.p_generated is not None:
        wide = replace(wide, p_generated=1.5 * snapshot.p_generated)
    views[0].show_snapshot(snapshot)
    views[1].show_snapshot(wide)
    twins.keep()
    if kind is PlaneView:
        assert views[0].key.bar._texts == views[1].key.bar._texts
    else:
        ranges = [view.plot.viewRange()[1] for view in views]
        assert ranges[0] == ranges[1]
        right = [view.beliefs.box.viewRange()[1] for view in views]
        assert right[0] == right[1]
