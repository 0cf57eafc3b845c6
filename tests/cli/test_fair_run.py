"""Which comparisons are made."""

import re

import pytest

from lapor_lab.cli.comparison_options import FairRequest
from lapor_lab.cli.fair_run import compare_fairly
from lapor_lab.errors import ParameterError
from lapor_lab.exchange import load_sample
from lapor_lab.metrics import Counts, count_cases, estimate
from lapor_lab.schema import ComplaintLog

_TIMES = ["verified_at", "responded_at", "completed_at", "closed_at", "deadline_at"]


@pytest.fixture(scope="module")
def log() -> ComplaintLog:
    """The sample log."""
    return load_sample()


@pytest.fixture(scope="module")
def counts(log: ComplaintLog) -> Counts:
    """Its counts."""
    return count_cases(log)


def run(counts: Counts, **options: object) -> list[str]:
    """Return the measures that were compared."""
    request = FairRequest(**options)  # type: ignore[arg-type]
    found = compare_fairly(counts, estimate(counts), request, {"kind": "sintetis"})
    assert all(comparison.is_synthetic for comparison in found)
    return [comparison.measure for comparison in found]


def test_the_first_main_measure_is_compared_by_default(counts: Counts) -> None:
    """Where nothing is asked, one comparison is made."""
    assert run(counts) == ["first_followed_up_within_limit"]


def test_without_times_the_status_is_compared(log: ComplaintLog) -> None:
    """A source that tells no time is compared on the official share."""
    untimed = ComplaintLog(
        cases=log.cases.drop(columns=_TIMES), events=None, as_of=log.as_of, provenance={}
    )
    assert run(count_cases(untimed)) == ["followed_up_share"]


def test_what_is_asked_is_made_even_if_it_is_refused(log: ComplaintLog) -> None:
    """A measure by name is shown with its refusal, not left out in silence."""
    unrated = ComplaintLog(
        cases=log.cases.drop(columns="rating"), events=None, as_of=log.as_of, provenance={}
    )
    asked = ("mean_rating", "closed_share")
    assert run(count_cases(unrated), measures=asked) == list(asked)


def test_two_institutions_are_not_compared(log: ComplaintLog) -> None:
    """Where every main measure is refused there is no comparison."""
    names = sorted(log.cases["institution"].unique())[:2]
    few = ComplaintLog(
        cases=log.cases[log.cases["institution"].isin(names)],
        events=None,
        as_of=log.as_of,
        provenance={},
    )
    assert run(count_cases(few)) == []


def test_own_groups_must_hold_everybody(counts: Counts) -> None:
    """Who has no group is counted and the first is named."""
    names = counts.institutions
    message = (
        f"2 institution(s) have no peer group, the first is {names[0]!r}. Add them to the file."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        run(counts, peers=dict.fromkeys(names[2:], "satu"))
    assert len(run(counts, peers=dict.fromkeys(names, "satu"))) == 1
