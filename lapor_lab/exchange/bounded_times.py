"""Several exports of the same cases: a change of status between two dates is an interval."""

from typing import Final

import pandas as pd

from lapor_lab.schema import CLOSED, FOLLOWED_UP, Status

__all__ = ["SNAPSHOT_COLUMNS", "bound_times"]

SNAPSHOT_COLUMNS: Final = ["case_id", "observed_at", "status"]
_PASSED: Final = {"responded": FOLLOWED_UP, "closed": CLOSED}


def bound_times(cases: pd.DataFrame, snapshots: pd.DataFrame | None) -> pd.DataFrame:
    """Bound the unknown times of follow-up and closing by the dates of the exports.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases with `observed_at` and `status` of the last export that holds them.
    snapshots : DataFrame of shape (n_snapshots, 3) or None
        `case_id, observed_at, status` of the earlier exports, if there are any.

    Returns
    -------
    DataFrame of shape (n_cases, n_columns)
        The cases, with `responded_earliest_at` and `closed_earliest_at` (the last date on
        which it had not happened) and `responded_latest_at` and `closed_latest_at` (the
        first date by which it had). Exports of a day without a clock time were made at some
        hour of that day, so they bound from above by its end.
    """
    if "status" not in cases or "observed_at" not in cases:
        return cases
    # A status that nobody knows tells neither that a stage was passed nor that it was not.
    seen = _with_known_status(cases)
    if snapshots is not None:
        earlier = _with_known_status(snapshots[snapshots["case_id"].isin(cases["case_id"])])
        told = [part for part in (seen, earlier) if len(part)]
        seen = pd.concat(told, ignore_index=True) if told else seen
    bounds = {}
    for name, statuses in _PASSED.items():
        has_passed = seen["status"].isin(list(statuses))
        at = seen["observed_at"]
        # Reopening turns a status back: only a date before every passing one bounds from below.
        latest = _end_of_day(at[has_passed]).groupby(seen["case_id"][has_passed]).min()
        is_before = ~has_passed & ~(at >= latest.reindex(seen["case_id"]).to_numpy())
        earliest = at[is_before].groupby(seen["case_id"][is_before]).max()
        bounds[f"{name}_earliest_at"] = earliest.reindex(cases["case_id"]).to_numpy()
        bounds[f"{name}_latest_at"] = latest.reindex(cases["case_id"]).to_numpy()
    return cases.assign(**bounds)


def _with_known_status(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.loc[rows["status"].isin(list(Status)), SNAPSHOT_COLUMNS]


def _end_of_day(moments: pd.Series) -> pd.Series:
    is_date = moments == moments.dt.normalize()
    return moments.mask(is_date, moments + pd.Timedelta(1, "D"))
