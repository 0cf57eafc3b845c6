"""A made log as official exports: one file, or one a week, each as of its day."""

import dataclasses
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from lapor_lab.errors import OutputError, ParameterError, UnknownNameError
from lapor_lab.exchange import (
    LAYOUTS,
    OfficialLayout,
    iter_part_logs,
    official_table,
    read_manifest,
)
from lapor_lab.exchange.official_file import KINDS, OfficialFile, open_official_file
from lapor_lab.exchange.official_table import layout_columns, official_preamble
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic.snapshots import log_as_of

__all__ = ["check_export", "write_export_files"]

_DAYS_PER_WEEK: Final = 7
_ROWS_AT_ONCE: Final = 5_000


def check_export(layout: str, kind: str) -> OfficialLayout:
    """Return a layout, if there is such a one, and such a kind of file.

    Parameters
    ----------
    layout : str
        Which columns.
    kind : str
        What a file is.

    Returns
    -------
    {"17 kolom", "20 kolom", "26 kolom", "snake_case"}
        The layout.

    Raises
    ------
    UnknownNameError
        If there is none.
    """
    if kind not in KINDS:
        raise UnknownNameError(
            "unknown_name", kind="kind of file", value=kind, allowed=", ".join(KINDS)
        )
    for known in LAYOUTS:
        if layout == known:
            return known
    raise UnknownNameError("unknown_name", kind="layout", value=layout, allowed=", ".join(LAYOUTS))


def write_export_files(
    log: Path,
    out: Path,
    layout: OfficialLayout = "26 kolom",
    *,
    kind: str = "xlsx",
    n_weeks: int = 1,
    on_part: Callable[[], None] | None = None,
) -> list[Path]:
    """Write a log that the kit made as the official export would show it.

    Several files are of the same world, a week apart, the last at the log's own day: each
    shows the reports that had come in by its day and what was known of them. A report bears
    the same Tracking ID in all of them, 1000001 plus its place in the log behind a 0. The
    files say DATA SINTETIS above the table.

    Parameters
    ----------
    log : Path
        A folder that `generate` left.
    out : Path
        Folder of the files; it must not be there, or be empty.
    layout : {"17 kolom", "20 kolom", "26 kolom", "snake_case"}, default="26 kolom"
        Which columns.
    kind : {"xlsx", "csv"}, default="xlsx"
        What the files are.
    n_weeks : int, default=1
        Files, at least 1.
    on_part : callable or None, default=None
        Called after each part of the log.

    Returns
    -------
    list of Path
        The files, ``laporan_<day>.<kind>``, by day.

    Raises
    ------
    UnknownNameError
        If there is no such layout or kind.
    ParameterError
        If a file would hold no report, more than its kind can, or real ones.
    OutputError
        If `out` cannot be written or holds something.
    """
    layout = check_export(layout, kind)
    if out.exists() and (out.is_file() or any(out.iterdir())):
        raise OutputError("output_exists", path=out)
    last = pd.Timestamp(read_manifest(log)["as_of"])
    days = [last - pd.Timedelta(_DAYS_PER_WEEK * week, "D") for week in range(n_weeks)][::-1]
    n_cases = _count_before(log, days)
    paths = [out / f"laporan_{day:%Y-%m-%d}.{kind}" for day in days]
    with ExitStack() as stack:
        files = [
            stack.enter_context(
                open_official_file(
                    path,
                    layout_columns(layout),
                    preamble=official_preamble(day, n),
                    n_rows=n,
                    day=day,
                )
            )
            for path, day, n in zip(paths, days, n_cases, strict=True)
        ]
        n_before = 0
        for part in iter_part_logs(log):
            for day, file in zip(days, files, strict=True):
                _add(file, part, day, layout, n_before)
            n_before += len(part.cases)
            if on_part is not None:
                on_part()
    return paths


def _add(
    file: OfficialFile, part: ComplaintLog, day: pd.Timestamp, layout: OfficialLayout, first: int
) -> None:
    """Add what was known of a part of a log, whose cases follow `first` others."""
    positions = first + np.flatnonzero(part.cases["submitted_at"] < day)
    if not len(positions):
        return
    known = log_as_of(part, day)
    for start in range(0, len(positions), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        some = dataclasses.replace(known, cases=known.cases[rows], events=None, truth=None)
        table = official_table(some, layout, positions=positions[rows].tolist())
        file.add(table.itertuples(index=False))


def _count_before(log: Path, days: Sequence[pd.Timestamp]) -> list[int]:
    """Return how many cases had come in by each day; none of the days is without one."""
    n_cases = np.zeros(len(days), dtype=np.int64)
    for file in sorted((log / "cases").glob("*.parquet")):
        times = pq.read_table(file, columns=["submitted_at"])["submitted_at"].to_numpy()
        n_cases += np.searchsorted(np.sort(times), np.array(days, times.dtype))
    n_weeks = int((n_cases > 0).sum())
    if n_weeks < len(days) or not days:
        raise ParameterError(
            "parameter_range",
            name="n_weeks",
            allowed=f"1 … {n_weeks}" if days else ">= 1",
            value=len(days),
            remedy="Give another number of weeks.",
        )
    return n_cases.tolist()
