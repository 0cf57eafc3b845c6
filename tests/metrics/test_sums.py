"""What each case adds to the sums, and what happened by day."""

import numpy as np
import pandas as pd

from lapor_lab.metrics import count_cases
from lapor_lab.metrics.sums import sum_terms
from lapor_lab.schema import ComplaintLog


def test_what_is_not_known_is_counted_apart() -> None:
    """Of three reports two tell of transfers and, by status, of their closer; none of a rating."""
    cases = pd.DataFrame(
        {
            "institution": ["A", "A", "A"],
            "submitted_at": pd.to_datetime(["2022-08-01"] * 3),
            "status": ["Ditutup oleh Sistem", "Ditutup oleh Admin", None],
            "closed_by": ["sistem", None, None],
            "n_transfers": pd.array([0, 2, None], dtype="Int64"),
        }
    )

    sums = sum_terms(cases, np.array([True, True, False])).sum()

    assert sums[["n", "n_status_known", "n_outside_calendar"]].to_list() == [3, 2, 1]
    assert sums[["n_transferred", "n_transferred_known"]].to_list() == [1, 2]
    closers = ["n_closed_by_system", "n_closed_by_admin", "n_closed_by_reporter", "n_closer_known"]
    assert sums[closers].to_list() == [1, 1, 0, 2]
    assert sums["n_closed_admissible"] == 2
    assert sums[["n_rated", "rating_sum", "rating_sumsq"]].to_list() == [0, 0, 0]


def test_days_hold_openings_and_closings() -> None:
    """Two reports of one day, one closed the day after."""
    cases = pd.DataFrame(
        {
            "case_id": ["1", "2"],
            "institution": ["A", "A"],
            "submitted_at": pd.to_datetime(["2022-08-01 09:00", "2022-08-01 17:00"]),
            "closed_at": pd.to_datetime(["2022-08-02 10:00", None]),
        }
    )
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))

    daily = count_cases(log).daily

    assert daily["day"].dt.day.to_list() == [1, 2]
    assert daily[["n_opened", "n_closed"]].to_numpy().tolist() == [[2, 0], [0, 1]]
