"""Texts in which what follows an underscore is set low."""

import re

DIVERGENCE = re.compile(r"\((\w+)‖(\w+)\)")
SUBSCRIPT = re.compile(r"_\{?([\w′*]+)\}?")


def rich(text: str) -> str:
    """Rich text in which what follows an underscore is a subscript.

    Rich text breaks lines at a narrow space, and the ‖ of a divergence has too little room of its
    own in small type.
    """
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = DIVERGENCE.sub(r"(\1&nbsp;‖&nbsp;\2)", plain.replace("\u202f", "&nbsp;"))
    return SUBSCRIPT.sub(r"<sub>\1</sub>", plain)
