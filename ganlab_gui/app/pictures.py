"""Makes the pictures that travel with the program: the gallery's thumbnails, the README's.

``python -m ganlab_gui.app.pictures`` trains every preset in a real window and takes its
stage, in both themes.
"""

import os
import sys
from pathlib import Path

from pyqtgraph import PlotWidget
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from ganlab_gui.app.main import create, save_image, settle, shot
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import load_preset, preset_names
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.palette import PALETTES
from ganlab_gui.resources import resources_dir

STEPS = 600
"""Steps a thumbnail shows where the preset promises nothing about a number of steps."""
MOST_STEPS = 2_000
WINDOW = QSize(1240, 900)
CARD_HEIGHT = 290
SCREENSHOTS = {"window-dark": ("ring-collapse", "dark"), "window-light": ("figure-1", "light")}


def thumbnails(folder: Path, names: list[str]) -> None:
    """A PNG a preset and theme in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        experiment = load_preset(name)
        promised = [expect.steps for expect in experiment.expect]
        steps = min(max(promised, default=STEPS), MOST_STEPS)
        app, window = create(experiment, preferences=Preferences(None))
        window.resize(WINDOW)
        window.show()
        settle(app, window, steps)
        for theme in PALETTES:
            _take(app, window, theme, folder / f"{name}-{theme}.png")
        window.session.mark_saved()
        window.close()
        print(name, steps)


def _take(app: QApplication, window: MainWindow, theme: str, path: Path) -> None:
    """The stage's plot without its axes, as it stands in ``theme``."""
    window.set_theme(theme)
    settle(app, window, 0)
    stage = window.panels.panels[window.panels.staged].view
    plot = stage.findChild(PlotWidget, f"{stage.name}.plot")
    assert plot is not None
    inside = plot.getPlotItem().getViewBox().sceneBoundingRect().toAlignedRect()
    if stage.name in ("plane", "field"):
        side = min(inside.width(), inside.height())
        centre = inside.center()
        inside = QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
    picture = plot.grab(inside).toImage()
    smooth = Qt.TransformationMode.SmoothTransformation
    save_image(picture.scaledToHeight(CARD_HEIGHT, smooth), path)


def screenshots(folder: Path) -> None:
    """The pictures of the README."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, (name, theme) in SCREENSHOTS.items():
        experiment: Experiment = load_preset(name)
        shot(experiment, 1_000, folder / f"{file}.png", (1600, 1000), theme)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    thumbnails(resources_dir() / "thumbnails", sys.argv[1:] or preset_names())
    screenshots(resources_dir() / "screenshots")
