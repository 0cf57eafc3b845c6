"""What an import notices of rows."""

import pandas as pd

from lapor_lab.exchange.imports.observations import Observations
from lapor_lab.schema import UNKNOWN_GROUP, Status


def cases(n: int = 3) -> pd.DataFrame:
    """Return a few cases as a reader gives them."""
    frame = pd.DataFrame(
        {
            "case_id": ["9000001", "SIM-1", "9000003"],
            "institution": ["A", "A", "B"],
            "submitted_at": pd.to_datetime(
                ["2023-05-01 09:30", "2024-01-02 08:00", "2024-03-01 00:00"]
            ),
            "status": [Status.VERIFIED, None, Status.CLOSED_BY_ADMIN],
        },
        index=[12, 13, 14],
    )
    return frame.head(n)


def test_counts_are_by_hand() -> None:
    """Three cases: one made up, one of a day without a clock time, one without a status."""
    seen = Observations()
    seen.add(cases(), pd.DataFrame(index=[12, 13, 14]), file="a.csv")
    assert (seen.n_synthetic, seen.n_real) == (1, 2)
    assert (seen.first, seen.last) == (pd.Timestamp("2023-05-01 09:30"), pd.Timestamp("2024-03-01"))
    assert seen.hours == {("a.csv", 8): 1, ("a.csv", 9): 1}
    assert seen.institutions == {"A", "B"}
    assert seen.status_table().to_dict("records") == [
        {"institution": "A", "year": 2023, "status": Status.VERIFIED, "n": 1},
        {"institution": "A", "year": 2024, "status": UNKNOWN_GROUP, "n": 1},
        {"institution": "B", "year": 2024, "status": Status.CLOSED_BY_ADMIN, "n": 1},
    ]


def test_parts_add_up_to_the_whole() -> None:
    """Rows taken in one by one give what they give together."""
    whole, parts = Observations(), Observations()
    cells = pd.DataFrame({"Lama": ["0-5 hari"] * 3}, index=[12, 13, 14])
    frame = cases().assign(closed_at=pd.Timestamp("2024-03-05"))
    whole.add(frame, cells, file="a.csv")
    for row in frame.index:
        parts.add(frame.loc[[row]], cells.loc[[row]], file="a.csv")
    parts.add(frame.iloc[:0], cells.iloc[:0], file="a.csv")
    assert parts == whole
