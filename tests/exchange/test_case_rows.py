"""Checks of times that every importer shares."""

import pandas as pd

from lapor_lab.exchange.case_rows import check_times, refuse_end_before_start
from lapor_lab.exchange.quarantine import QuarantineList


def test_a_time_that_cannot_be_read_names_its_column() -> None:
    """An absent time is no fault; one that says nothing readable is, by name and value."""
    raw = pd.DataFrame({"masuk": ["2022-08-01", "0000-00-00", None]})
    bad = QuarantineList(raw, pd.Series(["1", "2", "3"]))

    times = check_times(raw, {"masuk": "submitted_at"}, bad, "Asia/Jakarta")

    assert times["submitted_at"].notna().to_list() == [True, False, False]
    assert bad.table()["reason"].to_list() == ["waktu tidak terbaca: kolom masuk"]


def test_every_later_time_must_be_later() -> None:
    """An answer before the report is as impossible as an end before its beginning."""
    raw = pd.DataFrame({"x": ["1", "2"]})
    bad = QuarantineList(raw, raw["x"])
    times = pd.DataFrame(
        {
            "submitted_at": pd.to_datetime(["2022-08-02", "2022-08-02"]),
            "responded_at": pd.to_datetime(["2022-08-01", None]),
        }
    )

    refuse_end_before_start(times, bad)

    assert bad.table()["case_id"].to_list() == ["1"]
