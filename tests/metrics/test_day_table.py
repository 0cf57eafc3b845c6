"""Tables of days say what the calendar and the limits say."""

from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa

from lapor_lab.calendar import LegalLimit, Limits, load_calendar, load_limits
from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.day_table import DayTable
from lapor_lab.metrics.limit_table import LimitTable
from lapor_lab.metrics.month_codes import MonthCodes
from lapor_lab.metrics.value_codes import ValueCodes
from lapor_lab.schema import ReportClass, Stage


def days(seed: int) -> np.ndarray:
    """Days within the calendar, outside it, and missing ones."""
    rng = np.random.default_rng(seed)
    first = np.datetime64("2005-01-01")
    found = first + rng.integers(0, 365 * 30, 500)
    found[rng.random(500) < 0.05] = np.datetime64("NaT")
    return found


def batch(submitted_at: np.ndarray, **columns: list[object]) -> CaseBatch:
    """Cases submitted on these days."""
    table = pa.record_batch({"submitted_at": submitted_at.astype("datetime64[s]"), **columns})
    return CaseBatch(table, table.schema.names)


def test_working_days_are_those_of_the_calendar() -> None:
    """For any two days, also where either is not covered or missing."""
    calendar = load_calendar()
    table = DayTable(calendar)
    start, end = days(1), days(2)

    found = table.working_days(table.places(start), table.places(end))

    np.testing.assert_array_equal(found, calendar.working_days(start, end))
    np.testing.assert_array_equal(table.places(start) < len(table), calendar.covers(start))


def test_limits_are_those_of_the_table_of_limits() -> None:
    """By class and day, where they change and where they do not."""
    shorter = LegalLimit(
        stage="completed",
        report_class="Aspirasi",
        days=7,
        unit="hari kerja",
        legal_base="Contoh",
        berlaku_sejak=date(2020, 5, 1),
        dicabut_oleh="",
        diperiksa_pada=None,
        source="asumsi",
        note="",
    )
    table = DayTable(load_calendar())
    submitted = table.days[:: len(table) // 400]
    classes = [[*ReportClass, None, "Lain"][n % 6] for n in range(len(submitted))]
    cases = batch(submitted, report_class=classes)
    for limits in (load_limits(), Limits((*load_limits().rows, shorter))):
        for stage in (Stage.VERIFIED, Stage.COMPLETED):
            found = LimitTable(stage, limits, table).of(cases)
            expected = limits.days(stage, classes, submitted)
            np.testing.assert_array_equal(np.broadcast_to(found, expected.shape), expected)


def test_months_are_those_of_the_days() -> None:
    """Within the calendar by table, beyond it by the day itself; a missing day has none."""
    values = ValueCodes()
    months = MonthCodes(values, DayTable(load_calendar()))
    within = np.array(["2022-08-31", "2022-09-01"], dtype="datetime64[D]")
    for submitted in (within, days(3)):
        found = [values.seen[code] for code in months.of(batch(submitted))]
        named = pd.Series(submitted.astype("datetime64[s]")).dt.strftime("%Y-%m")
        assert found == named.astype(object).fillna("(tidak diisi)").to_list()
