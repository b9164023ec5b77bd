"""An experiment as a text to pass on, and back."""

import re
from pathlib import Path

from ganlab_gui.experiment.io import ExperimentError, dumps, loads, with_values
from ganlab_gui.experiment.schema import Experiment

HEAD = "# An experiment for ganlab-gui: copy all of this and paste it into the window."
LONGEST = 64 << 20
"""Letters of a text that are looked at: a drawn density may have many strokes."""
FENCED = re.compile(r"\s*```[^\n]*\n(.*)\n\s*```\s*", re.DOTALL)
"""Text with what a chat or a page puts around code."""


def copied(experiment: Experiment) -> str:
    """The experiment as TOML, every setting of it, with a line that says what it is.

    A data file is named by its full path; it does not travel with the text, which says so.
    """
    lines = [HEAD]
    if experiment.data.name == "file":
        path = str(Path(experiment.data.path).expanduser().resolve())
        experiment = with_values(experiment, {"data.path": path})
        lines.append(f"# It rests on a file of data that is not in this text: {_one_line(path)}")
    return "\n".join([*lines, "", dumps(experiment)])


def _one_line(path: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in path)


def pasted(text: str, where: str = "the text") -> Experiment:
    """The experiment of such a text. Raises ExperimentError with one sentence."""
    if len(text) > LONGEST:
        raise ExperimentError([f"{where}: too long for an experiment."])
    text = text.replace("\r\n", "\n")
    if fenced := FENCED.fullmatch(text):
        text = fenced[1]
    if not re.search(r"^\s*(\[data\]|data\s*=|data\.name\s*=)", text, re.MULTILINE):
        raise ExperimentError([f"{where}: holds no experiment."])
    try:
        return loads(text, where)
    except ExperimentError as error:
        first, more = " ".join(error.lines[0].split()), len(error.lines) - 1
        raise ExperimentError([first + (f" ({more} more)" if more else "")]) from None
