"""Non-working days of Indonesia: national holidays and cuti bersama, and changes to them."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lapor_lab.calendar.csv_rows import data_file, read_rows
from lapor_lab.schema import format_date

__all__ = ["NonWorkingDay", "NonWorkingTable", "load_non_working_days", "with_override"]

_PUBLIC, _GOVERNMENT, _OVERRIDE = "public", "government", "override"
_ADD, _STRIKE = "libur", "kerja"
_FIRST_WEEKEND_DAY = 5
_HASH_DIGITS = 8


@dataclass(frozen=True, kw_only=True)
class NonWorkingDay:
    """One day on which government offices are closed, whatever its weekday.

    Parameters
    ----------
    day : date
        The day.
    name : str
        Why.
    category : str
        ``"public"`` (national holiday), ``"government"`` (cuti bersama) or ``"override"``.
    is_estimated : bool
        Whether the date is an estimate that a decree may still move.
    """

    day: date
    name: str
    category: str
    is_estimated: bool


@dataclass(frozen=True, kw_only=True)
class NonWorkingTable:
    """Non-working days of some years.

    Parameters
    ----------
    version : str
        Where the dates are from and when they were frozen.
    first_day, last_day : date
        Span that the table covers.
    days : tuple of NonWorkingDay
        In order of date.
    """

    version: str
    first_day: date
    last_day: date
    days: tuple[NonWorkingDay, ...]


def load_non_working_days() -> NonWorkingTable:
    """Load the table that ships with the kit.

    Returns
    -------
    NonWorkingTable
        As ``scripts/freeze_calendar.py`` wrote it.

    Examples
    --------
    >>> load_non_working_days().version
    'holidays 0.109, 24 November 2026'
    """
    manifest = json.loads(data_file("manifest.json").read_text(encoding="utf-8"))
    columns = ("date", "name", "category", "is_estimated")
    frozen_on = format_date(date.fromisoformat(manifest["frozen_on"]))
    return NonWorkingTable(
        version=f"{manifest['library']} {manifest['library_version']}, {frozen_on}",
        first_day=date.fromisoformat(manifest["first_day"]),
        last_day=date.fromisoformat(manifest["last_day"]),
        days=tuple(
            NonWorkingDay(
                day=row.day("date"),
                name=row.text("name"),
                category=row.choice("category", (_PUBLIC, _GOVERNMENT)),
                is_estimated=row.choice("is_estimated", ("true", "false")) == "true",
            )
            for row in read_rows(data_file("non_working_days.csv"), columns)
        ),
    )


def with_override(table: NonWorkingTable, path: Path) -> NonWorkingTable:
    """Add and strike days as a file says.

    A day that the file adds is no longer an estimate: whoever writes it vouches for it.

    Parameters
    ----------
    table : NonWorkingTable
        What to start from; it stays as it is.
    path : Path
        CSV file with columns `date` (2026-03-20), `action` (``libur`` adds the day, ``kerja``
        strikes it) and `name`.

    Returns
    -------
    NonWorkingTable
        A new table, whose version names the file, its number of rows and its content's hash.

    Raises
    ------
    InputFileError
        If the file cannot be read, or a row names a day twice, a day outside the table, a
        weekend day to work on, or an unknown action.
    ColumnNotFoundError
        If a column is absent.
    """
    days = {entry.day: entry for entry in table.days}
    seen: set[date] = set()
    rows = read_rows(path, ("date", "action", "name"))
    for row in rows:
        day = row.day("date")
        if not table.first_day <= day <= table.last_day:
            raise row.error("date", f"{table.first_day} ... {table.last_day}")
        if day in seen:
            raise row.refusal("row_repeated", "date")
        seen.add(day)
        if row.choice("action", (_ADD, _STRIKE)) == _ADD:
            days[day] = NonWorkingDay(
                day=day, name=row.text("name"), category=_OVERRIDE, is_estimated=False
            )
        elif day.weekday() >= _FIRST_WEEKEND_DAY:
            raise row.refusal("row_weekend", "date", action=_STRIKE)
        else:
            days.pop(day, None)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:_HASH_DIGITS]
    return NonWorkingTable(
        version=f"{table.version}; disesuaikan dengan {path.name} ({len(rows)} hari, {digest})",
        first_day=table.first_day,
        last_day=table.last_day,
        days=tuple(days[day] for day in sorted(days)),
    )
