"""What a setting is beside its value: label, group, scale, unit, formula, hot or cold.

A field of the experiment is declared once, as ``Annotated[type, Field(bounds, description),
Knob(...)]``. Controls, tooltips, ``--set`` and messages are all read off that one declaration.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

Scale = Literal["linear", "log", "decay"]
"""What a slider is even in: the number x, log x, or log(1 − x)."""


class Settings(BaseModel):
    """Base of every table of an experiment: frozen, unknown keys refused, no NaN or infinity.

    Strict: true and "1" are no numbers. Fields that hold a tuple say ``strict=False``, because TOML
    has lists in their place; what is in them stays strict.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, strict=True)


@dataclass(frozen=True)
class Knob:
    """How one setting is shown and when it applies.

    ``slider`` is the range a slider offers where it is narrower than the bounds; ``hot`` settings
    apply to the running networks between two steps, cold ones rebuild them; ``off`` is a value
    below the slider's range that means "not used"; ``when`` names the choice it belongs to, as
    (path, values): under any other value it has no meaning and is not shown.
    """

    label: str
    group: str = ""
    hot: bool = False
    scale: Scale = "linear"
    slider: tuple[float, float] | None = None
    unit: str = ""
    formula: str = ""
    off: float | None = None
    when: tuple[str, tuple[str, ...]] | None = None
