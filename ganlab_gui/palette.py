"""The colours, once, for screen and paper: each means the same everywhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Hex colours.

    ``action`` marks gradients, edits and "here"; ``second`` is for Wasserstein and second measures.
    """

    name: str
    data: str
    generated: str
    discriminator: str
    action: str
    second: str
    background: str
    panel: str
    field: str
    line: str
    quiet: str
    danger: str

    @property
    def text(self) -> str:
        """Text has the data's colour: both are the plain foreground."""
        return self.data

    @property
    def dark(self) -> bool:
        return self.name == "dark"


PALETTES = {
    "dark": Palette(
        "dark", data="#e8eaee", generated="#2fbf8f", discriminator="#5aa9e6", action="#f0a63a",
        second="#c58be8", background="#14171c", panel="#1b1f26", field="#232831", line="#2b313b",
        quiet="#98a1ae", danger="#ef7a6d",
    ),
    "light": Palette(
        "light", data="#1a1d22", generated="#00875f", discriminator="#1f6fb5", action="#c77700",
        second="#7a3fa8", background="#eef0f3", panel="#ffffff", field="#eff1f4", line="#d9dde3",
        quiet="#5e6773", danger="#b3362a",
    ),
}  # fmt: skip
