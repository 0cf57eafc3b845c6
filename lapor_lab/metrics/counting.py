"""Count cases once, for all measures."""

from collections.abc import Sequence
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow.compute as pc

from lapor_lab.calendar import Limits, WorkingCalendar, load_calendar, load_limits
from lapor_lab.errors import ParameterError
from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.case_source import open_source
from lapor_lab.metrics.counter import Counter
from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.question import TABLES, Question
from lapor_lab.schema import ComplaintLog, Stage

__all__ = ["count_cases"]

_HAPPENED: Final = ("submitted_at", "verified_at", "responded_at", "completed_at", "closed_at")


def count_cases(
    source: ComplaintLog | Path | Sequence[Path] | Any,
    *,
    by: str = "institution",
    strata: Sequence[str] = (),
    stages: Sequence[Stage | str] | None = None,
    tables: Sequence[str] | None = None,
    as_of: pd.Timestamp | None = None,
    calendar: WorkingCalendar | None = None,
    limits: Limits | None = None,
) -> Counts:
    """Count the cases of a source, once for all measures.

    Only the columns that the answer depends on are read, in batches: memory does not grow with
    the number of cases. Any other source than a log must hold `submitted_at`, the columns that
    it is counted by, and naive local times.

    Parameters
    ----------
    source : ComplaintLog, Path, sequence of Path or object with ``__arrow_c_stream__``
        A log, the folder of one, a Parquet file or several, or a table in the memory of pandas,
        polars, pyarrow or DuckDB.
    by : str, default="institution"
        Column to group by.
    strata : sequence of str, default=()
        Columns to divide each group by, such as ``("topic", "report_class")``; ``"month"`` is
        the month of submission.
    stages : sequence of Stage or None, default=None
        Stages whose flow is counted; all by default.
    tables : sequence of {"flow", "sums", "daily"} or None, default=None
        Tables that are asked for; all by default. Of `sums`, ``n`` and ``n_outside_calendar``
        are counted in any case. Measures of what was not counted are not available.
    as_of : Timestamp or None, default=None
        Moment up to which the source is known, not included; None for the moment after the
        last time in it. A log bears its own.
    calendar : WorkingCalendar or None, default=None
        Working days; the kit's own by default.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default.

    Returns
    -------
    Counts
        Additive tables, and the `as_of` for which they hold.

    Raises
    ------
    UnknownNameError
        If `by` or a stratum is no column of the cases, or a stage or table is not known.
    ParameterError
        If a stratum bears the name of a column of the counts, a column is of the wrong type,
        or `as_of` is missing, superfluous or earlier than what it holds for.
    InputFileError
        If a file is absent or cannot be read.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1"], "institution": ["A"],
    ...                       "submitted_at": ["2022-08-01"], "closed_at": ["2022-08-03"]})
    >>> log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))
    >>> counts = count_cases(log)
    >>> int(counts.flow.query("stage == 'closed'")["days"].iloc[0])
    2
    """
    question = Question(
        by=by,
        strata=tuple(strata),
        stages=tuple(Stage if stages is None else stages),
        tables=tuple(TABLES if tables is None else tables),
    )
    rules = (calendar or load_calendar(), limits or load_limits())
    opened = open_source(source, as_of)
    counters: dict[tuple[str, ...], Counter] = {}
    for part in opened.parts:
        if part.names not in counters:
            counters[part.names] = Counter(question, part.names, opened.as_of, rules)
        counter = counters[part.names]
        for rows in part.read(counter.columns):
            batch = CaseBatch(rows, part.names)
            if as_of is not None:
                _refuse_later(batch, as_of)
            counter.add(batch)
    counts = (
        Counts(
            by=by,
            as_of=opened.as_of,
            **dict(zip(TABLES, counter.tables(), strict=True)),
            strata=question.strata,
        )
        for counter in counters.values()
    )
    return reduce(add, counts)


def _refuse_later(batch: CaseBatch, as_of: pd.Timestamp) -> None:
    for name in _HAPPENED:
        last = pc.max(batch.column(name)).as_py() if name in batch else None
        if last is not None and last >= as_of:
            raise ParameterError(
                "parameter_range",
                name="as_of",
                allowed="later than everything that the source knows",
                value=str(as_of),
                remedy=f"`{name}` is as late as {last}: leave out what was not yet known.",
            )
