"""Shares of cases."""

from dataclasses import replace

import pandas as pd

from lapor_lab.metrics import Share, WithinLimit, count_cases, outcomes
from lapor_lab.schema import Availability, ComplaintLog, Outcome, Stage

VERIFIED = WithinLimit(id="verified_within_limit", stage=Stage.VERIFIED, smallest_n=1)


def test_every_case_is_in_exactly_one_place(log: ComplaintLog) -> None:
    """Judged, still within the limit and without verdict add up to the cases that are asked."""
    counts = count_cases(log)
    table = outcomes(counts, Stage.VERIFIED)

    assert table.sum(axis="columns").to_dict() == {"A": 5, "B": 1}
    assert list(table.columns) == list(Outcome)


def test_moving_the_snapshot_moves_only_the_open_cases(log: ComplaintLog) -> None:
    """A later snapshot turns waiting cases into late ones and touches no verdict that stands."""
    early, late = (
        VERIFIED(count_cases(replace(log, as_of=pd.Timestamp(day)))).set_index("institution")
        for day in ("2022-08-23", "2022-09-23")
    )

    assert early.loc["A", ["numerator", "denominator", "n_unknown"]].to_list() == [3, 4, 1]
    assert late.loc["A", ["numerator", "denominator", "n_unknown"]].to_list() == [3, 5, 0]


def test_a_silent_source_is_told_from_an_empty_group(log: ComplaintLog) -> None:
    """No closing known: not available. Closings known, but none yet: data belum memadai."""
    share = Share(
        id="closed_by_system_share",
        numerator="n_closed_by_system",
        denominator="n_closer_known",
        population="n_closed_admissible",
        told_by="n_closing_known",
    )
    told = share(count_cases(log)).set_index("institution")["availability"]
    bare = ComplaintLog(
        cases=log.cases[["case_id", "institution", "submitted_at"]], events=None, as_of=log.as_of
    )

    assert told["B"] == Availability.INSUFFICIENT
    assert set(share(count_cases(bare))["availability"]) == {Availability.NOT_AVAILABLE}
