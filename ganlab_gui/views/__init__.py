"""The panels, by name; the window makes one of each."""

from ganlab_gui.views.base import View
from ganlab_gui.views.compare import CompareView
from ganlab_gui.views.density import DensityView
from ganlab_gui.views.distances import DistancesView
from ganlab_gui.views.field import FieldView
from ganlab_gui.views.losses import LossesView
from ganlab_gui.views.machine import MachineView
from ganlab_gui.views.mode_history import ModeHistoryView
from ganlab_gui.views.modes import ModesView
from ganlab_gui.views.plane import PlaneView
from ganlab_gui.views.runs import RunsView
from ganlab_gui.views.shift import ShiftView

VIEWS: dict[str, type[View]] = {
    "plane": PlaneView,
    "density": DensityView,
    "modes": ModesView,
    "mode_history": ModeHistoryView,
    "distances": DistancesView,
    "losses": LossesView,
    "runs": RunsView,
    "shift": ShiftView,
    "field": FieldView,
    "machine": MachineView,
    "compare": CompareView,
}
