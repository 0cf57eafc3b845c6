"""Tables at a room's door."""

import re

import pandas as pd
import pytest

from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.schema import CASES, conform


def test_a_frame_gets_the_order_and_types_of_its_table() -> None:
    """Known columns come first with their types, unknown ones stay behind."""
    frame = pd.DataFrame(
        {
            "loket": [3],
            "rating": [5.0],
            "institution": ["A"],
            "is_anonymous": [1],
            "submitted_at": ["2022-08-01"],
            "case_id": [12],
        }
    )

    table = conform(frame, CASES)

    assert table.columns.to_list() == [
        "case_id",
        "submitted_at",
        "institution",
        "is_anonymous",
        "rating",
        "loket",
    ]
    assert table["submitted_at"].dtype == "datetime64[us]"
    assert (table.loc[0, "case_id"], table.loc[0, "rating"]) == ("12", 5)
    assert bool(table.loc[0, "is_anonymous"]) is True


def test_missing_stays_missing() -> None:
    """No word "nan" and no 0 takes the place of what is not known."""
    frame = pd.DataFrame(
        {
            "case_id": ["1"],
            "submitted_at": ["2022-08-01"],
            "institution": ["A"],
            "unit": [None],
            "n_transfers": [None],
            "closed_at": [None],
            "is_anonymous": [None],
        }
    )

    table = conform(frame, CASES)

    assert table[["unit", "n_transfers", "closed_at", "is_anonymous"]].isna().to_numpy().all()


def test_arguments_are_not_changed() -> None:
    """The caller's frame stays as it was."""
    frame = pd.DataFrame({"institution": ["A"], "submitted_at": ["2022-08-01"], "case_id": [1]})
    before = frame.copy()

    conform(frame, CASES)

    pd.testing.assert_frame_equal(frame, before)


def test_a_missing_required_column_is_named() -> None:
    """The refusal says what is missing and what is there."""
    message = (
        "cases: column(s) submitted_at, institution not found; it has case_id. "
        "Rename yours or name another."
    )
    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        conform(pd.DataFrame({"case_id": ["1"]}), CASES, path="cases")
