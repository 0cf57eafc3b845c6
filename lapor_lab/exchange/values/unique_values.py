"""Read every different text of a column once."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

__all__ = ["Notes", "count_names", "map_parts", "map_unique", "tidy"]

Notes = Counter[tuple[str, str]]

_LONGEST_NAME: Final = 60
_MOST_DIGITS: Final = 5
_MOST_NAMES: Final = 50


def tidy(text: str) -> str:
    r"""Return a text with single ordinary spaces.

    Parameters
    ----------
    text : str
        As it stands in a cell.

    Returns
    -------
    str
        Without spaces at its ends.

    Examples
    --------
    >>> tidy(" Kota\u00a0 Contoh ")
    'Kota Contoh'
    """
    return " ".join(text.split())


def map_unique(values: pd.Series, read: Callable[[str], Any]) -> pd.Series:
    """Apply a function to every different text.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.
    read : callable
        Takes a text; None for what it cannot read.

    Returns
    -------
    Series of object of shape (n,)
        What it gave, None where a value is missing.

    Examples
    --------
    >>> map_unique(pd.Series(["1", "2", "1", None]), int).to_list()
    [1, 2, 1, None]
    """
    return map_parts(values, lambda text: (read(text),), 1)[0]


def map_parts(
    values: pd.Series, read: Callable[[str], Sequence[Any] | None], n_parts: int
) -> list[pd.Series]:
    """Apply a function that gives several things to every different text.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.
    read : callable
        Takes a text; None for what it cannot read.
    n_parts : int
        How many things it gives.

    Returns
    -------
    list of Series of object of shape (n,)
        One for each thing, None where there is none.

    Examples
    --------
    >>> [part.to_list() for part in map_parts(pd.Series(["a-b", None]), lambda t: t.split("-"), 2)]
    [['a', None], ['b', None]]
    """
    codes, unique = pd.factorize(values)
    # One more at the end, of nothing: missing values have the code -1.
    parts = np.full((len(unique) + 1, n_parts), None, dtype=object)
    for number, text in enumerate(unique):
        found = read(str(text))
        if found is not None:
            parts[number] = found
    return [pd.Series(part[codes], index=values.index, dtype=object) for part in parts.T]


def count_names(code: str, names: pd.Series) -> Notes:
    """Count names that are not known, under the names where these can be shown.

    A column that was taken for another may hold anything: what is long, bears many digits or
    differs from row to row is counted without its words.

    Parameters
    ----------
    code : str
        What is counted.
    names : Series of str of shape (n,)
        Names, missing where there is nothing to count.

    Returns
    -------
    Counter of tuple of (str, str)
        Number by code and name; the name is empty where it is not shown.

    Examples
    --------
    >>> count_names("unknown_status", pd.Series(["Macet", "Macet", "0812345678"]))
    Counter({('unknown_status', 'Macet'): 2, ('unknown_status', ''): 1})
    """
    numbers = names.value_counts()
    notes: Notes = Counter()
    for name, n in numbers.items():
        text = str(name)
        n_digits = sum(letter.isdigit() for letter in text)
        is_shown = len(numbers) <= _MOST_NAMES and len(text) <= _LONGEST_NAME
        is_shown = is_shown and n_digits <= _MOST_DIGITS and "@" not in text
        notes[code, text if is_shown else ""] += int(n)
    return notes
