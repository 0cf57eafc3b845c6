"""Changes of status between dated exports, as intervals."""

import pandas as pd

from lapor_lab.exchange.bounded_times import bound_times
from lapor_lab.schema import Status

JAN, FEB, MAR = (pd.Timestamp(f"2024-{month:02d}-01") for month in (1, 2, 3))
DAY = pd.Timedelta(1, "D")


def state(case_id: str, at: pd.Timestamp, status: str) -> dict[str, object]:
    """Return one case as one export shows it."""
    return {"case_id": case_id, "observed_at": at, "status": status}


def bounds(last: list[dict[str, object]], earlier: list[dict[str, object]]) -> pd.DataFrame:
    """Return the bounds by case."""
    snapshots = pd.DataFrame(earlier) if earlier else None
    return bound_times(pd.DataFrame(last), snapshots).set_index("case_id")


def test_a_change_lies_between_the_two_exports() -> None:
    """Open in January, followed up in February, closed in March: one interval for each."""
    got = bounds(
        [state("1", MAR, Status.CLOSED_BY_ADMIN)],
        [state("1", FEB, Status.FOLLOWED_UP), state("1", JAN, Status.VERIFIED)],
    ).loc["1"]
    assert got["responded_earliest_at"] == JAN
    assert got["responded_latest_at"] == FEB + DAY
    assert got["closed_earliest_at"] == FEB
    assert got["closed_latest_at"] == MAR + DAY


def test_one_export_bounds_from_one_side() -> None:
    """Alone, an open case is bounded from below, and a closed one from above."""
    got = bounds([state("1", MAR, Status.DISPOSED), state("2", MAR, Status.CLOSED_BY_SYSTEM)], [])
    assert got.loc["1", "responded_earliest_at"] == MAR
    assert pd.isna(got.loc["1", "responded_latest_at"])
    assert pd.isna(got.loc["2", "responded_earliest_at"])
    assert got.loc["2", "responded_latest_at"] == MAR + DAY


def test_a_clock_time_is_taken_as_it_is() -> None:
    """Only a date without a clock time stands for the whole of its day."""
    at = pd.Timestamp("2024-03-01 10:00")
    got = bounds([state("1", at, Status.CLOSED_BY_ADMIN)], [])
    assert got.loc["1", "closed_latest_at"] == at


def test_reopening_does_not_undo_a_follow_up() -> None:
    """Followed up in January and open again in February: the first follow-up was by January."""
    got = bounds([state("1", FEB, Status.VERIFIED)], [state("1", JAN, Status.FOLLOWED_UP)]).loc["1"]
    assert got["responded_latest_at"] == JAN + DAY
    assert pd.isna(got["responded_earliest_at"])


def test_without_a_status_nothing_is_bounded() -> None:
    """Cases without a status stay as they are; one whose status nobody knows gets no bound."""
    cases = pd.DataFrame({"case_id": ["1"], "observed_at": [JAN]})
    assert bound_times(cases, None) is cases
    got = bounds([state("1", JAN, "Entah"), state("2", JAN, Status.VERIFIED)], [])
    assert got.loc["1"].drop(["observed_at", "status"]).isna().all()


def test_states_that_tell_nothing_change_no_bound() -> None:
    """An earlier export without statuses is as good as none, whichever pandas joins the two."""
    last = [state("1", MAR, Status.DISPOSED)]
    unknown = [{"case_id": "1", "observed_at": JAN, "status": None}]
    pd.testing.assert_frame_equal(bounds(last, unknown), bounds(last, []))
    got = bounds([state("1", MAR, "Menunggu Wangsit")], unknown)
    assert got.drop(columns=["observed_at", "status"]).isna().all(axis=None)
