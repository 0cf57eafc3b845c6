"""Read one clock time as people write it."""

import re
from typing import Final

__all__ = ["ClockTime", "parse_clock"]

ClockTime = tuple[float, float]

# Minutes east of UTC of the zones that a time may name.
_ZONES: Final = {"wib": 420, "wita": 480, "wit": 540, "utc": 0, "gmt": 0, "z": 0}
_CLOCK: Final = re.compile(
    r"(?:\d{4}-\d{2}-\d{2}[t\s])?"  # a spreadsheet's time may bear its day zero
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?"
    r"\s*(a\.?m\.?|p\.?m\.?)?\s*\(?(wib|wita|wit|utc|gmt|z)?\)?\s*([+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)
_HALF_DAY, _LAST_HOUR, _LAST_MINUTE, _LAST_OFFSET = 12, 23, 59, 14 * 60
_NAN: Final = float("nan")


def parse_clock(text: str) -> ClockTime | None:
    """Read a clock time.

    Parameters
    ----------
    text : str
        Such as ``"9:05"``, ``"09.05"``, ``"09:05:33"``, ``"1:05 PM"``, ``"09.05 WITA"`` or
        ``"09:05+07:00"``.

    Returns
    -------
    tuple of (float, float) or None
        Milliseconds since midnight, and minutes east of UTC (NaN where no zone is named);
        None for what is no clock time.

    Examples
    --------
    >>> parse_clock("09.05 WITA"), parse_clock("25:00")
    ((32700000.0, 480.0), None)
    """
    found = _CLOCK.fullmatch(text.strip().casefold())
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[5]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found[5].startswith("p") else 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE or second > _LAST_MINUTE:
        return None
    offset = _offset(found[6], found[7])
    if offset is None:
        return None
    fraction = round(float(f"0.{found[4] or 0}") * 1000, 3)
    return ((hour * 60 + minute) * 60 + second) * 1000 + fraction, offset


def _offset(name: str | None, shift: str | None) -> float | None:
    if shift is None:
        return float(_ZONES[name]) if name else _NAN
    if name in ("wib", "wita", "wit"):
        return None
    digits = shift[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes > _LAST_OFFSET or int(digits[2:]) > _LAST_MINUTE:
        return None
    return float(-minutes if shift.startswith("-") else minutes)
