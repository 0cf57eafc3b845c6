"""Read categories: every spelling of a topic to its place in the topic tree."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import plain_name
from lapor_lab.exchange.values.unique_values import Notes, count_names, map_parts, tidy
from lapor_lab.schema import load_topic_tree

__all__ = ["CategoryValues", "read_categories"]

_STEP: Final = re.compile(r"\s*(?:>+|»|→|\|)\s*")
# Dashboards and administrators put these before the name of a topic.
_PREFIX: Final = re.compile(
    r"^(?:lai[in]nya|permintaan informasi|pengaduan|aspirasi|informasi|keluhan)"
    r"(?:\s+(?:terkait|tentang|mengenai|soal))?(?:\s+dengan)?\s*[:-]?\s+(?=\S)",
    re.IGNORECASE,
)
_OTHER: Final = "Topik Lainnya"
_ROLLED_UP: Final = "rolled_up_topic"
_UNKNOWN: Final = "unknown_category"
_OTHER_WORDS: Final = ("lainnya", "lain lain", "topik lain", "kategori lainnya")


@dataclass(frozen=True, kw_only=True)
class CategoryValues:
    """A column of categories, read.

    Parameters
    ----------
    topic : Series of str of shape (n,)
        Main topic of the tree; an unknown category stays as it is written.
    subtopic : Series of str of shape (n,)
        Sub-topic of the tree, or as it is written below a main topic; else missing.
    notes : Counter of tuple of (str, str)
        Categories that were rolled up to their main topic, and unknown ones by name.
    """

    topic: pd.Series
    subtopic: pd.Series
    notes: Notes


_Place = tuple[str, str | None, str | None]


def read_categories(values: pd.Series) -> CategoryValues:
    """Read a column of categories.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Names of main topics or sub-topics in any case and with any spaces, with a prefix
        such as "Lainnya terkait" or "Pengaduan", or as a path ("Induk > Anak").

    Returns
    -------
    CategoryValues
        The categories.

    Examples
    --------
    >>> read = read_categories(pd.Series(["PASPOR", "Lainnya terkait imigrasi", "Naga"]))
    >>> read.topic.to_list(), read.subtopic.to_list()
    ... # doctest: +NORMALIZE_WHITESPACE
    (['Politik dan Hukum', 'Politik dan Hukum', 'Naga'],
     ['Paspor', 'Lainnya Terkait Imigrasi', None])
    """
    topic, subtopic, kind = map_parts(values, _place, 3)
    notes: Notes = Counter()
    n_rolled_up = int((kind == _ROLLED_UP).sum())
    if n_rolled_up:
        notes[_ROLLED_UP, ""] = n_rolled_up
    notes.update(count_names(_UNKNOWN, topic.where(kind == _UNKNOWN)))
    return CategoryValues(topic=topic, subtopic=subtopic, notes=notes)


def _place(text: str) -> _Place | None:
    written = tidy(text)
    if plain_name(written) in _OTHER_WORDS:
        return _OTHER, None, None
    tree = load_topic_tree()
    found = tree.find(written)
    if found:
        return *found, _ROLLED_UP if found[1] else None
    steps = [step for step in _STEP.split(written) if step]
    if not steps:
        return None
    if len(steps) > 1:
        return _place_of_path(steps)
    rest = _PREFIX.sub("", written)
    found = tree.find(rest) if rest != written else None
    if found:
        return *found, _ROLLED_UP
    return written, None, _UNKNOWN


def _place_of_path(steps: list[str]) -> _Place:
    tree = load_topic_tree()
    first = tree.find(steps[0])
    if first is None:
        return steps[0], steps[-1], _UNKNOWN
    main = first[0]
    return main, tree.find_below(main, steps[-1]) or steps[-1], None
