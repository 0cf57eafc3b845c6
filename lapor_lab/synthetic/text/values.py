"""Fill the gaps of fragments: which value each atom takes in each text."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.repeats import SAME_EVENT, SERIES
from lapor_lab.synthetic.text.atoms import DAYS_PER_MONTH, FIRST_YEAR, Key
from lapor_lab.synthetic.text.fragments import FIXED, MARKS
from lapor_lab.synthetic.text.grammar import Grammar
from lapor_lab.synthetic.text.hashing import index, mixed, uniform
from lapor_lab.synthetic.text.order import TextOrder

__all__ = ["Keys", "draw_keys", "fill"]

Integers = npt.NDArray[np.int32]
KeyArray = npt.NDArray[np.uint64]

_MEAN_DAYS: Final = 20.0  # asumsi: from what is told to the day of the report
_YEAR_SHARE: Final = 0.4  # asumsi: dates that name the year
_DATE, _SHOWS_YEAR = 1_001, 1_002  # numbers of draws, apart from those of atoms


@dataclass(frozen=True, kw_only=True)
class Keys:
    """What decides the values in each text; arrays of shape (n_texts,).

    Parameters
    ----------
    text : ndarray of uint64
        Key of the text: other persons, dates, amounts.
    place : ndarray of uint64
        Key of the place.
    reporter : ndarray of uint64
        Key of the person who reports.
    regency, province : ndarray of int16
        Codes, -1 where not known.
    submitted_on : ndarray of datetime64[D]
        Day of entry.
    """

    text: KeyArray
    place: KeyArray
    reporter: KeyArray
    regency: npt.NDArray[np.int16]
    province: npt.NDArray[np.int16]
    submitted_on: npt.NDArray[np.datetime64]

    def of(self, rows: npt.NDArray[np.integer]) -> "Keys":
        """Return those of some texts.

        Parameters
        ----------
        rows : ndarray of int of shape (n,)
            Numbers of the texts.

        Returns
        -------
        Keys
            In the order of `rows`.
        """
        return Keys(**{name: values[rows] for name, values in vars(self).items()})


def draw_keys(order: TextOrder, rng: np.random.Generator) -> Keys:
    """Draw the keys of texts.

    Parameters
    ----------
    order : TextOrder
        What texts are ordered for. Other words on the same fact name the same place; a series
        tells the same in another place and another name.
    rng : Generator
        Source of randomness.

    Returns
    -------
    Keys
        Of all texts.
    """
    n_texts = len(order)
    text, place = rng.integers(0, 2**63, (2, n_texts), dtype=np.uint64)
    rows = np.flatnonzero(order.copy_kind == SAME_EVENT)
    place[rows] = place[order.copy_of[rows]]
    rows = np.flatnonzero(order.copy_kind == SERIES)
    text[rows] = text[order.copy_of[rows]]
    is_known = order.reporter >= 0
    reporter = np.where(is_known, order.reporter.astype(np.uint64), place ^ np.uint64(1 << 63))
    return Keys(
        text=text,
        place=place,
        reporter=reporter,
        regency=order.regency,
        province=order.province,
        submitted_on=order.submitted_at.astype("datetime64[D]"),
    )


def fill(
    grammar: Grammar, codes: Integers, text: Integers, letters: Integers, keys: Keys
) -> Integers:
    """Return the piece of each token that is no piece yet.

    Parameters
    ----------
    grammar : Grammar
        Holds the values.
    codes : ndarray of int32 of shape (n,)
        Tokens below 0, in the order of the texts.
    text : ndarray of int32 of shape (n,)
        Text that each stands in.
    letters : ndarray of int32 of shape (n_texts,)
        As written, small letters or capitals.
    keys : Keys
        What decides the values.

    Returns
    -------
    ndarray of int32 of shape (n,)
        Numbers of pieces in `Grammar.texts`.
    """
    found = np.full(len(codes), grammar.fixed_start, dtype=np.int32)  # a mark is an empty piece
    is_fixed = codes <= FIXED
    found[is_fixed] += FIXED - codes[is_fixed]
    order = np.argsort(codes.astype(np.int16), kind="stable")
    in_order = codes[order]
    first = np.flatnonzero(np.diff(in_order, prepend=0))
    bounds = [*first.tolist(), len(codes)]
    for code, (begin, end) in zip(in_order[first].tolist(), pairwise(bounds), strict=True):
        if code > MARKS:
            at = order[begin:end]
            found[at] = grammar.atom_start[-1 - code] + _values(grammar, -1 - code, text[at], keys)
    return grammar.first_fixed + found + letters[text] * grammar.n_fixed


def _values(grammar: Grammar, number: int, text: Integers, keys: Keys) -> Integers:
    key, size = grammar.atoms[number].key, int(grammar.atom_size[number])
    if key is Key.REPORTER:
        return index(mixed(keys.reporter[text], number), size)
    if key is Key.PLACE:
        return index(mixed(keys.place[text], number), size)
    if key is Key.TEXT:
        return index(mixed(keys.text[text], number), size)
    if key is Key.OCCURRENCE:
        # The place within the text, so that a copy tells the same.
        first = np.searchsorted(text, text, side="left")
        nth = (np.arange(len(text)) - first).astype(np.uint64)
        return index(mixed(mixed(keys.text[text], number), nth), size)
    if key is Key.DATE:
        return _date(grammar.atoms[number].name, text, keys)
    known = (keys.regency if key is Key.REGENCY else keys.province)[text].astype(np.int32)
    elsewhere = index(mixed(keys.place[text], number), size)
    return np.where(known >= 0, known, elsewhere).astype(np.int32)


def _date(name: str, text: Integers, keys: Keys) -> Integers:
    """Draw a day before the entry, the same one throughout a text."""
    share = uniform(mixed(keys.text[text], _DATE))
    days = 1 + (-np.log1p(-share) * _MEAN_DAYS).astype(np.int64)
    day = keys.submitted_on[text] - days
    month = day.astype("datetime64[M]")
    month_number = month.astype(np.int64) % 12
    if name == "month":
        return month_number.astype(np.int32)
    if name == "day_month":
        in_month = (day - month.astype("datetime64[D]")).astype(np.int64)
        return np.asarray(month_number * DAYS_PER_MONTH + in_month, dtype=np.int32)
    year = (month.astype("datetime64[Y]").astype(np.int64) + 1970 - FIRST_YEAR).astype(np.int32)
    if name == "year":
        return year
    is_shown = uniform(mixed(keys.text[text], _SHOWS_YEAR)) < _YEAR_SHARE
    return np.asarray(np.where(is_shown, year + 1, 0), dtype=np.int32)
