"""The list of rows that cannot be used."""

import pandas as pd

from lapor_lab.exchange.quarantine import QuarantineList


def test_the_first_reason_of_a_row_stays() -> None:
    """A row with two faults is listed once, with the one found first."""
    raw = pd.DataFrame({"a": ["x", "y"]})
    bad = QuarantineList(raw, raw["a"])
    bad.add(pd.Series([True, False]), "satu")
    bad.add(pd.Series([True, True]), ["dua", "tiga"])

    assert bad.table()["reason"].to_list() == ["satu", "tiga"]
    assert bad.first_reason == "baris 2: satu"
    assert not bad.is_accepted.any()
