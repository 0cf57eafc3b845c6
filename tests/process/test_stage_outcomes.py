"""One case against one limit."""

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.metrics import MEASURES, count_cases, estimate
from lapor_lab.process.milestones import milestones
from lapor_lab.process.stage_outcomes import StageOutcomes, judge_stage
from lapor_lab.schema import ComplaintLog, Outcome, Stage, Status


def judged(log: ComplaintLog, stage: Stage) -> StageOutcomes:
    """Outcomes by the rules that ship."""
    return judge_stage(log, stage, milestones(log), load_calendar(), load_limits())


def one(as_of: str, **columns: object) -> ComplaintLog:
    """A case of Monday 1 August 2022."""
    case = {"case_id": "1", "institution": "A", "submitted_at": "2022-08-01 10:00", **columns}
    cases = pd.DataFrame([case]).assign(responded_at=pd.to_datetime(columns.get("responded_at")))
    return ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp(as_of))


@pytest.mark.parametrize(
    ("as_of", "responded_at", "is_in_time", "is_late"),
    [
        ("2022-08-31", "2022-08-08 23:00", True, False),
        ("2022-08-31", "2022-08-09 00:00", False, True),
        ("2022-08-08", None, False, False),
        ("2022-08-09", None, False, True),
    ],
)
def test_a_limit_runs_out_at_the_end_of_its_day(
    as_of: str, responded_at: str | None, *, is_in_time: bool, is_late: bool
) -> None:
    """Five working days after 1 August end with 8 August; a case open till then is not judged."""
    found = judged(one(as_of, responded_at=responded_at), Stage.FIRST_FOLLOWED_UP)

    assert found.limit_days.tolist() == [5]
    assert found.is_in_time.tolist() == [is_in_time]
    assert found.is_late.tolist() == [is_late]
    assert found.is_pending.tolist() == [not is_in_time and not is_late]


def test_a_case_with_its_own_deadline_is_judged_by_that() -> None:
    """It goes before the legal limit to complete, and needs no class."""
    early = one("2022-08-31", closed_at="2022-08-03", deadline_at="2022-08-02")
    late = one("2022-08-31", closed_at="2022-08-29", deadline_at="2022-08-30")
    still_open = one("2022-08-31", closed_at=pd.NaT, deadline_at="2022-08-30")
    typed = [replace(log, cases=log.cases.astype({"closed_at": "datetime64[us]"}))
             for log in (early, late, still_open)]  # fmt: skip

    found = [judged(log, Stage.COMPLETED) for log in typed]

    assert [outcome.is_late.item() for outcome in found] == [True, False, True]
    assert [outcome.is_in_time.item() for outcome in found] == [False, True, False]


def test_a_status_without_a_time_is_unknown() -> None:
    """Neither open nor done: followed up, and one that nobody knows."""
    for status in (Status.FOLLOWED_UP, "Status Baru"):
        found = judged(one("2022-08-31", status=status), Stage.FIRST_FOLLOWED_UP)
        assert found.is_unknown.item()
        assert not found.is_late.item()
    disposed = judged(one("2022-08-31", status=Status.DISPOSED), Stage.FIRST_FOLLOWED_UP)
    assert not disposed.is_unknown.item()
    assert disposed.is_late.item()


def test_copies_are_not_asked(made: ComplaintLog) -> None:
    """Nor archived cases beyond verification."""
    cases = made.cases
    verified, answered = (judged(made, s) for s in (Stage.VERIFIED, Stage.FIRST_FOLLOWED_UP))

    is_copy = cases["duplicate_of"].notna().to_numpy()
    is_archived = cases["status"].str.startswith("Diarsipkan").to_numpy(dtype=bool)
    np.testing.assert_array_equal(verified.is_asked, ~is_copy)
    np.testing.assert_array_equal(answered.is_asked, ~is_copy & ~is_archived)


@pytest.mark.parametrize("stage", [Stage.VERIFIED, Stage.FIRST_FOLLOWED_UP, Stage.COMPLETED])
def test_outcomes_are_those_of_the_measures(made: ComplaintLog, stage: Stage) -> None:
    """Two rooms that do not know each other judge the same cases alike."""
    (measure,) = [m for m in MEASURES if m.id == f"{stage}_within_limit"]
    told = estimate(count_cases(made), [measure]).set_index("institution")

    found = judged(made, stage)

    frame = made.cases[["institution"]].assign(n=found.is_in_time, m=found.is_late)
    sums = frame.groupby("institution")[["n", "m"]].sum()
    assert sums["n"].to_dict() == told["numerator"].to_dict()
    assert (sums["n"] + sums["m"]).to_dict() == told["denominator"].to_dict()


@pytest.mark.parametrize(
    ("stage", "absent"),
    [
        *product(
            [Stage.VERIFIED, Stage.FIRST_FOLLOWED_UP, Stage.COMPLETED],
            [[], ["status"], ["observed_at"]],
        ),
        (Stage.COMPLETED, ["responded_at"]),
    ],
)
def test_exports_of_several_days_are_judged_as_measures_do(stage: Stage, absent: list[str]) -> None:
    """Whatever they tell: days of export, bounds, and statuses of cases without times."""
    rng = np.random.default_rng(7)
    n_cases, first = 400, pd.Timestamp("2022-06-01")

    def times(share: float) -> pd.Series:
        at = first + pd.to_timedelta(rng.integers(0, 50 * 24, n_cases), unit="h")
        at = at.where(rng.random(n_cases) < 0.5, at.normalize())
        return pd.Series(at).astype("datetime64[us]").where(rng.random(n_cases) < share)

    names = ("verified_at", "responded_at", "closed_at", "observed_at", "responded_latest_at")
    cases = pd.DataFrame(
        {
            "case_id": [str(number) for number in range(n_cases)],
            "institution": "A",
            "submitted_at": times(1),
            "status": rng.choice(np.array([*Status, "Status Baru", None], object), n_cases),
            "report_class": "Aspirasi",
            **{name: times(0.5) for name in names},
        }
    )
    # Some were exported on the day of submission, which has no clock time.
    cases.loc[:40, "observed_at"] = cases["submitted_at"].dt.normalize()
    log = ComplaintLog(
        cases=cases.drop(columns=absent), events=None, as_of=pd.Timestamp("2022-08-01")
    )

    found = judged(log, stage)

    flow = count_cases(log, stages=[stage], tables=["flow"]).flow
    told = flow.groupby("outcome")["n"].sum().reindex(list(Outcome), fill_value=0)
    assert found.is_in_time.sum() == told[Outcome.MET]
    assert found.is_late.sum() == told[Outcome.MISSED] + told[Outcome.OPEN_PAST_LIMIT]
    assert found.is_unknown.sum() == flow.loc[flow["days"] < 0, "n"].sum()
    assert found.is_asked.sum() == flow["n"].sum()
