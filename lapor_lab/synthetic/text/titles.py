"""Titles: what the family is called, with a place, a name, or words that say nothing."""

import dataclasses
from typing import Final

import numpy as np

from lapor_lab.synthetic.repeats import SERIES
from lapor_lab.synthetic.text.columns import Columns
from lapor_lab.synthetic.text.grammar import Grammar
from lapor_lab.synthetic.text.kinds import Facts
from lapor_lab.synthetic.text.layout import MANY, Layout, in_order
from lapor_lab.synthetic.text.order import TextOrder
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.punctuation import SPACE
from lapor_lab.synthetic.text.registers import REGISTERS
from lapor_lab.synthetic.text.spelling import CAPITALS, SMALL, STANDARD
from lapor_lab.synthetic.text.writers import AS_WRITTEN, IN_CAPITALS, IN_SMALL, Writers

__all__ = ["lay_out_titles", "title_writers"]

# Asumsi, set so that titles have 2, 3, 5, 7 and 11 words at the quantiles of real ones.
_GENERAL_SHARE, _FACT_SHARE = 0.17, 0.1
_SMALL_SHARE: Final = 0.25  # asumsi: of the titles in neither kind of capitals


def lay_out_titles(
    grammar: Grammar, facts: Facts, order: TextOrder, columns: Columns, profile: TextProfile
) -> Layout:
    """Choose the parts of each title.

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

    Returns
    -------
    Layout
        A title or what stands for it, and perhaps what follows.
    """
    kind, which = columns.draw(2)
    which = (which * MANY).astype(np.int32)
    is_general = kind < _GENERAL_SHARE
    is_fact = (kind >= _GENERAL_SHARE) & (kind < _GENERAL_SHARE + _FACT_SHARE)
    every = np.ones(len(REGISTERS))
    columns.put(grammar.pools["title_general"], every, factor=is_general)
    columns.put_own(grammar.facts, facts.first, which, is_fact, must_fit=False)
    is_own = ~(is_general | is_fact)
    columns.put_own(grammar.titles, facts.first, which, is_own, must_fit=False)
    has_tail = is_own & (order.regency >= 0)
    columns.put(grammar.pools["title_place"], every * profile.title_place_share, factor=has_tail)
    columns.put(
        grammar.pools["title_name"], every * profile.title_name_share, factor=is_own & ~has_tail
    )
    placed = [dataclasses.replace(column, join=SPACE) for column in columns.columns]
    copies = np.flatnonzero(order.copy_kind == SERIES)
    if copies.size:
        root = order.copy_of[copies]
        placed = [column.copied(copies, root, len(order)) for column in placed]
    none = np.zeros(len(order), dtype=np.int32)
    return in_order(placed, none[:0], none, [])


def title_writers(writers: Writers, profile: TextProfile, rng: np.random.Generator) -> Writers:
    """Draw the letters of each title.

    Parameters
    ----------
    writers : Writers
        Of the texts.
    profile : TextProfile
        Shares.
    rng : Generator
        Source of randomness.

    Returns
    -------
    Writers
        Of the titles: Title Case, capitals, a capital at the beginning, or none.
    """
    kind, small = rng.random((2, len(writers.spelling)), dtype=np.float32)
    in_title_case = kind < profile.title_case_share
    in_capitals = kind >= 1 - profile.title_capitals_share
    is_small = ~in_title_case & ~in_capitals & (small < _SMALL_SHARE)
    spelling = np.where(in_title_case, STANDARD, np.where(in_capitals, CAPITALS[0], SMALL[0]))
    letters = np.where(in_capitals, IN_CAPITALS, np.where(is_small, IN_SMALL, AS_WRITTEN))
    return dataclasses.replace(
        writers,
        spelling=spelling.astype(np.int32),
        letters=letters.astype(np.int32),
        has_capitals=~is_small,
        n_slips=np.zeros_like(writers.n_slips),
    )
