"""Numbers of cases."""

from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lapor_lab.schema import SYNTHETIC_PREFIX
from lapor_lab.synthetic.entries.reporters import fixed_width_texts
from lapor_lab.synthetic.streams import stable_number

__all__ = ["case_ids"]

_N_DIGITS_OF_INSTITUTION: Final = 8
_MIN_DIGITS: Final = 7
_N_LOW_DIGITS: Final = 3
# As many as a NIK has: such a number could be taken for one.
_N_DIGITS_OF_NIK: Final = 16


def case_ids(institution_id: str, first_case: int, n_cases: int) -> pa.Array:
    """Give each case of a block its number.

    Parameters
    ----------
    institution_id : str
        Identifier; its stable number stands before the case's.
    first_case : int
        Number of the first case within the institution, from 1.
    n_cases : int
        How many cases.

    Returns
    -------
    pyarrow.Array of str of shape (n_cases,)
        Identifiers, all with the prefix of synthetic cases, and never with 16 digits.

    Examples
    --------
    >>> case_ids("kemenkumham", 1, 2).to_pylist()[1][-7:]
    '0000002'
    """
    n_digits = max(_MIN_DIGITS, len(str(first_case + n_cases - 1)))
    if _N_DIGITS_OF_INSTITUTION + n_digits == _N_DIGITS_OF_NIK:
        n_digits += 1
    own = f"{stable_number(institution_id):0{_N_DIGITS_OF_INSTITUTION}d}"
    prefix = f"{SYNTHETIC_PREFIX}{own}".encode()
    letters = np.empty((n_cases, len(prefix) + n_digits), dtype=np.uint8)
    letters[:, : len(prefix)] = np.frombuffer(prefix, dtype=np.uint8)
    # Cases that follow each other share all digits but the last ones.
    high, low = np.divmod(np.arange(first_case, first_case + n_cases), 10**_N_LOW_DIGITS)
    first, last = first_case // 10**_N_LOW_DIGITS, (first_case + n_cases) // 10**_N_LOW_DIGITS
    of_high = _digits(first, last, n_digits - _N_LOW_DIGITS)
    letters[:, len(prefix) : -_N_LOW_DIGITS] = of_high[high - first]
    letters[:, -_N_LOW_DIGITS:] = _digits(0, 10**_N_LOW_DIGITS - 1, _N_LOW_DIGITS)[low]
    return fixed_width_texts(letters)


@lru_cache(maxsize=8)
def _digits(first: int, last: int, n_digits: int) -> npt.NDArray[np.uint8]:
    powers = 10 ** np.arange(n_digits - 1, -1, -1)
    numbers = np.arange(first, last + 1)
    return (numbers[:, None] // powers % 10 + ord("0")).astype(np.uint8)
