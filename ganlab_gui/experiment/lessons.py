"""A lesson: pages and presets in order, with what to watch, what to try, and a question each.

One TOML file a lesson, in ``presets/lessons/`` or anywhere. Texts are plain text (with Markdown's
emphasis) or a table of languages, ``{ en = "…", zh = "…" }``.
"""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ganlab_gui.experiment.io import ExperimentError, validate_table
from ganlab_gui.resources import presets_dir

LONGEST = 4_000
"""Letters of one text."""


class Table(BaseModel):
    """Base of a lesson's tables: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Words(Table):
    """One text in English, Chinese or both."""

    en: str = Field("", max_length=LONGEST)
    zh: str = Field("", max_length=LONGEST)

    def of(self, language: str) -> str:
        """The text in a language, or in the other where there is none."""
        own, other = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return (own or other).strip()

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)


class Step(Table):
    """One thing to look at: a theory page or an experiment, and what is said about it.

    ``set`` changes its settings by path. ``controls`` names the settings in sight (all where left
    out, none where empty), ``panels`` what stands beside the stage of an experiment, ``stage``
    another panel than its main picture. ``play`` starts it.
    """

    title: Words
    text: Words
    ask: Words = Words()
    answer: Words = Words()
    page: str = ""
    preset: str = ""
    set: dict[str, Any] = Field(default_factory=dict)
    controls: list[str] | None = None
    panels: list[str] = Field(default_factory=list)
    stage: str = ""
    play: bool = False

    @field_validator("title", "text", "ask", "answer", mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        return {"en": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_both(self) -> "Step":
        if bool(self.page) == bool(self.preset):
            raise ValueError("a step shows either a page or a preset")
        if self.page and (self.panels or self.stage):
            raise ValueError("panels and stage are of presets; a page has neither")
        return self


class Lesson(Table):
    """A lesson; ``about`` is its one line in the gallery."""

    title: Words
    about: Words = Words()
    step: list[Step] = Field(min_length=1, max_length=100)

    @field_validator("title", "about", mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        return {"en": value} if isinstance(value, str) else value


def lesson_names() -> list[str]:
    """Names of the lessons that travel with the program, in the order of a course."""
    return sorted(path.stem for path in (presets_dir() / "lessons").glob("*.toml"))


def load_lesson(path: Path | str) -> Lesson:
    """The lesson of a TOML file; raises ExperimentError, a sentence an error."""
    path = Path(path)
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ExperimentError([f"{path}: no such file."]) from None
    except OSError as error:
        raise ExperimentError([f"{path}: cannot be read: {error.strerror}."]) from None
    except UnicodeDecodeError:
        raise ExperimentError([f"{path}: not a text file; a lesson is TOML in UTF-8."]) from None
    except tomllib.TOMLDecodeError as error:
        raise ExperimentError([f"{path}: not valid TOML: {error}."]) from None
    return validate_table(Lesson, values, str(path))


def open_lesson(name: str) -> Lesson:
    """A lesson by its name or by its file's path. Raises ExperimentError."""
    if name in lesson_names():
        return load_lesson(presets_dir() / "lessons" / f"{name}.toml")
    if name.endswith(".toml"):
        return load_lesson(name)
    known = ", ".join(lesson_names())
    raise ExperimentError([f"{name}: no lesson of that name; there are: {known}."])


def is_lesson(path: Path) -> bool:
    """Whether a TOML file looks like a lesson rather than an experiment."""
    try:
        return "step" in tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
