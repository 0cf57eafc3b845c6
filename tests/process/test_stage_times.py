"""Stage by stage: how long, in time or not, and where the days go."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.metrics import MEASURES, count_cases, estimate
from lapor_lab.process import stage_times
from lapor_lab.process.milestones import milestones
from lapor_lab.process.stage_days import count_stage_days
from lapor_lab.schema import ComplaintLog, Stage, Status

COLUMNS = [
    *("institution", "stage", "n", "n_open", "n_unknown", "median_days", "lower", "upper"),
    *("availability", "limit_days", "n_judged", "n_met", "within_share", "within_lower"),
    *("within_upper", "within_availability", "n_timed", "mean_stage_days", "time_share"),
    *("time_lower", "time_upper", "time_availability", "waiting_share", "handling_share"),
]
MEDIANS = {
    Stage.FIRST_FOLLOWED_UP: ("first_follow_up_median_days", "first_followed_up_within_limit"),
    Stage.COMPLETED: ("completion_median_days", "completed_within_limit"),
}


def quick_log(n: int) -> ComplaintLog:
    """Return n cases of one institution, all followed up after a day."""
    cases = pd.DataFrame(
        {
            "case_id": [str(number) for number in range(n)],
            "institution": "A",
            "submitted_at": pd.Timestamp("2022-08-01"),
            "responded_at": pd.Timestamp("2022-08-02"),
        }
    )
    return ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-31"))


def test_medians_and_shares_are_those_of_the_measures(made: ComplaintLog) -> None:
    """With their intervals, for every institution."""
    counts = count_cases(made)
    by_id = {measure.id: measure for measure in MEASURES}
    table = stage_times(made)

    assert list(table) == COLUMNS
    for stage, (median, within) in MEDIANS.items():
        rows = table[table["stage"] == stage]
        told = estimate(counts, [by_id[median]])
        names = ["estimate", "lower", "upper"]
        np.testing.assert_allclose(rows[["median_days", "lower", "upper"]], told[names])
        np.testing.assert_array_equal(rows["n"], told["denominator"])
        told = estimate(counts, [by_id[within]])
        found = rows[["within_share", "within_lower", "within_upper"]]
        np.testing.assert_allclose(found, told[names])
        np.testing.assert_array_equal(rows["n_met"], told["numerator"])


def test_estimates_are_missing_where_those_of_the_measures_are(made: ComplaintLog) -> None:
    """Of few cases, of cases outside the calendar and of untimed ones, for the same reason."""
    cases = made.cases.groupby("institution").head(40)
    group = cases["institution"].factorize()[0]
    number = cases.groupby("institution").cumcount()
    times = ["verified_at", "responded_at", "completed_at", "closed_at"]
    # 0: four cases, 1: no case timed, 2: one before the calendar, 3: ten of the last day.
    cases = cases[((group != 0) | (number < 4)) & ((group != 3) | (number < 10))]
    group = cases["institution"].factorize()[0]
    is_new = group == 3
    is_old = (group == 2) & ~cases["institution"].duplicated()
    cases = cases.assign(
        **{name: cases[name].mask((group == 1) | is_new) for name in [*times, "deadline_at"]},
        status=cases["status"].mask(is_new, Status.UNVERIFIED),
        submitted_at=cases["submitted_at"]
        .mask(is_old, pd.Timestamp("1999-01-04"))
        .mask(is_new, made.as_of - pd.Timedelta(1, "D")),
    )
    log = replace(made, cases=cases, events=None)
    table, counts = stage_times(log), count_cases(log)
    by_id = {measure.id: measure for measure in MEASURES}

    reasons = set()
    for stage, (median, within) in MEDIANS.items():
        rows = table[table["stage"] == stage]
        told = estimate(counts, [by_id[median]])
        assert rows["availability"].tolist() == told["availability"].tolist()
        np.testing.assert_allclose(rows["median_days"], told["estimate"])
        told = estimate(counts, [by_id[within]])
        expected = told["availability"].replace({"hanya batas": "tidak tersedia"})
        assert rows["within_availability"].tolist() == expected.tolist()
        np.testing.assert_allclose(rows["within_share"], told["estimate"])
        reasons |= {*rows["availability"], *rows["within_availability"]}

    assert reasons == {
        *("tersedia", "tidak tersedia", "tidak tersedia (kalender)", "data belum memadai")
    }


@pytest.mark.parametrize(
    "measure", ["first_follow_up_median_days", "first_followed_up_within_limit"]
)
def test_below_the_smallest_n_of_the_measures_nothing_is_estimated(measure: str) -> None:
    """One case fewer, and all estimates are missing; their counts are not."""
    (smallest,) = (found.smallest_n for found in MEASURES if found.id == measure)
    reasons = ["availability", "within_availability", "time_availability"]
    estimates = [
        *("median_days", "lower", "upper", "within_share", "within_lower", "within_upper"),
        *("mean_stage_days", "time_share", "time_lower", "time_upper"),
    ]

    enough, few = (stage_times(quick_log(n)).iloc[0] for n in (smallest, smallest - 1))

    assert enough[reasons].eq("tersedia").all()
    # Where all pass on one day the median has no interval.
    assert enough.drop(["lower", "upper"])[estimates[:1] + estimates[3:]].notna().all()
    assert few[reasons].eq("data belum memadai").all()
    assert few[estimates].isna().all()
    n = smallest - 1
    assert few[["n", "n_judged", "n_met", "n_timed"]].tolist() == [n, n, n, n]


def test_what_has_no_limit_is_in_time_for_nobody(made: ComplaintLog) -> None:
    """Closing has none: tidak tersedia, beside a median that is."""
    row = stage_times(made, by=None).set_index("stage").loc["closed"]

    assert (row["availability"], row["within_availability"]) == ("tersedia", "tidak tersedia")
    assert (row["n_judged"], row["n_met"]) == (0, 0)


def test_time_shares_add_up_to_one(made: ComplaintLog) -> None:
    """Over the stages of each institution; waiting and handling lie within them."""
    table = stage_times(made)

    assert np.allclose(table.groupby("institution")["time_share"].sum(), 1)
    assert (table["time_lower"] <= table["time_share"]).all()
    assert (table["time_share"] <= table["time_upper"]).all()
    told = table["waiting_share"] + table["handling_share"]
    assert (told <= table["time_share"] + 1e-9).all()


def test_the_interval_of_a_time_share_is_that_of_the_bootstrap(
    made: ComplaintLog, rng: np.random.Generator
) -> None:
    """Drawing the cases anew gives the same standard error within a tenth."""
    row = stage_times(made, by=None).set_index("stage").loc["completed"]
    days = count_stage_days(made, milestones(made), load_calendar())
    spent = days.spent[days.is_timed]
    weight = rng.multinomial(len(spent), np.full(len(spent), 1 / len(spent)), size=2000)
    shares = (weight @ spent[:, 2]) / (weight @ spent.sum(axis=1))

    error = (row["time_upper"] - row["time_lower"]) / 2 / 1.959964

    assert error == pytest.approx(shares.std(), rel=0.1)


def test_what_made_a_queue_slow_is_seen(made: ComplaintLog) -> None:
    """Days added to the first follow-up of all cases of an institution land in that stage."""
    cases = made.cases
    is_slow = (cases["institution"] == "Kemenkumham") & cases["responded_at"].notna()
    later = {
        name: cases[name].where(~is_slow, cases[name] + pd.Timedelta(28, "D"))
        for name in ("responded_at", "completed_at", "closed_at")
    }
    slowed = replace(made, cases=cases.assign(**later), as_of=made.as_of + pd.Timedelta(28, "D"))

    before, after = (
        stage_times(log)[lambda t: t["institution"] == "Kemenkumham"].set_index("stage")
        for log in (made, slowed)
    )

    gained = after["mean_stage_days"] - before["mean_stage_days"]
    # Four weeks less holidays.
    assert 17 < gained["first_followed_up"] < 20.5
    assert abs(gained["verified"]) < 0.5
    assert abs(gained["completed"]) < 1.5
    assert after["time_share"].idxmax() == "first_followed_up"
    assert after.loc["first_followed_up", "within_share"] == 0


def test_limits_are_told_where_they_are_one(made: ComplaintLog) -> None:
    """3 and 5 working days; completion has one by class, closing none."""
    table = stage_times(made, by="report_class").set_index(["institution", "stage"])["limit_days"]

    assert table.xs("verified", level="stage").eq(3).all()
    assert table.xs("first_followed_up", level="stage").eq(5).all()
    assert table["Pengaduan Berkadar Pengawasan", "completed"] == 60
    assert table["Permintaan Informasi", "completed"] == 5
    assert table.xs("closed", level="stage").isna().all()
    everything = stage_times(made, by=None).set_index("stage")["limit_days"]
    assert np.isnan(everything["completed"])


def test_open_cases_are_not_left_out() -> None:
    """Two quick answers and three open cases: the median is not reached, as it must be."""
    cases = pd.DataFrame(
        {
            "case_id": list("12345"),
            "institution": "A",
            "submitted_at": pd.Timestamp("2022-08-01"),
            "responded_at": pd.to_datetime(["2022-08-02", "2022-08-02", None, None, None]),
        }
    )
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-31"))

    row = stage_times(log).iloc[0]

    assert (row["n"], row["n_open"], row["n_judged"]) == (5, 3, 5)
    assert np.isnan(row["median_days"])
    assert row["availability"] == "data belum memadai"
    assert (row["n_met"], row["within_share"]) == (2, 0.4)


def test_outside_the_calendar_days_are_missing() -> None:
    """And the cases are counted as unknown."""
    cases = pd.DataFrame(
        {
            "case_id": ["1", "2"],
            "institution": "A",
            "submitted_at": pd.to_datetime(["1999-01-04", "2022-08-01"]),
            "responded_at": pd.to_datetime(["1999-01-05", "2022-08-02"]),
        }
    )
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-31"))

    row = stage_times(log).iloc[0]

    assert (row["n"], row["n_unknown"], row["n_judged"]) == (1, 1, 1)
    assert np.isnan(row["median_days"])
    assert row["availability"] == "tidak tersedia (kalender)"


def test_a_log_without_times_gives_an_empty_table(made: ComplaintLog) -> None:
    """Tidak tersedia, with the columns that it would have."""
    times = ["verified_at", "responded_at", "completed_at", "closed_at"]

    table = stage_times(replace(made, cases=made.cases.drop(columns=times), events=None))

    assert table.empty
    assert list(table) == COLUMNS
