"""What is noteworthy of the files of an import, rather than of their rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from lapor_lab.exchange.imports.import_source import ImportSource
from lapor_lab.exchange.imports.import_summary import AsOfOrigin, FileFacts
from lapor_lab.exchange.imports.remarks import Remark

__all__ = ["remarks_on_files"]

_MOST_NAMES: Final = 5
# Facts of values that are told by file, and those that are told by name.
_BY_FILE: Final = (
    "date_ambiguous",
    "numerator_read",
    "parts_do_not_add",
    "total_row_differs",
)
_BY_NAME: Final = ("name_outside_validity",)


def remarks_on_files(
    facts: Sequence[FileFacts],
    sources: Sequence[ImportSource],
    *,
    known_until: Mapping[str, pd.Timestamp],
    notes: Counter[tuple[str, str, str]],
    recap_institutions: Iterable[str],
    n_ignored: int,
) -> list[Remark]:
    """Find what an analyst should know of the files.

    Parameters
    ----------
    facts : sequence of FileFacts
        What was found in each table.
    sources : sequence of ImportSource
        The tables.
    known_until : mapping of str to Timestamp
        Date of the latest file of each institution.
    notes : Counter of tuple of (str, str, str)
        Facts of values by code, value and file.
    recap_institutions : iterable of str
        Institutions that stand both in cases and in a table of totals.
    n_ignored : int
        Files of a folder that were not read.

    Returns
    -------
    list of Remark
        Of what was found; empty if nothing is.
    """
    return [
        *_on_dates(facts, known_until),
        *_on_sources(sources),
        *_on_notes(notes),
        *(
            Remark(code="institution_twice", values={"institution": name})
            for name in sorted(recap_institutions)
        ),
        *([Remark(code="ignored_files", values={"n": n_ignored})] if n_ignored else []),
    ]


def _on_dates(
    facts: Sequence[FileFacts], known_until: Mapping[str, pd.Timestamp]
) -> Iterator[Remark]:
    for file in facts:
        if file.as_of_origin is AsOfOrigin.LAST_TIME:
            values = {"file": file.file, "date": file.as_of}
            yield Remark(code="as_of_guessed", values=values)
    days = sorted(moment.normalize() for moment in known_until.values())
    if days and days[0] != days[-1]:
        n_days = (days[-1] - days[0]).days
        values = {"first": days[0], "last": days[-1], "n_days": n_days}
        yield Remark(code="dates_differ", values=values)


def _on_sources(sources: Sequence[ImportSource]) -> Iterator[Remark]:
    for source in sources:
        file = source.table.path.name
        if source.is_guessed:
            yield Remark(code="mapping_guessed", values={"file": file})
        if source.withheld:
            yield Remark(code="confidential_unknown", values={"file": file})


def _on_notes(notes: Counter[tuple[str, str, str]]) -> Iterator[Remark]:
    unknown: Counter[str] = Counter()
    for (code, value, file), n in sorted((+notes).items()):
        if code == "unknown_status":
            unknown[value] += n
        elif code in _BY_FILE:
            yield Remark(code=code, values={"file": file, "n": n})
        elif code in _BY_NAME:
            yield Remark(code=code, values={"name": value, "n": n})
    if unknown:
        names = [name for name, _ in unknown.most_common(_MOST_NAMES)]
        names += ["…"] if len(unknown) > _MOST_NAMES else []
        values = {"n": unknown.total(), "names": ", ".join(names)}
        yield Remark(code="unknown_status", values=values)
