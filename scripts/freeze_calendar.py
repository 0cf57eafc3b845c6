"""Freeze the non-working days of Indonesia and the months of Ramadan into package data.

The kit reads only what this writes, so that a newer `holidays` never moves an old result.
Run it with the day of the freeze, read the difference, and commit it.
"""

import argparse
import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import holidays

FOLDER = Path(__file__).parent.parent / "lapor_lab/calendar/data"
YEARS = range(2012, 2028)
# `government` is cuti bersama, which the library leaves out unless asked.
CATEGORIES = ("public", "government")
ESTIMATED = "perkiraan"


def non_working_days() -> list[tuple[date, str, str, str]]:
    """List date, name, category and whether the date is an estimate.

    Returns
    -------
    list of tuple of (date, str, str, str)
        In order of date; a day of both categories is `public`.
    """
    found: dict[date, tuple[date, str, str, str]] = {}
    for category in CATEGORIES:
        dates = holidays.country_holidays("ID", years=YEARS, categories=(category,), language="id")
        for day, name in dates.items():
            is_estimated = str(ESTIMATED in name).lower()
            found.setdefault(day, (day, name, category, is_estimated))
    return [found[day] for day in sorted(found)]


def ramadan(days: Iterable[tuple[date, str, str, str]]) -> list[tuple[date, date, str]]:
    """List first day, last day and note of each Ramadan.

    Parameters
    ----------
    days : iterable of tuple of (date, str, str, str)
        As `non_working_days` lists them.

    Returns
    -------
    list of tuple of (date, date, str)
        The 30 days before each first day of Idul Fitri.
    """
    note = "asumsi ±1 hari: 30 hari sebelum hari pertama Idul Fitri"
    return [
        (day - timedelta(days=30), day - timedelta(days=1), note)
        for day, name, category, _ in days
        if category == "public" and "Idul Fitri" in name and "Hari kedua" not in name
    ]


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one table as CSV.

    Parameters
    ----------
    path : Path
        Where to.
    header : sequence of str
        Names of the columns.
    rows : iterable of sequence of object
        The rows.
    """
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def freeze(folder: Path, frozen_on: date) -> None:
    """Write the three files.

    Parameters
    ----------
    folder : Path
        Where to.
    frozen_on : date
        The day of the freeze, for the manifest.
    """
    days = non_working_days()
    write(folder / "non_working_days.csv", ("date", "name", "category", "is_estimated"), days)
    write(folder / "ramadan.csv", ("first_day", "last_day", "note"), ramadan(days))
    manifest = {
        "library": "holidays",
        "library_version": holidays.__version__,
        "categories": list(CATEGORIES),
        "first_day": f"{YEARS[0]}-01-01",
        "last_day": f"{YEARS[-1]}-12-31",
        "frozen_on": frozen_on.isoformat(),
    }
    text = json.dumps(manifest, indent=2) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--frozen-on", type=date.fromisoformat, default=date.today())
    arguments = parser.parse_args()
    freeze(arguments.folder, arguments.frozen_on)
