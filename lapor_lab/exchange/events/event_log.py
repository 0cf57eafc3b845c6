"""Read an event log: one row an event, with the column names of XES."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.case_rows import check_times, read_values, refuse_end_before_start
from lapor_lab.exchange.events.lifecycle import pair_lifecycle
from lapor_lab.exchange.quarantine import Imported, QuarantineList
from lapor_lab.exchange.text_file import check_zone, read_text_table
from lapor_lab.schema import CASES, EVENTS, Column, ComplaintLog
from lapor_lab.schema.tables import require_columns

__all__ = ["import_events", "is_event_log", "move_times", "read_event_log", "rename_xes"]

_XES: Final = {
    "case:concept:name": "case_id",
    "concept:name": "activity",
    "time:timestamp": "timestamp",
    "org:resource": "resource",
    "org:role": "role",
    "org:group": "unit",
    "start_timestamp": "started_at",
    "case:startdate": "case:submitted_at",
    "case:enddate": "case:closed_at",
    "case:deadline": "case:deadline_at",
}
_CASE_TIMES: Final = tuple(c.name for c in CASES if c.kind == "time")
_CASE_VALUES: Final = {c.name: c.kind for c in CASES if c.kind in ("count", "flag")}
_EVENT_TIMES: Final = ("timestamp", "started_at", "enabled_at")
_WHOLE_LOG: Final = "Seluruh berkas"


def rename_xes(frame: pd.DataFrame) -> pd.DataFrame:
    """Give XES columns the kit's names; attributes of the case keep ``case:`` before them.

    A column that bears the kit's name beside that of XES makes way.

    Parameters
    ----------
    frame : DataFrame of shape (n_rows, n_columns)
        Columns as the file has them.

    Returns
    -------
    DataFrame of shape (n_rows, n_columns)
        The same rows.

    Examples
    --------
    >>> rename_xes(pd.DataFrame(columns=["case:concept:name", "case:department"])).columns.tolist()
    ['case_id', 'case:department']
    """
    names = {name: _XES[name] for name in frame.columns if name in _XES}
    taken = {new: f"{new} (2)" for new in names.values() if new in frame.columns}
    return frame.rename(columns=taken | names)


def is_event_log(columns: list[str]) -> bool:
    """Whether columns are those of an event log.

    Parameters
    ----------
    columns : list of str
        Header of a file.

    Returns
    -------
    bool
        True if events can be told apart from cases.
    """
    names = {_XES.get(name, name) for name in columns}
    return {"activity", "timestamp"} <= names


def read_event_log(path: Path, *, zone: str = "Asia/Jakarta") -> Imported:
    """Read an event log from a table.

    A case begins at ``case:startdate``, else at its first event; it ends at
    ``case:enddate``, else its end is not known: a last event is not an end. Attributes of
    the case stay under their own names. Where ``lifecycle:transition`` tells start from
    complete, the two rows are one.

    Parameters
    ----------
    path : Path
        A CSV, Excel or Parquet file.
    zone : str, default="Asia/Jakarta"
        Zone of the results; times with an offset are moved to it.

    Returns
    -------
    Imported
        The log, its `as_of` the last time seen, and the rows in quarantine.

    Raises
    ------
    InputFileError
        If the file is absent, empty, no table, or holds no usable row.
    ColumnNotFoundError
        If the case, the activity or the timestamp has no column.
    UnknownNameError
        If the zone is not known.
    """
    check_zone(zone)
    return import_events(read_text_table(path), path, zone)


def move_times(log: ComplaintLog, zone: str, to_zone: str) -> ComplaintLog:
    """Move all times of a log from one zone to another.

    Parameters
    ----------
    log : ComplaintLog
        A log in naive local times.
    zone : str
        Zone that they are of.
    to_zone : str
        Zone that they shall be of.

    Returns
    -------
    ComplaintLog
        The log itself if the zones are the same.
    """
    if zone == to_zone:
        return log

    def move(table: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
        names = [c.name for c in columns if c.kind == "time" and c.name in table]
        local = {n: table[n].dt.tz_localize(zone, ambiguous=True, nonexistent="shift_forward")
                 for n in names}  # fmt: skip
        moved = {n: times.dt.tz_convert(to_zone).dt.tz_localize(None) for n, times in local.items()}
        return table.assign(**moved)

    as_of = log.as_of.tz_localize(zone).tz_convert(to_zone).tz_localize(None)
    events = None if log.events is None else move(log.events, EVENTS)
    provenance = {**log.provenance, "zone": to_zone}
    return replace(
        log, cases=move(log.cases, CASES), events=events, as_of=as_of, provenance=provenance
    )


def import_events(raw: pd.DataFrame, path: Path, zone: str) -> Imported:
    """Make a log of an event log's rows; see `read_event_log`.

    Parameters
    ----------
    raw : DataFrame of shape (n_rows, n_columns)
        The file as text; the index is the number of each row in it.
    path : Path
        Its name, for messages and provenance.
    zone : str
        Zone of the results.

    Returns
    -------
    Imported
        The log and the rows in quarantine.

    Raises
    ------
    InputFileError
        If it holds no usable row.
    ColumnNotFoundError
        If the case, the activity or the timestamp has no column.
    """
    named = rename_xes(raw)
    require_columns(named.columns, EVENTS, path=str(path))
    named, is_unfinished = pair_lifecycle(named, zone)
    raw = raw.loc[named.index]
    case_ids = named["case_id"].str.strip()
    bad = QuarantineList(raw, case_ids)
    bad.add(case_ids.isna(), "tanpa nomor kasus")
    bad.add(named["activity"].isna(), "tanpa aktivitas")
    bad.add(named["timestamp"].isna(), "tanpa waktu")
    bad.add(is_unfinished, "dijadwalkan atau dimulai, tetapi belum selesai")
    event_times = check_times(named, {n: n for n in _EVENT_TIMES if n in named}, bad, zone)
    case_times = check_times(
        named, {f"case:{n}": n for n in _CASE_TIMES if f"case:{n}" in named}, bad, zone
    )
    # Rows without a case are in quarantine by now; pandas cannot group by nothing but missing.
    case_of = case_ids.fillna("")
    # An attribute of the case may stand on its first row only.
    case_times = case_times.groupby(case_of).transform("first")
    first = event_times.min(axis="columns").groupby(case_of).transform("min")
    case_times["submitted_at"] = case_times.get("submitted_at", first).fillna(first)
    refuse_end_before_start(case_times, bad)
    case_values = {
        f"case:{name}": read_values(named[f"case:{name}"].rename(name), kind, bad)
        for name, kind in _CASE_VALUES.items()
        if f"case:{name}" in named
    }
    named = named.assign(**case_values)
    keep = bad.is_accepted
    if not keep.any():
        raise InputFileError("file_no_row", path=path, n_rows=len(raw), reason=bad.first_reason)
    known = [c.name for c in EVENTS if c.name in named and c.name not in ("case_id", *event_times)]
    events = pd.concat([case_ids.rename("case_id"), event_times, named[known]], axis="columns")
    times = {f"case:{name}" for name in (*_CASE_TIMES, "case_id")}
    attributes = [n for n in named.columns.astype(str) if n.startswith("case:") and n not in times]
    plain = {f"case:{c.name}": c.name for c in CASES}
    cases = (
        pd.concat([case_ids.rename("case_id"), case_times, named[attributes]], axis="columns")[keep]
        .groupby("case_id", sort=False, as_index=False)
        .first()
        .rename(columns=plain)
    )
    if "institution" not in cases:
        cases["institution"] = _WHOLE_LOG
    accepted = events[keep].sort_values(["case_id", "timestamp"], kind="stable")
    ends = [accepted["timestamp"].max(), cases["submitted_at"].max()]
    if "closed_at" in cases:
        ends.append(cases["closed_at"].max())
    log = ComplaintLog(
        cases=cases,
        events=accepted,
        # One step after the last time: at `as_of` that event is already known.
        as_of=max(filter(pd.notna, ends)) + pd.Timedelta(1, "us"),
        provenance={"kind": "nyata", "source": path.name, "zone": zone},
    )
    return Imported(log=log, quarantine=bad.table(), n_rows=len(raw))
