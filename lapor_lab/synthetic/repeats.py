"""How a report can repeat one before it: numbers that entries and texts share."""

from typing import Final

__all__ = ["DUPLICATE_KINDS", "SAME_EVENT", "SAME_TEXT", "SERIES"]

SAME_TEXT: Final = 1
SAME_EVENT: Final = 2
SERIES: Final = 3
# By number; 0 repeats nothing.
DUPLICATE_KINDS: Final = ("", "salinan", "peristiwa sama", "seri salin-tempel")
