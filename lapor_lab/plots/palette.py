"""Colours that readers with a colour-vision deficiency can tell apart, and sober greys.

References
----------
.. [1] Okabe, M. and Ito, K. (2008), "Color Universal Design".
"""

from typing import Final

__all__ = ["BLUE", "GREEN", "GRID", "INK", "MUTED", "PAPER", "PURPLE", "VERMILLION"]

BLUE: Final = "#0072B2"
VERMILLION: Final = "#D55E00"
GREEN: Final = "#009E73"
PURPLE: Final = "#CC79A7"
INK: Final = "#1f2933"
MUTED: Final = "#5b6773"
GRID: Final = "#d9dfe5"
PAPER: Final = "#ffffff"
