"""When training stops by itself. None of it touches the game: it may change while running."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from ganlab_gui.experiment.knob import Knob, Settings

Watched = Literal[
    "none", "js", "w1", "kl", "tv", "mmd2", "frechet", "modes_captured", "high_quality",
    "reverse_kl", "average_js", "average_w1", "g_gradient",
]  # fmt: skip
MEASURES: tuple[str, ...] = get_args(Watched)[1:]
"""The measures that training can wait for: the columns that ``lab.history`` keeps."""


class Stop(Settings):
    """Each condition is met when it is *crossed*: one met already, when play is pressed or when it
    is set, stops nothing until it has ceased to hold and holds anew."""

    step: Annotated[
        int,
        Field(
            ge=0,
            le=10**9,
            description="Playing stops exactly at this step; 0 is off. Beyond it nothing stops.",
        ),
        Knob("At step", "Stop", hot=True, scale="log", slider=(100, 1_000_000), off=0.0),
    ] = 0
    seconds: Annotated[
        float,
        Field(
            ge=0,
            le=10**7,
            description="Playing stops once it has been played for so long since it began; pauses"
            " do not count. 0 is off.",
        ),
        Knob("After playing", "Stop", hot=True, scale="log", slider=(5, 36_000), unit="s", off=0.0),
    ] = 0.0
    measure: Annotated[
        Watched,
        Field(
            description="Playing stops when this measure crosses the value below. It is looked at"
            " whenever it is read, not at every step; of several runs their median counts, without"
            " those that have diverged."
        ),
        Knob("When measure", "Stop", hot=True),
    ] = "none"
    direction: Annotated[
        Literal["below", "above"],
        Field(description="Below: it falls to the value or under it. Above: it rises to it."),
        Knob("Is", "Stop", hot=True, when=("stop.measure", MEASURES)),
    ] = "below"
    value: Annotated[
        float,
        Field(ge=0, le=10**9, description="The value that the measure is to reach, in its units."),
        Knob(
            "Value", "Stop", hot=True, scale="log", slider=(0.001, 1_000),
            when=("stop.measure", MEASURES),
        ),
    ] = 0.1  # fmt: skip
    diverged: Annotated[
        Literal["all", "any"],
        Field(
            description="Any: playing stops as soon as one run has diverged. All: it goes on while"
            " there is a run left to train."
        ),
        Knob("When diverged", "Stop", hot=True),
    ] = "all"
