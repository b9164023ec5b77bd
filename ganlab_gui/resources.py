"""Where presets and resources are: inside the package if installed, else atop the checkout."""

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

# In the order to try them: the first has no ∇ and no Chinese, the second no 𝔼 and no ℝ.
FONT_FAMILIES = ("GanLab Sans", "GanLab Sans SC", "DejaVu Sans")


def presets_dir() -> Path:
    """The folder of the preset TOML files."""
    return _HOME / "presets"


def resources_dir() -> Path:
    """The folder of icons, translations, help texts and fonts."""
    return _HOME / "resources"


def resource(name: str) -> Path:
    """The path of one resource, such as ``"fonts/GanLabSans-Regular.otf"``.

    Raises FileNotFoundError, naming the resource and the folder, where there is none.
    """
    path = resources_dir() / name
    if not path.exists():
        raise FileNotFoundError(f"there is no resource {name!r} in {resources_dir()}")
    return path


def font_files() -> list[Path]:
    """Every font of `FONT_FAMILIES`, in a stable order; each loads in Qt and in matplotlib.

    DejaVu Sans comes with matplotlib, which is found here without being imported.
    """
    own = sorted((resources_dir() / "fonts").glob("*.otf"))
    matplotlib = find_spec("matplotlib")
    if matplotlib is None or matplotlib.origin is None:
        return own
    folder = Path(matplotlib.origin).parent / "mpl-data" / "fonts" / "ttf"
    return [*own, folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf"]
