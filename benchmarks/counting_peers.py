"""What counting is measured against; each answers the same question from the same file."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
from counting_cases import AS_OF

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.metrics import count_cases
from lapor_lab.schema import ARCHIVED, ReportClass

__all__ = ["METHODS", "QUESTIONS", "Asked", "Method"]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What every method counts.

    Parameters
    ----------
    stages : tuple of str
        Stages.
    is_by_month : bool
        Whether by month of submission besides by institution.
    """

    stages: tuple[str, ...]
    is_by_month: bool


# Returns how many cases of a file stand how: institution, month, stage, days, outcome and n.
Method = Callable[[Path, Asked], pd.DataFrame]

QUESTIONS: Final = {
    "one stage by institution": Asked(stages=("first_followed_up",), is_by_month=False),
    "three stages by institution and month": Asked(
        stages=("verified", "first_followed_up", "completed"), is_by_month=True
    ),
}
_TIMES: Final = {
    "verified": "verified_at",
    "first_followed_up": "responded_at",
    "completed": "completed_at",
}
_LAST_DAY: Final = f"DATE '{AS_OF - pd.Timedelta(1, 'D'):%Y-%m-%d}'"
_OUTCOMES: Final = ("met", "missed", "open_past_limit", "within_limit")


def read_only(path: Path, asked: Asked) -> pd.DataFrame:
    """Read the columns of the question with pyarrow, row group by row group, and drop them.

    Parameters
    ----------
    path : Path
        Cases.
    asked : Asked
        What is counted.

    Returns
    -------
    DataFrame
        Empty.
    """
    columns = _columns(asked.stages)
    texts = [name for name in columns if not name.endswith("_at")]
    with pq.ParquetFile(path, read_dictionary=texts) as file:
        for group in range(file.num_row_groups):
            for _ in file.iter_batches(1 << 17, [group], columns, use_threads=False):
                pass
    return pd.DataFrame()


def ours(path: Path, asked: Asked) -> pd.DataFrame:
    """Count with `count_cases`.

    Parameters
    ----------
    path : Path
        Cases.
    asked : Asked
        What is counted.

    Returns
    -------
    DataFrame
        The flow.
    """
    strata = ("month",) if asked.is_by_month else ()
    counts = count_cases(path, stages=asked.stages, strata=strata, tables=["flow"], as_of=AS_OF)
    return counts.flow


def plain_pandas(path: Path, asked: Asked) -> pd.DataFrame:
    """Count as one would with pandas: read all, `busday_count`, group.

    Parameters
    ----------
    path : Path
        Cases.
    asked : Asked
        What is counted.

    Returns
    -------
    DataFrame
        The flow.
    """
    cases = pd.read_parquet(path)
    holidays = np.array([entry.day for entry in load_calendar().non_working.days], "datetime64[D]")
    keys = ["institution"]
    if asked.is_by_month:
        cases["month"] = cases["submitted_at"].dt.strftime("%Y-%m")
        keys.append("month")
    tables = []
    for stage in asked.stages:
        some = cases if stage == "verified" else cases[~cases["status"].isin(ARCHIVED)]
        at = some[_TIMES[stage]]
        start = some["submitted_at"].to_numpy().astype("datetime64[D]") + 1
        end = at.fillna(AS_OF - pd.Timedelta(1, "D")).to_numpy().astype("datetime64[D]") + 1
        days = np.busday_count(start, end, holidays=holidays)
        limit = some["report_class"].map(_limits(stage)).to_numpy()
        done = np.where(days <= limit, "met", "missed")
        still_open = np.where(days >= limit, "open_past_limit", "within_limit")
        outcome = np.where(at.notna(), done, still_open)
        table = some[keys].assign(stage=stage, days=days, outcome=outcome)
        tables.append(table.groupby([*keys, "stage", "days", "outcome"]).size())
    return pd.concat(tables).rename("n").reset_index()


def with_duckdb(path: Path, asked: Asked) -> pd.DataFrame:
    """Count with DuckDB, in the form that takes it the least: one thread, the calendar joined.

    Parameters
    ----------
    path : Path
        Cases.
    asked : Asked
        What is counted.

    Returns
    -------
    DataFrame
        The flow.
    """
    import duckdb  # noqa: PLC0415 - so that others are measured without it, or where it is absent

    calendar = load_calendar()
    day = np.arange(calendar.first_day, AS_OF.to_datetime64(), dtype="datetime64[D]")
    table = pd.DataFrame(
        {
            "day": day.astype("datetime64[s]"),
            "through": calendar.working_days(calendar.first_day, day),
            "month": day.astype("datetime64[M]").astype(np.int64),
        }
    )
    archived = ", ".join(f"'{status}'" for status in sorted(ARCHIVED))
    month = "s.month, " if asked.is_by_month else ""
    parts = []
    for code, stage in enumerate(asked.stages):
        time = _TIMES[stage]
        limits = _limits(stage)
        limit = str(limits[ReportClass.INFORMATION])
        if len(set(limits.values())) > 1:
            classes = " ".join(f"WHEN '{name}' THEN {days}" for name, days in limits.items())
            limit = f"CASE report_class {classes} END"
        query = f"""
            SELECT *, count(*) AS n FROM (
                SELECT institution, {month}{code} AS stage, e.through - s.through AS days,
                    CASE WHEN {time} IS NOT NULL AND days <= {limit} THEN 0
                        WHEN {time} IS NOT NULL THEN 1
                        WHEN days >= {limit} THEN 2 ELSE 3 END AS outcome
                FROM read_parquet('{path}')
                JOIN calendar AS s ON s.day = CAST(submitted_at AS DATE)
                JOIN calendar AS e ON e.day = CAST(coalesce({time}, {_LAST_DAY}) AS DATE)
                {"" if stage == "verified" else f"WHERE status NOT IN ({archived})"}
            ) GROUP BY ALL"""  # noqa: S608 - all of it is written here
        parts.append(query)
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")
        connection.register("given", table)
        connection.execute(
            "CREATE TABLE calendar AS SELECT day::DATE AS day, through, month FROM given"
        )
        flow: pd.DataFrame = connection.sql(" UNION ALL ".join(parts)).df()
    flow["stage"] = np.array(asked.stages, dtype=object)[flow["stage"]]
    flow["outcome"] = np.array(_OUTCOMES, dtype=object)[flow["outcome"]]
    if asked.is_by_month:
        months = flow["month"].to_numpy().astype("datetime64[M]")
        flow["month"] = np.datetime_as_string(months)
    return flow


def _columns(stages: tuple[str, ...]) -> list[str]:
    """Return what `count_cases` reads, so that the floor is that of the same columns."""
    asked = {"institution", "submitted_at", "status", "responded_at", "completed_at", "closed_at"}
    if "verified" in stages:
        asked.add("verified_at")
    if "completed" in stages:
        asked.add("report_class")
    return sorted(asked)


def _limits(stage: str) -> dict[str, int]:
    names = [name.value for name in ReportClass]
    return dict(zip(names, load_limits().days(stage, names, AS_OF).tolist(), strict=True))


METHODS: Final[dict[str, Method]] = {
    "pyarrow reads the columns": read_only,
    "pandas, as one would": plain_pandas,
    **({"DuckDB": with_duckdb} if find_spec("duckdb") else {}),
    "lapor-lab": ours,
}
