"""Legal limits by stage, class and day, and what a file of one's own may say."""

import re
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import (
    AUTOCLOSE,
    STAGES,
    UNKNOWN,
    WorkingCalendar,
    load_limits,
)
from lapor_lab.calendar.csv_rows import data_file
from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import ReportClass, Stage

ERAS = ["2013-01-02", "2018-12-30", "2018-12-31", "2022-08-15", "2025-04-30", "2026-11-24"]
HEADER = data_file("limits.csv").read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize("day", ERAS)
def test_the_limits_are_the_official_ones(day: str) -> None:
    """Verify 3, first follow-up 5, complete 60, 14, 5 and 14, close by itself after 10."""
    limits = load_limits()

    assert limits.days(Stage.VERIFIED, None, day) == 3
    assert limits.days(Stage.FIRST_FOLLOWED_UP, None, day) == 5
    assert limits.days(Stage.COMPLETED, list(ReportClass), day).tolist() == [60, 14, 5, 14]
    assert limits.days(AUTOCLOSE, None, day) == 10


def test_without_a_class_there_is_no_limit_to_complete() -> None:
    """A class that is missing, in any of its forms, or not official has no limit to complete."""
    classes = [None, np.nan, pd.NA, "", "Lainnya", "Aspirasi"]

    days = load_limits().days("completed", classes, "2022-08-15")

    assert days.dtype == np.int64
    assert days.tolist() == [UNKNOWN] * 5 + [14]


def test_a_case_without_a_day_has_no_limit() -> None:
    """No day of submission, or one before the first limit, gives UNKNOWN at every stage."""
    submitted_at = np.array(["NaT", "2011-12-31"], dtype="datetime64[s]")
    for stage in STAGES:
        days = load_limits().days(stage, ["Aspirasi", "Aspirasi"], submitted_at)
        assert days.tolist() == [UNKNOWN, UNKNOWN]


def test_every_kind_of_column_is_read_alike(rng: np.random.Generator) -> None:
    """Objects, text and categories of pandas, with gaps, give the same limits."""
    names = np.array([*ReportClass, None, "Lainnya"], dtype=object)[rng.integers(0, 6, 5000)]
    submitted_at = np.datetime64("2011-06-01", "s") + rng.integers(0, 5 * 10**8, 5000)
    columns = [pd.Series(names), pd.Series(names, dtype="str"), pd.Categorical(names)]
    columns.append(pd.Series(pd.Categorical(names)))
    expected = load_limits().days("completed", names, submitted_at)

    assert {UNKNOWN, 5, 14, 60} == set(expected.tolist())
    for column in columns:
        np.testing.assert_array_equal(
            load_limits().days("completed", column, submitted_at), expected
        )


def test_what_was_not_verified_says_so() -> None:
    """Cases under PermenPANRB 24/2014 and 5/2025 are marked, those under 62/2018 are not."""
    submitted_at = np.array(["NaT", "2011-12-31", *ERAS], dtype="datetime64[D]")

    doubted = load_limits().is_unverified(submitted_at)

    assert doubted.tolist() == [False, False, True, True, False, False, False, True]
    for row in load_limits().rows:
        assert (row.diperiksa_pada is None) == (f"verifikasi terhadap {row.legal_base}" in row.note)


def test_each_instrument_replaces_the_one_before() -> None:
    """Every row is replaced by the instrument of the next row, and Aspirasi is an assumption."""
    limits = load_limits()
    bases = ["PermenPANRB 24/2014", "PermenPANRB 62/2018", "PermenPANRB 5/2025"]

    for day, base, successor in zip(
        (date(2018, 12, 30), date(2025, 4, 30), date(2025, 5, 1)),
        bases,
        [*bases[1:], ""],
        strict=True,
    ):
        rows = limits.in_force(day)
        assert len(rows) == 7
        assert {(row.legal_base, row.dicabut_oleh) for row in rows} == {(base, successor)}
        assert all("asumsi" in r.note for r in rows if r.report_class == ReportClass.ASPIRATION)
    assert limits.in_force(date(2011, 12, 31)) == ()


def test_limits_and_calendar_give_deadlines(calendar: WorkingCalendar) -> None:
    """A limit added to the day of submission is the deadline; without limit there is none."""
    submitted_at = np.array(["2026-03-13T10:00", "2026-03-13T10:00"], dtype="datetime64[m]")

    days = load_limits().days("completed", ["Permintaan Informasi", None], submitted_at)
    deadline = calendar.add_working_days(submitted_at, days)

    np.testing.assert_array_equal(deadline, np.array(["2026-03-27", "NaT"], dtype="datetime64[D]"))


def test_a_file_of_ones_own_is_obeyed(tmp_path: Path) -> None:
    """A row without class serves the classes without a row; later rows replace earlier ones."""
    path = tmp_path / "batas.csv"
    rows = [
        "completed,,30,hari kerja,Perbup 1/2020,2020-01-01,,2026-11-24,naskah,",
        "completed,Aspirasi,90,hari kerja,Perbup 1/2020,2020-01-01,,2026-11-24,naskah,",
        "completed,Aspirasi,20,hari kerja,Perbup 2/2022,2022-01-01,,,naskah,",
    ]
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    limits = load_limits(path)
    submitted_at = np.array(["2019-12-31", "2020-01-01", "2022-01-01"], dtype="datetime64[D]")

    assert limits.days("completed", "Aspirasi", submitted_at).tolist() == [UNKNOWN, 90, 20]
    assert limits.days("completed", None, submitted_at).tolist() == [UNKNOWN, 30, 30]
    assert limits.days("verified", None, submitted_at).tolist() == [UNKNOWN] * 3
    assert limits.is_unverified(submitted_at).tolist() == [False, False, True]


def test_an_unknown_stage_is_refused() -> None:
    """A stage that has no limit is a mistake of the caller."""
    message = (
        "Unknown stage 'closed'. Choose one of verified, first_followed_up, completed, autoclose."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        load_limits().days("closed", None, "2022-08-15")
