"""Numbers along a logarithmic axis: powers of ten, as many as can be read."""

import math

MOST = 6
PLAIN = (-2, 4)
"""Powers of ten that are written out."""
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
THIN_SPACE = "\u2009"


def decade_ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Places and texts between ``low`` and ``high`` > 0; 2s and 5s where decades are few."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    if last - first < 1:
        return tuple(
            (m * 10.0**k, _text(m, k))
            for k in range(first - 1, last + 1)
            for m in (1, 2, 5)
            if low * (1 - 1e-9) <= m * 10.0**k <= high * (1 + 1e-9)
        )
    step = math.ceil((last - first + 1) / MOST)
    start = math.ceil(first / step) * step
    return tuple((10.0**k, _text(1, k)) for k in range(start, last + 1, step))


def _text(times: int, power: int) -> str:
    if PLAIN[0] <= power <= PLAIN[1]:
        return f"{times * 10.0**power:,.10g}".replace(",", THIN_SPACE)
    raised = f"10{str(power).translate(RAISED)}"
    return raised if times == 1 else f"{times}·{raised}"
