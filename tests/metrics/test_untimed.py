"""What status and dates of exports say where there is no time."""

from dataclasses import replace

import pandas as pd
import pytest

from lapor_lab.exchange import load_sample
from lapor_lab.metrics import MEASURES, count_cases, estimate, outcomes
from lapor_lab.metrics.untimed import Sighting
from lapor_lab.schema import ARCHIVED, Availability, ComplaintLog, Stage

TIMES = ["verified_at", "responded_at", "completed_at", "closed_at"]
WITHIN_LIMIT = [measure for measure in MEASURES if measure.id.endswith("_within_limit")]
FOLLOWED_UP = "Ditindaklanjuti oleh Instansi"
# Ten requests for information (limits 3, 5 and 5), exported on Tuesday 23 August 2022; the 17th
# is Independence Day. Working days up to the 23rd: 15 from the 1st, 16 from 29 July.
EXPORT = [
    # submitted, status, earliest and latest follow-up, latest closing
    ("08-01", "Ditutup oleh Sistem", None, None, "08-16"),  # by the 15th: last answer on day 0
    ("08-01", "Ditutup oleh Sistem", None, None, None),  # last answer on day 15 - 10 = 5
    ("08-01", "Ditutup oleh Admin", None, None, None),  # any day up to 15
    ("07-29", "Ditutup oleh Sistem", None, None, None),  # last answer on day 16 - 10 = 6
    ("08-16", FOLLOWED_UP, None, None, None),  # any day up to 4
    ("08-01", FOLLOWED_UP, "08-08", None, None),  # day 5 or later
    ("08-01", FOLLOWED_UP, "08-09", None, None),  # day 6 or later
    ("08-01", FOLLOWED_UP, None, "08-09", None),  # before the 9th: up to day 5
    ("08-01", "Terdisposisi", None, None, None),  # none on day 15
    ("08-18", "Terdisposisi", None, None, None),  # none after 2 whole days, verified by day 3
]


@pytest.fixture
def export() -> ComplaintLog:
    """The ten cases, as an export tells of them."""
    names = ["submitted_at", "status", "responded_earliest_at", "responded_latest_at"]
    cases = pd.DataFrame(EXPORT, columns=[*names, "closed_latest_at"])
    for name in {*cases.columns} - {"status"}:
        cases[name] = pd.to_datetime("2022-" + cases[name])
    cases["submitted_at"] += pd.Timedelta(9, "h")
    day = pd.Timestamp("2022-08-23")
    cases = cases.assign(
        case_id=[str(number) for number in range(1, 11)],
        institution="A",
        report_class="Permintaan Informasi",
        observed_at=day,
    )
    return ComplaintLog(cases=cases, events=None, as_of=day)


def seen_at(log: ComplaintLog, moment: pd.Timestamp) -> ComplaintLog:
    """A whole log as it stood at a moment, statuses too."""
    cases = log.cases[log.cases["submitted_at"] < moment]
    cases = cases.assign(**{name: cases[name].where(cases[name] < moment) for name in TIMES})
    status = pd.Series("Belum Terverifikasi", index=cases.index)
    is_verified = cases["verified_at"].notna()
    status = status.mask(is_verified, "Terdisposisi")
    status = status.mask(is_verified & cases["status"].isin(ARCHIVED), cases["status"])
    status = status.mask(cases["responded_at"].notna(), FOLLOWED_UP)
    status = status.mask(cases["closed_at"].notna(), cases["status"])
    return ComplaintLog(cases=cases.assign(status=status), events=None, as_of=moment)


def exported(log: ComplaintLog, earlier: pd.Timestamp | None = None) -> ComplaintLog:
    """The same log without its times, or with what an earlier export adds."""
    cases = log.cases.drop(columns=[*TIMES, "closed_by"])
    if earlier is not None:
        was_there = log.cases["submitted_at"] < earlier
        for name in ("responded", "closed"):
            at = log.cases[f"{name}_at"]
            latest = pd.Series(log.as_of, index=cases.index).mask(at < earlier, earlier)
            cases[f"{name}_latest_at"] = latest.where(at.notna())
            since = pd.Series(earlier, index=cases.index)
            cases[f"{name}_earliest_at"] = since.where(was_there & ~(at < earlier))
    return ComplaintLog(cases=cases, events=None, as_of=log.as_of)


def bounds(log: ComplaintLog) -> pd.DataFrame:
    """Estimates of the shares within a limit."""
    return estimate(count_cases(log), WITHIN_LIMIT).set_index(["measure", "institution"])


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (Stage.VERIFIED, {"surely_met": 2, "done_untimed": 8}),
        (
            Stage.FIRST_FOLLOWED_UP,
            {
                "open_past_limit": 1,
                "within_limit": 1,
                "surely_met": 4,
                "surely_missed": 1,
                "done_untimed": 3,
            },
        ),
        (
            Stage.COMPLETED,
            {
                "open_past_limit": 1,
                "within_limit": 1,
                "surely_met": 2,
                "surely_missed": 1,
                "done_untimed": 5,
            },
        ),
        (Stage.CLOSED, {"done_unjudged": 4, "open_unjudged": 6}),
    ],
)
def test_ten_cases_decided_by_hand(
    export: ComplaintLog, stage: Stage, expected: dict[str, int]
) -> None:
    """Each case falls where its possible days allow; in process it may be complete or not."""
    table = outcomes(count_cases(export), stage).loc["A"]

    assert {str(name): n for name, n in table.items() if n} == expected


@pytest.mark.parametrize(
    ("measure", "met", "asked", "undetermined", "n_unknown"),
    [
        ("verified_within_limit", 2, 10, 8, 0),
        ("first_followed_up_within_limit", 4, 9, 3, 1),
        ("completed_within_limit", 2, 9, 5, 1),
    ],
)
def test_bounds_of_ten_cases(
    export: ComplaintLog, measure: str, met: int, asked: int, undetermined: int, n_unknown: int
) -> None:
    """At least all surely in time, at most these and all undetermined; no point between."""
    row = bounds(export).loc[(measure, "A")]

    assert row["availability"] == Availability.BOUNDS
    assert row[["numerator", "denominator", "n_unknown"]].to_list() == [met, asked, n_unknown]
    assert row[["lower", "upper"]].to_list() == [met / asked, (met + undetermined) / asked]
    assert pd.isna(row["estimate"])
    assert round((row["upper"] - row["lower"]) * row["denominator"]) == undetermined


@pytest.mark.parametrize("moment", ["2022-05-09", "2022-07-02", "2022-08-15"])
def test_the_true_share_lies_within_the_bounds(moment: str) -> None:
    """Every institution's share, counted with all times, is between the ends found without."""
    truth = seen_at(load_sample(), pd.Timestamp(moment))

    known, bounded = bounds(truth), bounds(exported(truth))

    is_bounded = bounded["availability"] == Availability.BOUNDS
    share = known["numerator"] / known["denominator"]
    assert is_bounded.sum() > 20
    assert (bounded["lower"] <= share)[is_bounded].all()
    assert (share <= bounded["upper"])[is_bounded].all()


@pytest.mark.parametrize("earlier", ["2022-06-01", "2022-07-25", "2022-08-10"])
def test_an_earlier_export_never_widens_the_bounds(earlier: str) -> None:
    """With a second date the bounds keep the truth, lie inside the first ones, and some shrink."""
    truth = seen_at(load_sample(), pd.Timestamp("2022-08-15"))

    share = bounds(truth)["numerator"] / bounds(truth)["denominator"]
    one, two = bounds(exported(truth)), bounds(exported(truth, pd.Timestamp(earlier)))

    assert one["denominator"].equals(two["denominator"])
    assert (one["lower"] <= two["lower"]).all()
    assert (two["upper"] <= one["upper"]).all()
    assert (two["lower"] <= share).all()
    assert (share <= two["upper"]).all()
    assert (two["upper"] - two["lower"]).sum() < (one["upper"] - one["lower"]).sum()


@pytest.mark.parametrize("cut", [1, 4, 9])
def test_counts_of_parts_of_an_export_add_up(export: ComplaintLog, cut: int) -> None:
    """Bounds from added counts are those of the whole."""
    parts = (export.cases.iloc[:cut], export.cases.iloc[cut:])
    first, second = (count_cases(replace(export, cases=part)) for part in parts)

    pd.testing.assert_frame_equal(estimate(first + second), estimate(count_cases(export)))


def test_a_known_later_step_bounds_an_unknown_earlier_one(export: ComplaintLog) -> None:
    """Closed at a known time 5 working days after it came in, case 3 was followed up in time."""
    at = pd.Series(pd.NaT, index=export.cases.index).mask(
        export.cases["case_id"] == "3", pd.Timestamp("2022-08-08 15:00")
    )
    closed = replace(export, cases=export.cases.assign(closed_at=at))

    table = outcomes(count_cases(closed), Stage.FIRST_FOLLOWED_UP).loc["A"]

    assert table[["surely_met", "done_untimed"]].to_list() == [5, 2]


def test_an_own_deadline_bounds_too(export: ComplaintLog) -> None:
    """Due on the 24th all that are closed were complete in time; due on the 8th, case 7 was not."""
    for day, met, missed in (("2022-08-24", 4, 0), ("2022-08-08", 0, 2)):
        due = replace(export, cases=export.cases.assign(deadline_at=pd.Timestamp(day)))
        table = outcomes(count_cases(due), Stage.COMPLETED).loc["A"]
        assert table[["surely_met", "surely_missed"]].to_list() == [met, missed]


def test_a_closing_too_early_for_the_rule_is_taken_as_it_is(export: ComplaintLog) -> None:
    """Closed by the system 4 working days after it came in, it was followed up within those 4."""
    cases = export.cases.iloc[[4]].assign(status="Ditutup oleh Sistem")

    table = outcomes(count_cases(replace(export, cases=cases)), Stage.FIRST_FOLLOWED_UP)

    assert table.loc["A", "surely_met"] == 1


def test_without_class_no_limit_bounds_completion(export: ComplaintLog) -> None:
    """Which limit holds is not guessed: closed or in process, there is no verdict."""
    unclassed = replace(export, cases=export.cases.drop(columns="report_class"))

    row = bounds(unclassed).loc[("completed_within_limit", "A")]

    assert row["availability"] == Availability.NOT_AVAILABLE


def test_an_unknown_status_is_unknown_and_never_missed(export: ComplaintLog) -> None:
    """Case 9 with a status that nobody knows leaves the denominator and is counted beside it."""
    status = export.cases["status"].mask(export.cases["case_id"] == "9", "Menunggu X")
    strange = replace(export, cases=export.cases.assign(status=status))
    table = estimate(count_cases(strange)).set_index("measure")

    follow_up = table.loc["first_followed_up_within_limit"]
    assert follow_up[["numerator", "denominator", "n_unknown"]].to_list() == [4, 8, 2]
    closed = table.loc["closed_share"]
    assert closed[["numerator", "denominator", "n_unknown"]].to_list() == [4, 9, 1]
    assert table.loc["backlog_age_median_days", ["denominator", "n_unknown"]].to_list() == [5, 1]


def test_an_earlier_follow_up_outlives_a_status_that_goes_back(export: ComplaintLog) -> None:
    """Seen followed up by day 5 and disposed again later, case 9 was followed up in time."""
    latest = export.cases["responded_latest_at"].mask(
        export.cases["case_id"] == "9", pd.Timestamp("2022-08-09")
    )
    back = replace(export, cases=export.cases.assign(responded_latest_at=latest))

    table = outcomes(count_cases(back), Stage.FIRST_FOLLOWED_UP).loc["A"]

    assert table[["surely_met", "open_past_limit"]].to_list() == [5, 0]


def test_times_of_the_lesser_part_make_no_point(export: ComplaintLog) -> None:
    """With one time of eight follow-ups there are bounds; with times of most, a point."""
    some = {}
    for n_timed in (1, 6):
        at = (export.cases["submitted_at"] + pd.Timedelta(1, "D")).where(
            export.cases["case_id"].astype(int) <= n_timed
        )
        timed = replace(export, cases=export.cases.assign(responded_at=at))
        table = estimate(count_cases(timed)).set_index("measure")
        some[n_timed] = table.loc[["first_followed_up_within_limit", "first_follow_up_median_days"]]

    assert some[1]["availability"].to_list() == [Availability.BOUNDS, Availability.NOT_AVAILABLE]
    assert some[6]["availability"].to_list() == [Availability.AVAILABLE] * 2
    # Six in time, one open past the limit; two of unknown time and one still within it.
    columns = ["numerator", "denominator", "n_unknown"]
    assert some[6].iloc[0][columns].to_list() == [6, 7, 3]


def test_without_times_no_median_is_made_of_the_open_ones(export: ComplaintLog) -> None:
    """The open cases alone would tell of a handling that never ends."""
    table = estimate(count_cases(export)).set_index("measure")["availability"]

    days = [name for name in table.index if name.startswith(("first_", "completion_"))]
    assert set(table[[n for n in days if n.endswith("_days")]]) == {Availability.NOT_AVAILABLE}


def test_days_outside_the_calendar_give_no_bounds(export: ComplaintLog) -> None:
    """One case of 2011 takes the bounds from its institution, and the reason is the calendar."""
    early = export.cases["submitted_at"].mask(
        export.cases["case_id"] == "3", pd.Timestamp("2011-08-01")
    )
    old = replace(export, cases=export.cases.assign(submitted_at=early))

    assert set(bounds(old)["availability"]) == {Availability.NOT_AVAILABLE_CALENDAR}


def test_a_date_without_clock_time_is_some_hour_of_that_day() -> None:
    """What is done may have happened until its end; what is open was so only at its beginning."""
    cases = pd.DataFrame(
        {
            "submitted_at": [pd.Timestamp(2022, 8, 1)] * 2 + [pd.Timestamp(2022, 8, 23, 9)],
            "observed_at": [pd.Timestamp(2022, 8, 23, hour) for hour in (0, 10, 0)],
        }
    )
    sighting = Sighting(cases=cases, as_of=pd.Timestamp("2022-08-30"))

    def days_and_hours(moments: pd.Series) -> list[str]:
        return (moments + pd.Timedelta(1, "us")).dt.strftime("%d %H").to_list()

    assert days_and_hours(sighting.done_until) == ["24 00", "23 10", "24 00"]
    assert days_and_hours(sighting.open_until) == ["23 00", "23 10", "23 09"]
