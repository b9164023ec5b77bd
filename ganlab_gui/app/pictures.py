"""Makes the pictures that travel with the program: the gallery's thumbnails, the README's.

``python -m ganlab_gui.app.pictures`` trains every preset in a real window and takes its
stage, in both themes, and does the same with every theory page; names after it are all it takes.
"""

import os
import sys
from pathlib import Path

from pyqtgraph import PlotWidget
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from ganlab_gui.app.main import create, save_image, settle, settle_page, shot, shot_page
from ganlab_gui.app.preferences import Preferences
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import load_preset, preset_names
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.pages import PAGES
from ganlab_gui.palette import PALETTES
from ganlab_gui.resources import resources_dir
from ganlab_gui.views.plate import AxesView

STEPS = 600
"""Steps a thumbnail shows where the preset promises nothing about a number of steps."""
MOST_STEPS = 2_000
WINDOW = QSize(1240, 900)
CARD_HEIGHT = 290
CARD_WIDTH = 480
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


def page_thumbnails(folder: Path, names: list[str]) -> None:
    """A PNG a theory page and theme in ``folder``: its first picture, once all is computed."""
    folder.mkdir(parents=True, exist_ok=True)
    app, window = create(preferences=Preferences(None))
    window.resize(WINDOW)
    window.show()
    for name in names:
        window.theory.open(name, {})
        for theme in PALETTES:
            window.set_theme(theme)
            settle_page(app, window)
            assert window.theory.desk is not None
            first = next(c for c in window.theory.desk.view.cells if isinstance(c, AxesView))
            inside = first.plot.getPlotItem().getViewBox().sceneBoundingRect().toAlignedRect()
            picture = first.plot.grab(inside).toImage()
            smooth = Qt.TransformationMode.SmoothTransformation
            card = picture.scaled(
                CARD_WIDTH, CARD_HEIGHT, Qt.AspectRatioMode.KeepAspectRatio, smooth
            )
            save_image(card, folder / f"page-{name}-{theme}.png")
        print(name)
    window.session.mark_saved()
    window.close()


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
    shot_page("optimal-discriminator", {}, folder / "theory-dark.png", (1600, 1000))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked = sys.argv[1:]
    presets = [name for name in preset_names() if not asked or name in asked]
    pages = [name for name in PAGES if not asked or name in asked]
    thumbnails(resources_dir() / "thumbnails", presets)
    page_thumbnails(resources_dir() / "thumbnails", pages)
    screenshots(resources_dir() / "screenshots")
