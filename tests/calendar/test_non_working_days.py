"""The frozen non-working days, and the file that changes them."""

import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.calendar import WorkingCalendar, load_calendar
from lapor_lab.errors import InputFileError


def _write(folder: Path, text: str) -> Path:
    path = folder / "libur_daerah.csv"
    path.write_bytes(text.encode())
    return path


def test_the_table_is_the_reference_list(
    calendar: WorkingCalendar, non_working: pd.DataFrame
) -> None:
    """Date, name and category of all 363 non-working days are those of the reference list."""
    category = {"public": "public", "government": "cuti_bersama"}
    found = [(str(e.day), e.name, category[e.category]) for e in calendar.non_working.days]

    assert found == list(
        non_working[["date", "name", "category"]].itertuples(index=False, name=None)
    )


def test_estimates_are_marked(calendar: WorkingCalendar) -> None:
    """The three dates of 2027 that no decree has fixed are estimates; no other is."""
    estimates = [e.day for e in calendar.non_working.days if e.is_estimated]

    assert estimates == [date(2027, 3, 10), date(2027, 3, 11), date(2027, 5, 17)]


def test_a_file_adds_and_strikes_days(tmp_path: Path) -> None:
    """A regional holiday counts as closed, a struck one as open, and the version says so."""
    path = _write(
        tmp_path, "date,action,name\n2026-01-05,libur,Hari jadi daerah\n2026-12-24,kerja,\n"
    )

    changed = load_calendar(path)

    assert changed.is_working_day(["2026-01-05", "2026-12-24"]).tolist() == [False, True]
    assert changed.office_seconds(["2026-01-05", "2026-12-24"]).tolist() == [0, 30_600]
    assert changed.version == (
        "holidays 0.109, 24 November 2026; disesuaikan dengan libur_daerah.csv (2 hari, 8d8e290a)"
    )
    assert load_calendar().is_working_day(["2026-01-05", "2026-12-24"]).tolist() == [True, False]


def test_a_date_that_someone_vouches_for_is_no_estimate(tmp_path: Path) -> None:
    """When a file fixes all three estimates of 2027, no year rests on estimates."""
    rows = [f"{day},libur,SKB" for day in ("2027-03-10", "2027-03-11", "2027-05-17")]
    path = _write(tmp_path, "\n".join(["date,action,name", *rows]))

    assert load_calendar(path).estimated_years == ()


def test_a_file_of_an_indonesian_spreadsheet_is_read(tmp_path: Path) -> None:
    """Semicolons, a byte-order mark, carriage returns and blank lines do no harm."""
    path = _write(tmp_path, "\ufeffdate;action;name\r\n2026-01-05;libur;Hari jadi\r\n;;\r\n")

    assert not load_calendar(path).is_working_day("2026-01-05")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "05/01/2026,libur,x",
            "{path}, line 2: `date` must be YYYY-MM-DD, got '05/01/2026'. Mend that line.",
        ),
        (
            "2026-01-05,libur,x\n2026-01-06,tutup,x",
            "{path}, line 3: `action` must be libur | kerja, got 'tutup'. Mend that line.",
        ),
        (
            "2028-01-05,libur,x",
            (
                "{path}, line 2: `date` must be 2012-01-01 ... 2027-12-31, got '2028-01-05'. "
                "Mend that line."
            ),
        ),
        (
            "2026-01-05,libur,x\n2026-01-05,kerja,x",
            "{path}, line 3: `date` '2026-01-05' stands twice for the same thing. Keep one.",
        ),
        (
            "2026-01-10,kerja,x",
            (
                "{path}, line 2: '2026-01-10' is a Saturday or Sunday, which `kerja` cannot open. "
                "Name a day from Monday to Friday."
            ),
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, rows: str, message: str) -> None:
    """A bad date, action, year, repetition or weekend is refused with its file and line."""
    path = _write(tmp_path, f"date,action,name\n{rows}\n")

    with pytest.raises(InputFileError, match=f"^{re.escape(message.format(path=path))}$"):
        load_calendar(path)
