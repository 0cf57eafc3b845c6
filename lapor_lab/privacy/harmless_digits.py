"""Digits that are no identifier: dates, clock times, amounts of money, quantities, coordinates."""

import re
from typing import Final

__all__ = ["blank_harmless_digits"]

_MONTH: Final = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|agt|"
    r"sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)"
)
# Dates, clock times, amounts of money, quantities, coordinates: digits that are no identifier.
_HARMLESS: Final = re.compile(
    # Nothing harmless begins with another character: a quick end at most places.
    r"(?=[-\dripj])(?:"
    r"(?<![\d])(?<!\d[-/.])\d{1,2}(?:[-/.] ?)\d{1,2}(?:[-/.] ?)(?:(?:19|20)\d\d|"
    r"\d\d)(?![\d])(?![-/.]\d)"
    r"|(?<![\d])(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:t\d\d:\d\d(?::\d\d)?)?(?!\d)"
    rf"|(?<!\d)\d{{1,2}}[ -]{_MONTH}[ -](?:19|20)?\d\d(?!\d)"
    r"|(?<![\d.])\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: ?(?:-|s/d|s\.d\.?|"
    r"sampai) ?\d{1,2}[.:]\d\d)? ?(?:wib|wita|wit)(?![a-z])"
    r"|(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|(?:pukul|jam) \d{1,2}[.:]\d\d"
    r"|(?<![a-z])(?:rp|idr)[. ]{0,3}\d[\d.,]{0,30}(?:,-)?"
    r"|(?<![\d.,])\d{1,4}(?:[.,]\d{1,3}){0,5} ?(?:,-|rupiah|juta|jt|ribu|rb|milyar|miliar|"
    r"triliun|persen|%)"
    r"|(?<![\d.])[1-9]\d{0,2}(?:\.000){2,4}(?![\d.-])"
    r"|(?<![\d.])-?(?:1[0-4]\d|9[5-9]|1[01]|\d)[.,]\d{5,15}(?!\d)"
    r")"
)


def blank_harmless_digits(low: str) -> str:
    """Blank the digits that are no identifier, in place.

    Parameters
    ----------
    low : str
        Text in small letters.

    Returns
    -------
    str
        A text of the same length, with ``#`` in place of what is harmless.

    Examples
    --------
    >>> blank_harmless_digits("tgl 08-12-2023, hp 08123")
    'tgl ##########, hp 08123'
    """
    return _HARMLESS.sub(lambda match: "#" * len(match[0]), low)
