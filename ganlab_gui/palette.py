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
    kinds: tuple[str, ...]
    """Generators side by side, or classes: the first is a single generator's green.

    Chosen so that, also as the colour-blind see them, the first eight are at least 0.05 apart in
    OKLab, and none is the data's, D's or the action's colour (Machado et al. 2009; Ottosson 2020).
    """

    def kind(self, k: int) -> str:
        """Colour of the k-th generator or class; beyond the last one they come again."""
        return self.kinds[k % len(self.kinds)]

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
        kinds=(
            "#2fbf8f", "#c8d803", "#8e71f5", "#f1bafe", "#7e8814", "#bf5b76", "#8ef577", "#f75d59",
            "#73dbb9", "#bb8bbd", "#04a19b", "#c35bca", "#b6f9b7", "#6fa170", "#81ce70", "#0dcbc3",
        ),
    ),
    "light": Palette(
        "light", data="#1a1d22", generated="#00875f", discriminator="#1f6fb5", action="#c77700",
        second="#7a3fa8", background="#eef0f3", panel="#ffffff", field="#eff1f4", line="#d9dde3",
        quiet="#5e6773", danger="#b3362a",
        kinds=(
            "#00875f", "#8e71f5", "#d33949", "#626a09", "#b83997", "#580d7d", "#ad7093", "#264e01",
            "#3b3cb8", "#8c2b3b", "#859c5e", "#744470", "#651e45", "#7758da", "#593f91", "#4e3468",
        ),
    ),
}  # fmt: skip
