"""Where one stands in the steps taken apart: forwards, back, live."""

from collections.abc import Sequence

from ganlab_gui.lab.dissection import Dissection, Level


class Walk:
    """A place in ``found``, the kept steps from old to new; None stands for live.

    ``pinned`` tells that the user looks at the past on purpose while training goes on.
    """

    def __init__(self) -> None:
        self.found: list[Dissection] = []
        self.level: Level = "stage"
        self.pinned = False
        self._place: tuple[int, int] | None = None

    @property
    def live(self) -> bool:
        return self._place is None

    @property
    def here(self) -> tuple[Dissection, range] | None:
        """The step looked at, and the stages of it; None when live."""
        if self._place is None:
            return None
        found = self.found[self._place[0]]
        return found, found.units(self.level)[self._place[1]]

    @property
    def newest(self) -> bool:
        """Whether this is the newest moment there is: live, or the end of the newest step."""
        if self._place is None or not self.found:
            return True
        last = len(self.found) - 1
        return self._place == (last, len(self.found[last].units(self.level)) - 1)

    def take(self, found: Sequence[Dissection], from_start: bool) -> None:
        """The kept steps, with a new one at the end: go to its start or its end."""
        self.found, self.pinned = list(found), False
        if self.found:
            units = len(self.found[-1].units(self.level))
            self._place = len(self.found) - 1, 0 if from_start else units - 1

    def forget(self) -> None:
        """No steps are kept."""
        self.found, self._place, self.pinned = [], None, False

    def forward(self) -> bool:
        """Go on by a unit; False at the end of what is known."""
        if self._place is None:
            return False
        step, unit = self._place
        if unit + 1 < len(self.found[step].units(self.level)):
            self._place = step, unit + 1
        elif step + 1 < len(self.found):
            self._place = step + 1, 0
        else:
            return False
        return True

    def back(self) -> bool:
        """Go back by a unit; False at the very first one."""
        if self._place is None:
            if self.found:
                last = len(self.found) - 1
                self._place = last, len(self.found[last].units(self.level)) - 1
            return bool(self.found)
        step, unit = self._place
        if unit > 0:
            self._place = step, unit - 1
        elif step > 0:
            self._place = step - 1, len(self.found[step - 1].units(self.level)) - 1
        else:
            return False
        return True

    def go_live(self) -> None:
        """Look at the newest picture."""
        self._place, self.pinned = None, False

    def set_level(self, level: Level) -> None:
        """Walk by other units from here on, staying where the last stage seen is."""
        here = self.here
        self.level = level
        if here is not None and self._place is not None:
            self.go_to(here[1][-1])

    def go_to(self, stage: int) -> None:
        """To the unit of the present step (live: of the newest one) that ``stage`` is in."""
        if not self.found:
            return
        step = len(self.found) - 1 if self._place is None else self._place[0]
        units = self.found[step].units(self.level)
        self._place = step, next(k for k, unit in enumerate(units) if stage in unit)
