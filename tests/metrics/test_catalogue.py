"""The measures, counted by hand and on a real log."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.exchange import as_known_at, read_event_log
from lapor_lab.metrics import MEASURES, count_cases, estimate
from lapor_lab.schema import ESTIMATES, Availability, ComplaintLog, label


def grown(log: ComplaintLog, times: int = 5) -> ComplaintLog:
    """The same cases several times over, so that no denominator is too small."""
    copies = [log.cases.assign(case_id=log.cases["case_id"] + f"-{i}") for i in range(times)]
    return ComplaintLog(cases=pd.concat(copies), events=None, as_of=log.as_of)


def row(table: pd.DataFrame, institution: str, measure: str) -> pd.Series:
    """One estimate."""
    found = table[(table["institution"] == institution) & (table["measure"] == measure)]
    return found.iloc[0]


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator", "n_unknown"),
    [
        ("verified_within_limit", 3, 4, 1),
        ("first_followed_up_within_limit", 1, 3, 1),
        ("completed_within_limit", 1, 3, 1),
        ("followed_up_share", 2, 5, 0),
        ("followed_up_share_admissible", 2, 4, 0),
        ("closed_share", 2, 5, 0),
        ("closed_share_admissible", 2, 4, 0),
        ("backlog_share", 2, 4, 0),
        ("misrouted_share", 2, 3, 1),
        ("reopened_share", 1, 2, 0),
        ("archived_share", 1, 5, 0),
        ("closed_by_system_share", 1, 2, 0),
        ("closed_by_admin_share", 1, 2, 0),
        ("closed_by_reporter_share", 0, 2, 0),
        ("mean_rating", 9, 2, 3),
    ],
)
def test_numerators_and_denominators_of_a(
    log: ComplaintLog, measure: str, numerator: int, denominator: int, n_unknown: int
) -> None:
    """Institution A has the counts that one finds by hand, five times over."""
    found = row(estimate(count_cases(grown(log))), "A", measure)

    expected = [5 * numerator, 5 * denominator, 5 * n_unknown]
    assert found[["numerator", "denominator", "n_unknown"]].to_list() == expected
    assert found["lower"] <= found["estimate"] <= found["upper"]


def test_the_two_official_shares_differ(log: ComplaintLog) -> None:
    """B has followed up all and completed nothing: 100 % by one definition, 0 % by the other."""
    table = estimate(count_cases(grown(log)))

    assert row(table, "B", "followed_up_share")["estimate"] == 1
    assert row(table, "B", "closed_share")["estimate"] == 0


def test_archiving_raises_the_admissible_share_and_shows(log: ComplaintLog) -> None:
    """Archiving the open cases lifts A from 2 of 4 to 2 of 2, and the archived from 1 to 3 of 5."""
    hidden = log.cases["status"].isin(["Terdisposisi", "Belum Terverifikasi"])
    cases = log.cases.assign(status=log.cases["status"].mask(hidden, "Diarsipkan oleh Admin"))
    archived = ComplaintLog(cases=cases, events=None, as_of=log.as_of)

    before, after = (estimate(count_cases(grown(each))) for each in (log, archived))

    assert [row(t, "A", "closed_share_admissible")["estimate"] for t in (before, after)] == [0.5, 1]
    assert [row(t, "A", "closed_share")["estimate"] for t in (before, after)] == [0.4, 0.4]
    assert [row(t, "A", "archived_share")["estimate"] for t in (before, after)] == [0.2, 0.6]


def test_the_median_counts_open_cases(log: ComplaintLog) -> None:
    """Answers after 2 and 7 days with two cases open: the median is 7, not 4.5."""
    found = row(estimate(count_cases(grown(log))), "A", "first_follow_up_median_days")

    assert found["estimate"] == 7
    assert found[["numerator", "denominator"]].to_list() == [10, 20]


def test_the_backlog_is_as_old_as_counted_by_hand(log: ComplaintLog) -> None:
    """Cases 3 and 4 are 14 and 2 working days old: the median lies between."""
    found = row(estimate(count_cases(grown(log))), "A", "backlog_age_median_days")

    assert found["estimate"] == (2 + 14) / 2


def test_few_cases_give_no_estimate(log: ComplaintLog) -> None:
    """One case of B is counted, and nothing is said from it."""
    found = row(estimate(count_cases(log)), "B", "followed_up_share")

    assert found["availability"] == Availability.INSUFFICIENT
    assert found["denominator"] == 1
    assert np.isnan(found["estimate"])


def test_what_is_not_told_is_never_zero() -> None:
    """Of a bare list of reports no measure has a value or a denominator."""
    cases = pd.DataFrame(
        {"case_id": list("abcdef"), "institution": "A", "submitted_at": "2022-08-01"}
    )
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))

    table = estimate(count_cases(log))

    assert set(table["availability"]) == {Availability.NOT_AVAILABLE}
    assert table[["numerator", "denominator", "estimate", "lower", "upper"]].isna().to_numpy().all()


def test_days_outside_the_calendar_are_not_counted(log: ComplaintLog) -> None:
    """One case of 2011 takes the working-day measures from its institution, not the shares."""
    cases = grown(log).cases
    cases.loc[2, "submitted_at"] = pd.Timestamp("2011-08-01")
    table = estimate(count_cases(ComplaintLog(cases=cases, events=None, as_of=log.as_of)))

    outside = Availability.NOT_AVAILABLE_CALENDAR
    assert row(table, "A", "verified_within_limit")["availability"] == outside
    assert row(table, "A", "completion_median_days")["availability"] == outside
    assert row(table, "A", "closed_share")["availability"] == Availability.AVAILABLE
    assert row(table, "B", "verified_within_limit")["availability"] == Availability.AVAILABLE


def test_copies_of_one_event_count_once(log: ComplaintLog) -> None:
    """Reports marked as copies leave the admissible shares and stay in the raw ones."""
    cases = grown(log).cases
    cases["duplicate_of"] = [None] * len(log.cases) + ["1-0"] * (len(cases) - len(log.cases))
    table = estimate(count_cases(ComplaintLog(cases=cases, events=None, as_of=log.as_of)))

    assert row(table, "A", "closed_share")["denominator"] == 25
    assert row(table, "A", "closed_share_admissible")["denominator"] == 4
    assert row(table, "A", "verified_within_limit")["denominator"] == 4


@pytest.mark.reference
def test_a_real_log_by_its_own_deadlines(reference: Path) -> None:
    """A municipality's permits: 915 of 1,324, 26 of 27, 9 of 15 in time; 66 still may be."""
    imported = read_event_log(reference / "process/receipt.csv")
    log, n_after = as_known_at(imported.log, pd.Timestamp("2012-01-24"), is_end_known=False)

    table = estimate(count_cases(log, by="case:department"))
    shares = table[table["measure"] == "completed_within_limit"].set_index("institution")

    assert n_after == 0
    assert imported.n_quarantined_cases == 2
    columns = ["numerator", "denominator", "n_unknown"]
    assert shares.loc["General", columns].to_list() == [915, 1324, 66]
    assert shares.loc["Customer contact", columns].to_list() == [26, 27, 0]
    assert shares.loc["Experts", columns].to_list() == [9, 15, 0]
    medians = table[table["measure"] == "completion_median_days"]
    assert set(medians["availability"]) == {Availability.NOT_AVAILABLE_CALENDAR}


def test_estimates_have_the_columns_of_the_schema(log: ComplaintLog) -> None:
    """The table is the one that reports and files show, every measure with its label."""
    table = estimate(count_cases(log))

    assert table.columns.to_list() == [column.name for column in ESTIMATES]
    assert [label(f"measure.{m.id}") for m in MEASURES]
    assert table["measure"].drop_duplicates().to_list() == [m.id for m in MEASURES]
