"""Where presets and resources are: inside the package if installed, else atop the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


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
    """Every font shipped here, in a stable order; each loads in Qt and in matplotlib."""
    folder = resources_dir() / "fonts"
    return sorted(path for path in folder.glob("*") if path.suffix in {".otf", ".ttf"})
