"""What of a session file had to be left out, in sentences."""

FEW = 3
"""Damaged things of one kind that are named one by one."""


class Damage:
    """Gathers what is damaged; ``sentences`` says it with as few as will do."""

    def __init__(self) -> None:
        self._others: list[str] = []
        self._items: dict[tuple[str, int], list[int]] = {}

    def __bool__(self) -> bool:
        return bool(self._others or self._items)

    def other(self, phrase: str) -> None:
        self._others.append(f"{phrase[:1].upper()}{phrase[1:]}.")

    def curves(self, branch: int, first: int, last: int) -> None:
        """The rows of these steps are missing."""
        self.other(f"the curves of branch {branch + 1} lack steps {said(first)} to {said(last)}")

    def item(self, kind: str, branch: int, step: int) -> None:
        """A picture or a state is damaged."""
        self._items.setdefault((kind, branch), []).append(step)

    def sentences(self) -> list[str]:
        return [
            *self._others,
            *(s for key, steps in self._items.items() for s in _tell(key, steps)),
        ]


def _tell(key: tuple[str, int], steps: list[int]) -> list[str]:
    kind, branch = key
    if len(steps) <= FEW:
        return [
            f"The {kind} of step {said(step)} of branch {branch + 1} is damaged and left out."
            for step in steps
        ]
    return [
        f"{len(steps)} {kind}s of branch {branch + 1}, of steps {said(steps[0])} to"
        f" {said(steps[-1])}, are damaged and left out."
    ]


def said(number: int) -> str:
    """A number with thin spaces between its thousands."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
