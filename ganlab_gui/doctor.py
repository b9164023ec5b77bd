"""What this machine has and lacks. Needs the standard library only, so it runs before Qt can."""

import argparse
import ctypes
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from typing import Any

from ganlab_gui.resources import font_files, presets_dir

# Debian package -> the shared libraries that Qt opens from it.
OFFSCREEN_LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "libglib2.0-0": ("libglib-2.0.so.0", "libgthread-2.0.so.0"),
    "libgl1": ("libGL.so.1",),
    "libegl1": ("libEGL.so.1",),
    "libxkbcommon0": ("libxkbcommon.so.0",),
    "libfontconfig1": ("libfontconfig.so.1",),
    "libdbus-1-3": ("libdbus-1.so.3",),
}
X11_LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0",),
    "libxcb-cursor0": ("libxcb-cursor.so.0",),
    "libxcb-icccm4": ("libxcb-icccm.so.4",),
    "libxcb-image0": ("libxcb-image.so.0",),
    "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
    "libxcb-render-util0": ("libxcb-render-util.so.0",),
    "libxcb-shape0": ("libxcb-shape.so.0",),
}
LIBRARIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "offscreen": OFFSCREEN_LIBRARIES,
    "window": {**OFFSCREEN_LIBRARIES, **X11_LIBRARIES},
}
PACKAGES = (
    "ganlab-gui", "torch", "numpy", "scipy", "matplotlib", "pydantic", "PySide6-Essentials",
    "pyqtgraph", "superqt",
)  # fmt: skip


def missing_packages(libraries: Mapping[str, Sequence[str]]) -> list[str]:
    """The Debian packages of which at least one shared library cannot be opened; [] off Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [name for name, files in libraries.items() if not all(map(_opens, files))]


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_line(packages: Sequence[str]) -> str:
    """The one command that installs `packages` on Debian and Ubuntu."""
    return f"sudo apt-get install {' '.join(packages)}"


def libraries_here() -> Mapping[str, tuple[str, ...]]:
    """What a window on this display needs: X11's own libraries only where Qt would use X11."""
    return LIBRARIES["window" if qt_platform() == "xcb" else "offscreen"]


def missing_libraries_message() -> str | None:
    """What is missing to open a window here and the line that installs it, else None."""
    return _message(missing_packages(libraries_here()))


def _message(missing: Sequence[str]) -> str | None:
    if not missing:
        return None
    line = install_line(missing)
    return f"System libraries that Qt needs are missing. Install them by:\n    {line}"


def no_display_message() -> str | None:
    """One sentence when no window can open here, else None.

    Only Linux is asked: a display is a variable there, and a platform plugin that needs no
    display (offscreen, vnc, …) may have been chosen instead.
    """
    if not sys.platform.startswith("linux") or display():
        return None
    if qt_platform() not in {"", "xcb", "wayland"}:
        return None
    return (
        "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
        "train without a window by: ganlab-gui train PRESET --steps N --out DIR"
    )


def display() -> str | None:
    """The X11 or Wayland display this process was given, if any."""
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or None


def qt_platform() -> str:
    """The platform plugin Qt would load: as chosen by QT_QPA_PLATFORM, else by the display."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if chosen:
        return chosen
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def report(cuda: str | None = None) -> dict[str, Any]:
    """Everything a bug report needs: versions, machine, display, libraries, folders, presets.

    ``cuda`` is what is known of it already; else it is asked for, which takes seconds.
    """
    return {
        "python": f"{platform.python_version()} ({sys.executable})",
        "platform": platform.platform(),
        "cores": os.cpu_count(),
        **{name: _version(name) for name in PACKAGES},
        "cuda": _cuda() if cuda is None else cuda,
        "display": display() or "none",
        "missing libraries": missing_packages(LIBRARIES["window"]),
        "settings folder": _settings_folder(),
        "presets": sorted(path.stem for path in presets_dir().glob("*.toml")),
        "presets folder": str(presets_dir()),
        "fonts": [path.name for path in font_files()],
    }


def text(facts: Mapping[str, Any]) -> str:
    """`report()` as lines for a terminal, ending with the install line if something is missing."""
    width = max(map(len, facts))
    lines = [f"{name:<{width}}  {_readable(value)}" for name, value in facts.items()]
    if facts["missing libraries"]:
        lines.append(f"\nThe window needs: {install_line(facts['missing libraries'])}")
    return "\n".join(lines)


def _readable(value: Any) -> str:
    return (", ".join(value) or "none") if isinstance(value, list) else str(value)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _settings_folder() -> str:
    try:
        from platformdirs import user_config_dir
    except ModuleNotFoundError:
        return "unknown: platformdirs is not installed"
    return user_config_dir("ganlab-gui", appauthor=False)


CUDA_QUESTION = [
    sys.executable, "-W", "ignore", "-c",
    "import torch; c = torch.cuda; print(c.get_device_name() if c.is_available() else 'none')",
]  # fmt: skip
"""Asked in a process of its own: loading torch takes seconds and starting CUDA takes memory."""


def cuda_answer(code: int, output: str, errors: str) -> str:
    """What the process that was asked says: the device's name, none, or why it is unknown."""
    if code == 0:
        return output.strip()
    return f"unknown: {(errors.strip().splitlines() or ['torch did not answer'])[-1]}"


def _cuda() -> str:
    answer = subprocess.run(CUDA_QUESTION, capture_output=True, text=True)
    return cuda_answer(answer.returncode, answer.stdout, answer.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m ganlab_gui.doctor``: the report, or a check of the libraries (exit code 2)."""
    parser = argparse.ArgumentParser(prog="python -m ganlab_gui.doctor", description=__doc__)
    uses = [*LIBRARIES, "here"]
    parser.add_argument("--libraries", choices=uses, help="check the libraries Qt needs")
    parser.add_argument("--missing-packages", choices=uses, help="print missing packages only")
    options = parser.parse_args(argv)
    use = options.libraries or options.missing_packages
    if not use:
        print(text(report()))
        return 0
    missing = missing_packages(libraries_here() if use == "here" else LIBRARIES[use])
    if options.missing_packages:
        print(" ".join(missing))
        return 0
    if message := _message(missing):
        print(message, file=sys.stderr)
    return 2 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
