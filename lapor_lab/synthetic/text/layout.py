"""Which fragments stand in each text, in which order, and how they are joined."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.repeats import SERIES
from lapor_lab.synthetic.text.columns import Column, Columns
from lapor_lab.synthetic.text.grammar import Grammar
from lapor_lab.synthetic.text.hashing import mixed, uniform
from lapor_lab.synthetic.text.kinds import Facts
from lapor_lab.synthetic.text.order import TextOrder
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.punctuation import LINE, SALUTATION, SPACE
from lapor_lab.synthetic.text.registers import REGISTERS

__all__ = ["MANY", "Layout", "fitting", "in_order", "lay_out"]

Integers = npt.NDArray[np.int32]

_MOST_CIRCUMSTANCES: Final = 60
# A draw times this picks evenly among any number of fragments up to ten.
MANY: Final = 2_520
_LETTERS: Final = np.array([name == "surel" for name in REGISTERS])
_SPOKEN: Final = np.array([name == "lisan" for name in REGISTERS])
_FORMAL_SHARE: Final = 0.85  # asumsi: letters with a head, spoken reports that begin as such
_AHEAD: Final = 0.3  # asumsi: of the sentences that say where, those before the fact
# Asumsi: from which length on, in characters, a text can hold a part.
_THIRD: Final = 3
_NEXT_FACT: Final = 200
_BRIEF, _SALUTED, _ADDRESSED, _OPENED, _INTRODUCED, _SIGNED = 80, 80, 100, 90, 110, 150


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The fragments of all texts, one after the other.

    Parameters
    ----------
    fragment : ndarray of int32 of shape (n_fragments,)
        Numbers of fragments.
    join : ndarray of int8 of shape (n_fragments,)
        How each is joined to the next: 0 by the writer's stops, else a way of `punctuation`.
    n_fragments : ndarray of int32 of shape (n_texts,)
        How many a text has.
    """

    fragment: Integers
    join: npt.NDArray[np.int8]
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
    _put_front(columns, grammar, facts, order.regency >= 0, known, profile)
    n_front = len(columns.columns)
    _put_back(columns, grammar, facts, known, profile)
    n_more = _room(columns, grammar, rng)
    (key,) = rng.integers(0, 2**63, (1, len(n_more)), dtype=np.uint64)
    placed = columns.columns
    copies = np.flatnonzero(order.copy_kind == SERIES)
    if copies.size:
        root = order.copy_of[copies]
        placed = [column.copied(copies, root, len(n_more)) for column in placed]
        n_more[copies], key[copies] = n_more[root], key[root]
    more = _circumstances(grammar, columns.register, n_more, key)
    return in_order(placed[:n_front], more, n_more, placed[n_front:])


def fitting(grammar: Grammar, facts: Facts, columns: Columns) -> Facts:
    """Leave out the other topic where a register has a limit and both facts are too long for it.

    Parameters
    ----------
    grammar : Grammar
        All fragments.
    facts : Facts
        Families of each text.
    columns : Columns
        Knows the room of each text; what the facts need is taken off it.

    Returns
    -------
    Facts
        With the family of the true topic alone in such texts.
    """
    rows = np.flatnonzero(columns.is_limited)
    first, second = facts.first.copy(), facts.second.copy()
    lengths = grammar.fragments.max_chars
    shortest = grammar.facts.start + grammar.shortest
    has_second = second[rows] >= 0
    n_chars = lengths[shortest[first[rows]]]
    both = n_chars + np.where(has_second, lengths[shortest[second[rows]]], 0)
    alone = rows[has_second & (both > columns.room[rows])]
    first[alone], second[alone] = facts.main[alone], -1
    both = lengths[shortest[first[rows]]]
    both += np.where(second[rows] >= 0, lengths[shortest[second[rows]]], 0)
    columns.room[rows] -= both
    return dataclasses.replace(facts, first=first, second=second)


def _put_front(
    columns: Columns,
    grammar: Grammar,
    facts: Facts,
    has_place: npt.NDArray[np.bool_],
    known: npt.NDArray[np.float32],
    profile: TextProfile,
) -> None:
    """Add what stands before the circumstances."""
    pools, chars = grammar.pools, columns.chars
    columns.put(pools["header"], _LETTERS * _FORMAL_SHARE, join=LINE)
    share = columns.share(profile.salutation_share, _SALUTED, is_courteous=True)
    columns.put(pools["salutation"], share, least_chars=_SALUTED, join=SALUTATION)
    share = columns.share(profile.introduction_share, _INTRODUCED, is_courteous=True)
    columns.put(pools["introduction"], share, least_chars=_INTRODUCED, factor=known)
    place_share = columns.share(profile.place_share, _ADDRESSED)
    columns.put(pools["place"], _AHEAD * place_share, least_chars=_ADDRESSED, factor=has_place)
    is_open = has_place.copy()
    is_open[columns.columns[-1].text] = False
    columns.put(pools["operator"], _SPOKEN * _FORMAL_SHARE, join=SPACE)
    share = np.where(_SPOKEN, 0, columns.share(profile.opening_share, _OPENED))
    columns.put(pools["opening"], share, least_chars=_OPENED, join=SPACE)

    draws = columns.draw(4)
    which, second = (draws[:2] * MANY).astype(np.int32)
    told, told_more = draws[2:]
    is_short = columns.is_limited | (chars < _BRIEF)
    which_fact = np.where(is_short, grammar.shortest[facts.first], which)
    columns.put_own(grammar.facts, facts.first, which_fact, must_fit=False)
    # The longer a text, the more of the details it tells.
    tells = told < np.clip((chars - 100) / 120, 0, 0.95)
    columns.put_own(grammar.details, facts.first, which, tells)
    place_share = (1 - _AHEAD) * place_share / (1 - _AHEAD * place_share)
    columns.put(pools["place"], place_share, least_chars=_ADDRESSED, factor=is_open)
    has_second = facts.second >= 0
    columns.put(pools["link"], np.full(len(REGISTERS), 0.9), join=SPACE, factor=has_second)
    which_fact = np.where(is_short, grammar.shortest[facts.second], second)
    columns.put_own(grammar.facts, facts.second, which_fact, has_second, must_fit=False)
    n_details = grammar.details.size[facts.first]
    tells &= told_more < np.clip((chars - 150) / 200, 0, 0.9)
    columns.put_own(grammar.details, facts.first, which + 1, tells & (n_details > 1))
    tells &= told_more < np.clip((chars - 300) / 400, 0, 0.8)
    columns.put_own(grammar.details, facts.first, which + 2, tells & (n_details >= _THIRD))
    for number, family in enumerate(facts.beside):
        is_told = (family >= 0) & (chars > _NEXT_FACT * (number + 1))
        is_told &= columns.draw(1)[0] < profile.beside_share
        columns.put_own(grammar.facts, family, second + number, is_told)
        columns.put_own(grammar.details, family, which + number, is_told)
    share = columns.share(profile.duration_share, _ADDRESSED)
    columns.put(pools["duration"], share, least_chars=_ADDRESSED)
    if "identity" in pools:
        share = columns.share(profile.identity_share, _SIGNED)
        columns.put(pools["identity"], share, least_chars=_SIGNED)


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
    columns.put_own(grammar.requests, facts.first, (which * MANY).astype(np.int32), is_own)
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


def _room(columns: Columns, grammar: Grammar, rng: np.random.Generator) -> Integers:
    """Count the circumstances that fill each text up to its length."""
    pool, lengths = grammar.pools["circumstances"], grammar.fragments.mean_chars
    mean_chars = np.array(
        [
            lengths[start : start + size].mean()
            for start, size in zip(pool.start, pool.size, strict=True)
        ],
        dtype=np.float32,
    )
    left = (columns.chars - columns.n_chars) / mean_chars[columns.register]
    left += rng.random(len(left), dtype=np.float32)
    most = np.minimum(pool.size, _MOST_CIRCUMSTANCES)[columns.register]
    n_more = np.asarray(np.minimum(np.maximum(left, 0), most), dtype=np.int32)
    n_more[columns.is_limited] = 0
    return n_more


def _circumstances(
    grammar: Grammar,
    register: npt.NDArray[np.int8],
    n_more: Integers,
    key: npt.NDArray[np.uint64],
) -> Integers:
    """Draw circumstances, each once at most, in the order of the pool: one from each stretch."""
    pool = grammar.pools["circumstances"]
    text = np.repeat(np.arange(len(n_more), dtype=np.int32), n_more)
    first = np.cumsum(n_more, dtype=np.int32) - n_more
    number = np.arange(len(text), dtype=np.int32) - first[text]
    stretch = (pool.size[register] / np.maximum(n_more, 1))[text]
    low = (number * stretch).astype(np.int32)
    width = ((number + 1) * stretch).astype(np.int32) - low
    drawn = uniform(mixed(key[text], number.astype(np.uint64)))
    within = np.minimum((drawn * width).astype(np.int32), np.maximum(width - 1, 0))
    return np.asarray(pool.start[register][text] + low + within, dtype=np.int32)


def in_order(
    front: Sequence[Column], more: Integers, n_more: Integers, back: Sequence[Column]
) -> Layout:
    """Put the fragments of each text behind each other.

    Parameters
    ----------
    front : sequence of Column
        What stands in front, in order.
    more : ndarray of int32
        What stands between, one text after the other.
    n_more : ndarray of int32 of shape (n_texts,)
        How many of `more` each text has.
    back : sequence of Column
        What stands behind, in order.

    Returns
    -------
    Layout
        Fragments in order.
    """
    count = np.zeros(len(n_more), dtype=np.int32)
    ranks = []
    for column in front:
        ranks.append(count[column.text])
        count[column.text] += 1
    n_front = count.copy()
    count += n_more
    for column in back:
        ranks.append(count[column.text])
        count[column.text] += 1
    start = np.cumsum(count, dtype=np.int32) - count
    fragment = np.empty(count.sum(), dtype=np.int32)
    join = np.zeros(len(fragment), dtype=np.int8)
    for column, rank in zip([*front, *back], ranks, strict=True):
        place = start[column.text] + rank
        fragment[place] = column.fragment
        if column.join:
            join[place] = column.join
    shift = start + n_front - (np.cumsum(n_more, dtype=np.int32) - n_more)
    fragment[np.arange(len(more), dtype=np.int32) + np.repeat(shift, n_more)] = more
    return Layout(fragment=fragment, join=join, n_fragments=count)
