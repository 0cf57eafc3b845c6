"""What a column holds, told from its cells."""

import pandas as pd
import pytest

from lapor_lab.exchange.columns.column_content import (
    _status_words,
    date_order_evidence,
    describe_column,
    status_of,
)
from lapor_lab.schema import Status


@pytest.mark.parametrize(
    "text",
    [
        "2022-08-15",
        "2022-08-15T10:11:12",
        "2022-08-15 10:11",
        "15/08/2022",
        "8/15/22 1:05 PM",
        "15-08-2022 10.11",
        "15.08.2022",
        "29 Mei 2023",
        "3 Jan 2026",
        "May 29, 2023",
        "29-Mei-2023",
    ],
)
def test_dates_are_known_in_any_dress(text: str) -> None:
    """ISO, numeric and written dates, with a clock time or without."""
    assert describe_column(pd.Series([text])).is_date


@pytest.mark.parametrize("text", ["10:11", "12345", "1.341", "Jalan rusak", "3201", "1.2.3.4"])
def test_other_cells_are_no_dates(text: str) -> None:
    """A clock time, a number and a text are none."""
    assert not describe_column(pd.Series([text])).is_date


def test_an_identifier_is_filled_unique_and_short() -> None:
    """Repeated, missing and long cells are no numbers of cases; neither are dates."""
    n = 100
    good = pd.Series([f"T-{i}" for i in range(n)])

    assert describe_column(good).is_identifier
    assert not describe_column(good.where(good.index > 50)).is_identifier
    assert not describe_column(pd.Series(["T-1"] * n)).is_identifier
    assert not describe_column(good + "x" * 50).is_identifier
    assert not describe_column(
        pd.Series(pd.date_range("2022", periods=n).astype(str))
    ).is_identifier


@pytest.mark.parametrize(
    "value", ["3201{:012d}", "081234{:06d}", "+62 812-{:06d}", "orang{}@contoh.invalid"]
)
def test_personal_numbers_are_no_identifiers(value: str) -> None:
    """They are unique too, and must not become the number of a case."""
    cells = pd.Series([value.format(i) for i in range(100)])

    assert not describe_column(cells).is_identifier


@pytest.mark.parametrize(
    ("target", "cells", "expected"),
    [
        ("closed_at", ["2022-08-15", None], True),
        ("closed_at", ["ya", "tidak"], False),
        ("closed_at", [None, None], None),
        ("submitted_time", ["10:11", "09.05 WIB"], True),
        ("is_anonymous", ["Ya", "tidak"], True),
        ("is_anonymous", ["mungkin", "ya"], False),
        ("n_transfers", ["0", "12"], True),
        ("rating", ["4", "5"], True),
        ("rating", ["4", "80"], False),
        ("topic", ["Jalan", "Jalan", "Air"], True),
        ("topic", [f"uraian ke-{i} " + "x" * 90 for i in range(50)], False),
        ("text", ["pendek", "singkat"], None),
        ("text", ["x" * 50, "y" * 60], True),
        ("reporter_id", ["a", "b"], None),
    ],
)
def test_cells_fit_a_target_or_not(
    target: str, cells: list[str | None], expected: bool | None
) -> None:
    """They speak for it, against it, or say nothing."""
    assert describe_column(pd.Series(cells, dtype=object)).fits(target) is expected


def test_an_empty_column_says_nothing() -> None:
    """No share is above 0, and none is missing."""
    content = describe_column(pd.Series([None, None], dtype=object))

    assert content.n_filled == content.date_share == content.mean_length == 0


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["03/04/2022", "15/08/2022"], "day first"),
        (["03/04/2022", "08/15/2022 10:00"], "month first"),
        (["3-4-22", "12.12.2022"], "ambiguous"),
        (["15/08/2022", "08/15/2022"], "both"),
        (["2022-08-15", "3 Jan 2026", None], "none"),
    ],
)
def test_a_part_above_twelve_is_a_day(cells: list[str | None], expected: str) -> None:
    """What no cell proves is said to be open, and so is a contradiction."""
    assert date_order_evidence(pd.Series(cells, dtype=object)) == expected


def test_words_for_a_status_mean_official_ones() -> None:
    """Who closed a report is claimed only where the word says it; some words mean nothing."""
    assert set(_status_words().values()) <= set(Status)
    assert status_of("CLOSED") == status_of("selesai") == "Selesai"
    assert status_of("ditutup oleh sistem") == "Ditutup oleh Sistem"
    assert status_of("Pending") == status_of("Cancelled") == ""
