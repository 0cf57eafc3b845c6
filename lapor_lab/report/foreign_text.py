"""Words of a user's file, fit to be shown: a wrongly chosen column may hold a whole complaint."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from lapor_lab.privacy import mask_text
from lapor_lab.schema import label

__all__ = ["fit_counts", "fit_name"]

_LONGEST: Final = 80
_MOST: Final = 100


def fit_name(text: str) -> str:
    """Mask and shorten a name that a file gives.

    Parameters
    ----------
    text : str
        For example the name of a column, a status or an institution.

    Returns
    -------
    str
        At most 80 characters on one line, personal data masked; words in parentheses for a
        name that the reader of the file withheld.

    Examples
    --------
    >>> fit_name("Menunggu  Jawaban")
    'Menunggu Jawaban'
    """
    plain = " ".join(mask_text(text).split()) or label("import.hidden_name")
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"


def fit_counts(counts: Mapping[str, int]) -> dict[str, int]:
    """Mask and shorten names that are counted, the most frequent first.

    Parameters
    ----------
    counts : mapping of str to int
        How often each name stands in the files.

    Returns
    -------
    dict of str to int
        At most 100 names and one for all the others; the counts add up as before.
    """
    shown: Counter[str] = Counter()
    for name, n in counts.items():
        shown[fit_name(name)] += n
    ranked = sorted(shown.items(), key=lambda item: (-item[1], item[0]))
    kept = dict(ranked[:_MOST])
    if rest := ranked[_MOST:]:
        kept[label("import.other_names", n=len(rest))] = sum(n for _, n in rest)
    return kept
