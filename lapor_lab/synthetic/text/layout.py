"""Which fragments stand in each text, in which order, and how they are joined."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.text.columns import Columns
from lapor_lab.synthetic.text.grammar import Grammar
from lapor_lab.synthetic.text.hashing import index, mixed
from lapor_lab.synthetic.text.kinds import Facts
from lapor_lab.synthetic.text.order import SERIES, TextOrder
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.punctuation import LINE, SALUTATION, SPACE
from lapor_lab.synthetic.text.registers import REGISTERS

__all__ = ["N_JOINS", "Layout", "in_order", "lay_out"]

Integers = npt.NDArray[np.int32]

_MOST_CIRCUMSTANCES: Final = 60
N_JOINS: Final = 16
_SLIP_CHARS: Final = 3  # typing errors make a text that much longer at most
_LETTERS: Final = np.array([name == "surel" for name in REGISTERS])
_SPOKEN: Final = np.array([name == "lisan" for name in REGISTERS])
_FORMAL_SHARE: Final = 0.85  # asumsi: letters with a head, spoken reports that begin as such
# Asumsi: from which length on, in characters, a text can hold a part.
_BRIEF, _SALUTED, _ADDRESSED, _OPENED, _INTRODUCED, _SIGNED = 80, 80, 100, 90, 110, 150


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The fragments of all texts, one after the other.

    Parameters
    ----------
    fragment : ndarray of int32 of shape (n_fragments,)
        Numbers of fragments.
    join : ndarray of int32 of shape (n_fragments,)
        How each is joined to the next: 0 by the writer's stops, else a way of `punctuation`.
    n_fragments : ndarray of int32 of shape (n_texts,)
        How many a text has.
    """

    fragment: Integers
    join: Integers
    n_fragments: Integers


def lay_out(
    grammar: Grammar,
    facts: Facts,
    order: TextOrder,
    columns: Columns,
    profile: TextProfile,
    rng: np.random.Generator,
) -> Layout:
    """Choose the fragments of each text.

    Parameters
    ----------
    grammar : Grammar
        All fragments.
    facts : Facts
        Families of each text.
    order : TextOrder
        What texts are ordered for.
    columns : Columns
        Draws fragments; without any yet.
    profile : TextProfile
        Shares.
    rng : Generator
        Source of randomness.

    Returns
    -------
    Layout
        Fragments in order.
    """
    known = np.where(order.is_anonymous, profile.anonymous_disclosure, 1).astype(np.float32)
    kept_columns = _put_front(columns, grammar, facts, order.regency >= 0, known, profile)
    n_front = len(columns.columns)
    _put_back(columns, grammar, facts, known, profile)
    table = np.stack(columns.columns)
    _shorten(table, grammar, columns.register, profile, kept_columns)
    n_more = _room(table, columns, grammar, profile, rng)
    (key,) = rng.integers(0, 2**63, (1, table.shape[1]), dtype=np.uint64)
    rows = np.flatnonzero(order.copy_kind == SERIES)
    if rows.size:
        root = order.copy_of[rows]
        table[:, rows], n_more[rows], key[rows] = table[:, root], n_more[root], key[root]
    table = np.where(table >= 0, table * N_JOINS + np.array(columns.joins)[:, None], -1)
    more = _circumstances(grammar, columns.register, n_more, key)
    return in_order(table[:n_front], more * N_JOINS, n_more, table[n_front:])


def _put_front(
    columns: Columns,
    grammar: Grammar,
    facts: Facts,
    has_place: npt.NDArray[np.bool_],
    known: npt.NDArray[np.float32],
    profile: TextProfile,
) -> tuple[int, int]:
    """Add what stands before the circumstances; return the columns of the two facts."""
    pools, chars = grammar.pools, columns.chars
    columns.put(pools["header"], _LETTERS * _FORMAL_SHARE, join=LINE)
    share = columns.share(profile.salutation_share, _SALUTED, is_courteous=True)
    columns.put(pools["salutation"], share, least_chars=_SALUTED, join=SALUTATION)
    share = columns.share(profile.introduction_share, _INTRODUCED, is_courteous=True)
    columns.put(pools["introduction"], share, least_chars=_INTRODUCED, factor=known)
    place_share = columns.share(profile.place_share, _ADDRESSED)
    columns.put(pools["place"], 0.4 * place_share, least_chars=_ADDRESSED, factor=has_place)
    is_open = has_place & (columns.columns[-1] < 0)
    columns.put(pools["operator"], _SPOKEN * _FORMAL_SHARE, join=SPACE)
    share = np.where(_SPOKEN, 0, columns.share(profile.opening_share, _OPENED))
    columns.put(pools["opening"], share, least_chars=_OPENED, join=SPACE)

    which, told, told_more, second = (columns.draw(4) * [[2520], [1], [1], [2520]]).astype("f4")
    which, second = which.astype(np.int32), second.astype(np.int32)
    always = np.ones(len(which), dtype=bool)
    is_limited = np.array([profile.registers[name].max_chars > 0 for name in REGISTERS])
    shortest = is_limited[columns.register] | (chars < _BRIEF)
    first_fact = len(columns.columns)
    columns.put_own(
        grammar.facts, facts.first, np.where(shortest, grammar.shortest[facts.first], which), always
    )
    # The longer a text, the more of the details it tells.
    columns.put_own(grammar.details, facts.first, which, told < np.clip((chars - 90) / 150, 0, 0.9))
    place_share = 0.6 * place_share / (1 - 0.4 * place_share)
    columns.put(pools["place"], place_share, least_chars=_ADDRESSED, factor=is_open)
    has_second = facts.second >= 0
    columns.put(pools["link"], np.full(len(REGISTERS), 0.9), join=SPACE, factor=has_second)
    second_fact = len(columns.columns)
    columns.put_own(
        grammar.facts,
        facts.second,
        np.where(shortest, grammar.shortest[facts.second], second),
        has_second,
    )
    is_long = told_more < np.clip((chars - 250) / 400, 0, 0.8)
    is_long &= grammar.details.size[facts.first] > 1
    columns.put_own(grammar.details, facts.first, which + 1, is_long)
    share = columns.share(profile.duration_share, _ADDRESSED)
    columns.put(pools["duration"], share, least_chars=_ADDRESSED)
    return first_fact, second_fact


def _put_back(
    columns: Columns,
    grammar: Grammar,
    facts: Facts,
    known: npt.NDArray[np.float32],
    profile: TextProfile,
) -> None:
    pools = grammar.pools
    for name, part, least_chars in (
        ("accused", profile.accused_share, _ADDRESSED),
        ("witness", profile.witness_share, _SIGNED),
        ("child", profile.child_share, _SIGNED),
        ("question", profile.question_share, _SALUTED),
    ):
        columns.put(pools[name], columns.share(part, least_chars), least_chars=least_chars)
    which, is_own = columns.draw(2)
    own_share = columns.share(profile.own_request_share, _SALUTED)[columns.register]
    is_own = (is_own < own_share) & (columns.chars >= _SALUTED)
    columns.put_own(grammar.requests, facts.first, (which * 2520).astype(np.int32), is_own)
    request_share = columns.share(profile.request_share, _SALUTED)
    columns.put(pools["request"], request_share, least_chars=_SALUTED, factor=~is_own)
    columns.put(pools["url"], columns.share(profile.url_share, _SIGNED), least_chars=_SIGNED)
    for name, part in (
        ("nik", profile.nik_share),
        ("phone", profile.phone_share),
        ("email", profile.email_share),
        ("address", profile.address_share),
    ):
        columns.put(
            pools[name], columns.share(part, _ADDRESSED), least_chars=_ADDRESSED, factor=known
        )
    share = columns.share(profile.thanks_share, _SALUTED, is_courteous=True)
    columns.put(pools["thanks"], share, least_chars=_SALUTED)
    share = np.where(_LETTERS, _FORMAL_SHARE, columns.share(profile.closing_share, _SIGNED))
    columns.put(pools["closing"], share, least_chars=_SIGNED, join=LINE, factor=known)
    columns.put(
        pools["tail"], columns.share(profile.tail_share, _SIGNED), least_chars=_SIGNED, join=LINE
    )


def _shorten(
    table: Integers,
    grammar: Grammar,
    register: npt.NDArray[np.int8],
    profile: TextProfile,
    kept_columns: tuple[int, int],
) -> None:
    """Leave out what does not fit where a register has a limit, in place; the first fact stays."""
    limits = np.array([profile.registers[name].max_chars for name in REGISTERS])
    rows = np.flatnonzero(limits[register] > 0)
    if not rows.size:
        return
    part = table[:, rows]
    limit = limits[register[rows]] - _SLIP_CHARS
    lengths = grammar.fragments.max_chars[part]
    n_chars = lengths.sum(axis=0)
    second = kept_columns[1]
    others = [c for c in range(len(part)) if c not in kept_columns]
    for column in [*others, second]:
        is_out = (n_chars > limit) & (part[column] >= 0)
        n_chars -= np.where(is_out, lengths[column], 0)
        part[column, is_out] = -1
    table[:, rows] = part


def _room(
    table: Integers,
    columns: Columns,
    grammar: Grammar,
    profile: TextProfile,
    rng: np.random.Generator,
) -> Integers:
    """Count the circumstances that fill each text up to its length."""
    pool, lengths = grammar.pools["circumstances"], grammar.fragments.mean_chars
    mean_chars = np.array(
        [
            lengths[start : start + size].mean()
            for start, size in zip(pool.start, pool.size, strict=True)
        ],
        dtype=np.float32,
    )
    left = columns.chars - lengths[table].sum(axis=0)
    n_more = left / mean_chars[columns.register] + rng.random(len(left), dtype=np.float32)
    limits = np.array([profile.registers[name].max_chars for name in REGISTERS])
    most = np.where(limits > 0, 0, np.minimum(pool.size, _MOST_CIRCUMSTANCES))
    clipped: Integers = np.clip(n_more.astype(np.int32), 0, most[columns.register])
    return clipped.astype(np.int32)


def _circumstances(
    grammar: Grammar,
    register: npt.NDArray[np.int8],
    n_more: Integers,
    key: npt.NDArray[np.uint64],
) -> Integers:
    """Draw circumstances, each once at most, in the order of the pool: one from each stretch."""
    pool = grammar.pools["circumstances"]
    text = np.repeat(np.arange(len(n_more)), n_more)
    size, n_each = pool.size[register][text], n_more[text]
    number = np.arange(len(text), dtype=np.int32) - (np.cumsum(n_more) - n_more)[text]
    low = number * size // n_each
    width = (number + 1) * size // n_each - low
    drawn = index(mixed(key[text], number.astype(np.uint64)), 2**20).astype(np.int64)
    chosen: Integers = (pool.start[register][text] + low + ((drawn * width) >> 20)).astype(np.int32)
    return chosen


def in_order(front: Integers, more: Integers, n_more: Integers, back: Integers) -> Layout:
    """Put the fragments of each text behind each other.

    Parameters
    ----------
    front, back : ndarray of int32 of shape (n_places, n_texts)
        ``number * N_JOINS + join`` of the fragment in each place, -1 where it stays empty.
    more : ndarray of int32
        The same for what stands between, one text after the other.
    n_more : ndarray of int32 of shape (n_texts,)
        How many of `more` each text has.

    Returns
    -------
    Layout
        Fragments in order.
    """
    n_front, n_back = (front >= 0).sum(axis=0), (back >= 0).sum(axis=0)
    n_fragments = (n_front + n_more + n_back).astype(np.int32)
    start = np.cumsum(n_fragments) - n_fragments
    coded = np.empty(n_fragments.sum(), dtype=np.int32)
    for values, count, place in (
        (_by_text(front), n_front, start),
        (more, n_more, start + n_front),
        (_by_text(back), n_back, start + n_front + n_more),
    ):
        begins = np.cumsum(count) - count
        coded[np.arange(len(values)) + np.repeat(place - begins, count)] = values
    return Layout(fragment=coded // N_JOINS, join=coded % N_JOINS, n_fragments=n_fragments)


def _by_text(table: Integers) -> Integers:
    rows = np.ascontiguousarray(table.T)
    return rows[rows >= 0]
