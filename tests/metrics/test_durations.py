"""Working days until a stage, from counts."""

import numpy as np
import pandas as pd

from lapor_lab.calendar import load_calendar
from lapor_lab.exchange import load_sample
from lapor_lab.metrics import DurationQuantile, count_cases
from lapor_lab.schema import ComplaintLog, Stage
from lapor_lab.stats import kaplan_meier, survival_quantile_interval

MEDIAN = DurationQuantile(
    id="first_follow_up_median_days", stage=Stage.FIRST_FOLLOWED_UP, probability=0.5
)


def test_counts_give_what_the_cases_give() -> None:
    """Quantile and interval from the flow table equal those from one row a case."""
    log = load_sample()
    asked = log.cases[
        ~log.cases["status"].str.startswith("Diarsipkan")
        & log.cases["duplicate_of"].isna()
        & (log.cases["status"] != "Konten Terblokir")
    ]
    ends = asked["responded_at"].fillna(log.as_of - pd.Timedelta(1, "us"))
    days = load_calendar().working_days(asked["submitted_at"].to_numpy(), ends.to_numpy())
    asked = asked.assign(days=days, done=asked["responded_at"].notna())
    found = MEDIAN(count_cases(log)).set_index("institution")[["estimate", "lower", "upper"]]

    for name, rows in asked.groupby("institution"):
        expected = survival_quantile_interval(kaplan_meier(rows["days"], rows["done"]))
        np.testing.assert_allclose(found.loc[name], expected)


def test_hoarding_does_not_pay(log: ComplaintLog) -> None:
    """Leaving hard cases open never makes the median shorter."""
    cases = pd.concat([log.cases.assign(case_id=f"{i}-" + log.cases["case_id"]) for i in range(5)])
    slow = cases.assign(responded_at=pd.Timestamp("2022-08-20")).where(
        cases["responded_at"].isna() & (cases["status"] == "Terdisposisi"), cases
    )
    answered = ComplaintLog(cases=slow, events=None, as_of=log.as_of)
    hoarded = ComplaintLog(cases=cases, events=None, as_of=log.as_of)

    medians = [
        MEDIAN(count_cases(each)).set_index("institution").loc["A", "estimate"]
        for each in (answered, hoarded)
    ]

    assert medians[1] >= medians[0]
