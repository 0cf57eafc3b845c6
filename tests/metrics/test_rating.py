"""The mean rating."""

import pandas as pd

from lapor_lab.metrics import MeanRating, count_cases
from lapor_lab.schema import ComplaintLog


def rated(ratings: list[int | None]) -> pd.Series:
    """The estimate from these ratings."""
    cases = pd.DataFrame(
        {
            "case_id": [str(i) for i in range(len(ratings))],
            "institution": "A",
            "submitted_at": "2022-08-01",
            "rating": pd.array(ratings, dtype="Int64"),
        }
    )
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))
    return MeanRating(id="mean_rating")(count_cases(log)).iloc[0]


def test_who_did_not_rate_is_not_a_zero() -> None:
    """Five ratings among nine reports: the mean is over five, four are shown as unknown."""
    found = rated([5, 4, 3, 5, 3, None, None, None, None])

    assert (found["estimate"], found["denominator"], found["n_unknown"]) == (4, 5, 4)


def test_an_interval_stays_on_the_scale() -> None:
    """No mean above 5 is thought possible."""
    found = rated([5, 5, 5, 5, 5, 5, 4])

    assert found["upper"] == 5
    assert found["lower"] < found["estimate"] < found["upper"]
