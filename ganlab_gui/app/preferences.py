"""What the program remembers between two starts: theme, language, text size, layout, folders.

Plain values in one INI file; what has more to it, such as folds, as JSON in one of them.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QByteArray, QSettings

SCALES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class Preferences:
    """Typed access to the settings file; ``path`` None keeps nothing (tests, pictures).

    ``data`` is the folder of sessions and earlier runs; None keeps none.
    """

    def __init__(self, path: Path | None, data: Path | None = None) -> None:
        self.data = data
        self._settings = None
        self._values: dict[str, Any] = {}
        if path is not None:
            self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, key: str, default: Any) -> Any:
        if self._settings is None:
            return self._values.get(key, default)
        value = self._settings.value(key, default)
        if isinstance(default, bool):
            return value in (True, "true", "True", 1)
        try:
            return type(default)(value) if value is not None else default
        except (TypeError, ValueError):
            return default

    def set(self, key: str, value: Any) -> None:
        self._values[key] = value
        if self._settings is not None:
            self._settings.setValue(key, value)

    def clear(self) -> None:
        self._values.clear()
        if self._settings is not None:
            self._settings.clear()

    @property
    def theme(self) -> str:
        name = self.get("theme", "dark")
        return name if name in ("dark", "light") else "dark"

    @property
    def scale(self) -> float:
        return min(2.0, max(0.8, self.get("scale", 1.0)))

    @property
    def layout(self) -> QByteArray:
        value: QByteArray = self.get("layout", QByteArray())
        return value

    @property
    def folds(self) -> dict[str, list[bool]]:
        """Of each group of settings: was it opened, and its “more”?"""
        kept = self.table("folds")
        return {
            name: fold
            for name, fold in kept.items()
            if isinstance(fold, list) and [type(value) for value in fold] == [bool, bool]
        }

    @folds.setter
    def folds(self, folds: dict[str, list[bool]]) -> None:
        self.set("folds", json.dumps(folds))

    @property
    def options(self) -> dict[str, dict[str, Any]]:
        """What is switched on in each view, by the view's name."""
        kept = self.table("options")
        return {name: options for name, options in kept.items() if isinstance(options, dict)}

    @options.setter
    def options(self, options: dict[str, dict[str, Any]]) -> None:
        self.set("options", json.dumps(options))

    def table(self, key: str) -> dict[str, Any]:
        """A table kept as JSON; empty where there is none, or another program's."""
        try:
            kept = json.loads(self.get(key, "{}"))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def set_table(self, key: str, table: dict[str, Any]) -> None:
        """Keep a table of plain values."""
        self.set(key, json.dumps(table))

    @property
    def folder(self) -> str:
        """Where the last file was opened or saved."""
        folder: str = self.get("folder", str(Path.home()))
        return folder


def default_path() -> Path:
    folder = user_config_path("ganlab-gui", appauthor=False)
    with suppress(OSError):  # then nothing is remembered, and that is all
        folder.mkdir(parents=True, exist_ok=True)
    return folder / "window.ini"


def default_data() -> Path:
    """Where sessions and earlier runs are kept; it need not be there yet."""
    return user_data_path("ganlab-gui", appauthor=False)
