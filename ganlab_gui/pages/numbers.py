"""Numbers as pages say them: a true minus sign, narrow spaces in thousands, no empty precision."""

NARROW = "\u202f"
"""A narrow space that no line breaks at."""


def signed(value: float, digits: int = 3) -> str:
    """A fixed number of decimals: −0.524; zero has no sign."""
    text = f"{value:.{digits}f}"
    return minus(text if float(text) else text.lstrip("-"))


def short(value: float) -> str:
    """Three decimals, none from 100 on; under 0.01 and from 10 000 on a power of ten: 1.2e−7."""
    size = abs(value)
    if size == 0 or 0.01 <= size < 100:
        return signed(value)
    if 100 <= size < 1e4:
        return signed(value, 0)
    mantissa, _, power = f"{value:.1e}".partition("e")
    return minus(f"{mantissa}e{int(power)}")


def thousands(value: int) -> str:
    """4 000, with a narrow space."""
    return minus(f"{value:,}".replace(",", NARROW))


def percent(share: float) -> str:
    """A share of 1 as a whole number of per cent."""
    return f"{signed(100 * share, 0)}{NARROW}%"


def minus(text: str) -> str:
    """The same with the minus sign of mathematics in place of the hyphen."""
    return text.replace("-", "−")
