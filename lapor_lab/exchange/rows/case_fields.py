"""Read what cases hold beside times, institution and status."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import plain_name
from lapor_lab.exchange.columns.official_layout import OFFICIAL_LAYOUT
from lapor_lab.exchange.rows.mapped_rows import MappedRows
from lapor_lab.exchange.values.category_values import read_categories
from lapor_lab.exchange.values.institution_names import InstitutionNames
from lapor_lab.exchange.values.official_values import (
    Named,
    read_archive_reasons,
    read_channels,
    read_classes,
    read_counts,
    read_flags,
    read_report_types,
)
from lapor_lab.exchange.values.unique_values import count_names, map_unique, tidy
from lapor_lab.schema import CASES, ClosedBy, UnitLevel, load_topic_tree

__all__ = ["read_fields"]

_INVALID: Final = "nilai tidak sah"
_SHIFTED: Final = "baris bergeser"
_NEVER_A_TYPE: Final = ("channel", "institution", "institution_account", "report_class", "topic")
_RATING: Final = (1, 5)
_AS_IT_STANDS: Final = ("title", "text", "reporter_id", "duplicate_of")
_PLACES: Final = ("province", "regency")
_NAMED: Final[dict[str, tuple[str, Callable[[pd.Series], Named]]]] = {
    "channel": ("unknown_channel", read_channels),
    "report_class": ("unknown_report_class", read_classes),
    "archive_reason": ("unknown_archive_reason", read_archive_reasons),
}
_WORDS: Final = {
    "closed_by": {plain_name(who): str(who) for who in ClosedBy},
    "unit_level": {plain_name(level): str(level) for level in UnitLevel},
}


def read_fields(rows: MappedRows, names: InstitutionNames) -> dict[str, pd.Series]:
    """Read the columns that need neither dates nor offices.

    Parameters
    ----------
    rows : MappedRows
        The rows; those with a flag, a number or a kind of report that cannot be read go to
        quarantine, other names that are not known stay and are counted.
    names : InstitutionNames
        Spellings of places.

    Returns
    -------
    dict of str to Series of shape (n,)
        Values by column of cases, for the columns that the file has.
    """
    columns = {name: rows[name] for name in _AS_IT_STANDS if name in rows.mapping.columns}
    columns |= {n: names.spell(rows[n]) for n in _PLACES if n in rows.mapping.columns}
    columns |= _topics(rows) | _flags(rows) | _counts(rows)
    is_official = rows.mapping.layout == OFFICIAL_LAYOUT
    if is_official:
        _refuse_shifted(rows)
    for name, (code, read) in _NAMED.items():
        cells = rows.get(name)
        if cells is not None:
            named = read(cells)
            columns[name] = named.known
            # Other systems have words of their own; only what is lost of them is counted.
            unknown = named.unknown if is_official else named.unknown.where(named.known.isna())
            rows.notes.update(count_names(code, unknown))
            if is_official and name == "report_class":
                # The export has four; where another stands, a reporter's name may stand.
                columns[name] = named.known.mask(named.unknown.notna())
    for name, words in _WORDS.items():
        cells = rows.get(name)
        if cells is not None:
            plain = map_unique(cells, plain_name)
            columns[name] = plain.map(words).where(plain.isin(list(words)), cells)
    return columns


def _refuse_shifted(rows: MappedRows) -> None:
    """Put rows whose cells stand beside their columns into quarantine.

    Then nothing tells what is confidential, and a name may stand anywhere.
    """
    for name in _NEVER_A_TYPE:
        cells = rows.get(name)
        if cells is not None:
            is_type = read_report_types(cells).any(axis="columns", skipna=True)
            rows.refuse_unread(name, is_type & cells.notna(), _SHIFTED)


def _topics(rows: MappedRows) -> dict[str, pd.Series]:
    cells, below = rows.get("topic"), rows.get("subtopic")
    columns = {}
    if cells is not None and rows.mapping.layout == OFFICIAL_LAYOUT:
        read = read_categories(cells)
        rows.notes.update(read.notes)
        columns = {"topic": read.topic, "subtopic": read.subtopic}
    elif cells is not None:
        columns = {"topic": map_unique(cells, _main_topic)}
    if below is not None:
        columns["subtopic"] = map_unique(below, tidy)
    return columns


def _main_topic(text: str) -> str:
    found = load_topic_tree().find(text)
    return found[0] if found and found[1] is None else tidy(text)


def _flags(rows: MappedRows) -> dict[str, pd.Series]:
    columns = {}
    kinds = rows.get("report_type")
    # A column that holds nothing at all tells nothing.
    if kinds is not None:
        read = read_report_types(kinds)
        rows.refuse_unread("report_type", read["is_anonymous"].isna(), _INVALID)
        is_told = bool(kinds.notna().any())
        columns = {str(n): read[n] if is_told else read[n].mask(read[n].notna()) for n in read}
    for column in CASES:
        cells = rows.get(column.name) if column.kind == "flag" else None
        if cells is not None:
            columns[column.name] = read_flags(cells)
            is_unread = cells.notna() & columns[column.name].isna()
            rows.refuse_unread(column.name, is_unread, _INVALID)
    return columns


def _counts(rows: MappedRows) -> dict[str, pd.Series]:
    columns = {}
    for column in CASES:
        cells = rows.get(column.name) if column.kind == "count" else None
        if cells is None:
            continue
        lowest, highest = _RATING if column.name == "rating" else (0, None)
        read = read_counts(cells, lowest, highest)
        is_unread = cells.notna() & read.isna()
        if column.name == "rating":
            # Databases write 0 where nobody rated: the scale begins at 1.
            is_zero = (read_counts(cells, 0, 0) == 0).fillna(value=False).astype(bool)
            is_unread &= ~is_zero
            if is_zero.any():
                rows.notes["rating_zero", ""] += int(is_zero.sum())
        rows.refuse_unread(column.name, is_unread, _INVALID)
        columns[column.name] = read
    return columns
