"""The list of rows that cannot be used."""

import pandas as pd

from lapor_lab.exchange.quarantine import QuarantineList


def test_the_first_reason_of_a_row_stays() -> None:
    """A row with two faults is listed once, with the one found first."""
    raw = pd.DataFrame({"a": ["x", "y"]}, index=[2, 3])
    bad = QuarantineList(raw, raw["a"])
    bad.add(pd.Series([True, False], index=raw.index), "satu")
    bad.add(pd.Series([True, True], index=raw.index), ["dua", "tiga"])

    assert bad.table()["reason"].to_list() == ["satu", "tiga"]
    assert bad.first_reason == "baris 2: satu"
    assert not bad.is_accepted.any()


def test_rows_bear_the_numbers_that_are_given() -> None:
    """A part of a sheet keeps the row numbers of the sheet."""
    raw = pd.DataFrame({"a": ["x", "y"]}, index=[512, 514])
    bad = QuarantineList(raw, raw["a"])
    bad.add(pd.Series([False, True], index=raw.index), ["satu"])

    assert bad.table()["row"].to_list() == [514]
    assert bad.first_reason == "baris 514: satu"
