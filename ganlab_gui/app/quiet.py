"""Without a screen Qt warns of what a picture does not need; that line alone is dropped."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NOISE = "This plugin does not support propagateSizeHints()"


def hush() -> None:
    """Drop `NOISE` from Qt's messages; every other one goes to stderr as before."""
    qInstallMessageHandler(_tell)


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if message != NOISE:
        print(message, file=sys.stderr)
