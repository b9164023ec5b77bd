"""Deleting that can be taken back: to the system's trash, or to a folder of the program's own."""

import os
import secrets
from pathlib import Path

from PySide6.QtCore import QFile


def to_trash(folder: Path, home: Path) -> Path | None:
    """Where a folder lies now; None where it could not be moved. ``home`` has the own trash."""
    own = home / "trash" / f"{folder.name}-{secrets.token_hex(3)}"
    file = QFile(str(folder))
    if file.moveToTrash():
        return Path(file.fileName())
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        os.replace(folder, own)
    except OSError:
        return None
    return own


def back_from_trash(trashed: Path, folder: Path) -> bool:
    """Put a folder back where it was; whether that worked."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        os.replace(trashed, folder)
    except OSError:
        return False
    # What the desktops' trash noted of it; the program's own has no notes.
    info = trashed.parent.parent / "info" / f"{trashed.name}.trashinfo"
    info.unlink(missing_ok=True)
    return True
