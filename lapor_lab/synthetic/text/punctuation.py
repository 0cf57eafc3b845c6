"""How sentences are joined: stops, commas, lines, doubled signs, nothing at all."""

from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = [
    "BEHIND_CLOSED", "BY_WRITER", "DOUBLED", "ENDS_SENTENCE", "FINALS", "FINAL_LOOSE", "GLUED",
    "LINE", "LINES", "LOOSE", "MIXED", "NORMAL", "NOTHING", "N_CHOICES", "SALUTATION", "SPACE",
    "STOPS", "stop_texts",
]  # fmt: skip

N_CHOICES: Final = 8  # three bits
BY_WRITER: Final = 0  # joined by the stops of the writer; other numbers are ways below
# Each way of joining is drawn from eight signs.
_WAYS: Final = (
    (". ", ". ", ". ", ". ", ". ", ". ", ". ", ".\n"),  # normal
    (", ", ", ", " ", ", ", " ", ", ", ", ", " "),  # loose
    (". ", ", ", ", ", ". ", ", ", " ", ", ", ". "),  # mixed
    (".", ".", ".", ".", ". ", ".", ".", "."),  # glued
    (".\n", "\n", ".\n", "\n", ".\n", "\n\n", ". ", ".\n\n"),  # lines
    ("... ", ".. ", ". ", ",, ", ", ", "... ", ", ", " "),  # doubled
    (" ",) * N_CHOICES,  # space
    (" ", " ", "\n", " ", "\n", " ", " ", "\n\n"),  # salutation
    ("\n",) * N_CHOICES,  # line
    (" ", " ", " ", " ", " ", " ", " ", " "),  # behind a question or a link
    (".", ".", ".", "", ".", ".", ".", "."),  # final
    ("", "", "", "", "", "", ".", ""),  # final, loose
    ("..", "...", "", "", ".", "", "", "..."),  # final, doubled
    ("!", ".", "", "", ".", "", ".", ""),  # final, mixed
    ("",) * N_CHOICES,  # nothing
)
NORMAL, LOOSE, MIXED, GLUED, LINES, DOUBLED = range(6)
SPACE, SALUTATION, LINE, BEHIND_CLOSED = range(6, 10)
FINAL, FINAL_LOOSE, FINAL_DOUBLED, FINAL_MIXED, NOTHING = range(10, 15)
# How a writer of each of the first six ways ends his text.
FINALS: Final[npt.NDArray[np.int8]] = np.array(
    [FINAL, FINAL_LOOSE, FINAL_MIXED, FINAL, FINAL_LOOSE, FINAL_DOUBLED], dtype=np.int8
)


def stop_texts() -> list[str]:
    """Return the signs that stand between sentences.

    Returns
    -------
    list of str
        Different signs.

    Examples
    --------
    >>> stop_texts()[0]
    '. '
    """
    return list(dict.fromkeys(sign for way in _WAYS for sign in way))


# Number of the sign in `stop_texts`, by way and draw; and whether a capital follows.
STOPS: Final[npt.NDArray[np.int32]] = np.array(
    [[stop_texts().index(sign) for sign in way] for way in _WAYS], dtype=np.int32
)
ENDS_SENTENCE: Final[npt.NDArray[np.bool_]] = np.array(
    [[sign.strip(" ") not in {"", ",", ",,"} for sign in way] for way in _WAYS]
)
ENDS_SENTENCE[[SALUTATION, BEHIND_CLOSED]] = True
